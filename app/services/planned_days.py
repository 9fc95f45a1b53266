"""A follow-up for each of many customers, each on a day of their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import FollowUpKind, FollowUpSource, FollowUpsOutcome
from app.models.counter import FollowUp
from app.models.customer import Customer, is_within_reach
from app.models.shop import Staff
from app.services.actions import recorded

_AT_ONCE = 500


def plan_at_days(
    session: Session, days: Mapping[int, date], *, kind: FollowUpKind = FollowUpKind.CALL, now: datetime, today: date
) -> FollowUpsOutcome:
    """One act, for whoever looks after each of them. Left out are those who have something planned by now, left, or do not want to be
    contacted; a day that is past becomes today."""
    staff = _reachable_without_plan(session, list(days))
    chosen = [number for number in days if number in staff]
    if not chosen:
        return FollowUpsOutcome(None, 0, len(days))
    first = max(today, min(days[number] for number in chosen))
    with recorded(session, ActionKind.ADD_FOLLOW_UPS, now=now, count=len(chosen), day=first.isoformat()) as act:
        session.add_all(
            FollowUp(
                customer_id=number,
                due=max(today, days[number]),
                kind=kind,
                source=FollowUpSource.HAND,
                note="",
                staff_id=staff[number],
                created_at=now,
            )
            for number in chosen
        )
    return FollowUpsOutcome(act.action_id, len(chosen), len(days) - len(chosen))


def _reachable_without_plan(session: Session, customer_ids: list[int]) -> dict[int, int | None]:
    """Who looks after each of those who can be planned for."""
    has_plan = select(FollowUp.id).where(FollowUp.customer_id == Customer.id, FollowUp.done_on.is_(None)).exists()
    found: dict[int, int | None] = {}
    for begin in range(0, len(customer_ids), _AT_ONCE):
        part = Customer.id.in_(customer_ids[begin : begin + _AT_ONCE])
        query = (
            select(Customer.id, Staff.id)
            .outerjoin(Staff, (Staff.id == Customer.staff_id) & Staff.is_active)
            .where(part, is_within_reach(), ~has_plan)
        )
        found.update({number: staff_id for number, staff_id in session.execute(query)})
    return found
