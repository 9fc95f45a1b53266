"""Where the keyboard stands when a purchase was given back or deleted: never on what deletes the next one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.entities import EVERYTHING
from app.domain.points import RuleFields
from app.models.database import Database
from app.models.purchase import Purchase
from app.services.points import adjust_points, set_rule
from app.views.customers.page import CustomersPage
from app.views.purchases.refund_panel import RefundPanel
from app.views.widgets.buttons import NormalButton
from app.views.widgets.layouts import column
from app.views.widgets.side_panel import SidePanel
from tests.factories import NOW, TODAY, add_purchase
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import press_ctrl_enter

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, kazuko: int) -> CustomersPage:
    made = CustomersPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.open_with(customer_id=kazuko)
    made.open_with(tab="purchases")
    with qtbot.waitExposed(made):
        made.show()
    return made


def count(database: Database) -> int:
    with database.read() as session:
        return session.query(Purchase).count()


@pytest.mark.parametrize("by_mouse", [True, False])
def test_after_giving_back_enter_and_space_delete_nothing(page: CustomersPage, database: Database, by_mouse: bool, qtbot: QtBot) -> None:
    tab = page.detail.purchases
    if by_mouse:
        qtbot.mouseClick(tab.refund, LEFT)
    else:
        tab.refund.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(tab.refund, Qt.Key.Key_Space)
    panel = page.findChild(RefundPanel)
    assert isinstance(panel, RefundPanel)
    for line in panel.lines.rows:
        line.check.setChecked(True)
    press_ctrl_enter(qtbot)
    before = count(database)
    assert tab.table.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert count(database) == before


def test_after_deleting_one_the_next_is_not_a_key_away(page: CustomersPage, database: Database, qtbot: QtBot) -> None:
    before = count(database)
    page.detail.purchases.delete.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert count(database) == before - 1


def test_a_panel_gives_the_keys_to_what_stands_before_a_button_that_is_off(page: CustomersPage, qtbot: QtBot) -> None:
    tab = page.detail.purchases
    tab.refund.setFocus(Qt.FocusReason.TabFocusReason)
    panel = SidePanel(page, "")
    panel.body.addWidget(NormalButton("x"))
    panel.open_panel()
    tab.refund.setEnabled(False)
    panel.close_panel()
    assert tab.edit.hasFocus()


@pytest.mark.parametrize("answer", [True, False])
def test_deleting_what_earned_points_that_are_spent_is_asked(
    page: CustomersPage,
    context: AppContext,
    kazuko: int,
    database: Database,
    messages: MessageSpy,
    answer: bool,
    qtbot: QtBot,
) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        add_purchase(session, kazuko, TODAY - timedelta(days=1), 100)
        earlier = add_purchase(session, kazuko, TODAY, 10_000)
        adjust_points(session, kazuko, -101, "景品", now=NOW, today=TODAY)
    messages.answer = answer
    context.tasks.announce(EVERYTHING)
    page.detail.purchases.table.selectRow(0)
    qtbot.mouseClick(page.detail.purchases.delete, LEFT)
    with database.read() as session:
        assert (session.get(Purchase, earlier) is None) is answer
    assert len(messages.questions) == 1


def test_a_panel_over_a_page_as_a_whole_gives_the_keys_back_to_the_page(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(1366, 768)
    above, whole = NormalButton("Remove everything"), QWidget()
    place.setLayout(column(above, whole))
    with qtbot.waitExposed(place):
        place.show()
    place.activateWindow()
    whole.setFocus(Qt.FocusReason.OtherFocusReason)
    panel = SidePanel(place, "")
    panel.body.addWidget(NormalButton("x"))
    panel.open_panel()
    panel.close_panel()
    assert whole.hasFocus() and not above.hasFocus()
