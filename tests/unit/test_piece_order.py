"""The order in which pieces come out."""

from __future__ import annotations

from app.domain.cards import Recipient
from app.domain.piece_order import in_piece_order
from app.domain.print_kinds import PieceOrder
from app.domain.print_runs import Candidate, PlanLine


def line(number: int, name: str, kana: str, postcode: str) -> PlanLine:
    return PlanLine(Candidate(number, str(number), name, False, Recipient(str(number), name, postal_code=postcode, fields={"kana": kana})))


LINES = (
    line(1, "渡辺 真理", "わたなべ まり", "150-0002"),
    line(2, "林 花子", "はやし はなこ", ""),
    line(3, "青木 一郎", "", "060-0003"),
    line(4, "青木 二郎", "あおき じろう", "1500001"),
    line(5, "石井 恵", "イシイ メグミ", "150-0002"),
)


def numbers(order: PieceOrder) -> list[int]:
    return [one.candidate.customer_id for one in in_piece_order(LINES, order)]


def test_pieces_come_out_as_asked_as_the_post_sorts_or_as_names_are_read() -> None:
    assert numbers(PieceOrder.AS_ASKED) == [1, 2, 3, 4, 5]
    assert numbers(PieceOrder.POSTCODE) == [3, 4, 5, 1, 2]
    assert numbers(PieceOrder.KANA) == [4, 5, 2, 1, 3]
