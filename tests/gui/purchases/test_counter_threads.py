"""Keys that come faster than the shop answers, with the program's real threads: none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.offers import Offer, OfferKind
from app.jobs.tasks import Tasks
from app.models.database import Database
from app.services.points import adjust_points
from app.views.purchases.day_sheet import open_day_sheet
from app.views.purchases.points_part import UseOf
from app.views.purchases.slip_row import SlipState
from app.views.purchases.visit_panel import open_visit_panel
from tests.factories import NOW, TODAY
from tests.gui.purchases.conftest import CardOf, Receipts, commit

PATIENCE = 30_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def threads(qapp: QApplication, database: Database) -> Iterator[Tasks]:
    tasks = Tasks()
    tasks.open(database)
    yield tasks
    tasks.close()


@pytest.fixture
def quick(context: AppContext, threads: Tasks) -> AppContext:
    return replace(context, tasks=threads)


def test_kana_enter_ctrl_enter_without_a_pause(
    quick: AppContext, window: QWidget, kazuko: int, recorded_today: Receipts, qtbot: QtBot
) -> None:
    panel = open_visit_panel(quick, window)
    commit(panel.search.search, "よし")
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(recorded_today()), timeout=PATIENCE)
    assert [receipt[1:3] for receipt in recorded_today()] == [(kazuko, 9350)]


def test_a_scanned_card_recorded_at_once_is_granted(
    quick: AppContext, window: QWidget, kazuko: int, card_of: CardOf, recorded_today: Receipts, qtbot: QtBot
) -> None:
    code = card_of(kazuko, Offer(OfferKind.PERCENT, 10))
    panel = open_visit_panel(quick, window)
    qtbot.keyClicks(panel.search.search, code)
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(recorded_today()), timeout=PATIENCE)
    assert [receipt[1:3] for receipt in recorded_today()] == [(kazuko, 8415)]


def test_nobody_found_records_nothing_by_itself(
    quick: AppContext, window: QWidget, kazuko: int, recorded_today: Receipts, qtbot: QtBot
) -> None:
    panel = open_visit_panel(quick, window)
    commit(panel.search.search, "林 葵")
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(panel.search.newcomer.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(panel.search.newcomer, Qt.MouseButton.LeftButton)
    assert recorded_today() == [] and panel.save.isEnabled()


def test_slips_one_after_the_other(quick: AppContext, window: QWidget, kazuko: int, recorded_today: Receipts, qtbot: QtBot) -> None:
    sheet = open_day_sheet(quick, window)
    qtbot.waitUntil(lambda: bool(sheet.rows()), timeout=PATIENCE)
    qtbot.keyClick(sheet.head.day, Qt.Key.Key_Return)
    for amount in ("1000", "2000", "3000"):
        slip = sheet.rows()[-1]
        commit(slip.who.search, "よし")
        qtbot.keyClick(slip.who.search, Qt.Key.Key_Return)
        qtbot.waitUntil(slip.items.search.hasFocus, timeout=PATIENCE)
        qtbot.keyClicks(slip.items.search, amount)
        qtbot.keyClick(slip.items.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [slip.state for slip in sheet.rows()][:3] == [SlipState.RECORDED] * 3, timeout=PATIENCE)
    assert sorted(receipt[2] for receipt in recorded_today()) == [1000, 2000, 3000] and sheet.total.text() == "¥6,000"


def test_why_points_cannot_be_used_stays_said_when_the_new_balance_comes(
    quick: AppContext, window: QWidget, gold: int, database: Database, qtbot: QtBot
) -> None:
    panel = open_visit_panel(quick, window, gold)
    qtbot.waitUntil(panel.form.points.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(panel.form.points.button(UseOf.ALL), Qt.MouseButton.LeftButton)
    with database.write() as session:
        adjust_points(session, gold, -1000, "景品", now=NOW, today=TODAY)
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.form.points.field.text() == "240", timeout=PATIENCE)
    assert panel.problem.isVisible() and panel.problem.text()
