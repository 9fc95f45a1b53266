"""What the page of follow-ups shows: how full the days are, and what one day holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.follow_ups import FollowUpRow

if TYPE_CHECKING:
    from app.domain.care_view import Foreseen


@dataclass(frozen=True, slots=True)
class DayLoad:
    """`done` by people; `left` is planned and open (of today: its tasks); `foreseen` will be made by rules that are on."""

    day: date
    done: int = 0
    left: int = 0
    foreseen: int = 0
    is_closed: bool = False

    @property
    def waiting(self) -> int:
        return self.left + self.foreseen

    @property
    def total(self) -> int:
        return self.done + self.waiting


@dataclass(frozen=True, slots=True)
class CareDay:
    """One day: `late` and `due` are to be done, best first; `foreseen` comes by itself. `more` customers are due today beyond that;
    `ready` of them (with `ready_ids`, their follow-ups) wait for nothing but room, `resting` were in touch only lately. `talks`: when
    and what was said last, by customer."""

    day: date
    late: tuple[FollowUpRow, ...] = ()
    due: tuple[FollowUpRow, ...] = ()
    done: tuple[FollowUpRow, ...] = ()
    foreseen: tuple[Foreseen, ...] = ()
    more: tuple[int, ...] = ()
    ready: tuple[int, ...] = ()
    ready_ids: tuple[int, ...] = ()
    resting: int = 0
    talks: Mapping[int, tuple[date, str]] = field(default_factory=dict)

    @property
    def open(self) -> tuple[FollowUpRow, ...]:
        return (*self.late, *self.due)

    def of(self, staff: str) -> CareDay:
        """What one member of the staff has to do with it; empty: all."""
        if not staff:
            return self
        late, due, done = (tuple(row for row in rows if row.whose == staff) for rows in (self.late, self.due, self.done))
        foreseen = tuple(one for one in self.foreseen if one.staff == staff)
        return replace(self, late=late, due=due, done=done, foreseen=foreseen)

    def by_staff(self) -> Mapping[str, int]:
        """How much is left for each member who has something left, by name."""
        names = [*(row.whose for row in self.open), *(one.staff for one in self.foreseen)]
        return dict(sorted(Counter(name for name in names if name).items()))


@dataclass(frozen=True, slots=True)
class CarePage:
    """`loads` of the days that are shown, one after the other. `has_staff`: somebody to filter by. `is_begun`: there is, or was, any
    follow-up at all."""

    loads: tuple[DayLoad, ...]
    day: CareDay
    cap: int
    rest_days: int
    has_staff: bool = False
    is_begun: bool = False

    @property
    def planned(self) -> int:
        return sum(load.total for load in self.loads)

    @property
    def done(self) -> int:
        return sum(load.done for load in self.loads)
