"""What is printed with a survey besides its questions: who asks, whose sheet it is, and what there is to say of a laid-out sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.marking import QT_TRANSLATE_NOOP

MOST_RECOMMENDED = 6
"""Questions; with more, fewer sheets come back."""


@dataclass(frozen=True, slots=True)
class SheetShop:
    """Who asks, as it stands on each page."""

    name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """`code`: seven signs as domain.codes makes them. `addressee`: whose sheet it is; empty for one that anybody may fill in. `honorific`:
    behind the name, on Japanese sheets."""

    code: str
    addressee: str = ""
    honorific: str = "様"


class RemarkKind(StrEnum):
    ONE_PAGE = "one_page"
    PAGES = "pages"
    PAGES_ODD = "pages_odd"
    PAGES_BESIDE = "pages_beside"
    READABLE = "readable"
    HANDWRITING_ONLY = "handwriting_only"
    MINUTES = "minutes"
    MANY_QUESTIONS = "many_questions"
    LARGER = "larger"
    LARGER_PAGES = "larger_pages"
    LACKING = "lacking"


TITLES: Mapping[RemarkKind, str] = {
    RemarkKind.ONE_PAGE: QT_TRANSLATE_NOOP("SheetRemarks", "It fits on one page"),
    RemarkKind.PAGES: QT_TRANSLATE_NOOP("SheetRemarks", "It takes {pages} pages"),
    RemarkKind.PAGES_ODD: QT_TRANSLATE_NOOP("SheetRemarks", "It takes {pages} pages"),
    RemarkKind.PAGES_BESIDE: QT_TRANSLATE_NOOP("SheetRemarks", "It takes {pages} pages"),
    RemarkKind.READABLE: QT_TRANSLATE_NOOP("SheetRemarks", "The machine can read it"),
    RemarkKind.HANDWRITING_ONLY: QT_TRANSLATE_NOOP("SheetRemarks", "There is nothing to tick"),
    RemarkKind.MINUTES: QT_TRANSLATE_NOOP("SheetRemarks", "It takes about {minutes} min to fill in"),
    RemarkKind.MANY_QUESTIONS: QT_TRANSLATE_NOOP("SheetRemarks", "It takes about {minutes} min to fill in"),
    RemarkKind.LARGER: QT_TRANSLATE_NOOP("SheetRemarks", "The letters can be larger"),
    RemarkKind.LARGER_PAGES: QT_TRANSLATE_NOOP("SheetRemarks", "The letters can be larger"),
    RemarkKind.LACKING: QT_TRANSLATE_NOOP("SheetRemarks", "Some letters cannot be printed"),
}
DETAILS: Mapping[RemarkKind, str] = {
    RemarkKind.ONE_PAGE: QT_TRANSLATE_NOOP("SheetRemarks", "{room} mm are left at the bottom."),
    RemarkKind.PAGES: QT_TRANSLATE_NOOP("SheetRemarks", "Please print both sides, or take something away. Letters never get smaller."),
    RemarkKind.PAGES_ODD: QT_TRANSLATE_NOOP(
        "SheetRemarks", "Please print one side only, or take something away: else the next sheet begins on the back of the last page."
    ),
    RemarkKind.PAGES_BESIDE: QT_TRANSLATE_NOOP(
        "SheetRemarks", "The pages of one sheet stand side by side on A4. Please cut them apart before they are read."
    ),
    RemarkKind.READABLE: QT_TRANSLATE_NOOP("SheetRemarks", "The boxes are large enough and far enough apart."),
    RemarkKind.HANDWRITING_ONLY: QT_TRANSLATE_NOOP("SheetRemarks", "What is written by hand is kept as a picture, and you type it in."),
    RemarkKind.MINUTES: QT_TRANSLATE_NOOP("SheetRemarks", "Questions: {questions}. Up to {most} are best."),
    RemarkKind.MANY_QUESTIONS: QT_TRANSLATE_NOOP("SheetRemarks", "Questions: {questions}. With up to {most}, more sheets come back."),
    RemarkKind.LARGER: QT_TRANSLATE_NOOP("SheetRemarks", "For when many of your customers are elderly."),
    RemarkKind.LARGER_PAGES: QT_TRANSLATE_NOOP("SheetRemarks", "For when many of your customers are elderly. It takes {pages} pages then."),
    RemarkKind.LACKING: QT_TRANSLATE_NOOP("SheetRemarks", "No font of the program has these: {letters}"),
}


@dataclass(frozen=True, slots=True)
class SheetRemark:
    """`is_good`: nothing needs to be done. `title` and `detail` are marked in the context SheetRemarks, to be filled in with `values`."""

    kind: RemarkKind
    is_good: bool
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return TITLES[self.kind]

    @property
    def detail(self) -> str:
        return DETAILS[self.kind]
