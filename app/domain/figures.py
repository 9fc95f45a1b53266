"""Figures as rows: what the command line prints, what the pages show, and how to ask for the people behind a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from app.domain.chart_people import ChartPeople
from app.domain.figure_people import FigurePeople
from app.domain.periods import Period
from app.domain.rates import Rate
from app.domain.rfm import MapRegion
from app.domain.rhythm import Rhythm, RhythmSource
from app.domain.segments import Segment
from app.domain.status import Chip, Status
from app.domain.tiers import TierMove

# ---- the command line: fields as its contract names them ----


@dataclass(frozen=True, slots=True)
class RateFields:
    numerator: int
    denominator: int
    rate: float | None
    low: float | None
    high: float | None

    @classmethod
    def of(cls, rate: Rate) -> RateFields:
        return cls(rate.numerator, rate.denominator, rate.rate, rate.low, rate.high)


@dataclass(frozen=True, slots=True)
class SummaryFigures:
    """`customers` are records, `buyers` have an occasion, `receipts` net > 0; amounts in minor units."""

    customers: int
    buyers: int
    receipts: int
    net_sales: int
    aov: int | None
    one_time: int
    repeat_rate: Mapping[str, RateFields]
    sales_without_customer: int
    rows_without_customer: int
    as_of: date


@dataclass(frozen=True, slots=True)
class RetentionLine:
    """Of `at_start` customers active at `start`, `stayed` were also active at `end`."""

    start: date
    end: date
    at_start: int
    stayed: int
    rate: float | None
    low: float | None
    high: float | None
    complete: bool


@dataclass(frozen=True, slots=True)
class RepurchaseLine(RetentionLine):
    """Of those who bought in the month of `start`, how many bought in the month of `end`, the next one."""


@dataclass(frozen=True, slots=True)
class CohortLine:
    cohort: str
    size: int
    k: int
    active: int
    rate: float | None
    complete: bool


@dataclass(frozen=True, slots=True)
class RfmLine:
    """`customer` is the code, or "#" and the record's number for one without a code."""

    customer: str
    recency: int
    frequency: int
    monetary: int
    r: int
    f: int
    m: int
    segment: str


@dataclass(frozen=True, slots=True)
class RfmFigures:
    cuts: Mapping[str, list[float]]
    rows: list[RfmLine]


# ---- the people behind a figure ----


class StayPart(StrEnum):
    AT_START = "at_start"
    STAYED = "stayed"
    LOST = "lost"


class SecondPart(StrEnum):
    MATURE = "mature"
    CAME_BACK = "came_back"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Visitors:
    """Who came within the period."""

    period: Period


@dataclass(frozen=True, slots=True)
class Stayers:
    """A point of the return rate."""

    start: date
    end: date
    part: StayPart = StayPart.STAYED


@dataclass(frozen=True, slots=True)
class Repurchasers:
    """Who bought in the month that begins on `month`, and (True) or but not (False) in the next."""

    month: date
    came_again: bool | None = None


@dataclass(frozen=True, slots=True)
class ReturnedAfter:
    """Who came within the period after at least `away_days`."""

    period: Period
    away_days: int = 90


@dataclass(frozen=True, slots=True)
class NotSeenLately:
    """Past 1.5 x the usual gap on `day`, not yet long away."""

    day: date


@dataclass(frozen=True, slots=True)
class ReachOut:
    """Not seen lately, or due for a second visit; without those who asked not to be contacted."""

    day: date


@dataclass(frozen=True, slots=True)
class WithChip:
    chips: tuple[Chip, ...]
    day: date


@dataclass(frozen=True, slots=True)
class InSegment:
    segment: Segment
    day: date


@dataclass(frozen=True, slots=True)
class SecondVisit:
    """Who had `horizon` days for a second visit before `as_of`, and came back within them or not."""

    as_of: date
    horizon: int = 90
    part: SecondPart = SecondPart.CAME_BACK


@dataclass(frozen=True, slots=True)
class CohortPeople:
    """Who first came in the month that begins on `cohort`, and came `k` months later (k = 0: all of them)."""

    cohort: date
    k: int


@dataclass(frozen=True, slots=True)
class MapPeople:
    """A cell of the customer map."""

    row: int
    column: int
    day: date


@dataclass(frozen=True, slots=True)
class MapFrame:
    """The framed cells of the customer map."""

    region: MapRegion
    day: date


@dataclass(frozen=True, slots=True)
class Buyers:
    """Everybody with an occasion."""


@dataclass(frozen=True, slots=True)
class PointHolders:
    """Who had points at the end of a day."""

    day: date


@dataclass(frozen=True, slots=True)
class PointsLapsing:
    """Who has points whose last valid day lies within the period; `within_reach`: of those who can be contacted alone."""

    period: Period
    within_reach: bool = False


@dataclass(frozen=True, slots=True)
class PointUsers:
    """Who paid with points, or changed them into a reward, within the period."""

    period: Period


