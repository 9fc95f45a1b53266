"""Birthdays, days to remember and presents."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from app.printing.art.brush import Brush, Motif, Point, along, canvas, ellipse, path, polygon, polyline, rectangle, smooth
from app.printing.art.plants import blade, daisy, round_leaf, spray
from app.printing.geometry import Box
from app.printing.ink import Ink

_ROSE, _PALE_ROSE, _DEEP_ROSE = "#E5A9A0", "#F8E3DF", "#C9736A"
_SAGE, _PALE_SAGE, _GREEN = "#A3BBA6", "#DCE6DC", "#6E8F77"
_HONEY, _PALE_HONEY = "#E3B873", "#F7EBD3"
_BLUE = "#B9CCDA"
_GOLD, _PALE_GOLD = "#C9A65B", "#E4D0A0"


def birthday_cake(ink: Ink, box: Box) -> None:
    """A cake with candles under a line of little flags; 100 by 47."""
    with canvas(ink, box, 100, 47) as brush:
        _flags(brush)
        brush.put(_cake, 50, 45, 0.84)


def _cake(brush: Brush) -> None:
    """On the origin."""
    brush.fill(ellipse(0, -0.5, 21, 1.6), "#EFE7DA")
    brush.stroke(path("M -21 -1.9 L 21 -1.9"), "#C9B896", 0.8)
    for left, top, width, height, chosen in ((-17.0, -14.5, 34.0, 12.4, _PALE_HONEY), (-11.6, -23.9, 23.2, 9.6, "#FDF8EF")):
        tier = rectangle(left, top, width, height)
        brush.fill(tier, chosen)
        brush.stroke(tier, _HONEY, 0.3)
        _icing(brush, left, top, width)
    for x in (-12.4, -6.2, 0, 6.2, 12.4):
        brush.dot(x, -5.9, 0.8, _ROSE)
    for x in (-7, -2.3, 2.3, 7):
        _candle(brush, x, -24.1)
    for x, flipped in ((-24, False), (24, True)):
        brush.put(_side_twig, x, -1.1, 1, 0, flipped=flipped)


def _flags(brush: Brush) -> None:
    curve = ((3, 2.5), (30, 10.5), (70, 10.5), (97, 2.5))
    brush.stroke(smooth([along(*curve, step / 20)[:2] for step in range(21)]), "#B9AC97", 0.3)
    colours = (_ROSE, _PALE_HONEY, _SAGE, _PALE_ROSE, _BLUE, _HONEY, _PALE_SAGE)
    for index in range(13):
        x, y, heading = along(*curve, 0.05 + 0.075 * index)
        brush.put(_flag(colours[index % len(colours)]), x, y, 1, heading)


def _flag(chosen: str) -> Motif:
    def draw(brush: Brush) -> None:
        brush.fill(polygon(((-2.2, 0), (2.2, 0), (0, 5.4))), chosen)

    return draw


def _icing(brush: Brush, left: float, top: float, width: float) -> None:
    count = round(width / 3.9)
    step = width / count
    parts = [f"M {left} {top}"]
    for index in range(count):
        x = left + index * step
        low = top + (4.4 if index % 2 else 3.2)
        parts.append(f"L {x:.3f} {low - 1.6} C {x:.3f} {low + 0.5} {x + step:.3f} {low + 0.5} {x + step:.3f} {low - 1.6}")
    parts.append(f"L {left + width} {top} Z")
    brush.fill(path(" ".join(parts)), _PALE_ROSE)
    brush.stroke(path(" ".join(parts)), _ROSE, 0.3)


def _candle(brush: Brush, x: float, foot: float) -> None:
    brush.fill(rectangle(x - 0.65, foot - 6.6, 1.3, 6.6), _SAGE)
    for lift in (1.2, 3.0, 4.8):
        brush.stroke(polyline(((x - 0.6, foot - lift), (x + 0.6, foot - lift - 0.8))), "#FFFFFF", 0.35)
    low, high = foot - 7.2, foot - 11
    brush.fill(
        path(f"M {x} {high} C {x + 1.5} {high + 2.2} {x + 0.9} {low} {x} {low} C {x - 0.9} {low} {x - 1.5} {high + 2.2} {x} {high} Z"),
        _HONEY,
    )


def _side_twig(brush: Brush) -> None:
    leaves = (blade(_GREEN, "#B9CDB9"), blade(_SAGE, "#D9E5D9"))
    spray(brush, ((0, 0), (-6, 0), (-11, -2), (-15, -8)), leaves, _GREEN, count=5, size=4.6)


def bouquet(ink: Ink, box: Box) -> None:
    """A bunch of flowers tied with a ribbon; 40 by 56."""
    with canvas(ink, box, 40, 56) as brush:
        for x, y, degrees, chosen in _BOUQUET_LEAVES:
            brush.put(blade(chosen, "#D9E5D9"), 20, 34, math.hypot(x - 20, y - 34) / 1.15, degrees)
        wrap = path("M 8.4 27 C 13 33 17 36.4 18.2 40.4 L 14.4 54 L 25.6 54 L 21.8 40.4 C 23 36.4 27 33 31.6 27 C 25 30 15 30 8.4 27 Z")
        brush.fill(wrap, _PALE_HONEY)
        brush.stroke(wrap, _PALE_GOLD, 0.3)
        for x, y, size, chosen, edge in _BOUQUET:
            brush.put(daisy(chosen, edge, _HONEY, 10), x, y, size, x * 7)
        for x, y in ((13.6, 8), (25.6, 5.6), (30.8, 11), (8.2, 14.6), (20, 9)):
            brush.dot(x, y, 0.8, _DEEP_ROSE)
        brush.put(bow(_ROSE, _DEEP_ROSE), 20, 40.4, 0.5)


_BOUQUET: tuple[tuple[float, float, float, str, str], ...] = (
    (13, 15, 4.6, "#FFFFFF", "#D8CFC0"),
    (27, 14, 4.6, _PALE_ROSE, _ROSE),
    (20, 18.6, 5.2, _ROSE, _DEEP_ROSE),
    (11.6, 23.6, 4.2, _PALE_ROSE, _ROSE),
    (28.6, 22.8, 4.4, "#FFFFFF", "#D8CFC0"),
    (20, 27.2, 4.0, _PALE_HONEY, _HONEY),
)
_BOUQUET_LEAVES: tuple[tuple[float, float, float, str], ...] = (
    (6, 10, -122, _SAGE),
    (12, 5, -106, _GREEN),
    (20, 2, -91, _SAGE),
    (28, 4, -75, _GREEN),
    (34, 9, -60, _SAGE),
    (4, 19, -142, _GREEN),
    (36, 19, -38, _GREEN),
)


def bow(chosen: str, edge: str) -> Motif:
    """A tied ribbon around the origin, some 24 units wide."""

    def draw(brush: Brush) -> None:
        for flipped in (False, True):
            brush.put(half, 0, 0, 1, 0, flipped=flipped)
        brush.fill(ellipse(0, 0, 2.1, 2.4), chosen)
        brush.stroke(ellipse(0, 0, 2.1, 2.4), edge, 0.3)

    def half(brush: Brush) -> None:
        tail = path("M 0 0.6 C 3 5 6 9.4 9.4 14.4 L 5.4 14 L 4 17 C 2.6 11 1 6 -0.6 1 Z")
        loop = path("M 0 0 C 4 -8.4 13 -9.6 13.4 -3.4 C 13.8 2.8 5.6 4.6 0 0 Z")
        hollow = path("M 1.6 -0.4 C 5.4 -5.4 10.4 -6 10.6 -3 C 10.6 0.4 5.6 1.4 1.6 -0.4 Z")
        for shape in (tail, loop):
            brush.fill(shape, chosen)
            brush.stroke(shape, edge, 0.3)
        brush.fill(hollow, edge)

    return draw


def paper_cord(ink: Ink, box: Box) -> None:
    """A bow of paper cords, five side by side, as on a present that may come again; 100 by 36."""
    with canvas(ink, box, 100, 36) as brush:
        brush.put(_tied_cords, 50, 16, 0.82)


def _tied_cords(brush: Brush) -> None:
    """A bow around the origin."""
    colours = (_GOLD, _PALE_GOLD, _DEEP_ROSE, _PALE_GOLD, _GOLD)
    for flipped in (False, True):
        for cord in (_CORD_REACH, _CORD_TAIL, _CORD_LOOP):
            brush.put(partial(_cords, points=cord, colours=colours), 0, 0, 1, 0, flipped=flipped)
    brush.fill(path("M -3.4 -3.4 C -1.2 -4.2 1.2 -4.2 3.4 -3.4 L 3.4 3.4 C 1.2 4.2 -1.2 4.2 -3.4 3.4 Z"), "#FFFFFF")
    for index, chosen in enumerate(colours):
        x = -2.6 + 1.3 * index
        brush.stroke(path(f"M {x} -3.6 C {x * 0.8} -1.4 {x * 0.8} 1.4 {x} 3.6"), chosen, 1.0)


_CORD_LOOP = ((0.5, -1), (9, -12), (19, -17), (27.5, -14.6), (29, -7), (22, -0.6), (12, 1.6), (0.5, 1))
_CORD_REACH = ((1, 0), (14, 1.6), (30, -0.6), (63, 1.2))
_CORD_TAIL = ((0.6, 2), (6, 9), (12, 14.4), (20, 18.4))
_CORD_PITCH = 0.95


def _cords(brush: Brush, points: Sequence[Point], colours: Sequence[str]) -> None:
    """Cords side by side along the points, on white so that they hide what they cross."""
    brush.stroke(smooth(points), "#FFFFFF", _CORD_PITCH * (len(colours) + 1.2))
    for index, chosen in enumerate(colours):
        brush.stroke(smooth(_beside(points, (index - (len(colours) - 1) / 2) * _CORD_PITCH)), chosen, _CORD_PITCH * 0.82)


def _beside(points: Sequence[Point], distance: float) -> list[Point]:
    moved = []
    for index, (x, y) in enumerate(points):
        before, after = points[max(index - 1, 0)], points[min(index + 1, len(points) - 1)]
        angle = math.atan2(after[1] - before[1], after[0] - before[0])
        moved.append((x - math.sin(angle) * distance, y + math.cos(angle) * distance))
    return moved


def wrapped(ink: Ink, box: Box) -> None:
    """Ribbons across as around a present, with a bow where they meet; 100 by 148."""
    with canvas(ink, box, 100, 148) as brush:
        for shape in (rectangle(13, 0, 5.4, 148), rectangle(0, 25, 100, 5.4)):
            brush.fill(shape, _PALE_SAGE)
        for x in (14.2, 17.2):
            brush.stroke(path(f"M {x} 0 L {x} 148"), "#B9CDB9", 0.25)
        for y in (26.2, 29.2):
            brush.stroke(path(f"M 0 {y} L 100 {y}"), "#B9CDB9", 0.25)
        brush.put(_flower_knot, 15.7, 27.7)


def _flower_knot(brush: Brush) -> None:
    brush.put(bow("#C3D4C4", "#93AD97"), 0, 0, 0.86)
    leaves = (round_leaf(_SAGE), round_leaf("#BFD1C1"))
    spray(brush, ((1, -1), (6, -5), (12, -7), (19, -13)), leaves, _GREEN, count=7, size=4.4, width=0.25, spread=54)
    for x, y, size in ((3, -3, 2.9), (7.6, -7.6, 2.2), (-2.4, -6, 2.0)):
        brush.put(daisy("#FBEFD9", "#DDBB83", "#D79A45"), x, y, size, 14)
