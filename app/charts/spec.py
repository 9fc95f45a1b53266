"""What a chart shows, as data. Every text is already in the user's language; nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One period. `label` is short ("11月"), `long_label` names the year too ("2026年11月") and stands where the `group` (the year)
    changes. `value`, `low`, `high` as drawn (a rate as a fraction), None where nobody was counted; `text` the value in words ("68.4%").
    """

    key: str
    label: str
    long_label: str
    group: str
    value: float | None
    text: str
    low: float | None = None
    high: float | None = None
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class Target:
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class ChartEvent:
    """Something the shop did at the period of point `index`."""

    index: int
    label: str


@dataclass(frozen=True, slots=True)
class TickStyle:
    """How numbers on the axis read: value x `factor`, between `prefix` and `suffix`; from `large_from` on in the large unit
    (1,000,000 円 -> 100万円: `large_factor` 1/10000). `floor` and `ceiling` are never passed; a `zooms` axis need not begin at 0."""

    factor: float = 1.0
    prefix: str = ""
    suffix: str = ""
    large_from: float | None = None
    large_factor: float = 1.0
    large_suffix: str = ""
    floor: float | None = None
    ceiling: float | None = None
    zooms: bool = False

    def text(self, value: float, largest: float) -> str:
        """`largest` is the top of the axis: one axis has one unit."""
        is_large = self.large_from is not None and abs(largest) >= self.large_from
        scaled = Decimal(repr(value * (self.large_factor if is_large else self.factor)))
        rounded = scaled.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP).normalize()
        minus = "−" if rounded < 0 else ""
        return f"{minus}{self.prefix}{abs(rounded):,f}{self.large_suffix if is_large else self.suffix}"


PERCENT = TickStyle(factor=100.0, suffix="%", floor=0.0, ceiling=1.0, zooms=True)
COUNT = TickStyle(floor=0.0)


@dataclass(frozen=True, slots=True)
class TrendSpec:
    """A line over periods with its range of chance.

    Only the last point may be unfinished: it is drawn hollow, apart from the line, with `unfinished_label` beside it.
    `last_year` runs beside `points` (None where unknown) and is named `last_year_label` at its end.
    """

    points: tuple[TrendPoint, ...]
    ticks: TickStyle = PERCENT
    target: Target | None = None
    events: tuple[ChartEvent, ...] = ()
    last_year: tuple[float | None, ...] = ()
    last_year_label: str = ""
    unfinished_label: str = ""


@dataclass(frozen=True, slots=True)
class HitRegion:
    """Where a point answers the mouse, in logical pixels from the top left; (`point_x`, `point_y`) is the dot itself."""

    key: str
    index: int
    x: float
    y: float
    width: float
    height: float
    point_x: float
    point_y: float


@dataclass(frozen=True, slots=True)
class RenderedChart:
    """`rgba` is opaque, 4 bytes a pixel, `width` x `height` device pixels. `axis_start` is the text of the lowest tick when the axis
    does not begin at 0 (say so beside the chart), else empty."""

    rgba: bytes
    width: int
    height: int
    regions: tuple[HitRegion, ...]
    axis_start: str
