"""The page of points: what is owed, when it lapses, what it costs; every number opens the names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.figures import PointHolders, PointsLapsing, PointUsers
from app.domain.periods import Period
from app.domain.point_money import READY_RULE
from app.domain.points import Expiry, ExpiryKind
from app.domain.surveys import SurveyRules
from app.models.database import Database
from app.services.actions import undo
from app.services.openings import Opening, open_points
from app.services.points import set_rule
from app.views.insights.table_panel import TablePanel
from app.views.points.owed_panel import OwedPanel
from app.views.points.page import PointsPage
from app.views.points.rule_panel import RulePanel
from app.views.points.statement_panel import StatementPanel
from app.views.widgets.page_header import PageHeader
from app.views.widgets.table_view import SimpleTable
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import FixedClock, MessageSpy, NavigationSpy
from tests.gui.points.shown import LEFT, page_of, panel_of, press, record_shop, rules_in, write
from tests.gui.widgets.audit import clipped
from tests.surveys import CONTENT, add_survey


@pytest.fixture
def people(database: Database) -> list[int]:
    with database.write() as session:
        return record_shop(session)


def test_the_tiles_say_what_is_owed(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    tiles = page.tiles
    assert [card.number.text() for card in (tiles.owed, tiles.expected, tiles.cost, tiles.lapse)] == ["¥280", "¥224", "¥0", "2"]
    assert tiles.owed.delta.text() == "280 points · ¥200 on 30 Sep"
    assert tiles.expected.delta.text() == "estimated with 80%, as usual in shops"
    assert tiles.cost.delta.text() == "0.00% of sales"
    assert tiles.lapse.label.text() == "Lapse after 31 Dec"
    assert tiles.lapse.delta.text() == "200 points"


def test_at_the_end_of_a_half_year_the_one_before_is_beside_it(
    qtbot: QtBot, context: AppContext, clock: FixedClock, people: list[int]
) -> None:
    clock.moment = datetime(2027, 3, 31, 3, tzinfo=UTC)
    page = page_of(qtbot, context)
    assert page.tiles.owed.delta.text().endswith("on 30 Sep 2026")
    press(qtbot, page, "Owed on another day")
    assert [button.label() for button in panel_of(page, OwedPanel).quick] == ["Today", "30 Sep 2026"]


def test_a_shop_with_points_of_before_and_no_rule_is_told_so(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        open_points(session, [Opening(add_customer(session), 120)], import_id=None, now=NOW, today=TODAY)
    page = page_of(qtbot, context)
    assert page.rules.nothing.text().startswith("There is no rule yet.") and page.rules.nothing.isVisible()
    assert page.rules.note_label.text() == ""
    qtbot.mouseClick(page.rules.begin, LEFT)
    assert panel_of(page, RulePanel).isVisible()
    with database.write() as session:
        set_rule(session, READY_RULE, valid_from=None, now=NOW)
    page.refresh()
    assert not page.rules.nothing.isVisible() and not page.rules.begin.isVisible()
    assert page.rules.note_label.text() == "press a coloured word to change it"


def test_every_tile_opens_the_names_behind_it(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    tiles = page.tiles
    for card in (tiles.owed, tiles.expected, tiles.cost):
        qtbot.mouseClick(card, LEFT)
    tiles.lapse.setFocus()
    qtbot.keyClick(tiles.lapse, Qt.Key.Key_Return)
    assert [arguments["spec"] for _page, arguments in navigation.shown] == [
        PointHolders(TODAY),
        PointHolders(TODAY),
        PointUsers(Period(date(2025, 11, 1), date(2026, 11, 1))),
        PointsLapsing(Period(date(2026, 12, 31), date(2027, 1, 1))),
    ]


def test_a_month_of_the_owed_opens_whose_points_lapse_in_it(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page = page_of(qtbot, context)
    chart = page.owed.chart
    qtbot.waitUntil(chart.has_image)
    assert page.owed.note.text() == "Dec: ¥200"
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    _name, arguments = navigation.shown[0]
    assert arguments == {"spec": PointsLapsing(Period(date(2026, 12, 1), date(2027, 1, 1))), "title": "Points lapse in Dec 2026"}
    assert chart.names()[0] == "Dec: ¥200 (200 points)"


def test_what_lapses_later_or_never_is_said_in_words(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        for months in (40, 1):
            set_rule(session, replace(READY_RULE, expiry=Expiry(ExpiryKind.AFTER_EARNING, months)), valid_from=None, now=NOW)
            add_purchase(session, customer, TODAY, 5_000)
        set_rule(session, replace(READY_RULE, expiry=Expiry()), valid_from=None, now=NOW)
        add_purchase(session, customer, TODAY, 3_000)
    page = page_of(qtbot, context)
    assert page.owed.note.text() == "Dec: ¥50 · later: ¥50 · without end: ¥30"


def test_a_shop_without_a_rule_is_offered_one(qtbot: QtBot, context: AppContext, database: Database, messages: MessageSpy) -> None:
    page = page_of(qtbot, context)
    assert page.start.isVisible() and not page.change.isVisible() and not page.owed.chart.isVisible()
    assert page.start.sentences()[0] == "Every ¥100 spent earns 1 point (with tax, rounded down on each purchase)."
    qtbot.mouseClick(page.start.begin, LEFT)
    (row,) = rules_in(database)
    assert (row.fields, row.valid_from) == (READY_RULE, TODAY)
    text, action = messages.toasts[-1]
    assert text == "Purchases earn points from today on"
    assert not page.start.isVisible() and page.change.isVisible()
    with database.write() as session:
        undo(session, action, now=NOW)
    page.refresh()
    assert page.start.isVisible()


def test_another_rule_than_the_ready_one_can_be_made(qtbot: QtBot, context: AppContext, database: Database) -> None:
    page = page_of(qtbot, context)
    qtbot.mouseClick(page.start.other, LEFT)
    panel = panel_of(page, RulePanel)
    qtbot.mouseClick(panel.save, LEFT)
    assert [row.fields for row in rules_in(database)] == [READY_RULE]


def test_the_primary_key_begins_and_later_changes(qtbot: QtBot, context: AppContext, database: Database) -> None:
    page = page_of(qtbot, context)
    page.trigger_primary()
    assert len(rules_in(database)) == 1
    page.trigger_primary()
    assert panel_of(page, RulePanel).isVisible()


def test_surveys_that_thank_with_points_are_named(
    qtbot: QtBot, context: AppContext, people: list[int], database: Database
) -> None:
    page = page_of(qtbot, context)
    assert page.rules.surveys.isHidden()
    with database.write() as session:
        add_survey(session, rules=SurveyRules(points=0))
        for number in range(3):
            add_survey(session, replace(CONTENT, title=f"その{number}"), rules=SurveyRules(points=50 + number))
    page.refresh()
    words = page.rules.surveys.text()
    assert not page.rules.surveys.isHidden() and "“その2” 52 points" in words and "“その1” 51 points" in words
    assert "その0" not in words and "1 more" in words


def test_owed_on_another_day(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    press(qtbot, page.owed, "Owed on another day")
    panel = panel_of(page, OwedPanel)
    assert (panel.amount.text(), panel.detail.text()) == ("¥200", "200 points of 2 customers")
    assert [button.label() for button in panel.quick] == ["30 Sep 2026", "31 Mar 2026", "Today"]
    qtbot.mouseClick(panel.quick[2], LEFT)
    assert panel.amount.text() == "¥280"
    write(qtbot, panel.day, "2025/12/02")
    assert (panel.amount.text(), panel.names.isEnabled()) == ("¥0", False)
    write(qtbot, panel.day, "2025/12/03")
    qtbot.mouseClick(panel.names, LEFT)
    _name, arguments = navigation.shown[-1]
    assert arguments["spec"] == PointHolders(date(2025, 12, 3))


def test_a_day_to_come_has_no_balance(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    press(qtbot, page.owed, "Owed on another day")
    panel = panel_of(page, OwedPanel)
    write(qtbot, panel.day, "2027/03/31")
    qtbot.keyClick(panel.day, Qt.Key.Key_Return)
    assert panel.day_line.has_error
    assert panel.amount.text() == "¥200"


def rows_of(page: PointsPage) -> list[list[str]]:
    table = panel_of(page, TablePanel).findChild(SimpleTable)
    assert table is not None
    model = table.model()
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_what_lapses_can_be_read_as_a_table(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    press(qtbot, page.owed, "As a table")
    assert rows_of(page) == [["Dec 2026", "200", "¥200"], ["Oct 2027", "80", "¥80"]]
    table = panel_of(page, TablePanel).findChild(SimpleTable)
    assert table is not None
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert navigation.shown[-1][1]["spec"] == PointsLapsing(Period(date(2027, 10, 1), date(2027, 11, 1)))


def test_the_cost_can_be_read_month_by_month(qtbot: QtBot, context: AppContext, database: Database, people: list[int]) -> None:
    with database.write() as session:
        add_purchase(session, people[1], date(2026, 10, 8), 5_000, points_used=60)
    page = page_of(qtbot, context)
    about = page.tiles.cost.explanation_button
    assert about is not None
    qtbot.mouseClick(about, LEFT)
    popover = about.popover()
    assert popover is not None and popover.more is not None
    qtbot.mouseClick(popover.more, LEFT)
    rows = rows_of(page)
    assert len(rows) == 12
    assert rows[-1] == ["Oct 2026", "129", "60", "¥60", "¥0", "¥60", "0.46%"]


def test_the_simulator_can_be_read_as_a_table(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    write(qtbot, page.simulator.amount, "80")
    press(qtbot, page.simulator, "As a table")
    assert rows_of(page)[1] == ["Dec 2025", "¥160", "¥200"]


def test_statements_open_from_the_page(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    qtbot.mouseClick(page.statement, LEFT)
    assert panel_of(page, StatementPanel).isVisible()


def test_a_visit_recorded_meanwhile_is_counted(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)

    def op(session: object, _control: object) -> int:
        return add_purchase(session, people[1], TODAY, 6_000)  # type: ignore[arg-type]

    context.tasks.command(op, lambda _number: None, owner=page)
    assert page.tiles.owed.number.text() == "¥340"


@pytest.mark.parametrize(("width", "columns"), [(1366, 2), (1100, 1)])
def test_columns_stand_under_each_other_where_it_is_narrow(
    qtbot: QtBot, context: AppContext, people: list[int], width: int, columns: int
) -> None:
    page = page_of(qtbot, context, (width, 700))
    is_beside = page.simulator.mapTo(page, QPoint(0, 0)).x() > page.rules.width()
    assert is_beside is (columns == 2)
    qtbot.waitUntil(lambda: clipped(page) == [])


def test_the_page_says_who_and_when(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    header = page.findChild(PageHeader)
    assert header is not None and header.fact_label.text() == "2 customers · worked out on 20 Nov 2026 9:00"
