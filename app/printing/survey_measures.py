"""The measures of survey sheets in millimetres from the upper left corner, type in points.

A reader relies on them: boxes with white around for circles and the tails of ticks, squares and codes with white around.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.survey_sheets import SheetPaper, TypeSize
from app.printing.geometry import PAPERS, Box, Paper

BOX = 4.5
BOX_LINE = 0.25
CLEAR = 2.4
"""White around a box: nothing else is printed within."""
PITCH_DOWN = 9.0
PITCH_ACROSS = 12.0
SQUARE = 5.0
SQUARE_CENTRE = 12.0
SQUARE_CLEAR = 2.5
CODE = 16.0
CODE_MODULES = 25
CODE_QUIET = 4 * CODE / CODE_MODULES
CODE_TYPE = 8.0
FRAME_LINE = 0.3
LINE_OF_WRITING = 8.0
HEAD_TOP = 17.6
"""Where the shop's name begins; the addressee stands above."""
_CODE_TOP = 12.0
_CODE_WORDS = 27.0
"""Width of the longest code in letters."""
_FOOT = 3.0


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes in points; `leading`: from line to line, as a multiple."""

    title: float
    question: float
    option: float
    small: float
    leading: float = 1.45


TYPES: Mapping[TypeSize, Type] = {
    TypeSize.NORMAL: Type(title=18, question=10.5, option=10, small=9),
    TypeSize.LARGE: Type(title=20, question=13, option=12, small=10.5),
}
SMALLEST_TITLE = 12.0
FOOT_TYPE = 9.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one paper. `margin`: left and right; `indent`: of what stands below the text of a question; `gap`: between questions."""

    paper: Paper
    type: Type
    margin: float
    indent: float
    gap: float

    @property
    def right(self) -> float:
        return self.paper.width - self.margin

    @property
    def width(self) -> float:
        return self.paper.width - 2 * self.margin

    @property
    def body_left(self) -> float:
        return self.margin + self.indent

    @property
    def body_width(self) -> float:
        return self.width - self.indent

    @property
    def head_width(self) -> float:
        """Beside the code at the upper right."""
        return self.width - _CODE_WORDS - 4.0

    @property
    def below_code(self) -> float:
        """Where text may take the whole width."""
        return _CODE_TOP + CODE + CODE_QUIET + 4.2

    @property
    def bottom(self) -> float:
        """Where the questions end."""
        return self.codes[1].top - CODE_QUIET - _FOOT

    @property
    def squares(self) -> tuple[Box, Box, Box, Box]:
        near = SQUARE_CENTRE - SQUARE / 2
        right, bottom = self.paper.width - near - SQUARE, self.paper.height - near - SQUARE
        places = ((near, near), (right, near), (near, bottom), (right, bottom))
        one, two, three, four = (Box(left, top, SQUARE, SQUARE) for left, top in places)
        return one, two, three, four

    @property
    def codes(self) -> tuple[Box, Box]:
        top = Box(self.right - CODE, _CODE_TOP, CODE, CODE)
        return top, Box(self.margin, self.paper.height - _CODE_TOP - CODE, CODE, CODE)


_MARGINS: Mapping[SheetPaper, tuple[float, float]] = {SheetPaper.A4: (20.0, 7.0), SheetPaper.A5: (18.0, 6.8)}
GAPS = (9.0, 7.0, 5.6, 4.4)
"""Between questions: the widest with which the sheet takes the fewest pages."""


def measures(paper: SheetPaper, size: TypeSize, gap: float = GAPS[0]) -> Measures:
    margin, indent = _MARGINS[paper]
    chosen = TYPES[size]
    if paper is SheetPaper.A5:
        chosen = Type(chosen.title - 3, chosen.question, chosen.option, chosen.small, 1.4)
    return Measures(PAPERS[paper.value], chosen, margin, indent + (1.5 if size is TypeSize.LARGE else 0.0), gap)
