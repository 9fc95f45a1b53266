"""What lies on what it keeps from being read: on the squares and bars of a code and the white around them, and over words."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from app.domain.templates import Align, Element, ElementKind
from app.printing.art import ART
from app.printing.geometry import MM, Box, Paper
from app.printing.ink import Ink, colour
from app.printing.pdf import PdfFile
from app.printing.preview import pictures
from app.printing.template_compose import Side
from app.printing.template_parts import Mark

_BARE = {ElementKind.CODE: 2 / 21, ElementKind.BARCODE: 0.0, ElementKind.LINK: 0.0}
"""Of its breadth, how much white is wanted around it at the least; the squares of a link bring their own."""
_BARS_CLEAR = 1.0
_PX_PER_MM = 4
_INKED = 205
_PART_OF_CODE, _PART_OF_WORDS = 0.004, 0.12
_LIGHT = 0.82


@dataclass(frozen=True, slots=True)
class Overlap:
    """`element` cannot be read well because of `other`. `is_code`: squares or bars, not words."""

    element: str
    other: str
    is_code: bool


def overlaps_of(side: Side) -> tuple[Overlap, ...]:
    """Those of one page, by the element that suffers; each with the one nearest to the eye."""
    marks = (*side.static, *side.marks)
    found = []
    for place, mark in enumerate(marks):
        if mark.element.kind in _BARE:
            other = next((one for one in _on_code(mark, marks[:place], marks[place + 1 :])), None)
        else:
            other = next((one for one in reversed(marks[place + 1 :]) if mark.rows and _hides_words(mark, one)), None)
        if other is not None:
            found.append(Overlap(mark.element.name, other.element.name, mark.element.kind in _BARE))
    return tuple(found)


def _on_code(mark: Mark, below: Sequence[Mark], above: Sequence[Mark]) -> Iterator[Mark]:
    zone = _zone(mark)
    for one in reversed(above):
        if (_is_filled(one.element) and one.box.overlaps(zone)) or _soils(one, zone):
            yield one
    if mark.element.kind is ElementKind.LINK:
        return
    for one in reversed(below):
        if _soils(one, zone):
            yield one
        if _is_filled(one.element) and one.box.contains(zone):
            # Light ground of its own: what lies deeper is not seen.
            return


def _zone(mark: Mark) -> Box:
    clear = _BARS_CLEAR if mark.element.kind is ElementKind.BARCODE else mark.box.width * _BARE[mark.element.kind]
    return Box(mark.box.left - clear, mark.box.top - clear, mark.box.width + 2 * clear, mark.box.height + 2 * clear)


def _soils(one: Mark, zone: Box) -> bool:
    """Whether something dark of it lies in the zone."""
    element = one.element
    if any(row.box.overlaps(zone) for row in one.rows if row.text.strip()):
        return True
    if not one.box.overlaps(zone):
        return False
    if element.kind is ElementKind.ART:
        return _inked(one, zone) > _PART_OF_CODE
    if element.kind is ElementKind.IMAGE:
        return _picture_box(one).overlaps(zone)
    if element.kind in (ElementKind.RECTANGLE, ElementKind.COUPON):
        is_edge = bool(element.stroke) and not one.box.contains(zone)
        return is_edge or (bool(element.fill) and not _is_light(element.fill))
    if element.kind is ElementKind.WRITING:
        return any(zone.top <= line <= zone.bottom for line in one.lines)
    if element.kind is ElementKind.LINE:
        return _crosses(one.box, zone)
    return element.kind in _BARE


def _hides_words(mark: Mark, one: Mark) -> bool:
    boxes = [row.box for row in mark.rows if row.text.strip()]
    if one.element.kind is ElementKind.ART:
        return any(one.box.overlaps(box) and _inked(one, box) > _PART_OF_WORDS for box in boxes)
    if one.element.kind is ElementKind.IMAGE:
        return any(_picture_box(one).overlaps(box) for box in boxes)
    return _is_filled(one.element) and any(one.box.overlaps(box) for box in boxes)


def _is_filled(element: Element) -> bool:
    return bool(element.fill) and element.kind in (ElementKind.RECTANGLE, ElementKind.COUPON)


def _is_light(code: str) -> bool:
    red, green, blue = colour(code)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue >= _LIGHT


def _crosses(line: Box, zone: Box) -> bool:
    steps = [step / 40 for step in range(41)]
    points = ((line.left + line.width * step, line.top + line.height * step) for step in steps)
    return any(zone.left < x < zone.right and zone.top < y < zone.bottom for x, y in points)


def _picture_box(mark: Mark) -> Box:
    """Where the picture lies in its frame."""
    box, picture = mark.box, mark.picture
    if picture is None:
        return box
    scale = min(box.width / picture.width, box.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    spare = box.width - width
    left = box.left + {Align.LEFT: 0.0, Align.RIGHT: spare}.get(mark.element.align, spare / 2)
    return Box(left, box.top + (box.height - height) / 2, width, height)


def _inked(mark: Mark, box: Box) -> float:
    """Which part of a box a drawing covers, 0 to 1."""
    if mark.box.width < 1 or mark.box.height < 1:
        return 0.0
    drawn = _drawing(mark.element.art, round(mark.box.width, 1), round(mark.box.height, 1))
    across = _dots(box.left - mark.box.left, box.width)
    down = _dots(box.top - mark.box.top, box.height)
    part = drawn[down, across]
    return float(part.sum()) / max(1.0, box.width * box.height * _PX_PER_MM**2)


def _dots(begin: float, length: float) -> slice:
    return slice(max(0, round(begin * _PX_PER_MM)), max(0, round((begin + length) * _PX_PER_MM)))


@lru_cache(maxsize=32)
def _drawing(name: str, width: float, height: float) -> np.ndarray:
    """Where a drawing of a size in mm is anything but nearly white."""
    out = io.BytesIO()
    file = PdfFile(out, title="", notes_places=False)
    ink = Ink(file, Paper("", width, height))
    ART[name](ink, Box(0.0, 0.0, width, height))
    file.add_page(ink.content(), width * MM, height * MM)
    file.done()
    (picture,) = pictures(out.getvalue(), max(1, round(width * _PX_PER_MM)))
    dots = np.frombuffer(picture.rgba, np.uint8).reshape(picture.height, picture.width, 4)[:, :, :3]
    inked: np.ndarray = dots.min(axis=2) < _INKED
    return inked
