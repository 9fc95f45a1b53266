"""Fixed-horizon repeat purchase rate: of those whose first occasion is long enough ago, who came a second time within H days.

Only customers who had the whole horizon count, so a young shop's rate does not sink with every new customer.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from app.analytics.occasions import Ints, Occasions
from app.domain.periods import day_number
from app.domain.rates import Rate, rate_of

HORIZONS = (90, 180, 365)
# Long before any day a shop may know.
NEVER = -1_000_000


def repeat_rate(first_day: Ints, second_day: Ints, as_of: date, horizon: int) -> Rate:
    """Days of the first and second occasion by customer (NEVER where there is no second); mature: first day <= as_of - H."""
    mature = first_day <= day_number(as_of) - horizon
    came_back = mature & (second_day != NEVER) & (second_day - first_day <= horizon)
    return rate_of(int(came_back.sum()), int(mature.sum()))


def first_and_second_days(occasions: Occasions) -> tuple[Ints, Ints]:
    """By customer, ascending id."""
    starts = occasions.starts()
    if not len(starts):
        return starts, starts
    padded = np.append(occasions.day, NEVER)
    visits = np.diff(np.append(starts, len(occasions)))
    return occasions.day[starts], np.where(visits > 1, padded[starts + 1], NEVER)
