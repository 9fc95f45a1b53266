"""Depth: how much, how broadly and how often one customer buys."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from numpy.typing import NDArray

from app.analytics.lifetime import Bought, Ints
from app.domain.rates import half_up

NO_GROUP = -1
_TENTH = Decimal("0.1")
# Cells of a table of customers by groups that are counted as they stand; beyond, only those that say something.
_DENSE = 20_000_000


@dataclass(frozen=True, slots=True)
class Depth:
    """Means over `customers`: net sales (minor units, half-up) and occasions in the period, product groups of all time (one decimal,
    half-up). None without a customer; `groups` also where no line says a group."""

    customers: int
    amount: int | None
    visits: Decimal | None
    groups: Decimal | None


def groups_used(bought: Bought, group_of_kind: Ints) -> Ints:
    """How many product groups each of `bought.owners()` bought from; what was given back in full does not count, nor what has no group.

    `group_of_kind`: a group's number by kind, NO_GROUP for none.
    """
    owners = bought.owners()
    group = group_of_kind[bought.kind] if len(bought.kind) else bought.kind
    known = group != NO_GROUP
    owner = np.searchsorted(owners, bought.customer[known])
    if not len(owner):
        return np.zeros(len(owners), dtype=np.int64)
    span = int(group.max()) + 1
    pair, amount = owner * span + group[known], bought.amount[known]
    if len(owners) * span <= _DENSE:
        # Only the sign counts, and sums of money stay exact below 2^53.
        has = np.bincount(pair, weights=amount, minlength=len(owners) * span) > 0
        return np.asarray(has.reshape(len(owners), span).sum(axis=1), dtype=np.int64)
    pairs, where = np.unique(pair, return_inverse=True)
    sums = np.zeros(len(pairs), dtype=np.int64)
    np.add.at(sums, where, amount)
    return np.bincount(pairs[sums > 0] // span, minlength=len(owners)).astype(np.int64)


def depth_of(amount: Ints, visits: Ints, groups: Ints | None) -> Depth:
    """Of customers given in parallel columns; those without a visit in the period are to be left out by the caller."""
    count = len(visits)
    if not count:
        return Depth(0, None, None, None)
    used = None if groups is None or not groups.any() else _mean(groups)
    return Depth(count, half_up(int(amount.sum()), count), _mean(visits), used)


def _mean(values: NDArray[np.int64]) -> Decimal:
    return (Decimal(int(values.sum())) / len(values)).quantize(_TENTH, rounding=ROUND_HALF_UP)
