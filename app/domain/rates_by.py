"""The return rate of parts of the customers, each against all the others."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.figure_people import FigureFilter, Touch
from app.domain.figures import PeopleSpec
from app.domain.rates import Rate


@dataclass(frozen=True, slots=True)
class PartRate:
    """`is_higher` than that of all the others; None where the difference may be chance, so many being compared
    (Benjamini & Hochberg), or fewer than ten people are on a side."""

    part: FigureFilter
    rate: Rate
    people: PeopleSpec
    is_higher: bool | None


@dataclass(frozen=True, slots=True)
class StaffTouches:
    """`staff_id` 0: nobody named. How often somebody was in touch, by the way, with how many customers."""

    staff_id: int
    name: str
    customers: int
    counts: dict[Touch, int]
    people: PeopleSpec

    @property
    def total(self) -> int:
        return sum(self.counts.values())
