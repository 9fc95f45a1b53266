"""A list of products in the wizard: told from other lists, checked, brought in, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.imports import ImportKind
from app.models.database import Database
from app.queries.products import product_rows
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.importing.conftest import CHECK, COLUMNS, FILE, RESULT, Wizard, list_file

PRODUCTS = (
    ("商品コード", "商品名", "部門", "価格", "税率"),
    ("C-1", "カット", "ヘア", "4,950", "10%"),
    ("S-1", "シャンプー", "物販", "時価", ""),
    ("", "", "物販", "100", ""),
)


@pytest.fixture
def products(wizard: Wizard, tmp_path: Path) -> Wizard:
    return wizard.open(list_file(tmp_path, PRODUCTS, "商品.csv"))


def names(database: Database) -> list[str]:
    with database.read() as session:
        return [row.name for row in product_rows(session)]


def test_a_list_of_products_is_recognised_and_comes_in(products: Wizard, database: Database, navigation: NavigationSpy) -> None:
    opened = products.page.desk.draft.opened
    assert products.step == COLUMNS and opened is not None and opened.kind is ImportKind.PRODUCTS
    products.press()
    assert products.step == CHECK
    assert products.check.counts.texts() == ["1 row come in or bring a product up to date", "1 groups", "2 rows cannot come in"]
    products.type_into("シャンプー", "2640")
    assert products.primary.label() == "Import 2 products"
    products.press()
    assert products.step == RESULT
    assert names(database) == ["カット", "シャンプー"]
    assert products.result.counts.texts()[:3] == ["2 rows came in", "2 items newly registered", "0 items brought up to date"]
    products.press()
    assert navigation.shown[-1] == ("products", {})


def test_the_import_is_undone(products: Wizard, database: Database, messages: MessageSpy) -> None:
    products.press().press()
    products.click("Undo this import")
    assert names(database) == []
    assert products.step == FILE
    assert messages.toasts[-1][0].startswith("The import was undone: 1 item of products taken out")


def test_without_a_column_of_names_it_does_not_go_on(products: Wizard) -> None:
    products.page.desk.choose_target(1, "")
    products.columns.show_draft(products.page.desk.draft)
    assert not products.columns.is_complete()


def test_the_kind_can_be_chosen(wizard: Wizard, tmp_path: Path) -> None:
    wizard.open(list_file(tmp_path, (("name", "price"), ("Soap", "300")), "list.csv"))
    wizard.page.desk.choose_kind(ImportKind.PRODUCTS)
    opened = wizard.page.desk.draft.opened
    assert opened is not None and opened.mapping.targets == ("product", "price")


def test_who_comes_from_the_products_brings_in_products(wizard: Wizard, tmp_path: Path) -> None:
    wizard.page.open_with(kind=ImportKind.PRODUCTS)
    wizard.open(list_file(tmp_path, (("name", "memo"), ("Soap", "")), "list.csv"))
    opened = wizard.page.desk.draft.opened
    assert opened is not None and opened.kind is ImportKind.PRODUCTS
    wizard.page.open_with(kind=ImportKind.PRODUCTS)
    assert wizard.step == FILE
    wizard.click("Go on with this file")
    wizard.press().press()
    wizard.page.open_with(kind=ImportKind.CUSTOMERS)
    assert wizard.step == FILE and wizard.page.desk.draft.opened is None
