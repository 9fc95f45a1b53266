"""How well something foresaw who stayed away: area under the curve with its interval, and how many of those who left a list had named.

AUC = the chance that, of one who left and one who stayed, the one who left was held to be at the greater risk; ties count one half. The
interval and that of the difference of two scores on the same people: DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44, with midranks.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats, Ints
from app.domain.rates import Z

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Auc:
    """`low` and `high`: 95 %, within 0 and 1."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Two risks of the same people: `difference` of the first from the second with its 95 % interval."""

    first: Auc
    second: Auc
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Recall:
    """Of `leavers`, how many stand on a list of `length` names by one rule and by the other."""

    length: int
    leavers: int
    own: int
    fixed: int


def compare_risks(first: Floats, second: Floats, left: Flags) -> Compared | None:
    """`first`, `second`: the greater, the greater the risk. None unless at least two left and two stayed."""
    count, rest = int(left.sum()), int((~left).sum())
    if count < 2 or rest < 2:
        return None
    of_left, of_stayed, values = [], [], []
    for risk in (first, second):
        above, below = _placements(risk, left)
        of_left.append(above)
        of_stayed.append(below)
        values.append(float(above.mean()))
    covariance = np.cov(np.stack(of_left)) / count + np.cov(np.stack(of_stayed)) / rest
    aucs = [_auc(value, float(covariance[place, place])) for place, value in enumerate(values)]
    step = values[0] - values[1]
    spread = Z * sqrt(max(0.0, float(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])))
    return Compared(aucs[0], aucs[1], step, step - spread, step + spread)


def recall_at_equal_length(days_since: Ints, rhythm: Floats, left: Flags, *, fixed_days: int) -> Recall:
    """The fixed rule lists whoever was not seen for so many days; by the own rhythm the list is as long, of those furthest beyond their own
    gap. Among equals whoever was away longer comes first."""
    fixed = days_since >= fixed_days
    length = int(fixed.sum())
    order = np.lexsort((np.arange(len(days_since)), -days_since, -(days_since / rhythm)))
    own = order[:length]
    return Recall(length, int(left.sum()), int(left[own].sum()), int((left & fixed).sum()))


def _placements(risk: Floats, left: Flags) -> tuple[Floats, Floats]:
    """For each who left the share of those who stayed with a smaller risk (ties one half), and for each who stayed the share of those who
    left with a greater one."""
    leavers, stayers = risk[left], risk[~left]
    return _shares_below(leavers, stayers), 1.0 - _shares_below(stayers, leavers)


def _shares_below(values: Floats, others: Floats) -> Floats:
    ordered = np.sort(others)
    below = np.searchsorted(ordered, values, side="left")
    up_to = np.searchsorted(ordered, values, side="right")
    return np.asarray((below + up_to) / (2 * len(others)))


def _auc(value: float, variance: float) -> Auc:
    spread = Z * sqrt(max(0.0, variance))
    return Auc(value, max(0.0, value - spread), min(1.0, value + spread))
