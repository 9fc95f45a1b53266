"""Rules as their table holds them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, delete, or_
from sqlalchemy.orm import Session

from app.domain.care import RuleFields
from app.domain.follow_ups import PROGRAM_CLOSED, FollowUpSource
from app.models.care import CareRule, RuleOccasion
from app.models.counter import FollowUp

RULE_COLUMNS = tuple(RuleFields.__dataclass_fields__)


def fields_of_rule(row: CareRule) -> RuleFields:
    return RuleFields(**{name: getattr(row, name) for name in RULE_COLUMNS})


def is_made_alone() -> ColumnElement[bool]:
    """Whether a rule made the follow-up and nobody has done anything about it."""
    one = FollowUp
    closed = or_(one.outcome.is_(None), one.outcome.in_(PROGRAM_CLOSED))
    return and_(one.source == FollowUpSource.RULE, or_(one.done_on.is_(None), one.outcome.is_not(None)), closed, one.tries == 0)


def forget_made(session: Session, customer_ids: Collection[int]) -> None:
    """Take out what rules made for customers who are taken out, as far as nobody has done anything about it."""
    for number in customer_ids:
        session.execute(delete(FollowUp).where(FollowUp.customer_id == number, is_made_alone()))
        session.execute(delete(RuleOccasion).where(RuleOccasion.customer_id == number))
