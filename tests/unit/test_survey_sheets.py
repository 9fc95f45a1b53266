"""Survey sheets as they come out of the printer: their codes, where their boxes lie, one or two to a page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.domain.cards import Calibration, Recipient
from app.domain.codes import piece_code
from app.domain.print_problems import NothingToPrint
from app.domain.prints import PrintKind
from app.domain.progress import Cancelled
from app.domain.survey_jobs import SurveyJob, places_of
from app.domain.survey_prints import PrintedSheet
from app.domain.survey_sheets import CODE_ENDS, Area, SheetChoice, SheetCode, SheetPaper, sheet_code
from app.printing.house import render
from app.printing.survey_layout import LaidOut, lay_out
from app.printing.survey_sheets import draw_blank, holds_name, pages_of, preview_picture, preview_png, shift_of, write_sheets
from tests.unit.pieces import job
from tests.unit.survey_samples import CHOICES, EVERY_KIND, SHOP, VISIT

DPI = 200
SHEETS = (PrintedSheet("K7M42QX", "田中 美咲"), PrintedSheet("AAAA222"), PrintedSheet("WXY3456"))
Grey = NDArray[np.uint8]


def written(laid: LaidOut, sheets: Sequence[PrintedSheet] = SHEETS, layout_id: int = 12) -> bytes:
    out = io.BytesIO()
    assert write_sheets(laid, SHOP, sheets, layout_id, out) == pages_of(laid, len(sheets))
    return out.getvalue()


class CancelledAt:
    """Progress that is stopped at one piece."""

    def __init__(self, piece: int) -> None:
        self._piece = piece

    def advance(self, done: int, total: int) -> None:
        if done == self._piece:
            raise Cancelled


def pictures(pdf: bytes) -> list[Grey]:
    document = pypdfium2.PdfDocument(pdf)
    return [np.asarray(page.render(scale=DPI / 72, grayscale=True).to_pil()) for page in document]


def cut(picture: Grey, area: Area, shift: float = 0.0, grow: float = 0.0) -> Grey:
    scale = DPI / 72
    left, right = (area.x + shift - grow) * scale, (area.x + shift + area.w + grow) * scale
    top, bottom = picture.shape[0] - (area.y + area.h + grow) * scale, picture.shape[0] - (area.y - grow) * scale
    return picture[round(top) : round(bottom), round(left) : round(right)]


@pytest.mark.parametrize("choice", CHOICES)
def test_both_codes_of_every_page_are_read_and_agree(choice: SheetChoice) -> None:
    laid = lay_out(VISIT, choice)
    seen = []
    for picture in pictures(written(laid)):
        found = [sheet_code(one.text) for one in zxingcpp.read_barcodes(picture)]
        codes = [one for one in found if one is not None]
        assert len(codes) == len(found)
        for code in {code for code, _ in codes}:
            assert sorted(end for one, end in codes if one == code) == ["A", "B"]
            seen.append((code.layout, code.page, code.code))
    assert sorted(seen) == sorted((12, page, sheet.code) for sheet in SHEETS for page in range(len(laid.pages)))


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("content", [VISIT, EVERY_KIND])
def test_boxes_and_squares_are_drawn_where_the_layout_says(content: object, choice: SheetChoice) -> None:
    assert content in (VISIT, EVERY_KIND)
    laid = lay_out(VISIT if content is VISIT else EVERY_KIND, choice)
    sheets = pictures(written(laid, SHEETS[:2]))
    pages = len(laid.pages)
    for index in range(2):
        for box in laid.layout.boxes:
            paper, half = choice.place_of(index, box.area.page, pages)
            page, shift = sheets[paper], shift_of(laid, half)
            assert cut(page, box.area, shift, grow=-1.2).min() > 250, "the inside of a box is white"
            line = np.ones_like(ring := cut(page, box.area, shift))
            line[3:-3, 3:-3] = 0
            assert ring[line == 1].mean() < 200, "its line lies at its edge"
            around = cut(page, box.area, shift, grow=6.0)
            white = np.ones_like(around)
            white[15:-15, 15:-15] = 0
            assert around[white == 1].min() > 250, "and there is white around it"
        for number, marks in enumerate(laid.layout.marks):
            paper, half = choice.place_of(index, number, pages)
            for square in marks.squares:
                assert cut(sheets[paper], square, shift_of(laid, half), grow=-0.8).max() < 20


@given(sheets=st.integers(1, 30), pages=st.integers(1, 7), choice=st.sampled_from(CHOICES))
def test_no_paper_carries_several_pages_of_two_people(sheets: int, pages: int, choice: SheetChoice) -> None:
    places = {(one, page): choice.place_of(one, page, pages) for one in range(sheets) for page in range(pages)}
    assert len(set(places.values())) == len(places)
    papers = [paper for paper, _ in places.values()]
    assert papers == sorted(papers)
    assert set(papers) == set(range(choice.paper_pages(sheets, pages)))
    for paper in set(papers):
        owners = {one for (one, _), place in places.items() if place[0] == paper}
        assert len(owners) == 1 or pages == 1


def test_two_pages_of_one_sheet_stand_side_by_side() -> None:
    laid = lay_out(EVERY_KIND, SheetChoice(SheetPaper.A5, 2))
    assert len(laid.pages) > 1
    for number, picture in enumerate(pictures(written(laid))):
        found = [sheet_code(one.text) for one in zxingcpp.read_barcodes(picture)]
        owners = {code[0].code for code in found if code is not None}
        assert owners == {SHEETS[number // -(-len(laid.pages) // 2)].code}


def test_a_sheet_without_a_name_says_none_and_the_blank_one_has_no_codes() -> None:
    laid = lay_out(VISIT, SheetChoice())
    document = pypdfium2.PdfDocument(written(laid, SHEETS[:2]))
    texts = [page.get_textpage().get_text_range() for page in document]
    assert "田中 美咲 様" in texts[0]
    assert " 様" not in texts[1]
    assert all(text.count(code) == 2 for text, code in zip(texts, ("12-1-K7M4-2QX", "12-1-AAAA-222"), strict=True))
    [blank] = pictures(draw_blank(laid, SHOP))
    assert not zxingcpp.read_barcodes(blank)
    for code in laid.layout.marks[0].codes:
        assert cut(blank, code).min() == 255
    for square in laid.layout.marks[0].squares:
        assert cut(blank, square, grow=-0.8).max() < 20


def first_lines(laid: LaidOut, sheet: PrintedSheet) -> str:
    return str(pypdfium2.PdfDocument(written(laid, [sheet]))[0].get_textpage().get_text_range())


def test_a_name_has_the_honorific_of_its_customer_on_japanese_sheets_alone() -> None:
    japanese, english = lay_out(VISIT, SheetChoice()), lay_out(EVERY_KIND, SheetChoice())
    assert "森の家 御中" in first_lines(japanese, PrintedSheet("K7M42QX", "森の家", "御中"))
    assert "Emma Carter" in first_lines(english, PrintedSheet("K7M42QX", "Emma Carter"))
    assert "様" not in first_lines(english, PrintedSheet("K7M42QX", "Emma Carter"))


@pytest.mark.parametrize("choice", CHOICES)
def test_a_name_that_is_too_long_is_shortened_beside_the_code(choice: SheetChoice) -> None:
    laid = lay_out(VISIT, choice)
    long = PrintedSheet("K7M42QX", "株式会社とても長い名前の会社" * 9)
    assert holds_name(laid, "田中 美咲")
    assert not holds_name(laid, long.addressee)
    said = first_lines(laid, long)
    assert "株式会社とても長い" in said and "… 様" in said
    picture = pictures(written(laid, [long]))[0]
    found = {one.text for one in zxingcpp.read_barcodes(picture)}
    assert {SheetCode(12, 0, "K7M42QX").to_text(end) for end in CODE_ENDS} <= found


def test_the_shift_of_a_printer_moves_all_of_a_page() -> None:
    laid = lay_out(VISIT, SheetChoice())
    out = io.BytesIO()
    write_sheets(laid, SHOP, SHEETS[:1], 12, out, calibration=Calibration(dx=3.0))
    [moved] = pictures(out.getvalue())
    for square in laid.layout.marks[0].squares:
        assert cut(moved, square, 3.0 * 72 / 25.4, grow=-0.8).max() < 20


def test_writing_stops_when_it_is_cancelled() -> None:
    with pytest.raises(Cancelled):
        write_sheets(lay_out(VISIT, SheetChoice()), SHOP, SHEETS, 12, io.BytesIO(), CancelledAt(1))


def test_the_same_sheets_give_the_same_bytes() -> None:
    first = written(lay_out(EVERY_KIND, SheetChoice(SheetPaper.A5, 2)))
    assert written(lay_out(EVERY_KIND, SheetChoice(SheetPaper.A5, 2))) == first


def test_nobody_to_print_for_is_said() -> None:
    with pytest.raises(NothingToPrint):
        write_sheets(lay_out(VISIT, SheetChoice()), SHOP, (), 1, io.BytesIO())


def test_the_preview_shows_the_page_with_a_code() -> None:
    laid = lay_out(EVERY_KIND, SheetChoice())
    picture = preview_picture(laid, SHOP, 1, 500)
    assert picture.width == 500 and len(picture.rgba) == picture.width * picture.height * 4
    png = preview_png(laid, SHOP, 0, 60)
    assert png.startswith(b"\x89PNG")


def test_a_run_tells_where_the_boxes_of_both_halves_lie() -> None:
    laid = lay_out(VISIT, SheetChoice(SheetPaper.A5, 2))
    survey = SurveyJob(1, 1, 12, places_of(laid.layout), VISIT, laid.choice, laid.layout.pages, is_named=True)
    card = replace(job(PrintKind.SURVEY, calibration=Calibration(dx=2.0, dy=-1.0)), survey=survey)
    people = [Recipient(f"C-{number}", "田中 美咲", code=piece_code(b"secret", str(number))) for number in (1, 2)]
    made = render(people, card)
    pages = pictures(made.document)
    assert {(one.piece, one.customer) for one in made.placed} == {(1, "C-1"), (2, "C-2")}
    assert len(made.placed) == 2 * len(laid.layout.boxes)
    for one in made.placed:
        area = Area(one.page, one.x, one.y, one.w, one.h)
        assert cut(pages[one.page], area, grow=-1.2).min() > 250
        assert cut(pages[one.page], area, grow=0.5).min() < 120
