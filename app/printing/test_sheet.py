"""Sheets with rulers: printed once on the real paper, they show by how many millimetres printer and stock are off."""

from __future__ import annotations

import io
from collections.abc import Sequence

from app.domain.cards import Calibration, Typeface
from app.domain.label_sheets import UnknownLabelSheet, label_sheet
from app.domain.print_profiles import POSTCARD, SMALL_CARDS, paper_of_stock
from app.domain.templates import UnknownPaper
from app.printing.address_side import draw_frames
from app.printing.fonts import family
from app.printing.geometry import FRAME_WIDTHS, HAGAKI, MM, PAPERS, Box, Paper, postal_boxes
from app.printing.house import calibration_matrix
from app.printing.ink import Ink, colour
from app.printing.layout import Part, centred_row, digits_in_boxes, row
from app.printing.member_cards import places
from app.printing.pdf import PdfFile

_GREY = colour("#6B7370")
_DARK = colour("#1E2928")
_VERMILION = colour("#D6453D")
_RULER = 20
_NUMBERED = (5, 10, 15, 20)
_ARM = 20
_WORDS = 7.5
_HEADING = 9.0
_LINE = 4.3
_BELOW_CROSS = 24.0
_OUTLINE = 0.2
_SHORT, _LONG = 80, 120


def render_test_sheet(calibration: Calibration | None = None) -> bytes:
    """One postcard."""
    return render_stock_test_sheet(POSTCARD, calibration)


def render_stock_test_sheet(stock: str, calibration: Calibration | None = None) -> bytes:
    """One page of a stock. With a perfect printer the line 10 of every edge is 10.0 mm from it, and outlines and digits stand on what is
    printed or cut there. UnknownPaper."""
    used = calibration or Calibration()
    paper = PAPERS.get(paper_of_stock(stock))
    if paper is None:
        raise UnknownPaper(field="stock", paper=stock, papers=", ".join(PAPERS))
    out = io.BytesIO()
    file = PdfFile(out, title="Okaeri")
    ink = Ink(file, paper)
    moved = calibration_matrix(used, paper.width * MM, paper.height * MM)
    if moved:
        ink.raw(moved)
    faces = _outlines(stock)
    if faces:
        _draw_outlines(ink, faces)
        _draw_name(ink, faces[0], stock, used)
    else:
        _draw_numbers(ink, paper)
        _draw_words(ink, paper, stock, used)
        _draw_cross(ink, paper)
    _draw_edge_rulers(ink, paper)
    file.add_page(ink.content(), paper.width * MM, paper.height * MM)
    file.done()
    return out.getvalue()


def _outlines(stock: str) -> Sequence[Box]:
    """Where the sheet is cut; nothing for whole papers."""
    if stock == SMALL_CARDS:
        return places()
    try:
        sheet = label_sheet(stock)
    except UnknownLabelSheet:
        return ()
    return [Box(*sheet.place(index), sheet.width, sheet.height) for index in range(sheet.labels)]


def _draw_edge_rulers(ink: Ink, paper: Paper) -> None:
    """Millimetre marks that run from each edge inwards: the first mark still seen tells what the printer cuts off."""
    face = family(Typeface.GOTHIC)
    middle, across = paper.height / 2, _ruler_x(paper)
    for mm in range(_RULER + 1):
        long = 6.0 if mm % 10 == 0 else 4.0 if mm % 5 == 0 else 2.2
        width = 0.25 if mm % 5 == 0 else 0.12
        for x in (float(mm), paper.width - mm):
            ink.line(x, middle - long / 2, x, middle + long / 2, _DARK, width)
        for y in (float(mm), paper.height - mm):
            ink.line(across - long / 2, y, across + long / 2, y, _DARK, width)
        if mm in _NUMBERED:
            for x in (float(mm), paper.width - mm):
                centred_row(Part.BODY, str(mm), face, 6.5, x, middle + 6.2).draw(ink, _GREY)
            for y in (float(mm), paper.height - mm):
                row(Part.BODY, str(mm), face, 6.5, across + 4.2, y + 0.8).draw(ink, _GREY)


