"""The plan of a day: which of the follow-ups that are due are its tasks, and which wait."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.analytics.day_plan import DueLine, chosen
from app.analytics.occasions import Ints, places_in
from app.domain.care import CareSettings, RuleKind
from app.domain.day_plan import DayPlan, QueuedPrint, Room, print_queue
from app.domain.entities import Entity
from app.domain.follow_ups import PROGRAM_CLOSED, FollowUpKind
from app.domain.periods import day_number
from app.models.care import CareRule
from app.models.changes import cache_of, changed_in
from app.models.counter import FollowUp, whose_task
from app.models.customer import Customer
from app.models.shop import Shop, Staff
from app.queries.due_rows import LISTED, DueRows, due_rows
from app.queries.follow_ups import rows_of
from app.queries.priority import DueColumns, priorities
from app.queries.standing import statuses
from app.queries.touches import touches

AHEAD = timedelta(days=6)
SHOWN_AHEAD = 60
_MADE_OF = (
    Entity.FOLLOW_UP,
    Entity.CUSTOMER,
    Entity.PURCHASE,
    Entity.SHOP,
    Entity.STAFF,
    Entity.RULE,
    Entity.CONTACT,
    Entity.PRINT_RUN,
    Entity.PROPOSAL,
)
_PASSING = (RuleKind.BIRTHDAY, RuleKind.ANNIVERSARY, RuleKind.RENEWAL, RuleKind.FISCAL_START, RuleKind.BUDGET)
_BY_HAND: ColumnElement[bool] = or_(FollowUp.outcome.is_(None), FollowUp.outcome.not_in(PROGRAM_CLOSED))


def day_plan(session: Session, today: date, staff: str | None = None) -> DayPlan:
    """The plan of the shop; with `staff` what of it is theirs: given to them, or to nobody in particular for one of their customers."""
    if changed_in(session):
        plan = _build(session, today)
        return plan if staff is None else _of_staff(session, plan, staff)
    plan = cache_of(session).get(f"day plan of {today}", _MADE_OF, lambda: _build(session, today))
    if staff is None:
        return plan
    return cache_of(session).get(f"day plan of {today} for {staff}", _MADE_OF, lambda: _of_staff(session, plan, staff))


def queue_of(session: Session, plan: DayPlan) -> tuple[QueuedPrint, ...]:
    """Cards and letters due on the day of the plan, also those there is no room for; who rests gets none."""
    if changed_in(session):
        return _queue(session, plan)
    return cache_of(session).get(f"print queue of {plan.day}", _MADE_OF, lambda: _queue(session, plan), basis=plan)


def _queue(session: Session, plan: DayPlan) -> tuple[QueuedPrint, ...]:
    rows, ready = due_rows(session, plan.day), plan.ready
    wanted = np.array([*(row.id for row in plan.tasks), *ready.follow_up_ids], dtype=np.int64)
    customer = np.array([*(row.customer_id for row in plan.tasks), *ready.customer_ids], dtype=np.int64)
    printed = np.append(rows.printed, -1)[places_in(rows.follow_up, wanted)]
    kinds = {number: kind.value for number, kind in session.execute(select(CareRule.id, CareRule.kind))}
    found: dict[tuple[FollowUpKind, str, str], int] = {}
    # What different rules of one kind made is one run; the last place is for what is not printed.
    run_of = [found.setdefault((one.kind, one.template, kinds.get(one.rule_id, "")), len(found)) for one in rows.prints]
    run = np.array([*run_of, -1])[printed]
    runs = []
    for words, number in found.items():
        places = np.flatnonzero(run == number)
        if len(places):
            runs.append((*words, wanted[places].tolist(), customer[places].tolist()))
    return print_queue(runs)


def _build(session: Session, today: date) -> DayPlan:
    care = CareSettings.from_json(session.scalar(select(Shop.care)))
    rows = due_rows(session, today)
    columns = _columns(session, rows)
    priority = priorities(statuses(session, today), columns, care, today)
    done = _done(session, today)
    room = Room(care.cap, len(done), _rule_caps(session), Counter(rule for _number, rule in done if rule is not None))
    until = _rests_until(session, columns, today, care.rest_days)
    order = priority.order
    places, waiting = chosen(DueLine(rows.follow_up[order], rows.customer[order], rows.rule[order], until[order]), room)
    tasks = {int(rows.follow_up[place]): place for place in order[places].tolist()}
    return DayPlan(
        day=today,
        cap=care.cap,
        tasks=tuple(rows_of(session, list(tasks))),
        done=tuple(rows_of(session, [number for number, _rule in done])),
        week=tuple(rows_of(session, _ahead(session, today))),
        more=waiting,
        ranks={number: priority.rank(place) for number, place in tasks.items()},
    )


def _columns(session: Session, rows: DueRows) -> DueColumns:
    passing = session.scalars(select(CareRule.id).where(CareRule.kind.in_(_PASSING))).all()
    passes = np.isin(rows.rule, passing)
    return DueColumns(rows.follow_up, rows.customer, rows.due, rows.deadline, rows.is_promised.astype(np.bool_), passes)


def _rests_until(session: Session, columns: DueColumns, today: date, rest_days: int) -> Ints:
    """Day numbers, 0 for whoever was not touched lately and for what cannot wait."""
    if not rest_days:
        return np.zeros(len(columns.follow_up), dtype=np.int64)
    until = touches(session, today, rest_days).last_of(columns.customer) + rest_days
    now = day_number(today)
    return np.where((until > now) & ~columns.is_promised & (columns.deadline > now), until, 0)


def _done(session: Session, today: date) -> list[tuple[int, int | None]]:
    """What people closed today, newest first, with the rule that had made it."""
    query = select(FollowUp.id, FollowUp.rule_id).join(Customer, Customer.id == FollowUp.customer_id)
    query = query.where(FollowUp.done_on == today, _BY_HAND, LISTED)
    return [(number, rule) for number, rule in session.execute(query.order_by(FollowUp.done_at.desc(), FollowUp.id.desc()))]


def _ahead(session: Session, today: date) -> list[int]:
    query = select(FollowUp.id).join(Customer, Customer.id == FollowUp.customer_id)
    query = query.where(FollowUp.done_on.is_(None), FollowUp.due > today, FollowUp.due <= today + AHEAD, LISTED)
    return list(session.scalars(query.order_by(FollowUp.due, FollowUp.id).limit(SHOWN_AHEAD)))


def _rule_caps(session: Session) -> dict[int, int]:
    query = select(CareRule.id, CareRule.cap).where(CareRule.cap.is_not(None))
    return {number: cap for number, cap in session.execute(query) if cap is not None}


def _of_staff(session: Session, plan: DayPlan, staff: str) -> DayPlan:
    member = select(Staff.id).where(Staff.name == staff)
    query = select(FollowUp.id).join(Customer, Customer.id == FollowUp.customer_id)
    lately = or_(FollowUp.done_on == plan.day, and_(FollowUp.done_on.is_(None), FollowUp.due <= plan.day + AHEAD))
    mine = set(session.scalars(query.where(whose_task().in_(member), lately)))
    return replace(
        plan,
        tasks=tuple(row for row in plan.tasks if row.id in mine),
        done=tuple(row for row in plan.done if row.id in mine),
        week=tuple(row for row in plan.week if row.id in mine),
        more=plan.more.among(mine),
    )
