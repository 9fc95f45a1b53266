"""Net sales to customers as customers x visits x amount, month by month, from the summary tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.chart_rows import SalesMonth
from app.domain.figures import Visitors
from app.domain.periods import Period, add_months
from app.domain.summary import month_date, number_of_month
from app.models.summary import MonthStat
from app.queries.narrowed import customer_months


def sales_course(session: Session, today: date, months: int | None = 14, customers: Ints | None = None) -> tuple[SalesMonth, ...]:
    """The newest `months` (None: all), oldest first, the month that runs last and not complete. Sales without a customer are in no
    figure of it. `customers` (ascending ids): of these alone."""
    running = number_of_month(today)
    low = session.scalar(select(func.min(MonthStat.month)).where(MonthStat.buyers > 0))
    if low is None or low > running:
        return ()
    low = low if months is None else max(low, running - months + 1)
    sums = _sums(session, low, running) if customers is None else _sums_of(session, low, running, customers)
    return tuple(_row(number, sums.get(number, (0, 0, 0)), is_complete=number < running) for number in range(low, running + 1))


def _row(number: int, sums: tuple[int, int, int], *, is_complete: bool) -> SalesMonth:
    month = month_date(number)
    return SalesMonth(month, *sums, is_complete, Visitors(Period(month, add_months(month, 1))))


def _sums(session: Session, low: int, high: int) -> Mapping[int, tuple[int, int, int]]:
    query = select(MonthStat.month, MonthStat.buyers, MonthStat.n, MonthStat.amount).where(MonthStat.month.between(low, high))
    return {month: (buyers, n, amount) for month, buyers, n, amount in session.execute(query)}


def _sums_of(session: Session, low: int, high: int, customers: Ints) -> Mapping[int, tuple[int, int, int]]:
    rows = customer_months(session, low, high, customers)
    found: dict[int, tuple[int, int, int]] = {}
    for number in range(low, high + 1):
        here = rows.month == number
        n = rows.n[here]
        found[number] = (int((n > 0).sum()), int(n.sum()), int(rows.amount[here].sum()))
    return found
