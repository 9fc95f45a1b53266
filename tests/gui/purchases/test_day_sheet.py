"""A stack of slips of one day, by keys alone: each is a visit of its own as soon as it is finished."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.products import ProductFields
from app.models.customer import Customer
from app.models.database import Database
from app.models.purchase import Purchase, PurchaseLine
from app.queries.points import standing
from app.services.products import add_product
from app.views.main_window import MainWindow
from app.views.purchases.day_sheet import DaySheet, open_day_sheet
from app.views.purchases.slip_row import SlipState
from app.views.purchases.visit_panel import open_visit_panel
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import MessageSpy
from tests.gui.purchases.conftest import commit, free, retype
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def sheet(context: AppContext, window: QWidget, kazuko: int) -> DaySheet:
    return open_day_sheet(context, window, YESTERDAY)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def say(qtbot: QtBot, *words: str) -> None:
    """Each typed where the cursor is, with Enter behind."""
    for word in words:
        if word.isascii():
            qtbot.keyClicks(focused(), word)
        else:
            commit(focused(), word)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)


def visits(database: Database, day: object = YESTERDAY) -> list[tuple[str, int, list[str]]]:
    with database.read() as session:
        found = []
        for purchase in session.query(Purchase).filter(Purchase.day == day).order_by(Purchase.id):
            owner = session.get(Customer, purchase.customer_id) if purchase.customer_id is not None else None
            lines = session.query(PurchaseLine).filter_by(purchase_id=purchase.id).order_by(PurchaseLine.position)
            found.append((owner.name if owner is not None else "", purchase.amount, [line.product for line in lines]))
        return found


def test_a_stack_is_entered_without_the_mouse(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし", "")
    say(qtbot, "さとう", "1200")
    say(qtbot, "", "カット", "")
    say(qtbot, "よしだ", "カット", "4000", "s300", "")
    assert visits(database) == [
        ("吉田 和子", 9350, ["カット", "白髪染め"]),
        ("佐藤 花子", 1200, [""]),
        ("", 4950, ["カット"]),
        ("吉田 和子", 6640, ["カット", "シャンプー 300mL"]),
    ]
    assert sheet.total.text() == "¥22,140" and "4" in sheet.count.text()
    assert [slip.state for slip in sheet.rows()] == [SlipState.RECORDED] * 4 + [SlipState.OPEN]
    assert sheet.rows()[-1].who.search.hasFocus()


def test_the_day_can_be_typed_first(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    retype(qtbot, sheet.head.day, "2026/11/1")
    qtbot.keyClick(sheet.head.day, Qt.Key.Key_Return)
    say(qtbot, "よし", "5000")
    assert visits(database, TODAY - timedelta(days=19)) == [("吉田 和子", 5000, [""])]


def test_a_day_to_come_is_refused(sheet: DaySheet, qtbot: QtBot) -> None:
    retype(qtbot, sheet.head.day, "2026/11/21")
    qtbot.keyClick(sheet.head.day, Qt.Key.Key_Return)
    assert sheet.problem.isVisible() and sheet.head.day.hasFocus()


def test_a_customer_is_found_by_the_tail_of_the_phone(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    with database.write() as session:
        session.query(Customer).filter_by(name="佐藤 花子").one()
        from app.domain.customers import CustomerFields
        from app.services.customers import add_customer

        add_customer(session, CustomerFields(name="林 葵", mobile="090-0000-4321"), now=NOW, today=TODAY)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "4321", "700")
    assert visits(database) == [("林 葵", 700, [""])]


def test_points_are_asked_for_where_there_are_some(
    context: AppContext, window: QWidget, gold: int, database: Database, qtbot: QtBot
) -> None:
    sheet = open_day_sheet(context, window)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし", "5000")
    slip = sheet.rows()[0]
    assert slip.points.hasFocus() and "1,240" in slip.usable.text()
    say(qtbot, "1241")
    assert slip.trouble.isVisible() and visits(database, TODAY) == []
    retype(qtbot, slip.points, "1240")
    assert slip.amount.text() == "¥3,760"
    qtbot.keyClick(slip.points, Qt.Key.Key_Return)
    assert visits(database, TODAY) == [("吉田 和子", 5000, [""])] and sheet.total.text() == "¥3,760"
    with database.read() as session:
        assert standing(session, gold, TODAY).balance == 37 * 150 // 100


def test_what_cannot_be_recorded_stays_to_be_mended(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし")
    with database.write() as session:
        for table in (PurchaseLine, Purchase, Customer):
            session.query(table).delete()
    say(qtbot, "5000")
    slip = sheet.rows()[0]
    assert slip.state is SlipState.OPEN and slip.trouble.isVisible() and slip.name.isVisible()
    assert sheet.check.isVisible() and sheet.rows()[-1].who.search.hasFocus()
    say(qtbot, "", "300")
    assert visits(database) == [("", 300, [""])]


def test_a_recorded_slip_is_taken_back_and_typed_anew(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし", "5000", "さとう", "300")
    slip = sheet.rows()[0]
    qtbot.mouseClick(slip.mend, LEFT)
    assert visits(database) == [("佐藤 花子", 300, [""])] and slip.items.search.hasFocus()
    say(qtbot, "5500")
    assert sorted(visits(database)) == [("佐藤 花子", 300, [""]), ("吉田 和子", 5500, [""])]
    assert sheet.total.text() == "¥5,800"


def test_a_row_is_taken_off(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし")
    qtbot.mouseClick(sheet.rows()[0].remove, LEFT)
    assert len(sheet.rows()) == 1 and not sheet.is_touched() and visits(database) == []


def test_the_slips_are_numbered_one_after_the_other_also_when_one_is_taken_off(sheet: DaySheet, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし", "5000", "さとう", "800", "よし")
    qtbot.mouseClick(sheet.rows()[2].remove, LEFT)
    say(qtbot, "さとう", "300", "よし")
    assert [slip.number.text() for slip in sheet.rows()] == ["1", "2", "3", "4"]
    assert sheet.rows()[3].remove.accessibleName() == "Remove slip 4"


def test_enter_alone_makes_no_slip(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "", "", "", "")
    assert visits(database) == [] and len(sheet.rows()) == 1 and sheet.rows()[0].trouble.isVisible()


def test_a_name_typed_after_one_enter_too_many_finds_its_customer(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "", "さとう")
    slip = sheet.rows()[0]
    assert slip.who.search.hasFocus() and slip.trouble.isVisible() and slip.who.hits.isVisible()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "800")
    assert visits(database) == [("佐藤 花子", 800, [""])]


def test_a_product_that_is_called_like_a_customer_can_be_insisted_on(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "", "さとう")
    sheet.rows()[0].who.begin()
    say(qtbot, "", "さとう", "300", "")
    assert visits(database) == [("", 300, ["さとう"])]


def test_somebody_new_is_added_with_the_slip(sheet: DaySheet, database: Database, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "林 葵")
    assert sheet.rows()[0].who.newcomer.hasFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "800")
    assert visits(database) == [("林 葵", 800, [""])]


def test_a_second_slip_of_the_day_is_pointed_out(sheet: DaySheet, qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし", "5000", "よし")
    assert sheet.rows()[1].twice.isVisible()


def test_a_barcode_is_a_product_and_a_number_an_amount(
    sheet: DaySheet, context: AppContext, window: QWidget, database: Database, qtbot: QtBot
) -> None:
    sheet.close_panel()
    with database.write() as session:
        add_product(session, ProductFields("ワックス", barcode="4901234567894", price=1800), now=NOW)
    other = open_day_sheet(context, window, YESTERDAY)
    qtbot.keyClick(other.head.day, Qt.Key.Key_Return)
    say(qtbot, "", "4901234567894", "")
    assert visits(database) == [("", 1800, ["ワックス"])]


def test_escape_asks_only_for_slips_that_are_open(sheet: DaySheet, messages: MessageSpy, qtbot: QtBot) -> None:
    messages.answer = False
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible() and len(messages.questions) == 1
    say(qtbot, "5000")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and len(messages.questions) == 1 and "1" in messages.toasts[-1][0]
    free()
    assert not isValid(sheet)


def test_ctrl_shift_d_opens_it_from_anywhere(context: AppContext, qtbot: QtBot) -> None:
    main = MainWindow("おかえり")
    qtbot.addWidget(main)
    main.start(context)
    with qtbot.waitExposed(main):
        main.show()
    main.activateWindow()
    shortcut = next(one for one in main.findChildren(QShortcut) if one.key() == QKeySequence("Ctrl+Shift+D"))
    shortcut.activated.emit()
    sheet = main.findChild(DaySheet)
    assert isinstance(sheet, DaySheet) and sheet.isVisible()


def test_the_visit_panel_leads_to_it(context: AppContext, window: QWidget, kazuko: int, qtbot: QtBot) -> None:
    panel = open_visit_panel(context, window)
    qtbot.keyClick(panel.day, Qt.Key.Key_Down)
    qtbot.mouseClick(panel.many, LEFT)
    sheet = window.findChild(DaySheet)
    assert isinstance(sheet, DaySheet) and sheet.isVisible() and sheet.head.visit_day() == YESTERDAY
    assert not panel.isVisible()


def test_the_field_and_the_first_hit_stay_in_sight_however_many_are_found(
    sheet: DaySheet, window: QWidget, database: Database, qtbot: QtBot
) -> None:
    window.resize(1366, 460)
    with database.write() as session:
        for _ in range(9):
            add_customer(session, "高橋 あや", kana="たかはし あや")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    say(qtbot, "よし", "5000")
    slip = sheet.rows()[1]
    commit(slip.who.search, "たかはし")
    slip.who.search.send_now()
    qtbot.waitUntil(lambda: slip.who.hits.isVisible() and slip.height() > 460)
    assert slip.who.search.visibleRegion().boundingRect() == slip.who.search.rect()
    assert slip.who.hits.visibleRegion().boundingRect().contains(slip.who.hits.visualRect(slip.who.hits.model().index(0, 0)))


@pytest.mark.parametrize("size", [(1366, 690), (1093, 614)])
def test_no_word_is_cut_off(context: AppContext, window: QWidget, kazuko: int, size: tuple[int, int], qtbot: QtBot) -> None:
    window.resize(*size)
    sheet = open_day_sheet(context, window, YESTERDAY)
    qtbot.keyClick(sheet.head.day, Qt.Key.Key_Return)
    say(qtbot, "よし", "5000", "さとう")
    qtbot.waitUntil(lambda: clipped(sheet) == [])
