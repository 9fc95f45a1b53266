"""The drawn art of the message sides: vectors of our own, no picture files."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.domain.cards import CardDesign
from app.printing.geometry import HAGAKI, Box
from app.printing.ink import Colour, Ink, colour


@dataclass(frozen=True, slots=True)
class Style:
    """Colours and places of the words on a design; mm and pt."""

    headline_colour: Colour
    text_colour: Colour
    accent: Colour
    accent_soft: Colour
    rule: Colour
    headline_size: float
    headline_baseline: float
    is_headline_centred: bool
    text_top: float
    left: float
    right: float
    bottom: float


_LETTER = Style(
    headline_colour=colour("#2F4A3C"),
    text_colour=colour("#2B2F2C"),
    accent=colour("#3F6B55"),
    accent_soft=colour("#F3F7F3"),
    rule=colour("#B8BFB4"),
    headline_size=17,
    headline_baseline=25.5,
    is_headline_centred=False,
    text_top=36,
    left=14,
    right=86,
    bottom=135,
)
STYLES: Mapping[CardDesign, Style] = {
    CardDesign.MAPLE: Style(
        headline_colour=colour("#8E3410"),
        text_colour=colour("#3A2A22"),
        accent=colour("#B0470F"),
        accent_soft=colour("#FDF3E6"),
        rule=colour("#D9B48C"),
        headline_size=22,
        headline_baseline=25.5,
        is_headline_centred=True,
        text_top=50,
        left=12,
        right=88,
        bottom=138.5,
    ),
    CardDesign.PLAIN: _LETTER,
    CardDesign.POINTS: _LETTER,
}


def draw_design(design: CardDesign, ink: Ink) -> None:
    """The art that is equal on every card of the design."""
    _DRAWN[design](ink)


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


def _draw_maple(ink: Ink) -> None:
    band = Box(0, 0, HAGAKI.width, 41)
    ink.fill_box(band, colour("#F8E9D4"))
    ink.save()
    ink.raw(f"0 {(HAGAKI.height - band.bottom) * 72 / 25.4:.2f} {HAGAKI.width * 72 / 25.4:.2f} {band.height * 72 / 25.4:.2f} re W n")
    for x, y, size, degrees in _PALE_LEAVES:
        _draw_leaf(ink, x, y, size, degrees, _PALE, None)
    ink.restore()
    ink.line(0, band.bottom, HAGAKI.width, band.bottom, colour("#E3B982"), 0.35)
    for x, y, size, degrees, leaf, vein in _MAPLE_LEAVES:
        _draw_leaf(ink, x, y, size, degrees, leaf, vein)


_SPRIG_LEAVES = ((0.16, 1, 5.2), (0.30, -1, 6.0), (0.44, 1, 6.4), (0.58, -1, 6.2), (0.72, 1, 5.6), (0.86, -1, 4.8), (1.0, 0, 5.0))
_BLADE = "0 0 m 0.28 0.26 0.62 0.24 1 0 c 0.62 -0.2 0.28 -0.2 0 0 c h"


def _draw_plain(ink: Ink) -> None:
    gold = colour("#C6B58A")
    ink.frame_box(Box(5.5, 5.5, 89, 137), gold, 0.35)
    ink.frame_box(Box(6.7, 6.7, 86.6, 134.6), gold, 0.12)
    _draw_sprig(ink)


def _draw_sprig(ink: Ink) -> None:
    """A twig with leaves and three berries in the upper right corner."""
    green, pale, berry = colour("#5F8069"), colour("#8DA893"), colour("#BE4A34")
    foot, bend, tip = (87.5, 31.0), (83.0, 20.0), (67.5, 12.5)

    def along(part: float) -> tuple[float, float, float]:
        x = (1 - part) ** 2 * foot[0] + 2 * part * (1 - part) * bend[0] + part**2 * tip[0]
        y = (1 - part) ** 2 * foot[1] + 2 * part * (1 - part) * bend[1] + part**2 * tip[1]
        dx = 2 * (1 - part) * (bend[0] - foot[0]) + 2 * part * (tip[0] - bend[0])
        dy = 2 * (1 - part) * (bend[1] - foot[1]) + 2 * part * (tip[1] - bend[1])
        return x, y, math.degrees(math.atan2(-dy, dx))

    steps = [along(index / 24) for index in range(25)]
    for one, following in pairwise(steps):
        ink.line(one[0], one[1], following[0], following[1], green, 0.3)
    for part, side, size in _SPRIG_LEAVES:
        x, y, heading = along(part)
        angle = math.radians(heading + side * 46)
        ink.save()
        ink.place(x, y, turn=(math.cos(angle), math.sin(angle)), size=size)
        ink.fill_colour(green if side >= 0 else pale)
        ink.raw(f"{_BLADE} f")
        ink.restore()
    for x, y, radius in ((85.0, 29.8, 0.95), (83.6, 27.6, 0.8), (86.0, 27.0, 0.7)):
        ink.round_box(Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, fill=berry)


_DRAWN: Mapping[CardDesign, Callable[[Ink], None]] = {
    CardDesign.MAPLE: _draw_maple,
    CardDesign.PLAIN: _draw_plain,
    CardDesign.POINTS: _draw_plain,
}
