"""Means of answers with their range of chance, and which of many differences are more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats
from app.domain.survey_results import FALSE_DISCOVERIES, Mean

Flags = NDArray[np.bool_]

_CONFIDENCE = 0.975


def mean_of(values: Floats) -> Mean:
    """mean ± t(0.975, n - 1) x s / sqrt(n)."""
    from scipy.special import stdtrit

    n = len(values)
    if not n:
        return Mean(0, None, None, None)
    mean = float(values.mean())
    if n < 2:
        return Mean(n, mean, None, None)
    half = float(stdtrit(n - 1, _CONFIDENCE)) * float(values.std(ddof=1)) / sqrt(n)
    return Mean(n, mean, mean - half, mean + half)


def welch(one: Floats, other: Floats) -> float | None:
    """Two-sided p of Welch's t-test (Welch 1947, Biometrika 34): two means whose spread may differ. None where a side has fewer than two
    values, or both do not vary at all and no spread is known to compare with."""
    from scipy.special import stdtr

    if len(one) < 2 or len(other) < 2:
        return None
    parts = [float(side.var(ddof=1)) / len(side) for side in (one, other)]
    spread = sum(parts)
    if spread == 0:
        return None
    t = (float(one.mean()) - float(other.mean())) / sqrt(spread)
    freedom = spread**2 / sum(part**2 / (len(side) - 1) for part, side in zip(parts, (one, other), strict=True))
    return float(2 * stdtr(freedom, -abs(t)))


def survivors(p_values: Sequence[float | None], share: float = FALSE_DISCOVERIES) -> list[bool]:
    """Which differences stand when so many were looked at: the step-up rule of Benjamini & Hochberg. None was not tested."""
    tested = sorted((p, place) for place, p in enumerate(p_values) if p is not None)
    last = max((rank for rank, (p, _place) in enumerate(tested, 1) if p <= share * rank / len(tested)), default=0)
    kept = {place for _p, place in tested[:last]}
    return [place in kept for place in range(len(p_values))]
