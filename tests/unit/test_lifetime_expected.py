"""What customers are still expected to bring: discounting and one-time buyers by hand, and a simulated shop whose future is known."""

from __future__ import annotations

import numpy as np
import pytest

from app.analytics import lifetime_expected
from app.analytics.lifetime_expected import WEEKS_OF_A_MONTH, discounted_repeats, expected_profits, not_yet_again
from app.analytics.lifetime_fit import Histories, expected_repeats, fit_bgnbd, fit_gamma_gamma, histories_of
from app.domain.lifetime_models import BgNbd, GammaGamma

MODEL = BgNbd(0.8, 10.0, 0.9, 3.0, 0.0)
WORTH = GammaGamma(6.0, 4.0, 1_500.0, 0.0)


def test_without_a_discount_the_quarters_add_up_to_the_whole() -> None:
    people = Histories(np.array([0.0, 3.0]), np.array([0.0, 20.0]), np.array([30.0, 30.0]), np.array([0.0, 3_000.0]))
    whole = expected_repeats(MODEL, people, 36 * WEEKS_OF_A_MONTH)
    assert discounted_repeats(MODEL, people, 36, 0.0) == pytest.approx(whole)
    assert (discounted_repeats(MODEL, people, 36, 0.10) < whole).all()
    # A quarter, taken in its middle: one and a half months at 10 % a year.
    quarter = expected_repeats(MODEL, people, 3 * WEEKS_OF_A_MONTH)
    assert discounted_repeats(MODEL, people, 3, 0.10) == pytest.approx(quarter / 1.1**0.125)


def test_the_share_that_has_not_come_again_by_hand() -> None:
    """Of four: one again after 1 day, one after 3; one is known for 2 days only, one for 4. 1, 3/4, 3/4, 3/8, 3/8."""
    left = not_yet_again(np.array([1, 3, 2, 4]), np.array([1, 1, 0, 0]))
    assert left.tolist() == pytest.approx([1.0, 0.75, 0.75, 0.375, 0.375])
    assert not_yet_again(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)).tolist() == [1.0]


def test_a_buyer_of_one_time_long_ago_is_worth_less_than_the_model_alone_says() -> None:
    """Everybody who ever came again did so within 30 days: who has not for a year is not expected any more."""
    rows = [(who, day) for who in range(50) for day in ((0, 30) if who % 2 else (0,))]
    customer, day = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    found = expected_profits(MODEL, WORTH, (customer, day, np.full(len(day), 1_000)), 800, 0.6, 36, 0.1)
    assert found.profit[::2] == pytest.approx(np.zeros(25))
    assert (found.profit[1::2] > 0).all()
    some = expected_profits(MODEL, WORTH, (customer, day, np.full(len(day), 1_000)), 800, 0.6, 36, 0.1, np.array([1, 4]))
    assert some.customer.tolist() == [1, 4]
    assert some.profit == pytest.approx(found.profit[[1, 4]])


@pytest.mark.parametrize("rows_at_a_time", [1, 7, 1_000])
def test_the_portion_reckoned_at_a_time_changes_nothing(rows_at_a_time: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(20261123)
    customer = np.repeat(np.arange(60), chance.integers(1, 12, 60))
    day, amount = chance.integers(0, 900, len(customer)), chance.integers(-100, 5_000, len(customer))
    order = np.lexsort((day, customer))
    occasions, only = (customer[order], day[order], amount[order]), np.arange(0, 60, 3)
    whole, some = (expected_profits(MODEL, WORTH, occasions, 800, 0.6, 36, 0.1, chosen) for chosen in (None, only))
    monkeypatch.setattr(lifetime_expected, "ROWS_AT_A_TIME", rows_at_a_time)
    for expected, chosen in ((whole, None), (some, only)):
        found = expected_profits(MODEL, WORTH, occasions, 800, 0.6, 36, 0.1, chosen)
        assert found.customer.tolist() == expected.customer.tolist()
        np.testing.assert_allclose(found.purchases, expected.purchases, rtol=1e-12)
        np.testing.assert_allclose(found.profit, expected.profit, rtol=1e-12)


def test_of_nobody_nothing_is_expected() -> None:
    nobody = np.empty(0, dtype=np.int64)
    assert expected_profits(MODEL, WORTH, (nobody, nobody, nobody), 800, 0.6, 36, 0.1).profit.tolist() == []


def test_a_simulated_shop_brings_about_what_was_expected() -> None:
    """2,000 customers over two years who buy and drop out as the model says; what they then buy in three years, undiscounted."""
    chance = np.random.default_rng(20261122)
    rate, drop = chance.gamma(0.9, 1 / 12.0, 2_000), chance.beta(0.8, 3.0, 2_000)
    price = WORTH.v / chance.gamma(WORTH.q, 1.0, 2_000)
    rows, future, until, horizon = [], 0.0, 104 * 7, round(36 * WEEKS_OF_A_MONTH * 7)
    for who in range(2_000):
        now, is_repeat, is_alive = float(chance.uniform(0, 52 * 7)), False, True
        while is_alive and now < until + horizon:
            spent = float(chance.gamma(WORTH.p, price[who]))
            if now < until:
                rows.append((who, int(now), max(1, round(spent))))
            else:
                future += spent * 0.6
            is_alive = not is_repeat or chance.random() >= drop[who]
            is_repeat, now = True, now + float(chance.exponential(7 / rate[who]))
    customer, day, amount = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    histories = histories_of(customer, day, amount, until)
    found = expected_profits(fit_bgnbd(histories), fit_gamma_gamma(histories), (customer, day, amount), until, 0.6, 36, 0.0)
    assert found.profit.sum() == pytest.approx(future, rel=0.15)
