"""The sentence above a chart, made from its numbers: what happened, and whether it may be chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import sqrt

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rates import Rate, RateStatus, points_between

CONTEXT = "Findings"

NONE_YET = QT_TRANSLATE_NOOP("Findings", "There is no finished period to show yet.")
FEW = QT_TRANSLATE_NOOP("Findings", "The return rate in {period} was {percent}%, of {people} customers only: for reference.")
FIRST = QT_TRANSLATE_NOOP("Findings", "The return rate in {period} was {percent}%.")
SAME = QT_TRANSLATE_NOOP("Findings", "The return rate in {period} was {percent}%, the same as in {before}.")
RISEN = QT_TRANSLATE_NOOP("Findings", "The return rate in {period} was {percent}%, {points} points higher than in {before}.")
FALLEN = QT_TRANSLATE_NOOP("Findings", "The return rate in {period} was {percent}%, {points} points lower than in {before}.")
RISEN_PERHAPS = QT_TRANSLATE_NOOP(
    "Findings", "The return rate in {period} was {percent}%, {points} points higher than in {before}; that may be chance."
)
FALLEN_PERHAPS = QT_TRANSLATE_NOOP(
    "Findings", "The return rate in {period} was {percent}%, {points} points lower than in {before}; that may be chance."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """`source` is marked English under the context "Findings"; translate, then fill with `values`."""

    source: str
    values: Mapping[str, object] = field(default_factory=dict)


def return_rate_finding(finished: Sequence[tuple[str, Rate]]) -> Finding:
    """`finished` periods, oldest first, each with its shown name; unfinished ones have no place in a sentence."""
    known = [(name, rate) for name, rate in finished if rate.percent is not None]
    if not known:
        return Finding(NONE_YET)
    name, rate = known[-1]
    values: dict[str, object] = {"period": name, "percent": rate.percent, "people": rate.denominator}
    if rate.status is not RateStatus.SOUND:
        return Finding(FEW, values)
    if len(known) < 2 or known[-2][1].status is not RateStatus.SOUND:
        return Finding(FIRST, values)
    before_name, before = known[-2]
    points = points_between(rate, before) or Decimal(0)
    values |= {"before": before_name, "points": abs(points)}
    if not points:
        return Finding(SAME, values)
    if is_beyond_chance(rate, before):
        return Finding(RISEN if points > 0 else FALLEN, values)
    return Finding(RISEN_PERHAPS if points > 0 else FALLEN_PERHAPS, values)


def is_beyond_chance(now: Rate, before: Rate) -> bool:
    """Whether 0 lies outside the 95 % interval of the difference of two independent shares (Newcombe 1998, Statistics in Medicine
    17, method 10, from the Wilson intervals)."""
    if now.rate is None or before.rate is None or now.low is None or now.high is None or before.low is None or before.high is None:
        return False
    difference = now.rate - before.rate
    low = difference - sqrt((now.rate - now.low) ** 2 + (before.high - before.rate) ** 2)
    high = difference + sqrt((now.high - now.rate) ** 2 + (before.rate - before.low) ** 2)
    return low > 0 or high < 0
