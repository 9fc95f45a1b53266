"""A twig and the thin gold frame around a side."""

from __future__ import annotations

import math
from itertools import pairwise

from app.printing.geometry import Box
from app.printing.ink import Ink, colour

_SPRIG_LEAVES = ((0.16, 1, 5.2), (0.30, -1, 6.0), (0.44, 1, 6.4), (0.58, -1, 6.2), (0.72, 1, 5.6), (0.86, -1, 4.8), (1.0, 0, 5.0))
_BLADE = "0 0 m 0.28 0.26 0.62 0.24 1 0 c 0.62 -0.2 0.28 -0.2 0 0 c h"


def draw_gold_frame(ink: Ink, box: Box) -> None:
    """Two thin lines around the box, the inner one thinner."""
    gold = colour("#C6B58A")
    ink.frame_box(box, gold, 0.35)
    ink.frame_box(Box(box.left + 1.2, box.top + 1.2, box.width - 2.4, box.height - 2.4), gold, 0.12)


def draw_sprig(ink: Ink, box: Box) -> None:
    """A twig with leaves and three berries that hangs from the upper right, drawn for 28 x 24 mm."""
    ink.save()
    ink.fit(box, 28, 24)
    green, pale, berry = colour("#5F8069"), colour("#8DA893"), colour("#BE4A34")
    foot, bend, tip = (25.5, 22.0), (21.0, 11.0), (5.5, 3.5)

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
    for x, y, radius in ((23.0, 20.8, 0.95), (21.6, 18.6, 0.8), (24.0, 18.0, 0.7)):
        ink.round_box(Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, fill=berry)
    ink.restore()
