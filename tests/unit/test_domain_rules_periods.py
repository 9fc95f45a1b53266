from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.periods import (
    Period,
    PeriodKind,
    add_months,
    lag_months,
    last_days,
    month_of,
    month_to_date,
    months_between,
    months_of,
    quarter_of,
    retention_spans,
    trailing_months,
    year_of,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def test_the_start_is_inside_and_the_end_is_not() -> None:
    november = month_of(date(2026, 11, 20))
    assert date(2026, 11, 1) in november and date(2026, 11, 30) in november
    assert date(2026, 12, 1) not in november and date(2026, 10, 31) not in november
    assert november.days == 30 and november.last_day == date(2026, 11, 30)


def test_last_90_days_leave_the_day_itself_out() -> None:
    period = last_days(date(2026, 11, 20), 90)
    assert period == Period(date(2026, 8, 22), date(2026, 11, 20))
    assert period.days == 90 and date(2026, 11, 20) not in period


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_month_arithmetic_clamps(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result


def test_the_fiscal_year_begins_where_the_shop_says() -> None:
    assert year_of(date(2026, 3, 31)) == Period(date(2025, 4, 1), date(2026, 4, 1))
    assert year_of(date(2026, 4, 1)) == Period(date(2026, 4, 1), date(2027, 4, 1))
    assert year_of(date(2026, 3, 31), 1) == Period(date(2026, 1, 1), date(2027, 1, 1))
    assert quarter_of(date(2026, 1, 5)) == Period(date(2026, 1, 1), date(2026, 4, 1))
    assert quarter_of(date(2026, 1, 5), 2) == Period(date(2025, 11, 1), date(2026, 2, 1))


def test_a_period_is_complete_from_its_end_on() -> None:
    october = month_of(date(2026, 10, 5))
    assert not october.is_complete(date(2026, 10, 31))
    assert october.is_complete(date(2026, 11, 1))
    assert october.up_to(date(2026, 10, 10)) == Period(date(2026, 10, 1), date(2026, 10, 10))
    assert october.up_to(date(2026, 9, 10)).days == 0


def test_a_period_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Period(date(2026, 2, 1), date(2026, 1, 1))
    with pytest.raises(ValueError, match="empty"):
        _ = Period(date(2026, 2, 1), date(2026, 2, 1)).last_day


def test_thirteen_months_end_with_the_month_of_yesterday() -> None:
    months = trailing_months(date(2026, 11, 20))
    assert len(months) == 13 and months[0].start == date(2025, 11, 1) and months[-1].start == date(2026, 11, 1)
    assert trailing_months(date(2026, 11, 1), 2) == [month_of(date(2026, 9, 1)), month_of(date(2026, 10, 1))]


def test_months_with_a_day_that_counts() -> None:
    assert [m.start.month for m in months_of(date(2026, 9, 30), date(2026, 11, 1))] == [9, 10]
    assert [m.start.month for m in months_of(date(2026, 9, 30), date(2026, 11, 2))] == [9, 10, 11]
    assert months_of(date(2026, 9, 30), date(2026, 9, 1)) == []


def test_return_rate_points_of_a_shop_that_opened_in_december() -> None:
    spans = retention_spans(PeriodKind.MONTH, date(2010, 12, 1), date(2011, 6, 10))
    # start must lie after the first day, so April (from 1 January) is the first; June is running and measured today.
    assert [(s.start, s.end, s.is_complete) for s in spans] == [
        (date(2011, 1, 1), date(2011, 4, 1), True),
        (date(2011, 2, 1), date(2011, 5, 1), True),
        (date(2011, 3, 1), date(2011, 6, 1), True),
        (date(2011, 3, 10), date(2011, 6, 10), False),
    ]
    assert spans[-1].period == month_of(date(2011, 6, 1))


def test_no_unfinished_point_on_the_first_of_a_month() -> None:
    spans = retention_spans(PeriodKind.MONTH, date(2010, 12, 1), date(2011, 6, 1))
    assert spans[-1].end == date(2011, 6, 1) and spans[-1].is_complete


def test_quarters_and_years() -> None:
    quarters = retention_spans(PeriodKind.QUARTER, date(2010, 12, 5), date(2011, 12, 10))
    assert [s.end for s in quarters] == [date(2011, 4, 1), date(2011, 7, 1), date(2011, 10, 1), date(2011, 12, 10)]
    years = retention_spans(PeriodKind.YEAR, date(2009, 5, 5), date(2012, 2, 29))
    assert [(s.start, s.end, s.is_complete) for s in years] == [
        (date(2010, 4, 1), date(2011, 4, 1), True),
        (date(2011, 2, 28), date(2012, 2, 29), False),
    ]


def test_the_lag_is_never_shorter_than_the_window() -> None:
    assert lag_months(PeriodKind.MONTH, 90) == 3
    assert lag_months(PeriodKind.MONTH, 150) == 5
    assert lag_months(PeriodKind.QUARTER, 60) == 3
    assert lag_months(PeriodKind.YEAR, 365) == 12


def test_this_month_against_the_same_day_of_last_month() -> None:
    this, before = month_to_date(date(2026, 11, 20))
    assert this == Period(date(2026, 11, 1), date(2026, 11, 21))
    assert before == Period(date(2026, 10, 1), date(2026, 10, 21))
    # 31 March against the whole of February, 1 January against 1 December.
    assert month_to_date(date(2026, 3, 31))[1] == Period(date(2026, 2, 1), date(2026, 3, 1))
    assert month_to_date(date(2027, 1, 1))[1] == Period(date(2026, 12, 1), date(2026, 12, 2))


@given(DAYS, st.integers(-240, 240))
def test_months_added_are_months_between(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


@given(DAYS, st.integers(1, 12))
def test_quarters_and_years_cover_every_day_once(day: date, fiscal_start: int) -> None:
    for find in (quarter_of, year_of):
        period = find(day, fiscal_start)
        assert day in period
        assert find(period.end, fiscal_start).start == period.end
        assert find(period.start - timedelta(days=1), fiscal_start).end == period.start
