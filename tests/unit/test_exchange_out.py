"""Doubles, lists that leave the program, and the way back in."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.customers import Consent, CustomerFields, CustomerKind, PartialDate
from app.domain.errors import Cancelled
from app.domain.money import JPY, currency_of
from app.domain.purchases import LineFields, PurchaseFields
from app.exchange.columns import Subject, guess_columns
from app.exchange.customers import read_customers
from app.exchange.duplicates import Double, DoubleReason, Person, find_doubles, person_of
from app.exchange.export import ExportedPurchase, ExportStyle, safe_cell, write_customers, write_purchases, write_table
from app.exchange.problems import RowError, RowReason
from app.exchange.purchases import CustomerKey, read_purchases
from app.exchange.refused import write_refused
from app.exchange.source import open_table
from tests.unit.exchange_files import TODAY, customers_of


def read_back(path: Path, subject: Subject = Subject.CUSTOMERS) -> list[CustomerFields] | list[tuple[PurchaseFields, CustomerKey]]:
    table = open_table(path)
    mapping = guess_columns(table, subject)
    assert mapping.unmapped == ()
    if subject is Subject.CUSTOMERS:
        reading = read_customers(table, mapping, today=TODAY)
        assert (reading.refused, reading.repairs) == ([], [])
        return [draft.fields for draft in reading.drafts]
    sales = read_purchases(table, mapping, today=TODAY, currency=currency_of("GBP"))
    assert (sales.refused, sales.warnings) == ([], [])
    return [(draft.fields, draft.customer) for draft in sales.drafts]


# doubles


def test_doubles_by_number_phone_birthday_and_address() -> None:
    shop = [
        Person(901, "吉田 和子", phone="090-0000-1234", birthday=PartialDate(1958, 6, 2), address="東京都渋谷区神宮前1-2-3"),
        Person(902, "高橋 由美子", birthday=PartialDate(None, 6, 2), code="7"),
    ]
    file = [
        Person(2, "吉田　和子", mobile="+81 90-0000-1234", birthday=PartialDate(1958, 6, 2)),
        Person(3, "髙橋由美子", birthday=PartialDate(None, 6, 2)),
        Person(4, "原 久美", code="7"),
        Person(5, "三浦 隆", address="目黒区上目黒２－１－１"),
        Person(6, "三浦 隆", address="目黒区上目黒2-1-1"),
        Person(7, "中村 さくら"),
        Person(8, "中村 さくら"),
    ]
    assert find_doubles(file, shop) == [
        Double(2, None, 901, (DoubleReason.SAME_PHONE, DoubleReason.SAME_NAME_AND_BIRTHDAY)),
        Double(4, None, 902, (DoubleReason.SAME_CODE,)),
        Double(6, 5, None, (DoubleReason.SAME_NAME_AND_ADDRESS,)),
    ]


def test_many_with_the_same_phone_stay_one_double_each() -> None:
    people = [Person(row, f"客{row}", phone="03-0000-0000") for row in range(2, 20_002)]
    doubles = find_doubles(people)
    assert len(doubles) == 19_999
    assert {double.other_row for double in doubles} == {2}


def test_drafts_become_people(tmp_path: Path) -> None:
    draft = customers_of(tmp_path, "会員番号,氏名,電話番号,住所\n7,吉田 和子,09000001234,渋谷区神宮前1-2-3\n").drafts[0]
    assert person_of(draft) == Person(2, "吉田 和子", phone="090-0000-1234", address="渋谷区神宮前1-2-3", code="7")


# export


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-1+1", "@SUM(A1)", "\tx", "-", "＝1+1"])
def test_cells_that_look_like_formulas_become_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-500", "+5", "-1,234.50", "+81 90-1234-5678", "090-1234-5678", "吉田", "", "1-2-3", "a=b"])
def test_numbers_phones_and_words_stay(text: str) -> None:
    assert safe_cell(text) == text


def test_the_list_for_excel_has_labels_a_mark_and_safe_cells(tmp_path: Path) -> None:
    path = tmp_path / "名簿.csv"
    customer = CustomerFields(name="=HYPERLINK(1)", phone="090-1234-5678", post_consent=Consent.NO, own={"肌質": "-乾燥"})
    assert write_customers(path, [customer], style=ExportStyle.EXCEL, language="ja", own_fields=["肌質"]) == 1
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, cells = list(csv.reader(file))
    found = dict(zip(header, cells, strict=True))
    assert (found["お名前"], found["お電話"], found["肌質"]) == ("'=HYPERLINK(1)", "090-1234-5678", "'-乾燥")
    write_customers(path, [customer], style=ExportStyle.EXCEL, language="en")
    assert "Customer no.,Name,Family name" in path.read_text("utf-8-sig")


def test_a_workbook_keeps_zeros_and_never_computes(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, ("番号", "式"), [("0012", "=1+1"), ("", "http://example.jp")])
    assert open_table(path).sample() == [(2, ["0012", "=1+1"]), (3, ["", "http://example.jp"])]


def test_a_list_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before")

    def failing() -> Sequence[str]:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_table(path, ("a",), (failing() for _ in range(3)))
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_refused_rows_as_a_list_to_work_through(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    errors = [
        RowError(612, RowReason.NO_SUCH_MONTH, "birthday", "1958/13/2", "大塚 昭", "13"),
        RowError(7, RowReason.TOO_MANY_CELLS, value="11", other="10"),
    ]
    japanese = {"There is no month {other}.": "{other}月はありません。", "Row": "行"}
    assert write_refused(path, errors, language="ja", translate=lambda context, text: japanese.get(text, text)) == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["行", "Name", "Column", "Value", "Reason"],
            ["612", "大塚 昭", "お誕生日", "1958/13/2", "13月はありません。"],
            ["7", "", "", "11", "The row has 11 cells, but the list has 10 columns."],
        ]


# there and back

WORD = st.text(st.sampled_from("吉田和子髙﨑𠮷㈱ab=+-@'\",;、 1"), max_size=6).map(str.strip)
NAME = st.text(st.sampled_from("吉田和子髙﨑𠮷=@'\",;"), min_size=1, max_size=6)
DAY = st.none() | st.dates(date(1930, 1, 1), TODAY)
BIRTHDAY = (
    st.none()
    | st.dates(date(1930, 1, 1), TODAY).map(lambda day: PartialDate(day.year, day.month, day.day))
    | st.just(PartialDate(None, 2, 29))
)
CONSENT = st.sampled_from(Consent)
CUSTOMER = st.builds(
    CustomerFields,
    code=st.from_regex(r"[A-Z]?[0-9]{0,6}", fullmatch=True),
    kind=st.just(CustomerKind.PERSON),
    name=NAME,
    family_name=NAME,
    given_name=NAME,
    kana=st.sampled_from(["", "よしだ かずこ"]),
    honorific=st.sampled_from(["", "様", "先生"]),
    department=WORD,
    role=WORD,
    postal_code=st.sampled_from(["", "150-0001", "060-0000"]),
    prefecture=st.sampled_from(["", "東京都"]),
    city=WORD,
    street=WORD,
    building=WORD,
    phone=st.sampled_from(["", "03-3711-1234", "+44 20 7946 0958"]),
    mobile=st.sampled_from(["", "090-1234-5678"]),
    email=st.sampled_from(["", "k.yoshida@example.jp"]),
    birthday=BIRTHDAY,
    gender=WORD,
    joined_on=DAY,
    channel=WORD,
    referred_by=st.sampled_from(["", "101"]),
    staff=WORD,
    note=st.sampled_from(["", "一行", "二行\nの メモ", '引用"符, と=式']),
    tags=st.lists(NAME, max_size=3, unique=True).map(tuple),
    post_consent=CONSENT,
    post_consent_on=DAY,
    post_consent_source=WORD,
    email_consent=CONSENT,
    email_consent_on=DAY,
    email_consent_source=WORD,
    do_not_contact=st.booleans(),
    mourning_until=st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    is_deceased=st.booleans(),
    bad_address=st.booleans(),
    joint_names=st.lists(NAME, max_size=3, unique=True).map(tuple),
    points_opening=st.integers(0, 10**6),
    own=st.dictionaries(st.sampled_from(["肌質", "field"]), NAME, max_size=2),
)


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(customers=st.lists(CUSTOMER, min_size=1, max_size=4))
def test_moved_customers_come_back_equal(tmp_path: Path, suffix: str, customers: list[CustomerFields]) -> None:
    path = tmp_path / f"moved{suffix}"
    write_customers(path, customers, style=ExportStyle.MOVING, language="ja", own_fields=["肌質", "field"])
    assert read_back(path) == customers


MINOR = st.integers(-(10**7), 10**7)
LINE = st.builds(
    LineFields,
    product=WORD,
    product_code=st.from_regex(r"[A-Z]?[0-9]{0,6}", fullmatch=True),
    group=WORD,
    quantity=st.decimals(-99, 99, places=2, allow_nan=False).map(lambda number: number.normalize() + 0),
    unit_price=MINOR,
    discount=st.integers(0, 10**5),
    amount=MINOR,
    tax_rate=st.sampled_from([None, Decimal("0.1"), Decimal("0.08")]),
    staff=st.sampled_from(["", "鈴木"]),
)
PURCHASE = st.builds(
    PurchaseFields,
    day=st.dates(date(2000, 1, 1), TODAY),
    time=st.none() | st.times(time(0, 1)).map(lambda moment: moment.replace(microsecond=0)),
    lines=st.lists(LINE, min_size=1, max_size=3).map(lambda lines: (replace(lines[0], staff=""), *lines[1:])),
    staff=st.just("田中"),
    payment=WORD,
    note=st.sampled_from(["", "二行\nの メモ"]),
)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(purchases=st.lists(PURCHASE, min_size=1, max_size=4))
def test_moved_purchases_come_back_equal(tmp_path: Path, suffix: str, purchases: list[PurchaseFields]) -> None:
    path = tmp_path / f"moved{suffix}"
    numbered = [
        (
            PurchaseFields(
                purchase.day, purchase.time, f"R{number}", purchase.lines, purchase.staff, purchase.payment, purchase.note,
                "R9" if purchase.amount < 0 else "",
            ),
            CustomerKey(f"{number}", "03-3711-1234", "吉田 和子") if number % 2 else CustomerKey(),
        )
        for number, purchase in enumerate(purchases)
    ]  # fmt: skip
    exported = [ExportedPurchase(fields, customer) for fields, customer in numbered]
    write_purchases(path, exported, style=ExportStyle.MOVING, language="en", currency=currency_of("GBP"))
    assert read_back(path, Subject.PURCHASES) == numbered


def test_yen_have_no_decimals(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    purchase = PurchaseFields(TODAY, lines=(LineFields(amount=-1500, unit_price=1500),))
    write_purchases(path, [ExportedPurchase(purchase, CustomerKey())], style=ExportStyle.EXCEL, language="ja", currency=JPY)
    table = open_table(path)
    assert table.header[:4] == ("伝票番号", "行", "日付", "時刻")
    assert dict(zip(table.header, table.sample()[0][1], strict=True))["金額"] == "-1500"
