"""Companies as customers: the persons to talk to, and when they decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP

INTRODUCE_WITHIN = 14
"""Days for introducing oneself to a new contact person."""


class PersonGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This contact person is not there any more. Nothing was changed.")


class PersonNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter the name of the contact person.")


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
