"""A card scanned into the search of the first page opens the visit of whoever brought it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.database import Database
from app.queries.codes import referral_code_of
from app.views.main_window import MainWindow
from app.views.purchases.visit_panel import VisitPanel
from app.views.today.page import TodayPage
from app.views.widgets.text_field import SearchField
from tests.fakes import NavigationSpy
from tests.gui.purchases.conftest import CardOf


def scan(qtbot: QtBot, context: AppContext, code: str) -> None:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.show()
    page.focus_search()
    field = page.findChild(SearchField)
    assert field is not None
    qtbot.keyClicks(field, code)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""


def test_a_card_opens_the_visit(context: AppContext, kazuko: int, card_of: CardOf, navigation: NavigationSpy, qtbot: QtBot) -> None:
    code = card_of(kazuko)
    scan(qtbot, context, code.lower())
    assert navigation.shown == [("record_visit", {"customer_id": None, "code": code})]


def test_a_personal_code_opens_its_customer(
    context: AppContext, kazuko: int, database: Database, navigation: NavigationSpy, qtbot: QtBot
) -> None:
    with database.read() as session:
        code = referral_code_of(session, kazuko)
    scan(qtbot, context, code)
    assert navigation.shown == [("customers", {"customer_id": kazuko})]


def test_the_window_looks_for_the_card_by_itself(context: AppContext, kazuko: int, card_of: CardOf, qtbot: QtBot) -> None:
    main = MainWindow("おかえり")
    qtbot.addWidget(main)
    main.start(context)
    with qtbot.waitExposed(main):
        main.show()
    main.record_visit(code=card_of(kazuko))
    panel = main.findChild(VisitPanel)
    assert panel is not None and panel.form.bar.name.text() == "吉田 和子 様" and panel.form.is_code_good()
