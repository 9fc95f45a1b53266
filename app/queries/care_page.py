"""The page of follow-ups: how full the days are, and what one of them holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.domain.care_page import CareDay, CarePage, DayLoad
from app.domain.day_plan import DayPlan
from app.domain.follow_ups import Outcome
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.shop import Shop, Staff
from app.queries.care import care_settings, coming, coming_counts
from app.queries.day_plan import day_plan
from app.queries.follow_ups import rows_of
from app.queries.last_talks import last_talks

_LISTED = (Customer.archived_at.is_(None), Customer.is_deceased.is_(False))
_BY_PEOPLE = or_(FollowUp.outcome.is_(None), FollowUp.outcome.in_((Outcome.DONE, Outcome.NOT_NEEDED)))
_DAY = timedelta(days=1)


def care_page(session: Session, start: date, end: date, day: date, today: date) -> CarePage:
    """The days of [start, end) and what `day` holds. What is overdue belongs to today, and so does what today's cap leaves over."""
    care = care_settings(session)
    plan = day_plan(session, today) if start <= today < end or day == today else None
    closed = set(session.scalars(select(Shop.closed_weekdays)).one())
    done, left = _done(session, start, end), _open(session, max(start, today + _DAY), end)
    foreseen = coming_counts(session, start, end, today)
    loads = []
    for number in range((end - start).days):
        one = start + number * _DAY
        tasks = len(plan.tasks) if plan is not None and one == today else left.get(one, 0)
        loads.append(DayLoad(one, done.get(one, 0), tasks, foreseen.get(one, 0), one.weekday() in closed))
    if plan is not None and day == today:
        held = _today(plan)
    else:
        held = _day(session, day, today)
    talks = last_talks(session, (row.customer_id for row in held.open))
    return CarePage(
        tuple(loads),
        replace(held, talks=talks),
        care.cap,
        care.rest_days,
        has_staff=session.scalars(select(func.count(Staff.id)).where(Staff.is_active)).one() > 0,
        is_begun=session.scalars(select(FollowUp.id).limit(1)).first() is not None,
    )


def due_count(session: Session, now: datetime, today: date) -> int:
    """How many follow-ups are the tasks of the day and not done yet: the number in the sidebar."""
    return len(day_plan(session, today).tasks)


def _today(plan: DayPlan) -> CareDay:
    ready = plan.ready
    return CareDay(
        plan.day,
        plan.overdue,
        plan.due_today,
        plan.done,
        more=tuple(plan.more_customers),
        ready=tuple(dict.fromkeys(ready.customer_ids)),
        ready_ids=ready.follow_up_ids,
        resting=plan.resting,
    )


def _day(session: Session, day: date, today: date) -> CareDay:
    """A day that is not today; of a past one what was done, for what is left of it stands on today."""
    done = _ids(session, FollowUp.done_on == day, _BY_PEOPLE)
    if day < today:
        return CareDay(day, done=tuple(rows_of(session, done)))
    due = _ids(session, FollowUp.due == day, FollowUp.done_on.is_(None))
    foreseen = coming(session, day, day + _DAY, today).get(day, ())
    return CareDay(day, due=tuple(rows_of(session, due)), foreseen=tuple(foreseen))


def _ids(session: Session, *conditions: ColumnElement[bool]) -> list[int]:
    query = select(FollowUp.id).join(Customer, Customer.id == FollowUp.customer_id).where(*conditions, *_LISTED)
    return list(session.scalars(query.order_by(FollowUp.deadline.is_(None), FollowUp.deadline, Customer.kana, FollowUp.id)))


def _done(session: Session, start: date, end: date) -> Mapping[date, int]:
    query = (
        select(FollowUp.done_on, func.count(FollowUp.id))
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(FollowUp.done_on >= start, FollowUp.done_on < end, _BY_PEOPLE, *_LISTED)
        .group_by(FollowUp.done_on)
    )
    return {day: count for day, count in session.execute(query) if day is not None}


def _open(session: Session, start: date, end: date) -> Mapping[date, int]:
    query = (
        select(FollowUp.due, func.count(FollowUp.id))
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(FollowUp.due >= start, FollowUp.due < end, FollowUp.done_on.is_(None), *_LISTED)
        .group_by(FollowUp.due)
    )
    return {day: count for day, count in session.execute(query)}
