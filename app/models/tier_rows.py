"""What the tables say of tiers: settings, the tiers themselves, who is in which on a day, and the figures that decide.

Arrays are ascending by customer; tier 0 stands for none, days are day numbers, NO_DAY for none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, Select, case, distinct, func, select, type_coerce
from sqlalchemy.orm import Session

from app.domain.periods import Period, add_months, month_start
from app.domain.summary import number_of_month
from app.domain.tiers import NO_STANDING, STANDARD_RATE, LoyaltySettings, TierFields, TierReason, TierRow, TierStanding
from app.models.arrays import read_columns
from app.models.points import CustomerTier, LoyaltyState, Tier
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.models.summary import CustomerMonth

Ints = NDArray[np.int64]
NO_DAY = -(10**6)
REASONS = tuple(TierReason)


@dataclass(frozen=True, slots=True)
class TierColumns:
    """The row that counts of everybody who ever had one. `reason` is a position in REASONS."""

    customer: Ints
    tier: Ints
    day: Ints
    reason: Ints
    amount: Ints
    visits: Ints
    grace_until: Ints


@dataclass(frozen=True, slots=True)
class TiersOn:
    """Who is in which tier; somebody without one may be missing. `rate` in per cent of the points earned."""

    customer: Ints
    tier: Ints
    rate: Ints
    names: dict[int, str]

    def rate_of(self, ids: Ints) -> Ints:
        """The rates of these customers: int64[n]."""
        where = self._places(ids)
        return np.where(where >= 0, self.rate[np.maximum(where, 0)], STANDARD_RATE) if len(self.rate) else np.full(len(ids), STANDARD_RATE)

    def name_of(self, customer_id: int) -> str:
        """The tier's name, empty for none."""
        where = int(self._places(np.array([customer_id], dtype=np.int64))[0])
        return self.names.get(int(self.tier[where]), "") if where >= 0 else ""

    def _places(self, ids: Ints) -> Ints:
        if not len(self.customer):
            return np.full(len(ids), -1, dtype=np.int64)
        where = np.minimum(np.searchsorted(self.customer, ids), len(self.customer) - 1)
        return np.where(self.customer[where] == ids, where, -1)


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """Net sales and occasions of everybody who bought within a period."""

    customer: Ints
    amount: Ints
    visits: Ints


def read_loyalty(session: Session) -> LoyaltySettings:
    stored = session.scalar(select(Shop.loyalty))
    return LoyaltySettings.from_json(stored or {})


def read_version(session: Session) -> int:
    """The version of the settings in force; rows of a higher one were undone."""
    return session.scalar(select(LoyaltyState.tiers_version)) or 0


def read_tiers(session: Session, *, with_inactive: bool = False) -> tuple[TierRow, ...]:
    """Lowest first."""
    query = select(Tier.id, Tier.position, Tier.name, Tier.threshold, Tier.rate, Tier.perks).order_by(Tier.threshold, Tier.id)
    if not with_inactive:
        query = query.where(Tier.is_active.is_(True))
    return tuple(TierRow(row.id, row.position, TierFields(row.name, row.threshold, row.rate, row.perks)) for row in session.execute(query))


def tier_of(session: Session, customer_id: int, day: date) -> tuple[str, int]:
    """The name and rate of a customer's tier on a day; ("", 100) in none or while the shop uses no tiers."""
    if not read_loyalty(session).tiers_on:
        return "", STANDARD_RATE
    query = select(Tier.name, Tier.rate).where(
        Tier.id == latest_of(session, customer_id, day).with_only_columns(CustomerTier.tier_id).scalar_subquery()
    )
    found = session.execute(query).one_or_none()
    return ("", STANDARD_RATE) if found is None else (found.name, found.rate)


def read_tier_history(session: Session) -> dict[int, list[tuple[int, str, int]]]:
    """By customer the day numbers from which a tier holds, with its name and rate, in order; empty while the shop uses no tiers."""
    if not read_loyalty(session).tiers_on:
        return {}
    day = type_coerce(CustomerTier.day, Integer)
    query = select(CustomerTier.customer_id, day, Tier.name, Tier.rate).outerjoin(Tier, Tier.id == CustomerTier.tier_id)
    history: dict[int, list[tuple[int, str, int]]] = {}
    for customer, since, name, rate in session.execute(_counting(session, query).order_by(CustomerTier.day, CustomerTier.id)):
        history.setdefault(customer, []).append((since, name or "", rate or STANDARD_RATE))
    return history


def read_standing(session: Session, customer_id: int, day: date) -> TierStanding:
    """The row that counts on a day."""
    row = session.execute(latest_of(session, customer_id, day)).one_or_none()
    if row is None:
        return NO_STANDING
    tiers = {tier.id: tier for tier in read_tiers(session, with_inactive=True)}
    return TierStanding(tiers.get(row.tier_id), row.day, row.reason, row.amount, row.visits, row.grace_until)


def held_since(session: Session, customer_id: int, day: date) -> date | None:
    """Since when the customer has had, without a break, the tier he has on a day."""
    query = select(CustomerTier.tier_id, CustomerTier.day).where(CustomerTier.customer_id == customer_id, CustomerTier.day <= day)
    since, current = None, None
    for place, row in enumerate(session.execute(_counting(session, query).order_by(CustomerTier.day.desc(), CustomerTier.id.desc()))):
        if place == 0:
            current = row.tier_id
        if row.tier_id != current:
            break
        since = row.day
    return since if current is not None else None


