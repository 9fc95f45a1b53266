"""May and June: a swallow over young leaves, hydrangeas in the rain."""

from __future__ import annotations

import math

from app.printing.art.brush import Brush, Motif, canvas, path, polyline, smooth
from app.printing.art.plants import blade, round_leaf, spray, twig
from app.printing.geometry import Box
from app.printing.ink import Ink

_GREEN, _YOUNG, _PALE_GREEN = "#7FA06F", "#A9C294", "#CFDFC0"
_NIGHT, _BREAST, _THROAT = "#5B718C", "#FBFAF5", "#C98468"
_RAIN = "#BACDDC"


def swallow_and_leaves(ink: Ink, box: Box) -> None:
    """Young leaves at the upper right and a swallow that flies past; 100 by 44."""
    with canvas(ink, box, 100, 44) as brush:
        twig(brush, ((102, 3), (90, 7), (78, 8), (66, 13)), "#9A8470", 0.9, 0.35)
        leaves = (blade(_GREEN, "#C4D4B8"), blade(_YOUNG, "#DDE8D2"), round_leaf(_PALE_GREEN, "#EAF1E3"))
        for start, first, second, end, count in _SHOOTS:
            spray(brush, (start, first, second, end), leaves, _GREEN, count=count, size=6.4, width=0.28, spread=50)
        brush.put(_swallow, 32, 21, 0.98, -14)
        for left, y, width in ((4, 33, 9), (8, 35.6, 5), (50, 33, 11), (57, 35.6, 6)):
            brush.stroke(path(f"M {left} {y} L {left + width} {y}"), "#D8E2EA", 0.35)


_SHOOTS = (
    ((99.0, 4.0), (95.0, 14.0), (88.0, 20.0), (86.0, 30.0), 9),
    ((84.0, 7.6), (80.0, 13.0), (76.0, 17.0), (75.0, 24.0), 7),
    ((90.0, 7.0), (82.0, 2.0), (72.0, 2.0), (60.0, 6.0), 8),
    ((72.0, 10.0), (66.0, 13.0), (62.0, 15.0), (57.0, 20.0), 6),
)


def _swallow(brush: Brush) -> None:
    """Its head to the right."""
    tail = path(
        "M -7 1 C -12 1.6 -17 3.4 -22.4 6.8 C -18.6 5.6 -15.6 4.8 -13 4.6 C -15.6 6.6 -17.8 8.8 -19.4 11.4 C -15 7.4 -10.4 5 -5.4 3.4 Z"
    )
    far_wing = path("M 1.4 -1.4 C -1.6 -7 -6.4 -12.6 -13.6 -17.2 C -12 -11 -8.6 -4.6 -4 -0.4 Z")
    near_wing = path("M 2.6 0.2 C 0.4 6.4 -4 13 -11 18.4 C -10 11.6 -7.6 5.4 -4 1.2 Z")
    body = path("M 10.4 -1 C 8.6 -4 4.6 -4.2 0.6 -2.6 C -3 -1.4 -6 0 -8 1.4 C -5.4 3.8 -1 4.2 3 3 C 6.4 2 9.2 0.6 10.4 -1 Z")
    for shape, chosen in ((tail, _NIGHT), (far_wing, "#7C90A8"), (body, _NIGHT)):
        brush.fill(shape, chosen)
    with brush.inside(body):
        brush.fill(path("M 12 0 C 7 0 1 0.6 -8 2 L -8 6 L 12 6 Z"), _BREAST)
        brush.stroke(path("M 10.4 -1 C 9.2 0.6 6.4 2 3 3 C -1 4.2 -5.4 3.8 -8 1.4"), "#B7C1CC", 0.4)
        brush.fill(path("M 12 -1 C 9 -1.4 6.6 -0.8 5.6 0.6 C 7 2 9.6 1.6 12 0 Z"), _THROAT)
    brush.fill(near_wing, _NIGHT)
    brush.fill(path("M 10 -1.6 L 12.6 -0.8 L 10 -0.3 Z"), "#4A4440")
    brush.dot(8, -2, 0.45, "#FFFFFF")


def hydrangea(ink: Ink, box: Box) -> None:
    """Two hydrangeas in soft rain; 100 by 46."""
    with canvas(ink, box, 100, 46) as brush:
        for x, y, length in _DROPS:
            brush.stroke(polyline(((x, y), (x - length * 0.12, y + length))), _RAIN, 0.3)
        brush.stroke(smooth(((76, 22), (79, 34), (80, 48))), _GREEN, 0.8)
        for x, y, size, degrees, chosen in _BIG_LEAVES:
            brush.put(round_leaf(chosen, "#E2ECDA"), x, y, size, degrees)
        for x, y, radius, turn in ((90.0, 30.0, 8.6, 1), (74.0, 18.6, 12.2, 0)):
            _flower_head(brush, x, y, radius, turn)


_DROPS = ((9.0, 5.0, 6.0), (18, 15, 5.0), (28, 6, 7.0), (37, 17, 5.0), (46, 8, 6.0), (55, 17, 5.0), (14, 24, 4.0))
_BIG_LEAVES = (
    (78.0, 27.0, 17.0, 152.0, _YOUNG),
    (80.0, 32.0, 16.0, 24.0, _GREEN),
    (79.0, 36.0, 15.0, 128.0, _GREEN),
    (84.0, 14.0, 13.0, -34.0, _YOUNG),
    (66.0, 12.0, 11.0, -150.0, _GREEN),
)
_PETAL_COLOURS = ("#A9BEDD", "#C0B9DC", "#B7CBE6", "#CFC6E4", "#9FB4D6")


def _flower_head(brush: Brush, x: float, y: float, radius: float, turn: int) -> None:
    """Florets in rings from the rim to the middle, so that each lies on the ones further out."""
    brush.dot(x, y, radius * 0.95, "#B3BFDF")
    for ring, share in enumerate((0.88, 0.6, 0.32, 0.0)):
        count = round(2 * math.pi * share * radius / 4.3) or 1
        for index in range(count):
            angle = math.radians(360 * index / count + 23 * ring + 11 * turn)
            chosen = _PETAL_COLOURS[(index * 2 + ring + turn) % len(_PETAL_COLOURS)]
            brush.put(
                _floret(chosen), x + share * radius * math.cos(angle), y + share * radius * math.sin(angle), 2.9, 37 * index + 20 * ring
            )


def _floret(chosen: str) -> Motif:
    shape = path("M 0 0 C -0.62 -0.14 -0.66 -0.86 0 -1.02 C 0.66 -0.86 0.62 -0.14 0 0 Z")

    def draw(brush: Brush) -> None:
        for degrees in (0, 90, 180, 270):
            brush.put(lambda one: _edged_petal(one, shape, chosen), 0, 0, 1, degrees)
        brush.dot(0, 0, 0.15, "#F6F2DF")

    return draw


def _edged_petal(brush: Brush, shape: str, chosen: str) -> None:
    brush.fill(shape, chosen)
    brush.stroke(shape, "#F4F6FB", 0.07)
