"""The file below the pages: sound for any number of them, of any sizes, and small in memory while it grows."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.cards import Typeface
from app.domain.codes import piece_code, written
from app.domain.prints import PrintKind
from app.domain.progress import NO_PROGRESS
from app.printing.fonts import family
from app.printing.geometry import HAGAKI
from app.printing.house import room_of
from app.printing.ink import Ink
from app.printing.pdf import PdfFile
from tests.unit.pieces import KINDS, PEOPLE, TEMPLATES, job

SIZES = ((283.4646, 419.5276), (595.2756, 841.8898))
LONG = 4_000
FOR_EACH_PAGE = 60
"""Bytes that may stay in memory of a page that was written."""


def _file(pages: int) -> bytes:
    out = io.BytesIO()
    file = PdfFile(out, title="Pages")
    file.add_form("Art", b"0 0 10 10 re f", 100, 100)
    for number in range(pages):
        file.add_page(b"/Art Do 0 0 %d 1 re f" % number, *SIZES[number % 2])
    assert file.pages == pages
    file.done()
    return out.getvalue()


@pytest.mark.parametrize("pages", [1, 2, 10, 11, 31])
def test_any_number_of_pages_makes_a_sound_file(pages: int, tmp_path: Path) -> None:
    path = tmp_path / "pages.pdf"
    path.write_bytes(_file(pages))
    judge = shutil.which("qpdf")
    assert judge

    told = subprocess.run([judge, "--check", str(path)], capture_output=True, text=True, check=True).stdout
    assert "No syntax or stream encoding errors" in told
    read = PdfReader(io.BytesIO(path.read_bytes())).pages
    assert [(float(one.mediabox.width), float(one.mediabox.height)) for one in read] == [SIZES[number % 2] for number in range(pages)]
    assert [one.get_contents().get_data().split()[4] for one in read] == [b"%d" % number for number in range(pages)]  # type: ignore[union-attr]


def test_pages_that_were_written_leave_memory() -> None:
    with Path(os.devnull).open("wb") as out:
        file = PdfFile(out, title="Pages")
        file.add_page(b"", *SIZES[0])
        tracemalloc.start()
        try:
            before, _ = tracemalloc.get_traced_memory()
            for _ in range(LONG):
                file.add_page(b"0 0 10 10 re f", *SIZES[0])
            after, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert (after - before) / LONG < FOR_EACH_PAGE


def _page() -> Ink:
    return Ink(PdfFile(io.BytesIO(), title="Pages"), HAGAKI)


def test_what_was_drawn_before_changes_no_operator() -> None:
    glyph = family(Typeface.MINCHO).glyphs("林")[0]

    def drawn(*matrices: tuple[float, float, float, float]) -> bytes:
        ink = _page()
        ink.stacked([(glyph, 10, 20, matrix) for matrix in matrices], 11.0, "林")
        return ink.content()

    first = drawn((1.0, 0.0, 0.0, 1.0))
    assert b"\n1.0 0.0 0.0 1.0 " in first
    assert b"\n1 0 0 1 " in drawn((1, 0, 0, 1))
    assert drawn((1.0, 0.0, 0.0, 1.0)) == first


def test_the_same_words_are_drawn_alike_wherever_they_stand() -> None:
    glyphs = tuple(family(Typeface.MINCHO).glyphs("𠮷田 様"))
    ink = _page()
    for x, baseline, size, gaps in (
        (10, 20, 11.0, ()),
        (10, 20, 11.0, ()),
        (11, 20, 11.0, ()),
        (10, 20, 12.0, ()),
        (10, 20, 11.0, (0.1,) * 4),
    ):
        ink.text(glyphs, x, baseline, size, gaps=gaps)
    same, again, moved, larger, wider = ink.content().split(b"BT ")[1:]

    assert same == again
    assert len({same.strip(), moved.strip(), larger.strip(), wider.strip()}) == 4
    alone = _page()
    alone.text(glyphs, 10, 20, 11.0, gaps=(0.1,) * 4)
    assert b"BT " + wider == alone.content()


def test_lines_that_differ_from_piece_to_piece_do_not_pile_up() -> None:
    face = family(Typeface.MINCHO)
    file = PdfFile(io.BytesIO(), title="Pages")
    ink = Ink(file, HAGAKI)
    numbers = [tuple(face.glyphs(f"{number:05}")) for number in range(2 * LONG)]
    tracemalloc.start()
    try:
        for place, glyphs in enumerate(numbers):
            ink.text(glyphs, 10, 20, 9.0)
            if place % 100 == 0:
                ink = Ink(file, HAGAKI)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 2_000_000


@pytest.mark.parametrize("kind", PrintKind)
def test_a_long_run_gathers_no_places_that_nobody_asked_for(kind: PrintKind) -> None:
    template = next((one for one in TEMPLATES if KINDS[one.kind] is kind), None)
    printed = job(kind, template, paper="長形3号", sheet="28187")
    asked, silent = (PdfFile(io.BytesIO(), title="Pages", notes_places=is_asked) for is_asked in (True, False))

    # A sheet that comes back is known by its code, so it has to be a true one.
    people = [replace(one, code=written(piece_code(b"secret", one.key))) for one in PEOPLE]
    assert room_of(kind).write_pieces(asked, people, printed, NO_PROGRESS)
    assert room_of(kind).write_pieces(silent, people, printed, NO_PROGRESS) == []
    assert silent.pages == asked.pages
