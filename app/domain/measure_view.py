"""The result of a measure as it is shown, printed and written to files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_cost import CostLines
from app.domain.measure_results import COUNTS_ONLY_BELOW, VERDICT_FROM, Effect, Pooled, RateEffect, Return, Verdict
from app.domain.measures import Arm, MeasureChannel, MeasureKind, MeasurePlan, MeasureState
from app.domain.rates import Rate, rate_of


class BalanceTrait(StrEnum):
    """What both groups were like before the start. DAYS_SINCE: days since the last visit, of those who ever came."""

    DAYS_SINCE = "days_since"
    VISITS = "visits"
    MARGIN = "margin"


BALANCE_WORDS: Mapping[BalanceTrait, str] = {
    BalanceTrait.DAYS_SINCE: QT_TRANSLATE_NOOP("Measures", "Days since the last visit"),
    BalanceTrait.VISITS: QT_TRANSLATE_NOOP("Measures", "Visits in the year before"),
    BalanceTrait.MARGIN: QT_TRANSLATE_NOOP("Measures", "Gross profit in the year before"),
}


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Means of both groups, None where nobody has the trait. `is_alike`: a draw gives such a difference easily enough."""

    trait: BalanceTrait
    sent: float | None
    held: float | None
    is_alike: bool


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Who had come after so many whole days; `held` None where nobody was held back."""

    day: int
    sent: float
    held: float | None


@dataclass(frozen=True, slots=True)
class Band:
    """Those whose last visit was [low, high) days ago when it was sent (high None: longer): who came of those sent to and of those held
    back. `is_best`: it brought more of them than of the others, by more than chance, all bands compared."""

    low: int
    high: int | None
    sent: Rate
    held: Rate
    is_best: bool


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """`day` of the `days` in which visits count, the day of sending being the first; `window_days` of them for each person. `is_complete`:
    all are over, so that there is a result. Before that, and with fewer than 30 people in the smaller group, only counts are told.

    `charged`: the cost the return is of. `chance`: that it was a profit. `needed`: how many more people would settle it. `last_touch`: all
    that those sent to bought in the window. `is_as_drawn`: whether the sizes of the groups can come from a draw of `share_held`, None
    without one; of a list from elsewhere that is the nearest usual share. `returned`, `returned_held`: who came of either group."""

    measure_id: int
    name: str
    kind: MeasureKind
    channel: MeasureChannel
    state: MeasureState
    is_outside: bool
    plan: MeasurePlan
    sent_on: date
    ends_on: date
    stopped_on: date | None
    day: int
    days: int
    window_days: int
    is_complete: bool
    currency: str
    n_sent: int
    n_held: int
    n_guests: int
    came_sent: int
    came_held: int
    welch: Effect | None
    cuped: Effect | None
    rate: RateEffect | None
    roi: Return | None
    chance: float | None
    verdict: Verdict
    needed: int | None
    last_touch: int
    base_margin: float | None
    lines: CostLines
    curve: tuple[CurvePoint, ...]
    balance: tuple[BalanceRow, ...]
    share_held: float | None
    is_as_drawn: bool | None
    bands: tuple[Band, ...]
    returned: tuple[int, ...]
    returned_held: tuple[int, ...]

    @property
    def smaller(self) -> int:
        return min(self.n_sent, self.n_held)

    @property
    def has_interval(self) -> bool:
        return self.is_complete and self.smaller >= COUNTS_ONLY_BELOW

    @property
    def is_reference(self) -> bool:
        """Whether the interval is told as a reference alone."""
        return self.has_interval and self.smaller < VERDICT_FROM

    @property
    def charged(self) -> int:
        return self.lines.charged

    @property
    def sent_rate(self) -> Rate:
        return rate_of(self.came_sent, self.n_sent)

    @property
    def held_rate(self) -> Rate:
        return rate_of(self.came_held, self.n_held)


@dataclass(frozen=True, slots=True)
class PastResult:
    """A finished measure among others. `effect` as corrected by the time before, None without a comparison."""

    measure_id: int
    name: str
    kind: MeasureKind
    sent_on: date
    ends_on: date
    n_sent: int
    n_held: int
    came_sent: int
    came_held: int
    effect: Effect | None
    rate: RateEffect | None
    roi: Return | None
    verdict: Verdict
    is_outside: bool
    cost: int
    charged: int
    last_touch: int


@dataclass(frozen=True, slots=True)
class KindResults:
    """All finished measures of a kind, the newest first, and those with a comparison as one. `roi`: the pooled effect on the cost of all
    of them for each person sent to."""

    kind: MeasureKind
    measures: tuple[PastResult, ...]
    pooled: Pooled | None
    roi: Return | None

    @property
    def is_settled(self) -> bool:
        return self.pooled is not None and (self.pooled.low > 0 or self.pooled.high < 0)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One person as the result is worked out from. `customer_id` None: the person was erased; `before` of him is the mean of the
    others, which leaves him uncorrected. Margins in minor units."""

    customer_id: int | None
    code: str
    arm: Arm
    stratum: int
    sent_on: date
    before: float
    within: float
    came: bool
    cost: int


@dataclass(frozen=True, slots=True)
class ResultChartWords:
    """What stands in the charts of a result, in the user's language. `sent_note`, `held_note`: how many of how many; `week` with
    a place {n}."""

    sent: str
    held: str
    sent_note: str
    held_note: str
    sent_short: str
    held_short: str
    start: str
    week: str
    between: str
    loss: str
    gain: str
    value: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """A result as one page of paper, in the user's language: `verdict` with its `headline` and `words`; `factor` with `factor_title` and
    `factor_words`, empty where there is no return. `money`: names, amounts, whether each is a sum; `next`: steps with their reasons;
    `facts`: names and words. `tone`: good, open, bad."""

    title: str
    fact: str
    verdict: str
    headline: str
    words: str
    tone: str
    factor: str
    factor_title: str
    factor_words: str
    shares_title: str
    shares_words: str
    return_title: str
    return_words: str
    came_title: str
    money_title: str
    money: tuple[tuple[str, str, bool], ...]
    next_title: str
    next: tuple[tuple[str, str], ...]
    facts_title: str
    facts: tuple[tuple[str, str], ...]
    foot: str
