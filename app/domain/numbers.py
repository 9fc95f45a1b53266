"""Numbers as people type and read them: full-width digits, Japanese minus signs, rounding half up."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

EMPTY_CELL = "—"
MINUS = "−"

_NUMBER = re.compile(r"(?P<sign>[+\-]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)?(?:\.(?P<part>\d*))?")
_SIGNS = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-", "ー": "-", "△": "-", "▲": "-", "，": ",", "、": ","})


def to_ascii_number(text: str) -> str:
    """`text` with ASCII digits and the minus sign in front: full-width forms read, (500), △500 and 500- as -500."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS).strip()
    if plain.startswith("(") and plain.endswith(")"):
        return "-" + plain[1:-1].strip()
    if plain.endswith("-") and not plain.startswith("-"):
        return "-" + plain[:-1].strip()
    return f"{plain[0]}{plain[1:].lstrip()}" if plain[:1] in ("+", "-") else plain


def parse_decimal(text: str) -> Decimal | None:
    """An exact number, or None when `text` is none. Commas must stand between groups of three; "1.234,50" is none."""
    match = _NUMBER.fullmatch(to_ascii_number(text))
    if match is None or not (match["whole"] or match["part"]):
        return None
    whole = (match["whole"] or "0").replace(",", "")
    part = f".{match['part']}" if match["part"] else ""
    return Decimal(f"{match['sign']}{whole}{part}")


def parse_int(text: str) -> int | None:
    """A whole number ("1,234", "３", "5.0"), or None."""
    value = parse_decimal(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def exact(value: int | float | Decimal | Fraction) -> Decimal:
    """The number as it is written, not as the machine holds it: 0.1 is 0.1. Fractions to 40 digits."""
    if isinstance(value, Fraction):
        with localcontext(prec=40):
            return Decimal(value.numerator) / Decimal(value.denominator)
    return value if isinstance(value, Decimal) else Decimal(str(value))


def round_half_up(value: int | float | Decimal | Fraction, digits: int = 0) -> Decimal:
    """Rounded to `digits` decimals with halves away from zero, as shops expect: 11.25 to one digit is 11.3."""
    number = exact(value)
    with localcontext(prec=max(60, number.adjusted() + digits + 5)):
        return number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def format_number(value: int | float | Decimal | Fraction, digits: int = 0) -> str:
    """With thousands separators and a true minus sign: 1,234 · −1,234.5. Never "−0"."""
    rounded = round_half_up(value, digits)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,f}"


def format_percent(fraction: int | float | Decimal | Fraction | None, digits: int = 1) -> str:
    """A fraction as percent, half up: 0.88 is "88.0%". None (nothing to divide by) is a dash, never 0 %."""
    return EMPTY_CELL if fraction is None else f"{format_number(exact(fraction) * 100, digits)}%"


def format_rate(numerator: int, denominator: int, digits: int = 1) -> str:
    """numerator ÷ denominator as percent, without passing through floating point; a dash when the denominator is 0."""
    return format_percent(Fraction(numerator, denominator) if denominator else None, digits)


def format_points_change(difference: float | Decimal | Fraction, digits: int = 1) -> str:
    """The difference of two fractions in percentage points, with its sign: "+2.1", "−0.3", "0.0"."""
    text = format_number(exact(difference) * 100, digits)
    return text if text.startswith(MINUS) or not text.strip("0.,") else f"+{text}"


def format_range(low: float, high: float, digits: int = 1) -> str:
    """Two fractions as one range: "12.1–15.0%"."""
    return f"{format_number(exact(low) * 100, digits)}–{format_percent(high, digits)}"
