"""The catalogue of rewards, and giving one for points. Each is one act that can be undone."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.customer_rules import CustomerGone
from app.domain.points import NotEnoughPoints, PointActKind
from app.domain.rewards import (
    RewardFields,
    RewardGiven,
    RewardGone,
    RewardNameTaken,
    RewardNeedsTier,
    RewardOutcome,
    RewardOutOfStock,
    RewardTooDear,
    checked_reward,
)
from app.models.customer import Customer
from app.models.points import PointAct, Reward
from app.models.reward_rows import given_of, is_open_to, reached_threshold, read_reward, thresholds
from app.services.actions import recorded
from app.services.customers import staff_named
from app.services.ledger import follow_acts

_PLAIN = ("kind", "name", "points", "value", "cost", "product_id", "tier_id")


def add_reward(session: Session, fields: RewardFields, *, now: datetime) -> RewardOutcome:
    """RewardIncomplete, RewardOutOfRange, RewardNameTaken."""
    tidy = checked_reward(fields)
    _check_name(session, tidy.name)
    with recorded(session, ActionKind.ADD_REWARD, now=now, reward=tidy.name) as act:
        reward = Reward(**{name: getattr(tidy, name) for name in _PLAIN}, stock=tidy.stock, is_active=True, position=0)
        session.add(reward)
        session.flush()
    return RewardOutcome(reward.id, act.action_id)


def edit_reward(session: Session, reward_id: int, fields: RewardFields, *, now: datetime, with_stock: bool = True) -> int | None:
    """The action's id, None when nothing was different. What was given stays given. `with_stock` False: how many are left was not
    typed anew, and is not written over one that was given meanwhile. The errors of `add_reward`, RewardGone.
    """
    reward = _reward(session, reward_id)
    tidy = checked_reward(fields)
    _check_name(session, tidy.name, besides=reward_id)
    stock = reward.stock
    if with_stock:
        stock = None if tidy.stock is None else tidy.stock + given_of(session, reward_id)
    wanted = {**{name: getattr(tidy, name) for name in _PLAIN}, "stock": stock}
    changed = {name: value for name, value in wanted.items() if getattr(reward, name) != value}
    if not changed:
        return None
    with recorded(session, ActionKind.EDIT_REWARD, now=now, reward=tidy.name) as act:
        for name, value in changed.items():
            setattr(reward, name, value)
    return act.action_id


def archive_reward(session: Session, reward_id: int, *, now: datetime) -> int:
    """Out of the catalogue; what was given keeps its name. The action's id. RewardGone."""
    return _set_active(session, reward_id, ActionKind.ARCHIVE_REWARD, is_active=False, now=now)


def bring_reward_back(session: Session, reward_id: int, *, now: datetime) -> int:
    """The action's id. RewardGone, RewardNameTaken by a newer one."""
    _check_name(session, _reward(session, reward_id).name, besides=reward_id)
    return _set_active(session, reward_id, ActionKind.RESTORE_REWARD, is_active=True, now=now)


def give_reward(session: Session, customer_id: int, reward_id: int, *, now: datetime, today: date, staff: str = "") -> RewardGiven:
    """Change a customer's points into a reward; undoing it gives the points and the piece back.

    RewardGone, CustomerGone, RewardNeedsTier, RewardOutOfStock, RewardTooDear, UnknownStaff.
    """
    row = read_reward(session, reward_id)
    if row is None or not row.fields.is_active:
        raise RewardGone
    customer = session.scalar(select(Customer.name).where(Customer.id == customer_id))
    if customer is None:
        raise CustomerGone
    fields = row.fields
    if not is_open_to(fields, reached_threshold(session, customer_id, today), thresholds(session)):
        raise RewardNeedsTier(name=fields.name, tier=row.tier)
    if fields.stock is not None and fields.stock <= 0:
        raise RewardOutOfStock(name=fields.name)
    with recorded(session, ActionKind.GIVE_REWARD, now=now, name=customer, reward=fields.name) as act:
        given = PointAct(
            customer_id=customer_id,
            kind=PointActKind.REWARD,
            day=today,
            at=now,
            points=-fields.points,
            reason=fields.name,
            staff_id=staff_named(session, staff) if staff else None,
            reward_id=reward_id,
        )
        session.add(given)
    try:
        follow_acts(session, [given.id], now=now, today=today)
    except NotEnoughPoints as error:
        raise RewardTooDear(name=fields.name, points=fields.points, left=error.values["left"]) from error
    return RewardGiven(act.action_id, given.id, fields.name, fields.points)


def _set_active(session: Session, reward_id: int, kind: ActionKind, *, is_active: bool, now: datetime) -> int:
    reward = _reward(session, reward_id)
    with recorded(session, kind, now=now, reward=reward.name) as act:
        reward.is_active = is_active
    return act.action_id


def _reward(session: Session, reward_id: int) -> Reward:
    reward = session.get(Reward, reward_id)
    if reward is None:
        raise RewardGone
    return reward


def _check_name(session: Session, name: str, *, besides: int = 0) -> None:
    taken = select(Reward.id).where(Reward.name == name, Reward.is_active.is_(True), Reward.id != besides)
    if session.scalar(taken.limit(1)) is not None:
        raise RewardNameTaken(field="name", name=name)
