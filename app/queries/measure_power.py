"""What the shop's own history says of some people: how much their margin differs from one to the next, before anything is sent to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import sqrt

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.occasions import Floats, Ints
from app.domain.measure_audience import Power
from app.queries.measure_margins import measure_margins
from app.queries.standing import statuses

LOOKED_BACK = 365
MOST_WINDOWS = 6
ENOUGH_PEOPLE = 2_000
"""Of more than so many a part is looked at, evenly chosen: a standard deviation is known well enough from them."""


def power(session: Session, customer_ids: Sequence[int] | Ints, today: date, window_days: int) -> Power:
    """Over windows of this length in the year before `today`, at most MOST_WINDOWS, one after the other: who was not here for three months
    had none in the last of them, which is no measure of what comes back. Spread and likeness are pooled over the windows, each around its
    own mean. Of people who bought nothing in all that time, what holds for all who ever bought in the shop."""
    ids = np.unique(np.asarray(customer_ids, dtype=np.int64))
    found = _pooled(session, _part(ids), today, window_days)
    if found is None:
        found = _pooled(session, _part(statuses(session, today).customer), today, window_days)
    sd, rho, margin, rate = found or (0.0, 0.0, 0.0, 0.0)
    return Power(len(ids), window_days, sd, rho, margin, rate)


def power_of_shop(session: Session, people: int, today: date, window_days: int) -> Power:
    """For a number of people not chosen yet: as all who ever bought are."""
    known = power(session, statuses(session, today).customer, today, window_days)
    return Power(people, window_days, known.sd, known.rho, known.base_margin, known.base_rate)


def window_starts(today: date, window_days: int) -> tuple[date, ...]:
    """The latest first; no two windows share a day, and all but the first lie within LOOKED_BACK days."""
    step = max(window_days, LOOKED_BACK // MOST_WINDOWS)
    count = max(1, min(MOST_WINDOWS, LOOKED_BACK // step))
    return tuple(today - timedelta(days=window_days + place * step) for place in range(count))


def _part(ids: Ints) -> Ints:
    return ids if len(ids) <= ENOUGH_PEOPLE else ids[np.linspace(0, len(ids) - 1, ENOUGH_PEOPLE).astype(np.int64)]


def _pooled(session: Session, ids: Ints, today: date, window_days: int) -> tuple[float, float, float, float] | None:
    """Standard deviation, correlation, mean and share of those who came; None where nobody bought anything."""
    if len(ids) < 2:
        return None
    within: list[Floats] = []
    before: list[Floats] = []
    came = 0.0
    for start in window_starts(today, window_days):
        one = measure_margins(session, ids, start, window_days)
        within.append(one.within)
        before.append(one.before)
        came += float(one.came.mean())
    count = len(within)
    y, x = np.stack(within), np.stack(before)
    around_y, around_x = y - y.mean(axis=1, keepdims=True), x - x.mean(axis=1, keepdims=True)
    freedom = count * (len(ids) - 1)
    of_y, of_x = float((around_y**2).sum()) / freedom, float((around_x**2).sum()) / freedom
    if of_y == 0:
        return None
    shared = float((around_x * around_y).sum()) / freedom
    rho = shared / sqrt(of_x * of_y) if of_x > 0 else 0.0
    return sqrt(of_y), rho, float(y.mean()), came / count
