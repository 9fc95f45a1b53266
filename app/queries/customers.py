"""Customers: the sorted list of ids, rows of a page of it, one record, and the search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.customer_rows import CustomerCard, CustomerFilter, CustomerListRow, CustomerSort
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.errors import DomainError
from app.domain.segments import Segment
from app.domain.status import Chip
from app.models.customer import Customer
from app.models.shop import Staff
from app.queries.search import SearchIndex, search_index
from app.queries.standing import statuses

Ids = np.ndarray


class CustomerMissing(DomainError):
    pass


def customer_ids(
    session: Session,
    today: date,
    *,
    text: str = "",
    filter_by: CustomerFilter = CustomerFilter.ALL,
    sort_by: CustomerSort = CustomerSort.KANA,
) -> Ids:
    """Ids of everyone the search and the filter leave, in the order asked for: int64[n]."""
    index = search_index(session)
    found = index.find(text) if text.strip() else index.ids
    kept = _filtered(session, today, index, found, filter_by)
    return _sorted(session, today, index, kept, sort_by)


def count_of(session: Session, today: date, filter_by: CustomerFilter) -> int:
    index = search_index(session)
    return len(_filtered(session, today, index, index.ids, filter_by))


def list_rows(session: Session, ids: Sequence[int], today: date) -> list[CustomerListRow]:
    """Rows for these ids, in their order; ids that are gone are left out."""
    wanted = [int(i) for i in ids]
    columns = (Customer.id, Customer.name, Customer.kana, Customer.kind)
    found = {row.id: row for row in session.execute(select(*columns).where(Customer.id.in_(wanted)))}
    standing = statuses(session, today)
    positions = standing.positions(np.array(wanted, dtype=np.int64)) if wanted else []
    rows = []
    for customer_id, position in zip(wanted, positions, strict=True):
        row = found.get(customer_id)
        if row is None:
            continue
        last = date.fromordinal(int(standing.last_day[position])) if position >= 0 else None
        chip = standing.chip_of(customer_id)
        rows.append(CustomerListRow(row.id, row.name, row.kana, row.kind is CustomerKind.COMPANY, chip, last))
    return rows


def customer_card(session: Session, customer_id: int) -> CustomerCard:
    """One record; CustomerMissing when it is gone."""
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise CustomerMissing
    return CustomerCard(
        customer.id, fields_of(session, customer), customer.archived_at, customer.left_on, customer.updated_at, customer.code is not None
    )


def fields_of(session: Session, customer: Customer) -> CustomerFields:
    staff = session.scalar(select(Staff.name).where(Staff.id == customer.staff_id)) if customer.staff_id else None
    referrer = customer.referred_by_id
    code = session.scalar(select(Customer.code).where(Customer.id == referrer)) if referrer else None
    return record_fields(customer, staff or "", code or "")


def record_fields(customer: Customer, staff: str, referred_by: str) -> CustomerFields:
    columns = {
        name: getattr(customer, name)
        for name in CustomerFields.__dataclass_fields__
        if name not in ("code", "staff", "referred_by", "tags", "own")
    }
    return CustomerFields(
        **columns, code=customer.code or "", staff=staff, referred_by=referred_by, tags=tuple(customer.tags), own=dict(customer.own)
    )


def customer_total(session: Session) -> int:
    """Everyone who is not archived."""
    return session.scalar(select(func.count()).select_from(Customer).where(Customer.archived_at.is_(None))) or 0


def _filtered(session: Session, today: date, index: SearchIndex, ids: Ids, filter_by: CustomerFilter) -> Ids:
    archived = index.archived_ids
    if filter_by is CustomerFilter.ARCHIVED:
        return np.intersect1d(ids, archived, assume_unique=True)
    present = np.setdiff1d(ids, archived, assume_unique=True)
    if filter_by is CustomerFilter.ALL:
        return present
    standing = statuses(session, today)
    if filter_by is CustomerFilter.ATTENTION:
        members = standing.ids_with(Chip.ATTENTION, Chip.WATCH)
    elif filter_by is CustomerFilter.SECOND_VISIT:
        members = standing.ids_with(Chip.SECOND_VISIT)
    else:
        from app.domain.figures import InSegment
        from app.queries.people import people_behind

        members = np.array(people_behind(session, InSegment(Segment.LOYAL, today)), dtype=np.int64)
    return np.intersect1d(present, members, assume_unique=True)


def _sorted(session: Session, today: date, index: SearchIndex, ids: Ids, sort_by: CustomerSort) -> Ids:
    if sort_by is CustomerSort.NEWEST:
        return ids[::-1]
    by_kana = ids[np.argsort(index.ranks(ids), kind="stable")]
    if sort_by is CustomerSort.KANA or not len(ids):
        return by_kana
    standing = statuses(session, today)
    source = {
        CustomerSort.LAST_VISIT: standing.last_day,
        CustomerSort.AMOUNT: standing.amount,
        CustomerSort.VISITS: standing.visits,
    }[sort_by]
    if not len(source):
        return by_kana
    positions = standing.positions(by_kana)
    lowest = np.iinfo(np.int64).min
    values = np.where(positions >= 0, source[np.maximum(positions, 0)], lowest)
    return by_kana[np.argsort(-values.astype(np.float64), kind="stable")]


def in_kana_order(session: Session, ids: Sequence[int]) -> list[int]:
    """These customers as a list of names is read."""
    index = search_index(session)
    present = np.intersect1d(np.array(ids, dtype=np.int64), index.ids)
    return [int(i) for i in present[np.argsort(index.ranks(present), kind="stable")]]


def search_customers(session: Session, text: str, today: date, limit: int = 50) -> list[CustomerListRow]:
    """The first `limit` customers the text finds, those seen last first."""
    ids = customer_ids(session, today, text=text, sort_by=CustomerSort.LAST_VISIT)
    return list_rows(session, [int(i) for i in ids[:limit]], today)


def warm_up(session: Session) -> None:
    """Build the search before it is needed, so that the first key answers at once."""
    search_index(session)
