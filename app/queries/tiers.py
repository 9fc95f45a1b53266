"""Tiers as the window shows them: who is in which, why, and what the next deciding day will bring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.tiers import (
    NO_STANDING,
    CustomerTier,
    LoyaltySettings,
    TierBasis,
    TierBoard,
    TierDraft,
    TierLine,
    TierMove,
    TierPreview,
    TierReason,
    TierRow,
    TierStanding,
    decides_anew,
    next_deciding_day,
    next_tier_row,
)
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer, is_here
from app.models.shop import Shop
from app.models.tier_plan import TierPlan, deciding_figures, plan_tiers
from app.models.tier_rows import (
    Ints,
    TierColumns,
    TiersOn,
    held_since,
    read_loyalty,
    read_standing,
    read_tier_columns,
    read_tiers,
    read_tiers_on,
)

_SOURCES = (Entity.PURCHASE, Entity.CUSTOMER, Entity.POINTS, Entity.SHOP)


def tiers(session: Session) -> tuple[TierRow, ...]:
    """Those offered, highest first."""
    return read_tiers(session)[::-1]


def tier_on(session: Session, customer_id: int, day: date) -> TierStanding:
    """A customer's tier on a day, as it was decided then; in none while the shop uses no tiers."""
    if not read_loyalty(session).tiers_on:
        return NO_STANDING
    return read_standing(session, customer_id, day)


def tiers_on(session: Session, day: date) -> TiersOn:
    return read_tiers_on(session, day)


def tier_board(session: Session, today: date) -> TierBoard:
    """Every tier with how many are in it today and what the next deciding day brings as things stand."""
    settings = read_loyalty(session)
    offered = tiers(session)
    present = _present(session)
    next_day = next_deciding_day(today)
    currency = session.scalars(select(Shop.currency)).one()
    if not settings.tiers_on:
        unused = (*(TierLine(tier, 0) for tier in offered), TierLine(None, len(present)))
        return TierBoard(settings, next_day, unused, len(present), currency)
    columns = _columns(session, today)
    here = np.isin(columns.customer, present)
    moves = {move: _movers(session, today, move) for move in TierMove}
    rows = []
    for tier in offered:
        ups, downs, graced = (np.count_nonzero(moves[move] == tier.id) for move in TierMove)
        rows.append(TierLine(tier, int(np.count_nonzero(here & (columns.tier == tier.id))), int(ups), int(downs), int(graced)))
    nobody = len(present) - sum(row.count for row in rows)
    return TierBoard(settings, next_day, (*rows, TierLine(None, nobody)), len(present), currency)


def people_in(session: Session, tier_id: int | None, day: date) -> Ints:
    """The customers in a tier (None: in no offered one) on a day, neither archived nor gone, ascending."""
    present = _present(session)
    columns = _columns(session, day)
    offered = [tier.id for tier in read_tiers(session)]
    if tier_id is None:
        return np.setdiff1d(present, columns.customer[np.isin(columns.tier, offered)], assume_unique=True)
    return np.intersect1d(present, columns.customer[columns.tier == tier_id], assume_unique=True)


def people_moving(session: Session, tier_id: int, move: TierMove, today: date) -> Ints:
    """Whom the next deciding day moves into a tier, out of it or into grace as things stand, ascending."""
    present, moving = _present(session), _movers(session, today, move)
    found: Ints = present[moving == tier_id]
    return found


def tier_view(session: Session, customer_id: int, today: date) -> CustomerTier:
    """One customer's tier with what decided it and what the next deciding day will bring."""
    settings = read_loyalty(session)
    offered = read_tiers(session)
    standing = read_standing(session, customer_id, today)
    day = next_deciding_day(today)
    figures = deciding_figures(session, day, settings, customer_id)
    amount, visits = (int(figures.amount[0]), int(figures.visits[0])) if len(figures.customer) else (0, 0)
    current = 0 if standing.tier is None else standing.tier.fields.threshold
    higher = next((tier for tier in offered if tier.fields.threshold > current), None)
    figure = amount if settings.basis is TierBasis.SPEND else visits
    coming = next_tier_row(standing, amount, visits, offered, settings, day) if settings.tiers_on else None
    return CustomerTier(
        settings=settings,
        standing=standing,
        held_since=held_since(session, customer_id, today),
        next_day=day,
        amount=amount,
        visits=visits,
        next_tier=higher,
        missing=0 if higher is None else max(0, higher.fields.threshold - figure),
        coming=coming,
        currency=session.scalars(select(Shop.currency)).one(),
        rank=sum(tier.fields.threshold > current for tier in offered) if standing.tier is not None else len(offered),
        offered=offered[::-1],
    )


