"""Points as money: what the shop owes now and on any day, when it lapses, how much of it is used, what the programme costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import CTE, ColumnElement, Integer, Select, case, distinct, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.periods import Period, add_months, day_number, month_of, month_start
from app.domain.point_money import (
    CostMonth,
    LapseMonth,
    NextLapse,
    OwedOn,
    PointMoney,
    ProgrammeCost,
    UsedShare,
    money_of_points,
    quick_days,
)
from app.domain.points import EntryKind, PointActKind, RuleFields, rule_on
from app.models.arrays import read_columns
from app.models.changes import cache_of
from app.models.customer import Customer, is_here, is_within_reach
from app.models.points import NO_POINTS, PointAct, PointEntry, PointLot, Reward
from app.models.summary import AnonymousMonth, MonthStat
from app.queries.points import counting, lots_on, rules

MONTHS = 12
# Of which ended lots the share used is learned, and how long points without end are given to be used.
LEARN_DAYS = 730
ENDLESS_DAYS = 365
_PART = 500
_KINDS = {EntryKind.REDEEM: 0, EntryKind.EARN: 1}
_DAY = type_coerce(PointEntry.day, Integer)


def point_money(session: Session, today: date) -> PointMoney:
    """Everything the page of points says in money."""
    value = point_value_on(session, today)
    used = used_share(session, today)
    lapses, following = _lapses(session, today, value)
    points = sum(lapse.points for lapse in lapses)
    return PointMoney(
        day=today,
        members=session.scalar(select(func.count()).select_from(Customer).where(is_here())) or 0,
        points=points,
        point_value=value,
        owed=money_of_points(points, value),
        used=used,
        expected=money_of_points(max(0, points), value, used.share),
        lapses=lapses,
        next_lapse=following,
        months=cost_per_month(session, today),
        balance_days=tuple(owed_on(session, day) for day in quick_days(today)),
    )


def point_value_on(session: Session, day: date) -> int:
    """What a point pays for on a day, in minor units: as the rule of the day says, else the newest."""
    versions = rules(session)
    rule = rule_on(versions, day)
    if rule is not None:
        return rule.fields.point_value
    return versions[-1].fields.point_value if versions else RuleFields().point_value


def owed_on(session: Session, day: date) -> OwedOn:
    """What all customers had at the end of a day: the sum of the ledger up to it, at the worth of that day."""
    points = session.scalar(select(func.sum(lots_on(day).subquery().c.points))) or 0
    return OwedOn(day, points, money_of_points(points, point_value_on(session, day)))


def programme_cost(session: Session, period: Period) -> ProgrammeCost:
    """What points cost the shop within a period: used points at what they paid for, rewards at cost."""
    return _cost(_moves(session, period), _rewards(session, period), period)


def points_cost_of(session: Session, customer_ids: Sequence[int], period: Period) -> ProgrammeCost:
    """The same of some customers."""
    total = ProgrammeCost()
    for start in range(0, len(customer_ids), _PART):
        part = customer_ids[start : start + _PART]
        found = _cost(_moves(session, period, part), _rewards(session, period, part), period)
        total = ProgrammeCost(*(getattr(total, name) + getattr(found, name) for name in ProgrammeCost.__dataclass_fields__))
    return total


@dataclass(frozen=True, slots=True)
class PointCosts:
    """What points cost the shop, each time: whose they were, on which day (day number), and what they paid for or what the reward cost,
    minor units. What was taken back stands below zero."""

    customer: Ints
    day: Ints
    money: Ints


def point_costs(session: Session, period: Period, customer_ids: Sequence[int] | None = None) -> PointCosts:
    """programme_cost within a period, customer by customer; of everybody, or of some."""
    parts: list[PointCosts] = []
    for chosen in [None] if customer_ids is None else [customer_ids[at : at + _PART] for at in range(0, len(customer_ids), _PART)]:
        moves, rewards = _moves(session, period, chosen), _rewards(session, period, chosen)
        paid = moves.is_paid()
        parts.append(PointCosts(moves.customer[paid], moves.day[paid], -(moves.points * moves.value)[paid]))
        parts.append(PointCosts(rewards.customer, rewards.day, rewards.cost))
    nothing = np.empty(0, dtype=np.int64)
    customer, day, money = (np.concatenate([getattr(part, name) for part in parts] or [nothing]) for name in ("customer", "day", "money"))
    return PointCosts(customer, day, money)


@dataclass(frozen=True, slots=True)
class PointUse:
    """Of some points given: how many were used, and how many had neither been used nor lapsed."""

    used: int
    left: int


def use_of_acts(session: Session, acts: Select[Any], end: date) -> PointUse:
    """Of the points that some acts (a query of their ids) gave, before the day `end`."""
    given = select(PointEntry.lot_id).where(PointEntry.act_id.in_(acts), PointEntry.points > 0, PointEntry.reverses_id.is_(None))
    is_theirs = PointLot.id.in_(given) & (PointEntry.day < end)
    sums = _by_kind(session, is_theirs)
    counts = is_theirs & (PointLot.expires.is_(None) | (PointLot.expires >= end))
    left = session.scalar(select(func.sum(PointEntry.points)).join(PointLot, PointLot.id == PointEntry.lot_id).where(counts))
    return PointUse(max(0, -sums.get(EntryKind.REDEEM, 0)), max(0, left or 0))


def cost_per_month(session: Session, today: date, months: int = MONTHS) -> tuple[CostMonth, ...]:
    """The last finished months, oldest first."""
    periods = finished_months(today, months)
    whole = Period(periods[0].start, periods[-1].end)
    moves, rewards = _moves(session, whole), _rewards(session, whole)
    return tuple(CostMonth(period, _cost(moves, rewards, period), net_sales(session, period)) for period in periods)


def finished_months(today: date, months: int = MONTHS) -> list[Period]:
    return [month_of(add_months(month_start(today), back - months)) for back in range(months)]


def net_sales(session: Session, period: Period) -> int:
    """Of whole months, sales without a customer included."""
    first, last = (day.year * 12 + day.month - 1 for day in (period.start, period.end))
    tables = (MonthStat, AnonymousMonth)
    return sum(session.scalar(select(func.sum(t.amount)).where(t.month >= first, t.month < last)) or 0 for t in tables)


def used_share(session: Session, today: date) -> UsedShare:
    """How much was used of the points whose last day came within two years; points without end have a year to be used."""

    def build() -> UsedShare:
        day, expires = PointLot.day, PointLot.expires
        since = today - timedelta(days=LEARN_DAYS)
        ended = (expires < today) & (expires >= since)
        old = expires.is_(None) & (day <= today - timedelta(days=ENDLESS_DAYS)) & (day > since - timedelta(days=ENDLESS_DAYS))
        is_over = (ended | old) & (PointLot.left >= 0)
        lots = session.scalar(select(func.count()).where(is_over)) or 0
        left = session.scalar(select(func.sum(PointLot.left)).where(is_over)) or 0
        sums = _by_kind(session, is_over)
        return UsedShare(max(0, -sums.get(EntryKind.REDEEM, 0)), max(0, left - sums.get(EntryKind.EXPIRE, 0)), lots)

    return cache_of(session).get(f"points used {today}", {Entity.POINTS}, build)


def point_holders(session: Session, day: date) -> Ints:
    """Who had points at the end of a day."""
    lots = lots_on(day).subquery()
    return read_columns(session, select(lots.c.customer_id).group_by(lots.c.customer_id).having(func.sum(lots.c.points) > 0))[0]


def points_lapsing(session: Session, period: Period, *, within_reach: bool = False) -> Ints:
    """Who has open points whose last valid day lies within a period; `within_reach`: of those who can be contacted alone."""
    query = select(PointLot.customer_id).distinct().where(PointLot.left > NO_POINTS, *_within(PointLot.expires, period))
    if within_reach:
        query = query.join(Customer, Customer.id == PointLot.customer_id).where(is_within_reach())
    return read_columns(session, query)[0]


def point_users(session: Session, period: Period) -> Ints:
    """Who paid with points or changed them into a reward within a period."""
    query = select(PointLot.customer_id).distinct().join(PointEntry, PointEntry.lot_id == PointLot.id)
    return read_columns(session, query.where(PointEntry.kind == EntryKind.REDEEM, *_within(PointEntry.day, period)))[0]


# ---- inner workings ----


@dataclass(frozen=True, slots=True)
class _Moves:
    """Entries, each with the kind (in _KINDS) and rule of the entry it goes back to in the end."""

    customer: Ints
    day: Ints
    points: Ints
    kind: Ints
    of_purchase: Ints
    value: Ints

    def within(self, period: Period) -> _Moves:
        hit = (self.day >= day_number(period.start)) & (self.day < day_number(period.end))
        return _Moves(*(getattr(self, name)[hit] for name in _Moves.__dataclass_fields__))

    def is_paid(self) -> NDArray[np.bool_]:
        """Which of them paid for a part of a purchase, or took such a payment back."""
        paid: NDArray[np.bool_] = (self.kind == _KINDS[EntryKind.REDEEM]) & (self.of_purchase == 1)
        return paid


@dataclass(frozen=True, slots=True)
class _Rewards:
    customer: Ints
    day: Ints
    cost: Ints


def _cost(moves: _Moves, rewards: _Rewards, period: Period) -> ProgrammeCost:
    here = moves.within(period)
    paid = here.is_paid()
    granted = here.kind == _KINDS[EntryKind.EARN]
    given = (rewards.day >= day_number(period.start)) & (rewards.day < day_number(period.end))
    return ProgrammeCost(
        used_points=-int(here.points[paid].sum()),
        used_money=-int((here.points * here.value)[paid].sum()),
        rewards=int(np.count_nonzero(given)),
        reward_cost=int(rewards.cost[given].sum()),
        granted_points=int(here.points[granted].sum()),
    )


def _moves(session: Session, period: Period, customer_ids: Sequence[int] | None = None) -> _Moves:
    """What was earned and used, and what was taken back of either, with the point value under which it was."""
    values = {row.id: row.fields.point_value for row in rules(session)}
    parts = []
    for query in _root_queries(period, customer_ids):
        parts.append(read_columns(session, query))
    customer, day, points, kind, of_purchase, rule = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    ids, where = np.unique(rule, return_inverse=True)
    worth = np.array([values.get(int(number), 1) for number in ids], dtype=np.int64)
    return _Moves(customer, day, points, kind, of_purchase, worth[where] if len(ids) else rule)


def _root_queries(period: Period, customer_ids: Sequence[int] | None) -> list[Select[*tuple[Any, ...]]]:
    entry, root, chain = PointEntry, aliased(PointEntry), _reversals(period)
    direct = select(*_columns(entry)).where(entry.kind.in_(_KINDS))
    taken_back = select(*_columns(root)).select_from(entry).join(chain, chain.c.id == entry.id)
    taken_back = taken_back.join(root, root.id == chain.c.parent).where(root.kind.in_(_KINDS))
    joined = (query.join(PointLot, PointLot.id == entry.lot_id) for query in (direct, taken_back))
    queries = [query.where(*_within(entry.day, period)) for query in joined]
    return queries if customer_ids is None else [query.where(PointLot.customer_id.in_(customer_ids)) for query in queries]


def _columns(root: type[PointEntry]) -> tuple[ColumnElement[Any], ...]:
    """Customer, day and points of an entry, kind and rule of the one it goes back to."""
    kind = case({known.value: number for known, number in _KINDS.items()}, value=root.kind)
    of_purchase = case((root.purchase_id.is_not(None), 1), else_=0)
    customer, points = type_coerce(PointLot.customer_id, Integer), type_coerce(PointEntry.points, Integer)
    return customer, _DAY, points, kind, of_purchase, func.coalesce(root.rule_id, 0)


def _reversals(period: Period | None = None) -> CTE:
    """Every reversing entry with all it goes back to: rows (id, parent)."""
    start = select(PointEntry.id, PointEntry.reverses_id.label("parent")).where(PointEntry.reverses_id.is_not(None))
    if period is not None:
        start = start.where(*_within(PointEntry.day, period))
    chain = start.cte("reversal", recursive=True)
    further = aliased(PointEntry)
    step = select(chain.c.id, further.reverses_id).join(further, further.id == chain.c.parent).where(further.reverses_id.is_not(None))
    return chain.union_all(step)


def _by_kind(session: Session, condition: ColumnElement[bool]) -> dict[EntryKind, int]:
    """The points of the lots for which `condition` holds, by the kind of entry they go back to."""
    entry, root, chain = PointEntry, aliased(PointEntry), _reversals()
    points = func.sum(entry.points)
    direct = select(entry.kind, points).where(entry.reverses_id.is_(None)).group_by(entry.kind)
    taken_back = select(root.kind, points).select_from(entry).join(chain, chain.c.id == entry.id)
    taken_back = taken_back.join(root, root.id == chain.c.parent).where(root.reverses_id.is_(None)).group_by(root.kind)
    sums: dict[EntryKind, int] = {}
    for part in (direct, taken_back):
        for kind, found in session.execute(part.join(PointLot, PointLot.id == entry.lot_id).where(condition)):
            sums[kind] = sums.get(kind, 0) + found
    return sums


def _rewards(session: Session, period: Period, customer_ids: Sequence[int] | None = None) -> _Rewards:
    query = select(PointAct.customer_id, type_coerce(PointAct.day, Integer), Reward.cost).join(Reward, Reward.id == PointAct.reward_id)
    query = query.where(PointAct.kind == PointActKind.REWARD, *_within(PointAct.day, period))
    if customer_ids is not None:
        query = query.where(PointAct.customer_id.in_(customer_ids))
    return _Rewards(*read_columns(session, query))


def _lapses(session: Session, today: date, value: int) -> tuple[tuple[LapseMonth, ...], NextLapse | None]:
    """Open points by the month of their last day, and the next day on which some lapse. What stands below zero after its last day
    stays."""
    query = select(PointLot.expires, func.sum(PointLot.left), func.count(distinct(PointLot.customer_id)))
    by_month: dict[date | None, int] = {}
    following: NextLapse | None = None
    is_open = (PointLot.left != NO_POINTS, counting(today, PointLot.left))
    for last, points, people in session.execute(query.where(*is_open).group_by(PointLot.expires)):
        month = None if last is None or last < today else month_start(last)
        by_month[month] = by_month.get(month, 0) + points
        if last is not None and last >= today and points > 0 and (following is None or last < following.day):
            following = NextLapse(last, people, points)
    months = sorted(by_month, key=lambda month: (month is None, month or date.max))
    return tuple(LapseMonth(month, by_month[month], money_of_points(by_month[month], value)) for month in months), following


def _within(column: InstrumentedAttribute[Any], period: Period) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return column >= period.start, column < period.end
