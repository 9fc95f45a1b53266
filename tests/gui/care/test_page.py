"""The page of follow-ups: days, list, rules and those without a date, by mouse and by key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.context import AppContext
from app.domain.care import RuleKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind
from app.models.care import CareRule
from app.models.counter import FollowUp
from app.models.database import Database
from app.services.actions import undo
from app.services.care_rules import ensure_rules
from app.services.follow_ups import add_follow_up
from app.views.care.day_grid import DayGrid
from app.views.care.dragging import mime_of
from app.views.care.page import FollowUpsPage
from app.views.care.rule_line import RuleLine
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.pdf_printers import PdfPrinters
from tests.gui.widgets.audit import clipped

MONDAY = date(2026, 11, 16)


@pytest.fixture
def shop(database: Database) -> Database:
    with database.write() as session:
        ensure_rules(session, now=NOW, today=TODAY - timedelta(days=30))
        add_staff(session)
    return database


def plan(database: Database, days: int, *, staff: str = "", name: str = "吉田 和子", note: str = "ご様子") -> int:
    due = TODAY + timedelta(days=days)
    with database.write() as session:
        customer = add_customer(session, name, mobile="090-0000-1234")
        fields = FollowUpFields(due, FollowUpKind.CALL, note, staff)
        return add_follow_up(session, customer, fields, now=NOW, today=min(due, TODAY)).follow_up_id


def shown(qtbot: QtBot, context: AppContext, width: int = 1162, height: int = 768, printers: PdfPrinters | None = None) -> FollowUpsPage:
    page = FollowUpsPage(context, printers)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def due_of(database: Database, number: int) -> date:
    with database.read() as session:
        return session.get_one(FollowUp, number).due


def rule_line(page: FollowUpsPage, kind: RuleKind, number: float | None = None) -> RuleLine:
    lines = page.rules.lines.values()
    return next(one for one in lines if one.rule.fields.kind is kind and number in (None, one.rule.fields.number))


def drop(grid: DayGrid, ids: list[int], day: date) -> QDropEvent:
    where = QPointF(grid.cell(day).center())
    carried = mime_of(ids)
    event = QDropEvent(where, Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    grid.dropEvent(event)
    return event


def test_an_empty_shop_is_told_what_a_follow_up_is_and_led_to_the_rules(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    page = shown(qtbot, context)
    assert page.empty.isVisible() and not page.rules.isVisible()
    page.empty.action_clicked.emit()
    assert page.rules.isVisible() and len(page.rules.lines) == 23
    page.refresh()
    assert page.rules.isVisible()


def test_the_count_that_takes_longest_is_made_once_its_rule_is_seen(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    plan(shop, 0)
    page = shown(qtbot, context)
    assert all(line.count.text() for line in page.rules.lines.values())
    assert RuleKind.HEALTH_FALLING not in {line.rule.fields.kind for line in page.rules.lines.values()}
    page.rules.fold.click()
    falling = rule_line(page, RuleKind.HEALTH_FALLING)
    assert falling.count.text()
    page.refresh()
    assert rule_line(page, RuleKind.HEALTH_FALLING).count.text()


def test_the_list_of_the_day_is_worked_by_keys(qtbot: QtBot, context: AppContext, shop: Database, messages: MessageSpy) -> None:
    first, second, third = plan(shop, -2, note="A"), plan(shop, 0, note="B"), plan(shop, 0, note="C")
    page = shown(qtbot, context)
    rows = page.day.list.rows
    assert [row.what for row in rows.rows() if not row.heading] == ["A", "B", "C"]
    rows.setFocus()
    rows.select_key(second)
    QTest.keyClick(rows, Qt.Key.Key_T)
    assert due_of(shop, second) == TODAY + timedelta(days=1)
    rows.select_key(third)
    QTest.keyClick(rows, Qt.Key.Key_W)
    assert due_of(shop, third) == TODAY + timedelta(days=7)
    rows.select_key(first)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    load = next(load for load in page.days.week.loads() if load.day == TODAY)
    assert (load.done, load.left) == (1, 0)
    assert len(messages.toasts) == 3 and all(number is not None for _text, number in messages.toasts)


def test_days_are_gone_through_by_arrows_and_press(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    tomorrow = plan(shop, 1)
    page = shown(qtbot, context)
    week = page.days.week
    week.setFocus()
    QTest.keyClick(week, Qt.Key.Key_Right)
    assert page.days.chosen() == TODAY + timedelta(days=1)
    assert [row.key for row in page.day.list.rows.rows() if not row.heading] == [tomorrow]
    assert "1" in week.accessibleDescription()
    QTest.mouseClick(week, Qt.MouseButton.LeftButton, pos=week.cell(MONDAY).center().toPoint())
    assert page.days.chosen() == MONDAY
    QTest.keyClick(week, Qt.Key.Key_Left)
    assert week.loads()[0].day == MONDAY - timedelta(days=7)
    assert page.days.week_today.isVisible()
    QTest.keyClick(week, Qt.Key.Key_Home)
    assert page.days.chosen() == TODAY and page.begin_again() is False


def test_a_row_carried_to_a_day_moves_there_but_never_into_the_past(
    qtbot: QtBot, context: AppContext, shop: Database, messages: MessageSpy
) -> None:
    number = plan(shop, 0)
    page = shown(qtbot, context)
    week = page.days.week
    assert not drop(week, [number], MONDAY).isAccepted() or due_of(shop, number) == TODAY
    assert due_of(shop, number) == TODAY
    drop(week, [number], TODAY + timedelta(days=2))
    assert due_of(shop, number) == TODAY + timedelta(days=2)
    action = messages.toasts[-1][1]
    assert action is not None
    with shop.write() as session:
        undo(session, action, now=NOW)
    assert due_of(shop, number) == TODAY


def test_a_month_shows_whole_weeks_beside_the_list(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    plan(shop, 12)
    page = shown(qtbot, context)
    page.view.set_current("month")
    page.view.changed.emit("month")
    loads = page.days.month.loads()
    assert (loads[0].day, loads[-1].day) == (date(2026, 10, 26), date(2026, 12, 6))
    assert page.days.month.isVisible() and page.day.isVisible() and not page.rules.isVisible()
    assert next(load for load in loads if load.day == TODAY + timedelta(days=12)).left == 1
    page.days.month.setFocus()
    QTest.keyClick(page.days.month, Qt.Key.Key_Down)
    QTest.keyClick(page.days.month, Qt.Key.Key_Down)
    assert page.days.month.loads()[-1].day == date(2027, 1, 3)


def test_in_a_low_window_the_list_takes_the_line_of_what_to_ask(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    number = plan(shop, 0)
    page = shown(qtbot, context)
    page.day.list.rows.select_key(number)
    assert page.day.guide_button.isVisible()
    page.resize(1020, 490)
    assert not page.day.guide_button.isVisible() and page.day.list.rows.isVisible()


def test_one_member_can_be_looked_at_alone(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    mine = plan(shop, 0, staff="田中 美咲")
    plan(shop, 0)
    page = shown(qtbot, context)
    assert page.day.staff.isVisible()
    page.day.staff.set_current("田中 美咲")
    page.day.staff.changed.emit("田中 美咲")
    assert [row.key for row in page.day.list.rows.rows() if not row.heading] == [mine]
    page.refresh()
    assert page.day.staff_chosen() == "田中 美咲"


def test_a_switch_is_one_act_and_a_word_is_counted_before_it_is_kept(
    qtbot: QtBot, context: AppContext, shop: Database, messages: MessageSpy
) -> None:
    with shop.write() as session:
        for number in range(3):
            add_purchase(session, add_customer(session, f"客 {number}"), TODAY - timedelta(days=1))
    plan(shop, 0)
    page = shown(qtbot, context)
    line = rule_line(page, RuleKind.AFTER_VISIT, 3)
    assert "3" in line.count.text() and not line.switch.isChecked()
    line.try_words(replace(line.rule.fields, number=21))
    line = rule_line(page, RuleKind.AFTER_VISIT, 3)
    assert line.pending is not None and line.keep.isVisible() and "0" in line.count.text()
    with shop.read() as session:
        assert session.scalars(select(func.count(CareRule.id)).where(CareRule.number == 21)).one() == 1
    page.refresh()
    line = rule_line(page, RuleKind.AFTER_VISIT, 3)
    assert line.pending is not None
    qtbot.mouseClick(line.keep, Qt.MouseButton.LeftButton)
    with shop.read() as session:
        assert session.scalars(select(func.count(CareRule.id)).where(CareRule.number == 21)).one() == 2
    line = rule_line(page, RuleKind.BIRTHDAY)
    qtbot.mouseClick(line.switch, Qt.MouseButton.LeftButton)
    with shop.read() as session:
        assert session.scalars(select(CareRule.is_on).where(CareRule.kind == RuleKind.BIRTHDAY)).one() is False
    assert all(action is not None for _text, action in messages.toasts[-2:])


def test_choosing_a_word_offers_its_choices(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    plan(shop, 0)
    page = shown(qtbot, context)
    line = rule_line(page, RuleKind.BIRTHDAY)
    line.sentence.word_button("number").click()
    assert line.menu is not None
    entries = [entry for entry in line.menu.actions() if entry.isCheckable()]
    assert [entry.isChecked() for entry in entries].count(True) == 1
    entries[0].trigger()
    assert rule_line(page, RuleKind.BIRTHDAY).pending is not None
    qtbot.mouseClick(rule_line(page, RuleKind.BIRTHDAY).leave, Qt.MouseButton.LeftButton)
    assert rule_line(page, RuleKind.BIRTHDAY).pending is None


def test_who_has_no_date_gets_one_and_then_nobody_is_forgotten(
    qtbot: QtBot, context: AppContext, shop: Database, messages: MessageSpy, navigation: NavigationSpy
) -> None:
    plan(shop, 0)
    with shop.write() as session:
        customers = [add_customer(session, f"客 {number}") for number in range(3)]
    page = shown(qtbot, context)
    page.without.names.click()
    assert navigation.shown[-1][0] == "people" and sorted(navigation.shown[-1][1]["customer_ids"]) == customers
    page.without.plan.click()
    with shop.read() as session:
        assert sorted(session.scalars(select(FollowUp.customer_id).where(FollowUp.due > TODAY))) == customers
    assert not page.without.plan.isVisible() and page.without.words.text() == "Nobody is forgotten."
    action = messages.toasts[-1][1]
    assert action is not None
    with shop.write() as session:
        undo(session, action, now=NOW)
    page.refresh()
    assert page.without.plan.isVisible()


def test_who_is_due_beyond_the_day_is_named_and_can_get_cards(
    qtbot: QtBot, context: AppContext, shop: Database, navigation: NavigationSpy
) -> None:
    for number in range(25):
        plan(shop, 0, name=f"客 {number}", staff="" if number else "田中 美咲")
    page = shown(qtbot, context)
    assert page.day.more.isVisible()
    assert "whole shop" not in page.day.more_title.text()
    page.day.staff.set_current("田中 美咲")
    page.day.staff.changed.emit("田中 美咲")
    assert "whole shop" in page.day.more_title.text()
    page.day.cards.click()
    name, given = navigation.shown[-1]
    assert name == "printing" and len(given["customer_ids"]) == len(given["follow_up_ids"]) == 5
    page.day.choose.click()
    name, given = navigation.shown[-1]
    assert name == "people" and len(given["customer_ids"]) == 5


def test_a_second_task_of_the_same_customer_says_why_it_waits(qtbot: QtBot, context: AppContext, shop: Database) -> None:
    with shop.write() as session:
        customer = add_customer(session, "青木 健")
        for kind in (FollowUpKind.CALL, FollowUpKind.CARD):
            add_follow_up(session, customer, FollowUpFields(TODAY, kind), now=NOW, today=TODAY)
    page = shown(qtbot, context)
    assert page.day.more_detail.text() == "A customer gets one task a day; what else is due for the same customer waits here."


def test_the_day_goes_to_the_printer(qtbot: QtBot, context: AppContext, shop: Database, tmp_path: Path) -> None:
    plan(shop, 0)
    printers = PdfPrinters(tmp_path)
    page = shown(qtbot, context, printers=printers)
    page.day.print.click()
    assert [order.sizes for order in printers.orders] == [[(210.0, 297.0)]]
    assert printers.paper(1).is_file()


@pytest.mark.parametrize(("width", "height"), [(1162, 730), (1020, 600), (900, 600)])
@pytest.mark.parametrize("view", ["week", "month", "rules"])
def test_nothing_is_cut_and_the_page_fits_small_windows(
    qtbot: QtBot, context: AppContext, shop: Database, width: int, height: int, view: str
) -> None:
    for number in range(25):
        plan(shop, number % 9 - 2, name=f"客 {number}", staff="田中 美咲" if number % 2 else "")
    page = shown(qtbot, context, width, height)
    page.open_with(view=view)
    qtbot.waitUntil(lambda: clipped(page) == [])
    assert page.minimumSizeHint().width() <= 1020 and page.minimumSizeHint().height() <= 600
