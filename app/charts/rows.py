"""Draws lines of bars: name, bars from 0 to the right, figures. Measures in logical pixels."""

from __future__ import annotations

from app.charts.insight_specs import RowBar, RowsSpec
from app.charts.sheet import DIGIT_HEIGHT, Sheet
from app.charts.spec import HitRegion
from app.charts.stacks import draw_legend
from app.charts.trend import Box

LABEL, FIGURE = 13.0, 13.0
GAP = 12.0
WIDEST_LABEL = 0.34
HIGHEST_ROW = 44.0
THICKEST_BAR = 16.0


def shortened(sheet: Sheet, text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than `room`."""
    if sheet.text_width(text, size) <= room:
        return text
    kept = text
    while kept and sheet.text_width(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


class Rows:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: RowsSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = px = sheet.scale
        top = (26 if spec.series_labels else 4) * px
        names = max((sheet.text_width(row.label, LABEL) for row in spec.rows), default=0.0)
        self._name_room = min(names, sheet.width * WIDEST_LABEL)
        figures = max((sheet.text_width(row.text, FIGURE) for row in spec.rows), default=0.0)
        left = self._name_room + GAP * px
        right = max(left + 8, sheet.width - figures - GAP * px)
        self._plot = Box(left, top, right, max(top + 1, sheet.height - 4 * px))
        self._height = min((self._plot.bottom - top) / max(1, len(spec.rows)), HIGHEST_ROW * px)
        self._most = max((value for row in spec.rows for value in row.values if value is not None), default=0.0)

    def draw(self) -> tuple[HitRegion, ...]:
        plot, foot = self._plot, self._plot.top + self._height * len(self._spec.rows)
        if self._spec.series_labels:
            colors = (self._theme.reference, self._theme.series[0])
            draw_legend(self._sheet, plot.left, list(zip(self._spec.series_labels, colors, strict=False)))
        if self._spec.rows:
            self._sheet.line([(plot.left, plot.top), (plot.left, foot)], color=self._theme.axis, width=1.0, layer=4)
        return tuple(self._draw_row(place, row) for place, row in enumerate(self._spec.rows))

    def _draw_row(self, place: int, row: RowBar) -> HitRegion:
        px, sheet, plot = self._px, self._sheet, self._plot
        top = plot.top + place * self._height
        middle = top + self._height / 2
        baseline = middle + LABEL * px * DIGIT_HEIGHT / 2
        tone = self._theme.text2 if row.is_faint else self._theme.text
        label = shortened(sheet, row.label, LABEL, self._name_room)
        sheet.text(0.0, baseline, label, size=LABEL, color=tone, bold=row.is_marked)
        sheet.text(sheet.width - 2 * px, baseline, row.text, size=FIGURE, color=tone, bold=row.is_marked, anchor="right")
        count = max(1, len(row.values))
        thick = min(THICKEST_BAR * px, self._height * 0.72 / count)
        end = plot.left
        for number, value in enumerate(row.values):
            if value is None or value <= 0 or self._most <= 0:
                continue
            bar_top = middle - count * thick / 2 + number * thick
            right = plot.left + value / self._most * (plot.right - plot.left)
            outline = [(plot.left, bar_top), (right, bar_top), (right, bar_top + thick), (plot.left, bar_top + thick)]
            sheet.area(outline, color=self._color(row, number, count), alpha=0.5 if row.is_faint else 1.0)
            end = max(end, right)
        return HitRegion(row.key, place, 0.0, top, sheet.width, self._height, end, middle)

    def _color(self, row: RowBar, number: int, count: int) -> str:
        if row.is_faint or (count > 1 and number == 0):
            return self._theme.reference
        return self._theme.series[1] if row.is_marked and count == 1 else self._theme.series[0]
