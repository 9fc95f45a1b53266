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
from app.domain.customers import CustomerKind
from app.domain.points import RuleFields
from app.domain.purchases import LineFields
from app.domain.shop import TaxEntry
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.points import standing
from app.queries.purchases import lines_of, refund_basis
from app.services.points import set_rule
from app.views.purchases.refund_panel import BY_AMOUNT, RefundPanel, open_refund_panel
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import COLOUR, CUT, commit, free, press_ctrl_enter, retype, undo_last
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


def test_a_single_line_is_chosen_already(context: AppContext, window: QWidget, kazuko: int, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        number = add_purchase(session, kazuko, TODAY, lines=(CUT,))
    panel = open_refund_panel(context, window, number)
    assert panel.lines.rows[0].check.isChecked() and not panel.is_touched()
    press_ctrl_enter(qtbot)
    assert left(database, number) == 0


def test_a_company_is_addressed_as_one(context: AppContext, window: QWidget, database: Database) -> None:
    with database.write() as session:
        firm = add_customer(session, "株式会社みどり商事", kind=CustomerKind.COMPANY)
        number = add_purchase(session, firm, TODAY, 5000)
    assert "株式会社みどり商事 御中" in open_refund_panel(context, window, number).what.text()


def balance(database: Database, customer_id: int) -> int:
    with database.read() as session:
        return standing(session, customer_id, TODAY).balance


def test_points_go_both_ways_as_the_panel_says(
    context: AppContext, window: QWidget, gold: int, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        number = add_purchase(session, gold, TODAY, lines=(CUT, COLOUR), points_used=500)
    assert balance(database, gold) == 1240 - 500 + 132
    panel = open_refund_panel(context, window, number)
    qtbot.mouseClick(panel.lines.rows[0].check, LEFT)
    assert "¥4,950" in panel.save.label() and not panel.used_line.isVisible()
    assert panel.earned_line.value.text() == "−74" and panel.balance_line.value.text() == "798"
    press_ctrl_enter(qtbot)
    assert balance(database, gold) == 798
    rest = open_refund_panel(context, window, number)
    for line in rest.lines.rows:
        line.check.setChecked(True)
    qtbot.mouseClick(rest.way.button(BY_AMOUNT), LEFT)
    retype(qtbot, rest.amount, "4400")
    assert "¥3,900" in rest.save.label() and rest.used_line.value.text() == "+500"
    press_ctrl_enter(qtbot)
    assert balance(database, gold) == 1240 and "¥3,900" in messages.toasts[-1][0]


@pytest.mark.parametrize("answer", [True, False])
def test_points_spent_since_are_asked_about(
    context: AppContext, window: QWidget, kazuko: int, database: Database, messages: MessageSpy, answer: bool, qtbot: QtBot
) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        earlier = add_purchase(session, kazuko, TODAY - timedelta(days=3), 10_000)
        add_purchase(session, kazuko, TODAY - timedelta(days=2), 100, points_used=100)
    messages.answer = answer
    panel = open_refund_panel(context, window, earlier)
    assert panel.balance_line.value.text() == "−100"
    press_ctrl_enter(qtbot)
    assert len(messages.questions) == 1 and panel.isVisible() is not answer
    assert balance(database, kazuko) == (-100 if answer else 0)


def test_tax_on_top_goes_back_with_the_price(context: AppContext, window: QWidget, kazuko: int, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        session.query(Shop).one().tax_entry = TaxEntry.EXCLUDED
        number = add_purchase(session, kazuko, TODAY, lines=(CUT, COLOUR))
    panel = open_refund_panel(context, window, number)
    qtbot.mouseClick(panel.lines.rows[0].check, LEFT)
    assert "¥5,445" in panel.save.label() and panel.money_line.isVisible()


def test_prices_without_tax_are_named_so(context: AppContext, window: QWidget, database: Database, kazuko: int, qtbot: QtBot) -> None:
    with database.write() as session:
        session.query(Shop).one().tax_entry = TaxEntry.EXCLUDED
        number = add_purchase(session, kazuko, TODAY, lines=(CUT, COLOUR))
    panel = open_refund_panel(context, window, number)
    assert "¥9,350 without tax" in panel.what.text() and "¥9,350 without tax" in panel.left.text()
    qtbot.mouseClick(panel.way.button(BY_AMOUNT), LEFT)
    assert panel.amount_field.hint.isVisible() and "without tax" in panel.amount_field.hint.text().lower()
    assert "with tax" in panel.money_line.label.text() and panel.money_line.value.text() == "¥10,285"
    panel.close_panel()
    with database.write() as session:
        session.query(Shop).one().tax_entry = TaxEntry.INCLUDED
    other = open_refund_panel(context, window, number)
    assert "tax" not in other.what.text() and not other.amount_field.hint.isVisible()
