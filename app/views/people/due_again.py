"""Customers whose products are used up soon: what is said of them, and their list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.context import AppContext
from app.domain.cyclic import DAYS_AHEAD, DueAgain
from app.domain.dates import DateStyle
from app.domain.figures import DueAgainSoon
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated
from app.views.moments import day_text

CONTEXT = "DueAgain"
TITLE = QT_TRANSLATE_NOOP("DueAgain", "Due again within %n day(s)")
COMING = QT_TRANSLATE_NOOP("DueAgain", "Next {product}: about {day}")
PASSED = QT_TRANSLATE_NOOP("DueAgain", "{product}: was due about {day}")
BETWEEN = QT_TRANSLATE_NOOP("DueAgain", " · ")


def due_text(rows: Iterable[DueAgain], today: date) -> str:
    """What one customer needs again, and when; a day that has passed is said as such."""
    said = []
    for row in rows:
        words = COMING if row.days_left >= 0 else PASSED
        said.append(translated(CONTEXT, words, product=row.product, day=day_text(row.due, DateStyle.TEXT, today=today)))
    return translated(CONTEXT, BETWEEN).join(said)


def show_due_again(context: AppContext) -> None:
    """The names, each with the product and the day."""
    title = QCoreApplication.translate(CONTEXT, TITLE, "", DAYS_AHEAD)
    context.navigate.show_page("people", spec=DueAgainSoon(context.clock.today(), DAYS_AHEAD), title=title)
