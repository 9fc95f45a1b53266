"""Campaigns and figures in the settings: weights, wage, planned split, horizon and figures from elsewhere, saved when left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.figure_settings import ChoiceWeights, FigureSettings, GeneralFigure
from app.domain.measures import MeasureKind
from app.models.database import Database
from app.queries.figure_settings import figure_settings
from app.services.figure_settings import change_figure_settings
from app.views.theme import Mode, Theme
from tests.factories import NOW
from tests.fakes import MessageSpy
from tests.gui.settings.conftest import Shown, retype, undo_last
from tests.gui.widgets.audit import clipped

FiguresNow = Callable[[], FigureSettings]


@pytest.fixture
def figures_now(database: Database) -> FiguresNow:
    def ask() -> FigureSettings:
        with database.read() as session:
            return figure_settings(session)

    return ask


def test_everything_typed_is_saved_when_left(shown: Shown, figures_now: FiguresNow, qtbot: QtBot) -> None:
    card = shown().figures
    assert [field.text() for field in card.weights.values()] == ["1.0"] * 4
    assert "40% as usual for your trade" in card.share_line.hint.text()
    retype(qtbot, card.weights["effect"], "2.5")
    retype(qtbot, card.wage, "1,200")
    retype(qtbot, card.share, "25")
    retype(qtbot, card.new_cost, "8000")
    retype(qtbot, card.months, "24")
    retype(qtbot, card.discount, "5")
    assert figures_now() == FigureSettings(
        weights=ChoiceWeights(1, 2.5, 1, 1), wage=1200, new_share=0.25, new_customer_cost=8000, ltv_months=24, ltv_discount=0.05
    )


def test_a_change_is_taken_back(shown: Shown, figures_now: FiguresNow, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    card = shown().figures
    retype(qtbot, card.share, "25")
    assert messages.toasts[-1][0] == "The change is saved"
    undo_last(database, messages)
    assert figures_now().new_share is None
    retype(qtbot, card.new_cost, "100")
    retype(qtbot, card.new_cost, " ")
    assert figures_now().new_customer_cost is None


def test_what_the_tiles_are_stays_as_it_is(shown: Shown, figures_now: FiguresNow, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        change_figure_settings(session, FigureSettings(tiles=("nps",)), now=NOW)
    retype(qtbot, shown().figures.wage, "900")
    assert (figures_now().tiles, figures_now().wage) == (("nps",), 900)


def test_a_figure_from_elsewhere_has_its_kind_and_its_source(shown: Shown, figures_now: FiguresNow, qtbot: QtBot) -> None:
    page = shown()
    card = page.figures
    retype(qtbot, card.general, "30")
    retype(qtbot, card.source, "trade paper")
    page.refresh()
    assert figures_now().general == {"win_back": GeneralFigure(0.3, "trade paper")}
    card.kind.set_current(MeasureKind.BIRTHDAY)
    card.kind.changed.emit(MeasureKind.BIRTHDAY)
    assert (card.general.text(), card.source.text()) == ("", "")
    retype(qtbot, card.general, "-10")
    page.refresh()
    assert figures_now().general["birthday"] == GeneralFigure(-0.1)
    card.kind.set_current(MeasureKind.WIN_BACK)
    card.kind.changed.emit(MeasureKind.WIN_BACK)
    assert (card.general.text(), card.source.text()) == ("30.0", "trade paper")
    retype(qtbot, card.general, " ")
    page.refresh()
    assert set(figures_now().general) == {"birthday"}


@pytest.mark.parametrize(("name", "text"), [("share", "101"), ("months", "0"), ("months", " "), ("discount", "x"), ("wage", "-1")])
def test_what_cannot_be_is_said_and_not_saved(
    shown: Shown, figures_now: FiguresNow, messages: MessageSpy, qtbot: QtBot, name: str, text: str
) -> None:
    card = shown().figures
    retype(qtbot, getattr(card, name), text)
    lines = {"share": card.share_line, "months": card.months_line, "discount": card.discount_line, "wage": card.wage_line}
    assert lines[name].has_error
    assert (figures_now(), messages.toasts) == (FigureSettings(), [])


def test_weights_that_weigh_nothing_are_refused(shown: Shown, figures_now: FiguresNow, qtbot: QtBot) -> None:
    card = shown().figures
    for field in card.weights.values():
        retype(qtbot, field, "0")
    assert card.weights_line.has_error
    assert figures_now().weights == ChoiceWeights(0, 0, 0, 1)


@pytest.mark.parametrize(("width", "percent", "mode"), [(1366, 100, Mode.LIGHT), (860, 100, Mode.DARK), (1366, 150, Mode.LIGHT)])
def test_everything_fits(shown: Shown, qapp: QApplication, width: int, percent: int, mode: Mode) -> None:
    Theme.install(qapp, mode=mode, text_percent=percent)
    page = shown(width=width, section="figures")
    assert clipped(page.figures) == []
