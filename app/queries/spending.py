"""What was spent in a year on winning customers and on keeping them, from the measures recorded, and what came of either."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, case, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.measures import Arm, MeasureKind, MeasureState
from app.domain.periods import add_months, day_number, month_start
from app.domain.spending import (
    MONTHS,
    WARNED_MONTHS,
    FlowOfPeople,
    Measured,
    Side,
    SideSpending,
    SpendingView,
    planned_new_share,
    split_cost,
)
from app.domain.summary import number_of_month
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer
from app.models.measures import Measure, MeasurePerson
from app.models.shop import Shop
from app.models.summary import CustomerStat, MonthStat
from app.queries.figure_settings import figure_settings
from app.queries.measure_costs import cost_of
from app.queries.measure_margins import measure_margins
from app.queries.measure_results import past_results
from app.queries.receipts import first_occasion_day

_MADE_OF = (Entity.MEASURE, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT, Entity.SHOP, Entity.CUSTOMER)
_NEVER, _LONGEST = 10**6, 366
_FIRST_DAY = type_coerce(CustomerStat.first_day, Integer)


@dataclass(frozen=True, slots=True, eq=False)
class BuyersOfYear:
    """Who has bought, and their net margin in [start, end), minor units, parallel; `first`: day number of the first occasion."""

    start: date
    end: date
    customer: Ints
    first: Ints
    margin: NDArray[np.float64]
    came: NDArray[np.bool_]

    @property
    def is_new(self) -> NDArray[np.bool_]:
        """Who came in the year for the first time."""
        found: NDArray[np.bool_] = self.came & (self.first >= day_number(self.start))
        return found


def buyers_of_year(session: Session, today: date) -> BuyersOfYear:
    """Of the twelve months that end with the day before `today`."""

    def build() -> BuyersOfYear:
        start = add_months(today, -MONTHS)
        columns = select(CustomerStat.customer_id, _FIRST_DAY).where(CustomerStat.first_day.is_not(None), CustomerStat.first_day < today)
        customer, first = read_columns(session, columns)
        margin, came = np.zeros(len(customer)), np.zeros(len(customer), dtype=np.bool_)
        # A month at a time: a year of receipts at once takes the memory of all other figures together.
        days = [add_months(today, back - MONTHS) for back in range(MONTHS + 1)]
        for begin, end in pairwise(days):
            found = measure_margins(session, customer, begin, (end - begin).days, with_before=False)
            margin, came = margin + found.within, came | found.came
        return BuyersOfYear(start, today, customer, first, margin, came)

    if changed_in(session):
        return build()
    return cache_of(session).get(f"buyers of the year before {today}", _MADE_OF, build, sales_before=today)


def spending(session: Session, today: date) -> SpendingView:
    """Of the twelve months that end with the day before `today`."""
    if changed_in(session):
        return _spending(session, today)
    made_of = (*_MADE_OF, Entity.CODE, Entity.PRINT_RUN)
    return cache_of(session).get(f"spending before {today}", made_of, lambda: _spending(session, today), sales_before=today)


def _spending(session: Session, today: date) -> SpendingView:
    shop = session.scalars(select(Shop)).one()
    settings, year = figure_settings(session), buyers_of_year(session, today)
    sent = _Sent(session, year, today)
    new, existing = (_with_customers(session, sent.side(side), sent.reached[side], year) for side in (Side.NEW, Side.EXISTING))
    planned = planned_new_share(settings, shop.trade)
    measured, flow = _measured(session, year, today), flow_of_people(session, today)
    return SpendingView(year.start, today, new, existing, measured, planned, settings.new_share is None, flow, shop.currency)


def flow_of_people(session: Session, today: date) -> FlowOfPeople | None:
    """Won and lost in the last WARNED_MONTHS finished months; None while the shop has not so many."""
    end = month_start(today)
    start = add_months(end, -WARNED_MONTHS)
    first = first_occasion_day(session)
    if first is None or first >= start:
        return None
    one = MonthStat
    query = select(func.sum(one.new), func.sum(one.active_at_start - one.stayed_1))
    new, lost = session.execute(query.where(one.month >= number_of_month(start), one.month < number_of_month(end))).one()
    return FlowOfPeople(WARNED_MONTHS, new or 0, lost or 0)


class _Sent:
    """What the measures of a year cost on either side, whom they reached, and from which day on."""

    def __init__(self, session: Session, year: BuyersOfYear, today: date) -> None:
        self.reached: dict[Side, dict[int, int]] = {side: {} for side in Side}
        self._sums = {side: SideSpending(side, 0, 0, 0, 0, 0, 0) for side in Side}
        self._brought = _brought(session)
        within = (Measure.sent_on >= year.start, Measure.sent_on < year.end)
        for measure in session.scalars(select(Measure).where(Measure.state != MeasureState.DRAFT, *within).order_by(Measure.id)).all():
            customer, day, first, own = _people(session, measure.id)
            cost = cost_of(session, measure, len(customer), int(own.sum()), today).total
            self._take(measure.kind, cost, customer, day, first)

    def side(self, side: Side) -> SideSpending:
        return self._sums[side]

    def _take(self, kind: MeasureKind, total: int, customer: Ints, day: Ints, first: Ints) -> None:
        """Who had not bought before it was sent counts as new; a measure by which customers bring others wins new ones, whoever gets it."""
        if kind is MeasureKind.REFERRAL:
            self._add(Side.NEW, total, len(customer))
            for referrer, since in zip(customer.tolist(), day.tolist(), strict=True):
                for brought, came in self._brought.get(referrer, ()):
                    if came >= since:
                        self._reach(Side.NEW, brought, came)
            return
        is_new = first >= day
        new_cost, existing_cost = split_cost(total, int(is_new.sum()), len(customer))
        for side, spent, hit in ((Side.NEW, new_cost, is_new), (Side.EXISTING, existing_cost, ~is_new)):
            self._add(side, spent, int(hit.sum()))
            for number, since in zip(customer[hit].tolist(), day[hit].tolist(), strict=True):
                if number:
                    self._reach(side, number, since)

    def _add(self, side: Side, spent: int, people: int) -> None:
        known = self._sums[side]
        if spent or people:
            self._sums[side] = replace(known, spent=known.spent + spent, people=known.people + people, measures=known.measures + 1)

    def _reach(self, side: Side, customer: int, day: int) -> None:
        known = self.reached[side]
        known[customer] = min(day, known.get(customer, day))


def _people(session: Session, measure_id: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Of those it was sent to: customer (0 for who was erased), day, day of the first purchase (far off where there is none), own cost.
    Who was erased had bought before, for all one knows."""
    person, stat = MeasurePerson, CustomerStat
    day = type_coerce(func.coalesce(person.sent_on, Measure.sent_on), Integer)
    erased = person.customer_id.is_(None)
    first = case((erased, 0), else_=func.coalesce(_FIRST_DAY, _NEVER))
    query = (
        select(func.coalesce(person.customer_id, 0), day, first, person.cost)
        .join(Measure, Measure.id == person.measure_id)
        .outerjoin(stat, stat.customer_id == person.customer_id)
        .where(person.measure_id == measure_id, person.arm == Arm.SENT)
    )
    customer, days, firsts, cost = read_columns(session, query)
    return customer, days, firsts, cost


