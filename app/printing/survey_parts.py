"""The parts that survey sheets are put together from: strips as high as a line or a row of boxes, which a page never cuts."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.cards import Typeface
from app.printing.fonts import Family, Glyph, bold_family, family
from app.printing.geometry import MM, Box
from app.printing.ink import BLACK, Colour
from app.printing.survey_marks import ASCENT, Mark, TextMark, TickMark, width_of, wrap
from app.printing.survey_measures import BOX, CLEAR, PITCH_DOWN, Measures, Type

LABEL = BOX + CLEAR + 0.2
"""From the left edge of a box to its label."""
_LARGE_OPTION = 12.0
_LARGE_PITCH = 10.5


@dataclass(slots=True)
class Strip:
    """Measured from its own top; `across` is measured from the paper's left edge. `boxes` by option, `frames` by what is added to the
    question's id. `is_glued`: a page does not end after it where that can be helped."""

    height: float
    marks: list[Mark] = field(default_factory=list)
    boxes: list[tuple[Box, str]] = field(default_factory=list)
    frames: list[tuple[Box, str]] = field(default_factory=list)
    is_glued: bool = False

    def tick(self, left: float, top: float, option: str) -> None:
        box = Box(left, top, BOX, BOX)
        self.marks.append(TickMark(box))
        self.boxes.append((box, option))


@dataclass(slots=True)
class Block:
    """What stays together where a page has the room. `question`: its id, empty for other text. `gap`: above it. `leads`: it is of no use
    at the end of a page."""

    strips: list[Strip]
    gap: float
    question: str = ""
    leads: bool = False

    @property
    def height(self) -> float:
        return sum(strip.height for strip in self.strips)


def flat(text: str) -> str:
    """In one line."""
    return " ".join(text.splitlines()).strip()


def regular() -> Family:
    return family(Typeface.GOTHIC)


def bold() -> Family:
    return bold_family()


def line_height(size: float, type_: Type) -> float:
    return size * type_.leading / MM


def baseline_in(height: float, size: float) -> float:
    """Of a line in the middle of a strip."""
    return height / 2 + (ASCENT - 0.5) * size / MM


def row_pitch(m: Measures) -> float:
    return _LARGE_PITCH if m.type.option >= _LARGE_OPTION else PITCH_DOWN


def text_strips(text: str, face: Family, size: float, left: float, width: float, m: Measures, ink_colour: Colour = BLACK) -> list[Strip]:
    """A strip for each line; empty lines included."""
    height = line_height(size, m.type)
    strips = []
    for glyphs in wrap(text, face, size, width):
        strip = Strip(height)
        if glyphs:
            strip.marks.append(TextMark(glyphs, left, baseline_in(height, size), size, ink_colour))
        strips.append(strip)
    return strips


def glue(strips: list[Strip]) -> list[Strip]:
    """The last of them stays with what follows, and no two lines at an end are parted."""
    for strip in strips[:1] + strips[-2:]:
        strip.is_glued = True
    return strips


def line_mark(text: str, left: float, top: float, height: float, size: float, *, ink_colour: Colour = BLACK) -> TextMark:
    return placed_line(tuple(regular().glyphs(text)), left, top, height, size, ink_colour=ink_colour)


def placed_line(glyphs: tuple[Glyph, ...], left: float, top: float, height: float, size: float, *, ink_colour: Colour = BLACK) -> TextMark:
    return TextMark(glyphs, left, top + baseline_in(height, size), size, ink_colour)


def regular_width(text: str, size: float) -> float:
    return width_of(text, regular(), size)
