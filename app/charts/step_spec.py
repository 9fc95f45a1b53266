"""What a survival curve shows, as data. Every text is already in the user's language; nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepPoint:
    """From `at` on, up to the next step, the share is `value`, between `low` and `high`. `label` stands under the axis, "" for none."""

    key: str
    at: int
    value: float
    low: float
    high: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class StepSpec:
    """A falling line in steps from 100% at 0, with its range of chance; `beyond` (at, value) goes on dashed, named `beyond_label` at its
    end; `end_label` stands at the end of the line. `ticks`: (at, label) under the axis."""

    points: tuple[StepPoint, ...]
    ticks: tuple[tuple[int, str], ...]
    end_label: str
    beyond: tuple[tuple[int, float], ...] = ()
    beyond_label: str = ""
