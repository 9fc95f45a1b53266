"""What finders give back: columns of whole numbers, and the words about a row only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.domain.care import Occasion
from app.domain.periods import day_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
NEVER = -1_000_000
"""In place of a day that there is none."""


class Said(NamedTuple):
    """Key and reason of an occasion, and the row it is about."""

    key: str
    reason: Mapping[str, Any]
    about_id: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which follow-ups fall due, as day numbers, half-open. `since`: what fell due before is history. `as_was`: also what has
    become needless in the meantime, for looking back."""

    start: int
    end: int
    since: int = NEVER
    as_was: bool = False

    def has(self, days: Ints) -> Flags:
        found: Flags = (days >= self.start) & (days < self.end)
        return found


@dataclass(frozen=True, slots=True)
class CareStanding:
    """Everybody with an occasion, ascending by customer: days as day numbers (NEVER: none), `rhythm` in days and whether it `is_own`,
    `segment` as a position in SEGMENTS, `is_dormant` on the day of the run."""

    customer: Ints
    first_day: Ints
    second_day: Ints
    last_day: Ints
    previous_day: Ints
    visits: Ints
    rhythm: Floats
    is_own: Flags
    segment: NDArray[np.int8]
    is_dormant: Flags


@dataclass(frozen=True, slots=True)
class Found:
    """Occasions: whose, and when due (day number). `say` tells the rest of the one at `place`."""

    customer: Ints
    due: Ints
    say: Callable[[int], Said]
    place: Ints = field(default_factory=lambda: np.empty(0, dtype=np.int64))

    @classmethod
    def of(cls, customer: Ints, due: Ints, say: Callable[[int], Said]) -> Found:
        return cls(customer, due, say, np.arange(len(customer), dtype=np.int64))

    def __len__(self) -> int:
        return len(self.customer)

    def pick(self, wanted: Flags) -> Found:
        return Found(self.customer[wanted], self.due[wanted], self.say, self.place[wanted])

    def key(self, index: int) -> str:
        return self.say(int(self.place[index])).key

    def occasion(self, index: int) -> Occasion:
        said = self.say(int(self.place[index]))
        return Occasion(int(self.customer[index]), said.key, day_of(int(self.due[index])), said.reason, said.about_id)


def no_rows() -> Ints:
    return np.empty(0, dtype=np.int64)


@lru_cache(maxsize=4096)
def iso(number: int) -> str:
    return day_of(int(number)).isoformat()


def places_of(ids: Ints, wanted: Ints) -> Ints:
    """Where these stand among ascending `ids`; -1 for one that is not there."""
    if not len(ids):
        return np.full(len(wanted), -1, dtype=np.int64)
    where = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    return np.where(ids[where] == wanted, where, -1).astype(np.int64)


def values_at(ids: Ints, values: Ints, wanted: Ints, missing: int = NEVER) -> Ints:
    """The value of each, `missing` for one that is not there."""
    places = places_of(ids, wanted)
    if not len(ids):
        return np.full(len(wanted), missing, dtype=np.int64)
    return np.where(places >= 0, values[places], missing).astype(np.int64)


def days_in_years(month_day: Ints, start: int, end: int) -> list[tuple[int, Ints, Ints]]:
    """For each year that the days [start, end) touch: the positions whose `month_day` (month * 100 + day, 0: none) falls among them, and
    on which day. 29 February is kept on the 28th in short years."""
    found = []
    for year in range(day_of(start).year, day_of(max(start, end - 1)).year + 1):
        table = _day_table(year)
        days = table[month_day]
        places = np.flatnonzero((days >= start) & (days < end)).astype(np.int64)
        if len(places):
            found.append((year, places, days[places]))
    return found


def day_in_year(month_day: int, year: int) -> int | None:
    """The same of one, None for 0."""
    day = int(_day_table(year)[month_day])
    return None if day == NEVER else day


def month_days(days: Ints) -> Ints:
    """month * 100 + day of each day number."""
    moments = days.astype("datetime64[D]")
    months = moments.astype("datetime64[M]")
    of_month = (moments - months).astype(np.int64) + 1
    found: Ints = (months.astype(np.int64) % 12 + 1) * 100 + of_month
    return found


def years_of(days: Ints) -> Ints:
    years: Ints = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return years


@lru_cache(maxsize=16)
def _day_table(year: int) -> Ints:
    table = np.full(1232, NEVER, dtype=np.int64)
    first = np.datetime64(f"{year:04d}-01-01")
    number = int(first.astype(np.int64))
    days = np.arange(number, number + (366 if _is_long(year) else 365), dtype=np.int64)
    table[month_days(days)] = days
    if not _is_long(year):
        table[229] = table[228]
    return table


def _is_long(year: int) -> bool:
    return (date(year, 3, 1) - date(year, 2, 28)).days == 2
