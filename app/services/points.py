"""The rules of points and corrections by hand. Each is one act that can be undone."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.customer_rules import CustomerGone
from app.domain.points import LARGEST_POINTS, LastDayPassed, NoPointsGiven, PointActKind, ReasonMissing, RuleFields, checked_rule
from app.domain.tiers import LoyaltySettings
from app.models.customer import Customer
from app.models.points import PointAct, PointRule
from app.models.shop import Shop
from app.services.actions import recorded
from app.services.customers import staff_named
from app.services.ledger import follow_acts


def set_rule(session: Session, fields: RuleFields, *, valid_from: date | None, now: datetime) -> tuple[int, int]:
    """A new version of the rules for purchases recorded from now on, of days from `valid_from` on (None: of every day); what is
    recorded already stays as it is. The ids of the version and of the action. RuleOutOfRange."""
    rule = checked_rule(fields)
    with recorded(session, ActionKind.CHANGE_RULE, now=now, amount=rule.amount, points=rule.points) as act:
        row = PointRule(made_at=now, valid_from=valid_from, fields=rule.as_json())
        session.add(row)
    return row.id, act.action_id


def set_loyalty(session: Session, settings: LoyaltySettings, *, now: datetime) -> int | None:
    """How the shop decides on tiers and on points below zero; the id of the action, None when nothing was different."""
    shop = session.scalars(select(Shop)).one()
    if LoyaltySettings.from_json(shop.loyalty) == settings:
        return None
    with recorded(session, ActionKind.CHANGE_LOYALTY, now=now) as act:
        shop.loyalty = settings.as_json()
    return act.action_id


def adjust_points(
    session: Session,
    customer_id: int,
    points: int,
    reason: str,
    *,
    now: datetime,
    today: date,
    expires: date | None = None,
    staff: str = "",
    allow_negative: bool = False,
) -> int:
    """Give (or, below zero, take) points by hand, with a reason; `expires`: their last valid day. The id of the action.

    NoPointsGiven, ReasonMissing, LastDayPassed, CustomerGone, NotEnoughPoints, UnknownStaff.
    """
    if not points or abs(points) > LARGEST_POINTS:
        raise NoPointsGiven(field="points")
    if not reason.strip():
        raise ReasonMissing(field="reason")
    if points > 0 and expires is not None and expires < today:
        raise LastDayPassed(field="expires")
    name = session.scalar(select(Customer.name).where(Customer.id == customer_id))
    if name is None:
        raise CustomerGone
    with recorded(session, ActionKind.ADJUST_POINTS, now=now, name=name, points=points) as act:
        row = PointAct(
            customer_id=customer_id,
            kind=PointActKind.ADJUST,
            day=today,
            at=now,
            points=points,
            expires=expires if points > 0 else None,
            reason=reason.strip(),
            staff_id=staff_named(session, staff) if staff else None,
        )
        session.add(row)
    follow_acts(session, [row.id], now=now, today=today, allow_negative=allow_negative)
    return act.action_id
