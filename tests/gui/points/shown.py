"""A shop with points, and its page as the window shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.points import Expiry, ExpiryKind, RuleFields, RuleRow
from app.models.database import Database
from app.queries.points import rules
from app.services.points import set_rule
from app.views.points.page import PointsPage
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.side_panel import SidePanel
from tests.factories import NOW, add_customer, add_purchase

LEFT = Qt.MouseButton.LeftButton
RULE = RuleFields(birthday_rate=200, expiry=Expiry(ExpiryKind.AFTER_EARNING, 12, to_month_end=True))
P = TypeVar("P", bound=QWidget)


def record_shop(session: Session, rule: RuleFields | None = RULE) -> list[int]:
    """吉田 and 森田 bought for 10,000 in December, 吉田 for 8,000 in October and for 90."""
    if rule is not None:
        set_rule(session, rule, valid_from=None, now=NOW)
    first, second = add_customer(session, "吉田 和子"), add_customer(session, "森田 幸子")
    for customer in (first, second):
        add_purchase(session, customer, date(2025, 12, 3), 10_000)
    add_purchase(session, first, date(2026, 10, 5), 8_000)
    add_purchase(session, first, date(2026, 10, 6), 90)
    return [first, second]


def page_of(qtbot: QtBot, context: AppContext, size: tuple[int, int] = (1300, 1400)) -> PointsPage:
    page = PointsPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    return page


def panel_of(page: QWidget, kind: type[P]) -> P:
    """The panel of a kind that is open."""
    return next(panel for panel in page.findChildren(kind) if panel.isVisible())


def press(qtbot: QtBot, place: QWidget, label: str) -> None:
    """The button that says so."""
    buttons = [button for button in place.findChildren(OkaeriButton) if button.label() == label and button.isVisible()]
    qtbot.mouseClick(buttons[0], LEFT)


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def save(qtbot: QtBot, panel: SidePanel) -> None:
    qtbot.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def rules_in(database: Database) -> Sequence[RuleRow]:
    with database.read() as session:
        return rules(session)
