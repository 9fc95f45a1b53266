"""Draws how answers spread over a scale: a bar with its count for each point, and its groups below. Measures in logical pixels."""

from __future__ import annotations

from itertools import pairwise

from app.charts.sheet import Sheet
from app.charts.spec import HitRegion
from app.charts.survey_specs import SpreadSpec, SpreadTone
from app.charts.trend import Box

TICK, COUNT = 12.0, 12.0
BAR_SHARE = 0.72
WIDEST_BAR = 40.0


class Spread:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: SpreadSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = sheet.scale
        self._rows = 0 if not spec.groups else 4 if self._is_crowded() else 2
        bottom = (TICK + 10 + (self._rows * (TICK + 4) + 12 if spec.groups else 0)) * self._px
        top = (COUNT + 8) * self._px
        self._plot = Box(4 * self._px, top, max(5.0, sheet.width - 4 * self._px), max(top + 1, sheet.height - bottom))
        self._most = max((bar.count for bar in spec.bars), default=0)

    def draw(self) -> tuple[HitRegion, ...]:
        theme, px, plot = self._theme, self._px, self._plot
        self._sheet.line([(plot.left, plot.bottom), (plot.right, plot.bottom)], color=theme.axis, width=1.0, layer=4)
        regions = []
        for place, bar in enumerate(self._spec.bars):
            left, right = self._column(place)
            centre, half = (left + right) / 2, min((right - left) * BAR_SHARE, WIDEST_BAR * px) / 2
            top = plot.bottom - (bar.count / self._most if self._most else 0.0) * (plot.bottom - plot.top)
            if bar.count:
                outline = [(centre - half, top), (centre + half, top), (centre + half, plot.bottom), (centre - half, plot.bottom)]
                self._sheet.area(outline, color=self._color(bar.tone), alpha=1.0)
            self._sheet.text(centre, top - 5 * px, str(bar.count), size=COUNT, color=theme.text, anchor="center")
            self._sheet.text(centre, plot.bottom + (TICK + 4) * px, bar.label, size=TICK, color=theme.text2, anchor="center")
            regions.append(HitRegion(bar.key, place, left, 0.0, right - left, plot.bottom + (TICK + 8) * px, centre, top))
        return (*regions, *self._draw_groups())

    def _draw_groups(self) -> list[HitRegion]:
        regions = []
        line = self._plot.bottom + (TICK + 12) * self._px
        for place, group in enumerate(self._spec.groups):
            lower = 2 * (place % 2) if self._rows > 2 else 0
            left, right = self._column(group.first)[0] + 4 * self._px, self._column(group.last)[1] - 4 * self._px
            color = self._color(group.tone)
            self._sheet.line([(left, line), (right, line)], color=color, width=2.5, layer=4)
            for row, text in enumerate((group.name, group.note), 1):
                half = self._sheet.text_width(text, TICK) / 2
                centre = min(max((left + right) / 2, half), self._sheet.width - half)
                tone = self._theme.text2 if group.tone is SpreadTone.MIDDLE else color
                self._sheet.text(centre, line + (row + lower) * (TICK + 4) * self._px, text, size=TICK, color=tone, anchor="center")
            height = self._sheet.height - line
            index = len(self._spec.bars) + place
            regions.append(HitRegion(group.name, index, left, line, right - left, height, (left + right) / 2, line))
        return regions

    def _is_crowded(self) -> bool:
        """Whether the words below neighbouring groups would run into each other: every second one stands lower then."""
        column = (self._sheet.width - 8 * self._px) / max(1, len(self._spec.bars))
        places = [((one.first + one.last + 1) / 2 * column, self._widest(one.name, one.note)) for one in self._spec.groups]
        gaps = ((right - left, (one + other) / 2) for (left, one), (right, other) in pairwise(places))
        return any(gap < room + 3 * self._px for gap, room in gaps)

    def _widest(self, *texts: str) -> float:
        return max(self._sheet.text_width(text, TICK) for text in texts)

    def _column(self, place: int) -> tuple[float, float]:
        width = (self._plot.right - self._plot.left) / max(1, len(self._spec.bars))
        return self._plot.left + place * width, self._plot.left + (place + 1) * width

    def _color(self, tone: SpreadTone) -> str:
        return {SpreadTone.LOW: self._theme.series[1], SpreadTone.MIDDLE: self._theme.reference, SpreadTone.HIGH: self._theme.series[0]}[
            tone
        ]
