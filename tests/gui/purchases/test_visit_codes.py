"""The code of a card at the counter: typed or scanned, granted once, refused with a reason, and never in the way of the sale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.codes import written
from app.domain.offers import Offer, OfferKind
from app.domain.points import RuleFields
from app.models.counter import CodeUse, Referral
from app.models.customer import Customer
from app.models.database import Database
from app.queries.codes import referral_code_of
from app.queries.points import standing
from app.services.points import set_rule
from app.views.purchases.line_row import LineRow
from app.views.purchases.visit_panel import VisitPanel, open_visit_panel
from app.views.widgets.choice_button import PillButton
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import CardOf, Receipts, commit, press_ctrl_enter, retype, undo_last

LEFT = Qt.MouseButton.LeftButton
TEN_OFF_CUTS = Offer(OfferKind.PERCENT, 10, product="カット", valid_until=date(2026, 12, 20))


def type_code(qtbot: QtBot, panel: VisitPanel, code: str) -> None:
    retype(qtbot, panel.form.code.field, code)
    qtbot.keyClick(panel.form.code.field, Qt.Key.Key_Return)


def uses(database: Database) -> list[tuple[str, int]]:
    with database.read() as session:
        return [(use.code, use.customer_id) for use in session.query(CodeUse)]


def rows(panel: VisitPanel) -> list[LineRow]:
    return panel.form.bought.findChildren(LineRow)


@pytest.fixture
def panel(context: AppContext, window: QWidget, kazuko: int) -> VisitPanel:
    return open_visit_panel(context, window, kazuko)


def test_a_card_takes_off_what_it_says_and_is_used_up(
    panel: VisitPanel, kazuko: int, card_of: CardOf, database: Database, recorded_today: Receipts, messages: MessageSpy, qtbot: QtBot
) -> None:
    code = card_of(kazuko, TEN_OFF_CUTS)
    type_code(qtbot, panel, code.lower())
    assert panel.form.code.field.text() == written(code) and panel.form.bought.first_field().hasFocus()
    assert "秋のはがき" in panel.form.code.status.text() and "12/20" in panel.form.code.status.text()
    cut = rows(panel)[0]
    assert (cut.discount.text(), cut.amount.text(), cut.caption.isVisible()) == ("495", "¥4,455", True)
    assert panel.bill.total.text() == "¥8,855" and "card" in panel.bill.discount_line.label.text()
    press_ctrl_enter(qtbot)
    assert uses(database) == [(code, kazuko)] and recorded_today()[0][2] == 8855
    undo_last(database, messages)
    assert uses(database) == [] and recorded_today() == []


def test_the_discount_follows_the_line_until_one_is_typed(panel: VisitPanel, kazuko: int, card_of: CardOf, qtbot: QtBot) -> None:
    code = card_of(kazuko, TEN_OFF_CUTS)
    type_code(qtbot, panel, code)
    cut = rows(panel)[0]
    retype(qtbot, cut.quantity, "2")
    assert cut.discount.text() == "990"
    retype(qtbot, cut.discount, "100")
    retype(qtbot, cut.quantity, "1")
    assert cut.discount.text() == "100" and panel.bill.total.text() == "¥9,250"


def test_taking_the_code_away_takes_the_discount_away(panel: VisitPanel, kazuko: int, card_of: CardOf, qtbot: QtBot) -> None:
    type_code(qtbot, panel, card_of(kazuko, TEN_OFF_CUTS))
    retype(qtbot, panel.form.code.field, "x")
    qtbot.keyClick(panel.form.code.field, Qt.Key.Key_Backspace)
    assert panel.bill.total.text() == "¥9,350" and rows(panel)[0].discount.text() == "0"


def test_a_used_card_says_when_and_the_sale_goes_on(
    context: AppContext, window: QWidget, kazuko: int, card_of: CardOf, database: Database, recorded_today: Receipts, qtbot: QtBot
) -> None:
    code = card_of(kazuko, TEN_OFF_CUTS)
    for expected in (8855, 9350):
        panel = open_visit_panel(context, window, kazuko)
        type_code(qtbot, panel, code)
        press_ctrl_enter(qtbot)
        if expected == 9350:
            assert "20" in panel.form.code.status.text() and "吉田 和子 様" in panel.form.code.status.text()
        assert recorded_today()[-1][2] == expected
    assert uses(database) == [(code, kazuko)]


@pytest.mark.parametrize("typed", ["K7M4-2QX", "99"])
def test_a_code_nobody_issued_is_refused_and_the_second_try_goes_without_it(
    panel: VisitPanel, recorded_today: Receipts, typed: str, qtbot: QtBot
) -> None:
    retype(qtbot, panel.form.code.field, typed)
    press_ctrl_enter(qtbot)
    assert panel.form.code.bad.isVisible() and panel.form.code.status.text() and recorded_today() == []
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][2] == 9350


def test_what_is_over_is_said(panel: VisitPanel, kazuko: int, card_of: CardOf, qtbot: QtBot) -> None:
    type_code(qtbot, panel, card_of(kazuko, replace(TEN_OFF_CUTS, valid_until=date(2026, 11, 19))))
    assert "19" in panel.form.code.status.text() and panel.bill.total.text() == "¥9,350"
    panel.day.setFocus()
    qtbot.keyClick(panel.day, Qt.Key.Key_Down)
    assert panel.bill.total.text() == "¥8,855"


def test_a_scanned_card_finds_the_customer_and_stands_in_the_field(
    context: AppContext, window: QWidget, kazuko: int, card_of: CardOf, recorded_today: Receipts, qtbot: QtBot
) -> None:
    code = card_of(kazuko, TEN_OFF_CUTS)
    panel = open_visit_panel(context, window)
    qtbot.keyClicks(panel.search.search, code)
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    assert panel.form.bar.name.text() == "吉田 和子 様" and panel.form.code.field.text() == written(code)
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][1:3] == (kazuko, 8855)


def test_a_code_given_on_opening_is_looked_for_at_once(
    context: AppContext, window: QWidget, kazuko: int, card_of: CardOf, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window, code=card_of(kazuko, TEN_OFF_CUTS))
    assert panel.form.bar.name.text() == "吉田 和子 様" and panel.bill.total.text() == "¥8,855"


def test_the_card_of_somebody_else_is_asked_about(
    panel: VisitPanel, kazuko: int, card_of: CardOf, database: Database, qtbot: QtBot
) -> None:
    with database.read() as session:
        other = session.query(Customer).filter_by(name="佐藤 花子").one().id
    code = card_of(other, replace(TEN_OFF_CUTS, product=""))
    type_code(qtbot, panel, code)
    assert "佐藤 花子 様" in panel.form.code.theirs.label() and panel.bill.total.text() == "¥9,350"
    qtbot.mouseClick(panel.form.code.anyway, LEFT)
    assert panel.bill.total.text() == "¥8,415"
    press_ctrl_enter(qtbot)
    assert uses(database) == [(code, kazuko)]


def test_the_visit_becomes_that_of_the_cards_customer(panel: VisitPanel, card_of: CardOf, database: Database, qtbot: QtBot) -> None:
    with database.read() as session:
        other = session.query(Customer).filter_by(name="佐藤 花子").one().id
    type_code(qtbot, panel, card_of(other, replace(TEN_OFF_CUTS, product="シャンプー 300mL")))
    qtbot.mouseClick(panel.form.code.theirs, LEFT)
    assert panel.form.bar.name.text() == "佐藤 花子 様" and panel.bill.total.text() == "¥2,376"


def test_a_card_that_fits_nothing_says_so(panel: VisitPanel, kazuko: int, card_of: CardOf, qtbot: QtBot) -> None:
    type_code(qtbot, panel, card_of(kazuko, replace(TEN_OFF_CUTS, product="シャンプー 300mL")))
    assert panel.form.code.misfit.isVisible()
    qtbot.keyClicks(panel.form.bought.products.search, "s300")
    qtbot.keyClick(panel.form.bought.products.search, Qt.Key.Key_Return)
    assert not panel.form.code.misfit.isVisible() and panel.bill.total.text() == "¥11,726"


def test_an_amount_alone_has_the_card_taken_off_too(
    panel: VisitPanel, kazuko: int, card_of: CardOf, recorded_today: Receipts, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.form.bought.toggle, LEFT)
    type_code(qtbot, panel, card_of(kazuko, replace(TEN_OFF_CUTS, product="")))
    retype(qtbot, panel.form.bought.amount, "5000")
    assert "¥500" in panel.form.bought.off.text()
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][2] == 4500


def test_points_of_a_card_are_shown_and_booked(
    context: AppContext, window: QWidget, kazuko: int, card_of: CardOf, database: Database, qtbot: QtBot
) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    panel = open_visit_panel(context, window, kazuko)
    type_code(qtbot, panel, card_of(kazuko, Offer(OfferKind.POINTS, 100)))
    assert panel.points_bill.offered.value.text() == "+100" and panel.points_bill.after.value.text() == "193"
    press_ctrl_enter(qtbot)
    with database.read() as session:
        assert standing(session, kazuko, TODAY).balance == 193


def test_somebody_new_was_sent_by_a_customer(
    context: AppContext, window: QWidget, kazuko: int, database: Database, recorded_today: Receipts, qtbot: QtBot
) -> None:
    with database.read() as session:
        code = referral_code_of(session, kazuko)
    panel = open_visit_panel(context, window)
    commit(panel.search.search, "林 葵")
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    qtbot.mouseClick(panel.search.newcomer, LEFT)
    type_code(qtbot, panel, code)
    assert "吉田 和子 様" in panel.form.code.status.text()
    pill = next(p for p in panel.form.bought.findChildren(PillButton) if p.label().startswith("カット"))
    qtbot.mouseClick(pill, LEFT)
    press_ctrl_enter(qtbot)
    with database.read() as session:
        sent = session.query(Referral).one()
        assert (sent.referrer_id, sent.referred_id) == (kazuko, recorded_today()[0][1])


def test_what_an_introduction_brings_stands_in_the_points_at_once(
    context: AppContext, window: QWidget, kazuko: int, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    with database.write() as session:
        code = referral_code_of(session, kazuko)
        set_rule(session, RuleFields(first_visit_points=100, referred_points=200), valid_from=None, now=NOW)
    panel = open_visit_panel(context, window)
    panel.search.newcomer_requested.emit("林 葵")
    qtbot.mouseClick(next(p for p in panel.form.bought.findChildren(PillButton) if p.label().startswith("カット")), LEFT)
    assert not panel.points_bill.introduction.isVisible() and "+100" in panel.points_bill.rule.text()
    type_code(qtbot, panel, code)
    bill = panel.points_bill
    assert (bill.earned.value.text(), bill.introduction.value.text(), bill.after.value.text()) == ("+149", "+200", "349")
    press_ctrl_enter(qtbot)
    assert "349" in messages.toasts[-1][0]


def test_an_introduction_is_for_somebody_new(panel: VisitPanel, kazuko: int, database: Database, qtbot: QtBot) -> None:
    with database.read() as session:
        code = referral_code_of(session, kazuko)
    type_code(qtbot, panel, code)
    said = panel.form.code.status.text()
    assert panel.form.code.bad.isVisible() and "吉田 和子 様" in said and "details" in said and "goes on without it" in said