def preview_tiers(session: Session, drafts: Sequence[TierDraft], settings: LoyaltySettings, today: date) -> TierPreview:
    """What tiers not yet saved would make of today's customers. Drafts without a threshold or with one twice count as typed."""
    everything = read_tiers(session, with_inactive=True)
    free = max((tier.id for tier in everything), default=0) + 1
    typed = tuple(TierRow(draft.id or free + place, place, draft.fields) for place, draft in enumerate(drafts))
    before, present = read_loyalty(session), _present(session)
    if not decides_anew(read_tiers(session), before, drafts, settings):
        columns = _columns(session, today)
        here = np.isin(columns.customer, present)
        counts = tuple(int(np.count_nonzero(here & (columns.tier == tier.id))) for tier in typed)
        return TierPreview(counts, len(present) - sum(counts), 0, is_decided=False)
    is_afresh = not before.tiers_on or (before.basis, before.period) != (settings.basis, settings.period)
    plan = plan_tiers(session, today, typed, settings, withdrawn=everything, is_afresh=is_afresh)
    here = np.isin(plan.customer, present)
    counts = tuple(int(np.count_nonzero(here & (plan.tier == tier.id))) for tier in typed)
    in_grace = sum(row.reason is TierReason.GRACE for customer, row in plan.added if _contains(present, customer))
    return TierPreview(counts, len(present) - sum(counts), in_grace, is_decided=True)


def _contains(ascending: Ints, customer: int) -> bool:
    where = int(np.searchsorted(ascending, customer))
    return where < len(ascending) and int(ascending[where]) == customer


def _movers(session: Session, today: date, move: TierMove) -> Ints:
    """Of each of `_present`: the tier he moves into (UP), out of (DOWN) or is only kept in (GRACE) on the next deciding day; 0."""

    def build() -> dict[TierMove, Ints]:
        present = _present(session)
        plan = plan_tiers(
            session,
            next_deciding_day(today),
            read_tiers(session),
            read_loyalty(session),
            withdrawn=read_tiers(session, with_inactive=True),
        )
        return _moves_of(plan, present)

    if changed_in(session):
        return build()[move]
    return cache_of(session).get(f"tier moves after {today}", _SOURCES, build)[move]


def _moves_of(plan: TierPlan, present: Ints) -> dict[TierMove, Ints]:
    found = {move: np.zeros(len(present), dtype=np.int64) for move in TierMove}
    for customer, row in plan.added:
        if not _contains(present, customer):
            continue
        where = int(np.searchsorted(present, customer))
        before = int(plan.before[np.searchsorted(plan.customer, customer)])
        if row.reason is TierReason.UP and row.tier is not None:
            found[TierMove.UP][where] = row.tier.id
        elif row.reason is TierReason.DOWN:
            found[TierMove.DOWN][where] = before
        elif row.reason is TierReason.GRACE:
            found[TierMove.GRACE][where] = before
    return found


def _columns(session: Session, day: date) -> TierColumns:
    if changed_in(session):
        return read_tier_columns(session, day)
    return cache_of(session).get(f"tiers on {day}", _SOURCES, lambda: read_tier_columns(session, day))


def _present(session: Session) -> Ints:
    """Customers who are neither archived nor dead nor have left, ascending."""

    def build() -> Ints:
        query = select(Customer.id).where(is_here())
        return np.sort(read_columns(session, query)[0])

    return build() if changed_in(session) else cache_of(session).get("customers present", (Entity.CUSTOMER,), build)