def tier_changes(session: Session, customer_id: int) -> list[tuple[int, date, str]]:
    """Row, day and name (empty: none) of every change of a customer's tier, oldest first; grace is no change."""
    query = select(CustomerTier.id, CustomerTier.day, Tier.name).outerjoin(Tier, Tier.id == CustomerTier.tier_id)
    query = _counting(session, query.where(CustomerTier.customer_id == customer_id)).order_by(CustomerTier.day, CustomerTier.id)
    changes: list[tuple[int, date, str]] = []
    for number, day, name in session.execute(query):
        if (name or "") != (changes[-1][2] if changes else ""):
            changes.append((number, day, name or ""))
    return changes


def latest_of(session: Session, customer_id: int, day: date) -> Select[*tuple[Any, ...]]:
    """The row that counts of one customer on a day."""
    columns = (
        CustomerTier.tier_id,
        CustomerTier.day,
        CustomerTier.reason,
        CustomerTier.amount,
        CustomerTier.visits,
        CustomerTier.grace_until,
    )
    query = select(*columns).where(CustomerTier.customer_id == customer_id, CustomerTier.day <= day)
    return _counting(session, query).order_by(CustomerTier.day.desc(), CustomerTier.id.desc()).limit(1)


def read_tier_columns(session: Session, day: date) -> TierColumns:
    """The row that counts on a day of everybody."""
    row = CustomerTier
    reason = case({name.value: place for place, name in enumerate(REASONS)}, value=row.reason, else_=0)
    query = select(
        row.customer_id,
        row.id,
        func.coalesce(row.tier_id, 0),
        type_coerce(row.day, Integer),
        reason,
        row.amount,
        row.visits,
        func.coalesce(type_coerce(row.grace_until, Integer), NO_DAY),
    ).where(row.day <= day)
    customer, number, *rest = read_columns(session, _counting(session, query))
    order = np.lexsort((number, rest[1], customer))
    customer = customer[order]
    is_last = np.append(customer[1:] != customer[:-1], [True] * min(1, len(customer))).astype(np.bool_)
    return TierColumns(customer[is_last], *(column[order][is_last] for column in rest))


def read_tiers_on(session: Session, day: date) -> TiersOn:
    """Everybody's tier and rate on a day; empty while the shop uses no tiers."""
    empty = np.empty(0, dtype=np.int64)
    if not read_loyalty(session).tiers_on:
        return TiersOn(empty, empty, empty, {})
    tiers = read_tiers(session, with_inactive=True)
    columns = read_tier_columns(session, day)
    rates = np.full(len(columns.customer), STANDARD_RATE, dtype=np.int64)
    for tier in tiers:
        rates[columns.tier == tier.id] = tier.fields.rate
    return TiersOn(columns.customer, columns.tier, rates, {tier.id: tier.fields.name for tier in tiers})


def read_figures(session: Session, period: Period, customer_id: int | None = None) -> FigureColumns:
    """Net sales and occasions within a period, of one customer or of all: whole months from the table of months, the days before
    and after them from the purchases."""
    first = month_start(period.start) if period.start.day == 1 else add_months(month_start(period.start), 1)
    last = month_start(period.end)
    parts: list[Sequence[Ints]] = []
    if first < last:
        month = select(CustomerMonth.customer_id, func.sum(CustomerMonth.amount), func.sum(CustomerMonth.n))
        month = month.where(CustomerMonth.month >= number_of_month(first), CustomerMonth.month < number_of_month(last))
        parts.append(_read(session, month, CustomerMonth.customer_id, customer_id))
    edges = [(period.start, min(first, period.end)), (max(last, first), period.end)]
    for start, end in edges:
        if start < end:
            parts.append(_read(session, _bought(start, end), Purchase.customer_id, customer_id))
    return _added_up(parts)


def _bought(start: date, end: date) -> Select[*tuple[Any, ...]]:
    day = type_coerce(Purchase.day, Integer)
    occasions = func.count(distinct(case((Purchase.net > 0, day))))
    query = select(Purchase.customer_id, func.sum(Purchase.amount), occasions)
    return query.where(Purchase.customer_id.is_not(None), Purchase.day >= start, Purchase.day < end)


def _read(session: Session, query: Select[*tuple[Any, ...]], owner: Any, customer_id: int | None) -> list[Ints]:
    if customer_id is not None:
        query = query.where(owner == customer_id)
    return read_columns(session, query.group_by(owner))


def _added_up(parts: Sequence[Sequence[Ints]]) -> FigureColumns:
    empty = np.empty(0, dtype=np.int64)
    if not parts:
        return FigureColumns(empty, empty, empty)
    everyone, where = np.unique(np.concatenate([part[0] for part in parts]), return_inverse=True)
    sums = []
    for place in (1, 2):
        total = np.zeros(len(everyone), dtype=np.int64)
        np.add.at(total, where, np.concatenate([part[place] for part in parts]))
        sums.append(total)
    return FigureColumns(everyone, sums[0], sums[1])


def _counting(session: Session, query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.where(CustomerTier.version <= read_version(session))
