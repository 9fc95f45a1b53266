"""Everything on the month-end report, from the same queries as the pages, as of the first day after the month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import erfc, sqrt

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.cohorts import cohorts_from_rows
from app.analytics.survey_figures import survivors
from app.domain.chart_people import FlowPart, FlowPeople
from app.domain.chart_rows import FlowMonth, SegmentShare
from app.domain.figures import CohortCellView, CohortMatrix, CohortPeople, CohortRow, Coverage, InSegment, Stayers, TrendSeries
from app.domain.findings import is_beyond_chance
from app.domain.month_report import (
    CareLines,
    KeptSuggestions,
    MonthFacts,
    MonthNotThere,
    ReportOptions,
    ReportSentence,
    Waiting,
    end_of_report,
    shown_suggestions,
)
from app.domain.month_sentences import (
    UNFINISHED,
    WHO_CAME_BACK,
    WHO_IS_NEW,
    WHO_STOPPED,
    Compared,
    Flow,
    care_sentences,
    flow_sentences,
    measure_sentences,
    points_sentence,
    return_sentences,
    sales_sentence,
    survey_sentence,
)
from app.domain.periods import Period, PeriodKind, add_months, lag_months, month_of, month_start
from app.domain.rates import Rate, RateStatus, rate_of
from app.domain.segments import SEGMENTS
from app.domain.summary import month_date, number_of_month
from app.domain.tiles import DEFAULT_REPORT_TILES, Tile, TileKey, tile_keys
from app.models.measures import MonthReport
from app.models.summary import AnonymousMonth, CohortStat, MonthStat
from app.queries.figure_settings import figure_settings, fiscal_year, targets
from app.queries.flows import flow_people, flows
from app.queries.month_care import care_lines
from app.queries.month_lines import measure_lines, name_lists, points_line, survey_lines
from app.queries.month_standing import MonthStanding, standing_at
from app.queries.month_suggestions import month_suggestions
from app.queries.point_money import net_sales
from app.queries.receipts import first_occasion_day
from app.queries.return_rate import return_rates, return_trend
from app.queries.shop import shop_fields
from app.queries.standing import ShopRules, shop_rules
from app.queries.tiles import tiles

MONTHS = 13
COHORTS = 12
COLUMNS = 12
MOST_SURVEYS = 2
_DAY = timedelta(days=1)


def month_facts(session: Session, month: date, today: date) -> MonthFacts:
    """The report of the month in which `month` lies. MonthNotThere."""
    period = month_of(month)
    end = end_of_report(month, today)
    first = first_occasion_day(session)
    if first is None or first >= end:
        raise MonthNotThere(field="month", month=f"{period.start:%Y-%m}")
    scene = _Scene(session, period, end, today, first, shop_rules(session))
    row = session.scalar(select(MonthReport).where(MonthReport.month == period.start))
    options = ReportOptions.from_json({} if row is None else row.options)
    kept = KeptSuggestions.from_json({} if row is None else row.suggestions)
    standing = standing_at(session, end)
    moved = _moved(session, Period(period.start, end))
    course = _flows(scene)
    proposed = month_suggestions(session, period, standing, moved.flow, moved.lost, kept) if scene.is_complete else ()
    shop = shop_fields(session)
    surveys, points = survey_lines(session, period), points_line(session, Period(period.start, end)) if end > period.start else None
    measures = measure_lines(session, period) if scene.is_complete else ()
    care = care_lines(session, period) if scene.is_complete else CareLines()
    lists = [(WHO_IS_NEW, moved.new), (WHO_CAME_BACK, moved.back), (WHO_STOPPED, moved.lost)] if options.with_names else []
    sentences = (ReportSentence(UNFINISHED, is_head=True),)
    if scene.is_complete:
        above = (*_return_sentences(scene, options), *_flow_sentences(scene, course), _sales_sentence(scene, options))
        below = (*(survey_sentence(one) for one in surveys[:MOST_SURVEYS]), *(() if points is None else (points_sentence(points),)))
        sentences = (*above, *measure_sentences(measures), *below, *care_sentences(care, period))
    return MonthFacts(
        month=period.start,
        end=end,
        is_complete=scene.is_complete,
        shop=shop.name,
        currency=shop.currency,
        window=scene.rules.window,
        sentences=sentences,
        trend=_trend(scene),
        trend_target=targets(session, fiscal_year(session, period.start)).get(TileKey.RETURN_RATE.value),
        cohorts=_cohorts(session, end),
        flows=course,
        segments=_shares(standing),
        tiles=_tiles(scene),
        measures=measures,
        surveys=surveys,
        points=points,
        coverage=_coverage(session, period),
        suggestions=shown_suggestions(proposed, kept.passed),
        spare=max(0, len(proposed) - 3),
        comment="" if row is None else row.comment,
        options=options,
        waiting=_waiting(scene),
        names=name_lists(session, lists, standing),
        care=care,
    )


@dataclass(frozen=True, slots=True)
class _Scene:
    """`first`: the day of the shop's first visit."""

    session: Session
    period: Period
    end: date
    today: date
    first: date
    rules: ShopRules

    @property
    def is_complete(self) -> bool:
        return self.end == self.period.end

    @property
    def asked_on(self) -> date:
        """The day on which the queries of the pages are asked: of a finished month one that is not in it, so that nothing is drawn as if it
        still ran; always the same one."""
        return self.period.end + _DAY if self.is_complete else self.today

    @property
    def lag(self) -> int:
        return lag_months(PeriodKind.MONTH, self.rules.window)

    @property
    def begins(self) -> date:
        """The first month that has a return rate: its end lies more than the lag after the first visit."""
        first_start = self.first if self.first.day == 1 else add_months(month_start(self.first), 1)
        past = first_start if first_start > self.first else add_months(first_start, 1)
        return add_months(past, self.lag - 1)


