"""What is said of a product in a cell: its price, tax, margin, points, and when it is due again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.formats import CountUnit, format_count
from app.domain.money import Currency, format_money
from app.domain.numbers import format_number
from app.domain.products import BASIS_POINTS, UNTAXED, GroupRow, ProductRow
from app.views.moments import language


def tax_text(rate: int) -> str:
    """10%, 8%, 5.5%; "none" for what is not taxed."""
    if rate == UNTAXED:
        return QCoreApplication.translate("ProductWords", "none")
    return f"{_shortest(rate * 100 / BASIS_POINTS)}%"


def percent_text(fraction: float) -> str:
    return f"{_shortest(fraction * 100)}%"


def price_text(price: int | None, currency: Currency) -> str:
    return "" if price is None else format_money(price, currency, language())


def points_text(earns: bool) -> str:
    return QCoreApplication.translate("ProductWords", "yes") if earns else QCoreApplication.translate("ProductWords", "no")


def reuse_text(days: int | None) -> str:
    return "" if days is None else format_count(days, CountUnit.DAYS, language())


def in_groups(rows: Sequence[ProductRow], groups: Sequence[GroupRow]) -> list[ProductRow]:
    """Group after group, products without one at the end; inside as the list has them."""
    place = {group.name: number for number, group in enumerate(groups)}
    return sorted(rows, key=lambda row: place.get(row.fields.group, len(place)))


def _shortest(number: float) -> str:
    text = format_number(number, 1)
    return text.removesuffix(".0")
