"""Measures for tests, started by the program's own services on any day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from app.domain.customers import CustomerFields
from app.domain.measure_audience import PersonFacts
from app.domain.measures import MeasureChannel, MeasurePlan, StartOutcome
from app.domain.purchases import LineFields, PurchaseFields

PLAN = MeasurePlan(name="秋のおかえりはがき", channel=MeasureChannel.LIST, window_days=60)


def people(session: Session, count: int) -> list[int]:
    """New customers without a visit."""
    from app.services.customers import add_customer
    from tests.factories import NOW, TODAY

    return [add_customer(session, CustomerFields(name=f"客 {number}"), now=NOW, today=TODAY) for number in range(count)]


def started(session: Session, ids: Sequence[int], held: int, day: date, plan: MeasurePlan = PLAN, **more: Any) -> StartOutcome:
    """A measure for exactly these people, begun on `day`."""
    from app.services.measure_start import start_with
    from app.services.measures import save_draft

    now = datetime.combine(day, time(1), UTC)
    made = save_draft(session, None, replace(plan, held_back=held, **more), now=now)
    facts = [PersonFacts(number, 1 + place % 5, 1 + place % 3, None, 0, 0) for place, number in enumerate(ids)]
    return start_with(session, made.measure_id, facts, now=now, today=day, seed=7)


def bought(session: Session, customer_id: int, day: date, amount: int, product: str = "カット", **more: Any) -> int:
    """A visit recorded on its day."""
    from app.services.purchases import record_visit

    lines = more.pop("lines", None) or (LineFields(product=product, unit_price=amount, amount=amount),)
    draft = PurchaseFields(day=day, time=time(10), lines=lines, **more)
    now = datetime.combine(day, time(2), UTC)
    return record_visit(session, customer_id, draft, now=now, today=day).purchase_id