@dataclass(frozen=True, slots=True)
class _Moved:
    new: tuple[int, ...]
    back: tuple[int, ...]
    lost: tuple[int, ...]

    @property
    def flow(self) -> Flow:
        return Flow(len(self.new), len(self.back), len(self.lost))


def _trend(scene: _Scene) -> TrendSeries:
    """Up to the month, and nothing of what came after it."""
    series = return_trend(scene.session, scene.asked_on, None)
    kept = [place for place, line in enumerate(series.lines) if line.month <= scene.period.start][-MONTHS:]
    return TrendSeries(
        tuple(series.lines[place] for place in kept), tuple(series.last_year[place] for place in kept), series.window, series.lag_months
    )


def _cohorts(session: Session, end: date) -> CohortMatrix:
    rows = session.execute(select(CohortStat.cohort, CohortStat.k, CohortStat.active).where(CohortStat.cohort < _after(end)))
    table = cohorts_from_rows(((month_date(cohort), k, active) for cohort, k, active in rows), end).latest(COHORTS, COLUMNS)
    cells: dict[date, list[CohortCellView]] = {}
    for cell in table.cells():
        view = CohortCellView(cell.k, cell.rate, cell.is_complete, CohortPeople(cell.cohort, cell.k))
        cells.setdefault(cell.cohort, []).append(view)
    return CohortMatrix(
        tuple(CohortRow(cohort, size, tuple(cells.get(cohort, ()))) for cohort, size in zip(table.cohorts, table.sizes, strict=True))
    )


def _after(end: date) -> int:
    """The number of the first month that lies after the report."""
    return number_of_month(end - _DAY) + 1


def _return_sentences(scene: _Scene, options: ReportOptions) -> tuple[ReportSentence, ...]:
    end, lag = scene.period.end, scene.lag
    ends = [end, add_months(end, -1), add_months(end, -12)]
    spans = [(add_months(one, -lag), one) for one in ends]
    known = [span for span in spans if span[0] > scene.first]
    rates = return_rates(scene.session, known, scene.rules.window)
    now, before, last_year = (rates.get(span) for span in spans)
    begins = scene.begins if scene.begins > scene.period.start else None
    if now is None:
        return return_sentences(_NO_RATE, Stayers(*spans[0]), None, None, begins)
    asked = [before, last_year if options.with_last_year else None]
    stands = _stands(now, asked)
    others = [
        None if rate is None else Compared(add_months(one, -1), rate, sure) for rate, one, sure in zip(asked, ends[1:], stands, strict=True)
    ]
    return return_sentences(now, Stayers(*spans[0]), others[0], others[1], begins)


_NO_RATE = Rate(0, 0, None, None, None, RateStatus.NONE)


def _stands(now: Rate, others: list[Rate | None]) -> list[bool]:
    """Which differences are beyond chance, all of them together: the interval leaves 0 out, and the step-up rule keeps them."""
    kept = survivors([None if one is None else _chance(now, one) for one in others])
    return [one is not None and sure and is_beyond_chance(now, one) for one, sure in zip(others, kept, strict=True)]


def _chance(now: Rate, before: Rate) -> float | None:
    """Two-sided p of equal shares, normal approximation with the pooled share."""
    if not now.denominator or not before.denominator:
        return None
    pooled = (now.numerator + before.numerator) / (now.denominator + before.denominator)
    spread = pooled * (1 - pooled) * (1 / now.denominator + 1 / before.denominator)
    if spread <= 0:
        return 1.0
    return erfc(abs(now.numerator / now.denominator - before.numerator / before.denominator) / sqrt(2 * spread))


