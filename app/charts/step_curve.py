"""Draws a survival curve: steps, range of chance, and how it goes on, dashed. Measures in logical pixels."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.grid import draw_grid
from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Point, Sheet
from app.charts.spec import HitRegion, TickStyle
from app.charts.step_spec import StepSpec
from app.charts.trend import BAND_ALPHA, Box

TICK, END = 12.0, 13.0
GAP = 8.0
WHOLE = TickStyle(factor=100.0, suffix="%", floor=0.0, ceiling=1.0)


class StepCurve:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: StepSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = px = sheet.scale
        top, bottom = (END + 4) * px, (TICK + 12) * px
        self.axis: Axis = axis_for([0.0, 1.0], WHOLE, max(2, min(5, int((sheet.height - top - bottom) // (36 * px)))))
        self._ticks = [(tick, WHOLE.text(tick, self.axis.high)) for tick in self.axis.ticks]
        left = max(sheet.text_width(text, TICK) for _tick, text in self._ticks) + (GAP + 2) * px
        right = max(sheet.text_width(spec.end_label, END, bold=True), sheet.text_width(spec.beyond_label, TICK)) + (GAP + 2) * px
        self._plot = Box(left, top, max(left + 1, sheet.width - right), max(top + 1, sheet.height - bottom))
        last = spec.points[-1].at if spec.points else 1
        self._last = max(last, spec.beyond[-1][0] if spec.beyond else 0, 1)

    def draw(self) -> tuple[HitRegion, ...]:
        draw_grid(self._sheet, self._plot, self._ticks, self._y, size=TICK, gap=GAP)
        self._draw_ticks()
        points = self._spec.points
        if not points:
            return ()
        self._draw_band()
        steps = self._steps([(0, 1.0), *((point.at, point.value) for point in points)])
        self._sheet.line(steps, color=self._theme.series[0], width=3.0, layer=4)
        self._draw_beyond()
        self._draw_end(*steps[-1])
        return self._regions()

    def _x(self, at: float) -> float:
        return self._plot.left + at / self._last * (self._plot.right - self._plot.left)

    def _y(self, value: float) -> float:
        return self._plot.bottom - self.axis.share(value) * (self._plot.bottom - self._plot.top)

    def _steps(self, values: Sequence[tuple[int, float]]) -> list[Point]:
        """Level up to each next place, then down to what it is there."""
        path = [(self._x(values[0][0]), self._y(values[0][1]))]
        for at, value in values[1:]:
            path += [(self._x(at), path[-1][1]), (self._x(at), self._y(value))]
        return path

    def _draw_ticks(self) -> None:
        room, taken = 10 * self._px, -1e9
        for at, label in self._spec.ticks:
            half = self._sheet.text_width(label, TICK) / 2
            x = max(self._x(at), half)
            if x - half < taken + room or at > self._last:
                continue
            taken = x + half
            self._sheet.text(x, self._plot.bottom + (TICK + 6) * self._px, label, size=TICK, color=self._theme.text2, anchor="center")

    def _draw_band(self) -> None:
        upper = self._steps([(0, 1.0), *((point.at, point.high) for point in self._spec.points)])
        lower = self._steps([(0, 1.0), *((point.at, point.low) for point in self._spec.points)])
        self._sheet.area([*upper, *reversed(lower)], color=self._theme.series[0], alpha=BAND_ALPHA)

    def _draw_beyond(self) -> None:
        if len(self._spec.beyond) < 2:
            return
        path = [(self._x(at), self._y(value)) for at, value in self._spec.beyond]
        self._sheet.line(path, color=self._theme.reference, width=2.2, dash=(7, 4), layer=3)
        x, y = path[-1]
        baseline = y + TICK * self._px * DIGIT_HEIGHT / 2
        self._sheet.text(x + GAP * self._px, baseline, self._spec.beyond_label, size=TICK, color=self._theme.text2, halo=True)

    def _draw_end(self, x: float, y: float) -> None:
        main, text = self._theme.series[0], self._spec.end_label
        self._sheet.dot(x, y, radius=5.0, fill=main, edge=self._theme.surface, edge_width=2.0)
        baseline = y - 10 * self._px if self._spec.beyond else y + END * self._px * DIGIT_HEIGHT / 2
        left = x + (4 if self._spec.beyond else GAP) * self._px
        self._sheet.text(left, max(END * self._px, baseline), text, size=END, color=self._theme.text, bold=True, halo=True)

    def _regions(self) -> tuple[HitRegion, ...]:
        points, regions = self._spec.points, []
        height = self._plot.bottom - self._plot.top
        for place, point in enumerate(points):
            left = self._x(points[place - 1].at if place else 0)
            x = self._x(point.at)
            regions.append(HitRegion(point.key, place, left, self._plot.top, max(x - left, 1.0), height, x, self._y(point.value)))
        return tuple(regions)
