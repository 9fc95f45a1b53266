"""The calendar of campaigns: bars under the months, reached by the keyboard, opened, and made of proposals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.measure_audience import PersonFacts
from app.domain.measure_calendar import BarState
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePlan
from app.models.database import Database
from app.queries.measure_calendar import measure_calendar
from app.services.measure_start import start_with
from app.services.measures import save_draft, stop_measure
from app.views.measures.calendar import CalendarView
from app.views.measures.page import VIEWS, MeasuresPage
from app.views.theme import Mode, Theme
from tests.factories import NOW, TODAY
from tests.gui.widgets.audit import clipped

PLAN = MeasurePlan(name="夏の葉書", channel=MeasureChannel.LIST, held_back=0, window_days=60)


@pytest.fixture
def started(database: Database, people: list[int]) -> dict[str, int]:
    """夏の葉書 from 1 September, over since 31 October; お礼 from 10 November; 会 stopped on 5 November."""
    found = {}
    with database.write() as session:
        lists = (
            (date(2026, 9, 1), "夏の葉書", people[:4]),
            (date(2026, 11, 10), "お礼", people[4:7]),
            (date(2026, 11, 1), "会", people[7:]),
        )
        for day, name, ids in lists:
            number = save_draft(session, None, replace(PLAN, name=name), now=NOW).measure_id
            start_with(session, number, [PersonFacts(one) for one in ids], now=NOW, today=day, seed=1)
            found[name] = number
        stop_measure(session, found["会"], now=NOW, today=date(2026, 11, 5))
    return found


def shown(qtbot: QtBot, context: AppContext, width: int = 1100) -> CalendarView:
    view = CalendarView(context)
    qtbot.addWidget(view)
    view.resize(width, 540)
    with qtbot.waitExposed(view):
        view.show()
    view.refresh()
    return view


def test_what_ran_runs_and_is_planned_stands_in_it(
    qtbot: QtBot, context: AppContext, database: Database, started: dict[str, int], plans: dict[str, int]
) -> None:
    with database.read() as session:
        found = measure_calendar(session, TODAY)
    bars = [(row.first.name, row.first.state, row.first.start, row.first.end) for row in found.rows if row.first.measure_id]
    assert bars == [
        ("夏の葉書", BarState.OVER, date(2026, 9, 1), date(2026, 10, 31)),
        ("会", BarState.OVER, date(2026, 11, 1), date(2026, 11, 5)),
        ("お礼", BarState.RUNNING, date(2026, 11, 10), date(2027, 1, 9)),
        ("年末", BarState.PLANNED, date(2026, 12, 1), date(2027, 1, 30)),
    ]
    # アプリ and 福袋 say no day.
    assert found.undated == 2
    view = shown(qtbot, context)
    assert view.undated.text() == "2 plan(s) without a day to come stand under “Which one first”."
    assert view.finding.text() == "At the same time in Dec 2026, Jan 2027: whoever is in one of them is left out of the other."


def test_bars_are_reached_and_opened_by_the_keyboard(
    qtbot: QtBot, context: AppContext, started: dict[str, int], plans: dict[str, int]
) -> None:
    view = shown(qtbot, context)
    view.sheet.setFocus()
    assert view.sheet.accessibleDescription() == "夏の葉書: sent on 1 Sep 2026, over since 31 Oct 2026."
    qtbot.keyClick(view.sheet, Qt.Key.Key_Down)
    qtbot.keyClick(view.sheet, Qt.Key.Key_Down)
    assert view.sheet.accessibleDescription().endswith("At the same time as 年末.")
    with qtbot.waitSignal(view.measure_requested) as opened:
        qtbot.keyClick(view.sheet, Qt.Key.Key_Return)
    assert opened.args == [started["お礼"]]
    view.refresh()
    bar = view.sheet.current_bar()
    assert bar is not None and bar.measure_id == started["お礼"]


def test_a_bar_is_opened_with_the_mouse(qtbot: QtBot, context: AppContext, started: dict[str, int]) -> None:
    view = shown(qtbot, context)
    where = view.sheet.bar_rect(0, 0).center().toPoint()
    with qtbot.waitSignal(view.measure_requested) as opened:
        qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [started["夏の葉書"]]
    with qtbot.assertNotEmitted(view.measure_requested):
        qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=QPoint(where.x(), 2))


def test_a_proposal_becomes_a_plan(qtbot: QtBot, context: AppContext) -> None:
    view = shown(qtbot, context)
    assert view.finding.text().startswith("No campaign is planned or running.")
    view.sheet.setFocus()
    qtbot.keyClick(view.sheet, Qt.Key.Key_Right)
    assert view.sheet.accessibleDescription() == "Proposed: Birthday cards, to be sent on 20 Dec 2026. Enter makes a plan of it."
    with qtbot.waitSignal(view.plan_requested) as asked:
        qtbot.keyClick(view.sheet, Qt.Key.Key_Space)
    assert asked.args is not None
    plan = asked.args[0]
    assert isinstance(plan, MeasurePlan)
    assert (plan.kind, plan.sent_on, plan.name) == (MeasureKind.BIRTHDAY, date(2026, 12, 20), "Birthday cards, 20 Dec")
    assert plan.audience.figure == "birthday_next_month"


def test_a_bar_below_comes_into_sight(qtbot: QtBot, context: AppContext, started: dict[str, int], plans: dict[str, int]) -> None:
    view = shown(qtbot, context)
    view.resize(1100, 260)
    for _ in range(6):
        qtbot.keyClick(view.sheet, Qt.Key.Key_Down)
    assert view.sheet_scroll.verticalScrollBar().value() > 0


@pytest.mark.parametrize(("width", "percent", "mode"), [(1100, 100, Mode.LIGHT), (1000, 150, Mode.DARK)])
def test_everything_fits(
    qtbot: QtBot, qapp: QApplication, context: AppContext, started: dict[str, int], width: int, percent: int, mode: Mode
) -> None:
    Theme.install(qapp, mode=mode, text_percent=percent)
    view = shown(qtbot, context, width)
    assert clipped(view) == []
    assert view.minimumSizeHint().width() <= 1000
    assert view.grab().toImage().width() >= width


def test_the_views_are_tabs_of_the_campaigns(qtbot: QtBot, context: AppContext, started: dict[str, int]) -> None:
    page = MeasuresPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    with qtbot.waitExposed(page):
        page.show()
    for key in VIEWS:
        page.open_with(view=key)
        page.refresh()
        assert page.tabs.current() == key
        hint = page.minimumSizeHint()
        assert hint.width() <= 1080 and hint.height() <= 600
    page.open_with(view="calendar")
    calendar = page.findChild(CalendarView)
    assert calendar is not None
    calendar.sheet.setFocus()
    qtbot.keyClick(calendar.sheet, Qt.Key.Key_Return)
    assert page.shown is not page.home
