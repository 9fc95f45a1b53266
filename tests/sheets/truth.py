"""What was really done to a sheet, for judging what a reader makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class MarkKind(StrEnum):
    """What lies on a box. NONE: nothing; TAIL: the end of a neighbour's tick; TOUCH: where the pen rested; STRUCK: crossed out again."""

    NONE = "none"
    TICK = "tick"
    CROSS = "cross"
    SLASH = "slash"
    CIRCLE = "circle"
    WIDE_CIRCLE = "circle with label"
    FILL = "fill"
    DOT = "dot"
    TAIL = "tail"
    TOUCH = "touch"
    STRAY = "stray"
    STRUCK = "struck"


ANSWERS = (MarkKind.TICK, MarkKind.CROSS, MarkKind.SLASH, MarkKind.CIRCLE, MarkKind.WIDE_CIRCLE, MarkKind.FILL, MarkKind.DOT)


@dataclass(slots=True)
class BoxTruth:
    """`must_doubt`: a person has to look at it, whatever the reader takes it for."""

    question: str
    option: str
    is_ticked: bool = False
    kind: MarkKind = MarkKind.NONE
    is_faint: bool = False
    must_doubt: bool = False


@dataclass(slots=True)
class SheetTruth:
    """Of one page of a sheet; `written`: those of its `frames` with handwriting in them."""

    layout: int
    page: int
    code: str
    boxes: list[BoxTruth] = field(default_factory=list)
    frames: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    pen: str = ""

    def box(self, question: str, option: str) -> BoxTruth:
        return next(one for one in self.boxes if (one.question, one.option) == (question, option))
