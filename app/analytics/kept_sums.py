"""The summary tables of a whole shop at once: the same sums as domain.summary makes of one customer, over arrays.

Days are numbers since 1970-01-01, months `year * 12 + month - 1`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import NOBODY, Floats, Ints, Occasions, Receipts, distinct, occasions_of
from app.analytics.repeat import first_and_second_days
from app.analytics.standing import shop_median_gap, standing_from
from app.domain.periods import day_number, day_of
from app.domain.rfm import RFM_DAYS
from app.domain.summary import LONG_AWAY_DAYS, STAYED_MONTHS

NONE = -(1 << 40)


@dataclass(frozen=True, slots=True)
class KeptSums:
    """Columns by table and name. NONE stands for "no such day or month" (`stat`), NaN for no rhythm of one's own (`median_gap`)."""

    customer_month: dict[str, Ints]
    customer_stat: dict[str, Ints]
    median_gap: Floats
    month_stat: dict[str, Ints]
    cohort_stat: dict[str, Ints]
    shop_gap: float | None


@dataclass(frozen=True, slots=True)
class _Cells:
    """One entry per customer and month that says anything, ascending. `key` = customer position * span + month - base."""

    key: Ints
    base: int
    span: int

    @property
    def owner(self) -> Ints:
        return self.key // self.span

    @property
    def month(self) -> Ints:
        return self.key % self.span + self.base

    def at(self, owner: Ints, month: Ints) -> Ints:
        return np.searchsorted(self.key, owner * self.span + (month - self.base))

    def then(self, flags: NDArray[np.bool_], months: int) -> NDArray[np.bool_]:
        """`flags` of the same customer `months` later; False where there is no such entry."""
        if not len(self.key):
            return flags
        where = np.minimum(np.searchsorted(self.key, self.key + months), len(self.key) - 1)
        found: NDArray[np.bool_] = self.key[where] == self.key + months
        return found & flags[where]


def kept_sums(receipts: Receipts, *, window: int, as_of: date) -> KeptSums:
    """`receipts` of customers; those of nobody are left out."""
    known = receipts.customer != NOBODY
    receipts = Receipts(receipts.customer[known], receipts.day[known], receipts.amount[known], receipts.net[known])
    occasions = occasions_of(receipts)
    ids: Ints = distinct(receipts.customer)
    owner = np.searchsorted(ids, receipts.customer)
    visitor = np.searchsorted(ids, occasions.customer)
    stat, gaps = _stat(receipts, occasions, ids, owner, as_of)
    cells, is_active = _cells(owner, month_numbers(receipts.day), visitor, occasions.day, window)
    sums = _month_sums(cells, receipts, owner, visitor, occasions)
    return KeptSums(
        customer_month={"customer_id": ids[cells.owner], "month": cells.month, **sums, "is_active": is_active.astype(np.int64)},
        customer_stat=stat,
        median_gap=gaps,
        month_stat=_month_stat(cells, sums, is_active, stat["first_month"]),
        cohort_stat=_cohort_stat(cells, sums, stat["first_month"]),
        shop_gap=shop_median_gap(occasions),
    )


def month_numbers(days: Ints) -> Ints:
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return months + 1970 * 12


def _stat(receipts: Receipts, occasions: Occasions, ids: Ints, owner: Ints, as_of: date) -> tuple[dict[str, Ints], Floats]:
    latest = int(receipts.day.max()) if len(receipts.day) else day_number(as_of)
    standing = standing_from(receipts, day_of(latest + 1))
    where = np.searchsorted(ids, standing.customer)
    first, second = first_and_second_days(occasions)
    starts = occasions.starts()
    visits = standing.visits
    padded = np.append(occasions.day, NONE)
    until, since = day_number(as_of), day_number(as_of) - RFM_DAYS
    recent = (receipts.day >= since) & (receipts.day < until)
    visited = (occasions.day >= since) & (occasions.day < until)
    days = {
        "first_day": first,
        "second_day": np.where(visits > 1, second, NONE),
        "last_day": standing.last_day,
        "previous_day": np.where(visits > 1, padded[starts + visits - 2], NONE),
        "returned_day": _returned_days(occasions, len(starts)),
        "first_month": month_numbers(first),
    }
    stat = {"customer_id": ids} | {name: _spread(values, where, len(ids)) for name, values in days.items()}
    stat["n"] = np.bincount(where, weights=visits, minlength=len(ids)).astype(np.int64)
    stat["amount"] = _sums(owner, receipts.amount, len(ids))
    stat["n_365"] = np.bincount(np.searchsorted(ids, occasions.customer[visited]), minlength=len(ids)).astype(np.int64)
    stat["amount_365"] = _sums(owner[recent], receipts.amount[recent], len(ids))
    gaps = np.full(len(ids), np.nan)
    gaps[where] = standing.own_rhythm
    return stat, gaps


