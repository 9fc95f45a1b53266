"""The return rate over time from the summary tables: every period that ends with a month is two counts of months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from app.analytics.occasions import Ints
from app.domain.figures import Stayers, TrendPoint, TrendSeries
from app.domain.periods import PeriodKind, add_months, day_number, lag_months, retention_spans
from app.domain.rates import Rate, rate_of
from app.domain.summary import STAYED_MONTHS, number_of_month
from app.models.summary import CustomerMonth, MonthStat
from app.queries.narrowed import customer_months
from app.queries.people import stayers
from app.queries.receipts import first_occasion_day, kept_visitors
from app.queries.standing import shop_rules, statuses


def return_trend(
    session: Session, today: date, months: int | None = 13, kind: PeriodKind = PeriodKind.MONTH, customers: Ints | None = None
) -> TrendSeries:
    """The newest `months` points (periods of `kind`; None: all), the running period last and measured today. `customers` (ascending ids):
    of these alone."""
    rules = shop_rules(session)
    lag = lag_months(kind, rules.window)
    first = first_occasion_day(session)
    if first is None:
        return TrendSeries((), (), rules.window, lag)
    spans = retention_spans(kind, first, today, window=rules.window, fiscal_start=rules.fiscal_start)
    shown = spans if months is None else spans[-months:]
    ends = [(span.start, span.end) for span in shown]
    # The running period is compared with nothing.
    before = [(add_months(s.start, -12), add_months(s.end, -12)) if s.is_complete else None for s in shown]
    older = [pair for pair in before if pair is not None and pair[0] > first]
    rates = return_rates(session, [*older, *(pair for pair in ends if pair[1] != today)], rules.window, customers)
    rates |= {(start, end): _rate_today(session, start, today, customers) for start, end in ends if end == today}
    points = (TrendPoint(s.end, s.period.start, rates[s.start, s.end], s.is_complete, Stayers(s.start, s.end)) for s in shown)
    return TrendSeries(tuple(points), tuple(None if pair is None else rates.get(pair) for pair in before), rules.window, lag)


def return_rate_at(session: Session, end: date) -> tuple[Rate, date]:
    """The return rate at `end`, the first day of a month, and the day it is measured from; no rate before the shop has one."""
    window = shop_rules(session).window
    start = add_months(end, -lag_months(PeriodKind.MONTH, window))
    first = first_occasion_day(session)
    if first is None or start <= first:
        return rate_of(0, 0), start
    return return_rates(session, [(start, end)], window)[start, end], start


def return_rates(
    session: Session, spans: Iterable[tuple[date, date]], window: int, customers: Ints | None = None
) -> dict[tuple[date, date], Rate]:
    """By (start, end); month ends from the summary tables, other days from the purchases of two windows. `customers` (ascending ids): of
    these alone."""
    wanted = set(spans)
    by_lag: dict[int, list[date]] = {}
    for start, end in wanted:
        if start.day == end.day == 1:
            by_lag.setdefault(number_of_month(end) - number_of_month(start), []).append(start)
    rates: dict[tuple[date, date], Rate] = {}
    for lag, starts in by_lag.items():
        numbers = [number_of_month(start) for start in starts]
        counts = _counts(session, lag, numbers) if customers is None else _counts_of(session, lag, numbers, customers)
        for start in starts:
            stayed, at_start = counts.get(number_of_month(start), (0, 0))
            rates[start, add_months(start, lag)] = rate_of(stayed, at_start)
    for start, end in wanted - rates.keys():
        before, stayed_ids = stayers(session, start, end, window)
        if customers is not None:
            before, stayed_ids = (np.intersect1d(ids, customers, assume_unique=True) for ids in (before, stayed_ids))
        rates[start, end] = rate_of(len(stayed_ids), len(before))
    return rates


def _rate_today(session: Session, start: date, today: date, customers: Ints | None) -> Rate:
    """As `return_rates`; who is active today is known without asking the purchases."""
    now = statuses(session, today)
    low, high = day_number(today) - now.rules.window, day_number(today)
    is_active = (now.last_day >= low) & (now.last_day < high) | (now.last_day >= high) & (now.previous_day >= low)
    before = kept_visitors(session, start - timedelta(days=now.rules.window), start)
    if customers is not None:
        before = np.intersect1d(before, customers, assume_unique=True)
    places = now.positions(before)
    return rate_of(int(is_active[places[places >= 0]].sum()), len(before))


def _counts(session: Session, lag: int, months: list[int]) -> dict[int, tuple[int, int]]:
    """(still active `lag` months later, active at the month's first day) by month."""
    if lag in STAYED_MONTHS:
        stayed = {1: MonthStat.stayed_1, 3: MonthStat.stayed_3, 12: MonthStat.stayed_12}[lag]
        rows = session.execute(select(MonthStat.month, stayed, MonthStat.active_at_start).where(MonthStat.month.in_(months)))
        return {month: (kept, active) for month, kept, active in rows}
    now, then = aliased(CustomerMonth), aliased(CustomerMonth)
    later = and_(then.customer_id == now.customer_id, then.month == now.month + lag, then.is_active.is_(True))
    query = select(now.month, func.count(then.customer_id), func.count()).outerjoin(then, later)
    rows = session.execute(query.where(now.is_active.is_(True), now.month.in_(months)).group_by(now.month))
    return {month: (kept, active) for month, kept, active in rows}


def _counts_of(session: Session, lag: int, months: list[int], customers: Ints) -> dict[int, tuple[int, int]]:
    """The same of some customers, from the months of each."""
    rows = customer_months(session, min(months), max(months) + lag, customers)
    who, month = (column[rows.is_active > 0] for column in (rows.customer, rows.month))
    active = {number: who[month == number] for number in {*months, *(number + lag for number in months)}}
    return {number: (int(np.isin(active[number], active[number + lag]).sum()), len(active[number])) for number in months}
