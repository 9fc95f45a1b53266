"""Sheets of labels as they are sold: how many, how large and where, in millimetres from the upper left corner of the paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PrintError

SHEET_PAPERS: Mapping[str, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height of the papers that sheets come on."""

SMALLEST_LABEL = (30.0, 15.0)
LONGEST_NAME = 30
MOST_COPIES = 99
MOST_PLACES = 999
"""So many labels no sheet has."""
_TOLERANCE = 0.05
_CUSTOM = "custom:"
_BLANKS = re.compile(r"[\s　]+")


class UnknownLabelSheet(PrintError):
    """`name`: what was asked for."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no label sheet called {name}. Nothing was printed. Please choose one of the list.")


class LabelSheetUnreadable(PrintError):
    """`text`: the measures as they were typed."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "These measures of a label sheet cannot be read: {text}. Nothing was printed. Please enter them as numbers in millimetres.",
    )


class LabelsOutsidePaper(PrintError):
    """`paper`: its name."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The labels reach beyond the edge of the paper ({paper}). Nothing was changed. Please check number, size and margins."
    )


class LabelsOverlap(PrintError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The labels overlap. Nothing was changed. Please enter a distance from label to label that is at least their size."
    )


class LabelTooSmall(PrintError):
    """`width`, `height`: the smallest size in mm."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "No address fits on labels this small. Nothing was changed. Please choose labels of at least {width} x {height} mm."
    )


class StartOutsideSheet(PrintError):
    """`places`: how many a sheet has."""

    sentence = QT_TRANSLATE_NOOP("Errors", "The sheet has {places} places. Nothing was printed. Please begin at one of them.")


class CopiesOutOfRange(PrintError):
    """`most`: the largest number."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Of each piece, 1 to {most} can be printed. Nothing was printed. Please enter another number.")


class SheetUnnamed(PrintError):
    """`most`: letters of a name."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Please give the label sheet a name of up to {most} letters. Nothing was changed.")


class SheetNameTaken(PrintError):
    """`name` as typed."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is a label sheet called {name} already. Nothing was changed. Please type another name.")


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """`pitch_x`, `pitch_y`: from the edge of one label to the same edge of the next. `products`: all names it is sold under."""

    name: str
    paper: str
    across: int
    down: int
    width: float
    height: float
    pitch_x: float
    pitch_y: float
    left: float
    top: float
    products: tuple[str, ...] = ()

    @property
    def labels(self) -> int:
        return self.across * self.down

    def place(self, index: int) -> tuple[float, float]:
        """Left and top of a label, counted from 0 in rows from the upper left."""
        row, column = divmod(index, self.across)
        return self.left + column * self.pitch_x, self.top + row * self.pitch_y

    def to_text(self) -> str:
        """The measures in one line, for a sheet of the shop's own; `label_sheet` reads it."""
        pairs = ((self.width, self.height), (self.pitch_x, self.pitch_y), (self.left, self.top))
        measures = ",".join(f"{first:g}x{second:g}" for first, second in pairs)
        return f"{_CUSTOM}{self.paper},{self.across}x{self.down},{measures}"


def _sheet(maker: str, numbers: str, paper: str, faces: tuple[int, int], *measures: tuple[float, float]) -> LabelSheet:
    (width, height), (pitch_x, pitch_y), (left, top) = measures
    products = tuple(f"{maker} {number}" for number in numbers.split("/"))
    return LabelSheet(products[0], paper, *faces, width, height, pitch_x, pitch_y, left, top, products)


_SHEETS = (
    _sheet("A-one", "28171/28172/28721", "A4", (2, 6), (90.2, 42.3), (92.7, 42.3), (16.5, 20.0)),
    _sheet("A-one", "28175/28176/28723", "A4", (2, 6), (83.8, 42.3), (87.6, 42.3), (20.3, 20.0)),
    _sheet("A-one", "28183/28915/31275", "A4", (2, 6), (83.8, 42.3), (87.6, 42.3), (19.3, 21.5)),
    _sheet("A-one", "28187/28188/28729", "A4", (2, 6), (84.0, 42.0), (86.0, 42.0), (20.0, 22.5)),
    _sheet("A-one", "28362/28382/28919/31333/31362", "A4", (2, 6), (86.4, 42.3), (86.4, 42.3), (18.6, 21.2)),
    _sheet("A-one", "28315/28316/28733", "A4", (3, 7), (64.0, 33.9), (64.0, 33.9), (7.0, 23.5)),
    _sheet("A-one", "28379/28866", "A4", (3, 7), (63.5, 38.1), (66.05, 38.1), (7.2, 15.2)),
    _sheet("A-one", "28369/28389/28947", "A4", (3, 8), (66.0, 33.9), (66.0, 33.9), (6.0, 12.9)),
    _sheet("A-one", "28366/28386/28935", "A4", (3, 8), (70.0, 33.9), (70.0, 33.9), (0.0, 12.7)),
    _sheet("A-one", "28367/28387/31339", "A4", (2, 5), (86.4, 50.8), (86.4, 50.8), (18.6, 21.2)),
    _sheet("A-one", "28368/28388", "A4", (4, 11), (48.3, 25.4), (48.3, 25.4), (8.4, 8.8)),
    _sheet("HISAGO", "ELM007/GB861", "A4", (2, 6), (83.8, 42.3), (87.6, 42.3), (20.3, 20.3)),
    _sheet("Avery", "5160/8160", "Letter", (3, 10), (66.68, 25.4), (69.85, 25.4), (4.78, 12.7)),
    _sheet("Avery", "L7163", "A4", (2, 7), (99.06, 38.1), (101.6, 38.1), (4.67, 15.15)),
    _sheet("Avery", "L7160", "A4", (3, 7), (63.5, 38.1), (66.04, 38.1), (7.2, 15.15)),
)
LABEL_SHEETS: Mapping[str, LabelSheet] = {sheet.name: sheet for sheet in _SHEETS}
"""By the first product of each, in the order in which they are offered."""


