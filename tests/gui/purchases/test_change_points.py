"""Changing a visit that was paid with points: what was used stays usable, wherever the balance has gone since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.points import RuleFields
from app.models.database import Database
from app.queries.points import standing
from app.queries.purchases import purchase_fields
from app.services.points import adjust_points, set_rule
from app.services.purchases import delete_visit
from app.views.purchases.points_part import UseOf
from app.views.purchases.visit_panel import VisitPanel, open_visit_panel
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import COLOUR, CUT, commit, press_ctrl_enter, retype

LEFT = Qt.MouseButton.LeftButton
RULE = RuleFields(amount=100, points=1)


@dataclass(frozen=True)
class Story:
    """A first visit earned 93 points, a second was paid with all of them and earned 92; 50 of those went for a reward."""

    customer: int
    first: int
    second: int


@pytest.fixture
def story(database: Database) -> Story:
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        customer = add_customer(session, "吉田 和子", kana="よしだ かずこ")
        first = add_purchase(session, customer, TODAY - timedelta(days=3), lines=(CUT, COLOUR))
        second = add_purchase(session, customer, TODAY - timedelta(days=2), lines=(CUT, COLOUR), points_used=93)
        adjust_points(session, customer, -50, "景品", now=NOW, today=TODAY)
    return Story(customer, first, second)


def balance(database: Database, customer: int) -> int:
    with database.read() as session:
        return standing(session, customer, TODAY).balance


def used(database: Database, purchase: int) -> int:
    with database.read() as session:
        return purchase_fields(session, purchase).points_used


def change_the_note(panel: VisitPanel, qtbot: QtBot) -> None:
    commit(panel.memo, "傘をお忘れ")
    press_ctrl_enter(qtbot)


def assert_only_the_note_is_new(database: Database, story: Story, left: int) -> None:
    with database.read() as session:
        fields = purchase_fields(session, story.second)
    assert (fields.note, fields.points_used, fields.amount) == ("傘をお忘れ", 93, 9350)
    assert balance(database, story.customer) == left


def test_after_later_use_everything_stands_as_it_was_paid(
    context: AppContext, window: QWidget, story: Story, database: Database, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, None, story.second)
    part, bill = panel.form.points, panel.points_bill
    assert part.isVisible() and part.field.text() == "93" and not part.trouble.isVisible() and part.lapse.text() == ""
    assert panel.bill.total.text() == "¥9,257"
    assert part.button(UseOf.ALL).label() == "At most 93"
    assert [line.value.text() for line in (bill.now, bill.used, bill.earned, bill.after)] == ["43", "−93", "+92", "42"]
    change_the_note(panel, qtbot)
    assert not panel.isVisible()
    assert_only_the_note_is_new(database, story, 42)


@pytest.mark.parametrize("is_off", [False, True])
def test_below_zero_and_with_the_rule_off_as_well(
    context: AppContext, window: QWidget, story: Story, database: Database, is_off: bool, qtbot: QtBot
) -> None:
    with database.write() as session:
        delete_visit(session, story.first, now=NOW, today=TODAY, allow_negative=True)
        if is_off:
            set_rule(session, replace(RULE, is_on=False, point_value=5), valid_from=None, now=NOW)
    assert balance(database, story.customer) == -51
    panel = open_visit_panel(context, window, None, story.second)
    assert panel.form.points.isVisible() and panel.form.points.field.text() == "93"
    assert panel.bill.total.text() == "¥9,257" and panel.points_bill.after.value.text() == "−51"
    change_the_note(panel, qtbot)
    assert not panel.isVisible()
    assert_only_the_note_is_new(database, story, -51)


def test_what_the_visit_earned_itself_does_not_pay_for_it(
    context: AppContext, window: QWidget, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        set_rule(session, RULE, valid_from=None, now=NOW)
        customer = add_customer(session, "吉田 和子")
        adjust_points(session, customer, 100, "開店のとき", now=NOW, today=TODAY)
        number = add_purchase(session, customer, TODAY, lines=(CUT, COLOUR), points_used=30)
    panel = open_visit_panel(context, window, None, number)
    qtbot.mouseClick(panel.form.points.button(UseOf.ALL), LEFT)
    assert panel.form.points.field.text() == "100"
    press_ctrl_enter(qtbot)
    assert not panel.isVisible() and messages.errors == [] and used(database, number) == 100


def test_another_amount_is_counted_with_the_points_that_paid(
    context: AppContext, window: QWidget, story: Story, database: Database, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, None, story.second)
    qtbot.mouseClick(panel.form.bought.toggle, LEFT)
    retype(qtbot, panel.form.bought.amount, "10000")
    assert panel.bill.total.text() == "¥9,907"
    press_ctrl_enter(qtbot)
    assert not panel.isVisible() and used(database, story.second) == 93 and balance(database, story.customer) == 43 - 93 + 99


def test_choosing_the_same_customer_again_changes_nothing(
    context: AppContext, window: QWidget, story: Story, database: Database, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, None, story.second)
    qtbot.mouseClick(panel.form.bar.change, LEFT)
    commit(panel.search.search, "よしだ")
    panel.search.search.send_now()
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    assert panel.bill.total.text() == "¥9,257"
    change_the_note(panel, qtbot)
    assert_only_the_note_is_new(database, story, 42)


def test_somebody_else_without_points_is_said_and_not_recorded(
    context: AppContext, window: QWidget, story: Story, database: Database, qtbot: QtBot
) -> None:
    with database.write() as session:
        add_customer(session, "佐藤 花子", kana="さとう はなこ")
    panel = open_visit_panel(context, window, None, story.second)
    qtbot.mouseClick(panel.form.bar.change, LEFT)
    commit(panel.search.search, "さとう")
    panel.search.search.send_now()
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    press_ctrl_enter(qtbot)
    part = panel.form.points
    assert panel.isVisible() and part.trouble.isVisible() and "0" in part.trouble.text() and part.field.hasFocus()
    retype(qtbot, part.field, "0")
    press_ctrl_enter(qtbot)
    assert not panel.isVisible() and used(database, story.second) == 0


@pytest.mark.parametrize("step", [1, -1])
def test_another_day_is_moved_or_the_reason_is_said(
    context: AppContext, window: QWidget, story: Story, database: Database, step: int, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, None, story.second)
    panel.day.setFocus()
    qtbot.keyClick(panel.day, Qt.Key.Key_Up if step > 0 else Qt.Key.Key_Down)
    press_ctrl_enter(qtbot)

    assert not panel.isVisible() or panel.problem.isVisible()
    assert used(database, story.second) == 93


def test_a_day_that_its_points_do_not_allow_is_said_beside_the_day(
    context: AppContext, window: QWidget, story: Story, database: Database, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, None, story.second)
    retype(qtbot, panel.day, "2026/11/16")
    press_ctrl_enter(qtbot)
    assert panel.isVisible() and panel.day.hasFocus()
    assert panel.problem.text().startswith("93 points were used for this visit, and on that day only 0 can be")
    assert used(database, story.second) == 93
