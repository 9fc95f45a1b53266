"""Which of the planned measures to do first: each is rated 1 (poor) to 5 (good) in four views, what is easy and quick comes first.

Cost and effect are rated from the plan's own numbers, in proportion to what the shop earns in a month, so that a plan keeps its rating
when another is added. How well it can be done and whether it can grow into more only the owner can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.domain.figure_settings import ChoiceWeights
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_cost import MeasureCost, cost_lines
from app.domain.measure_results import payback_months
from app.domain.measures import MeasureKind, MeasurePlan

WORST, BEST = 1, 5
UNKNOWN = 3
"""The rating where there is no number to rate by."""
COST_STEPS = (0.01, 0.03, 0.10, 0.30)
"""Up to these shares of a month's gross margin the initial cost is rated 5, 4, 3, 2; above the last 1."""
EFFECT_STEPS = (0.005, 0.02, 0.05, 0.10)
"""From these shares of a month's gross margin on the expected effect is rated 2, 3, 4, 5; below the first 1."""
EASY_FROM = 4
QUICK_TO = 3.0
"""Months within which the initial cost is back."""
_MONTH, _YEAR = 30, 365


class Pace(StrEnum):
    """In the order of the list."""

    EASY_AND_QUICK = "easy_and_quick"
    QUICK = "quick"
    EASY = "easy"
    NEITHER = "neither"
    NOT_KNOWN = "not_known"


