"""The Insights page: tiles, cohort table, customer map, groups, coverage; all from the summary tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.cohorts import cohorts_from_rows
from app.analytics.occasions import Ints
from app.analytics.repeat import repeat_rate
from app.analytics.rules import SegmentColumns, segments_of
from app.domain.figures import (
    Buyers,
    CohortCellView,
    CohortMatrix,
    CohortPeople,
    CohortRow,
    Coverage,
    CustomerMapView,
    InSegment,
    InsightSpecs,
    InsightTiles,
    SecondVisit,
    Stayers,
)
from app.domain.periods import add_months, day_number, month_start
from app.domain.rates import Rate, points_between
from app.domain.segments import SEGMENTS, Segment
from app.domain.summary import month_date, number_of_month
from app.models.summary import AnonymousMonth, CohortStat, CustomerStat, MonthStat
from app.queries.depth import lifetime_profit
from app.queries.narrowed import customer_months, narrowed_columns
from app.queries.people import map_of
from app.queries.return_rate import return_rate_at
from app.queries.standing import CustomerStatuses, in_segment, statuses
from app.queries.today import state_on

SECOND_VISIT_DAYS = 90
_WEEK = timedelta(days=7)


def insight_tiles(session: Session, today: date) -> InsightTiles:
    now = statuses(session, today)
    end = month_start(today)
    before = add_months(end, -1)
    rate, start = return_rate_at(session, end)
    second = _second_visits(now, today)
    profit, _ = lifetime_profit(session, end)
    profit_before, _ = lifetime_profit(session, before)
    slipping = int(in_segment(now, Segment.AT_RISK).sum())
    first = int(now.standing.first_day.min()) if len(now.customer) else day_number(today)
    return InsightTiles(
        return_rate=rate,
        return_change=points_between(rate, return_rate_at(session, before)[0]),
        second_visit=second,
        second_change=points_between(second, _second_visits(now, add_months(today, -1))),
        slipping=slipping,
        slipping_more=slipping - _slipping_on(session, now, today - _WEEK),
        profit=profit,
        profit_change=None if profit is None or profit_before is None else profit - profit_before,
        specs=InsightSpecs(
            return_rate=Stayers(start, end),
            second_visit=SecondVisit(today, SECOND_VISIT_DAYS),
            slipping=InSegment(Segment.AT_RISK, today),
            profit=Buyers(),
        ),
        weeks_of_visits=(day_number(today) - first) // 7,
    )


def cohort_matrix(session: Session, today: date, cohorts: int = 12, columns: int = 12, customers: Ints | None = None) -> CohortMatrix:
    """The newest `cohorts` months of first visits, at most `columns` months of each. `customers` (ascending ids): of these alone, and of
    the newest months of the shop."""
    rows: Iterable[tuple[int, int, int]]
    if customers is None:
        stored = session.execute(select(CohortStat.cohort, CohortStat.k, CohortStat.active))
        rows = ((cohort, k, active) for cohort, k, active in stored)
    else:
        rows = _cohort_rows(session, today, cohorts, customers)
    table = cohorts_from_rows(((month_date(cohort), k, active) for cohort, k, active in rows), today).latest(cohorts, columns)
    cells: dict[date, list[CohortCellView]] = {}
    for cell in table.cells():
        view = CohortCellView(cell.k, cell.rate, cell.is_complete, CohortPeople(cell.cohort, cell.k))
        cells.setdefault(cell.cohort, []).append(view)
    return CohortMatrix(
        tuple(CohortRow(cohort, size, tuple(cells.get(cohort, ()))) for cohort, size in zip(table.cohorts, table.sizes, strict=True))
    )


def customer_map(session: Session, today: date, customers: Ints | None = None) -> CustomerMapView:
    """Everybody with an occasion who has not left, in one of 25 cells. `customers` (ascending ids): of these alone."""
    _, cells = map_of(statuses(session, today), customers)
    return CustomerMapView(cells.counts, cells.regulars, cells.slipping)


def segment_sizes(session: Session, today: date) -> dict[Segment, int]:
    now = statuses(session, today)
    return {segment: int(in_segment(now, segment).sum()) for segment in SEGMENTS}


def coverage(session: Session) -> Coverage:
    """The line beside every customer figure: what was sold without a customer."""
    rows, nobody = session.execute(select(func.sum(AnonymousMonth.rows), func.sum(AnonymousMonth.amount))).one()
    known = session.scalar(select(func.sum(MonthStat.amount))) or 0
    net = known + (nobody or 0)
    return Coverage((nobody or 0) / net if net > 0 else None, rows or 0, nobody or 0)


def _cohort_rows(session: Session, today: date, cohorts: int, customers: Ints) -> Iterator[tuple[int, int, int]]:
    """(month of the first visit, months after it, how many came then), as the summary table has it of everybody."""
    running = number_of_month(today)
    low = running - cohorts
    first = select(CustomerStat.customer_id, CustomerStat.first_month).where(CustomerStat.first_month >= low)
    starters, cohort = narrowed_columns(session, first, CustomerStat.customer_id, customers)
    order = np.argsort(starters)
    starters, cohort = starters[order], cohort[order]
    rows = customer_months(session, low, running, customers)
    came = (rows.n > 0) & np.isin(rows.customer, starters)
    began = cohort[np.searchsorted(starters, rows.customer[came])]
    pairs, counts = np.unique(np.stack([began, rows.month[came] - began]), axis=1, return_counts=True)
    return ((int(month), int(k), int(n)) for (month, k), n in zip(pairs.T, counts, strict=True) if k >= 0)


def _second_visits(now: CustomerStatuses, as_of: date) -> Rate:
    return repeat_rate(now.standing.first_day, now.second_day, as_of, SECOND_VISIT_DAYS)


def _slipping_on(session: Session, now: CustomerStatuses, day: date) -> int:
    """How many were slipping away on an earlier day, by the scores and usual gaps known today."""
    if now.groups is None:
        return 0
    last_day, visits = state_on(session, now, day)
    columns = SegmentColumns(
        day_number(day) - now.standing.first_day,
        day_number(day) - last_day,
        now.groups.scores.f,
        now.groups.scores.m,
        now.standing.amount_per_visit,
    )
    codes = segments_of(columns, rhythm=now.rhythm, window=now.rules.window, median_per_visit=now.groups.median_per_visit)
    slipping = (codes == SEGMENTS.index(Segment.AT_RISK)) & (visits > 0) & ~now.has_left
    return int(np.count_nonzero(slipping))
