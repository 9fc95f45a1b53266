"""What is known of how contracts go on: who renewed, who left, and how long they last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.rates import Rate

RATE_MONTHS = 12


@dataclass(frozen=True, slots=True)
class SurvivalMonth:
    """A contract's `month`: how many were in it (`at_risk`), how many `ended` in it, and the share that lasts beyond it, with the 95 %
    interval."""

    month: int
    at_risk: int
    ended: int
    survival: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Projection:
    """The shifted-beta-geometric curve: `points` (months, share left) from the last renewal that was seen on, every `term` months."""

    alpha: float
    beta: float
    term: int
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class ContractPeople:
    """Whose contracts ran on `start` and, with `stayed`, still ran on `end`; without it those whose contracts no longer did."""

    start: date
    end: date
    stayed: bool


@dataclass(frozen=True, slots=True)
class ContractsEndedAfter:
    """Whose contracts ended in their `month`, up to `as_of`."""

    month: int
    as_of: date


@dataclass(frozen=True, slots=True)
class ContractFigures:
    """As of a day: contracts `active` on it; of those of twelve months before, how many are still (`renewal`) and are no more (`churn`);
    `survival` by contract month. `contracts`: all that had begun."""

    as_of: date
    contracts: int
    active: int
    renewal: Rate
    churn: Rate
    survival: tuple[SurvivalMonth, ...] = ()
    projection: Projection | None = None
