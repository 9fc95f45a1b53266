"""Drawings without joy or colour, and marks for letters."""

from __future__ import annotations

from app.printing.art.brush import Brush, canvas, ellipse, path, polygon
from app.printing.art.plants import grass_blade
from app.printing.geometry import Box
from app.printing.ink import Ink

_GREY, _PALE_GREY = "#9AA09C", "#CDD1CE"


def quiet_grass(ink: Ink, box: Box) -> None:
    """A few leaves in grey under two thin lines, fit for a household in mourning; 100 by 36."""
    with canvas(ink, box, 100, 36) as brush:
        brush.stroke(path("M 12 9 L 88 9"), _GREY, 0.3)
        brush.stroke(path("M 12 10.2 L 88 10.2"), _PALE_GREY, 0.2)
        brush.stroke(path("M 12 33 L 88 33"), _PALE_GREY, 0.2)
        for x, size, degrees in _BLADES:
            brush.put(grass_blade(_PALE_GREY), x, 33, size, degrees)


_BLADES = (
    (78.0, 19.5, -100.0),
    (79.4, 17.0, -84.0),
    (76.6, 14.5, -118.0),
    (80.6, 13.0, -66.0),
    (75.6, 9.5, -134.0),
    (81.6, 8.5, -50.0),
)


def cut_mark(ink: Ink, box: Box) -> None:
    """Small scissors for the start of a line to cut along, its middle at half height; 10 by 8."""
    with canvas(ink, box, 10, 8) as brush:
        for flipped in (False, True):
            brush.put(_half_mark, 3.2, 4, 1, -90, flipped=flipped)


def _half_mark(brush: Brush) -> None:
    brush.fill(polygon(((-0.5, 0.3), (0.35, 0.3), (1.9, 6.2), (1.3, 5.6))), "#5A625E")
    brush.stroke(ellipse(-1.25, -1.35, 1.05, 1.35), "#5A625E", 0.45)
