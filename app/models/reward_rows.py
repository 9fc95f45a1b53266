"""What the tables say of rewards, for services and queries alike."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.domain.rewards import RewardFields, RewardRow
from app.models.points import PointAct, Reward, Tier
from app.models.tier_rows import latest_of, read_loyalty


def read_rewards(session: Session) -> tuple[RewardRow, ...]:
    """All, those put aside included, cheapest first; `stock` is what is left."""
    return tuple(_row(*found) for found in session.execute(_query().order_by(Reward.points, Reward.name, Reward.id)))


def read_reward(session: Session, reward_id: int) -> RewardRow | None:
    found = session.execute(_query().where(Reward.id == reward_id)).one_or_none()
    return None if found is None else _row(*found)


def given_of(session: Session, reward_id: int) -> int:
    """How many were given so far; what was undone was not."""
    return session.scalar(select(func.count()).select_from(PointAct).where(PointAct.reward_id == reward_id)) or 0


def reached_threshold(session: Session, customer_id: int, day: date) -> int | None:
    """The threshold of the customer's tier on a day, 0 without one; None while the shop uses no tiers."""
    if not read_loyalty(session).tiers_on:
        return None
    tier = latest_of(session, customer_id, day)
    row = session.execute(tier).one_or_none()
    if row is None or row.tier_id is None:
        return 0
    return session.scalar(select(Tier.threshold).where(Tier.id == row.tier_id)) or 0


def thresholds(session: Session) -> dict[int, int]:
    """From how much on each tier begins that is offered, by id."""
    return {number: threshold for number, threshold in session.execute(select(Tier.id, Tier.threshold).where(Tier.is_active.is_(True)))}


def is_open_to(fields: RewardFields, reached: int | None, offered: dict[int, int]) -> bool:
    """Whether the tier somebody has reached is enough; what a reward asks for that is offered no more does not count."""
    if reached is None or fields.tier_id is None or fields.tier_id not in offered:
        return True
    return reached >= offered[fields.tier_id]


def _query() -> Select[*tuple[Any, ...]]:
    given = select(func.count()).where(PointAct.reward_id == Reward.id).correlate(Reward).scalar_subquery()
    return select(Reward, given, Tier.name).outerjoin(Tier, Tier.id == Reward.tier_id)


def _row(reward: Reward, given: int, tier: str | None) -> RewardRow:
    fields = RewardFields(
        kind=reward.kind,
        name=reward.name,
        points=reward.points,
        value=reward.value,
        cost=reward.cost,
        product_id=reward.product_id,
        tier_id=reward.tier_id,
        stock=None if reward.stock is None else reward.stock - given,
        is_active=reward.is_active,
    )
    return RewardRow(reward.id, fields, given, tier or "")
