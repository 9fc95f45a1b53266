"""The file below the pages: sound for any number of them, of any sizes, and small in memory while it grows."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tracemalloc
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.printing.pdf import PdfFile

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
