"""The shop's own figures for reckoning what a better return rate would bring."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.calculator import CalculatorFacts
from app.domain.periods import add_months, month_start
from app.domain.summary import number_of_month
from app.models.summary import MonthStat
from app.queries.figure_settings import figure_settings
from app.queries.spending import buyers_of_year, spending

_YEAR = 12


def calculator(session: Session, today: date) -> CalculatorFacts:
    """Who comes now is counted at the first day of the month; the return rate is that of the year up to it."""
    now, then = month_start(today), month_start(add_months(today, -_YEAR))
    months = (number_of_month(now), number_of_month(then))
    counts = {one.month: one for one in session.scalars(select(MonthStat).where(MonthStat.month.in_(months)))}
    here, before = (counts.get(month) for month in months)
    year, spent = buyers_of_year(session, today), spending(session, today)
    return CalculatorFacts(
        customers=0 if here is None else here.active_at_start,
        at_start=0 if before is None else before.active_at_start,
        stayed=0 if before is None else before.stayed_12,
        margin=round(float(year.margin[year.came].sum())),
        buyers=int(year.came.sum()),
        spent_new=spent.new.spent,
        won=spent.new.customers,
        spent_kept=spent.existing.spent,
        kept=spent.existing.customers,
        typed_cost=figure_settings(session).new_customer_cost,
        currency=spent.currency,
        has_measures=bool(spent.new.measures or spent.existing.measures),
        since=then,
        until=now,
    )
