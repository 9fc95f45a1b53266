"""Cards of the size of a business card, ten on an A4 sheet of ready-cut stock: for members, and for handing on to friends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.cards import Card, Recipient
from app.domain.label_sheets import check_start
from app.domain.progress import Progress
from app.domain.templates import TemplateNeeded
from app.printing.fields import own_fields_of
from app.printing.geometry import MM, PAPERS, Box
from app.printing.house import PlacedField, calibration_matrix, placed_box
from app.printing.ink import Ink, colour
from app.printing.pdf import PdfFile
from app.printing.template_compose import Composer, Side
from app.printing.template_draw import SideDrawer
from app.printing.template_pages import overflows
from app.printing.template_read import compile_template_page

__all__ = ["CARD", "PER_SHEET", "SHEET", "overflows", "places", "write_pieces"]

SHEET = PAPERS["A4"]
CARD = PAPERS["名刺"]
_ACROSS, _DOWN = 2, 5
PER_SHEET = _ACROSS * _DOWN
# As ready-cut sheets of ten have them: no space between the cards.
_LEFT, _TOP = 14.0, 11.0
_MARK = 4.0
_MARK_APART = 1.0
_MARK_COLOUR = colour("#8A8F8C")


def places() -> tuple[Box, ...]:
    """Where the cards lie on a sheet, row by row."""
    return tuple(
        Box(_LEFT + column * CARD.width, _TOP + row * CARD.height, CARD.width, CARD.height)
        for row in range(_DOWN)
        for column in range(_ACROSS)
    )


def write_pieces(file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]:
    """`copies` cards of each, the first on place `start_at` (from 1) of the first sheet. TemplateNeeded and the template's errors,
    StartOutsideSheet, CopiesOutOfRange."""
    if job.template is None:
        raise TemplateNeeded(field="template")
    check_start(PER_SHEET, job.options.start_at, job.options.copies)
    composer = Composer(compile_template_page(job.template, own_fields_of(recipients), was_printed=job.was_printed), job)
    sheets = _Sheets(file, job, SideDrawer(file, composer))
    for index, recipient in enumerate(recipients):
        progress.advance(index, len(recipients))
        side = composer.sides(recipient)[0]
        for _ in range(job.options.copies):
            sheets.put(side, index + 1, recipient.key)
    sheets.finish()
    return sheets.placed


class _Sheets:
    """Cards laid on sheets one after the other; a sheet is added when it is full."""

    def __init__(self, file: PdfFile, job: Card, drawer: SideDrawer) -> None:
        self.placed: list[PlacedField] = []
        self._file = file
        self._drawer = drawer
        self._options = job.options
        self._places = places()
        self._next = job.options.start_at - 1
        self._ink: Ink | None = None

    def put(self, side: Side, piece: int, customer: str) -> None:
        place = self._places[self._next]
        ink = self._sheet()
        own = Ink(self._file, CARD)
        # Whatever a template says, nobody's name or code gets onto the card of another.
        own.clip(CARD.page)
        self._drawer.draw_side(side, own)
        ink.save()
        ink.raw(f"1 0 0 1 {place.left * MM:.3f} {(SHEET.height - place.bottom) * MM:.3f} cm")
        ink.raw(own.content().decode("ascii"))
        ink.restore()
        if self._file.notes_places:
            self.placed += self._fields(side, place, piece, customer)
        self._next += 1
        if self._next == PER_SHEET:
            self.finish()

    def finish(self) -> None:
        """Add the sheet, if there is one begun."""
        if self._ink is not None:
            self._file.add_page(self._ink.content(), SHEET.width * MM, SHEET.height * MM)
        self._ink = None
        self._next %= PER_SHEET

    def _sheet(self) -> Ink:
        if self._ink is None:
            self._ink = Ink(self._file, SHEET)
            moved = calibration_matrix(self._options.calibration, SHEET.width * MM, SHEET.height * MM)
            if moved:
                self._ink.raw(moved)
            if self._options.blank_stock:
                for x0, y0, x1, y1 in _cut_marks():
                    self._ink.line(x0, y0, x1, y1, _MARK_COLOUR, 0.15)
        return self._ink

    def _fields(self, side: Side, place: Box, piece: int, customer: str) -> list[PlacedField]:
        return [
            placed_box(
                Box(place.left + box.left, place.top + box.top, box.width, box.height),
                name,
                piece=piece,
                customer=customer,
                page=self._file.pages,
                paper=SHEET,
                calibration=self._options.calibration,
            )
            for name, box in side.boxes.items()
        ]


def _cut_marks() -> Iterator[tuple[float, float, float, float]]:
    """In the margins, where a ruler is laid: for stock that is not cut yet."""
    right, bottom = _LEFT + _ACROSS * CARD.width, _TOP + _DOWN * CARD.height
    for column in range(_ACROSS + 1):
        x = _LEFT + column * CARD.width
        yield x, _TOP - _MARK_APART - _MARK, x, _TOP - _MARK_APART
        yield x, bottom + _MARK_APART, x, bottom + _MARK_APART + _MARK
    for row in range(_DOWN + 1):
        y = _TOP + row * CARD.height
        yield _LEFT - _MARK_APART - _MARK, y, _LEFT - _MARK_APART, y
        yield right + _MARK_APART, y, right + _MARK_APART + _MARK, y
