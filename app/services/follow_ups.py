"""Follow-ups: planning, trying, moving, finishing. Each is one recorded act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import (
    LONGEST_REPEAT,
    Attempt,
    DeadlineBeforeDay,
    FollowUpFields,
    FollowUpGone,
    FollowUpInPast,
    FollowUpOutcome,
    FollowUpSource,
    FollowUpsOutcome,
    NeverRepeated,
    Outcome,
    TriedOutcome,
    Turn,
    next_working_day,
)
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.models.customer import Customer, is_within_reach
from app.models.shop import Shop
from app.services.actions import recorded
from app.services.customers import find, staff_named
from app.services.follow_ups_done import add_contact, close, drop_repeated

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
    about_id: int | None = None,
    template: str = "",
    reason: Mapping[str, Any] | None = None,
) -> FollowUp:
    """The row of a new follow-up, written within the act that is being recorded. FollowUpInPast, DeadlineBeforeDay, NeverRepeated,
    UnknownStaff, CustomerGone."""
    _check(fields, today)
    find(session, customer_id)
    follow_up = _row(customer_id, fields, _staff_id(session, fields.staff), source, now)
    follow_up.purchase_id, follow_up.about_id, follow_up.template = purchase_id, about_id, template
    follow_up.reason = dict(reason or {})
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
    """FollowUpInPast(field="due"), DeadlineBeforeDay, NeverRepeated, UnknownStaff(field="staff"), CustomerGone."""
    name = find(session, customer_id).name
    with recorded(session, ActionKind.ADD_FOLLOW_UP, now=now, name=name, day=fields.due.isoformat()) as act:
        follow_up = new_follow_up(session, customer_id, fields, source=source, now=now, today=today)
    return FollowUpOutcome(follow_up.id, act.action_id)


def add_follow_ups(
    session: Session, customer_ids: Sequence[int], fields: FollowUpFields, *, source: FollowUpSource, now: datetime, today: date
) -> FollowUpsOutcome:
    """The same for many customers as one act. Left out are the archived, those who left or do not want to be contacted, and those for
    whom the very same is planned already. FollowUpInPast, DeadlineBeforeDay, NeverRepeated, UnknownStaff."""
    _check(fields, today)
    staff_id = _staff_id(session, fields.staff)
    wanted = list(dict.fromkeys(customer_ids))
    reachable = _reachable(session, wanted) - _planned(session, fields)
    chosen = [number for number in wanted if number in reachable]
    if not chosen:
        return FollowUpsOutcome(None, 0, len(wanted))
    with recorded(session, ActionKind.ADD_FOLLOW_UPS, now=now, count=len(chosen), day=fields.due.isoformat()) as act:
        session.add_all([_row(number, fields, staff_id, source, now) for number in chosen])
    return FollowUpsOutcome(act.action_id, len(chosen), len(wanted) - len(chosen))


def edit_follow_up(session: Session, follow_up_id: int, fields: FollowUpFields, *, now: datetime, today: date) -> int | None:
    """The action's id, None when nothing was different. A day that is past already may stay, and so may one that was put off beyond the
    deadline. FollowUpGone, FollowUpInPast, DeadlineBeforeDay, NeverRepeated, UnknownStaff."""
    follow_up = _found(session, follow_up_id)
    _check(fields, today if fields.due != follow_up.due else follow_up.due, (follow_up.due, follow_up.deadline))
    staff_id = _staff_id(session, fields.staff)
    wanted = (fields.due, fields.kind, fields.note.strip(), staff_id, fields.deadline, fields.repeat_months)
    is_so = (follow_up.due, follow_up.kind, follow_up.note, follow_up.staff_id, follow_up.deadline, follow_up.repeat_months)
    if wanted == is_so:
        return None
    with recorded(session, ActionKind.EDIT_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        if follow_up.source is not FollowUpSource.RULE and (fields.due, fields.repeat_months) != (follow_up.due, follow_up.repeat_months):
            follow_up.occasion = _turn(fields)
        follow_up.due, follow_up.kind, follow_up.note, follow_up.staff_id = wanted[:4]
        follow_up.deadline, follow_up.repeat_months = wanted[4:]
    return act.action_id


def move_follow_up(session: Session, follow_up_id: int, due: date, *, now: datetime, today: date) -> int | None:
    """To another day; the action's id, None when it is that day already. FollowUpGone, also when it is done; FollowUpInPast."""
    if due < today:
        raise FollowUpInPast(field="due")
    follow_up = _open(session, follow_up_id)
    if follow_up.due == due:
        return None
    with recorded(session, ActionKind.MOVE_FOLLOW_UP, now=now, name=_name(session, follow_up), day=due.isoformat()) as act:
        follow_up.due = due
    return act.action_id


