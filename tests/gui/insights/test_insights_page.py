"""Insights says how loyal the customers are; every number, point and cell opens the names it counts."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.figures import CohortPeople, InSegment, MapFrame, MapPeople, SecondVisit, Stayers, StayPart, Visitors
from app.domain.periods import EPOCH, Period
from app.domain.products import ProductFields
from app.domain.rfm import MapRegion
from app.domain.segments import Segment
from app.jobs.job import JobControl
from app.models.database import Database
from app.queries.people import people_behind
from app.services.products import add_product
from app.views.insights.answer import Span
from app.views.insights.average_card import AverageCard
from app.views.insights.cohort_card import CohortCard
from app.views.insights.map_card import MapCard
from app.views.insights.page import InsightsPage
from app.views.insights.table_panel import FiguresTable, TablePanel
from app.views.insights.tile_card import TileCard
from app.views.insights.trend_card import TrendCard
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.chart_view import ChartView
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.heat_map import HeatMap
from app.views.widgets.kpi_card import KpiCard
from app.views.widgets.segmented import Segmented
from app.views.widgets.table_view import SimpleTable
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy


@pytest.fixture
def people(context: AppContext) -> list[int]:
    """吉田 came every month for a year and still comes; 青木 as often, but stopped in June; 森田 came once in September."""

    def op(session: Session, _control: JobControl) -> list[int]:
        ids = [add_customer(session, name) for name in ("吉田 和子", "青木 健", "森田 幸子")]
        for n in range(14):
            add_purchase(session, ids[0], TODAY - timedelta(days=5 + 30 * n))
        for n in range(9):
            add_purchase(session, ids[1], date(2026, 6, 10) - timedelta(days=20 * n))
        add_purchase(session, ids[2], date(2026, 9, 10))
        return ids

    made: list[list[int]] = []
    context.tasks.command(op, made.append, owner=context.settings)
    return made[0]


def page_of(qtbot: QtBot, context: AppContext, size: tuple[int, int] = (1162, 768)) -> InsightsPage:
    page = InsightsPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    return page


def tile(page: InsightsPage, title: str) -> KpiCard:
    return next(c for c in page.findChildren(KpiCard) if c.label.text() == title)


def trend(qtbot: QtBot, page: InsightsPage) -> tuple[TrendCard, ChartView]:
    card = page.findChild(TrendCard)
    assert card is not None
    qtbot.waitUntil(card.chart.has_image)
    return card, card.chart


def heat(page: InsightsPage, kind: type[CohortCard] | type[MapCard]) -> HeatMap:
    card = page.findChild(kind)
    assert card is not None
    return card.map


def table_of(page: InsightsPage) -> FiguresTable:
    card = page.findChild(TrendCard)
    assert card is not None
    return card.table()


def press(qtbot: QtBot, page: InsightsPage, label: str) -> None:
    qtbot.mouseClick(next(b for b in page.findChildren(OkaeriButton) if b.label() == label), Qt.MouseButton.LeftButton)


def test_a_tile_opens_the_names_it_counts(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    for title in ("Return rate", "Second visit in 90 days", "Slipping customers"):
        qtbot.mouseClick(tile(page, title), Qt.MouseButton.LeftButton)
    tile(page, "Lifetime profit so far").setFocus()
    qtbot.keyClick(tile(page, "Lifetime profit so far"), Qt.Key.Key_Return)
    specs = [arguments["spec"] for _name, arguments in navigation.shown]
    end = date(2026, 11, 1)
    bought = Visitors(Period(EPOCH, end))
    assert specs == [Stayers(date(2026, 8, 1), end), SecondVisit(end, 90), InSegment(Segment.AT_RISK, TODAY), bought]
    assert tile(page, "Return rate").number.text() == "50.0"


def test_a_point_of_the_line_offers_those_who_stayed_and_those_who_left(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy, database: Database
) -> None:
    """Both came in the 90 days before July, only one in those before October."""
    page = page_of(qtbot, context)
    card, chart = trend(qtbot, page)
    chart.setFocus()
    months = [cells[0] for _key, cells in table_of(page).rows]
    for _ in range(months.index("Sep 2026") + 1):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    menu = card.findChild(QMenu)
    assert menu is not None
    assert [entry.text() for entry in menu.actions()] == [
        "Still coming: 1 customer",
        "No longer coming: 1 customer",
        "All 3 months before: 2 customers",
    ]
    menu.actions()[1].trigger()
    name, arguments = navigation.shown[-1]
    assert (name, arguments["title"]) == ("people", "No longer coming in Sep 2026")
    with database.read() as session:
        assert people_behind(session, arguments["spec"]) == [people[1]]
        assert people_behind(session, replace(arguments["spec"], part=StayPart.STAYED)) == [people[0]]


def test_the_chart_says_its_finding(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    card, chart = trend(qtbot, page_of(qtbot, context))
    assert card.finding.text() == "The return rate in Oct 2026 was 50.0%, of 2 customers only: for reference."
    assert card.finding.text() in chart.accessibleName()


def test_a_cell_of_the_first_visit_months_opens_its_names(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    grid = heat(page_of(qtbot, context), CohortCard)
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    first = navigation.shown[0][1]["spec"]
    assert [arguments["spec"] for _name, arguments in navigation.shown] == [first, CohortPeople(first.cohort, 1)]
    assert navigation.shown[1][1]["title"].endswith("back 1 month(s) later")


def test_a_cell_and_a_frame_of_the_map_open_their_names(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page = page_of(qtbot, context)
    grid = heat(page, MapCard)
    cell = grid.cell_rect(0, 3).center()
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(round(cell.x()), round(cell.y())))
    press(qtbot, page, "Regulars 1")
    press(qtbot, page, "Reach out to 1 customer")
    assert [arguments["spec"] for _name, arguments in navigation.shown] == [
        MapPeople(0, 3, TODAY),
        MapFrame(MapRegion.REGULARS, TODAY),
        MapFrame(MapRegion.SLIPPING, TODAY),
    ]


def test_the_primary_makes_the_monthly_report(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page_of(qtbot, context).trigger_primary()
    assert [name for name, _arguments in navigation.shown] == ["report"]


def test_a_table_shows_the_same_numbers_and_opens_names(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page = page_of(qtbot, context)
    card, _chart = trend(qtbot, page)
    assert card.action is not None
    qtbot.mouseClick(card.action, Qt.MouseButton.LeftButton)
    panel = page.findChild(TablePanel)
    table = page.findChild(SimpleTable)
    assert panel is not None and table is not None and panel.isVisible()
    model = table.model()
    last = [model.index(model.rowCount() - 2, place).data() for place in range(5)]
    assert last == ["Oct 2026", "50.0%", "9.5–90.5%", "2", "1"]
    table.setCurrentIndex(model.index(model.rowCount() - 2, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert navigation.shown[-1][1]["spec"] == Stayers(date(2026, 8, 1), date(2026, 11, 1))
    assert not panel.isVisible()


def test_a_table_is_saved(qtbot: QtBot, context: AppContext, people: list[int], messages: MessageSpy, tmp_path: Path) -> None:
    page = page_of(qtbot, context)
    card = page.findChild(MapCard)
    assert card is not None and card.action is not None
    qtbot.mouseClick(card.action, Qt.MouseButton.LeftButton)
    panel = page.findChild(TablePanel)
    assert panel is not None
    panel.write(tmp_path / "map.csv")
    with (tmp_path / "map.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 26 and sum(int(row[2]) for row in rows[1:]) == 3
    assert messages.toasts == [("The table is saved in map.csv", None)]


def test_the_period_is_kept_for_the_next_time(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    trend(qtbot, page)
    period = page.findChild(Segmented)
    assert period is not None
    rows = table_of(page).rows
    qtbot.mouseClick(period.button(Span.THREE_MONTHS), Qt.MouseButton.LeftButton)
    assert len(rows) == 11 and table_of(page).rows == rows[-3:]
    again = page_of(qtbot, context).findChild(Segmented)
    assert again is not None and again.current() is Span.THREE_MONTHS


def test_few_people_are_said_in_words(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    card = tile(page_of(qtbot, context), "Return rate")
    assert isinstance(card, TileCard)
    assert (card.caption.text(), card.delta.text()) == ("of 2 customers only: for reference", "")


def test_sales_without_a_customer_are_said(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)

    def op(session: Session, _control: JobControl) -> object:
        return add_purchase(session, None, TODAY, 24 * 5000)

    context.tasks.command(op, None, owner=page)
    texts = [label.text() for label in page.findChildren(type(tile(page, "Return rate").number))]
    assert "Sales without a customer: 50.0% (1 item), in no figure about customers" in texts


def test_a_young_shop_is_told_when_the_line_comes(qtbot: QtBot, context: AppContext) -> None:
    def op(session: Session, _control: JobControl) -> None:
        add_purchase(session, add_customer(session), TODAY - timedelta(days=36))

    context.tasks.command(op, None, owner=context.settings)
    page = page_of(qtbot, context)
    card = page.findChild(TrendCard)
    assert card is not None and card.empty.isVisible() and not card.chart.isVisible()
    assert card.empty.body_label.text() == "5 week(s) so far"
    assert heat(page, MapCard).isVisible()


def test_an_empty_shop_is_told_how_to_begin(qtbot: QtBot, context: AppContext, navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    empty = next(e for e in page.findChildren(EmptyState) if e.isVisible())
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(empty.link, Qt.MouseButton.LeftButton)
    assert [name for name, _ in navigation.shown] == ["import", "record_visit"]


def test_tab_reaches_every_part(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    _card, chart = trend(qtbot, page)
    wanted = {tile(page, "Return rate"), chart, heat(page, CohortCard), heat(page, MapCard)}
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    reached = set()
    for _ in range(90):
        page.focusNextChild()
        reached.add(page.focusWidget())
    assert wanted <= reached


def test_it_fits_small_windows(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context, (700, 500))
    first, second = heat(page, CohortCard), heat(page, MapCard)
    qtbot.waitUntil(lambda: first.mapTo(page, QPoint(0, 0)).y() + first.height() <= second.mapTo(page, QPoint(0, 0)).y())
    assert page.minimumSizeHint().width() <= 1020 and page.minimumSizeHint().height() <= 600


def test_the_course_of_the_average_purchase_is_drawn_and_listed(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page = page_of(qtbot, context)
    card = page.findChild(AverageCard)
    assert card is not None
    qtbot.waitUntil(card.chart.has_image)
    assert card.finding.text() == "Oct 2026: ¥5,000 a receipt, ¥5,000 a year before."
    assert card.chart.names()[-1] == "Oct 2026: ¥5,000 on 1 receipt(s)"
    october = Visitors(Period(date(2026, 10, 1), date(2026, 11, 1)))
    with qtbot.waitSignal(card.names_requested) as asked:
        card.chart.point_clicked.emit(len(card.chart.names()) - 1)
    assert asked.args == [october, "Customers of Oct 2026"]
    assert card.action is not None
    qtbot.mouseClick(card.action, Qt.MouseButton.LeftButton)
    panel = page.findChild(TablePanel)
    assert panel is not None and panel.isVisible()
    table = panel.findChild(SimpleTable)
    assert table is not None
    assert [str(table.model().index(0, column).data()) for column in range(4)] == ["Nov 2026 (so far)", "¥5,000", "1", "¥5,000"]
    table.setFocus()
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert navigation.shown[-1][1]["spec"] == october


def test_a_long_history_is_read_on_until_all_is_known(
    qtbot: QtBot, context: AppContext, people: list[int], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.queries.bought.PORTION", 1)
    with database.write() as session:
        add_product(session, ProductFields("カット", group="Hair", margin_rate=0.5), now=NOW)
    page = page_of(qtbot, context)
    # 23 visits of 5,000 by the end of October, at 50 % over three customers.
    assert tile(page, "Lifetime profit so far").number.text() == "¥19,167"
