"""What customers are still expected to bring: the models of lifetime_fit, discounted over a horizon, times the gross margin."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from app.analytics.lifetime_fit import WEEK, Histories, expected_repeats, expected_worth, histories_of
from app.analytics.occasions import Floats, Ints
from app.domain.lifetime_models import BgNbd, GammaGamma

WEEKS_OF_A_MONTH = 365.25 / 7 / 12
_STEP_MONTHS = 3
_YEAR_DAYS = 365
_TINY = 1e-12
ROWS_AT_A_TIME = 50_000
Columns = tuple[Ints, Ints, Ints]


@dataclass(frozen=True, slots=True, eq=False)
class ExpectedOf:
    """Parallel columns, ascending by customer: purchases to come, discounted, and the gross margin they make, minor units."""

    customer: Ints
    purchases: Floats
    profit: Floats


def expected_profits(
    model: BgNbd,
    worth: GammaGamma,
    occasions: Columns,
    until: int,
    margin: float,
    months: int,
    discount: float,
    only: Ints | None = None,
) -> ExpectedOf:
    """`occasions` as in `histories_of`, of which those before `until` count; `margin` of net sales; `discount` a year; `only`: of these
    customers.

    The model calls every one-time buyer alive. Theirs is therefore lowered to what is seen: of those without a second purchase so long
    after the first, the share who came within a year (Kaplan & Meier 1958), by the share the model gives; never raised.
    """
    portions = _portions(occasions[0])
    gaps = [_second_gaps(customer, day, until) for customer, day, _ in (_counted(occasions, part, until) for part in portions)]
    left = not_yet_again(np.concatenate([gap for gap, _ in gaps]), np.concatenate([is_again for _, is_again in gaps]))
    found = []
    for part in portions:
        customer, day, amount = _counted(occasions, part, until, only)
        histories = histories_of(customer, day, amount, until)
        repeats = discounted_repeats(model, histories, months, discount)
        once = histories.repeats == 0
        repeats[once] *= _seen_by_said(model, histories.age[once], left)
        found.append((customer[_starts(customer)], repeats, repeats * expected_worth(worth, histories) * margin))
    customers, purchases, profits = (np.concatenate(column) for column in zip(*found, strict=True))
    return ExpectedOf(customers, purchases, profits)


def discounted_repeats(model: BgNbd, histories: Histories, months: int, discount: float) -> Floats:
    """Purchases of each within the months to come, a quarter's in its middle taken at the yearly discount."""
    total = np.zeros(len(histories))
    before = np.zeros(len(histories))
    done = 0
    while done < months:
        step = min(_STEP_MONTHS, months - done)
        upto = expected_repeats(model, histories, (done + step) * WEEKS_OF_A_MONTH)
        total += (upto - before) / (1 + discount) ** ((done + step / 2) / 12)
        before, done = upto, done + step
    return total


def not_yet_again(gap: Ints, is_again: Ints) -> Floats:
    """The share of customers without a second purchase by each day after the first, from 0 (Kaplan & Meier 1958). `gap`: days to the second
    purchase, or to the end of what is known where `is_again` is 0."""
    if not len(gap):
        return np.ones(1)
    longest = int(gap.max()) + 1
    came = np.bincount(gap, weights=is_again, minlength=longest)
    at_risk = len(gap) - np.concatenate(([0], np.cumsum(np.bincount(gap, minlength=longest))[:-1]))
    return np.asarray(np.cumprod(1 - came / np.maximum(at_risk, 1)))


def _seen_by_said(model: BgNbd, age: Floats, left: Floats) -> Floats:
    """At each age in weeks, of those who bought once: the share seen to come within a year by the share the model gives."""
    days, last = np.rint(age * WEEK).astype(np.int64), len(left) - 1
    seen = 1 - left[np.minimum(days + _YEAR_DAYS, last)] / np.maximum(left[np.minimum(days, last)], _TINY)
    said = 1 - ((model.alpha + age) / (model.alpha + age + _YEAR_DAYS / WEEK)) ** model.r
    return np.asarray(np.minimum(1.0, np.maximum(0.0, seen) / np.maximum(said, _TINY)))


def _portions(customer: Ints) -> list[slice]:
    """Rows of whole customers, some at a time: each step from the rows to what is expected makes further columns as long as they are."""
    cuts = np.unique(np.append(np.searchsorted(customer, customer[::ROWS_AT_A_TIME]), (0, len(customer)))).tolist()
    return [slice(begin, end) for begin, end in pairwise(cuts)] or [slice(0, 0)]


def _counted(occasions: Columns, part: slice, until: int, only: Ints | None = None) -> Columns:
    customer, day, amount = (column[part] for column in occasions)
    kept = (day < until) & (amount > 0)
    if only is not None:
        kept &= np.isin(customer, only)
    return customer[kept], day[kept], amount[kept]


def _second_gaps(customer: Ints, day: Ints, until: int) -> tuple[Ints, Ints]:
    """Of each customer the days from the first to the second purchase and 1, or to `until` and 0."""
    if not len(customer):
        return customer, customer
    first = _starts(customer)
    count = np.diff(np.append(first, len(customer)))
    second = day[np.minimum(first + 1, len(day) - 1)]
    return np.where(count > 1, second - day[first], until - day[first]), (count > 1).astype(np.int64)


def _starts(customer: Ints) -> Ints:
    """Where each customer begins in an ascending column."""
    return np.flatnonzero(np.diff(customer, prepend=-1)).astype(np.int64)
