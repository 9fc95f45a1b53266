"""Money as integer minor units of the shop's one currency: reading what people type, writing what people read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import MINUS, exact, format_number, parse_decimal, round_half_up
from app.domain.text import is_japanese

LARGEST_MINOR = 9_999_999_999_999


@dataclass(frozen=True, slots=True)
class Currency:
    """`digits` decimals make the minor unit: yen 0, pounds 2."""

    code: str
    symbol: str
    digits: int


CURRENCIES: Mapping[str, Currency] = {
    currency.code: currency
    for currency in (
        Currency("JPY", "¥", 0),
        Currency("GBP", "£", 2),
        Currency("EUR", "€", 2),
        Currency("USD", "$", 2),
        Currency("AUD", "A$", 2),
        Currency("CAD", "C$", 2),
        Currency("NZD", "NZ$", 2),
        Currency("SGD", "S$", 2),
        Currency("HKD", "HK$", 2),
        Currency("TWD", "NT$", 2),
        Currency("CNY", "CN¥", 2),
        Currency("KRW", "₩", 0),
        Currency("CHF", "CHF ", 2),
    )
}
JPY = CURRENCIES["JPY"]


class UnknownCurrency(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The currency “{code}” is not known. Nothing was changed. Please choose JPY, GBP, EUR, USD or another listed one."
    )


def currency_of(code: str) -> Currency:
    """The currency with an ISO code, in any case; raises UnknownCurrency."""
    currency = CURRENCIES.get(code.strip().upper())
    if currency is None:
        raise UnknownCurrency(field="currency", code=code)
    return currency


class AmountProblem(StrEnum):
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    OTHER_CURRENCY = "other_currency"
    TOO_LARGE = "too_large"


PROBLEM_SENTENCES: Mapping[AmountProblem, str] = {
    AmountProblem.EMPTY: QT_TRANSLATE_NOOP("Formats", "Please enter an amount."),
    AmountProblem.UNREADABLE: QT_TRANSLATE_NOOP("Formats", "This could not be read as an amount. Example: 1,234."),
    AmountProblem.OTHER_CURRENCY: QT_TRANSLATE_NOOP("Formats", "This amount is in another currency than the shop's."),
    AmountProblem.TOO_LARGE: QT_TRANSLATE_NOOP("Formats", "This amount is too large. Please check the digits."),
}


@dataclass(frozen=True, slots=True)
class AmountError:
    problem: AmountProblem
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """`minor` units; `is_rounded` when the text had more decimals than the currency; `exact` as written, in major units."""

    minor: int
    is_rounded: bool
    exact: Decimal


_YEN_WORDS = ("円", "圓", "YEN")
_WORD = r"(?:[A-Z]{1,3}\$|CN¥|[A-Z]{3}|[¥£€$₩円圓\\])"
_WRITTEN = re.compile(
    rf"(?P<open>\(?)\s*(?P<sign>[+\-−–‐△▲]?)\s*(?P<before>{_WORD})?\s*(?P<number>[^A-Z¥£€$₩円圓\\()]+?)"
    rf"\s*(?P<after>{_WORD})?\s*(?P<close>\)?)",
    re.IGNORECASE,
)


# On a receipt ¥5,000- and ¥5,000.- close the number so that nothing can be written behind it; they are no minus.
_CLOSING_DASH = re.compile(r"[.,]?[\-−–—―ー]$")


def _names_currency(word: str, currency: Currency) -> bool:
    name = word.upper()
    if name in _YEN_WORDS or name in ("¥", "\\"):
        # The backslash is the yen sign of old Japanese files.
        return currency.code == "JPY" or (name == "¥" and currency.code == "CNY")
    return name in (currency.code, currency.symbol.strip()) or (name == "$" and currency.symbol.endswith("$"))


def parse_amount(text: str, currency: Currency) -> Amount | AmountError:
    """Read one amount: ¥1,234 · １，２３４円 · (1,234) · −500 · △500 · £1,234.50 · 12.50 GBP.

    Exact, then rounded half up (away from zero) to the minor unit. A sign of another currency is OTHER_CURRENCY; the
    comma never counts as a decimal sign.
    """
    return _read_amount(text, currency)


# Prices repeat: a file of half a million lines has a few thousand different ones.
@lru_cache(maxsize=8192)
def _read_amount(text: str, currency: Currency) -> Amount | AmountError:
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return AmountError(AmountProblem.EMPTY, text)
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        return AmountError(AmountProblem.UNREADABLE, text)
    words = [word for word in (match["before"], match["after"]) if word]
    if any(not _names_currency(word, currency) for word in words):
        is_known = all(any(_names_currency(word, known) for known in CURRENCIES.values()) for word in words)
        return AmountError(AmountProblem.OTHER_CURRENCY if is_known else AmountProblem.UNREADABLE, text)
    number = match["number"]
    if match["before"]:
        number = _CLOSING_DASH.sub("", number)
    value = parse_decimal(f"{match['open']}{match['sign']}{number}{match['close']}")
    return AmountError(AmountProblem.UNREADABLE, text) if value is None else _amount(value, currency, text)


def amount_of_number(value: int | float | Decimal, currency: Currency) -> Amount | AmountError:
    """The amount in a spreadsheet cell, in major units; floats count as they are written (2.55 is 2.55)."""
    number = exact(value)
    if not number.is_finite():
        return AmountError(AmountProblem.UNREADABLE, str(value))
    return _amount(number, currency, str(value))


def _amount(value: Decimal, currency: Currency, text: str) -> Amount | AmountError:
    if value.adjusted() > 14:
        return AmountError(AmountProblem.TOO_LARGE, text)
    shifted = value.scaleb(currency.digits)
    minor = round_half_up(shifted)
    if abs(minor) > LARGEST_MINOR:
        return AmountError(AmountProblem.TOO_LARGE, text)
    return Amount(int(minor), minor != shifted, value)


def _major(minor: int, currency: Currency) -> Decimal:
    return Decimal(minor).scaleb(-currency.digits)


def format_amount(minor: int, currency: Currency) -> str:
    """The bare number, for a form field: "1,234.50", "−500"."""
    return format_number(_major(minor, currency), currency.digits)


def format_money(minor: int, currency: Currency, language: str) -> str:
    """With the sign of the currency: ¥12,345 · −¥500 · £1,234.50. Both languages write it alike."""
    return f"{MINUS if minor < 0 else ''}{currency.symbol}{format_number(abs(_major(minor, currency)), currency.digits)}"


def money_parts(minor: int, currency: Currency, language: str) -> tuple[str, str]:
    """Number and unit for a tile: ("12,345", "円") for yen in Japanese, else ("£12.50", "")."""
    if currency.code == "JPY" and is_japanese(language):
        return format_amount(minor, currency), "円"
    return format_money(minor, currency, language), ""


@dataclass(frozen=True, slots=True)
class AxisScale:
    """Divide minor units by `divisor` and write `unit` at the axis."""

    divisor: int
    unit: str


def axis_scale(largest_minor: int, currency: Currency, language: str) -> AxisScale:
    """How an axis that reaches `largest_minor` is labelled: 円, from 1,000,000 yen on 万円; elsewhere the sign, then thousands."""
    major = 10**currency.digits
    is_large = abs(largest_minor) >= 1_000_000 * major
    if currency.code == "JPY" and is_japanese(language):
        return AxisScale(10_000, "万円") if is_large else AxisScale(1, "円")
    sign = currency.symbol.strip()
    return AxisScale(1_000 * major, f"{sign}1,000") if is_large else AxisScale(major, sign)
