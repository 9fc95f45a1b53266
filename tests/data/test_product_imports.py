"""Bringing products in from a list: new, known, refused; and undoing it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.domain.exports import ExportWhat
from app.domain.imports import ImportKind, ImportSource
from app.domain.money import JPY
from app.domain.products import GroupFields, ProductFields
from app.domain.rewards import RewardKind
from app.exchange.columns import Subject, guess_columns
from app.exchange.export import ExportStyle
from app.exchange.problems import RowReason
from app.exchange.products import read_products
from app.exchange.source import open_table
from app.models.database import Database
from app.models.points import Reward
from app.models.product import Product, ProductGroup
from app.queries.imports import import_rows
from app.queries.products import group_rows, product_rows
from app.services.exports import log_export, write_export
from app.services.import_customers import ImportOutcome
from app.services.import_products import store_products
from app.services.imports import undo_import
from app.services.products import add_group, add_product, edit_product
from tests.factories import NOW, TODAY

SOURCE = ImportSource("商品.csv", "f" * 64)


def bring(session: Session, tmp_path: Path, *lines: str) -> ImportOutcome:
    path = tmp_path / "商品.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    table = open_table(path)
    reading = read_products(table, guess_columns(table, Subject.PRODUCTS), currency=JPY)
    return store_products(session, reading, source=SOURCE, now=NOW)


def listed(session: Session, *, with_archived: bool = False) -> Sequence[ProductFields]:
    return [row.fields for row in product_rows(session, with_archived=with_archived)]


def test_new_products_come_with_their_groups_and_go_again(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        add_group(session, GroupFields("ヘア", 0.7), now=NOW)
        outcome = bring(
            session, tmp_path,
            "商品コード,商品名,商品の種類,値段,種類の粗利率",
            "S-1,シャンプー,物販,2640,42%",
            "C-1,カット,ヘア,4950,10%",
        )  # fmt: skip
        assert (outcome.accepted, outcome.created, outcome.updated, outcome.refused) == (2, 2, 0, [])
        assert listed(session) == [
            ProductFields("シャンプー", "S-1", group="物販", price=2640),
            ProductFields("カット", "C-1", group="ヘア", price=4950),
        ]
        # A group that is there stays as the shop has it; a new one takes what the list says.
        assert [(row.name, row.fields.margin_rate) for row in group_rows(session)] == [("ヘア", 0.7), ("物販", 0.42)]
    with database.write() as session:
        assert [row.kind for row in import_rows(session)] == [ImportKind.PRODUCTS]
        undone = undo_import(session, outcome.import_id, now=NOW, today=TODAY)
        assert (undone.products, undone.restored, undone.kept) == (2, 0, 0)
        assert listed(session, with_archived=True) == []
        assert [row.name for row in group_rows(session)] == ["ヘア"]


def test_a_known_product_is_brought_up_to_date_and_put_back(database: Database, tmp_path: Path) -> None:
    before = ProductFields("シャンプー", "S-1", "しゃんぷー", group="物販", price=2640, reuse_days=45)
    with database.write() as session:
        product_id = add_product(session, before, now=NOW).product_id
        outcome = bring(session, tmp_path, "商品コード,商品名,値段,ふりがな", "s-1,シャンプー 300mL,2860,")
        assert (outcome.created, outcome.updated) == (0, 1)
        (row,) = product_rows(session)
        assert row.id == product_id
        assert row.fields == ProductFields("シャンプー 300mL", "s-1", "しゃんぷー", group="物販", price=2860, reuse_days=45)
        assert row.former_names == ("シャンプー",)
    with database.write() as session:
        undone = undo_import(session, outcome.import_id, now=NOW, today=TODAY)
        assert (undone.products, undone.restored) == (0, 1)
        (row,) = product_rows(session)
        assert (row.fields, row.former_names) == (before, ())


def test_what_was_changed_since_stays_when_an_import_is_undone(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        product_id = add_product(session, ProductFields("カット", price=4000, reuse_days=30), now=NOW).product_id
        outcome = bring(session, tmp_path, "商品名,値段,次の目安の日数", "カット,4500,40")
        edit_product(session, product_id, ProductFields("カット", price=5000, reuse_days=40), now=NOW)
        undo_import(session, outcome.import_id, now=NOW, today=TODAY)
        assert listed(session) == [ProductFields("カット", price=5000, reuse_days=30)]


def test_a_product_something_hangs_on_stays(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        outcome = bring(session, tmp_path, "商品名,値段", "ワックス,1500", "ジェル,1200")
        wax = next(row.id for row in product_rows(session) if row.name == "ワックス")
        session.add(Reward(kind=RewardKind.PRODUCT, name="ワックス", points=300, product_id=wax))
        session.flush()
        undone = undo_import(session, outcome.import_id, now=NOW, today=TODAY)
        assert (undone.products, undone.kept) == (1, 1)
        assert listed(session) == [ProductFields("ワックス", price=1500)]


def test_rows_that_receipts_could_not_tell_apart_stay_out(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        add_product(session, ProductFields("石けん", "A", barcode="4901"), now=NOW)
        add_product(session, ProductFields("石けん", "B"), now=NOW)
        outcome = bring(session, tmp_path, "商品コード,商品名,バーコード", ",石けん,", "C,石けん,", "D,タオル,4901", "E,石けん,4909")
        assert [(error.row, error.reason) for error in outcome.refused] == [
            (2, RowReason.PRODUCT_NAME_TAKEN),
            (4, RowReason.BARCODE_TAKEN),
        ]
        assert [fields.code for fields in listed(session)] == ["A", "B", "C", "E"]


def test_a_list_of_thousands_comes_in_at_once(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        rows = [f"P{n:05d},商品 {n},{('ヘア', '物販', '食品')[n % 3]},{100 + n}" for n in range(3000)]
        outcome = bring(session, tmp_path, "商品コード,商品名,商品の種類,値段", *rows)
        assert (outcome.created, len(product_rows(session)), len(group_rows(session))) == (3000, 3000, 3)
        again = bring(session, tmp_path, "商品コード,商品名,商品の種類,値段", *rows)
        assert (again.accepted, again.created, again.updated) == (3000, 0, 0)


def test_products_move_into_another_shop_whole(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "out" / "商品.xlsx"
    with database.write() as session:
        add_group(session, GroupFields("ヘアケア", 0.42, 800, False), now=NOW)
        first = add_product(session, ProductFields("シャンプー", "1", "しゃんぷー", "490", "ヘアケア", 2640, reuse_days=45), now=NOW)
        add_product(session, ProductFields("カット", price=4950, is_service=True, margin_rate=0.785, earns_points=True), now=NOW)
        edit_product(session, first.product_id, ProductFields("シャンプー 大", "1", "しゃんぷー", "490", "ヘアケア", 2640), now=NOW)
        plan = log_export(session, ExportWhat.PRODUCTS, path, who="田中", now=NOW)
        assert plan.rows == 2
    with database.write() as session:
        assert write_export(session, path, plan, style=ExportStyle.MOVING, language="ja") == 2
        before = [(row.fields, row.former_names, row.tax_rate, row.margin_rate, row.earns_points) for row in product_rows(session)]
        for row in import_rows(session):
            undo_import(session, row.id, now=NOW, today=TODAY)

        session.execute(delete(Product))
        session.execute(delete(ProductGroup))
        table = open_table(path)
        reading = read_products(table, guess_columns(table, Subject.PRODUCTS), currency=JPY)
        store_products(session, reading, source=SOURCE, now=NOW)
        after = [(row.fields, row.former_names, row.tax_rate, row.margin_rate, row.earns_points) for row in product_rows(session)]
        assert after == before


def test_a_group_without_products_travels_along(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        outcome = bring(
            session, tmp_path,
            "product,price,group,group_tax_rate,group_margin_rate,group_earns_points",
            "Cut,4950,Hair,10%,70%,yes",
            ",,Tea,8%,30%,no",
            ",,Hair,5%,1%,no",
            ",300,Tea,8%,30%,no",
        )  # fmt: skip
        assert (outcome.accepted, outcome.created) == (3, 1)
        assert [(error.row, error.reason) for error in outcome.refused] == [(5, RowReason.PRODUCT_MISSING)]
        assert [(row.fields, row.products) for row in group_rows(session)] == [
            (GroupFields("Hair", 0.7, 1000), 1),
            (GroupFields("Tea", 0.3, 800, False), 0),
        ]
        undo_import(session, outcome.import_id, now=NOW, today=TODAY)
        assert group_rows(session) == ()
