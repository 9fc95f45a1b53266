"""Everything that stands against printing a template, each with the element it is found in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.print_problems import PrintError, TemplateBroken, UnknownField
from app.domain.templates import (
    KIND_PAPERS,
    LEAST_SIZES,
    MOST_ELEMENTS,
    MOST_PAGES,
    RUNS_OVER,
    SMALLEST_SIZE,
    BarcodeTooSmall,
    CodeTooSmall,
    Element,
    ElementKind,
    FollowsNothing,
    Frame,
    MeasureUnfit,
    NameTwice,
    OutsidePaper,
    PaperUnfit,
    PicturesTooLarge,
    PictureTooLarge,
    PictureUnreadable,
    Template,
    TemplateKind,
    TooManyElements,
    TooManyPages,
    UnknownDrawing,
    UnknownPaper,
)
from app.printing.art import ART
from app.printing.fields import compile_template, known_fields
from app.printing.geometry import PAPERS, Paper
from app.printing.template_pictures import LARGEST_DOTS, dots_of, read_picture

PIECE_FIELDS = frozenset({"message", "code", "offer"})
"""Besides the merge fields, what `when` may ask for: words for this one customer, a code, an offer."""

WORDED = frozenset({ElementKind.TEXT, ElementKind.COUPON, ElementKind.LINK})
"""Kinds whose text is printed."""

CODE_MODULES = 21
CODE_QUIET_MODULES = 4
CODE_SIGN_HEIGHT = 1.9
"""mm from the foot of the signs to their top."""

_LARGEST_SIZE = 300.0
_FARTHEST = 2000.0
_EDGE = 0.1
_MILLION = 1_000_000
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Fault:
    """`element`: its name; empty when it is the template's own. `is_of_continuation`: of the place where a text goes on."""

    element: str
    error: PrintError
    is_of_continuation: bool = False

    @property
    def is_of_following(self) -> bool:
        return isinstance(self.error, FollowsNothing)

    @property
    def is_of_taste(self) -> bool:
        """Whether all can be drawn all the same, so that what was printed with it before can be printed again."""
        return isinstance(self.error, OutsidePaper | TooManyPages | TooManyElements | PaperUnfit | PicturesTooLarge)

    @property
    def hides(self) -> bool:
        """Whether the element cannot be drawn at all; of two with the same name the first can."""
        return bool(self.element) and not isinstance(self.error, FollowsNothing | OutsidePaper | NameTwice)


