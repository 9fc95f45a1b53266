"""What the tables say of the rules of points and of first visits, for services and queries alike."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.points import RuleFields, RuleRow
from app.models.points import PointLot, PointRule
from app.models.purchase import Purchase


def ever_had_points(session: Session) -> bool:
    """Whether the shop has, or ever had, a rule or a lot."""
    return session.scalar(select(PointRule.id).limit(1)) is not None or session.scalar(select(PointLot.id).limit(1)) is not None


def read_rules(session: Session) -> tuple[RuleRow, ...]:
    """All versions of the rules, in the order in which they were made."""
    rows = session.scalars(select(PointRule).order_by(PointRule.id))
    return tuple(RuleRow(row.id, row.valid_from, RuleFields.from_json(row.fields)) for row in rows)


def is_first_visit(session: Session, customer_id: int, day: date, *, besides: int | None = None) -> bool:
    """Whether nothing is recorded of the customer up to the day, and no later visit has had the points of a first one already.

    `besides`: a purchase left aside.
    """
    others = select(Purchase.day, Purchase.points_basis).where(Purchase.customer_id == customer_id, Purchase.net > 0)
    if besides is not None:
        others = others.where(Purchase.id != besides)
    if session.scalar(others.with_only_columns(Purchase.id).where(Purchase.day <= day).limit(1)) is not None:
        return False
    return not any(basis and basis.get("first_visit_points") for _day, basis in session.execute(others))
