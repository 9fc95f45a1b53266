"""The settings page of a shop with staff, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.shop import ShopFields
from app.models.database import Database
from app.queries.shop import shop_fields
from app.services.actions import undo
from app.views.settings.page import SettingsPage
from app.views.theme import Density, Mode, Theme
from tests.factories import NOW, add_customer, add_staff
from tests.fakes import MessageSpy

Shown = Callable[..., SettingsPage]
ShopNow = Callable[[], ShopFields]


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def staff(database: Database) -> dict[str, int]:
    """田中 has two customers, 佐々木 none."""
    with database.write() as session:
        found = {"田中 美咲": add_staff(session, "田中 美咲"), "佐々木 健": add_staff(session, "佐々木 健", "スタイリスト")}
        for name in ("吉田 和子", "佐藤 花子"):
            add_customer(session, name, staff="田中 美咲")
    return found


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext) -> Shown:
    def show(width: int = 1366, height: int = 690, **arguments: Any) -> SettingsPage:
        page = SettingsPage(context)
        qtbot.addWidget(page)
        page.resize(width, height)
        if arguments:
            page.open_with(**arguments)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


@pytest.fixture
def shop_now(database: Database) -> ShopNow:
    def read() -> ShopFields:
        with database.read() as session:
            return shop_fields(session)

    return read


def retype(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Replace what stands in a field by the keyboard, and leave the field."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def undo_last(database: Database, messages: MessageSpy) -> None:
    """What the toast's button does."""
    action = messages.toasts[-1][1]
    assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)


def free() -> None:
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
