"""What if more customers stayed: reckoned at once as the slider moves, with costs typed over those recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.calculator import CalculatorFacts
from app.domain.figures import Stayers, StayPart
from app.views.insights.calculator_card import CalculatorCard
from app.views.insights.table_panel import FiguresTable
from app.views.widgets.layouts import ScrollColumn
from tests.gui.widgets.audit import clipped

FACTS = CalculatorFacts(
    customers=200,
    at_start=150,
    stayed=90,
    margin=4_000_000,
    buyers=250,
    spent_new=120_000,
    won=40,
    spent_kept=180_000,
    kept=90,
    typed_cost=None,
    currency="JPY",
    has_measures=True,
    since=date(2025, 11, 1),
    until=date(2026, 11, 1),
)


def shown(qtbot: QtBot, context: AppContext, facts: CalculatorFacts = FACTS, width: int = 620) -> CalculatorCard:
    page = ScrollColumn()
    card = CalculatorCard(context)
    page.body.addWidget(card)
    page.body.addStretch(1)
    qtbot.addWidget(page)
    page.resize(width, 600)
    with qtbot.waitExposed(page):
        page.show()
    card.set_answer(facts)
    return card


def test_five_points_more_are_reckoned_from_the_shops_own_figures(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context)
    assert card.points.text() == "+5 points"
    assert card.profit.text() == "About ¥160,000 more margin a year"
    assert card.reason.text() == (
        "5% of your 200 customers are about 10; each brings ¥16,000 a year. Return rate over a year now: 60.0% (90 of 150, 52% to 67%)."
    )
    assert card.lifetime.text() == "Over the years a customer would bring ¥45,714 instead of ¥40,000, 14.3% more."


def test_the_slider_reckons_at_once(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context)
    card.slider.setFocus()
    qtbot.keyClick(card.slider, Qt.Key.Key_Right)
    assert (card.points.text(), card.profit.text()) == ("+6 points", "About ¥190,000 more margin a year")
    qtbot.keyClick(card.slider, Qt.Key.Key_PageUp)
    assert card.points.text() == "+11 points"


def test_costs_are_recorded_until_others_are_typed(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context)
    assert [field.value() for field in (card.cost_new, card.cost_kept)] == [3000, 2000]
    assert card.ratio.text() == "By your campaigns of the last 12 months a new customer costs 1.5 times as much as keeping one."
    card.cost_new.clear()
    qtbot.keyClicks(card.cost_new, "9000")
    assert card.ratio.text() == "So a new customer costs 4.5 times as much as keeping one."
    card.set_answer(replace(FACTS, spent_kept=270_000))
    assert [field.value() for field in (card.cost_new, card.cost_kept)] == [9000, 3000]
    assert card.ratio.text() == "So a new customer costs 3.0 times as much as keeping one."


def test_a_cost_of_the_settings_stands_instead_of_the_recorded_one(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context, replace(FACTS, typed_cost=5000))
    assert card.cost_new.value() == 5000
    assert card.ratio.text() == "So a new customer costs 2.5 times as much as keeping one."


def test_without_recorded_costs_they_are_asked_for(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context, replace(FACTS, spent_new=0, spent_kept=0))
    assert card.ratio.text().startswith("Type what winning a customer and keeping one costs you")


def test_what_is_said_in_general_is_quoted_as_a_claim_with_its_source(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context)
    assert card.claim.text().startswith("Claim: 5 points more raise profit by 25% to 95%, depending on the trade. Source: F. Reichheld")
    assert card.claim_cost.text().startswith("Claim: winning a customer costs 5 times as much")


def test_names_and_table_are_asked_for(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context)
    with qtbot.waitSignal(card.names_requested) as names:
        card.who.click()
    assert names.args == [Stayers(FACTS.since, FACTS.until, StayPart.STAYED), "Customers of a year ago who still come"]
    assert card.action is not None
    with qtbot.waitSignal(card.table_requested) as asked:
        card.action.click()
    assert asked.args is not None
    table = asked.args[0]
    assert isinstance(table, FiguresTable)
    assert [cells[0] for _people, cells in table.rows][:4] == ["+1 points", "+2 points", "+3 points", "+5 points"]
    assert list(table.rows[3][1]) == ["+5 points", "10.0", "¥160,000", "¥45,714"]


def test_a_new_shop_is_told_what_is_missing(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context, replace(FACTS, at_start=0, stayed=0))
    assert card.empty.isVisible() and not card.inner.isVisible()
    card.set_answer(FACTS)
    assert card.inner.isVisible()


@pytest.mark.parametrize("width", [430, 800])
def test_everything_fits(qtbot: QtBot, context: AppContext, width: int) -> None:
    assert clipped(shown(qtbot, context, width=width)) == []


def test_the_wheel_scrolls_the_page_and_moves_the_slider_only_once_it_was_chosen(qtbot: QtBot, context: AppContext) -> None:
    card = shown(qtbot, context)
    card.cost_new.setFocus()
    assert not roll(card.slider)
    assert card.points.text() == "+5 points"
    card.slider.setFocus()
    assert roll(card.slider)
    assert card.points.text() != "+5 points"


def roll(target: QWidget) -> bool:
    """One notch of the mouse wheel towards the user; False where it is left to the page around."""
    middle = QPointF(target.rect().center())
    quiet, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    turned = QWheelEvent(middle, target.mapToGlobal(middle), QPoint(), QPoint(0, -120), none, quiet, Qt.ScrollPhase.NoScrollPhase, False)
    turned.ignore()
    QApplication.sendEvent(target, turned)
    return turned.isAccepted()
