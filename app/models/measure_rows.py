"""Measures as queries and services both read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.measures import Arm, MeasureGone, MeasureState
from app.models.measures import Measure, MeasurePerson


def measure_row(session: Session, measure_id: int) -> Measure:
    """MeasureGone."""
    found = session.get(Measure, measure_id)
    if found is None:
        raise MeasureGone
    return found


def end_of(measure: Measure) -> date | None:
    """The first day that no visit counts any more; None for a draft."""
    return None if measure.sent_on is None else measure.sent_on + timedelta(days=measure.window_days)


def overlapping(session: Session, start: date, end: date, *, except_id: int | None = None) -> tuple[Measure, ...]:
    """The started measures whose window has a day in common with [start, end). A stopped one binds nobody any more."""
    started = select(Measure).where(Measure.state == MeasureState.STARTED, Measure.sent_on < end).order_by(Measure.id)
    return tuple(
        measure
        for measure in session.scalars(started)
        if measure.id != except_id and (over := end_of(measure)) is not None and over > start
    )


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
    """By customer: the running measure that is in the way of another one with the window [start, end). What is over by `today` is in
    nobody's way."""
    others = [one for one in overlapping(session, start, end, except_id=except_id) if (over := end_of(one)) is not None and over > today]
    return assigned_in(session, [one.id for one in others]) if others else {}
