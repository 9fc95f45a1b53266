"""Planning a follow-up in the panel: for one, for somebody found there, for many; changing and deleting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpRow, FollowUpSource
from app.models.database import Database
from app.queries.follow_ups import open_follow_ups as open_rows
from app.services.actions import undo
from app.services.customers import mark_customer
from app.services.follow_ups import add_follow_up
from app.views.follow_ups.done_panel import open_done
from app.views.follow_ups.panel import FollowUpPanel, open_follow_up, open_follow_ups
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped

WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def japanese(qapp: QApplication) -> Iterator[None]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield
    QLocale.setDefault(kept)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(1366, 768)
    with qtbot.waitExposed(top):
        top.show()
    return top


@pytest.fixture
def customer(database: Database) -> int:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        return add_customer(session, "吉田 和子", kana="よしだ かずこ", mobile="090-0000-1234")


def planned(database: Database) -> list[FollowUpRow]:
    with database.read() as session:
        return open_rows(session)


def make(database: Database, customer_id: int, fields: FollowUpFields) -> FollowUpRow:
    with database.write() as session:
        add_follow_up(session, customer_id, fields, now=NOW, today=fields.due)
    return planned(database)[-1]


def test_what_is_typed_is_planned_and_taken_back(
    context: AppContext, window: QWidget, customer: int, database: Database, messages: MessageSpy
) -> None:
    panel = open_follow_up(context, window, customer)
    assert panel.who.text() == "吉田 和子 様"
    panel.day.chips.button(TODAY + WEEK).click()
    panel.kind.button(FollowUpKind.CARD).click()
    panel.note.setText("お礼を書く")
    panel.staff.set_current("田中 美咲")
    panel.save.click()
    row = planned(database)[0]
    assert (row.customer_id, row.due, row.kind, row.note, row.staff) == (
        customer,
        TODAY + WEEK,
        FollowUpKind.CARD,
        "お礼を書く",
        "田中 美咲",
    )
    sentence, action_id = messages.toasts[-1]
    assert "吉田 和子 様" in sentence
    with database.write() as session:
        undo(session, action_id, now=NOW)
    assert planned(database) == []


def test_tomorrow_is_offered_and_the_usual_gap_too(context: AppContext, window: QWidget, database: Database) -> None:
    with database.write() as session:
        regular = add_customer(session, "佐藤 花")
        for ago in (100, 70, 40, 10):
            add_purchase(session, regular, TODAY - timedelta(days=ago))
    panel = open_follow_up(context, window, regular)
    assert panel.day.value() == TODAY + timedelta(days=1)
    panel.day.chips.button(TODAY + timedelta(days=20)).click()
    assert panel.day.value() == TODAY + timedelta(days=20)
    panel.day.field.setText("2026/12/24")
    panel.day.field.value_changed.emit()
    assert panel.day.chips.current() is None


def test_a_day_gone_by_is_refused_at_its_field(
    context: AppContext, window: QWidget, customer: int, database: Database, messages: MessageSpy
) -> None:
    panel = open_follow_up(context, window, customer)
    for typed in ("2026/11/19", "いつか", ""):
        panel.day.field.setText(typed)
        panel.save.click()
        assert panel.day_field.has_error and panel.isVisible()
    assert planned(database) == [] and messages.errors == []


def test_without_a_customer_one_is_found_first(context: AppContext, window: QWidget, customer: int, database: Database) -> None:
    panel = open_follow_up(context, window)
    assert not panel.save.isEnabled() and panel.search.isVisible()
    panel.search.search.setText("よしだ")
    panel.search.search.send_now()
    panel.search.hits.activated_key.emit(customer)
    assert panel.who.text() == "吉田 和子 様" and not panel.search.isVisible()
    panel.save.click()
    assert [row.customer_id for row in planned(database)] == [customer]


def test_an_overdue_one_is_changed_on_its_day_or_moved(context: AppContext, window: QWidget, customer: int, database: Database) -> None:
    late = make(database, customer, FollowUpFields(TODAY - timedelta(days=2), note="お加減"))
    panel = open_follow_up(context, window, follow_up_id=late.id)
    assert (panel.note.text(), panel.day.value()) == ("お加減", late.due)
    panel.note.setText("お加減をうかがう")
    panel.save.click()
    assert planned(database)[0].note == "お加減をうかがう"
    panel = open_follow_up(context, window, follow_up_id=late.id)
    panel.day.chips.button(TODAY + timedelta(days=1)).click()
    panel.save.click()
    assert planned(database)[0].due == TODAY + timedelta(days=1)


def test_deleting_is_in_the_panel(context: AppContext, window: QWidget, customer: int, database: Database, messages: MessageSpy) -> None:
    row = make(database, customer, FollowUpFields(TODAY))
    open_follow_up(context, window, follow_up_id=row.id).remove.click()
    assert planned(database) == [] and messages.toasts[-1][1] is not None


def test_words_are_not_lost_by_closing(context: AppContext, window: QWidget, customer: int, messages: MessageSpy) -> None:
    panel = open_follow_up(context, window, customer)
    assert panel.close_panel() and messages.questions == []
    panel = open_follow_up(context, window, customer)
    panel.note.setText("途中")
    messages.answer = False
    assert not panel.close_panel() and len(messages.questions) == 1


def test_many_get_the_same_at_once(context: AppContext, window: QWidget, customer: int, database: Database, messages: MessageSpy) -> None:
    with database.write() as session:
        stopped = add_customer(session, "佐藤 花")
        mark_customer(session, stopped, now=NOW, do_not_contact=True)
        other = add_customer(session, "林 葵")
    panel: FollowUpPanel = open_follow_ups(
        context, window, [customer, stopped, other], source=FollowUpSource.POINTS, note="ポイントのご案内"
    )
    panel.save.click()
    assert [(row.customer_id, row.source, row.note) for row in planned(database)] == [
        (customer, FollowUpSource.POINTS, "ポイントのご案内"),
        (other, FollowUpSource.POINTS, "ポイントのご案内"),
    ]
    assert messages.toasts[-1][1] is not None
    open_follow_ups(context, window, [stopped]).save.click()
    assert len(planned(database)) == 2 and messages.toasts[-1][1] is None


def test_done_with_a_word_about_it(context: AppContext, window: QWidget, customer: int, database: Database, messages: MessageSpy) -> None:
    row = make(database, customer, FollowUpFields(TODAY, note="お加減"))
    panel = open_done(context, window, row)
    panel.text.set_text("お元気そう")
    panel.save.click()
    assert planned(database) == [] and messages.toasts[-1][1] is not None and messages.questions == []


def test_nothing_is_cut_off(context: AppContext, window: QWidget, customer: int, qtbot: QtBot) -> None:
    window.resize(1093, 614)
    panel = open_follow_up(context, window, customer)
    qtbot.waitUntil(lambda: panel.save.isVisible())
    assert clipped(panel) == []
