"""What lists and pages are given about customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.contacts import ContactKind
from app.domain.customers import CustomerFields
from app.domain.status import Chip


class CustomerSort(StrEnum):
    LAST_VISIT = "last_visit"
    KANA = "kana"
    AMOUNT = "amount"
    VISITS = "visits"
    NEWEST = "newest"


class CustomerFilter(StrEnum):
    ALL = "all"
    REGULARS = "regulars"
    ATTENTION = "attention"
    SECOND_VISIT = "second_visit"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class CustomerListRow:
    """A line of the list. `last_day` None: no visit yet."""

    id: int
    name: str
    kana: str
    is_company: bool
    chip: Chip
    last_day: date | None


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """The record with what stands beside it."""

    id: int
    fields: CustomerFields
    archived_at: datetime | None
    left_on: date | None
    updated_at: datetime
    has_own_code: bool


class TimelineKind(StrEnum):
    VISIT = "visit"
    REFUND = "refund"
    PRINT = "print"
    CONTACT = "contact"
    CHANGE = "change"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One touch. `title` is the customer's or staff's own words (products, note, card); `source_id` the row it came from."""

    kind: TimelineKind
    day: date
    at: datetime
    title: str
    detail: str = ""
    amount: int | None = None
    staff: str = ""
    contact: ContactKind | None = None
    source_id: int = 0
