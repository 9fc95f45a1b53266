"""The net promoter score: the definition of domain.survey_results.Nps over arrays of answers from 0 to 10."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats, Ints
from app.domain.rates import Z
from app.domain.survey_results import Nps
from app.domain.surveys import DETRACTOR_TO, PROMOTER_FROM

Flags = NDArray[np.bool_]

NAMELESS = 0
"""The respondent of an answer of which nobody is known."""


def latest_of(respondent: Ints, wave: Ints) -> Flags:
    """Which answers count: of each respondent and wave the last one. `respondent` NAMELESS: a person of its own each. The answers come in
    the order in which they were given."""
    count = len(respondent)
    who = np.where(respondent == NAMELESS, -1 - np.arange(count, dtype=np.int64), respondent)
    if not count:
        return np.zeros(0, dtype=np.bool_)
    # One number per pair sorts several times faster than pairs.
    pair = (who - who.min()) * (int(wave.max() - wave.min()) + 1) + (wave - wave.min())
    _, first = np.unique(pair[::-1], return_index=True)
    counts = np.zeros(count, dtype=np.bool_)
    counts[count - 1 - first] = True
    return counts


def nps_of(scores: Floats | Ints) -> Nps:
    """`scores` 0 to 10, one of each respondent."""
    promoters = int((scores >= PROMOTER_FROM).sum())
    detractors = int((scores <= DETRACTOR_TO).sum())
    return nps_from(len(scores), promoters, detractors)


def nps_from(n: int, promoters: int, detractors: int) -> Nps:
    if not n:
        return Nps(0, 0, 0, 0, None, None)
    p, d = promoters / n, detractors / n
    margin = Z * 100 * sqrt(max(0.0, p + d - (p - d) ** 2) / n)
    return Nps(n, promoters, n - promoters - detractors, detractors, 100 * (promoters - detractors) / n, margin)


def is_beyond_chance(now: Nps, before: Nps) -> bool:
    """Whether 0 lies outside the 95 % interval of the difference of two waves, taken as independent."""
    if now.nps is None or before.nps is None or now.margin is None or before.margin is None:
        return False
    return abs(now.nps - before.nps) > sqrt(now.margin**2 + before.margin**2)


def weights_of(scores: Floats | Ints) -> Floats:
    """What each answer adds to the score: 100, 0 or -100; their mean is the NPS."""
    return np.where(scores >= PROMOTER_FROM, 100.0, np.where(scores <= DETRACTOR_TO, -100.0, 0.0))
