"""Voices: by deadline, of a customer, and one with its course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.inquiries import EntryKind, InquiryGone, InquiryKind, InquiryState, PromiseNote, is_held
from app.domain.inquiry_cards import checked_steps, topic_of
from app.domain.inquiry_rows import EntryRow, Holder, InquiryDetail, InquiryFilter, InquiryList, InquiryRow, MergeValues
from app.domain.text import fold
from app.models.care import Guide
from app.models.customer import Customer
from app.models.inquiries import Inquiry, InquiryEntry, RequestGroup
from app.models.shop import Shop, Staff
from app.queries.faq import find_similar, sample_replies
from app.queries.inquiry_figures import known_causes, same_cause_count, voice_figures

YEAR = timedelta(days=365)
_PHONE = func.coalesce(func.nullif(Customer.mobile, ""), Customer.phone)
_MOST_CLOSED = 300
_IS_OPEN = Inquiry.state != InquiryState.CLOSED


def overdue_inquiries(session: Session, now: datetime, *, staff: str = "") -> tuple[InquiryRow, ...]:
    """Open promises whose time has passed, the oldest first; of one member of staff where one is named."""
    return _rows(session, now, _of(staff, _IS_OPEN, Inquiry.due_at <= now), order=(Inquiry.due_at, Inquiry.id))


def open_promises(session: Session, now: datetime, *, until: datetime | None = None, staff: str = "") -> tuple[InquiryRow, ...]:
    """What was promised and not kept yet, by its time; up to and with `until`."""
    given = _of(staff, _IS_OPEN, Inquiry.due_at.is_not(None))
    return _rows(session, now, [*given, Inquiry.due_at <= until] if until is not None else given, order=(Inquiry.due_at, Inquiry.id))


def open_inquiries(session: Session, now: datetime) -> tuple[InquiryRow, ...]:
    """All that are not closed: by deadline, those without one after these, as they came."""
    return _rows(session, now, [_IS_OPEN], order=_BY_DEADLINE)


def open_count(session: Session, _now: datetime | None = None, _today: date | None = None) -> int:
    """How many are not closed."""
    return session.scalar(select(func.count()).select_from(Inquiry).where(_IS_OPEN)) or 0


def inquiries_of(session: Session, customer_id: int, now: datetime, *, limit: int = 200) -> tuple[InquiryRow, ...]:
    """Those of a customer: open ones first, then the newest."""
    order = (Inquiry.state == InquiryState.CLOSED, Inquiry.received_at.desc(), Inquiry.id.desc())
    return _rows(session, now, [Inquiry.customer_id == customer_id], order=order, limit=limit)


def inquiry_list(session: Session, now: datetime, today: date, shown: InquiryFilter, search: str = "") -> InquiryList:
    """The rows of a filter in which `search` is found: in what was said or promised, or in the name. Closed ones and requests: the newest
    first."""
    conditions: list[ColumnElement[bool]] = {
        InquiryFilter.OPEN: [_IS_OPEN],
        InquiryFilter.CLOSED: [Inquiry.state == InquiryState.CLOSED],
        InquiryFilter.REQUESTS: [Inquiry.kind == InquiryKind.REQUEST],
    }[shown]
    order: tuple[Any, ...] = _BY_DEADLINE
    if shown is InquiryFilter.CLOSED:
        order = (Inquiry.closed_at.desc(), Inquiry.id.desc())
    elif shown is InquiryFilter.REQUESTS:
        order = (Inquiry.received_at.desc(), Inquiry.id.desc())
    wanted = fold(search)
    limit = None if wanted or shown is InquiryFilter.OPEN else _MOST_CLOSED
    rows = _rows(session, now, conditions, order=order, limit=limit)
    if wanted:
        rows = tuple(row for row in rows if any(wanted in fold(words) for words in (row.title, row.text, row.name, row.promise)))
    overdue = session.scalar(select(func.count()).select_from(Inquiry).where(_IS_OPEN, Inquiry.due_at <= now)) or 0
    return InquiryList(rows, _counts(session), voice_figures(session, today - YEAR, today + timedelta(days=1), now), overdue)


def inquiry_rows(session: Session, ids: Sequence[int], now: datetime) -> tuple[InquiryRow, ...]:
    """These, in the order given; what is gone is left out."""
    found = {row.id: row for row in _rows(session, now, [Inquiry.id.in_(ids)], order=(Inquiry.id,))}
    return tuple(found[number] for number in ids if number in found)


def inquiry_detail(session: Session, inquiry_id: int, now: datetime, today: date) -> InquiryDetail:
    """All of one. InquiryGone."""
    inquiry = session.get(Inquiry, inquiry_id)
    rows = inquiry_rows(session, [inquiry_id], now)
    if inquiry is None or not rows:
        raise InquiryGone
    row = rows[0]
    own = checked_steps(session.scalar(select(Guide.steps).where(Guide.topic == topic_of(row.kind))))
    entries = _entries(session, inquiry_id)
    received_by = session.scalar(select(Staff.name).where(Staff.id == inquiry.received_by_id)) or ""
    group = session.scalar(select(RequestGroup.title).where(RequestGroup.id == inquiry.request_group_id)) or ""
    return InquiryDetail(
        row=row,
        entries=entries,
        draft=inquiry.draft,
        steps=own,
        done_steps=tuple(inquiry.steps),
        cause=inquiry.cause,
        prevention=inquiry.prevention,
        received_by=received_by,
        causes=known_causes(session, today),
        same_cause=same_cause_count(session, inquiry.cause, today, other_than=inquiry_id),
        similar=find_similar(session, f"{row.title}\n{row.text}\n{inquiry.draft}"),
        replies=sample_replies(session, row.kind),
        values=_values(session, row),
        staff=tuple(session.scalars(select(Staff.name).where(Staff.is_active).order_by(Staff.id))),
        due_since=_promised_at(entries, row),
        group=group,
        has_own_steps=bool(own),
    )


def _entries(session: Session, inquiry_id: int) -> tuple[EntryRow, ...]:
    one = InquiryEntry
    query = select(one.id, one.kind, one.at, one.by, one.text).where(one.inquiry_id == inquiry_id).order_by(one.at, one.id)
    return tuple(EntryRow(*found) for found in session.execute(query))


def _promised_at(entries: Sequence[EntryRow], row: InquiryRow) -> datetime:
    """Since when the time of the promise runs."""
    promised = [entry.at for entry in entries if entry.kind is EntryKind.PROMISE and PromiseNote.from_text(entry.text).due_at == row.due_at]
    return max(promised, default=row.received_at)


def _values(session: Session, row: InquiryRow) -> MergeValues:
    shop = session.scalar(select(Shop.name)) or ""
    return MergeValues(name=row.name, shop=shop, staff=row.staff, title=row.title, promise=row.promise)


def _counts(session: Session) -> dict[InquiryFilter, int]:
    by_state = {state: count for state, count in session.execute(select(Inquiry.state, func.count()).group_by(Inquiry.state))}
    requests = session.scalar(select(func.count()).select_from(Inquiry).where(Inquiry.kind == InquiryKind.REQUEST)) or 0
    closed = by_state.pop(InquiryState.CLOSED, 0)
    return {InquiryFilter.OPEN: sum(by_state.values()), InquiryFilter.CLOSED: closed, InquiryFilter.REQUESTS: requests}


def _of(staff: str, *conditions: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    return [*conditions, Staff.name == staff] if staff else list(conditions)


_BY_DEADLINE: tuple[Any, ...] = (Inquiry.due_at.is_(None), Inquiry.due_at, Inquiry.received_at, Inquiry.id)


def _rows(
    session: Session, now: datetime, conditions: Sequence[ColumnElement[bool]], *, order: Sequence[Any], limit: int | None = None
) -> tuple[InquiryRow, ...]:
    query = _select().where(*conditions).order_by(*order)
    found = session.execute(query if limit is None else query.limit(limit)).all()
    return tuple(_row(one, name, kind, phone, staff, now) for one, name, kind, phone, staff in found)


def _select() -> Select[Any]:
    query = (
        select(Inquiry, Customer.name, Customer.kind, _PHONE, Staff.name)
        .outerjoin(Customer, Customer.id == Inquiry.customer_id)
        .outerjoin(Staff, Staff.id == Inquiry.staff_id)
    )
    return cast("Select[Any]", query)


def _row(one: Inquiry, name: str | None, kind: CustomerKind | None, phone: str | None, staff: str | None, now: datetime) -> InquiryRow:
    holder = None
    if is_held(one.taken_place, one.taken_at, one.typed_at, now) and one.taken_at is not None:
        holder = Holder(one.taken_by, one.taken_at, one.taken_place, one.typed_at or one.taken_at)
    return InquiryRow(
        id=one.id,
        kind=one.kind,
        state=one.state,
        customer_id=one.customer_id,
        name=name or one.who,
        is_company=kind is CustomerKind.COMPANY,
        phone=phone or "",
        title=one.title,
        text=one.text,
        channel=one.channel,
        received_at=one.received_at,
        promise=one.promise,
        promise_kind=one.promise_kind,
        due_at=one.due_at,
        staff_id=one.staff_id,
        staff=staff or "",
        holder=holder,
        closed_at=one.closed_at,
        request_group_id=one.request_group_id,
    )
