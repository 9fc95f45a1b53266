"""Which product follows which, and whether two shares differ by more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Ints

FEWEST_PAIRS = 10
"""Customers who bought the one and then the other: fewer are no pattern."""


@dataclass(frozen=True, slots=True)
class Following:
    """Of `buyers` who bought `first`, `followed` bought `then` on a later day within the days looked at. Of `others`, customers who did not
    buy `first`, `others_then` bought it within those days after their first purchase of all. `everybody` together, `bought_then` of them.
    An example: of 120 who bought shampoo 48 bought a conditioner within 90 days (40 %), of 300 others 30 (10 %)."""

    first: int
    then: int
    buyers: int
    followed: int
    others: int
    others_then: int
    everybody: int
    bought_then: int

    @property
    def confidence(self) -> float:
        return self.followed / self.buyers

    @property
    def support(self) -> float:
        return self.followed / self.everybody

    @property
    def lift(self) -> float:
        """How many times as often as among everybody."""
        return self.confidence / (self.bought_then / self.everybody)

    @property
    def p(self) -> float | None:
        return two_shares(self.followed, self.buyers, self.others_then, self.others)


def two_shares(one: int, of_one: int, other: int, of_other: int) -> float | None:
    """Two-sided p that two shares are the same, by the pooled z-test; None where nobody or everybody is in both."""
    if not of_one or not of_other:
        return None
    pooled = (one + other) / (of_one + of_other)
    spread = pooled * (1 - pooled) * (1 / of_one + 1 / of_other)
    if spread <= 0:
        return None
    return erfc(abs(one / of_one - other / of_other) / sqrt(spread) / sqrt(2))


def followings(customer: Ints, day: Ints, product: Ints, *, within: int, until: int, fewest: int = FEWEST_PAIRS) -> list[Following]:
    """Pairs of products bought one after the other within so many days, most striking first.

    Parallel columns: who bought what (numbers from 0) on which day. A customer counts once for each product, from its first purchase, and
    only with the whole time after it before `until`; the same day is no "after".
    """
    if not len(customer):
        return []
    ids, who = np.unique(customer, return_inverse=True)
    kinds = int(product.max()) + 1
    first_of_all = _earliest(who, day, len(ids))
    is_early = first_of_all + within <= until
    gap = day - first_of_all[who]
    base = _table(who, product, is_early[who] & (gap > 0) & (gap <= within), len(ids), kinds)
    first_of_kind = _earliest(who * kinds + product, day, len(ids) * kinds).reshape(len(ids), kinds)
    bought = first_of_kind < _NEVER
    has_time = bought & (first_of_kind + within <= until)
    everybody, base_all = int(is_early.sum()), base.sum(axis=0)
    found = []
    for first in range(kinds):
        start = np.where(has_time[:, first], first_of_kind[:, first], _NEVER)
        after = day - start[who]
        followed = _table(who, product, (after > 0) & (after <= within), len(ids), kinds).sum(axis=0)
        is_other = is_early & ~bought[:, first]
        others_then = base[is_other].sum(axis=0)
        buyers, others = int(has_time[:, first].sum()), int(is_other.sum())
        for then in np.flatnonzero((followed >= fewest) & (base_all > 0)).tolist():
            if then != first:
                counts = (buyers, int(followed[then]), others, int(others_then[then]), everybody, int(base_all[then]))
                found.append(Following(first, then, *counts))
    return sorted(found, key=lambda one: (-one.lift, -one.followed, one.first, one.then))


_NEVER = np.iinfo(np.int64).max // 4


def _earliest(place: Ints, day: Ints, size: int) -> Ints:
    found = np.full(size, _NEVER, dtype=np.int64)
    np.minimum.at(found, place, day)
    return found


def _table(who: Ints, product: Ints, chosen: NDArray[np.bool_], people: int, kinds: int) -> NDArray[np.bool_]:
    """Whether each (row) bought each product (column) in the chosen rows."""
    found = np.zeros((people, kinds), dtype=np.bool_)
    found[who[chosen], product[chosen]] = True
    return found
