"""What a code is, which codes a run of cards gets, and who came through whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.cards import Card
from app.domain.codes import LENGTH, CodeFinding, CodeUnknown, CodeUnreadable, code_in, is_referral, referral_code
from app.domain.customers import CustomerKind
from app.domain.print_runs import CodePress, card_key
from app.models.code_rows import bringer_coded, first_use, is_same_piece, pieces_coded, secret_of
from app.models.counter import CodeUse
from app.models.customer import Customer
from app.models.records import PrintPiece
from app.models.sheet_rows import sheets_coded
from app.models.surveys import SurveySheet

_MOST_TYPED = LENGTH + 3


def look_up(session: Session, text: str, today: date) -> CodeFinding:
    """What was typed or scanned: somebody's personal code, or the piece that carries it. CodeUnreadable, CodeUnknown.

    A code that was used or whose offer is over is found all the same, and says so.
    """
    code = code_in(text)
    if is_referral(code):
        return _personal(session, code)
    piece = pieces_coded(session, [code]).get(code)
    if piece is None:
        raise CodeUnknown(field="code")
    name, kind = session.execute(select(Customer.name, Customer.kind).where(Customer.id == piece.customer_id)).one()
    return CodeFinding(
        code,
        piece.customer_id,
        name,
        kind is CustomerKind.COMPANY,
        piece_id=piece.id,
        run_id=piece.run_id,
        title=piece.title,
        sent_on=piece.day,
        position=piece.position,
        offer=piece.offer,
        is_over=piece.offer.is_over(today),
        used=first_use(session, code),
    )


def customer_of_code(session: Session, text: str) -> int | None:
    """Whose card or personal code it is; None for anything else that is typed into a search."""
    if not LENGTH <= len(text.strip()) <= _MOST_TYPED:
        return None
    try:
        return look_up(session, text, date.max).customer_id
    except (CodeUnreadable, CodeUnknown):
        return None


def number_of(session: Session, customer_id: int) -> str:
    """The number by which lists and the command line know the customer."""
    return session.scalar(select(Customer.code).where(Customer.id == customer_id)) or f"#{customer_id}"


def referral_code_of(session: Session, customer_id: int) -> str:
    """The personal code of a customer."""
    return referral_code(secret_of(session), customer_id)


def code_press(session: Session) -> CodePress:
    return CodePress(secret_of(session))


def codes_for(session: Session, card: Card, customer_ids: Iterable[int]) -> dict[int, str]:
    """The code of each piece of a run: no two alike, none that another piece carries already. Empty without a message side.

    A piece that was printed before gets its own code again.
    """
    press, key = code_press(session), card_key(card)
    codes: dict[int, str] = {}
    taken: set[str] = set()
    waiting = list(dict.fromkeys(customer_ids))
    while waiting:
        drawn = {number: press.code(card, number, taken) for number in waiting}
        held = pieces_coded(session, (code for code in drawn.values() if code))
        sheets = sheets_coded(session, (code for code in drawn.values() if code))
        waiting = []
        for number, code in drawn.items():
            holder = held.get(code)
            sheet = sheets.get(code)
            is_free = holder is None or is_referral(code) or is_same_piece(holder, key, number)
            # A sheet may come back though its run was taken back: nobody else gets its code.
            is_free = is_free and (sheet is None or _is_same_sheet(sheet, card, number))
            if code and (code in taken or not is_free):
                waiting.append(number)
            else:
                codes[number] = code
            taken.add(code)
    return codes


def _is_same_sheet(sheet: SurveySheet, card: Card, customer_id: int) -> bool:
    return card.survey is not None and (sheet.layout_id, sheet.customer_id) == (card.survey.layout, customer_id)


def used_counts(session: Session, run_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Of each run: how many pieces carry a code, and how many of those were brought."""
    query = (
        select(PrintPiece.run_id, func.count(PrintPiece.code), func.count(CodeUse.id))
        .outerjoin(CodeUse, CodeUse.code == PrintPiece.code)
        .where(PrintPiece.run_id.in_(run_ids), PrintPiece.sent_on.is_not(None))
        .group_by(PrintPiece.run_id)
    )
    return {run: (coded, used) for run, coded, used in session.execute(query)}


def _personal(session: Session, code: str) -> CodeFinding:
    bringer = bringer_coded(session, code)
    if bringer is None:
        raise CodeUnknown(field="code")
    return CodeFinding(code, bringer.id, bringer.name, bringer.kind is CustomerKind.COMPANY, is_referral=True)
