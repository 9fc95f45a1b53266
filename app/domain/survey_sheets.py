"""The paper of a survey as data: where every box, frame, square and code of one sheet lies.

PDF points from the lower left corner of the page; `page` from 0. The layout is kept with the survey version when it is printed, so a
sheet is read by the layout it was printed with, a year later too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from app.domain.codes import ALPHABET
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.stored import as_mapping, is_member, is_number

CODE_ENDS = ("A", "B")
"""The last sign of the two squares of a page: top right and bottom left."""
_SEPARATOR = ":"
_MARK = "S"
MOST_SHEETS = 5_000


class SheetPaper(StrEnum):
    A4 = "A4"
    A5 = "A5"


class TypeSize(StrEnum):
    """LARGE: for people who read better so."""

    NORMAL = "normal"
    LARGE = "large"


class LayoutUnreadable(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The layout of this survey sheet cannot be read any more. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """How a survey is laid on paper. `per_page` 2: two A5 pages side by side on A4, to be cut: of two sheets, where a sheet has one page,
    else of one sheet, so that no paper carries several pages of two people."""

    paper: SheetPaper = SheetPaper.A4
    per_page: int = 1
    size: TypeSize = TypeSize.NORMAL

    def __post_init__(self) -> None:
        if self.per_page not in (1, 2) or (self.per_page == 2 and self.paper is not SheetPaper.A5):
            raise ValueError(self)

    def place_of(self, sheet: int, page: int, pages: int) -> tuple[int, int]:
        """On which page of the paper a page of a sheet lies, and on which half of it (0 or 1). Of `sheet` and `page` the first is 0; a
        sheet has `pages`."""
        if self.per_page == 1:
            return sheet * pages + page, 0
        if pages == 1:
            return divmod(sheet, self.per_page)
        aside, half = divmod(page, self.per_page)
        return sheet * -(-pages // self.per_page) + aside, half

    def paper_pages(self, sheets: int, pages: int) -> int:
        """How many pages of paper as many sheets take; there is at least one sheet."""
        return self.place_of(sheets - 1, pages - 1, pages)[0] + 1

    def to_json(self) -> dict[str, Any]:
        return {"paper": self.paper.value, "per_page": self.per_page, "size": self.size.value}

    @classmethod
    def from_json(cls, stored: object) -> SheetChoice:
        given = as_mapping(stored)
        paper = SheetPaper(given["paper"]) if is_member(SheetPaper, given.get("paper")) else SheetPaper.A4
        size = TypeSize(given["size"]) if is_member(TypeSize, given.get("size")) else TypeSize.NORMAL
        return cls(paper, 2 if given.get("per_page") == 2 and paper is SheetPaper.A5 else 1, size)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page, in points from the lower left corner."""

    page: int
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class TickBox:
    """`option` is one of Question.choices."""

    area: Area
    question: str
    option: str


@dataclass(frozen=True, slots=True)
class PageMarks:
    """Of one page: the four solid squares (upper left, upper right, lower left, lower right) and the two codes (top right, bottom left)."""

    squares: tuple[Area, Area, Area, Area]
    codes: tuple[Area, Area]


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Of ONE sheet (one of the two of a page that is cut), `width` x `height` in points, `pages` of it. `rows`: by question id what is cut
    out of the picture to show the whole question. `frames`: by question id where words are written by hand (with OTHER of a question under
    "id|other"). `questions`: "single" or "multi" for each question that has boxes."""

    width: float
    height: float
    pages: int
    boxes: tuple[TickBox, ...]
    marks: tuple[PageMarks, ...]
    rows: Mapping[str, Area]
    frames: Mapping[str, Area]
    questions: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        return {
            "width": self.width,
            "height": self.height,
            "pages": self.pages,
            "boxes": [_flat(box.area) | {"question": box.question, "option": box.option} for box in self.boxes],
            "marks": [
                {"squares": [_flat(one) for one in page.squares], "codes": [_flat(one) for one in page.codes]} for page in self.marks
            ],
            "rows": {name: _flat(one) for name, one in self.rows.items()},
            "frames": {name: _flat(one) for name, one in self.frames.items()},
            "questions": dict(self.questions),
        }

    def shown(self) -> dict[str, Any]:
        """As the command line writes it: the boxes and the kinds alone."""
        whole = self.to_json()
        return {"boxes": whole["boxes"], "questions": whole["questions"]}

    @classmethod
    def from_json(cls, stored: object) -> SheetLayout:
        """LayoutUnreadable."""
        given = as_mapping(stored)
        try:
            return cls(
                float(given["width"]),
                float(given["height"]),
                int(given["pages"]),
                tuple(TickBox(_area(one), str(one["question"]), str(one["option"])) for one in given["boxes"]),
                tuple(_marks(page) for page in given["marks"]),
                {str(name): _area(one) for name, one in given["rows"].items()},
                {str(name): _area(one) for name, one in given["frames"].items()},
                {str(name): str(one) for name, one in given["questions"].items()},
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise LayoutUnreadable() from error


def _flat(area: Area) -> dict[str, Any]:
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(area).items()}


def _area(stored: Any) -> Area:
    numbers = [stored[name] for name in ("x", "y", "w", "h")]
    if not all(is_number(one) for one in numbers):
        raise ValueError(stored)
    return Area(int(stored["page"]), *(float(one) for one in numbers))


def _marks(stored: Any) -> PageMarks:
    upper_left, upper_right, lower_left, lower_right = (_area(one) for one in stored["squares"])
    top, bottom = (_area(one) for one in stored["codes"])
    return PageMarks((upper_left, upper_right, lower_left, lower_right), (top, bottom))


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What the squares of a page say: by which layout it was printed (its number in the shop), which page it is (from 0), and the code of
    the sheet (seven signs, as domain.codes makes them)."""

    layout: int
    page: int
    code: str

    def to_text(self, end: str) -> str:
        """The payload of one square; `end` is one of CODE_ENDS. Digits and capitals alone, so that the squares stay coarse: 25 x 25."""
        return _SEPARATOR.join((f"{_MARK}{self.layout}", str(self.page + 1), f"{self.code}{end}"))

    @property
    def shown(self) -> str:
        """The same as signs to type in: 12-1-K7M4-2QX."""
        return f"{self.layout}-{self.page + 1}-{self.code[:4]}-{self.code[4:]}"


def sheet_code(payload: str) -> tuple[SheetCode, str] | None:
    """What a square says and which of the two it is; None for a square of something else."""
    parts = payload.strip().split(_SEPARATOR)
    if len(parts) != 3 or not parts[0].startswith(_MARK):
        return None
    layout, page, code = parts[0][len(_MARK) :], parts[1], parts[2]
    is_whole = layout.isascii() and layout.isdigit() and page.isascii() and page.isdigit() and int(page) >= 1
    if not is_whole or len(code) != 8 or code[-1] not in CODE_ENDS or any(sign not in ALPHABET for sign in code[:-1]):
        return None
    return SheetCode(int(layout), int(page) - 1, code[:-1]), code[-1]
