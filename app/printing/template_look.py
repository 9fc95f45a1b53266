"""A template to look at while somebody is at work on it: every page as a picture, whatever may still be wrong with it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.cards import Calibration, Card, Recipient
from app.domain.templates import Element, Template
from app.printing.geometry import MM, Box
from app.printing.ink import Ink
from app.printing.pdf import PdfFile
from app.printing.preview import Picture, pictures
from app.printing.template_compose import FOLIO, Composer, Side, lowered
from app.printing.template_draw import SideDrawer
from app.printing.template_faults import Fault
from app.printing.template_overlaps import Overlap, overlaps_of
from app.printing.template_read import TemplatePages, read_what_can_be


@dataclass(frozen=True, slots=True)
class PageLook:
    """`boxes`: where the frame of each element lies, its top brought down below what it follows; `absent`: those of which nothing is
    drawn; `words`: what the page says, line by line; `lines`: where those of each element stand."""

    picture: Picture
    boxes: Mapping[str, Box]
    absent: frozenset[str]
    words: str
    lines: Mapping[str, tuple[Box, ...]]


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """`overflows`: names of the elements whose words do not all fit."""

    pages: tuple[PageLook, ...]
    faults: tuple[Fault, ...]
    overflows: tuple[str, ...]
    overlaps: tuple[Overlap, ...]


def look_at(template: Template, recipient: Recipient, job: Card, width_px: int, own_fields: frozenset[str]) -> TemplateLook:
    """The pages for one person, before the shift of any printer. What cannot be printed is left out and told; nothing is raised."""
    pages, faults = read_what_can_be(template, own_fields)
    seen = replace(job, template=pages.template, options=replace(job.options, calibration=Calibration()))
    composer = Composer(pages, seen)
    sides = composer.sides(recipient)
    drawn = pictures(_document(composer, sides), width_px)
    whole = [_page(template, pages, side, picture) for side, picture in zip(sides, drawn, strict=True)]
    overflows = tuple(dict.fromkeys(name for side in sides for name in side.overflows))
    overlaps = tuple(one for side in sides for one in overlaps_of(side))
    return TemplateLook(tuple(whole), faults, overflows, overlaps)


def _document(composer: Composer, sides: tuple[Side, ...]) -> bytes:
    out = io.BytesIO()
    file = PdfFile(out, title="", notes_places=False)
    drawer = SideDrawer(file, composer)
    for side in sides:
        ink = Ink(file, side.paper)
        drawer.draw_side(side, ink)
        file.add_page(ink.content(), side.paper.width * MM, side.paper.height * MM)
    file.done()
    return out.getvalue()


def _page(template: Template, pages: TemplatePages, side: Side, picture: Picture) -> PageLook:
    read: dict[str, Element] = {}
    if side.page < len(pages.pages):
        read = {one.element.name: one.element for one in pages.pages[side.page]}
    boxes: dict[str, Box] = {}
    for element in template.elements:
        if element.page == side.page:
            boxes.setdefault(element.name, lowered(read.get(element.name, element), side.ends))
    # On a further page there are no frames but where the words ended up.
    boxes |= {name: box for name, box in side.boxes.items() if name not in read and name != FOLIO and name not in boxes}
    words = "\n".join(row.text for mark in (*side.static, *side.marks) for row in mark.rows)
    lines = {mark.element.name: tuple(row.box for row in mark.rows if row.text.strip()) for mark in (*side.static, *side.marks)}
    return PageLook(picture, boxes, frozenset(name for name in boxes if name not in side.boxes), words, lines)
