"""The figures of some customers alone: every chart says for whom it stands, its names are theirs, and the way back is at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.chart_people import FlowPart, FlowPeople
from app.domain.figure_people import FigureFilter, FilterKind, Narrowed
from app.domain.figures import CohortPeople, MapFrame, Stayers, StayPart
from app.domain.rfm import MapRegion
from app.domain.segments import Segment
from app.jobs.job import Job, JobControl
from app.jobs.tasks import ImmediateTasks
from app.models.database import Database
from app.queries.people import people_behind
from app.views.insights.charts import ChartColumn
from app.views.insights.figures_bar import EVERYBODY, FiguresBar
from app.views.insights.page import InsightsPage
from app.views.insights.period_picker import PickedKind
from app.views.insights.table_panel import TablePanel
from app.views.insights.tile_card import TileCard
from app.views.widgets.explanation import ExplanationButton
from app.views.widgets.labels import Caption
from app.views.widgets.table_view import SimpleTable
from tests.factories import TODAY, add_customer, add_purchase
from tests.fakes import NavigationSpy

SIGN = FigureFilter(FilterKind.CHANNEL, "看板", "看板")
FRIENDS = FigureFilter(FilterKind.CHANNEL, "紹介", "紹介")
DORMANT = FigureFilter(FilterKind.SEGMENT, Segment.DORMANT.value)
NOBODY = FigureFilter(FilterKind.CHANNEL, "新聞", "新聞")
AUGUST = date(2026, 8, 1)


class HeldTasks(ImmediateTasks):
    """Charts are answered when they are let through."""

    def __init__(self) -> None:
        super().__init__()
        self.is_held = False
        self.asked = 0
        self.held: list[Callable[[], Job]] = []

    def query(self, *given: Any, **more: Any) -> Job:
        do = partial(super().query, *given, **more)
        if more.get("replaces") != "charts":
            return do()
        self.asked += 1
        if not self.is_held:
            return do()
        self.held.append(do)
        return Job(more["owner"], "", "charts")


@pytest.fixture
def tasks(database: Database) -> HeldTasks:
    made = HeldTasks()
    made.open(database)
    return made


@pytest.fixture
def people(context: AppContext) -> list[int]:
    """吉田 came every month for two years and still does; 青木, through the sign, as often, but stopped in June; 新田 never came."""

    def op(session: Session, _control: JobControl) -> list[int]:
        channels = {"吉田 和子": "紹介", "青木 健": "看板", "新田 実": "新聞"}
        ids = [add_customer(session, name, channel=channel) for name, channel in channels.items()]
        for n in range(24):
            add_purchase(session, ids[0], TODAY - timedelta(days=20 + 30 * n))
        for n in range(18):
            add_purchase(session, ids[1], date(2026, 6, 10) - timedelta(days=20 * n))
        return ids

    made: list[list[int]] = []
    context.tasks.command(op, made.append, owner=context.settings)
    return made[0]


def page_of(qtbot: QtBot, context: AppContext) -> tuple[InsightsPage, ChartColumn]:
    page = InsightsPage(context)
    qtbot.addWidget(page)
    page.resize(1162, 768)
    page.show()
    charts = page.findChild(ChartColumn)
    assert charts is not None
    return page, charts


def choose(page: InsightsPage, one: FigureFilter | str) -> None:
    bar = page.findChild(FiguresBar)
    assert bar is not None
    bar.people.set_current(one)
    bar.people.changed.emit(one)


def lines_of(charts: ChartColumn) -> set[str]:
    return {line.text() for line in charts.for_whom.lines.values() if line.isVisible()}


def working(page: InsightsPage) -> list[str]:
    return [label.text() for label in page.findChildren(Caption) if label.isVisible() and label.text().startswith("Working out")]


def test_each_chart_says_for_whom_it_stands(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page, charts = page_of(qtbot, context)
    assert lines_of(charts) == set()
    choose(page, SIGN)
    assert lines_of(charts) == {"Only: Came through: 看板 (1 customer)"}
    assert len(charts.for_whom.lines) == 8
    stays = {line.text() for line in charts.for_whom.other_lines.values() if line.isVisible()}
    assert stays == {"All customers, whoever is chosen above"} and charts.measures in charts.for_whom.other_lines
    choose(page, EVERYBODY)
    assert lines_of(charts) == set()
    assert not any(line.isVisible() for line in charts.for_whom.other_lines.values())


def test_the_charts_are_of_these_customers(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page, charts = page_of(qtbot, context)

    def visitors() -> list[str]:
        return [cells[1] for _key, cells in charts.sales.table().rows][:3]

    # November, October and September: 吉田 alone; 青木 came last in June.
    assert visitors() == ["0", "1", "1"]
    choose(page, SIGN)
    assert visitors() == ["0", "0", "0"]
    assert [cells[4] for _key, cells in charts.trend.table().rows][-2:] == ["0", "0"]
    assert charts.map.table().rows[3][1][2] == "0"
    choose(page, FRIENDS)
    assert visitors()[1] == "1"
    assert [cells[4] for _key, cells in charts.trend.table().rows][-2:] == ["1", "1"]


def test_a_point_opens_these_customers_alone(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy, database: Database
) -> None:
    page, charts = page_of(qtbot, context)
    choose(page, SIGN)
    september = next(line for line in charts.trend.table().rows if line[1][0] == "Sep 2026")
    assert september[1][3] == "1"
    qtbot.waitUntil(charts.trend.chart.has_image)
    charts.trend.chart.setFocus()
    for _ in range([cells[0] for _key, cells in charts.trend.table().rows].index("Sep 2026") + 1):
        qtbot.keyClick(charts.trend.chart, Qt.Key.Key_Right)
    qtbot.keyClick(charts.trend.chart, Qt.Key.Key_Return)
    menu = charts.trend.findChild(QMenu)
    assert menu is not None
    menu.actions()[1].trigger()
    menu.hide()
    _name, arguments = navigation.shown[-1]
    assert arguments["title"] == "No longer coming in Sep 2026 (Came through: 看板)"
    spec = arguments["spec"]
    assert isinstance(spec, Narrowed) and isinstance(spec.of, Stayers) and spec.of.part is StayPart.LOST
    with database.read() as session:
        assert people_behind(session, spec) == [people[1]]


def test_months_without_a_rate_have_no_point(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    """Somebody who came from the spring on: the first point is not that of the first month."""

    def op(session: Session, _control: JobControl) -> None:
        begun = add_customer(session, "春田", channel="雑誌")
        for month in range(3, 11):
            add_purchase(session, begun, date(2026, month, 5))

    context.tasks.command(op, None, owner=context.settings)
    page, charts = page_of(qtbot, context)
    choose(page, FigureFilter(FilterKind.CHANNEL, "雑誌", "雑誌"))
    qtbot.waitUntil(charts.trend.chart.has_image)
    charts.trend.chart.setFocus()
    qtbot.keyClick(charts.trend.chart, Qt.Key.Key_Right)
    qtbot.keyClick(charts.trend.chart, Qt.Key.Key_Return)
    menu = charts.trend.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.hide()
    first = next(cells[0] for _key, cells in charts.trend.table().rows if cells[3] == "1")
    assert first == "Jun 2026"
    assert navigation.shown[-1][1]["title"] == "Still coming in Jun 2026 (Came through: 雑誌)"


def test_a_frame_and_a_cell_open_these_customers_alone(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page, charts = page_of(qtbot, context)
    choose(page, SIGN)
    charts.map.open_slipping()
    charts.cohorts.names_requested.emit(CohortPeople(date(2025, 1, 1), 1), "First visit")
    charts.measures.names_requested.emit(Stayers(AUGUST, TODAY), "Sent to")
    specs = [arguments["spec"] for _name, arguments in navigation.shown]
    frame = MapFrame(MapRegion.SLIPPING, TODAY)
    assert specs == [
        Narrowed(frame, SIGN, AUGUST, TODAY),
        Narrowed(CohortPeople(date(2025, 1, 1), 1), SIGN, AUGUST, TODAY),
        Stayers(AUGUST, TODAY),
    ]


def test_a_table_says_for_whom_it_is_and_opens_these_alone(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page, charts = page_of(qtbot, context)
    choose(page, SIGN)
    assert charts.flow.action is not None
    charts.flow.action.click()
    panel = page.findChild(TablePanel)
    assert panel is not None
    assert panel.title_label.text() == "Who came and who was lost (Came through: 看板)"
    table = panel.findChild(SimpleTable)
    assert table is not None
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    _name, arguments = navigation.shown[-1]
    november = FlowPeople(date(2026, 11, 1), TODAY + timedelta(days=1), FlowPart.LOST)
    assert (arguments["spec"], arguments["title"]) == (Narrowed(november, SIGN, AUGUST, TODAY), "Lost customers (Came through: 看板)")


def test_segments_are_those_of_the_day_from_which_the_return_rate_looks(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    """A month looks three months back, a year a year; nobody was away by then."""
    page, charts = page_of(qtbot, context)
    choose(page, DORMANT)
    assert lines_of(charts) == {
        "Only: Away as of 1 Aug 2026 (0 customers)",
        "Only: Away as of 1 Aug 2026 (0 customers). The months before that day made them so.",
    }
    picker = page.findChild(FiguresBar)
    assert picker is not None
    picker.period.kind.set_current(PickedKind.YEAR)
    picker.period.kind.changed.emit(PickedKind.YEAR)
    assert "Only: Away as of 1 Apr 2025 (0 customers)" in lines_of(charts)


def test_of_people_who_never_came_it_is_said_so(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page, charts = page_of(qtbot, context)
    choose(page, NOBODY)
    for card in (charts.flow, charts.segments, charts.sales, charts.stake):
        assert card.empty.isVisible() and card.empty.title_label.text() == "None of these customers has come so far"
    assert charts.trend.empty.title_label.text() == "None of these customers was with you 3 months before"
    assert charts.cohorts.finding.text() == "None of these customers first came in these months"


def test_the_way_back_to_everybody_asks_nothing(qtbot: QtBot, context: AppContext, people: list[int], tasks: HeldTasks) -> None:
    page, charts = page_of(qtbot, context)
    whole = charts.sales.table().rows
    choose(page, SIGN)
    asked = tasks.asked
    choose(page, EVERYBODY)
    assert tasks.asked == asked
    assert charts.sales.table().rows == whole
    # After a change they are asked anew.
    context.tasks.command(lambda session, _control: add_purchase(session, people[1], TODAY), None, owner=page)
    assert tasks.asked == asked + 1
    assert charts.sales.table().rows != whole


def test_while_charts_are_worked_out_it_is_said_and_the_old_ones_stay(
    qtbot: QtBot, context: AppContext, people: list[int], tasks: HeldTasks
) -> None:
    page, charts = page_of(qtbot, context)
    tasks.is_held = True
    choose(page, SIGN)
    assert working(page) == ["Working out the charts of Came through: 看板…"]
    assert lines_of(charts) == set()
    tasks.held.pop()()
    assert working(page) == []
    assert lines_of(charts) == {"Only: Came through: 看板 (1 customer)"}
    choose(page, FRIENDS)
    choose(page, EVERYBODY)
    assert working(page) == [] and lines_of(charts) == set()


def test_another_period_asks_for_charts_of_a_segment_alone(qtbot: QtBot, context: AppContext, people: list[int], tasks: HeldTasks) -> None:
    page, _charts = page_of(qtbot, context)
    bar = page.findChild(FiguresBar)
    assert bar is not None
    choose(page, SIGN)
    asked = tasks.asked
    bar.period.earlier.click()
    assert tasks.asked == asked
    choose(page, DORMANT)
    bar.period.earlier.click()
    assert tasks.asked == asked + 2


@pytest.mark.parametrize(
    ("kind", "words"),
    [(PickedKind.MONTH, "3 months before"), (PickedKind.YEAR, "12 months before"), (PickedKind.OWN, "on the first day")],
)
def test_what_the_return_rate_means_names_the_days_it_looks_at(
    qtbot: QtBot, context: AppContext, people: list[int], kind: PickedKind, words: str
) -> None:
    page, _charts = page_of(qtbot, context)
    bar = page.findChild(FiguresBar)
    assert bar is not None
    bar.period.kind.set_current(kind)
    bar.period.kind.changed.emit(kind)
    if kind is PickedKind.OWN:
        bar.period.first.setText("2026/05/05")
        bar.period.last.setText("2026/10/20")
        bar.period.last.editingFinished.emit()
    card = next(one for one in page.findChildren(TileCard) if one.key == "return_rate")
    button = card.findChild(ExplanationButton)
    assert button is not None
    button.open_popover()
    popover = button.popover()
    assert popover is not None
    assert any(f"who were with you {words}" in label.text() for label in popover.findChildren(QLabel))
    popover.close_again()
