"""What a line of a receipt is taken for, and what is true of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.products import (
    GroupFields,
    GroupNameMissing,
    GroupRow,
    PriceOutOfRange,
    ProductBook,
    ProductFields,
    ProductMarginOutOfRange,
    ProductNameMissing,
    ProductRow,
    ReuseOutOfRange,
    TaxOutOfRange,
    checked_group,
    checked_product,
    product_search_key,
)
from app.domain.purchases import LineFields


def product(number: int, name: str, *, code: str = "", group: str = "", former: tuple[str, ...] = (), **more: object) -> ProductRow:
    known = {"tax": 1000, "margin": 0.6, "earns": True, "active": True} | more
    fields = ProductFields(name, code, group=group, margin_rate=known.get("own_margin"), price=2640)  # type: ignore[arg-type]
    return ProductRow(number, fields, known["tax"], known["margin"], known["earns"], former, known["active"])  # type: ignore[arg-type]


HAIR = GroupRow(1, GroupFields("ヘアケア", margin_rate=0.42, tax_rate=800, earns_points=False), former_names=("店販",))


def test_a_line_is_the_product_of_its_code_else_of_its_name_else_of_a_former_name() -> None:
    cut, shampoo = product(1, "カット", code="C-1"), product(2, "シャンプー 300mL", former=("シャンプー",))
    book = ProductBook((cut, shampoo))
    assert book.find("c-1", "シャンプー 300mL") is cut
    assert book.find("X-9", "カット") is cut
    assert book.find("", "ｼｬﾝﾌﾟｰ300ml") is shampoo
    assert book.find("", "シャンプー") is shampoo
    assert book.find("", "パーマ") is None
    assert book.find("", " ") is None


def test_a_name_in_use_goes_before_a_former_one_and_an_active_product_before_one_put_aside() -> None:
    renamed, new = product(1, "カット(大人)", former=("カット",)), product(2, "カット")
    assert ProductBook((renamed, new)).find("", "カット") is new
    aside, again = product(1, "白髪染め", active=False), product(2, "白髪染め")
    assert ProductBook((aside, again)).find("", "白髪染め") is again
    assert ProductBook((aside,)).find("", "白髪染め") is aside


def test_what_no_product_says_the_group_of_the_line_says_then_the_shop() -> None:
    book = ProductBook((product(1, "商品券", tax=0, margin=0.0, own_margin=0.0, earns=False),), (HAIR,), 0.6)
    assert (book.tax_rate_of("", "商品券"), book.margin_rate_of("", "商品券"), book.earns("", "商品券")) == (0, 0.0, False)
    assert (book.tax_rate_of("", "ワックス", "ヘアケア"), book.margin_rate_of("", "ワックス", "店販")) == (800, 0.42)
    assert not book.earns("", "ワックス", "ヘアケア")
    assert (book.tax_rate_of("", "ワックス"), book.margin_rate_of("", "ワックス"), book.earns("", "ワックス")) == (None, 0.6, True)


def test_a_product_without_a_group_and_margin_of_its_own_takes_that_of_the_lines_group() -> None:
    book = ProductBook((product(1, "ワックス"),), (HAIR,), 0.6)
    assert book.margin_rate_of("", "ワックス", "ヘアケア") == 0.42
    assert book.margin_rate_of("", "ワックス") == 0.6


def test_the_group_goes_by_its_name_of_today() -> None:
    book = ProductBook((product(1, "シャンプー", group="ヘアケア"),), (HAIR,))
    assert book.group_of("", "シャンプー", "その他") == "ヘアケア"
    assert book.group_of("", "ワックス", "店販") == "ヘアケア"
    assert book.group_of("", "ワックス", " 雑貨 ") == "雑貨"
    assert book.group_of("", "ワックス") == ""


def test_one_piece_of_a_product_as_a_line() -> None:
    row = product(1, "シャンプー", code="S-1", group="ヘアケア", earns=False, tax=800)
    assert row.line() == LineFields("シャンプー", "S-1", "ヘアケア", Decimal(1), 2640, 0, 2640, Decimal("0.08"), earns_points=False)


def test_what_is_typed_is_tidied() -> None:
    typed = ProductFields(" シャンプー　300mL ", " S 1 ", "しゃんぷー ", "4901 234", "　ヘアケア")
    assert checked_product(typed) == ProductFields("シャンプー 300mL", "S 1", "しゃんぷー", "4901234", "ヘアケア")
    assert checked_group(GroupFields(" ヘア ")).name == "ヘア"


@pytest.mark.parametrize(
    ("fields", "error", "about"),
    [
        (ProductFields("　"), ProductNameMissing, "name"),
        (ProductFields("カット", price=-1), PriceOutOfRange, "price"),
        (ProductFields("カット", tax_rate=5001), TaxOutOfRange, "tax_rate"),
        (ProductFields("カット", margin_rate=1.01), ProductMarginOutOfRange, "margin_rate"),
        (ProductFields("カット", reuse_days=0), ReuseOutOfRange, "reuse_days"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(fields: ProductFields, error: type[Exception], about: str) -> None:
    with pytest.raises(error) as refused:
        checked_product(fields)
    assert refused.value.field == about  # type: ignore[attr-defined]


def test_a_group_needs_a_name_and_rates_that_can_be() -> None:
    with pytest.raises(GroupNameMissing):
        checked_group(GroupFields(""))
    with pytest.raises(TaxOutOfRange):
        checked_group(GroupFields("ヘア", tax_rate=-1))


def test_the_search_key_has_every_word_one_may_type() -> None:
    key = product_search_key(ProductFields("白髪染め", "D-2", "しらがぞめ", "4901"), ("カラー",))
    assert key.split("\n") == ["白髪染メ", "シラガゾメ", "d2", "4901", "カラ"]
