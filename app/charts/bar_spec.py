"""What a chart of bars shows, as data. Every text is already in the user's language; nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass

from app.charts.spec import TickStyle


@dataclass(frozen=True, slots=True)
class BarGroup:
    """One period: as many `values` as there are series, None where there is nothing to show. `is_marked` groups stand out."""

    key: str
    label: str
    values: tuple[float | None, ...]
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class BarSpec:
    """Bars beside each other from 0 up. With two series the second is hatched, and both are named above (`series_labels`)."""

    groups: tuple[BarGroup, ...]
    ticks: TickStyle
    series_labels: tuple[str, ...] = ()

    @property
    def series(self) -> int:
        return max((len(group.values) for group in self.groups), default=1)
