"""Templates as data: a paper and what stands on it, element by element. Millimetres from the top left corner; type in points.

A template that comes with the program and one of the shop's own are the same thing; with the same key and language the shop's own
takes the other's place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import NOT_PRINTED, PrintError
from app.words import LANGUAGES

FORMAT = 1
SMALLEST_SIZE = 9.0
MOST_ELEMENTS = 500
MOST_PAGES = 10
"""Of a letter; everything else has one."""


class TemplateKind(StrEnum):
    CARD = "card"
    LETTER = "letter"
    MEMBER_CARD = "member_card"
    REFERRAL_CARD = "referral_card"


KIND_PAPERS: Mapping[TemplateKind, tuple[str, ...]] = {
    TemplateKind.CARD: ("はがき", "洋形2号", "洋形4号", "DL", "#10"),
    TemplateKind.LETTER: ("A4", "A5", "B5", "Letter"),
    TemplateKind.MEMBER_CARD: ("名刺",),
    TemplateKind.REFERRAL_CARD: ("名刺",),
}
"""The papers that a template of each kind can have, the usual one first."""


class Occasion(StrEnum):
    THANK_YOU = "thank_you"
    SECOND_VISIT = "second_visit"
    LONG_TIME = "long_time"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    SEASON = "season"
    REFERRAL = "referral"
    LAPSE = "lapse"
    PLAIN = "plain"
    NOTICE = "notice"


class ElementKind(StrEnum):
    """ART: a drawing of the program by its name. CODE: squares and signs. LINK: squares that lead to a page in the web, whose address is
    its text; nothing without one. BARCODE: the post's customer barcode. WRITING: lines to write on. PERSONAL: the words for this one
    customer. ADDRESSEE: number, address and name in horizontal lines. COUPON: the offer of the run, nothing without one."""

    ART = "art"
    TEXT = "text"
    IMAGE = "image"
    RECTANGLE = "rectangle"
    LINE = "line"
    COUPON = "coupon"
    CODE = "code"
    LINK = "link"
    BARCODE = "barcode"
    WRITING = "writing"
    PERSONAL = "personal"
    ADDRESSEE = "addressee"


LEAST_SIZES: Mapping[ElementKind, tuple[float, float]] = {
    ElementKind.CODE: (10.5, 14.5),
    ElementKind.BARCODE: (63.9, 2.9),
    ElementKind.LINK: (12.0, 12.0),
}
"""mm: half a millimetre for each square of a code is the least that is read from a scan of 200 dots an inch; bars at 8 pt."""

RUNS_OVER = frozenset({ElementKind.RECTANGLE, ElementKind.LINE, ElementKind.ART, ElementKind.IMAGE, ElementKind.WRITING})
"""Only drawn, and read by nobody: the edge of the paper may cut them."""


class Slot(StrEnum):
    """Texts that have the same part in every template, so that they can be typed without opening the designer."""

    HEADLINE = "headline"
    SALUTATION = "salutation"
    BODY = "body"
    SIGNATURE = "signature"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class ElementFace(StrEnum):
    """RUN: the typeface chosen for the run."""

    RUN = "run"
    MINCHO = "mincho"
    GOTHIC = "gothic"
    BOLD = "bold"


class TemplateUnreadable(PrintError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This file is no template of this program, or one of a newer version. Nothing was changed. Please choose another file."
    )


class TemplateNameMissing(PrintError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The template has no name yet. Nothing was saved. Please type one.")


class TemplateGone(PrintError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This template is no longer there. Nothing was changed.")


class UnknownTemplate(PrintError):
    """`name` as given, `names` those there are."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no template called “{name}”. Nothing was printed. The templates are: {names}.")


class TemplatePlaceUnusable(PrintError):
    """`name`: of the file."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} cannot be written there. Please close the file if it is open, or choose another place.")


class TemplateUnfit(PrintError):
    """Something in a template cannot be printed; `name` is the element."""

    refusal = NOT_PRINTED
    sentence = QT_TRANSLATE_NOOP("Errors", "The part “{name}” of the template cannot be printed. Please correct it.")


class TemplateNeeded(PrintError):
    sentence = QT_TRANSLATE_NOOP("Errors", "No template was chosen. Nothing was printed. Please choose one.")


class UnknownPaper(TemplateUnfit):
    """`paper` as the template has it, `papers` those there are."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no paper called “{paper}”. Please choose another; there are: {papers}.")


