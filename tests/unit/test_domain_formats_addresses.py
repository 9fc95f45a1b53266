"""Addresses: split without inventing, joined again, compared with the postal code; the bundled table itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from app.domain.addresses import (
    PREFECTURES,
    PROBLEM_SENTENCES,
    Address,
    AddressProblem,
    address_of_areas,
    address_problems,
    has_street_number,
    join_address,
    split_address,
)
from app.domain.postal_codes import PostalArea, PostalCodeReading, PostalProblem, read_postal_code
from app.exchange.postal import PostalTable, PostalTableDamaged
from app.paths import resource

TABLE_FILE = resource("data", "postal", "postal.bin")


@pytest.fixture(scope="module")
def table() -> PostalTable:
    return PostalTable.load(TABLE_FILE)


class SmallTable:
    """A few codes, to see the rules without the table of the whole country."""

    AREAS = (
        PostalArea("1500001", "東京都", "渋谷区", "神宮前"),
        PostalArea("1500000", "東京都", "渋谷区", ""),
        PostalArea("3010032", "茨城県", "龍ケ崎市", "佐貫町"),
        PostalArea("3010099", "茨城県", "龍ケ崎市", "字佐貫町前"),
        PostalArea("1008050", "東京都", "千代田区", "大手町", street="1-9-5", office="青山新聞社"),
    )

    def lookup(self, postal_code: str) -> Sequence[PostalArea]:
        return [area for area in self.AREAS if area.postal_code == postal_code]

    def cities(self, prefecture: str) -> Sequence[str]:
        return [area.city for area in self.AREAS if prefecture in ("", area.prefecture)]


ADDRESSES = [
    ("東京都渋谷区神宮前1-2-3 コーポ青山101", Address("東京都", "渋谷区", "神宮前1-2-3", "コーポ青山101")),
    ("〒150-0001 東京都渋谷区神宮前１−２−３コーポ青山", Address("東京都", "渋谷区", "神宮前１−２−３", "コーポ青山")),
    ("東京都渋谷区神宮前1丁目2番3号\n青山ビル 5F", Address("東京都", "渋谷区", "神宮前1丁目2番3号", "青山ビル 5F")),
    ("東京都港区六本木6-10-1六本木ヒルズ", Address("東京都", "港区", "六本木6-10-1", "六本木ヒルズ")),
    ("東京都港区芝公園四丁目二番八号　東京タワー", Address("東京都", "港区", "芝公園四丁目二番八号", "東京タワー")),
    ("東京都千代田区一番町5", Address("東京都", "千代田区", "一番町5")),
    ("東京都新宿区西新宿2の8の1", Address("東京都", "新宿区", "西新宿2の8の1")),
    ("北海道札幌市中央区北1条西2丁目3-4 ビル5F", Address("北海道", "札幌市中央区", "北1条西2丁目3-4", "ビル5F")),
    ("三重県四日市市諏訪町1-5", Address("三重県", "四日市市", "諏訪町1-5")),
    ("広島県廿日市市下平良1-11-1", Address("広島県", "廿日市市", "下平良1-11-1")),
    ("千葉県市川市八幡1-1-1", Address("千葉県", "市川市", "八幡1-1-1")),
    ("茨城県龍ヶ崎市1234番地の5", Address("茨城県", "龍ヶ崎市", "1234番地の5")),
    ("岩手県九戸郡洋野町種市第50地割12番地3", Address("岩手県", "九戸郡洋野町", "種市第50地割12番地3")),
    ("横浜市西区高島2-18-1", Address("", "横浜市西区", "高島2-18-1")),
    ("渋谷区神宮前 1 - 2 - 3", Address("", "渋谷区", "神宮前1-2-3")),
    ("愛知県豊川市御津町佐脇浜三号地1-2 青山荘", Address("愛知県", "豊川市", "御津町佐脇浜三号地1-2", "青山荘")),
    ("大阪府堺市南区茶山台1-2-3号棟405", Address("大阪府", "堺市南区", "茶山台1-2-3号棟405")),
    ("群馬県佐波郡玉村町上之手12 青山荘", Address("群馬県", "佐波郡玉村町", "上之手12", "青山荘")),
    ("東京都渋谷区神宮前", Address("東京都", "渋谷区", "神宮前")),
    ("221B Baker Street, London", Address(street="221B Baker Street, London")),
    ("", Address()),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSES)
def test_one_line_is_split_with_and_without_the_table(text: str, expected: Address, table: PostalTable) -> None:
    assert split_address(text, table) == expected
    assert split_address(text) == expected


def test_the_county_may_be_missing(table: PostalTable) -> None:
    assert split_address("高知県いの町枝川1-1", table) == Address("高知県", "いの町", "枝川1-1")


def test_every_municipality_is_found_by_the_table(table: PostalTable) -> None:
    wrong = [
        (prefecture, city)
        for prefecture in PREFECTURES
        for city in table.cities(prefecture)
        if split_address(f"{prefecture}{city}本町1-2-3 青山荘", table) != Address(prefecture, city, "本町1-2-3", "青山荘")
    ]
    assert wrong == []


def test_parts_are_joined_again() -> None:
    address = Address("東京都", "渋谷区", "神宮前1-2-3", "コーポ青山101")
    assert join_address(address) == "東京都渋谷区神宮前1-2-3 コーポ青山101"
    assert join_address(address, building_on_own_line=True) == "東京都渋谷区神宮前1-2-3\nコーポ青山101"
    assert join_address(Address("", "London", "221B Baker Street")) == "London, 221B Baker Street"
    assert join_address(Address()) == ""


@pytest.mark.parametrize(
    "street", ["神宮前1-2-3", "神宮前1丁目2番", "神宮前一ノ二", "北1条西2丁目", "大字種市無番地", "大手町二番地", "Main Street"]
)
def test_streets_with_a_number(street: str) -> None:
    assert has_street_number(street)


@pytest.mark.parametrize("street", ["神宮前", "神宮前1丁目", "神宮前一丁目", "六本木", "一番町", "三番町", "北四条西", ""])
def test_streets_without_a_number(street: str) -> None:
    assert not has_street_number(street)


@pytest.mark.parametrize(
    ("code", "address", "problems"),
    [
        ("150-0001", Address("東京都", "渋谷区", "神宮前1-2-3"), ()),
        ("１５０－０００１", Address("", "渋谷区", "神宮前1-2-3"), ()),
        ("150-0000", Address("東京都", "渋谷区", "恵比寿1-2-3"), ()),
        ("301-0032", Address("茨城県", "竜ヶ崎市", "佐貫町1"), ()),
        ("301-0032", Address("茨城県", "龍ケ崎市", "大字佐貫町字前1"), ()),
        ("301-0099", Address("茨城県", "龍ケ崎市", "佐貫町字前1"), ()),
        ("100-8050", Address("東京都", "千代田区", "大手町"), ()),
        ("150-0001", Address("東京都", "渋谷区", "恵比寿1-2-3"), (AddressProblem.POSTAL_CODE_MISMATCH,)),
        ("150-0001", Address("大阪府", "渋谷区", "神宮前1-2-3"), (AddressProblem.POSTAL_CODE_MISMATCH,)),
        ("150-0001", Address("東京都", "渋谷区", "神宮前"), (AddressProblem.NO_STREET_NUMBER,)),
        ("999-9999", Address("東京都", "渋谷区", "神宮前1"), (AddressProblem.POSTAL_CODE_UNKNOWN,)),
        ("150-001", Address("東京都", "渋谷区", "神宮前"), (AddressProblem.POSTAL_CODE_UNREADABLE, AddressProblem.NO_STREET_NUMBER)),
        ("", Address("東京都", "渋谷区", "神宮前1"), (AddressProblem.NO_POSTAL_CODE,)),
        ("150-0001", Address(building="青山荘"), (AddressProblem.NO_ADDRESS,)),
        ("NW1 6XE", Address("", "London", "221B Baker Street"), ()),
    ],
)
def test_what_may_keep_a_letter_from_arriving(code: str, address: Address, problems: tuple[AddressProblem, ...]) -> None:
    assert address_problems(code, address, SmallTable()) == problems
    assert set(problems) <= set(PROBLEM_SENTENCES)


def test_without_a_table_only_the_form_is_checked() -> None:
    assert address_problems("999-9999", Address("東京都", "渋谷区", "神宮前1"), None) == ()


def test_numbers_of_towns_are_the_same_in_kanji(table: PostalTable) -> None:
    assert address_problems("060-0001", Address("北海道", "札幌市中央区", "北1条西2丁目"), table) == ()
    assert address_problems("060-0001", Address("北海道", "札幌市中央区", "北一条西２丁目"), table) == ()
    assert address_problems("060-0001", Address("北海道", "札幌市中央区", "北2条西2丁目"), table) == (AddressProblem.POSTAL_CODE_MISMATCH,)


def test_floors_of_tall_houses_have_codes_of_their_own(table: PostalTable) -> None:
    assert address_problems("170-6017", Address("東京都", "豊島区", "東池袋3-1-1", "サンシャイン60 17F"), table) == ()
    assert address_problems("170-6017", Address("東京都", "豊島区", "西池袋3-1-1"), table) == (AddressProblem.POSTAL_CODE_MISMATCH,)


def test_what_a_postal_code_fills_in() -> None:
    shibuya, whole, _, _, office = SmallTable.AREAS
    assert address_of_areas([shibuya]) == Address("東京都", "渋谷区", "神宮前")
    assert address_of_areas([shibuya, whole]) == Address("東京都", "渋谷区", "")
    assert address_of_areas([shibuya, office]) == Address("東京都", "", "")
    assert address_of_areas([office]) == Address("東京都", "千代田区", "大手町1-9-5")
    assert address_of_areas([]) is None


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("1500001", PostalCodeReading("150-0001", "1500001")),
        ("〒１５０−０００１", PostalCodeReading("150-0001", "1500001")),
        ("150 0001", PostalCodeReading("150-0001", "1500001")),
        ("600001", PostalCodeReading("600001", "600001", PostalProblem.LOST_ZERO, "060-0001")),
        ("10010", PostalCodeReading("10010", "10010", PostalProblem.LOST_ZERO, "001-0010")),
        ("150-001", PostalCodeReading("150-001", "150001", PostalProblem.WRONG_LENGTH)),
        ("15000011", PostalCodeReading("15000011", "15000011", PostalProblem.WRONG_LENGTH)),
        ("SW1A 1AA", PostalCodeReading("SW1A 1AA", "", PostalProblem.UNREADABLE)),
        ("", PostalCodeReading("", "")),
        ("〒", PostalCodeReading("", "")),
    ],
)
def test_postal_codes_as_typed(typed: str, reading: PostalCodeReading) -> None:
    assert read_postal_code(typed) == reading


def test_the_table_knows_towns_offices_and_split_lines(table: PostalTable) -> None:
    assert table.lookup("150-0001") == (PostalArea("1500001", "東京都", "渋谷区", "神宮前", "トウキョウト", "シブヤク", "ジングウマエ"),)
    assert [area.town for area in table.lookup("7614101")] == ["乙", "甲"]
    assert table.lookup("0768555")[0].office == "富良野市役所"
    assert table.lookup("9999999") == table.lookup("150") == table.lookup("") == ()
    assert table.edition == date(2026, 10, 1)
    assert len(table.cities("東京都")) == 62
    assert table.cities("江戸") == ()


def test_the_table_covers_the_country_and_stays_small(table: PostalTable) -> None:
    assert all(table.cities(prefecture) for prefecture in PREFECTURES)
    assert len(table.cities("")) == sum(len(table.cities(prefecture)) for prefecture in PREFECTURES)
    assert TABLE_FILE.stat().st_size <= 2_000_000


def test_a_missing_or_damaged_table_says_so(tmp_path: Path) -> None:
    whole = TABLE_FILE.read_bytes()
    damaged = {
        "missing.bin": None,
        "other.bin": b"PK\x03\x04 no table",
        "later.bin": whole.replace(b"POSTAL-1", b"POSTAL-2", 1),
        "short.bin": whole[:5000],
        "empty.bin": b"",
    }
    for name, content in damaged.items():
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(PostalTableDamaged):
            PostalTable.load(path).lookup("1500001")
    cut = tmp_path / "cut.bin"
    cut.write_bytes(whole[:-1000])
    with pytest.raises(PostalTableDamaged):
        PostalTable.load(cut).lookup("9998531")
