"""Draws points with their range of chance. Measures in logical pixels."""

from __future__ import annotations

from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Sheet
from app.charts.spec import HitRegion, TickStyle
from app.charts.survey_specs import IntervalPoint, IntervalSpec
from app.charts.trend import Box

TICK, VALUE, MARKED = 12.0, 14.0, 16.0
GAP = 8.0
CAP = 6.0
SHORTEST_GAP = 36.0


class Intervals:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: IntervalSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = sheet.scale
        top, bottom = (MARKED + 4) * self._px, (2 * TICK + 22) * self._px
        style = TickStyle(floor=spec.floor, ceiling=spec.ceiling)
        values = [value for one in spec.points for value in (one.value, one.low, one.high) if value is not None]
        gaps = max(2, min(4, int((sheet.height - top - bottom) // (SHORTEST_GAP * self._px))))
        self.axis: Axis = axis_for(values or [0.0, spec.ceiling / 2], style, gaps)
        self._ticks = [(tick, _signed(tick)) for tick in self.axis.ticks]
        left = max(sheet.text_width(text, TICK) for _tick, text in self._ticks) + (GAP + 2) * self._px
        top += self._overhang() * self._px
        self._plot = Box(left, top, max(left + 1, sheet.width - 8 * self._px), max(top + 1, sheet.height - bottom))

    def draw(self) -> tuple[HitRegion, ...]:
        self._draw_grid()
        self._draw_labels()
        known = [(place, one.value) for place, one in enumerate(self._spec.points) if one.value is not None]
        if len(known) > 1:
            path = [(self._x(place), self._y(value)) for place, value in known]
            self._sheet.line(path, color=self._theme.reference, width=1.2, dash=(1.5, 3.0), layer=2)
        regions = []
        for place, value in known:
            point = self._spec.points[place]
            self._draw_point(place, point, value)
            width = (self._plot.right - self._plot.left) / len(self._spec.points)
            x, y = self._x(place), self._y(value)
            height = self._sheet.height - self._plot.top
            regions.append(HitRegion(point.key, place, x - width / 2, self._plot.top, width, height, x, y))
        return tuple(regions)

    def _overhang(self) -> float:
        """Room for what stands above a range that reaches up to the top."""
        return max((len(one.text.split("\n")) - 1) * (VALUE + 2) for one in self._spec.points) if self._spec.points else 0.0

    def _x(self, place: int) -> float:
        return self._plot.left + (place + 0.5) * (self._plot.right - self._plot.left) / max(1, len(self._spec.points))

    def _y(self, value: float) -> float:
        return self._plot.bottom - self.axis.share(value) * (self._plot.bottom - self._plot.top)

    def _draw_grid(self) -> None:
        for tick, text in self._ticks:
            y = self._y(tick)
            is_zero = tick == 0
            ends = [(self._plot.left, y), (self._plot.right, y)]
            self._sheet.line(ends, color=self._theme.axis if is_zero else self._theme.line, width=1.0, layer=1 if is_zero else 0)
            baseline = y + TICK * self._px * DIGIT_HEIGHT / 2
            self._sheet.text(self._plot.left - GAP * self._px, baseline, text, size=TICK, color=self._theme.text2, anchor="right")

    def _draw_labels(self) -> None:
        points = self._spec.points
        width = (self._plot.right - self._plot.left) / max(1, len(points))
        texts = [(text, one.is_marked) for one in points for text in (one.label, one.note)]
        widest = max((self._sheet.text_width(text, TICK, bold=is_bold) for text, is_bold in texts), default=0.0)
        step = max(1, -int(-(widest + 6 * self._px) // width))
        for place in range(len(points) - 1, -1, -step):
            one = points[place]
            color = self._theme.text if one.is_marked else self._theme.text2
            for line, text in enumerate((one.label, one.note), 1):
                half = self._sheet.text_width(text, TICK, bold=one.is_marked) / 2
                x = min(max(self._x(place), half), self._sheet.width - half)
                baseline = self._plot.bottom + (line * (TICK + 4) + 6) * self._px
                self._sheet.text(x, baseline, text, size=TICK, color=color, bold=one.is_marked, anchor="center")

    def _draw_point(self, place: int, point: IntervalPoint, value: float) -> None:
        color = self._theme.series[0] if point.is_marked else self._theme.reference
        x, y = self._x(place), self._y(value)
        if point.low is not None and point.high is not None:
            top, bottom, cap = self._y(point.high), self._y(point.low), CAP * self._px
            for stroke in ([(x, top), (x, bottom)], [(x - cap, top), (x + cap, top)], [(x - cap, bottom), (x + cap, bottom)]):
                self._sheet.line(stroke, color=color, width=2.4 if point.is_marked else 1.8, layer=3)
        fill = self._theme.surface if point.is_faint else color
        edge = color if point.is_faint else self._theme.surface
        self._sheet.dot(x, y, radius=6.5, fill=fill, edge=edge, edge_width=2.0)
        self._write(point, x, y, self._y(value if point.high is None else point.high))

    def _write(self, point: IntervalPoint, x: float, y: float, top: float) -> None:
        """Beside the point where the columns are wide enough, else above its range."""
        size, lines = (MARKED if point.is_marked else VALUE), point.text.split("\n")
        width = max(self._sheet.text_width(text, size, bold=True) for text in lines)
        left, height = x + 10 * self._px, (len(lines) * (size + 2)) * self._px
        room = (self._plot.right - self._plot.left) / len(self._spec.points) - 18 * self._px
        first = y - height + (size - 2) * self._px
        if width > room or left + width > self._sheet.width:
            left = min(max(x - width / 2, self._plot.left), self._sheet.width - width)
            first = top - height + (size - 4) * self._px
        tone = self._theme.text2 if point.is_faint else self._theme.text
        for row, text in enumerate(lines):
            baseline = max(size * self._px, first) + row * (size + 2) * self._px
            self._sheet.text(left, baseline, text, size=size, color=tone, bold=True, halo=True)


def _signed(tick: float) -> str:
    return "0" if tick == 0 else f"{tick:+.0f}".replace("-", "−")
