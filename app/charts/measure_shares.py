"""Draws the shares of those who came, and the profit on cost. Measures in logical pixels."""

from __future__ import annotations

from app.charts.measure_specs import ReturnSpec, ShareBar, SharesSpec
from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Sheet
from app.charts.spec import HitRegion, TickStyle
from app.charts.trend import Box

TICK, LABEL, VALUE = 12.0, 12.0, 14.0
GAP, CAP = 8.0, 7.0
THICKEST = 38.0
PALE = 0.13
SHARES = TickStyle(factor=100.0, suffix="%", floor=0.0, ceiling=1.0)
RETURNS = TickStyle(factor=100.0, suffix="%")


class Shares:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: SharesSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = px = sheet.scale
        words = [text for bar in spec.bars for text in (bar.label, bar.note)]
        left = max((sheet.text_width(text, LABEL) for text in words), default=0.0) + (GAP + 2) * px
        right = max((sheet.text_width(bar.text, VALUE, bold=True) for bar in spec.bars), default=0.0) + 2 * GAP * px
        self._plot = Box(left, 4 * px, max(left + 1, sheet.width - right), max(5 * px, sheet.height - (TICK + 12) * px))
        values = [value for bar in spec.bars for value in (bar.value, bar.high) if value is not None]
        self.axis: Axis = axis_for(values, SHARES, max(2, min(5, int((self._plot.right - left) // (64 * px)))))

    def draw(self) -> tuple[HitRegion, ...]:
        for tick in self.axis.ticks:
            x = self._x(tick)
            is_zero = tick == 0
            ends = [(x, self._plot.top), (x, self._plot.bottom)]
            self._sheet.line(ends, color=self._theme.axis if is_zero else self._theme.line, width=1.0, layer=0)
            baseline = self._plot.bottom + (TICK + 5) * self._px
            self._sheet.text(x, baseline, SHARES.text(tick, self.axis.high), size=TICK, color=self._theme.text2, anchor="center")
        bottom = [(self._plot.left, self._plot.bottom), (self._plot.right, self._plot.bottom)]
        self._sheet.line(bottom, color=self._theme.axis, width=1.0, layer=0)
        return tuple(self._draw_bar(place, bar) for place, bar in enumerate(self._spec.bars))

    def _x(self, value: float) -> float:
        return self._plot.left + self.axis.share(value) * (self._plot.right - self._plot.left)

    def _draw_bar(self, place: int, bar: ShareBar) -> HitRegion:
        lane = (self._plot.bottom - self._plot.top) / len(self._spec.bars)
        middle, half = self._plot.top + (place + 0.5) * lane, min(THICKEST * self._px, lane * 0.55) / 2
        end = self._x(bar.value)
        color = self._theme.reference if bar.is_held else self._theme.series[0]
        outline = [(self._plot.left, middle - half), (end, middle - half), (end, middle + half), (self._plot.left, middle + half)]
        self._sheet.area(outline, color=color, alpha=0.75 if bar.is_held else 0.9)
        beside = end
        if bar.low is not None and bar.high is not None:
            low, high, cap = self._x(bar.low), self._x(bar.high), min(CAP * self._px, half)
            for stroke in ([(low, middle), (high, middle)], *([(x, middle - cap), (x, middle + cap)] for x in (low, high))):
                self._sheet.line(stroke, color=self._theme.text, width=2.0, layer=3)
            beside = high
        baseline = middle + VALUE * self._px * DIGIT_HEIGHT / 2
        x = beside + GAP * self._px
        self._sheet.text(x, baseline, bar.text, size=VALUE, color=self._theme.text, bold=True, halo=True)
        for line, text in enumerate((bar.label, bar.note)):
            at = middle - 3 * self._px if line == 0 else middle + (LABEL + 2) * self._px
            self._sheet.text(self._plot.left - GAP * self._px, at, text, size=LABEL, color=self._theme.text, anchor="right")
        return HitRegion(bar.key, place, 0.0, middle - lane / 2, self._sheet.width, lane, end, middle)


class ReturnScale:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: ReturnSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = px = sheet.scale
        style = RETURNS
        ends = [spec.low, spec.high, spec.value]
        span = max(max(*ends, 0.0) - min(*ends, 0.0), 0.5)
        # Both sides are there to be seen, whichever the value is on.
        self.low, self.high = min(*ends, 0.0) - 0.12 * span, max(*ends, 0.0) + 0.12 * span
        gaps = max(2, min(8, int(sheet.width // (64 * px))))
        self._ticks = [tick for tick in axis_for([self.low, self.high], style, gaps).ticks if self.low <= tick <= self.high]
        self._plot = Box(16 * px, 0.0, max(17 * px, sheet.width - 16 * px), max(px, sheet.height - (TICK + 12) * px))

    def draw(self) -> tuple[HitRegion, ...]:
        spec, px = self._spec, self._px
        top, bottom, zero = self._plot.top, self._plot.bottom, self._x(0.0)
        loss, gain = self._theme.series[1], self._theme.series[0]
        for left, right, color in ((self._plot.left, zero, loss), (zero, self._plot.right, gain)):
            if right > left:
                self._sheet.area([(left, top), (right, top), (right, bottom), (left, bottom)], color=color, alpha=PALE)
        for tick in self._ticks:
            text = RETURNS.text(tick, self.high)
            half = self._sheet.text_width(text, TICK) / 2
            x = min(max(self._x(tick), half), self._sheet.width - half)
            self._sheet.text(x, bottom + (TICK + 5) * px, text, size=TICK, color=self._theme.text2, anchor="center")
        self._sheet.line([(zero, top), (zero, bottom)], color=self._theme.axis, width=1.6, layer=2)
        self._sheet.line([(self._plot.left, bottom), (self._plot.right, bottom)], color=self._theme.axis, width=1.0, layer=2)
        head = top + (VALUE + 8) * px
        self._sheet.text(zero - 6 * px, head, spec.loss, size=VALUE, color=loss, bold=True, anchor="right", halo=True)
        self._sheet.text(zero + 6 * px, head, spec.gain, size=VALUE, color=gain, bold=True, halo=True)
        return (self._draw_value((top + bottom) / 2 + 8 * px),)

    def _draw_value(self, y: float) -> HitRegion:
        spec, px = self._spec, self._px
        low, high, at = (self._x(value) for value in (spec.low, spec.high, spec.value))
        color = self._theme.series[0] if spec.value >= 0 else self._theme.series[1]
        self._sheet.line([(low, y), (high, y)], color=color, width=6.0, round_caps=True, layer=3)
        self._sheet.dot(at, y, radius=8.0, fill=color, edge=self._theme.surface, edge_width=3.0)
        self._write(at, y - 18 * px, spec.text, size=VALUE, bold=True)
        narrow = (high - low) < self._sheet.text_width(spec.low_text + spec.high_text, TICK) + 16 * px
        under = y + (TICK + 12) * px
        self._write(low, under, spec.low_text, size=TICK)
        self._write(high, under + ((TICK + 4) * px if narrow else 0.0), spec.high_text, size=TICK)
        return HitRegion("return", 0, low, y - 20 * px, max(1.0, high - low), 40 * px, at, y)

    def _x(self, value: float) -> float:
        return self._plot.left + (value - self.low) / (self.high - self.low) * (self._plot.right - self._plot.left)

    def _write(self, x: float, baseline: float, text: str, *, size: float, bold: bool = False) -> None:
        half = self._sheet.text_width(text, size, bold=bold) / 2
        inside = min(max(x, self._plot.left + half), self._plot.right - half)
        color = self._theme.text if bold else self._theme.text2
        self._sheet.text(inside, baseline, text, size=size, color=color, bold=bold, anchor="center", halo=True)
