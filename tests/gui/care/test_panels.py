"""The panels beside the page: a rule in all its parts, how much a day takes, the steps to follow, the calendar file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.bootstrap.calendar_keeper import CalendarFileUnusable, CalendarKeeper
from app.context import AppContext
from app.domain.care import CareSettings, RuleKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind
from app.models.care import CareRule
from app.models.database import Database
from app.models.shop import Shop
from app.services.actions import undo
from app.services.care_rules import ensure_rules
from app.services.follow_ups import add_follow_up, finish_follow_up, move_follow_up
from app.views.care.calendar_panel import open_calendar
from app.views.care.guides_panel import GuidesPanel, open_guides
from app.views.care.limits_panel import open_limits
from app.views.care.rule_panel import RulePanel, open_rule
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped


@pytest.fixture
def window(qtbot: QtBot, database: Database) -> QWidget:
    with database.write() as session:
        ensure_rules(session, now=NOW, today=TODAY)
        add_staff(session)
        for number in range(3):
            add_purchase(session, add_customer(session, f"客 {number}"), TODAY - timedelta(days=1))
    made = QWidget()
    made.resize(1366, 730)
    qtbot.addWidget(made)
    made.show()
    return made


def care_of(database: Database) -> CareSettings:
    with database.read() as session:
        return CareSettings.from_json(session.scalars(select(Shop.care)).one())


def plan(database: Database) -> int:
    with database.write() as session:
        fields = FollowUpFields(TODAY, FollowUpKind.CALL, "ご様子")
        return add_follow_up(session, 1, fields, now=NOW, today=TODAY).follow_up_id


def settle(panel: RulePanel) -> None:
    """The pause after the last key is over."""
    for timer in panel.findChildren(QTimer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()


def test_a_rule_is_added_in_all_its_parts_and_taken_back(
    qtbot: QtBot, context: AppContext, window: QWidget, database: Database, messages: MessageSpy
) -> None:
    panel = open_rule(context, window, 0)
    panel.what.set_current(RuleKind.AFTER_VISIT)
    panel.what.changed.emit(RuleKind.AFTER_VISIT)
    panel.number.setText("5")
    panel.words.setText("お加減をうかがう")
    panel.staff.set_current(1)
    panel.cap.set_value(4)
    settle(panel)
    assert "お加減をうかがう" in panel.sentence.text() and "3" in panel.count.text()
    qtbot.waitUntil(lambda: clipped(panel) == [])
    panel.save.click()
    with database.read() as session:
        rule = session.scalars(select(CareRule).order_by(CareRule.id.desc())).first()
        assert rule is not None
        number = rule.id
        assert (rule.kind, rule.number, rule.words, rule.staff_id, rule.cap, rule.is_on) == (
            RuleKind.AFTER_VISIT, 5, "お加減をうかがう", 1, 4, True,
        )  # fmt: skip
    action = messages.toasts[-1][1]
    assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)
        assert session.get(CareRule, number) is None


def test_the_number_of_a_rule_is_asked_for_in_its_own_measure(context: AppContext, window: QWidget, database: Database) -> None:
    with database.read() as session:
        overdue, birthday = (
            session.scalars(select(CareRule.id).where(CareRule.kind == kind)).one() for kind in (RuleKind.OVERDUE, RuleKind.BIRTHDAY)
        )
    panel = open_rule(context, window, overdue)
    assert panel.times_field.isVisible() and not panel.number_field.isVisible()
    panel.times.setText("9")
    settle(panel)
    assert panel.times_field.error() != ""
    panel.times.setText("2.5")
    settle(panel)
    assert panel.times_field.error() == ""
    panel.save.click()
    with database.read() as session:
        assert session.get_one(CareRule, overdue).number == 2.5
    panel = open_rule(context, window, birthday)
    assert panel.number_field.isVisible() and panel.template_field.isVisible()
    panel.kind.set_current(FollowUpKind.CALL)
    panel.kind.changed.emit(FollowUpKind.CALL)
    assert not panel.template_field.isVisible()


def test_a_rule_is_deleted_with_a_way_back(context: AppContext, window: QWidget, database: Database, messages: MessageSpy) -> None:
    panel = open_rule(context, window, 1)
    panel.remove.click()
    action = messages.toasts[-1][1]
    assert action is not None
    with database.write() as session:
        assert session.get(CareRule, 1) is None
        undo(session, action, now=NOW)
        assert session.get(CareRule, 1) is not None


def test_cap_and_rest_are_changed_in_one_act(context: AppContext, window: QWidget, database: Database, messages: MessageSpy) -> None:
    panel = open_limits(context, window, 20, 7)
    panel.cap.setText("0")
    panel.save.click()
    assert panel.cap_field.has_error and care_of(database).cap == 20
    panel.cap.setText("11")
    panel.rest.setText("14")
    panel.save.click()
    assert (care_of(database).cap, care_of(database).rest_days) == (11, 14)
    assert messages.toasts[-1][1] is not None


def test_the_owner_writes_steps_and_goes_back_to_the_usual_ones(
    context: AppContext, window: QWidget, database: Database, messages: MessageSpy
) -> None:
    panel = open_guides(context, window, FollowUpKind.CALL)
    assert "How has it been" in panel.steps.text()
    panel.steps.set_text("Greet\n\n  Ask about the colour ")
    panel.save.click()
    panel = open_guides(context, window, FollowUpKind.CALL)
    assert panel.steps.text() == "Greet\nAsk about the colour"
    messages.answer = True
    panel.kind.set_current(FollowUpKind.CARD)
    panel.kind.changed.emit(FollowUpKind.CARD)
    assert "Ask about" not in panel.steps.text()
    panel.kind.changed.emit(FollowUpKind.CALL)
    panel.usual.click()
    panel.save.click()
    assert "How has it been" in open_guides(context, window, FollowUpKind.CALL).steps.text()
    assert isinstance(panel, GuidesPanel)


def test_a_calendar_file_is_saved_and_one_is_kept(
    qtbot: QtBot, context: AppContext, window: QWidget, database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    number = plan(database)
    panel = open_calendar(context, window)
    panel.write(tmp_path / "once.ics")
    assert len(icalendar.Calendar.from_ical((tmp_path / "once.ics").read_bytes()).walk("VEVENT")) == 1
    qtbot.waitUntil(lambda: clipped(panel) == [])
    keeper = CalendarKeeper(context)
    kept = tmp_path / "kept.ics"
    panel.keep_in(kept)
    assert context.settings.calendar_file == str(kept) and panel.stop.isVisible()
    run_soon(keeper)
    assert days_in(kept) == [TODAY]
    context.tasks.command(
        lambda session, _control: move_follow_up(session, number, TODAY + timedelta(days=3), now=NOW, today=TODAY), None, owner=keeper
    )
    run_soon(keeper)
    assert days_in(kept) == [TODAY + timedelta(days=3)]
    before = kept.stat().st_mtime_ns
    keeper.write()
    assert kept.stat().st_mtime_ns == before
    context.tasks.command(lambda session, _control: finish_follow_up(session, number, now=NOW, today=TODAY), None, owner=keeper)
    run_soon(keeper)
    assert days_in(kept) == []
    panel.stop.click()
    assert context.settings.calendar_file == ""
    keeper.stop()


def test_a_place_that_is_away_is_said_once(context: AppContext, window: QWidget, messages: MessageSpy, tmp_path: Path) -> None:
    keeper = CalendarKeeper(context)
    context.settings.calendar_file = str(tmp_path / "away" / "kept.ics")
    for _ in range(3):
        keeper.write()
    assert [type(error) for error in messages.errors] == [CalendarFileUnusable]
    (tmp_path / "away").mkdir()
    keeper.write()
    assert (tmp_path / "away" / "kept.ics").is_file()
    assert not list((tmp_path / "away").glob("*.part"))


def run_soon(keeper: CalendarKeeper) -> None:
    timer = keeper.findChild(QTimer)
    assert timer is not None and timer.isActive()
    timer.stop()
    timer.timeout.emit()


def days_in(path: Path) -> list[object]:
    return [event.decoded("DTSTART") for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
