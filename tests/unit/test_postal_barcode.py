"""The customer barcode: the examples of the post's manual, the shape of the bars, and what an independent program draws."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.addresses import Address
from app.domain.postal_barcode import (
    BARS,
    PostalCodeNeeded,
    address_number,
    after_town,
    barcode_of_number,
    bars_of_address,
    postal_barcode,
)
from app.domain.postal_codes import PostalArea
from app.exchange.postal import PostalTable
from app.paths import resource
from app.printing.geometry import HAGAKI, MM
from app.printing.ink import Ink
from app.printing.pdf import PdfFile
from app.printing.postal_bars import bars_box, draw_bars

MANUAL = (
    ("2630023", "3丁目30-8 郵便ビル403号", "3-30-8-403"),
    ("0140113", "南田茂木 添60-1", "60-1"),
    ("1100016", "5-6-3 ABCビル10F", "5-6-3-10"),
    ("0600906", "4丁目 郵便センター6号館", "4-6"),
    ("0650006", "8丁目 郵便センター10号館", "8-10"),
    ("4070033", "韮崎400", "400"),
    ("2730102", "東3丁目-20-5 郵便・A&bコーポB604号", "3-20-5B604"),
    ("1980036", "十一丁目六番地一号 郵便タワー601", "11-6-1-601"),
    ("0270203", "第二十一地割大淵川480", "21-480"),
    ("5900016", "四丁六番十九号", "4-6-19"),
    ("0800831", "南七線 西28", "7-28"),
    ("3170055", "6丁目7-14 ABCビル2F", "6-7-14-2"),
    ("6500046", "9丁目7-6 郵便シティA棟1F1号", "9-7-6A1-1"),
    ("6230011", "綾部6-7 LプラザB106", "6-7LB106"),
    ("0640804", "29丁目1524-23 第2郵便ハウス501", "29-1524-23-2-501"),
    ("9100067", "3丁目80-25 J1ビル2-B", "3-80-25J1-2B"),
)


@pytest.mark.parametrize(("postal_code", "rest", "number"), MANUAL)
def test_the_numbers_of_the_manual(postal_code: str, rest: str, number: str) -> None:
    assert address_number(rest) == number
    assert postal_barcode(postal_code, rest).address_number == number


JUDGED = [line.rsplit(" ", 1) for line in (Path(__file__).parent / "data" / "postal_barcodes.txt").read_text("utf-8").splitlines()]


def test_the_bars_are_those_that_an_independent_program_draws() -> None:
    """Drawn by zint (see tests/bench/bench_barcode.py)."""
    assert len(JUDGED) >= 1000
    for data, bars in JUDGED:
        code, _, number = data.partition(" ")
        assert barcode_of_number(code, number).bars == bars, data


def test_what_is_too_long_is_cut_after_thirteen_signs() -> None:
    long = postal_barcode("1500001", "1-2-3-405-678901")
    assert long.bars == postal_barcode("1500001", "1-2-3-405-678").bars
    assert long.address_number == "1-2-3-405-678901"
    # A letter takes two signs; where only one is left, its first half stays.
    assert postal_barcode("1500001", "123456789012A").bars[:-6] == postal_barcode("1500001", "123456789012B").bars[:-6]


def test_a_postcode_without_seven_digits_is_refused() -> None:
    with pytest.raises(PostalCodeNeeded):
        postal_barcode("150-00", "1-2-3")


@given(st.text(max_size=40))
def test_any_text_makes_a_readable_barcode(rest: str) -> None:
    number = address_number(rest)
    assert all(char.isascii() and (char.isdigit() or char.isupper() or char == "-") for char in number)
    assert not any(pair in number for pair in ("--", *(f"-{c}" for c in "ABCXYZ"), *(f"{c}-" for c in "ABCXYZ")))
    bars = postal_barcode("150-0001", rest).bars
    assert len(bars) == BARS and (bars[:2], bars[-2:]) == ("13", "31") and set(bars) <= set("1234")


TABLE = PostalTable.load(resource("data", "postal", "postal.bin"))

HARD = (
    ("060-0003", "北海道", "札幌市中央区", "北三条西4丁目1-1", "", "4-1-1"),
    ("060-0003", "北海道", "札幌市中央区", "北3条西4丁目1-1", "", "4-1-1"),
    ("060-0003", "北海道", "札幌市中央区", "北３条西四丁目１番地", "", "4-1"),
    ("060-0003", "", "札幌市", "中央区北3条西4丁目1-1", "", "4-1-1"),
    ("102-0075", "東京都", "千代田区", "三番町1-2", "", "1-2"),
    ("102-0075", "東京都", "千代田区", "3番町1-2", "郵便ビル3F", "1-2-3"),
    ("102-0075", "東京都", "千代田区", "３番町 １番地２", "", "1-2"),
    ("980-0811", "宮城県", "仙台市青葉区", "1番町2丁目3-4", "", "2-3-4"),
    ("989-3201", "宮城県", "仙台市青葉区", "国見ヶ丘1-2", "", "1-2"),
    ("048-2402", "北海道", "仁木町", "大江1丁目20", "", "1-20"),
    ("048-2402", "", "余市郡仁木町", "大字大江20-3", "", "20-3"),
    ("604-0845", "京都府", "京都市中京区", "二条殿町538", "", "538"),
    ("604-0845", "京都府", "京都市中京区", "烏丸通御池上る2条殿町538", "御池ビル3F", "538-3"),
    ("600-8008", "京都府", "京都市下京区", "四条通烏丸東入ル長刀鉾町20", "四条ビル301", "20-301"),
    ("277-0873", "千葉県", "柏市", "中十余二24-1", "", "24-1"),
    ("620-0915", "京都府", "福知山市", "字十二３４", "", "34"),
    ("163-8001", "東京都", "新宿区", "西新宿2丁目8-1", "", "2-8-1"),
    ("100-0000", "東京都", "千代田区", "どこか1-2-3", "", ""),
)


@pytest.mark.parametrize(("code", "prefecture", "city", "street", "building", "number"), HARD)
def test_hard_addresses_give_their_own_number(code: str, prefecture: str, city: str, street: str, building: str, number: str) -> None:
    made = bars_of_address(code, Address(prefecture, city, street, building), TABLE.lookup(code))

    assert made == barcode_of_number(code, number).bars


@pytest.mark.parametrize(
    ("code", "city", "street"),
    [
        ("060-0003", "札幌市中央区", "北2条西4丁目1-1"),
        ("060-0003", "札幌市中央区", "北13条西4丁目1-1"),
        ("102-0075", "千代田区", "四番町1-2"),
        ("102-0075", "千代田区", "13番町1-2"),
        ("102-0075", "新宿区", "三番町1-2"),
        ("620-0915", "福知山市", "十二三4"),
        ("163-0201", "新宿区", "西新宿2-6-1"),
        ("150-0001", "渋谷区", "1-2-3"),
        ("604-0845", "京都市中京区", "烏丸通御池上る538"),
    ],
)
def test_an_address_that_does_not_name_the_town_has_no_bars(code: str, city: str, street: str) -> None:
    assert bars_of_address(code, Address("", city, street, "郵便ビル403"), TABLE.lookup(code)) == ""


def test_the_town_goes_before_the_number_is_taken() -> None:
    towns = [PostalArea("0600906", "北海道", "札幌市東区", town) for town in ("北六条東", "北六条")]
    assert after_town("北六条東4丁目 郵便センター6号館", towns) == "4丁目 郵便センター6号館"
    assert after_town("北海道札幌市東区北6条東4丁目", towns) == "4丁目"
    assert after_town("中通り2-3", towns) is None
    assert after_town("1-2-3", [PostalArea("1000000", "東京都", "千代田区", "")]) == ""
    assert after_town("1-2-3", []) is None


def test_the_towns_of_the_post_are_found_however_their_numbers_are_written() -> None:
    found = [area for code in range(0, 10_000_000, 101) for area in TABLE.lookup(f"{code:07d}") if area.town]
    areas = [area for area in found if not area.town[-1].isdigit()]
    assert len(areas) > 1_000
    for area in areas:
        arabic = re.sub("[一二三四五六七八九](?=条|番町|番丁|線)", lambda one: str("一二三四五六七八九".index(one.group()) + 1), area.town)
        for town in (area.town, arabic):
            assert after_town(f"{area.prefecture}{area.city}{town}1丁目2-3", TABLE.lookup(area.postal_code)) == "1丁目2-3", town


def test_the_bars_have_the_sizes_of_the_manual() -> None:
    assert bars_box(0, 0, 10).width == pytest.approx(79.8)
    assert bars_box(0, 0).width == pytest.approx(71.8, abs=0.05)
    ink = Ink(PdfFile(io.BytesIO(), title=""), HAGAKI)
    box = draw_bars(ink, "1234" + "1" * 63, 14, 130, 10)
    drawn = [[float(number) / MM for number in found] for found in re.findall(r"(\S+) (\S+) (\S+) (\S+) re", ink.content().decode())]
    assert len(drawn) == BARS
    tops = [(round(HAGAKI.height - bottom - height, 2), round(height, 2)) for _left, bottom, _width, height in drawn[:4]]
    assert tops == [(130.0, 3.6), (130.0, 2.4), (131.2, 2.4), (131.2, 1.2)]
    assert [round(left, 2) for left, *_ in drawn[:3]] == [14.0, 15.2, 16.4]
    assert drawn[-1][0] + drawn[-1][2] == pytest.approx(box.right, abs=0.01)
    with pytest.raises(ValueError, match="7"):
        bars_box(0, 0, 7)
