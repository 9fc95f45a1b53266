"""Starting a measure: the list is frozen, who is held back is drawn, and what it does is planned or given, all as one act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import FollowUpSource
from app.domain.measure_audience import PersonFacts, people_drawn, usual_held
from app.domain.measure_draw import Draw, draw
from app.domain.measures import (
    FOLLOW_UP_OF_CHANNEL,
    Arm,
    CustomersInOtherMeasure,
    MeasureChannel,
    MeasureDayPast,
    MeasureForNobody,
    MeasureHoldoutOutOfRange,
    MeasurePlan,
    MeasureStarted,
    MeasureState,
    StartOutcome,
)
from app.domain.points import LARGEST_POINTS, NoPointsGiven, PointActKind, RuleRow, rule_on
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.measure_rows import in_other_measures, measure_row
from app.models.measures import Measure, MeasurePerson
from app.models.point_rows import read_rules
from app.models.points import PointAct
from app.models.shop import Staff
from app.services.actions import recorded
from app.services.ledger import follow_acts
from app.services.measures import new_seed

_PORTION = 500


def start_with(
    session: Session,
    measure_id: int,
    people: Sequence[PersonFacts],
    *,
    now: datetime,
    today: date,
    seed: int | None = None,
    left_out: int = 0,
) -> StartOutcome:
    """Freeze these people as the list of a draft and draw among them with `seed` (None: the draft's own). Calls and e-mails become
    follow-ups on the day of sending, points are given at once. `left_out`: how many of the audience were left out before.

    MeasureGone, MeasureStarted, MeasureNameMissing, MeasureNameTooLong, MeasureWindowOutOfRange, MeasureCostOutOfRange, MeasureDayPast,
    NoPointsGiven, MeasureForNobody, MeasureHoldoutOutOfRange, CustomersInOtherMeasure; then nothing is started.
    """
    row = measure_row(session, measure_id)
    if row.state is not MeasureState.DRAFT:
        raise MeasureStarted
    plan = _checked(MeasurePlan.from_json(row.plan), today)
    held_back = _held_back(plan, len(people))
    sent_on = plan.sent_on or today
    refuse_other_measures(session, (one.customer_id for one in people), sent_on, plan.window_days, today=today, except_id=measure_id)
    made = draw(people_drawn(people), held_back, _seed_of(row, seed))
    given: list[PointAct] = []
    with recorded(session, ActionKind.START_MEASURE, now=now, name=row.name, count=len(made.sent), measure=measure_id) as act:
        row.state, row.plan, row.sent_on, row.window_days = MeasureState.STARTED, plan.to_json(), sent_on, plan.window_days
        row.seed, row.share_held = _seed_of(row, seed), held_back / len(people)
        row.started_at = row.updated_at = now
        session.add_all(_frozen(measure_id, people, made))
        if plan.channel in FOLLOW_UP_OF_CHANNEL:
            session.add_all(_follow_ups(session, made.sent, plan, sent_on, now))
        elif plan.channel is MeasureChannel.POINTS:
            rule = rule_on(read_rules(session), today)
            given = [_gift(number, plan, rule, now, today) for number in made.sent]
            session.add_all(given)
    follow_acts(session, [one.id for one in given], now=now, today=today)
    return StartOutcome(measure_id, act.action_id, made.sent, made.held, left_out)


def refuse_other_measures(
    session: Session, customer_ids: Iterable[int], sent_on: date, window_days: int, *, today: date, except_id: int | None = None
) -> None:
    """CustomersInOtherMeasure when one of them is in a running measure whose window has a day in common."""
    taken = in_other_measures(session, sent_on, sent_on + timedelta(days=window_days), today=today, except_id=except_id)
    met = [number for number in customer_ids if number in taken]
    if met:
        name = session.scalar(select(Customer.name).where(Customer.id == met[0]))
        raise CustomersInOtherMeasure(count=len(met), name=name, other=measure_row(session, taken[met[0]]).name)


def _checked(plan: MeasurePlan, today: date) -> MeasurePlan:
    plan = replace(plan, name=plan.checked_name())
    plan.check_window()
    plan.cost.checked()
    if plan.channel is MeasureChannel.POINTS:
        if not 1 <= plan.points <= LARGEST_POINTS:
            raise NoPointsGiven(field="points")
        # The points are there from today, so that is when it begins.
        plan = replace(plan, sent_on=today)
    if plan.sent_on is not None and plan.sent_on < today:
        raise MeasureDayPast(field="sent_on")
    return plan


def _held_back(plan: MeasurePlan, people: int) -> int:
    if not people:
        raise MeasureForNobody(field="audience")
    wanted = usual_held(people) if plan.held_back is None else plan.held_back
    if not 0 <= wanted < people:
        raise MeasureHoldoutOutOfRange(field="held_back", high=people - 1)
    return wanted


def _seed_of(row: Measure, seed: int | None) -> int:
    if seed is not None:
        return seed
    return new_seed() if row.seed is None else row.seed


def _frozen(measure_id: int, people: Sequence[PersonFacts], made: Draw) -> list[MeasurePerson]:
    held = set(made.held)
    return [
        MeasurePerson(
            measure_id=measure_id,
            customer_id=one.customer_id,
            arm=Arm.HELD if one.customer_id in held else Arm.SENT,
            stratum=made.strata[one.customer_id],
            recency=one.recency,
            frequency=one.frequency,
        )
        for one in people
    ]


def _follow_ups(session: Session, sent: Sequence[int], plan: MeasurePlan, due: date, now: datetime) -> list[FollowUp]:
    """One for each, for whoever looks after the customer."""
    staff = _staff_of(session, sent)
    note = "\n".join(text for text in (plan.name, plan.note.strip()) if text)
    kind = FOLLOW_UP_OF_CHANNEL[plan.channel]
    return [
        FollowUp(
            customer_id=number,
            due=due,
            kind=kind,
            source=FollowUpSource.MEASURE,
            note=note,
            staff_id=staff.get(number),
            created_at=now,
        )
        for number in sent
    ]


def _staff_of(session: Session, customer_ids: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for start in range(0, len(customer_ids), _PORTION):
        part = Customer.id.in_(customer_ids[start : start + _PORTION])
        query = select(Customer.id, Staff.id).join(Staff, (Staff.id == Customer.staff_id) & Staff.is_active).where(part)
        found |= {number: staff for number, staff in session.execute(query)}
    return found


def _gift(customer_id: int, plan: MeasurePlan, rule: RuleRow | None, now: datetime, today: date) -> PointAct:
    """They lapse as points of the day do."""
    return PointAct(
        customer_id=customer_id,
        kind=PointActKind.ADJUST,
        day=today,
        at=now,
        points=plan.points,
        expires=None if rule is None else rule.fields.expiry.last_day(today),
        rule_id=None if rule is None else rule.id,
        reason=plan.name,
    )
