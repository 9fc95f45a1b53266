"""A template read once for a run: its texts compiled, and everything found that could not be printed.

What cannot be printed is refused here, before the first page; `compose` then never fails.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.print_problems import UnknownField
from app.domain.templates import (
    SMALLEST_SIZE,
    BarcodeTooSmall,
    CodeTooSmall,
    Element,
    ElementKind,
    FollowsNothing,
    Frame,
    MeasureUnfit,
    NameTwice,
    Template,
    UnknownDrawing,
    UnknownPaper,
)
from app.printing.art import ART
from app.printing.fields import FieldText, compile_template, known_fields
from app.printing.geometry import PAPERS, Paper
from app.printing.template_pictures import Picture, read_picture

PIECE_FIELDS = frozenset({"message", "code", "offer"})
"""Besides the merge fields, what `when` may ask for: words for this one customer, a code, an offer."""

_JOB_FIELDS = frozenset({"shop", "sender", "phone", "note", "today"})
_LARGEST_SIZE = 300.0
_FARTHEST = 2000.0
_MOST_PAGES = 10
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_WORDED = frozenset({ElementKind.TEXT, ElementKind.COUPON})
CODE_MODULES = 21
CODE_QUIET_MODULES = 4
CODE_SIGN_HEIGHT = 1.9
"""mm from the foot of the signs to their top."""

# Half a millimetre for each square is the least that is read from a scan of 200 dots an inch.
_LEAST_CODE = Frame(0, 0, 10.5, 14.5)
# The bars at 8 pt.
_LEAST_BARS = Frame(0, 0, 63.9, 2.9)


@dataclass(frozen=True, slots=True)
class ReadElement:
    """`text` and `when` compiled; `is_static`: the same on every piece of a run. `sizes`: those tried, largest first."""

    element: Element
    text: FieldText
    when: str
    is_static: bool
    sizes: tuple[float, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TemplatePages:
    """`pages`: the elements of each page in the order in which they are set: whatever follows comes after what it follows."""

    template: Template
    paper: Paper
    pages: tuple[tuple[ReadElement, ...], ...]

    @property
    def elements(self) -> Iterable[ReadElement]:
        return (one for page in self.pages for one in page)


@lru_cache(maxsize=16)
def compile_template_page(template: Template, own_fields: frozenset[str] = frozenset()) -> TemplatePages:
    """Read a template. `own_fields` are the shop's own. UnknownField, TemplateBroken, TemplateUnfit and its kinds."""
    paper = PAPERS.get(template.paper)
    if paper is None:
        raise UnknownPaper(field="paper", name=template.name, paper=template.paper, papers=", ".join(PAPERS))
    _check_measures(template)
    order = _in_order(template)
    known = known_fields(own_fields)
    moving: set[str] = set()
    read: dict[int, list[ReadElement]] = {}
    for element in order:
        one = _read(element, known, own_fields, moving)
        if not one.is_static:
            moving.add(element.name)
        read.setdefault(element.page, []).append(one)
    return TemplatePages(template, paper, tuple(tuple(read.get(page, ())) for page in range(max(read, default=0) + 1)))


def _read(element: Element, known: Mapping[str, str], own_fields: frozenset[str], moving: set[str]) -> ReadElement:
    text = compile_template(element.text if element.kind in _WORDED else "", own_fields)
    if element.when and element.when not in known and element.when not in PIECE_FIELDS:
        raise UnknownField(field="when", name=element.when)
    if element.kind is ElementKind.ART and element.art not in ART:
        raise UnknownDrawing(field="art", name=element.name, art=element.art)
    picture = read_picture(element.image, element.name) if element.kind is ElementKind.IMAGE else None
    is_static = (
        element.kind not in (ElementKind.CODE, ElementKind.BARCODE, ElementKind.PERSONAL, ElementKind.ADDRESSEE)
        and not element.when
        and not element.flows
        and element.follows not in moving
        and text.names <= _JOB_FIELDS
    )
    return ReadElement(element, text, known.get(element.when, element.when), is_static, _sizes(element), picture)


def _sizes(element: Element) -> tuple[float, ...]:
    least = max(element.smallest, SMALLEST_SIZE)
    sizes = []
    size = element.size
    while size > least:
        sizes.append(round(size, 2))
        # Large type steps down faster: the eye sees parts of a size, not points.
        size -= 0.5 if size <= 14 else 1.0
    return (*sizes, least)


def _in_order(template: Template) -> list[Element]:
    """Elements as they stand, but each after the one it follows. NameTwice, FollowsNothing."""
    by_name: dict[str, Element] = {}
    for element in template.elements:
        if element.name in by_name:
            raise NameTwice(field="name", name=element.name)
        by_name[element.name] = element
    placed: dict[str, None] = {}
    for element in template.elements:
        chain: list[str] = []
        one = element
        while one.name not in placed:
            if one.name in chain:
                raise FollowsNothing(field="follows", name=element.name, followed=element.follows)
            chain.append(one.name)
            if not one.follows:
                break
            followed = by_name.get(one.follows)
            if followed is None or followed.page != one.page:
                raise FollowsNothing(field="follows", name=one.name, followed=one.follows)
            one = followed
        placed.update(dict.fromkeys(reversed(chain)))
    return [by_name[name] for name in placed]


def _check_measures(template: Template) -> None:
    frames = [(template.name, template.continuation)] if template.continuation else []
    for name, frame in [*frames, *((one.name, one.frame) for one in template.elements)]:
        if not _is_frame(frame):
            raise MeasureUnfit(field="frame", name=name)
    for element in template.elements:
        numbers = (element.smallest, element.leading, element.line_width, element.radius, element.gap, element.pitch)
        fits = (
            0 <= element.page < _MOST_PAGES
            and SMALLEST_SIZE <= max(element.size, SMALLEST_SIZE) <= _LARGEST_SIZE
            and all(math.isfinite(number) and 0 <= number <= _LARGEST_SIZE for number in numbers)
            and element.leading >= 1.0
            and element.pitch >= 1.0
            and all(not chosen or _COLOUR.fullmatch(chosen) for chosen in (element.colour, element.fill, element.stroke))
        )
        if not fits:
            raise MeasureUnfit(field="size", name=element.name)
        if element.kind is ElementKind.BARCODE and not _holds_bars(element.frame):
            raise BarcodeTooSmall(field="frame", name=element.name, width=_LEAST_BARS.width, height=_LEAST_BARS.height)
        if element.kind is ElementKind.CODE and code_side(element.frame) < _LEAST_CODE.width:
            raise CodeTooSmall(field="frame", name=element.name, width=_LEAST_CODE.width, height=_LEAST_CODE.height)


def _is_frame(frame: Frame) -> bool:
    corners = (frame.left, frame.top, frame.width, frame.height)
    return all(math.isfinite(number) and abs(number) <= _FARTHEST for number in corners) and frame.width >= 0 and frame.height >= 0


def _holds_bars(frame: Frame) -> bool:
    return frame.width >= _LEAST_BARS.width and frame.height >= _LEAST_BARS.height


def code_side(frame: Frame) -> float:
    """How wide the squares of a code are in its frame: below them stand white as wide as four of their 21 modules, then the signs."""
    return min(frame.width, (frame.height - CODE_SIGN_HEIGHT) * CODE_MODULES / (CODE_MODULES + CODE_QUIET_MODULES))
