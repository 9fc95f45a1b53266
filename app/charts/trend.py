"""Draws a trend: line, range of chance, target, last year, events, end label. All measures in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from app.charts.scale import Axis, axis_for
from app.charts.sheet import DIGIT_HEIGHT, Point, Sheet
from app.charts.spec import HitRegion, TrendPoint, TrendSpec

TICK, EVENT, END = 12.0, 12.0, 14.0
BAND_ALPHA = 0.13
GAP = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


class Trend:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: TrendSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._theme = sheet.theme
        self._px = sheet.scale
        top, bottom = (END + 12) * self._px, (TICK + 14) * self._px
        gaps = max(2, min(5, int((sheet.height - top - bottom) // (40 * self._px))))
        self.axis: Axis = axis_for(_drawn_values(spec), spec.ticks, gaps)
        self._tick_texts = [spec.ticks.text(tick, self.axis.high) for tick in self.axis.ticks]
        left = max(sheet.text_width(text, TICK) for text in self._tick_texts) + (GAP + 2) * self._px
        right = max(12.0 * self._px, self._last_year_room())
        self._plot = Box(left, top, max(left + 1, sheet.width - right), max(top + 1, sheet.height - bottom))
        self._taken: list[Box] = []

    def draw(self) -> tuple[HitRegion, ...]:
        self._draw_grid()
        self._draw_period_labels()
        self._draw_band()
        self._draw_last_year()
        self._draw_main()
        self._draw_events()
        self._draw_target()
        return self._regions()

    def _x(self, index: int) -> float:
        count = len(self._spec.points)
        inset = min(12.0 * self._px, (self._plot.right - self._plot.left) / 4)
        left, right = self._plot.left + inset, self._plot.right - inset
        return (left + right) / 2 if count == 1 else left + (right - left) * index / (count - 1)

    def _y(self, value: float) -> float:
        return self._plot.bottom - self.axis.share(value) * (self._plot.bottom - self._plot.top)

    def _draw_grid(self) -> None:
        for tick, text in zip(self.axis.ticks, self._tick_texts, strict=True):
            y = self._y(tick)
            is_bottom = tick == self.axis.low
            ends = [(self._plot.left, y), (self._plot.right, y)]
            self._sheet.line(ends, color=self._theme.axis if is_bottom else self._theme.line, width=1.0, layer=2 if is_bottom else 0)
            baseline = y + TICK * self._px * DIGIT_HEIGHT / 2
            self._sheet.text(self._plot.left - GAP * self._px, baseline, text, size=TICK, color=self._theme.text2, anchor="right")

    def _draw_period_labels(self) -> None:
        baseline = self._plot.bottom + (TICK + 6) * self._px
        for index, text in self._period_labels():
            half = self._sheet.text_width(text, TICK) / 2
            x = min(max(self._x(index), half), self._sheet.width - half)
            self._sheet.text(x, baseline, text, size=TICK, color=self._theme.text2, anchor="center")

    def _period_labels(self) -> list[tuple[int, str]]:
        """The densest even choice of periods whose names do not touch; the last one always has its name."""
        count = len(self._spec.points)
        for step in (1, 2, 3, 4, 6, 12, 24, count):
            chosen = list(range(0, count, step))
            if count and chosen[-1] != count - 1:
                # The one before the last gives way when the two would stand too close.
                chosen = [*(i for i in chosen if count - 1 - i >= (step + 1) // 2 or i == 0), count - 1]
            labels = self._named(chosen)
            if self._stand_apart(labels):
                return labels
        return self._named([count - 1] if count else [])

    def _named(self, chosen: list[int]) -> list[tuple[int, str]]:
        named: list[tuple[int, str]] = []
        group: str | None = None
        for index in chosen:
            point = self._spec.points[index]
            named.append((index, point.label if point.group == group else point.long_label))
            group = point.group
        return named

    def _stand_apart(self, labels: list[tuple[int, str]]) -> bool:
        for (first, one), (second, other) in pairwise(labels):
            room = (self._sheet.text_width(one, TICK) + self._sheet.text_width(other, TICK)) / 2 + 10 * self._px
            if self._x(second) - self._x(first) < room:
                return False
        return True

    def _draw_band(self) -> None:
        for run in _runs(self._spec.points):
            known = [(i, p.low, p.high) for i, p in run if p.low is not None and p.high is not None]
            if len(known) > 1:
                upper = [(self._x(i), self._y(high)) for i, _, high in known]
                lower = [(self._x(i), self._y(low)) for i, low, _ in reversed(known)]
                self._sheet.area(upper + lower, color=self._theme.series[0], alpha=BAND_ALPHA)

    def _draw_last_year(self) -> None:
        runs: list[list[Point]] = [[]]
        for index, value in enumerate(self._spec.last_year[: len(self._spec.points)]):
            if value is None:
                runs.append([])
            else:
                runs[-1].append((self._x(index), self._y(value)))
        for run in runs:
            if len(run) > 1:
                self._sheet.line(run, color=self._theme.reference, width=1.5, dash=(5, 4))
        ends = [run[-1] for run in runs if run]
        if ends and self._spec.last_year_label:
            x, y = ends[-1]
            left, baseline = x + GAP * self._px, y + TICK * self._px * DIGIT_HEIGHT / 2
            self._sheet.text(left, baseline, self._spec.last_year_label, size=TICK, color=self._theme.text2, halo=True)
            self._taken.append(Box(left, baseline - TICK * self._px, self._sheet.width, baseline + 3 * self._px))

    def _last_year_room(self) -> float:
        if not self._spec.last_year_label or not any(value is not None for value in self._spec.last_year):
            return 0.0
        return self._sheet.text_width(self._spec.last_year_label, TICK)

    def _draw_main(self) -> None:
        main = self._theme.series[0]
        runs = _runs(self._spec.points)
        for run in runs:
            if len(run) > 1:
                self._sheet.line(self._path(run), color=main, width=3.0, round_caps=True, layer=4)
            else:
                self._sheet.dot(*self._path(run)[0], radius=3.0, fill=main, edge=main, edge_width=1.0)
        if runs:
            x, y = self._path(runs[-1])[-1]
            self._sheet.dot(x, y, radius=6.0, fill=main, edge=self._theme.surface, edge_width=2.0)
            self._write(x, y - 18 * self._px, runs[-1][-1][1].text, size=END, color=self._theme.text, bold=True)
        last = self._spec.points[-1] if self._spec.points else None
        if last is not None and not last.is_complete and last.value is not None:
            self._draw_unfinished(last, last.value)

    def _draw_unfinished(self, point: TrendPoint, value: float) -> None:
        main = self._theme.series[0]
        x, y = self._x(len(self._spec.points) - 1), self._y(value)
        top = bottom = y
        if point.low is not None and point.high is not None:
            top, bottom, cap = self._y(point.high), self._y(point.low), 4 * self._px
            for stroke in ([(x, top), (x, bottom)], [(x - cap, top), (x + cap, top)], [(x - cap, bottom), (x + cap, bottom)]):
                self._sheet.line(stroke, color=main, width=1.0, layer=3)
        self._sheet.dot(x, y, radius=5.0, fill=self._theme.surface, edge=main, edge_width=2.0)
        words = f"{point.text} {self._spec.unfinished_label}".strip()
        above = min(top, y - 6 * self._px) - 6 * self._px
        below = max(bottom, y + 6 * self._px) + (TICK + 4) * self._px
        baseline = below if self._is_taken(x, above, words) and below < self._plot.bottom - 4 * self._px else above
        self._write(x, baseline, words, size=TICK, color=self._theme.text2, bold=False)

    def _is_taken(self, x: float, baseline: float, words: str) -> bool:
        box = self._box_of(x, baseline, words, TICK, bold=False)
        return baseline < TICK * self._px or any(box.overlaps(other) for other in self._taken)

    def _box_of(self, x: float, baseline: float, text: str, size: float, *, bold: bool) -> Box:
        """Where words centred on `x` come to stand: inside the sheet."""
        width = self._sheet.text_width(text, size, bold=bold)
        left = min(x - width / 2, self._sheet.width - width)
        return Box(left - 4, baseline - size * self._px, left + width + 4, baseline + 3 * self._px)

    def _write(self, x: float, baseline: float, text: str, *, size: float, color: str, bold: bool) -> None:
        """Centred on `x`, kept inside the sheet, and remembered so that nothing else is written there."""
        inside = max(size * self._px, baseline)
        box = self._box_of(x, inside, text, size, bold=bold)
        self._sheet.text(box.left + 4, inside, text, size=size, color=color, bold=bold, halo=True)
        self._taken.append(box)

    def _draw_events(self) -> None:
        row_height = (EVENT + 5) * self._px
        for event in sorted(self._spec.events, key=lambda e: e.index):
            if not 0 <= event.index < len(self._spec.points):
                continue
            x, half = self._x(event.index), self._sheet.text_width(event.label, EVENT) / 2
            centre = min(max(x, self._plot.left + half), self._sheet.width - half)
            for row in range(4):
                baseline = self._plot.bottom - 6 * self._px - row * row_height
                box = Box(centre - half - 6, baseline - EVENT * self._px, centre + half + 6, baseline + 4 * self._px)
                if not any(box.overlaps(other) for other in self._taken):
                    break
            self._taken.append(box)
            value = self._spec.points[event.index].value
            top = self._plot.top if value is None else self._y(value)
            foot = self._plot.bottom if row == 0 else max(top + 1, baseline - EVENT * self._px)
            self._sheet.line([(x, top), (x, foot)], color=self._theme.text2, width=1.2, dash=(1.2, 2.4), layer=3)
            self._sheet.text(centre, baseline, event.label, size=EVENT, color=self._theme.text2, anchor="center", halo=True)

    def _draw_target(self) -> None:
        target = self._spec.target
        if target is None:
            return
        y, color = self._y(target.value), self._theme.series[1]
        self._sheet.line([(self._plot.left, y), (self._plot.right, y)], color=color, width=1.6, dash=(6, 4), layer=3)
        width, height = self._sheet.text_width(target.label, TICK), TICK * self._px
        inset = 14 * self._px
        lefts = (self._plot.left + inset, self._plot.right - width - inset)
        places = [(left, baseline) for left in lefts for baseline in (y - 5 * self._px, y + height + 3 * self._px)]
        path = self._dense_path()

        def clutter(place: tuple[float, float]) -> int:
            box = Box(place[0] - 4, place[1] - height, place[0] + width + 4, place[1] + 3 * self._px)
            on_line = sum(box.left < x < box.right and box.top < line_y < box.bottom for x, line_y in path)
            return on_line + 100 * sum(box.overlaps(other) for other in self._taken)

        left, baseline = min(places, key=clutter)
        self._sheet.text(left, baseline, target.label, size=TICK, color=color, halo=True)

    def _dense_path(self) -> list[Point]:
        steps = [i / 12 for i in range(12)]
        dense: list[Point] = []
        for run in _runs(self._spec.points):
            path = self._path(run)
            dense += [(x0 + (x1 - x0) * s, y0 + (y1 - y0) * s) for (x0, y0), (x1, y1) in pairwise(path) for s in steps]
            dense.append(path[-1])
        return dense

    def _path(self, run: list[tuple[int, TrendPoint]]) -> list[Point]:
        return [(self._x(index), self._y(point.value)) for index, point in run if point.value is not None]

    def _regions(self) -> tuple[HitRegion, ...]:
        regions: list[HitRegion] = []
        last = len(self._spec.points) - 1
        for index, point in enumerate(self._spec.points):
            if point.value is None:
                continue
            x = self._x(index)
            left = self._plot.left if index == 0 else (self._x(index - 1) + x) / 2
            right = self._sheet.width if index == last else (x + self._x(index + 1)) / 2
            height = self._plot.bottom - self._plot.top
            regions.append(HitRegion(point.key, index, left, self._plot.top, right - left, height, x, self._y(point.value)))
        return tuple(regions)


def _drawn_values(spec: TrendSpec) -> list[float]:
    values = [v for point in spec.points for v in (point.value, point.low, point.high) if v is not None]
    values += [value for value in spec.last_year if value is not None]
    if spec.target is not None and values:
        values.append(spec.target.value)
    return values


def _runs(points: tuple[TrendPoint, ...]) -> list[list[tuple[int, TrendPoint]]]:
    """Finished points with a value, unbroken stretches of them."""
    runs: list[list[tuple[int, TrendPoint]]] = []
    is_open = False
    for index, point in enumerate(points):
        if point.value is None or not point.is_complete:
            is_open = False
        elif is_open:
            runs[-1].append((index, point))
        else:
            runs.append([(index, point)])
            is_open = True
    return runs
