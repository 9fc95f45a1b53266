"""A recorded picture on paper: its strokes as operators of the page, its words in the paper's own fonts."""

from __future__ import annotations

from itertools import pairwise
from math import isnan

from app.domain.drawing import Area, Dot, Drawing, Point, Stroke, Words
from app.printing.geometry import MM, Box
from app.printing.ink import Colour, Ink, colour
from app.printing.survey_parts import bold, regular

PX_PER_MM = 96 / 25.4
_PT = 72 / 96
_ROUND = 0.5523
_ASCENT, _DESCENT = 0.8, 0.16


def words_width(text: str, size: float, is_bold: bool) -> float:
    """In pixels, of a text of a size in pixels."""
    return (bold() if is_bold else regular()).width(text) * size


class DrawingPress:
    """Draws pictures that were recorded in pixels of 1/96 inch, at their true size."""

    def __init__(self, ink: Ink, drawing: Drawing, left: float, top: float, page_height: float) -> None:
        self._ink = ink
        self._drawing = drawing
        self._left, self._top, self._height = left, top, page_height

    def draw(self) -> None:
        for shape in self._drawing.shapes:
            if isinstance(shape, Words):
                self._words(shape)
            elif isinstance(shape, Stroke):
                self._stroke(shape)
            elif isinstance(shape, Area):
                self._area(shape)
            else:
                self._dot(shape)

    def _stroke(self, stroke: Stroke) -> None:
        runs: list[list[Point]] = [[]]
        for point in stroke.points:
            if isnan(point[0]) or isnan(point[1]):
                runs.append([])
            else:
                runs[-1].append(point)
        path = " ".join(self._path(run) for run in runs if len(run) > 1)
        if not path:
            return
        dash = f"[{' '.join(_n(part * _PT) for part in stroke.dash)}] 0 d " if stroke.dash else ""
        cap = "1 J 1 j " if stroke.round_caps else "1 j "
        self._ink.raw(f"q {_rgb(colour(stroke.color))} RG {_n(stroke.width * _PT)} w {cap}{dash}{path} S Q")

    def _area(self, area: Area) -> None:
        if len(area.outline) < 3:
            return
        seen = _through(colour(area.color), colour(self._drawing.surface), area.alpha)
        self._ink.raw(f"q {_rgb(seen)} rg {self._path(area.outline)} h f Q")

    def _dot(self, dot: Dot) -> None:
        radius = dot.radius - dot.edge_width / 2
        circle = self._circle(dot.x, dot.y, radius)
        colours = f"{_rgb(colour(dot.fill))} rg {_rgb(colour(dot.edge))} RG {_n(dot.edge_width * _PT)} w"
        self._ink.raw(f"q {colours} {circle} B Q")

    def _words(self, words: Words) -> None:
        family = bold() if words.bold else regular()
        glyphs = family.glyphs(words.text)
        width = sum(glyph.width for glyph in glyphs) * words.size
        x = words.x - {"left": 0.0, "center": width / 2, "right": width}[words.anchor]
        if words.halo:
            top, height = words.baseline - _ASCENT * words.size, (_ASCENT + _DESCENT) * words.size
            left = self._left + (x - 1) / PX_PER_MM
            box = Box(left, self._top + top / PX_PER_MM, (width + 2) / PX_PER_MM, height / PX_PER_MM)
            self._ink.fill_box(box, colour(self._drawing.surface))
        self._ink.fill_colour(colour(words.color))
        self._ink.text(glyphs, self._left + x / PX_PER_MM, self._top + words.baseline / PX_PER_MM, words.size * _PT)

    def _path(self, points: list[Point] | tuple[Point, ...]) -> str:
        first = f"{self._at(*points[0])} m"
        return " ".join([first, *(f"{self._at(*point)} l" for _, point in pairwise(points))])

    def _circle(self, x: float, y: float, radius: float) -> str:
        k = radius * _ROUND
        at = self._at
        return " ".join(
            (
                f"{at(x + radius, y)} m",
                f"{at(x + radius, y + k)} {at(x + k, y + radius)} {at(x, y + radius)} c",
                f"{at(x - k, y + radius)} {at(x - radius, y + k)} {at(x - radius, y)} c",
                f"{at(x - radius, y - k)} {at(x - k, y - radius)} {at(x, y - radius)} c",
                f"{at(x + k, y - radius)} {at(x + radius, y - k)} {at(x + radius, y)} c h",
            )
        )

    def _at(self, x: float, y: float) -> str:
        return f"{_n((self._left + x / PX_PER_MM) * MM)} {_n((self._height - self._top - y / PX_PER_MM) * MM)}"


def _through(front: Colour, behind: Colour, alpha: float) -> Colour:
    red, green, blue = (f * alpha + b * (1 - alpha) for f, b in zip(front, behind, strict=True))
    return red, green, blue


def _rgb(chosen: Colour) -> str:
    return " ".join(_n(part) for part in chosen)


def _n(number: float) -> str:
    return str(round(number, 3))
