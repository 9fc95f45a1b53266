"""How the month-end report says things, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.dates import DateStyle, format_date
from app.domain.formats import format_range
from app.domain.money import currency_of, format_money
from app.domain.month_report import CONTEXT, Amount, MonthName, ReportSentence, Span, Suggestion
from app.domain.numbers import EMPTY_CELL, format_number, format_percent
from app.domain.text import is_japanese
from app.domain.tiles import Tile, TileUnit
from app.words import Catalogue


@dataclass(frozen=True, slots=True)
class MonthWords:
    """`currency`: its code; `month` the report is of, whose year dates of the same year leave out."""

    catalogue: Catalogue
    currency: str
    month: date

    @property
    def language(self) -> str:
        return self.catalogue.language

    def say(self, source: str, /, **values: object) -> str:
        """A sentence marked for the report, filled."""
        return self.named(CONTEXT, source, **values)

    def named(self, context: str, source: str, /, **values: object) -> str:
        """The same of another context."""
        filled = {name: self.shown(value) for name, value in values.items()}
        return self.catalogue.tr(context, source).format(**filled)

    def sentence(self, one: ReportSentence) -> str:
        return self.say(one.source, **one.values)

    def suggestion(self, one: Suggestion) -> tuple[str, str]:
        """What to do, and why."""
        return self.say(one.title, **one.values), self.say(one.reason, **one.values)

    def shown(self, value: object) -> str:
        """A value as it stands in a sentence."""
        if isinstance(value, Amount):
            text = self.money(value.minor)
            return f"+{text}" if value.signed and value.minor > 0 else text
        if isinstance(value, MonthName):
            return self.month_name(value.start)
        if isinstance(value, date):
            return format_date(value, self.language, DateStyle.TEXT, today=self.month)
        if isinstance(value, Span):
            return format_range(value.low, value.high)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return format_number(value, max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0)
        return str(value)

    def money(self, minor: int) -> str:
        return format_money(minor, currency_of(self.currency), self.language)

    def month_name(self, start: date) -> str:
        """With its year."""
        return format_date(start, self.language, DateStyle.MONTH)

    def short_month(self, start: date) -> str:
        return f"{start.month}月" if is_japanese(self.language) else self.month_name(start).split()[0]

    def day(self, day: date | None) -> str:
        return EMPTY_CELL if day is None else format_date(day, self.language)


_FORMS: Mapping[TileUnit, int] = {TileUnit.PEOPLE: 0, TileUnit.MEAN: 1, TileUnit.SCORE: 2, TileUnit.POINTS: 0}


def tile_value(words: MonthWords, unit: TileUnit, value: float | None) -> str:
    """A figure with its unit; a dash where there is none."""
    if value is None:
        return EMPTY_CELL
    if unit is TileUnit.PERCENT:
        return format_percent(value)
    if unit is TileUnit.MONEY:
        return words.money(int(Decimal(repr(value)).to_integral_value()))
    return format_number(value, _FORMS[unit])


def tile_now(words: MonthWords, tile: Tile) -> str:
    """The value as it stands on the screen."""
    if tile.unit is TileUnit.PERCENT and tile.rate is not None and tile.rate.percent is not None:
        return f"{tile.rate.percent}%"
    return tile_value(words, tile.unit, tile.value)


def tile_gap(words: MonthWords, tile: Tile) -> str:
    """How far it is from the target, with its sign, in the unit of the figure (percent: in points)."""
    gap = tile.gap
    if gap is None:
        return EMPTY_CELL
    shown = words.money(int(abs(gap))) if tile.unit is TileUnit.MONEY else format_number(abs(gap), max(0, -int(gap.as_tuple().exponent)))
    return f"{'+' if gap > 0 else '−' if gap < 0 else '±'}{shown}"
