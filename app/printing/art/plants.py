"""Leaves, flowers, twigs and snow. Each motif is about one unit large around its foot or middle and grows upward."""

from __future__ import annotations

import math
from collections.abc import Sequence

from app.printing.art.brush import Brush, Motif, Point, along, around, ellipse, path, polyline, smooth

_BLADE = path("M 0 0 C 0.25 -0.26 0.62 -0.25 1 0 C 0.62 0.2 0.28 0.2 0 0 Z")
_ROUND_LEAF = path("M 0 0 C 0.1 -0.42 0.72 -0.46 1 0 C 0.72 0.4 0.14 0.4 0 0 Z")
_NARROW = path("M 0 0 C 0.22 -0.11 0.6 -0.12 1 0 C 0.6 0.07 0.25 0.09 0 0 Z")
_GRASS = path("M 0 -0.02 C 0.3 -0.05 0.72 -0.02 1 0.14 C 0.7 0.03 0.3 0.01 0 0.02 Z")
_NOTCHED_PETAL = path("M 0 0 C -0.42 -0.24 -0.5 -0.72 -0.17 -0.98 L 0 -0.86 L 0.17 -0.98 C 0.5 -0.72 0.42 -0.24 0 0 Z")
_ROUND_PETAL = path("M 0 0 C -0.3 -0.12 -0.52 -0.5 -0.42 -0.76 C -0.32 -1.04 0.32 -1.04 0.42 -0.76 C 0.52 -0.5 0.3 -0.12 0 0 Z")
_LONG_PETAL = path("M 0 0 C -0.26 -0.3 -0.22 -0.78 0 -1 C 0.22 -0.78 0.26 -0.3 0 0 Z")


def blade(chosen: str, vein: str = "") -> Motif:
    """A pointed leaf from the origin to the right."""
    return _leaf(_BLADE, chosen, vein)


def round_leaf(chosen: str, vein: str = "") -> Motif:
    return _leaf(_ROUND_LEAF, chosen, vein)


def narrow_leaf(chosen: str) -> Motif:
    return _leaf(_NARROW, chosen, "")


def grass_blade(chosen: str) -> Motif:
    """A long thin leaf that bends over."""
    return _leaf(_GRASS, chosen, "")


def petal(chosen: str) -> Motif:
    """One petal of a cherry blossom, its foot at the origin."""

    def draw(brush: Brush) -> None:
        brush.fill(_NOTCHED_PETAL, chosen)

    return draw


def cherry(chosen: str, edge: str, heart: str) -> Motif:
    """Five notched petals, with stamens."""

    def draw(brush: Brush) -> None:
        _petals(brush, _NOTCHED_PETAL, 5, chosen, edge)
        for x, y, _ in around(5, 0.36):
            brush.stroke(polyline(((0, 0), (x, y))), heart, 0.035)
            brush.dot(x, y, 0.05, heart)
        for x, y, _ in around(5, 0.2, -54):
            brush.stroke(polyline(((0, 0), (x, y))), heart, 0.035)
        brush.dot(0, 0, 0.08, heart)

    return draw


def plum(chosen: str, edge: str, heart: str) -> Motif:
    """Five round petals."""

    def draw(brush: Brush) -> None:
        _petals(brush, _ROUND_PETAL, 5, chosen, edge)
        for x, y, _ in around(10, 0.42):
            brush.stroke(polyline(((0, 0), (x, y))), heart, 0.03)
            brush.dot(x, y, 0.05, heart)
        brush.dot(0, 0, 0.1, heart)

    return draw


def daisy(chosen: str, edge: str, heart: str, petals: int = 9) -> Motif:
    def draw(brush: Brush) -> None:
        _petals(brush, _LONG_PETAL, petals, chosen, edge)
        brush.dot(0, 0, 0.24, heart)

    return draw


def camellia(chosen: str, edge: str, heart: str) -> Motif:
    """Overlapping round petals around a crown of stamens."""

    def draw(brush: Brush) -> None:
        for x, y, turn in around(5, 0.44):
            brush.put(lambda one: _edged(one, ellipse(0, 0, 0.52, 0.5), chosen, edge, 0.035), x, y, 1, turn)
        for x, y, _ in around(3, 0.2, -60):
            _edged(brush, ellipse(x, y, 0.36, 0.34), chosen, edge, 0.03)
        brush.dot(0, 0, 0.24, heart)
        for x, y, _ in around(8, 0.15):
            brush.dot(x, y, 0.05, edge)

    return draw


