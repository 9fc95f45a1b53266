"""Twelve addresses stand where they stood; and whatever is typed, nothing touches and nothing is lost in silence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cards import CardOptions, Direction, Recipient
from app.domain.label_sheets import label_sheet
from app.printing.address_side import compose_address
from app.printing.geometry import PAPERS
from app.printing.label_text import compose_label
from app.printing.labels import room_on
from tests.unit.address_sheets import faults
from tests.unit.golden_addresses import FILE, laid
from tests.unit.printing_people import SENDER

GOLDEN = json.loads(FILE.read_text(encoding="utf-8"))


def test_there_are_twelve() -> None:
    assert len(GOLDEN) == 12 and set(GOLDEN) == set(laid())


@pytest.mark.parametrize("case", GOLDEN)
def test_nothing_moved(case: str) -> None:
    now = laid()[case]

    assert [row[:2] for row in now] == [row[:2] for row in GOLDEN[case]]
    for row, before in zip(now, GOLDEN[case], strict=True):
        assert row[2:] == pytest.approx(before[2:], abs=0.02), row[1]


_PIECES = (
    "東京都|渋谷区|神宮前|大字|字|三|一の坂|北3条|西|12丁目|1-2-3|1001番地の5|地割|ハイツ|グランドメゾン|Tower|No.5|ＡＢ|ﾎﾜｲﾄ"
    "|ー|・| |\u3000|(2)|𠮷|葛\U000e0100|々|上る|A-203|B|号室|「|」|、"
)
WORDS = st.sampled_from(_PIECES.split("|"))
TEXT = st.lists(WORDS, min_size=1, max_size=9).map("".join)
NAME = st.lists(WORDS, min_size=1, max_size=3).map("".join)


def sentence(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return texts.filter(lambda text: bool(text.strip(" 　ー・、「」")))


PEOPLE = st.builds(
    Recipient,
    name=sentence(NAME),
    address=sentence(TEXT),
    building=TEXT | st.just(""),
    company=NAME | st.just(""),
    department=NAME | st.just(""),
    joint_names=st.lists(sentence(NAME), max_size=3).map(tuple),
    postal_code=st.sampled_from(("150-0001", "", "94103")),
)


@settings(max_examples=60)
@given(
    person=PEOPLE, paper=st.sampled_from(("はがき", "長形3号", "長形4号", "洋形2号", "角形2号", "DL")), direction=st.sampled_from(Direction)
)
def test_whatever_is_typed_stands_clear_or_is_said_to_be_too_long(person: Recipient, paper: str, direction: Direction) -> None:
    side = compose_address(person, SENDER, CardOptions(direction=direction, print_joint_names=True), PAPERS[paper])

    assert [fault for fault in faults(side, person, PAPERS[paper]) if fault != "does not fit"] == []


@settings(max_examples=40)
@given(person=PEOPLE, sheet=st.sampled_from(("28187", "28315", "28368", "5160")))
def test_whatever_is_typed_stays_on_its_label(person: Recipient, sheet: str) -> None:
    room = room_on(label_sheet(sheet), 0)

    assert all(room.contains(one.box) and one.size >= 9 for one in compose_label(person, CardOptions(), room).layout.placed)
