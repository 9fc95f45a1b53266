"""What one member of the staff hands over to another, on sheets of A4: customer by customer, with boxes to tick.

The same sheet gives the same bytes; no customer is torn over two pages unless he fills one alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from app.printing.fonts import Family, Glyph
from app.printing.geometry import MM, PAPERS, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.pdf import PdfFile
from app.printing.survey_marks import glyphs_of, shortened, width_of, wrap
from app.printing.survey_parts import bold, regular

PAPER = PAPERS["A4"]
LEFT, WIDTH, TOP, FOOT = 16.0, 178.0, 14.0, 282.0
RIGHT, DAY_LEFT, TEXT_LEFT = LEFT + WIDTH, LEFT + 8.0, LEFT + 40.0
TITLE, NAME, BODY, SMALL = 17.0, 11.0, 9.5, 9.0
LINE, BOX = 5.0, 3.6
GREEN: Colour = colour("#0B6B5B")
RED: Colour = colour("#B3261E")
GREY: Colour = colour("#4F5A58")
HAIR: Colour = colour("#D8D3C8")


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """`day`: by when; `text`: what is to be done."""

    day: str
    text: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class HandOverEntry:
    """One customer. `last`: what was said last, or when the last visit was."""

    name: str
    phone: str
    lines: tuple[HandOverLine, ...]
    last: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandOverSheet:
    """Every word as it stands on the paper. `page`: "{page} / {pages}"."""

    language: str
    shop: str
    title: str
    fact: str
    summary: str
    entries: tuple[HandOverEntry, ...]
    empty: str
    page: str


def render_hand_over(sheet: HandOverSheet) -> tuple[bytes, int]:
    """The PDF and how many pages it has."""
    press = _Press(sheet)
    press.draw()
    return press.done(), len(press.pages)


@dataclass(slots=True)
class _Press:
    sheet: HandOverSheet
    out: BytesIO = field(default_factory=BytesIO)
    pages: list[Ink] = field(default_factory=list)
    y: float = TOP
    file: PdfFile = field(init=False)

    def __post_init__(self) -> None:
        self.file = PdfFile(self.out, self.sheet.title, self.sheet.language, notes_places=False)

    def draw(self) -> None:
        self._begin()
        for entry in self.sheet.entries:
            lines = [(line, wrap(line.text, regular(), BODY, RIGHT - TEXT_LEFT)) for line in entry.lines]
            last = [glyphs for said in entry.last for glyphs in wrap(said, regular(), SMALL, RIGHT - DAY_LEFT)[:2]]
            height = 7.6 + sum(len(text) for _line, text in lines) * LINE + len(last) * 4.4 + 3.0
            if self.y + height > FOOT and self.y > TOP + 30:
                self._begin()
            self._entry(entry, lines, last)
        if not self.sheet.entries:
            self._text(self.sheet.empty, LEFT, self.y + 4, BODY, GREY)

    def done(self) -> bytes:
        for number, ink in enumerate(self.pages, 1):
            shown = self.sheet.page.format(page=number, pages=len(self.pages))
            ink.fill_colour(GREY)
            ink.text(glyphs_of(shown, regular()), RIGHT - width_of(shown, regular(), SMALL), FOOT + 6, SMALL)
            self.file.add_page(ink.content(), PAPER.width * MM, PAPER.height * MM)
        self.file.done()
        return self.out.getvalue()

    @property
    def _ink(self) -> Ink:
        return self.pages[-1]

    def _begin(self) -> None:
        self.pages.append(Ink(self.file, PAPER))
        sheet, self.y = self.sheet, TOP
        self._put(shortened(sheet.shop, regular(), BODY, WIDTH), LEFT, self.y + 3.2, BODY, GREY)
        fact = width_of(sheet.fact, regular(), BODY)
        self._put(shortened(sheet.title, bold(), TITLE, WIDTH - fact - 6), LEFT, self.y + 11.2, TITLE, BLACK)
        self._text(sheet.fact, RIGHT - fact, self.y + 11.2, BODY, GREY)
        self._ink.line(LEFT, self.y + 14.4, RIGHT, self.y + 14.4, GREEN, 0.5)
        self.y += 19.0
        if len(self.pages) == 1:
            for glyphs in wrap(sheet.summary, regular(), BODY, WIDTH):
                self._put(glyphs, LEFT, self.y + 2.6, BODY, BLACK)
                self.y += LINE
            self.y += 3.0

    def _entry(
        self, entry: HandOverEntry, lines: Sequence[tuple[HandOverLine, list[tuple[Glyph, ...]]]], last: Sequence[tuple[Glyph, ...]]
    ) -> None:
        phone = width_of(entry.phone, regular(), NAME)
        self._put(shortened(entry.name, bold(), NAME, WIDTH - phone - 6), LEFT, self.y + 4.4, NAME, BLACK)
        self._text(entry.phone, RIGHT - phone, self.y + 4.4, NAME, BLACK)
        self.y += 7.6
        for line, text in lines:
            if self.y + LINE * len(text) > FOOT:
                self._begin()
            self._ink.round_box(Box(LEFT + 1.4, self.y + 0.3, BOX, BOX), 0.5, stroke=BLACK, width_mm=0.3)
            self._text(line.day, DAY_LEFT, self.y + 3.4, BODY, RED if line.is_late else BLACK, bold())
            for glyphs in text:
                self._put(glyphs, TEXT_LEFT, self.y + 3.4, BODY, BLACK)
                self.y += LINE
        for glyphs in last:
            self._put(glyphs, DAY_LEFT, self.y + 3.2, SMALL, GREY)
            self.y += 4.4
        self.y += 1.2
        self._ink.line(LEFT, self.y, RIGHT, self.y, HAIR, 0.2)
        self.y += 1.8

    def _text(self, text: str, x: float, baseline: float, size: float, chosen: Colour, family: Family | None = None) -> None:
        self._put(glyphs_of(text, family or regular()), x, baseline, size, chosen)

    def _put(self, glyphs: Sequence[Glyph], x: float, baseline: float, size: float, chosen: Colour) -> None:
        if glyphs:
            self._ink.fill_colour(chosen)
            self._ink.text(glyphs, x, baseline, size)
