"""A discount on a line: an amount, or so many per cent of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.database import Database
from app.models.purchase import PurchaseLine
from app.views.purchases.line_row import LineRow
from app.views.purchases.visit_panel import VisitPanel, open_visit_panel
from tests.gui.purchases.conftest import Receipts, commit, press_ctrl_enter, retype


@pytest.fixture
def panel(context: AppContext, window: QWidget, kazuko: int) -> VisitPanel:
    """A cut for 4,950 yen and a colour for 4,400."""
    return open_visit_panel(context, window, kazuko)


def cut(panel: VisitPanel) -> LineRow:
    return panel.form.bought.findChildren(LineRow)[0]


def retype_words(qtbot: QtBot, field: QWidget, text: str) -> None:
    """As an input method does."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    commit(field, text)


@pytest.mark.parametrize("typed", ["10%", "10％引き", "10 %", "1割"])
def test_per_cent_of_the_line_are_taken_off_and_shown_in_yen(
    panel: VisitPanel, typed: str, recorded_today: Receipts, database: Database, qtbot: QtBot
) -> None:
    row = cut(panel)
    retype_words(qtbot, row.discount, typed)
    assert panel.bill.total.text() == "¥8,855" and row.caption.isVisible() and "10%" in row.caption.text()
    qtbot.keyClick(row.discount, Qt.Key.Key_Tab)
    assert row.discount.text() == "495"
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][3][0] == ("カット", Decimal(1), 4950, 4455)
    with database.read() as session:
        assert session.query(PurchaseLine).filter_by(purchase_id=recorded_today()[0][0], position=0).one().discount == 495


def test_a_percentage_follows_price_and_quantity_until_an_amount_is_typed(panel: VisitPanel, qtbot: QtBot) -> None:
    row = cut(panel)
    retype(qtbot, row.discount, "10%")
    retype(qtbot, row.quantity, "2")
    retype(qtbot, row.price, "999")
    assert row.discount.text() == "199" and panel.bill.discount.text() == "−¥199"
    retype(qtbot, row.discount, "50")
    retype(qtbot, row.quantity, "3")
    assert row.discount.text() == "50" and not row.caption.isVisible()


def test_it_counts_at_once_even_when_the_field_is_not_left(panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    retype(qtbot, cut(panel).discount, "50%")
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][2] == 2475 + 4400


@pytest.mark.parametrize("typed", ["半額", "120%", "10%%"])
def test_what_cannot_be_read_is_marked_and_says_what_to_type(panel: VisitPanel, typed: str, recorded_today: Receipts, qtbot: QtBot) -> None:
    row = cut(panel)
    retype_words(qtbot, row.discount, typed)
    assert row.discount.property("error")
    press_ctrl_enter(qtbot)
    assert recorded_today() == [] and "10%" in panel.problem.text() and row.discount.hasFocus()
    retype(qtbot, row.discount, "100")
    assert not row.discount.property("error") and not panel.problem.isVisible()