def _brought(session: Session) -> dict[int, list[tuple[int, int]]]:
    """By referrer: who was brought and has bought, with the day number of the first purchase."""
    query = select(Customer.referred_by_id, Customer.id, _FIRST_DAY).join(CustomerStat, CustomerStat.customer_id == Customer.id)
    found: dict[int, list[tuple[int, int]]] = {}
    for referrer, number, first in session.execute(query.where(Customer.referred_by_id.is_not(None), CustomerStat.first_day.is_not(None))):
        if referrer is not None:
            found.setdefault(referrer, []).append((number, first))
    return found


def _with_customers(session: Session, side: SideSpending, reached: dict[int, int], year: BuyersOfYear) -> SideSpending:
    hit = year.is_new if side.side is Side.NEW else year.came & ~year.is_new
    ids = tuple(int(number) for number in np.sort(year.customer[hit]))
    people, starts = (np.array(list(column), dtype=np.int64) for column in (reached.keys(), reached.values()))
    found = measure_margins(session, people, starts, _LONGEST, up_to=year.end, with_before=False)
    return replace(side, customers=len(ids), customer_ids=ids, came=int(found.came.sum()), margin=round(float(found.within.sum())))


def _measured(session: Session, year: BuyersOfYear, today: date) -> Measured | None:
    found = [one for one in past_results(session, today) if one.effect is not None and year.start <= one.sent_on < year.end]
    if not found:
        return None
    effect = sum(one.n_sent * one.effect.effect for one in found if one.effect is not None)
    return Measured(len(found), round(effect), sum(one.charged for one in found))
