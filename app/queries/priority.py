"""In which order follow-ups are worked on (C04): what was promised first, then by value, urgency and the priority of the customer's group.

score = value x urgency x priority / 3
value: 1 to 2, 1 + the share of all customers who brought less margin in the last 365 days; margin: net sales at the shop's rate
urgency: 1 + days late / 7, twice as fast where the occasion itself passes, as a birthday does
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats, Ints
from app.domain.care import CareSettings
from app.domain.day_plan import PATIENCE_DAYS, TIERS, Rank, Tier
from app.domain.periods import day_number
from app.domain.segments import SEGMENTS
from app.queries.standing import CustomerStatuses

_WEEK = 7
_USUAL_PRIORITY = 3


@dataclass(frozen=True, slots=True, eq=False)
class DueColumns:
    """Follow-ups that are due, parallel. `due` and `deadline` are day numbers (`deadline` far ahead where there is none); `is_promised`: by
    hand or to somebody; `passes`: the occasion itself passes."""

    follow_up: Ints
    customer: Ints
    due: Ints
    deadline: Ints
    is_promised: NDArray[np.bool_]
    passes: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Priorities:
    """Parallel to the follow-ups. `segment` is a position in SEGMENTS, -1 without one; `above` NaN for whoever has not bought."""

    tier: Ints
    score: Floats
    margin: Floats
    above: Floats
    segment: Ints
    priority: Ints
    late: Ints
    order: Ints

    def rank(self, place: int) -> Rank:
        above, segment = float(self.above[place]), int(self.segment[place])
        return Rank(
            TIERS[self.tier[place]],
            float(self.score[place]),
            round(float(self.margin[place])),
            None if np.isnan(above) else above,
            SEGMENTS[segment] if segment >= 0 else None,
            int(self.priority[place]),
            int(self.late[place]),
        )


def priorities(now: CustomerStatuses, columns: DueColumns, care: CareSettings, day: date) -> Priorities:
    """`order`: positions of the follow-ups, the first to work on first; equals by their day and their number."""
    today = day_number(day)
    late = np.maximum(today - columns.due, 0)
    margin, above, segment = _standing(now, columns.customer)
    weights = np.array([care.segments[one].priority if one in care.segments else _USUAL_PRIORITY for one in SEGMENTS])
    priority = np.where(segment >= 0, weights[segment], _USUAL_PRIORITY)
    urgency = 1 + late * np.where(columns.passes, 2, 1) / _WEEK
    score = (1 + np.nan_to_num(above)) * urgency * priority / _USUAL_PRIORITY
    tier = np.full(len(late), TIERS.index(Tier.SCORE))
    tier[late >= PATIENCE_DAYS] = TIERS.index(Tier.WAITING)
    tier[columns.is_promised] = TIERS.index(Tier.PROMISED)
    tier[columns.deadline <= today] = TIERS.index(Tier.DEADLINE)
    order = np.lexsort((columns.follow_up, columns.due, -score, tier))
    return Priorities(tier, score, margin, above, segment, priority, late, order)


def _standing(now: CustomerStatuses, customers: Ints) -> tuple[Floats, Floats, Ints]:
    """Margin of the last 365 days, the share of all who brought less, and the group of these customers."""
    place = now.positions(customers)
    has_bought = place >= 0
    amounts = now.standing.amount_365
    ordered = np.sort(amounts)
    margin, above = np.zeros(len(customers)), np.full(len(customers), np.nan)
    segment = np.full(len(customers), -1)
    if len(amounts):
        mine = amounts[place[has_bought]]
        margin[has_bought] = mine * now.rules.margin_rate
        above[has_bought] = np.searchsorted(ordered, mine) / len(ordered)
    if now.groups is not None:
        segment[has_bought] = now.groups.segment[place[has_bought]]
    return margin, above, segment
