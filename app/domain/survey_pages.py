"""What a reader made of a scanned page: which box was ticked, where it hesitates and why, and what becomes of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.stored import as_mapping, is_member, is_number

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Upper left, upper right, lower left, lower right, as the sheet is read; each (x, y) as a share (0 to 1) of the picture."""


class PageState(StrEnum):
    """READ: no doubts, in the figures. WAITING: has doubts to settle. UNLOCATED: no sheet was found in the picture. FOREIGN: a page of
    another print, or of another shop. DOUBLE: of a sheet that was read before. REFUSED: its two codes do not agree, or two sheets in one
    picture. BROKEN: the picture could not be opened. SETTLED: its doubts were settled by hand. THROWN_OUT: with a reason."""

    READ = "read"
    WAITING = "waiting"
    UNLOCATED = "unlocated"
    FOREIGN = "foreign"
    DOUBLE = "double"
    REFUSED = "refused"
    BROKEN = "broken"
    SETTLED = "settled"
    THROWN_OUT = "thrown_out"


class Doubt(StrEnum):
    """Why a box or a question is shown to a person. NONE: it is not."""

    NONE = ""
    FAINT = "faint"
    TWO_MARKS = "two_marks"
    STRUCK = "struck"
    TRACE = "trace"
    STRAY = "stray"
    POOR_PAGE = "poor_page"
    NOT_SEEN = "not_seen"


DOUBT_WORDS: Mapping[Doubt, str] = {
    Doubt.FAINT: QT_TRANSLATE_NOOP("SurveyPages", "The mark is faint."),
    Doubt.TWO_MARKS: QT_TRANSLATE_NOOP("SurveyPages", "There are two marks where one is asked for."),
    Doubt.STRUCK: QT_TRANSLATE_NOOP("SurveyPages", "A mark was corrected with a double line."),
    Doubt.TRACE: QT_TRANSLATE_NOOP("SurveyPages", "Nothing is ticked, but there is a trace."),
    Doubt.STRAY: QT_TRANSLATE_NOOP("SurveyPages", "There is a mark beside the box."),
    Doubt.POOR_PAGE: QT_TRANSLATE_NOOP("SurveyPages", "The picture of the page is poor."),
    Doubt.NOT_SEEN: QT_TRANSLATE_NOOP("SurveyPages", "This part of the page is not in the picture."),
}


class ScanError(DomainError):
    """`name`: of the file. Everything else that was read stays."""


class PictureUnreadable(ScanError):
    sentence = QT_TRANSLATE_NOOP("Errors", "{name} cannot be opened as a picture or a PDF. The other files were read.")


class PictureTooLarge(ScanError):
    """`most`: millions of dots."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} has more than {most} million dots. It was left out. Please scan it at 200 to 300 dpi.")


class FileTooLarge(ScanError):
    """`most`: millions of bytes."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} is larger than {most} MB. It was left out. Please scan the pile in smaller parts.")


class TooManyPages(ScanError):
    """`most`: pages of one file."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} has more than {most} pages. It was left out. Please scan the pile in smaller parts.")


class ReadingTooLong(ScanError):
    """`seconds`: that were given to one page."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} took longer than {seconds} seconds to read. It was left out.")


class ReadingFailed(ScanError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "{name} could not be read: the part of the program that reads pictures stopped. The rest goes on."
    )


@dataclass(frozen=True, slots=True)
class BoxReading:
    """`ink` as a share of the empty box; `doubt` NONE: sure."""

    question: str
    option: str
    is_ticked: bool
    ink: float
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True, slots=True)
class ReadPage:
    """`page` of the sheet, from 0; `code` seven signs, empty when none was read. `corners`: of the sheet within the picture. `quality`: how
    well the page agrees with the empty one, 0 to 1. `doubts`: by question, what a person has to look at. `written`: ids (as
    SheetLayout.frames has them) of the frames with handwriting in them."""

    layout: int
    page: int
    code: str
    boxes: tuple[BoxReading, ...] = ()
    quality: float = 0.0
    corners: Corners | None = None
    doubts: Mapping[str, Doubt] = field(default_factory=dict)
    written: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "layout": self.layout,
            "page": self.page,
            "code": self.code,
            "boxes": [[one.question, one.option, one.is_ticked, round(one.ink, 4), one.doubt.value] for one in self.boxes],
            "quality": round(self.quality, 4),
            "corners": None if self.corners is None else [list(corner) for corner in self.corners],
            "doubts": {name: doubt.value for name, doubt in self.doubts.items()},
            "written": list(self.written),
        }

    @classmethod
    def from_json(cls, stored: object) -> ReadPage:
        """What was stored, as far as it is understood."""
        given = as_mapping(stored)
        boxes = tuple(_box(one) for one in given.get("boxes", ()))
        doubts = {name: Doubt(one) for name, one in as_mapping(given.get("doubts")).items() if is_member(Doubt, one)}
        quality = given.get("quality")
        return cls(
            int(given.get("layout", 0)),
            int(given.get("page", 0)),
            str(given.get("code", "")),
            boxes,
            float(quality) if is_number(quality) else 0.0,
            _corners(given.get("corners")),
            doubts,
            tuple(str(one) for one in given.get("written", ())),
        )

    def ticked(self, question: str) -> tuple[str, ...]:
        return tuple(one.option for one in self.boxes if one.question == question and one.is_ticked)


def _box(stored: Any) -> BoxReading:
    question, option, is_ticked, ink, doubt = stored
    return BoxReading(question, option, bool(is_ticked), float(ink), Doubt(doubt) if is_member(Doubt, doubt) else Doubt.POOR_PAGE)


def _corners(stored: Any) -> Corners | None:
    if not isinstance(stored, list) or len(stored) != 4:
        return None
    one, two, three, four = ((float(x), float(y)) for x, y in stored)
    return one, two, three, four


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What became of the pages of one go, by state."""

    batch_id: int
    name: str
    at: datetime
    pages: Mapping[PageState, int]

    @property
    def total(self) -> int:
        return sum(self.pages.values())


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page in the review queue. `customer_name` empty: an open sheet. `day`: on which it was read."""

    page_id: int
    state: PageState
    survey_id: int | None
    survey_title: str
    version: int
    sheet_id: int | None
    code: str
    customer_id: int | None
    customer_name: str
    day: date
    file_name: str
    page_in_file: int
    is_company: bool = False
