"""The words of a customer's record: the fields a shop may know, as typed, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Consent(StrEnum):
    """What a customer said about one channel. A `no` is sticky: no file turns it back."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class CustomerKind(StrEnum):
    PERSON = "person"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day whose year may be unknown (`year` None): birthdays. As text "1958-06-02" or "--06-02"."""

    year: int | None
    month: int
    day: int

    def __post_init__(self) -> None:
        date(self.year if self.year is not None else 2000, self.month, self.day)

    def __str__(self) -> str:
        head = "-" if self.year is None else f"{self.year:04d}"
        return f"{head}-{self.month:02d}-{self.day:02d}"

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the text form; ValueError when it is none."""
        if text.startswith("--"):
            month, day = text[2:].split("-")
            return cls(None, int(month), int(day))
        year, month, day = text.split("-")
        return cls(int(year), int(month), int(day))


@dataclass(frozen=True, slots=True)
class CustomerFields:
    """Everything a form or a file may say about a customer. Names are stored as typed.

    `name` is the display name: family and given name with one space, or the company for a company without a person.
    Phones and postal code are kept as digits with the usual hyphens ("090-1234-0000", "150-0001").
    `staff` and `referred_by` name a staff member and a customer code; `own` holds the shop's own fields. The sources of consent say
    how it was given or withdrawn. `joint_names`: family without records of their own who share the post, as typed.
    """

    code: str = ""
    kind: CustomerKind = CustomerKind.PERSON
    name: str = ""
    family_name: str = ""
    given_name: str = ""
    kana: str = ""
    family_kana: str = ""
    given_kana: str = ""
    honorific: str = ""
    company: str = ""
    department: str = ""
    role: str = ""
    postal_code: str = ""
    prefecture: str = ""
    city: str = ""
    street: str = ""
    building: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    birthday: PartialDate | None = None
    gender: str = ""
    joined_on: date | None = None
    channel: str = ""
    referred_by: str = ""
    staff: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    post_consent: Consent = Consent.UNKNOWN
    post_consent_on: date | None = None
    post_consent_source: str = ""
    email_consent: Consent = Consent.UNKNOWN
    email_consent_on: date | None = None
    email_consent_source: str = ""
    do_not_contact: bool = False
    mourning_until: date | None = None
    is_deceased: bool = False
    bad_address: bool = False
    joint_names: tuple[str, ...] = ()
    points_opening: int = 0
    own: Mapping[str, str] = field(default_factory=dict)
