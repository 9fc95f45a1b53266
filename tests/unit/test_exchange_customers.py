"""Customer lists as shops have them: columns found, values mended and listed, what cannot be read refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.customers import Consent, CustomerKind, PartialDate
from app.exchange.columns import CUSTOMER_FIELDS, PURCHASE_FIELDS, Subject, guess_columns, guess_subject, label
from app.exchange.customers import CustomerReading, read_customers
from app.exchange.problems import MissingColumns, RowReason, UnknownColumn, UnknownField, UnknownPreset, sentence
from app.exchange.source import Table, open_table
from tests.unit.exchange_files import SHOP_LIST, TODAY, csv_text, customers_of, open_text, write_text, write_xlsx


def read(table: Table) -> CustomerReading:
    return read_customers(table, guess_columns(table, Subject.CUSTOMERS), today=TODAY)


def repairs_of(reading: CustomerReading) -> set[tuple[int, str, str, str]]:
    return {(repair.row, repair.field, repair.before, repair.after) for repair in reading.repairs}


@pytest.fixture(params=["cp932", "xlsx"])
def shop_list(request: pytest.FixtureRequest, tmp_path: Path) -> Table:
    if request.param == "xlsx":
        return open_table(write_xlsx(tmp_path / "名簿.xlsx", {"名簿": SHOP_LIST}))
    return open_table(write_text(tmp_path / "名簿.csv", csv_text(SHOP_LIST), "cp932"))


def test_the_shops_list_comes_in_with_its_repairs_listed(shop_list: Table) -> None:
    reading = read(shop_list)
    first, company, second = (draft.fields for draft in reading.drafts)
    assert (first.code, first.name, first.family_name, first.given_name) == ("101", "髙橋 由美子", "髙橋", "由美子")
    assert (first.birthday, first.phone, first.postal_code) == (PartialDate(1973, 11, 8), "090-1234-0000", "150-0001")
    assert (first.prefecture, first.city, first.street) == ("東京都", "渋谷区", "神宮前１－２－３")
    assert (company.kind, company.name, company.company) == (CustomerKind.COMPANY, "㈱山﨑商店", "㈱山﨑商店")
    assert (company.postal_code, company.phone) == ("060-0000", "090-1234-5678")
    assert (second.name, second.kana, second.birthday) == ("吉田 和子", "よしだ かずこ", PartialDate(1958, 6, 2))
    assert (second.building, second.note, second.phone) == ("青山荘", "2行の\nメモ, 「引用」", "03-3711-1234")
    assert {
        (3, "phone", "9012340000", "090-1234-0000"),
        (3, "birthday", "S48.11.8", "1973/11/8"),
        (3, "code", "１０１", "101"),
        (4, "postal_code", "600000", "060-0000"),
        (5, "postal_code", "1530051", "153-0051"),
    } <= repairs_of(reading)
    assert [(error.row, error.reason, error.field, error.value, error.name) for error in reading.refused] == [
        (6, RowReason.NO_SUCH_MONTH, "birthday", "1958/13/2", "大塚 昭")
    ]
    assert sentence(reading.refused[0]) == "There is no month 13."


def test_a_repair_can_be_switched_off_and_a_refused_cell_typed_anew(tmp_path: Path) -> None:
    table = open_table(write_text(tmp_path / "l.csv", csv_text(SHOP_LIST), "cp932"))
    mapping = guess_columns(table, Subject.CUSTOMERS)
    reading = read_customers(table, mapping, today=TODAY, keep={(3, "phone"), (3, "birthday")}, overrides={(6, "birthday"): "1958/12/2"})
    assert reading.drafts[0].fields.phone == "9012340000"
    assert reading.drafts[0].fields.birthday is None
    assert not {(3, "phone"), (3, "birthday")} & {(repair.row, repair.field) for repair in reading.repairs}
    assert (reading.drafts[-1].row, reading.drafts[-1].fields.birthday) == (6, PartialDate(1958, 12, 2))
    assert reading.refused == []


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("氏名", "", RowReason.NAME_MISSING),
        ("メール", "sakura@@example.jp", RowReason.EMAIL_TWO_AT),
        ("メール", "sakura", RowReason.EMAIL_UNREADABLE),
        ("生年月日", "2062/5/1", RowReason.DATE_IN_FUTURE),
        ("生年月日", "2月30日", RowReason.NO_SUCH_DAY),
        ("生年月日", "S70.1.1", RowReason.OUTSIDE_ERA),
        ("生年月日", "3/4/1980", RowReason.DATE_AMBIGUOUS),
        ("登録日", "きのう", RowReason.DATE_UNREADABLE),
        ("メルマガ", "たぶん", RowReason.CHOICE_UNREADABLE),
        ("ポイント", "-5", RowReason.NUMBER_UNREADABLE),
    ],
)
def test_what_refuses_a_row(tmp_path: Path, column: str, value: str, reason: RowReason) -> None:
    columns = ["会員番号", "氏名", "メール", "生年月日", "登録日", "メルマガ", "ポイント"]
    cells = {"会員番号": "7", "氏名": "中村 さくら", column: value}
    reading = customers_of(tmp_path, csv_text([columns, [cells.get(name, "") for name in columns], ["8", "原 久美", "", "", "", "", ""]]))
    assert [(error.row, error.reason, error.value) for error in reading.refused] == [(2, reason, value)]
    assert [draft.fields.name for draft in reading.drafts] == ["原 久美"]


def test_values_of_every_kind(tmp_path: Path) -> None:
    text = (
        "氏名,メルマガ,DM,連絡不可,宛先不明,ポイント,タグ,肌質,喪中,生年月日,携帯,電話\n"
        "吉田 和子,○,不可,はい,,\"1,200pt\",常連、紹介,乾燥,2027/1/31,6月2日,なし,いつもの番号\n"
    )  # fmt: skip
    reading = customers_of(tmp_path, text, "肌質=field:肌質")
    fields = reading.drafts[0].fields
    assert (fields.email_consent, fields.post_consent) == (Consent.YES, Consent.NO)
    assert (fields.do_not_contact, fields.bad_address, fields.points_opening) == (True, False, 1200)
    assert (fields.tags, dict(fields.own), fields.mourning_until) == (("常連", "紹介"), {"肌質": "乾燥"}, date(2027, 1, 31))
    assert (fields.birthday, fields.mobile, fields.phone) == (PartialDate(None, 6, 2), "", "いつもの番号")
    assert [(warning.row, warning.reason, warning.field) for warning in reading.warnings] == [(2, RowReason.PHONE_AS_TYPED, "phone")]
    assert "own" in reading.drafts[0].present
    assert "street" not in reading.drafts[0].present


@pytest.mark.parametrize(("cell", "is_deceased"), [("○", True), ("故人", True), ("ご逝去", True), ("", False), ("いいえ", False)])
def test_who_has_passed_away_and_who_shares_the_post_is_read(tmp_path: Path, cell: str, *, is_deceased: bool) -> None:
    text = f"お名前,故人,連名,はがき・DM,はがき・DMを伺った日,はがき・DMの伺い方\n山田 一郎,{cell},花子、健太,不要,2026/3/1,お電話で\n"
    (draft,) = customers_of(tmp_path, text).drafts
    assert (draft.fields.is_deceased, draft.fields.joint_names) == (is_deceased, ("花子", "健太"))
    assert (draft.fields.post_consent, draft.fields.post_consent_on) == (Consent.NO, date(2026, 3, 1))
    assert draft.fields.post_consent_source == "お電話で"
    assert {"is_deceased", "joint_names", "post_consent_source"} <= draft.present


def test_a_column_of_the_deceased_says_yes_or_no(tmp_path: Path) -> None:
    reading = customers_of(tmp_path, "name,deceased\nAnn Lee,perhaps\n")
    assert [(error.reason, error.field, error.value) for error in reading.refused] == [
        (RowReason.CHOICE_UNREADABLE, "deceased", "perhaps")
    ]


def test_days_with_the_year_last_are_read_when_the_column_tells_the_order(tmp_path: Path) -> None:
    reading = customers_of(tmp_path, "name,birthday\nAnn Lee,3/4/1980\nBob Ray,3/25/1981\n")
    assert [draft.fields.birthday for draft in reading.drafts] == [PartialDate(1980, 3, 4), PartialDate(1981, 3, 25)]
    assert (reading.drafts[0].fields.family_name, reading.drafts[0].fields.given_name) == ("Lee", "Ann")


def test_days_of_a_spreadsheet_as_days_or_as_bare_numbers(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "l.xlsx", {"S": [("氏名", "誕生日"), ("吉田 和子", date(1958, 6, 2)), ("大塚 昭", "26976")]})
    assert [draft.fields.birthday for draft in read(open_table(path)).drafts] == [PartialDate(1958, 6, 2), PartialDate(1973, 11, 8)]


def test_titles_behind_names_and_names_in_two_columns(tmp_path: Path) -> None:
    reading = customers_of(tmp_path, "姓,名,セイ,メイ,会社名\n吉田,和子,ヨシダ,カズコ,\n,,,,青山商店\nLee,Ann,,,\n")
    assert [draft.fields.name for draft in reading.drafts] == ["吉田 和子", "青山商店", "Ann Lee"]
    assert reading.drafts[0].fields.kana == "ヨシダ カズコ"
    assert reading.drafts[1].fields.kind is CustomerKind.COMPANY
    titled = customers_of(tmp_path, "宛名,電話番号\n吉田 和子 様,03-3711-1234\n青山商店御中,\n")
    assert [(draft.fields.name, draft.fields.honorific) for draft in titled.drafts] == [("吉田 和子", "様"), ("青山商店", "御中")]
    assert (2, "name", "吉田 和子 様", "吉田 和子") in repairs_of(titled)


def test_addresses_in_one_two_or_four_columns(tmp_path: Path) -> None:
    one = customers_of(tmp_path, "氏名,住所1,住所2\n吉田 和子,東京都目黒区上目黒2-1-1,青山荘204\n原 久美,東京都目黒区上目黒,2-1-1\n")
    assert [(d.fields.prefecture, d.fields.city, d.fields.street, d.fields.building) for d in one.drafts] == [
        ("東京都", "目黒区", "上目黒2-1-1", "青山荘204"),
        ("東京都", "目黒区", "上目黒2-1-1", ""),
    ]
    parts = customers_of(tmp_path, "氏名,都道府県,住所\n吉田 和子,東京都,目黒区上目黒2-1-1\n")
    assert (parts.drafts[0].fields.prefecture, parts.drafts[0].fields.city) == ("東京都", "目黒区")
    four = customers_of(tmp_path, "氏名,都道府県,市区町村,町名・番地,建物名\n吉田 和子,東京都,目黒区,上目黒2-1-1,青山荘\n")
    assert (four.drafts[0].fields.street, four.drafts[0].fields.building) == ("上目黒2-1-1", "青山荘")


@pytest.mark.parametrize(
    ("header", "preset", "expected"),
    [
        ("顧客コード,顧客名,カナ名,住所1,住所2,電話番号", "yayoi", "code,name,kana,address,address2,phone"),
        ("顧客コード,顧客名1,顧客名2,TEL,DM区分", "kokyaku-o", "code,name,company,phone,post_consent"),
        ("氏名,フリガナ,自宅〒,自宅住所1,自宅住所2,連名1", "fudemame", "name,kana,postal_code,address,address2,joint_names"),
        ("会員ID,会員コード,姓,名,姓フリガナ,名フリガナ", "smaregi", ",code,family_name,given_name,family_kana,given_kana"),
        ("Square Customer ID,First Name,Last Name,Email Address,Phone Number", "square", "code,given_name,family_name,email,phone"),
        ("レコード番号,会社名,担当者名,TEL,作成者,更新者", "kintone", ",company,name,phone,,"),
        ("First Name,Last Name,Account Name,Mailing Street,Birthdate", "salesforce", "given_name,family_name,company,street,birthday"),
        ("Record ID,First Name,Last Name,Lifecycle Stage,Email", "hubspot", "code,given_name,family_name,,email"),
    ],
)
def test_lists_of_other_programs(tmp_path: Path, header: str, preset: str, expected: str) -> None:
    table = open_text(tmp_path, f"{header}\n{','.join('x' * len(header.split(',')))}\n")
    mapping = guess_columns(table, Subject.CUSTOMERS, preset="" if preset not in ("square",) else preset)
    assert mapping.targets == tuple(expected.split(","))
    assert mapping.preset == preset
    assert guess_subject(table) is Subject.CUSTOMERS


def test_columns_without_a_header_are_known_by_their_values(tmp_path: Path) -> None:
    text = (
        "101,吉田 和子,よしだ かずこ,03-3711-1234,153-0051,東京都目黒区上目黒2-1-1,1958/6/2,k@example.jp\n"
        "102,大塚 昭,おおつか あきら,03-3711-5678,153-0052,東京都目黒区祐天寺1-1,1961/7/3,a@example.jp\n"
    )
    mapping = guess_columns(open_text(tmp_path, text), Subject.CUSTOMERS)
    assert mapping.targets == ("code", "name", "kana", "phone", "postal_code", "address", "birthday", "email")
    assert guess_columns(open_text(tmp_path, "氏名,連絡先\n吉田,k@example.jp\n"), Subject.CUSTOMERS).targets == ("name", "email")


def test_the_users_word_on_columns(tmp_path: Path) -> None:
    table = open_text(tmp_path, "氏名,電話番号,備考\n吉田,03-3711-1234,x\n")
    mapping = guess_columns(table, Subject.CUSTOMERS, overrides=["備考=field:肌質", "電話番号=mobile", "A=kana", "電話番号="])
    assert mapping.targets == ("kana", "", "field:肌質")
    assert mapping.unmapped == ("電話番号",)
    with pytest.raises(UnknownColumn):
        guess_columns(table, Subject.CUSTOMERS, overrides=["ない=phone"])
    with pytest.raises(UnknownField):
        guess_columns(table, Subject.CUSTOMERS, overrides=["備考=nonsense"])
    with pytest.raises(UnknownPreset):
        guess_columns(table, Subject.CUSTOMERS, preset="nonsense")
    with pytest.raises(MissingColumns):
        read_customers(table, mapping.with_target(0, ""), today=TODAY)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("subject", "fields"), [(Subject.CUSTOMERS, CUSTOMER_FIELDS), (Subject.PURCHASES, PURCHASE_FIELDS)])
def test_every_field_is_known_by_its_label(tmp_path: Path, subject: Subject, fields: tuple[str, ...], language: str) -> None:
    header = [label(field, language) for field in fields]
    table = open_text(tmp_path, csv_text((header, ["x"] * len(header))))
    assert guess_columns(table, subject).targets == fields


def test_how_shops_write_consent(tmp_path: Path) -> None:
    words = dict.fromkeys(("DM不可", "停止", "配信停止", "送付しない"), Consent.NO) | dict.fromkeys(("要", "送付可"), Consent.YES)
    rows = [(str(number), "吉田", word) for number, word in enumerate(words)]
    drafts = read(open_text(tmp_path, csv_text((("会員No.", "氏名", "DM"), *rows)))).drafts
    assert [draft.fields.post_consent for draft in drafts] == list(words.values())
    assert drafts[0].fields.code == "0"
