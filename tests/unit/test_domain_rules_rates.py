from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rates import CELL_ENOUGH, RateStatus, half_up, percent_of, points_between, rate_of, wilson


def test_wilson_interval_worked_by_hand() -> None:
    # 8 of 10: (0.8 + 3.8415/20 ± 1.96 sqrt(0.016 + 3.8415/400)) / (1 + 0.38415)
    low, high = wilson(8, 10)
    assert low == pytest.approx(0.4902, abs=5e-5)
    assert high == pytest.approx(0.9433, abs=5e-5)


def test_nobody_counted_is_no_rate() -> None:
    rate = rate_of(0, 0)
    assert (rate.rate, rate.low, rate.high, rate.percent) == (None, None, None, None)
    assert rate.status is RateStatus.NONE


def test_all_and_none_keep_an_interval_inside_0_and_1() -> None:
    none, everybody = rate_of(0, 20), rate_of(20, 20)
    assert none.low == 0.0 and none.high is not None and 0.1 < none.high < 0.2
    assert everybody.high == 1.0 and everybody.low is not None and 0.8 < everybody.low < 0.9


@pytest.mark.parametrize(
    ("count", "enough", "status"),
    [(29, 30, "reference"), (30, 30, "sound"), (9, CELL_ENOUGH, "reference"), (10, CELL_ENOUGH, "sound")],
)
def test_small_numbers_are_for_reference(count: int, enough: int, status: str) -> None:
    assert rate_of(1, count, enough=enough).status == status


@pytest.mark.parametrize(("numerator", "denominator"), [(3, 2), (-1, 4), (0, -1)])
def test_what_is_no_share_is_refused(numerator: int, denominator: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        rate_of(numerator, denominator)


def test_percent_is_rounded_half_up_from_the_whole_numbers() -> None:
    assert rate_of(9, 80).percent == Decimal("11.3")  # 11.25; a float format would say 11.2
    assert rate_of(1, 3).percent == Decimal("33.3")
    assert percent_of(0.1125) == Decimal("11.3")


def test_points_are_taken_between_the_shown_percents() -> None:
    # 68.45 -> 68.5 and 66.34 -> 66.3: the screen shows 2.2, the raw difference would round to 2.1.
    assert points_between(rate_of(6845, 10000), rate_of(6634, 10000)) == Decimal("2.2")
    assert points_between(rate_of(1, 2), rate_of(0, 0)) is None


@pytest.mark.parametrize(("numerator", "denominator", "quotient"), [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (0, 7, 0), (7, 2, 4)])
def test_half_goes_away_from_zero(numerator: int, denominator: int, quotient: int) -> None:
    assert half_up(numerator, denominator) == quotient


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_rate(pair: tuple[int, int]) -> None:
    rate = rate_of(*pair)
    assert rate.low is not None and rate.rate is not None and rate.high is not None
    assert 0 <= rate.low <= rate.rate <= rate.high <= 1