class PaperUnfit(UnknownPaper):
    """`paper` of the template, `papers` that its kind can have."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "This kind of template cannot be printed on “{paper}”. Please choose another paper; there are: {papers}.",
    )


class TooManyPages(TemplateUnfit):
    sentence = QT_TRANSLATE_NOOP("Errors", "Only a letter can have more than one page. Please take away what stands on the others.")


class TooManyElements(TemplateUnfit):
    """`most`: parts that a template can have."""

    refusal = ""
    sentence = QT_TRANSLATE_NOOP("Errors", "A template can have at most {most} parts. Nothing was changed. Please take some away.")


class OutsidePaper(TemplateUnfit):
    sentence = QT_TRANSLATE_NOOP("Errors", "The part “{name}” does not lie wholly on the paper. Please move it or make it smaller.")


class PicturesTooLarge(TemplateUnfit):
    """`most`: millions of dots that all pictures of a template can have together."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The pictures of the template are too large together: at most {most} million dots. Please choose smaller ones.",
    )


class NameTwice(TemplateUnfit):
    sentence = QT_TRANSLATE_NOOP("Errors", "Two parts of the template are both called “{name}”. Please give one of them another name.")


class FollowsNothing(TemplateUnfit):
    """`followed`: what is not on the same page, or comes after itself in a circle."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The part “{name}” cannot stand below “{followed}”. Please choose another part of the same page."
    )


class UnknownDrawing(TemplateUnfit):
    """`art`: the name no drawing has."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no drawing called “{art}”. Please choose another.")


class MeasureUnfit(TemplateUnfit):
    sentence = QT_TRANSLATE_NOOP("Errors", "The part “{name}” has a place, size or colour that is not possible. Please correct it.")


class CodeTooSmall(TemplateUnfit):
    """`width`, `height` in mm: the least a code needs."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The code in the part “{name}” would be too small to be read. Please make it at least {width} x {height} mm.",
    )


class BarcodeTooSmall(TemplateUnfit):
    """`width`, `height` in mm: the least the bars need."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The post could not read the bars in the part “{name}”. Please make it at least {width} x {height} mm.",
    )


class PictureUnreadable(TemplateUnfit):
    sentence = QT_TRANSLATE_NOOP("Errors", "The picture in the part “{name}” cannot be read. Please choose a PNG or JPEG file.")


class PictureTooLarge(TemplateUnfit):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The picture in the part “{name}” is too large. Please choose one of at most 5 megabytes and 6,000 x 6,000 dots.",
    )


@dataclass(frozen=True, slots=True)
class Frame:
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Element:
    """One thing on the paper. Colours are "#RRGGBB", empty for none.

    `text` has merge fields (TEXT, LINK, and as the caption of a COUPON). `size` is the largest type tried, `smallest` the last before the
    text counts as too long. `follows` names an element of the same page: this one begins `gap` mm below the end of that one's words, never
    above its own top, and keeps its own bottom. `flows`: what does not fit goes on in `continuation` of the next page. `when` names a
    merge field: the element is left out where that is empty. A LINE goes from the upper left to the lower right corner of its frame.
    `art` is the name of a drawing, `image` a picture file in base64. `pitch`: mm between the lines of WRITING.
    """

    kind: ElementKind
    name: str
    frame: Frame
    page: int = 0
    slot: Slot | None = None
    text: str = ""
    size: float = 10.5
    smallest: float = SMALLEST_SIZE
    align: Align = Align.JUSTIFY
    face: ElementFace = ElementFace.RUN
    colour: str = "#2B2F2C"
    leading: float = 1.72
    fill: str = ""
    stroke: str = ""
    line_width: float = 0.3
    radius: float = 0.0
    dash: bool = False
    follows: str = ""
    gap: float = 0.0
    flows: bool = False
    when: str = ""
    art: str = ""
    image: str = ""
    pitch: float = 8.6


