"""How a figure of a period is said: its number and unit, how it moved, what stands under it, where it stands to its target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.explanations import CONTEXT as EXPLANATIONS_CONTEXT
from app.domain.figure_people import Narrowed
from app.domain.figures import Stayers
from app.domain.formats import EMPTY_CELL, format_range
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import Currency, format_money
from app.domain.numbers import format_number, format_percent
from app.domain.periods import PeriodKind, add_months, lag_months, months_between
from app.domain.tile_explanations import OF_OWN_DATES, TILE_EXPLANATIONS
from app.domain.tiles import CONTEXT, OF_A_DAY, TILE_NAMES, Tile, TileKey, TileNote, TileUnit, shown_value
from app.views.labels import translated
from app.views.labels_figures import SEE_NAMES, number_and_unit, people_count, short_change, signed
from app.views.moments import day_text, language
from app.views.theme import Tone
from app.views.widgets.explanation import Explanation

NOTES = {
    TileNote.NOTHING_YET: QT_TRANSLATE_NOOP("Tiles", "not enough for it yet"),
    TileNote.SHORT_PERIOD: QT_TRANSLATE_NOOP("Tiles", "for {window} days or more; see month to next month"),
    TileNote.READING: QT_TRANSLATE_NOOP("Tiles", "reading the history"),
    TileNote.NO_MODEL: QT_TRANSLATE_NOOP("Tiles", "from 200 customers and six months on"),
    TileNote.MODEL_MISSES: QT_TRANSLATE_NOOP("Tiles", "not shown: it missed the last 6 months by {miss}"),
    TileNote.NOT_FITTED: QT_TRANSLATE_NOOP("Tiles", "being worked out"),
    TileNote.FORECAST: QT_TRANSLATE_NOOP("Tiles", "a forecast; it missed the last 6 months by {miss}"),
}
POINTS = QT_TRANSLATE_NOOP("Tiles", "{points} pts")
NO_CHANGE = QT_TRANSLATE_NOOP("Tiles", "no change")
RECEIPTS = QT_TRANSLATE_NOOP("Tiles", "receipts: {count}")
OF_PEOPLE = QT_TRANSLATE_NOOP("Tiles", "of {count}")
AS_OF = QT_TRANSLATE_NOOP("Tiles", "as of {day}")
ONLY = QT_TRANSLATE_NOOP("Tiles", "of {count} only: for reference")
TARGET = QT_TRANSLATE_NOOP("Tiles", "target {target}: {gap}")
TARGET_MET = QT_TRANSLATE_NOOP("Tiles", "target {target} reached")
AND = QT_TRANSLATE_NOOP("Tiles", "{one} · {other}")
GENERAL = QT_TRANSLATE_NOOP("Tiles", "in general {low}–{high}%")


class Compare(StrEnum):
    """Beside what a figure is held."""

    BEFORE = "before"
    LAST_YEAR = "last_year"


GENERAL_BANDS = {TileKey.RETURN_RATE: (70, 90), TileKey.CHURN: (10, 30), TileKey.RENEWAL_RATE: (70, 90), TileKey.CONTRACT_CHURN: (10, 30)}
"""Yearly, of many trades together: a general figure, not the shop's."""
_YEAR = 12
_OF_RECEIPTS = frozenset({TileKey.SALES, TileKey.AVERAGE_AMOUNT, TileKey.COVERAGE})
_OF_ANSWERS = frozenset({TileKey.SATISFACTION, TileKey.NPS, TileKey.WIN_RATE, TileKey.RENEWAL_RATE, TileKey.CONTRACT_CHURN}) | {
    TileKey.SOLVED,
    TileKey.FIRST_REPLY,
}


@dataclass(frozen=True, slots=True)
class TileWords:
    """`caption` stands under the number; `change` at its side, None: nothing to compare with."""

    number: str
    unit: str
    change: str
    tone: Tone
    caption: str


def tile_name(key: TileKey) -> str:
    return translated(CONTEXT, TILE_NAMES[key])


def tile_explanation(key: TileKey, window: int, tile: Tile | None = None, *, has_names: bool = True) -> Explanation:
    """With `tile` of the very days that were compared."""
    looks = _looks(tile)
    apart = lag_months(PeriodKind.MONTH, window) if looks is None else _months_apart(*looks)
    known = OF_OWN_DATES if apart is None and key is TileKey.RETURN_RATE else TILE_EXPLANATIONS[key]
    parts = (known.title, known.words, known.example, known.formula)
    title, words, example, formula = (translated(EXPLANATIONS_CONTEXT, part, window=window, months=apart) for part in parts)
    return Explanation(title, words, example, formula, translated("Figures", SEE_NAMES) if has_names else "")


def tile_words(tile: Tile, money: Currency, window: int, compare: Compare = Compare.BEFORE) -> TileWords:
    number, unit = value_and_unit(tile.shown, tile.unit, money)
    change = tile.change if compare is Compare.BEFORE else tile.year_change
    text = "" if change is None or tile.is_reference else change_text(change, tile.unit, money)
    return TileWords(number, unit, text, _tone(tile, change, compare), _caption(tile, money, window))


