"""How voices are seen to: the share solved within 30 days, and how long the first reply takes."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.inquiry_people import VoicesOf
from app.domain.periods import Period
from app.domain.rates import ENOUGH, rate_of
from app.domain.tiles import TileNote
from app.models.inquiries import Inquiry
from app.queries.figure_scope import Scope, ids_in
from app.queries.inquiry_figures import SOLVED_WITHIN
from app.queries.measured import Measured, of_rate
from app.queries.shop import shop_zone


def solved(session: Session, scope: Scope) -> Measured:
    """Of the voices whose 30 days ended within the period: what may still be solved in time counts in neither."""
    ended = Period(scope.period.start - SOLVED_WITHIN, max(scope.end, scope.period.start) - SOLVED_WITHIN)
    only = _only(session, scope)
    rows = [
        closed is not None and closed - received <= SOLVED_WITHIN
        for customer, received, closed in _received(session, ended)
        if only is None or customer in only
    ]
    return of_rate(rate_of(sum(rows), len(rows)), scope.names(VoicesOf(ended), scope.period.start))


def first_reply(session: Session, scope: Scope) -> Measured:
    """Hours from receiving to the first reply, on average over the voices that were first replied to within the period."""
    only = _only(session, scope)
    hours = [
        max(0.0, (replied - received) / timedelta(hours=1))
        for customer, received, replied in _replied(session, scope.counted)
        if only is None or customer in only
    ]
    if not hours:
        return Measured(note=TileNote.NOTHING_YET)
    names = scope.names(VoicesOf(scope.counted, is_replied=True), scope.period.start)
    return Measured(sum(hours) / len(hours), count=len(hours), people=names, is_reference=len(hours) < ENOUGH)


def voices_of_ids(session: Session, spec: VoicesOf) -> Ints:
    """Ascending; of whom it is known who it was."""
    rows = _replied(session, spec.period) if spec.is_replied else _received(session, spec.period)
    return np.array(sorted({customer for customer, *_ in rows if customer is not None}), dtype=np.int64)


def _received(session: Session, period: Period) -> list[tuple[int | None, datetime, datetime | None]]:
    start, end = _moments(session, period)
    query = select(Inquiry.customer_id, Inquiry.received_at, Inquiry.closed_at)
    return [(who, at, closed) for who, at, closed in session.execute(query.where(Inquiry.received_at >= start, Inquiry.received_at < end))]


def _replied(session: Session, period: Period) -> list[tuple[int | None, datetime, datetime]]:
    start, end = _moments(session, period)
    one = Inquiry
    query = select(one.customer_id, one.received_at, one.first_reply_at).where(one.first_reply_at >= start, one.first_reply_at < end)
    return [(who, at, replied) for who, at, replied in session.execute(query) if replied is not None]


def _moments(session: Session, period: Period) -> tuple[datetime, datetime]:
    zone = shop_zone(session)
    return datetime.combine(period.start, time.min, zone), datetime.combine(period.end, time.min, zone)


def _only(session: Session, scope: Scope) -> set[int] | None:
    return None if scope.narrowed is None else set(ids_in(session, scope.narrowed, scope.period.start, scope.today).tolist())
