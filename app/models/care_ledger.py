"""Which occasions have had their follow-up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.care import RuleOccasion

_AT_ONCE = 500
_MANY = 20_000


def made_before(session: Session, rule_id: int, customers: NDArray[np.int64]) -> dict[tuple[int, str], int | None]:
    """Of these customers, what one rule has made: customer and occasion → the follow-up."""
    one = RuleOccasion
    query = select(one.customer_id, one.occasion, one.follow_up_id).where(one.rule_id == rule_id)
    ids = np.unique(customers).tolist()
    if len(ids) > _MANY:
        return {(customer, key): number for customer, key, number in session.execute(query)}
    found: dict[tuple[int, str], int | None] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        part = query.where(one.customer_id.in_(ids[begin : begin + _AT_ONCE]))
        found |= {(customer, key): number for customer, key, number in session.execute(part)}
    return found
