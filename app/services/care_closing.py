"""What a visit makes needless at once, within the act that records it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.care import RuleKind
from app.domain.care_keys import day_of_key, kind_of_key
from app.domain.follow_ups import FollowUpSource, Outcome
from app.models.counter import FollowUp

_ASKED_SINCE_A_VISIT = (RuleKind.AFTER_VISIT, RuleKind.OVERDUE, RuleKind.YEARLY)


def close_needless(session: Session, customer_id: int, visited: date, *, now: datetime, today: date) -> int:
    """Close what rules asked for because of an earlier visit; undoing the act opens it again. How many."""
    one = FollowUp
    query = select(one).where(one.customer_id == customer_id, one.source == FollowUpSource.RULE, one.done_on.is_(None))
    asked = [row for row in session.scalars(query).all() if _asked_since(row, visited)]
    for row in asked:
        row.outcome, row.done_on, row.done_at = Outcome.NEEDLESS, today, now
    return len(asked)


def _asked_since(row: FollowUp, visited: date) -> bool:
    """Whether it was made because of a day before the visit."""
    kind = kind_of_key(row.occasion)
    if kind is RuleKind.FIRST_VISIT:
        return str(row.reason.get("day") or "9999") < visited.isoformat()
    return kind in _ASKED_SINCE_A_VISIT and day_of_key(row.occasion) < visited
