"""The planned measures with what they are expected to bring, in the order in which to do them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.choosing import ChoosingView, in_order, weighed
from app.domain.measures import MeasurePlan, MeasureState
from app.domain.periods import add_months, month_start
from app.domain.rates import half_up
from app.domain.summary import number_of_month
from app.models.measures import Measure
from app.models.shop import Shop
from app.models.summary import AnonymousMonth, MonthStat
from app.queries.figure_settings import figure_settings
from app.queries.shop import shop_zone

_MONTHS = 12


def drafts(session: Session) -> dict[int, MeasurePlan]:
    """The plans that have not started, by the id of the measure."""
    query = select(Measure.id, Measure.plan).where(Measure.state == MeasureState.DRAFT).order_by(Measure.id)
    return {number: MeasurePlan.from_json(plan) for number, plan in session.execute(query)}


def choosing(session: Session, today: date, reached: Mapping[int, tuple[int, int]]) -> ChoosingView:
    """`reached`: of each plan how many get it and how many are held back; plans that are not in it are taken to reach nobody."""
    settings, margin, zone = figure_settings(session), month_margin(session, today), shop_zone(session)
    plans = drafts(session)
    rows = session.execute(select(Measure.id, Measure.updated_at).where(Measure.id.in_(plans)))
    changed = {number: at.astimezone(zone).date() for number, at in rows}
    weights, wage = settings.weights, settings.wage
    choices = (weighed(number, plan, changed[number], reached.get(number, (0, 0)), weights, margin, wage) for number, plan in plans.items())
    return ChoosingView(in_order(choices), weights, margin, session.scalars(select(Shop.currency)).one())


def month_margin(session: Session, today: date) -> int | None:
    """The gross margin of a usual month: net sales of the last 12 finished months (of those there are) at the shop's margin rate; None
    before there is a finished month with sales."""
    end = number_of_month(month_start(today))
    first = number_of_month(month_start(add_months(today, -_MONTHS)))
    count, amount = 0, 0
    for table in (MonthStat, AnonymousMonth):
        query = select(func.min(table.month), func.sum(table.amount)).where(table.month >= first, table.month < end, table.amount != 0)
        oldest, total = session.execute(query).one()
        if oldest is not None:
            count, amount = max(count, end - oldest), amount + total
    if not count:
        return None
    return half_up(round(amount * session.scalars(select(Shop.margin_rate)).one()), count)
