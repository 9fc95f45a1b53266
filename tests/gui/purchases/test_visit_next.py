"""The next appointment, made with the visit and gone with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.shop import Shop
from app.views.purchases.next_part import When
from app.views.purchases.visit_panel import VisitPanel, open_visit_panel
from tests.factories import TODAY, add_staff
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import Receipts, commit, press_ctrl_enter, retype, undo_last

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(context: AppContext, window: QWidget, kazuko: int, database: Database) -> VisitPanel:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        add_staff(session, "中村 由美")
    return open_visit_panel(context, window, kazuko)


def planned(database: Database) -> list[tuple[int, date, FollowUpKind, str, FollowUpSource]]:
    with database.read() as session:
        return [(row.customer_id, row.due, row.kind, row.note, row.source) for row in session.query(FollowUp)]


def test_at_the_usual_interval_in_one_act(panel: VisitPanel, kazuko: int, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    part = panel.form.next
    assert not part.note.isVisible()
    qtbot.mouseClick(part.when.button(When.USUAL), LEFT)
    commit(part.note, "年末のご予約")
    press_ctrl_enter(qtbot)
    assert planned(database) == [(kazuko, TODAY + timedelta(days=30), FollowUpKind.CALL, "年末のご予約", FollowUpSource.COUNTER)]
    undo_last(database, messages)
    assert planned(database) == []


def test_nothing_is_planned_unless_chosen(panel: VisitPanel, database: Database, qtbot: QtBot) -> None:
    press_ctrl_enter(qtbot)
    assert planned(database) == []


def test_a_closed_day_moves_to_the_next_open_one(
    context: AppContext, window: QWidget, kazuko: int, database: Database, qtbot: QtBot
) -> None:
    with database.write() as session:
        session.query(Shop).one().closed_weekdays = [6]
    panel = open_visit_panel(context, window, kazuko)
    qtbot.mouseClick(panel.form.next.when.button(When.MONTH), LEFT)
    press_ctrl_enter(qtbot)
    assert planned(database)[0][1] == date(2026, 12, 21)


def test_a_day_without_a_year_is_the_next_such_day(panel: VisitPanel, database: Database, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.form.next.when.button(When.CHOSEN), LEFT)
    assert panel.form.next.day.hasFocus()
    retype(qtbot, panel.form.next.day, "1/15")
    press_ctrl_enter(qtbot)
    assert planned(database)[0][1] == date(2027, 1, 15)


def test_a_day_that_has_passed_is_refused(panel: VisitPanel, database: Database, recorded_today: Receipts, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.form.next.when.button(When.CHOSEN), LEFT)
    retype(qtbot, panel.form.next.day, "2026/11/19")
    press_ctrl_enter(qtbot)
    assert recorded_today() == [] and panel.problem.isVisible() and panel.form.next.day.property("error")


def test_whoever_is_in_charge_does_it(panel: VisitPanel, qtbot: QtBot) -> None:
    panel.staff.setFocus()
    qtbot.keyClick(panel.staff, Qt.Key.Key_Down)
    assert panel.form.next.staff.current() == "田中 美咲"
    panel.form.next.staff.setFocus()
    qtbot.mouseClick(panel.form.next.when.button(When.MONTH), LEFT)
    panel.form.next.staff.setFocus()
    qtbot.keyClick(panel.form.next.staff, Qt.Key.Key_Down)
    panel.staff.setFocus()
    qtbot.keyClick(panel.staff, Qt.Key.Key_Up)
    follow_up = panel.form.next.follow_up()
    assert follow_up is not None and follow_up.staff == "中村 由美"


def test_a_sale_without_a_customer_has_no_next_appointment(context: AppContext, window: QWidget, kazuko: int, qtbot: QtBot) -> None:
    panel = open_visit_panel(context, window)
    qtbot.mouseClick(panel.search.nobody, LEFT)
    assert not panel.form.next.isVisible() and not panel.form.code.isVisible()
