"""Contracts that end at their renewals: the shifted-beta-geometric model."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp

import numpy as np

from app.domain.lifetime_models import Sbg

FEWEST_RENEWALS = 2


class NoFit(Exception):
    """There is nothing to fit: too few renewals, nobody who left, or figures that cannot be."""


def fit_sbg(survivors: Sequence[int]) -> Sbg:
    """`survivors` of one cohort: how many there were at first and after each renewal. The maximum of the likelihood; NoFit.

    P(ends at renewal t) follows the recursion of the paper's appendix: P(1) = alpha / (alpha + beta),
    P(t) = P(t - 1) (beta + t - 2) / (alpha + beta + t - 1).
    """
    from scipy.optimize import minimize

    counts = [int(one) for one in survivors]
    if len(counts) <= FEWEST_RENEWALS or counts[0] <= 0 or min(counts) < 0 or any(b > a for a, b in pairwise(counts)):
        raise NoFit
    if counts[-1] == counts[0]:
        raise NoFit
    lost = -np.diff(np.array(counts, dtype=float))
    left = float(counts[-1])
    turns = np.arange(1, len(counts), dtype=float)

    def negative(logs: np.ndarray) -> tuple[float, np.ndarray]:
        alpha, beta = np.exp(logs)
        # log P(t) and log S(T) as sums over the renewals before; with their derivatives.
        stay, leave = np.log(beta + turns - 1) - np.log(alpha + beta + turns - 1), np.log(alpha) - np.log(alpha + beta + turns - 1)
        stayed = np.concatenate(([0.0], np.cumsum(stay)[:-1]))
        ll = float((lost * (stayed + leave)).sum() + left * stay.sum())
        d_alpha_stay, d_beta_stay = -1 / (alpha + beta + turns - 1), 1 / (beta + turns - 1) - 1 / (alpha + beta + turns - 1)
        d_alpha_leave, d_beta_leave = 1 / alpha - 1 / (alpha + beta + turns - 1), -1 / (alpha + beta + turns - 1)
        before = [np.concatenate(([0.0], np.cumsum(one)[:-1])) for one in (d_alpha_stay, d_beta_stay)]
        d_alpha = float((lost * (before[0] + d_alpha_leave)).sum() + left * d_alpha_stay.sum())
        d_beta = float((lost * (before[1] + d_beta_leave)).sum() + left * d_beta_stay.sum())
        return -ll, -np.array([d_alpha * alpha, d_beta * beta])

    found = minimize(negative, np.zeros(2), jac=True, method="L-BFGS-B", bounds=[(-12.0, 12.0)] * 2)
    return Sbg(exp(found.x[0]), exp(found.x[1]), -float(found.fun))
