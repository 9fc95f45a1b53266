"""The statement of a customer: every entry with what it came from, the balance on any day, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import select

from app.context import AppContext
from app.domain.point_statement import EntryFilter
from app.domain.points import Expiry, ExpiryKind, RuleFields
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.surveys import SurveyRules
from app.models.database import Database
from app.models.records import ExportLog
from app.queries.point_statement import statement_view
from app.queries.points import standing
from app.services.actions import undo
from app.services.openings import Opening, open_points
from app.services.points import set_rule
from app.services.purchases import record_visit
from app.services.survey_responses import record_response
from app.views.points.entry_words import kind_text, source_text
from app.views.points.statement_panel import StatementPanel, open_statement
from app.views.theme import Mode, Theme
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import MessageSpy
from tests.gui.points.shown import press, write
from tests.gui.widgets.audit import clipped
from tests.surveys import add_survey, answered, nps

RULE = RuleFields(birthday_rate=200, first_visit_points=100, expiry=Expiry(ExpiryKind.AFTER_EARNING, 12, to_month_end=True))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def kazuko(database: Database) -> int:
    """Brought 300 to the end of the year and 940 to March; bought for 9,350 on 2 October and paid a visit with 400 of them."""
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        number = add_customer(session, "吉田 和子", kana="よしだ かずこ")
        openings = [Opening(number, 300, date(2026, 12, 31)), Opening(number, 940, date(2027, 3, 31))]
        open_points(session, openings, import_id=None, now=NOW, today=TODAY)
        for day, amount, used in ((date(2026, 10, 2), 9350, 0), (TODAY, 5000, 400)):
            lines = (LineFields(product="カット", unit_price=amount, amount=amount),)
            visit = PurchaseFields(day=day, lines=lines, points_used=used, receipt=f"R{day.day}")
            record_visit(session, number, visit, now=NOW, today=TODAY)
    return number


@pytest.fixture
def big_text(qapp: QApplication) -> Iterator[None]:
    Theme.install(qapp, mode=Mode.DARK, text_percent=150)
    yield
    Theme.install(qapp, mode=Mode.LIGHT, text_percent=100)


def rows(panel: StatementPanel) -> list[list[str]]:
    model = panel.table.model()
    return [[str(model.index(row, column).data()) for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_newest_first_with_the_balance_and_where_it_came_from(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int) -> None:
    panel = open_statement(context, window, kazuko)
    assert [row[1:] for row in rows(panel)] == [
        ["Earned", "receipt R20 · ¥4,600 (1 point per ¥100)", "+46", "1,079"],
        ["Used", "receipt R20", "−400", "1,033"],
        ["Brought along", "up to 31 Mar 2027", "+940", "1,433"],
        ["Brought along", "up to 31 Dec 2026", "+300", "493"],
        ["Earned", "receipt R2 · ¥9,350 (1 point per ¥100), first visit plus 100 points", "+193", "193"],
    ]
    assert panel.has.text() == "1,079 points now · 840 points of them count up to and including 31 Mar 2027"


def test_points_of_a_survey_say_so(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int, database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=SurveyRules(points=50))
        record_response(session, answered(survey, nps(9), customer_id=kazuko), now=NOW, today=TODAY)
    with database.read() as session:
        (line,) = (line for line in statement_view(session, kazuko, TODAY).lines if line.points == 50)
        assert kind_text(line.entry) == "Given"
        assert source_text(line.entry, statement_view(session, kazuko, TODAY)) == "answered the survey “ご来店アンケート”"


def test_the_chosen_entry_says_of_which_lots_it_was(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int) -> None:
    panel = open_statement(context, window, kazuko)
    panel.table.selectRow(1)
    assert panel.words.text() == "Used: −400 · receipt R20"
    assert panel.more.text().startswith("In parts: −300 (up to 31 Dec 2026), −100 (up to 31 Mar 2027).")
    panel.table.selectRow(2)
    assert panel.more.text().startswith("These points count up to and including 31 Mar 2027.")


def test_only_the_entries_of_a_kind(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int) -> None:
    panel = open_statement(context, window, kazuko)
    panel.chips.set_current(EntryFilter.USED)
    panel.chips.changed.emit(EntryFilter.USED)
    assert [row[3] for row in rows(panel)] == ["−400"]


def test_the_balance_on_any_day(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int) -> None:
    panel = open_statement(context, window, kazuko)
    assert panel.balance.answer.text() == "1,079 points"
    write(qtbot, panel.balance.day, "2026/10/31")
    assert panel.balance.answer.text() == "193 points"
    assert [button.label() for button in panel.balance.quick] == ["30 Sep 2026", "31 Mar 2026"]
    qtbot.mouseClick(panel.balance.quick[0], Qt.MouseButton.LeftButton)
    assert panel.balance.answer.text() == "0 points"
    assert panel.balance.day.value() == date(2026, 9, 30)


def test_a_correction_needs_a_reason_and_can_be_undone(
    qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int, database: Database, messages: MessageSpy
) -> None:
    panel = open_statement(context, window, kazuko)
    press(qtbot, panel, "Correct the points")
    write(qtbot, panel.correction.points, "50")
    press(qtbot, panel, "Correct")
    assert panel.correction.reason_field.has_error
    assert messages.toasts == []
    write(qtbot, panel.correction.reason, "forgotten")
    write(qtbot, panel.correction.last_day, "2027/3/31")
    press(qtbot, panel, "Correct")
    assert rows(panel)[0][1:] == ["Corrected", "forgotten · up to 31 Mar 2027", "+50", "1,129"]
    assert panel.correction.isHidden()
    text, action_id = messages.toasts[0]
    assert "50 points more" in text
    with database.write() as session:
        undo(session, action_id, now=NOW)
        assert standing(session, kazuko, TODAY).balance == 1079


def test_points_can_be_taken_but_not_more_than_there_are(
    qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int, messages: MessageSpy
) -> None:
    panel = open_statement(context, window, kazuko, corrects=True)
    panel.correction.way.set_current("take")
    panel.correction.way.changed.emit("take")
    assert panel.correction.last_day_field.isHidden()
    write(qtbot, panel.correction.points, "5000")
    write(qtbot, panel.correction.reason, "by mistake")
    press(qtbot, panel, "Correct")
    assert panel.correction.points_field.has_error
    write(qtbot, panel.correction.points, "79")
    press(qtbot, panel, "Correct")
    assert rows(panel)[0][3:] == ["−79", "1,000"]
    assert messages.errors == []


def test_words_that_would_be_lost_are_asked_about(
    qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int, messages: MessageSpy
) -> None:
    panel = open_statement(context, window, kazuko, corrects=True)
    write(qtbot, panel.correction.reason, "by mistake")
    messages.answer = False
    assert not panel.close_panel()
    messages.answer = True
    assert panel.close_panel()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(panel)


def test_a_customer_is_found_in_the_panel(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int) -> None:
    panel = open_statement(context, window, None)
    assert panel.search.isVisible() and not panel.table.isVisible()
    panel.search.look_for("吉田")
    assert panel.who.text().startswith("吉田 和子") and panel.table.isVisible()
    press(qtbot, panel, "Another customer")
    assert panel.search.isVisible() and not panel.table.isVisible()


def test_a_customer_without_points(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int, database: Database) -> None:
    with database.write() as session:
        other = add_customer(session, "渡辺 真理")
    panel = open_statement(context, window, other)
    assert panel.nothing.isVisible() and not panel.table.isVisible() and not panel.save.isEnabled()


def test_what_is_saved_is_what_is_shown_and_is_noted(
    qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int, database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    panel = open_statement(context, window, kazuko)
    panel.write(tmp_path / "明細.csv")
    lines = (tmp_path / "明細.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 6
    assert lines[2].startswith("2026-11-20,Used,receipt R20,,")
    assert messages.toasts[-1][0] == "The statement is saved in 明細.csv"
    with database.read() as session:
        assert session.scalars(select(ExportLog.rows)).all() == [5]


def test_a_visit_recorded_meanwhile_is_there(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int, database: Database) -> None:
    panel = open_statement(context, window, kazuko)
    now = NOW + timedelta(minutes=1)

    def visit(session: object, _control: object) -> None:
        line = LineFields(product="カット", unit_price=1000, amount=1000)
        record_visit(session, kazuko, PurchaseFields(day=TODAY, lines=(line,)), now=now, today=TODAY)  # type: ignore[arg-type]

    context.tasks.command(visit, None, owner=panel)
    assert rows(panel)[0][3:] == ["+10", "1,089"]


@pytest.mark.usefixtures("big_text")
def test_nothing_is_cut_off_in_large_words(qtbot: QtBot, context: AppContext, window: QWidget, kazuko: int) -> None:
    panel = open_statement(context, window, kazuko, corrects=True)
    assert clipped(panel) == []
