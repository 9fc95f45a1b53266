"""What points are worth in money: what the shop owes, what the programme costs, what a rule would have cost.

All amounts in minor units. A point owed is worth the point value of today's rule; a point used is worth what it paid for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.domain.periods import Period, add_months, month_start
from app.domain.points import Expiry, ExpiryKind, RuleFields
from app.domain.rates import half_up

# What a shop may begin with: a hundredth back, to be used within a year.
READY_RULE = RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 12, to_month_end=True))
# What is expected of a shop whose points have not yet come to their end often enough.
USUAL_SHARE_USED = Fraction(4, 5)
LOTS_ENOUGH = 30
MONTHS = 12


@dataclass(frozen=True, slots=True)
class UsedShare:
    """Of the points whose time is up, `used` were used and `lapsed` lapsed, in `lots` lots. With too few of them the share is the
    usual one."""

    used: int = 0
    lapsed: int = 0
    lots: int = 0

    @property
    def is_usual(self) -> bool:
        """Whether the share is the usual one instead of the shop's own."""
        return self.lots < LOTS_ENOUGH or self.used + self.lapsed <= 0

    @property
    def share(self) -> Fraction:
        return USUAL_SHARE_USED if self.is_usual else Fraction(self.used, self.used + self.lapsed)


def money_of_points(points: int, point_value: int, share: Fraction = Fraction(1)) -> int:
    """Points in money when `share` of them is used, half-up."""
    return half_up(points * point_value * share.numerator, share.denominator)


@dataclass(frozen=True, slots=True)
class LapseMonth:
    """Points that lapse in the month that begins on `month` (None: they stay), and what they are worth."""

    month: date | None
    points: int
    money: int


@dataclass(frozen=True, slots=True)
class NextLapse:
    """`people` lose `points` after `day`, the last day on which they count."""

    day: date
    people: int
    points: int


@dataclass(frozen=True, slots=True)
class OwedOn:
    """What customers had at the end of a day; each balance below zero counts as it is."""

    day: date
    points: int
    money: int


@dataclass(frozen=True, slots=True)
class ProgrammeCost:
    """The cost of points within a period: what `used_points` paid for, and the `rewards` changed into, at cost. What was granted is
    told beside it and costs nothing until it is used."""

    used_points: int = 0
    used_money: int = 0
    rewards: int = 0
    reward_cost: int = 0
    granted_points: int = 0

    @property
    def money(self) -> int:
        return self.used_money + self.reward_cost


@dataclass(frozen=True, slots=True)
class CostMonth:
    """A month's cost beside its net sales."""

    period: Period
    cost: ProgrammeCost
    sales: int


@dataclass(frozen=True, slots=True)
class PointMoney:
    """`lapses` by month, oldest first, those without end last. `owed` is the worth of `points`, `expected` of those likely used."""

    day: date
    members: int
    points: int
    point_value: int
    owed: int
    used: UsedShare
    expected: int
    lapses: tuple[LapseMonth, ...]
    next_lapse: NextLapse | None
    months: tuple[CostMonth, ...]
    balance_days: tuple[OwedOn, ...]

    @property
    def cost(self) -> int:
        """Of the finished months."""
        return sum(month.cost.money for month in self.months)

    @property
    def sales(self) -> int:
        return sum(month.sales for month in self.months)


@dataclass(frozen=True, slots=True)
class SimulatedMonth:
    period: Period
    points: int


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a rule gives on real sales, month by month. `point_value` is the rule's; `without_points` receipts earn nothing."""

    months: tuple[SimulatedMonth, ...]
    point_value: int
    without_points: int = 0

    @property
    def points(self) -> int:
        return sum(month.points for month in self.months)

    def cost(self, used: UsedShare) -> int:
        return money_of_points(self.points, self.point_value, used.share)

    def month_costs(self, used: UsedShare) -> tuple[int, ...]:
        return tuple(money_of_points(month.points, self.point_value, used.share) for month in self.months)


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """What today's rule (None: there is none) and another would have cost on the real sales of a period, used as much as points are
    used in the shop."""

    period: Period
    receipts: int
    sales: int
    used: UsedShare
    now: Simulation | None
    other: Simulation

    @property
    def cost_now(self) -> int:
        return 0 if self.now is None else self.now.cost(self.used)

    @property
    def cost_other(self) -> int:
        return self.other.cost(self.used)

    @property
    def more(self) -> int:
        """How much more the other rule costs, below zero when less."""
        return self.cost_other - self.cost_now


def quick_days(today: date) -> tuple[date, ...]:
    """The newest 31 March and 30 September up to today, the later first: the ends of the half years an accountant asks for."""
    ends = [date(year, month, day) for year in (today.year, today.year - 1) for month, day in ((9, 30), (3, 31))]
    return tuple([day for day in ends if day <= today][:2])


def lapse_months(money: PointMoney) -> tuple[LapseMonth, ...]:
    """Twelve months from the first that has points to lapse, at the latest from the next month on; empty ones too."""
    known = {lapse.month: lapse for lapse in money.lapses if lapse.month is not None}
    this_month = month_start(money.day)
    first = this_month if this_month in known else add_months(this_month, 1)
    months = [add_months(first, ahead) for ahead in range(MONTHS)]
    return tuple(known.get(month, LapseMonth(month, 0, 0)) for month in months)


def later_lapses(money: PointMoney) -> int:
    """The worth of what lapses after those twelve months."""
    last = lapse_months(money)[-1].month
    return sum(lapse.money for lapse in money.lapses if lapse.month is not None and last is not None and lapse.month > last)


def endless(money: PointMoney) -> int:
    """The worth of what stays."""
    return sum(lapse.money for lapse in money.lapses if lapse.month is None)
