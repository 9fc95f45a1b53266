"""Lists of products: which column is what, what a cell means, and that nothing is lost on the way out and in again."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.money import JPY, currency_of
from app.domain.products import GroupFields, GroupRow, ProductFields, ProductRow
from app.exchange.columns import Subject, guess_columns, guess_subject
from app.exchange.export import ExportStyle
from app.exchange.problems import MissingColumns, RowReason
from app.exchange.products import ProductReading, read_products, write_products
from app.exchange.source import open_table


def read(tmp_path: Path, text: str, currency: str = "JPY") -> ProductReading:
    path = tmp_path / "商品.csv"
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    return read_products(table, guess_columns(table, Subject.PRODUCTS), currency=currency_of(currency))


def test_the_columns_of_a_cash_register_are_known(tmp_path: Path) -> None:
    path = tmp_path / "商品マスタ.csv"
    path.write_text(
        "商品コード,商品名,部門名,商品単価,税区分,JANコード\nS-1,シャンプー,ヘアケア,2640,標準,4901234567894\n", encoding="utf-8"
    )
    table = open_table(path)
    assert guess_subject(table) is Subject.PRODUCTS
    assert guess_columns(table, Subject.PRODUCTS).targets == ("product_code", "product", "group", "price", "tax_rate", "barcode")


@pytest.mark.parametrize(
    ("header", "subject"),
    [
        ("日付,商品名,単価,金額", Subject.PURCHASES),
        ("伝票番号,商品名,価格", Subject.PURCHASES),
        ("お名前,電話番号,分類", Subject.CUSTOMERS),
        ("品名,売価,カテゴリ", Subject.PRODUCTS),
    ],
)
def test_a_list_of_products_is_told_from_sales_and_customers(tmp_path: Path, header: str, subject: Subject) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"{header}\n1,2,3{',4' if header.count(',') == 3 else ''}\n", encoding="utf-8")
    assert guess_subject(open_table(path)) is subject


def test_cells_are_read_as_shops_write_them(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "商品名,価格,税率,粗利率,ポイント対象,サービス区分,目安日数\n"
        'カット,"¥4,950",10%,78%,○,施術,30日\n'
        "弁当,540,軽減,0.3,×,物販,\n"
        "商品券,５０００,非課税,,なし,,\n",
    )
    assert [draft.fields for draft in reading.drafts] == [
        ProductFields("カット", price=4950, tax_rate=1000, margin_rate=0.78, earns_points=True, is_service=True, reuse_days=30),
        ProductFields("弁当", price=540, tax_rate=800, margin_rate=0.3, earns_points=False),
        ProductFields("商品券", price=5000, tax_rate=0, earns_points=False),
    ]
    assert reading.drafts[1].said == {"name", "price", "tax_rate", "margin_rate", "earns_points", "is_service"}
    assert (reading.rows_read, reading.refused) == (3, [])


def test_what_cannot_be_read_is_said_with_its_cell(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "商品コード,商品名,価格,税率,粗利率,目安日数,ポイント対象\n"
        "1,,100,,,,\n"
        "2,カット,時価,,,,\n"
        "3,パーマ,100,60%,,,\n"
        "4,カラー,100,,120%,,\n"
        "5,スパ,100,,,0,\n"
        "6,眉,100,,,,たぶん\n"
        "7,爪,-5,,,,\n"
        "8,足,100,,,,\n"
        "8,手,100,,,,\n",
    )
    assert [(error.row, error.reason, error.field) for error in reading.refused] == [
        (2, RowReason.PRODUCT_MISSING, "product"),
        (3, RowReason.AMOUNT_UNREADABLE, "price"),
        (4, RowReason.RATE_OUT_OF_RANGE, "tax_rate"),
        (5, RowReason.RATE_OUT_OF_RANGE, "margin_rate"),
        (6, RowReason.DAYS_OUT_OF_RANGE, "reuse_days"),
        (7, RowReason.CHOICE_UNREADABLE, "earns_points"),
        (8, RowReason.AMOUNT_UNREADABLE, "price"),
        (10, RowReason.PRODUCT_TWICE, "product_code"),
    ]
    assert [draft.fields.name for draft in reading.drafts] == ["足"]


def test_a_price_finer_than_the_currency_is_rounded_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, "product,price\nSoap,2.345\n", "GBP")
    assert reading.drafts[0].fields.price == 235
    assert [warning.reason for warning in reading.warnings] == [RowReason.PRICE_ROUNDED]


def test_without_a_column_of_names_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(MissingColumns):
        read(tmp_path, "バーコード,価格\n4901,100\n")


def test_products_come_back_as_they_went_out(tmp_path: Path) -> None:
    group = GroupRow(1, GroupFields("ヘアケア", 0.333333, 800, False))
    products = (
        ProductRow(
            1,
            ProductFields("シャンプー, 300mL", "S-1", "しゃんぷー", "0490", "ヘアケア", 2640, 1000, 0.4215, False, False, 45),
            1000, 0.4215, False, ("シャンプー", "洗髪料"),
        ),
        ProductRow(2, ProductFields("カット", is_service=True, price=0, earns_points=True), 1000, 0.6, True, is_active=False),
    )  # fmt: skip
    path = tmp_path / "out.csv"
    empty, gone = GroupRow(2, GroupFields("お茶", None, 800)), GroupRow(3, GroupFields("雑貨"), is_active=False)
    assert write_products(path, products, [group, empty, gone], style=ExportStyle.MOVING, language="ja", currency=JPY) == 3
    table = open_table(path)
    reading = read_products(table, guess_columns(table, Subject.PRODUCTS), currency=JPY)
    assert [draft.fields for draft in reading.drafts] == [product.fields for product in products]
    assert [draft.former_names for draft in reading.drafts] == [("シャンプー", "洗髪料"), ()]
    assert [draft.is_archived for draft in reading.drafts] == [None, True]
    assert [draft.group for draft in reading.drafts] == [group.fields, None]
    assert (reading.groups, reading.refused, reading.rows_read) == ([empty.fields], [], 3)


def test_the_words_of_the_forms_are_read_back(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "商品コード,商品名,分類,区分,価格,税,ポイント,次の目安\n"
        "S01,カラー,施術,サービス,7700,10%(標準),付く,60日\n"
        "P01,シャンプー,物販,商品,3300,8%(軽減),付く,45日\n"
        "P02,商品券,その他,商品,5000,税なし,付かない,\n",
    )
    assert reading.refused == []
    assert [(draft.fields.is_service, draft.fields.earns_points, draft.fields.tax_rate) for draft in reading.drafts] == [
        (True, True, 1000),
        (False, True, 800),
        (False, False, 0),
    ]
    assert [(draft.fields.group, draft.fields.reuse_days) for draft in reading.drafts] == [("施術", 60), ("物販", 45), ("その他", None)]


@pytest.mark.parametrize(
    ("word", "earns"),
    [
        *(("付く", True), ("はい", True), ("○", True), ("1", True), ("対象", True), ("Earns points", True)),
        *(("付かない", False), ("いいえ", False), ("×", False), ("0", False), ("対象外", False), ("Earns no points", False)),
    ],
)
def test_points_are_said_in_many_ways(tmp_path: Path, word: str, earns: bool) -> None:
    reading = read(tmp_path, f"商品名,ポイント\nカット,{word}\n")
    assert [draft.fields.earns_points for draft in reading.drafts] == [earns]


@pytest.mark.parametrize(
    ("header", "cells", "targets"),
    [
        ("商品名,種類,価格", ("カット,サービス,1", "櫛,商品,2"), ("product", "service", "price")),
        ("商品名,種類,価格", ("カット,施術,1", "櫛,物販,2"), ("product", "group", "price")),
        ("商品名,区分,価格", ("カット,カット,1", "櫛,小物,2"), ("product", "group", "price")),
        ("商品名,種類,区分,価格", ("カット,施術,サービス,1", "櫛,物販,商品,2"), ("product", "group", "service", "price")),
        ("商品名,サービス,価格", ("カット,サービス,1", "櫛,,2"), ("product", "service", "price")),
    ],
)
def test_services_are_told_from_groups_by_what_stands_below(
    tmp_path: Path, header: str, cells: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("\n".join((header, *cells, "")), encoding="utf-8")
    assert guess_columns(open_table(path), Subject.PRODUCTS).targets == targets
