"""Label sheets as data, the words of each label, and the finished sheets."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.cards import Calibration, Card, CardDesign, CardOptions, CardText, Recipient
from app.domain.codes import piece_code, written
from app.domain.errors import DomainError
from app.domain.label_sheets import (
    LABEL_SHEETS,
    SHEET_PAPERS,
    CopiesOutOfRange,
    LabelSheet,
    LabelSheetUnreadable,
    LabelsOutsidePaper,
    LabelsOverlap,
    LabelTooSmall,
    StartOutsideSheet,
    UnknownLabelSheet,
    checked,
    label_sheet,
)
from app.domain.print_problems import PROBLEM_SEVERITY, PrintProblem, Severity
from app.domain.prints import PrintKind
from app.printing.checks import check_recipient
from app.printing.geometry import MM, Box
from app.printing.house import PlacedField, render
from app.printing.label_text import Label, compose_label
from app.printing.labels import room_on
from app.printing.layout import Part
from tests.qr_reader import read_code
from tests.scans import pages_of, part_of
from tests.unit.address_people import TORTURE_SET
from tests.unit.address_sheets import plain
from tests.unit.printing_people import SENDER

PERSON = Recipient("C7", "林 健", "様", "150-0001", "東京都渋谷区神宮前1-2-3", "こもれびハイツ204", code="K7M4-2QX")
OWN = LabelSheet("own", "A4", 2, 5, 90, 50, 95, 52, 10, 15)
TOO_SMALL = "A-one 28368"
SIDE, QUIET = 10.5, 2.0
OPTIONS = CardOptions(print_joint_names=True)


def labels(sheet: str, **options: object) -> Card:
    return Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(sheet=sheet, **options), kind=PrintKind.LABELS)  # type: ignore[arg-type]


def of(placed: tuple[PlacedField, ...], name: str) -> list[PlacedField]:
    return [one for one in placed if one.field == name]


def test_everybody_on_a_label_has_the_own_honorific() -> None:
    family = replace(PERSON, honorific="先生", joint_names=("花子", "健"), joint_honorifics=("様", "ちゃん"))
    names = [row.text for row in compose_label(family, OPTIONS, room_on(OWN, 0)).layout.of(Part.NAME, Part.JOINT_NAME)]
    assert plain("".join(names)) == plain("林健先生花子様健ちゃん")


@pytest.mark.parametrize("name", LABEL_SHEETS)
def test_every_sheet_that_is_sold_fits_its_paper(name: str) -> None:
    sheet = LABEL_SHEETS[name]
    width, height = SHEET_PAPERS[sheet.paper]
    boxes = [Box(*sheet.place(index), sheet.width, sheet.height) for index in range(sheet.labels)]

    assert checked(sheet) is sheet
    assert all(Box(0, 0, width, height).contains(box, 0.06) for box in boxes)
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))


def test_a_sheet_is_found_by_any_of_its_products() -> None:
    assert label_sheet("A-one 28172") is label_sheet("28721") is label_sheet("エーワン 28171".replace("エーワン", "A-one"))
    assert label_sheet("gb861").name == "HISAGO ELM007"
    assert label_sheet("Avery 8160").paper == "Letter"
    assert label_sheet("l7160").labels == 21
    with pytest.raises(UnknownLabelSheet) as unknown:
        label_sheet("99999")
    assert unknown.value.values["name"] == "99999"


def test_places_go_in_rows_from_the_upper_left() -> None:
    sheet = label_sheet("5160")

    assert sheet.place(0) == (4.78, 12.7)
    assert sheet.place(2) == pytest.approx((144.48, 12.7))
    assert sheet.place(3) == pytest.approx((4.78, 38.1))


def test_a_sheet_of_ones_own_is_written_and_read() -> None:
    text = OWN.to_text()

    assert text == "custom:A4,2x5,90x50,95x52,10x15"
    assert replace(label_sheet(text), name="own") == OWN


@pytest.mark.parametrize(
    ("sheet", "error", "field"),
    [
        (replace(OWN, left=30), LabelsOutsidePaper, "left"),
        (replace(OWN, top=-1), LabelsOutsidePaper, "top"),
        (replace(OWN, down=6), LabelsOutsidePaper, "top"),
        (replace(OWN, pitch_x=80), LabelsOverlap, "pitch_x"),
        (replace(OWN, pitch_y=49), LabelsOverlap, "pitch_y"),
        (replace(OWN, height=9), LabelTooSmall, "height"),
        (replace(OWN, paper="A3"), LabelSheetUnreadable, "sheet"),
        (replace(OWN, across=0), LabelSheetUnreadable, "sheet"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(sheet: LabelSheet, error: type[DomainError], field: str) -> None:
    with pytest.raises(error) as refused:
        checked(sheet)
    assert refused.value.field == field
    assert "{" not in str(refused.value)


@pytest.mark.parametrize("text", ["custom:", "custom:A4,2x5,90x50", "custom:A4,2x5,90x50,95x52,10xq", "custom:A4,2x5x1,90x50,95x52,10x15"])
def test_measures_that_cannot_be_read_are_told(text: str) -> None:
    with pytest.raises(LabelSheetUnreadable):
        label_sheet(text)


@pytest.mark.parametrize("sheet", ["A-one 28187", "A-one 28315", "Avery L7163", "A-one 28366"])
def test_hard_addresses_fit_the_usual_labels(sheet: str) -> None:
    room = room_on(label_sheet(sheet), 0)
    for person in TORTURE_SET[::6]:
        layout = compose_label(replace(person, code="K7M4-2QX"), OPTIONS, room).layout
        said = plain("".join(one.text for one in layout.placed))
        assert not layout.overflows, person.key
        assert all(room.contains(one.box) for one in layout.placed), person.key
        assert not any(one.box.overlaps(other.box) for one, other in itertools.combinations(layout.placed, 2)), person.key
        name = min(one.size for one in layout.of(Part.NAME, Part.JOINT_NAME))
        others = [one.size for one in layout.placed if one.part not in (Part.NAME, Part.JOINT_NAME, Part.CODE)]
        assert min(others) >= 9 and name > max(others), person.key
        assert layout.of(Part.CODE), person.key
        for text in (person.name, person.building, person.company, person.department, person.role, *person.joint_names):
            assert plain(text) in said, (person.key, text)


def sizes_of(label: Label) -> list[float]:
    return [one.size for one in label.layout.placed if one.part not in (Part.NAME, Part.JOINT_NAME, Part.CODE)]


@pytest.mark.parametrize("name", [name for name in LABEL_SHEETS if name != TOO_SMALL])
def test_the_code_has_its_squares_where_there_is_room_beside_the_words(name: str) -> None:
    sheet = label_sheet(name)
    room = room_on(sheet, 0)
    for person in (PERSON, *TORTURE_SET[::6]):
        label = compose_label(replace(person, code="K7M4-2QX"), OPTIONS, room)
        words = [one for one in label.layout.placed if one.part is not Part.CODE]
        if label.squares is None:
            assert person is not PERSON
            continue
        white = Box(label.squares.left - QUIET, label.squares.top - QUIET, SIDE + 2 * QUIET, SIDE + 2 * QUIET)
        own = Box(*sheet.place(0), sheet.width, sheet.height)
        assert label.squares.width == label.squares.height == SIDE
        assert own.contains(white, 1.0) and room.contains(label.squares), person.key
        assert not any(one.box.overlaps(white) for one in words), person.key
        (signs,) = label.layout.of(Part.CODE)
        assert room.contains(signs.box) and signs.box.middle == pytest.approx(label.squares.middle)
        assert signs.box.bottom - 0.14 * signs.size / MM - 0.74 * signs.size / MM >= label.squares.bottom + QUIET - 0.01
        without = compose_label(replace(person, code=""), OPTIONS, room)
        assert min(sizes_of(label)) >= max(9, min(sizes_of(without)) - 1.01), person.key


def test_a_small_label_has_the_signs_of_the_code_alone() -> None:
    room = room_on(label_sheet(TOO_SMALL), 0)
    label = compose_label(PERSON, OPTIONS, room)

    assert label.squares is None
    assert [one.text for one in label.layout.of(Part.CODE)] == ["K7M4-2QX"]
    assert min(sizes_of(label)) == min(sizes_of(compose_label(replace(PERSON, code=""), OPTIONS, room)))


def test_the_squares_are_noted_and_read_on_their_own_label() -> None:
    people = [replace(PERSON, key=str(number), code=written(piece_code(b"a secret", str(number)))) for number in range(3)]
    made = render(people, labels("28187", copies=2, start_at=9))
    squares = of(made.placed, "code_squares")

    assert [(one.piece, one.page) for one in squares] == [(1, 0), (1, 0), (2, 0), (2, 0), (3, 1), (3, 1)]
    pages = list(pages_of(made.document))
    for field in squares:
        assert read_code(part_of(pages[field.page], field, 1.9)) == people[field.piece - 1].code


def test_on_small_labels_nothing_is_set_too_small_or_lost_in_silence() -> None:
    room = room_on(label_sheet(TOO_SMALL), 0)
    for person in TORTURE_SET[::17]:
        layout = compose_label(person, OPTIONS, room).layout
        said = plain("".join(one.text for one in layout.placed))
        assert all(room.contains(one.box) and one.size >= 9 for one in layout.placed), person.key
        if not layout.overflows:
            assert plain(person.name) in said and plain(person.company) in said, person.key


def test_whom_a_label_has_no_room_for_is_named_before_the_run() -> None:
    building = "博多エクセレントレジデンシャルステージプレミアム弐番館1001"
    long = replace(PERSON, company="独立行政法人国立高等専門学校機構", building=building)

    assert check_recipient(PERSON, labels(TOO_SMALL)) == []
    assert check_recipient(long, labels(TOO_SMALL)) == ["text_too_long"]
    assert check_recipient(long, labels("28187")) == []


def test_a_label_without_room_for_its_code_is_named_before_the_run() -> None:
    job = labels(TOO_SMALL)
    people = [replace(person, code="K7M4-2QX") for person in TORTURE_SET[::3]]
    bare = [one for one in people if not compose_label(one, job.options, room_on(label_sheet(TOO_SMALL), 0)).layout.of(Part.CODE)]
    named = [one for one in people if {"no_code_room", "text_too_long"} & set(map(str, check_recipient(one, job)))]

    assert named == bare
    assert any(check_recipient(one, job) == ["no_code_room"] for one in bare)
    assert all(check_recipient(replace(one, code=""), job) in ([], ["text_too_long"]) for one in bare)
    assert PROBLEM_SEVERITY[PrintProblem.NO_CODE_ROOM] is Severity.WARNS


def test_an_address_abroad_needs_no_japanese_postcode() -> None:
    abroad = replace(PERSON, name="Alexander Montgomery", postal_code="94103", address="1200 Market Street, San Francisco, CA, USA")

    assert check_recipient(abroad, labels("28187")) == []
    texts = [one.text for one in compose_label(abroad, OPTIONS, room_on(label_sheet("28187"), 0)).layout.placed]
    assert texts[0] == "Alexander Montgomery"
    assert "USA" in texts and not any("〒" in text for text in texts)


def test_printing_begins_at_the_first_free_label_and_goes_on_on_the_next_sheet() -> None:
    sheet = label_sheet("28187")
    made = render([replace(PERSON, key=str(number)) for number in range(4)], labels("28187", start_at=11, copies=1))

    names = of(made.placed, "name")
    assert made.pages == 2
    assert [one.page for one in names] == [0, 0, 1, 1]
    left, top = sheet.place(10)
    assert left < names[0].x / MM < left + sheet.width
    assert top < 297 - (names[0].y + names[0].h) / MM < top + sheet.height
    assert names[2].y > names[0].y


def test_copies_of_one_piece_stand_side_by_side() -> None:
    made = render([PERSON, replace(PERSON, key="C8")], labels("28187", copies=3))

    assert [one.customer for one in of(made.placed, "name")] == ["C7"] * 3 + ["C8"] * 3
    assert [one.piece for one in of(made.placed, "name")] == [1, 1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"start_at": 0}, StartOutsideSheet),
        ({"start_at": 13}, StartOutsideSheet),
        ({"copies": 0}, CopiesOutOfRange),
        ({"copies": 100}, CopiesOutOfRange),
    ],
)
def test_a_start_beyond_the_sheet_is_refused(options: dict[str, int], error: type[DomainError]) -> None:
    with pytest.raises(error):
        render([PERSON], labels("28187", **options))
    with pytest.raises(error):
        check_recipient(PERSON, labels("28187", **options))


def test_calibration_moves_the_labels() -> None:
    runs = [render([PERSON], labels("28187", calibration=one)) for one in (Calibration(), Calibration(dx=1.5, dy=-2.0))]
    before, after = (of(made.placed, "name")[0] for made in runs)

    assert after.x - before.x == pytest.approx(1.5 * MM, abs=0.02)
    assert after.y - before.y == pytest.approx(2.0 * MM, abs=0.02)


def run(tool: str, *arguments: str) -> str:
    found = shutil.which(tool)
    assert found, f"{tool} is needed to judge the paper"
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=True).stdout


def test_the_sheets_are_sound_and_say_the_addresses(tmp_path: Path) -> None:
    people = TORTURE_SET[::12]
    made = render(people, labels("28187"))
    path = tmp_path / "labels.pdf"
    path.write_bytes(made.document)

    said = plain(run("pdftotext", "-raw", str(path), "-"))
    for person in people:
        assert plain(person.name) in said and plain(person.building) in said
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(path))
    assert all(re.search(r"yes\s+yes\s+yes", row) for row in run("pdffonts", str(path)).splitlines()[2:])
    assert made.document == render(people, labels("28187")).document
