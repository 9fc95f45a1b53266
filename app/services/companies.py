"""Companies: the persons to talk to, and what is known of the company. Each change is one recorded act."""

from __future__ import annotations

from dataclasses import fields as fields_of
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.companies import CompanyProfile, PersonFields, PersonGone, PersonOutcome, checked_person, checked_profile
from app.models.companies import CompanyRecord, ContactPerson
from app.services.actions import recorded
from app.services.customers import find

_PERSON = tuple(field.name for field in fields_of(PersonFields))
_PROFILE = tuple(field.name for field in fields_of(CompanyProfile))


def add_person(session: Session, customer_id: int, fields: PersonFields, *, now: datetime, today: date) -> PersonOutcome:
    """PersonNameMissing, PersonTimeTurned, CustomerGone."""
    name = find(session, customer_id).name
    wanted = checked_person(fields)
    with recorded(session, ActionKind.ADD_PERSON, now=now, name=name) as act:
        if wanted.is_addressee:
            _address_nobody_else(session, customer_id, None)
        values = {name: getattr(wanted, name) for name in _PERSON}
        person = ContactPerson(**values, customer_id=customer_id, recorded_on=today, created_at=now)
        session.add(person)
        session.flush()
    return PersonOutcome(person.id, act.action_id)


def edit_person(session: Session, person_id: int, fields: PersonFields, *, now: datetime) -> int | None:
    """The action's id, None when nothing was different. PersonGone, PersonNameMissing, PersonTimeTurned."""
    person = _found(session, person_id)
    values = {name: getattr(checked_person(fields), name) for name in _PERSON}
    if all(getattr(person, name) == value for name, value in values.items()):
        return None
    with recorded(session, ActionKind.EDIT_PERSON, now=now, name=find(session, person.customer_id).name) as act:
        if values["is_addressee"]:
            _address_nobody_else(session, person.customer_id, person_id)
        for name, value in values.items():
            setattr(person, name, value)
    return act.action_id


def delete_person(session: Session, person_id: int, *, now: datetime) -> int:
    """The action's id. PersonGone."""
    person = _found(session, person_id)
    with recorded(session, ActionKind.DELETE_PERSON, now=now, name=find(session, person.customer_id).name) as act:
        session.delete(person)
    return act.action_id


def edit_company(session: Session, customer_id: int, profile: CompanyProfile, *, now: datetime) -> int | None:
    """The action's id, None when nothing was different. MonthOutOfRange, CustomerGone."""
    name = find(session, customer_id).name
    values = {name: getattr(checked_profile(profile), name) for name in _PROFILE}
    record = session.scalar(select(CompanyRecord).where(CompanyRecord.customer_id == customer_id))
    known = CompanyProfile() if record is None else record
    if all(getattr(known, name) == value for name, value in values.items()):
        return None
    with recorded(session, ActionKind.EDIT_COMPANY, now=now, name=name) as act:
        if record is None:
            session.add(CompanyRecord(customer_id=customer_id, **values))
        else:
            for name, value in values.items():
                setattr(record, name, value)
    return act.action_id


def _address_nobody_else(session: Session, customer_id: int, person_id: int | None) -> None:
    others = select(ContactPerson).where(ContactPerson.customer_id == customer_id, ContactPerson.is_addressee.is_(True))
    for other in session.scalars(others):
        if other.id != person_id:
            other.is_addressee = False


def _found(session: Session, person_id: int) -> ContactPerson:
    person = session.get(ContactPerson, person_id)
    if person is None:
        raise PersonGone
    return person
