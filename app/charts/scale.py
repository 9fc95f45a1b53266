"""Round numbers for an axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

from app.charts.spec import TickStyle

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
# The top of the data may stand a little above the last tick.
PART_OF_A_GAP = 0.5
SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Axis:
    """`ticks` ascending; the axis begins at the first and reaches to `high`, which may lie above the last."""

    ticks: tuple[float, ...]
    high: float

    @property
    def low(self) -> float:
        return self.ticks[0]

    def share(self, value: float) -> float:
        """0 at the bottom, 1 at the top."""
        return (value - self.low) / (self.high - self.low)


def axis_for(values: Iterable[float], style: TickStyle, wanted: int) -> Axis:
    """An axis around `values` with about `wanted` gaps of a round size at most; without values, the whole of the style's range."""
    known = sorted(values)
    low = known[0] if known else (style.floor or 0.0)
    high = known[-1] if known else (style.ceiling if style.ceiling is not None else 1.0)
    if not style.zooms:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < SLACK:
        pad = 0.02 if style.ceiling is not None else max(1.0, abs(high) * 0.1)
        low, high = (low - pad if style.zooms else low), high + pad
    low, high = _clip(low, style), _clip(high, style)
    for step in _round_steps((high - low) / max(1, wanted)):
        first = floor(low / step + SLACK)
        if high / step - first <= wanted + PART_OF_A_GAP:
            break
    last = max(first + 1, floor(high / step + SLACK))
    return Axis(tuple(round(i * step, 12) for i in range(first, last + 1)), max(high, last * step))


def _round_steps(at_least: float) -> list[float]:
    power = 10.0 ** floor(log10(at_least))
    return [size * scale for scale in (power, power * 10) for size in STEPS if size * scale >= at_least * (1 - SLACK)]


def _clip(value: float, style: TickStyle) -> float:
    if style.floor is not None:
        value = max(value, style.floor)
    return value if style.ceiling is None else min(value, style.ceiling)
