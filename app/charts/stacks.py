"""Draws bars of pieces above and below zero. Measures in logical pixels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.charts.insight_specs import StackGroup, StackPart, StackSpec, Tone
from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Sheet
from app.charts.spec import HitRegion
from app.charts.style import ChartTheme, text_on
from app.charts.trend import Box

TICK, LEGEND, VALUE = 12.0, 12.0, 11.0
SQUARE, LEGEND_LINE = 10.0, 18.0
GAP = 8.0
BAR_SHARE = 0.72
WIDEST_BAR = 44.0
NARROWEST_REGION = 6.0


def tone_color(theme: ChartTheme, tone: Tone) -> str:
    return {
        Tone.MAIN: theme.series[0],
        Tone.PALE: theme.sequential[3],
        Tone.GREY: theme.reference,
        Tone.WARNING: theme.series[1],
        Tone.QUIET: theme.line,
    }[tone]


def legend_lines(sheet: Sheet, left: float, labels: Sequence[str]) -> list[list[str]]:
    """The names in as many lines as they need from `left` on."""
    lines: list[list[str]] = [[]]
    x = left
    for label in labels:
        width = (SQUARE + 6) * sheet.scale + sheet.text_width(label, LEGEND)
        if lines[-1] and x + width > sheet.width:
            lines.append([])
            x = left
        lines[-1].append(label)
        x += width + 18 * sheet.scale
    return lines


def draw_legend(sheet: Sheet, left: float, labels: Sequence[tuple[str, str]]) -> None:
    """Squares with names, (name, colour) each."""
    px, colors = sheet.scale, dict(labels)
    side = SQUARE * px
    for number, line in enumerate(legend_lines(sheet, left, [label for label, _color in labels])):
        x, top = left, (4 + number * LEGEND_LINE) * px
        for label in line:
            sheet.area([(x, top), (x + side, top), (x + side, top + side), (x, top + side)], color=colors[label], alpha=1.0)
            sheet.text(x + side + 6 * px, top + side, label, size=LEGEND, color=sheet.theme.text)
            x += side + 24 * px + sheet.text_width(label, LEGEND)


class Stacks:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: StackSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = sheet.scale
        lines = 2 if any(group.note for group in spec.groups) else 1
        rows = len(legend_lines(sheet, 0.0, [label for label, _tone in spec.legend])) if spec.legend else 0
        top, bottom = (8 + rows * LEGEND_LINE) * self._px, (lines * (TICK + 4) + 8) * self._px
        gaps = max(2, min(5, int((sheet.height - top - bottom) // (28 * self._px))))
        ups = [sum(part.value for part in group.above) for group in spec.groups]
        downs = [-sum(part.value for part in group.below) for group in spec.groups]
        self.axis: Axis = axis_for([*ups, *downs] or [0.0, 1.0], spec.ticks, gaps)
        low, high = min(self.axis.low, *downs, 0.0), max(self.axis.high, *ups, 0.0)
        # Pieces below zero may reach past the last tick, as those above may.
        self._low, self._span = low, (high - low) or 1.0
        self._tick_texts = ["0" if tick == 0 else spec.ticks.text(tick, self.axis.high) for tick in self.axis.ticks]
        left = max(sheet.text_width(text, TICK) for text in self._tick_texts) + (GAP + 2) * self._px
        self._plot = Box(left, top, max(left + 1, sheet.width - 6 * self._px), max(top + 1, sheet.height - bottom))

    def draw(self) -> tuple[HitRegion, ...]:
        self._draw_grid()
        draw_legend(self._sheet, 0.0, [(label, tone_color(self._theme, tone)) for label, tone in self._spec.legend])
        self._draw_labels()
        regions: list[HitRegion] = []
        for place, group in enumerate(self._spec.groups):
            for sign, parts in ((1.0, group.above), (-1.0, group.below)):
                foot = 0.0
                for part in parts:
                    if part.value > 0:
                        box = self._box(place, sign * foot, sign * (foot + part.value))
                        self._draw_part(box, part, group)
                        regions.append(self._region(part, len(regions), box))
                    foot += part.value
        return tuple(regions)

    def _column(self, place: int) -> tuple[float, float]:
        width = (self._plot.right - self._plot.left) / max(1, len(self._spec.groups))
        return self._plot.left + place * width, self._plot.left + (place + 1) * width

    def _y(self, value: float) -> float:
        return self._plot.bottom - (value - self._low) / self._span * (self._plot.bottom - self._plot.top)

    def _box(self, place: int, start: float, end: float) -> Box:
        left, right = self._column(place)
        half = min((right - left) * BAR_SHARE, WIDEST_BAR * self._px) / 2
        centre = (left + right) / 2
        top, bottom = sorted((self._y(start), self._y(end)))
        return Box(centre - half, top, centre + half, bottom)

    def _region(self, part: StackPart, index: int, box: Box) -> HitRegion:
        # A thin slice stays easy to hit.
        height = max(NARROWEST_REGION * self._px, box.bottom - box.top)
        centre = (box.top + box.bottom) / 2
        x = (box.left + box.right) / 2
        return HitRegion(part.key, index, box.left, centre - height / 2, box.right - box.left, height, x, centre)

    def _draw_part(self, box: Box, part: StackPart, group: StackGroup) -> None:
        color, px = tone_color(self._theme, part.tone), self._px
        if group.is_faint:
            color = self._theme.reference if part.tone is Tone.MAIN else color
        outline = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
        if group.is_complete:
            self._sheet.area(outline, color=color, alpha=0.45 if group.is_faint else 1.0)
            # A hairline of the surface keeps neighbouring pieces apart.
            self._sheet.line([(box.left, box.top), (box.right, box.top)], color=self._theme.surface, width=1.0, layer=3)
        else:
            edge = 0.75 * px
            inner = Box(box.left + edge, box.top + edge, box.right - edge, max(box.top + edge, box.bottom - edge))
            self._sheet.area(outline, color=self._theme.surface, alpha=1.0)
            corners = [(inner.left, inner.top), (inner.right, inner.top), (inner.right, inner.bottom), (inner.left, inner.bottom)]
            self._sheet.line([*corners, corners[0]], color=color, width=1.5, layer=3)
        fits = box.bottom - box.top >= (VALUE + 3) * px and self._sheet.text_width(part.text, VALUE) <= box.right - box.left - 2 * px
        if part.text and fits:
            is_filled = group.is_complete and not group.is_faint
            tone = text_on(color) if is_filled else self._theme.text
            baseline = (box.top + box.bottom) / 2 + VALUE * px * DIGIT_HEIGHT / 2
            self._sheet.text((box.left + box.right) / 2, baseline, part.text, size=VALUE, color=tone, anchor="center")

    def _draw_grid(self) -> None:
        for tick, text in zip(self.axis.ticks, self._tick_texts, strict=True):
            y, is_zero = self._y(tick), tick == 0
            ends = [(self._plot.left, y), (self._plot.right, y)]
            self._sheet.line(ends, color=self._theme.axis if is_zero else self._theme.line, width=1.0, layer=4 if is_zero else 0)
            baseline = y + TICK * self._px * DIGIT_HEIGHT / 2
            self._sheet.text(self._plot.left - GAP * self._px, baseline, text, size=TICK, color=self._theme.text2, anchor="right")

    def _draw_labels(self) -> None:
        labels = [(sum(self._column(place)) / 2, (group.label, group.note)) for place, group in enumerate(self._spec.groups)]
        steps = (1, 2, 3, 4, 6, 12, max(1, len(labels)))
        # Counted from the newest, whose name always stands.
        step = next((step for step in steps if self._stand_apart(labels[::-1][::step])), steps[-1])
        for x, texts in labels[::-1][::step]:
            for line, text in enumerate(texts, 1):
                if text:
                    half = self._sheet.text_width(text, TICK) / 2
                    place = min(max(x, half), self._sheet.width - half)
                    baseline = self._plot.bottom + (line * (TICK + 4) + 1) * self._px
                    self._sheet.text(place, baseline, text, size=TICK, color=self._theme.text2, anchor="center")

    def _stand_apart(self, labels: list[tuple[float, tuple[str, str]]]) -> bool:
        widths = [max(self._sheet.text_width(text, TICK) for text in texts) for _, texts in labels]
        places = [x for x, _ in labels]
        rooms = [(one + other) / 2 + 6 * self._px for one, other in pairwise(widths)]
        return all(before - after >= room for (before, after), room in zip(pairwise(places), rooms, strict=True))