def _key(name: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name)).casefold().replace("-", "")


_BY_PRODUCT: Mapping[str, LabelSheet] = {
    _key(written): sheet for sheet in _SHEETS for product in sheet.products for written in (product, product.split(" ")[1])
}


def label_sheet(name: str) -> LabelSheet:
    """The sheet of a product ("A-one 28171", "28171") or of measures that `to_text` wrote.

    UnknownLabelSheet; for measures the errors of `checked` and LabelSheetUnreadable.
    """
    if name.startswith(_CUSTOM):
        return _read(name)
    found = _BY_PRODUCT.get(_key(name))
    if found is None:
        raise UnknownLabelSheet(field="sheet", name=name)
    return found


def checked(sheet: LabelSheet) -> LabelSheet:
    """A sheet of the shop's own, if its labels fit on the paper: LabelTooSmall, LabelsOverlap, LabelsOutsidePaper, LabelSheetUnreadable."""
    if sheet.paper not in SHEET_PAPERS or min(sheet.across, sheet.down) < 1:
        raise LabelSheetUnreadable(field="sheet", text=sheet.to_text().removeprefix(_CUSTOM))
    if sheet.width < SMALLEST_LABEL[0] or sheet.height < SMALLEST_LABEL[1]:
        field = "width" if sheet.width < SMALLEST_LABEL[0] else "height"
        raise LabelTooSmall(field=field, width=f"{SMALLEST_LABEL[0]:g}", height=f"{SMALLEST_LABEL[1]:g}")
    is_close_across = sheet.across > 1 and sheet.pitch_x < sheet.width - _TOLERANCE
    is_close_down = sheet.down > 1 and sheet.pitch_y < sheet.height - _TOLERANCE
    if is_close_across or is_close_down:
        raise LabelsOverlap(field="pitch_x" if is_close_across else "pitch_y")
    width, height = SHEET_PAPERS[sheet.paper]
    last_left, last_top = sheet.place(sheet.labels - 1)
    is_within = sheet.left >= 0 and last_left + sheet.width <= width + _TOLERANCE
    if not is_within or sheet.top < 0 or last_top + sheet.height > height + _TOLERANCE:
        raise LabelsOutsidePaper(field="top" if is_within else "left", paper=sheet.paper)
    return sheet


def checked_name(name: str, others: Collection[str]) -> str:
    """What a sheet of the shop's own is called, unlike the `others`. SheetUnnamed, SheetNameTaken."""
    name = _BLANKS.sub(" ", name).strip()
    if not name or len(name) > LONGEST_NAME or name.startswith(_CUSTOM):
        raise SheetUnnamed(field="name", most=LONGEST_NAME)
    if _key(name) in _BY_PRODUCT or _key(name) in {_key(other) for other in others}:
        raise SheetNameTaken(field="name", name=name)
    return name


def find_called(names: Collection[str], name: str) -> str | None:
    """The one of the shop's own sheets that is meant, as a product may be written."""
    return next((one for one in names if _key(one) == _key(name)), None)


def check_start(places: int, start_at: int, copies: int) -> None:
    """Whether a run can begin at the place `start_at` (from 1) of a sheet of so many, `copies` of each. StartOutsideSheet,
    CopiesOutOfRange."""
    if not 1 <= start_at <= places:
        raise StartOutsideSheet(field="start_at", places=places)
    if not 1 <= copies <= MOST_COPIES:
        raise CopiesOutOfRange(field="copies", most=MOST_COPIES)


def _read(text: str) -> LabelSheet:
    parts = text.removeprefix(_CUSTOM).split(",")
    try:
        paper, *pairs = parts
        (across, down), size, pitch, corner = (tuple(pair.split("x")) for pair in pairs)
        numbers = [float(number) for number in (*size, *pitch, *corner)]
        faces = int(across), int(down)
        width, height, pitch_x, pitch_y, left, top = numbers
    except ValueError as error:
        raise LabelSheetUnreadable(field="sheet", text=text.removeprefix(_CUSTOM)) from error
    return checked(LabelSheet(text, paper, *faces, width, height, pitch_x, pitch_y, left, top))
