"""The persons of a company and what is known of it."""

from __future__ import annotations

from dataclasses import fields as fields_of
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.companies import INTRODUCE_WITHIN, CompanyProfile, CompanyView, PersonFields, PersonRow, is_in_charge
from app.models.companies import CompanyRecord, ContactPerson

_PERSON = tuple(field.name for field in fields_of(PersonFields))
_PROFILE = tuple(field.name for field in fields_of(CompanyProfile))


def company_view(session: Session, customer_id: int, today: date) -> CompanyView:
    persons = session.scalars(select(ContactPerson).where(ContactPerson.customer_id == customer_id).order_by(ContactPerson.id))
    rows = sorted((_row(person, today) for person in persons), key=lambda row: (not row.is_current, not row.fields.is_addressee))
    record = session.scalar(select(CompanyRecord).where(CompanyRecord.customer_id == customer_id))
    profile = CompanyProfile() if record is None else CompanyProfile(**{name: getattr(record, name) for name in _PROFILE})
    return CompanyView(tuple(rows), profile)


def addressees(session: Session, today: date) -> dict[int, PersonFields]:
    """By company the person its post is addressed to, as long as that person is in charge."""
    persons = session.scalars(select(ContactPerson).where(ContactPerson.is_addressee.is_(True)).order_by(ContactPerson.id))
    return {person.customer_id: _fields(person) for person in persons if is_in_charge(today, person.until)}


def _fields(person: ContactPerson) -> PersonFields:
    return PersonFields(**{name: getattr(person, name) for name in _PERSON})


def _row(person: ContactPerson, today: date) -> PersonRow:
    fields = _fields(person)
    is_current = is_in_charge(today, person.until)
    began = person.since or person.recorded_on
    is_new = is_current and today - timedelta(days=INTRODUCE_WITHIN) <= began <= today
    return PersonRow(person.id, fields, person.recorded_on, is_current, is_new)
