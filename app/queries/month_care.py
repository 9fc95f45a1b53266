"""What the month-end report says of voices and contracts: as of the day after the month, whatever came later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.care_people import ComplaintsClosed, RenewingIn, VoicesOpenOn
from app.domain.inquiries import EntryKind, PromiseNote
from app.domain.month_report import CareLines, CauseLine, DueLine
from app.domain.periods import Period, add_months
from app.models.contract_rows import to_be_renewed
from app.models.customer import Customer, is_here, is_within_reach
from app.models.inquiries import Inquiry, InquiryEntry
from app.models.inquiry_rows import closed_then_reopened
from app.queries.inquiry_figures import causes
from app.queries.shop import shop_zone

_AT_ONCE = 500


def care_lines(session: Session, period: Period) -> CareLines:
    """Of a finished month."""
    before = {one.cause: one.count for one in causes(session, add_months(period.start, -1), period.start)}
    found = tuple(CauseLine(one.cause, one.count, before.get(one.cause, 0)) for one in causes(session, period.start, period.end))
    waiting = _open_on(session, period.end)
    following = Period(period.end, add_months(period.end, 1))
    due = tuple(DueLine(one.name, one.plan, one.day) for one in _renewing(session, following))
    return CareLines(found, len(waiting), _late(session, [one.id for one in waiting], period.end), due)


def waiting_customers(session: Session, day: date) -> tuple[int, ...]:
    """Within reach, whose voices were not closed before the day; ascending."""
    ids = voices_open_ids(session, VoicesOpenOn(day)).tolist()
    here: set[int] = set()
    for part in _parts(ids):
        here |= set(session.scalars(select(Customer.id).where(Customer.id.in_(part), is_within_reach())))
    return tuple(number for number in ids if number in here)


def complaints_closed_ids(session: Session, spec: ComplaintsClosed) -> Ints:
    return _ids(number for one in causes(session, spec.period.start, spec.period.end) for number in one.customer_ids)


def voices_open_ids(session: Session, spec: VoicesOpenOn) -> Ints:
    return _ids(one.customer_id for one in _open_on(session, spec.day) if one.customer_id is not None)


def renewing_ids(session: Session, spec: RenewingIn) -> Ints:
    return _ids(one.customer_id for one in _renewing(session, spec.period))


@dataclass(frozen=True, slots=True)
class _Waiting:
    id: int
    customer_id: int | None


@dataclass(frozen=True, slots=True)
class _Renewal:
    customer_id: int
    name: str
    plan: str
    day: date


def _open_on(session: Session, day: date) -> list[_Waiting]:
    moment = _moment(session, day)
    known = closed_then_reopened(session, moment)
    query = select(Inquiry.id, Inquiry.customer_id, Inquiry.closed_at).where(Inquiry.received_at < moment).order_by(Inquiry.id)
    closed = ((number, customer, known.get(number, at)) for number, customer, at in session.execute(query))
    return [_Waiting(number, customer) for number, customer, at in closed if at is None or at >= moment]


def _late(session: Session, inquiry_ids: list[int], day: date) -> int:
    """Of how many a promise had passed by the day, with no reply since it was made."""
    moment, late = _moment(session, day), 0
    for part in _parts(inquiry_ids):
        one = InquiryEntry
        query = select(one.inquiry_id, one.kind, one.at, one.text).where(one.inquiry_id.in_(part), one.at < moment).order_by(one.at, one.id)
        promised: dict[int, datetime | None] = {}
        for number, kind, _at, text in session.execute(query):
            if kind is EntryKind.PROMISE:
                promised[number] = PromiseNote.from_text(text).due_at
            elif kind is EntryKind.REPLY:
                promised[number] = None
        late += sum(1 for due in promised.values() if due is not None and due < moment)
    return late


def _renewing(session: Session, period: Period) -> list[_Renewal]:
    """Contracts that ran when the period began and are to be renewed in it, as it was known then; of customers who are here."""
    due = [one for one in to_be_renewed(session, period.start, _moment(session, period.start)) if one.renews_on in period]
    names: dict[int, str] = {}
    for part in _parts(sorted({one.customer_id for one in due})):
        query = select(Customer.id, Customer.name).where(Customer.id.in_(part), is_here())
        names |= {number: name for number, name in session.execute(query)}
    found = [_Renewal(one.customer_id, names[one.customer_id], one.plan, one.renews_on) for one in due if one.customer_id in names]
    return sorted(found, key=lambda one: (one.day, one.name, one.customer_id))


def _moment(session: Session, day: date) -> datetime:
    return datetime.combine(day, time(), shop_zone(session))


def _ids(numbers: Iterable[int]) -> Ints:
    return np.unique(np.array(list(numbers), dtype=np.int64))


def _parts(ids: list[int]) -> list[list[int]]:
    return [ids[begin : begin + _AT_ONCE] for begin in range(0, len(ids), _AT_ONCE)]