@dataclass(frozen=True, slots=True)
class Template:
    """`paper` names one of printing.geometry.PAPERS. `continuation`: where a flowing text goes on on a further page; None when there is
    none. `mourning_safe`: fit for a household in mourning."""

    key: str
    language: str
    kind: TemplateKind
    name: str
    paper: str
    elements: tuple[Element, ...]
    occasion: Occasion = Occasion.NOTICE
    months: tuple[int, ...] = ()
    continuation: Frame | None = None
    mourning_safe: bool = False

    def text_of(self, slot: Slot) -> str:
        return next((element.text for element in self.elements if element.slot is slot), "")

    def with_text(self, slot: Slot, text: str) -> Template:
        return self.with_elements(replace(one, text=text) if one.slot is slot else one for one in self.elements)

    def with_elements(self, elements: Any) -> Template:
        return replace(self, elements=tuple(elements))

    def to_json(self) -> dict[str, Any]:
        """What differs from the defaults; the same template gives the same text."""
        return {"format": FORMAT, **_written(self, _TEMPLATE_READERS)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Template:
        """TemplateUnreadable."""
        try:
            if int(stored["format"]) > FORMAT:
                raise TemplateUnreadable(field="file")
            return cls(**_values(stored, _TEMPLATE_READERS))
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
            raise TemplateUnreadable(field="file") from error


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """`is_own`: made in this shop; `is_changed`: one of the program's that the shop has changed. `shipped`: as the program has it."""

    template: Template
    is_own: bool = False
    is_changed: bool = False
    shipped: Template | None = None


@dataclass(frozen=True, slots=True)
class TemplateOutcome:
    """`action_id` None: it was the same already."""

    key: str
    language: str
    action_id: int | None


def _frame(stored: Any) -> Frame:
    left, top, width, height = (float(number) for number in stored)
    return Frame(left, top, width, height)


def _language(stored: Any) -> str:
    if stored not in LANGUAGES:
        raise ValueError(stored)
    return str(stored)


def _elements(stored: Any) -> tuple[Element, ...]:
    return tuple(Element(**_values(one, _ELEMENT_READERS)) for one in stored)


def _months(stored: Any) -> tuple[int, ...]:
    return tuple(int(month) for month in stored)


def _text(stored: Any) -> str:
    """UnicodeEncodeError, a ValueError, for half a sign: it could be neither kept nor printed."""
    text = str(stored)
    text.encode("utf-8")
    return text


def _flag(stored: Any) -> bool:
    if not isinstance(stored, bool):
        raise TypeError(stored)
    return stored


Readers = Mapping[str, Callable[[Any], Any]]

_TEMPLATE_READERS: Readers = {
    "key": _text,
    "language": _language,
    "kind": TemplateKind,
    "name": _text,
    "paper": _text,
    "occasion": Occasion,
    "months": _months,
    "mourning_safe": _flag,
    "continuation": _frame,
    "elements": _elements,
}
_ELEMENT_READERS: Readers = {
    **dict.fromkeys(("name", "text", "colour", "fill", "stroke", "follows", "when", "art", "image"), _text),
    **dict.fromkeys(("size", "smallest", "leading", "line_width", "radius", "gap", "pitch"), float),
    **dict.fromkeys(("dash", "flows"), _flag),
    "kind": ElementKind,
    "slot": Slot,
    "align": Align,
    "face": ElementFace,
    "page": int,
    "frame": _frame,
}


def _values(stored: Mapping[str, Any], readers: Readers) -> dict[str, Any]:
    """What is there; the rest has its default, or is missed by whoever is made of it."""
    return {name: read(stored[name]) for name, read in readers.items() if stored.get(name) is not None}


def _written(thing: Any, readers: Readers) -> dict[str, Any]:
    fields = type(thing).__dataclass_fields__
    return {name: _plain(getattr(thing, name)) for name in readers if getattr(thing, name) != fields[name].default}


def _plain(value: Any) -> Any:
    if isinstance(value, Frame):
        return [value.left, value.top, value.width, value.height]
    if isinstance(value, Element):
        return _written(value, _ELEMENT_READERS)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
