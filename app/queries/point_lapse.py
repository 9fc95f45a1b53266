"""Points about to lapse, and who has points at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.periods import Period
from app.domain.point_lapse import LapseList, LapseRow, notice_until
from app.models.customer import Customer, is_here, is_within_reach
from app.models.point_rows import ever_had_points
from app.models.points import NO_POINTS, LoyaltyState, PointLot
from app.queries.follow_ups import next_follow_ups

_AT_ONCE = 500


def lapsing(session: Session, today: date, *, until: date | None = None, limit: int | None = None) -> LapseList:
    """Whose points have a last valid day from `today` up to `until` (None: see notice_until); at most `limit` rows."""
    if until is None:
        first = session.scalar(select(func.min(PointLot.expires)).where(PointLot.left > NO_POINTS, PointLot.expires >= today))
        if first is None:
            return LapseList()
        until = notice_until(today, first)
    period = Period(today, until + timedelta(days=1))
    found = session.execute(_lapsing(period)).all()
    shown = found if limit is None else found[:limit]
    balances = balances_of(session, [row[0] for row in shown])
    planned = next_follow_ups(session, [row[0] for row in shown])
    rows = tuple(
        LapseRow(number, name, kind is CustomerKind.COMPANY, int(points), cast("date", last_day), balances[number], planned.get(number))
        for number, name, kind, points, last_day in shown
    )
    gone, quiet = _out_of_reach(session, period)
    return LapseList(until, rows, tuple(row[0] for row in found), sum(int(row[3]) for row in found), gone, quiet)


def lapsing_of(session: Session, customer_ids: Sequence[int], today: date) -> dict[int, tuple[int, date]]:
    """(points, last valid day) that each of these customers loses next, those of one day together."""
    found: dict[int, tuple[int, date]] = {}
    query = select(PointLot.customer_id, PointLot.expires, func.sum(PointLot.left)).where(
        PointLot.left > NO_POINTS, PointLot.expires >= today
    )
    query = query.group_by(PointLot.customer_id, PointLot.expires).order_by(PointLot.expires)
    for start in range(0, len(customer_ids), _AT_ONCE):
        for number, last_day, points in session.execute(
            query.where(PointLot.customer_id.in_(list(customer_ids[start : start + _AT_ONCE])))
        ):
            if last_day is not None:
                found.setdefault(number, (int(points), last_day))
    return found


def lapses_within(session: Session, period: Period, *, within_reach: bool = False) -> dict[int, tuple[int, date]]:
    """By customer how many points have their last valid day within the period, and the first of these days; `within_reach`: of those
    alone for whom something can be planned."""
    query = select(PointLot.customer_id, func.sum(PointLot.left), func.min(PointLot.expires)).where(*_open(period))
    if within_reach:
        query = query.join(Customer, Customer.id == PointLot.customer_id).where(is_within_reach())
    rows = session.execute(query.group_by(PointLot.customer_id))
    return {number: (int(points), cast("date", first)) for number, points, first in rows}


def balances_of(session: Session, customer_ids: Sequence[int]) -> dict[int, int]:
    """What each of these customers has now; who never had points is missing."""
    found: dict[int, int] = {}
    for start in range(0, len(customer_ids), _AT_ONCE):
        part = list(customer_ids[start : start + _AT_ONCE])
        query = select(PointLot.customer_id, func.sum(PointLot.left)).where(PointLot.customer_id.in_(part)).group_by(PointLot.customer_id)
        found.update({number: int(points) for number, points in session.execute(query)})
    return found


def customers_with_points(session: Session) -> dict[int, str]:
    """Everybody in the ledger, by id: the customer number, or "#" and the id without one."""
    query = select(Customer.id, Customer.code).where(Customer.id.in_(select(PointLot.customer_id).distinct())).order_by(Customer.id)
    return {number: code or f"#{number}" for number, code in session.execute(query)}


def is_day_begun(session: Session, today: date) -> bool:
    """Whether points that lapsed before `today` were taken off already; also where nobody ever had points."""
    if not ever_had_points(session):
        return True
    return session.scalar(select(LoyaltyState.lapsed_to)) == today


def _lapsing(period: Period) -> Select[int, str, CustomerKind, int, date | None]:
    points = func.sum(PointLot.left)
    query = select(Customer.id, Customer.name, Customer.kind, points, func.min(PointLot.expires))
    query = query.join(PointLot, PointLot.customer_id == Customer.id).where(*_open(period), is_within_reach())
    return query.group_by(Customer.id).order_by(points.desc(), Customer.sort_key, Customer.id)


def _out_of_reach(session: Session, period: Period) -> tuple[int, int]:
    """How many are archived, dead or left, and how many of the others want no contact."""
    losing = select(PointLot.customer_id).where(*_open(period))
    query = select(func.count(), func.count().filter(~is_here())).select_from(Customer)
    everybody, gone = session.execute(query.where(Customer.id.in_(losing), ~is_within_reach())).one()
    return gone, everybody - gone


def _open(period: Period) -> tuple[ColumnElement[bool], ...]:
    """Lots with points whose last valid day lies within the period."""
    return PointLot.left > NO_POINTS, PointLot.expires >= period.start, PointLot.expires < period.end
