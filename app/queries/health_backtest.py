"""The check of the health score against the shop's own past: what it said on past days, and who came no more after them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.backtest import Auc, compare_risks, recall_at_equal_length
from app.analytics.health import HealthScores
from app.analytics.occasions import Ints
from app.domain.health_backtest import FEWEST_LEFT, MOST_CUTS, YEAR, BacktestPlan, Curve, CutResult, TooFew
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.rhythm import DEFAULT_WINDOW
from app.models.health_rows import health_rules
from app.queries.health import health_scores, keep_sales
from app.queries.receipts import first_occasion_day, visitors_between


def backtest_plan(session: Session, today: date) -> BacktestPlan:
    """Cut days a window apart, so that no two outcomes overlap. The window is the shop's."""
    window = health_rules(session).window
    first = first_occasion_day(session)
    if first is None:
        return BacktestPlan(window, ())
    cuts = (today - timedelta(days=window * (number + 1)) for number in range(MOST_CUTS))
    # With less than two windows before the cut nobody has a course to be judged by.
    possible = tuple(day for day in cuts if first <= day - timedelta(days=2 * window))
    return BacktestPlan(window, possible, None if possible else first + timedelta(days=3 * window))


def cut_result(session: Session, day: date, window: int, progress: Progress = NO_PROGRESS) -> CutResult | TooFew:
    """What was foreseen at the end of `day`, from what was known by then. Reads the sales up to it: one day at a time, so that others who
    wait for an answer need not wait for all of them. Cancelled when the progress says so."""
    keep_sales(session, [day], progress)
    scores = health_scores(session, day)
    came = visitors_between(session, day + timedelta(days=1), day + timedelta(days=window + 1))
    return _at(scores, came, day, window)


def _at(scores: HealthScores, came: Ints, day: date, window: int) -> CutResult | TooFew:
    sales = scores.sales
    is_here = ~np.isin(sales.customer, scores.customer[scores.has_left])
    stayed_away = ~np.isin(sales.customer, came)
    risk = (100 - scores.scores_for(sales.customer)).astype(np.float64)
    active = is_here & (sales.days_since < window)
    left = stayed_away[active]
    compared = compare_risks(risk[active], sales.days_since[active].astype(np.float64), left)
    if compared is None or min(int(left.sum()), int((~left).sum())) < FEWEST_LEFT:
        return TooFew(int(active.sum()), int(left.sum()))
    of_year = is_here & (sales.days_since < YEAR)
    named = recall_at_equal_length(sales.days_since[of_year], sales.rhythm[of_year], stayed_away[of_year], fixed_days=DEFAULT_WINDOW)
    return CutResult(
        day=day,
        people=int(active.sum()),
        left=int(left.sum()),
        score=_curve(compared.first),
        recency=_curve(compared.second),
        difference=compared.difference,
        difference_low=compared.low,
        difference_high=compared.high,
        listed=named.length,
        year_left=named.leavers,
        own=named.own,
        fixed=named.fixed,
    )


def _curve(auc: Auc) -> Curve:
    return Curve(auc.value, auc.low, auc.high)
