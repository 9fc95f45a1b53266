"""The day on one sheet of A4: whom to look after, with a box to tick and a line to write on.

The same sheet gives the same bytes. What does not fit is said on it by name; no word is smaller than 9 points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from app.printing.fonts import Family, Glyph
from app.printing.geometry import MM, PAPERS, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.pdf import PdfFile
from app.printing.survey_marks import glyphs_of, shortened, width_of, wrap
from app.printing.survey_parts import bold, regular

SMALLEST = 9.0
PAPER = PAPERS["A4"]
LEFT, WIDTH, TOP, FOOT = 15.0, 180.0, 13.0, 284.0
RIGHT = LEFT + WIDTH
BOX, NAME_LEFT, NOTE_LEFT = 4.6, LEFT + 8.0, LEFT + 123.0
TEXT_WIDTH, NOTE_WIDTH = NOTE_LEFT - NAME_LEFT - 5.0, RIGHT - NOTE_LEFT
TITLE, NAME, BODY = 17.0, 11.0, 9.5
HEAD, HEADING, LINE, SAID = 20.0, 7.4, 4.5, 4.6
ROOMY, TIGHT = 15.6, 11.1
_MOST_SAID = 3
GREEN: Colour = colour("#0B6B5B")
RED: Colour = colour("#B3261E")
GREY: Colour = colour("#4F5A58")
HAIR: Colour = colour("#D8D3C8")
DOTS: Colour = colour("#A8A297")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One follow-up: who, what and why; `last`: the last talk. `side` stands at the right of the name (late, or by whom)."""

    name: str
    what: str
    why: str
    last: str
    phone: str
    side: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class SheetSection:
    title: str
    lines: tuple[SheetLine, ...]
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class TodaySheet:
    """Every word as it stands on the paper. `notes`: the heading over what is written by hand. `more`: what else is due; `left_out`:
    "{count} … {names}" for what the page has no room for; `joined` goes between two reasons, `comma` between names."""

    language: str
    shop: str
    title: str
    fact: str
    notes: str
    sections: tuple[SheetSection, ...]
    empty: str
    more: str
    left_out: str
    joined: str
    comma: str


@dataclass(frozen=True, slots=True)
class PrintedToday:
    """`shown` of the follow-ups are on the page, `left_out` are named at its foot or counted there."""

    document: bytes
    shown: int
    left_out: int


def render_today(sheet: TodaySheet) -> PrintedToday:
    """One page, whatever there is to do."""
    out = BytesIO()
    file = PdfFile(out, sheet.title, sheet.language, notes_places=False)
    press = _Press(sheet, Ink(file, PAPER))
    shown = press.draw()
    file.add_page(press.ink.content(), PAPER.width * MM, PAPER.height * MM)
    file.done()
    return PrintedToday(out.getvalue(), shown, sum(len(section.lines) for section in sheet.sections) - shown)