def bud(chosen: str, stem: str) -> Motif:
    """A closed blossom that hangs below the origin."""

    def draw(brush: Brush) -> None:
        brush.fill(path("M 0 0.2 C -0.4 0.4 -0.32 0.9 0 1.02 C 0.32 0.9 0.4 0.4 0 0.2 Z"), chosen)
        brush.fill(path("M 0 0 C -0.16 0.12 -0.2 0.3 -0.18 0.42 L 0 0.34 L 0.18 0.42 C 0.2 0.3 0.16 0.12 0 0 Z"), stem)

    return draw


def berry(chosen: str, light: str) -> Motif:
    def draw(brush: Brush) -> None:
        brush.dot(0, 0, 1, chosen)
        brush.dot(-0.3, -0.32, 0.22, light)

    return draw


def snow_crystal(chosen: str, width: float = 0.05) -> Motif:
    """Six arms with twigs."""
    arm = " ".join(
        (
            polyline(((0, 0), (0, -1))),
            polyline(((-0.2, -0.86), (0, -0.66), (0.2, -0.86))),
            polyline(((-0.25, -0.6), (0, -0.38), (0.25, -0.6))),
        )
    )

    def draw(brush: Brush) -> None:
        for _, _, turn in around(6, 1):
            brush.put(lambda one: one.stroke(arm, chosen, width), 0, 0, 1, turn + 90)
        brush.stroke(polyline([(x, y) for x, y, _ in around(6, 0.2, -60)]) + " h", chosen, width)

    return draw


def bamboo_spray(chosen: Sequence[str], leaves: Sequence[tuple[float, float]]) -> Motif:
    """Narrow leaves (degrees clockwise from the right, length) from one point."""

    def draw(brush: Brush) -> None:
        for index, (degrees, length) in enumerate(leaves):
            brush.put(_leaf(_BAMBOO, chosen[index % len(chosen)], ""), 0, 0, length, degrees)

    return draw


_BAMBOO = path("M 0 0 C 0.1 -0.09 0.45 -0.12 1 0 C 0.5 0.11 0.14 0.1 0 0 Z")


def twig(brush: Brush, points: Sequence[Point], chosen: str, thick: float, thin: float) -> None:
    """A branch through the points, from `thick` to `thin`."""
    upper, lower = [], []
    for index, (x, y) in enumerate(points):
        before = points[max(index - 1, 0)]
        after = points[min(index + 1, len(points) - 1)]
        angle = math.atan2(after[1] - before[1], after[0] - before[0])
        half = (thick + (thin - thick) * index / (len(points) - 1)) / 2
        upper.append((x - math.sin(angle) * half, y + math.cos(angle) * half))
        lower.append((x + math.sin(angle) * half, y - math.cos(angle) * half))
    there = smooth(upper)
    back = smooth(lower[::-1])
    brush.fill(f"{there} {back.replace(' m', ' l', 1)} h", chosen)


def spray(
    brush: Brush,
    curve: tuple[Point, Point, Point, Point],
    leaves: Sequence[Motif],
    stem: str,
    *,
    count: int,
    size: float,
    width: float = 0.3,
    spread: float = 48,
) -> None:
    """A stem along a curve with leaves on both sides by turns, smaller toward the tip, and one at the tip."""
    steps = [along(*curve, index / 20) for index in range(21)]
    brush.stroke(smooth([(x, y) for x, y, _ in steps]), stem, width)
    for index in range(count):
        part = 0.12 + 0.88 * index / count
        x, y, heading = along(*curve, part)
        side = -1 if index % 2 else 1
        swell = math.sin(math.pi * (0.3 + 0.6 * part))
        brush.put(leaves[index % len(leaves)], x, y, size * (0.55 + 0.45 * swell), heading + side * spread, flipped=False)
    x, y, heading = along(*curve, 1)
    brush.put(leaves[0], x, y, size * 0.75, heading)


def _leaf(shape: str, chosen: str, vein: str) -> Motif:
    def draw(brush: Brush) -> None:
        brush.fill(shape, chosen)
        if vein:
            brush.stroke(path("M 0.04 0 L 0.82 -0.01"), vein, 0.025)

    return draw


def _petals(brush: Brush, shape: str, count: int, chosen: str, edge: str) -> None:
    for _, _, turn in around(count, 1):
        brush.put(lambda one: _edged(one, shape, chosen, edge, 0.03), 0, 0, 1, turn + 90)


def _edged(brush: Brush, shape: str, chosen: str, edge: str, width: float) -> None:
    brush.fill(shape, chosen)
    if edge:
        brush.stroke(shape, edge, width)
