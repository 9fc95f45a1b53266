"""Draws values with their ranges of chance under each other. Measures in logical pixels."""

from __future__ import annotations

from app.charts.insight_specs import RangeRow, RangesSpec
from app.charts.rows import shortened
from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Sheet
from app.charts.spec import HitRegion
from app.charts.trend import Box

LABEL, TICK = 13.0, 12.0
GAP = 12.0
WIDEST_LABEL = 0.30
HIGHEST_ROW = 40.0
CAP = 5.0


class Ranges:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: RangesSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = px = sheet.scale
        names = max((sheet.text_width(row.label, LABEL) for row in spec.rows), default=0.0)
        self._name_room = min(names, sheet.width * WIDEST_LABEL)
        figures = max((sheet.text_width(row.text, LABEL) for row in spec.rows), default=0.0)
        self._figure_room = min(figures, sheet.width * WIDEST_LABEL)
        left = self._name_room + (GAP + 6) * px
        right = max(left + 8, sheet.width - self._figure_room - (GAP + 6) * px)
        top, bottom = (TICK + 10) * px, (TICK + 12) * px
        self._plot = Box(left, top, right, max(top + 1, sheet.height - bottom))
        self._height = min((self._plot.bottom - top) / max(1, len(spec.rows)), HIGHEST_ROW * px)
        self._foot = top + self._height * len(spec.rows)
        values = [value for row in spec.rows for value in (row.value, row.low, row.high) if value is not None]
        widest = max(sheet.text_width(spec.ticks.text(value, 0.0), TICK) for value in (*values, 0.0)) + 18 * px
        wanted = max(2, min(6, int((right - left) // widest)))
        self.axis: Axis = axis_for([*values, 0.0] if values else [-1.0, 1.0], spec.ticks, wanted)
        self._low = min([self.axis.low, *values])
        self._span = (max([self.axis.high, *values]) - self._low) or 1.0

    def draw(self) -> tuple[HitRegion, ...]:
        self._draw_grid()
        return tuple(self._draw_row(place, row) for place, row in enumerate(self._spec.rows))

    def _x(self, value: float) -> float:
        return self._plot.left + (value - self._low) / self._span * (self._plot.right - self._plot.left)

    def _draw_grid(self) -> None:
        px, sheet = self._px, self._sheet
        for tick in self.axis.ticks:
            x, is_zero = self._x(tick), tick == 0
            color = self._theme.axis if is_zero else self._theme.line
            sheet.line([(x, self._plot.top), (x, self._foot)], color=color, width=1.6 if is_zero else 1.0, layer=1 if is_zero else 0)
            text = "0" if is_zero else self._spec.ticks.text(tick, self.axis.high)
            sheet.text(x, self._foot + (TICK + 5) * px, text, size=TICK, color=self._theme.text2, anchor="center")
        zero, half = self._x(0.0), sheet.text_width(self._spec.zero_label, TICK) / 2
        centre = min(max(zero, half), sheet.width - half)
        sheet.text(centre, self._plot.top - 6 * px, self._spec.zero_label, size=TICK, color=self._theme.text2, anchor="center")

    def _draw_row(self, place: int, row: RangeRow) -> HitRegion:
        px, sheet = self._px, self._sheet
        top = self._plot.top + place * self._height
        y = top + self._height / 2
        baseline = y + LABEL * px * DIGIT_HEIGHT / 2
        tone = self._theme.text2 if row.is_faint or row.is_open else self._theme.text
        sheet.text(0.0, baseline, shortened(sheet, row.label, LABEL, self._name_room), size=LABEL, color=tone)
        text = shortened(sheet, row.text, LABEL, self._figure_room)
        sheet.text(sheet.width - 2 * px, baseline, text, size=LABEL, color=tone, anchor="right", bold=row.is_marked)
        color = self._theme.reference if row.is_faint or row.is_open else self._theme.series[0]
        if row.low is not None and row.high is not None and not row.is_open:
            low, high, cap = self._x(row.low), self._x(row.high), CAP * px
            for stroke in ([(low, y), (high, y)], [(low, y - cap), (low, y + cap)], [(high, y - cap), (high, y + cap)]):
                sheet.line(stroke, color=color, width=2.0, layer=3)
        x = self._x(0.0 if row.value is None else row.value)
        if row.is_open:
            # Nothing is known of its value: the mark stands before its words and not on the scale.
            x = sheet.width - sheet.text_width(text, LABEL) - 14 * px
            sheet.dot(x, y, radius=5.5, fill=self._theme.surface, edge=color, edge_width=2.0)
        elif row.value is not None:
            fill, edge = (self._theme.surface, color) if row.is_faint else (color, self._theme.surface)
            sheet.dot(x, y, radius=6.5, fill=fill, edge=edge, edge_width=2.0)
        return HitRegion(row.key, place, 0.0, top, sheet.width, self._height, x, y)
