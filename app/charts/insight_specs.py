"""What the further charts of the shop's figures show, as data. Every text is already in the user's language; nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from app.charts.spec import TickStyle, TrendSpec
from app.charts.survey_specs import IntervalSpec


class Tone(IntEnum):
    """Which colour; words and places tell the parts apart too."""

    MAIN = 0
    PALE = 1
    GREY = 2
    WARNING = 3
    QUIET = 4


@dataclass(frozen=True, slots=True)
class StackPart:
    """A piece of a bar: `value` is never below 0; `text` is written in it where there is room."""

    key: str
    value: float
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class StackGroup:
    """A period: `above` from zero upwards, `below` from zero downwards. What is not finished is drawn hollow, `is_faint` for reference.
    `note` stands below the label."""

    key: str
    label: str
    above: tuple[StackPart, ...]
    below: tuple[StackPart, ...] = ()
    is_complete: bool = True
    is_faint: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class StackSpec:
    """Bars of pieces above and below zero; `legend` names the pieces in a line above."""

    groups: tuple[StackGroup, ...]
    ticks: TickStyle
    legend: tuple[tuple[str, Tone], ...] = ()


@dataclass(frozen=True, slots=True)
class RowBar:
    """A line: its name, one bar per value (from 0 to the right, None: nothing known), and its figures at the right end."""

    key: str
    label: str
    values: tuple[float | None, ...]
    text: str
    is_marked: bool = False
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class RowsSpec:
    """Lines of bars under each other. With two values the first is grey, and both are named above (`series_labels`)."""

    rows: tuple[RowBar, ...]
    series_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A value with its range of chance on a line of its own. `is_open`: there was nothing to compare with, so that no value is known;
    `text` says it in words."""

    key: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    text: str
    is_open: bool = False
    is_faint: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class RangesSpec:
    """Values with their ranges under each other, with an upright line at 0 that `zero_label` names."""

    rows: tuple[RangeRow, ...]
    ticks: TickStyle
    zero_label: str


@dataclass(frozen=True, slots=True)
class HeatSpecCell:
    """`strength` 0 to 1, None: without a colour of its own."""

    key: str
    text: str
    strength: float | None
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class HeatSpecRow:
    label: str
    note: str
    cells: tuple[HeatSpecCell | None, ...]


@dataclass(frozen=True, slots=True)
class HeatSpec:
    """A table of cells, darker for more; None leaves a cell blank."""

    columns: tuple[str, ...]
    rows: tuple[HeatSpecRow, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    title: str
    spec: TrendSpec | StackSpec | IntervalSpec | RowsSpec


@dataclass(frozen=True, slots=True)
class PanelsSpec:
    """Several small charts beside each other, or under each other where they do not get `least_width` pixels each. The keys of their
    places begin with the number of the panel: "0:2026-10"."""

    panels: tuple[Panel, ...]
    least_width: float = 170.0
