"""The measures of the shop: the list, one of them, and who is on the list of which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.measure_audience import MeasureOfCustomer
from app.domain.measure_cost import cost_lines
from app.domain.measures import Arm, MeasurePlan, MeasureRow, MeasureState, MeasureView
from app.models.measure_rows import latest_days, measure_row
from app.models.measures import Measure, MeasurePerson
from app.models.records import Action, PrintRun
from app.queries.measure_costs import cost_of
from app.queries.shop import shop_zone


@dataclass(frozen=True, slots=True)
class _Counts:
    """People of a measure; `own_cost`: what stands beside each of them, in minor units."""

    sent: int = 0
    held: int = 0
    own_cost: int = 0


def measures(session: Session, today: date) -> tuple[MeasureRow, ...]:
    """All of them: drafts, the one changed last first, then those running on `today`, then the others, the latest first."""
    counts, latest, zone = _counts(session), latest_days(session), shop_zone(session)
    rows = []
    for measure in session.scalars(select(Measure)).all():
        found = counts.get(measure.id, _Counts())
        cost = cost_of(session, measure, found.sent, found.own_cost, today).total
        rows.append(_row(measure, found, latest.get(measure.id), cost, zone))
    drafts = sorted((row for row in rows if row.state is MeasureState.DRAFT), key=lambda row: (row.updated_on, row.id), reverse=True)
    sent = sorted(
        (row for row in rows if row.state is not MeasureState.DRAFT), key=lambda row: (row.sent_on or date.min, row.id), reverse=True
    )
    running = [row for row in sent if row.is_running(today)]
    return (*drafts, *running, *(row for row in sent if not row.is_running(today)))


def running_on(session: Session, today: date) -> tuple[MeasureRow, ...]:
    """Those for which visits of `today` count, the latest first; one that is to be sent on a later day is among them."""
    return tuple(row for row in measures(session, today) if row.is_running(today))


def measure_view(session: Session, measure_id: int) -> MeasureView:
    """MeasureGone. `run_id` only while there is such a run; the cost is the planned one."""
    measure = measure_row(session, measure_id)
    counts = _counts(session, measure_id).get(measure_id, _Counts())
    latest = latest_days(session, measure_id).get(measure_id)
    run = None if measure.run_id is None else session.scalar(select(PrintRun.id).where(PrintRun.id == measure.run_id))
    plan = MeasurePlan.from_json(measure.plan)
    planned = cost_lines(plan.cost, counts.sent, measure.window_days).total + counts.own_cost
    row = _row(measure, counts, latest, planned, shop_zone(session))
    return MeasureView(row, plan, measure.seed, measure.share_held, run, _start_act(session, measure_id))


def people_of(session: Session, measure_id: int, arm: Arm | None = None) -> tuple[int, ...]:
    """The customers of an arm, or of all, in the order of the list; who was erased is not among them."""
    query = select(MeasurePerson.customer_id).where(MeasurePerson.measure_id == measure_id, MeasurePerson.customer_id.is_not(None))
    if arm is not None:
        query = query.where(MeasurePerson.arm == arm)
    return tuple(number for number in session.scalars(query.order_by(MeasurePerson.id)) if number is not None)


def came_to(session: Session, measure_id: int) -> Mapping[int, date]:
    """Of an event: who came on which day, guests among them."""
    query = select(MeasurePerson.customer_id, MeasurePerson.came_on).where(
        MeasurePerson.measure_id == measure_id, MeasurePerson.came_on.is_not(None), MeasurePerson.customer_id.is_not(None)
    )
    return {
        customer: day for customer, day in session.execute(query.order_by(MeasurePerson.id)) if customer is not None and day is not None
    }


def measure_of_customer(session: Session, customer_id: int) -> tuple[MeasureOfCustomer, ...]:
    """What a customer was sent, was held back from or came to, the latest first."""
    query = (
        select(Measure, MeasurePerson.arm, MeasurePerson.sent_on, MeasurePerson.came_on)
        .join(MeasurePerson, MeasurePerson.measure_id == Measure.id)
        .where(MeasurePerson.customer_id == customer_id)
    )
    found = []
    for measure, arm, own_day, came_on in session.execute(query):
        day = own_day or measure.sent_on
        if day is not None:
            end, channel = day + timedelta(days=measure.window_days), MeasurePlan.from_json(measure.plan).channel
            found.append(MeasureOfCustomer(measure.id, measure.name, measure.kind, channel, measure.state, arm, day, end, came_on))
    return tuple(sorted(found, key=lambda one: (one.sent_on, one.measure_id), reverse=True))


def _row(measure: Measure, counts: _Counts, latest: date | None, cost: int, zone: ZoneInfo) -> MeasureRow:
    plan = MeasurePlan.from_json(measure.plan)
    return MeasureRow(
        id=measure.id,
        name=measure.name,
        kind=measure.kind,
        channel=plan.channel,
        state=measure.state,
        is_outside=measure.is_outside,
        people=counts.sent + counts.held,
        held=counts.held,
        sent_on=measure.sent_on,
        window_days=measure.window_days,
        stopped_on=measure.stopped_on,
        cost=cost,
        updated_on=measure.updated_at.astimezone(zone).date(),
        latest=latest,
    )


def _counts(session: Session, measure_id: int | None = None) -> dict[int, _Counts]:
    person = MeasurePerson
    query = select(person.measure_id, person.arm, func.count(), func.sum(person.cost)).group_by(person.measure_id, person.arm)
    if measure_id is not None:
        query = query.where(person.measure_id == measure_id)
    by_arm = {(number, arm): (count, cost) for number, arm, count, cost in session.execute(query)}
    found = {}
    for number in {number for number, _arm in by_arm}:
        (sent, cost), (held, more) = (by_arm.get((number, arm), (0, 0)) for arm in (Arm.SENT, Arm.HELD))
        found[number] = _Counts(sent, held, (cost or 0) + (more or 0))
    return found


def _start_act(session: Session, measure_id: int) -> int | None:
    """The act that started it or brought it in, while it can still be taken back."""
    kinds = (ActionKind.START_MEASURE, ActionKind.BRING_IN_MEASURE)
    query = select(Action.id, Action.values).where(Action.kind.in_(kinds), Action.undone_at.is_(None)).order_by(Action.id.desc())
    return next((number for number, values in session.execute(query) if values.get("measure") == measure_id), None)
