"""What the reader makes of sheets as scanners and telephones show them."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from app.domain.survey_pages import Doubt, PageState, ReadPage
from app.domain.survey_sheets import SheetCode
from app.scanning.forms import SheetForm, form_shape
from app.scanning.sheets import Reading, read_sheet, read_with
from tests.unit.scanning import paper
from tests.unit.scanning.paper import CODE, LAYOUT, Grey, Paper

FORM = paper.form()


def forms(layout: int) -> SheetForm | None:
    return FORM if layout == LAYOUT else None


def marked() -> Paper:
    sheet = paper.blank()
    sheet.tick("nps", 9)
    sheet.circle("mood", 2)
    sheet.dot("again", 1)
    sheet.cross("liked", 3)
    sheet.fill("liked", 6)
    sheet.tick("heard", 0, ink=110, width_mm=0.4)
    return sheet


MARKED = {"nps": ("9",), "mood": ("2",), "again": ("1",), "liked": ("3", "6"), "heard": ("0",)}


def read_of(reading: Reading) -> ReadPage:
    assert reading.read is not None, reading.state
    return reading.read


def ticked(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {name: read_of(reading).ticked(name) for name in MARKED}


def as_scanned(sheet: Paper, dpi: int, degrees: float, seed: int) -> Grey:
    return paper.worn(paper.laid_crooked(sheet.at(dpi), degrees), np.random.default_rng(seed))


@pytest.mark.parametrize(("dpi", "degrees"), [(300, 0.3), (200, -2.0), (200, 178.5), (150, 4.0), (400, 90.5)])
def test_a_scan_is_read_whichever_way_it_lies(dpi: int, degrees: float) -> None:
    reading = read_sheet(as_scanned(marked(), dpi, degrees, 1), forms)
    assert (reading.state, ticked(reading)) == (PageState.READ, MARKED)
    read = read_of(reading)
    assert (read.layout, read.page, read.code, dict(read.doubts), read.written) == (LAYOUT, 0, CODE, {}, ())
    assert read.quality > 0.9


def test_a_photograph_from_aside_is_read() -> None:
    seen = paper.worn(paper.seen_askew(marked().at(165), 0.06), np.random.default_rng(2), blur=0.8)
    reading = read_sheet(seen, forms)
    assert (reading.state, ticked(reading)) == (PageState.READ, MARKED)


def test_a_copy_in_black_and_white_is_read() -> None:
    seen = np.where(as_scanned(marked(), 200, 0.8, 3) < 170, 0, 255).astype(np.uint8)
    assert ticked(read_sheet(seen, forms)) == MARKED


def test_what_is_blank_in_black_and_white_may_have_been_pencil() -> None:
    sheet = paper.blank()
    sheet.tick("nps", 4)
    sheet.tick("liked", 0)
    seen = np.where(as_scanned(sheet, 200, 0.8, 3) < 150, 0, 255).astype(np.uint8)
    read = read_of(read_sheet(seen, forms))
    assert dict(read.doubts) == dict.fromkeys(("mood", "again", "heard"), Doubt.POOR_PAGE)


@pytest.mark.parametrize("corner", range(4))
def test_a_corner_may_be_lacking(corner: int) -> None:
    seen = np.array(marked().at(200))
    rows = slice(0, 140) if corner < 2 else slice(-140, None)
    columns = slice(0, 140) if corner % 2 == 0 else slice(-140, None)
    seen[rows, columns] = 90
    assert ticked(read_sheet(seen, forms)) == MARKED


def test_a_page_that_shows_one_square_and_one_code_alone_is_set_straight_by_its_print() -> None:
    seen = np.array(paper.worn(paper.seen_askew(marked().at(165), 0.05), np.random.default_rng(13)))
    height, width = seen.shape
    seen[:, : width // 8] = 90
    seen[-height // 5 :] = 90
    read = read_of(read_sheet(seen, forms))
    assert {name: read.ticked(name) for name in ("nps", "mood", "again")} == {name: MARKED[name] for name in ("nps", "mood", "again")}
    assert read.quality > 0.8


@pytest.mark.parametrize("end", ["A", "B"])
def test_one_code_is_enough(end: str) -> None:
    sheet = marked()
    area = FORM.layout.marks[0].codes["AB".index(end)]
    rows, columns = _dots(area)
    seen = np.array(as_scanned(sheet, 200, 0.0, 4))
    seen[rows, columns] = 130
    assert ticked(read_sheet(seen, forms)) == MARKED


def test_where_it_lies_is_told_in_shares_of_the_picture() -> None:
    reading = read_sheet(marked().at(200), forms)
    corners = read_of(reading).corners
    assert corners is not None
    expected = [(12 / 210, 12 / 297), (198 / 210, 12 / 297), (12 / 210, 285 / 297), (198 / 210, 285 / 297)]
    assert np.array(corners) == pytest.approx(np.array(expected), abs=0.001)


def test_two_marks_where_one_is_asked_for_are_a_doubt() -> None:
    sheet = paper.blank()
    sheet.tick("nps", 3)
    sheet.tick("nps", 8)
    reading = read_sheet(as_scanned(sheet, 200, 1.0, 5), forms)
    assert (reading.state, dict(read_of(reading).doubts)) == (PageState.WAITING, {"nps": Doubt.TWO_MARKS})


@pytest.mark.parametrize("question", ["mood", "liked"])
def test_a_correction_is_always_a_doubt(question: str) -> None:
    sheet = paper.blank()
    sheet.tick(question, 1)
    sheet.strike(question, 1)
    reading = read_sheet(as_scanned(sheet, 200, -1.0, 6), forms)
    assert dict(read_of(reading).doubts) == {question: Doubt.STRUCK}


def test_beside_a_clear_mark_what_was_struck_out_is_not_the_guess() -> None:
    sheet = paper.blank()
    sheet.tick("mood", 1)
    sheet.strike("mood", 1)
    sheet.tick("mood", 3)
    read = read_of(read_sheet(as_scanned(sheet, 200, 0.7, 6), forms))
    assert (dict(read.doubts), read.ticked("mood")) == ({"mood": Doubt.STRUCK}, ("3",))


def test_an_empty_box_with_paler_lines_is_no_doubt() -> None:
    sheet = paper.blank()
    for question, option in (("nps", 2), ("nps", 10), ("mood", 2)):
        sheet.pale(question, option)
    sheet.tick("nps", 9)
    sheet.tick("mood", 1)
    read = read_of(read_sheet(sheet.at(150), forms))
    assert (dict(read.doubts), read.ticked("nps"), read.ticked("mood")) == ({}, ("9",), ("1",))


def test_faint_marks_are_never_passed_over() -> None:
    sheet = paper.blank()
    sheet.tick("again", 2, ink=230, width_mm=0.35)
    sheet.dot("mood", 1, mm=0.9, ink=150)
    reading = read_sheet(as_scanned(sheet, 200, 0.5, 7), forms)
    assert set(read_of(reading).doubts) == {"again", "mood"}


def test_a_pencil_is_read_as_well_as_a_pen() -> None:
    sheet = paper.blank()
    sheet.tick("again", 2, ink=200)
    reading = read_sheet(as_scanned(sheet, 200, 0.5, 7), forms)
    assert (reading.state, read_of(reading).ticked("again")) == (PageState.READ, ("2",))


def test_an_empty_sheet_has_no_answers_and_no_doubts() -> None:
    reading = read_sheet(as_scanned(paper.blank(), 200, 0.7, 8), forms)
    assert (reading.state, dict(read_of(reading).doubts)) == (PageState.READ, {})
    assert not any(box.is_ticked for box in read_of(reading).boxes)
    assert len(read_of(reading).boxes) == len(FORM.layout.boxes)


def test_handwriting_is_found_and_kept_as_a_picture() -> None:
    sheet = marked()
    sheet.write("とてもよかったです")
    reading = read_sheet(as_scanned(sheet, 200, 0.7, 9), forms)
    assert read_of(reading).written == ("words",)
    assert set(reading.crops) == set(FORM.layout.rows)
    row = Image.open(io.BytesIO(reading.crops["words"]))
    assert (row.mode, row.format) == ("L", "JPEG")
    assert row.width == pytest.approx(183 / 25.4 * 150, abs=3)
    page = Image.open(io.BytesIO(reading.picture))
    assert page.mode == "L" and len(reading.picture) <= 120_000
    assert page.height / page.width == pytest.approx(297 / 210, abs=0.005)


def test_boxes_outside_the_picture_are_doubts() -> None:
    seen = marked().at(200)[:1500]
    read = read_of(read_sheet(seen, forms))
    assert read.doubts["heard"] is Doubt.NOT_SEEN
    assert read.ticked("nps") == ("9",) and "nps" not in read.doubts


def test_codes_that_do_not_agree_refuse_the_sheet() -> None:
    one, other = marked(), paper.blank(SheetCode(LAYOUT, 0, "M7K42QX"))
    seen = np.concatenate([one.at(200)[:1200], other.at(200)[1200:]])
    reading = read_sheet(seen, forms)
    assert (reading.state, reading.read) == (PageState.REFUSED, None)


def test_two_sheets_in_one_picture_are_refused() -> None:
    other = paper.blank(SheetCode(LAYOUT, 0, "M7K42QX"))
    reading = read_sheet(np.concatenate([marked().at(150), other.at(150)], axis=1), forms)
    assert reading.state is PageState.REFUSED


def test_a_sheet_of_another_print_is_told_apart() -> None:
    reading = read_sheet(paper.blank(SheetCode(99, 1, CODE)).at(200), forms)
    assert (reading.state, reading.read) == (PageState.FOREIGN, ReadPage(99, 1, CODE))


def test_a_page_that_the_sheet_does_not_have_is_foreign() -> None:
    assert read_sheet(paper.blank(SheetCode(LAYOUT, 3, CODE)).at(200), forms).state is PageState.FOREIGN


def test_empty_paper_is_blank() -> None:
    seen = paper.worn(np.full(form_shape(FORM.layout), 255, dtype=np.uint8), np.random.default_rng(10))
    reading = read_sheet(seen, forms)
    assert (reading.state, reading.is_blank) == (PageState.UNLOCATED, True)


def test_without_codes_the_corners_are_guessed_and_the_sheet_read_by_hand() -> None:
    sheet = paper.blank(None)
    sheet.tick("nps", 4)
    seen = as_scanned(sheet, 200, 1.5, 11)
    reading = read_sheet(seen, forms)
    assert (reading.state, reading.is_blank) == (PageState.UNLOCATED, False)
    assert reading.corners is not None
    by_hand = read_of(read_with(seen, FORM, 0, reading.corners, "A234567"))
    assert (by_hand.ticked("nps"), by_hand.code) == (("4",), "A234567")


def test_on_a_page_that_looks_otherwise_all_is_doubt() -> None:
    other = np.random.default_rng(12).integers(0, 2, form_shape(FORM.layout), dtype=np.uint8) * 200 + 30
    strange = SheetForm(LAYOUT, FORM.layout, (np.kron(other[::24, ::24], np.ones((24, 24), np.uint8))[: other.shape[0], : other.shape[1]],))
    read = read_of(read_sheet(marked().at(200), lambda _layout: strange))
    assert set(read.doubts.values()) == {Doubt.POOR_PAGE}
    assert set(read.doubts) == set(MARKED)


def _dots(area: object) -> tuple[slice, slice]:
    from app.domain.survey_sheets import Area
    from app.scanning.forms import dots_of

    assert isinstance(area, Area)
    return dots_of(FORM.layout, area).wider(12).cut(FORM.blank[0])
