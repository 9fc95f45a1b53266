"""Opening lists: encodings, separators, headers, rows that do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.problems import RowError, RowReason, UnknownEncoding, UnknownSheet
from app.exchange.source import Reading, Table, open_table
from tests.unit.exchange_files import SHOP_LIST, csv_text, open_text, write_gz, write_text, write_xlsx


def rows_of(table: Table) -> tuple[list[tuple[int, list[str]]], list[RowError]]:
    refused: list[RowError] = []
    return list(table.records(refused)), refused


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("cp932", "cp932"),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_shops_list_reads_alike_in_every_encoding(tmp_path: Path, codec: str, found: str) -> None:
    table = open_text(tmp_path, csv_text(SHOP_LIST), encoding=codec)
    rows, refused = rows_of(table)
    assert table.facts.encoding == found
    assert table.facts.header_row == 2
    assert table.facts.titles == ("顧客名簿 2026年11月",)
    assert table.header == SHOP_LIST[1]
    assert [(row, tuple(cells)) for row, cells in rows] == [(number, cells) for number, cells in enumerate(SHOP_LIST[2:], start=3)]
    assert refused == []


def test_euc_has_the_characters_that_shops_use(tmp_path: Path) -> None:
    extensions = {"①": b"\xad\xa1", "㈱": b"\xad\xea", "髙": b"\xfc\xe2", "﨑": b"\xf9\xf5"}
    content = "会員番号,氏名,メモ\n1,".encode("euc_jp") + b"".join(extensions.values()) + "橋由美子,とてもよいお客様です\n".encode("euc_jp")
    path = tmp_path / "l.csv"
    path.write_bytes(content)
    table = open_table(path)
    assert table.facts.encoding == "euc_jp"
    assert table.sample() == [(2, ["1", "①㈱髙﨑橋由美子", "とてもよいお客様です"])]


def test_three_byte_kanji_of_euc_and_the_same_in_mail_encoding(tmp_path: Path) -> None:
    head, name = "会員番号,氏名\n1,", "橋由美子\n"
    path = tmp_path / "l.csv"
    path.write_bytes(head.encode("euc_jp") + b"\xad\xea\x8f\xf4\xfb\x8f\xf4\xbd\x8f\xf4\xd7\x8f\xf3\xf3\xa1\xdd" + name.encode("euc_jp"))
    assert open_table(path).sample() == [(2, ["1", "㈱髙﨑\ufa1aⅰ－橋由美子"])]
    path.write_bytes(head.encode("iso2022_jp") + b"\x1b$B-j|byu\x1b(I6\x1b(B" + name.encode("iso2022_jp"))
    table = open_table(path)
    assert (table.facts.encoding, table.sample()) == ("iso2022_jp", [(2, ["1", "㈱髙﨑ｶ橋由美子"])])
    rows = "".join(f"{number},吉田{'和' * (number % 7)}子\n" for number in range(20_000))
    path.write_bytes(("会員番号,氏名\n" + rows).encode("iso2022_jp"))
    table = open_table(path)
    refused: list[RowError] = []
    assert [cells for _, cells in table.records(refused)] == [line.split(",") for line in rows.splitlines()]
    assert refused == []


def test_mail_encoding_and_half_width_kana(tmp_path: Path) -> None:
    plain = "氏名,電話番号\n吉田和子,03-3711-1234\n"
    assert open_text(tmp_path, plain, encoding="iso2022_jp").sample() == [(2, ["吉田和子", "03-3711-1234"])]
    kana = "ｼﾒｲ,ﾃﾞﾝﾜ\n" + "ﾖｼﾀﾞ ｶｽﾞｺ,03-3711-1234\nﾀｶﾊｼ ﾕﾐｺ,090-1234-5678\n"
    assert open_text(tmp_path, kana, encoding="cp932").facts.encoding == "cp932"
    assert open_text(tmp_path, "name,phone\nRené Müller,03-3711-1234\n", encoding="cp1252").sample()[0][1][0] == "René Müller"


def test_the_users_choice_of_encoding_wins_and_unknown_ones_are_named(tmp_path: Path) -> None:
    path = write_text(tmp_path / "l.csv", "氏名,メモ\n吉田,x\n", "euc_jp")
    assert open_table(path, Reading(encoding="EUC-JP")).sample() == [(2, ["吉田", "x"])]
    with pytest.raises(UnknownEncoding):
        open_table(path, Reading(encoding="klingon"))


def test_one_broken_character_refuses_its_row_and_not_the_list(tmp_path: Path) -> None:
    good = "氏名,メモ\n" + "吉田和子,とても長いメモがここにあります\n" * 20
    path = tmp_path / "l.csv"
    path.write_bytes(good.encode() + b"\xe5\x90\xff\xe7,x\n" + "大塚昭,y\n".encode())
    table = open_table(path)
    rows, refused = rows_of(table)
    assert table.facts.encoding == "utf-8"
    assert len(rows) == 21
    assert [(error.row, error.reason) for error in refused] == [(22, RowReason.UNREADABLE_CHARACTERS)]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_separators_are_found(tmp_path: Path, separator: str) -> None:
    table = open_text(tmp_path, csv_text([("氏名", "メモ", "電話"), ("吉田", "a, b; c", "03-3711-1234")], separator))
    assert table.facts.separator == separator
    assert table.sample() == [(2, ["吉田", "a, b; c", "03-3711-1234"])]


def test_rows_that_do_not_fit_are_refused_and_never_shifted(tmp_path: Path) -> None:
    text = "氏名,電話,メモ\na,1,x\nb,2,y,EXTRA\nc,3\nd,4,z,,\n,,\n\ne,5,w\n"
    rows, refused = rows_of(open_text(tmp_path, text))
    assert rows == [(2, ["a", "1", "x"]), (5, ["d", "4", "z"]), (8, ["e", "5", "w"])]
    assert [(error.row, error.reason, error.value, error.other) for error in refused] == [
        (3, RowReason.TOO_MANY_CELLS, "4", "3"),
        (4, RowReason.TOO_FEW_CELLS, "2", "3"),
    ]


def test_quoted_line_breaks_count_as_one_row(tmp_path: Path) -> None:
    text = '氏名,電話,メモ\r\na,1,"eins\r\nzwei ""drei"""\r\nb,2,y\r\n'
    rows, refused = rows_of(open_text(tmp_path, text))
    assert rows == [(2, ["a", "1", 'eins\r\nzwei "drei"']), (3, ["b", "2", "y"])]
    assert refused == []