def _returned_days(occasions: Occasions, customers: int) -> Ints:
    returned = np.full(customers, NONE, dtype=np.int64)
    is_first = occasions.first_rows()
    gap = np.diff(occasions.day, prepend=occasions.day[:1])
    hit = ~is_first & (gap >= LONG_AWAY_DAYS)
    # Days ascend within a customer, so the last one written is the newest.
    returned[(np.cumsum(is_first) - 1)[hit]] = occasions.day[hit]
    return returned


def _cells(owner: Ints, month: Ints, visitor: Ints, day: Ints, window: int) -> tuple[_Cells, NDArray[np.bool_]]:
    if not len(owner):
        return _Cells(np.empty(0, dtype=np.int64), 0, 1), np.empty(0, dtype=np.bool_)
    base = int(month.min())
    until = month_numbers(day + window)
    newest = max(int(month.max()), int(until.max()) if len(until) else 0)
    # Room after the newest month keeps "k months later" from running into the next customer.
    span = newest - base + 2 + max(STAYED_MONTHS)
    bought = distinct(owner * span + (month - base))
    came = visitor * span + (month_numbers(day) - base)
    # Of a month's occasions the last reaches furthest.
    last = np.append(came[1:] != came[:-1], True) if len(came) else np.empty(0, dtype=np.bool_)
    reach = until[last] - base - came[last] % span
    starts = [came[last][reach >= ahead] + ahead for ahead in range(1, int(reach.max(initial=0)) + 1)]
    active = distinct(np.concatenate(starts)) if starts else np.empty(0, dtype=np.int64)
    key: Ints = distinct(np.concatenate((bought, active)))
    is_active = np.zeros(len(key), dtype=np.bool_)
    is_active[np.searchsorted(key, active)] = True
    return _Cells(key, base, span), is_active


def _month_sums(cells: _Cells, receipts: Receipts, owner: Ints, visitor: Ints, occasions: Occasions) -> dict[str, Ints]:
    size = len(cells.key)
    where = cells.at(owner, month_numbers(receipts.day))
    left = receipts.net > 0
    return {
        "n": np.bincount(cells.at(visitor, month_numbers(occasions.day)), minlength=size).astype(np.int64),
        "amount": _sums(where, receipts.amount, size),
        "receipts": np.bincount(where[left], minlength=size).astype(np.int64),
        "receipts_amount": _sums(where[left], receipts.net[left], size),
    }


def _month_stat(cells: _Cells, sums: dict[str, Ints], is_active: NDArray[np.bool_], first_month: Ints) -> dict[str, Ints]:
    bought = sums["n"] > 0
    flags = {
        "buyers": bought,
        "new": cells.month == first_month[cells.owner],
        "repurchased": bought & cells.then(bought, 1),
        "active_at_start": is_active,
    } | {f"stayed_{months}": is_active & cells.then(is_active, months) for months in STAYED_MONTHS}
    months, where = np.unique(cells.month, return_inverse=True)
    table = {"month": months}
    table |= {name: _sums(where, values, len(months)) for name, values in sums.items()}
    table |= {name: np.bincount(where[hit], minlength=len(months)).astype(np.int64) for name, hit in flags.items()}
    return _without_zeros(table, {"month"})


def _cohort_stat(cells: _Cells, sums: dict[str, Ints], first_month: Ints) -> dict[str, Ints]:
    cohort = first_month[cells.owner]
    kept = (cohort != NONE) & (cells.month >= cohort)
    pair = cohort[kept] * cells.span + (cells.month - cohort)[kept]
    pairs, where = np.unique(pair, return_inverse=True)
    table = {
        "cohort": pairs // cells.span,
        "k": pairs % cells.span,
        "active": np.bincount(where[(sums["n"] > 0)[kept]], minlength=len(pairs)).astype(np.int64),
        "amount": _sums(where, sums["amount"][kept], len(pairs)),
    }
    return _without_zeros(table, {"cohort", "k"})


def _without_zeros(table: dict[str, Ints], keys: set[str]) -> dict[str, Ints]:
    kept = np.any(np.stack([values != 0 for name, values in table.items() if name not in keys]), axis=0)
    return {name: values[kept] for name, values in table.items()}


def _spread(values: Ints, where: Ints, size: int) -> Ints:
    spread = np.full(size, NONE, dtype=np.int64)
    spread[where] = values
    return spread


def _sums(where: Ints, values: Ints, size: int) -> Ints:
    """In whole numbers: floating weights would lose pennies beyond 2^53."""
    sums = np.zeros(size, dtype=np.int64)
    np.add.at(sums, where, values)
    return sums
