"""Choosing among the planned campaigns: what stands where and why, rated in place, opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.figure_settings import ChoiceWeights, FigureSettings
from app.models.database import Database
from app.queries.measures import measure_view
from app.services.figure_settings import change_figure_settings
from app.views.measures.choosing import ChoosingView
from app.views.theme import Mode, Theme
from tests.factories import NOW
from tests.fakes import NavigationSpy
from tests.gui.widgets.audit import clipped


def shown(qtbot: QtBot, context: AppContext, width: int = 1100, height: int = 560) -> ChoosingView:
    view = ChoosingView(context)
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    view.refresh()
    return view


def cells(view: ChoosingView) -> list[list[str]]:
    model = view.table.model()
    return [[str(model.index(row, place).data()) for place in range(model.columnCount())] for row in range(model.rowCount())]


def stand_on(view: ChoosingView, row: int, column: int) -> None:
    view.table.setCurrentIndex(view.table.model().index(row, column))


def test_easy_and_quick_plans_stand_first(qtbot: QtBot, context: AppContext, plans: dict[str, int]) -> None:
    view = shown(qtbot, context)
    assert [row[:6] for row in cells(view)] == [
        ["1", "年末", "¥500 · 5/5", "¥10,000 · 2/5", "4/5 ▾", "3/5 ▾"],
        ["2", "アプリ", "¥400,000 · 1/5", "¥10,000 · 2/5", "4/5 ▾", "3/5 ▾"],
        ["3", "福袋", "¥500 · 5/5", "—", "4/5 ▾", "3/5 ▾"],
    ]
    # (10,000 - 500) / 500, back after 500 / 5,000 of a month; what loses money within its time never is.
    assert [row[6:] for row in cells(view)] == [
        ["3.5", "1,900.0%", "0.1 months"],
        ["2.5", "−97.5%", "does not pay back"],
        ["3.8", "—", "—"],
    ]
    assert view.weights.text() == "All four count the same."


def test_why_a_plan_stands_there_is_said_below(qtbot: QtBot, context: AppContext, plans: dict[str, int]) -> None:
    view = shown(qtbot, context)
    assert view.chosen.title_label.text() == "1. 年末"
    words = "Easy and quick: 5 customers get it, ¥500 is paid first, and ¥10,000 of margin is expected within 60 days."
    assert view.chosen.detail_label.text() == words
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.chosen.title_label.text() == "3. 福袋"
    assert "say how many come because of it" in view.chosen.detail_label.text()


def test_a_rating_is_typed_in_place(qtbot: QtBot, context: AppContext, plans: dict[str, int], database: Database) -> None:
    view = shown(qtbot, context)
    stand_on(view, 1, 4)
    qtbot.keyClicks(view.table, "2")
    stand_on(view, 1, 5)
    qtbot.keyClicks(view.table, "5")
    with database.read() as session:
        scores = measure_view(session, plans["アプリ"]).plan.scores
    assert (scores.feasibility, scores.extensibility) == (2, 5)
    assert cells(view)[1][4:7] == ["2/5 ▾", "5/5 ▾", "2.5"]
    index = view.table.currentIndex()
    assert (index.row(), index.column()) == (1, 5)


@pytest.mark.parametrize(("column", "key"), [(2, "1"), (4, "6"), (4, "0"), (4, "x")])
def test_nothing_else_can_be_typed(
    qtbot: QtBot, context: AppContext, plans: dict[str, int], database: Database, column: int, key: str
) -> None:
    view = shown(qtbot, context)
    before = cells(view)
    stand_on(view, 0, column)
    qtbot.keyClicks(view.table, key)
    assert cells(view) == before


def test_a_rating_is_chosen_with_the_mouse(qtbot: QtBot, context: AppContext, plans: dict[str, int]) -> None:
    view = shown(qtbot, context)
    menu = view.table.menu_of(view.table.model().index(0, 4))
    assert [entry.text() for entry in menu.actions()] == ["5 (good)", "4", "3", "2", "1 (poor)"]
    assert [entry.isChecked() for entry in menu.actions()] == [False, True, False, False, False]
    menu.actions()[0].trigger()
    assert cells(view)[0][4] == "5/5 ▾"


def test_a_plan_is_opened_in_the_wizard(qtbot: QtBot, context: AppContext, plans: dict[str, int]) -> None:
    view = shown(qtbot, context)
    with qtbot.waitSignal(view.measure_requested) as opened:
        qtbot.mouseClick(view.start, Qt.MouseButton.LeftButton)
    assert opened.args == [plans["年末"]]
    stand_on(view, 2, 1)
    with qtbot.waitSignal(view.measure_requested) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert opened.args == [plans["福袋"]]


def test_the_weights_are_said_and_changed_in_the_settings(
    qtbot: QtBot, context: AppContext, plans: dict[str, int], database: Database, navigation: NavigationSpy
) -> None:
    with database.write() as session:
        change_figure_settings(session, FigureSettings(weights=ChoiceWeights(2, 1, 0.5, 1)), now=NOW)
    view = shown(qtbot, context)
    assert view.weights.text() == "Weights: Initial cost 2 · Effect 1 · Easy to do 0.5 · Can grow 1."
    assert view.card.action is not None
    view.card.action.click()
    assert navigation.shown == [("settings", {"section": "figures"})]


def test_without_a_plan_it_says_what_would_stand_here(qtbot: QtBot, context: AppContext) -> None:
    view = shown(qtbot, context)
    assert view.places.currentWidget() is view.empty


@pytest.mark.parametrize(("width", "percent", "mode"), [(1100, 100, Mode.LIGHT), (1000, 150, Mode.DARK)])
def test_everything_fits(
    qtbot: QtBot, qapp: QApplication, context: AppContext, plans: dict[str, int], width: int, percent: int, mode: Mode
) -> None:
    Theme.install(qapp, mode=mode, text_percent=percent)
    view = shown(qtbot, context, width)
    assert clipped(view) == []
    assert view.minimumSizeHint().width() <= 800