def value_and_unit(shown: Decimal | None, unit: TileUnit, money: Currency) -> tuple[str, str]:
    """Apart, for a large number with a small unit."""
    if shown is None:
        return EMPTY_CELL, ""
    if unit is TileUnit.PERCENT:
        return format_number(shown, 1), "%"
    if unit is TileUnit.MONEY:
        return format_money(int(shown), money, language()), ""
    if unit is TileUnit.PEOPLE:
        return number_and_unit(int(shown))
    digits = {TileUnit.MEAN: 1, TileUnit.SCORE: 2, TileUnit.POINTS: 0}[unit]
    return format_number(shown, digits), ""


def value_text(value: float | None, unit: TileUnit, money: Currency) -> str:
    number, word = value_and_unit(shown_value(value, unit), unit, money)
    return f"{number}{word}" if word == "%" or language() == "ja" else f"{number} {word}".strip()


def change_text(change: Decimal, unit: TileUnit, money: Currency) -> str:
    if not change:
        return translated(CONTEXT, NO_CHANGE)
    if unit is TileUnit.PERCENT:
        return translated(CONTEXT, POINTS, points=signed(change, 1))
    if unit is TileUnit.MONEY:
        words = format_money(int(change), money, language())
        return f"+{words}" if change > 0 else words
    if unit is TileUnit.PEOPLE:
        return short_change(int(change))
    return signed(change, {TileUnit.MEAN: 1, TileUnit.SCORE: 2, TileUnit.POINTS: 0}[unit])


def range_text(tile: Tile) -> str:
    """The 95 % interval; "" where there is none."""
    if tile.low is None or tile.high is None:
        return ""
    if tile.unit is TileUnit.PERCENT:
        return format_range(tile.low, tile.high)
    digits = 2 if tile.unit is TileUnit.SCORE else 0
    joint = "〜" if language() == "ja" else "–"
    return f"{format_number(tile.low, digits)}{joint}{format_number(tile.high, digits)}"


def target_text(tile: Tile, money: Currency) -> str:
    if tile.gap is None or tile.target is None:
        return ""
    aimed = value_text(tile.target, tile.unit, money)
    if tile.is_gap_good:
        return translated(CONTEXT, TARGET_MET, target=aimed)
    return translated(CONTEXT, TARGET, target=aimed, gap=change_text(tile.gap, tile.unit, money))


def note_text(tile: Tile, window: int) -> str:
    if tile.note is None:
        return ""
    miss = EMPTY_CELL if tile.miss is None else format_percent(abs(tile.miss), 0)
    return translated(CONTEXT, NOTES[tile.note], window=window, miss=miss)


def general_text(key: TileKey, months: int | None) -> str:
    """The band known in general, of yearly figures alone."""
    if key not in GENERAL_BANDS or months != _YEAR:
        return ""
    low, high = GENERAL_BANDS[key]
    return translated(CONTEXT, GENERAL, low=low, high=high)


def _looks(tile: Tile | None) -> tuple[date, date] | None:
    """The two days between which a return rate was measured."""
    people = tile.people if tile is not None else None
    days = people.of if isinstance(people, Narrowed) else people
    return (days.start, days.end) if isinstance(days, Stayers) else None


def _months_apart(start: date, end: date) -> int | None:
    """None where it is no number of months."""
    months = months_between(start, end)
    return months if months > 0 and add_months(end, -months) == start else None


def _caption(tile: Tile, money: Currency, window: int) -> str:
    if tile.note is not None:
        return note_text(tile, window)
    first = _ground(tile)
    second = target_text(tile, money)
    return translated(CONTEXT, AND, one=first, other=second) if first and second else first or second


def _ground(tile: Tile) -> str:
    """On how much it stands: the range of chance, or of how many it is made."""
    if tile.key in OF_A_DAY:
        return translated(CONTEXT, AS_OF, day=day_text(tile.as_of))
    if tile.is_reference and tile.key not in _OF_ANSWERS:
        return translated(CONTEXT, ONLY, count=people_count(tile.count))
    if range_text(tile):
        return range_text(tile)
    if tile.key in _OF_RECEIPTS:
        return translated(CONTEXT, RECEIPTS, count=format_number(tile.count))
    return "" if tile.unit is TileUnit.PEOPLE or not tile.count else translated(CONTEXT, OF_PEOPLE, count=people_count(tile.count))


def _tone(tile: Tile, change: Decimal | None, compare: Compare) -> Tone:
    """Green and orange only for what is more than chance, where that can be told."""
    if not change or (compare is Compare.BEFORE and tile.is_beyond_chance is False):
        return Tone.TEXT2
    return Tone.OK if (change > 0) is tile.better_is_more else Tone.ACCENT
