"""Everything that is shipped, printed for short and long names and judged by tools that are not ours: sound, readable, repeatable."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.cards import Card, Direction, Recipient
from app.domain.label_sheets import label_sheet
from app.domain.prints import PrintKind
from app.domain.templates import Slot, Template, TemplateKind
from app.printing.house import render
from tests.unit.address_sheets import plain
from tests.unit.pieces import ADDRESSED, KINDS, PEOPLE, SHEETS, TEMPLATES, job

LETTERS = [one for one in TEMPLATES if one.kind is TemplateKind.LETTER]


def run(tool: str, *arguments: str) -> str:
    found = shutil.which(tool)
    assert found, f"{tool} is needed to judge the paper"
    return subprocess.run([found, *arguments], capture_output=True, text=True, check=True).stdout


def judged(people: Sequence[Recipient], printed: Card, folder: Path) -> list[str]:
    """What each page says, after the file was found sound, its fonts inside and without a hole, and the same once more."""
    document = render(people, printed).document
    assert document == render(people, printed).document
    path = folder / "pieces.pdf"
    path.write_bytes(document)
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", str(path))
    rows = run("pdffonts", str(path)).splitlines()[2:]
    assert rows
    assert all(re.search(r"yes yes yes +\d+ +\d+$", row) for row in rows), rows
    glyphs = _glyphs(document)
    assert glyphs and 0 not in glyphs
    pages = run("pdftotext", "-raw", str(path), "-").split("\f")[:-1]
    assert not [page for page in pages if "\ufffd" in page]
    return [plain(page) for page in pages]


def _glyphs(document: bytes) -> set[int]:
    """The numbers of all glyphs drawn; 0 is the empty box."""
    reader = PdfReader(io.BytesIO(document))
    fonts = reader.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    widths = [font.get_object()["/DescendantFonts"][0].get_object()["/W"] for font in fonts]
    return {int(number) for one in widths for number in one[::2]}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: f"{one.language}-{one.key}")
def test_every_template_prints_everybody_whole(template: Template, tmp_path: Path) -> None:
    pages = judged(PEOPLE, job(KINDS[template.kind], template), tmp_path)

    sides = len(pages) // len(PEOPLE)
    for number, person in enumerate(PEOPLE):
        own = pages if template.paper == "名刺" else pages[number * sides : (number + 1) * sides]
        assert own
        told = [page for page in own if plain(person.name) in page]
        assert told == own, person.name
        assert any(plain(person.code) in page for page in own)


@pytest.mark.parametrize(
    "template", [one for one in TEMPLATES if one.kind is TemplateKind.LETTER], ids=lambda one: f"{one.language}-{one.key}"
)
def test_a_letter_that_goes_on_says_on_each_page_whose_it_is(template: Template, tmp_path: Path) -> None:
    long = template.with_text(Slot.BODY, "\n".join([template.text_of(Slot.BODY)] * 9))
    printed = job(PrintKind.LETTER, long)
    placed = render(PEOPLE, printed).placed
    pages = judged(PEOPLE, printed, tmp_path)

    for number, person in enumerate(PEOPLE):
        own = sorted({field.page for field in placed if field.piece == number + 1})
        assert len(own) > 1
        for page in own:
            assert plain(person.name) in pages[page]
        for turn, page in enumerate(own[1:], 2):
            assert f"{turn}/{len(own)}" in pages[page]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("paper", ADDRESSED)
def test_every_envelope_prints_everybody_whole(paper: str, direction: Direction, tmp_path: Path) -> None:
    pages = judged(PEOPLE, job(PrintKind.ENVELOPE, paper=paper, direction=direction, blank_stock=True), tmp_path)

    assert len(pages) == len(PEOPLE)
    for person, page in zip(PEOPLE, pages, strict=True):
        assert plain(person.name) in page and plain(person.code) in page


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_label_sheet_prints_everybody_whole(sheet: str, tmp_path: Path) -> None:
    # Each on a sheet of its own: the last label of the first, then all but one of the next.
    labels = label_sheet(sheet).labels
    pages = judged(PEOPLE[:2], job(PrintKind.LABELS, sheet=sheet, start_at=labels), tmp_path)

    assert len(pages) == 2
    for person, page in zip(PEOPLE, pages, strict=False):
        assert plain(person.name) in page
        # On the smallest there is no room for the code beside four lines.
        assert plain(person.code) in page or label_sheet(sheet).height < 22
