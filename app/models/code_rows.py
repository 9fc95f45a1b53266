"""What a code belongs to, as queries and services both ask it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.codes import FirstUse, referred_to
from app.domain.offers import Offer
from app.models.counter import CodeUse
from app.models.customer import Customer, surviving
from app.models.records import PrintPiece, PrintRun
from app.models.shop import Shop

_PORTION = 500


@dataclass(frozen=True, slots=True)
class PieceRow:
    """`key` says which card of which run it is: pieces with the same key and customer are the same piece, printed again."""

    id: int
    code: str
    customer_id: int
    run_id: int
    title: str
    day: date
    position: int
    offer: Offer
    key: str


def secret_of(session: Session) -> bytes:
    """What the shop's codes are made with."""
    return session.scalars(select(Shop.code_secret)).one() or b""


def bringer_coded(session: Session, code: str) -> Customer | None:
    """Whose personal code it is, also that of a record that was made one with another since."""
    number = referred_to(secret_of(session), code)
    whose = surviving(session, number) if number is not None else None
    return None if whose is None else session.get(Customer, whose)


def pieces_coded(session: Session, codes: Iterable[str]) -> dict[str, PieceRow]:
    """The pieces that carry these codes; of one that was printed again, the first."""
    wanted = list(dict.fromkeys(codes))
    found: dict[str, PieceRow] = {}
    query = (
        select(PrintPiece, PrintRun.title, PrintRun.day, PrintRun.recipe)
        .join(PrintRun, PrintRun.id == PrintPiece.run_id)
        .order_by(PrintPiece.id)
    )
    for start in range(0, len(wanted), _PORTION):
        for piece, title, day, recipe in session.execute(query.where(PrintPiece.code.in_(wanted[start : start + _PORTION]))):
            row = PieceRow(
                piece.id, piece.code, piece.customer_id, piece.run_id, title, day, piece.position,
                Offer.from_json(recipe.get("offer")), str(recipe.get("key", "")),
            )  # fmt: skip
            found.setdefault(row.code, row)
    return found


def is_same_piece(piece: PieceRow, key: str, customer_id: int) -> bool:
    """Whether a card with this key for this customer is the piece, printed again."""
    return piece.key == key and piece.customer_id == customer_id


def first_use(session: Session, code: str) -> FirstUse | None:
    row = session.execute(
        select(CodeUse.day, Customer.name).join(Customer, Customer.id == CodeUse.customer_id).where(CodeUse.code == code)
    ).one_or_none()
    return None if row is None else FirstUse(row.day, row.name)
