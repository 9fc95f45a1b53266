"""Follow-ups: planning, moving, finishing. Each is one recorded act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.contacts import ContactKind
from app.domain.follow_ups import (
    FollowUpFields,
    FollowUpGone,
    FollowUpInPast,
    FollowUpKind,
    FollowUpOutcome,
    FollowUpSource,
    FollowUpsOutcome,
)
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer, is_within_reach
from app.services.actions import recorded
from app.services.customers import find, staff_named

_CONTACTS = {
    FollowUpKind.CALL: ContactKind.PHONE,
    FollowUpKind.VISIT: ContactKind.TALK,
    FollowUpKind.TALK: ContactKind.TALK,
    FollowUpKind.EMAIL: ContactKind.EMAIL,
}
_AT_ONCE = 500


def new_follow_up(
    session: Session,
    customer_id: int,
    fields: FollowUpFields,
    *,
    source: FollowUpSource,
    now: datetime,
    today: date,
    purchase_id: int | None = None,
) -> FollowUp:
    """The row of a new follow-up, written within the act that is being recorded. FollowUpInPast, UnknownStaff, CustomerGone."""
    _check_day(fields.due, today)
    find(session, customer_id)
    follow_up = _row(customer_id, fields, _staff_id(session, fields.staff), source, now, purchase_id)
    session.add(follow_up)
    session.flush()
    return follow_up


def add_follow_up(
    session: Session,
    customer_id: int,
    fields: FollowUpFields,
    *,
    now: datetime,
    today: date,
    source: FollowUpSource = FollowUpSource.HAND,
) -> FollowUpOutcome:
    """FollowUpInPast(field="due"), UnknownStaff(field="staff"), CustomerGone."""
    name = find(session, customer_id).name
    with recorded(session, ActionKind.ADD_FOLLOW_UP, now=now, name=name, day=fields.due.isoformat()) as act:
        follow_up = new_follow_up(session, customer_id, fields, source=source, now=now, today=today)
    return FollowUpOutcome(follow_up.id, act.action_id)


def add_follow_ups(
    session: Session, customer_ids: Sequence[int], fields: FollowUpFields, *, source: FollowUpSource, now: datetime, today: date
) -> FollowUpsOutcome:
    """The same for many customers as one act. Left out are the archived, those who left or do not want to be contacted, and those for
    whom the very same is planned already. FollowUpInPast, UnknownStaff."""
    _check_day(fields.due, today)
    staff_id = _staff_id(session, fields.staff)
    wanted = list(dict.fromkeys(customer_ids))
    reachable = _reachable(session, wanted) - _planned(session, fields)
    chosen = [number for number in wanted if number in reachable]
    if not chosen:
        return FollowUpsOutcome(None, 0, len(wanted))
    with recorded(session, ActionKind.ADD_FOLLOW_UPS, now=now, count=len(chosen), day=fields.due.isoformat()) as act:
        session.add_all([_row(number, fields, staff_id, source, now, None) for number in chosen])
    return FollowUpsOutcome(act.action_id, len(chosen), len(wanted) - len(chosen))


def edit_follow_up(session: Session, follow_up_id: int, fields: FollowUpFields, *, now: datetime, today: date) -> int | None:
    """The action's id, None when nothing was different. A day that is past already may stay. FollowUpGone, FollowUpInPast, UnknownStaff."""
    follow_up = _found(session, follow_up_id)
    if fields.due != follow_up.due:
        _check_day(fields.due, today)
    wanted = (fields.due, fields.kind, fields.note.strip(), _staff_id(session, fields.staff))
    if wanted == (follow_up.due, follow_up.kind, follow_up.note, follow_up.staff_id):
        return None
    with recorded(session, ActionKind.EDIT_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        follow_up.due, follow_up.kind, follow_up.note, follow_up.staff_id = wanted
    return act.action_id


def move_follow_up(session: Session, follow_up_id: int, due: date, *, now: datetime, today: date) -> int | None:
    """To another day; the action's id, None when it is that day already. FollowUpGone, FollowUpInPast."""
    _check_day(due, today)
    follow_up = _found(session, follow_up_id)
    if follow_up.due == due:
        return None
    with recorded(session, ActionKind.MOVE_FOLLOW_UP, now=now, name=_name(session, follow_up), day=due.isoformat()) as act:
        follow_up.due = due
    return act.action_id


def finish_follow_up(session: Session, follow_up_id: int, *, note: str = "", now: datetime, today: date) -> int:
    """Done today; a `note` of how it went becomes a contact with the customer. The action's id. FollowUpGone, also when it is done."""
    follow_up = _found(session, follow_up_id)
    if follow_up.done_on is not None:
        raise FollowUpGone
    with recorded(session, ActionKind.FINISH_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        if note.strip():
            kind = _CONTACTS.get(follow_up.kind, ContactKind.NOTE)
            contact = Contact(
                customer_id=follow_up.customer_id, kind=kind, day=today, at=now, staff_id=follow_up.staff_id, text=note.strip()
            )
            session.add(contact)
            session.flush()
            follow_up.contact_id = contact.id
        follow_up.done_on, follow_up.done_at = today, now
    return act.action_id


def reopen_follow_up(session: Session, follow_up_id: int, *, now: datetime) -> int:
    """Open again on its old day; what was said when it was done stays said. The action's id. FollowUpGone, also when it is open."""
    follow_up = _found(session, follow_up_id)
    if follow_up.done_on is None:
        raise FollowUpGone
    with recorded(session, ActionKind.REOPEN_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        follow_up.done_on = follow_up.done_at = follow_up.contact_id = None
    return act.action_id


def delete_follow_up(session: Session, follow_up_id: int, *, now: datetime) -> int:
    """The action's id. FollowUpGone."""
    follow_up = _found(session, follow_up_id)
    with recorded(session, ActionKind.DELETE_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        session.delete(follow_up)
    return act.action_id


def _row(
    customer_id: int, fields: FollowUpFields, staff_id: int | None, source: FollowUpSource, now: datetime, purchase_id: int | None
) -> FollowUp:
    return FollowUp(
        customer_id=customer_id,
        due=fields.due,
        kind=fields.kind,
        source=source,
        note=fields.note.strip(),
        staff_id=staff_id,
        purchase_id=purchase_id,
        created_at=now,
    )


def _check_day(due: date, today: date) -> None:
    if due < today:
        raise FollowUpInPast(field="due")


def _staff_id(session: Session, name: str) -> int | None:
    found = staff_named(session, name)
    if name and found is None:
        raise UnknownStaff(field="staff", name=name)
    return found


def _found(session: Session, follow_up_id: int) -> FollowUp:
    follow_up = session.get(FollowUp, follow_up_id)
    if follow_up is None:
        raise FollowUpGone
    return follow_up


def _name(session: Session, follow_up: FollowUp) -> str:
    return find(session, follow_up.customer_id).name


def _reachable(session: Session, customer_ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for begin in range(0, len(customer_ids), _AT_ONCE):
        part = Customer.id.in_(customer_ids[begin : begin + _AT_ONCE])
        found |= set(session.scalars(select(Customer.id).where(part, is_within_reach())))
    return found


def _planned(session: Session, fields: FollowUpFields) -> set[int]:
    same = select(FollowUp.customer_id).where(
        FollowUp.done_on.is_(None), FollowUp.due == fields.due, FollowUp.kind == fields.kind, FollowUp.note == fields.note.strip()
    )
    return set(session.scalars(same))
