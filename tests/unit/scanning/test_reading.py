"""The reading process: whatever a file does to it, every page gets its answer and the rest is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.domain.progress import Cancelled
from app.domain.survey_pages import (
    PageState,
    PictureTooLarge,
    PictureUnreadable,
    ReadingFailed,
    ReadingTooLong,
    ScanError,
    TooManyPages,
)
from app.scanning.forms import SheetForm
from app.scanning.reading import PageResult, Reader
from tests.unit.scanning import paper
from tests.unit.scanning.paper import LAYOUT
from tests.unit.scanning.test_pictures import HOSTILE

FORM = paper.form()
# Reads as the program does, but stops at a picture of one colour: at the dark one for ever, at the middle one at once, at the light one
# by asking for more than there is.
FRAGILE = """
import os, sys, threading
from app.scanning import sheets, worker
plain = sheets.read_sheet
def read(picture, forms):
    if picture.min() == picture.max() == 40:
        threading.Event().wait()
    if picture.min() == picture.max() == 120:
        os._exit(3)
    if picture.min() == picture.max() == 200:
        raise MemoryError
    return plain(picture, forms)
worker.read_sheet = read
sys.exit(worker.serve(sys.argv[2:]))
"""
FRAGILE_PROGRAM = [sys.executable, "-c", FRAGILE]


def forms(layout: int) -> SheetForm | None:
    return FORM if layout == LAYOUT else None


class Counting:
    """Progress that stops after so many reports of something done."""

    def __init__(self, most: int = 1_000) -> None:
        self.told: list[tuple[int, int]] = []
        self._most = most

    def advance(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if done >= self._most:
            raise Cancelled


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sheets in one file, one alone, and all that is no good."""
    made = tmp_path_factory.mktemp("pile")
    sheet = paper.blank()
    sheet.tick("nps", 9)
    pages = [Image.fromarray(page) for page in (sheet.at(150), np.rot90(sheet.at(150), 2).copy())]
    pages[0].save(made / "pile.tif", save_all=True, append_images=pages[1:])
    pages[0].save(made / "one.png")
    for name, (content, _reason) in HOSTILE.items():
        (made / name).write_bytes(content)
    for gray in (40, 120, 200):
        Image.new("L", (300, 400), gray).save(made / f"gray-{gray}.png")
    return made


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(workers=2) as opened:
        yield opened


def told(results: Sequence[PageResult]) -> list[tuple[str, int, PageState]]:
    return [(result.path.name, result.page_in_file, result.state) for result in results]


def error_of(result: PageResult) -> type[ScanError]:
    return type(result.error) if result.error is not None else ScanError


def test_every_page_is_read_in_the_order_of_the_files(reader: Reader, folder: Path) -> None:
    progress = Counting()
    results = list(reader.read([folder / "one.png", folder / "pile.tif", folder / "one.png"], forms, progress))
    read = PageState.READ
    assert told(results) == [("one.png", 0, read), ("pile.tif", 0, read), ("pile.tif", 1, read), ("one.png", 0, read)]
    assert [result.read.ticked("nps") for result in results if result.read] == [("9",)] * 4
    assert all(result.picture and result.crops for result in results)
    assert progress.told[-1] == (4, 4)


def test_hostile_files_are_told_apart_and_nothing_stops(reader: Reader, folder: Path) -> None:
    paths = [folder / "one.png", *(folder / name for name in HOSTILE), folder / "one.png"]
    results = list(reader.read(paths, forms))
    assert [error_of(result) for result in results[1:-1]] == [reason for _content, reason in HOSTILE.values()]
    assert [results[0].state, results[-1].state] == [PageState.READ] * 2
    assert {PictureTooLarge, PictureUnreadable, TooManyPages} <= {error_of(result) for result in results}


def test_a_page_that_breaks_the_process_costs_that_page_alone(folder: Path) -> None:
    with Reader(FRAGILE_PROGRAM, workers=1) as fragile:
        results = list(fragile.read([folder / name for name in ("gray-120.png", "gray-200.png", "one.png")], forms))
    assert [error_of(result) for result in results] == [ReadingFailed, ReadingFailed, ScanError]
    assert results[2].state is PageState.READ


def test_a_page_that_never_ends_is_left_out(folder: Path) -> None:
    with Reader(FRAGILE_PROGRAM, workers=1, seconds=4.0) as fragile:
        results = list(fragile.read([folder / "gray-40.png", folder / "words.jpg"], forms))
    assert [error_of(result) for result in results] == [ReadingTooLong, PictureUnreadable]
    assert "gray-40.png" in str(results[0].error) and "4" in str(results[0].error)


def test_a_program_that_cannot_be_started_costs_no_more_than_the_pages(folder: Path) -> None:
    with Reader([str(folder / "no-such-program")], workers=1) as reader:
        results = list(reader.read([folder / "one.png"], forms))
    assert [error_of(result) for result in results] == [ReadingFailed]


def test_reading_ends_as_soon_as_it_is_not_wanted(folder: Path) -> None:
    with Reader(FRAGILE_PROGRAM, workers=1) as reader:
        results = reader.read([folder / "one.png", folder / "gray-40.png"], forms, Counting(most=1))
        assert next(results).state is PageState.READ
        with pytest.raises(Cancelled):
            next(results)
        assert told(list(reader.read([folder / "one.png"], forms))) == [("one.png", 0, PageState.READ)]


def test_a_layout_the_shop_does_not_have_is_foreign(folder: Path) -> None:
    with Reader(workers=1) as fresh:
        results = list(fresh.read([folder / "one.png"], lambda _layout: None))
    assert told(results) == [("one.png", 0, PageState.FOREIGN)]


def test_what_goes_wrong_with_the_forms_is_not_hidden(folder: Path) -> None:
    def fails(layout: int) -> SheetForm | None:
        raise KeyError(layout)

    with Reader(workers=1) as fresh, pytest.raises(KeyError):
        list(fresh.read([folder / "one.png"], fails))


def test_a_sheet_is_read_by_the_corners_a_person_gave(reader: Reader, folder: Path) -> None:
    width, height = 210.0, 297.0
    one, two, three, four = ((x / width, y / height) for y in (12.0, 285.0) for x in (12.0, 198.0))
    corners = one, two, three, four
    by_file = reader.read_with(folder / "one.png", 0, FORM, 0, corners, "A234567")
    by_picture = reader.read_with((folder / "one.png").read_bytes(), 0, FORM, 0, corners, name="kept")
    broken = reader.read_with(b"no picture", 0, FORM, 0, corners, name="kept")
    assert by_file.read is not None and by_picture.read is not None
    assert (by_file.read.ticked("nps"), by_file.read.code) == (("9",), "A234567")
    assert by_picture.read.ticked("nps") == ("9",)
    assert error_of(broken) is PictureUnreadable