PACE_WORDS: Mapping[Pace, str] = {
    Pace.EASY_AND_QUICK: QT_TRANSLATE_NOOP("Choosing", "Easy and quick"),
    Pace.QUICK: QT_TRANSLATE_NOOP("Choosing", "Quick, but takes more"),
    Pace.EASY: QT_TRANSLATE_NOOP("Choosing", "Easy, but slow to pay back"),
    Pace.NEITHER: QT_TRANSLATE_NOOP("Choosing", "Takes more and is slow to pay back"),
    Pace.NOT_KNOWN: QT_TRANSLATE_NOOP("Choosing", "The expected effect is not given yet"),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What a plan is expected to do, minor units. `outlay`: what must be paid before anything comes back. `gain` None: the plan does not
    say whom it brings or what they bring; `roi` a fraction, None where nothing is spent or nothing known; `payback` in months, None: it
    does not pay back (whatever ends in a loss never does), or nothing is known."""

    people: int
    cost: int
    outlay: int
    gain: int | None
    hours: float
    roi: float | None
    payback: float | None


@dataclass(frozen=True, slots=True)
class Ratings:
    """1 to 5 each."""

    initial_cost: int
    effect: int
    feasibility: int
    extensibility: int

    def as_tuple(self) -> tuple[int, int, int, int]:
        return self.initial_cost, self.effect, self.feasibility, self.extensibility


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """A planned measure as it is weighed. `held`: how many of its people are held back; `total` 1 to 5; `place` in the list, from 1."""

    measure_id: int
    name: str
    kind: MeasureKind
    plan: MeasurePlan
    updated_on: date
    held: int
    expected: Expected
    ratings: Ratings
    total: Decimal
    pace: Pace
    place: int = 0


@dataclass(frozen=True, slots=True)
class ChoosingView:
    """In the order in which they are proposed. `month_margin`: the gross margin of a usual month by which cost and effect are rated, None
    while the shop has none."""

    choices: tuple[PlanChoice, ...]
    weights: ChoiceWeights
    month_margin: int | None
    currency: str


def expected_of(plan: MeasurePlan, people: int, wage: int = 0) -> Expected:
    """Of a plan sent to so many people. Hours saved in a year count at `wage` an hour where the plan's own is 0, for the days of the
    window; the return is (gain - cost) / cost, the payback that of the outlay by what a month brings less what it costs to run."""
    cost = plan.cost if plan.cost.wage or not wage else replace(plan.cost, wage=wage)
    lines = cost_lines(cost, people, plan.window_days)
    outlay = outlay_of(cost, people)
    saved = plan.expected_hours * cost.wage * plan.window_days / _YEAR
    if plan.expected_rate is None or plan.expected_margin is None:
        gain = round(saved) if saved else None
    else:
        gain = round(people * plan.expected_rate * plan.expected_margin + saved)
    roi = None if gain is None or lines.total <= 0 else (gain - lines.total) / lines.total
    months = max(1.0, plan.window_days / _MONTH)
    is_loss = gain is not None and gain < lines.total
    payback = None if gain is None or is_loss else payback_months(outlay, (gain - lines.incentives) / months, cost.running)
    return Expected(people, lines.total, outlay, gain, plan.expected_hours, roi, payback)


def outlay_of(cost: MeasureCost, people: int) -> int:
    """What must be paid before anything comes back: what is bought and learned for it, and what each piece costs to print and send."""
    return cost.initial + cost.training + cost.other + (cost.printing + cost.postage) * people


def ratings_of(plan: MeasurePlan, expected: Expected, month_margin: int | None) -> Ratings:
    """Cost and effect by their share of a month's gross margin; UNKNOWN where either is not known."""
    own = plan.scores
    if not month_margin or month_margin < 0:
        return Ratings(UNKNOWN if expected.outlay else BEST, UNKNOWN, own.feasibility, own.extensibility)
    cost = BEST - sum(expected.outlay > share * month_margin for share in COST_STEPS)
    if expected.gain is None:
        return Ratings(cost, UNKNOWN, own.feasibility, own.extensibility)
    effect = WORST + sum(expected.gain >= share * month_margin for share in EFFECT_STEPS)
    return Ratings(cost, effect, own.feasibility, own.extensibility)


def total_of(ratings: Ratings, weights: ChoiceWeights) -> Decimal:
    """The weighted mean, one decimal, half-up. Where nothing weighs, each counts the same."""
    shares = weights.as_tuple() if any(weights.as_tuple()) else (1.0, 1.0, 1.0, 1.0)
    exact = [Decimal(str(share)) for share in shares]
    mean = sum((rating * share for rating, share in zip(ratings.as_tuple(), exact, strict=True)), Decimal(0)) / sum(exact)
    return mean.quantize(Decimal("0.1"), ROUND_HALF_UP)


def pace_of(ratings: Ratings, expected: Expected) -> Pace:
    """Easy: cheap to begin and easy to do; quick: the outlay is back within QUICK_TO months."""
    if expected.gain is None:
        return Pace.NOT_KNOWN
    is_easy = min(ratings.initial_cost, ratings.feasibility) >= EASY_FROM
    is_quick = expected.payback is not None and expected.payback <= QUICK_TO
    if is_easy and is_quick:
        return Pace.EASY_AND_QUICK
    return Pace.QUICK if is_quick else Pace.EASY if is_easy else Pace.NEITHER


def in_order(choices: Iterable[PlanChoice]) -> tuple[PlanChoice, ...]:
    """Easy and quick first, then by total, by the profit on cost, and by how soon it pays back; numbered from 1. What costs nothing and
    brings something has no return as a number, yet none is better."""
    paces = list(Pace)

    def key(one: PlanChoice) -> tuple[int, Decimal, float, float, str, int]:
        expected = one.expected
        free = float("inf") if expected.gain and not expected.cost else float("-inf")
        roi = free if expected.roi is None else expected.roi
        payback = float("inf") if expected.payback is None else expected.payback
        return paces.index(one.pace), -one.total, -roi, payback, one.name, one.measure_id

    return tuple(replace(one, place=place) for place, one in enumerate(sorted(choices, key=key), start=1))


def weighed(
    measure_id: int,
    plan: MeasurePlan,
    updated_on: date,
    reached: tuple[int, int],
    weights: ChoiceWeights,
    month_margin: int | None,
    wage: int,
) -> PlanChoice:
    """`reached`: how many get it and how many are held back."""
    sent, held = reached
    expected = expected_of(plan, sent, wage)
    ratings = ratings_of(plan, expected, month_margin)
    total, pace = total_of(ratings, weights), pace_of(ratings, expected)
    return PlanChoice(measure_id, plan.name, plan.kind, plan, updated_on, held, expected, ratings, total, pace)
