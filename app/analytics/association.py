"""Which product customers take after which other, by more than chance: the ground of what could be proposed.

Of whoever bought A for the first time and had not bought B by then, how many bought B within so many days? Support and confidence as in
Rakesh Agrawal, Tomasz Imieliński, Arun Swami (1993), "Mining association rules between sets of items in large databases". What it is
compared with needs care: whoever has just bought something comes more often than others, and who comes more often takes more of
everything. So it is compared visit by visit. Every visit after the first is a chance to take B for the first time; how often everybody
does says how many of these customers would have, on as many visits as they made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats, Ints, Occasions, occasions_from
from app.analytics.survey_figures import survivors

MOST_PRODUCTS = 200
"""Those that most customers bought: rarer ones make no pattern, and every pair is looked at."""
_TERMS = 4_000

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Association:
    """Of `buyers`, who bought `first` with the whole time after it and had not bought `then` by that day, `followed` bought `then` on a
    later day within the days looked at; `usual` of them would have, had they taken it on their visits as everybody does. `customers`:
    all there are. `p`: the chance of so many or more, if `first` made no difference.

    An example: of 120 who bought a shampoo 48 bought a conditioner within 90 days, where everybody, on as many visits, takes it in 20 of
    120 cases: confidence 40 %, lift 2.4.
    """

    first: int
    then: int
    buyers: int
    followed: int
    usual: float
    customers: int
    p: float

    @property
    def confidence(self) -> float:
        return self.followed / self.buyers

    @property
    def support(self) -> float:
        return self.followed / self.customers

    @property
    def lift(self) -> float:
        """How many times as often as everybody on as many visits."""
        return self.followed / self.usual


@dataclass(frozen=True, slots=True, eq=False)
class BoughtFirst:
    """Every customer and product once, ascending by customer (numbers from 0) and then product: the `first` and the `last` day on which
    it was bought, and the place of the first in `visits`. `ids`: the customers the numbers stand for. `begins`, `visits_begin`: where the
    rows and visits of each customer begin, and where they all end."""

    ids: Ints
    who: Ints
    product: Ints
    first: Ints
    last: Ints
    visit: Ints
    begins: Ints
    visits: Occasions
    visits_begin: Ints

    @property
    def kinds(self) -> int:
        return int(self.product.max(initial=-1)) + 1

    def places(self, who: Ints, day: Ints) -> Ints:
        """Where the last visit of these customers up to these days stands in `visits`."""
        low = int(self.visits.day.min())
        width = int(self.visits.day.max()) - low + 2
        keys = self.visits.customer * width + (self.visits.day - low)
        return np.searchsorted(keys, who * width + np.minimum(day - low, width - 1), side="right") - 1


def bought_first(customer: Ints, day: Ints, product: Ints) -> BoughtFirst:
    """From parallel columns in any order: who bought what (numbers from 0) on which day."""
    ids, who = np.unique(customer, return_inverse=True)
    who = who.astype(np.int64)
    kinds = int(product.max(initial=-1)) + 1
    pair = who * kinds + product
    order = np.lexsort((day, pair))
    pair, days = pair[order], day[order]
    starts = np.flatnonzero(np.append(True, pair[1:] != pair[:-1])[: len(pair)])
    ends = np.append(starts[1:], len(pair)) - 1 if len(starts) else starts
    owner, visits = pair[starts] // max(kinds, 1), occasions_from(who, day)
    numbers = np.arange(len(ids) + 1)
    begins, visits_begin = np.searchsorted(owner, numbers), np.searchsorted(visits.customer, numbers)
    parts = (ids, owner, pair[starts] % max(kinds, 1), days[starts], days[ends])
    found = BoughtFirst(*parts, np.empty(0, dtype=np.int64), begins, visits, visits_begin)
    if not len(ids):
        return found
    return BoughtFirst(*parts, found.places(owner, days[starts]), begins, visits, visits_begin)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Days to look `within`, a day number `until` which purchases are known, and what a pair must have at least."""

    within: int
    until: int
    buyers: int
    followed: int
    lift: float


def associations(bought: BoughtFirst, least: Thresholds) -> list[Association]:
    """Pairs that are more than chance, most striking first. A customer counts only with the whole time before `until`."""
    return more_than_chance(pairs_after(bought, Everybody.of(bought), starting_products(bought, least), least), least)


def starting_products(bought: BoughtFirst, least: Thresholds) -> list[int]:
    """Those with enough buyers to be looked at."""
    return [int(number) for number in np.flatnonzero(np.bincount(bought.product) >= least.buyers)]


def more_than_chance(looked_at: Sequence[Association], least: Thresholds) -> list[Association]:
    """Of all pairs looked at those that stand by the step-up rule of Benjamini and Hochberg, and have the least lift."""
    sure = survivors([found.p for found in looked_at])
    kept = [found for found, is_sure in zip(looked_at, sure, strict=True) if is_sure and found.lift >= least.lift]
    return sorted(kept, key=lambda one: (-one.lift, -one.followed, one.first, one.then))


