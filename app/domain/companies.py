"""Companies as customers: the persons to talk to, and when they decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.customers import CustomerFields, CustomerKind
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP

INTRODUCE_WITHIN = 14
"""Days for introducing oneself to a new contact person."""


class PersonGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This contact person is not there any more. Nothing was changed.")


class PersonNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter the name of the contact person.")


class PersonTimeTurned(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a day that is not before the first day of this contact person.")


class MonthOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a month from 1 to 12.")


@dataclass(frozen=True, slots=True)
class PersonFields:
    """`since` None: not known; `until`: no longer in charge from that day on. One of a company's persons is the addressee."""

    name: str
    kana: str = ""
    department: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    since: date | None = None
    until: date | None = None
    is_addressee: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class CompanyProfile:
    """`fiscal_month`: in which the year of the company begins; `budget_month`: in which it decides on money. None: not known."""

    industry: str = ""
    size: str = ""
    issues: str = ""
    fiscal_month: int | None = None
    budget_month: int | None = None


@dataclass(frozen=True, slots=True)
class PersonOutcome:
    person_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`is_current`: in charge on the day that was asked for; `is_new`: still to be introduced to, within INTRODUCE_WITHIN days."""

    id: int
    fields: PersonFields
    recorded_on: date
    is_current: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class CompanyView:
    """The persons in charge first, the addressee before all; then former ones."""

    persons: tuple[PersonRow, ...] = ()
    profile: CompanyProfile = CompanyProfile()


def addressed_to(company: CustomerFields, person: PersonFields) -> CustomerFields:
    """The company's record as its post to a person is addressed: the company above, the person below."""
    return replace(
        company,
        kind=CustomerKind.PERSON,
        company=company.company or company.name,
        name=person.name,
        kana=person.kana,
        family_name="",
        given_name="",
        department=person.department,
        role=person.role,
        honorific="",
    )


def is_in_charge(day: date, until: date | None) -> bool:
    return until is None or day < until


def checked_person(fields: PersonFields) -> PersonFields:
    """Words trimmed; who is no longer in charge gets no post. PersonNameMissing, PersonTimeTurned."""
    name = " ".join(fields.name.split())
    if not name:
        raise PersonNameMissing(field="name")
    if fields.since is not None and fields.until is not None and fields.until < fields.since:
        raise PersonTimeTurned(field="until")
    return replace(
        fields,
        name=name,
        kana=fields.kana.strip(),
        department=fields.department.strip(),
        role=fields.role.strip(),
        phone=fields.phone.strip(),
        email=fields.email.strip(),
        note=fields.note.strip(),
        is_addressee=fields.is_addressee and fields.until is None,
    )


def checked_profile(profile: CompanyProfile) -> CompanyProfile:
    """Words trimmed. MonthOutOfRange."""
    for name in ("fiscal_month", "budget_month"):
        month = getattr(profile, name)
        if month is not None and not 1 <= month <= 12:
            raise MonthOutOfRange(field=name)
    return replace(profile, industry=profile.industry.strip(), size=profile.size.strip(), issues=profile.issues.strip())
