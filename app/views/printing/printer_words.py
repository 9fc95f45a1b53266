"""What is said of printers: the names of papers and trays, and how far one is off."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.domain.cards import Calibration, Card, CardSide
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.print_profiles import POSTCARD, SMALL_CARDS
from app.domain.prints import PrintKind
from app.views.labels import translated
from app.views.printing.printers import TRAY_NAMES

CONTEXT = "Printers"
_OWN_SHEET = "custom:"

STOCK_NAMES: Mapping[str, str] = {
    POSTCARD: QT_TRANSLATE_NOOP("Printers", "Postcard"),
    SMALL_CARDS: QT_TRANSLATE_NOOP("Printers", "Sheet of small cards"),
}
_SIDES: Mapping[CardSide, str] = {
    CardSide.ADDRESS: QT_TRANSLATE_NOOP("Printers", "Address side"),
    CardSide.MESSAGE: QT_TRANSLATE_NOOP("Printers", "Message side"),
    CardSide.BOTH: QT_TRANSLATE_NOOP("Printers", "Both sides"),
}


def stock_name(stock: str) -> str:
    if stock.startswith(_OWN_SHEET):
        measures = stock.removeprefix(_OWN_SHEET).replace(",", ", ")
        return translated(CONTEXT, QT_TRANSLATE_NOOP("Printers", "Own labels ({measures})"), measures=measures)
    return translated(CONTEXT, STOCK_NAMES[stock]) if stock in STOCK_NAMES else stock


def tray_name(tray: str) -> str:
    """A tray that only a driver knows is called as it calls it."""
    if not tray:
        return translated(CONTEXT, QT_TRANSLATE_NOOP("Printers", "The printer decides"))
    return translated("Trays", TRAY_NAMES[tray]) if tray in TRAY_NAMES else tray


def side_name(job: Card) -> str:
    """Which side of the card is printed; empty for what has only one."""
    return translated(CONTEXT, _SIDES[job.options.side]) if job.kind is PrintKind.THANK_YOU else ""


def shift_words(shift: Calibration) -> str:
    """How a page is laid for a printer."""
    if shift == Calibration():
        return translated(CONTEXT, QT_TRANSLATE_NOOP("Printers", "as it is"))
    parts = []
    if shift.dx or shift.dy:
        words = QT_TRANSLATE_NOOP("Printers", "right {dx} mm, down {dy} mm")
        parts.append(translated(CONTEXT, words, dx=_tenths(shift.dx), dy=_tenths(shift.dy)))
    if shift.scale != Calibration().scale:
        parts.append(f"{_tenths(shift.scale)} %")
    if shift.rotated:
        parts.append("180°")
    return " · ".join(parts)


def _tenths(number: float) -> str:
    return format_number(Decimal(str(number)), 1)
