"""Draws who had come by when: those sent to solid, those held back dashed. Measures in logical pixels."""

from __future__ import annotations

from itertools import pairwise

from app.charts.grid import draw_grid
from app.charts.measure_shares import PALE, SHARES
from app.charts.measure_specs import CameSpec
from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Point, Sheet
from app.charts.spec import HitRegion
from app.charts.trend import Box

TICK, END = 12.0, 12.0
GAP = 8.0


class CameCurve:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: CameSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = px = sheet.scale
        top, bottom = (END + 2) * px, (TICK + 12) * px
        values = [value for step in spec.steps for value in (step.sent, step.held) if value is not None]
        self.axis: Axis = axis_for(values, SHARES, max(2, min(5, int((sheet.height - top - bottom) // (36 * px)))))
        self._ticks = [(tick, SHARES.text(tick, self.axis.high)) for tick in self.axis.ticks]
        left = max(sheet.text_width(text, TICK) for _tick, text in self._ticks) + (GAP + 2) * px
        lines = [(line, True) for line in spec.sent_label.split("\n")] + [(line, False) for line in spec.held_label.split("\n")]
        right = max(sheet.text_width(line, END, bold=is_bold) for line, is_bold in lines) + (GAP + 2) * px
        self._plot = Box(left, top, max(left + 1, sheet.width - right), max(top + 1, sheet.height - bottom))

    def draw(self) -> tuple[HitRegion, ...]:
        draw_grid(self._sheet, self._plot, self._ticks, self._y, size=TICK, gap=GAP)
        self._draw_days()
        sent = [(self._x(step.day), self._y(step.sent)) for step in self._spec.steps]
        held = [(self._x(step.day), self._y(step.held)) for step in self._spec.steps if step.held is not None]
        if held:
            self._sheet.area([*sent, *reversed(held)], color=self._theme.series[0], alpha=PALE)
            self._sheet.line(held, color=self._theme.reference, width=2.6, dash=(10, 5), layer=3)
        self._sheet.line(sent, color=self._theme.series[0], width=3.0, round_caps=True, layer=4)
        self._draw_ends(sent, held)
        self._draw_between(sent, held)
        places = zip(self._spec.steps, sent, strict=True)
        width = (self._plot.right - self._plot.left) / max(1, len(self._spec.steps) - 1)
        height = self._plot.bottom - self._plot.top
        return tuple(
            HitRegion(step.key, place, x - width / 2, self._plot.top, width, height, x, y) for place, (step, (x, y)) in enumerate(places)
        )

    def _x(self, day: int) -> float:
        return self._plot.left + day / max(1, self._spec.steps[-1].day) * (self._plot.right - self._plot.left)

    def _y(self, value: float) -> float:
        return self._plot.bottom - self.axis.share(value) * (self._plot.bottom - self._plot.top)

    def _draw_days(self) -> None:
        """The first, and of the others as many as stand apart."""
        room, taken = 10 * self._px, -1e9
        baseline = self._plot.bottom + (TICK + 6) * self._px
        for step in self._spec.steps:
            half = self._sheet.text_width(step.label, TICK) / 2
            x = max(self._x(step.day), half)
            if not step.label or x - half < taken + room:
                continue
            taken = x + half
            self._sheet.text(x, baseline, step.label, size=TICK, color=self._theme.text2, anchor="center")

    def _draw_ends(self, sent: list[Point], held: list[Point]) -> None:
        """Beside the ends of the lines, never one upon the other."""
        line, left = (END + 4) * self._px, self._plot.right + GAP * self._px
        above, below = self._spec.sent_label.split("\n"), self._spec.held_label.split("\n")
        first = sent[-1][1] - (len(above) - 1) * line / 2
        second = held[-1][1] - (len(below) - 1) * line / 2 if held else first
        if held:
            apart = len(above) * line if first <= second else len(below) * line
            if abs(second - first) < apart:
                middle = (first + second) / 2
                first, second = (middle - apart / 2, middle + apart / 2) if first <= second else (middle + apart / 2, middle - apart / 2)
        highest = END * self._px * 0.6
        if min(first, second) < highest:
            first, second = first + highest - min(first, second), second + highest - min(first, second)
        groups = [(above, first, self._theme.series[0], True), (below if held else [], second, self._theme.text2, False)]
        for texts, start, color, is_bold in groups:
            for place, text in enumerate(texts):
                baseline = start + place * line + END * self._px * DIGIT_HEIGHT / 2
                self._sheet.text(left, baseline, text, size=END, color=color, bold=is_bold)

    def _draw_between(self, sent: list[Point], held: list[Point]) -> None:
        """What the area between the lines is, where it is high enough for the words."""
        if not held:
            return
        half, height = self._sheet.text_width(self._spec.between, END) / 2, 0.7 * END * self._px
        for x, top in reversed(sent[:-1]):
            middle = (top + _height_at(held, x)) / 2
            left, right = x - half - 4 * self._px, x + half + 4 * self._px
            is_inside = left > self._plot.left and right < self._plot.right
            if is_inside and _height_at(sent, left) < middle - height and _height_at(held, right) > middle + height:
                baseline = middle + END * self._px * DIGIT_HEIGHT / 2
                self._sheet.text(x, baseline, self._spec.between, size=END, color=self._theme.series[0], anchor="center")
                return


def _height_at(path: list[Point], x: float) -> float:
    """Of a line that runs to the right."""
    for (x0, y0), (x1, y1) in pairwise(path):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * (x - x0) / max(x1 - x0, 1e-9)
    return path[-1][1]
