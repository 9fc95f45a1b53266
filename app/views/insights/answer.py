"""What the Insights page is given, in one answer for its figures and one for its charts, and how far back the charts can look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.depth import AverageMonth
from app.domain.figure_people import FigureFilter
from app.domain.figure_settings import FigureSettings
from app.domain.figures import CohortMatrix, Coverage, CustomerMapView, TrendSeries
from app.domain.periods import Period, day_number
from app.domain.shop import FigurePeriod
from app.domain.tiles import DEFAULT_TILES, OF_A_DAY, Tile, TileKey, tile_keys

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.calculator import CalculatorFacts
    from app.domain.chart_rows import AtStake, FlowMonth, MeasurePoint, NpsCourse, SalesMonth, SegmentShare

COHORT_COLUMNS = 12


class Span(StrEnum):
    """How far back the charts look."""

    THREE_MONTHS = "3"
    YEAR = "13"
    ALL = "all"


# The month that runs has no finished column, so one more row is asked for than is shown.
_MONTHS = {Span.THREE_MONTHS: 3, Span.YEAR: 13, Span.ALL: None}
# With the month that runs, up to the month a year before the last finished one. Three bars would show no course.
_AVERAGES = {Span.THREE_MONTHS: 14, Span.YEAR: 14, Span.ALL: 37}
_COHORTS = {Span.THREE_MONTHS: 4, Span.YEAR: 13, Span.ALL: 37}


@dataclass(frozen=True, slots=True)
class FiguresAsked:
    """`period` None: the last finished one of the shop's own kind."""

    period: Period | None = None
    narrowed: FigureFilter | None = None


@dataclass(frozen=True, slots=True)
class FiguresAnswer:
    """`late`: figures whose comparison takes a moment and is asked for apart."""

    asked: FiguresAsked
    period: Period
    tiles: tuple[Tile, ...]
    late: tuple[TileKey, ...]
    settings: FigureSettings
    filters: tuple[FigureFilter, ...]
    kind: FigurePeriod
    fiscal_start: int
    window: int
    currency: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class ChartsAnswer:
    trend: TrendSeries
    target: float | None
    events: Mapping[date, str]
    flows: tuple[FlowMonth, ...]
    cohorts: CohortMatrix
    customer_map: CustomerMapView
    shares: tuple[SegmentShare, ...]
    sales: tuple[SalesMonth, ...]
    stake: AtStake
    measures: tuple[MeasurePoint, ...]
    nps: NpsCourse
    averages: tuple[AverageMonth, ...]
    calculator: CalculatorFacts
    coverage: Coverage
    weeks: int
    currency: str
    today: date


def figures_answer(session: Session, today: date, asked: FiguresAsked) -> FiguresAnswer:
    from app.queries.figure_filters import filters_offered
    from app.queries.figure_scope import default_period
    from app.queries.figure_settings import figure_settings
    from app.queries.receipts import first_occasion_day
    from app.queries.shop import shop_fields
    from app.queries.standing import shop_rules
    from app.queries.tiles import tiles

    settings, shop = figure_settings(session), shop_fields(session)
    period = asked.period or default_period(session, today)
    keys = tile_keys(settings.tiles, DEFAULT_TILES)
    # Parts of the customers are counted from the receipts, their segments as they were on many days.
    late = tuple(key for key in keys if asked.narrowed is not None or key in OF_A_DAY)
    shown = {tile.key: tile for tile in tiles(session, today, period, late, asked.narrowed, with_compare=False)}
    shown |= {tile.key: tile for tile in tiles(session, today, period, [key for key in keys if key not in late], asked.narrowed)}
    return FiguresAnswer(
        asked,
        period,
        tuple(shown[key] for key in keys if key in shown),
        late if period.is_complete(today) else (),
        settings,
        filters_offered(session),
        shop.period,
        shop.fiscal_year_start,
        shop_rules(session).window,
        shop.currency,
        first_occasion_day(session) is None,
    )


def some_tiles(session: Session, today: date, answer: FiguresAnswer, keys: Sequence[TileKey]) -> tuple[Tile, ...]:
    """Of what was answered, these again with all there is to say now."""
    from app.queries.tiles import tiles

    return tiles(session, today, answer.period, keys, answer.asked.narrowed)


def charts_answer(session: Session, today: date, span: Span) -> ChartsAnswer:
    from app.queries.at_stake import at_stake
    from app.queries.calculator import calculator
    from app.queries.depth import average_months
    from app.queries.figure_settings import fiscal_year, targets
    from app.queries.flows import flows
    from app.queries.insights import cohort_matrix, coverage, customer_map
    from app.queries.measure_points import measure_events, measure_points
    from app.queries.nps_course import nps_course
    from app.queries.receipts import first_occasion_day
    from app.queries.return_rate import return_trend
    from app.queries.sales_course import sales_course
    from app.queries.segment_shares import segment_shares
    from app.queries.shop import shop_fields

    trend, first = return_trend(session, today, _MONTHS[span]), first_occasion_day(session)
    return ChartsAnswer(
        trend=trend,
        target=targets(session, fiscal_year(session, today)).get(TileKey.RETURN_RATE.value),
        events=measure_events(session, trend.lines[0].month, today) if trend.lines else {},
        flows=flows(session, today, _AVERAGES[span]),
        cohorts=cohort_matrix(session, today, _COHORTS[span], COHORT_COLUMNS),
        customer_map=customer_map(session, today),
        shares=segment_shares(session, today),
        sales=sales_course(session, today, _AVERAGES[span]),
        stake=at_stake(session, today),
        measures=measure_points(session, today),
        nps=nps_course(session, today),
        averages=average_months(session, today, _AVERAGES[span]),
        calculator=calculator(session, today),
        coverage=coverage(session),
        weeks=0 if first is None else (day_number(today) - day_number(first)) // 7,
        currency=shop_fields(session).currency,
        today=today,
    )
