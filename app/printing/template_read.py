"""A template read once for a run: its texts compiled, and everything found that could not be printed.

What cannot be printed is refused here, before the first page; `compose` then never fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.template_edits import removed
from app.domain.templates import KIND_PAPERS, MOST_ELEMENTS, SMALLEST_SIZE, Element, ElementKind, Template, TemplateKind
from app.printing.fields import FieldText, compile_template, known_fields
from app.printing.geometry import PAPERS, Paper
from app.printing.template_faults import WORDED, Fault, faults_of
from app.printing.template_pictures import Picture, read_picture

_JOB_FIELDS = frozenset({"shop", "sender", "phone", "note", "today"})
_COVERING = frozenset({ElementKind.RECTANGLE, ElementKind.COUPON, ElementKind.ART, ElementKind.IMAGE, ElementKind.LINK})


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
def compile_template_page(template: Template, own_fields: frozenset[str] = frozenset(), *, was_printed: bool = False) -> TemplatePages:
    """Read a template. `own_fields` are the shop's own; one that `was_printed` is only refused for what cannot be drawn at all.
    UnknownField, TemplateBroken, TemplateUnfit and its kinds."""
    fault = next((one for one in faults_of(template, own_fields) if not (was_printed and one.is_of_taste)), None)
    if fault is not None:
        raise fault.error
    return _pages_of(template, own_fields)


def read_what_can_be(template: Template, own_fields: frozenset[str] = frozenset()) -> tuple[TemplatePages, tuple[Fault, ...]]:
    """As far as a template can be printed, for whoever is still at work on it, and everything that stands against the rest."""
    faults = tuple(faults_of(template, own_fields))
    return _pages_of(_without(template, faults), own_fields), faults


def _without(template: Template, faults: Sequence[Fault]) -> Template:
    paper = template.paper if template.paper in PAPERS else KIND_PAPERS[template.kind][0]
    continuation = None if any(fault.is_of_continuation for fault in faults) else template.continuation
    template = replace(template, paper=paper, continuation=continuation)
    # The second of a name goes by its place, before others go by name.
    names = list(dict.fromkeys(one.name for one in template.elements))
    by_name = {one.name: one for one in reversed(template.elements)}
    loose = {fault.element for fault in faults if fault.is_of_following}
    kept = (by_name[name] for name in names[:MOST_ELEMENTS])
    template = template.with_elements(replace(one, follows="") if one.name in loose else one for one in kept)
    return removed(template, {fault.element for fault in faults if fault.hides})


def _pages_of(template: Template, own_fields: frozenset[str]) -> TemplatePages:
    if template.kind is not TemplateKind.LETTER and template.continuation is not None:
        template = replace(template, continuation=None)
    known = known_fields(own_fields)
    moving: dict[int, list[Element]] = {}
    read: dict[int, list[ReadElement]] = {}
    for element in _in_order(template.elements):
        one = _read(element, known, own_fields, moving.setdefault(element.page, []))
        if not one.is_static:
            moving[element.page].append(element)
        read.setdefault(element.page, []).append(one)
    pages = tuple(tuple(read.get(page, ())) for page in range(max(read, default=0) + 1))
    return TemplatePages(template, PAPERS[template.paper], pages)


def _read(element: Element, known: Mapping[str, str], own_fields: frozenset[str], moving: Sequence[Element]) -> ReadElement:
    """`moving`: what stands below it and is not the same on every piece."""
    text = compile_template(element.text if element.kind in WORDED else "", own_fields)
    picture = read_picture(element.image, element.name) if element.kind is ElementKind.IMAGE else None
    is_static = (
        element.kind not in (ElementKind.CODE, ElementKind.BARCODE, ElementKind.PERSONAL, ElementKind.ADDRESSEE)
        and not element.when
        and not element.flows
        and text.names <= _JOB_FIELDS
        and not any(element.follows == one.name or _hides(element, one) for one in moving)
    )
    return ReadElement(element, text, known.get(element.when, element.when), is_static, _sizes(element), picture)


def _hides(upper: Element, lower: Element) -> bool:
    """Whether it matters which of the two is drawn first; what is the same on every piece comes before all else."""
    if upper.kind not in _COVERING and lower.kind not in _COVERING:
        return False
    one, other = upper.frame, lower.frame
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def _sizes(element: Element) -> tuple[float, ...]:
    least = max(element.smallest, SMALLEST_SIZE)
    sizes = []
    size = element.size
    while size > least:
        sizes.append(round(size, 2))
        # Large type steps down faster: the eye sees parts of a size, not points.
        size -= 0.5 if size <= 14 else 1.0
    return (*sizes, least)


def _in_order(elements: Sequence[Element]) -> list[Element]:
    """Elements as they stand, but each after the one it follows."""
    by_name = {one.name: one for one in elements}
    placed: dict[str, None] = {}
    for element in elements:
        chain: dict[str, None] = {}
        name = element.name
        while name and name not in placed and name not in chain:
            chain[name] = None
            name = by_name[name].follows
        placed.update(dict.fromkeys(reversed(chain)))
    return [by_name[name] for name in placed]
