"""Points at the counter: what is earned and used stands there after every key, and never more than there is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.points import RuleFields
from app.domain.shop import TaxEntry
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.points import standing
from app.services.points import adjust_points, set_rule
from app.views.purchases.line_row import LineRow
from app.views.purchases.points_part import UseOf
from app.views.purchases.visit_panel import VisitPanel, open_visit_panel
from tests.factories import NOW, TODAY, add_purchase
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import COLOUR, CUT, Receipts, press_ctrl_enter, retype, undo_last

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(context: AppContext, window: QWidget, gold: int) -> VisitPanel:
    return open_visit_panel(context, window, gold)


def balance(database: Database, customer_id: int) -> int:
    with database.read() as session:
        return standing(session, customer_id, TODAY).balance


def figures(panel: VisitPanel) -> tuple[str, str, str, str]:
    bill = panel.points_bill
    return bill.now.value.text(), bill.used.value.text(), bill.earned.value.text(), bill.after.value.text()


def test_what_will_be_earned_is_what_is_earned(
    panel: VisitPanel, gold: int, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    assert panel.form.bar.chip.text() == "ゴールド"
    assert panel.points_bill.earned.value.text() == "+139" and panel.points_bill.after.value.text() == "1,379"
    retype(qtbot, panel.form.bought.findChildren(LineRow)[0].quantity, "2")
    assert panel.points_bill.earned.value.text() == "+214"
    press_ctrl_enter(qtbot)
    assert balance(database, gold) == 1240 + 214
    assert "1,454" in messages.toasts[-1][0]
    undo_last(database, messages)
    assert balance(database, gold) == 1240


def test_points_pay_a_part_and_are_gone(panel: VisitPanel, gold: int, database: Database, recorded_today: Receipts, qtbot: QtBot) -> None:
    retype(qtbot, panel.form.points.field, "500")
    assert panel.bill.total.text() == "¥8,850" and panel.bill.points_line.value.text() == "−¥500"
    assert "¥804" in panel.bill.tax.text()
    assert figures(panel) == ("1,240", "−500", "+132", "872")
    assert "¥8,850" in panel.save.label()
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][2] == 9350 and balance(database, gold) == 872


def test_the_choices_fill_the_number_in(panel: VisitPanel, qtbot: QtBot) -> None:
    part = panel.form.points
    assert "300" in part.lapse.text()
    qtbot.mouseClick(part.button(UseOf.LAPSING), LEFT)
    assert part.field.text() == "300" and panel.bill.total.text() == "¥9,050"
    qtbot.mouseClick(part.button(UseOf.ALL), LEFT)
    assert part.field.text() == "1,240"
    qtbot.mouseClick(part.button(UseOf.NOTHING), LEFT)
    assert part.field.text() == "0" and panel.bill.total.text() == "¥9,350"


def test_all_shrinks_with_the_amount(panel: VisitPanel, gold: int, database: Database, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.form.points.button(UseOf.ALL), LEFT)
    for row in panel.form.bought.findChildren(LineRow):
        retype(qtbot, row.price, "500")
    assert panel.form.points.field.text() == "1,000" and panel.bill.total.text() == "¥0"
    press_ctrl_enter(qtbot)
    assert balance(database, gold) == 240


@pytest.mark.parametrize(("typed", "words"), [("1241", "1,240"), ("5", "10"), ("1.5", "whole")])
def test_what_cannot_be_used_is_said_and_not_recorded(
    panel: VisitPanel, recorded_today: Receipts, typed: str, words: str, qtbot: QtBot
) -> None:
    field = panel.form.points.field
    retype(qtbot, field, typed)
    assert words in panel.form.points.trouble.text() and panel.form.points.trouble.isVisible()
    press_ctrl_enter(qtbot)
    assert recorded_today() == [] and field.hasFocus() and field.property("error")
    retype(qtbot, field, "20")
    assert not panel.form.points.trouble.isVisible() and not field.property("error")


def test_of_too_many_field_choice_and_sum_say_the_same_most(panel: VisitPanel, qtbot: QtBot) -> None:
    part = panel.form.points
    retype(qtbot, part.field, "2000")
    assert not part.button(UseOf.TYPED).isVisible()
    assert "1,240" in part.worth.text() and "¥1,240" in part.worth.text() and "2,000" not in part.worth.text()
    assert panel.points_bill.used.value.text() == "−1,240" and panel.bill.total.text() == "¥8,110"
    retype(qtbot, part.field, "200")
    assert part.button(UseOf.TYPED).isVisible() and part.button(UseOf.TYPED).label() == "200" and "¥200" in part.worth.text()


def test_not_more_than_there_is_to_pay(panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.form.bought.toggle, LEFT)
    retype(qtbot, panel.form.bought.amount, "900")
    retype(qtbot, panel.form.points.field, "901")
    assert "900" in panel.form.points.trouble.text()
    press_ctrl_enter(qtbot)
    assert recorded_today() == []


def test_without_a_rule_or_a_customer_nothing_is_said_of_points(
    context: AppContext, window: QWidget, kazuko: int, database: Database, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, kazuko)
    assert not panel.form.points.isVisible() and not panel.points_bill.isVisible()
    panel.close_panel()
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    other = open_visit_panel(context, window)
    qtbot.mouseClick(other.search.nobody, LEFT)
    assert not other.form.points.isVisible() and not other.points_bill.isVisible()
    qtbot.mouseClick(other.form.bar.change, LEFT)
    other.search.chosen.emit(kazuko, "")
    assert other.points_bill.isVisible() and not other.form.points.isVisible()


def test_where_nothing_is_earned_any_more_points_can_still_be_used(
    context: AppContext, window: QWidget, gold: int, database: Database, qtbot: QtBot
) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(is_on=False), valid_from=None, now=NOW)
    panel = open_visit_panel(context, window, gold)
    bill = panel.points_bill
    retype(qtbot, panel.form.points.field, "240")
    assert not bill.earned.isVisible() and (bill.used.value.text(), bill.after.value.text()) == ("−240", "1,000")
    assert panel.bill.total.text() == "¥9,110"
    press_ctrl_enter(qtbot)
    assert not panel.isVisible() and balance(database, gold) == 1000


def test_a_day_before_the_rule_earns_nothing(context: AppContext, window: QWidget, kazuko: int, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=TODAY, now=NOW)
    panel = open_visit_panel(context, window, kazuko)
    assert panel.points_bill.isVisible()
    panel.day.setFocus()
    qtbot.keyClick(panel.day, Qt.Key.Key_Down)
    assert not panel.points_bill.isVisible()


def test_changing_a_visit_shows_what_was_used_and_moves_the_rest(
    context: AppContext, window: QWidget, gold: int, database: Database, qtbot: QtBot
) -> None:
    with database.write() as session:
        number = add_purchase(session, gold, TODAY, lines=(CUT, COLOUR), points_used=500)
    assert balance(database, gold) == 872
    panel = open_visit_panel(context, window, None, number)
    assert panel.form.points.field.text() == "500" and figures(panel) == ("1,240", "−500", "+132", "872")
    assert not panel.is_touched()
    retype(qtbot, panel.form.points.field, "100")
    press_ctrl_enter(qtbot)
    with database.read() as session:
        assert session.get_one(Purchase, number).points_used == 100
    assert balance(database, gold) == 1240 - 100 + 138


@pytest.mark.parametrize(("answer", "left"), [(True, -60), (False, 0)])
def test_taking_back_points_that_are_spent_is_asked(
    context: AppContext, window: QWidget, kazuko: int, database: Database, messages: MessageSpy, answer: bool, left: int, qtbot: QtBot
) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        earlier = add_purchase(session, kazuko, TODAY - timedelta(days=3), 10_000)
        add_purchase(session, kazuko, TODAY - timedelta(days=2), 100, points_used=100)
    assert balance(database, kazuko) == 0
    messages.answer = answer
    panel = open_visit_panel(context, window, None, earlier)
    retype(qtbot, panel.form.bought.findChildren(LineRow)[0].price, "4000")
    press_ctrl_enter(qtbot)
    assert len(messages.questions) == 1 and panel.isVisible() is not answer
    assert balance(database, kazuko) == left


def test_points_somebody_else_used_meanwhile_are_not_used_twice(
    panel: VisitPanel, gold: int, database: Database, recorded_today: Receipts, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.form.points.button(UseOf.ALL), LEFT)
    with database.write() as session:
        adjust_points(session, gold, -1000, "景品", now=NOW, today=TODAY)
    press_ctrl_enter(qtbot)
    assert recorded_today() == [] and panel.problem.isVisible() and balance(database, gold) == 240
    assert panel.points_bill.now.value.text() == "240" and panel.form.points.field.text() == "240"
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][2] == 9350 and balance(database, gold) == 91 * 150 // 100


@pytest.mark.parametrize("entry", list(TaxEntry))
def test_where_prices_are_without_tax_points_are_said_to_come_off_before_it(
    context: AppContext, window: QWidget, gold: int, database: Database, entry: TaxEntry, qtbot: QtBot
) -> None:
    with database.write() as session:
        session.query(Shop).one().tax_entry = entry
    panel = open_visit_panel(context, window, gold)
    is_net = entry is TaxEntry.EXCLUDED
    assert panel.form.points.before_tax.isVisible() is is_net
    retype(qtbot, panel.form.points.field, "100")
    assert panel.bill.total.text() == ("¥10,175" if is_net else "¥9,250")
