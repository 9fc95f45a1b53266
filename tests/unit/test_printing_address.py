"""Every name and address of the torture list stands whole, clear and large enough on the card."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from app.domain.cards import AddressNumerals, Card, CardDesign, CardOptions, CardText, Direction, NumberJoint, Recipient, Sender, Typeface
from app.printing.address_side import compose_address, compose_address_side
from app.printing.checks import check_recipient, missing_characters
from app.printing.fonts import vertical_family
from app.printing.geometry import HAGAKI, PAPERS, SMALLEST_TYPE_PT, postal_boxes, stamp_corner
from app.printing.layout import Layout, Part
from app.printing.vertical import CellKind, address_cells, text_cells
from tests.unit.address_sheets import plain
from tests.unit.printing_people import SENDER, TORTURE

NAMES = (Part.NAME, Part.JOINT_NAME)
EVERY_WAY = [
    CardOptions(direction=direction, typeface=typeface, print_joint_names=True)
    for direction, typeface in itertools.product(Direction, Typeface)
]


def compose(person: Recipient, options: CardOptions) -> Layout:
    return compose_address_side(person, SENDER, options).layout


@pytest.mark.parametrize("options", EVERY_WAY, ids=lambda one: f"{one.direction}-{one.typeface}")
def test_the_torture_list_fits(options: CardOptions) -> None:
    assert len(TORTURE) >= 100
    assert [person.key for person in TORTURE if compose(person, options).overflows] == []


@pytest.mark.parametrize("options", EVERY_WAY, ids=lambda one: f"{one.direction}-{one.typeface}")
def test_nothing_touches_leaves_the_paper_or_covers_the_stamp(options: CardOptions) -> None:
    for person in TORTURE:
        placed = compose(person, options).placed
        for one in placed:
            assert HAGAKI.page.contains(one.box), (person.key, one.text)
            assert not one.box.overlaps(stamp_corner(HAGAKI)), (person.key, one.text)
        for one, other in itertools.combinations(placed, 2):
            assert not one.box.overlaps(other.box), (person.key, one.text, other.text)


@pytest.mark.parametrize("options", EVERY_WAY, ids=lambda one: f"{one.direction}-{one.typeface}")
def test_no_type_is_below_nine_points_and_the_name_is_the_largest(options: CardOptions) -> None:
    for person in TORTURE:
        layout = compose(person, options)
        name = min(one.size for one in layout.of(*NAMES))
        others = [one.size for one in layout.placed if one.part not in (*NAMES, Part.POSTAL_DIGIT)]
        assert min(others) >= SMALLEST_TYPE_PT
        assert name > max(others), person.key


@pytest.mark.parametrize("options", EVERY_WAY, ids=lambda one: f"{one.direction}-{one.typeface}")
def test_the_names_stand_in_the_middle(options: CardOptions) -> None:
    for person in TORTURE:
        boxes = [one.box for one in compose(person, options).of(*NAMES)]
        middle = (min(box.left for box in boxes) + max(box.right for box in boxes)) / 2
        assert middle == pytest.approx(HAGAKI.width / 2, abs=0.05 if len(boxes) < 3 else 2.55), person.key


@pytest.mark.parametrize("paper", ["はがき", "長形3号", "長形4号", "角形2号"])
@pytest.mark.parametrize("others", [("花子",), ("花子", "太郎"), ("花子", "太郎", "次郎")])
def test_joint_names_begin_where_a_single_name_begins(paper: str, others: tuple[str, ...]) -> None:
    alone = Recipient("1", "鈴木 一郎", "様", "150-0001", "東京都渋谷区神宮前1-2-3", "こもれびハイツ204")
    options = CardOptions(print_joint_names=True)
    tops = []
    for person in (alone, replace(alone, joint_names=others)):
        layout = compose_address(person, SENDER, options, PAPERS[paper]).layout
        names = layout.of(*NAMES)
        tops.append(min(one.box.top for one in names))
        assert max(one.box.bottom for one in names) > max(one.box.bottom for one in layout.of(Part.ADDRESS, Part.BUILDING))

    assert tops[1] == pytest.approx(tops[0], abs=1.5)


def test_a_name_is_rather_smaller_than_parted_at_its_hyphen() -> None:
    person = Recipient("1", "Montgomery-Smythe John Christopher", "様", "150-0001", "東京都渋谷区神宮前1-2-3")
    for paper in ("はがき", "長形3号", "長形4号"):
        names = compose_address(person, SENDER, CardOptions(), PAPERS[paper]).layout.of(Part.NAME)
        assert not any(one.text.endswith("-") for one in names), paper


def test_every_character_of_the_address_is_there() -> None:
    for person in TORTURE:
        layout = compose(person, CardOptions())
        shown = "".join(one.text for one in layout.of(Part.ADDRESS))
        assert shown.replace(" ", "") == person.address.replace(" ", ""), person.key


def test_the_honorific_ends_below_the_address() -> None:
    layout = compose(TORTURE[12], CardOptions())

    assert max(one.box.bottom for one in layout.of(Part.NAME)) > max(one.box.bottom for one in layout.of(Part.ADDRESS))


def test_joint_names_end_on_one_line_and_do_not_repeat_the_family_name() -> None:
    person = Recipient("1", "林 健", "様", "150-0001", "東京都渋谷区神宮前1-2-3", joint_names=("林 花子", "太郎"))

    names = compose(person, CardOptions(print_joint_names=True)).of(*NAMES)

    assert {round(one.box.bottom, 3) for one in names} == {round(names[0].box.bottom, 3)}
    assert [one.text for one in names] == ["林 健 様", "林 花子 様", "太郎 様"]
    assert [len([cell for cell in one.cells if cell.text == "林"]) for one in names if hasattr(one, "cells")] == [1, 0, 0]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(
    ("own", "others", "shown"),
    [
        ("先生", ("様",), ["堀 一郎 先生", "花子 様", "健 様"]),
        ("様", ("先生", "ちゃん"), ["堀 一郎 様", "花子 先生", "健 ちゃん"]),
    ],
)
def test_everybody_has_the_own_honorific(direction: Direction, own: str, others: tuple[str, ...], shown: list[str]) -> None:
    person = Recipient("1", "堀 一郎", own, "150-0001", "東京都渋谷区神宮前1-2-3", joint_names=("花子", "健"), joint_honorifics=others)

    layout = compose(person, CardOptions(direction=direction, print_joint_names=True))

    assert [plain(one.text) for one in layout.of(*NAMES)] == [plain(text) for text in shown]
    assert not layout.overflows
    assert all(HAGAKI.page.contains(one.box) for one in layout.placed)


@pytest.mark.parametrize("direction", Direction)
def test_a_long_sender_keeps_clear_of_stamp_and_name(direction: Direction) -> None:
    long = Sender(
        "ヘアサロン こもれび 神宮前本店",
        "田中 美咲",
        "604-8571",
        "京都府京都市中京区寺町通御池上る上本能寺前町488番地",
        "御池レジデンスビルディング2階",
    )
    layout = compose_address_side(TORTURE[12], long, CardOptions(direction=direction)).layout
    own = layout.of(Part.SENDER, Part.SENDER_DIGIT)

    assert not layout.overflows
    assert min(one.size for one in own) >= SMALLEST_TYPE_PT
    for one in own:
        assert HAGAKI.page.contains(one.box) and not one.box.overlaps(stamp_corner(HAGAKI))
        assert not any(one.box.overlaps(other.box) for other in layout.placed if other is not one)


def test_digits_stand_in_the_middle_of_their_boxes() -> None:
    digits = compose(TORTURE[0], CardOptions()).of(Part.POSTAL_DIGIT)

    for digit, box in zip(digits, postal_boxes(HAGAKI), strict=True):
        assert digit.box.middle == pytest.approx(box.middle, abs=0.01)
        assert box.contains(digit.box)


def test_the_number_boxes_stand_where_the_post_wants_them() -> None:
    assert [box.left for box in postal_boxes(HAGAKI)] == [44.3, 51.3, 58.3, 65.9, 72.7, 79.5, 86.3]
    assert {box.top for box in postal_boxes(HAGAKI)} == {12.0}
    assert postal_boxes(HAGAKI)[-1].right == pytest.approx(92.0)
    assert postal_boxes(PAPERS["長形3号"])[0].left == pytest.approx(64.3)
    large = postal_boxes(PAPERS["角形2号"])
    assert (large[0].top, round(240 - large[-1].right, 3)) == (18.0, 18.0)


def shown(text: str, numerals: AddressNumerals = AddressNumerals.KANJI, joint: NumberJoint = NumberJoint.NO) -> str:
    cells = address_cells(text, vertical_family(Typeface.MINCHO), numerals, joint)
    return "".join("_" if cell.kind is CellKind.BLANK else cell.text for cell in cells)


def test_numbers_of_a_vertical_address() -> None:
    assert shown("神宮前1-20-3") == "神宮前一ノ二〇ノ三"
    assert shown("神宮前1－2－3", joint=NumberJoint.BAR) == "神宮前一ー二ー三"
    assert shown("神宮前１ー２", AddressNumerals.ARABIC) == "神宮前１ノ２"
    assert shown("A-203") == "Ａー二〇三"
    assert shown("ハイツ204号室") == "ハイツ二〇四号室"


def test_a_number_keeps_clear_of_a_kanji_number_that_belongs_to_the_name() -> None:
    assert shown("大字三1-5") == "大字三_一ノ五"
    assert shown("一の坂1-2") == "一の坂一ノ二"


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("Roppongi Hills Mori Tower 35F", "Roppongi_Hills_Mori_Tower_35F"),
        ("神宮前1-2-3 KDX Tower 5F", "神宮前一ノ二ノ三_KDX_Tower_5F"),
        ("Casa de Sol 2-B", "Casa_de_Sol_2-B"),
        ("105 Roppongi Heights", "105_Roppongi_Heights"),
        ("森タワー35F", "森タワー35F"),
        ("Mori Tower 2-301号室", "Mori_Tower_二ノ三〇一号室"),
        ("C-5号棟302", "Ｃー五号棟三〇二"),
        ("一の坂1-2A", "一の坂一ノ二Ａ"),
    ],
)
def test_numbers_among_latin_words_stay_figures(written: str, stands: str) -> None:
    assert shown(written) == stands


def test_a_floor_lies_beside_the_words_that_lie() -> None:
    cells = address_cells("Mori Tower 35F", vertical_family(Typeface.MINCHO), AddressNumerals.KANJI, NumberJoint.NO)

    assert {cell.kind for cell in cells if cell.kind is not CellKind.BLANK} == {CellKind.LYING}


def test_half_width_signs_are_written_in_full_width() -> None:
    assert shown("ﾎﾜｲﾄﾋﾙ(2)") == "ホワイトヒル（二）"


def test_short_latin_stands_and_long_latin_lies() -> None:
    cells = text_cells("YM Tower 12", vertical_family(Typeface.MINCHO))

    assert [cell.kind for cell in cells if cell.kind is not CellKind.BLANK] == [CellKind.GROUP, CellKind.LYING, CellKind.GROUP]


def test_rare_name_characters_have_glyphs_and_a_hole_is_named() -> None:
    for person in TORTURE:
        assert missing_characters(f"{person.name}{person.address}{person.building}{person.company}") == ""
    assert missing_characters("林 \U000f0000と\U000f0000") == "\U000f0000"


def test_check_finds_what_stands_in_the_way() -> None:
    card = Card(CardDesign.PLAIN, CardText(body="こんにちは"), SENDER)

    def problems(**fields: str) -> list[str]:
        usual = {"name": "林 健", "postal_code": "150-0001", "address": "東京都渋谷区神宮前1-2-3"}
        return [str(problem) for problem in check_recipient(Recipient(**(usual | fields)), card)]  # type: ignore[arg-type]

    assert problems() == []
    assert problems(address=" ") == ["no_address"]
    assert problems(postal_code="150-001") == ["bad_postcode"]
    assert problems(postal_code="") == ["no_postcode"]
    assert problems(name="林 \U000f0000") == ["missing_characters"]
    assert problems(building="ながいなまえのたてもの" * 20) == ["text_too_long"]
    assert problems(name="") == ["no_name"]