@dataclass(frozen=True, slots=True)
class InTier:
    """Who is in a tier (None: in none) on `day`."""

    tier_id: int | None
    day: date


@dataclass(frozen=True, slots=True)
class TierChange:
    """Whom the deciding day after `day` moves into a tier, out of it or into its grace, as things stand."""

    tier_id: int
    move: TierMove
    day: date


@dataclass(frozen=True, slots=True)
class InGroup:
    """Who is in one of the shop's own groups."""

    group_id: int
    day: date


@dataclass(frozen=True, slots=True)
class DueAgainSoon:
    """Who bought something that is due again within `days_ahead` days of `day`, or was not long ago; of one product, or of any."""

    day: date
    days_ahead: int
    product_id: int | None = None


PeopleSpec = (
    Visitors
    | Stayers
    | Repurchasers
    | ReturnedAfter
    | NotSeenLately
    | ReachOut
    | WithChip
    | InSegment
    | SecondVisit
    | CohortPeople
    | MapPeople
    | MapFrame
    | Buyers
    | PointHolders
    | PointsLapsing
    | PointUsers
    | InTier
    | TierChange
    | DueAgainSoon
    | InGroup
    | FigurePeople
    | ChartPeople
)


# ---- the Today page ----


@dataclass(frozen=True, slots=True)
class ReachOutPerson:
    """Usually every `usual_days`, now `days_since`."""

    customer_id: int
    name: str
    kana: str
    chip: Chip
    days_since: int
    usual_days: int
    source: RhythmSource
    visits: int


@dataclass(frozen=True, slots=True)
class TodaySpecs:
    visitors: Visitors
    return_rate: Stayers
    returned: ReturnedAfter
    not_seen: NotSeenLately
    reach_out: ReachOut


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """`visitors_more`: against last month up to the same day. `return_rate` is that of the last finished month,
    `return_change` in percentage points against the month before. `not_seen_more`: since a week ago."""

    visitors: int
    visitors_more: int
    return_rate: Rate
    return_change: Decimal | None
    return_start: date
    return_end: date
    returned: int
    not_seen: int
    not_seen_more: int
    people: tuple[ReachOutPerson, ...]
    reach_out: int
    specs: TodaySpecs


# ---- Insights ----


@dataclass(frozen=True, slots=True)
class InsightSpecs:
    return_rate: Stayers
    second_visit: SecondVisit
    slipping: InSegment
    profit: Buyers


@dataclass(frozen=True, slots=True)
class InsightTiles:
    """Return rate and gross margin per customer stand at the end of the last finished month and are compared with the month
    before; the second visit within 90 days compares with a month ago, the slipping with a week ago. `profit` in minor units."""

    return_rate: Rate
    return_change: Decimal | None
    second_visit: Rate
    second_change: Decimal | None
    slipping: int
    slipping_more: int
    profit: int | None
    profit_change: int | None
    specs: InsightSpecs
    weeks_of_visits: int


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The return rate measured at `day`, drawn for the period that begins on `month`."""

    day: date
    month: date
    rate: Rate
    is_complete: bool
    people: Stayers


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """`last_year[i]` is the rate a year before `lines[i]`, None where the shop has no figures that old, and for
    the running period."""

    lines: tuple[TrendPoint, ...]
    last_year: tuple[Rate | None, ...]
    window: int
    lag_months: int


@dataclass(frozen=True, slots=True)
class CohortCellView:
    k: int
    rate: Rate
    is_complete: bool
    people: CohortPeople


@dataclass(frozen=True, slots=True)
class CohortRow:
    cohort: date
    size: int
    cells: tuple[CohortCellView, ...]


@dataclass(frozen=True, slots=True)
class CohortMatrix:
    rows: tuple[CohortRow, ...]


@dataclass(frozen=True, slots=True)
class CustomerMapView:
    """`counts[row][column]`: rows by days since the last visit, columns by occasions in 365 days."""

    counts: tuple[tuple[int, ...], ...]
    regulars: int
    slipping: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Sales without a customer: their share of net sales (None without sales), rows and amount."""

    share: float | None
    rows: int
    amount: int


# ---- one customer, one purchase ----


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """`visits` are occasions; `average` per receipt; amounts in minor units."""

    status: Status
    rhythm: Rhythm | None
    first_day: date | None
    last_day: date | None
    visits: int
    receipts: int
    amount: int
    average: int | None
    segment: Segment | None
    next_usual_day: date | None


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """`left` is what may still be given back; `products` the first names of what was bought."""

    id: int
    receipt: str
    day: date
    time: time | None
    amount: int
    left: int
    products: tuple[str, ...]
    staff: str
    payment: str
    note: str
    refund_of_id: int | None

    @property
    def is_refund(self) -> bool:
        return self.refund_of_id is not None or self.amount < 0


@dataclass(frozen=True, slots=True)
class FrequentProduct:
    """What is sold often, with its latest price; `tax_rate` a fraction."""

    product: str
    product_code: str
    group: str
    unit_price: int
    tax_rate: Decimal | None
    times: int