def _ruler_x(paper: Paper) -> float:
    """Where the rulers of the upper and the lower edge stand: beside the words and the boxes of the number."""
    return 26.0 if paper.is_portrait else 22.0


def _draw_cross(ink: Ink, paper: Paper) -> None:
    x, y = paper.width / 2, paper.height / 2
    ink.line(x - _ARM, y, x + _ARM, y, _DARK, 0.2)
    ink.line(x, y - _ARM, x, y + _ARM, _DARK, 0.2)
    for mm in range(-_ARM, _ARM + 1):
        long = 3.0 if mm % 10 == 0 else 2.0 if mm % 5 == 0 else 1.0
        ink.line(x + mm, y - long / 2, x + mm, y + long / 2, _DARK, 0.12)
        ink.line(x - long / 2, y + mm, x + long / 2, y + mm, _DARK, 0.12)


def _draw_numbers(ink: Ink, paper: Paper) -> None:
    """The boxes of the postal number as they are printed on the paper, with digits in them."""
    if paper == HAGAKI:
        draw_frames(ink, "")
    elif paper.is_portrait and (paper.is_standard_mail or paper.name == "角形2号"):
        for box, width in zip(postal_boxes(paper), FRAME_WIDTHS, strict=True):
            ink.frame_box(box, _VERMILION, width)
    else:
        return
    for digit in digits_in_boxes(Part.POSTAL_DIGIT, "1234567", postal_boxes(paper), family(Typeface.GOTHIC), 14.0):
        digit.draw(ink, _DARK)


def _draw_outlines(ink: Ink, faces: Sequence[Box]) -> None:
    face = family(Typeface.GOTHIC)
    for index, box in enumerate(faces):
        ink.frame_box(box, _GREY, _OUTLINE)
        middle = box.top + box.height / 2
        ink.line(box.middle - 4, middle, box.middle + 4, middle, _GREY, _OUTLINE)
        ink.line(box.middle, middle - 4, box.middle, middle + 4, _GREY, _OUTLINE)
        centred_row(Part.BODY, str(index + 1), face, _HEADING, box.middle - 7, middle - 2).draw(ink, _DARK)


def _draw_name(ink: Ink, first: Box, stock: str, used: Calibration) -> None:
    face, left = family(Typeface.GOTHIC), max(first.left + 2, 24.0)
    row(Part.BODY, stock, face, 6.0, left, first.bottom - 5.2).draw(ink, _DARK)
    row(Part.BODY, _shift_words(used), face, 6.0, left, first.bottom - 2.2).draw(ink, _DARK)


def _draw_words(ink: Ink, paper: Paper, stock: str, used: Calibration) -> None:
    """How the numbers are read off, below the cross; and a line to measure."""
    face, middle = family(Typeface.GOTHIC), paper.width / 2
    long = _LONG if paper.width > 2 * _LONG else _SHORT
    top = min(paper.height / 2 + _BELOW_CROSS, paper.height - 31.0)
    ink.frame_box(Box(middle - long / 2, top, long, 0.001), _GREY, 0.12)
    for end in (-long / 2, long / 2):
        ink.line(middle + end, top - 1.5, middle + end, top + 1.5, _DARK, 0.2)
    for place, text in enumerate(_instructions(long)):
        centred_row(Part.BODY, text, face, _WORDS, middle, top + 4.6 + place * _LINE).draw(ink, _DARK)
    centred_row(Part.BODY, f"{stock}   {_shift_words(used)}", face, _HEADING, middle, paper.height / 2 - _ARM - 3).draw(ink, _DARK)


def _instructions(long: int) -> tuple[str, ...]:
    return (
        f"この線は {long}.0 mm：大きさ = {long} ÷ 測った長さ × 100 %",
        f"This line: size = {long} ÷ its length × 100 %",
        "左の端から10の線まで：足りない分を「右へ」に",
        "Left edge to line 10: what lacks goes to “Right”",
        "上の端から10の線まで：足りない分を「下へ」に",
        "Upper edge to line 10: what lacks goes to “Down”",
    )


def _shift_words(used: Calibration) -> str:
    return f"→ {used.dx:+.1f} mm   ↓ {used.dy:+.1f} mm   {used.scale:.1f} %{'   180°' if used.rotated else ''}"
