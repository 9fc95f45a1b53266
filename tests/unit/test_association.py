"""Which product follows which, against a plain recount in Python."""

from __future__ import annotations

from collections import defaultdict
from math import comb

import numpy as np
import pytest

from app.analytics.association import Association, Everybody, Thresholds, associations, bought_first, fisher, pairs_after

Row = tuple[int, int, int]
WITHIN, UNTIL = 30, 400


def columns(rows: list[Row]) -> tuple[np.ndarray, ...]:
    """Customer, day, product."""
    found = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return found[:, 0], found[:, 1], found[:, 2]


def recounted(rows: list[Row], within: int, until: int) -> dict[tuple[int, int], tuple[int, int, float, float]]:
    """By pair: buyers, followed, usual, p; one customer and one visit after the other."""
    visits: dict[int, set[int]] = defaultdict(set)
    first: dict[tuple[int, int], int] = {}
    for customer, day, product in rows:
        visits[customer].add(day)
        first[customer, product] = min(day, first.get((customer, product), day))
    products = sorted({product for _customer, _day, product in rows})
    chances, taken = dict.fromkeys(products, 0), dict.fromkeys(products, 0)
    for customer, days in visits.items():
        for day in sorted(days)[1:]:
            for product in products:
                when = first.get((customer, product), 10**9)
                chances[product] += when >= day
                taken[product] += when == day
    found = {}
    for a in products:
        for b in products:
            buyers = followed = tried = 0
            usual = 0.0
            offered, accepted = chances[b], taken[b]
            for customer, days in visits.items():
                # The visit at which the one was bought first is no chance like the others.
                start, then = first.get((customer, a)), first.get((customer, b), 10**9)
                if start is not None and start > min(days):
                    offered -= then >= start
                    accepted -= then == start
            for customer, days in visits.items():
                start, then = first.get((customer, a)), first.get((customer, b), 10**9)
                if a == b or start is None or start + within > until or then <= start:
                    continue
                later = [day for day in days if start < day <= start + within]
                buyers += 1
                followed += then in later
                tried += sum(1 for day in later if day <= then)
                usual += 1 - (1 - accepted / offered) ** len(later) if offered else 0.0
            found[a, b] = (buyers, followed, usual, exact(followed, tried, accepted - followed, offered - tried))
    return found


def exact(one: int, of_one: int, other: int, of_other: int) -> float:
    drawn, total = one + other, of_one + of_other
    if not of_one or one * total <= drawn * of_one:
        return 1.0
    ways = sum(comb(of_one, k) * comb(of_other, drawn - k) for k in range(one, min(of_one, drawn) + 1))
    return ways / comb(total, drawn)


def a_shop(seed: int, customers: int = 60, products: int = 6) -> list[Row]:
    dice = np.random.default_rng(seed)
    rows = []
    for customer in range(customers):
        for day in dice.integers(0, UNTIL, dice.integers(1, 12)):
            rows += [(customer * 7 + 3, int(day), int(one)) for one in dice.integers(0, products, dice.integers(1, 4))]
    return rows


@pytest.mark.parametrize("seed", range(8))
def test_every_pair_is_as_counted_by_hand(seed: int) -> None:
    rows = a_shop(seed)
    bought = bought_first(*columns(rows))
    least = Thresholds(WITHIN, UNTIL, 1, 1, 0.0)
    found = {(one.first, one.then): one for one in pairs_after(bought, Everybody.of(bought), range(6), least)}
    wanted = {pair: counts for pair, counts in recounted(rows, WITHIN, UNTIL).items() if counts[1]}
    assert found.keys() == wanted.keys()
    for pair, (buyers, followed, usual, p) in wanted.items():
        one = found[pair]
        assert (one.buyers, one.followed, one.customers) == (buyers, followed, 60)
        assert one.usual == pytest.approx(usual)
        assert one.p == pytest.approx(p)


def test_confidence_support_and_lift_follow_from_the_counts() -> None:
    one = Association(0, 1, buyers=120, followed=48, usual=20.0, customers=400, p=0.001)
    assert one.confidence == 0.4
    assert one.support == 0.12
    assert one.lift == 2.4


def test_a_pattern_that_was_put_in_is_found_first() -> None:
    rows = a_shop(1, customers=300)
    dice = np.random.default_rng(5)
    for customer, day, product in list(rows):
        if product == 2 and day < UNTIL - WITHIN and dice.random() < 0.5:
            rows.append((customer, day + int(dice.integers(1, WITHIN)), 6))
    found = associations(bought_first(*columns(rows)), Thresholds(WITHIN, UNTIL, 20, 5, 1.2))
    assert (found[0].first, found[0].then) == (2, 6)
    assert found[0].confidence > 0.3


def test_who_comes_often_takes_more_of_everything_and_that_is_no_pattern() -> None:
    """Without regard to how often they come, products of frequent customers would all seem to follow each other."""
    dice = np.random.default_rng(3)
    rows = []
    for customer in range(600):
        visits = 1 if customer % 2 else int(dice.integers(10, 30))
        for day in dice.integers(0, UNTIL, visits):
            rows.append((customer, int(day), int(dice.integers(0, 8))))
    assert associations(bought_first(*columns(rows)), Thresholds(90, UNTIL, 20, 5, 1.0)) == []


def test_too_few_buyers_or_followers_make_no_pattern() -> None:
    rows = [(customer, 10, 0) for customer in range(40)] + [(customer, 20, 1) for customer in range(30)]
    rows += [(100 + customer, day, 2) for customer in range(200) for day in (10, 20, 30)]
    bought = bought_first(*columns(rows))
    assert [(one.first, one.then) for one in associations(bought, Thresholds(WITHIN, UNTIL, 40, 30, 1.2))] == [(0, 1)]
    assert associations(bought, Thresholds(WITHIN, UNTIL, 41, 30, 1.2)) == []
    assert associations(bought, Thresholds(WITHIN, UNTIL, 40, 31, 1.2)) == []


def test_whose_time_is_not_over_does_not_count_yet() -> None:
    rows = [(customer, 10, 0) for customer in range(25)] + [(customer, 20, 1) for customer in range(25)]
    rows += [(customer, 380, 0) for customer in range(50, 90)]
    bought = bought_first(*columns(rows))
    assert [one.buyers for one in pairs_after(bought, Everybody.of(bought), [0], Thresholds(WITHIN, UNTIL, 1, 1, 0.0))] == [25]
    assert [one.buyers for one in pairs_after(bought, Everybody.of(bought), [0], Thresholds(WITHIN, 410, 1, 1, 0.0))] == [65]


def test_nothing_bought_gives_nothing() -> None:
    assert associations(bought_first(*columns([])), Thresholds(WITHIN, UNTIL, 1, 1, 1.0)) == []


@pytest.mark.parametrize(("one", "of_one", "other", "of_other"), [(8, 10, 3, 20), (500, 2_000, 900, 6_000), (5, 5, 0, 7), (3, 10, 9, 10)])
def test_the_exact_test_is_exact(one: int, of_one: int, other: int, of_other: int) -> None:
    assert fisher(one, of_one, other, of_other) == pytest.approx(exact(one, of_one, other, of_other), rel=1e-9)
