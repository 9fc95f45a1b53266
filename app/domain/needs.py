"""What a customer needs again: noted by hand with its day, or a product that is used up by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import add_months

KEEPS_RHYTHM_DAYS = 31
"""Had so many days before or after its day, the next one is counted from the day it was due; farther off, from the day it was had."""
LONGEST_ROUND = 240


class NeedTitleMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter what is needed again.")


class NeedRoundOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a whole number of months from 1 to {longest}.")


@dataclass(frozen=True, slots=True)
class NeedFields:
    """`every_months` None: once. A purchase of `product_id` does it."""

    title: str
    due: date
    product_id: int | None = None
    every_months: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NeedOutcome:
    need_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class NextDue:
    """`need_id` None: a product bought on `bought` is used up by then. `days_left` is below zero when the day has passed."""

    customer_id: int
    customer: str
    title: str
    due: date
    days_left: int
    need_id: int | None = None
    product_id: int | None = None
    every_months: int | None = None
    bought: date | None = None
    note: str = ""


def next_need(due: date, done: date, every_months: int) -> date:
    """When it is needed again after it was had on `done`."""
    base = due if abs((done - due).days) <= KEEPS_RHYTHM_DAYS else done
    found = add_months(base, every_months)
    return found if found > done else add_months(done, every_months)


def checked_need(fields: NeedFields) -> NeedFields:
    """Words trimmed. NeedTitleMissing, NeedRoundOutOfRange."""
    title = " ".join(fields.title.split())
    if not title:
        raise NeedTitleMissing(field="title")
    if fields.every_months is not None and not 1 <= fields.every_months <= LONGEST_ROUND:
        raise NeedRoundOutOfRange(field="every_months", longest=LONGEST_ROUND)
    return NeedFields(title, fields.due, fields.product_id, fields.every_months, fields.note.strip())
