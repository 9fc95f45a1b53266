"""One figure as measured over a scope."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.figures import PeopleSpec
from app.domain.rates import Rate, RateStatus
from app.domain.tiles import TileNote


@dataclass(frozen=True, slots=True)
class Measured:
    """As in domain.tiles.Tile."""

    value: float | None = None
    rate: Rate | None = None
    low: float | None = None
    high: float | None = None
    count: int = 0
    people: PeopleSpec | None = None
    is_reference: bool = False
    note: TileNote | None = None
    miss: float | None = None


def of_rate(rate: Rate, people: PeopleSpec | None) -> Measured:
    """A share of people; nothing to open where nobody was counted."""
    if rate.rate is None:
        return Measured(rate=rate, note=TileNote.NOTHING_YET)
    return Measured(rate.rate, rate, rate.low, rate.high, rate.denominator, people, rate.status is RateStatus.REFERENCE)


def of_count(count: int, people: PeopleSpec) -> Measured:
    return Measured(float(count), count=count, people=people)
