"""What a rule of points would have given on real sales: domain.points.earned_by over arrays, to the point.

Days are numbers since 1970-01-01; amounts minor units; tax rates basis points; rates of tiers per cent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.periods import Period, day_number
from app.domain.point_money import SimulatedMonth, Simulation
from app.domain.points import BASIS_POINTS, PER_CENT, Rounding, RuleFields

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

NO_TIER = 0
# 1 January 1970 was a Thursday.
FIRST_WEEKDAY = 3
SAFE = float(1 << 62)


@dataclass(frozen=True, slots=True)
class ReceiptFigures:
    """One entry per receipt of a customer, what was given back of it taken off.

    `total`: all lines; `earning[i, j]`: the lines that earn, of `tax_rates[j]`; `points_used` paid for a part; `tier`: id or NO_TIER.
    `taxed_prices`: whether the amounts have tax in them. `referral_day`: one entry per customer brought by another.
    """

    day: Ints
    total: Ints
    earning: Ints
    tax_rates: tuple[int, ...]
    points_used: Ints
    tier: Ints
    is_birthday: Flags
    is_first: Flags
    taxed_prices: bool
    referral_day: Ints


def simulate(figures: ReceiptFigures, rule: RuleFields, tier_rates: Mapping[int, int], months: Sequence[Period]) -> Simulation:
    """The points of each month, those of referrals included. A tier that `tier_rates` does not name counts once."""
    points = receipt_points(figures, rule, tier_rates)
    referral = rule.referrer_points + rule.referred_points if rule.is_on else 0
    simulated, without = [], 0
    for month in months:
        start, end = day_number(month.start), day_number(month.end)
        within = (figures.day >= start) & (figures.day < end)
        of_receipts = points[within].sum()
        without += int(np.count_nonzero(within & (figures.total > 0) & (points == 0)))
        referrals = np.count_nonzero((figures.referral_day >= start) & (figures.referral_day < end))
        simulated.append(SimulatedMonth(month, int(of_receipts) + int(referrals) * referral))
    return Simulation(tuple(simulated), rule.point_value, without)


def receipt_points(figures: ReceiptFigures, rule: RuleFields, tier_rates: Mapping[int, int]) -> Ints:
    """What every receipt earns. (Figures beyond 64 bits come back as an array of Python numbers.)"""
    if not rule.is_on or not len(figures.day):
        return np.zeros(len(figures.day), dtype=np.int64)
    paid = figures.total - figures.points_used * rule.point_value
    base = _base(figures, rule, paid)
    first = np.where(figures.is_first & (paid > 0), rule.first_visit_points, 0)
    steps = np.where((base > 0) & (base >= rule.minimum), _steps(base, rule.amount, rule.rounding), 0)
    birthday = np.where(figures.is_birthday, rule.birthday_rate, PER_CENT)
    bonus = np.where(_is_bonus(figures.day, rule), rule.bonus_rate, PER_CENT)
    rates = _tier_rates(figures.tier, tier_rates) * birthday * bonus
    points = _times_over(steps, rates * rule.points, np.int64(PER_CENT**3)) + first
    return np.where(figures.total > 0, points, 0)


def _base(figures: ReceiptFigures, rule: RuleFields, paid: Ints) -> Ints:
    """The money the rule counts: what earns and is paid for, with or without tax."""
    eligible: Ints = figures.earning.sum(axis=1)
    counted: Ints = np.maximum(0, np.minimum(eligible, paid))
    if rule.taxed == figures.taxed_prices:
        return counted
    rates = np.array(figures.tax_rates, dtype=np.int64) + BASIS_POINTS
    if rule.taxed:
        turned = (figures.earning * rates // BASIS_POINTS).sum(axis=1)
    else:
        turned = -(-figures.earning * BASIS_POINTS // rates).sum(axis=1)
    return np.where(eligible > 0, _times_over(turned, counted, np.maximum(eligible, 1)), counted)


def _steps(base: Ints, amount: int, rounding: Rounding) -> Ints:
    if rounding is Rounding.UP:
        return -(-base // amount)
    if rounding is Rounding.NEAREST:
        return (2 * base + amount) // (2 * amount)
    return base // amount


def _tier_rates(tiers: Ints, known: Mapping[int, int]) -> Ints:
    ids, where = np.unique(tiers, return_inverse=True)
    return np.array([known.get(int(tier), PER_CENT) for tier in ids], dtype=np.int64)[where]


def _is_bonus(days: Ints, rule: RuleFields) -> Flags:
    if not rule.bonus_weekdays and not rule.bonus_days:
        return np.zeros(len(days), dtype=np.bool_)
    dates = days.astype("datetime64[D]")
    of_month = (dates - dates.astype("datetime64[M]")).astype(np.int64) + 1
    return np.isin((days + FIRST_WEEKDAY) % 7, rule.bonus_weekdays) | np.isin(of_month, rule.bonus_days)


def _times_over(first: Ints, second: Ints, divisor: Ints | np.int64) -> Ints:
    """`first * second // divisor`, exact however large the product."""
    if not len(first) or float(np.abs(first).max()) * float(np.abs(second).max()) < SAFE:
        return first * second // divisor
    exact: Ints = first.astype(object) * second.astype(object) // divisor
    largest = max(abs(int(exact.max())), abs(int(exact.min())))
    return exact.astype(np.int64) if largest < SAFE else exact
