"""The list of campaigns: what stands first, what can be done with each, and the ways to the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.care import RuleKind
from app.domain.measure_audience import PersonFacts
from app.domain.measures import Audience, AudiencePlan, MeasureChannel, MeasureKind, MeasurePlan, MeasureState
from app.i18n import Translators
from app.models.database import Database
from app.queries.actions import recent_actions
from app.queries.care import rules
from app.queries.measures import measures
from app.services.measure_start import start_with
from app.services.measures import save_draft, stop_measure
from app.views.measures.event_came import CAME, NOT_YET, EventView
from app.views.measures.page import VIEWS, MeasuresPage
from app.views.measures.result import ResultView
from app.views.measures.wizard import Wizard
from app.views.theme import theme_of
from app.views.widgets.row_list import RowList
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import FixedClock, MessageSpy, NavigationSpy
from tests.gui.measures.shown import page_shown, wizard_of
from tests.gui.widgets.audit import clipped

PLAN = MeasurePlan(name="秋のお便り", channel=MeasureChannel.LIST)


def draft(database: Database, plan: MeasurePlan = PLAN) -> int:
    with database.write() as session:
        return save_draft(session, None, plan, now=NOW).measure_id


def started(database: Database, ids: list[int], plan: MeasurePlan = PLAN) -> int:
    number = draft(database, plan)
    with database.write() as session:
        start_with(session, number, [PersonFacts(one) for one in ids], now=NOW, today=TODAY, seed=3)
    return number


def chosen(page: MeasuresPage, measure_id: int) -> RowList:
    rows = page.list.list
    assert rows.select_key(measure_id)
    rows.setFocus()
    return rows


def test_running_ones_stand_first_with_the_day_of_the_verdict(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], clock: FixedClock
) -> None:
    running = started(database, people[:6])
    waiting = draft(database, replace(PLAN, name="下書き"))
    clock.advance(11)
    page = page_shown(context, qtbot)
    rows = page.list.list.rows()
    assert [row.key for row in rows] == [running, waiting]
    assert rows[0].side == "Day 12 of 60" and "2027" in rows[0].side_detail and rows[0].chip is None
    assert rows[1].chip is not None and rows[1].chip[0] == "Draft"


def test_the_verdict_stands_in_the_list_once_it_is_known(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], clock: FixedClock
) -> None:
    number = started(database, people[:6])
    clock.advance(60)
    page = page_shown(context, qtbot)
    (row,) = page.list.list.rows()
    assert row.chip is not None and row.chip[0] == "For reference"
    qtbot.keyClick(chosen(page, number), Qt.Key.Key_Return)
    assert isinstance(page.shown, ResultView) and page.go_back() and page.shown is page.home


@pytest.mark.parametrize("key", VIEWS)
def test_every_tab_shows_its_view_and_leads_back(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], messages: MessageSpy, key: str
) -> None:
    started(database, people[:6])
    page = page_shown(context, qtbot, view=key)
    shown = page.home_places.currentWidget()
    module, _, name = VIEWS[key][1].partition(":")
    assert isinstance(shown, getattr(import_module(module), name)) and not messages.errors
    assert page.begin_again() and page.home_places.currentWidget() is page.list


@pytest.mark.parametrize("view", [Wizard, EventView, ResultView])
def test_the_page_asks_anew_for_all_that_is_shown_on_it(view: type[Wizard | EventView | ResultView]) -> None:
    assert view.shows <= MeasuresPage.shows


def test_without_any_it_says_what_they_are_good_for(context: AppContext, qtbot: QtBot) -> None:
    page = page_shown(context, qtbot)
    assert page.list.promise.isVisible() and not page.list.list_card.isVisible()
    page.focus_search()
    buttons = page.list.recipes.buttons
    assert buttons[0].hasFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Right)
    assert buttons[1].hasFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Return)
    assert wizard_of(page).desk.plan.kind is MeasureKind.SECOND_VISIT


def test_a_draft_is_deleted_by_key_and_can_be_had_back(context: AppContext, qtbot: QtBot, database: Database, messages: MessageSpy) -> None:
    number = draft(database)
    page = page_shown(context, qtbot)
    qtbot.keyClick(chosen(page, number), Qt.Key.Key_Delete)
    assert not page.list.list.rows() and messages.toasts[-1][1] is not None


def test_a_copy_opens_as_a_new_draft(context: AppContext, qtbot: QtBot, database: Database, people: list[int]) -> None:
    number = started(database, people[:6])
    page = page_shown(context, qtbot)
    qtbot.keyClick(chosen(page, number), Qt.Key.Key_C)
    assert wizard_of(page).measure_id not in (None, number)


@pytest.mark.parametrize("answer", [True, False])
def test_stopping_asks_first(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], messages: MessageSpy, answer: bool
) -> None:
    number, messages.answer = started(database, people[:6]), answer
    page = page_shown(context, qtbot)
    page.list.list.action_triggered.emit("stop", number)
    with database.read() as session:
        (row,) = measures(session, TODAY)
    assert messages.questions and row.state is (MeasureState.STOPPED if answer else MeasureState.STARTED)


def test_what_was_planned_to_be_posted_can_be_printed_later(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], navigation: NavigationSpy
) -> None:
    number = started(database, people[:6], replace(PLAN, channel=MeasureChannel.POSTCARD, card_key="maple"))
    page = page_shown(context, qtbot)
    page.list.list.action_triggered.emit("print", number)
    name, arguments = navigation.shown[-1]
    assert name == "printing" and len(arguments["customer_ids"]) == 3
    assert (arguments["template"], arguments["measure_id"]) == ("maple", number)


def test_a_stopped_one_can_be_deleted(context: AppContext, qtbot: QtBot, database: Database, people: list[int]) -> None:
    number = started(database, people[:6])
    with database.write() as session:
        stop_measure(session, number, now=NOW + timedelta(minutes=1), today=TODAY)
    page = page_shown(context, qtbot)
    page.list.list.action_triggered.emit("delete", number)
    assert not page.list.list.rows()


def test_a_group_is_asked_for_as_it_is_at_the_start(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    audience = AudiencePlan(Audience.FIGURE, figure="not_seen_90", words="しばらく")
    page = page_shown(context, qtbot, audience=audience)
    assert wizard_of(page).desk.plan.audience == audience and wizard_of(page).desk.people == 11


@pytest.fixture
def event(database: Database, people: list[int]) -> int:
    plan = replace(PLAN, kind=MeasureKind.EVENT, name="秋の会", event_on=TODAY, place="店内", held_back=0)
    return started(database, people[:6], plan)


def event_view(page: MeasuresPage) -> EventView:
    view = page.shown
    assert isinstance(view, EventView)
    return view


def test_who_came_is_ticked_off_by_space_and_taken_back(
    context: AppContext, qtbot: QtBot, event: int, people: list[int], messages: MessageSpy
) -> None:
    page = page_shown(context, qtbot)
    qtbot.keyClick(chosen(page, event), Qt.Key.Key_E)
    view = event_view(page)
    assert len(view.list.rows()) == 6 and "店内" in view.header.fact_label.text()
    view.list.select_key(people[2])
    qtbot.keyClick(view.list, Qt.Key.Key_Space)
    view.choice.changed.emit(CAME)
    assert [row.key for row in view.list.rows() if row.checked] == [people[2]] and messages.toasts[-1][1] is not None
    view.list.select_key(people[2])
    qtbot.keyClick(view.list, Qt.Key.Key_Space)
    assert not any(row.checked for row in view.list.rows())


def test_what_those_who_came_get_by_itself_is_switched_on_and_off(
    context: AppContext, qtbot: QtBot, database: Database, event: int, messages: MessageSpy
) -> None:
    view = event_view(page_shown(context, qtbot, measure_id=event, view=CAME))
    assert view.rule_words.text().startswith("This can be done by itself:") and "3" in view.rule_words.text()
    view.rule_switch.click()
    assert view.rule_words.text().startswith("By itself, for everybody who came:")
    with database.read() as session:
        (rule,) = [row for row in rules(session) if row.fields.kind is RuleKind.AFTER_EVENT]
        assert rule.fields.is_on and rule.since == TODAY
    assert messages.toasts[-1] == ("The rule is on: it is for events from today on", recent(database))
    view.rule_switch.click()
    with database.read() as session:
        assert not any(row.fields.is_on for row in rules(session) if row.fields.kind is RuleKind.AFTER_EVENT)


def recent(database: Database) -> int:
    with database.read() as session:
        return recent_actions(session)[0].id


def test_somebody_found_by_name_comes_in_as_a_guest(context: AppContext, qtbot: QtBot, database: Database, event: int) -> None:
    with database.write() as session:
        guest = add_customer(session, "Visitor Vera")
    page = page_shown(context, qtbot, measure_id=event, view=CAME)
    view = event_view(page)
    qtbot.keyClicks(view.search.search, "Vera")
    qtbot.keyClick(view.search.search, Qt.Key.Key_Return)
    (row,) = [row for row in view.list.rows() if row.checked]
    assert row.key == guest and row.chip is not None and row.chip[0] == "Guest"


def test_those_who_came_get_thanks_and_a_call(
    context: AppContext, qtbot: QtBot, event: int, people: list[int], navigation: NavigationSpy, messages: MessageSpy
) -> None:
    page = page_shown(context, qtbot, measure_id=event, view=CAME)
    view = event_view(page)
    view.list.check_clicked.emit(people[1])
    page.trigger_primary()
    assert navigation.shown[-1][1]["customer_ids"] == [people[1]]
    view.acts.plan_calls()
    assert messages.toasts[-1][1] is not None
    view.choice.set_current(NOT_YET)
    view.choice.changed.emit(NOT_YET)
    assert people[1] not in [row.key for row in view.list.rows()]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("percent", "size"), [(100, (1020, 600)), (150, (1276, 690))])
def test_no_step_is_cut_off_in_a_small_window(
    context: AppContext, qtbot: QtBot, qapp: QApplication, people: list[int], language: str, percent: int, size: tuple[int, int]
) -> None:
    translators = Translators(qapp)
    translators.use(language)
    theme_of().set_text_percent(percent)
    try:
        page = page_shown(context, qtbot, size, kind=MeasureKind.EVENT)
        wizard = wizard_of(page)
        needed = page.minimumSizeHint()
        assert needed.width() <= size[0] and needed.height() <= size[1]
        for step in range(5):
            wizard.show_step(step)
            qtbot.waitUntil(lambda: clipped(page) == [])
    finally:
        theme_of().set_text_percent(100)
        translators.clear()
