"""Recording a visit: by keys, by two clicks, with lines, with an amount, without a customer, of somebody new."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.customers import PartialDate
from app.domain.purchases import LineFields
from app.domain.shop import TaxEntry
from app.models.customer import Customer
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.services.summaries import is_consistent
from app.views.purchases.line_row import LineRow
from app.views.purchases.visit_panel import VisitPanel, open_visit_panel
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.choice_button import PillButton
from tests.factories import TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import Receipts, commit, free, press_ctrl_enter, retype, undo_last
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(context: AppContext, window: QWidget, kazuko: int) -> VisitPanel:
    """With the customer known, as from her page."""
    return open_visit_panel(context, window, kazuko)


@pytest.fixture
def searching(context: AppContext, window: QWidget, kazuko: int) -> VisitPanel:
    """Nobody chosen yet, as after Ctrl+N."""
    return open_visit_panel(context, window)


def test_a_few_kana_enter_and_ctrl_enter_record_the_usual(
    searching: VisitPanel, kazuko: int, recorded_today: Receipts, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    commit(searching.search.search, "よし")
    qtbot.keyClick(searching.search.search, Qt.Key.Key_Return)
    assert searching.form.bought.first_field().hasFocus()
    press_ctrl_enter(qtbot)
    (receipt,) = recorded_today()
    assert receipt[1:3] == (kazuko, 9350)
    assert [line[0] for line in receipt[3]] == ["カット", "白髪染め"]
    assert "吉田 和子 様" in messages.toasts[-1][0]
    undo_last(database, messages)
    assert recorded_today() == []


def test_two_clicks_record_the_usual_of_a_known_customer(panel: VisitPanel, kazuko: int, recorded_today: Receipts, qtbot: QtBot) -> None:
    assert panel.form.bar.note.text() == "椅子にクッション"
    assert "¥9,350" in panel.form.bar.line.text() and "30" in panel.form.bar.line.text()
    qtbot.mouseClick(panel.save, LEFT)
    assert [receipt[1:3] for receipt in recorded_today()] == [(kazuko, 9350)]


def test_a_name_that_begins_with_the_words_comes_first(searching: VisitPanel, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        add_purchase(session, add_customer(session, "松田 良子", kana="まつだ よしこ"), TODAY - timedelta(days=1))
    commit(searching.search.search, "よし")
    qtbot.keyClick(searching.search.search, Qt.Key.Key_Return)
    assert searching.form.bar.name.text() == "吉田 和子 様"


def test_a_hit_is_chosen_by_mouse_and_changed_for_another(searching: VisitPanel, qtbot: QtBot) -> None:
    commit(searching.search.search, "さとう")
    searching.search.search.send_now()
    hits = searching.search.hits
    qtbot.mouseClick(hits.viewport(), LEFT, pos=hits.visualRect(hits.model().index(0, 0)).center())
    assert searching.form.bar.name.text() == "佐藤 花子 様"
    qtbot.mouseClick(searching.form.bar.change, LEFT)
    assert searching.search.search.hasFocus() and searching.search.search.text() == ""


def test_people_of_the_same_name_are_told_apart(searching: VisitPanel, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        add_customer(session, "高橋 優子", kana="たかはし ゆうこ", mobile="090-0000-4321", city="武蔵野市")
        add_customer(session, "高橋 優子", kana="たかはし ゆうこ", phone="0422-21-3456", birthday=PartialDate(1958, 6, 2))
    commit(searching.search.search, "たかはしゆうこ")
    searching.search.search.send_now()
    hits = searching.search.hits
    said = {hits.content(hits.model().index(row, 0)).detail for row in range(hits.model().rowCount())}
    assert said == {"たかはし ゆうこ · phone …4321 · 武蔵野市", "たかはし ゆうこ · phone …3456 · born 6月2日"}


def test_sums_follow_each_key(panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    row = panel.form.bought.findChildren(LineRow)[0]
    retype(qtbot, row.quantity, "2")
    retype(qtbot, row.discount, "900")
    assert panel.bill.total.text() == "¥13,400"
    assert (panel.bill.subtotal.text(), panel.bill.discount.text()) == ("¥14,300", "−¥900")
    assert "¥1,218" in panel.bill.tax.text()
    assert "¥13,400" in panel.save.label()
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][3][0] == ("カット", Decimal(2), 4950, 9000)


def test_tax_on_top_is_paid_but_not_recorded(
    context: AppContext, window: QWidget, kazuko: int, database: Database, recorded_today: Receipts, qtbot: QtBot
) -> None:
    with database.write() as session:
        session.query(Shop).one().tax_entry = TaxEntry.EXCLUDED
    panel = open_visit_panel(context, window, kazuko)
    assert panel.bill.total.text() == "¥10,285" and "¥935" in panel.bill.tax.text() and "¥10,285" in panel.save.label()
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][2] == 9350


def test_a_line_is_found_typed_freely_or_taken_from_what_sells_often(panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    search = panel.form.bought.products.search
    search.setFocus()
    qtbot.keyClicks(search, "s300")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.hasFocus() and search.text() == ""
    commit(search, "前髪")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    price = panel.focusWidget()
    assert price is not None
    qtbot.keyClicks(price, "550")
    press_ctrl_enter(qtbot)
    lines = [(line[0], line[3]) for line in recorded_today()[0][3]]
    assert lines == [("カット", 4950), ("白髪染め", 4400), ("シャンプー 300mL", 2640), ("前髪", 550)]


def test_what_sells_often_is_one_click(searching: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    qtbot.mouseClick(searching.search.nobody, LEFT)
    pill = next(p for p in searching.form.bought.findChildren(PillButton) if p.label().startswith("白髪染め"))
    qtbot.mouseClick(pill, LEFT)
    qtbot.mouseClick(searching.save, LEFT)
    assert recorded_today()[0][1:3] == (None, 4400)


def test_a_line_is_taken_off(panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    remove = next(b for b in panel.form.bought.findChildren(OkaeriButton) if b.accessibleName() == "Remove 白髪染め")
    qtbot.mouseClick(remove, LEFT)
    qtbot.mouseClick(panel.save, LEFT)
    assert recorded_today()[0][2] == 4950


def test_where_the_lines_come_from_is_said_only_while_they_stay_so(panel: VisitPanel, qtbot: QtBot) -> None:
    bought = panel.form.bought
    assert bought.caption.isVisible()
    quantity = bought.findChildren(LineRow)[0].quantity
    retype(qtbot, quantity, "2")
    assert not bought.caption.isVisible()
    retype(qtbot, quantity, "1")
    assert bought.caption.isVisible()
    qtbot.mouseClick(bought.toggle, LEFT)
    retype(qtbot, bought.amount, "900")
    assert not bought.caption.isVisible()


def test_an_amount_of_last_time_that_is_taken_apart_is_not_as_last_time(
    context: AppContext, window: QWidget, database: Database, qtbot: QtBot
) -> None:
    with database.write() as session:
        customer = add_customer(session, "林 葵")
        add_purchase(session, customer, TODAY - timedelta(days=9), lines=(LineFields(unit_price=3000, amount=3000),))
    panel = open_visit_panel(context, window, customer)
    assert panel.form.bought.is_by_amount() and panel.form.bought.caption.isVisible()
    qtbot.mouseClick(panel.form.bought.toggle, LEFT)
    assert panel.form.bought.lines() == () and not panel.form.bought.caption.isVisible()


def test_why_it_is_not_recorded_is_seen_in_a_low_window(panel: VisitPanel, window: QWidget, qtbot: QtBot) -> None:
    window.resize(1366, 380)
    commit(panel.form.bought.products.search, "眉カット")
    panel.bring_into_sight(panel.form.next)
    assert panel.form.bar.visibleRegion().isEmpty()
    press_ctrl_enter(qtbot)
    assert panel.problem.visibleRegion().boundingRect() == panel.problem.rect()


def test_words_that_are_no_line_yet_are_not_lost_in_silence(panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    commit(panel.form.bought.products.search, "眉カット")
    qtbot.mouseClick(panel.save, LEFT)
    assert recorded_today() == []
    assert "眉カット" in panel.problem.text() and panel.problem.isVisible()


@pytest.mark.parametrize(("field", "typed"), [("quantity", "0"), ("price", "abc"), ("discount", "9999")])
def test_what_is_wrong_is_said_and_nothing_is_recorded(
    panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot, field: str, typed: str
) -> None:
    line = panel.form.bought.findChildren(LineRow)[0]
    box = {"quantity": line.quantity, "price": line.price, "discount": line.discount}[field]
    retype(qtbot, box, typed)
    press_ctrl_enter(qtbot)
    assert recorded_today() == []
    assert panel.problem.isVisible() and box.property("error") and box.text().replace(",", "") == typed
    retype(qtbot, box, "1")
    assert not panel.problem.isVisible() and not box.property("error")


def test_only_an_amount_is_enough(panel: VisitPanel, kazuko: int, recorded_today: Receipts, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.form.bought.toggle, LEFT)
    assert panel.form.bought.amount.text() == "9,350"
    retype(qtbot, panel.form.bought.amount, "")
    qtbot.keyClick(panel.form.bought.amount, Qt.Key.Key_Delete)
    press_ctrl_enter(qtbot)
    assert panel.form.bought.amount_field.has_error and recorded_today() == []
    retype(qtbot, panel.form.bought.amount, "8800")
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][1:] == (kazuko, 8800, [("", Decimal(1), 8800, 8800)])


def test_a_shop_without_products_is_asked_for_an_amount(
    context: AppContext, window: QWidget, recorded_today: Receipts, qtbot: QtBot
) -> None:
    panel = open_visit_panel(context, window)
    qtbot.mouseClick(panel.search.nobody, LEFT)
    assert panel.form.bought.amount.hasFocus()
    qtbot.keyClicks(panel.form.bought.amount, "1200")
    press_ctrl_enter(qtbot)
    assert recorded_today()[0][1:3] == (None, 1200)


def test_a_visit_of_yesterday(panel: VisitPanel, database: Database, qtbot: QtBot) -> None:
    panel.day.setFocus()
    qtbot.keyClick(panel.day, Qt.Key.Key_Down)
    assert "19" in panel.head.day_words.text()
    press_ctrl_enter(qtbot)
    with database.read() as session:
        assert session.query(Purchase).order_by(Purchase.id.desc()).first().day == TODAY - timedelta(days=1)  # type: ignore[union-attr]


def test_tomorrow_is_refused_beside_the_day(panel: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    retype(qtbot, panel.day, "2026/11/21")
    press_ctrl_enter(qtbot)
    assert panel.day.property("error") and panel.problem.isVisible() and panel.day.text() == "2026/11/21"
    assert recorded_today() == []


def test_staff_is_asked_for_only_when_there_is_some(
    panel: VisitPanel, context: AppContext, window: QWidget, kazuko: int, database: Database, qtbot: QtBot
) -> None:
    assert not panel.staff.isVisible()
    panel.close_panel()
    with database.write() as session:
        staff = add_staff(session, "田中 美咲")
    other = open_visit_panel(context, window, kazuko)
    assert other.staff.isVisible()
    other.staff.setFocus()
    qtbot.keyClick(other.staff, Qt.Key.Key_Down)
    press_ctrl_enter(qtbot)
    with database.read() as session:
        assert session.query(Purchase).order_by(Purchase.id.desc()).first().staff_id == staff  # type: ignore[union-attr]


def test_somebody_new_is_added_with_the_visit_and_undone_with_it(
    searching: VisitPanel, recorded_today: Receipts, database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    commit(searching.search.search, "林 葵")
    qtbot.keyClick(searching.search.search, Qt.Key.Key_Return)
    assert searching.search.newcomer.hasFocus() and recorded_today() == []
    qtbot.mouseClick(searching.search.newcomer, LEFT)
    assert searching.form.newcomer.kana.hasFocus()
    commit(searching.form.newcomer.kana, "はやし あおい")
    qtbot.keyClicks(searching.form.newcomer.phone, "09000001234")
    pill = next(p for p in searching.form.bought.findChildren(PillButton) if p.label().startswith("カット"))
    qtbot.mouseClick(pill, LEFT)
    press_ctrl_enter(qtbot)
    with database.read() as session:
        customer = session.query(Customer).filter_by(name="林 葵").one()
        assert (customer.kana, customer.mobile, customer.joined_on) == ("はやし あおい", "090-0000-1234", TODAY)
        assert recorded_today()[0][1] == customer.id
    undo_last(database, messages)
    assert recorded_today() == []
    with database.read() as session:
        assert session.query(Customer).filter_by(name="林 葵").count() == 0
        assert is_consistent(session)


def test_somebody_new_needs_a_name(searching: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    qtbot.keyClicks(searching.search.search, "0312345678")
    searching.search.search.send_now()
    qtbot.mouseClick(searching.search.newcomer, LEFT)
    assert searching.form.newcomer.name.hasFocus() and searching.form.newcomer.phone.text() == "03-1234-5678"
    qtbot.mouseClick(searching.save, LEFT)
    assert searching.form.newcomer.name_field.has_error and recorded_today() == []


def test_a_sale_without_anything_is_refused(searching: VisitPanel, recorded_today: Receipts, qtbot: QtBot) -> None:
    qtbot.mouseClick(searching.search.nobody, LEFT)
    press_ctrl_enter(qtbot)
    assert searching.problem.isVisible() and recorded_today() == []


def test_escape_asks_only_when_something_was_typed(panel: VisitPanel, messages: MessageSpy, qtbot: QtBot) -> None:
    messages.answer = False
    commit(panel.memo, "お孫さんと旅行")
    qtbot.keyClick(panel.memo, Qt.Key.Key_Escape)
    assert panel.isVisible() and len(messages.questions) == 1
    panel.memo.set_text("")
    qtbot.keyClick(panel.memo, Qt.Key.Key_Escape)
    assert not panel.isVisible() and len(messages.questions) == 1


def test_lines_written_by_hand_outlive_a_change_of_customer(panel: VisitPanel, qtbot: QtBot) -> None:
    retype(qtbot, panel.form.bought.first_field(), "3")
    qtbot.mouseClick(panel.form.bar.change, LEFT)
    commit(panel.search.search, "さとう")
    qtbot.keyClick(panel.search.search, Qt.Key.Key_Return)
    assert panel.form.bar.name.text() == "佐藤 花子 様"
    assert panel.bill.total.text() == "¥19,250"


def test_the_page_behind_hears_no_keys(panel: VisitPanel, window: QWidget, qtbot: QtBot) -> None:
    heard: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+N"), window)
    shortcut.activated.connect(lambda: heard.append("Ctrl+N"))
    qtbot.keyClick(panel.memo, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert heard == []
    for _ in range(60):
        panel.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert panel.isAncestorOf(focused)


def test_a_closed_panel_is_freed(panel: VisitPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    free()
    assert not isValid(panel)


@pytest.mark.parametrize("size", [(1366, 690), (1093, 614), (1080, 600)])
def test_no_word_is_cut_off(context: AppContext, window: QWidget, kazuko: int, size: tuple[int, int], qtbot: QtBot) -> None:
    window.resize(*size)
    panel = open_visit_panel(context, window, kazuko)
    qtbot.waitUntil(lambda: clipped(panel) == [])
