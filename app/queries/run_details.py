"""A run of the print log, opened."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.names import ORGANISATION_HONORIFIC
from app.domain.print_jobs import recipient_from_json
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import YEN, RunGone
from app.domain.run_details import RunDetails, RunLeftOut, RunPiece
from app.models.counter import CodeUse
from app.models.customer import Customer, surviving
from app.models.records import PrintPiece, PrintRun
from app.models.returned_rows import row_of
from app.models.run_rows import known_out
from app.models.shop import Shop
from app.queries.prints_log import log_rows


def run_details(session: Session, run_id: int) -> RunDetails:
    """RunGone."""
    run = session.get(PrintRun, run_id)
    if run is None:
        raise RunGone()
    (row,) = log_rows(session, [run])
    has_yen = session.scalars(select(Shop.currency)).one() == YEN
    return RunDetails(row, _pieces(session, run), tuple(_left_out(session, one) for one in run.left_out), has_yen)


def _pieces(session: Session, run: PrintRun) -> tuple[RunPiece, ...]:
    query = (
        select(PrintPiece, Customer)
        .join(Customer, Customer.id == PrintPiece.customer_id)
        .where(PrintPiece.run_id == run.id)
        .order_by(PrintPiece.position)
    )
    brought = set(
        session.scalars(select(CodeUse.code).join(PrintPiece, PrintPiece.code == CodeUse.code).where(PrintPiece.run_id == run.id))
    )
    out = known_out(session, run.id)
    return tuple(_piece(piece, customer, run, brought, out) for piece, customer in session.execute(query))


def _piece(piece: PrintPiece, customer: Customer, run: PrintRun, brought: set[str], out: Collection[int]) -> RunPiece:
    printed = row_of(piece, customer, run)
    name, is_company = customer.name, customer.kind is CustomerKind.COMPANY
    if piece.recipient is not None:
        recipient = recipient_from_json(piece.recipient)
        parts = (recipient.company, recipient.department, recipient.name)
        name, is_company = " ".join(part for part in parts if part), recipient.honorific == ORGANISATION_HONORIFIC
    return RunPiece(
        piece.id,
        piece.position,
        customer.id,
        name,
        customer.kana,
        is_company,
        printed.address,
        piece.code or "",
        piece.sent_on,
        piece.returned_on,
        is_brought=piece.code in brought,
        is_out=piece.id in out,
    )


def _left_out(session: Session, one: dict[str, Any]) -> RunLeftOut:
    """`one` as kept with the run; a record made one with another since is that one's."""
    number = int(one["customer"])
    customer = session.get(Customer, surviving(session, number) or number)
    problem = PrintProblem(one["problem"]) if one["problem"] in set(PrintProblem) else None
    if customer is None:
        return RunLeftOut(number, f"#{number}", "", False, problem)
    return RunLeftOut(customer.id, customer.name, customer.kana, customer.kind is CustomerKind.COMPANY, problem)
