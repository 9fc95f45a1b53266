"""The sums of a receipt, to the yen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.money import JPY
from app.domain.purchases import LineFields
from app.domain.shop import TaxEntry
from app.domain.visit_sums import TaxPart, line_amount, read_discount, share_of, share_off, tax_parts

TEN, EIGHT = Decimal("0.10"), Decimal("0.08")


def line(amount: int, rate: Decimal | None = TEN) -> LineFields:
    return LineFields(product="カット", unit_price=amount, amount=amount, tax_rate=rate)


@pytest.mark.parametrize(
    ("quantity", "price", "discount", "amount"),
    [("1", 4950, 495, 4455), ("2", 1100, 0, 2200), ("0.5", 333, 0, 167), ("1.5", 101, 1, 151)],
)
def test_a_line_is_quantity_times_price_half_up_less_its_discount(quantity: str, price: int, discount: int, amount: int) -> None:
    assert line_amount(Decimal(quantity), price, discount) == amount


def test_tax_inside_is_cut_off_once_per_rate() -> None:
    lines = (line(4455), line(4400), line(2640), line(-500), line(1080, EIGHT))
    assert tax_parts(lines, TaxEntry.INCLUDED) == (TaxPart(TEN, 999), TaxPart(EIGHT, 80))


def test_tax_on_top_is_a_share_of_the_price() -> None:
    assert tax_parts((line(999), line(1)), TaxEntry.EXCLUDED) == (TaxPart(TEN, 100),)


def test_no_tax_is_named_while_one_rate_is_unknown_or_nothing_is_taxed() -> None:
    assert tax_parts((line(1000), line(500, None)), TaxEntry.INCLUDED) == ()
    assert tax_parts((line(1000, Decimal(0)),), TaxEntry.INCLUDED) == ()


def test_a_share_of_a_line_is_in_proportion_and_the_whole_stays_exact() -> None:
    bought = LineFields(product="シャンプー", quantity=Decimal(3), unit_price=3334, discount=2, amount=10000)
    assert share_of(bought, Decimal(3)) is bought
    part = share_of(bought, Decimal(2))
    assert (part.quantity, part.discount, part.amount) == (Decimal(2), 1, 6667)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10%", Decimal("0.1")), ("10％引き", Decimal("0.1")), ("10 %", Decimal("0.1")), ("１２.５% off", Decimal("0.125")),
        ("2割引き", Decimal("0.2")), ("100%", Decimal(1)), ("500", 500), ("¥1,500", 1500), ("500円引き", 500), ("0", 0),
        ("101%", None), ("-5%", None), ("-5", None), ("%", None), ("半額", None), ("", None),
    ],
)  # fmt: skip
def test_a_discount_is_read_as_an_amount_or_a_share(text: str, read: Decimal | int | None) -> None:
    found = read_discount(text, JPY)
    assert (type(found), found) == (type(read), read)


@pytest.mark.parametrize(("gross", "rate", "off"), [(4950, "0.1", 495), (999, "0.1", 99), (333, "0.33", 109), (0, "1", 0), (-50, "0.1", 0)])
def test_a_share_is_cut_off_to_the_yen(gross: int, rate: str, off: int) -> None:
    assert share_off(gross, Decimal(rate)) == off
