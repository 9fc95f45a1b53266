"""Winter: snow and berries, bamboo under snow, the first sun of the year."""

from __future__ import annotations

from app.printing.art.brush import Brush, arc, canvas, ellipse, path, rectangle, smooth
from app.printing.art.plants import bamboo_spray, berry, narrow_leaf, plum, snow_crystal, twig
from app.printing.geometry import Box
from app.printing.ink import Ink

_ICE, _PALE_ICE = "#A9C0D1", "#D3E0E9"


def snow_and_berries(ink: Ink, box: Box) -> None:
    """Snow falling past a twig of red berries; 100 by 46."""
    with canvas(ink, box, 100, 46) as brush:
        for x, y, size, degrees, chosen in _CRYSTALS:
            brush.put(snow_crystal(chosen), x, y, size, degrees)
        for x, y, size in _FLAKES:
            brush.dot(x, y, size, _PALE_ICE)
        twig(brush, ((103, 2), (92, 9), (83, 12), (73, 19)), "#8C7A6B", 1.1, 0.35)
        twig(brush, ((90, 10), (86, 20), (80, 28)), "#8C7A6B", 0.7, 0.3)
        for x, y, size, degrees in _NANDINA_LEAVES:
            brush.put(narrow_leaf("#7A9A82" if size > 9 else "#9DB6A1"), x, y, size, degrees)
        for x, y, radius in _BERRIES:
            brush.put(berry("#C24A37", "#E79A8B"), x, y, radius)


_CRYSTALS: tuple[tuple[float, float, float, float, str], ...] = (
    (15, 14, 7.6, 8, _ICE),
    (36, 27, 4.6, 22, _PALE_ICE),
    (54, 11, 5.4, 3, _PALE_ICE),
    (10, 35, 4.2, 15, _PALE_ICE),
)
_FLAKES: tuple[tuple[float, float, float], ...] = (
    (27, 9, 0.9),
    (44, 18, 0.7),
    (24, 33, 0.8),
    (63, 24, 0.8),
    (70, 6, 0.7),
    (19, 27, 0.5),
    (92, 42, 0.8),
)
_NANDINA_LEAVES: tuple[tuple[float, float, float, float], ...] = (
    (84, 11.6, 11, -150),
    (80, 14, 10, -128),
    (75, 17.6, 9.4, 176),
    (73, 19, 9.6, 140),
    (92, 9, 10.4, -98),
    (88, 15.6, 10, 24),
    (85, 21.6, 9.6, 10),
    (80, 28, 9.2, 118),
    (81, 26.4, 8.6, 176),
    (82, 24.6, 9.4, 62),
)
_BERRIES = (
    (76.4, 23.4, 1.35),
    (79.4, 22, 1.35),
    (78.2, 25.8, 1.3),
    (73.8, 25.8, 1.3),
    (75.6, 28.4, 1.25),
    (78.6, 29, 1.2),
    (72.6, 29, 1.15),
    (75.2, 31.6, 1.1),
    (81.8, 18.8, 1.25),
)


def snowy_bamboo(ink: Ink, box: Box) -> None:
    """Bamboo leaves under snow in quiet grey green, fit for every household; 100 by 48."""
    with canvas(ink, box, 100, 48) as brush:
        for x, y, size in _QUIET_FLAKES:
            brush.dot(x, y, size, _PALE_ICE)
        for points, thick in ((((101, 6), (88, 8), (74, 13), (64, 20)), 0.75), (((101, 22), (92, 24), (84, 29), (79, 36)), 0.6)):
            twig(brush, points, "#8A9A8E", thick, 0.3)
        for x, y, size, turn in ((64, 20, 1.0, 0), (76, 12.4, 0.95, -8), (89, 8, 0.85, -16), (79, 36, 0.85, 16), (88, 26.4, 0.8, 2)):
            brush.put(_snowy_spray, x, y, size, turn)


_QUIET_FLAKES: tuple[tuple[float, float, float], ...] = (
    (12, 12, 0.9),
    (24, 25, 0.7),
    (38, 9, 0.8),
    (52, 30, 0.7),
    (8, 33, 0.6),
    (33, 38, 0.8),
    (60, 12, 0.6),
    (18, 42, 0.6),
)


