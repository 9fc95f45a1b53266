"""Whether those who answered came again: each customer's last answer whose days are over, and the occasions after it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Ints, Occasions

Flags = NDArray[np.bool_]


def ripe_last(customer: Ints, day: Ints, *, today: int, within: int) -> Ints:
    """Positions of the last answer of each customer after which `within` whole days are over. `customer` 0: nobody in particular, left
    out. The answers come in the order in which they were given."""
    ripe = np.flatnonzero((customer != 0) & (day + within < today))
    backwards = ripe[::-1]
    _, first = np.unique(customer[backwards], return_index=True)
    return np.sort(backwards[first])


def came_within(customer: Ints, day: Ints, occasions: Occasions, within: int) -> Flags:
    """For each answer whether its customer has an occasion on one of the `within` days after its day; that day itself is the visit that
    was asked about."""
    if not len(customer) or not len(occasions):
        return np.zeros(len(customer), dtype=np.bool_)
    lowest = int(min(day.min(), occasions.day.min()))
    span = int(max(day.max() + within, occasions.day.max())) - lowest + 2
    visits = occasions.customer * span + (occasions.day - lowest)
    asked = customer * span + (day - lowest)
    after = np.searchsorted(visits, asked, side="right")
    last = np.searchsorted(visits, asked + within, side="right")
    return np.asarray(last > after, dtype=np.bool_)