class _Press:
    def __init__(self, sheet: TodaySheet, ink: Ink) -> None:
        self.ink = ink
        self._sheet = sheet
        self._y = TOP

    def draw(self) -> int:
        """How many follow-ups found their place."""
        self._head()
        sections, pitch = self._fitting()
        for section in sections:
            self._heading(section)
            for line in section.lines:
                self._line(line, pitch)
        shown = sum(len(section.lines) for section in sections)
        if not shown:
            self._text(self._sheet.empty, LEFT, self._y + 5, 11.0, GREY)
        self._foot([line.name for section in self._sheet.sections for line in section.lines][shown:])
        return shown

    def _fitting(self) -> tuple[Sequence[SheetSection], float]:
        """As roomy as they fit; else the first ones, and room for saying who is left out."""
        sections = [section for section in self._sheet.sections if section.lines]
        for pitch in (ROOMY, TIGHT):
            if _height(sections, pitch) <= self._room(said=1 if self._sheet.more else 0):
                return sections, pitch
        room = self._room(said=_MOST_SAID + 1)
        kept: list[SheetSection] = []
        for section in sections:
            count = min(len(section.lines), int((room - HEADING) / TIGHT))
            if count > 0:
                kept.append(SheetSection(section.title, section.lines[:count], section.is_late))
            if count < len(section.lines):
                break
            room -= HEADING + count * TIGHT
        return kept, TIGHT

    def _room(self, *, said: int) -> float:
        return FOOT - TOP - HEAD - (3.0 + said * SAID if said else 0.0)

    def _head(self) -> None:
        sheet = self._sheet
        self._cut(sheet.shop, LEFT, self._y + 3.2, BODY, WIDTH, GREY)
        fact = width_of(sheet.fact, regular(), BODY)
        self._cut(sheet.title, LEFT, self._y + 11.2, TITLE, WIDTH - fact - 6, BLACK, bold())
        self._text(sheet.fact, RIGHT - fact, self._y + 11.2, BODY, GREY)
        self.ink.line(LEFT, self._y + 14.4, RIGHT, self._y + 14.4, GREEN, 0.5)
        self._text(sheet.notes, NOTE_LEFT, self._y + 19.0, SMALLEST, GREY)
        self._y += HEAD - 2.0

    def _heading(self, section: SheetSection) -> None:
        self._text(section.title, LEFT, self._y + 5.0, BODY, RED if section.is_late else GREEN, bold())
        self._y += HEADING

    def _line(self, line: SheetLine, pitch: float) -> None:
        top = self._y
        self.ink.round_box(Box(LEFT + 0.4, top + 0.5, BOX, BOX), 0.6, stroke=BLACK, width_mm=0.35)
        side = glyphs_of(line.side, regular())
        side_width = _width(side, SMALLEST)
        name = shortened(line.name, bold(), NAME, TEXT_WIDTH - side_width - 3)
        self._put(name, NAME_LEFT, top + 4.2, NAME, BLACK)
        self._put(side, NAME_LEFT + TEXT_WIDTH - side_width, top + 4.2, SMALLEST, RED if line.is_late else GREY)
        left = NAME_LEFT + _width(name, NAME) + 3
        self._cut(line.what, left, top + 4.2, BODY, NAME_LEFT + TEXT_WIDTH - side_width - 2 - left, BLACK)
        reasons = [part for part in (line.why, line.last) if part]
        if pitch == TIGHT:
            reasons = [self._sheet.joined.join(reasons)]
        for number, reason in enumerate(reasons, 1):
            self._cut(reason, NAME_LEFT, top + 4.2 + number * LINE, SMALLEST, TEXT_WIDTH, GREY)
        self._cut(line.phone, NOTE_LEFT, top + 4.2, NAME, NOTE_WIDTH, BLACK)
        if pitch == ROOMY:
            self.ink.line(NOTE_LEFT, top + 9.6, RIGHT, top + 9.6, DOTS, 0.25, dash="[0.2 2.2] 0")
        self._y += pitch
        self.ink.line(LEFT, self._y - 1.0, RIGHT, self._y - 1.0, HAIR, 0.2)

    def _foot(self, left_out: Sequence[str]) -> None:
        said = []
        if self._sheet.more:
            said += wrap(self._sheet.more, regular(), SMALLEST, WIDTH)[:1]
        if left_out:
            names = self._sheet.left_out.format(count=len(left_out), names=self._sheet.comma.join(left_out))
            lines = wrap(names, regular(), SMALLEST, WIDTH)
            said += lines[:_MOST_SAID]
            if len(lines) > _MOST_SAID:
                said[-1] = (*said[-1][:-1], *glyphs_of("…", regular()))
        top = FOOT - len(said) * SAID
        for number, glyphs in enumerate(said):
            self._put(glyphs, LEFT, top + number * SAID + 3.6, SMALLEST, GREY)

    def _text(self, text: str, x: float, baseline: float, size: float, chosen: Colour, family: Family | None = None) -> None:
        self._put(glyphs_of(text, family or regular()), x, baseline, size, chosen)

    def _cut(self, text: str, x: float, baseline: float, size: float, width: float, chosen: Colour, family: Family | None = None) -> None:
        if width > 4:
            self._put(shortened(text, family or regular(), size, width), x, baseline, size, chosen)

    def _put(self, glyphs: Sequence[Glyph], x: float, baseline: float, size: float, chosen: Colour) -> None:
        if glyphs:
            self.ink.fill_colour(chosen)
            self.ink.text(glyphs, x, baseline, size)


def _height(sections: Sequence[SheetSection], pitch: float) -> float:
    return sum(HEADING + len(section.lines) * pitch for section in sections)


def _width(glyphs: Sequence[Glyph], size: float) -> float:
    return sum(glyph.width for glyph in glyphs) * size / MM
