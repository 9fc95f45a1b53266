"""Who came anew, stayed, returned and was lost, month by month, from the summary tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.chart_people import FlowPart, FlowPeople
from app.domain.chart_rows import FlowMonth
from app.domain.entities import Entity
from app.domain.periods import add_months, day_number, month_start
from app.domain.summary import month_date, number_of_month
from app.models.changes import cache_of, changed_in
from app.models.summary import CustomerStat, MonthStat
from app.queries.narrowed import customer_months, narrowed_columns
from app.queries.receipts import first_occasion_day, kept_visitors, visitors_between
from app.queries.standing import shop_rules, statuses

LONGEST_MONTH = 31
_Counts = Mapping[int, tuple[int, int, int, int]]


def flows(session: Session, today: date, months: int | None = 13, customers: Ints | None = None) -> tuple[FlowMonth, ...]:
    """The newest `months` (None: all), oldest first; the month that runs is the last, up to and with `today`, and not complete.
    `customers` (ascending ids): of these alone."""

    def build() -> tuple[FlowMonth, ...]:
        return _flows(session, today, months, customers)

    if customers is not None or changed_in(session):
        return build()
    return cache_of(session).get(f"flows of {months} months on {today}", (Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP), build)


def flow_people(session: Session, spec: FlowPeople) -> Ints:
    """The customers of one piece, as the rules of `domain.chart_rows` say."""
    window = timedelta(days=shop_rules(session).window)
    before, after = (visitors_between(session, day - window, day) for day in (spec.start, spec.end))
    kept = np.intersect1d(before, after, assume_unique=True)
    if spec.part is FlowPart.KEPT:
        return kept
    if spec.part is FlowPart.LOST:
        return np.setdiff1d(before, kept, assume_unique=True)
    new = _new_between(session, spec.start, spec.end)
    if spec.part is FlowPart.NEW:
        return new
    came = visitors_between(session, spec.start, spec.end)
    return np.setdiff1d(np.setdiff1d(came, before, assume_unique=True), new)


def _flows(session: Session, today: date, months: int | None, customers: Ints | None) -> tuple[FlowMonth, ...]:
    first = first_occasion_day(session)
    running = number_of_month(today)
    if first is None or number_of_month(first) > running:
        return ()
    low = number_of_month(first) if months is None else max(number_of_month(first), running - months + 1)
    window = shop_rules(session).window
    # In a shorter window somebody who came early in a month may be gone at its end: then the sums of the months do not tell it.
    is_told = customers is None and window >= LONGEST_MONTH
    counts = _from_months(session, low, running) if is_told else _from_customers(session, low, running, customers)
    finished = [_row(month, add_months(month_date(month), 1), counts.get(month, (0, 0, 0, 0))) for month in range(low, running)]
    return (*finished, _running(session, today, window, customers))


def _row(month: int, end: date, counts: tuple[int, int, int, int], *, is_complete: bool = True) -> FlowMonth:
    return FlowMonth(month_date(month), end, *counts, is_complete)


def _from_months(session: Session, low: int, until: int) -> _Counts:
    """(kept, returned, new, lost) by month. Whoever came in a month is active at its end, so the active of the next month are those kept,
    the new and the returned."""
    columns = (MonthStat.month, MonthStat.active_at_start, MonthStat.stayed_1, MonthStat.new)
    rows = session.execute(select(*columns).where(MonthStat.month.between(low, until))).all()
    active = {month: at_start for month, at_start, _, _ in rows}
    return {
        month: (stayed, active.get(month + 1, 0) - stayed - new, new, at_start - stayed)
        for month, at_start, stayed, new in rows
        if month < until
    }


def _from_customers(session: Session, low: int, until: int, customers: Ints | None) -> _Counts:
    """The same from the months of each customer."""
    rows = customer_months(session, low, until, customers)
    who, month, n, is_active = rows.customer, rows.month, rows.n, rows.is_active
    first = select(CustomerStat.customer_id, func.coalesce(CustomerStat.first_month, -1))
    starters, first_month = narrowed_columns(session, first, CustomerStat.customer_id, customers)
    counts: dict[int, tuple[int, int, int, int]] = {}
    for number in range(low, until):
        here, later = month == number, month == number + 1
        active = who[here & (is_active > 0)]
        kept = int(np.isin(active, who[later & (is_active > 0)]).sum())
        new = starters[first_month == number]
        came_again = who[here & (n > 0) & (is_active == 0)]
        returned = int((~np.isin(came_again, new)).sum())
        counts[number] = (kept, returned, len(new), len(active) - kept)
    return counts


def _running(session: Session, today: date, window: int, customers: Ints | None) -> FlowMonth:
    """Up to and with `today`. Who is active then is known without asking the purchases, unless there are later ones."""
    start, end = month_start(today), today + timedelta(days=1)
    number = number_of_month(today)
    before = kept_visitors(session, start - timedelta(days=window), start)
    now = statuses(session, today)
    if int(now.last_day.max(initial=0)) < day_number(end):
        active = now.customer[now.last_day >= day_number(end) - window]
        came = now.customer[now.last_day >= day_number(start)]
    else:
        active = visitors_between(session, end - timedelta(days=window), end)
        came = visitors_between(session, start, end)
    new = _new_between(session, start, end)
    if customers is not None:
        before, came, new = (np.intersect1d(ids, customers, assume_unique=True) for ids in (before, came, new))
    kept = int(np.isin(before, active).sum())
    returned = int((~np.isin(came, before) & ~np.isin(came, new)).sum())
    return _row(number, end, (kept, returned, len(new), len(before) - kept), is_complete=False)


def _new_between(session: Session, start: date, end: date) -> Ints:
    query = select(CustomerStat.customer_id).where(CustomerStat.first_month == number_of_month(start), CustomerStat.first_day < end)
    ids: Ints = np.sort(np.array(session.scalars(query).all(), dtype=np.int64))
    return ids
