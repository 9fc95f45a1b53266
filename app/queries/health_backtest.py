"""The check of the health score against the shop's own past: what it said on past days, and who came no more after them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.backtest import Auc, compare_risks, recall_at_equal_length
from app.analytics.health import HealthScores
from app.analytics.occasions import Ints
from app.domain.health_backtest import FEWEST_LEFT, MOST_CUTS, YEAR, BacktestView, Curve, CutResult, Missing
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.rhythm import DEFAULT_WINDOW
from app.models.health_rows import health_rules
from app.queries.health import health_scores, keep_sales
from app.queries.receipts import first_occasion_day, visitors_between


def backtest(session: Session, today: date, progress: Progress = NO_PROGRESS) -> BacktestView:
    """Cut days a window apart, so that no two outcomes overlap; what is known at a cut is what was known at its end. The window is the
    shop's. Cancelled when the progress says so."""
    window = health_rules(session).window
    first = first_occasion_day(session)
    cuts = [today - timedelta(days=window * (number + 1)) for number in range(MOST_CUTS)]
    # With less than two windows before the cut nobody has a course to be judged by.
    possible = [day for day in cuts if first is not None and first <= day - timedelta(days=2 * window)]
    if not possible:
        begins = None if first is None else first + timedelta(days=3 * window)
        return BacktestView(window, (), Missing.HISTORY, begins)
    keep_sales(session, possible, progress)
    results: list[CutResult] = []
    short: tuple[int, int] | None = None
    for number, day in enumerate(possible):
        progress.advance(number, len(possible))
        scores = health_scores(session, day)
        came = visitors_between(session, day + timedelta(days=1), day + timedelta(days=window + 1))
        found = _at(scores, came, day, window)
        if isinstance(found, CutResult):
            results.append(found)
        elif short is None:
            short = found
    if results:
        return BacktestView(window, tuple(results))
    people, left = short or (0, 0)
    return BacktestView(window, (), Missing.PEOPLE, None, people, left)


def _at(scores: HealthScores, came: Ints, day: date, window: int) -> CutResult | tuple[int, int]:
    """Of one cut day; with too few people how many there were, and how many left."""
    sales = scores.sales
    is_here = ~np.isin(sales.customer, scores.customer[scores.has_left])
    stayed_away = ~np.isin(sales.customer, came)
    risk = (100 - scores.scores_for(sales.customer)).astype(np.float64)
    active = is_here & (sales.days_since < window)
    left = stayed_away[active]
    compared = compare_risks(risk[active], sales.days_since[active].astype(np.float64), left)
    if compared is None or min(int(left.sum()), int((~left).sum())) < FEWEST_LEFT:
        return int(active.sum()), int(left.sum())
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
