"""Maple leaves."""

from __future__ import annotations

import math

from app.printing.geometry import Box
from app.printing.ink import Colour, Ink, colour

_LOBES = ((128, 0.36), (84, 0.70), (41, 0.92), (0, 1.0), (-41, 0.92), (-84, 0.70), (-128, 0.36))
_NOTCH = 0.27


def _maple_leaf() -> str:
    """A seven-pointed maple leaf around the foot of its lobes, its longest lobe one unit long and pointing up."""

    def at(degrees: float, radius: float, aside: float = 0.0) -> str:
        angle = math.radians(90 + degrees)
        x = radius * math.cos(angle) - aside * math.sin(angle)
        y = radius * math.sin(angle) + aside * math.cos(angle)
        return f"{x:.3f} {y:.3f}"

    path = [f"{at(166, 0.10)} m"]
    for index, (degrees, length) in enumerate(_LOBES):
        following = _LOBES[index + 1][0] if index + 1 < len(_LOBES) else -166 * 2 - degrees
        notch = (degrees + following) / 2 if index + 1 < len(_LOBES) else -166
        depth = _NOTCH if index + 1 < len(_LOBES) else 0.10
        belly = 0.19 * length
        path.append(f"{at(degrees, 0.42 * length, belly)} {at(degrees, 0.66 * length, belly * 0.62)} {at(degrees, length)} c")
        path.append(f"{at(degrees, 0.66 * length, -belly * 0.62)} {at(degrees, 0.42 * length, -belly)} {at(notch, depth)} c")
    return "\n".join(path) + "\nh"


def _veins() -> str:
    lines = []
    for degrees, length in _LOBES:
        angle = math.radians(90 + degrees)
        lines.append(f"0 0 m {0.78 * length * math.cos(angle):.3f} {0.78 * length * math.sin(angle):.3f} l")
    return " ".join(lines)


_LEAF = _maple_leaf()
_LEAF_VEINS = _veins()
_STEM = "0 0.02 m -0.02 -0.2 0.03 -0.42 0.13 -0.62 c"


def _draw_leaf(ink: Ink, x: float, y: float, size: float, degrees: float, leaf: Colour, vein: Colour | None) -> None:
    angle = math.radians(degrees)
    ink.save()
    ink.place(x, y, turn=(math.cos(angle), math.sin(angle)), size=size)
    ink.stroke_colour(leaf, 0)
    ink.raw(f"0.045 w 1 J {_STEM} S")
    ink.fill_colour(leaf)
    ink.raw(f"{_LEAF} f")
    if vein is not None:
        ink.stroke_colour(vein, 0)
        ink.raw(f"0.014 w {_LEAF_VEINS} S")
    ink.restore()


_PALE = colour("#F2DDC0")
_RED, _ORANGE, _GOLD, _DEEP = colour("#C2421A"), colour("#D06A1C"), colour("#DC9A36"), colour("#9E3213")
_MAPLE_LEAVES = (
    (15.0, 13.5, 8.6, 24, _ORANGE, colour("#E59A55")),
    (29.0, 35.5, 6.4, -38, _RED, colour("#DB7A55")),
    (6.5, 33.0, 5.2, 62, _GOLD, colour("#EBC17C")),
    (84.5, 11.5, 7.4, -30, _RED, colour("#DB7A55")),
    (93.5, 27.0, 8.8, 28, _ORANGE, colour("#E59A55")),
    (75.5, 37.0, 6.6, 150, _DEEP, colour("#C56A49")),
    (61.0, 9.0, 4.2, -70, _GOLD, colour("#EBC17C")),
)
_PALE_LEAVES = ((46.0, 8.0, 15.0, 200), (70.0, 27.0, 13.0, -20), (22.0, 30.0, 16.0, 75), (98.0, 6.0, 12.0, 120))


def draw_maple_band(ink: Ink, box: Box) -> None:
    """A band of autumn leaves for the head of a side, drawn for 100 x 41 mm."""
    band = Box(0, 0, 100, 41)
    ink.save()
    ink.fit(box, band.width, band.height)
    ink.fill_box(band, colour("#F8E9D4"))
    ink.save()
    ink.clip(band)
    for x, y, size, degrees in _PALE_LEAVES:
        _draw_leaf(ink, x, y, size, degrees, _PALE, None)
    ink.restore()
    ink.line(0, band.bottom, band.width, band.bottom, colour("#E3B982"), 0.35)
    for x, y, size, degrees, leaf, vein in _MAPLE_LEAVES:
        _draw_leaf(ink, x, y, size, degrees, leaf, vein)
    ink.restore()
