"""The area under the curve with its interval against independent workings, and lists of equal length by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from app.analytics.backtest import compare_risks, recall_at_equal_length


@pytest.mark.parametrize("seed", range(5))
def test_the_area_is_that_of_the_rank_test(seed: int) -> None:
    chance = np.random.default_rng(seed)
    left = chance.random(400) < 0.3
    first = np.round(chance.normal(left * 0.8, 1.0), 1)
    second = np.round(chance.normal(left * 0.2, 1.0), 0)
    found = compare_risks(first, second, left)
    assert found is not None
    for auc, risk in ((found.first, first), (found.second, second)):
        u = mannwhitneyu(risk[left], risk[~left]).statistic
        assert auc.value == pytest.approx(u / (left.sum() * (~left).sum()), abs=1e-12)
        assert 0 <= auc.low < auc.value < auc.high <= 1
    assert found.difference == pytest.approx(found.first.value - found.second.value)


def test_by_hand() -> None:
    # Pairs of one who left with one who stayed: (3,1) (3,2) (2,1) won, (2,2) a tie: 3.5 of 4.
    found = compare_risks(np.array([3.0, 2.0, 1.0, 2.0]), np.array([1.0, 1.0, 1.0, 1.0]), np.array([True, True, False, False]))
    assert found is not None
    assert found.first.value == 0.875
    assert (found.second.value, found.second.low, found.second.high) == (0.5, 0.5, 0.5)


def test_nothing_is_said_of_too_few() -> None:
    risks = np.array([1.0, 2.0, 3.0])
    assert compare_risks(risks, risks, np.array([True, False, False])) is None
    assert compare_risks(risks, risks, np.array([True, True, True])) is None


def test_the_interval_covers_as_often_as_it_says() -> None:
    """True area of two normal distributions a standard deviation apart: the normal distribution at 1 / sqrt 2, 0.7602."""
    chance, inside, differs = np.random.default_rng(20261123), 0, 0
    for _ in range(600):
        left = np.arange(240) < 80
        first, second = chance.normal(left, 1.0), chance.normal(left, 1.0)
        found = compare_risks(first, second, left)
        assert found is not None
        inside += found.first.low <= 0.7602 <= found.first.high
        differs += not found.low <= 0 <= found.high
    assert 0.92 <= inside / 600 <= 0.98
    assert 0.02 <= differs / 600 <= 0.08


def test_lists_of_equal_length() -> None:
    days = np.array([100, 95, 40, 30, 10, 5])
    rhythm = np.array([90.0, 80.0, 10.0, 10.0, 30.0, 2.0])
    left = np.array([True, False, True, True, False, False])
    found = recall_at_equal_length(days, rhythm, left, fixed_days=90)
    # Two were away for 90 days, one of them for good; furthest beyond their own gap are the third and the fourth.
    assert (found.length, found.leavers, found.own, found.fixed) == (2, 3, 2, 1)
