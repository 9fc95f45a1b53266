"""Sheets of address labels."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cards import Card, CardOptions, Recipient
from app.domain.label_sheets import SHEET_PAPERS, LabelSheet, check_start, label_sheet
from app.domain.progress import Progress
from app.printing.code_squares import SQUARES, draw_code
from app.printing.geometry import MM, SAFE_MARGIN, Box, Paper
from app.printing.house import PlacedField, calibration_matrix, placed_box, placed_layout
from app.printing.ink import Ink
from app.printing.label_text import Label, compose_label
from app.printing.layout import Part
from app.printing.pdf import PdfFile

_SIDE_MARGIN = 3.0
_NARROW_MARGIN = 2.0
_NARROW = 55.0
_TOP_MARGIN = 1.6
_LOW_MARGIN = 1.2
_LOW = 30.0


def write_pieces(file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]:
    """`copies` labels for each person from label `start_at` on, sheet after sheet.

    UnknownLabelSheet, StartOutsideSheet, CopiesOutOfRange, Cancelled.
    """
    sheet, options = _sheet_of(job), job.options
    paper = paper_of(sheet)
    width, height = paper.width * MM, paper.height * MM
    moved = calibration_matrix(options.calibration, width, height)
    placed: list[PlacedField] = []
    free = options.start_at - 1
    ink: Ink | None = None
    for index, recipient in enumerate(recipients):
        progress.advance(index, len(recipients))
        for _ in range(options.copies):
            if ink is None:
                ink = Ink(file, paper)
                if moved:
                    ink.raw(moved)
            label = compose_label(recipient, options, room_on(sheet, free))
            label.layout.draw(ink)
            if label.squares is not None:
                draw_code(recipient.code, label.squares, ink)
            if file.notes_places:
                placed += _placed(label, sheet, options, piece=index + 1, customer=recipient.key, page=file.pages)
            free += 1
            if free == sheet.labels:
                file.add_page(ink.content(), width, height)
                ink, free = None, 0
    if ink is not None:
        file.add_page(ink.content(), width, height)
    return placed


def _placed(label: Label, sheet: LabelSheet, options: CardOptions, *, piece: int, customer: str, page: int) -> list[PlacedField]:
    paper, calibration = paper_of(sheet), options.calibration
    placed = placed_layout(label.layout, piece=piece, customer=customer, page=page, paper=paper, calibration=calibration)
    if label.squares is not None:
        placed.append(placed_box(label.squares, SQUARES, piece=piece, customer=customer, page=page, paper=paper, calibration=calibration))
    return placed


def overflows(recipient: Recipient, job: Card) -> bool:
    """Whether the label is too small for this person. Errors as of write_pieces."""
    return compose_label(recipient, job.options, room_on(_sheet_of(job), 0)).layout.overflows


def lacks_code(recipient: Recipient, job: Card) -> bool:
    """Whether the words leave no room for the code of the piece. Errors as of write_pieces."""
    layout = compose_label(recipient, job.options, room_on(_sheet_of(job), 0)).layout
    return bool(recipient.code) and not layout.overflows and not layout.of(Part.CODE)


def paper_of(sheet: LabelSheet) -> Paper:
    return Paper(sheet.paper, *SHEET_PAPERS[sheet.paper])


def room_on(sheet: LabelSheet, index: int) -> Box:
    """Where words may stand on a label of the sheet: inside its margins and where printers reach. Equal for all labels of a sheet."""
    paper_width, paper_height = SHEET_PAPERS[sheet.paper]
    last_left, last_top = sheet.place(sheet.labels - 1)
    side = _SIDE_MARGIN if sheet.width >= _NARROW else _NARROW_MARGIN
    left_margin = max(side, SAFE_MARGIN - sheet.left)
    right_margin = max(side, SAFE_MARGIN - (paper_width - last_left - sheet.width))
    upper = _TOP_MARGIN if sheet.height >= _LOW else _LOW_MARGIN
    top_margin = max(upper, SAFE_MARGIN - sheet.top)
    bottom_margin = max(upper, SAFE_MARGIN - (paper_height - last_top - sheet.height))
    left, top = sheet.place(index)
    width, height = sheet.width - left_margin - right_margin, sheet.height - top_margin - bottom_margin
    return Box(left + left_margin, top + top_margin, width, height)


def _sheet_of(job: Card) -> LabelSheet:
    sheet = label_sheet(job.options.sheet)
    check_start(sheet.labels, job.options.start_at, job.options.copies)
    return sheet
