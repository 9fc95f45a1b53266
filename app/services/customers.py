"""Adding, changing and archiving customers; what was said with them. Each is one recorded act."""

from __future__ import annotations

from dataclasses import fields as fields_of
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.contacts import ContactKind
from app.domain.customer_rows import CustomerOutcome
from app.domain.customer_rules import CodeTaken, ContactEmpty, CustomerGone, NameMissing, completed, display_name, index_keys
from app.domain.customers import CustomerFields
from app.domain.returned import with_mark_of_address
from app.domain.visits import KEEP, Keep
from app.models.customer import Contact, Customer, CustomerChange, fields_of_record
from app.models.shop import Staff
from app.services.actions import recorded
from app.services.referrals import refuse_circle

_NOT_COLUMNS = {"referred_by", "staff", "code", "tags", "joint_names", "own"}
_TOLD_BY_OTHERS = {"family_name", "given_name", "family_kana", "given_kana"}


def add_customer(session: Session, fields: CustomerFields, *, now: datetime, today: date) -> int:
    """A new customer; a name (or a company) is enough. NameMissing, CodeTaken."""
    return register_customer(session, fields, now=now, today=today).customer_id


def register_customer(
    session: Session, fields: CustomerFields, *, now: datetime, today: date, referrer: int | Keep | None = KEEP
) -> CustomerOutcome:
    """As `add_customer`, with what undoes it; `referrer` names the customer who sent this one."""
    with recorded(session, ActionKind.ADD_CUSTOMER, now=now, name=display_name(fields)) as act:
        customer = new_customer(session, fields, now=now, today=today, referrer=referrer)
    return CustomerOutcome(customer.id, act.action_id)


def new_customer(session: Session, fields: CustomerFields, *, now: datetime, today: date, referrer: int | Keep | None = KEEP) -> Customer:
    """The row of a new customer, written within the act that is being recorded. NameMissing, CodeTaken."""
    customer = Customer(created_at=now, updated_at=now, joined_on=fields.joined_on or today)
    write_fields(session, customer, fields, referrer)
    customer.joined_on = fields.joined_on or today
    session.add(customer)
    session.flush()
    return customer


def edit_customer(
    session: Session, customer_id: int, fields: CustomerFields, *, now: datetime, referrer: int | Keep | None = KEEP
) -> int | None:
    """Write what the form says; the id of the action, or None when nothing was different.

    Without `referrer` the one named by `fields.referred_by` counts; one without a customer number stays. As `add_customer`; also
    ReferredOneself, ReferralCircle. A mark that post came back goes with the address it was set for.
    """
    customer = find(session, customer_id)
    fields = with_mark_of_address(fields_of_record(customer, "", ""), fields)
    before = snapshot(session, customer)
    with session.no_autoflush:
        write_fields(session, customer, fields, referrer)
        after = snapshot(session, customer)
    changed = [name for name, value in after.items() if value != before[name]]
    # What was written to be compared is given up again; the recorder must see the change itself.
    session.expire(customer)
    if not changed:
        return None
    session.refresh(customer)
    with recorded(session, ActionKind.EDIT_CUSTOMER, now=now, name=display_name(fields)) as act:
        write_fields(session, customer, fields, referrer)
        customer.updated_at = now
        for name in changed:
            if name not in _TOLD_BY_OTHERS:
                note_change(session, customer, now, name, before[name], after[name])
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
    """Set marks that decide whether paper is sent or the customer is still one: do_not_contact, post_consent, post_consent_on,
    post_consent_source, mourning_until, is_deceased, bad_address, left_on."""
    customer = find(session, customer_id)
    with recorded(session, ActionKind.MARK_CUSTOMER, now=now, name=customer.name) as act:
        for name, value in marks.items():
            before = _shown(getattr(customer, name))
            setattr(customer, name, value)
            if _shown(value) != before:
                note_change(session, customer, now, name, before, _shown(value))
        customer.updated_at = now
    return act.action_id


def write_note(session: Session, customer_id: int, note: str, *, now: datetime) -> int | None:
    """Replace what is to be remembered of the customer."""
    customer = find(session, customer_id)
    if customer.note == note:
        return None
    with recorded(session, ActionKind.EDIT_CUSTOMER, now=now, name=customer.name) as act:
        note_change(session, customer, now, "note", customer.note, note)
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


def write_fields(session: Session, customer: Customer, fields: CustomerFields, referrer: int | Keep | None = KEEP) -> None:
    """Put the fields on the row with what follows from them: display name, search and sort keys."""
    fields = completed(fields)
    if not fields.name:
        raise NameMissing(field="name")
    for field in fields_of(CustomerFields):
        if field.name not in _NOT_COLUMNS:
            setattr(customer, field.name, getattr(fields, field.name))
    customer.tags = list(fields.tags)
    customer.joint_names = list(fields.joint_names)
    customer.own = dict(fields.own)
    customer.code = _free_code(session, customer, fields.code)
    customer.staff_id = staff_named(session, fields.staff)
    brought_by = _referrer(session, customer, fields, referrer)
    if brought_by != customer.referred_by_id:
        refuse_circle(session, brought_by, customer.id)
    customer.referred_by_id = brought_by
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


def snapshot(session: Session, customer: Customer) -> dict[str, str]:
    """The columns a user sees, as text, for the history of changes: names instead of ids, days as ISO, marks as "1" or ""."""
    hidden = {"id", "search_key", "sort_key", "created_at", "updated_at", "import_id", "staff_id", "referred_by_id", "own"}
    hidden |= {"household_id", "household_place"}
    names = [column.key for column in Customer.__mapper__.column_attrs if column.key not in hidden]
    shown = {name: _shown(getattr(customer, name)) for name in names}
    shown["own"] = "、".join(f"{key}: {value}" for key, value in sorted(customer.own.items()))
    shown["staff"] = session.scalar(select(Staff.name).where(Staff.id == customer.staff_id)) or ""
    shown["referred_by"] = session.scalar(select(Customer.name).where(Customer.id == customer.referred_by_id)) or ""
    return shown


def note_change(session: Session, customer: Customer, now: datetime, field: str, before: str, after: str) -> None:
    """A line of the record's own history."""
    session.add(CustomerChange(customer_id=customer.id, at=now, field=field, before=before, after=after))


def _shown(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    return "、".join(value) if isinstance(value, list) else str(value)


def _referrer(session: Session, customer: Customer, fields: CustomerFields, referrer: int | Keep | None) -> int | None:
    if not isinstance(referrer, Keep):
        return referrer
    if fields.referred_by:
        return customer_coded(session, fields.referred_by)
    kept = customer.referred_by_id
    with session.no_autoflush:
        has_code = session.scalar(select(Customer.code.is_not(None)).where(Customer.id == kept)) if kept else False
    return None if has_code else kept
