"""What the Insights page is given, in one answer for its figures and one for its charts, and how far back the charts can look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from app.domain.chart_people import FlowPart
from app.domain.depth import AverageMonth
from app.domain.figure_people import FigureFilter, Narrowed
from app.domain.figure_settings import FigureSettings
from app.domain.figures import CohortMatrix, Coverage, CustomerMapView, TrendSeries
from app.domain.periods import Period, day_number
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.shop import FigurePeriod
from app.domain.tiles import DEFAULT_TILES, OF_A_DAY, Tile, TileKey, tile_keys

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.analytics.occasions import Ints
    from app.domain.calculator import CalculatorFacts
    from app.domain.chart_rows import AtStake, FlowMonth, MeasurePoint, NpsCourse, SalesMonth, SegmentShare
    from app.domain.contract_figures import ContractFigures
    from app.domain.figures import PeopleSpec

T = TypeVar("T")
CHARTS = 11
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
class Part:
    """To whom the charts are narrowed: `narrowed` as they stood on `day` (segments), asked for `today`; `customers` of them."""

    narrowed: FigureFilter
    day: date
    today: date
    customers: int = 0

    def names(self, of: PeopleSpec) -> Narrowed:
        """Of the people behind a piece those of this part."""
        return Narrowed(of, self.narrowed, self.day, self.today)


@dataclass(frozen=True, slots=True)
class ChartsAsked:
    """`period` of the figures: segments count as they stood on the first day of its return rate, so that both are of the same people."""

    span: Span
    narrowed: FigureFilter | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class ChartsAnswer:
    """`part` None: of everybody."""

    part: Part | None
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
    contracts: ContractFigures | None
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


def charts_answer(session: Session, today: date, asked: ChartsAsked, progress: Progress = NO_PROGRESS) -> ChartsAnswer:
    """What the campaigns brought and what is not of some customers stays that of everybody. Cancelled between two charts."""
    from app.queries.at_stake import at_stake
    from app.queries.calculator import calculator
    from app.queries.contracts import contract_figures, has_contracts
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

    part, only = _part_of(session, today, asked)
    steps = _Steps(progress)
    span, first = asked.span, first_occasion_day(session)
    trend = steps.next(return_trend(session, today, _MONTHS[span], customers=only))
    aimed = targets(session, fiscal_year(session, today)).get(TileKey.RETURN_RATE.value)
    return ChartsAnswer(
        part=part,
        trend=trend,
        # The target is the shop's.
        target=aimed if part is None else None,
        events=measure_events(session, trend.lines[0].month, today) if trend.lines else {},
        flows=steps.next(_any_of(flows(session, today, _AVERAGES[span], only), only)),
        cohorts=steps.next(cohort_matrix(session, today, _COHORTS[span], COHORT_COLUMNS, only)),
        customer_map=steps.next(customer_map(session, today, only)),
        shares=steps.next(segment_shares(session, today, only)),
        sales=steps.next(_sold_of(sales_course(session, today, _AVERAGES[span], only), only)),
        stake=steps.next(at_stake(session, today, only)),
        measures=steps.next(measure_points(session, today)),
        nps=steps.next(nps_course(session, today, customers=only)),
        contracts=steps.next(contract_figures(session, today) if has_contracts(session) else None),
        averages=average_months(session, today, _AVERAGES[span]),
        calculator=steps.next(calculator(session, today)),
        coverage=coverage(session),
        weeks=0 if first is None else (day_number(today) - day_number(first)) // 7,
        currency=shop_fields(session).currency,
        today=today,
    )


class _Steps:
    """One after each chart, so that an answer nobody waits for any more does not keep the next one waiting."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0

    def next(self, rows: T) -> T:
        self._done += 1
        self._progress.advance(self._done, CHARTS)
        return rows


def _part_of(session: Session, today: date, asked: ChartsAsked) -> tuple[Part | None, Ints | None]:
    from app.queries.figure_scope import Scope, default_period, ids_in
    from app.queries.standing import shop_rules
    from app.queries.tile_rates import stay_span

    if asked.narrowed is None:
        return None, None
    period = asked.period or default_period(session, today)
    looks = stay_span(Scope(today, period), shop_rules(session).window)
    day = period.start if looks is None else looks[0]
    only = ids_in(session, asked.narrowed, day, today)
    return Part(asked.narrowed, day, today, len(only)), only


def _any_of(rows: tuple[FlowMonth, ...], only: Ints | None) -> tuple[FlowMonth, ...]:
    """Nothing where nobody of some customers ever came."""
    return rows if only is None or any(row.count(part) for row in rows for part in FlowPart) else ()


def _sold_of(rows: tuple[SalesMonth, ...], only: Ints | None) -> tuple[SalesMonth, ...]:
    return rows if only is None or any(row.visits for row in rows) else ()
