"""No word of Latin letters is torn in an address or a name: it stands on one line, parted behind its hyphen, or is named as too long."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cards import CardOptions, Direction, Recipient
from app.domain.label_sheets import LABEL_SHEETS, label_sheet
from app.printing.address_plans import has_address_side
from app.printing.address_side import compose_address
from app.printing.fonts import family
from app.printing.geometry import MM, PAPERS, SMALLEST_TYPE_PT
from app.printing.label_text import compose_label
from app.printing.labels import room_on
from app.printing.layout import Part
from tests.unit.address_people import LATIN_NAMES, TORTURE_SET
from tests.unit.address_sheets import faults, torn
from tests.unit.printing_people import SENDER

ADDRESSED = [name for name, paper in PAPERS.items() if has_address_side(paper)]
LIVING = (("150-0001", "東京都渋谷区神宮前1-2-3", "こもれびハイツ204"), ("106-0032", "6-10-1 Roppongi, Minato-ku, Tokyo", "Mori Tower 45F"))
TOO_NARROW = ("A-one 28368", "Avery 5160")


@pytest.mark.parametrize(("paper", "direction"), list(itertools.product(ADDRESSED, Direction)))
def test_latin_names_stand_whole_on_every_paper(paper: str, direction: Direction) -> None:
    for name, living in itertools.product(LATIN_NAMES, LIVING):
        person = Recipient("1", name, "様", *living)
        side = compose_address(person, SENDER, CardOptions(direction=direction), PAPERS[paper])
        assert faults(side, person, PAPERS[paper]) == [], name


@pytest.mark.parametrize("sheet", LABEL_SHEETS)
def test_latin_names_stand_whole_on_every_label(sheet: str) -> None:
    room = room_on(label_sheet(sheet), 0)
    for name, living in itertools.product(LATIN_NAMES, LIVING):
        person = Recipient("1", name, "様", *living, code="K7M4-2QX")
        layout = compose_label(person, CardOptions(), room).layout
        assert layout.overflows <= (sheet in TOO_NARROW), name
        assert layout.overflows or torn(layout.placed, person) == [], name
        assert all(room.contains(one.box) for one in layout.placed)


def test_a_name_is_parted_where_it_has_a_blank_or_a_hyphen() -> None:
    person = Recipient("1", "Montgomery-Smythe John Christopher", "様", *LIVING[0])
    room = room_on(label_sheet("28315"), 0)

    rows = compose_label(person, CardOptions(), room).layout.of(Part.NAME)

    assert [one.text for one in rows] == ["Montgomery-Smythe", "John Christopher 様"]


@pytest.mark.parametrize("sheet", ["28315", "28368"])
def test_no_honorific_stands_alone_on_a_line(sheet: str) -> None:
    room = room_on(label_sheet(sheet), 0)
    for person in TORTURE_SET[::3]:
        rows = compose_label(person, CardOptions(print_joint_names=True), room).layout.of(Part.NAME, Part.JOINT_NAME)
        assert not any(one.text.strip().startswith(("様", "御中")) for one in rows), person.key


def test_names_that_stand_together_are_parted_between_people() -> None:
    room = room_on(label_sheet("28368"), 0)
    person = Recipient("1", "勅使河原 美紗緒", "様", *LIVING[0], joint_names=("聡一郎", "乃", "林 百合子"))
    rows = [one.text for one in compose_label(person, CardOptions(print_joint_names=True), room).layout.of(Part.NAME, Part.JOINT_NAME)]

    assert all(any(name in row for row in rows) for name in ("勅使河原", "美紗緒 様", "聡一郎 様", "乃 様", "百合子 様")), rows


def test_a_word_wider_than_the_paper_is_named() -> None:
    person = Recipient("1", "Abcdefghij" * 8, "様", *LIVING[0])

    assert compose_address(person, SENDER, CardOptions(), PAPERS["はがき"]).layout.overflows
    assert compose_label(person, CardOptions(), room_on(label_sheet("28187"), 0)).layout.overflows


WORD = st.text("abcdefghilmnoprstuvyéüō", min_size=2, max_size=32).map(str.capitalize)
NAME = st.lists(WORD, min_size=1, max_size=4).flatmap(
    lambda words: st.lists(st.sampled_from(" -"), min_size=len(words), max_size=len(words)).map(
        lambda signs: "".join(itertools.chain.from_iterable(zip(words, signs, strict=True))).strip(" -")
    )
)
PEOPLE = st.builds(
    Recipient,
    name=NAME,
    honorific=st.just("様"),
    postal_code=st.just("106-0032"),
    address=st.sampled_from(("東京都港区六本木6-10-1", "6-10-1 Roppongi, Minato-ku, Tokyo")),
    building=NAME | st.just(""),
    company=NAME | st.just(""),
)


@settings(max_examples=80)
@given(person=PEOPLE, paper=st.sampled_from(ADDRESSED), direction=st.sampled_from(Direction))
def test_whatever_is_typed_in_latin_letters_is_not_torn(person: Recipient, paper: str, direction: Direction) -> None:
    layout = compose_address(person, SENDER, CardOptions(direction=direction), PAPERS[paper]).layout

    assert layout.overflows or torn(layout.placed, person) == []


@settings(max_examples=80)
@given(name=NAME, sheet=st.sampled_from(list(LABEL_SHEETS)))
def test_only_what_has_no_room_at_the_smallest_size_is_too_long_for_a_label(name: str, sheet: str) -> None:
    room, options = room_on(label_sheet(sheet), 0), CardOptions()
    person = Recipient("1", name, "様", "150-0001", "東京都渋谷区神宮前1-2-3")
    layout = compose_label(person, options, room).layout
    em = SMALLEST_TYPE_PT / MM
    words = name.replace("-", "- ").split()
    is_wide = any(family(options.typeface).width(f"{word} 様") * em > room.width for word in words)

    assert layout.overflows or torn(layout.placed, person) == []
    assert not layout.overflows or is_wide or (len(words) + 3) * em * 1.06 > room.height
