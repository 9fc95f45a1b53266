"""Products and groups: adding, changing, putting aside, finding."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.products import (
    BarcodeTaken,
    GroupFields,
    GroupGone,
    GroupInUse,
    GroupNameTaken,
    ProductCodeTaken,
    ProductFields,
    ProductGone,
    ProductNameTaken,
)
from app.domain.purchases import LineFields
from app.models.database import Database
from app.models.product import Product
from app.queries.products import find_products, group_rows, product_book, product_row, product_rows, sold_products
from app.services.actions import redo, undo
from app.services.products import (
    add_group,
    add_product,
    add_products,
    archive_group,
    archive_product,
    bring_group_back,
    bring_product_back,
    edit_group,
    edit_product,
)
from tests.factories import NOW, TODAY, add_customer, add_purchase

SHAMPOO = ProductFields("シャンプー 300mL", "S-1", "しゃんぷー", "4901234567894", "ヘアケア", 2640, margin_rate=0.42, reuse_days=45)


def names(session: Session) -> list[str]:
    return [row.name for row in product_rows(session)]


def found(session: Session, text: str) -> list[str]:
    return [row.name for row in find_products(session, text)]


def test_a_product_says_what_its_group_and_the_shop_do_not(database: Database) -> None:
    with database.write() as session:
        add_group(session, GroupFields("ヘアケア", 0.5, 800, False), now=NOW)
        product_id = add_product(session, SHAMPOO, now=NOW).product_id
        wax = add_product(session, ProductFields("ワックス", group="ヘアケア"), now=NOW).product_id
        cut = add_product(session, ProductFields("カット", price=4950, earns_points=False), now=NOW).product_id
    with database.read() as session:
        row = product_row(session, product_id)
        assert row.fields == SHAMPOO
        assert (row.tax_rate, row.margin_rate, row.earns_points) == (800, 0.42, False)
        assert (product_row(session, wax).margin_rate, product_row(session, wax).tax_rate) == (0.5, 800)
        plain = product_row(session, cut)
        assert (plain.tax_rate, plain.margin_rate, plain.earns_points) == (1000, 0.6, False)
        assert [(group.name, group.products) for group in group_rows(session)] == [("ヘアケア", 2)]
        with pytest.raises(ProductGone):
            product_row(session, 99)


def test_a_new_group_is_made_with_the_product_and_goes_with_it_when_undone(database: Database) -> None:
    with database.write() as session:
        added = add_product(session, SHAMPOO, now=NOW)
        undo(session, added.action_id, now=NOW)
        assert names(session) == []
        assert group_rows(session) == ()
        redo(session, now=NOW)
        assert product_row(session, added.product_id).fields == SHAMPOO


def test_receipts_must_be_able_to_tell_products_apart(database: Database) -> None:
    with database.write() as session:
        product_id = add_product(session, SHAMPOO, now=NOW).product_id
        with pytest.raises(ProductNameTaken):
            add_product(session, ProductFields("シャンプー 300mL"), now=NOW)
        with pytest.raises(ProductCodeTaken):
            add_product(session, ProductFields("トリートメント", "s-1"), now=NOW)
        with pytest.raises(BarcodeTaken):
            add_product(session, ProductFields("トリートメント", barcode="4901234567894"), now=NOW)
        add_product(session, ProductFields("シャンプー 300mL", "S-2"), now=NOW)
        edit_product(session, product_id, SHAMPOO, now=NOW)
        archive_product(session, product_id, now=NOW)
        with pytest.raises(ProductCodeTaken):
            add_product(session, ProductFields("リンス", "S-1"), now=NOW)
        add_product(session, ProductFields("リンス", barcode="4901234567894"), now=NOW)
        with pytest.raises(BarcodeTaken):
            bring_product_back(session, product_id, now=NOW)


def test_a_renamed_product_is_still_meant_by_what_it_was_called(database: Database) -> None:
    with database.write() as session:
        product_id = add_product(session, ProductFields("カット", reuse_days=30), now=NOW).product_id
        action = edit_product(session, product_id, ProductFields("カット(大人)"), now=NOW)
        edit_product(session, product_id, ProductFields("大人カット"), now=NOW + timedelta(seconds=1))
    with database.read() as session:
        assert product_row(session, product_id).former_names == ("カット", "カット(大人)")
        assert found(session, "カット(大") == ["大人カット"]
        match = product_book(session).find("", "カット")
        assert match is not None and match.id == product_id
    with database.write() as session:
        edit_product(session, product_id, ProductFields("カット"), now=NOW + timedelta(seconds=2))
        assert product_row(session, product_id).former_names == ("カット(大人)", "大人カット")
        undo(session, now=NOW)
        undo(session, now=NOW)
        undo(session, action, now=NOW)
        assert product_row(session, product_id).fields == ProductFields("カット", reuse_days=30)
        assert product_row(session, product_id).former_names == ()


def test_what_is_put_aside_leaves_list_and_counter_and_still_explains_receipts(database: Database) -> None:
    with database.write() as session:
        product_id = add_product(session, SHAMPOO, now=NOW).product_id
        action = archive_product(session, product_id, now=NOW)
        assert (names(session), found(session, "シャンプー")) == ([], [])
        assert [row.is_active for row in product_rows(session, with_archived=True)] == [False]
        assert product_book(session).margin_rate_of("S-1", "") == 0.42
        undo(session, action, now=NOW)
        assert names(session) == ["シャンプー 300mL"]
        archive_product(session, product_id, now=NOW)
        bring_product_back(session, product_id, now=NOW)
        assert names(session) == ["シャンプー 300mL"]


def test_a_group_with_products_stays_and_comes_back_with_them(database: Database) -> None:
    with database.write() as session:
        product_id = add_product(session, SHAMPOO, now=NOW).product_id
        (group,) = group_rows(session)
        with pytest.raises(GroupInUse) as refused:
            archive_group(session, group.id, now=NOW)
        assert refused.value.values == {"name": "ヘアケア", "count": 1}
        archive_product(session, product_id, now=NOW)
        archive_group(session, group.id, now=NOW)
        assert group_rows(session) == ()
        bring_product_back(session, product_id, now=NOW)
        assert [row.name for row in group_rows(session)] == ["ヘアケア"]
        with pytest.raises(GroupGone):
            bring_group_back(session, 99, now=NOW)


def test_a_group_changes_what_its_products_say_and_lines_know_its_old_name(database: Database) -> None:
    with database.write() as session:
        add_product(session, ProductFields("ワックス", group="店販"), now=NOW)
        add_group(session, GroupFields("ヘア"), now=NOW)
        group = group_rows(session)[0]
        with pytest.raises(GroupNameTaken):
            edit_group(session, group.id, GroupFields("ヘア"), now=NOW)
        edit_group(session, group.id, GroupFields("物販", 0.3, 800, False), now=NOW)
        (wax,) = product_rows(session)
        assert (wax.fields.group, wax.margin_rate, wax.tax_rate, wax.earns_points) == ("物販", 0.3, 800, False)
        assert product_book(session).group_of("", "ジェル", "店販") == "物販"


def test_finding_goes_by_code_barcode_name_and_any_kana(database: Database) -> None:
    with database.write() as session:
        add_product(session, ProductFields("ヘッドスパ", "10"), now=NOW)
        add_product(session, SHAMPOO, now=NOW)
        add_product(session, ProductFields("白髪染め", "1", "しらがぞめ"), now=NOW)
        add_product(session, ProductFields("前髪カット"), now=NOW)
        add_product(session, ProductFields("カット"), now=NOW)
    with database.read() as session:
        assert found(session, "シラガ") == ["白髪染め"]
        assert found(session, "ｼﾗｶﾞ") == ["白髪染め"]
        assert found(session, "４９０１２３４５６７８９４") == ["シャンプー 300mL"]
        assert found(session, "1")[:2] == ["白髪染め", "ヘッドスパ"]
        assert found(session, "カット") == ["カット", "前髪カット"]
        assert (found(session, "パーマ"), found(session, " ")) == ([], [])


def test_what_was_sold_can_become_products_in_one_act(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        cut = LineFields("カット", unit_price=4950, amount=4950)
        soap = LineFields("石けん", "B-7", "物販", unit_price=550, amount=550)
        back = LineFields("お直し", unit_price=-500, amount=-500)
        add_purchase(session, customer, TODAY - timedelta(days=40), lines=(LineFields("カット", unit_price=4400, amount=4400), soap))
        add_purchase(session, customer, TODAY, lines=(cut, LineFields("石けん", unit_price=600, amount=600), back))
        add_product(session, ProductFields("カラー"), now=NOW)
        sold = sold_products(session, TODAY)
        assert [(row.fields, row.times, row.last) for row in sold] == [
            (ProductFields("カット", price=4950), 2, TODAY),
            (ProductFields("石けん", "B-7", group="物販", price=550), 1, TODAY - timedelta(days=40)),
        ]
        action = add_products(session, [row.fields for row in sold], now=NOW)
        assert names(session) == ["カラー", "カット", "石けん"]
        assert sold_products(session, TODAY) == ()
        undo(session, action, now=NOW)
        assert names(session) == ["カラー"]


def test_of_several_products_one_that_is_taken_keeps_all_out(database: Database) -> None:
    with database.write() as session:
        add_product(session, ProductFields("カラー"), now=NOW)
    with pytest.raises(ProductNameTaken), database.write() as session:
        add_products(session, [ProductFields("カット"), ProductFields("カラー")], now=NOW)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Product)) == 1
