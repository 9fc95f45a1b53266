"""Rows of a small shop, as the charts get them."""

from __future__ import annotations

from datetime import date

from app.analytics.nps import nps_from
from app.domain.chart_people import AwaySince
from app.domain.chart_rows import AtStake, FlowMonth, MeasurePoint, NpsCourse, NpsWave, SalesMonth, SegmentShare, StakeBand
from app.domain.chart_words import ChartWords
from app.domain.figures import CohortCellView, CohortPeople, CohortRow, InSegment, Visitors
from app.domain.measure_results import Return, Verdict
from app.domain.measures import MeasureKind
from app.domain.periods import add_months, month_of
from app.domain.rates import CELL_ENOUGH, rate_of
from app.domain.segments import Segment

TODAY = date(2026, 11, 20)
ENGLISH = ChartWords(lambda _context, source: source, "en")


def month(number: int, year: int = 2026) -> date:
    return date(year, number, 1)


def flow(number: int, kept: int, returned: int, new: int, lost: int, *, is_complete: bool = True) -> FlowMonth:
    start = month(number)
    return FlowMonth(start, add_months(start, 1), kept, returned, new, lost, is_complete)


def share(segment: Segment, people: int, amount: int, of: tuple[int, int] = (200, 1_000_000)) -> SegmentShare:
    return SegmentShare(segment, rate_of(people, of[0]), amount, amount / of[1] if of[1] else None, InSegment(segment, TODAY))


def sold(start: date, customers: int, visits: int, amount: int, *, is_complete: bool = True) -> SalesMonth:
    return SalesMonth(start, customers, visits, amount, is_complete, Visitors(month_of(start)))


def stake(*bands: tuple[int, int]) -> AtStake:
    """(customers, margin) of the five bands."""
    return AtStake(tuple(StakeBand(n, people, margin, AwaySince(n, TODAY)) for n, (people, margin) in enumerate(bands)), TODAY)


def point(number: int, name: str, verdict: Verdict, roi: tuple[float, float, float] | None, *, is_sure: bool = False) -> MeasurePoint:
    held = 0 if verdict is Verdict.NO_HOLDOUT else 60
    back = None if roi is None else Return(*roi, 100.0)
    return MeasurePoint(number, name, MeasureKind.WIN_BACK, month(9), 240, held, back, verdict, is_sure)


def wave(number: int, promoters: int, passives: int, detractors: int, *, is_complete: bool = True) -> NpsWave:
    return NpsWave(month(number), nps_from(promoters + passives + detractors, promoters, detractors), is_complete)


def course(*waves: NpsWave, step: tuple[int, bool] | None = None) -> NpsCourse:
    return NpsCourse(7, "ご来店アンケート", waves, step)


def cohort(number: int, size: int, *came: int, running: int = 0) -> CohortRow:
    """`running`: this many cells at the end are not finished."""
    counts = (size, *came)
    last = len(counts) - running
    cells = (
        CohortCellView(k, rate_of(n, size, enough=CELL_ENOUGH), k < last, CohortPeople(month(number), k)) for k, n in enumerate(counts)
    )
    return CohortRow(month(number), size, tuple(cells))
