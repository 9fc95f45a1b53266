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


@dataclass(frozen=True, slots=True)
class FollowRow:
    """One product bought after another: of `buyers` of `first`, `followed` bought `then`. `support` of everybody; `lift`: how many times as
    often as everybody. `is_sure`: more often than others by more than chance, so many pairs being looked at. `missing`: who has not."""

    first: str
    then: str
    rate: Rate
    support: float
    lift: float
    is_sure: bool
    people: PeopleSpec
    missing: PeopleSpec


@dataclass(frozen=True, slots=True)
class Patterns:
    """`follows` most striking first; `leaves`: of those who were there a year before, the share who no longer come; `days`: within which
    one purchase follows another."""

    follows: tuple[FollowRow, ...]
    leaves: tuple[PartRate, ...]
    days: int
