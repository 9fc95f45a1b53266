"""What one customer's purchases add to the summary tables, in plain arithmetic.

Days are numbers since 1970-01-01, months `year * 12 + month - 1`. An occasion is a day with a receipt whose net is above zero;
active at D = at least one occasion in [D - window, D). Nothing here depends on today but the two sums of the last 365 days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from app.domain.periods import day_number, day_of
from app.domain.rfm import RFM_DAYS
from app.domain.rhythm import OWN_RHYTHM_OCCASIONS

STAYED_MONTHS = (1, 3, 12)
LONG_AWAY_DAYS = 90


class Booking(NamedTuple):
    """A receipt: `amount` booked on `day`; `net` what is left of it after refunds."""

    day: int
    amount: int
    net: int


class MonthSums(NamedTuple):
    """A customer's month: occasions, net sales, receipts with net > 0 and their sum, active at the month's first day."""

    n: int
    amount: int
    receipts: int
    receipts_amount: int
    is_active: bool


class StatSums(NamedTuple):
    """A customer in one row; days of occasions are None without one. `returned_day`: the newest after at least 90 days away."""

    first_day: int | None
    second_day: int | None
    last_day: int | None
    previous_day: int | None
    returned_day: int | None
    first_month: int | None
    n: int
    amount: int
    n_365: int
    amount_365: int
    median_gap: float | None


@dataclass(frozen=True, slots=True)
class CustomerContribution:
    """`stat` is None, and `months` empty, for a customer without any purchase."""

    stat: StatSums | None
    months: Mapping[int, MonthSums]


@dataclass(slots=True)
class ShopEffect:
    """What customers add to the shop's tables. A month: buyers, n, amount, receipts, receipts_amount, new, repurchased,
    active_at_start, stayed_1, stayed_3, stayed_12; a cohort cell: customers who bought, their net sales."""

    months: dict[int, list[int]] = field(default_factory=dict)
    cohorts: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def add(self, months: Mapping[int, MonthSums], first_month: int | None, sign: int = 1) -> None:
        """Count a customer in (`sign` 1) or out (-1)."""
        for month, sums in months.items():
            follows = months.get(month + 1)
            cell = self.months.setdefault(month, [0] * 11)
            bought = sums.n > 0
            cell[0] += sign * bought
            cell[1] += sign * sums.n
            cell[2] += sign * sums.amount
            cell[3] += sign * sums.receipts
            cell[4] += sign * sums.receipts_amount
            cell[5] += sign * (month == first_month)
            cell[6] += sign * (bought and follows is not None and follows.n > 0)
            if sums.is_active:
                cell[7] += sign
                for place, later in enumerate(STAYED_MONTHS, start=8):
                    then = months.get(month + later)
                    cell[place] += sign * (then is not None and then.is_active)
            if first_month is not None and month >= first_month and (bought or sums.amount):
                cohort = self.cohorts.setdefault((first_month, month - first_month), [0, 0])
                cohort[0] += sign * bought
                cohort[1] += sign * sums.amount

    def settled(self) -> ShopEffect:
        """Without what cancels out."""
        return ShopEffect(
            {month: cell for month, cell in self.months.items() if any(cell)},
            {key: cell for key, cell in self.cohorts.items() if any(cell)},
        )


@lru_cache(maxsize=8192)
def month_number(day: int) -> int:
    calendar = day_of(day)
    return calendar.year * 12 + calendar.month - 1


def month_first_day(month: int) -> int:
    return day_number(month_date(month))


def month_date(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def number_of_month(day: date) -> int:
    return day.year * 12 + day.month - 1


def active_months(occasions: Iterable[int], window: int) -> set[int]:
    """The months at whose first day s the customer is active: an occasion d with s - window <= d < s."""
    active: set[int] = set()
    for day in occasions:
        active.update(range(month_number(day) + 1, month_number(day + window) + 1))
    return active


def contribution(bookings: Iterable[Booking], window: int, as_of: int) -> CustomerContribution:
    """Everything the tables hold of one customer; the `*_365` sums cover [as_of - 365, as_of)."""
    receipts = list(bookings)
    if not receipts:
        return CustomerContribution(None, {})
    days = sorted({receipt.day for receipt in receipts if receipt.net > 0})
    sums: dict[int, list[int]] = {}
    for day in days:
        sums.setdefault(month_number(day), [0, 0, 0, 0])[0] += 1
    since = as_of - RFM_DAYS
    amount_365 = 0
    for day, amount, net in receipts:
        cell = sums.setdefault(month_number(day), [0, 0, 0, 0])
        cell[1] += amount
        if net > 0:
            cell[2] += 1
            cell[3] += net
        if since <= day < as_of:
            amount_365 += amount
    active = active_months(days, window)
    months = {month: MonthSums._make([*sums.get(month, (0, 0, 0, 0)), month in active]) for month in sorted(sums.keys() | active)}
    stat = StatSums(
        first_day=days[0] if days else None,
        second_day=days[1] if len(days) > 1 else None,
        last_day=days[-1] if days else None,
        previous_day=days[-2] if len(days) > 1 else None,
        returned_day=_returned_day(days),
        first_month=month_number(days[0]) if days else None,
        n=len(days),
        amount=sum(receipt.amount for receipt in receipts),
        n_365=sum(since <= day < as_of for day in days),
        amount_365=amount_365,
        median_gap=_median_gap(days),
    )
    return CustomerContribution(stat, months)


def _returned_day(days: list[int]) -> int | None:
    return max((later for earlier, later in pairwise(days) if later - earlier >= LONG_AWAY_DAYS), default=None)


def _median_gap(days: list[int]) -> float | None:
    if len(days) < OWN_RHYTHM_OCCASIONS:
        return None
    return float(median(later - earlier for earlier, later in pairwise(days)))
