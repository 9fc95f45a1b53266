"""The first page says how things are, whom to look after and why, and each of it is one press from the names or the deed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.figures import NotSeenLately, ReachOut, Visitors
from app.jobs.job import JobControl
from app.jobs.tasks import TasksBase
from app.views.today.page import TodayPage
from app.views.today.reach_out_card import ReachOutCard
from app.views.today.visits_card import VisitsCard
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.kpi_card import KpiCard
from app.views.widgets.row_list import RowList
from app.views.widgets.text_field import SearchField
from tests.factories import TODAY, add_customer, add_purchase
from tests.fakes import NavigationSpy


@pytest.fixture
def people(context: AppContext) -> list[int]:
    """吉田 came every 35 days and has not been seen for 71; 青木 came today."""

    def op(session: Session, _control: JobControl) -> list[int]:
        yoshida = add_customer(session, "吉田 和子", kana="よしだ かずこ")
        for n in range(5):
            add_purchase(session, yoshida, TODAY - timedelta(days=71 + 35 * n))
        aoki = add_customer(session, "青木 健", kana="あおき けん", mobile="090-0000-5678")
        add_purchase(session, aoki, TODAY, 4950)
        return [yoshida, aoki]

    made: list[list[int]] = []
    context.tasks.command(op, made.append, owner=context.settings)
    return made[0]


def page_of(qtbot: QtBot, context: AppContext) -> TodayPage:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.resize(1162, 768)
    page.show()
    return page


def card(page: TodayPage, title: str) -> KpiCard:
    return next(c for c in page.findChildren(KpiCard) if c.label.text() == title)


def reach_out(page: TodayPage) -> RowList:
    found = page.findChild(ReachOutCard)
    assert found is not None
    return found.rows


def searching(qtbot: QtBot, page: TodayPage) -> SearchField:
    page.focus_search()
    field = page.findChild(SearchField)
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    return field


def test_it_says_who_stays_away_and_why(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    rows = reach_out(page_of(qtbot, context)).rows()
    assert [(row.key, row.detail) for row in rows] == [(people[0], "Usually every 35 days → not seen for 71 days")]


def test_a_figure_opens_its_names(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    assert card(page, "Visitors this month").number.text() == "1"
    qtbot.mouseClick(card(page, "Visitors this month"), Qt.MouseButton.LeftButton)
    card(page, "Not seen lately").setFocus()
    qtbot.keyClick(card(page, "Not seen lately"), Qt.Key.Key_Return)
    specs = [arguments["spec"] for name, arguments in navigation.shown if name == "people"]
    assert [type(spec) for spec in specs] == [Visitors, NotSeenLately]


def test_keys_do_what_the_footer_says(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    rows = reach_out(page_of(qtbot, context))
    rows.select_key(people[0])
    for key in (Qt.Key.Key_P, Qt.Key.Key_V, Qt.Key.Key_Return):
        qtbot.keyClick(rows, key)
    assert navigation.shown == [
        ("printing", {"customer_ids": [people[0]]}),
        ("record_visit", {"customer_id": people[0]}),
        ("customers", {"customer_id": people[0]}),
    ]


def test_all_of_them_get_a_card_or_a_list(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    for label in ("Print 1 card(s)", "See all 1 customer(s)"):
        qtbot.mouseClick(next(b for b in page.findChildren(OkaeriButton) if b.label() == label), Qt.MouseButton.LeftButton)
    assert navigation.shown[0] == ("printing", {"customer_ids": people[:1], "title": "Customers to reach out to"})
    assert navigation.shown[1][1]["spec"] == ReachOut(TODAY)


def test_thanks_go_to_those_of_the_last_week(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    visits = page.findChild(VisitsCard)
    assert visits is not None
    assert [(row.title, row.side) for row in visits.rows.rows()] == [("Today", ""), ("青木 健", "¥4,950")]
    qtbot.mouseClick(visits.thanks, Qt.MouseButton.LeftButton)
    assert navigation.shown == [("printing", {"customer_ids": [people[1]], "title": "Visits of the last 7 days"})]


def test_a_stack_of_slips_is_entered_from_here(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    visits = page_of(qtbot, context).findChild(VisitsCard)
    assert visits is not None and visits.action is not None
    qtbot.mouseClick(visits.action, Qt.MouseButton.LeftButton)
    assert navigation.shown == [("enter_day", {})]


def test_typing_finds_and_enter_opens(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    field = searching(qtbot, page)
    field.setText("5678")
    found = next(rows for rows in page.findChildren(RowList) if rows.accessibleName() == "Customers found")
    qtbot.waitUntil(lambda: found.isVisible() and [row.key for row in found.rows()] == [people[1]])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert navigation.shown[-1] == ("customers", {"customer_id": people[1]})
    assert field.text() == ""


def test_a_visit_recorded_anywhere_is_seen_here(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)

    def op(session: Session, _control: JobControl) -> object:
        return add_purchase(session, people[0], TODAY, 8800)

    context.tasks.command(op, None, owner=page)
    assert reach_out(page).rows() == []
    visits = page.findChild(VisitsCard)
    assert visits is not None
    assert "¥8,800" in [row.side for row in visits.rows.rows()]
    assert card(page, "Visitors this month").number.text() == "2"


def test_the_newest_search_wins_and_arrows_choose(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    field = searching(qtbot, page)
    field.setText("お")
    field.setText("か")
    field.send_now()
    found = next(rows for rows in page.findChildren(RowList) if rows.accessibleName() == "Customers found")
    assert {row.key for row in found.rows()} == {people[0]} and found.isVisible()
    field.setText("k")
    field.setText("")
    field.send_now()
    assert not found.isVisible()
    field.setText("あ")
    field.send_now()
    keys = [row.key for row in found.rows()]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert found.current_key() == keys[min(1, len(keys) - 1)]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert navigation.shown[-1] == ("customers", {"customer_id": keys[min(1, len(keys) - 1)]})


def test_nobody_found_offers_to_add_one(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    field = searching(qtbot, page)
    field.setText("xyz")
    field.send_now()
    add = next(b for b in page.findChildren(OkaeriButton) if b.label() == "Add a customer" and b.isVisible())
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert navigation.shown == [("add_customer", {})]


@pytest.mark.parametrize(("size", "places"), [((1162, 768), 4), ((700, 600), 2)])
def test_it_folds_where_there_is_no_room(qtbot: QtBot, context: AppContext, people: list[int], size: tuple[int, int], places: int) -> None:
    page = page_of(qtbot, context)
    page.resize(*size)

    def beside_each_other() -> int:
        heights = [c.mapTo(page, c.rect().topLeft()).y() for c in page.findChildren(KpiCard)]
        return heights.count(min(heights))

    qtbot.waitUntil(lambda: beside_each_other() == places)
    assert page.minimumSizeHint().width() <= 1020 and page.minimumSizeHint().height() <= 600


def test_an_empty_shop_is_told_how_to_begin(qtbot: QtBot, context: AppContext, navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    empty = next(e for e in page.findChildren(EmptyState) if e.isVisible())
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(empty.link, Qt.MouseButton.LeftButton)
    assert [name for name, _ in navigation.shown] == ["import", "add_customer"]


def test_the_primary_records_a_visit(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page_of(qtbot, context).trigger_primary()
    assert navigation.shown == [("record_visit", {"customer_id": None})]


def test_nothing_is_said_of_a_day_that_is_not_known_yet(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.setVisible(True)
    shown = page.findChild(ReachOutCard)
    assert shown is not None
    assert shown.isVisible()
    unasked = TodayPage(replace(context, tasks=UnansweredTasks()))
    qtbot.addWidget(unasked)
    unasked.setVisible(True)
    hidden = unasked.findChild(ReachOutCard)
    assert hidden is not None
    assert not hidden.isVisible()


class UnansweredTasks(TasksBase):
    """As in the moment before the first answer."""

    def _read(self, work: object) -> None:
        pass

    _write = _read
    _compute = _read
