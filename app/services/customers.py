"""Adding, changing and archiving customers; what was said with them. Each is one recorded act."""

from __future__ import annotations

from dataclasses import fields as fields_of
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.contacts import ContactKind
from app.domain.customer_rules import CodeTaken, ContactEmpty, CustomerGone, NameMissing, completed, display_name, index_keys
from app.domain.customers import CustomerFields
from app.models.customer import Contact, Customer, CustomerChange
from app.models.shop import Staff
from app.services.actions import recorded

_NOT_COLUMNS = {"referred_by", "staff", "code", "tags", "own"}


def add_customer(session: Session, fields: CustomerFields, *, now: datetime, today: date) -> int:
    """A new customer; a name (or a company) is enough. NameMissing, CodeTaken."""
    customer = Customer(created_at=now, updated_at=now, joined_on=fields.joined_on or today)
    with recorded(session, ActionKind.ADD_CUSTOMER, now=now, name=display_name(fields)):
        write_fields(session, customer, fields)
        customer.joined_on = fields.joined_on or today
        session.add(customer)
        session.flush()
    return customer.id


def edit_customer(session: Session, customer_id: int, fields: CustomerFields, *, now: datetime) -> int | None:
    """Write what the form says; the id of the action, or None when nothing was different."""
    customer = find(session, customer_id)
    before = snapshot(customer)
    with session.no_autoflush:
        write_fields(session, customer, fields)
    changed = {name: (before[name], value) for name, value in snapshot(customer).items() if value != before[name]}
    if not changed:
        session.expire(customer)
        return None
    session.refresh(customer)
    with recorded(session, ActionKind.EDIT_CUSTOMER, now=now, name=display_name(fields)) as act:
        write_fields(session, customer, fields)
        customer.updated_at = now
        for name, (old, new) in changed.items():
            session.add(CustomerChange(customer_id=customer.id, at=now, field=name, before=old, after=new))
    return act.action_id


def archive_customer(session: Session, customer_id: int, *, now: datetime) -> int:
    """Put the customer out of the lists; nothing is deleted."""
    customer = find(session, customer_id)
    with recorded(session, ActionKind.ARCHIVE_CUSTOMER, now=now, name=customer.name) as act:
        customer.archived_at = now
    return act.action_id


def restore_customer(session: Session, customer_id: int, *, now: datetime) -> int:
    customer = find(session, customer_id)
    with recorded(session, ActionKind.RESTORE_CUSTOMER, now=now, name=customer.name) as act:
        customer.archived_at = None
    return act.action_id


def mark_customer(session: Session, customer_id: int, *, now: datetime, **marks: Any) -> int:
    """Set marks that decide whether paper is sent or the customer has left: do_not_contact, post_consent,
    post_consent_on, mourning_until, bad_address, left_on."""
    customer = find(session, customer_id)
    with recorded(session, ActionKind.MARK_CUSTOMER, now=now, name=customer.name) as act:
        for name, value in marks.items():
            setattr(customer, name, value)
        customer.updated_at = now
    return act.action_id


def write_note(session: Session, customer_id: int, note: str, *, now: datetime) -> int | None:
    """Replace what is to be remembered of the customer."""
    customer = find(session, customer_id)
    if customer.note == note:
        return None
    with recorded(session, ActionKind.EDIT_CUSTOMER, now=now, name=customer.name) as act:
        session.add(CustomerChange(customer_id=customer.id, at=now, field="note", before=customer.note, after=note))
        customer.note = note
        customer.updated_at = now
    return act.action_id


def add_contact(session: Session, customer_id: int, kind: ContactKind, text: str, *, day: date, staff_id: int | None, now: datetime) -> int:
    """Note a call, a talk or a remark; the id of the action."""
    if not text.strip():
        raise ContactEmpty(field="text")
    customer = find(session, customer_id)
    with recorded(session, ActionKind.ADD_CONTACT, now=now, name=customer.name) as act:
        session.add(Contact(customer_id=customer.id, kind=kind, day=day, at=now, staff_id=staff_id, text=text.strip()))
    return act.action_id


def delete_contact(session: Session, contact_id: int, *, now: datetime) -> int:
    contact = session.get(Contact, contact_id)
    if contact is None:
        raise CustomerGone
    name = find(session, contact.customer_id).name
    with recorded(session, ActionKind.DELETE_CONTACT, now=now, name=name) as act:
        session.delete(contact)
    return act.action_id


def find(session: Session, customer_id: int) -> Customer:
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise CustomerGone
    return customer


def write_fields(session: Session, customer: Customer, fields: CustomerFields) -> None:
    """Put the fields on the row with what follows from them: display name, search and sort keys."""
    fields = completed(fields)
    if not fields.name:
        raise NameMissing(field="name")
    for field in fields_of(CustomerFields):
        if field.name not in _NOT_COLUMNS:
            setattr(customer, field.name, getattr(fields, field.name))
    customer.tags = list(fields.tags)
    customer.own = dict(fields.own)
    customer.code = _free_code(session, customer, fields.code)
    customer.staff_id = staff_named(session, fields.staff)
    customer.referred_by_id = customer_coded(session, fields.referred_by)
    customer.search_key, customer.sort_key = index_keys(fields)


def _free_code(session: Session, customer: Customer, code: str) -> str | None:
    if not code:
        return None
    with session.no_autoflush:
        holder = session.scalar(select(Customer.id).where(Customer.code == code))
    if holder is not None and holder != customer.id:
        raise CodeTaken(field="code", code=code)
    return code


def staff_named(session: Session, name: str) -> int | None:
    if not name:
        return None
    with session.no_autoflush:
        return session.scalar(select(Staff.id).where(Staff.name == name).order_by(Staff.is_active.desc(), Staff.id).limit(1))


def customer_coded(session: Session, code: str) -> int | None:
    if not code:
        return None
    with session.no_autoflush:
        return session.scalar(select(Customer.id).where(Customer.code == code))


def snapshot(customer: Customer) -> dict[str, str]:
    """The columns a user sees, as text, for the history of changes."""
    hidden = {"id", "search_key", "sort_key", "created_at", "updated_at", "import_id"}
    names = [column.key for column in Customer.__mapper__.column_attrs if column.key not in hidden]
    return {name: "" if getattr(customer, name) is None else str(getattr(customer, name)) for name in names}
