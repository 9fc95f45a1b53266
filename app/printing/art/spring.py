"""Spring and the pictures of thanks that carry flowers."""

from __future__ import annotations

from app.printing.art.brush import Brush, Point, canvas
from app.printing.art.plants import berry, blade, bud, cherry, daisy, petal, round_leaf, spray, twig
from app.printing.geometry import Box
from app.printing.ink import Ink

_BARK = "#8A6F63"
_ROSE, _ROSE_EDGE, _ROSE_HEART = "#F6D6DA", "#E3A9B2", "#C4707F"
_PALE_ROSE = "#FAE6E8"
_GREEN, _SAGE, _PALE_SAGE = "#6E8F77", "#A3BBA6", "#CFDDCF"


def cherry_branch(ink: Ink, box: Box) -> None:
    """A branch in blossom that reaches in from the upper right, petals in the wind; 100 by 40."""
    with canvas(ink, box, 100, 40) as brush:
        twig(brush, ((104, 4), (90, 9.5), (76, 11), (62, 16.5), (49, 17), (38, 21)), _BARK, 1.9, 0.5)
        twig(brush, ((84, 10), (78, 17), (69, 21.5), (63, 27)), _BARK, 1.0, 0.35)
        twig(brush, ((66, 15), (58, 10.5), (51, 9.5)), _BARK, 0.8, 0.3)
        for x, y, size, degrees in _HANGING_BUDS:
            brush.put(bud("#EDB5BE", "#9A7A6C"), x, y, size, degrees)
        for x, y, size, degrees in _CHERRIES:
            brush.put(cherry(_ROSE, _ROSE_EDGE, _ROSE_HEART), x, y, size, degrees)
        for x, y, size, degrees in _LOOSE_PETALS:
            brush.put(petal(_PALE_ROSE if degrees % 2 else _ROSE), x, y, size, degrees)


_CHERRIES = (
    (93, 10.5, 5.6, 10),
    (84.5, 15.5, 5.0, 40),
    (86.5, 6.2, 4.2, -20),
    (74.5, 11.5, 5.2, 25),
    (66, 21.5, 4.6, -12),
    (61.5, 28.2, 3.6, 30),
    (60, 14.5, 4.2, 5),
    (50.5, 9.8, 3.4, 50),
    (47, 18.2, 3.6, -25),
)
_HANGING_BUDS = ((55, 17, 2.6, 20), (70, 13.4, 2.6, -14), (38, 20.6, 2.6, 50), (42.5, 19.5, 2.2, 8), (71.5, 20.8, 2.4, 12))
_LOOSE_PETALS = ((31, 29, 3.0, 55), (21, 17.5, 2.5, -40), (12, 30, 2.8, 101), (44, 31, 2.3, 171), (80, 31, 2.6, 33), (91, 36, 2.2, -70))


def flower_garland(ink: Ink, box: Box) -> None:
    """Two twigs with small flowers that hold a headline between and above them; 100 by 46."""
    with canvas(ink, box, 100, 46) as brush:
        for side in (False, True):
            brush.put(_half_garland, 50, 0, 1, 0, flipped=side)
        for x, y, size in ((50, 38.4, 4.6), (43.4, 36.2, 3.2), (56.6, 36.2, 3.2)):
            brush.put(daisy("#FBEFD9", "#DDBB83", "#D79A45"), x, y, size, 12)
        for x, y in ((46.6, 41.2), (53.4, 41.2), (50, 32.6)):
            brush.put(berry("#C97B63", "#E9B7A5"), x, y, 0.85)


def _half_garland(brush: Brush) -> None:
    leaves = (blade(_GREEN, "#B9CDB9"), blade(_SAGE, "#D9E5D9"))
    spray(brush, ((2, 38), (18, 38), (34, 30), (38.5, 12)), leaves, _GREEN, count=15, size=6.2)
    spray(brush, ((6, 38), (14, 34), (20, 31), (25, 24)), (round_leaf(_PALE_SAGE),), _SAGE, count=6, size=3.4, width=0.2, spread=58)
    for x, y, size in ((22.5, 34.5, 2.2), (32.5, 24.5, 1.9)):
        brush.put(daisy("#FBEFD9", "#DDBB83", "#D79A45", 7), x, y, size)
    for x, y in ((28, 36.8), (38.6, 21), (17, 40.6)):
        brush.put(berry("#C97B63", "#E9B7A5"), x, y, 0.7)


def leaf_corner(ink: Ink, box: Box) -> None:
    """Twigs out of the upper right corner, for a letter; 60 by 44."""
    with canvas(ink, box, 60, 44) as brush:
        corner: Point = (61, -1)
        leaves = (blade(_GREEN, "#B9CDB9"), blade(_SAGE, "#D9E5D9"))
        spray(brush, (corner, (50, 3), (32, 3), (12, 11)), leaves, _GREEN, count=13, size=6.6)
        spray(brush, (corner, (57, 12), (55, 24), (50, 38)), leaves[::-1], _SAGE, count=10, size=6.0)
        spray(brush, (corner, (52, 9), (44, 16), (37, 24)), (round_leaf(_PALE_SAGE),), _SAGE, count=8, size=4.4, width=0.22, spread=56)
        for x, y, radius in ((46, 8.4, 0.9), (52.4, 15.4, 0.9), (43.4, 13, 0.75), (33, 8.6, 0.7)):
            brush.put(berry("#C97B63", "#E9B7A5"), x, y, radius)
