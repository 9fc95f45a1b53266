"""The page of campaigns in a window, and what is kept of one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.measures import MeasureKind, MeasureView
from app.models.database import Database
from app.queries.measures import measure_view
from app.views.measures.page import MeasuresPage
from app.views.measures.wizard import Wizard
from tests.factories import TODAY, add_customer, add_purchase

SIZE = (1366, 768)


def away(session: Session, count: int) -> list[int]:
    ids = []
    for number in range(count):
        place = {"postal_code": "1500001", "prefecture": "東京都", "city": "渋谷区", "street": f"神宮前{number + 1}-2-3"}
        customer = add_customer(session, f"留守 {number}子", do_not_contact=number == 0, **place)
        for back in range(3):
            add_purchase(session, customer, TODAY - timedelta(days=150 + 30 * back + number), 4000 + 500 * number)
        ids.append(customer)
    return ids


def page_shown(context: AppContext, qtbot: QtBot, size: tuple[int, int] = SIZE, **arguments: Any) -> MeasuresPage:
    page = MeasuresPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    if arguments:
        page.open_with(**arguments)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def wizard_of(page: MeasuresPage) -> Wizard:
    wizard = page.shown
    assert isinstance(wizard, Wizard)
    return wizard


def recipe(page: MeasuresPage, qtbot: QtBot, kind: MeasureKind = MeasureKind.WIN_BACK) -> Wizard:
    """The wizard as a press on a recipe opens it."""
    qtbot.mouseClick(page.list.recipes.button(kind), Qt.MouseButton.LeftButton)
    return wizard_of(page)


def kept(database: Database, measure_id: int) -> MeasureView:
    with database.read() as session:
        return measure_view(session, measure_id)