def _snowy_spray(brush: Brush) -> None:
    leaves = ((196, 15.0), (168, 14.0), (139, 14.5), (108, 12.5))
    brush.put(bamboo_spray(("#8FA597", "#AEBFB2"), leaves), 0, 0)
    for degrees, length, lift in ((196, 12.0, -0.5), (168, 11.0, -0.6)):
        brush.put(_snow_cap, 0, lift, length, degrees)


def _snow_cap(brush: Brush) -> None:
    cap = path("M 0.1 0.01 C 0.3 0.14 0.66 0.13 0.94 0.03 C 0.7 0.04 0.5 -0.02 0.34 0.01 C 0.24 0.03 0.18 -0.01 0.1 0.01 Z")
    brush.fill(cap, "#FFFFFF")
    brush.stroke(cap, _PALE_ICE, 0.02)


def first_sunrise(ink: Ink, box: Box) -> None:
    """The first sun of the year behind Mount Fuji, mist, waves and plum blossoms; 100 by 46."""
    with canvas(ink, box, 100, 46) as brush:
        brush.put(_sunrise, 0, -5.5)
        brush.put(_plum_branch, 0, -3)


def _sunrise(brush: Brush) -> None:
    brush.dot(66, 19, 11.5, "#E2705A")
    _fuji(brush)
    for y, left, right in ((37.5, 6, 44), (40.5, 18, 78), (34.4, 62, 96)):
        _mist(brush, left, right, y)
    _waves(brush)


def _plum_branch(brush: Brush) -> None:
    twig(brush, ((-3, 12), (7, 14), (16, 11), (25, 13)), "#8A6F63", 1.3, 0.4)
    twig(brush, ((10, 13.4), (15, 19), (22, 21.6)), "#8A6F63", 0.8, 0.3)
    for x, y, size, degrees in ((9.0, 10.6, 3.8, 0), (16.4, 14.4, 3.2, 30), (24.8, 10.8, 2.8, 10), (21.4, 20.2, 3.0, 50)):
        brush.put(plum("#F4CFCB", "#DA9A94", "#BE5A4E"), x, y, size, degrees)
    for x, y in ((28.4, 13.6), (25.4, 22.4), (5.4, 16.6)):
        brush.dot(x, y, 0.85, "#E6ABA4")


def _fuji(brush: Brush) -> None:
    slope = path("M 14 46 C 27 38 36 27 41 19.4 C 43.4 18.6 48.6 18.6 51 19.4 C 56 27 65 38 80 46 Z")
    brush.fill(slope, "#CBD8E3")
    brush.fill(
        path(
            "M 41 19.4 C 43.4 18.6 48.6 18.6 51 19.4 C 52.6 22 54.6 25.2 57 28.4 L 53.2 26.2 L 51.6 29.8 L 48.4 25.8 L 45.6 30.4"
            " L 43 26.6 L 38.8 29.6 L 35.2 28.2 C 37.4 25.2 39.6 21.8 41 19.4 Z"
        ),
        "#FFFFFF",
    )
    brush.stroke(path("M 14 46 C 27 38 36 27 41 19.4 C 43.4 18.6 48.6 18.6 51 19.4 C 56 27 65 38 80 46"), "#A3B8CA", 0.25)


def _mist(brush: Brush, left: float, right: float, y: float) -> None:
    high, low = y - 1.2, y + 1.2
    outline = ((left, y), (left + 1.2, high), (right - 1.2, high), (right, y), (right - 1.2, low), (left + 1.2, low))
    brush.fill(smooth(outline, closed=True), "#FFFFFF")
    brush.stroke(path(f"M {left} {y} L {right} {y}"), "#D8BE86", 0.3)
    brush.stroke(path(f"M {left + 5} {y + 1.2} L {right - 9} {y + 1.2}"), "#E9DAB7", 0.2)


def _waves(brush: Brush) -> None:
    """Rows of overlapping scales that thin out to the right."""
    for row in range(2):
        y = 44.8 + row * 3.1
        for column in range(17):
            x = column * 6.2 + (3.1 if row % 2 else 0)
            brush.fill(ellipse(x, y + 3.1, 3.1, 3.1), "#FFFFFF")
            for radius, chosen in ((3.1, "#8FB0CC"), (2.1, "#B4CBDD"), (1.1, "#D5E3EE")):
                brush.stroke(arc(x, y + 3.1, radius, 180, 360), chosen, 0.28)
    brush.fill(rectangle(0, 51.0, 100, 4), "#FFFFFF")
