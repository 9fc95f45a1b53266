"""What one customer adds to the summary tables, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.periods import day_number
from app.domain.summary import Booking, MonthSums, ShopEffect, active_months, contribution, month_date, month_number, number_of_month


def booking(day: date, amount: int, net: int | None = None) -> Booking:
    return Booking(day_number(day), amount, amount if net is None else net)


AS_OF = day_number(date(2026, 11, 20))


def test_two_receipts_on_a_day_are_one_occasion_and_two_receipts() -> None:
    made = contribution([booking(date(2026, 11, 3), 3000), booking(date(2026, 11, 3), 500)], 30, AS_OF)
    november, december = number_of_month(date(2026, 11, 1)), number_of_month(date(2026, 12, 1))
    assert made.months == {november: MonthSums(1, 3500, 2, 3500, False), december: MonthSums(0, 0, 0, 0, True)}
    assert made.stat is not None
    assert (made.stat.n, made.stat.amount, made.stat.n_365, made.stat.amount_365) == (1, 3500, 1, 3500)
    assert made.stat.second_day is made.stat.previous_day is made.stat.median_gap is None


def test_a_purchase_given_back_in_full_makes_no_occasion_but_both_amounts_stand() -> None:
    made = contribution([booking(date(2026, 9, 30), 4000, 0), booking(date(2026, 10, 2), -4000, 0)], 90, AS_OF)
    assert made.months == {
        number_of_month(date(2026, 9, 1)): MonthSums(0, 4000, 0, 0, False),
        number_of_month(date(2026, 10, 1)): MonthSums(0, -4000, 0, 0, False),
    }
    assert made.stat is not None
    assert (made.stat.n, made.stat.first_day, made.stat.amount) == (0, None, 0)


def test_an_unlinked_refund_lowers_sales_and_leaves_the_receipt_average_alone() -> None:
    made = contribution([booking(date(2026, 10, 1), 4000), booking(date(2026, 10, 9), -1000, 0)], 90, AS_OF)
    assert made.months[number_of_month(date(2026, 10, 1))] == MonthSums(1, 3000, 1, 4000, False)


@pytest.mark.parametrize(
    ("day", "window", "active"),
    [
        (date(2026, 8, 3), 90, [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]),
        (date(2026, 8, 2), 90, [date(2026, 9, 1), date(2026, 10, 1)]),
        (date(2026, 8, 1), 30, []),
        (date(2026, 8, 2), 30, [date(2026, 9, 1)]),
        (date(2026, 12, 31), 1, [date(2027, 1, 1)]),
    ],
)
def test_active_at_month_starts_within_the_window(day: date, window: int, active: list[date]) -> None:
    assert sorted(month_date(m) for m in active_months([day_number(day)], window)) == active


def test_the_last_365_days_are_half_open() -> None:
    as_of = date(2026, 11, 20)
    days = [date(2025, 11, 19), date(2025, 11, 20), date(2026, 11, 19), as_of]
    made = contribution([booking(day, 100) for day in days], 90, day_number(as_of))
    assert made.stat is not None
    assert (made.stat.n, made.stat.n_365, made.stat.amount_365) == (4, 2, 200)


def test_median_gap_from_four_occasions_on() -> None:
    days = [date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 31), date(2026, 3, 2)]
    for count, gap in ((3, None), (4, 20.0)):
        made = contribution([booking(day, 100) for day in days[:count]], 90, AS_OF)
        assert made.stat is not None and made.stat.median_gap == gap


def test_no_purchase_leaves_nothing() -> None:
    made = contribution([], 90, AS_OF)
    assert made.stat is None and made.months == {}


def test_counting_in_and_out_again_leaves_nothing() -> None:
    made = contribution([booking(date(2026, 1, 31), 100), booking(date(2026, 2, 3), 100), booking(date(2026, 7, 1), 5)], 90, AS_OF)
    effect = ShopEffect()
    effect.add(made.months, made.stat.first_month if made.stat else None)
    january = effect.months[number_of_month(date(2026, 1, 1))]
    assert january == [1, 1, 100, 1, 100, 1, 1, 0, 0, 0, 0]
    assert effect.cohorts[number_of_month(date(2026, 1, 1)), 6] == [1, 5]
    # Active at 1 May (after 3 February) and 3 months later, at 1 August (after 1 July), not 1 month later.
    assert effect.months[number_of_month(date(2026, 5, 1))][7:] == [1, 0, 1, 0]
    effect.add(made.months, made.stat.first_month if made.stat else None, -1)
    assert effect.settled() == ShopEffect()


def test_month_numbers_go_both_ways() -> None:
    for day in (date(1970, 1, 1), date(2024, 2, 29), date(2026, 12, 31)):
        assert month_date(month_number(day_number(day))) == day.replace(day=1)
