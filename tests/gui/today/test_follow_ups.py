"""Follow-ups on Today: what was left over, what is for today, what comes this week; done with one press and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.follow_ups import FollowUpFields, FollowUpKind
from app.models.counter import FollowUp
from app.models.database import Database
from app.services.actions import undo
from app.services.follow_ups import add_follow_up
from app.views.follow_ups.panel import FollowUpPanel
from app.views.today.follow_ups_card import FollowUpsCard
from app.views.today.page import TodayPage
from app.views.today.reach_out_card import ReachOutCard
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped


@pytest.fixture
def customer(database: Database) -> int:
    with database.write() as session:
        found = add_customer(session, "吉田 和子", mobile="090-0000-1234")
        for n in range(5):
            add_purchase(session, found, TODAY - timedelta(days=71 + 35 * n))
        return found


def plan(database: Database, customer_id: int, days: int, note: str) -> int:
    due = TODAY + timedelta(days=days)
    with database.write() as session:
        fields = FollowUpFields(due, FollowUpKind.CALL, note)
        return add_follow_up(session, customer_id, fields, now=NOW, today=min(due, TODAY)).follow_up_id


def page_of(qtbot: QtBot, context: AppContext, width: int = 1162, height: int = 768) -> TodayPage:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def card_of(page: TodayPage) -> FollowUpsCard:
    found = page.findChild(FollowUpsCard)
    assert found is not None
    return found


def done_on(database: Database, number: int) -> object:
    with database.read() as session:
        return session.get_one(FollowUp, number).done_on


def test_they_stand_by_day_with_phone_and_note(qtbot: QtBot, context: AppContext, database: Database, customer: int) -> None:
    with database.write() as session:
        others = [add_customer(session, "青木 健"), add_customer(session, "森田 幸子")]
    for days, note, who in ((-2, "お加減", customer), (0, "ご予約", others[0]), (6, "お誕生日", others[1])):
        plan(database, who, days, note)
    plan(database, customer, 7, "来週のこと")
    card = card_of(page_of(qtbot, context))
    rows = card.rows.rows()
    assert [row.what for row in rows if not row.heading] == ["お加減", "ご予約", "お誕生日"]
    assert [row.heading for row in rows] == [True, False] * 3
    late = rows[1]
    assert late.chip is not None and "090-0000-1234" in late.detail
    assert card.ring.accessibleName() or card.count.text()


def test_without_any_the_page_is_as_before_and_one_can_be_planned(
    qtbot: QtBot, context: AppContext, database: Database, customer: int
) -> None:
    page = page_of(qtbot, context)
    assert not card_of(page).isVisible()
    reach_out = page.findChild(ReachOutCard)
    assert reach_out is not None and reach_out.plan.isVisible()
    qtbot.mouseClick(reach_out.plan, Qt.MouseButton.LeftButton)
    assert page.window().findChild(FollowUpPanel) is not None
    number = plan(database, customer, 0, "ご予約")
    page.refresh()
    assert card_of(page).isVisible() and not reach_out.plan.isVisible()
    with database.write() as session:
        session.delete(session.get_one(FollowUp, number))
    page.refresh()
    assert not card_of(page).isVisible() and reach_out.plan.isVisible()


@pytest.mark.parametrize("by", ["key", "circle"])
def test_done_with_one_press_and_taken_back(
    qtbot: QtBot, context: AppContext, database: Database, customer: int, messages: MessageSpy, by: str
) -> None:
    number = plan(database, customer, 0, "ご予約")
    page = page_of(qtbot, context)
    rows = card_of(page).rows
    rows.select_key(number)
    if by == "key":
        rows.setFocus()
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    else:
        rows.check_clicked.emit(number)
    assert done_on(database, number) == TODAY
    sentence, action_id = messages.toasts[-1]
    assert "吉田 和子" in sentence
    page.refresh()
    assert [row.checked for row in rows.rows() if row.key == number] == [True]
    with database.write() as session:
        undo(session, action_id, now=NOW)
    assert done_on(database, number) is None


def test_a_done_one_is_opened_again_by_its_circle(qtbot: QtBot, context: AppContext, database: Database, customer: int) -> None:
    number = plan(database, customer, 0, "ご予約")
    page = page_of(qtbot, context)
    rows = card_of(page).rows
    rows.check_clicked.emit(number)
    page.refresh()
    rows.check_clicked.emit(number)
    assert done_on(database, number) is None


def test_keys_move_it_to_tomorrow_open_the_customer_and_change_it(
    qtbot: QtBot, context: AppContext, database: Database, customer: int, navigation: NavigationSpy
) -> None:
    number = plan(database, customer, -1, "ご予約")
    page = page_of(qtbot, context)
    rows = card_of(page).rows
    rows.select_key(number)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert navigation.shown == [("customers", {"customer_id": customer})]
    qtbot.keyClick(rows, Qt.Key.Key_E)
    panel = page.window().findChild(FollowUpPanel)
    assert panel is not None and panel.note.text() == "ご予約"
    assert panel.close_panel()
    qtbot.keyClick(rows, Qt.Key.Key_T)
    with database.read() as session:
        assert session.get_one(FollowUp, number).due == TODAY + timedelta(days=1)


@pytest.mark.parametrize(("width", "height"), [(1162, 768), (1033, 614), (800, 614)])
def test_it_fits(qtbot: QtBot, context: AppContext, database: Database, customer: int, width: int, height: int) -> None:
    for days in (-2, 0, 3):
        plan(database, customer, days, "年末の白髪染めのご予約をうかがう")
    page = page_of(qtbot, context, width, height)
    assert card_of(page).isVisible()
    assert clipped(page) == []
