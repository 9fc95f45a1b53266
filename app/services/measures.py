"""Measures: planning, copying, stopping, deleting, and what is noted of one that was started."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import FollowUpSource
from app.domain.measure_cost import MeasureCost
from app.domain.measures import (
    LONGEST_NAME,
    Arm,
    MeasureNotStarted,
    MeasureOutcome,
    MeasurePlan,
    MeasureStarted,
    MeasureState,
    MeasureTakenBack,
)
from app.models.counter import FollowUp
from app.models.measure_rows import end_of, measure_row
from app.models.measures import Measure, MeasurePerson
from app.services.actions import join_with_last, recorded
from app.services.customers import find

_SEEDS = 2**31


def new_seed() -> int:
    return secrets.randbelow(_SEEDS)


def save_draft(session: Session, measure_id: int | None, plan: MeasurePlan, *, now: datetime) -> MeasureOutcome:
    """Keep a plan as it stands, whole or not; None: a new one. What is saved again and again while it is typed is one act, with the
    creation if nothing else was done in between. MeasureGone, MeasureStarted, MeasureNameMissing, MeasureNameTooLong."""
    name = plan.checked_name()
    wanted = replace(plan, name=name)
    if measure_id is None:
        return _created(session, wanted, now)
    row = _draft(session, measure_id)
    if row.plan == wanted.to_json():
        return MeasureOutcome(measure_id, None)
    with recorded(session, ActionKind.EDIT_MEASURE, now=now, name=name) as act:
        row.plan, row.name, row.kind, row.window_days, row.updated_at = wanted.to_json(), name, wanted.kind, wanted.window_days, now
    joined = join_with_last(session, act.action_id, since=row.created_at, after=(ActionKind.ADD_MEASURE,))
    return MeasureOutcome(measure_id, joined)


def copy_measure(session: Session, measure_id: int, *, now: datetime) -> MeasureOutcome:
    """A new draft that begins as another measure; its days are open again. MeasureGone."""
    row = measure_row(session, measure_id)
    plan = MeasurePlan.from_json(row.plan)
    name = _free_name(session, row.name)
    return _created(session, replace(plan, name=name, kind=row.kind, sent_on=None, event_on=None, window_days=row.window_days), now)


def delete_measure(session: Session, measure_id: int, *, now: datetime) -> int:
    """A draft, one that was stopped, or one that was drawn elsewhere; the action's id. MeasureGone, MeasureStarted: what was counted to
    the end stays, else only those that went well would be left."""
    row = measure_row(session, measure_id)
    if row.state is MeasureState.STARTED and not row.is_outside:
        raise MeasureStarted
    people = session.scalars(select(MeasurePerson).where(MeasurePerson.measure_id == measure_id)).all()
    with recorded(session, ActionKind.DELETE_MEASURE, now=now, name=row.name) as act:
        for person in people:
            session.delete(person)
        session.flush()
        session.delete(row)
    return act.action_id


def stop_measure(session: Session, measure_id: int, *, now: datetime, today: date) -> int | None:
    """Nothing more is done for it: follow-ups of it that are still open go, what was sent stays counted. The action's id, None where it
    is stopped or over already. MeasureGone, MeasureNotStarted."""
    row = _started(session, measure_id)
    over = end_of(session, row)
    if row.state is MeasureState.STOPPED or over is None or over <= today:
        return None
    # Those that were planned when it was started bear the very instant.
    planned = select(FollowUp).where(
        FollowUp.source == FollowUpSource.MEASURE, FollowUp.created_at == row.started_at, FollowUp.done_on.is_(None)
    )
    with recorded(session, ActionKind.STOP_MEASURE, now=now, name=row.name) as act:
        row.state, row.stopped_on, row.updated_at = MeasureState.STOPPED, today, now
        for follow_up in session.scalars(planned).all():
            session.delete(follow_up)
    return act.action_id


def link_run(session: Session, measure_id: int, run_id: int) -> None:
    """The print run that was made of it; no act of its own. MeasureGone, MeasureTakenBack."""
    refuse_taken_back(session, measure_id)
    measure_row(session, measure_id).run_id = run_id


def refuse_taken_back(session: Session, measure_id: int) -> None:
    """Before its pieces are printed: their codes would be of nothing. MeasureGone, MeasureTakenBack."""
    if measure_row(session, measure_id).state is MeasureState.DRAFT:
        raise MeasureTakenBack


def change_cost(session: Session, measure_id: int, cost: MeasureCost, *, now: datetime) -> int | None:
    """What it really cost, also when it is over; the action's id, None when nothing was different. MeasureGone, MeasureCostOutOfRange."""
    row = measure_row(session, measure_id)
    plan = MeasurePlan.from_json(row.plan)
    if plan.cost == cost.checked():
        return None
    with recorded(session, ActionKind.CHANGE_MEASURE_COST, now=now, name=row.name) as act:
        row.plan, row.updated_at = replace(plan, cost=cost).to_json(), now
    return act.action_id


