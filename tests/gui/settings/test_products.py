"""Products: on the settings page and on their own page; added, changed, put aside, grouped, made of what was sold."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.figures import DueAgainSoon
from app.domain.imports import ImportKind
from app.domain.products import GroupFields, ProductFields, ProductRow
from app.domain.purchases import LineFields
from app.models.database import Database
from app.queries.products import group_rows, product_rows
from app.services.products import add_group, add_product, add_products
from app.views.settings.page import SettingsPage
from app.views.settings.product_groups_panel import GroupsPanel
from app.views.settings.product_page import ProductsPage
from app.views.settings.product_panel import ProductPanel
from app.views.settings.product_sold_panel import SoldPanel
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.table_view import SimpleTable
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.settings.conftest import Shown, free, undo_last
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton
ShownPage = Callable[..., ProductsPage]
SHAMPOO = ProductFields("シャンプー 300mL", "S-1", "しゃんぷー", "4901234567894", "Hair care", 2640, reuse_days=45)


@pytest.fixture
def products(database: Database) -> dict[str, int]:
    cut, voucher = ProductFields("カット", price=4950, earns_points=False), ProductFields("商品券", price=5000, tax_rate=0)
    with database.write() as session:
        add_group(session, GroupFields("Hair care", 0.42, 800), now=NOW)
        return {fields.name: add_product(session, fields, now=NOW).product_id for fields in (cut, SHAMPOO, voucher)}


@pytest.fixture
def products_page(qtbot: QtBot, context: AppContext) -> ShownPage:
    def show(width: int = 1162, height: int = 690) -> ProductsPage:
        page = ProductsPage(context)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


def named(database: Database) -> dict[str, ProductRow]:
    with database.read() as session:
        return {row.name: row for row in product_rows(session, with_archived=True)}


def cells(page: QWidget) -> list[list[str]]:
    table = page.findChild(SimpleTable)
    assert table is not None
    model = table.model()
    return [[str(model.index(row, column).data()) for column in range(model.columnCount())] for row in range(model.rowCount())]


def names(page: QWidget) -> list[str]:
    return [row[0] for row in cells(page)]


def open_row(qtbot: QtBot, page: QWidget, name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    table = page.findChild(SimpleTable)
    assert table is not None
    table.setFocus()
    table.selectRow(names(page).index(name))
    qtbot.keyClick(table, key)


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    button = next(b for b in page.findChildren(OkaeriButton) if name in (b.accessibleName(), b.label()) and b.isVisible())
    qtbot.mouseClick(button, LEFT)


def panel_of(page: QWidget) -> SidePanel:
    return next(panel for panel in page.findChildren(SidePanel) if panel.isVisible())


def form_of(page: QWidget) -> ProductPanel:
    panel = panel_of(page)
    assert isinstance(panel, ProductPanel)
    return panel


def write(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def save(qtbot: QtBot, page: QWidget) -> None:
    qtbot.keyClick(panel_of(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_settings_say_what_a_product_costs_and_brings(shown: Shown, products: dict[str, int]) -> None:
    page = shown()
    assert cells(page.products) == [
        ["シャンプー 300mL", "¥2,640", "8%", "42%", "yes"],
        ["カット", "¥4,950", "10%", "60%", "no"],
        ["商品券", "¥5,000", "none", "60%", "yes"],
    ]
    assert not page.products.sold.isVisible()


def test_without_products_the_amount_alone_is_enough(shown: Shown, navigation: NavigationSpy, qtbot: QtBot) -> None:
    page = shown()
    assert page.products.sold.isVisible() and not page.products.all.isVisible()
    qtbot.mouseClick(page.products.from_list, LEFT)
    assert navigation.shown == [("import", {"kind": ImportKind.PRODUCTS})]


def test_the_settings_lead_to_all_products(shown: Shown, products: dict[str, int], navigation: NavigationSpy, qtbot: QtBot) -> None:
    page: SettingsPage = shown()
    qtbot.mouseClick(page.products.all, LEFT)
    assert navigation.shown == [("products", {})]


def test_a_product_is_added_by_the_keyboard_alone(products_page: ShownPage, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    page = products_page()
    qtbot.mouseClick(page.add_button, LEFT)
    panel = form_of(page)
    assert panel.name.hasFocus()
    write(qtbot, panel.name, "Wax")
    write(qtbot, panel.price, "1,500")
    write(qtbot, panel.margin.percent, "42.5")
    write(qtbot, panel.reuse, "60")
    save(qtbot, page)
    assert named(database)["Wax"].fields == ProductFields("Wax", price=1500, margin_rate=0.425, reuse_days=60)
    assert names(page) == ["Wax"]
    undo_last(database, messages)
    assert named(database) == {}
    free()
    assert not isValid(panel)


def test_what_a_group_says_is_named_and_may_be_overruled(
    products_page: ShownPage, products: dict[str, int], database: Database, qtbot: QtBot
) -> None:
    page = products_page()
    open_row(qtbot, page, "シャンプー 300mL")
    panel = form_of(page)
    assert panel.tax.choice.currentText() == "As the group (8%)"
    panel.group.setCurrentIndex(0)
    panel.group.activated.emit(0)
    assert panel.tax.choice.currentText() == "As the group (10%)"
    panel.tax.set_value(550)
    panel.points.set_current(False)
    save(qtbot, page)
    row = named(database)["シャンプー 300mL"]
    assert (row.fields.group, row.tax_rate, row.margin_rate, row.earns_points) == ("", 550, 0.6, False)


def test_a_new_group_is_made_on_the_way(products_page: ShownPage, products: dict[str, int], database: Database, qtbot: QtBot) -> None:
    page = products_page()
    open_row(qtbot, page, "カット")
    panel = form_of(page)
    last = panel.group.count() - 1
    panel.group.setCurrentIndex(last)
    panel.group.activated.emit(last)
    assert panel.new_group.isVisible()
    write(qtbot, panel.new_group, "Hair")
    save(qtbot, page)
    assert named(database)["カット"].fields.group == "Hair"


@pytest.mark.parametrize(
    ("field", "text", "place"),
    [("price", "about 5", "price_field"), ("reuse", "0", "reuse_field"), ("code", "S-1", "code_field"), ("name", "商品券", "name_field")],
)
def test_what_cannot_be_is_said_beside_it_and_stays(
    products_page: ShownPage, products: dict[str, int], database: Database, qtbot: QtBot, field: str, text: str, place: str
) -> None:
    page = products_page()
    open_row(qtbot, page, "カット")
    panel = form_of(page)
    getattr(panel, field).setText(text)
    save(qtbot, page)
    assert panel.isVisible() and getattr(panel, place).has_error
    assert getattr(panel, field).text() == text
    assert named(database)["カット"].fields == ProductFields("カット", price=4950, earns_points=False)


def test_another_tax_rate_has_to_be_named(products_page: ShownPage, products: dict[str, int], qtbot: QtBot) -> None:
    page = products_page()
    open_row(qtbot, page, "カット")
    panel = form_of(page)
    last = panel.tax.choice.count() - 1
    panel.tax.choice.setCurrentIndex(last)
    panel.tax.choice.activated.emit(last)
    save(qtbot, page)
    assert panel.tax_field.has_error
    write(qtbot, panel.tax.rate, "5.5")
    assert panel.tax.value() == 550


def test_leaving_with_something_typed_asks(products_page: ShownPage, products: dict[str, int], messages: MessageSpy, qtbot: QtBot) -> None:
    page = products_page()
    open_row(qtbot, page, "カット")
    panel = form_of(page)
    messages.answer = False
    write(qtbot, panel.kana, "x")
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isVisible() and len(messages.questions) == 1
    messages.answer = True
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_product_is_put_aside_by_a_key_and_brought_back(
    products_page: ShownPage, products: dict[str, int], database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    page = products_page()
    open_row(qtbot, page, "商品券", Qt.Key.Key_Delete)
    assert not named(database)["商品券"].is_active and "商品券" not in names(page)
    undo_last(database, messages)
    page.refresh()
    open_row(qtbot, page, "商品券")
    press(qtbot, page, "Put aside")
    assert not named(database)["商品券"].is_active
    last = page.group.count() - 1
    page.group.setCurrentIndex(last)
    page.group.activated.emit(last)
    assert names(page) == ["商品券"]
    open_row(qtbot, page, "商品券")
    assert named(database)["商品券"].is_active


def test_the_search_knows_name_kana_code_and_barcode(products_page: ShownPage, products: dict[str, int], qtbot: QtBot) -> None:
    page = products_page()
    page.setFocus()
    assert page.search.hasFocus()
    for text in ("シャンプー", "しゃん", "s-1", "４９０１"):
        page.search.setText(text)
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
        assert names(page) == ["シャンプー 300mL"]
    page.search.setText("xyz")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert any(empty.isVisible() for empty in page.findChildren(EmptyState))


def test_two_thousand_products_are_listed_group_by_group(products_page: ShownPage, database: Database, qtbot: QtBot) -> None:
    groups = ("A", "B", "C")
    with database.write() as session:
        add_products(session, [ProductFields(f"商品 {n}", f"P{n}", group=groups[n % 3]) for n in range(2000)], now=NOW)
    page = products_page()
    assert len(names(page)) == 2000
    assert [row[2] for row in cells(page)] == sorted(row[2] for row in cells(page))
    page.group.setCurrentIndex(2)
    page.group.activated.emit(2)
    assert {row[2] for row in cells(page)} == {"B"}


def test_groups_say_what_their_products_do_not(
    products_page: ShownPage, products: dict[str, int], database: Database, messages: MessageSpy, qtbot: QtBot
) -> None:
    page = products_page()
    qtbot.mouseClick(page.groups, LEFT)
    panel = panel_of(page)
    assert isinstance(panel, GroupsPanel)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.name.text() == "Hair care"
    write(qtbot, panel.margin.percent, "30")
    save(qtbot, page)
    assert named(database)["シャンプー 300mL"].margin_rate == 0.3
    assert panel.isVisible() and not panel.name.text()
    write(qtbot, panel.name, "Food")
    save(qtbot, page)
    with database.read() as session:
        assert [row.name for row in group_rows(session)] == ["Hair care", "Food"]
    write(qtbot, panel.name, "Food")
    save(qtbot, page)
    assert panel.name_field.has_error
    undo_last(database, messages)
    with database.read() as session:
        assert [row.name for row in group_rows(session)] == ["Hair care"]


def test_a_group_in_use_stays(
    products_page: ShownPage, products: dict[str, int], database: Database, qtbot: QtBot, messages: MessageSpy
) -> None:
    page = products_page()
    qtbot.mouseClick(page.groups, LEFT)
    panel = panel_of(page)
    assert isinstance(panel, GroupsPanel)
    with qtbot.waitSignal(panel.list.action_triggered):
        panel.list.setFocus()
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    with database.read() as session:
        assert [row.name for row in group_rows(session)] == ["Hair care"]


def test_products_are_made_of_what_was_sold(products_page: ShownPage, database: Database, messages: MessageSpy, qtbot: QtBot) -> None:
    with database.write() as session:
        customer = add_customer(session)
        for _ in range(2):
            add_purchase(session, customer, TODAY, lines=(LineFields("カット", unit_price=4950, amount=4950),))
        add_purchase(session, customer, TODAY, lines=(LineFields("試し", unit_price=1, amount=1),))
    page = products_page()
    press(qtbot, page, "Make products of what was sold")
    panel = panel_of(page)
    assert isinstance(panel, SoldPanel) and panel.save.label() == "Add 1 product(s)"
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.save.label() == "Add 2 product(s)"
    qtbot.mouseClick(panel.nothing, LEFT)
    assert not panel.save.isEnabled()
    qtbot.mouseClick(panel.everything, LEFT)
    save(qtbot, page)
    assert set(named(database)) == {"カット", "試し"}
    undo_last(database, messages)
    assert named(database) == {}


def test_whose_products_are_due_again_is_one_click_away(
    products_page: ShownPage, products: dict[str, int], navigation: NavigationSpy, qtbot: QtBot
) -> None:
    page = products_page()
    qtbot.mouseClick(page.due, LEFT)
    assert [(name, arguments["spec"]) for name, arguments in navigation.shown] == [("people", DueAgainSoon(TODAY, 14))]


def test_prices_of_another_currency_keep_their_pennies(qtbot: QtBot, context: AppContext) -> None:
    from app.domain.money import currency_of
    from app.views.settings.product_panel import open_product_panel

    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    panel = open_product_panel(context, window, None, [], currency=currency_of("GBP"), shop_margin=0.6)
    write(qtbot, panel.price, "12.50")
    assert panel.price.value() == 1250 and panel.reuse.value() is None
    panel.reuse.set_value(Decimal(30))
    assert panel.reuse.value() == 30


@pytest.mark.parametrize("size", [(1162, 690), (900, 560)])
def test_nothing_is_cut_off(products_page: ShownPage, products: dict[str, int], qtbot: QtBot, size: tuple[int, int]) -> None:
    page = products_page(*size)
    assert clipped(page) == []
    open_row(qtbot, page, "カット")
    assert clipped(form_of(page)) == []