def try_follow_up(
    session: Session, follow_up_id: int, attempt: Attempt, *, note: str = "", by: str = "", now: datetime, today: date
) -> TriedOutcome:
    """Nobody was reached: noted with the customer, and it comes back on the next day the shop is open. `by`: who tried. FollowUpGone,
    also when it is done."""
    follow_up = _open(session, follow_up_id)
    closed = session.scalar(select(Shop.closed_weekdays)) or []
    due = next_working_day(today, closed)
    with recorded(session, ActionKind.TRY_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        add_contact(session, follow_up, note, by=by, now=now, today=today, attempt=attempt)
        follow_up.tries, follow_up.due = follow_up.tries + 1, due
    return TriedOutcome(act.action_id, due)


def finish_follow_up(
    session: Session,
    follow_up_id: int,
    *,
    note: str = "",
    outcome: Outcome = Outcome.DONE,
    by: str = "",
    now: datetime,
    today: date,
) -> int:
    """Done today, or not needed; a `note` of how it went becomes a contact with the customer. What repeats is planned anew in the same
    act. `by`: who did it. The action's id. FollowUpGone, also when it is done."""
    follow_up = _open(session, follow_up_id)
    kind = ActionKind.FINISH_FOLLOW_UP if outcome is Outcome.DONE else ActionKind.SKIP_FOLLOW_UP
    with recorded(session, kind, now=now, name=_name(session, follow_up)) as act:
        close(session, follow_up, outcome, note=note, by=by, now=now, today=today)
    return act.action_id


def reopen_follow_up(session: Session, follow_up_id: int, *, now: datetime) -> int:
    """Open again on its old day, and what it had planned in its turn is gone; what was said when it was done stays said. The action's
    id. FollowUpGone, also when it is open."""
    follow_up = _found(session, follow_up_id)
    if follow_up.done_on is None:
        raise FollowUpGone
    with recorded(session, ActionKind.REOPEN_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        drop_repeated(session, follow_up)
        follow_up.done_on = follow_up.done_at = follow_up.contact_id = follow_up.outcome = None
    return act.action_id


def delete_follow_up(session: Session, follow_up_id: int, *, now: datetime) -> int:
    """The action's id. FollowUpGone."""
    follow_up = _found(session, follow_up_id)
    with recorded(session, ActionKind.DELETE_FOLLOW_UP, now=now, name=_name(session, follow_up)) as act:
        session.delete(follow_up)
    return act.action_id


def _row(customer_id: int, fields: FollowUpFields, staff_id: int | None, source: FollowUpSource, now: datetime) -> FollowUp:
    return FollowUp(
        customer_id=customer_id,
        due=fields.due,
        kind=fields.kind,
        source=source,
        note=fields.note.strip(),
        staff_id=staff_id,
        deadline=fields.deadline,
        repeat_months=fields.repeat_months,
        occasion=_turn(fields),
        created_at=now,
    )


def _turn(fields: FollowUpFields) -> str:
    """What repeats begins on its day."""
    return "" if fields.repeat_months is None else Turn(fields.due).to_text()


def _check(fields: FollowUpFields, earliest: date, before: tuple[date, date | None] | None = None) -> None:
    if fields.due < earliest:
        raise FollowUpInPast(field="due")
    if fields.deadline is not None and fields.deadline < fields.due and (fields.due, fields.deadline) != before:
        raise DeadlineBeforeDay(field="deadline")
    if fields.repeat_months is not None and not 1 <= fields.repeat_months <= LONGEST_REPEAT:
        raise NeverRepeated(field="repeat_months")


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


def _open(session: Session, follow_up_id: int) -> FollowUp:
    follow_up = _found(session, follow_up_id)
    if follow_up.done_on is not None:
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
