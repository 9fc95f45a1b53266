"""The lines across a curve, with their numbers at the left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.charts.sheet import DIGIT_HEIGHT, Sheet
from app.charts.trend import Box


def draw_grid(
    sheet: Sheet, plot: Box, ticks: Sequence[tuple[float, str]], y_of: Callable[[float], float], *, size: float, gap: float
) -> None:
    """The one at zero as an axis. `size` of the numbers and their `gap` to the plot before scaling."""
    for tick, text in ticks:
        y = y_of(tick)
        ends = [(plot.left, y), (plot.right, y)]
        sheet.line(ends, color=sheet.theme.axis if tick == 0 else sheet.theme.line, width=1.0, layer=0)
        baseline = y + size * sheet.scale * DIGIT_HEIGHT / 2
        sheet.text(plot.left - gap * sheet.scale, baseline, text, size=size, color=sheet.theme.text2, anchor="right")
