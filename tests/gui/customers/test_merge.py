"""Making two records one, from the page of a customer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.merges import Side
from app.models.customer import Customer
from app.models.database import Database
from app.services.actions import undo
from app.views.customers.merge_panel import MergePanel, open_merge
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.customers.conftest import Shown
from tests.gui.widgets.audit import clipped


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(1366, 768)
    with qtbot.waitExposed(top):
        top.show()
    return top


@pytest.fixture
def twice(database: Database) -> tuple[int, int]:
    """The same customer under two numbers and with two notes, one of them with a purchase."""
    with database.write() as session:
        first = add_customer(session, "吉田 和子", code="A-1", mobile="090-0000-1234", note="お茶がお好き")
        second = add_customer(session, "吉田 和子", code="B-7", mobile="090-0000-1234", note="左利き", email="yoshida@example.jp")
        add_purchase(session, second, TODAY, 4400)
        return first, second


def record(database: Database, customer_id: int) -> Customer | None:
    with database.read() as session:
        found = session.get(Customer, customer_id)
        if found is not None:
            session.expunge(found)
        return found


def test_the_likely_double_is_offered_and_made_one(
    context: AppContext, window: QWidget, twice: tuple[int, int], database: Database, messages: MessageSpy, navigation: NavigationSpy
) -> None:
    keep, gone = twice
    panel = open_merge(context, window, keep)
    assert [row.key for row in panel.similar.rows()] == [gone]
    panel.similar.activated_key.emit(gone)
    assert panel.fields.keys() == ("code", "note")
    panel.fields.button("code", Side.GONE).click()
    panel.fields.button("note", Side.KEEP).click()
    panel.save.click()
    kept = record(database, keep)
    assert kept is not None and record(database, gone) is None
    assert (kept.code, kept.note, kept.email) == ("B-7", "お茶がお好き", "yoshida@example.jp")
    assert navigation.shown[-1] == ("customers", {"customer_id": keep})
    action_id = messages.toasts[-1][1]
    with database.write() as session:
        undo(session, action_id, now=NOW)
    assert record(database, gone) is not None


def test_the_two_can_change_places(context: AppContext, window: QWidget, twice: tuple[int, int], database: Database) -> None:
    first, second = twice
    panel = open_merge(context, window, first)
    panel.choose(second)
    panel.swap.click()
    panel.save.click()
    assert record(database, first) is None
    kept = record(database, second)
    assert kept is not None and kept.note == "左利き\nお茶がお好き"


def test_another_record_can_be_looked_for(context: AppContext, window: QWidget, twice: tuple[int, int], database: Database) -> None:
    with database.write() as session:
        other = add_customer(session, "佐藤 花", kana="さとう はな")
    panel = open_merge(context, window, twice[0])
    panel.choose(twice[1])
    panel.other.click()
    assert panel.search.isVisible() and not panel.save.isEnabled()
    panel.search.search.setText("さとう")
    panel.search.search.send_now()
    panel.search.hits.activated_key.emit(other)
    assert panel.gone_side.name.text() == "佐藤 花 様"


def test_the_same_record_is_not_taken(context: AppContext, window: QWidget, twice: tuple[int, int]) -> None:
    panel = open_merge(context, window, twice[0])
    panel.choose(twice[0])
    assert panel.problem.isVisible() and not panel.save.isEnabled()


def test_the_menu_of_the_customer_leads_there(shown: Shown, twice: tuple[int, int]) -> None:
    page = shown(customer_id=twice[0])
    entry = next(entry for entry in page.detail.head.menu.menu().actions() if "another record" in entry.text())
    entry.trigger()
    assert page.window().findChild(MergePanel) is not None


def test_a_press_on_the_words_chooses_them(context: AppContext, window: QWidget, twice: tuple[int, int], qtbot: QtBot) -> None:
    panel = open_merge(context, window, twice[0])
    panel.choose(twice[1])
    answer = panel.fields.button("code", Side.GONE).parentWidget()
    assert answer is not None
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton, pos=answer.rect().center())
    assert panel.fields.choices()["code"] is Side.GONE


@pytest.mark.parametrize("size", [(1366, 768), (1080, 600)])
def test_nothing_is_cut_off(context: AppContext, window: QWidget, twice: tuple[int, int], size: tuple[int, int]) -> None:
    window.resize(*size)
    panel = open_merge(context, window, twice[0])
    panel.choose(twice[1])
    assert clipped(panel) == []
