"""Fitting what customers will buy: BG/NBD for how often, gamma-gamma for how much, and a forecast of months that are known already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.analytics.contract_survival import NoFit
from app.analytics.occasions import Floats, Ints
from app.domain.lifetime_models import (
    FEWEST_CUSTOMERS,
    FEWEST_MONTHS,
    FEWEST_REPEATERS,
    KEPT_OUT_MONTHS,
    Backtest,
    BgNbd,
    GammaGamma,
    LifetimeFit,
)
from app.domain.periods import add_months

WEEK = 7.0
_WIDEST = 9.0
_STARTS = ((0.0, 0.0), (-1.0, 1.5), (1.0, -1.0))


@dataclass(frozen=True, slots=True, eq=False)
class Histories:
    """One row for each customer, time in weeks: `repeats` purchases after the first, `last` from the first to the last of them, `age` from
    the first to the day of the fit; `worth` the mean of the repeats, 0 without any."""

    repeats: Floats
    last: Floats
    age: Floats
    worth: Floats

    def __len__(self) -> int:
        return len(self.repeats)


def histories_of(customer: Ints, day: Ints, amount: Ints, until: int) -> Histories:
    """From purchase occasions, a row each (customer, day number, net amount), ascending by customer and day; of those before `until`. An
    occasion of which nothing is left after refunds is none."""
    chosen = (day < until) & (amount > 0)
    customer, day, amount = customer[chosen], day[chosen], amount[chosen]
    # Ascending: the rows need no sorting, which would take many times the memory of what it finds.
    first_row = np.flatnonzero(np.append(True, customer[1:] != customer[:-1])[: len(customer)])
    counts = np.diff(np.append(first_row, len(customer)))
    last_row = first_row + counts - 1
    repeats = (counts - 1).astype(float)
    first, last = day[first_row], day[last_row]
    totals = np.add.reduceat(amount, first_row).astype(float) if len(counts) else np.zeros(0)
    worth = np.divide(totals - amount[first_row], repeats, out=np.zeros(len(counts)), where=repeats > 0)
    return Histories(repeats, (last - first) / WEEK, (until - first) / WEEK, worth)


def fit_bgnbd(histories: Histories) -> BgNbd:
    """The maximum of the likelihood (equation 6 of the paper, in logs), by its analytic gradient. NoFit for fewer than FEWEST_CUSTOMERS
    customers or FEWEST_REPEATERS who came again."""
    if len(histories) < FEWEST_CUSTOMERS or int((histories.repeats > 0).sum()) < FEWEST_REPEATERS:
        raise NoFit
    # Many customers have the same history: each is reckoned once.
    columns = np.column_stack((histories.repeats, histories.last, histories.age))
    rows, weights = np.unique(columns, axis=0, return_counts=True)
    scale = float(rows[:, 2].max())
    x, last, age = rows[:, 0], rows[:, 1] / scale, rows[:, 2] / scale
    total = float(weights.sum())

    def negative(logs: Floats) -> tuple[float, Floats]:
        ll, gradient = _bgnbd(np.exp(logs), x, last, age, weights)
        return -ll / total, -gradient * np.exp(logs) / total

    best, value = _best(negative, 4)
    r, alpha, a, b = np.exp(best)
    repeats = float((weights * x).sum())
    # In scaled time each purchase is a density of that time.
    return BgNbd(float(r), float(alpha) * scale, float(a), float(b), -value * total - repeats * float(np.log(scale)))


def _bgnbd(values: Floats, x: Floats, last: Floats, age: Floats, weights: Ints) -> tuple[float, Floats]:
    """Log-likelihood and its derivatives by r, alpha, a, b."""
    from scipy.special import gammaln, psi

    r, alpha, a, b = values
    is_repeater = x > 0
    after = np.where(is_repeater, b + x - 1, 1.0)
    common = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    alive = -(r + x) * np.log(alpha + age)
    gone = np.where(is_repeater, np.log(a) - np.log(after) - (r + x) * np.log(alpha + last), -np.inf)
    both = np.logaddexp(alive, gone)
    ll = float((weights * (common + both)).sum())
    share_alive, share_gone = np.exp(alive - both), np.exp(gone - both)
    d_r = psi(r + x) - psi(r) + np.log(alpha) - share_alive * np.log(alpha + age) - share_gone * np.log(alpha + last)
    d_alpha = r / alpha - (r + x) * (share_alive / (alpha + age) + share_gone / (alpha + last))
    d_a = psi(a + b) - psi(a + b + x) + share_gone / a
    d_b = psi(a + b) + psi(b + x) - psi(b) - psi(a + b + x) - share_gone / after
    return ll, np.array([float((weights * one).sum()) for one in (d_r, d_alpha, d_a, d_b)])


def fit_gamma_gamma(histories: Histories) -> GammaGamma:
    """Over those who came again. NoFit for fewer than FEWEST_REPEATERS of them."""
    chosen = (histories.repeats > 0) & (histories.worth > 0)
    if int(chosen.sum()) < FEWEST_REPEATERS:
        raise NoFit
    x, worth = histories.repeats[chosen], histories.worth[chosen]
    scale = float(worth.mean())
    z = worth / scale
    total = float(len(x))

    def negative(logs: Floats) -> tuple[float, Floats]:
        ll, gradient = _gamma_gamma(np.exp(logs), x, z)
        return -ll / total, -gradient * np.exp(logs) / total

    best, value = _best(negative, 3)
    p, q, v = np.exp(best)
    return GammaGamma(float(p), float(q), float(v) * scale, -value * total - total * float(np.log(scale)))


def _gamma_gamma(values: Floats, x: Floats, z: Floats) -> tuple[float, Floats]:
    """Equation 1a of note 025 in logs, and its derivatives by p, q, v."""
    from scipy.special import gammaln, psi

    p, q, v = values
    px = p * x
    below = np.log(v + x * z)
    ll = gammaln(px + q) - gammaln(px) - gammaln(q) + q * np.log(v) + (px - 1) * np.log(z) + px * np.log(x) - (px + q) * below
    d_p = x * (psi(px + q) - psi(px) + np.log(z) + np.log(x) - below)
    d_q = psi(px + q) - psi(q) + np.log(v) - below
    d_v = q / v - (px + q) / (v + x * z)
    return float(ll.sum()), np.array([float(one.sum()) for one in (d_p, d_q, d_v)])


def _best(negative: Callable[[Floats], tuple[float, Floats]], count: int) -> tuple[Floats, float]:
    """The lowest of several starts; the parameters as logs."""
    from scipy.optimize import minimize

    found: list[tuple[float, Floats]] = []
    for even, odd in _STARTS:
        start = np.array([even if place % 2 == 0 else odd for place in range(count)])
        one = minimize(negative, start, jac=True, method="L-BFGS-B", bounds=[(-_WIDEST, _WIDEST)] * count, options={"maxiter": 500})
        if np.isfinite(one.fun):
            found.append((float(one.fun), np.asarray(one.x, dtype=float)))
    if not found:
        raise NoFit
    value, best = min(found, key=lambda pair: pair[0])
    return best, value


def expected_repeats(model: BgNbd, histories: Histories, weeks: float) -> Floats:
    """How often each will buy within the weeks to come: equation 10 of the paper."""
    from scipy.special import hyp2f1

    r, alpha, a, b = model.r, model.alpha, model.a, model.b
    x, last, age = histories.repeats, histories.last, histories.age
    first = (a + b + x - 1) / (a - 1)
    hyper = hyp2f1(r + x, b + x, a + b + x - 1, weeks / (alpha + age + weeks))
    second = 1 - ((alpha + age) / (alpha + age + weeks)) ** (r + x) * hyper
    return np.asarray(first * second / (1 + _odds_gone(model, x, last, age)), dtype=float)


def chance_alive(model: BgNbd, histories: Histories) -> Floats:
    """P(alive); of one-time buyers the model says 1, so that theirs is of no use."""
    return np.asarray(1 / (1 + _odds_gone(model, histories.repeats, histories.last, histories.age)), dtype=float)


def _odds_gone(model: BgNbd, x: Floats, last: Floats, age: Floats) -> NDArray[np.float64]:
    odds = model.a / np.where(x > 0, model.b + x - 1, 1.0) * ((model.alpha + age) / (model.alpha + last)) ** (model.r + x)
    return np.where(x > 0, odds, 0.0)


def expected_worth(model: GammaGamma, histories: Histories) -> Floats:
    """Of a purchase of each: the own mean, drawn towards that of all the more the fewer repeats there are (equation 5 of note 025)."""
    x, z = histories.repeats, histories.worth
    return np.asarray((model.q - 1) / (model.p * x + model.q - 1) * model.mean + model.p * x / (model.p * x + model.q - 1) * z, dtype=float)


def fit_lifetimes(customer: Ints, day: Ints, amount: Ints, as_of: date, epoch: date) -> LifetimeFit:
    """`day` counts from `epoch`; the rows as in `histories_of`. NoFit where there is too little, or less than FEWEST_MONTHS of it."""
    until = (as_of - epoch).days
    histories = histories_of(customer, day, amount, until)
    if not len(histories) or float(histories.age.max()) * WEEK < (as_of - add_months(as_of, -FEWEST_MONTHS)).days:
        raise NoFit
    model = fit_bgnbd(histories)
    try:
        worth = fit_gamma_gamma(histories)
    except NoFit:
        worth = None
    repeaters = int((histories.repeats > 0).sum())
    return LifetimeFit(len(histories), repeaters, model, worth, backtest(customer, day, amount, as_of, epoch))


def backtest(customer: Ints, day: Ints, amount: Ints, as_of: date, epoch: date) -> Backtest | None:
    """A second fit of all but the last months, against what was bought in them by those who were customers before. None where what is
    before is too little for a fit."""
    until, split = (as_of - epoch).days, (add_months(as_of, -KEPT_OUT_MONTHS) - epoch).days
    before = histories_of(customer, day, amount, split)
    try:
        model = fit_bgnbd(before)
    except NoFit:
        return None
    counts = (amount > 0) & (day < until)
    known = np.unique(customer[counts & (day < split)])
    later = customer[counts & (day >= split)]
    actual = int(np.isin(later, known).sum())
    expected = float(expected_repeats(model, before, (until - split) / WEEK).sum())
    return Backtest(KEPT_OUT_MONTHS, actual, expected, expected / actual - 1 if actual else None)
