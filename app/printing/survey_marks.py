"""What a survey sheet is drawn of: lines of text, boxes to tick, frames to write in, faces.

Millimetres; y down from where a part begins.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from app.printing.fonts import Family, Glyph, clusters
from app.printing.geometry import MM, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.linebreak import break_lines
from app.printing.survey_measures import BOX, BOX_LINE, FRAME_LINE

GREY: Colour = colour("#5C6064")
PALE: Colour = colour("#B9BDB8")
HINT: Colour = colour("#6E7276")
NUMBER: Colour = colour("#0B5D4E")
EXAMPLE_FILL: Colour = colour("#FBF8F2")
EXAMPLE_LINE: Colour = colour("#D9D2C4")
PEN: Colour = colour("#26388F")
_SOLID: Colour = (0.0, 0.0, 0.0)
ASCENT = 0.88
DESCENT = 0.2


class Mark(Protocol):
    """Something drawn. `bounds`: all of it, before it is moved."""

    @property
    def bounds(self) -> Box: ...

    def draw(self, ink: Ink, down: float) -> None:
        """`down`: how far below its own place."""


@dataclass(frozen=True, slots=True)
class TextMark:
    glyphs: tuple[Glyph, ...]
    x: float
    baseline: float
    size: float
    ink_colour: Colour = BLACK

    @property
    def width(self) -> float:
        return sum(glyph.width for glyph in self.glyphs) * self.size / MM

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def bounds(self) -> Box:
        em = self.size / MM
        below = 0.0 if self.text.isdigit() else DESCENT
        return Box(self.x, self.baseline - ASCENT * em, self.width, (ASCENT + below) * em)

    def draw(self, ink: Ink, down: float) -> None:
        ink.fill_colour(self.ink_colour)
        ink.text(self.glyphs, self.x, self.baseline + down, self.size)


@dataclass(frozen=True, slots=True)
class TickMark:
    """An empty box; `box` is the outside of its line."""

    box: Box

    @property
    def bounds(self) -> Box:
        return self.box

    def draw(self, ink: Ink, down: float) -> None:
        half = BOX_LINE / 2
        ink.frame_box(Box(self.box.left + half, self.box.top + half + down, BOX - BOX_LINE, BOX - BOX_LINE), BLACK, BOX_LINE)


@dataclass(frozen=True, slots=True)
class FrameMark:
    """A frame to write in; `box` is the outside of its line. `parts`: where thin lines part it, from its left."""

    box: Box
    parts: tuple[float, ...] = ()

    @property
    def bounds(self) -> Box:
        return self.box

    def draw(self, ink: Ink, down: float) -> None:
        half = FRAME_LINE / 2
        box = self.box
        for part in self.parts:
            ink.line(box.left + part, box.top + down + 0.6, box.left + part, box.bottom + down - 0.6, PALE, 0.2)
        ink.frame_box(Box(box.left + half, box.top + half + down, box.width - FRAME_LINE, box.height - FRAME_LINE), BLACK, FRAME_LINE)


@dataclass(frozen=True, slots=True)
class FaceMark:
    """`mood` from -1 (not at all content) to 1."""

    box: Box
    mood: float

    @property
    def bounds(self) -> Box:
        return self.box

    def draw(self, ink: Ink, down: float) -> None:
        radius = self.box.width / 2
        x, y = self.box.middle, self.box.top + radius + down
        ink.round_box(Box(self.box.left + 0.2, self.box.top + 0.2 + down, 2 * radius - 0.4, 2 * radius - 0.4), radius - 0.2, stroke=BLACK)
        for side in (-1, 1):
            eye = radius * 0.12
            centre = Box(x + side * radius * 0.34 - eye, y - radius * 0.24 - eye * 1.3, 2 * eye, 2.6 * eye)
            ink.round_box(centre, eye, fill=BLACK)
        self._mouth(ink, x, y + radius * 0.36, radius)

    def _mouth(self, ink: Ink, x: float, y: float, radius: float) -> None:
        half, bend = radius * 0.46, radius * 0.42 * self.mood
        points = [(x + half * turn, y + bend * (math.cos(turn * math.pi / 2) - 0.5)) for turn in (-1, -0.66, -0.33, 0, 0.33, 0.66, 1)]
        for (x0, y0), (x1, y1) in pairwise(points):
            ink.line(x0, y0, x1, y1, BLACK, 0.35)


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A line below a heading."""

    box: Box
    ink_colour: Colour

    @property
    def bounds(self) -> Box:
        return self.box

    def draw(self, ink: Ink, down: float) -> None:
        ink.fill_box(Box(self.box.left, self.box.top + down, self.box.width, self.box.height), self.ink_colour)


