"""Quantities and lists of products as they are written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from app.domain.numbers import format_number
from app.views.moments import language


def quantity_text(quantity: Decimal) -> str:
    """Without noughts at the end: 1, 0.5, 2.25."""
    exponent = quantity.normalize().as_tuple().exponent
    return format_number(quantity, max(0, -exponent) if isinstance(exponent, int) else 0)


def joined(products: Iterable[str]) -> str:
    return ("・" if language() == "ja" else ", ").join(products)


def short_name(name: str) -> str:
    """The family name of a Japanese name, the whole of another: a narrow column shows who it is by it."""
    family, _, given = name.partition(" ")
    return family if given and not family.isascii() else name
