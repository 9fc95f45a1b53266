"""Envelopes, and postcards of which only the address is printed: one page a person, on the paper itself."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cards import Card, Recipient
from app.domain.progress import Progress
from app.printing.address_side import compose_address, draw_address, draw_barcode
from app.printing.code_squares import SQUARES, draw_code
from app.printing.fonts import bold_family
from app.printing.geometry import HAGAKI, MM, PAPERS, SMALLEST_TYPE_PT, Box, Paper, barcode_strip, code_corner
from app.printing.house import PlacedField, calibration_matrix, placed_box, placed_layout
from app.printing.ink import Colour, Ink
from app.printing.layout import Layout, Part, Row, centred_row, row
from app.printing.pdf import PdfFile

_MODULE = 0.65
_SQUARES = 21 * _MODULE
_QUIET = 4 * _MODULE
_CAP = 0.74
_SIGNS_RIGHT = 6.0
_SIGNS_BOTTOM = 5.2
_PLAIN_BLACK: Colour = (0.0, 0.0, 0.0)
_BARCODE_FIELD = "barcode"


def write_pieces(file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]:
    """One page for each person on `job.options.paper`, with the code of the piece at the lower right. Cancelled."""
    paper = PAPERS[job.options.paper]
    width, height = paper.width * MM, paper.height * MM
    calibration = job.options.calibration
    moved = calibration_matrix(calibration, width, height)
    placed: list[PlacedField] = []
    for index, recipient in enumerate(recipients):
        progress.advance(index, len(recipients))
        ink = Ink(file, paper)
        if moved:
            ink.raw(moved)
        side = compose_address(recipient, job.sender, job.options, paper)
        draw_address(side, ink, job.sender, job.options)
        bars = draw_barcode(side, paper, ink)
        signs, squares = code_mark(recipient.code, paper, with_barcode=bars is not None)
        for one in signs:
            one.draw(ink, _PLAIN_BLACK)
        if squares is not None:
            draw_code(recipient.code, squares, ink)
        where = {"piece": index + 1, "page": file.pages}
        placed += placed_layout(
            Layout((*side.layout.placed, *signs)), customer=recipient.key, paper=paper, calibration=calibration, **where
        )
        marks = ((_BARCODE_FIELD, bars), (SQUARES, squares))
        placed += [
            placed_box(box, name, customer=recipient.key, paper=paper, calibration=calibration, **where)
            for name, box in marks
            if box is not None
        ]
        file.add_page(ink.content(), width, height)
    return placed


def overflows(recipient: Recipient, job: Card) -> bool:
    """Whether something of this person's address does not fit."""
    return compose_address(recipient, job.sender, job.options, PAPERS[job.options.paper]).layout.overflows


def code_mark(code: str, paper: Paper, *, with_barcode: bool = False) -> tuple[list[Row], Box | None]:
    """The signs of a code, and where its squares stand above them; a postcard, and a narrow envelope below its barcode, have room for
    the signs alone."""
    if not code:
        return [], None
    face = bold_family()
    corner = code_corner(paper)
    if paper == HAGAKI or (with_barcode and barcode_strip(paper).overlaps(corner)):
        right, baseline = paper.width - _SIGNS_RIGHT, paper.height - _SIGNS_BOTTOM
        return [row(Part.CODE, code, face, SMALLEST_TYPE_PT, right - face.width(code) * SMALLEST_TYPE_PT / MM, baseline)], None
    squares = Box(corner.left + _QUIET, corner.top + _QUIET, _SQUARES, _SQUARES)
    baseline = squares.bottom + _QUIET + _CAP * SMALLEST_TYPE_PT / MM
    return [centred_row(Part.CODE, code, face, SMALLEST_TYPE_PT, corner.middle, baseline)], squares