@pytest.mark.parametrize("rest", ["c,3,z\nd,4,w\n", 'c,3,z\nd,4,"w"\n', 'c,3,z\nd,4,"w, v"\ne,5,""\n'])
def test_an_open_quotation_mark_costs_only_its_own_row(tmp_path: Path, rest: str) -> None:
    rows, refused = rows_of(open_text(tmp_path, '氏名,電話,メモ\na,1,x\nb,2,"y\n' + rest))
    assert [row for row, _ in rows] == list(range(2, 2 + 1)) + list(range(4, 4 + rest.count("\n")))
    assert [(error.row, error.reason) for error in refused] == [(3, RowReason.BROKEN_QUOTE)]


def test_a_quotation_mark_that_closes_far_below_swallows_no_rows(tmp_path: Path) -> None:
    rows, refused = rows_of(open_text(tmp_path, '氏名,電話,メモ\na,1,x\nb,2,"y\nc,3,z\nd,4,w"\ne,5,v\n'))
    assert rows == [(2, ["a", "1", "x"]), (4, ["c", "3", "z"]), (5, ["d", "4", 'w"']), (6, ["e", "5", "v"])]
    assert [(error.row, error.reason) for error in refused] == [(3, RowReason.BROKEN_QUOTE)]


def test_a_nul_refuses_its_row(tmp_path: Path) -> None:
    text = "氏名,メモ\n" + "吉田和子,とても長いメモがここにあります\n" * 20 + "b\0,y\nc,z\n"
    rows, refused = rows_of(open_text(tmp_path, text))
    assert rows[-1] == (23, ["c", "z"])
    assert [(error.row, error.reason) for error in refused] == [(22, RowReason.UNREADABLE_CHARACTERS)]


def test_a_missing_header_is_noticed_and_eats_no_customer(tmp_path: Path) -> None:
    table = open_text(tmp_path, "101,吉田和子,03-3711-1234\n102,大塚昭,03-3711-5678\n")
    assert table.facts.has_missing_header
    assert table.header == ("A", "B", "C")
    assert [row for row, _ in table.sample()] == [1, 2]


def test_a_header_of_unknown_words_is_still_a_header_and_the_user_may_say_otherwise(tmp_path: Path) -> None:
    path = write_text(tmp_path / "l.csv", "肌質,ほくろ\n乾燥,123\n")
    assert open_table(path).facts.header_row == 1
    assert open_table(path, Reading(header_row=0)).sample() == [(1, ["肌質", "ほくろ"]), (2, ["乾燥", "123"])]


def test_double_and_nameless_columns_get_names_of_their_own(tmp_path: Path) -> None:
    table = open_text(tmp_path, "氏名,電話,電話,,メモ\na,1,2,3,4\n")
    assert table.header == ("氏名", "電話", "電話 (2)", "D", "メモ")


def test_gz_of_text_reads_like_the_text(tmp_path: Path) -> None:
    table = open_table(write_gz(tmp_path / "l.csv.gz", csv_text(SHOP_LIST)))
    assert table.header == SHOP_LIST[1]
    assert len(rows_of(table)[0]) == 4


def test_workbooks_show_the_row_numbers_of_the_sheet_and_offer_their_sheets(tmp_path: Path) -> None:
    body: list[tuple[str | float, ...]] = [
        ("氏名", "電話", "誕生日"),
        ("𠮷野 家子", "03-3711-1234", "S48.11.8"),
        ("", "", ""),
        ("大塚 昭", 9012345678.0, 17850.0),
    ]
    path = write_xlsx(tmp_path / "l.xlsx", {"表紙": [("",)], "名簿": body, "ほか": [("商品", "金額"), ("a", 1.5)]})
    table = open_table(path)
    assert table.facts.sheets == ("表紙", "名簿", "ほか")
    assert table.facts.sheet == "名簿"
    assert rows_of(table)[0] == [(2, ["𠮷野 家子", "03-3711-1234", "S48.11.8"]), (4, ["大塚 昭", "9012345678", "17850"])]
    assert open_table(path, Reading(sheet="ほか")).sample() == [(2, ["a", "1.5"])]
    with pytest.raises(UnknownSheet):
        open_table(path, Reading(sheet="ない"))


def test_reading_again_starts_anew(tmp_path: Path) -> None:
    table = open_text(tmp_path, "氏名,メモ\na,1\nb,2\n")
    assert rows_of(table) == rows_of(table)
