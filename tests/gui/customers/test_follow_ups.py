"""What is planned with a customer, on his page."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.customers import PartialDate
from app.domain.follow_ups import FollowUpFields
from app.domain.inquiries import InquiryChannel, InquiryKind, InquiryState
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.services.care_rules import ensure_rules
from app.services.follow_ups import add_follow_up, finish_follow_up
from app.views.follow_ups.panel import FollowUpPanel
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.customers.conftest import Shown
from tests.gui.widgets.audit import clipped


def plan(database: Database, customer_id: int, days: int, note: str) -> int:
    due = TODAY + timedelta(days=days)
    with database.write() as session:
        return add_follow_up(session, customer_id, FollowUpFields(due, note=note), now=NOW, today=min(due, TODAY)).follow_up_id


def row_of(database: Database, number: int) -> FollowUp:
    with database.read() as session:
        found = session.get_one(FollowUp, number)
        session.expunge(found)
        return found


def test_what_is_planned_stands_at_the_side_and_what_is_due_on_top(people: dict[str, int], shown: Shown, database: Database) -> None:
    due, later = plan(database, people["fresh"], -2, "お加減"), plan(database, people["fresh"], 9, "ご予約")
    page = shown(customer_id=people["fresh"])
    assert [row.key for row in page.detail.planned.rows.rows()] == [due, later]
    assert page.detail.next_step.isVisible() and page.detail.next_step.title_label.text() == "Next: お加減 (2 d late)"
    assert page.detail.next_step.done_button.isVisible() and not page.detail.next_step.call_button.isVisible()


def test_what_comes_later_is_the_next_step_with_its_day(people: dict[str, int], shown: Shown, database: Database) -> None:
    plan(database, people["fresh"], 9, "ご予約")
    bar = shown(customer_id=people["fresh"]).detail.next_step
    assert bar.title_label.text() == "Next: 11月29日(日), ご予約"
    assert bar.done_button.isVisible() and bar.day_button.isVisible() and not bar.plan_button.isVisible()


def test_where_nothing_is_planned_the_day_a_rule_brings_is_shown(people: dict[str, int], shown: Shown, database: Database) -> None:
    with database.write() as session:
        ensure_rules(session, now=NOW, today=TODAY)
        session.get_one(Customer, people["never"]).birthday = PartialDate(1980, 12, 25)
    bar = shown(customer_id=people["never"]).detail.next_step
    assert bar.title_label.text() == "Next: 12月11日(金), Send a birthday card"
    assert "14" in bar.detail_label.text()
    assert bar.plan_button.isVisible() and not bar.done_button.isVisible()


def test_where_no_rule_brings_a_day_one_is_proposed(people: dict[str, int], shown: Shown, database: Database) -> None:
    page = shown(customer_id=people["fresh"])
    bar = page.detail.next_step
    assert bar.title_label.text() == "Next: nothing is planned yet"
    assert "would be the usual time" in bar.detail_label.text()
    bar.plan_button.click()
    panel = page.window().findChild(FollowUpPanel)
    assert panel is not None and panel.close_panel()


def test_a_promise_comes_before_what_was_planned(
    people: dict[str, int], shown: Shown, database: Database, navigation: NavigationSpy
) -> None:
    plan(database, people["fresh"], 0, "お加減")
    with database.write() as session:
        moments = {"received_at": NOW, "created_at": NOW, "updated_at": NOW, "due_at": NOW - timedelta(hours=1)}
        state = {"kind": InquiryKind.COMPLAINT, "state": InquiryState.OPEN, "channel": InquiryChannel.COUNTER}
        voice = Inquiry(customer_id=people["fresh"], title="待ち時間", promise="お電話する", **state, **moments)
        session.add(voice)
        session.flush()
        number = voice.id
    page = shown(customer_id=people["fresh"])
    bar = page.detail.next_step
    assert bar.title_label.text() == "Next: お電話する"
    assert "待ち時間" in bar.detail_label.text() and "which has passed" in bar.detail_label.text()
    bar.voice_button.click()
    assert navigation.shown == [("inquiries", {"inquiry_id": number})]


def test_an_answered_complaint_is_to_be_closed_and_nothing_is_said_of_days(
    people: dict[str, int], shown: Shown, database: Database, navigation: NavigationSpy
) -> None:
    with database.write() as session:
        moments = {"received_at": NOW, "created_at": NOW, "updated_at": NOW}
        state = {"kind": InquiryKind.COMPLAINT, "state": InquiryState.ANSWERED, "channel": InquiryChannel.COUNTER}
        voice = Inquiry(customer_id=people["fresh"], title="待ち時間", **state, **moments)
        session.add(voice)
        session.flush()
        number = voice.id
    bar = shown(customer_id=people["fresh"]).detail.next_step
    assert bar.title_label.text() == "Next: bring the complaint to an end"
    assert "待ち時間" in bar.detail_label.text() and "days" not in bar.detail_label.text()
    assert not bar.call_button.isVisible()
    bar.voice_button.click()
    assert navigation.shown == [("inquiries", {"inquiry_id": number})]
    plan(database, people["fresh"], 0, "お加減")
    bar = shown(customer_id=people["fresh"]).detail.next_step
    assert "A complaint is not closed yet." in bar.detail_label.text() and "Not seen" not in bar.detail_label.text()


def test_done_from_the_bar_goes_into_the_history(
    people: dict[str, int], shown: Shown, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    number = plan(database, people["fresh"], 0, "お加減")
    page = shown(customer_id=people["fresh"])
    qtbot.mouseClick(page.detail.next_step.done_button, Qt.MouseButton.LeftButton)
    assert row_of(database, number).done_on == TODAY and messages.toasts[-1][1] is not None
    page.refresh()
    item = next(item for item in page.detail.timeline.list.items() if item.detail == "お加減")
    assert not page.detail.next_step.done_button.isVisible()
    page.detail.timeline.list.action_triggered.emit("reopen_follow_up", item.key)
    assert row_of(database, number).done_on is None


def test_the_circle_in_the_card_is_done_and_a_press_opens_it(people: dict[str, int], shown: Shown, database: Database) -> None:
    number = plan(database, people["fresh"], 3, "ご予約")
    page = shown(customer_id=people["fresh"])
    page.detail.planned.rows.activated_key.emit(number)
    panel = page.window().findChild(FollowUpPanel)
    assert panel is not None and panel.close_panel()
    page.detail.planned.rows.check_clicked.emit(number)
    assert row_of(database, number).done_on == TODAY


def test_a_new_one_is_planned_from_the_head_and_from_the_card(people: dict[str, int], shown: Shown, database: Database) -> None:
    page = shown(customer_id=people["once"])
    for begin in (page.detail.head.plan, page.detail.planned.action):
        assert begin is not None
        begin.click()
        panel = next(panel for panel in page.window().findChildren(FollowUpPanel) if panel.isVisible())
        panel.save.click()
    page.refresh()
    assert len(page.detail.planned.rows.rows()) == 2


def test_a_note_with_a_done_one_stands_once_in_the_history(people: dict[str, int], shown: Shown, database: Database) -> None:
    number = plan(database, people["fresh"], 0, "お加減をうかがう")
    with database.write() as session:
        finish_follow_up(session, number, note="お元気そう", now=NOW, today=TODAY)
    page = shown(customer_id=people["fresh"])
    found = [item for item in page.detail.timeline.list.items() if "お元気そう" in item.detail or "お加減" in item.detail]
    assert len(found) == 1 and "お元気そう" in found[0].detail and "お加減をうかがう" in found[0].detail


def test_it_folds_into_a_tab(qtbot: QtBot, people: dict[str, int], shown: Shown, database: Database) -> None:
    number = plan(database, people["fresh"], 0, "お加減")
    page = shown(1033, 614, customer_id=people["fresh"])
    assert not page.detail.head.plan.isVisible()
    page.detail.open_tab("note")
    assert page.detail.planned.isVisible() and page.detail.planned.rows.rows()[0].key == number
    qtbot.waitUntil(lambda: clipped(page.detail) == [])
