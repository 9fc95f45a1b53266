"""The shop's own layouts as forms, and the real reader on pictures of them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from sqlalchemy.orm import Session

from app.domain.errors import Cancelled
from app.domain.survey_pages import Corners, PageState, PictureUnreadable
from app.domain.survey_prints import PrintedSheet, SheetShop
from app.domain.survey_queue import KnownFile, TakenPage
from app.domain.survey_sheets import SheetChoice, SheetPaper
from app.models.database import Database
from app.models.surveys import SurveyLayout
from app.printing.survey_layout import LaidOut, lay_out
from app.printing.survey_sheets import draw_blank, write_sheets
from app.reports.survey_reading import (
    PORTION_PAGES,
    FormBook,
    PageRead,
    StoredForm,
    find_files,
    in_portions,
    read_by_hand,
    read_files,
    stored_forms,
)
from app.scanning.forms import form_shape
from app.services.surveys import create_survey, ensure_version
from tests.factories import NOW
from tests.scanned import CODES, CONTENT

DPI = 200
SHOP = SheetShop("美容室 こもれび", "03-0000-1234")


def keep_layout(session: Session, laid: LaidOut) -> int:
    survey_id = create_survey(session, CONTENT, now=NOW).survey_id
    version = ensure_version(session, survey_id, now=NOW)
    row = SurveyLayout(
        version_id=version.id, choice=laid.choice.to_json(), content=laid.layout.to_json(), drawn=draw_blank(laid, SHOP), made_at=NOW
    )
    session.add(row)
    session.flush()
    return row.id


@pytest.fixture
def laid() -> LaidOut:
    return lay_out(CONTENT, SheetChoice(SheetPaper.A5))


@pytest.fixture
def stored(database: Database, laid: LaidOut) -> dict[int, StoredForm]:
    with database.write() as session:
        keep_layout(session, laid)
        return stored_forms(session)


def filled(laid: LaidOut, layout_id: int, ticked: Sequence[tuple[str, str]], *, with_code: bool = True) -> Image.Image:
    out = io.BytesIO(draw_blank(laid, SHOP))
    if with_code:
        out = io.BytesIO()
        write_sheets(laid, SHOP, [PrintedSheet(CODES[0])], layout_id, out)
    document = pypdfium2.PdfDocument(out.getvalue())
    sheet: Image.Image = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    pencil, scale = ImageDraw.Draw(sheet), DPI / 72
    for box in laid.layout.boxes:
        if (box.question, box.option) in ticked:
            left, top, side = box.area.x * scale, sheet.height - (box.area.y + box.area.h) * scale, box.area.w * scale
            line = [(left + 2, top + side / 2), (left + side * 0.4, top + side * 0.9), (left + side * 1.1, top - 2)]
            pencil.line(line, fill=(20, 30, 120), width=5)
    return sheet


def squares_of(laid: LaidOut) -> Corners:
    """The middles of the four squares as shares of a picture that is exactly the sheet."""
    layout = laid.layout
    one, two, three, four = (
        ((area.x + area.w / 2) / layout.width, 1 - (area.y + area.h / 2) / layout.height) for area in layout.marks[0].squares
    )
    return one, two, three, four


def test_a_kept_layout_becomes_a_form_that_is_drawn_once(stored: dict[int, StoredForm], laid: LaidOut) -> None:
    book = FormBook(stored)
    form = book(1)
    assert form is not None and form.layout == laid.layout
    assert [page.shape for page in form.blank] == [form_shape(laid.layout)] * laid.layout.pages
    assert form.blank[0].min() < 60 and form.blank[0].max() == 255
    assert book(1) is form
    assert book(2) is None


def test_files_and_folders_are_found_once_each(tmp_path: Path) -> None:
    for name in ("b.png", "a.jpg", "notes.txt"):
        (tmp_path / name).write_bytes(name.encode())
    found = find_files([tmp_path / "b.png", tmp_path, tmp_path / "gone.pdf"])
    assert [path.name for path, _ in found.files] == ["b.png", "a.jpg"]
    assert len({file_hash for _, file_hash in found.files}) == 2
    assert [(path.name, type(error)) for path, error in found.unreadable] == [("gone.pdf", PictureUnreadable)]


def test_a_filled_in_sheet_is_read_by_its_form(stored: dict[int, StoredForm], laid: LaidOut, tmp_path: Path) -> None:
    ticked = [("q1", "7"), ("q2", "満足")]
    filled(laid, 1, ticked).rotate(180).save(tmp_path / "sheet.png")
    found = find_files([tmp_path / "sheet.png"])
    (read,) = read_files(found.files, FormBook(stored), {})
    reading = read.page.reading
    assert reading is not None and (reading.code, reading.layout, read.page.state) == (CODES[0], 1, PageState.READ)
    assert {(box.question, box.option) for box in reading.boxes if box.is_ticked} == set(ticked)
    assert read.page.fingerprint == f"{found.files[0][1]}#0" and read.page.picture and "q1" in read.page.crops
    # What is known and still there is not read anew.
    known = {found.files[0][1]: KnownFile({0: replace(read.page, picture=b"")}, is_whole=True, is_there=True)}
    (again,) = read_files(found.files, FormBook(stored), known)
    assert again.page == replace(read.page, picture=b"")


def test_a_page_without_a_code_is_read_by_the_corners_somebody_shows(stored: dict[int, StoredForm], laid: LaidOut, tmp_path: Path) -> None:
    ticked = [("q1", "3"), ("q3", "仕上がり")]
    filled(laid, 1, ticked, with_code=False).save(tmp_path / "photo.png")
    (read,) = read_files(find_files([tmp_path / "photo.png"]).files, FormBook(stored), {})
    assert read.page.state is PageState.UNLOCATED and read.page.picture
    placed = read_by_hand(read.page, stored[1], 0, squares_of(laid))
    assert placed.reading is not None and placed.state is not PageState.UNLOCATED
    assert {(box.question, box.option) for box in placed.reading.boxes if box.is_ticked} == set(ticked)
    assert (placed.fingerprint, placed.file_name) == (read.page.fingerprint, "photo.png")


def _pages(count: int, *, stops: bool = False) -> list[PageRead]:
    return [PageRead(Path(str(number)), TakenPage(str(number), 0, str(number), PageState.READ)) for number in range(count)]


def test_portions_are_full_or_come_in_time(tmp_path: Path) -> None:
    sizes = [len(portion) for portion in in_portions(_pages(PORTION_PAGES * 2 + 1), clock=lambda: 0.0)]
    assert sizes == [PORTION_PAGES, PORTION_PAGES, 1]
    seconds = iter(range(0, 100, 2))
    assert [len(portion) for portion in in_portions(_pages(4), clock=lambda: float(next(seconds)))] == [2, 2]


def test_what_was_read_before_the_stop_comes_as_well() -> None:
    def stopped() -> Iterator[PageRead]:
        yield from _pages(3)
        raise Cancelled

    seen: list[int] = []
    with pytest.raises(Cancelled):
        for portion in in_portions(stopped(), clock=lambda: 0.0):
            seen.append(len(portion))
    assert seen == [3]
