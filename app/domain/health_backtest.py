"""What the check of the health score says: how well it foresaw who stayed away, from the shop's own past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FEWEST_LEFT = 20
"""So many must have left, and as many stayed, before a check says anything."""
MOST_CUTS = 4
YEAR = 365


class Foresight(StrEnum):
    """What the interval of the difference from the days since the last visit allows to say."""

    BETTER = "better"
    NO_BETTER = "no_better"
    WORSE = "worse"


class Missing(StrEnum):
    """Why there is no check yet."""

    HISTORY = "history"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Curve:
    """An AUC with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CutResult:
    """At the end of `day`, of `people` who had come within the `window` days before, `left` came no more within as many days after.

    `difference` of the score's AUC from that of the days since the last visit alone, with its interval. Of `year_left` who had come within
    the year before and came no more, a list of `listed` names holds `own` by their own rhythm and `fixed` by the rule of 90 days.
    """

    day: date
    people: int
    left: int
    score: Curve
    recency: Curve
    difference: float
    difference_low: float
    difference_high: float
    listed: int
    year_left: int
    own: int
    fixed: int

    @property
    def foresight(self) -> Foresight:
        if self.difference_low > 0:
            return Foresight.BETTER
        return Foresight.WORSE if self.difference_high < 0 else Foresight.NO_BETTER


@dataclass(frozen=True, slots=True)
class BacktestView:
    """`cuts`, the newest first; without any, `missing` says why: the first day from which there is enough history is `possible_from`, or of
    `people` only `left` had left (or stayed)."""

    window: int
    cuts: tuple[CutResult, ...]
    missing: Missing | None = None
    possible_from: date | None = None
    people: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class TooFew:
    """At a day looked back to there were `people`, of whom `left` left: too few of them, or of the others."""

    people: int
    left: int


@dataclass(frozen=True, slots=True)
class BacktestPlan:
    """The days to look back to, the newest first. Without any there is enough history from `possible_from` on (None: nobody has come)."""

    window: int
    days: tuple[date, ...]
    possible_from: date | None = None


def view_of_cuts(plan: BacktestPlan, found: Sequence[CutResult | TooFew]) -> BacktestView:
    """`found` for the days of the plan."""
    cuts = tuple(one for one in found if isinstance(one, CutResult))
    if cuts or not found:
        return BacktestView(plan.window, cuts, None if cuts else Missing.HISTORY, plan.possible_from)
    short = next(one for one in found if isinstance(one, TooFew))
    return BacktestView(plan.window, (), Missing.PEOPLE, None, short.people, short.left)
