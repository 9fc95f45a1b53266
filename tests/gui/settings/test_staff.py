"""Staff: added, changed, handed over, removed, brought back; each undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.staff import StaffRow
from app.models.database import Database
from app.queries.staff import staff_rows
from app.views.settings.page import SettingsPage
from app.views.settings.staff_panel import HandOverPanel, StaffPanel
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.side_panel import SidePanel
from tests.fakes import MessageSpy
from tests.gui.settings.conftest import Shown, free, undo_last

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(shown: Shown, staff: dict[str, int]) -> SettingsPage:
    return shown()


def rows(database: Database) -> dict[str, StaffRow]:
    with database.read() as session:
        return {row.name: row for row in staff_rows(session, with_inactive=True)}


def press(qtbot: QtBot, page: SettingsPage, name: str) -> None:
    def buttons() -> list[OkaeriButton]:
        return [b for b in page.findChildren(OkaeriButton) if name in (b.accessibleName(), b.label()) and b.isVisible()]

    qtbot.waitUntil(lambda: len(buttons()) > 0)
    qtbot.mouseClick(buttons()[0], LEFT)


def panel_of(page: SettingsPage) -> SidePanel:
    return next(panel for panel in page.findChildren(SidePanel) if panel.isVisible())


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def save(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.keyClick(panel_of(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_somebody_is_added(page: SettingsPage, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    press(qtbot, page, "Add staff")
    panel = panel_of(page)
    assert isinstance(panel, StaffPanel) and panel.name.hasFocus()
    write(qtbot, panel.name, "Yamaguchi")
    write(qtbot, panel.role, "Assistant")
    save(qtbot, page)
    assert rows(database)["Yamaguchi"].role == "Assistant"
    undo_last(database, messages)
    assert "Yamaguchi" not in rows(database)
    free()
    assert not isValid(panel)


@pytest.mark.parametrize("typed", ["", "佐々木 健"])
def test_a_name_that_is_missing_or_taken_is_said_beside_it(page: SettingsPage, database: Database, qtbot: QtBot, typed: str) -> None:
    press(qtbot, page, "Add staff")
    panel = panel_of(page)
    assert isinstance(panel, StaffPanel)
    panel.name.setText(typed)
    save(qtbot, page)
    assert panel.isVisible() and panel.name_field.has_error and len(rows(database)) == 2


def test_a_role_is_changed(page: SettingsPage, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    press(qtbot, page, "Change 佐々木 健")
    panel = panel_of(page)
    assert isinstance(panel, StaffPanel)
    write(qtbot, panel.role, "Manager")
    save(qtbot, page)
    assert rows(database)["佐々木 健"].role == "Manager"
    undo_last(database, messages)
    assert rows(database)["佐々木 健"].role == "スタイリスト"


def test_who_has_no_customers_is_removed_and_comes_back(page: SettingsPage, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    press(qtbot, page, "Change 佐々木 健")
    press(qtbot, page, "Remove from the staff")
    assert not rows(database)["佐々木 健"].is_active
    undo_last(database, messages)
    assert rows(database)["佐々木 健"].is_active
    page.refresh()
    press(qtbot, page, "Change 佐々木 健")
    press(qtbot, page, "Remove from the staff")
    qtbot.mouseClick(page.staff.former, LEFT)
    press(qtbot, page, "Bring 佐々木 健 back")
    assert rows(database)["佐々木 健"].is_active
    undo_last(database, messages)
    assert not rows(database)["佐々木 健"].is_active


def test_who_has_customers_hands_them_over_and_leaves_in_one_act(
    page: SettingsPage, staff: dict[str, int], database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    press(qtbot, page, "Change 田中 美咲")
    press(qtbot, page, "Remove from the staff")
    panel = panel_of(page)
    assert isinstance(panel, HandOverPanel) and panel.to.current() == staff["佐々木 健"]
    save(qtbot, page)
    found = rows(database)
    assert not found["田中 美咲"].is_active and found["佐々木 健"].customers == 2
    undo_last(database, messages)
    found = rows(database)
    assert found["田中 美咲"].is_active and found["田中 美咲"].customers == 2


def test_customers_are_handed_over(page: SettingsPage, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    press(qtbot, page, "Hand the customers of 田中 美咲 over")
    save(qtbot, page)
    assert {name: row.customers for name, row in rows(database).items()} == {"田中 美咲": 0, "佐々木 健": 2}
    assert rows(database)["田中 美咲"].is_active
    undo_last(database, messages)
    assert rows(database)["田中 美咲"].customers == 2


def test_leaving_the_form_asks_only_when_something_was_typed(page: SettingsPage, messages: MessageSpy, qtbot: QtBot) -> None:
    messages.answer = False
    press(qtbot, page, "Add staff")
    panel = panel_of(page)
    assert isinstance(panel, StaffPanel)
    write(qtbot, panel.name, "Y")
    qtbot.keyClick(panel.name, Qt.Key.Key_Escape)
    assert panel.isVisible() and len(messages.questions) == 1
    panel.name.clear()
    qtbot.keyClick(panel.name, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_shop_without_staff_is_told_what_staff_is_for(shown: Shown) -> None:
    card = shown().staff
    words = [label.text() for label in card.findChildren(WrapLabel) if label.isVisible()]
    assert any("in somebody's charge" in word for word in words)
    assert not card.former.isVisible()
