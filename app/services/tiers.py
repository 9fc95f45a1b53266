"""Deciding who is in which tier, and the settings it is decided by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, delete, select, update
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.entities import Entity
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.tiers import (
    DecideOutcome,
    LoyaltySettings,
    NotSetByHand,
    TierDraft,
    TierEndPassed,
    TierFields,
    TierGone,
    TierReason,
    TierRow,
    TiersOff,
    TierStanding,
    checked_tiers,
    decides_anew,
    deciding_days,
    next_tier_row,
)
from app.domain.visits import CustomerGone
from app.models.base import day_number
from app.models.bulk import insert_rows
from app.models.changes import mark_changed
from app.models.customer import Customer
from app.models.points import CustomerTier, LoyaltyState, Tier
from app.models.shop import Shop
from app.models.tier_plan import deciding_figures, plan_tiers
from app.models.tier_rows import read_loyalty, read_standing, read_tiers, read_version, tier_of
from app.services.actions import recorded

__all__ = ["decide_tiers", "release_tier", "set_tier", "set_tiers", "tier_of"]

_COLUMNS = ("customer_id", "tier_id", "day", "reason", "amount", "visits", "grace_until", "version")


def decide_tiers(session: Session, *, now: datetime, today: date, progress: Progress = NO_PROGRESS) -> DecideOutcome:
    """Decide every first of a month that has come since the last decision, in order. Again on the same day it changes nothing;
    a clock that ran ahead is not followed back. No act to undo: nobody did it.
    """
    settings = read_loyalty(session)
    decided = session.scalar(select(LoyaltyState.tiers_on))
    if not settings.tiers_on or decided is None:
        return DecideOutcome()
    days = deciding_days(decided, today)
    counts = dict.fromkeys(TierReason, 0)
    for done, day in enumerate(days):
        progress.advance(done, len(days))
        for reason, count in _decide(session, day, settings).items():
            counts[reason] += count
    if days:
        session.execute(update(LoyaltyState).values(tiers_on=days[-1]))
        mark_changed(session, Entity.POINTS)
    progress.advance(len(days), len(days))
    return DecideOutcome(tuple(days), counts[TierReason.UP], counts[TierReason.DOWN], counts[TierReason.GRACE])


def set_tiers(session: Session, drafts: Sequence[TierDraft], settings: LoyaltySettings, *, now: datetime, today: date) -> int | None:
    """Keep the tiers and how they are decided as one act; when it matters for who is in which, everybody is decided for today. The
    action's id, None when nothing was different.

    A tier that is left out is withdrawn: who was in it gets what his figures reach. What the settings say of points is not touched.
    The errors of domain.tiers.checked_tiers; TierGone.
    """
    tidy = checked_tiers(drafts, settings)
    shop, state = session.scalars(select(Shop)).one(), _state(session)
    before, offered = LoyaltySettings.from_json(shop.loyalty), read_tiers(session)
    kept = replace(settings, allow_negative=before.allow_negative)
    if kept == before and tidy == tuple(TierDraft(tier.id, tier.fields) for tier in offered):
        return None
    is_decided = decides_anew(offered, before, tidy, kept)
    if is_decided:
        # What an undone act decided stays out of sight by its version, and goes for good when another act takes the number.
        session.execute(delete(CustomerTier).where(CustomerTier.version > state.tiers_version))
    with recorded(session, ActionKind.CHANGE_TIERS, now=now) as act:
        _write_tiers(session, tidy)
        shop.loyalty = kept.as_json()
        if is_decided:
            state.tiers_version += 1
            state.tiers_on = today
        elif not kept.tiers_on:
            state.tiers_on = None
    if is_decided:
        is_afresh = not before.tiers_on or (before.basis, before.period) != (kept.basis, kept.period)
        _decide(session, today, kept, is_afresh=is_afresh)
    mark_changed(session, Entity.POINTS)
    return act.action_id


def set_tier(session: Session, customer_id: int, tier_id: int | None, *, now: datetime, today: date, until: date | None = None) -> int:
    """Put a customer into a tier (None: into none) from today on, whatever the figures say, through `until` or until it is set again.
    The action's id. CustomerGone, TiersOff, TierGone, TierEndPassed.
    """
    settings = read_loyalty(session)
    if not settings.tiers_on:
        raise TiersOff
    if until is not None and until < today:
        raise TierEndPassed(field="until")
    tier = _offered(session, tier_id)
    amount, visits = _figures_of(session, customer_id, settings, today)
    return _append(session, customer_id, TierStanding(tier, today, TierReason.HAND, amount, visits, until), now=now)


def release_tier(session: Session, customer_id: int, *, now: datetime, today: date) -> int:
    """Let the figures of today decide over a tier set by hand. The action's id. CustomerGone, TiersOff, NotSetByHand."""
    settings = read_loyalty(session)
    if not settings.tiers_on:
        raise TiersOff
    current = read_standing(session, customer_id, today)
    if current.reason is not TierReason.HAND:
        raise NotSetByHand
    amount, visits = _figures_of(session, customer_id, settings, today)
    ended = replace(current, grace_until=today - timedelta(days=1))
    decided = next_tier_row(ended, amount, visits, read_tiers(session), settings, today)
    row = decided or TierStanding(current.tier, today, TierReason.KEPT, amount, visits)
    return _append(session, customer_id, row, now=now)


