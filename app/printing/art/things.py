"""Things of a shop: a curtain at the door, a cup, scissors, birds, stamps on a card."""

from __future__ import annotations

from app.printing.art.brush import Brush, arc, canvas, ellipse, path, polygon, polyline, rectangle
from app.printing.art.plants import blade, daisy, plum, round_leaf, spray, twig
from app.printing.geometry import Box
from app.printing.ink import Ink

_INDIGO, _PALE_INDIGO, _LINE_INDIGO = "#4F6D8F", "#DFE8F0", "#AEC2D4"
_WOOD, _PALE_WOOD = "#B59A7C", "#DCCBB4"
_GREEN, _SAGE, _PALE_SAGE = "#6E8F77", "#A3BBA6", "#CFDDCF"


def door_curtain(ink: Ink, box: Box) -> None:
    """The short curtain at a shop's door, a little open; 100 by 42."""
    with canvas(ink, box, 100, 42) as brush:
        brush.stroke(path("M 12 8 L 88 8"), _WOOD, 1.5)
        for x in (12.0, 88.0):
            brush.dot(x, 8, 1.5, _WOOD)
        for index, sway in enumerate((-1.0, -0.4, 0.6, 1.4)):
            _curtain(brush, 16.4 + index * 16.8, 8.9, 16.8, sway)
        for x in (20, 36.8, 53.6, 70.4, 80):
            brush.stroke(polyline(((x, 6.9), (x, 9.6))), _INDIGO, 0.9)
        brush.put(_crest, 50, 21.4, 5.4)


def _curtain(brush: Brush, left: float, top: float, width: float, sway: float) -> None:
    right = left + width
    cloth = path(
        f"M {left} {top} L {right} {top} L {right} {top + 6}"
        f" C {right + sway * 0.2} {top + 14} {right + sway} {top + 20} {right - 0.5 + sway} {top + 28}"
        f" C {right - 5 + sway} {top + 29.2} {left + 6 + sway} {top + 27.2} {left + 0.7 + sway} {top + 28.4}"
        f" C {left + sway} {top + 20} {left + sway * 0.2} {top + 14} {left} {top + 6} Z"
    )
    brush.fill(cloth, _PALE_INDIGO)
    brush.stroke(cloth, _LINE_INDIGO, 0.3)
    for part in (0.32, 0.7):
        x = left + width * part
        fold = path(f"M {x} {top + 18} C {x + sway * 0.3} {top + 21} {x + sway * 0.8} {top + 24} {x + sway} {top + 27.4}")
        brush.stroke(fold, "#C9D7E4", 0.3)


def _crest(brush: Brush) -> None:
    """A flower of five round petals in a ring, white on the cloth."""
    brush.dot(0, 0, 1.24, "#FFFFFF")
    brush.ring(0, 0, 1.24, _INDIGO, 0.07)
    brush.put(plum("#FFFFFF", _INDIGO, _INDIGO), 0, 0, 0.98)


def tea_cup(ink: Ink, box: Box) -> None:
    """A cup of tea on its saucer under a little steam, with leaves; 100 by 46."""
    with canvas(ink, box, 100, 46) as brush:
        brush.dot(50, 24, 19.5, "#F7F1E4")
        for x, lift in ((44.6, 0), (50, -2.2), (55.4, 0.4)):
            brush.stroke(path(f"M {x} {17 + lift} C {x - 2.6} {13.6 + lift} {x + 2.6} {11.4 + lift} {x} {8 + lift}"), "#C9B896", 0.5)
        brush.fill(ellipse(50, 37.2, 15.5, 2.3), "#DCE6DD")
        brush.stroke(ellipse(50, 37.2, 15.5, 2.3), _GREEN, 0.3)
        cup = path("M 38.4 20.6 C 38.4 30 41.4 36.6 50 36.6 C 58.6 36.6 61.6 30 61.6 20.6 Z")
        brush.stroke(path("M 61 23.6 C 67.4 22 67.6 31 59.4 31.6"), _GREEN, 1.1)
        brush.stroke(path("M 61 23.6 C 67.4 22 67.6 31 59.4 31.6"), "#F3F7F3", 0.5)
        brush.fill(cup, "#F3F7F3")
        with brush.inside(cup):
            brush.fill(rectangle(36, 29.4, 28, 1.3), _PALE_SAGE)
            brush.fill(rectangle(36, 31.6, 28, 0.5), _PALE_SAGE)
        brush.stroke(cup, _GREEN, 0.4)
        brush.fill(ellipse(50, 20.6, 11.6, 2.0), "#FFFFFF")
        brush.fill(ellipse(50, 20.9, 10.2, 1.4), "#D9B98A")
        brush.stroke(ellipse(50, 20.6, 11.6, 2.0), _GREEN, 0.35)
        for x, flipped in ((30, False), (70, True)):
            brush.put(_tea_twig, x, 36.6, 1, 0, flipped=flipped)


def _tea_twig(brush: Brush) -> None:
    leaves = (blade(_GREEN, "#B9CDB9"), blade(_SAGE, "#D9E5D9"))
    spray(brush, ((0, 0), (-6, 0.5), (-12, -2), (-17, -7)), leaves, _GREEN, count=5, size=5.4)


def scissors_and_comb(ink: Ink, box: Box) -> None:
    """What a hairdresser works with, among leaves; 100 by 44."""
    with canvas(ink, box, 100, 44) as brush:
        leaves = (round_leaf(_PALE_SAGE), round_leaf(_SAGE))
        for flipped in (False, True):
            brush.put(
                lambda one: spray(one, ((8, 4), (18, 7), (27, 4), (35, -5)), leaves, _SAGE, count=9, size=4.6, width=0.25, spread=54),
                50,
                27,
                1,
                0,
                flipped=flipped,
            )
        brush.put(_comb, 50, 22.5, 1, 38)
        brush.put(_scissors, 50, 22.5, 1, -38)


