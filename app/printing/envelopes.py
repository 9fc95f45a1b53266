"""Envelopes, and postcards of which only the address is printed: one page a person, on the paper itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.cards import Card, Recipient
from app.domain.progress import Progress
from app.printing.address_side import compose_address, draw_address, draw_barcode
from app.printing.code_squares import SQUARES, draw_code
from app.printing.fonts import bold_family
from app.printing.geometry import HAGAKI, MM, PAPERS, SMALLEST_TYPE_PT, Box, Paper, barcode_strip, code_corner
from app.printing.house import PlacedField, calibration_matrix, placed_box, placed_layout
from app.printing.ink import Colour, Ink
from app.printing.layout import Layout, Part, Placed, Row, centred_row, row
from app.printing.pdf import PdfFile

_MODULE = 0.65
_SQUARES = 21 * _MODULE
_QUIET = 4 * _MODULE
# On postcards, where the address may come down to them.
_LEAST_MODULE = 0.5
_LEAST_SQUARES = 21 * _LEAST_MODULE
_LEAST_QUIET = 4 * _LEAST_MODULE
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
        signs, squares = code_mark(recipient.code, paper, side.layout.placed, with_barcode=bars is not None)
        for one in signs:
            one.draw(ink, _PLAIN_BLACK)
        if squares is not None:
            draw_code(recipient.code, squares, ink)
        if file.notes_places:
            layout = Layout((*side.layout.placed, *signs))
            marks = {_BARCODE_FIELD: bars, SQUARES: squares}
            placed += _placed(layout, marks, job, piece=index + 1, customer=recipient.key, page=file.pages)
        file.add_page(ink.content(), width, height)
    return placed


def _placed(layout: Layout, marks: Mapping[str, Box | None], job: Card, *, piece: int, customer: str, page: int) -> list[PlacedField]:
    paper, calibration = PAPERS[job.options.paper], job.options.calibration
    placed = placed_layout(layout, piece=piece, customer=customer, page=page, paper=paper, calibration=calibration)
    boxes = ((name, box) for name, box in marks.items() if box is not None)
    return placed + [
        placed_box(box, name, piece=piece, customer=customer, page=page, paper=paper, calibration=calibration) for name, box in boxes
    ]


def overflows(recipient: Recipient, job: Card) -> bool:
    """Whether something of this person's address does not fit."""
    return compose_address(recipient, job.sender, job.options, PAPERS[job.options.paper]).layout.overflows


def code_mark(code: str, paper: Paper, placed: Sequence[Placed] = (), *, with_barcode: bool = False) -> tuple[list[Row], Box | None]:
    """The signs of a code, and where its squares stand above them. A narrow envelope below its barcode has room for the signs alone, and so
    has a postcard below its barcode, or where what is `placed` comes down too far."""
    if not code:
        return [], None
    corner = code_corner(paper)
    if paper == HAGAKI or (with_barcode and barcode_strip(paper).overlaps(corner)):
        return _mark_in_line(code, paper, placed, has_squares=paper == HAGAKI and not with_barcode)
    squares = Box(corner.left + _QUIET, corner.top + _QUIET, _SQUARES, _SQUARES)
    baseline = squares.bottom + _QUIET + _CAP * SMALLEST_TYPE_PT / MM
    return [centred_row(Part.CODE, code, bold_family(), SMALLEST_TYPE_PT, corner.middle, baseline)], squares


def _mark_in_line(code: str, paper: Paper, placed: Sequence[Placed], *, has_squares: bool) -> tuple[list[Row], Box | None]:
    """The signs on the lowest line, and above them the squares, where nothing stands in their white."""
    face = bold_family()
    right, baseline = paper.width - _SIGNS_RIGHT, paper.height - _SIGNS_BOTTOM
    width = face.width(code) * SMALLEST_TYPE_PT / MM
    signs = [row(Part.CODE, code, face, SMALLEST_TYPE_PT, right - width, baseline)]
    foot = baseline - _CAP * SMALLEST_TYPE_PT / MM - _LEAST_QUIET
    squares = Box(right - (width + _LEAST_SQUARES) / 2, foot - _LEAST_SQUARES, _LEAST_SQUARES, _LEAST_SQUARES)
    side = _LEAST_SQUARES + 2 * _LEAST_QUIET
    white = Box(squares.left - _LEAST_QUIET, squares.top - _LEAST_QUIET, side, side)
    is_free = has_squares and not any(one.box.overlaps(white) for one in placed)
    return signs, squares if is_free else None