def faults_of(template: Template, own_fields: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Those of the template itself first, then by element. `own_fields` are the shop's own."""
    yield from _of_template(template)
    paper = PAPERS.get(template.paper)
    known = known_fields(own_fields)
    first: dict[str, Element] = {}
    elements = template.elements[:MOST_ELEMENTS]
    for element in elements:
        if element.name in first:
            yield Fault(element.name, NameTwice(field="name", name=element.name))
        first.setdefault(element.name, element)
    are_pictures_fit = _dots(template) <= LARGEST_DOTS
    for element in first.values():
        # What keeps it from being drawn is said before what does not.
        error = (
            _measure_fault(element)
            or _words_fault(element, known, own_fields)
            or _drawn_fault(element, are_pictures_fit=are_pictures_fit)
            or _follows_fault(element, first)
            or _place_fault(element, paper)
        )
        if error is not None:
            yield Fault(element.name, error)
    most = MOST_PAGES if template.kind is TemplateKind.LETTER else 1
    if any(most <= element.page < MOST_PAGES for element in elements):
        yield Fault("", TooManyPages(field="page", name=template.name))


def _of_template(template: Template) -> Iterator[Fault]:
    papers = KIND_PAPERS[template.kind]
    if template.paper not in PAPERS:
        yield Fault("", UnknownPaper(field="paper", name=template.name, paper=template.paper, papers=", ".join(papers)))
    elif template.paper not in papers:
        yield Fault("", PaperUnfit(field="paper", name=template.name, paper=template.paper, papers=", ".join(papers)))
    if len(template.elements) > MOST_ELEMENTS:
        yield Fault("", TooManyElements(field="elements", name=template.name, most=MOST_ELEMENTS))
    goes_on = template.continuation
    if goes_on is not None and not _is_frame(goes_on):
        yield Fault("", MeasureUnfit(field="frame", name=template.name), is_of_continuation=True)
    elif goes_on is not None and template.kind is TemplateKind.LETTER and not _lies_on(goes_on, PAPERS.get(template.paper)):
        yield Fault("", OutsidePaper(field="frame", name=template.name), is_of_continuation=True)
    if _dots(template) > LARGEST_DOTS:
        yield Fault("", PicturesTooLarge(field="image", name=template.name, most=LARGEST_DOTS // _MILLION))


def _dots(template: Template) -> int:
    """Of all its pictures; the same one shown twice is kept once."""
    return sum(dots_of(image) for image in {one.image for one in template.elements if one.kind is ElementKind.IMAGE})


def _measure_fault(element: Element) -> PrintError | None:
    if not _is_frame(element.frame):
        return MeasureUnfit(field="frame", name=element.name)
    numbers = (element.smallest, element.leading, element.line_width, element.radius, element.gap, element.pitch)
    fits = (
        0 <= element.page < MOST_PAGES
        and SMALLEST_SIZE <= max(element.size, SMALLEST_SIZE) <= _LARGEST_SIZE
        and all(math.isfinite(number) and 0 <= number <= _LARGEST_SIZE for number in numbers)
        and element.leading >= 1.0
        and element.pitch >= 1.0
        and all(not chosen or _COLOUR.fullmatch(chosen) for chosen in (element.colour, element.fill, element.stroke))
    )
    if not fits:
        return MeasureUnfit(field="size", name=element.name)
    width, height = LEAST_SIZES.get(element.kind, (0.0, 0.0))
    if element.kind is ElementKind.BARCODE and (element.frame.width < width or element.frame.height < height):
        return BarcodeTooSmall(field="frame", name=element.name, width=width, height=height)
    if element.kind is ElementKind.CODE and code_side(element.frame) < width:
        return CodeTooSmall(field="frame", name=element.name, width=width, height=height)
    return None


def _follows_fault(element: Element, by_name: Mapping[str, Element]) -> PrintError | None:
    """What it follows is not there, or comes after it in a circle."""
    followed = by_name.get(element.follows)
    seen: set[str] = set()
    while followed is not None and followed.name != element.name and followed.name not in seen:
        seen.add(followed.name)
        if followed.page != element.page:
            break
        followed = by_name.get(followed.follows)
    direct = by_name.get(element.follows)
    is_there = not element.follows or (direct is not None and direct.page == element.page)
    if is_there and (followed is None or followed.name != element.name):
        return None
    return FollowsNothing(field="follows", name=element.name, followed=element.follows)


def _words_fault(element: Element, known: Mapping[str, str], own_fields: frozenset[str]) -> PrintError | None:
    try:
        compile_template(element.text if element.kind in WORDED else "", own_fields)
    except (UnknownField, TemplateBroken) as error:
        return error
    if element.when and element.when not in known and element.when not in PIECE_FIELDS:
        return UnknownField(field="when", name=element.when)
    return None


def _drawn_fault(element: Element, *, are_pictures_fit: bool) -> PrintError | None:
    if element.kind is ElementKind.ART and element.art not in ART:
        return UnknownDrawing(field="art", name=element.name, art=element.art)
    if element.kind is not ElementKind.IMAGE:
        return None
    if not are_pictures_fit:
        return PicturesTooLarge(field="image", name=element.name, most=LARGEST_DOTS // _MILLION)
    try:
        read_picture(element.image, element.name)
    except (PictureUnreadable, PictureTooLarge) as error:
        return error
    return None


def _place_fault(element: Element, paper: Paper | None) -> PrintError | None:
    is_there = _is_seen_on(element.frame, paper) if element.kind in RUNS_OVER else _lies_on(element.frame, paper)
    return None if is_there else OutsidePaper(field="frame", name=element.name)


def _lies_on(frame: Frame, paper: Paper | None) -> bool:
    """Where the paper is not known nothing is said of places on it."""
    return paper is None or (
        frame.left >= -_EDGE
        and frame.top >= -_EDGE
        and frame.left + frame.width <= paper.width + _EDGE
        and frame.top + frame.height <= paper.height + _EDGE
    )


def _is_seen_on(frame: Frame, paper: Paper | None) -> bool:
    """Whether some of it is on the paper."""
    return paper is None or (
        frame.left <= paper.width
        and frame.top <= paper.height
        and frame.left + frame.width >= -_EDGE
        and frame.top + frame.height >= -_EDGE
    )


def _is_frame(frame: Frame) -> bool:
    corners = (frame.left, frame.top, frame.width, frame.height)
    return all(math.isfinite(number) and abs(number) <= _FARTHEST for number in corners) and frame.width >= 0 and frame.height >= 0


def code_side(frame: Frame) -> float:
    """How wide the squares of a code are in its frame: below them stand white as wide as four of their 21 modules, then the signs."""
    return min(frame.width, (frame.height - CODE_SIGN_HEIGHT) * CODE_MODULES / (CODE_MODULES + CODE_QUIET_MODULES))
