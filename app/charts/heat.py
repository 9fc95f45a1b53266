"""Draws a table of coloured cells for paper; the screen paints its own. Measures in logical pixels."""

from __future__ import annotations

from app.charts.insight_specs import HeatSpec, HeatSpecCell, HeatSpecRow
from app.charts.sheet import DIGIT_HEIGHT, Sheet
from app.charts.spec import HitRegion
from app.charts.style import heat_color, text_on

TEXT = 12.0
GAP, PART = 8.0, 2.0
WIDEST_CELL, HIGHEST_CELL = 90.0, 40.0


class Heat:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: HeatSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = px = sheet.scale
        self._labels = max((sheet.text_width(row.label, TEXT) for row in spec.rows), default=0.0)
        notes = max((sheet.text_width(row.note, TEXT) for row in spec.rows), default=0.0)
        self._left = self._labels + (notes + GAP * px if notes else 0.0) + GAP * px
        self._top = (TEXT + 8) * px
        self._width = min((sheet.width - self._left) / max(1, len(spec.columns)), WIDEST_CELL * px)
        self._height = min((sheet.height - self._top) / max(1, len(spec.rows)), HIGHEST_CELL * px)

    def draw(self) -> tuple[HitRegion, ...]:
        widest = max((self._sheet.text_width(name, TEXT) for name in self._spec.columns), default=0.0)
        step = max(1, -int(-(widest + 4 * self._px) // max(1.0, self._width)))
        for place in range(0, len(self._spec.columns), step):
            x = self._left + (place + 0.5) * self._width
            name = self._spec.columns[place]
            self._sheet.text(x, TEXT * self._px, name, size=TEXT, color=self._theme.text2, anchor="center")
        regions: list[HitRegion] = []
        for place, row in enumerate(self._spec.rows):
            regions += self._draw_row(place, row, len(regions))
        return tuple(regions)

    def _draw_row(self, place: int, row: HeatSpecRow, first: int) -> list[HitRegion]:
        px = self._px
        top = self._top + place * self._height
        baseline = top + self._height / 2 + TEXT * px * DIGIT_HEIGHT / 2
        self._sheet.text(0.0, baseline, row.label, size=TEXT, color=self._theme.text)
        if row.note:
            self._sheet.text(self._left - GAP * px, baseline, row.note, size=TEXT, color=self._theme.text2, anchor="right")
        regions: list[HitRegion] = []
        for number, cell in enumerate(row.cells):
            if cell is None:
                continue
            left = self._left + number * self._width
            self._draw_cell(cell, left, top, baseline)
            x, y = left + self._width / 2, top + self._height / 2
            regions.append(HitRegion(cell.key, first + len(regions), left, top, self._width, self._height, x, y))
        return regions

    def _draw_cell(self, cell: HeatSpecCell, left: float, top: float, baseline: float) -> None:
        px = self._px
        right, bottom = left + self._width - PART * px, top + self._height - PART * px
        color = self._theme.sequential[0] if cell.strength is None else heat_color(self._theme, cell.strength)
        if cell.is_faint:
            color = self._theme.line
        self._sheet.area([(left, top), (right, top), (right, bottom), (left, bottom)], color=color, alpha=1.0)
        tone = self._theme.text2 if cell.is_faint or cell.strength is None else text_on(color)
        self._sheet.text((left + right) / 2, baseline - PART * px / 2, cell.text, size=TEXT, color=tone, anchor="center")
