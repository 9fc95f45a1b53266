"""What stands where on one side of a paper, before it is drawn. Millimetres from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.printing.fonts import Family, Glyph
from app.printing.geometry import MM, Box
from app.printing.ink import BLACK, Colour, Ink
from app.printing.vertical import Cell, draw_cells, height_of, source_of

ASCENT = 0.86
"""From the top of a line's box down to its baseline, in em."""


class Part(StrEnum):
    POSTAL_DIGIT = "postal_digit"
    ADDRESS = "address"
    BUILDING = "building"
    COMPANY = "company"
    DEPARTMENT = "department"
    ROLE = "role"
    NAME = "name"
    JOINT_NAME = "joint_name"
    SENDER = "sender"
    SENDER_DIGIT = "sender_digit"
    HEADLINE = "headline"
    SALUTATION = "salutation"
    BODY = "body"
    OFFER = "offer"
    OFFER_NOTE = "offer_note"
    SIGNATURE = "signature"
    CODE = "code"
    NOTE = "note"
    FOLIO = "folio"


@dataclass(frozen=True, slots=True)
class Column:
    """A vertical line."""

    part: Part
    cells: tuple[Cell, ...]
    size: float
    middle: float
    top: float
    spread: float = 0.0
    says: str = ""

    @property
    def box(self) -> Box:
        em = self.size / MM
        return Box(self.middle - em / 2, self.top, em, height_of(self.cells, self.spread) * em)

    @property
    def text(self) -> str:
        return self.says or source_of(self.cells)

    def draw(self, ink: Ink, chosen: Colour) -> None:
        ink.fill_colour(chosen)
        draw_cells(ink, self.cells, self.middle, self.top, self.size, spread=self.spread, says=self.says)


@dataclass(frozen=True, slots=True)
class Row:
    """A horizontal line; `gaps` are extra em after each glyph. `ems`: how wide it is, where that was summed up before."""

    part: Part
    glyphs: tuple[Glyph, ...]
    size: float
    left: float
    baseline: float
    gaps: tuple[float, ...] = ()
    ems: float | None = field(default=None, compare=False)

    @property
    def width(self) -> float:
        if self.ems is not None:
            return self.ems * self.size / MM
        return (sum([glyph.width for glyph in self.glyphs]) + sum(self.gaps)) * self.size / MM

    @property
    def bottom(self) -> float:
        em = self.size / MM
        return self.baseline - ASCENT * em + em

    @property
    def box(self) -> Box:
        em = self.size / MM
        return Box(self.left, self.baseline - ASCENT * em, self.width, em)

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def draw(self, ink: Ink, chosen: Colour) -> None:
        ink.fill_colour(chosen)
        ink.text(self.glyphs, self.left, self.baseline, self.size, gaps=self.gaps)


Placed = Column | Row


@dataclass(frozen=True, slots=True)
class Layout:
    """`overflows`: something did not fit at the smallest size and is not all there."""

    placed: tuple[Placed, ...]
    overflows: bool = False

    def draw(self, ink: Ink, chosen: Colour = BLACK) -> None:
        for one in self.placed:
            one.draw(ink, chosen)

    def of(self, *parts: Part) -> list[Placed]:
        return [one for one in self.placed if one.part in parts]


def row(part: Part, text: str, family: Family, size: float, left: float, baseline: float) -> Row:
    return Row(part, tuple(family.glyphs(text)), size, left, baseline)


def centred_row(part: Part, text: str, family: Family, size: float, middle: float, baseline: float) -> Row:
    glyphs = tuple(family.glyphs(text))
    width = sum(glyph.width for glyph in glyphs) * size / MM
    return Row(part, glyphs, size, middle - width / 2, baseline)


def digits_in_boxes(part: Part, digits: str, boxes: Sequence[Box], family: Family, size: float) -> list[Row]:
    """One digit in the middle of each box."""
    em = size / MM
    rows = []
    for digit, box in zip(digits, boxes, strict=True):
        # Digits are about 0.74 em high: their middle lies that half above the baseline.
        rows.append(centred_row(part, digit, family, size, box.middle, box.top + box.height / 2 + 0.37 * em))
    return rows