@dataclass(frozen=True, slots=True, eq=False)
class Everybody:
    """By product: visits after the first at which it was still new to the customer, and at how many it was taken."""

    chances: Ints
    taken: Ints

    @classmethod
    def of(cls, bought: BoughtFirst) -> Everybody:
        begin, end = bought.visits_begin[bought.who], bought.visits_begin[bought.who + 1]
        gone = _sums(bought.product, end - 1 - bought.visit, bought.kinds)
        taken = np.bincount(bought.product[bought.visit > begin], minlength=bought.kinds)
        return cls(len(bought.visits) - len(bought.ids) - gone, taken)


def pairs_after(bought: BoughtFirst, everybody: Everybody, firsts: Sequence[int], least: Thresholds) -> list[Association]:
    """All pairs of these with enough buyers and followers. Their `p` is Fisher's exact test, one-sided: visits within the days after the
    first purchase of the one against all other visits, with and without the other taken for the first time."""
    return [found for first in firsts for found in _after(bought, everybody, first, least)]


def _after(bought: BoughtFirst, everybody: Everybody, first: int, least: Thresholds) -> list[Association]:
    of_first = np.flatnonzero(bought.product == first)
    after = _After.of(bought, of_first, least)
    chances, taken = everybody.chances - after.chances_at_once, everybody.taken - after.taken_at_once
    found = []
    for then in np.flatnonzero((after.buyers >= least.buyers) & (after.followed >= least.followed)).tolist():
        if then != first:
            followed, tried = int(after.followed[then]), int(after.chances[then])
            p = fisher(followed, tried, int(taken[then]) - followed, int(chances[then]) - tried)
            usual = _usual(after.came[then], int(taken[then]) / int(chances[then]))
            found.append(Association(first, then, int(after.buyers[then]), followed, usual, len(bought.ids), p))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _After:
    """By product, of those who bought a first one: how many could take it then and did within the days, at how many of their visits it
    was still new to them, and how often (0, 1, 2 … visits) they came. `chances_at_once` and `taken_at_once`: the same of the visit of the
    first purchase itself, which is no chance like the others: where visits are for one thing, nothing else can be taken at it."""

    buyers: Ints
    followed: Ints
    chances: Ints
    came: Ints
    chances_at_once: Ints
    taken_at_once: Ints

    @classmethod
    def of(cls, bought: BoughtFirst, of_first: Ints, least: Thresholds) -> _After:
        kinds = bought.kinds
        rows, place = _rows_of(bought, bought.who[of_first])
        start, visit = bought.first[of_first], bought.visit[of_first]
        visits = bought.places(bought.who[of_first], start + least.within) - visit
        is_timely = start + least.within <= least.until
        is_later = visit > bought.visits_begin[bought.who[of_first]]
        product, gap, timely, later = bought.product[rows], bought.first[rows] - start[place], is_timely[place], is_later[place]
        had_it, took_it = timely & (gap <= 0), timely & (gap > 0) & (gap <= least.within)
        left = (visit + visits)[place] - bought.visit[rows]
        most = int(visits.max(initial=0)) + 1
        came = np.bincount(visits[is_timely], minlength=most)
        left_out = np.bincount(product[had_it] * most + visits[place][had_it], minlength=kinds * most).reshape(kinds, most)
        tried = _sums(product[had_it], visits[place][had_it], kinds) + _sums(product[took_it], left[took_it], kinds)
        return cls(
            buyers=int(is_timely.sum()) - np.bincount(product[had_it], minlength=kinds),
            followed=np.bincount(product[took_it], minlength=kinds),
            chances=int(visits[is_timely].sum()) - tried,
            came=came - left_out,
            chances_at_once=int(is_later.sum()) - np.bincount(product[later & (gap < 0)], minlength=kinds),
            taken_at_once=np.bincount(product[later & (gap == 0)], minlength=kinds),
        )


def _usual(came: Ints, each: float) -> float:
    """How many of the customers who came so often (0, 1, 2 … times) take something that is taken with the chance `each` at a visit."""
    return float((came * (1 - (1 - each) ** np.arange(len(came)))).sum())


def fisher(one: int, of_one: int, other: int, of_other: int) -> float:
    """p of so many or more on the first side, the margins given (Fisher's exact test, one-sided); 1 where they are not more than on the
    other side at all."""
    from scipy.special import gammaln

    total, drawn = of_one + of_other, one + other
    if not of_one or one * total <= drawn * of_one:
        return 1.0
    spread = sqrt(drawn * (of_one / total) * (of_other / total) + 1)
    # Above what is expected the terms only fall; what lies forty times the spread further adds nothing.
    last = min(of_one, drawn, one + int(40 * spread) + _TERMS)
    count = np.arange(one, last + 1, dtype=np.float64)

    def ways(n: int, k: Floats) -> Floats:
        return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))

    logs = ways(of_one, count) + ways(of_other, drawn - count) - ways(total, np.array([float(drawn)]))
    return float(min(1.0, np.exp(logs).sum()))


def _rows_of(bought: BoughtFirst, who: Ints) -> tuple[Ints, Ints]:
    """All rows of these customers, and for each the place of its customer in `who`."""
    begins, sizes = bought.begins[who], bought.begins[who + 1] - bought.begins[who]
    place = np.repeat(np.arange(len(who)), sizes)
    offset = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return begins[place] + offset, place


def _sums(product: Ints, amount: Ints, kinds: int) -> Ints:
    return np.bincount(product, weights=amount, minlength=kinds).astype(np.int64)
