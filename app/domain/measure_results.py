"""What a measure did to those it was sent to, against those held back: effects with their 95 % intervals, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from app.domain.marking import QT_TRANSLATE_NOOP

COUNTS_ONLY_BELOW = 30
"""People of the smaller group: below it nothing but counts is told."""
VERDICT_FROM = 60
"""People of the smaller group: between the two an interval is told, as a reference."""
DETECTABLE = 2.80
"""z(0.975) + z(0.80): the effect, in standard errors, that is found four times in five."""
PRIOR_SHARE = 0.25
"""Standard deviation of the effect believed possible beforehand, as a share of the margin of those held back."""


class Verdict(StrEnum):
    """REFERENCE: too few people for a verdict, or nothing to compare with told as such. NO_HOLDOUT: nobody was held back."""

    WORKS = "works"
    NOT_YET_CLEAR = "not_yet_clear"
    MAY_HAVE_DONE_HARM = "may_have_done_harm"
    REFERENCE = "reference"
    NO_HOLDOUT = "no_holdout"


VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.WORKS: QT_TRANSLATE_NOOP("Measures", "It works."),
    Verdict.NOT_YET_CLEAR: QT_TRANSLATE_NOOP("Measures", "It is not yet clear whether it works."),
    Verdict.MAY_HAVE_DONE_HARM: QT_TRANSLATE_NOOP("Measures", "It may have done harm."),
    Verdict.REFERENCE: QT_TRANSLATE_NOOP("Measures", "For reference only: there were too few people."),
    Verdict.NO_HOLDOUT: QT_TRANSLATE_NOOP("Measures", "For reference only: there is nothing to compare with."),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """A difference of means, sent minus held back, in minor units for each person. `freedom`: degrees of freedom of its interval; `theta`:
    by how much of the margin before it was corrected, 0 for none."""

    effect: float
    low: float
    high: float
    error: float
    freedom: float
    theta: float = 0.0


@dataclass(frozen=True, slots=True)
class RateEffect:
    """Shares of those who came, and their difference with its interval."""

    sent: float
    held: float
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Return:
    """(people x effect - cost) / cost; None where nothing was spent. `break_even`: the effect each person must bring."""

    value: float | None
    low: float | None
    high: float | None
    break_even: float


@dataclass(frozen=True, slots=True)
class Pooled:
    """Several measures of a kind as one. `tau`: how far their true effects are apart (standard deviation); `count` measures."""

    effect: float
    low: float
    high: float
    tau: float
    count: int


def verdict_of(effect: Effect | None, smaller_group: int) -> Verdict:
    """`effect` None: nobody was held back, or too few were."""
    if smaller_group == 0:
        return Verdict.NO_HOLDOUT
    if effect is None or smaller_group < VERDICT_FROM:
        return Verdict.REFERENCE
    if effect.low > 0:
        return Verdict.WORKS
    return Verdict.MAY_HAVE_DONE_HARM if effect.high < 0 else Verdict.NOT_YET_CLEAR


def return_of(effect: Effect, sent: int, cost: float) -> Return:
    """`cost` of the whole measure, in minor units; what is in the margin already is not in it."""
    break_even = cost / sent if sent else 0.0
    if cost <= 0 or not sent:
        return Return(None, None, None, break_even)
    value, low, high = ((sent * one - cost) / cost for one in (effect.effect, effect.low, effect.high))
    return Return(value, low, high, break_even)


def detectable_effect(spread: float, sent: int, held: int, likeness: float = 0.0) -> float | None:
    """The smallest effect for each person that is found four times in five: 2.80 x sd x sqrt(1/n1 + 1/n0), the sd shrunk by the
    correlation `likeness` with the time before. None without a comparison."""
    if not sent or not held:
        return None
    return DETECTABLE * spread * sqrt(max(0.0, 1 - likeness**2)) * sqrt(1 / sent + 1 / held)


def payback_months(initial: float, extra_monthly: float, running_monthly: float) -> float | None:
    """Months until the initial cost has come back; None: it does not pay back."""
    left = extra_monthly - running_monthly
    return None if left <= 0 else initial / left
