"""What is to be done next with one customer: what he has said and waits for, and the next date where nothing is planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.care import HORIZON_DAYS, RuleFields, RuleKind
from app.domain.entities import EVERYTHING, Entity
from app.domain.inquiries import InquiryState
from app.domain.next_things import NextDate, OpenVoice
from app.domain.periods import day_number, day_of
from app.models.care_finders import Span, find
from app.models.care_finders.columns import Ints, no_rows, places_of
from app.models.changes import cache_of, changed_in
from app.models.inquiries import Inquiry
from app.queries.care import rules
from app.queries.care_world import care_world
from app.queries.next_dates import without_next_date

_MADE_OF = EVERYTHING - {Entity.ACTION, Entity.TEMPLATE, Entity.GROUP, Entity.TARGET, Entity.REPORT, Entity.CODE}


@dataclass(frozen=True, slots=True)
class _Foreseen:
    """By customer, ascending: the next day a rule will bring, and the place of that rule among `rules`."""

    customer: Ints
    due: Ints
    rule: Ints
    rules: tuple[RuleFields, ...]


def open_voices_of(session: Session, customer_id: int) -> tuple[OpenVoice, ...]:
    """What is not closed, what is promised for the earliest first."""
    query = (
        select(Inquiry.id, Inquiry.kind, Inquiry.title, Inquiry.promise, Inquiry.due_at, Inquiry.state)
        .where(Inquiry.customer_id == customer_id, Inquiry.state != InquiryState.CLOSED)
        .order_by(Inquiry.due_at.is_(None), Inquiry.due_at, Inquiry.received_at, Inquiry.id)
    )
    return tuple(
        OpenVoice(number, kind, title, promise, due_at, state is InquiryState.ANSWERED)
        for number, kind, title, promise, due_at, state in session.execute(query)
    )


def next_date(session: Session, customer_id: int, today: date) -> NextDate | None:
    """Of a customer with nothing planned: the day a rule that is on will bring, else the one that is proposed. None out of reach."""
    foreseen = _kept(session, today)
    place = int(places_of(foreseen.customer, np.array([customer_id], dtype=np.int64))[0])
    if place >= 0:
        return NextDate(day_of(int(foreseen.due[place])), foreseen.rules[int(foreseen.rule[place])])
    proposed = without_next_date(session, today).days.get(customer_id)
    return None if proposed is None else NextDate(proposed)


def _kept(session: Session, today: date) -> _Foreseen:
    if changed_in(session):
        return _foreseen(session, today)
    return cache_of(session).get(f"next dates by rule on {today}", _MADE_OF, lambda: _foreseen(session, today))


def _foreseen(session: Session, today: date) -> _Foreseen:
    world, on = care_world(session, today), [row for row in rules(session) if row.fields.is_on and row.since is not None]
    # Whether somebody's health will fall is not foreseen.
    on = [row for row in on if row.fields.kind is not RuleKind.HEALTH_FALLING]
    customers, dues, places = [no_rows()], [no_rows()], [no_rows()]
    for place, row in enumerate(on):
        since = day_number(row.since or today)
        found = find(world, row.fields, Span(max(world.day + 1, since), world.day + 1 + HORIZON_DAYS, since))
        customers.append(found.customer)
        dues.append(found.due)
        places.append(np.full(len(found), place, dtype=np.int64))
    customer, due, rule = (np.concatenate(parts) for parts in (customers, dues, places))
    order = np.lexsort((due, customer))
    customer, due, rule = customer[order], due[order], rule[order]
    first = np.ones(len(customer), dtype=np.bool_)
    first[1:] = customer[1:] != customer[:-1]
    return _Foreseen(customer[first], due[first], rule[first], tuple(row.fields for row in on))
