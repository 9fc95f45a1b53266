"""The same for many follow-ups: one recorded act each, which one undo takes back. Those gone or closed meanwhile are passed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import BulkOutcome, FollowUpInPast, Outcome
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.services.actions import recorded
from app.services.customers import staff_named
from app.services.follow_ups_done import close, open_ones


def finish_follow_ups(session: Session, follow_up_ids: Sequence[int], *, by: str = "", now: datetime, today: date) -> BulkOutcome:
    """All of them done today. `by`: who did it."""
    return _closed(session, follow_up_ids, Outcome.DONE, ActionKind.FINISH_FOLLOW_UPS, by=by, now=now, today=today)


def skip_follow_ups(session: Session, follow_up_ids: Sequence[int], *, now: datetime, today: date) -> BulkOutcome:
    """None of them is needed this time."""
    return _closed(session, follow_up_ids, Outcome.NOT_NEEDED, ActionKind.SKIP_FOLLOW_UPS, now=now, today=today)


def move_follow_ups(session: Session, follow_up_ids: Sequence[int], due: date, *, now: datetime, today: date) -> BulkOutcome:
    """All of them to one day. FollowUpInPast."""
    if due < today:
        raise FollowUpInPast(field="due")
    return _moved(session, follow_up_ids, lambda _row: due, now=now)


def move_by_days(session: Session, follow_up_ids: Sequence[int], days: int, *, now: datetime, today: date) -> BulkOutcome:
    """Each so many days on from its own day, one whose day is past from today. FollowUpInPast."""
    if days < 1:
        raise FollowUpInPast(field="due")
    return _moved(session, follow_up_ids, lambda row: max(row.due, today) + timedelta(days=days), now=now)


def assign_follow_ups(session: Session, follow_up_ids: Sequence[int], staff: str, *, now: datetime) -> BulkOutcome:
    """`staff`: a name, empty for nobody in particular. UnknownStaff."""
    staff_id = staff_named(session, staff)
    if staff and staff_id is None:
        raise UnknownStaff(field="staff", name=staff)
    rows = [row for row in open_ones(session, follow_up_ids) if row.staff_id != staff_id]
    if not rows:
        return BulkOutcome(None, 0, len(set(follow_up_ids)))
    kind = ActionKind.ASSIGN_FOLLOW_UPS if staff else ActionKind.RELEASE_FOLLOW_UPS
    with recorded(session, kind, now=now, count=len(rows), to=staff) as act:
        for row in rows:
            row.staff_id = staff_id
    return BulkOutcome(act.action_id, len(rows), len(set(follow_up_ids)) - len(rows))


def _closed(
    session: Session, follow_up_ids: Sequence[int], outcome: Outcome, kind: ActionKind, *, by: str = "", now: datetime, today: date
) -> BulkOutcome:
    rows = list(open_ones(session, follow_up_ids))
    if not rows:
        return BulkOutcome(None, 0, len(set(follow_up_ids)))
    with recorded(session, kind, now=now, count=len(rows)) as act:
        for row in rows:
            close(session, row, outcome, by=by, now=now, today=today)
    return BulkOutcome(act.action_id, len(rows), len(set(follow_up_ids)) - len(rows))


def _moved(session: Session, follow_up_ids: Sequence[int], day_for: Callable[[FollowUp], date], *, now: datetime) -> BulkOutcome:
    wanted = [(row, day_for(row)) for row in open_ones(session, follow_up_ids)]
    moved = [(row, due) for row, due in wanted if row.due != due]
    if not moved:
        return BulkOutcome(None, 0, len(set(follow_up_ids)))
    with recorded(session, ActionKind.MOVE_FOLLOW_UPS, now=now, count=len(moved)) as act:
        for row, due in moved:
            row.due = due
    return BulkOutcome(act.action_id, len(moved), len(set(follow_up_ids)) - len(moved))