def mark_came(session: Session, measure_id: int, customer_ids: Iterable[int], day: date | None, *, now: datetime) -> int | None:
    """Who of the list came to the event on a day; None: did not come after all, and a guest is off the list again. The action's id, None
    when nothing was different. MeasureGone, MeasureNotStarted."""
    row, wanted = _started(session, measure_id), set(customer_ids)
    people = [one for one in _people(session, measure_id) if one.customer_id in wanted and one.came_on != day]
    if not people:
        return None
    with recorded(session, ActionKind.MARK_CAME, now=now, name=row.name, count=len(people)) as act:
        for person in people:
            if day is None and person.arm is Arm.GUEST:
                session.delete(person)
            else:
                person.came_on = day
    return act.action_id


def bring_guest(session: Session, measure_id: int, customer_id: int, day: date, *, now: datetime) -> int | None:
    """Somebody who came without being on the list, or one of the list: then it is marked. The action's id, None when it is known.
    MeasureGone, MeasureNotStarted, CustomerGone."""
    row = _started(session, measure_id)
    find(session, customer_id)
    if any(one.customer_id == customer_id for one in _people(session, measure_id)):
        return mark_came(session, measure_id, [customer_id], day, now=now)
    with recorded(session, ActionKind.MARK_CAME, now=now, name=row.name, count=1) as act:
        session.add(MeasurePerson(measure_id=measure_id, customer_id=customer_id, arm=Arm.GUEST, came_on=day))
    return act.action_id


def _created(session: Session, plan: MeasurePlan, now: datetime) -> MeasureOutcome:
    with recorded(session, ActionKind.ADD_MEASURE, now=now, name=plan.name) as act:
        row = Measure(
            name=plan.name,
            kind=plan.kind,
            state=MeasureState.DRAFT,
            plan=plan.to_json(),
            window_days=plan.window_days,
            # From the beginning, so that the draw shown beforehand is the one that counts.
            seed=new_seed(),
            created_at=now,
            updated_at=now,
        )
        session.add(row)
    return MeasureOutcome(row.id, act.action_id)


def _draft(session: Session, measure_id: int) -> Measure:
    row = measure_row(session, measure_id)
    if row.state is not MeasureState.DRAFT:
        raise MeasureStarted
    return row


def _started(session: Session, measure_id: int) -> Measure:
    row = measure_row(session, measure_id)
    if row.state is MeasureState.DRAFT:
        raise MeasureNotStarted
    return row


def _people(session: Session, measure_id: int) -> Sequence[MeasurePerson]:
    return session.scalars(select(MeasurePerson).where(MeasurePerson.measure_id == measure_id).order_by(MeasurePerson.id)).all()


def _free_name(session: Session, name: str) -> str:
    """The name with the first number behind it that no other measure has."""
    taken = set(session.scalars(select(Measure.name)))
    stem, space, last = name.rpartition(" ")
    if not (space and last.startswith("(") and last.endswith(")") and last[1:-1].isdecimal()):
        stem = name
    number = 2
    while (made := f"{stem[: LONGEST_NAME - len(f' ({number})')]} ({number})") in taken:
        number += 1
    return made
