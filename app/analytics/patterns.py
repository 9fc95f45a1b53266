"""Which product follows which, and whether two shares differ by more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from app.analytics.occasions import Ints

FEWEST_PAIRS = 10
"""Customers who bought the one and then the other: fewer are no pattern."""


@dataclass(frozen=True, slots=True)
class Following:
    """Of `buyers` who bought `first`, `followed` bought `then` on a later day within the days looked at; `others` of `rest` customers who
    bought something else did. An example: of 120 who bought shampoo, 48 bought a conditioner within 90 days (40 %); of the 300 others, 30
    did (10 %): four times as often."""

    first: int
    then: int
    buyers: int
    followed: int
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
        return self.confidence / (self.bought_then / self.everybody)


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
    only with the whole time after it before `until`; the same day is no "after". `everybody`: customers with a first purchase of anything
    early enough; `bought_then`: how many of them bought the other product within the days after that.
    """
    if not len(customer):
        return []
    order = np.lexsort((day, product, customer))
    customer, day, product = customer[order], day[order], product[order]
    is_first = np.ones(len(customer), dtype=np.bool_)
    is_first[1:] = (customer[1:] != customer[:-1]) | (product[1:] != product[:-1])
    begins = np.flatnonzero(is_first & (day + within <= until))
    kinds = int(product.max()) + 1
    buyers = np.bincount(product[begins], minlength=kinds)
    pairs = _pairs(customer, day, product, begins, within, kinds)
    everybody, base = _base(customer, day, product, within, until, kinds)
    found = [
        Following(first, then, int(buyers[first]), int(count), everybody, int(base[then]))
        for (first, then), count in pairs.items()
        if count >= fewest and base[then] > 0
    ]
    return sorted(found, key=lambda one: (-one.lift, -one.followed, one.first, one.then))


def _pairs(customer: Ints, day: Ints, product: Ints, begins: Ints, within: int, kinds: int) -> dict[tuple[int, int], int]:
    """How many customers bought the second product within the days after their first purchase of the first one."""
    low, high = np.searchsorted(customer, customer[begins]), np.searchsorted(customer, customer[begins], side="right")
    length = high - low
    rows = np.repeat(low - np.cumsum(length) + length, length) + np.arange(int(length.sum()))
    start = np.repeat(begins, length)
    gap = day[rows] - day[start]
    kept = (gap > 0) & (gap <= within) & (product[rows] != product[start])
    once = np.unique(start[kept] * kinds + product[rows[kept]])
    firsts, thens = product[once // kinds], once % kinds
    pair, count = np.unique(firsts * kinds + thens, return_counts=True)
    return {(int(one) // kinds, int(one) % kinds): int(number) for one, number in zip(pair, count, strict=True)}


def _base(customer: Ints, day: Ints, product: Ints, within: int, until: int, kinds: int) -> tuple[int, Ints]:
    """Customers seen long enough, and how many of them bought each product within the days after their first purchase of all."""
    ids, place = np.unique(customer, return_inverse=True)
    first = np.full(len(ids), np.iinfo(np.int64).max)
    np.minimum.at(first, place, day)
    is_early = first + within <= until
    gap = day - first[place]
    kept = is_early[place] & (gap > 0) & (gap <= within)
    once = np.unique(place[kept] * kinds + product[kept])
    return int(is_early.sum()), np.bincount(once % kinds, minlength=kinds).astype(np.int64)
