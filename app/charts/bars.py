"""Draws bars: solid for the first series, hatched for the second, so that they differ without colour. Measures in logical pixels."""

from __future__ import annotations

from itertools import pairwise
from math import nan

from app.charts.bar_spec import BarSpec
from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Point, Sheet
from app.charts.spec import HitRegion
from app.charts.trend import Box

TICK, LEGEND = 12.0, 12.0
GAP = 8.0
HATCH = 6.0
BAR_SHARE = 0.72
WIDEST_BAR = 26.0


class Bars:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: BarSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = sheet.scale
        top, bottom = (26 if spec.series_labels else 8) * self._px, (TICK + 12) * self._px
        gaps = max(2, min(5, int((sheet.height - top - bottom) // (28 * self._px))))
        values = [value for group in spec.groups for value in group.values if value is not None]
        self.axis: Axis = axis_for(values, spec.ticks, gaps)
        self._tick_texts = ["0" if tick == 0 else spec.ticks.text(tick, self.axis.high) for tick in self.axis.ticks]
        left = max(sheet.text_width(text, TICK) for text in self._tick_texts) + (GAP + 2) * self._px
        self._plot = Box(left, top, max(left + 1, sheet.width - 6 * self._px), max(top + 1, sheet.height - bottom))

    def draw(self) -> tuple[HitRegion, ...]:
        self._draw_grid()
        self._draw_legend()
        self._draw_labels()
        regions = []
        for place, group in enumerate(self._spec.groups):
            tops = [self._draw_bar(place, series, value, is_marked=group.is_marked) for series, value in enumerate(group.values)]
            left, right = self._column(place)
            top = min(tops, default=self._plot.bottom)
            height = self._plot.bottom - self._plot.top
            regions.append(HitRegion(group.key, place, left, self._plot.top, right - left, height, (left + right) / 2, top))
        return tuple(regions)

    def _column(self, place: int) -> tuple[float, float]:
        width = (self._plot.right - self._plot.left) / max(1, len(self._spec.groups))
        return self._plot.left + place * width, self._plot.left + (place + 1) * width

    def _y(self, value: float) -> float:
        return self._plot.bottom - self.axis.share(value) * (self._plot.bottom - self._plot.top)

    def _draw_grid(self) -> None:
        for tick, text in zip(self.axis.ticks, self._tick_texts, strict=True):
            y = self._y(tick)
            is_zero = tick == 0
            ends = [(self._plot.left, y), (self._plot.right, y)]
            self._sheet.line(ends, color=self._theme.axis if is_zero else self._theme.line, width=1.0, layer=4 if is_zero else 0)
            baseline = y + TICK * self._px * DIGIT_HEIGHT / 2
            self._sheet.text(self._plot.left - GAP * self._px, baseline, text, size=TICK, color=self._theme.text2, anchor="right")

    def _draw_legend(self) -> None:
        x, side = self._plot.left + 4 * self._px, 10 * self._px
        for series, label in enumerate(self._spec.series_labels):
            box = Box(x, 4 * self._px, x + side, 4 * self._px + side)
            self._fill(box, series, is_marked=False)
            self._sheet.text(box.right + 6 * self._px, box.bottom, label, size=LEGEND, color=self._theme.text)
            x = box.right + 30 * self._px + self._sheet.text_width(label, LEGEND)

    def _draw_labels(self) -> None:
        labels = [(sum(self._column(place)) / 2, group.label) for place, group in enumerate(self._spec.groups)]
        steps = (1, 2, 3, 4, 6, 12, max(1, len(labels)))
        step = next((step for step in steps if self._stand_apart(labels[::step])), steps[-1])
        baseline = self._plot.bottom + (TICK + 5) * self._px
        for x, text in labels[::step]:
            half = self._sheet.text_width(text, TICK) / 2
            self._sheet.text(min(x, self._sheet.width - half), baseline, text, size=TICK, color=self._theme.text2, anchor="center")

    def _stand_apart(self, labels: list[tuple[float, str]]) -> bool:
        widths = [self._sheet.text_width(text, TICK) for _, text in labels]
        places = [x for x, _ in labels]
        rooms = [(one + other) / 2 + 6 * self._px for one, other in pairwise(widths)]
        return all(after - before >= room for (before, after), room in zip(pairwise(places), rooms, strict=True))

    def _draw_bar(self, place: int, series: int, value: float | None, *, is_marked: bool) -> float:
        """The top of the bar."""
        if not value:
            return self._plot.bottom
        left, right = self._column(place)
        count, gap = self._spec.series, 2 * self._px
        width = min((right - left) * BAR_SHARE / count, WIDEST_BAR * self._px)
        start = (left + right - count * width - (count - 1) * gap) / 2 + series * (width + gap)
        top, foot = sorted((self._y(value), self._y(0.0)))
        self._fill(Box(start, top, start + width, foot), series, is_marked=is_marked)
        return top

    def _fill(self, box: Box, series: int, *, is_marked: bool) -> None:
        outline = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
        if series == 0:
            self._sheet.area(outline, color=self._theme.series[1 if is_marked else 0], alpha=1.0)
            return
        color, edge = self._theme.series[1], 0.75 * self._px
        self._sheet.area(outline, color=self._theme.surface, alpha=1.0)
        inner = Box(box.left + edge, box.top + edge, box.right - edge, box.bottom - edge)
        if inner.right > inner.left and inner.bottom > inner.top:
            strokes = _hatching(inner, HATCH * self._px)
            if strokes:
                self._sheet.line(strokes, color=color, width=1.2, layer=2)
            corners = [(inner.left, inner.top), (inner.right, inner.top), (inner.right, inner.bottom), (inner.left, inner.bottom)]
            self._sheet.line([*corners, corners[0]], color=color, width=1.5, layer=3)


def _hatching(box: Box, gap: float) -> list[Point]:
    """Strokes rising to the right, cut at the box; one path with breaks."""
    width, height = box.right - box.left, box.bottom - box.top
    path: list[Point] = []
    # Along a stroke (x - left) + (y - top) stays the same.
    offset = gap / 2
    while offset < width + height:
        low_x, high_x = max(0.0, offset - height), min(width, offset)
        path += [(box.left + low_x, box.top + offset - low_x), (box.left + high_x, box.top + offset - high_x), (nan, nan)]
        offset += gap
    return path
