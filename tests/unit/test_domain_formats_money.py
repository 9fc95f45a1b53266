"""Amounts and numbers: exact, half up, as typed on either side of the counter."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import (
    CURRENCIES,
    JPY,
    Amount,
    AmountError,
    AmountProblem,
    AxisScale,
    UnknownCurrency,
    amount_of_number,
    axis_scale,
    currency_of,
    format_amount,
    format_money,
    money_parts,
    parse_amount,
)
from app.domain.numbers import (
    format_number,
    format_percent,
    format_points_change,
    format_range,
    format_rate,
    parse_decimal,
    parse_int,
    round_half_up,
)

GBP = currency_of("gbp")


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1234", 1234),
        ("¥1,234", 1234),
        ("￥１，２３４", 1234),
        ("１，２３４円", 1234),
        ("\\1,234", 1234),
        ("JPY 1,234", 1234),
        ("¥5,000-", 5000),
        ("￥5,000．－", 5000),
        ("(1,234)", -1234),
        ("（¥1,234）", -1234),
        ("−500", -500),
        ("-¥500", -500),
        ("¥-500", -500),
        ("△500", -500),
        ("▲500円", -500),
        ("500-", -500),
        ("0", 0),
        ("+1,234,567", 1234567),
    ],
)
def test_yen_as_typed(text: str, minor: int) -> None:
    found = parse_amount(text, JPY)
    assert isinstance(found, Amount)
    assert (found.minor, found.is_rounded) == (minor, False)


@pytest.mark.parametrize(
    ("text", "minor", "is_rounded"),
    [
        ("£1,234.50", 123450, False),
        ("12.50 GBP", 1250, False),
        ("2.5", 250, False),
        (".5", 50, False),
        ("2.550", 255, False),
        ("£0.001", 0, True),
        ("0.004", 0, True),
        ("0.005", 1, True),
        ("2.675", 268, True),
        ("-0.005", -1, True),
    ],
)
def test_pounds_are_rounded_half_up_and_say_so(text: str, minor: int, is_rounded: bool) -> None:
    found = parse_amount(text, GBP)
    assert isinstance(found, Amount)
    assert (found.minor, found.is_rounded) == (minor, is_rounded)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", AmountProblem.EMPTY),
        ("abc", AmountProblem.UNREADABLE),
        ("1.234,50", AmountProblem.UNREADABLE),
        ("1,23", AmountProblem.UNREADABLE),
        ("12 34", AmountProblem.UNREADABLE),
        ("5¥5¥", AmountProblem.UNREADABLE),
        ("--5", AmountProblem.UNREADABLE),
        ("円", AmountProblem.UNREADABLE),
        ("1e5", AmountProblem.UNREADABLE),
        ("£5", AmountProblem.OTHER_CURRENCY),
        ("5 USD", AmountProblem.OTHER_CURRENCY),
        ("99999999999999", AmountProblem.TOO_LARGE),
    ],
)
def test_what_is_no_amount_of_a_shop_in_yen(text: str, problem: AmountProblem) -> None:
    assert parse_amount(text, JPY) == AmountError(problem, text)


def test_cells_count_as_they_are_written() -> None:
    assert amount_of_number(2.55, GBP) == Amount(255, False, Decimal("2.55"))
    assert amount_of_number(1.005, GBP) == Amount(101, True, Decimal("1.005"))
    assert amount_of_number(-3, JPY) == Amount(-3, False, Decimal(-3))
    assert isinstance(amount_of_number(float("nan"), GBP), AmountError)
    assert isinstance(amount_of_number(1e300, GBP), AmountError)


@given(st.integers(-(10**12), 10**12), st.sampled_from(sorted(CURRENCIES)))
def test_money_reads_back_as_it_was_written(minor: int, code: str) -> None:
    currency = currency_of(code)
    for written in (format_money(minor, currency, "ja"), format_amount(minor, currency)):
        found = parse_amount(written, currency)
        assert isinstance(found, Amount)
        assert (found.minor, found.is_rounded) == (minor, False)


def test_money_as_shown() -> None:
    assert format_money(12345, JPY, "ja") == "¥12,345"
    assert format_money(-500, JPY, "en") == "−¥500"
    assert format_money(123450, GBP, "en") == "£1,234.50"
    assert format_money(-5, GBP, "en") == "−£0.05"
    assert money_parts(12345, JPY, "ja") == ("12,345", "円")
    assert money_parts(1250, GBP, "ja") == ("£12.50", "")
    with pytest.raises(UnknownCurrency):
        currency_of("XXX")


def test_axes_turn_to_larger_units_at_a_million() -> None:
    assert axis_scale(999_999, JPY, "ja") == AxisScale(1, "円")
    assert axis_scale(1_000_000, JPY, "ja") == AxisScale(10_000, "万円")
    assert axis_scale(99_999_999, GBP, "en") == AxisScale(100, "£")
    assert axis_scale(100_000_000, GBP, "en") == AxisScale(100_000, "£1,000")


def test_rounding_is_half_up_where_python_is_not() -> None:
    assert round_half_up(11.25, 1) == Decimal("11.3")
    assert round_half_up(-11.25, 1) == Decimal("-11.3")
    assert round_half_up(0.5) == 1
    assert round_half_up(Fraction(1, 3), 2) == Decimal("0.33")
    assert round_half_up(10**70) == 10**70


def test_percent() -> None:
    assert format_percent(0.88) == "88.0%"
    assert format_percent(0.1125) == "11.3%"
    assert format_percent(None) == "—"
    assert format_percent(-0.0004, 0) == "0%"
    assert format_rate(88, 100) == "88.0%"
    assert format_rate(1, 16) == "6.3%"
    assert format_rate(0, 0) == "—"
    assert format_points_change(0.021) == "+2.1"
    assert format_points_change(-0.003) == "−0.3"
    assert format_points_change(0.0001) == "0.0"
    assert format_range(0.1205, 0.15) == "12.1–15.0%"
    assert format_number(-1234.45, 1) == "−1,234.5"
    assert format_number(1234567) == "1,234,567"


def test_numbers_as_typed() -> None:
    assert parse_decimal("１２．５") == Decimal("12.5")
    assert parse_decimal(" - 3 ") == -3
    assert [parse_decimal(text) for text in ("", "-", ".", "1,2", "0x1", "1e3")] == [None] * 6
    assert (parse_int("1,234"), parse_int("5.0"), parse_int("5.5"), parse_int("x")) == (1234, 5, None, None)
