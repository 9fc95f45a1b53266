"""What was spent in a year on winning customers and on keeping them, from the measures recorded, and what came of either."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.measure_cost import cost_lines
from app.domain.measures import Arm, MeasureKind, MeasurePlan, MeasureState
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
from app.models.measures import Measure, MeasurePerson
from app.models.shop import Shop
from app.models.summary import CustomerStat, MonthStat
from app.queries.figure_settings import figure_settings
from app.queries.measure_margins import measure_margins
from app.queries.measure_results import past_results
from app.queries.receipts import first_occasion_day

_MADE_OF = (Entity.MEASURE, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT, Entity.SHOP, Entity.CUSTOMER)
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
        found = measure_margins(session, customer, start, (today - start).days)
        return BuyersOfYear(start, today, customer, first, found.within, found.came)

    if changed_in(session):
        return build()
    return cache_of(session).get(f"buyers of the year before {today}", _MADE_OF, build)


def spending(session: Session, today: date) -> SpendingView:
    shop = session.scalars(select(Shop)).one()
    settings, year = figure_settings(session), buyers_of_year(session, today)
    sides = {side: SideSpending(side, 0, 0, 0, 0, 0) for side in Side}
    for measure in _measures_of(session, year):
        for side, spent, people in _split(session, measure):
            known = sides[side]
            if spent or people:
                sides[side] = replace(known, spent=known.spent + spent, people=known.people + people, measures=known.measures + 1)
    new, existing = (_with_margin(sides[side], year) for side in (Side.NEW, Side.EXISTING))
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


def _measures_of(session: Session, year: BuyersOfYear) -> list[Measure]:
    within = (Measure.sent_on >= year.start, Measure.sent_on < year.end)
    return list(session.scalars(select(Measure).where(Measure.state != MeasureState.DRAFT, *within).order_by(Measure.id)))


def _split(session: Session, measure: Measure) -> tuple[tuple[Side, int, int], tuple[Side, int, int]]:
    """What it cost for each side, and whom of it it reached. Who had not bought before it was sent counts as new; a measure by which
    customers bring others wins new ones, whoever gets it."""
    person = MeasurePerson
    sent = func.coalesce(person.sent_on, Measure.sent_on)
    query = (
        select(
            func.count(),
            func.coalesce(func.sum(person.cost), 0),
            func.count().filter(person.customer_id.is_not(None), CustomerStat.first_day.is_(None) | (CustomerStat.first_day >= sent)),
        )
        .select_from(person)
        .join(Measure, Measure.id == person.measure_id)
        .outerjoin(CustomerStat, CustomerStat.customer_id == person.customer_id)
        .where(person.measure_id == measure.id, person.arm == Arm.SENT)
    )
    people, own_cost, new_people = session.execute(query).one()
    total = cost_lines(MeasurePlan.from_json(measure.plan).cost, people, measure.window_days).total + own_cost
    if measure.kind is MeasureKind.REFERRAL:
        return (Side.NEW, total, people), (Side.EXISTING, 0, 0)
    new, existing = split_cost(total, new_people, people)
    return (Side.NEW, new, new_people), (Side.EXISTING, existing, people - new_people)


def _with_margin(side: SideSpending, year: BuyersOfYear) -> SideSpending:
    hit = year.is_new if side.side is Side.NEW else year.came & ~year.is_new
    ids = tuple(int(number) for number in np.sort(year.customer[hit]))
    return replace(side, customers=len(ids), margin=round(float(year.margin[hit].sum())), customer_ids=ids)


def _measured(session: Session, year: BuyersOfYear, today: date) -> Measured | None:
    found = [one for one in past_results(session, today) if one.effect is not None and year.start <= one.sent_on < year.end]
    if not found:
        return None
    effect = sum(one.n_sent * one.effect.effect for one in found if one.effect is not None)
    return Measured(len(found), round(effect), sum(one.charged for one in found))
