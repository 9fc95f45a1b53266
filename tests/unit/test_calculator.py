"""What a better return rate would bring, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.calculator import CalculatorFacts, cost_ratio, roughly, stay_of, what_if

FACTS = CalculatorFacts(
    customers=200,
    at_start=150,
    stayed=90,
    margin=4_000_000,
    buyers=250,
    spent_new=120_000,
    won=40,
    spent_kept=180_000,
    kept=90,
    typed_cost=None,
    currency="JPY",
    has_measures=True,
    since=date(2025, 11, 1),
    until=date(2026, 11, 1),
)


def test_five_points_more_bring_the_margin_of_so_many_customers() -> None:
    # 90 of 150 stay: 60 %. 5 % of 200 are 10 more customers, each 4,000,000 / 250 = 16,000 a year.
    found = what_if(FACTS, 5)
    assert found is not None
    assert found.more == pytest.approx(10)
    assert found.profit == 160_000
    # 1 / 0.4 = 2.5 years, 1 / 0.35 = 2.857 years.
    assert (found.lifetime, found.lifetime_then) == (40_000, 45_714)
    assert found.share == pytest.approx(0.142857, abs=1e-6)


def test_nobody_stays_more_than_all_do() -> None:
    found = what_if(replace(FACTS, stayed=147), 5)
    assert found is not None
    assert found.more == pytest.approx(200 * 0.02)


def test_typed_figures_stand_in_for_the_shops_own() -> None:
    found = what_if(FACTS, 10, rate=0.5, margin_each=1000)
    assert found is not None
    assert (found.profit, found.years, found.years_then) == (20_000, 2.0, 2.5)


@pytest.mark.parametrize("unknown", [{"at_start": 0}, {"buyers": 0}, {"customers": 0}])
def test_without_figures_nothing_is_promised(unknown: dict[str, int]) -> None:
    assert what_if(replace(FACTS, **unknown), 5) is None  # type: ignore[arg-type]


def test_a_stay_is_bounded() -> None:
    assert [stay_of(rate) for rate in (0.0, 0.75, 0.95, 0.97, 1.0)] == [1.0, 4.0, 20.0, 20.0, 20.0]


def test_a_new_customer_is_held_against_one_who_stays() -> None:
    # 120,000 / 40 = 3,000 and 180,000 / 90 = 2,000.
    assert (FACTS.cost_new, FACTS.cost_kept) == (3000, 2000)
    assert cost_ratio(FACTS.cost_new, FACTS.cost_kept) == 1.5
    assert cost_ratio(None, 2000.0) is None
    assert cost_ratio(3000.0, 0.0) is None
    assert replace(FACTS, spent_new=0).cost_new is None
    assert replace(FACTS, kept=0).cost_kept is None


def test_what_is_reckoned_plainly_is_said_roughly() -> None:
    assert [roughly(amount) for amount in (0, 7, 94, 95, 391_437, 395_000, -394_999)] == [0, 7, 94, 95, 390_000, 400_000, -390_000]
