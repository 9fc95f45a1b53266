"""Giving money back: lines or an amount, never more than is left."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.purchases import LineFields
from app.models.database import Database
from app.models.purchase import Purchase
from app.queries.purchases import lines_of, refund_basis
from app.views.purchases.refund_panel import BY_AMOUNT, RefundPanel, open_refund_panel
from tests.factories import TODAY, add_purchase
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import CUT, commit, free, press_ctrl_enter, retype, undo_last
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton
TWO = LineFields(product="シャンプー", quantity=Decimal(2), unit_price=2640, discount=280, amount=5000)


@pytest.fixture
def bought(database: Database, kazuko: int) -> int:
    with database.write() as session:
        return add_purchase(session, kazuko, TODAY - timedelta(days=2), lines=(CUT, TWO))


@pytest.fixture
def panel(context: AppContext, window: QWidget, bought: int) -> RefundPanel:
    return open_refund_panel(context, window, bought)


def refunds(database: Database, bought: int) -> list[tuple[int, str, list[tuple[str, Decimal, int]]]]:
    with database.read() as session:
        found = session.query(Purchase).filter_by(refund_of_id=bought).all()
        return [(r.amount, r.note, [(line.product, line.quantity, line.amount) for line in lines_of(session, r.id)]) for r in found]


def left(database: Database, bought: int) -> int:
    with database.read() as session:
        return refund_basis(session, bought).left


def test_one_of_two_goes_back_with_its_share_of_the_discount(
    panel: RefundPanel, bought: int, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    line = panel.lines.rows[1]
    qtbot.mouseClick(line.check, LEFT)
    retype(qtbot, line.quantity, "1")
    assert line.amount.text() == "¥2,500" and "¥2,500" in panel.save.label()
    commit(panel.note, "香りが合わなかった")
    press_ctrl_enter(qtbot)
    assert refunds(database, bought) == [(-2500, "香りが合わなかった", [("シャンプー", Decimal(-1), -2500)])]
    assert left(database, bought) == 7450
    undo_last(database, messages)
    assert refunds(database, bought) == [] and left(database, bought) == 9950


def test_an_amount_goes_back_by_keys(panel: RefundPanel, bought: int, database: Database, qtbot: QtBot) -> None:
    panel.way.button(BY_AMOUNT).setFocus()
    qtbot.keyClick(panel.way.button(BY_AMOUNT), Qt.Key.Key_Space)
    assert panel.amount.hasFocus() and panel.amount.text() == "9,950"
    retype(qtbot, panel.amount, "1000")
    press_ctrl_enter(qtbot)
    assert [refund[0] for refund in refunds(database, bought)] == [-1000]


def test_more_than_is_left_is_refused_at_once(panel: RefundPanel, bought: int, database: Database, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.way.button(BY_AMOUNT), LEFT)
    retype(qtbot, panel.amount, "9951")
    assert panel.problem.isVisible()
    press_ctrl_enter(qtbot)
    assert refunds(database, bought) == [] and panel.isVisible()


def test_more_pieces_than_were_bought_are_refused(panel: RefundPanel, bought: int, database: Database, qtbot: QtBot) -> None:
    line = panel.lines.rows[1]
    qtbot.mouseClick(line.check, LEFT)
    retype(qtbot, line.quantity, "3")
    press_ctrl_enter(qtbot)
    assert refunds(database, bought) == [] and line.quantity.property("error") and "2" in panel.problem.text()


def test_nothing_chosen_is_said(panel: RefundPanel, bought: int, database: Database, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.save, LEFT)
    assert panel.problem.isVisible() and refunds(database, bought) == []


def test_not_before_the_purchase(panel: RefundPanel, bought: int, database: Database, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.lines.rows[0].check, LEFT)
    retype(qtbot, panel.day, "2026/11/17")
    press_ctrl_enter(qtbot)
    assert panel.day_field.has_error and refunds(database, bought) == []


def test_what_was_given_back_whole_offers_nothing(
    context: AppContext, window: QWidget, bought: int, panel: RefundPanel, qtbot: QtBot
) -> None:
    for line in panel.lines.rows:
        qtbot.mouseClick(line.check, LEFT)
    press_ctrl_enter(qtbot)
    again = open_refund_panel(context, window, bought)
    assert not again.save.isVisible()
    qtbot.mouseClick(again.cancel, LEFT)
    assert not again.isVisible()


def test_a_purchase_by_amount_asks_for_an_amount(context: AppContext, window: QWidget, kazuko: int, database: Database) -> None:
    with database.write() as session:
        plain = add_purchase(session, kazuko, TODAY, lines=(LineFields(unit_price=5000, amount=5000),))
    panel = open_refund_panel(context, window, plain)
    assert not panel.way.isVisible() and panel.amount.hasFocus() and panel.amount.text() == "5,000"


def test_escape_asks_only_when_something_was_chosen(panel: RefundPanel, messages: MessageSpy, qtbot: QtBot) -> None:
    messages.answer = False
    qtbot.mouseClick(panel.lines.rows[0].check, LEFT)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isVisible() and len(messages.questions) == 1
    qtbot.mouseClick(panel.lines.rows[0].check, LEFT)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    free()
    assert not isValid(panel)


def test_no_word_is_cut_off(panel: RefundPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: clipped(panel) == [])