def _decide(session: Session, day: date, settings: LoyaltySettings, *, is_afresh: bool = False) -> dict[TierReason, int]:
    everything = read_tiers(session, with_inactive=True)
    plan = plan_tiers(session, day, read_tiers(session), settings, withdrawn=everything, is_afresh=is_afresh)
    version = read_version(session)
    rows = (_stored(customer, row, version) for customer, row in plan.added)
    insert_rows(session, cast("Table", CustomerTier.__table__), _COLUMNS, rows)
    counts = dict.fromkeys(TierReason, 0)
    for _customer, row in plan.added:
        if row.reason is not None:
            counts[row.reason] += 1
    return counts


def _stored(customer_id: int, row: TierStanding, version: int) -> tuple[Any, ...]:
    return (
        customer_id,
        None if row.tier is None else row.tier.id,
        None if row.since is None else day_number(row.since),
        None if row.reason is None else row.reason.value,
        row.amount,
        row.visits,
        None if row.grace_until is None else day_number(row.grace_until),
        version,
    )


def _write_tiers(session: Session, drafts: Sequence[TierDraft]) -> None:
    known = {tier.id: tier for tier in session.scalars(select(Tier))}
    kept = {draft.id for draft in drafts if draft.id is not None}
    if kept - known.keys():
        raise TierGone
    for tier in known.values():
        if tier.id not in kept and tier.is_active:
            tier.is_active = False
    for place, draft in enumerate(drafts):
        fields: TierFields = draft.fields
        values = {"position": place, "name": fields.name, "threshold": fields.threshold, "rate": fields.rate, "perks": fields.perks}
        if draft.id is None:
            session.add(Tier(**values, is_active=True))
            continue
        for name, value in {**values, "is_active": True}.items():
            if getattr(known[draft.id], name) != value:
                setattr(known[draft.id], name, value)


def _append(session: Session, customer_id: int, row: TierStanding, *, now: datetime) -> int:
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise CustomerGone
    with recorded(session, ActionKind.SET_TIER, now=now, name=customer.name) as act:
        session.add(
            CustomerTier(
                customer_id=customer_id,
                tier_id=None if row.tier is None else row.tier.id,
                day=row.since,
                reason=row.reason,
                amount=row.amount,
                visits=row.visits,
                grace_until=row.grace_until,
                version=read_version(session),
            )
        )
    return act.action_id


def _offered(session: Session, tier_id: int | None) -> TierRow | None:
    if tier_id is None:
        return None
    for tier in read_tiers(session):
        if tier.id == tier_id:
            return tier
    raise TierGone


def _figures_of(session: Session, customer_id: int, settings: LoyaltySettings, day: date) -> tuple[int, int]:
    figures = deciding_figures(session, day, settings, customer_id)
    return (int(figures.amount[0]), int(figures.visits[0])) if len(figures.customer) else (0, 0)


def _state(session: Session) -> LoyaltyState:
    state = session.get(LoyaltyState, 1)
    if state is None:
        state = LoyaltyState(id=1, tiers_version=0)
        session.add(state)
        session.flush()
    return state
