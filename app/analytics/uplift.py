"""The effect of a measure on those it was sent to, against those held back at random.

Deng, Xu, Kohavi & Walker 2013 (WSDM) for the correction by what was before; Welch 1947 (Biometrika 34) for the interval; Newcombe 1998
(Statistics in Medicine 17) for shares; DerSimonian & Laird 1986 (Controlled Clinical Trials 7) for several measures of a kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from app.analytics.occasions import Floats
from app.domain.measure_results import PRIOR_SHARE, Effect, Pooled, RateEffect
from app.domain.measure_results import detectable_effect as detectable_effect
from app.domain.rates import Z, wilson

_CONFIDENCE = 0.975
LEAST_IN_CELL = 10


@dataclass(frozen=True, slots=True)
class Gain:
    """Who came of some of those sent to, and of the like among those held back."""

    came_sent: int
    sent: int
    came_held: int
    held: int


def welch_effect(sent: Floats, held: Floats) -> Effect | None:
    """Margins of each person of the two groups. None where a group has fewer than two people."""
    return _difference(sent, held, 0.0)


def cuped_effect(sent: Floats, sent_before: Floats, held: Floats, held_before: Floats) -> Effect | None:
    """The same, corrected by the margin of the time before: y - theta (x - mean x) with theta = cov(y, x) / var(x) over all people of
    both groups together (Deng et al. 2013); then Welch's test as it is. Without any spread before it is the plain difference."""
    if len(sent) < 2 or len(held) < 2:
        return None
    now, before = np.concatenate((sent, held)), np.concatenate((sent_before, held_before))
    centred = before - before.mean()
    spread = float((centred**2).sum())
    theta = float((centred * (now - now.mean())).sum()) / spread if spread > 0 else 0.0
    corrected = now - theta * centred
    return _difference(corrected[: len(sent)], corrected[len(sent) :], theta)


def _difference(sent: Floats, held: Floats, theta: float) -> Effect | None:
    from scipy.special import stdtrit

    if len(sent) < 2 or len(held) < 2:
        return None
    parts = [float(side.var(ddof=1)) / len(side) for side in (sent, held)]
    effect, squared = float(sent.mean()) - float(held.mean()), sum(parts)
    if squared == 0:
        return Effect(effect, effect, effect, 0.0, float(len(sent) + len(held) - 2), theta)
    freedom = squared**2 / sum(part**2 / (len(side) - 1) for part, side in zip(parts, (sent, held), strict=True))
    error = sqrt(squared)
    half = float(stdtrit(freedom, _CONFIDENCE)) * error
    return Effect(effect, effect - half, effect + half, error, freedom, theta)


def rate_effect(came_sent: int, sent: int, came_held: int, held: int) -> RateEffect | None:
    """Newcombe's hybrid score interval (his method 10). None where a group is empty."""
    if not sent or not held:
        return None
    p1, p0 = came_sent / sent, came_held / held
    (l1, u1), (l0, u0) = wilson(came_sent, sent), wilson(came_held, held)
    difference = p1 - p0
    low = difference - sqrt((p1 - l1) ** 2 + (u0 - p0) ** 2)
    high = difference + sqrt((u1 - p1) ** 2 + (p0 - l0) ** 2)
    return RateEffect(p1, p0, difference, low, high)


def two_sided_p(effect: Effect) -> float:
    """How easily chance alone gives such an effect: 2 x P(T >= |effect| / error)."""
    from scipy.special import stdtr

    if effect.error <= 0:
        return 1.0
    return float(2 * stdtr(effect.freedom, -abs(effect.effect) / effect.error))


def people_to_settle(effect: Effect, sent: int, held: int) -> int | None:
    """How many more people, split as before, would bring an effect as large as the one seen clear of 0, were it the true one. None where
    the effect seen is none; 0 where it is clear already."""
    if effect.effect == 0 or not sent or not held:
        return None
    if effect.low > 0 or effect.high < 0:
        return 0
    # The error shrinks with the root of the number of people.
    factor = (Z * effect.error / effect.effect) ** 2
    return max(1, ceil((factor - 1) * (sent + held)))


def chance_of_return(effect: Effect, break_even: float, base_margin: float) -> float | None:
    """P(effect > break_even) under a normal prior with mean 0 and a standard deviation of PRIOR_SHARE of the margin of those held back.
    None where that margin gives no prior."""
    from scipy.special import ndtr

    prior = (PRIOR_SHARE * abs(base_margin)) ** 2
    if prior == 0:
        return None
    if effect.error == 0:
        return float(effect.effect > break_even)
    weight = prior / (prior + effect.error**2)
    middle, spread = weight * effect.effect, sqrt(weight) * effect.error
    return float(ndtr((middle - break_even) / spread))


def pooled_effect(effects: Sequence[Effect]) -> Pooled | None:
    """Measures of a kind as one: inverse variance with the spread between them (DerSimonian & Laird). None without any that varies."""
    usable = [one for one in effects if one.error > 0]
    if not usable:
        return None
    values = np.array([one.effect for one in usable])
    weights = np.array([one.error**-2 for one in usable])
    fixed = float((weights * values).sum() / weights.sum())
    q = float((weights * (values - fixed) ** 2).sum())
    scale = float(weights.sum() - (weights**2).sum() / weights.sum())
    between = max(0.0, (q - (len(usable) - 1)) / scale) if scale > 0 else 0.0
    weights = 1 / (1 / weights + between)
    effect, error = float((weights * values).sum() / weights.sum()), float(weights.sum() ** -0.5)
    return Pooled(effect, effect - Z * error, effect + Z * error, sqrt(between), len(usable))


def is_share_as_drawn(sent: int, held: int, share_held: float, alarm: float = 0.001) -> bool:
    """Whether the sizes of the groups can come from the draw: the chi-square test of the sample ratio. False: something is wrong with
    the assignment, and no result is to be trusted."""
    from scipy.special import gammaincc

    total = sent + held
    if not total or not 0 < share_held < 1:
        return True
    expected = total * share_held
    chi = (held - expected) ** 2 / expected + (held - expected) ** 2 / (total - expected)
    return float(gammaincc(0.5, chi / 2)) >= alarm


def gain_difference(one: Gain, other: Gain) -> float | None:
    """Two-sided p that what was sent brought as many of some people as of others: the difference of two differences of shares, each share
    with one more of either sort (Agresti & Caffo 2000, The American Statistician 54). None where a cell has fewer than LEAST_IN_CELL."""
    from scipy.special import ndtr

    if min(one.sent, one.held, other.sent, other.held) < LEAST_IN_CELL:
        return None
    value = squared = 0.0
    for came, people, sign in (
        (one.came_sent, one.sent, 1),
        (one.came_held, one.held, -1),
        (other.came_sent, other.sent, -1),
        (other.came_held, other.held, 1),
    ):
        share = (came + 1) / (people + 2)
        value += sign * share
        squared += share * (1 - share) / (people + 2)
    return float(2 * ndtr(-abs(value) / sqrt(squared)))
