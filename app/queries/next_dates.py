"""Customers nobody would think of again: no follow-up is planned, and no rule will bring one by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from math import ceil

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.care import HORIZON_DAYS, RuleFields, RuleKind
from app.domain.care_view import RuleRow, WithoutNextDate
from app.domain.entities import EVERYTHING, Entity
from app.domain.follow_ups import next_working_day
from app.domain.next_things import NextDate
from app.domain.periods import day_number, day_of
from app.domain.rhythm import shop_rhythm
from app.models.arrays import read_columns
from app.models.care_finders import CareWorld, Span, find
from app.models.care_finders.columns import Flags, Found, Ints, places_of
from app.models.care_finders.visits import contact_days
from app.models.changes import cache_of, changed_in
from app.models.counter import FollowUp
from app.models.shop import Shop
from app.queries.care import care_settings, rules
from app.queries.care_made import not_made_yet
from app.queries.care_world import care_world
from app.queries.standing import shop_rules

_MADE_OF = EVERYTHING - {Entity.ACTION, Entity.TEMPLATE, Entity.GROUP, Entity.TARGET, Entity.REPORT, Entity.CODE}
_DAYS_TO_SPREAD = 250
"""Nobody who is late already is proposed for a later working day than that."""


def without_next_date(session: Session, today: date) -> WithoutNextDate:
    """Within reach, without an open follow-up, and without one that a rule brings by itself within HORIZON_DAYS; the longest not seen
    first. The proposed day: the last visit and the usual time after it, on a day the shop is open, from tomorrow on; of those who are
    late already no more on a day than the shop does."""
    if changed_in(session):
        return _without(session, today)
    return cache_of(session).get(f"without a next date on {today}", _MADE_OF, lambda: _without(session, today))


def _without(session: Session, today: date) -> WithoutNextDate:
    world = care_world(session, today)
    ids = world.people.customer
    left = ~_are_among(ids, _planned(session))
    for row in rules(session):
        if row.fields.is_on and row.since is not None and row.fields.kind is not RuleKind.HEALTH_FALLING and left.any():
            left &= ~_are_among(ids, _to_come(world, row).customer)
    waiting = ids[left]
    seen, days = _usual_days(session, world, waiting)
    order = np.lexsort((waiting, seen))
    return WithoutNextDate(tuple(waiting[order].tolist()), _proposed(session, today, waiting[order], days[order]))


def next_date(session: Session, customer_id: int, today: date) -> NextDate | None:
    """Of a customer with nothing planned: the day a rule that is on will bring, else the one that is proposed: the last visit and the usual
    time after it, the next day the shop is open when that is over. None out of reach and when something is planned."""
    world = care_world(session, today, only=customer_id)
    planned = select(FollowUp.id).where(FollowUp.customer_id == customer_id, FollowUp.done_on.is_(None)).limit(1)
    if not len(world.people.customer) or session.scalar(planned) is not None:
        return None
    first: tuple[int, RuleFields] | None = None
    for row in rules(session):
        if row.fields.is_on and row.since is not None and row.fields.kind is not RuleKind.HEALTH_FALLING:
            due = min(_to_come(world, row).due.tolist(), default=None)
            if due is not None and (first is None or due < first[0]):
                first = (due, row.fields)
    if first is not None:
        return NextDate(day_of(first[0]), first[1])
    _, days = _usual_days(session, world, world.people.customer)
    return NextDate(next_working_day(max(today, day_of(int(days[0]) - 1)), _closed(session)))


def _to_come(world: CareWorld, row: RuleRow) -> Found:
    """Of a rule that is on, what it will bring after today."""
    since = day_number(row.since or world.today)
    found = find(world, row.fields, Span(max(world.day + 1, since), world.day + 1 + HORIZON_DAYS, since))
    return not_made_yet(world, row, found)


def _planned(session: Session) -> Ints:
    return np.unique(read_columns(session, select(FollowUp.customer_id).where(FollowUp.done_on.is_(None)))[0])


def _are_among(ids: Ints, some: Ints) -> Flags:
    found: Flags = places_of(np.unique(some), ids) >= 0
    return found


def _usual_days(session: Session, world: CareWorld, customers: Ints) -> tuple[Ints, Ints]:
    """The day each was seen last (or came onto the books), and the one on which he would usually come again."""
    s = world.standing
    places = places_of(s.customer, customers)
    shop = shop_rules(session)
    usual = np.full(len(customers), shop_rhythm(shop.shop_gap, shop.window))
    seen = world.people.since[places_of(world.people.customer, customers)] if len(customers) else customers
    if len(s.customer):
        has_come = places >= 0
        usual = np.where(has_come, s.rhythm[places], usual)
        seen = np.where(has_come, s.last_day[places], seen)
    own = contact_days(world, customers)
    wait = np.where(own > 0, own, np.maximum(np.floor(usual + 0.5), 1)).astype(np.int64)
    return seen, seen + wait


def _proposed(session: Session, today: date, customers: Ints, days: Ints) -> dict[int, date]:
    closed = _closed(session)
    tomorrow = day_number(today) + 1
    late = int((days <= tomorrow).sum())
    at_once = max(care_settings(session).cap, ceil(late / _DAYS_TO_SPREAD))
    slots = _open_days(today, closed, ceil(late / at_once))
    found: dict[int, date] = {}
    placed = 0
    for customer, number in zip(customers.tolist(), days.tolist(), strict=True):
        if number <= tomorrow:
            found[customer] = slots[placed // at_once]
            placed += 1
        else:
            found[customer] = next_working_day(day_of(number - 1), closed)
    return found


def _closed(session: Session) -> set[int]:
    """Weekdays, 0 for Monday."""
    return set(session.scalars(select(Shop.closed_weekdays)).one_or_none() or ())


def _open_days(today: date, closed: Collection[int], count: int) -> Sequence[date]:
    found: list[date] = []
    day = today
    while len(found) < count:
        day = next_working_day(day, closed)
        found.append(day)
    return found
