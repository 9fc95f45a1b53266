"""Summer: a wind-bell, goldfish, and the grasses of its end."""

from __future__ import annotations

import math

from app.printing.art.brush import Brush, along, arc, canvas, ellipse, path, polygon, polyline, smooth
from app.printing.art.plants import grass_blade, narrow_leaf
from app.printing.geometry import Box
from app.printing.ink import Ink

_INDIGO, _BLUE, _PALE_BLUE, _WATER = "#4F6D8F", "#8FB0CC", "#DDE9F2", "#C3D7E6"
_CORAL, _PALE_CORAL = "#D9795B", "#F0B9A3"
_GREEN, _PALE_GREEN = "#7F9F86", "#C5D6C6"


def wind_bell(ink: Ink, box: Box) -> None:
    """A glass wind-bell at the right with its strip in the wind, rings of water at the left; 100 by 52."""
    with canvas(ink, box, 100, 52) as brush:
        for x, y, across in ((22.0, 43.0, 10.0), (22, 43, 5.8), (44, 47, 6.4), (44, 47, 3.2)):
            brush.stroke(ellipse(x, y, across, across * 0.3), _WATER, 0.3)
        for x, y in ((19, 11), (12, 16)):
            brush.put(_gust, x, y)
        brush.stroke(path("M 80 0 L 80 7.5"), _INDIGO, 0.3)
        brush.put(_bell, 80, 7.5)


def _gust(brush: Brush) -> None:
    brush.stroke(path("M 0 0 C 8 -3 14 2 22 -1 C 26 -2.6 26.4 -6.4 23.4 -6.6 C 21.2 -6.6 20.8 -4 22.6 -3.4"), _WATER, 0.3)


def _bell(brush: Brush) -> None:
    glass = path("M -9.2 16.4 C -12.6 11.6 -11.8 0.8 0 0.6 C 11.8 0.8 12.6 11.6 9.2 16.4 C 4 18.2 -4 18.2 -9.2 16.4 Z")
    brush.fill(glass, "#EFF5FA")
    with brush.inside(glass):
        for x, y, size, degrees in ((-5.2, 8.6, 3.5, -12), (4.6, 11, 2.9, 30), (1.4, 4.6, 2.1, 8)):
            brush.put(_morning_glory, x, y, size, degrees)
        for x, y, degrees in ((-0.8, 12.8, 24), (7.2, 6.6, -60), (-8.8, 12.8, 60)):
            brush.put(narrow_leaf(_GREEN), x, y, 3.8, degrees)
    brush.stroke(glass, _BLUE, 0.45)
    brush.stroke(path("M -8.6 15 C -3.6 16.6 3.6 16.6 8.6 15"), _BLUE, 0.25)
    brush.stroke(path("M -9 6.4 C -8 4.2 -6.4 2.9 -4.6 2.2"), "#FFFFFF", 0.9)
    brush.dot(0, 0.4, 1.1, _INDIGO)
    brush.stroke(path("M 0 1.2 L 0 19.6"), _INDIGO, 0.25)
    brush.dot(0, 19.6, 0.9, _INDIGO)
    brush.stroke(path("M 0 20.4 C 0.2 22 0.8 23 1.4 24.2"), _INDIGO, 0.25)
    strip = path("M -1.4 24.6 L 4.4 23.8 C 5.4 29 8.2 33 8.2 38.6 L 2.4 40.2 C 2.8 34.6 -0.4 30 -1.4 24.6 Z")
    brush.fill(strip, "#F3D9CF")
    brush.stroke(strip, _PALE_CORAL, 0.25)
    brush.stroke(path("M 2 27 C 2.7 30.4 4.7 33.4 5.3 37"), _CORAL, 0.35)


def _morning_glory(brush: Brush) -> None:
    brush.dot(0, 0, 1, _BLUE)
    for degrees in range(0, 360, 72):
        angle = math.radians(degrees)
        brush.stroke(polyline(((0, 0), (math.cos(angle) * 0.95, math.sin(angle) * 0.95))), "#EFF5FA", 0.16)
    brush.dot(0, 0, 0.26, "#F6EFD8")


def goldfish(ink: Ink, box: Box) -> None:
    """Two goldfish under water weed, with rings on the water; 100 by 52."""
    with canvas(ink, box, 100, 52) as brush:
        for x, y, across in ((26.0, 19.0, 17.0), (26, 19, 11), (26, 19, 5.4), (77, 37, 13.5), (77, 37, 8.2), (77, 37, 3.6)):
            brush.stroke(ellipse(x, y, across, across * 0.42), _WATER, 0.3)
        brush.put(_fish, 38, 30.5, 1.0, -24)
        brush.put(_fish, 69, 20.5, 0.72, 152)
        for x, y, size in ((46.6, 18.4, 0.9), (49.4, 15.2, 0.6), (56, 29, 0.7), (53.6, 31.6, 0.5)):
            brush.ring(x, y, size, _BLUE, 0.22)
        for x, y, size, degrees in ((90.0, 11.0, 6.4, 20), (83.6, 7.4, 4.6, 200), (10, 42, 5.8, -30), (16.4, 46.4, 4.2, 110)):
            brush.put(_float_leaf, x, y, size, degrees)


