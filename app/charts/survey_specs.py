"""What the charts of a survey show, as data. Every text is already in the user's language; nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class IntervalPoint:
    """A value with its range of chance, None where nothing can be said. `label` and `note` stand below, `text` beside the point;
    `is_marked` points stand out, `is_faint` ones are for reference."""

    key: str
    label: str
    note: str
    value: float | None
    text: str
    low: float | None = None
    high: float | None = None
    is_marked: bool = False
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class IntervalSpec:
    """Points of their own, joined by a dotted line; the axis holds `floor` and `ceiling` at the most, and 0 always. Ticks are whole and
    carry a sign."""

    points: tuple[IntervalPoint, ...]
    floor: float = -100.0
    ceiling: float = 100.0


class SpreadTone(IntEnum):
    """Which colour: told apart by words below the bars too."""

    LOW = 0
    MIDDLE = 1
    HIGH = 2


@dataclass(frozen=True, slots=True)
class SpreadBar:
    key: str
    label: str
    count: int
    tone: SpreadTone


@dataclass(frozen=True, slots=True)
class SpreadGroup:
    """A line below the bars from `first` to `last`, with its name and its figures."""

    first: int
    last: int
    name: str
    note: str
    tone: SpreadTone


@dataclass(frozen=True, slots=True)
class SpreadSpec:
    """Counts as bars from 0 up, the count above each."""

    bars: tuple[SpreadBar, ...]
    groups: tuple[SpreadGroup, ...] = ()
