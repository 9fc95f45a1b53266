"""Measures as queries and services both read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Integer, func, select, type_coerce
from sqlalchemy.orm import Session

from app.domain.measures import Arm, MeasureGone, MeasureState
from app.domain.periods import day_number
from app.models.measures import Measure, MeasurePerson


def measure_row(session: Session, measure_id: int) -> Measure:
    """MeasureGone."""
    found = session.get(Measure, measure_id)
    if found is None:
        raise MeasureGone
    return found


def latest_days(session: Session, measure_id: int | None = None) -> dict[int, date]:
    """By measure: the last day of their own that people of a list from elsewhere were sent to, or would have been."""
    query = select(MeasurePerson.measure_id, func.max(MeasurePerson.sent_on)).join(Measure, Measure.id == MeasurePerson.measure_id)
    wanted = Measure.is_outside if measure_id is None else Measure.id == measure_id
    found = session.execute(query.where(wanted, MeasurePerson.sent_on.is_not(None)).group_by(MeasurePerson.measure_id))
    return {number: day for number, day in found if day is not None}


def end_of(session: Session, measure: Measure) -> date | None:
    """The first day that no visit counts any more, for nobody on its list; None for a draft."""
    if measure.sent_on is None:
        return None
    own = latest_days(session, measure.id).get(measure.id) if measure.is_outside else None
    return max(measure.sent_on, own or measure.sent_on) + timedelta(days=measure.window_days)


def assigned_in(session: Session, measure_ids: Iterable[int]) -> dict[int, int]:
    """By customer: in which of the measures, sent to or held back; the first where there are several."""
    ids = sorted(set(measure_ids))
    query = select(MeasurePerson.customer_id, MeasurePerson.measure_id).where(
        MeasurePerson.measure_id.in_(ids), MeasurePerson.arm != Arm.GUEST, MeasurePerson.customer_id.is_not(None)
    )
    found: dict[int, int] = {}
    for customer, measure in session.execute(query.order_by(MeasurePerson.measure_id)):
        if customer is not None:
            found.setdefault(customer, measure)
    return found


def in_other_measures(session: Session, start: date, end: date, *, today: date, except_id: int | None = None) -> dict[int, int]:
    """By customer: the running measure that is in the way of another one with the window [start, end), the first where there are several.
    The days of each person's own count. What is over by `today` is in nobody's way, and a stopped one binds nobody any more."""
    begin = type_coerce(func.coalesce(MeasurePerson.sent_on, Measure.sent_on), Integer)
    over = begin + Measure.window_days
    query = (
        select(MeasurePerson.customer_id, func.min(Measure.id))
        .join(Measure, Measure.id == MeasurePerson.measure_id)
        .where(Measure.state == MeasureState.STARTED, MeasurePerson.arm != Arm.GUEST, MeasurePerson.customer_id.is_not(None))
        .where(begin < day_number(end), over > day_number(start), over > day_number(today))
        .group_by(MeasurePerson.customer_id)
    )
    found = session.execute(query if except_id is None else query.where(Measure.id != except_id))
    return {customer: measure for customer, measure in found if customer is not None}
