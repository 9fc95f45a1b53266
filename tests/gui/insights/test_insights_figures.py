"""The figures at the head of Insights: over which period and of whom, beside what, which of them, and what they are to reach."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.expected_profit import KeptFit
from app.domain.figure_people import BoughtAfter, FigureFilter, FilterKind, Narrowed
from app.domain.figures import Stayers, Visitors
from app.domain.lifetime_models import Backtest, BgNbd, GammaGamma, LifetimeFit
from app.domain.money import currency_of
from app.domain.periods import Period
from app.domain.purchases import LineFields
from app.domain.tiles import DEFAULT_TILES, Tile, TileKey
from app.jobs.job import JobControl
from app.models.database import Database
from app.queries.figure_settings import figure_settings, targets
from app.queries.lifetimes import FitGround
from app.views.insights.choose_panel import REPORT, ChoosePanel
from app.views.insights.figures_bar import FiguresBar
from app.views.insights.page import InsightsPage
from app.views.insights.pattern_card import PatternCard
from app.views.insights.period_picker import PeriodPicker, PickedKind
from app.views.insights.table_panel import TablePanel
from app.views.insights.tile_card import TileCard
from app.views.insights.tile_panel import TilePanel
from app.views.insights.tile_words import Compare
from app.views.insights.tiles import TileLine
from app.views.theme import theme_of
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import ScrollColumn
from app.views.widgets.table_view import SimpleTable
from tests.factories import TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.widgets.audit import clipped

OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def people(context: AppContext) -> list[int]:
    """吉田 came every month for two years and still does; 青木 as often, but stopped in June; 森田 came once in September."""

    def op(session: Session, _control: JobControl) -> list[int]:
        add_staff(session)
        channels = {"吉田 和子": "紹介", "青木 健": "看板", "森田 幸子": "紹介"}
        ids = [add_customer(session, name, channel=channel) for name, channel in channels.items()]
        for n in range(24):
            add_purchase(session, ids[0], TODAY - timedelta(days=20 + 30 * n), staff="田中 美咲")
        for n in range(9):
            add_purchase(session, ids[1], date(2026, 6, 10) - timedelta(days=20 * n))
        add_purchase(session, ids[2], date(2026, 9, 10), 8_000)
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


def card(page: InsightsPage, key: TileKey) -> TileCard:
    return next(one for one in page.findChildren(TileCard) if one.key is key)


def bar(page: InsightsPage) -> FiguresBar:
    found = page.findChild(FiguresBar)
    assert found is not None
    return found


def pick_kind(page: InsightsPage, kind: PickedKind) -> PeriodPicker:
    picker = bar(page).period
    picker.kind.set_current(kind)
    picker.kind.changed.emit(kind)
    return picker


def details(page: InsightsPage, key: TileKey) -> TilePanel:
    card(page, key).details.click()
    panel = page.findChild(TilePanel)
    assert panel is not None and panel.isVisible()
    return panel


def chooser(page: InsightsPage) -> ChoosePanel:
    bar(page).choose.click()
    panel = page.findChild(ChoosePanel)
    assert panel is not None and panel.isVisible()
    return panel


def test_the_shops_period_is_shown_first_and_another_can_be_chosen(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page = page_of(qtbot, context)
    assert bar(page).period.name.text() == "Oct 2026"
    assert card(page, TileKey.SALES).number.text() == "¥10,000"
    picker = pick_kind(page, PickedKind.QUARTER)
    assert picker.name.text() == "Jul 2026 – Sep 2026"
    # 吉田 on 3 July, 2 August and 1 September, 森田 on 10 September.
    assert card(page, TileKey.SALES).number.text() == "¥23,000"
    qtbot.mouseClick(picker.earlier, LEFT)
    assert picker.name.text() == "Apr 2026 – Jun 2026"
    qtbot.mouseClick(card(page, TileKey.VISITORS), LEFT)
    assert navigation.shown[-1][1]["spec"] == Visitors(Period(date(2026, 4, 1), date(2026, 7, 1)))


def test_one_cannot_step_past_the_running_period(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    picker = bar(page).period
    assert picker.later.isEnabled()
    qtbot.mouseClick(picker.later, LEFT)
    assert picker.name.text() == "Nov 2026"
    assert not picker.later.isEnabled()
    # A period that runs is compared with nothing.
    assert card(page, TileKey.SALES).delta.text() == ""


def test_days_of_ones_own(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    picker = pick_kind(page, PickedKind.OWN)
    assert picker.first.isVisible() and not picker.name.isVisible()
    picker.first.setText("2026/09/05")
    picker.last.setText("2026/09/20")
    picker.last.editingFinished.emit()
    assert card(page, TileKey.SALES).number.text() == "¥8,000"
    assert card(page, TileKey.RETURN_RATE).caption.text() == "for 90 days or more; see month to next month"


@pytest.mark.parametrize("width", [1400, 1130, 620])
@pytest.mark.parametrize("scale", [100, 150])
def test_no_figure_is_cut(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest, width: int, scale: int) -> None:
    theme_of().set_text_percent(scale)
    request.addfinalizer(lambda: theme_of().set_text_percent(100))
    line = TileLine()
    holder = ScrollColumn()
    holder.body.addWidget(line)
    holder.body.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(width, 700)
    with qtbot.waitExposed(holder):
        holder.show()
    keys = (TileKey.SALES, TileKey.AVERAGE_AMOUNT, TileKey.PROFIT_TO_DATE, TileKey.PROFIT_EXPECTED)
    tiles = [Tile(key, OCTOBER, TODAY, value=21_234_567.0, before=9_012_345.0, count=12_345) for key in keys]
    line.set_tiles(tiles, currency_of("JPY"), 90, Compare.BEFORE)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in line.cards.values()) and clipped(line) == [], timeout=1000)
    for one in line.cards.values():
        assert not one.label.is_elided() and not one.delta.is_elided()
        assert one.geometry().right() < line.width() <= holder.viewport().width()


def test_days_that_are_no_period_are_said_and_no_figures_stand_under_them(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    figures = page.findChild(TileLine)
    assert figures is not None and figures.isVisible()
    picker = pick_kind(page, PickedKind.OWN)
    wrong = {
        ("2026/09/05", "2026/08/01"): "The first day is after the last day.",
        ("2026/09/40", "2026/10/01"): "There is no such day in this month.",
        ("2026/09/05", ""): "Please enter a date.",
        ("2026/09/05", "2026/12/31"): "The last day can be today at the latest.",
    }
    for (first, last), words in wrong.items():
        picker.first.setText(first)
        picker.last.setText(last)
        picker.last.editingFinished.emit()
        assert (picker.wrong.isVisible(), picker.wrong.text()) == (True, words)
        assert not figures.isVisible()
        assert picker.period() == OCTOBER
    picker.last.setText("2026/09/20")
    picker.last.editingFinished.emit()
    assert not picker.wrong.isVisible()
    assert figures.isVisible()
    assert card(page, TileKey.SALES).number.text() == "¥8,000"
    picker.first.setText("2026/09/40")
    picker.first.editingFinished.emit()
    pick_kind(page, PickedKind.MONTH)
    assert figures.isVisible()


def test_the_same_figures_beside_a_year_before(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    """October: 10,000; September: 13,000; October a year before: 5,000."""
    page = page_of(qtbot, context)
    shown = card(page, TileKey.SALES)
    assert shown.delta.text() == "−¥3,000"
    bar(page).compare.set_current(Compare.LAST_YEAR)
    bar(page).compare.changed.emit(Compare.LAST_YEAR)
    assert shown.delta.text() == "+¥5,000"


def test_figures_of_some_customers(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    through = FigureFilter(FilterKind.CHANNEL, "看板", "看板")
    bar(page).people.set_current(through)
    assert bar(page).narrowed() == through
    bar(page).people.changed.emit(through)
    assert card(page, TileKey.SALES).number.text() == "¥0"
    qtbot.mouseClick(card(page, TileKey.RETURN_RATE), LEFT)
    start = date(2026, 8, 1)
    assert navigation.shown[-1][1]["spec"] == Narrowed(Stayers(start, OCTOBER.end), through, start, TODAY)


def test_the_owner_chooses_the_figures_and_their_order(
    qtbot: QtBot, context: AppContext, people: list[int], database: Database, messages: MessageSpy
) -> None:
    page = page_of(qtbot, context)
    panel = chooser(page)
    assert panel.chosen() == DEFAULT_TILES
    panel.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    panel.list.setCurrentRow(2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert panel.list.currentRow() == 1
    panel.place.set_current(REPORT)
    panel.place.changed.emit(REPORT)
    panel.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(panel.save, LEFT)
    assert not panel.isVisible()
    assert [one.key for one in page.findChildren(TileCard)][:2] == [TileKey.SLIPPING, TileKey.SECOND_VISIT_90]
    with database.read() as session:
        settings = figure_settings(session)
    assert settings.tiles[:2] == ("slipping", "second_visit_90")
    assert TileKey.RETURN_RATE not in settings.tiles
    assert TileKey.SECOND_VISIT_90 not in settings.report_tiles
    assert messages.toasts[-1][1] is not None
    again = chooser(page)
    qtbot.mouseClick(again.usual, LEFT)
    qtbot.mouseClick(again.save, LEFT)
    with database.read() as session:
        assert figure_settings(session).tiles == ()


def test_the_target_of_a_year_stands_under_the_figure(qtbot: QtBot, context: AppContext, people: list[int], database: Database) -> None:
    page = page_of(qtbot, context)
    panel = details(page, TileKey.RETURN_RATE)
    panel.target.setText("65")
    qtbot.mouseClick(panel.save, LEFT)
    with database.read() as session:
        assert targets(session, 2026) == {"return_rate": 0.65}
    assert (
        card(page, TileKey.RETURN_RATE).caption.text().endswith("target 65.0% reached")
        or "65.0%" in card(page, TileKey.RETURN_RATE).caption.text()
    )
    sales = details(page, TileKey.SALES)
    sales.target.setText("18000")
    qtbot.mouseClick(sales.save, LEFT)
    assert card(page, TileKey.SALES).caption.text() == "receipts: 2 · target ¥18,000: −¥8,000"
    cleared = details(page, TileKey.SALES)
    cleared.target.setText("")
    qtbot.mouseClick(cleared.save, LEFT)
    with database.read() as session:
        assert targets(session, 2026) == {"return_rate": 0.65}


def test_the_panel_says_what_a_figure_is_held_against_and_opens_its_names(
    qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy
) -> None:
    page = page_of(qtbot, context)
    panel = details(page, TileKey.VISITORS)
    texts = [label.text() for label in panel.lines.findChildren(type(card(page, TileKey.SALES).number))]
    assert texts[:2] == ["Period before", "2 customers (−1)"]
    qtbot.mouseClick(panel.names, LEFT)
    assert navigation.shown[-1] == ("people", {"spec": Visitors(OCTOBER), "title": "Visitors"})


def test_general_bands_are_for_years_alone_and_said_to_be_general(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    month = [label.text() for label in details(page, TileKey.RETURN_RATE).lines.findChildren(type(card(page, TileKey.SALES).number))]
    assert "in general 70–90%" not in month
    page.findChildren(TilePanel)[0].close_panel()
    pick_kind(page, PickedKind.YEAR)
    year = [label.text() for label in details(page, TileKey.RETURN_RATE).lines.findChildren(type(card(page, TileKey.SALES).number))]
    assert "in general 70–90%" in year


def test_the_return_rate_by_part_as_a_table(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = page_of(qtbot, context)
    qtbot.mouseClick(details(page, TileKey.RETURN_RATE).table, LEFT)
    panel = page.findChild(TablePanel)
    assert panel is not None and panel.isVisible()
    table = panel.findChild(SimpleTable)
    assert table is not None
    rows = [[str(table.model().index(row, place).data()) for place in (0, 1, 2, 5)] for row in range(table.model().rowCount())]
    assert ["Came through: 看板", "1", "0", "few people"] in rows
    assert ["Came through: 紹介", "1", "1", "few people"] in rows


def test_touch_points_by_staff(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context)
    panel = chooser(page)
    panel.list.item(panel.list.count() - 1).setCheckState(Qt.CheckState.Unchecked)
    for place in range(panel.list.count()):
        item = panel.list.item(place)
        item.setCheckState(Qt.CheckState.Checked if item.data(int(Qt.ItemDataRole.UserRole)) == "touch_points" else Qt.CheckState.Unchecked)
    qtbot.mouseClick(panel.save, LEFT)
    assert card(page, TileKey.TOUCH_POINTS).number.text() == "2.0"
    qtbot.mouseClick(details(page, TileKey.TOUCH_POINTS).table, LEFT)
    table = page.findChildren(TablePanel)[0].findChild(SimpleTable)
    assert table is not None
    assert [str(table.model().index(0, place).data()) for place in (0, 1, 2, 6)] == ["田中 美咲", "1", "2", "2.0"]


def test_what_is_expected_is_fitted_behind_the_page(
    qtbot: QtBot, context: AppContext, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three customers make no model: the fit itself is another's test."""
    fit = LifetimeFit(300, 150, BgNbd(0.8, 10, 0.9, 3, -1.0), GammaGamma(6, 4, 1_500, -1.0), Backtest(6, 100, 88.0, -0.12))

    def fitted(ground: FitGround) -> KeptFit:
        return KeptFit(ground.as_of, ground.basis, fit, 16_234.4, 300, ground.margin, ground.months, ground.discount)

    monkeypatch.setattr("app.queries.lifetimes.worked_out", fitted)
    page = page_of(qtbot, context)
    panel = chooser(page)
    for place in range(panel.list.count()):
        item = panel.list.item(place)
        is_wanted = item.data(int(Qt.ItemDataRole.UserRole)) == "profit_expected"
        item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
    qtbot.mouseClick(panel.save, LEFT)
    shown = card(page, TileKey.PROFIT_EXPECTED)
    assert (shown.number.text(), shown.caption.text()) == ("¥16,234", "a forecast; it missed the last 6 months by 12%")


