"""How long contracts last: Kaplan-Meier over whole contract months, and the shifted-beta-geometric curve beyond what was seen.

Months are counted from each contract's own first day. One that ended counts in the month it was in (2 months and a day: the third; to the
day at the end of a month: that month); one that runs has been seen for as many months as are full and is censored after the last of them.
Where somebody ends and somebody else was last seen in the same month, both were at risk in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt

import numpy as np

from app.analytics.contract_survival import NoFit, fit_sbg
from app.domain.contract_figures import Projection, SurvivalMonth
from app.domain.periods import add_months, months_between
from app.domain.rates import Z

FEWEST_AT_RISK = 30
"""A month of the curve with fewer contracts behind it is not fitted to."""
LARGEST_GAP = 0.05
"""A fitted curve that is farther from the one seen does not tell how it goes on."""
MOST_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Seen:
    """A contract as far as it was seen: for `months`, then ended or, `has_ended` False, not seen any longer."""

    months: int
    has_ended: bool


def full_months(start: date, day: date) -> int:
    """Whole months from `start` to `day`, clamped as renewals are: from 31 January to 28 February is one."""
    months = months_between(start, day)
    return months if add_months(start, months) <= day else months - 1


def seen_until(as_of: date, start: date, end: date | None) -> Seen | None:
    """None for one that had not begun before `as_of`. An end from `as_of` on is still to come."""
    if start > as_of or (start == as_of and end != start):
        return None
    if end is None or end > as_of:
        return Seen(full_months(start, as_of), has_ended=False)
    months = full_months(start, end)
    in_month = months if months and add_months(start, months) == end else months + 1
    return Seen(in_month, has_ended=True)


def kaplan_meier(contracts: Sequence[Seen]) -> tuple[SurvivalMonth, ...]:
    """One row a month, from the first to the last in which a contract was at risk. Kaplan & Meier 1958, J. American Statistical
    Association 53; the 95 % interval from Greenwood's variance on the log-log scale. Where nobody has ended yet, or all have, it has no
    width, since the scale has no value there.
    """
    last = max((one.months for one in contracts), default=0)
    ends = np.bincount([one.months for one in contracts if one.has_ended], minlength=last + 1)
    leaving = np.bincount([one.months for one in contracts], minlength=last + 1)
    at_risk = len(contracts) - int(leaving[0]) if last else 0
    rows: list[SurvivalMonth] = []
    survival, variance = 1.0, 0.0
    for month in range(1, last + 1):
        ended = int(ends[month])
        survival *= (at_risk - ended) / at_risk
        if ended < at_risk:
            variance += ended / (at_risk * (at_risk - ended))
        low, high = _interval(survival, variance)
        rows.append(SurvivalMonth(month, at_risk, ended, survival, low, high))
        at_risk -= int(leaving[month])
    return tuple(rows)


def project(curve: Sequence[SurvivalMonth], term: int) -> Projection | None:
    """How a curve goes on, as far again as it was seen and no more than MOST_MONTHS months beyond. `term`: months from one renewal to the
    next. None where there is too little to fit, or the fit is not the curve.

    The shares left after each term, of those terms with FEWEST_AT_RISK contracts behind them, are the survivors of one cohort.
    """
    known = {row.month: row for row in curve if row.at_risk >= FEWEST_AT_RISK}
    turns = 0
    while (turns + 1) * term in known:
        turns += 1
    if not turns:
        return None
    seen = [1.0, *(known[turn * term].survival for turn in range(1, turns + 1))]
    try:
        fit = fit_sbg([round(share * 1_000_000) for share in seen])
    except NoFit:
        return None
    beyond = max(1, min(turns, MOST_MONTHS // term))
    shares = [fit.survival(turn) for turn in range(turns + beyond + 1)]
    if max(abs(one - two) for one, two in zip(seen, shares, strict=False)) > LARGEST_GAP:
        return None
    points = tuple((turn * term, shares[turn]) for turn in range(turns, turns + beyond + 1))
    return Projection(fit.alpha, fit.beta, term, points)


def _interval(survival: float, variance: float) -> tuple[float, float]:
    if not 0 < survival < 1:
        return survival, survival
    width = Z * sqrt(variance) / log(survival)
    return survival ** exp(-width), survival ** exp(width)
