"""Survey sheets as a PDF: one on a page or two side by side, each with its own code; and the empty sheet that a reader compares with."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from typing import BinaryIO

import pypdfium2

from app.domain.cards import Calibration
from app.domain.print_problems import NothingToPrint
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.survey_prints import PrintedSheet, SheetShop
from app.printing.geometry import MM, Paper
from app.printing.house import calibration_matrix
from app.printing.ink import Ink
from app.printing.page_images import READING
from app.printing.pdf import PdfFile
from app.printing.preview import Picture, pictures
from app.printing.survey_draw import SheetDrawer, holds_name
from app.printing.survey_layout import LaidOut
from app.printing.survey_marks import PALE

__all__ = ["add_sheets", "draw_blank", "holds_name", "page_paper", "pages_of", "preview_picture", "preview_png", "shift_of", "write_sheets"]

SAMPLE_CODE = "K7M42QX"
_WIDE = Paper("A4", 297, 210)
_CUT_MARK = 7.0
_NO_LAYOUT = 1


def draw_blank(laid: LaidOut, shop: SheetShop) -> bytes:
    """The pages of one sheet without codes and name."""
    out = io.BytesIO()
    file = PdfFile(out, title=laid.content.title, language=laid.content.language)
    paper = laid.measures.paper
    drawer = SheetDrawer(file, laid, shop)
    for page in range(len(laid.pages)):
        ink = Ink(file, paper)
        drawer.draw_static(ink, page)
        file.add_page(ink.content(), paper.width * MM, paper.height * MM)
    file.done()
    return out.getvalue()


def write_sheets(
    laid: LaidOut,
    shop: SheetShop,
    sheets: Sequence[PrintedSheet],
    layout_id: int,
    out: BinaryIO,
    progress: Progress = NO_PROGRESS,
    *,
    calibration: Calibration | None = None,
    title: str = "",
) -> int:
    """A PDF of all sheets; how many pages. The same sheets give the same bytes. NothingToPrint, Cancelled."""
    if not sheets:
        raise NothingToPrint()
    file = PdfFile(out, title=title or laid.content.title, language=laid.content.language, notes_places=False)
    add_sheets(file, laid, shop, sheets, layout_id, progress, calibration=calibration)
    file.done(lambda: progress.advance(len(sheets), len(sheets)))
    return file.pages


def add_sheets(
    file: PdfFile,
    laid: LaidOut,
    shop: SheetShop,
    sheets: Sequence[PrintedSheet],
    layout_id: int,
    progress: Progress = NO_PROGRESS,
    *,
    calibration: Calibration | None = None,
) -> None:
    """The pages of all sheets, as SheetChoice.place_of says. Cancelled."""
    paper = page_paper(laid)
    drawer = SheetDrawer(file, laid, shop)
    moved = calibration_matrix(calibration or Calibration(), paper.width * MM, paper.height * MM)
    pages = len(laid.pages)
    places = ((index, page, *laid.choice.place_of(index, page, pages)) for index in range(len(sheets)) for page in range(pages))
    for _, on_paper in groupby(places, key=lambda place: place[2]):
        ink = Ink(file, paper)
        if moved:
            ink.raw(moved)
        if laid.choice.per_page == 2:
            _draw_cut(ink)
        for index, page, _, half in on_paper:
            progress.advance(index, len(sheets))
            own = Ink(file, laid.measures.paper)
            drawer.show_static(own, page)
            drawer.draw_own(own, page, sheets[index], layout_id)
            _put(own, ink, shift_of(laid, half))
        file.add_page(ink.content(), paper.width * MM, paper.height * MM)


def page_paper(laid: LaidOut) -> Paper:
    """What is put into the printer: A4 on its side for two A5 sheets."""
    return laid.measures.paper if laid.choice.per_page == 1 else _WIDE


def pages_of(laid: LaidOut, sheets: int) -> int:
    """How many pages of paper so many sheets take, one side each."""
    return laid.choice.paper_pages(sheets, len(laid.pages))


def shift_of(laid: LaidOut, half: int) -> float:
    """How far to the right what lies on a half of a page (0 or 1) begins, in points."""
    width = _WIDE.width / 2
    return 0.0 if laid.choice.per_page == 1 else (half * width + (width - laid.measures.paper.width) / 2) * MM


def preview_picture(laid: LaidOut, shop: SheetShop, page: int, width_px: int, addressee: str = "") -> Picture:
    """One page of a sheet, from 0, with a code that stands for any."""
    return pictures(_sample(laid, shop, page, PrintedSheet(SAMPLE_CODE, addressee)), width_px)[0]


def preview_png(laid: LaidOut, shop: SheetShop, page: int, dpi: int, code: str = "") -> bytes:
    """The same as a PNG; without `code` with one that stands for any."""
    with READING:
        document = pypdfium2.PdfDocument(_sample(laid, shop, page, PrintedSheet(code or SAMPLE_CODE)))
        try:
            drawn = document[0].render(scale=dpi / 72, grayscale=False).to_pil()
        finally:
            document.close()
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()


def _sample(laid: LaidOut, shop: SheetShop, page: int, sheet: PrintedSheet) -> bytes:
    out = io.BytesIO()
    paper = laid.measures.paper
    file = PdfFile(out, title=laid.content.title, notes_places=False)
    drawer = SheetDrawer(file, laid, shop)
    ink = Ink(file, paper)
    drawer.draw_static(ink, page)
    drawer.draw_own(ink, page, sheet, _NO_LAYOUT)
    file.add_page(ink.content(), paper.width * MM, paper.height * MM)
    file.done()
    return out.getvalue()


def _draw_cut(ink: Ink) -> None:
    """Where the two halves are cut apart."""
    middle = _WIDE.width / 2
    for top in (0.0, _WIDE.height - _CUT_MARK):
        ink.line(middle, top, middle, top + _CUT_MARK, PALE, 0.25, dash="[2 2] 0")


def _put(part: Ink, ink: Ink, across: float) -> None:
    if not across:
        ink.raw(part.content().decode("ascii"))
        return
    ink.raw(f"q 1 0 0 1 {across:.4f} 0 cm")
    ink.raw(part.content().decode("ascii"))
    ink.restore()