def test_patterns_are_looked_for_when_asked(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    def op(session: Session, _control: JobControl) -> list[int]:
        ids = [add_customer(session, f"客 {n}") for n in range(40)]
        for place, who in enumerate(ids):
            name = "カラー" if place < 20 else "パーマ"
            add_purchase(session, who, date(2026, 4, 1), lines=(LineFields(name, unit_price=3_000, amount=3_000),))
            if place < 15:
                add_purchase(session, who, date(2026, 4, 20), lines=(LineFields("ケア", unit_price=3_000, amount=3_000),))
        return ids

    context.tasks.command(op, None, owner=context.settings)
    page = page_of(qtbot, context)
    found = page.findChild(PatternCard)
    assert found is not None and not found.follows.isVisible()
    qtbot.mouseClick(found.look, LEFT)
    words = [label.text() for label in found.findChildren(WrapLabel)]
    assert "After カラー, 75.0% buy ケア: 2.1 times as often as usual." in words
    qtbot.mouseClick(found.follows, LEFT)
    panel = page.findChild(TablePanel)
    assert panel is not None and panel.isVisible()
    table = panel.findChild(SimpleTable)
    assert table is not None
    assert [str(table.model().index(0, place).data()) for place in (0, 1, 2, 3, 8)] == ["カラー", "ケア", "20", "15", "more often"]
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    spec = navigation.shown[-1][1]["spec"]
    assert isinstance(spec, BoughtAfter)
    assert (spec.first, spec.then, spec.came) == ("カラー", "ケア", False)
    assert found.leave_table().columns[0].text == "Customers"


def test_the_page_is_not_too_wide(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = page_of(qtbot, context, (820, 560))
    assert page.minimumSizeHint().width() <= 1020 and page.minimumSizeHint().height() <= 600
    assert "Choose the figures" in [one.label() for one in page.findChildren(OkaeriButton)]
