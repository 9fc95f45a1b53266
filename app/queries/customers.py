"""Customers: the sorted list of ids, rows of a page of it, one record, and the search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customer_rows import (
    CustomerCard,
    CustomerFilter,
    CustomerListRow,
    CustomerSort,
    SimilarCustomer,
    SimilarWhy,
)
from app.domain.customer_rules import display_name
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.entities import Entity
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import day_of
from app.domain.phones import normal_digits
from app.domain.segments import Segment
from app.domain.status import Chip
from app.domain.text import fold
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer, fields_of_record
from app.models.shop import Staff
from app.queries.codes import customer_of_code
from app.queries.search import Ids, Mask, SearchIndex, search_index
from app.queries.standing import in_segment, statuses

NEAR = 500
PHONE_TAIL = 4


class CustomerMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This customer is no longer there. Nothing was changed. Please look at the list again.")


def customer_ids(
    session: Session,
    today: date,
    *,
    text: str = "",
    filter_by: CustomerFilter = CustomerFilter.ALL,
    sort_by: CustomerSort = CustomerSort.KANA,
    staff: str = "",
) -> Ids:
    """Ids of everyone the search and the filter leave, in the order asked for: int64[n]. `staff`: whose customers are MINE."""
    index = search_index(session)
    kept = _members(session, today, index, filter_by, staff)
    if text.strip():
        kept = kept & _found(session, index, text)
    order = _order(session, today, index, sort_by)
    return index.ids[order[kept[order]]]


def _found(session: Session, index: SearchIndex, text: str) -> Mask:
    """Who has every word of the text, and whose card or personal code it is."""
    whose = customer_of_code(session, text)
    found = index.find(text)
    return found if whose is None else found | index.mask_of(np.array([whose], dtype=np.int64))


def count_of(session: Session, today: date, filter_by: CustomerFilter, staff: str = "") -> int:
    return int(np.count_nonzero(_members(session, today, search_index(session), filter_by, staff)))


def filter_counts(session: Session, today: date, *, staff: str = "") -> dict[CustomerFilter, int]:
    return {choice: count_of(session, today, choice, staff) for choice in CustomerFilter}


def list_rows(session: Session, ids: Sequence[int], today: date) -> list[CustomerListRow]:
    """Rows for these ids, in their order; ids that are gone are left out."""
    wanted = [int(i) for i in ids]
    columns = (
        Customer.id, Customer.name, Customer.kana, Customer.kind, Customer.left_on, Customer.archived_at,
        Customer.phone, Customer.mobile, Customer.birthday, Customer.city, Customer.is_deceased,
    )  # fmt: skip
    found = {row.id: row for row in session.execute(select(*columns).where(Customer.id.in_(wanted)))}
    standing = statuses(session, today)
    positions = standing.positions(np.array(wanted, dtype=np.int64))
    rows = []
    for customer_id, position in zip(wanted, positions, strict=True):
        row = found.get(customer_id)
        if row is None:
            continue
        last = day_of(int(standing.last_day[position])) if position >= 0 else None
        chip = standing.chip_of(customer_id)
        if row.left_on is not None or row.archived_at is not None or row.is_deceased:
            chip = Chip.LEFT
        tail = normal_digits(row.mobile or row.phone)[-PHONE_TAIL:]
        is_company = row.kind is CustomerKind.COMPANY
        rows.append(CustomerListRow(row.id, row.name, row.kana, is_company, chip, last, tail, row.birthday, row.city, row.is_deceased))
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
    return fields_of_record(customer, staff or "", code or "")


def _members(session: Session, today: date, index: SearchIndex, filter_by: CustomerFilter, staff: str = "") -> Mask:
    if filter_by is CustomerFilter.ARCHIVED:
        return index.is_archived
    present = ~index.is_archived
    if filter_by is CustomerFilter.ALL:
        return present
    if filter_by is CustomerFilter.MINE:
        whose = select(Customer.id).join(Staff, Staff.id == Customer.staff_id).where(Staff.name == staff, Staff.is_active.is_(True))
        return present & index.mask_of(read_columns(session, whose)[0])
    standing = statuses(session, today)
    if filter_by is CustomerFilter.REGULARS:
        chosen = standing.customer[in_segment(standing, Segment.LOYAL)]
    else:
        chosen = standing.ids_with(Chip.ATTENTION if filter_by is CustomerFilter.ATTENTION else Chip.SECOND_VISIT)
    return present & index.mask_of(chosen)


def _order(session: Session, today: date, index: SearchIndex, sort_by: CustomerSort) -> Ids:
    """Positions in the index in the order asked for; those alike stand in the order of kana."""
    if sort_by is CustomerSort.KANA:
        return index.kana_order
    if sort_by is CustomerSort.NEWEST:
        return np.arange(len(index.ids))[::-1]

    def build() -> Ids:
        standing = statuses(session, today)
        source = {
            CustomerSort.LAST_VISIT: standing.last_day,
            CustomerSort.AMOUNT: standing.amount,
            CustomerSort.VISITS: standing.visits,
        }[sort_by]
        positions = standing.positions(index.ids[index.kana_order])
        lowest = np.iinfo(np.int64).min + 1
        values = np.full(len(positions), lowest) if not len(source) else np.where(positions >= 0, source[np.maximum(positions, 0)], lowest)
        return index.kana_order[np.argsort(-values, kind="stable")]

    if changed_in(session):
        return build()
    entities = (Entity.CUSTOMER, Entity.PURCHASE, Entity.SHOP)
    return cache_of(session).get(f"customers by {sort_by} on {today}", entities, build)


def in_kana_order(session: Session, ids: Sequence[int]) -> list[int]:
    """These customers as a list of names is read."""
    index = search_index(session)
    present = np.intersect1d(np.array(ids, dtype=np.int64), index.ids)
    return [int(i) for i in present[np.argsort(index.ranks(present), kind="stable")]]


def similar_customers(session: Session, fields: CustomerFields, *, besides: int | None = None, limit: int = 3) -> list[SimilarCustomer]:
    """Who has one of these phone numbers, or the same name: those with the phone first."""
    index = search_index(session)
    numbers = {normal_digits(number) for number in (fields.phone, fields.mobile)} - {""}
    name = display_name(fields)
    masks = [index.find(number) for number in numbers] + ([index.find(name)] if fold(name) else [])
    if not masks:
        return []
    near = index.ids[np.logical_or.reduce(masks)][:NEAR]
    columns = (Customer.id, Customer.name, Customer.kind, Customer.phone, Customer.mobile, Customer.archived_at)
    found = []
    for row in session.execute(select(*columns).where(Customer.id.in_([int(i) for i in near]), Customer.id != (besides or 0))):
        if numbers & {normal_digits(row.phone), normal_digits(row.mobile)}:
            why = SimilarWhy.PHONE
        elif name and fold(row.name) == fold(name):
            why = SimilarWhy.NAME
        else:
            continue
        found.append(
            SimilarCustomer(row.id, row.name, row.kind is CustomerKind.COMPANY, row.mobile or row.phone, row.archived_at is not None, why)
        )
    found.sort(key=lambda similar: (similar.why is SimilarWhy.NAME, similar.id))
    return found[:limit]


def search_customers(session: Session, text: str, today: date, limit: int = 50) -> list[CustomerListRow]:
    """The first `limit` customers the text finds, those seen last first."""
    ids = customer_ids(session, today, text=text, sort_by=CustomerSort.LAST_VISIT)
    return list_rows(session, [int(i) for i in ids[:limit]], today)
