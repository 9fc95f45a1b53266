"""Lifetime profit and depth, worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np

from app.analytics.depth import NO_GROUP, Depth, depth_of, groups_used
from app.analytics.lifetime import EMPTY, PARTS, Bought, in_parts, joined, margins, profit_of, profit_per_customer
from app.domain.cyclic import LATE_DAYS, due_again, earliest_purchase, is_due

# Kinds: 0 cut (margin 78 %), 1 shampoo (42 %), 2 something unknown (the shop's 60 %).
RATES = in_parts([0.78, 0.42, 0.6])
GROUPS = np.array([0, 1, NO_GROUP])
BOUGHT = Bought.of([(9, 1, 2_640), (7, 0, 9_900), (7, 1, 2_640), (7, 2, 1_000), (9, 0, -500)])


def test_the_profit_of_a_customer_is_the_sum_of_his_margins() -> None:
    assert BOUGHT.owners().tolist() == [7, 9]
    # 9,900 x 0.78 + 2,640 x 0.42 + 1,000 x 0.6 = 7,722 + 1,108.8 + 600; 2,640 x 0.42 - 500 x 0.78 = 718.8
    assert (margins(BOUGHT, RATES) / PARTS).tolist() == [9_430.8, 718.8]
    assert profit_of(np.array([9_400, 5_280, 1_000]), RATES) == 10_150
    assert profit_of(np.array([], dtype=np.int64), RATES) == 0


def test_the_profit_per_customer_is_rounded_half_up_once() -> None:
    assert profit_per_customer(int(margins(BOUGHT, RATES).sum()), 2) == 5_075
    assert profit_per_customer(3 * PARTS, 2) == 2
    assert profit_per_customer(0, 0) is None
    assert margins(EMPTY, RATES).tolist() == []


def test_what_a_few_bought_is_taken_out_and_put_in_again() -> None:
    rest = BOUGHT.without(np.array([7, 8]))
    assert (rest.customer.tolist(), rest.kind.tolist(), rest.amount.tolist()) == ([9, 9], [1, 0], [2_640, -500])
    again = rest.with_rows(Bought.of([(7, 0, 100), (12, 2, 5)]))
    assert again.customer.tolist() == [7, 9, 9, 12]
    assert again.amount.tolist() == [100, 2_640, -500, 5]
    assert joined([rest, Bought.of([(10, 0, 1)])]).customer.tolist() == [9, 9, 10]
    assert joined([]).customer.tolist() == []


def test_groups_count_when_something_of_them_was_kept() -> None:
    assert groups_used(BOUGHT, GROUPS).tolist() == [2, 1]
    assert groups_used(BOUGHT, np.array([0, 0, 1])).tolist() == [2, 1]
    assert groups_used(BOUGHT, np.array([NO_GROUP] * 3)).tolist() == [0, 0]
    assert groups_used(EMPTY, GROUPS).tolist() == []


def test_many_groups_are_counted_as_few_are() -> None:
    wide = np.array([0, 30_000_000, NO_GROUP])
    assert groups_used(BOUGHT, wide).tolist() == groups_used(BOUGHT, GROUPS).tolist() == [2, 1]


def test_depth_is_the_mean_over_customers() -> None:
    amount, visits = np.array([10_000, 5_001, 0]), np.array([3, 1, 1])
    assert depth_of(amount, visits, np.array([2, 1, 1])) == Depth(3, 5_000, Decimal("1.7"), Decimal("1.3"))
    assert depth_of(amount, visits, None).groups is None
    assert depth_of(amount, visits, np.array([0, 0, 0])).groups is None
    nobody = np.array([], dtype=np.int64)
    assert depth_of(nobody, nobody, nobody) == Depth(0, None, None, None)


def test_something_is_due_again_so_many_days_after_it_was_bought() -> None:
    assert due_again(date(2026, 11, 20), 30) == date(2026, 12, 20)
    assert due_again(date(2028, 2, 28), 1) == date(2028, 2, 29)


def test_due_is_up_to_and_with_the_last_day_ahead_and_not_forgotten_at_once() -> None:
    today = date(2026, 11, 20)
    assert is_due(date(2026, 12, 4), today, 14)
    assert not is_due(date(2026, 12, 5), today, 14)
    assert is_due(date(2026, 8, 22), today, 14) and (today - date(2026, 8, 22)).days == LATE_DAYS
    assert not is_due(date(2026, 8, 21), today, 14)
    oldest = earliest_purchase(today, 45)
    assert is_due(due_again(oldest, 45), today, 0) and not is_due(due_again(date(2026, 7, 7), 45), today, 0)
    assert oldest == date(2026, 7, 8)
