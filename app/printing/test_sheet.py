"""A card with rulers: printed once on the real paper, it shows by how many millimetres printer and stock are off."""

from __future__ import annotations

import io

from app.domain.cards import Calibration, Typeface
from app.printing.address_side import draw_frames
from app.printing.fonts import family
from app.printing.geometry import HAGAKI, MM, Box, postal_boxes
from app.printing.house import calibration_matrix
from app.printing.ink import Ink, colour
from app.printing.job import PAGE_HEIGHT, PAGE_WIDTH
from app.printing.layout import Part, centred_row, digits_in_boxes, row
from app.printing.pdf import PdfFile

_GREY = colour("#6B7370")
_DARK = colour("#1E2928")
_MIDDLE_X, _MIDDLE_Y = HAGAKI.width / 2, HAGAKI.height / 2
_RULER_X = 26.0
_ARM = 20


def render_test_sheet(calibration: Calibration | None = None) -> bytes:
    """One page. With a perfect printer every edge ruler ends exactly at the edge of the paper and the digits stand in their boxes."""
    used = calibration or Calibration()
    out = io.BytesIO()
    file = PdfFile(out, title="Okaeri")
    ink = Ink(file, HAGAKI)
    moved = calibration_matrix(used, PAGE_WIDTH, PAGE_HEIGHT)
    if moved:
        ink.raw(moved)
    draw_frames(ink, "")
    face = family(Typeface.GOTHIC)
    for digit in digits_in_boxes(Part.POSTAL_DIGIT, "1234567", postal_boxes(HAGAKI), face, 14.0):
        digit.draw(ink, _DARK)
    _draw_edge_rulers(ink)
    _draw_cross(ink)
    _draw_words(ink, used)
    file.add_page(ink.content(), PAGE_WIDTH, PAGE_HEIGHT)
    file.done()
    return out.getvalue()


def _draw_edge_rulers(ink: Ink) -> None:
    """Millimetre marks that run from each edge inwards: the first mark still seen tells what the printer cuts off."""
    face = family(Typeface.GOTHIC)
    for mm in range(21):
        long = 6.0 if mm % 10 == 0 else 4.0 if mm % 5 == 0 else 2.2
        width = 0.25 if mm % 5 == 0 else 0.12
        for x in (float(mm), HAGAKI.width - mm):
            ink.line(x, _MIDDLE_Y - long / 2, x, _MIDDLE_Y + long / 2, _DARK, width)
        for y in (float(mm), HAGAKI.height - mm):
            ink.line(_RULER_X - long / 2, y, _RULER_X + long / 2, y, _DARK, width)
        if mm in (5, 10, 15, 20):
            for x in (float(mm), HAGAKI.width - mm):
                centred_row(Part.BODY, str(mm), face, 6.5, x, _MIDDLE_Y + 6.2).draw(ink, _GREY)
            for y in (float(mm), HAGAKI.height - mm):
                row(Part.BODY, str(mm), face, 6.5, _RULER_X + 4.2, y + 0.8).draw(ink, _GREY)


def _draw_cross(ink: Ink) -> None:
    ink.line(_MIDDLE_X - _ARM, _MIDDLE_Y, _MIDDLE_X + _ARM, _MIDDLE_Y, _DARK, 0.2)
    ink.line(_MIDDLE_X, _MIDDLE_Y - _ARM, _MIDDLE_X, _MIDDLE_Y + _ARM, _DARK, 0.2)
    for mm in range(-_ARM, _ARM + 1):
        long = 3.0 if mm % 10 == 0 else 2.0 if mm % 5 == 0 else 1.0
        ink.line(_MIDDLE_X + mm, _MIDDLE_Y - long / 2, _MIDDLE_X + mm, _MIDDLE_Y + long / 2, _DARK, 0.12)
        ink.line(_MIDDLE_X - long / 2, _MIDDLE_Y + mm, _MIDDLE_X + long / 2, _MIDDLE_Y + mm, _DARK, 0.12)
    ink.frame_box(Box(10, 100, 80, 0.001), _GREY, 0.12)


def _draw_words(ink: Ink, used: Calibration) -> None:
    face = family(Typeface.GOTHIC)
    shown = f"左右 {used.dx:+.1f} mm   上下 {used.dy:+.1f} mm   {used.scale:.1f} %{'   180°' if used.rotated else ''}"
    for text, baseline in ((shown, 106.0), ("この線は 80.0 mm です / This line is 80.0 mm", 98.5)):
        glyph_width = face.width(text) * 9 / MM
        row(Part.BODY, text, face, 9.0, _MIDDLE_X - glyph_width / 2, baseline).draw(ink, _DARK)
