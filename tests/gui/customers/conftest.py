"""A small shop whose customers stand in every state, and the page over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.database import Database
from app.views.customers.page import CustomersPage
from app.views.theme import Density, Mode, Theme
from tests.factories import TODAY, add_customer, add_purchase

Shown = Callable[..., CustomersPage]


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


@pytest.fixture
def people(database: Database) -> dict[str, int]:
    """late: usually every 30 days, now 75; once: 40 days ago; fresh: today; never: no visit."""
    visits = {"late": (270, 240, 210, 180, 150, 75), "once": (40,), "fresh": (0,), "never": ()}
    names = {"late": ("吉田 和子", "よしだ かずこ"), "once": ("佐藤 花子", "さとう はなこ"), "fresh": ("髙橋 恵", "たかはし めぐみ")}
    found = {}
    with database.write() as session:
        for key, days in visits.items():
            name, kana = names.get(key, ("林 葵", "はやし あおい"))
            extra: dict[str, Any] = {"mobile": "090-0000-1234", "note": "椅子にクッション"} if key == "late" else {}
            found[key] = add_customer(session, name, kana=kana, **extra)
            for ago in days:
                add_purchase(session, found[key], TODAY - timedelta(days=ago), 5000)
    return found


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext) -> Shown:
    def show(width: int = 1366, height: int = 768, **arguments: Any) -> CustomersPage:
        page = CustomersPage(context)
        qtbot.addWidget(page)
        page.resize(width, height)
        if arguments:
            page.open_with(**arguments)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show
