"""What is used up and due again: a filter, a bottle of shampoo, the next inspection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# How far ahead the list of names looks: time to write a card, and for it to be read.
DAYS_AHEAD = 14
# Whoever has not come for it by then buys it elsewhere, or no more.
LATE_DAYS = 90


@dataclass(frozen=True, slots=True)
class DueAgain:
    """`days_left` is below zero when the day has passed. A later purchase of the product takes the row away."""

    customer_id: int
    product_id: int
    product: str
    last_bought: date
    due: date
    days_left: int


def due_again(bought: date, reuse_days: int) -> date:
    """When something bought on a day is due again. The one place that says so."""
    return bought + timedelta(days=reuse_days)


def is_due(due: date, today: date, days_ahead: int) -> bool:
    """Whether a day is within the next `days_ahead` days (the last one included), or passed by no more than LATE_DAYS."""
    return -LATE_DAYS <= (due - today).days <= days_ahead


def earliest_purchase(today: date, longest_reuse: int) -> date:
    """Nothing bought before that day can still be due."""
    return today - timedelta(days=longest_reuse + LATE_DAYS)
