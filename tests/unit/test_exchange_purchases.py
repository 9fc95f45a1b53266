"""Sales lists: receipts from rows, refunds, rounding, customers named or not."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.money import currency_of
from app.exchange.columns import Subject, guess_columns, guess_subject
from app.exchange.problems import MissingColumns, RowReason, sentence
from app.exchange.purchases import CustomerKey, PurchaseReading, read_purchases
from tests.unit.exchange_files import TODAY, open_text, purchases_of

GBP = currency_of("GBP")
GIFT_SHOP = (
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,amount\n"
    "536365,85123A,WHITE HEART,6,2010-12-01 08:27:00,2.55,17850.0,United Kingdom,15.3\n"
    '536365,71053,"LANTERN, WHITE",2,2010-12-01 08:26:00,3.39,17850.0,United Kingdom,6.78\n'
    "536366,22633,HAND WARMER,1,2010-12-01 08:28:00,1.85,,United Kingdom,1.85\n"
    "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527.0,United Kingdom,-27.5\n"
    "550193,PADS,PADS TO MATCH,1,2011-04-15 09:27:00,0.001,13952.0,United Kingdom,0.0\n"
)


def totals(reading: PurchaseReading) -> list[tuple[str, int]]:
    return [(draft.fields.receipt, draft.fields.amount) for draft in reading.drafts]


def refusals(reading: PurchaseReading) -> list[tuple[int, RowReason]]:
    return [(error.row, error.reason) for error in reading.refused]


def test_a_gift_shops_lines_become_receipts_to_the_penny(tmp_path: Path) -> None:
    reading = purchases_of(tmp_path, GIFT_SHOP, currency=GBP)
    assert totals(reading) == [("536365", 2208), ("536366", 185), ("C536379", -2750), ("550193", 0)]
    first = reading.drafts[0]
    assert (first.row, first.rows, first.customer) == (2, (2, 3), CustomerKey(code="17850"))
    assert (first.fields.day, first.fields.time) == (date(2010, 12, 1), time(8, 26))
    assert [(line.product, line.product_code, line.quantity, line.unit_price, line.amount) for line in first.fields.lines] == [
        ("WHITE HEART", "85123A", Decimal(6), 255, 1530),
        ("LANTERN, WHITE", "71053", Decimal(2), 339, 678),
    ]
    assert (reading.rows_read, reading.accepted_rows, reading.rows_without_customer, reading.receipts) == (5, 5, 1, 4)
    assert [(warning.row, warning.reason, warning.value, warning.other) for warning in reading.warnings] == [
        (6, RowReason.PRICE_ROUNDED, "0.001", "0.00")
    ]
    assert sentence(reading.warnings[0]) == "The unit price 0.001 was rounded to 0.00."
    assert reading.drafts[2].fields.refund_of == ""


def test_receipts_of_only_an_amount(tmp_path: Path) -> None:
    text = "InvoiceNo,CustomerID,Country,InvoiceDate,amount,lines,cancelled\n536365,17850,UK,2010-12-01 08:26:00,139.125,7,0\n"
    table = open_text(tmp_path, text)
    mapping = guess_columns(table, Subject.PURCHASES)
    assert guess_subject(table) is Subject.PURCHASES
    assert mapping.unmapped == ("Country", "lines", "cancelled")
    reading = read_purchases(table, mapping, today=TODAY, currency=GBP)
    assert totals(reading) == [("536365", 13913)]
    assert [warning.reason for warning in reading.warnings] == [RowReason.AMOUNT_ROUNDED]


def test_amounts_are_worked_out_from_quantity_price_and_discount(tmp_path: Path) -> None:
    header = "日付,伝票番号,会員番号,商品,数量,単価,値引き\n"
    text = header + '2026/11/1,1,7,カット,２,"¥4,400",８００円\n2026/11/1,1,7,返品,-1,500,\n'
    reading = purchases_of(tmp_path, text)
    lines = reading.drafts[0].fields.lines
    assert [(line.quantity, line.unit_price, line.discount, line.amount) for line in lines] == [
        (Decimal(2), 4400, 800, 8000),
        (Decimal(-1), 500, 0, -500),
    ]


def test_refunds_linked_and_not(tmp_path: Path) -> None:
    rows = ("日付,伝票番号,返品元,金額", "2026/11/1,1,,5000", "2026/11/2,2,1,-5000", "2026/11/3,3,1,500", "2026/11/3,4,,△300")
    text = "\n".join(rows) + '\n2026/11/3,5,,"(1,234)"\n'
    reading = purchases_of(tmp_path, text)
    assert [(d.fields.receipt, d.fields.amount, d.fields.refund_of) for d in reading.drafts] == [
        ("1", 5000, ""),
        ("2", -5000, "1"),
        ("4", -300, ""),
        ("5", -1234, ""),
    ]
    assert refusals(reading) == [(4, RowReason.REFUND_NOT_NEGATIVE)]


@pytest.mark.parametrize(
    ("day", "amount", "reason"),
    [
        ("", "100", RowReason.DATE_MISSING),
        ("2026/13/1", "100", RowReason.NO_SUCH_MONTH),
        ("2026/11/21", "100", RowReason.DATE_IN_FUTURE),
        ("2026/11/20", "", RowReason.AMOUNT_MISSING),
        ("2026/11/20", "たくさん", RowReason.AMOUNT_UNREADABLE),
        ("2026/11/20", "$5", RowReason.AMOUNT_OTHER_CURRENCY),
        ("2026/11/20", "9" * 16, RowReason.AMOUNT_TOO_LARGE),
    ],
)
def test_what_refuses_a_row(tmp_path: Path, day: str, amount: str, reason: RowReason) -> None:
    reading = purchases_of(tmp_path, f"日付,伝票番号,金額\n{day},1,{amount}\n2026/11/20,1,300\n2026/11/20,2,400\n")
    assert refusals(reading) == [(2, reason)]
    assert totals(reading) == [("1", 300), ("2", 400)]
    assert [(warning.row, warning.reason, warning.value) for warning in reading.warnings] == [(2, RowReason.RECEIPT_INCOMPLETE, "1")]


def test_a_cell_typed_anew_brings_the_row_in(tmp_path: Path) -> None:
    table = open_text(tmp_path, "日付,金額\n2062/11/20,300\n")
    mapping = guess_columns(table, Subject.PURCHASES)
    reading = read_purchases(table, mapping, today=TODAY, currency=currency_of("JPY"), overrides={(2, "date"): "2026/11/20"})
    assert [draft.fields.day for draft in reading.drafts] == [TODAY]


def test_without_receipt_numbers_customer_day_and_time_make_the_receipt(tmp_path: Path) -> None:
    text = (
        "日付,時刻,電話番号,氏名,商品,金額\n2026/11/1,10:05,090-1234-5678,吉田 和子,カット,4000\n"
        "2026/11/1,10:05,09012345678,吉田　和子,カラー,6000\n2026/11/1,15:00,09012345678,吉田 和子,オイル,1500\n"
        "2026/11/1,10:05,,,はがき,100\n2026/11/1,10:05,,,はがき,100\n"
    )
    reading = purchases_of(tmp_path, text)
    assert [(draft.rows, draft.fields.amount) for draft in reading.drafts] == [((2, 3), 10000), ((4,), 1500), ((5,), 100), ((6,), 100)]
    assert reading.drafts[0].customer == CustomerKey(phone="090-1234-5678", name="吉田 和子")
    assert reading.rows_without_customer == 2
    without_time = purchases_of(tmp_path, "日付,会員番号,金額\n2026/11/1,7,100\n2026/11/1,7,200\n")
    assert [draft.rows for draft in without_time.drafts] == [(2,), (3,)]
    assert without_time.drafts[0].fields.time is None


def test_one_receipt_of_two_customers_or_several_days_is_not_passed_over(tmp_path: Path) -> None:
    reading = purchases_of(tmp_path, "日付,伝票番号,会員番号,金額\n2026/11/2,1,7,100\n2026/11/1,1,,200\n2026/11/2,1,8,400\n")
    assert totals(reading) == [("1", 300)]
    assert (reading.drafts[0].fields.day, reading.drafts[0].customer.code) == (date(2026, 11, 1), "7")
    assert refusals(reading) == [(4, RowReason.RECEIPT_OTHER_CUSTOMER)]
    assert {warning.reason for warning in reading.warnings} == {RowReason.RECEIPT_SPANS_DAYS, RowReason.RECEIPT_INCOMPLETE}


def test_lines_follow_their_numbers_and_staff_stands_once(tmp_path: Path) -> None:
    text = "日付,伝票番号,行,商品,金額,担当,税率\n2026/11/1,1,2,b,100,田中,8%\n2026/11/1,1,1,a,200,鈴木,10\n"
    fields = purchases_of(tmp_path, text).drafts[0].fields
    assert [(line.product, line.staff, line.tax_rate) for line in fields.lines] == [
        ("a", "鈴木", Decimal("0.1")),
        ("b", "", Decimal("0.08")),
    ]
    assert fields.staff == "田中"


def test_lists_without_date_or_amount_are_refused_as_a_whole(tmp_path: Path) -> None:
    for text in ("伝票番号,金額\n1,100\n", "日付,伝票番号\n2026/11/1,1\n"):
        with pytest.raises(MissingColumns):
            purchases_of(tmp_path, text)
