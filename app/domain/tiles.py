"""The figures an owner can choose for the dashboard and the monthly report, and one of them as it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.findings import is_beyond_chance
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import round_half_up
from app.domain.periods import Period
from app.domain.rates import Rate, points_between

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec

CONTEXT = "Tiles"


class TileKey(StrEnum):
    RETURN_RATE = "return_rate"
    CHURN = "churn"
    REPURCHASE = "repurchase"
    SECOND_VISIT_90 = "second_visit_90"
    SECOND_VISIT_180 = "second_visit_180"
    SECOND_VISIT_365 = "second_visit_365"
    ACTIVE_RATIO = "active_ratio"
    AVERAGE_AMOUNT = "average_amount"
    PROFIT_TO_DATE = "profit_to_date"
    PROFIT_EXPECTED = "profit_expected"
    AMOUNT_PER_CUSTOMER = "amount_per_customer"
    VISITS_PER_CUSTOMER = "visits_per_customer"
    GROUPS_PER_CUSTOMER = "groups_per_customer"
    TOUCH_POINTS = "touch_points"
    SATISFACTION = "satisfaction"
    NPS = "nps"
    GOOD_CUSTOMERS = "good_customers"
    GOOD_SALES = "good_sales"
    SLIPPING = "slipping"
    NOT_CONTACTED = "not_contacted"
    SALES = "sales"
    VISITORS = "visitors"
    COVERAGE = "coverage"
    WIN_RATE = "win_rate"
    SOLVED = "solved"
    FIRST_REPLY = "first_reply"
    RENEWAL_RATE = "renewal_rate"
    CONTRACT_CHURN = "contract_churn"


class TileUnit(StrEnum):
    """PERCENT: the value is a fraction; MONEY: minor units; MEAN has one decimal, SCORE (1 to 5) two; POINTS: of the NPS."""

    PERCENT = "percent"
    MONEY = "money"
    PEOPLE = "people"
    MEAN = "mean"
    SCORE = "score"
    POINTS = "points"


TILE_NAMES: Mapping[TileKey, str] = {
    TileKey.RETURN_RATE: QT_TRANSLATE_NOOP("Tiles", "Return rate"),
    TileKey.CHURN: QT_TRANSLATE_NOOP("Tiles", "No longer coming"),
    TileKey.REPURCHASE: QT_TRANSLATE_NOOP("Tiles", "Month to next month"),
    TileKey.SECOND_VISIT_90: QT_TRANSLATE_NOOP("Tiles", "Second visit in 90 days"),
    TileKey.SECOND_VISIT_180: QT_TRANSLATE_NOOP("Tiles", "Second visit in 180 days"),
    TileKey.SECOND_VISIT_365: QT_TRANSLATE_NOOP("Tiles", "Second visit in a year"),
    TileKey.ACTIVE_RATIO: QT_TRANSLATE_NOOP("Tiles", "Active customers"),
    TileKey.AVERAGE_AMOUNT: QT_TRANSLATE_NOOP("Tiles", "Average purchase"),
    TileKey.PROFIT_TO_DATE: QT_TRANSLATE_NOOP("Tiles", "Lifetime profit so far"),
    TileKey.PROFIT_EXPECTED: QT_TRANSLATE_NOOP("Tiles", "Lifetime profit to come"),
    TileKey.AMOUNT_PER_CUSTOMER: QT_TRANSLATE_NOOP("Tiles", "Purchases per customer"),
    TileKey.VISITS_PER_CUSTOMER: QT_TRANSLATE_NOOP("Tiles", "Visits per customer"),
    TileKey.GROUPS_PER_CUSTOMER: QT_TRANSLATE_NOOP("Tiles", "Product groups used"),
    TileKey.TOUCH_POINTS: QT_TRANSLATE_NOOP("Tiles", "Touch points per customer"),
    TileKey.SATISFACTION: QT_TRANSLATE_NOOP("Tiles", "Satisfaction"),
    TileKey.NPS: QT_TRANSLATE_NOOP("Tiles", "NPS"),
    TileKey.GOOD_CUSTOMERS: QT_TRANSLATE_NOOP("Tiles", "Regulars among customers"),
    TileKey.GOOD_SALES: QT_TRANSLATE_NOOP("Tiles", "Sales to regulars"),
    TileKey.SLIPPING: QT_TRANSLATE_NOOP("Tiles", "Slipping customers"),
    TileKey.NOT_CONTACTED: QT_TRANSLATE_NOOP("Tiles", "Not contacted lately"),
    TileKey.SALES: QT_TRANSLATE_NOOP("Tiles", "Net sales"),
    TileKey.VISITORS: QT_TRANSLATE_NOOP("Tiles", "Visitors"),
    TileKey.COVERAGE: QT_TRANSLATE_NOOP("Tiles", "Sales without a customer"),
    TileKey.WIN_RATE: QT_TRANSLATE_NOOP("Tiles", "Suggestions accepted"),
    TileKey.SOLVED: QT_TRANSLATE_NOOP("Tiles", "Voices solved in 30 days"),
    TileKey.FIRST_REPLY: QT_TRANSLATE_NOOP("Tiles", "Hours to the first reply"),
    TileKey.RENEWAL_RATE: QT_TRANSLATE_NOOP("Tiles", "Contracts that go on"),
    TileKey.CONTRACT_CHURN: QT_TRANSLATE_NOOP("Tiles", "Contracts ended"),
}

TILE_UNITS: Mapping[TileKey, TileUnit] = {
    TileKey.RETURN_RATE: TileUnit.PERCENT,
    TileKey.CHURN: TileUnit.PERCENT,
    TileKey.REPURCHASE: TileUnit.PERCENT,
    TileKey.SECOND_VISIT_90: TileUnit.PERCENT,
    TileKey.SECOND_VISIT_180: TileUnit.PERCENT,
    TileKey.SECOND_VISIT_365: TileUnit.PERCENT,
    TileKey.ACTIVE_RATIO: TileUnit.PERCENT,
    TileKey.AVERAGE_AMOUNT: TileUnit.MONEY,
    TileKey.PROFIT_TO_DATE: TileUnit.MONEY,
    TileKey.PROFIT_EXPECTED: TileUnit.MONEY,
    TileKey.AMOUNT_PER_CUSTOMER: TileUnit.MONEY,
    TileKey.VISITS_PER_CUSTOMER: TileUnit.MEAN,
    TileKey.GROUPS_PER_CUSTOMER: TileUnit.MEAN,
    TileKey.TOUCH_POINTS: TileUnit.MEAN,
    TileKey.SATISFACTION: TileUnit.SCORE,
    TileKey.NPS: TileUnit.POINTS,
    TileKey.GOOD_CUSTOMERS: TileUnit.PERCENT,
    TileKey.GOOD_SALES: TileUnit.PERCENT,
    TileKey.SLIPPING: TileUnit.PEOPLE,
    TileKey.NOT_CONTACTED: TileUnit.PEOPLE,
    TileKey.SALES: TileUnit.MONEY,
    TileKey.VISITORS: TileUnit.PEOPLE,
    TileKey.COVERAGE: TileUnit.PERCENT,
    TileKey.WIN_RATE: TileUnit.PERCENT,
    TileKey.SOLVED: TileUnit.PERCENT,
    TileKey.FIRST_REPLY: TileUnit.MEAN,
    TileKey.RENEWAL_RATE: TileUnit.PERCENT,
    TileKey.CONTRACT_CHURN: TileUnit.PERCENT,
}

OF_A_DAY = frozenset({TileKey.GOOD_CUSTOMERS, TileKey.GOOD_SALES, TileKey.SLIPPING, TileKey.NOT_CONTACTED})
"""Figures of a day: how everybody stood on it."""
LESS_IS_BETTER = frozenset({TileKey.CHURN, TileKey.CONTRACT_CHURN, TileKey.SLIPPING, TileKey.NOT_CONTACTED, TileKey.COVERAGE}) | {
    TileKey.FIRST_REPLY
}
DEFAULT_TILES = (
    TileKey.RETURN_RATE,
    TileKey.SECOND_VISIT_90,
    TileKey.SLIPPING,
    TileKey.PROFIT_TO_DATE,
    TileKey.SALES,
    TileKey.VISITORS,
    TileKey.AVERAGE_AMOUNT,
    TileKey.GOOD_SALES,
)
DEFAULT_REPORT_TILES = (
    TileKey.RETURN_RATE,
    TileKey.SECOND_VISIT_90,
    TileKey.SALES,
    TileKey.VISITORS,
    TileKey.AVERAGE_AMOUNT,
    TileKey.GOOD_SALES,
    TileKey.NPS,
)
_DIGITS = {
    TileUnit.PERCENT: 1,
    TileUnit.MONEY: 0,
    TileUnit.PEOPLE: 0,
    TileUnit.MEAN: 1,
    TileUnit.SCORE: 2,
    TileUnit.POINTS: 0,
}


class TileNote(StrEnum):
    """Why there is no value, or what to bear in mind. SHORT_PERIOD: shorter than the shop's usual number of days; READING: the history is
    being read, ask again; NO_MODEL: too little to fit; MODEL_MISSES: it foretold the last months badly; NOT_FITTED: not worked out yet;
    FORECAST: a forecast with a known miss."""

    NOTHING_YET = "nothing_yet"
    SHORT_PERIOD = "short_period"
    READING = "reading"
    NO_MODEL = "no_model"
    MODEL_MISSES = "model_misses"
    NOT_FITTED = "not_fitted"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class Tile:
    """`value`, `low`, `high` (95 %), `before`, `last_year`, `target` in the unit of the tile; `rate` where it is a share of people; `count`
    people, receipts or answers behind it; `miss` of a forecast: by which share it missed the last months. Measured over `period`, as of
    `as_of`; figures of a day (slipping) as of that day alone."""

    key: TileKey
    period: Period
    as_of: date
    value: float | None = None
    rate: Rate | None = None
    low: float | None = None
    high: float | None = None
    count: int = 0
    before: float | None = None
    last_year: float | None = None
    before_rate: Rate | None = None
    last_year_rate: Rate | None = None
    target: float | None = None
    people: PeopleSpec | None = None
    is_reference: bool = False
    note: TileNote | None = None
    miss: float | None = None

    @property
    def unit(self) -> TileUnit:
        return TILE_UNITS[self.key]

    @property
    def better_is_more(self) -> bool:
        return self.key not in LESS_IS_BETTER

    @property
    def shown(self) -> Decimal | None:
        """As it stands on the screen: percent, whole minor units, points, or rounded half-up."""
        if self.rate is not None and self.rate.percent is not None:
            return self.rate.percent
        return shown_value(self.value, self.unit)

    @property
    def change(self) -> Decimal | None:
        """From the period before, between the shown values, so that the screen adds up."""
        return self._step(self.before_rate, self.before)

    @property
    def year_change(self) -> Decimal | None:
        return self._step(self.last_year_rate, self.last_year)

    @property
    def gap(self) -> Decimal | None:
        """What is above the target, below it where negative."""
        aimed = shown_value(self.target, self.unit)
        return None if self.shown is None or aimed is None else self.shown - aimed

    @property
    def is_gap_good(self) -> bool | None:
        return None if self.gap is None else self.gap == 0 or (self.gap > 0) is self.better_is_more

    @property
    def is_beyond_chance(self) -> bool | None:
        """Whether the change from the period before is more than chance; None where that cannot be said."""
        if self.rate is None or self.before_rate is None or self.change is None:
            return None
        return is_beyond_chance(self.rate, self.before_rate)

    def _step(self, rate: Rate | None, value: float | None) -> Decimal | None:
        if self.rate is not None and rate is not None:
            return points_between(self.rate, rate)
        then = shown_value(value, self.unit)
        return None if self.shown is None or then is None else self.shown - then


def shown_value(value: float | None, unit: TileUnit) -> Decimal | None:
    """Rounded half-up as it is shown; PERCENT in percent."""
    if value is None:
        return None
    scale = 100 if unit is TileUnit.PERCENT else 1
    return round_half_up(Decimal(str(value)) * scale, _DIGITS[unit])


def tile_keys(words: Sequence[str], default: Sequence[TileKey]) -> tuple[TileKey, ...]:
    """The chosen figures as far as they are known, else the default ones."""
    known = set(TileKey)
    return tuple(TileKey(word) for word in dict.fromkeys(words) if word in known) or tuple(default)
