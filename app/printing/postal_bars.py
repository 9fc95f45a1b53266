"""The bars of the customer barcode on paper: at a/10 of the sizes for 10 pt, where a is 8 to 11.5 pt."""

from __future__ import annotations

from app.domain.postal_barcode import BARS
from app.printing.geometry import Box
from app.printing.ink import Colour, Ink

SMALLEST_POINT, LARGEST_POINT = 8.0, 11.5
USUAL_POINT = 9.0
CLEAR = 2.0
"""mm to be left white all round; EDGE: from every edge of the paper."""
EDGE = 10.0

_LONG, _TIMING, _PITCH, _WIDTH = 3.6, 1.2, 1.2, 0.6
# Upper and lower end of a bar, in thirds of a long one.
_ENDS = {"1": (0, 3), "2": (0, 2), "3": (1, 3), "4": (1, 2)}
_BLACK: Colour = (0.0, 0.0, 0.0)


def bars_box(left: float, top: float, point: float = USUAL_POINT) -> Box:
    """What the bars take up, without the white around them; mm. ValueError for a size the post cannot read."""
    if not SMALLEST_POINT <= point <= LARGEST_POINT:
        raise ValueError(f"bars of {point} pt")
    scale = point / 10
    return Box(left, top, ((BARS - 1) * _PITCH + _WIDTH) * scale, _LONG * scale)


def draw_bars(ink: Ink, bars: str, left: float, top: float, point: float = USUAL_POINT) -> Box:
    """Draw 67 bars from `left`, the long ones beginning at `top`; where they stand."""
    box = bars_box(left, top, point)
    scale = point / 10
    for place, bar in enumerate(bars):
        upper, lower = _ENDS[bar]
        ink.fill_box(
            Box(left + place * _PITCH * scale, top + upper * _TIMING * scale, _WIDTH * scale, (lower - upper) * _TIMING * scale), _BLACK
        )
    return box