def _moved(session: Session, period: Period) -> _Moved:
    return _Moved(*(_people(session, period, part) for part in (FlowPart.NEW, FlowPart.RETURNED, FlowPart.LOST)))


def _people(session: Session, period: Period, part: FlowPart) -> tuple[int, ...]:
    return tuple(int(number) for number in np.sort(flow_people(session, FlowPeople(period.start, period.end, part))))


def _flow_sentences(scene: _Scene, rows: tuple[FlowMonth, ...]) -> tuple[ReportSentence, ...]:
    """Before there was a full window of visits, nobody could be lost."""
    known = [row for row in rows if row.is_complete and row.month - timedelta(days=scene.rules.window) >= scene.first]
    if not known or known[-1].month != scene.period.start:
        return ()
    now, before = known[-1], known[-2] if len(known) > 1 else None
    flow = Flow(now.new, now.returned, now.lost)
    earlier = None if before is None else Flow(before.new, before.returned, before.lost)
    return flow_sentences(flow, earlier, add_months(now.month, -1), now.people(FlowPart.LOST))


def _sales_sentence(scene: _Scene, options: ReportOptions) -> ReportSentence:
    back = 12 if options.with_last_year and add_months(scene.period.start, -12) >= month_start(scene.first) else 1
    other = month_of(add_months(scene.period.start, -back))
    known = other.start >= scene.first
    before = net_sales(scene.session, other) if known else None
    return sales_sentence(net_sales(scene.session, scene.period), before, other.start, scene.period)


def _coverage(session: Session, period: Period) -> Coverage:
    """Sales of the month without a customer."""
    month = number_of_month(period.start)
    rows, nobody = session.execute(
        select(func.sum(AnonymousMonth.rows), func.sum(AnonymousMonth.amount)).where(AnonymousMonth.month == month)
    ).one()
    known = session.scalar(select(func.sum(MonthStat.amount)).where(MonthStat.month == month)) or 0
    net = known + (nobody or 0)
    return Coverage((nobody or 0) / net if net > 0 else None, rows or 0, nobody or 0)


def _flows(scene: _Scene) -> tuple[FlowMonth, ...]:
    """Up to the month, as many as the chart shows."""
    rows = flows(scene.session, scene.asked_on, None)
    return tuple(row for row in rows if row.month <= scene.period.start)[-MONTHS:]


def _shares(standing: MonthStanding) -> tuple[SegmentShare, ...]:
    """As on the page of figures, of everybody as he stood at the end of the month."""
    here = ~standing.has_left
    total, sold = int(here.sum()), int(standing.standing.amount_365[here].sum())
    shares = []
    for segment in SEGMENTS if total else ():
        inside = standing.in_segment(segment)
        amount = int(standing.standing.amount_365[inside].sum())
        share = amount / sold if sold > 0 else None
        shares.append(SegmentShare(segment, rate_of(int(inside.sum()), total), amount, share, InSegment(segment, standing.day)))
    return tuple(shares)


def _tiles(scene: _Scene) -> tuple[Tile, ...]:
    """The figures the owner chose for the report. Asked when the month is no longer the newest: figures of a day are then those of its
    end, whenever the report is made."""
    keys = tile_keys(figure_settings(scene.session).report_tiles, DEFAULT_REPORT_TILES)
    asked = add_months(scene.period.end, 1) if scene.is_complete else scene.today
    return tiles(scene.session, asked, scene.period, keys)


def _waiting(scene: _Scene) -> tuple[tuple[Waiting, date], ...]:
    """Which figures come when, in a young shop."""
    full = scene.first + timedelta(days=scene.rules.window)
    flow = month_start(full) if full.day == 1 else add_months(month_start(full), 1)
    year = add_months(month_start(scene.first), 12)
    begins = ((Waiting.RETURN_RATE, scene.begins), (Waiting.FLOW, flow), (Waiting.LAST_YEAR, year))
    return tuple((what, month) for what, month in begins if month > scene.period.start)


def first_month(session: Session) -> date | None:
    """The month of the shop's first visit."""
    first = first_occasion_day(session)
    return None if first is None else month_start(first)


def usual_month(session: Session, today: date) -> date:
    """The last finished month; the one that runs in a shop that has no finished one."""
    first = first_month(session)
    last = add_months(month_start(today), -1)
    return month_start(today) if first is None or first > last else last


def made_at(session: Session, month: date) -> datetime | None:
    """When the report of a month was first made and kept."""
    return session.scalar(select(MonthReport.made_at).where(MonthReport.month == month_start(month)))
