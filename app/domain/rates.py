"""A share of people, with what is known about its chance: n of N, the rate, its Wilson interval, and whether N suffices."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import sqrt

ENOUGH = 30
CELL_ENOUGH = 10
# The 97.5 % point of the normal distribution: two-sided 95 %.
Z = 1.959963984540054


class RateStatus(StrEnum):
    NONE = "none"
    REFERENCE = "reference"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Rate:
    """`rate`, `low` and `high` are fractions; all None when nobody was counted (shown as "—", never as 0 %)."""

    numerator: int
    denominator: int
    rate: float | None
    low: float | None
    high: float | None
    status: RateStatus

    @property
    def percent(self) -> Decimal | None:
        """The shown percent: one decimal, half-up, from the whole numbers and not from the float."""
        if self.denominator == 0:
            return None
        return _one_decimal(Decimal(100 * self.numerator) / Decimal(self.denominator))


def rate_of(numerator: int, denominator: int, *, enough: int = ENOUGH) -> Rate:
    """`numerator` of `denominator` people; below `enough` the rate is for reference only."""
    if denominator < 0 or not 0 <= numerator <= denominator:
        raise ValueError(f"{numerator} of {denominator} is no share")
    if denominator == 0:
        return Rate(0, 0, None, None, None, RateStatus.NONE)
    low, high = wilson(numerator, denominator)
    status = RateStatus.SOUND if denominator >= enough else RateStatus.REFERENCE
    return Rate(numerator, denominator, numerator / denominator, low, high, status)


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    """95 % score interval of a proportion (Wilson 1927, J. American Statistical Association 22)."""
    p = numerator / denominator
    z2 = Z * Z / denominator
    centre = (p + z2 / 2) / (1 + z2)
    half = Z / (1 + z2) * sqrt(p * (1 - p) / denominator + z2 / (4 * denominator))
    # At 0 and n the bound is exact in the formula and only rounding would move it.
    low = 0.0 if numerator == 0 else max(0.0, centre - half)
    high = 1.0 if numerator == denominator else min(1.0, centre + half)
    return low, high


def points_between(now: Rate, before: Rate) -> Decimal | None:
    """Percentage points from `before` to `now`, between the SHOWN percents so that the screen adds up."""
    if now.percent is None or before.percent is None:
        return None
    return now.percent - before.percent


def percent_of(fraction: float | Decimal) -> Decimal:
    """The shown percent of a fraction: 0.6845 -> 68.5 (half-up on the decimal digits as written)."""
    return _one_decimal(Decimal(str(fraction)) * 100)


def half_up(numerator: int, denominator: int) -> int:
    """Whole quotient rounded half away from zero; money divides this way."""
    if denominator <= 0:
        raise ValueError("the denominator must be above zero")
    quotient, rest = divmod(abs(numerator), denominator)
    quotient += 2 * rest >= denominator
    return quotient if numerator >= 0 else -quotient


def _one_decimal(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
