"""The plan of a day: which of the follow-ups that are due are its tasks, and which wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from sqlalchemy import ColumnElement, Integer, and_, case, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.care import CareSettings, RuleKind
from app.domain.day_plan import PROMISED, DayPlan, Due, QueuedPrint, Room, chosen, print_queue
from app.domain.entities import Entity
from app.domain.follow_ups import PROGRAM_CLOSED, FollowUpKind, FollowUpSource
from app.domain.periods import day_number, day_of
from app.models.arrays import read_columns
from app.models.care import CareRule
from app.models.changes import cache_of, changed_in
from app.models.counter import FollowUp
from app.models.customer import Customer, is_within_reach
from app.models.shop import Shop, Staff
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
_NO_DEADLINE = 10**6
_PASSING = (RuleKind.BIRTHDAY, RuleKind.ANNIVERSARY, RuleKind.RENEWAL, RuleKind.FISCAL_START, RuleKind.BUDGET)
_LISTED = and_(Customer.archived_at.is_(None), Customer.is_deceased.is_(False))
_BY_HAND: ColumnElement[bool] = or_(FollowUp.outcome.is_(None), FollowUp.outcome.not_in(PROGRAM_CLOSED))


def day_plan(session: Session, today: date, staff: str | None = None) -> DayPlan:
    """The plan of the shop; with `staff` what of it is theirs: given to them, or to nobody in particular for one of their customers."""
    plan = _plan(session, today)
    return plan if staff is None else _of_staff(session, plan, staff)


def due_count(session: Session, today: date) -> int:
    """How many are due, tasks or not."""
    query = select(func.count()).select_from(FollowUp).join(Customer, Customer.id == FollowUp.customer_id)
    return session.scalar(query.where(_is_due(today))) or 0


def queue_of(session: Session, plan: DayPlan) -> tuple[QueuedPrint, ...]:
    """Cards and letters due on the day of the plan, also those there is no room for; who rests gets none."""
    wanted = [one.follow_up_id for one in plan.ready]
    printed = set(_of_kinds(session, wanted, (FollowUpKind.CARD, FollowUpKind.LETTER)))
    return print_queue([*plan.tasks, *rows_of(session, [number for number in wanted if number in printed])])


def _plan(session: Session, today: date) -> DayPlan:
    if changed_in(session):
        return _build(session, today)
    return cache_of(session).get(f"day plan of {today}", _MADE_OF, lambda: _build(session, today))


def _build(session: Session, today: date) -> DayPlan:
    care = CareSettings.from_json(session.scalar(select(Shop.care)))
    columns, rules = _due(session, today)
    priority = priorities(statuses(session, today), columns, care, today)
    done = _done(session, today)
    room = Room(care.cap, len(done), _rule_caps(session), Counter(rule for _number, rule in done if rule is not None))
    until = _rests_until(session, columns, today, care.rest_days)
    dues = [
        Due(int(columns.follow_up[place]), int(columns.customer[place]), int(rules[place]) or None, until.get(place))
        for place in priority.order.tolist()
    ]
    tasks, waiting = chosen(dues, room)
    places = dict(zip(columns.follow_up.tolist(), range(len(columns.follow_up)), strict=True))
    return DayPlan(
        day=today,
        cap=care.cap,
        tasks=tuple(rows_of(session, tasks)),
        done=tuple(rows_of(session, [number for number, _rule in done])),
        week=tuple(rows_of(session, _ahead(session, today))),
        more=tuple(waiting),
        ranks={number: priority.rank(places[number]) for number in tasks},
    )


def _is_due(today: date) -> ColumnElement[bool]:
    """Open and due. What a rule made is not due for somebody who is out of reach."""
    within = or_(FollowUp.source != FollowUpSource.RULE, is_within_reach())
    return and_(FollowUp.done_on.is_(None), FollowUp.due <= today, _LISTED, within)


def _due(session: Session, today: date) -> tuple[DueColumns, Ints]:
    """What is due, and the rules that made it (0 for none)."""
    query = select(
        FollowUp.id,
        FollowUp.customer_id,
        type_coerce(FollowUp.due, Integer),
        func.coalesce(type_coerce(FollowUp.deadline, Integer), _NO_DEADLINE),
        case((FollowUp.source.in_(PROMISED), 1), else_=0),
        func.coalesce(FollowUp.rule_id, 0),
    ).join(Customer, Customer.id == FollowUp.customer_id)
    number, customer, due, deadline, promised, rule = read_columns(session, query.where(_is_due(today)))
    passing = session.scalars(select(CareRule.id).where(CareRule.kind.in_(_PASSING))).all()
    return DueColumns(number, customer, due, deadline, promised.astype(np.bool_), np.isin(rule, passing)), rule


def _rests_until(session: Session, columns: DueColumns, today: date, rest_days: int) -> dict[int, date]:
    """By position, of those whose customer was touched lately and that can wait."""
    if not rest_days:
        return {}
    until = touches(session, today, rest_days).last_of(columns.customer) + rest_days
    now = day_number(today)
    rests = (until > now) & ~columns.is_promised & (columns.deadline > now)
    return {place: day_of(int(until[place])) for place in np.flatnonzero(rests).tolist()}


def _done(session: Session, today: date) -> list[tuple[int, int | None]]:
    """What people closed today, newest first, with the rule that had made it."""
    query = select(FollowUp.id, FollowUp.rule_id).join(Customer, Customer.id == FollowUp.customer_id)
    query = query.where(FollowUp.done_on == today, _BY_HAND, _LISTED)
    return [(number, rule) for number, rule in session.execute(query.order_by(FollowUp.done_at.desc(), FollowUp.id.desc()))]


def _ahead(session: Session, today: date) -> list[int]:
    query = select(FollowUp.id).join(Customer, Customer.id == FollowUp.customer_id)
    query = query.where(FollowUp.done_on.is_(None), FollowUp.due > today, FollowUp.due <= today + AHEAD, _LISTED)
    return list(session.scalars(query.order_by(FollowUp.due, FollowUp.id).limit(SHOWN_AHEAD)))


def _rule_caps(session: Session) -> dict[int, int]:
    query = select(CareRule.id, CareRule.cap).where(CareRule.cap.is_not(None))
    return {number: cap for number, cap in session.execute(query) if cap is not None}


def _of_kinds(session: Session, follow_up_ids: Collection[int], kinds: Collection[FollowUpKind]) -> list[int]:
    wanted = list(follow_up_ids)
    parts = [wanted[begin : begin + 500] for begin in range(0, len(wanted), 500)]
    query = select(FollowUp.id).where(FollowUp.kind.in_(kinds))
    return [number for part in parts for number in session.scalars(query.where(FollowUp.id.in_(part)))]


def _of_staff(session: Session, plan: DayPlan, staff: str) -> DayPlan:
    member = select(Staff.id).where(Staff.name == staff)
    query = select(FollowUp.id).join(Customer, Customer.id == FollowUp.customer_id)
    theirs = func.coalesce(FollowUp.staff_id, Customer.staff_id).in_(member)
    lately = or_(FollowUp.done_on == plan.day, and_(FollowUp.done_on.is_(None), FollowUp.due <= plan.day + AHEAD))
    mine = set(session.scalars(query.where(theirs, lately)))
    return replace(
        plan,
        tasks=tuple(row for row in plan.tasks if row.id in mine),
        done=tuple(row for row in plan.done if row.id in mine),
        week=tuple(row for row in plan.week if row.id in mine),
        more=tuple(one for one in plan.more if one.follow_up_id in mine),
    )
