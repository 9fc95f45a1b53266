"""Noting post that came back: the piece, the mark on the address, and a call to ask for the new one, all in one act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.addresses import Address
from app.domain.cards import Recipient
from app.domain.codes import CodeUnreadable
from app.domain.customers import CustomerKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.households import Living, keys_of, living
from app.domain.print_jobs import recipient_from_json
from app.domain.returned import NothingReturned, RefusedCode, ReturnedOutcome, ReturnedUnknown, is_same_place
from app.models.counter import FollowUp
from app.models.customer import Customer, fields_of_record
from app.models.mailed_runs import is_mailed_run
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
from app.models.returned_rows import piece_coded, returned_row
from app.models.shop import Staff
from app.services.actions import recorded
from app.services.customers import note_change
from app.services.follow_ups import new_follow_up


def record_returned(session: Session, codes: Sequence[str], *, note: str, now: datetime, today: date) -> ReturnedOutcome:
    """One act for all of them; what is no code of a piece is named and the rest goes on.

    An address that was changed since the piece was printed is not marked. `note`: what the follow-up says. NothingReturned when none of
    the codes is on a piece.
    """
    pieces: dict[int, PrintPiece] = {}
    again: dict[int, PrintPiece] = {}
    refused: list[RefusedCode] = []
    for text in codes:
        try:
            piece = piece_coded(session, text)
        except (CodeUnreadable, ReturnedUnknown) as error:
            refused.append(RefusedCode(text, error))
            continue
        known = again if piece.returned_on is not None or piece.id in pieces else pieces
        known[piece.id] = piece
    if not pieces and not again:
        raise NothingReturned(field="code")
    act_id, planned = (_record(session, list(pieces.values()), note, now, today)) if pieces else (None, 0)
    rows, before = ([returned_row(session, piece) for piece in known.values()] for known in (pieces, again))
    return ReturnedOutcome(act_id, tuple(rows), tuple(before), tuple(refused), planned)


def record_returned_to(session: Session, customer_id: int, *, note: str, now: datetime, today: date) -> tuple[int, int]:
    """Post to somebody came back, and nobody has its code at hand: it was the last piece sent to the address of the record, or one that
    the program knows nothing of. The act's id and how many follow-ups were planned."""
    piece = _last_sent(session, customer_id)
    if piece is not None:
        return _record(session, [piece], note, now, today)
    customer = session.get_one(Customer, customer_id)
    with recorded(session, ActionKind.RECORD_RETURNS, now=now, count=1) as act:
        _mark(session, customer, now)
        planned = _plan(session, customer, note, now, today)
    return act.action_id, planned


def _last_sent(session: Session, customer_id: int) -> PrintPiece | None:
    """What went to the present address last; None when that came back already or there is nothing."""
    query = (
        select(PrintPiece)
        .join(PrintRun, PrintRun.id == PrintPiece.run_id)
        .where(PrintPiece.customer_id == customer_id, PrintPiece.sent_on.is_not(None), is_mailed_run())
        .order_by(PrintPiece.sent_on.desc(), PrintPiece.id.desc())
        .limit(1)
    )
    piece = session.scalar(query)
    if piece is None or piece.returned_on is not None or piece.recipient is None:
        return None
    fields = fields_of_record(session.get_one(Customer, customer_id), "", "")
    return piece if is_same_place(fields, recipient_from_json(piece.recipient)) else None


def _record(session: Session, pieces: Sequence[PrintPiece], note: str, now: datetime, today: date) -> tuple[int, int]:
    """The act's id and how many follow-ups were planned."""
    planned = 0
    with recorded(session, ActionKind.RECORD_RETURNS, now=now, count=len(pieces)) as act:
        for piece in pieces:
            piece.returned_on = today
            for customer in _living_there(session, piece):
                _mark(session, customer, now)
                if customer.id == piece.customer_id:
                    planned += _plan(session, customer, note, now, today)
    return act.action_id, planned


def _living_there(session: Session, piece: PrintPiece) -> list[Customer]:
    """The addressee, whoever shares the piece and everybody of the same home, as far as their record still has the address it went to:
    the next piece for the home would be addressed to one of them."""
    shared = select(PrintPieceJoint.customer_id).where(PrintPieceJoint.piece_id == piece.id)
    people = session.scalars(select(Customer).where((Customer.id == piece.customer_id) | Customer.id.in_(shared))).all()
    if piece.recipient is None:
        return list(people)
    recipient = recipient_from_json(piece.recipient)
    there = [customer for customer in people if is_same_place(fields_of_record(customer, "", ""), recipient)]
    addressee = next((customer for customer in there if customer.id == piece.customer_id), None)
    if addressee is None:
        return there
    known = {customer.id for customer in there}
    return [*there, *(customer for customer in _of_the_home(session, addressee, recipient) if customer.id not in known)]


def _of_the_home(session: Session, addressee: Customer, recipient: Recipient) -> list[Customer]:
    """Everybody at the printed address who belongs to the addressee's home, by hand or by eye."""
    # Narrow enough for a town of thousands; whether it is the same place is then seen exactly.
    near = (
        (Customer.family_name == addressee.family_name)
        | ((Customer.postal_code == addressee.postal_code) & (Customer.postal_code != ""))
        | ((Customer.household_id == addressee.household_id) & Customer.household_id.is_not(None))
    )
    found = session.scalars(select(Customer).where(Customer.city == addressee.city, near).order_by(Customer.id)).all()
    there = {customer.id: customer for customer in found if is_same_place(fields_of_record(customer, "", ""), recipient)}
    keys = keys_of({number: _living(customer) for number, customer in there.items()})
    return [customer for number, customer in there.items() if keys[number] and keys[number] == keys[addressee.id]]


def _living(customer: Customer) -> Living:
    at = Address(customer.prefecture, customer.city, customer.street, customer.building)
    is_company = customer.kind is CustomerKind.COMPANY
    return living(customer.family_name, customer.given_name, customer.name, at, household=customer.household_id, is_company=is_company)


def _mark(session: Session, customer: Customer, now: datetime) -> None:
    if not customer.bad_address:
        note_change(session, customer, now, "bad_address", "", "1")
        customer.bad_address = True
        customer.updated_at = now


def _plan(session: Session, customer: Customer, note: str, now: datetime, today: date) -> int:
    """A call to ask where they live now; without a number, a word at the next visit. None for who is not to be asked or is already."""
    is_away = customer.archived_at is not None or customer.left_on is not None or customer.is_deceased
    waiting = select(FollowUp.id).where(
        FollowUp.customer_id == customer.id, FollowUp.source == FollowUpSource.RETURNED, FollowUp.done_on.is_(None)
    )
    if is_away or customer.do_not_contact or session.scalar(waiting) is not None:
        return 0
    kind = FollowUpKind.CALL if customer.phone or customer.mobile else FollowUpKind.TALK
    staff = session.scalar(select(Staff.name).where(Staff.id == customer.staff_id, Staff.is_active)) or ""
    fields = FollowUpFields(today, kind, note, staff)
    new_follow_up(session, customer.id, fields, source=FollowUpSource.RETURNED, now=now, today=today)
    return 1
