"""Models of lifetime value: gradients judged by differences, parameters found again in simulated shops, forecasts against what then
happens, and the table of a paper that gives its data."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from app.analytics.contract_survival import NoFit, fit_sbg
from app.analytics.lifetime_fit import (
    Histories,
    _bgnbd,
    _gamma_gamma,
    backtest,
    chance_alive,
    expected_repeats,
    expected_worth,
    fit_bgnbd,
    fit_gamma_gamma,
    fit_lifetimes,
    histories_of,
)
from app.domain.lifetime_models import BgNbd, GammaGamma, Sbg

EPOCH = date(2024, 1, 1)
# Fader & Hardie 2007, table 1: survivors of 1,000 customers over seven renewals.
HIGH_END = (1_000, 869, 743, 653, 593, 551, 517, 491)
REGULAR = (1_000, 631, 468, 382, 326, 289, 262, 241)


@pytest.mark.parametrize(("survivors", "alpha", "beta"), [(HIGH_END, 0.668, 3.806), (REGULAR, 0.704, 1.182)])
def test_the_published_cohorts_are_found_again(survivors: tuple[int, ...], alpha: float, beta: float) -> None:
    found = fit_sbg(survivors)
    assert (found.alpha, found.beta) == pytest.approx((alpha, beta), abs=5e-4)


def test_survival_of_contracts_by_hand() -> None:
    """alpha 1, beta 2: 2/3 stay the first time, 3/4 of those the second."""
    model = Sbg(1.0, 2.0, 0.0)
    assert (model.survival(0), model.survival(1), model.survival(2)) == pytest.approx((1.0, 2 / 3, 1 / 2))
    assert (model.retention(1), model.retention(2)) == pytest.approx((2 / 3, 3 / 4))


@pytest.mark.parametrize("survivors", [(), (1_000,), (1_000, 800), (1_000, 800, 900), (0, 0, 0), (10, 10, 10), (10, 5, -1)])
def test_no_fit_of_what_is_no_cohort(survivors: tuple[int, ...]) -> None:
    with pytest.raises(NoFit):
        fit_sbg(survivors)


def _simulated(people: int, weeks: float, seed: int, truth: BgNbd) -> tuple[np.ndarray, np.ndarray]:
    """Purchases of customers who all begin within the first quarter: (customer, day), by the story of the model itself."""
    dice = np.random.default_rng(seed)
    rate = dice.gamma(truth.r, 1 / truth.alpha, people)
    leave = dice.beta(truth.a, truth.b, people)
    rows: list[tuple[int, float]] = []
    for number in range(people):
        at = dice.uniform(0, weeks / 4)
        rows.append((number, at))
        while (at := at + dice.exponential(1 / rate[number])) < weeks:
            rows.append((number, at))
            # Nobody drops out before the first repeat: that is the model's own weakness with one-time buyers.
            if dice.random() < leave[number]:
                break
    found = sorted({(number, int(at * 7)) for number, at in rows})
    return np.array([one[0] for one in found]), np.array([one[1] for one in found])


TRUTH = BgNbd(0.8, 6.0, 0.8, 2.5, 0.0)


@pytest.fixture(scope="module")
def shop() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    customer, day = _simulated(4_000, 104, 11, TRUTH)
    return customer, day, np.full(len(customer), 1_000)


def test_histories_by_hand() -> None:
    """7 came on days 0, 14 and 28 (refunded), 9 on day 7 alone; both looked at on day 35."""
    found = histories_of(np.array([7, 7, 7, 9]), np.array([0, 14, 28, 7]), np.array([500, 700, 0, 900]), 35)
    assert found.repeats.tolist() == [1.0, 0.0]
    assert found.last.tolist() == [2.0, 0.0]
    assert found.age.tolist() == [5.0, 4.0]
    assert found.worth.tolist() == [700.0, 0.0]
    assert len(histories_of(np.array([7]), np.array([40]), np.array([500]), 35)) == 0


def test_the_gradients_are_those_of_the_likelihoods() -> None:
    x, last, age = np.array([0.0, 1.0, 5.0]), np.array([0.0, 3.0, 20.0]), np.array([10.0, 30.0, 22.0])
    weights = np.array([3, 2, 1])
    at = np.array([0.7, 5.0, 0.9, 2.2])
    _ll, gradient = _bgnbd(at, x, last, age, weights)
    assert gradient == pytest.approx(approx_fprime(at, lambda one: _bgnbd(one, x, last, age, weights)[0], 1e-7), rel=1e-4)
    z, counts = np.array([1.2, 0.8]), np.array([2.0, 5.0])
    at = np.array([6.0, 4.0, 1.5])
    _ll, gradient = _gamma_gamma(at, counts, z)
    assert gradient == pytest.approx(approx_fprime(at, lambda one: _gamma_gamma(one, counts, z)[0], 1e-7), rel=1e-4)


def test_the_parameters_of_a_simulated_shop_are_found_again(shop: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    found = fit_bgnbd(histories_of(*shop, 104 * 7))
    assert found.r == pytest.approx(TRUTH.r, rel=0.15)
    assert found.alpha == pytest.approx(TRUTH.alpha, rel=0.2)
    # The mean chance of dropping out is what can be told well of a and b.
    assert found.a / (found.a + found.b) == pytest.approx(TRUTH.a / (TRUTH.a + TRUTH.b), rel=0.15)


def test_the_likelihood_is_in_weeks(shop: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    """Not in the unit the search was scaled to."""
    histories = histories_of(*shop, 104 * 7)
    found = fit_bgnbd(histories)
    at = np.array([found.r, found.alpha, found.a, found.b])
    ll, _gradient = _bgnbd(at, histories.repeats, histories.last, histories.age, np.ones(len(histories), dtype=np.int64))
    assert found.ll == pytest.approx(ll, rel=1e-9)


def test_what_is_foretold_then_happens(shop: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    found = backtest(*shop, date(2025, 12, 29), EPOCH)
    assert found is not None
    assert found.error is not None
    assert abs(found.error) < 0.1
    assert found.is_good


def test_the_expectation_is_that_of_the_story() -> None:
    """A thousand shops like one customer: 3 repeats, the last in week 20 of 26, the next 26 weeks. By simulation: rates and chances of
    dropping out drawn from what is known of such a customer."""
    dice = np.random.default_rng(5)
    one = Histories(np.array([3.0]), np.array([20.0]), np.array([26.0]), np.array([0.0]))
    draws = 2_000_000
    rate, leave = dice.gamma(TRUTH.r, 1 / TRUTH.alpha, draws), dice.beta(TRUTH.a, TRUTH.b, draws)
    # Weights by the likelihood of the history, split by whether the customer is still there.
    stays = (1 - leave) ** 3 * rate**3 * np.exp(-rate * 26)
    gone = leave * (1 - leave) ** 2 * rate**3 * np.exp(-rate * 20)
    alive = float(stays.sum() / (stays.sum() + gone.sum()))
    # Expected purchases of one who is there: (1 - exp(-rate p t)) / p.
    to_come = (1 - np.exp(-rate * leave * 26)) / leave
    expected = float((stays * to_come).sum() / (stays.sum() + gone.sum()))
    assert float(chance_alive(TRUTH, one)[0]) == pytest.approx(alive, rel=0.01)
    assert float(expected_repeats(TRUTH, one, 26.0)[0]) == pytest.approx(expected, rel=0.01)


def test_one_time_buyers_count_as_alive() -> None:
    once = Histories(np.array([0.0]), np.array([0.0]), np.array([50.0]), np.array([0.0]))
    assert chance_alive(TRUTH, once).tolist() == [1.0]


def test_what_purchases_are_worth_is_found_again() -> None:
    dice = np.random.default_rng(3)
    truth = GammaGamma(6.0, 4.0, 1_500.0, 0.0)
    people = 5_000
    counts = dice.integers(1, 8, people).astype(float)
    own = dice.gamma(truth.q, 1 / truth.v, people)
    worth = dice.gamma(truth.p * counts, 1 / (own * counts))
    histories = Histories(counts, np.zeros(people), np.ones(people), worth)
    found = fit_gamma_gamma(histories)
    assert found.mean == pytest.approx(truth.mean, rel=0.05)
    assert found.q == pytest.approx(truth.q, rel=0.15)


def test_the_own_mean_counts_the_more_the_oftener_one_came() -> None:
    model = GammaGamma(6.0, 4.0, 1_500.0, 0.0)
    # Mean of all: 6 x 1,500 / 3 = 3,000; the own: 9,000. Weights: 3 / (6x + 3) and 6x / (6x + 3).
    histories = Histories(np.array([0.0, 1.0, 4.0]), np.zeros(3), np.ones(3), np.array([0.0, 9_000.0, 9_000.0]))
    assert expected_worth(model, histories).tolist() == pytest.approx([3_000.0, 3_000 / 3 + 9_000 * 2 / 3, 3_000 / 9 + 9_000 * 8 / 9])


def test_no_fit_of_too_little(shop: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    customer, day, amount = shop
    few = customer < 199
    with pytest.raises(NoFit):
        fit_bgnbd(histories_of(customer[few], day[few], amount[few], 104 * 7))
    with pytest.raises(NoFit):
        # Many customers, but less than half a year of them.
        fit_lifetimes(customer, day, amount, date(2024, 5, 1), EPOCH)
    once = np.unique(customer, return_index=True)[1]
    with pytest.raises(NoFit):
        fit_bgnbd(histories_of(customer[once], day[once], amount[once], 104 * 7))


def test_a_whole_fit_says_how_well_it_foretells(shop: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    found = fit_lifetimes(*shop, date(2025, 12, 29), EPOCH)
    assert found.customers == 4_000
    assert found.backtest is not None
    # Every purchase was worth the same: there is no spread to fit, only a mean.
    assert found.gamma_gamma is not None
    assert found.gamma_gamma.mean == pytest.approx(1_000, rel=0.02)
