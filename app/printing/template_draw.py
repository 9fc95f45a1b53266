"""A composed page drawn: what is the same on every piece once as a form, the words of each piece over it."""

from __future__ import annotations

import math

from app.domain.templates import Align, ElementKind
from app.printing.art import ART
from app.printing.code_squares import draw_code
from app.printing.geometry import MM, Box
from app.printing.ink import BLACK, Colour, Ink, colour
from app.printing.link_squares import draw_link
from app.printing.pdf import PdfFile
from app.printing.postal_bars import draw_bars
from app.printing.template_compose import Composer, Side
from app.printing.template_parts import Mark
from app.printing.template_pictures import Picture

_DOTTED = "[0.1 2.2] 0"
_DASHED = "[4 2.5] 0"


class SideDrawer:
    """Draws the sides of one run into one document; the same pictures and forms serve all of them."""

    def __init__(self, file: PdfFile, composer: Composer) -> None:
        self._pictures: dict[str, str] = {}
        self._forms: dict[int, str] = {}
        paper = composer.pages.paper
        for one in composer.pages.elements:
            if one.picture is not None and one.element.image not in self._pictures:
                self._pictures[one.element.image] = f"Picture{len(self._pictures)}"
                file.add_picture(self._pictures[one.element.image], one.picture)
        for number, marks in enumerate(composer.static):
            if marks:
                ink = Ink(file, paper)
                self._draw_marks(marks, ink)
                self._forms[number] = f"Static{number}"
                file.add_form(self._forms[number], ink.content(), math.ceil(paper.width * MM), math.ceil(paper.height * MM))

    def draw_side(self, side: Side, ink: Ink) -> None:
        form = self._forms.get(side.page)
        if form:
            ink.show(form)
        self._draw_marks(side.marks, ink)

    def _draw_marks(self, marks: tuple[Mark, ...], ink: Ink) -> None:
        for mark in marks:
            if mark.element.kind is ElementKind.IMAGE and mark.picture is not None:
                _draw_picture(self._pictures[mark.element.image], mark.picture, mark, ink)
            else:
                _draw_mark(mark, ink)


def _draw_mark(mark: Mark, ink: Ink) -> None:
    element = mark.element
    chosen = _colour(element.colour) or BLACK
    if element.kind is ElementKind.ART:
        ART[element.art](ink, mark.box)
    elif element.kind in (ElementKind.RECTANGLE, ElementKind.COUPON):
        _draw_rectangle(mark, ink)
    elif element.kind is ElementKind.LINE:
        box = mark.box
        drawn = _colour(element.stroke) or chosen
        ink.line(box.left, box.top, box.right, box.bottom, drawn, element.line_width, dash=_DASHED if element.dash else "")
    elif element.kind is ElementKind.WRITING:
        drawn = _colour(element.stroke) or chosen
        for y in mark.lines:
            ink.line(mark.box.left, y, mark.box.right, y, drawn, element.line_width, dash=_DOTTED if element.dash else "")
    elif element.kind is ElementKind.CODE:
        draw_code(mark.code, mark.box, ink)
        chosen = BLACK
    elif element.kind is ElementKind.LINK:
        draw_link(mark.code, mark.box, ink)
    elif element.kind is ElementKind.BARCODE:
        draw_bars(ink, mark.bars, mark.box.left, mark.box.top, mark.point)
    for row in mark.rows:
        row.draw(ink, chosen)


def _draw_rectangle(mark: Mark, ink: Ink) -> None:
    element = mark.element
    fill, stroke = _colour(element.fill), _colour(element.stroke)
    if fill is None and stroke is None:
        return
    if element.dash:
        ink.save()
        ink.raw(f"{_DASHED} d")
    ink.round_box(
        mark.box, min(element.radius, mark.box.width / 2, mark.box.height / 2), fill=fill, stroke=stroke, width_mm=element.line_width
    )
    if element.dash:
        ink.restore()


def _draw_picture(name: str, picture: Picture, mark: Mark, ink: Ink) -> None:
    """As large as its frame holds, undistorted; at its left or right edge where the element says so, else in the middle."""
    box = mark.box
    scale = min(box.width / picture.width, box.height / picture.height)
    width, height = picture.width * scale, picture.height * scale
    spare = box.width - width
    left = box.left + (0.0 if mark.element.align is Align.LEFT else spare if mark.element.align is Align.RIGHT else spare / 2)
    ink.picture(name, Box(left, box.top + (box.height - height) / 2, width, height))


def _colour(code: str) -> Colour | None:
    return colour(code) if code else None
