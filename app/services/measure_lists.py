"""Bringing in a measure that was drawn and sent elsewhere: its list comes from a file, and its result is found out like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.measure_cost import MeasureCost
from app.domain.measure_lists import OutsideRow
from app.domain.measures import (
    Arm,
    Audience,
    AudiencePlan,
    MeasureChannel,
    MeasureForNobody,
    MeasureKind,
    MeasurePlan,
    MeasureState,
)
from app.exchange.problems import RowError, RowReason, shown
from app.models.customer import Customer
from app.models.measure_rows import in_other_measures
from app.models.measures import Measure, MeasurePerson
from app.services.actions import recorded
from app.services.import_customers import numbers_of
from app.services.measure_start import refuse_other_measures


@dataclass(frozen=True, slots=True)
class OutsideOutcome:
    """`sent`, `held`: how many people came in. `overlapping`: how many of them were in another measure while this one counted."""

    measure_id: int
    action_id: int
    sent: int
    held: int
    refused: tuple[RowError, ...]
    overlapping: int = 0


def sort_out(session: Session, rows: Sequence[OutsideRow]) -> tuple[Mapping[int, OutsideRow], tuple[RowError, ...]]:
    """By customer the row that can come in, and the rows that cannot: of customers nobody knows, and of one who stands there already."""
    codes = session.execute(select(Customer.code, Customer.id)).all()
    numbers = numbers_of(session) | {code or f"#{number}": number for code, number in codes}
    known: dict[int, OutsideRow] = {}
    refused: list[RowError] = []
    for row in rows:
        code, customer = shown(row.customer_code), numbers.get(row.customer_code)
        if customer is None:
            refused.append(RowError(row.row, RowReason.CUSTOMER_UNKNOWN, "customer_code", code, code))
        elif customer in known:
            refused.append(RowError(row.row, RowReason.LISTED_TWICE, "customer_code", code, code, str(known[customer].row)))
        else:
            known[customer] = row
    return known, tuple(refused)


def bring_in_measure(
    session: Session,
    name: str,
    kind: MeasureKind,
    rows: Sequence[OutsideRow],
    *,
    sent_on: date,
    window_days: int,
    cost: MeasureCost,
    now: datetime,
    today: date,
) -> OutsideOutcome:
    """A measure of exactly these people, as one act. Refused are rows of customers nobody knows and of one who stands there already.

    MeasureNameMissing, MeasureNameTooLong, MeasureWindowOutOfRange, MeasureCostOutOfRange, MeasureForNobody when nobody was sent to,
    and, while it still counts, CustomersInOtherMeasure; then nothing is brought in.
    """
    plan = MeasurePlan(
        name=name,
        kind=kind,
        audience=AudiencePlan(Audience.CHOSEN),
        channel=MeasureChannel.LIST,
        sent_on=sent_on,
        window_days=window_days,
        cost=cost.checked(),
    )
    plan.check_window()
    name = plan.checked_name()
    known, refused = sort_out(session, rows)
    sent = sum(row.arm is Arm.SENT for row in known.values())
    if not sent:
        raise MeasureForNobody(field="assignment")
    last = max(row.sent_on or sent_on for row in known.values())
    first = min(row.sent_on or sent_on for row in known.values())
    if last + timedelta(days=window_days) > today:
        refuse_other_measures(session, known, first, (last - first).days + window_days, today=today)
    met = in_other_measures(session, first, last + timedelta(days=window_days), today=date.min).keys() & known.keys()
    with recorded(session, ActionKind.BRING_IN_MEASURE, now=now, name=name, count=len(known)) as act:
        row = _row(plan, name, now)
        session.add(row)
        session.flush()
        act.values["measure"] = row.id
        session.add_all([_person(row.id, number, one) for number, one in known.items()])
    return OutsideOutcome(row.id, act.action_id, sent, len(known) - sent, refused, len(met))


def _row(plan: MeasurePlan, name: str, now: datetime) -> Measure:
    return Measure(
        name=name,
        kind=plan.kind,
        state=MeasureState.STARTED,
        plan=plan.to_json(),
        is_outside=True,
        sent_on=plan.sent_on,
        window_days=plan.window_days,
        started_at=now,
        created_at=now,
        updated_at=now,
    )


def _person(measure_id: int, customer_id: int, row: OutsideRow) -> MeasurePerson:
    return MeasurePerson(measure_id=measure_id, customer_id=customer_id, arm=row.arm, sent_on=row.sent_on, cost=row.cost)