@dataclass(frozen=True, slots=True)
class PanelMark:
    """A pale field with round corners, behind the example."""

    box: Box

    @property
    def bounds(self) -> Box:
        return self.box

    def draw(self, ink: Ink, down: float) -> None:
        moved = Box(self.box.left, self.box.top + down, self.box.width, self.box.height)
        ink.round_box(moved, 1.4, fill=EXAMPLE_FILL, stroke=EXAMPLE_LINE, width_mm=0.25)


@dataclass(frozen=True, slots=True)
class PenMark:
    """A box with a tick, as an example; `is_struck`: taken back with a double line."""

    box: Box
    is_struck: bool = False

    @property
    def bounds(self) -> Box:
        return Box(self.box.left - 1.6, self.box.top - 1.2, self.box.width + 3.4, self.box.height + 1.8)

    def draw(self, ink: Ink, down: float) -> None:
        TickMark(self.box).draw(ink, down)
        left, top = self.box.left, self.box.top + down
        ink.line(left + 0.7, top + 2.2, left + 1.9, top + 3.7, PEN, 0.5)
        ink.line(left + 1.9, top + 3.7, left + 4.7, top - 0.8, PEN, 0.5)
        if self.is_struck:
            for y in (1.5, 2.9):
                ink.line(left - 1.4, top + y + 0.5, left + BOX + 1.5, top + y - 0.5, PEN, 0.4)


@dataclass(frozen=True, slots=True)
class SolidMark:
    """One of the four squares in the corners."""

    box: Box

    @property
    def bounds(self) -> Box:
        return self.box

    def draw(self, ink: Ink, down: float) -> None:
        ink.fill_box(Box(self.box.left, self.box.top + down, self.box.width, self.box.height), _SOLID)


def glyphs_of(text: str, family: Family) -> tuple[Glyph, ...]:
    return tuple(family.glyphs(text))


def width_of(text: str, family: Family, size: float) -> float:
    """In mm, of one line."""
    return family.width(text) * size / MM


def wrap(text: str, family: Family, size: float, width: float) -> list[tuple[Glyph, ...]]:
    """The lines of a text within `width` mm; a 、 or 。 may hang beyond it. An empty line where the text has one."""
    lines: list[tuple[Glyph, ...]] = []
    for paragraph in text.splitlines():
        glyphs = [glyph for sign in clusters(paragraph) if (glyph := family.horizontal(sign)) is not None]
        if not glyphs:
            lines.append(())
            continue
        signs = [glyph.text for glyph in glyphs]
        broken = break_lines(signs, [glyph.width for glyph in glyphs], width * MM / size, justify=False)
        lines += [tuple(glyphs[line.start : line.end]) for line in broken]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def shortened(text: str, family: Family, size: float, width: float, end: str = "…") -> tuple[Glyph, ...]:
    """As much of a text as one line holds; what is left out shows as `end`."""
    glyphs = glyphs_of(" ".join(text.split()), family)
    room = width * MM / size
    if sum(glyph.width for glyph in glyphs) <= room:
        return glyphs
    tail = glyphs_of(end, family)
    room -= sum(glyph.width for glyph in tail)
    kept: list[Glyph] = []
    for glyph in glyphs:
        room -= glyph.width
        if room < 0:
            break
        kept.append(glyph)
    return (*kept, *tail)
