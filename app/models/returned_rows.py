"""The piece of post that a code is on, as queries and services both ask it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.codes import code_in, written
from app.domain.customers import CustomerKind
from app.domain.print_jobs import recipient_from_json
from app.domain.returned import ReturnedRow, ReturnedUnknown, is_same_place, printed_address
from app.models.customer import Customer, fields_of_record
from app.models.mailed_runs import is_mailed_run
from app.models.records import PrintPiece, PrintRun


def piece_coded(session: Session, text: str) -> PrintPiece:
    """The piece somebody typed or scanned; of one that was printed again, the last. A letter and the envelope it
    goes in bear one code: then it is the letter, which is what was sent. CodeUnreadable, ReturnedUnknown."""
    code = code_in(text)
    query = select(PrintPiece).join(PrintRun, PrintRun.id == PrintPiece.run_id).where(PrintPiece.code == code)
    order = (PrintPiece.sent_on.is_(None), is_mailed_run().desc(), PrintPiece.id.desc())
    piece = session.scalar(query.order_by(*order).limit(1))
    if piece is None:
        raise ReturnedUnknown(field="code", code=written(code))
    return piece


def returned_row(session: Session, piece: PrintPiece) -> ReturnedRow:
    customer, run = session.get_one(Customer, piece.customer_id), session.get_one(PrintRun, piece.run_id)
    return row_of(piece, customer, run)


def row_of(piece: PrintPiece, customer: Customer, run: PrintRun) -> ReturnedRow:
    fields = fields_of_record(customer, "", "")
    here = " ".join(part for part in (fields.postal_code, f"{fields.prefecture}{fields.city}{fields.street}", fields.building) if part)
    recipient = None if piece.recipient is None else recipient_from_json(piece.recipient)
    return ReturnedRow(
        piece.id,
        run.id,
        customer.id,
        piece.code or "",
        customer.code or f"#{customer.id}",
        customer.name,
        customer.kind is CustomerKind.COMPANY,
        here if recipient is None else printed_address(recipient),
        run.title,
        piece.sent_on or run.day,
        piece.position,
        piece.returned_on,
        # Of a run of old the address was not kept: then it is the one on the record.
        is_moved=recipient is not None and not is_same_place(fields, recipient),
    )