def _scissors(brush: Brush) -> None:
    for side in (False, True):
        brush.put(_half_scissors, 0, 0, 1, 11 if side else -11, flipped=side)
    brush.dot(0, 1.2, 0.95, "#FFFFFF")
    brush.ring(0, 1.2, 0.95, _INDIGO, 0.3)


def _half_scissors(brush: Brush) -> None:
    half = path("M -0.9 1.6 C -1.2 -5 -0.9 -11.6 0 -16.6 C 0.9 -11.6 1.2 -5 1 1.6 L 1.5 8 L -0.2 8.4 Z")
    brush.fill(half, "#E8EEF4")
    brush.stroke(half, _INDIGO, 0.3)
    brush.stroke(ellipse(2.3, 11.4, 2.5, 3.3), _INDIGO, 0.95)


def _comb(brush: Brush) -> None:
    back = path("M -2.4 -15 C -2.4 -16.4 1.4 -16.4 1.4 -15 L 1.4 15 C 1.4 16.4 -2.4 16.4 -2.4 15 Z")
    for step in range(21):
        y = -14.2 + step * 1.42
        brush.stroke(polyline(((1.2, y), (5.2, y))), _WOOD, 0.55 if step > 9 else 0.4)
    brush.fill(back, "#EADFCF")
    brush.stroke(back, _WOOD, 0.3)


def two_birds(ink: Ink, box: Box) -> None:
    """Two small birds that talk on a twig; 100 by 46."""
    with canvas(ink, box, 100, 46) as brush:
        twig(brush, ((10, 33), (26, 36), (48, 35), (70, 36.4), (90, 31)), "#9A8470", 1.0, 0.5)
        leaves = (blade(_GREEN, "#B9CDB9"), blade(_SAGE, "#D9E5D9"))
        for index, (x, y, degrees, size) in enumerate(_TWIG_LEAVES):
            brush.put(leaves[index % 2], x, y, size, degrees)
        for x, y, size in ((29.6, 32.6, 2.3), (73, 33, 2.1)):
            brush.put(daisy("#FBEFD9", "#DDBB83", "#D79A45", 7), x, y, size)
        brush.put(lambda one: _bird(one, "#BFD0DE", "#8FA9BF", "#F4EEE2"), 39.6, 27, 1)
        brush.put(lambda one: _bird(one, "#EBC9AE", "#D09B74", "#FAF3E8"), 60.4, 27.4, 0.94, 0, flipped=True)
        for x, y, size in ((50, 12.4, 2.3), (44.8, 9.4, 1.5), (55.4, 8.6, 1.7)):
            brush.put(daisy("#FBEFD9", "#DDBB83", "#D79A45", 7), x, y, size)


_TWIG_LEAVES: tuple[tuple[float, float, float, float], ...] = (
    (13, 33.4, -120, 5.4),
    (18, 34.6, 60, 5),
    (24, 35.6, -58, 4.6),
    (77, 35.4, -118, 4.8),
    (83, 33.8, 62, 5),
    (88, 31.8, -50, 5.6),
)


def _bird(brush: Brush, coat: str, wing: str, belly: str) -> None:
    for x in (-1.2, 1.2):
        brush.stroke(polyline(((x, 6.4), (x + 0.3, 8.7))), "#9A8470", 0.4)
    brush.fill(path("M -6.4 2.4 L -14.4 6.2 L -13.2 8.2 L -4.6 6 Z"), wing)
    body = path("M -8 3 C -8 -2 -3.4 -3.2 -0.4 -5.4 C 0.4 -9.6 6.8 -10.2 8 -5.4 C 8.8 -1.6 8.4 7.4 -0.4 7.6 C -4.8 7.6 -7.6 6 -8 3 Z")
    brush.fill(body, coat)
    with brush.inside(body):
        brush.fill(ellipse(4.6, 4.2, 6.4, 5.6), belly)
    brush.fill(path("M -8.4 3.4 C -7 -0.8 -1.4 -2.2 1.8 0.4 C 1.6 4.2 -3.8 6.2 -8.4 3.4 Z"), wing)
    brush.fill(polygon(((7.8, -6.2), (10.7, -4.9), (7.9, -4.1))), "#C98B4B")
    brush.dot(5.4, -6, 0.62, "#3B3330")


def stamp_card(ink: Ink, box: Box) -> None:
    """A row of stamps, most of them filled with a flower; 100 by 34."""
    with canvas(ink, box, 100, 34) as brush:
        card = path(
            "M 11 5 L 89 5 C 90.7 5 92 6.3 92 8 L 92 26 C 92 27.7 90.7 29 89 29 L 11 29 C 9.3 29 8 27.7 8 26 L 8 8 C 8 6.3 9.3 5 11 5 Z"
        )
        brush.fill(card, "#F7F1E4")
        brush.stroke(card, "#E6D9C6", 0.3)
        brush.stroke(path("M 12 23.8 L 88 23.8"), "#DCCBB4", 0.25)
        for index in range(6):
            x = 18 + index * 12.8
            brush.dot(x, 15.4, 5, "#FFFFFF")
            brush.ring(x, 15.4, 5, "#DCCBB4", 0.3)
            if index < 4:
                brush.put(plum("#F0C9BE", "#CF8A76", "#B5634A"), x, 15.4, 3.9, index * 17)
            else:
                brush.stroke(arc(x, 15.4, 3.4, 200, 340), "#E6D9C6", 0.3)
