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
from app.models.run_rows import facts_of_runs
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
    query = (
        select(PrintPiece.code, PrintPiece.id, PrintPiece.customer_id, PrintPiece.run_id, PrintRun.title, PrintRun.day, PrintPiece.position)
        .join(PrintRun, PrintRun.id == PrintPiece.run_id)
        .order_by(PrintPiece.id)
    )
    rows = [
        row
        for start in range(0, len(wanted), _PORTION)
        for row in session.execute(query.where(PrintPiece.code.in_(wanted[start : start + _PORTION])))
    ]
    facts = facts_of_runs(session, (row.run_id for row in rows))
    found: dict[str, PieceRow] = {}
    for code, number, customer_id, run_id, title, day, position in rows:
        if code is not None:
            of_run = facts[run_id]
            found.setdefault(code, PieceRow(number, code, customer_id, run_id, title, day, position, of_run.offer, of_run.key))
    return found


def is_same_piece(piece: PieceRow, key: str, customer_id: int) -> bool:
    """Whether a card with this key for this customer is the piece, printed again."""
    return piece.key == key and piece.customer_id == customer_id


def first_use(session: Session, code: str) -> FirstUse | None:
    row = session.execute(
        select(CodeUse.day, Customer.name).join(Customer, Customer.id == CodeUse.customer_id).where(CodeUse.code == code)
    ).one_or_none()
    return None if row is None else FirstUse(row.day, row.name)
