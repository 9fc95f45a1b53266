"""Dates as typed and as shown, eras to the day."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.customers import PartialDate
from app.domain.dates import (
    PROBLEM_SENTENCES,
    DateError,
    DateOrder,
    DateProblem,
    DateStyle,
    age_on,
    excel_serial_to_datetime,
    format_birthday,
    format_date,
    format_datetime,
    guess_order,
    next_birthday,
    parse_date,
    parse_datetime,
    parse_partial_date,
    parse_time,
)
from app.domain.eras import ERAS, era_named, era_of, era_year

MEIJI_ON = st.dates(min_value=date(1868, 10, 23), max_value=date(2117, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024/2/3", date(2024, 2, 3)),
        ("2024-02-03", date(2024, 2, 3)),
        ("2024.2.3", date(2024, 2, 3)),
        ("20240203", date(2024, 2, 3)),
        ("２０２４年２月３日", date(2024, 2, 3)),
        ("2026/11/20(金)", date(2026, 11, 20)),
        ("R6.2.3", date(2024, 2, 3)),
        ("令和6年2月3日", date(2024, 2, 3)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("S48.11.8", date(1973, 11, 8)),
        ("Ｓ４８．１１．８", date(1973, 11, 8)),
        ("S33/6/2", date(1958, 6, 2)),
        ("昭和33-6-2", date(1958, 6, 2)),
        ("㍼48年11月8日", date(1973, 11, 8)),
        ("昭48.11.8", date(1973, 11, 8)),
        ("R060203", date(2024, 2, 3)),
        ("20 Nov 2026", date(2026, 11, 20)),
        ("20th November, 2026", date(2026, 11, 20)),
        ("Nov 20, 2026", date(2026, 11, 20)),
        ("11/20/2026", date(2026, 11, 20)),
        ("20/11/2026", date(2026, 11, 20)),
        ("4/4/2026", date(2026, 4, 4)),
        ("2010-12-01 08:26:00", date(2010, 12, 1)),
        ("2024/2/29", date(2024, 2, 29)),
    ],
)
def test_days_as_typed(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", DateProblem.EMPTY),
        ("　", DateProblem.EMPTY),
        ("きのう", DateProblem.UNREADABLE),
        ("24/2/3", DateProblem.UNREADABLE),
        ("2024/2", DateProblem.UNREADABLE),
        ("2024/2/3 25:00", DateProblem.UNREADABLE),
        ("0000/1/1", DateProblem.UNREADABLE),
        ("2024/13/1", DateProblem.NO_SUCH_MONTH),
        ("2024/0/1", DateProblem.NO_SUCH_MONTH),
        ("2023/2/29", DateProblem.NO_SUCH_DAY),
        ("2024/4/31", DateProblem.NO_SUCH_DAY),
        ("S48.2.29", DateProblem.NO_SUCH_DAY),
        ("2/3/2026", DateProblem.AMBIGUOUS),
    ],
)
def test_what_is_wrong_with_a_day(text: str, problem: DateProblem) -> None:
    found = parse_date(text)
    assert isinstance(found, DateError)
    assert found.problem is problem
    assert found.text == text
    assert PROBLEM_SENTENCES[found.problem]


def test_the_order_decides_what_is_ambiguous() -> None:
    assert parse_date("2/3/2026", order=DateOrder.MDY) == date(2026, 2, 3)
    assert parse_date("2/3/2026", order=DateOrder.DMY) == date(2026, 3, 2)
    assert parse_date("20/11/2026", order=DateOrder.MDY) == DateError(DateProblem.NO_SUCH_MONTH, "20/11/2026")


def test_tomorrow_is_in_the_future_and_today_is_not() -> None:
    today = date(2026, 11, 20)
    assert parse_date("2026/11/20", today=today) == today
    assert parse_date("2026/11/21", today=today) == DateError(DateProblem.IN_FUTURE, "2026/11/21")
    assert parse_date("2026/11/21") == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M1.10.23", date(1868, 10, 23)),
        ("M45.7.30", date(1912, 7, 30)),
        ("T1.7.30", date(1912, 7, 30)),
        ("T15.12.25", date(1926, 12, 25)),
        ("S1.12.25", date(1926, 12, 25)),
        ("S64.1.7", date(1989, 1, 7)),
        ("H1.1.8", date(1989, 1, 8)),
        ("H31.4.30", date(2019, 4, 30)),
        ("R1.5.1", date(2019, 5, 1)),
    ],
)
def test_first_and_last_days_of_eras(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("M1.10.22", date(1868, 10, 22)),
        ("M45.7.31", date(1912, 7, 31)),
        ("T1.7.29", date(1912, 7, 29)),
        ("T15.12.26", date(1926, 12, 26)),
        ("S1.12.24", date(1926, 12, 24)),
        ("S64.1.8", date(1989, 1, 8)),
        ("H1.1.7", date(1989, 1, 7)),
        ("平成31年5月1日", date(2019, 5, 1)),
        ("R1.4.30", date(2019, 4, 30)),
        ("S0.1.1", None),
    ],
)
def test_the_day_beside_an_era_is_outside_and_suggested(text: str, suggestion: date | None) -> None:
    assert parse_date(text) == DateError(DateProblem.OUTSIDE_ERA, text, suggestion)


@given(MEIJI_ON)
def test_every_day_reads_back_as_it_was_written(day: date) -> None:
    for style in (DateStyle.TABLE, DateStyle.ERA):
        assert parse_date(format_date(day, "ja", style)) == day
    assert parse_date(format_date(day, "en")) == day
    assert parse_date(day.isoformat()) == day


@given(MEIJI_ON)
def test_every_day_has_one_era_and_a_year_from_one(day: date) -> None:
    found = era_year(day)
    assert found is not None
    assert found[0] is era_of(day)
    assert found[1] >= 1


def test_eras_by_name() -> None:
    showa = ERAS[2]
    assert [era_named(name) for name in ("昭和", "昭", "㍼", "S", "s", "showa")] == [showa] * 6
    assert era_named("X") is None
    assert era_of(date(1868, 10, 22)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6/2", PartialDate(None, 6, 2)),
        ("6月2日", PartialDate(None, 6, 2)),
        ("--06-02", PartialDate(None, 6, 2)),
        ("2 June", PartialDate(None, 6, 2)),
        ("2/29", PartialDate(None, 2, 29)),
        ("S33.6.2", PartialDate(1958, 6, 2)),
        ("1958-06-02", PartialDate(1958, 6, 2)),
    ],
)
def test_birthdays_with_and_without_year(text: str, expected: PartialDate) -> None:
    assert parse_partial_date(text, today=date(2026, 1, 1)) == expected


def test_birthdays_that_cannot_be() -> None:
    assert parse_partial_date("2/30") == DateError(DateProblem.NO_SUCH_DAY, "2/30")
    assert parse_partial_date("13/2") == DateError(DateProblem.NO_SUCH_MONTH, "13/2")
    assert parse_partial_date("13/2", order=DateOrder.DMY) == PartialDate(None, 2, 13)
    assert parse_partial_date("2027/1/1", today=date(2026, 1, 1)) == DateError(DateProblem.IN_FUTURE, "2027/1/1")


def test_moments() -> None:
    assert parse_datetime("2010-12-01 08:26:00") == datetime(2010, 12, 1, 8, 26)
    assert parse_datetime("2010-12-01T08:26:09.5+09:00") == datetime(2010, 12, 1, 8, 26, 9)
    assert parse_datetime("2010/12/1 8:26") == datetime(2010, 12, 1, 8, 26)
    assert parse_datetime("12/1/2010 8:26", order=DateOrder.MDY) == datetime(2010, 12, 1, 8, 26)
    assert parse_datetime("12/1/2010 8:26", order=DateOrder.DMY) == datetime(2010, 1, 12, 8, 26)
    assert parse_datetime("R4.1.2 午後3時05分") == datetime(2022, 1, 2, 15, 5)
    assert parse_datetime("2010/12/1") == datetime(2010, 12, 1)
    assert isinstance(parse_datetime("12/1/2010 8:26"), DateError)
    assert isinstance(parse_datetime("2010/12/1 8:61"), DateError)


def test_times() -> None:
    assert parse_time("12:00 AM") == time(0, 0)
    assert parse_time("12:30 pm") == time(12, 30)
    assert parse_time("１５：０５") == time(15, 5)
    assert parse_time("24:00") is None
    assert parse_time("noon") is None


def test_days_of_spreadsheets() -> None:
    assert excel_serial_to_datetime(61) == datetime(1900, 3, 1)
    assert excel_serial_to_datetime(45325) == datetime(2024, 2, 3)
    assert excel_serial_to_datetime(26976.5) == datetime(1973, 11, 8, 12)
    assert excel_serial_to_datetime(0, from_1904=True) == datetime(1904, 1, 1)
    assert isinstance(excel_serial_to_datetime(60), DateError)
    assert isinstance(excel_serial_to_datetime(float("nan")), DateError)
    assert isinstance(excel_serial_to_datetime(20240203), DateError)


def test_the_order_of_a_column() -> None:
    assert guess_order(["1/2/2010", "12/13/2010 8:26"]) is DateOrder.MDY
    assert guess_order(["13/2/2010"]) is DateOrder.DMY
    assert guess_order(["1/2/2010", "2010-12-13"]) is None
    assert guess_order(["13/2/2010", "2/13/2010"]) is None


def test_days_as_shown() -> None:
    friday = date(2026, 11, 20)
    assert format_date(friday, "ja", DateStyle.TEXT) == "11月20日(金)"
    assert format_date(date(2025, 11, 20), "ja", DateStyle.TEXT, today=friday) == "2025年11月20日(木)"
    assert format_date(date(2026, 2, 3), "ja") == "2026/02/03"
    assert format_date(date(2019, 5, 1), "ja", DateStyle.ERA) == "令和元年5月1日"
    assert format_date(friday, "ja", DateStyle.MONTH) == "2026年11月"
    assert format_date(friday, "en", DateStyle.TEXT) == "20 Nov 2026"
    assert format_date(friday, "en", DateStyle.MONTH) == "Nov 2026"
    assert format_datetime(datetime(2026, 11, 20, 9, 5), "ja") == "2026/11/20 9:05"
    assert format_datetime(datetime(2026, 11, 20, 9, 5), "en") == "20 Nov 2026, 9:05"


def test_birthdays_as_shown() -> None:
    today = date(2026, 11, 20)
    assert format_birthday(PartialDate(1958, 6, 2), "ja", today=today) == "昭和33年6月2日(68歳)"
    assert format_birthday(PartialDate(1958, 6, 2), "en", today=today) == "2 Jun 1958 (68)"
    assert format_birthday(PartialDate(None, 6, 2), "ja", today=today) == "6月2日"
    assert format_birthday(PartialDate(None, 6, 2), "en", today=today) == "2 Jun"
    assert format_birthday(None, "ja", today=today) == "—"


def test_age_changes_on_the_birthday() -> None:
    born = PartialDate(1958, 6, 2)
    assert (age_on(born, date(2026, 6, 1)), age_on(born, date(2026, 6, 2))) == (67, 68)
    leap = PartialDate(2004, 2, 29)
    assert (age_on(leap, date(2026, 2, 28)), age_on(leap, date(2026, 3, 1))) == (21, 22)
    assert age_on(born, date(1958, 6, 1)) is None
    assert age_on(PartialDate(None, 6, 2), date(2026, 6, 1)) is None


def test_next_birthday() -> None:
    born = PartialDate(None, 2, 29)
    assert next_birthday(born, date(2026, 2, 28)) == date(2026, 2, 28)
    assert next_birthday(born, date(2027, 3, 1)) == date(2028, 2, 29)
    assert next_birthday(PartialDate(1958, 6, 2), date(2026, 6, 3)) == date(2027, 6, 2)