def _fish(brush: Brush) -> None:
    for tail in (
        path("M -7.4 -0.4 C -11 -7.2 -17.6 -8.4 -20.4 -6.2 C -17 -5 -16.6 -2.4 -18.6 -0.6 C -14.6 -1.2 -11 -0.2 -7.4 1 Z"),
        path("M -7.4 0.2 C -11.6 1 -15.8 4.4 -16.4 9.4 C -14.2 7.6 -11.8 8 -10.4 9.6 C -10.8 6 -9.4 3 -6.8 1.6 Z"),
    ):
        brush.fill(tail, _PALE_CORAL)
        brush.stroke(tail, "#E59D83", 0.2)
    brush.fill(path("M -2.4 -3.6 C -3.8 -7.2 -0.8 -8.4 2.6 -6.8 C 2.4 -5.4 2.8 -4.4 3.4 -3.6 Z"), _PALE_CORAL)
    brush.fill(path("M 0.4 3.2 C -1.6 6 -0.6 7.6 1.6 7.8 C 1.8 6 2.8 4.4 4 3.2 Z"), _PALE_CORAL)
    brush.fill(path("M -8.6 0.3 C -5.4 -4.9 3.4 -6 8.6 -1.5 C 9.9 -0.4 9.9 0.8 8.6 1.7 C 3.6 5.2 -5 4.4 -8.6 0.3 Z"), _CORAL)
    brush.fill(path("M -4 2.6 C 0 1.4 4.4 1.8 7.4 2.5 C 3.4 4.6 -1.2 4.6 -4 2.6 Z"), "#F4D3C4")
    for x, y in ((-4.6, -0.8), (-2.2, -1.9), (-2.4, 0.6), (0.2, -0.8)):
        brush.stroke(arc(x, y, 1.1, -60, 60), "#EBA58D", 0.2)
    brush.dot(6.5, -1.3, 0.75, "#FFFFFF")
    brush.dot(6.7, -1.3, 0.42, "#3B3330")


def _float_leaf(brush: Brush) -> None:
    shape = path("M 0 0 L 0.92 -0.2 C 0.9 0.3 0.62 0.66 0.1 0.7 C -0.5 0.7 -0.9 0.34 -0.9 0 C -0.9 -0.44 -0.4 -0.7 0.1 -0.68 L 0 0 Z")
    brush.fill(shape, _PALE_GREEN)
    for degrees in (60, 110, 160, 215):
        angle = math.radians(degrees)
        brush.stroke(polyline(((0, 0), (0.62 * math.cos(angle), 0.5 * math.sin(angle)))), "#A9C1AC", 0.03)


def grasses(ink: Ink, box: Box) -> None:
    """Pampas grass and a dragonfly, for the heat that stays; 100 by 56."""
    with canvas(ink, box, 100, 56) as brush:
        brush.dot(72, 20, 13.5, "#F6EFD8")
        for start, first, second, end, size in _PLUMES:
            curve = (start, first, second, end)
            brush.stroke(smooth([along(*curve, index / 16)[:2] for index in range(17)]), "#9AAE8C", 0.35)
            _plume(brush, along(*curve, 1), size)
        for x, y, size, degrees in ((86, 57, 30, -118), (91, 57, 25, -64), (97, 57, 32, -104), (80, 57, 19, -70), (99, 57, 24, -130)):
            brush.put(grass_blade("#B7C6A9"), x, y, size, degrees)
        brush.put(_dragonfly, 27, 21, 1, -22)


_PLUMES = (
    ((88, 57), (87, 40), (82, 22), (67, 13), 15.0),
    ((93, 57), (93, 38), (91, 20), (81, 7), 13.5),
    ((97, 57), (98, 44), (95, 32), (88, 24), 11.5),
)


def _plume(brush: Brush, tip: tuple[float, float, float], size: float) -> None:
    x, y, heading = tip
    for index in range(11):
        part = index / 10
        length = size * (0.72 - 0.3 * part)
        turned = heading + (-26 + 34 * part) * (1 if index % 2 else 0.55)
        back = math.radians(heading)
        foot = x - math.cos(back) * size * 0.34 * (1 - part), y - math.sin(back) * size * 0.34 * (1 - part)
        brush.put(narrow_leaf("#D9BF93" if index % 2 else "#E6D3B0"), *foot, length, turned)


def _dragonfly(brush: Brush) -> None:
    for root, degrees, size in (((1.6, -0.2), -128, 12.5), ((0.4, -0.2), -104, 11), ((1.6, 0.2), 112, 12.5), ((0.4, 0.2), 136, 11)):
        brush.put(_wing, *root, size, degrees)
    brush.stroke(path("M 1.6 0 C -4 0.5 -9 0 -14.6 -1.4"), "#B5634A", 0.85)
    for step in range(5):
        brush.dot(-3.4 - 2.4 * step, 0.24 - 0.13 * step * step * 0.6, 0.2, "#F4E2D8")
    brush.fill(ellipse(1.6, 0, 2.5, 1.25), "#B5634A")
    brush.dot(4.6, -0.75, 0.95, "#7C4636")
    brush.dot(4.6, 0.75, 0.95, "#7C4636")


def _wing(brush: Brush) -> None:
    shape = path("M 0 0 C 0.3 -0.12 0.72 -0.18 0.96 -0.1 C 1.04 -0.02 0.98 0.08 0.84 0.1 C 0.5 0.14 0.2 0.08 0 0 Z")
    brush.fill(shape, "#E8F0F4")
    brush.stroke(shape, "#9DB4C3", 0.018)
    brush.stroke(path("M 0.04 0 C 0.34 -0.04 0.66 -0.06 0.94 -0.02"), "#9DB4C3", 0.012)
    brush.fill(polygon(((0.82, -0.145), (0.92, -0.12), (0.92, -0.08), (0.82, -0.1))), "#B5634A")
