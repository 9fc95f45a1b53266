"""Planned measures rated and put in order, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.choosing import (
    Expected,
    Pace,
    PlanChoice,
    Ratings,
    expected_of,
    in_order,
    outlay_of,
    pace_of,
    ratings_of,
    total_of,
    weighed,
)
from app.domain.figure_settings import ChoiceWeights
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureKind, MeasurePlan, Scores

COST = MeasureCost(initial=6000, spread_months=1, running=500, printing=15, postage=85, minutes=3, wage=1200, points=100, redemption=0.5)
PLAN = MeasurePlan(name="年末", kind=MeasureKind.WIN_BACK, cost=COST, expected_rate=0.1, expected_margin=6000, window_days=60)
DAY = date(2026, 11, 20)


def test_what_a_plan_is_expected_to_bring_is_worked_out_from_its_numbers() -> None:
    # 100 people: 6,000 initial, 2 months of 500, 1,500 printing, 8,500 postage, 300 minutes = 5 hours = 6,000, points 5,000.
    # 10 of them bring 6,000 each. Back within 16,000 / ((60,000 - 5,000) / 2 - 500) months.
    found = expected_of(PLAN, 100)
    assert (found.cost, found.outlay, found.gain) == (28_000, 16_000, 60_000)
    assert found.roi == pytest.approx(32_000 / 28_000)
    assert found.payback == pytest.approx(16_000 / 27_000)


def test_saved_hours_count_at_the_wage_for_the_days_of_the_window() -> None:
    # 73 of 365 days: a fifth of 50 hours at 1,000.
    plan = replace(PLAN, expected_rate=None, expected_hours=50.0, window_days=73, cost=MeasureCost(initial=5000))
    assert expected_of(plan, 0, wage=1000).gain == 10_000
    assert expected_of(plan, 0).gain is None


def test_a_plan_without_an_expected_effect_has_no_return() -> None:
    found = expected_of(replace(PLAN, expected_margin=None), 100)
    assert (found.gain, found.roi, found.payback) == (None, None, None)


def test_what_costs_more_to_run_than_it_brings_does_not_pay_back() -> None:
    assert expected_of(replace(PLAN, cost=replace(COST, running=30_000)), 100).payback is None


def test_what_ends_in_a_loss_does_not_pay_back_however_little_is_paid_first() -> None:
    # 300 minutes of work at 1,200 an hour are 6,000, only 1,000 is paid before; the one who comes brings 6,000.
    plan = replace(PLAN, cost=MeasureCost(initial=1000, spread_months=1, minutes=3, wage=1200), expected_rate=0.01, expected_margin=6000)
    found = expected_of(plan, 100)
    assert (found.outlay, found.cost, found.gain) == (1000, 7000, 6000)
    assert found.roi == pytest.approx(-1 / 7)
    assert found.payback is None
    assert weighed(1, plan, DAY, (100, 0), ChoiceWeights(), 1_000_000, 0).pace is Pace.NEITHER
    assert expected_of(replace(plan, expected_margin=7000), 100).payback is not None


def test_of_equal_totals_the_higher_profit_on_cost_stands_first_then_what_is_back_sooner() -> None:
    def one(number: int, roi: float | None, payback: float | None, cost: int = 100) -> PlanChoice:
        made = weighed(number, PLAN, DAY, (10, 10), ChoiceWeights(), 100_000, 0)
        expected = replace(made.expected, roi=roi, payback=payback, cost=cost)
        return replace(made, pace=Pace.EASY, total=Decimal("3.3"), expected=expected)

    rows = [one(1, -0.2, 1.1), one(2, 0.4, 3.0), one(3, 0.4, 2.0), one(4, None, None, cost=0), one(5, 0.5, None)]
    assert [row.measure_id for row in in_order(rows)] == [4, 5, 3, 2, 1]


def test_the_outlay_is_what_is_paid_before_anything_comes_back() -> None:
    assert outlay_of(replace(COST, training=700, other=50), 10) == 6000 + 700 + 50 + 1000


@pytest.mark.parametrize(
    ("outlay", "gain", "cost", "effect"),
    [(1000, 499, 5, 1), (1001, 500, 4, 2), (3001, 2000, 3, 3), (10_001, 5000, 2, 4), (30_001, 10_000, 1, 5), (0, None, 5, 3)],
)
def test_cost_and_effect_are_rated_by_their_share_of_a_months_margin(outlay: int, gain: int | None, cost: int, effect: int) -> None:
    expected = Expected(10, outlay, outlay, gain, 0.0, None, None)
    assert ratings_of(replace(PLAN, scores=Scores(2, 4)), expected, 100_000) == Ratings(cost, effect, 2, 4)


def test_without_a_margin_nothing_is_rated_by_it() -> None:
    expected = Expected(10, 5000, 5000, 9000, 0.0, None, None)
    assert ratings_of(PLAN, expected, None) == Ratings(3, 3, 3, 3)
    assert ratings_of(PLAN, replace(expected, outlay=0), 0) == Ratings(5, 3, 3, 3)


def test_the_total_is_the_weighted_mean_rounded_half_up() -> None:
    ratings = Ratings(5, 2, 4, 3)
    assert total_of(ratings, ChoiceWeights()) == Decimal("3.5")
    # (5 x 1 + 2 x 3) / 4 = 2.75
    assert total_of(ratings, ChoiceWeights(1, 3, 0, 0)) == Decimal("2.8")
    assert total_of(ratings, ChoiceWeights(0, 0, 0, 0)) == Decimal("3.5")


def test_the_pace_says_what_is_easy_and_what_is_quick() -> None:
    easy, hard = Ratings(4, 1, 4, 1), Ratings(5, 5, 3, 5)
    quick = Expected(10, 100, 100, 900, 0.0, 8.0, 3.0)
    assert [pace_of(one, quick) for one in (easy, hard)] == [Pace.EASY_AND_QUICK, Pace.QUICK]
    assert [pace_of(one, replace(quick, payback=3.1)) for one in (easy, hard)] == [Pace.EASY, Pace.NEITHER]
    assert pace_of(easy, replace(quick, payback=None)) is Pace.EASY
    assert pace_of(easy, replace(quick, gain=None)) is Pace.NOT_KNOWN


def test_easy_and_quick_comes_first_then_the_total_then_the_payback() -> None:
    def one(number: int, pace: Pace, total: str, payback: float | None) -> PlanChoice:
        made = weighed(number, PLAN, DAY, (10, 10), ChoiceWeights(), 100_000, 0)
        return replace(made, pace=pace, total=Decimal(total), expected=replace(made.expected, payback=payback))

    rows = [
        one(1, Pace.NOT_KNOWN, "5.0", None),
        one(2, Pace.NEITHER, "4.9", 4.0),
        one(3, Pace.EASY_AND_QUICK, "3.0", 2.0),
        one(4, Pace.EASY_AND_QUICK, "3.0", 1.0),
        one(5, Pace.EASY_AND_QUICK, "3.5", 2.5),
        one(6, Pace.QUICK, "4.0", 0.5),
        one(7, Pace.EASY, "4.8", None),
    ]
    ordered = in_order(rows)
    assert [row.measure_id for row in ordered] == [5, 4, 3, 6, 7, 2, 1]
    assert [row.place for row in ordered] == [1, 2, 3, 4, 5, 6, 7]


def test_a_plan_is_weighed_as_a_whole() -> None:
    found = weighed(7, replace(PLAN, scores=Scores(5, 2)), DAY, (100, 50), ChoiceWeights(), 500_000, 0)
    # 16,000 is 3.2 % of the month, 60,000 is 12 %.
    assert found.ratings == Ratings(3, 5, 5, 2)
    assert (found.total, found.pace, found.held, found.expected.people) == (Decimal("3.8"), Pace.QUICK, 50, 100)
