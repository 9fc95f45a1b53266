"""Contracts and needs that come round: plans, renewals, prices, pauses, ends; inspections, refills, seasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import add_months, months_between

LARGEST_PRICE = 1_000_000_000
LONGEST_TERM = 600


class ContractKind(StrEnum):
    """PLAN runs on until it is ended; JOB (a job or project) is done one day."""

    PLAN = "plan"
    JOB = "job"


class PriceEvery(StrEnum):
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"


class ContractEventKind(StrEnum):
    STARTED = "started"
    RENEWED = "renewed"
    PRICE = "price"
    PAUSED = "paused"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    ENDED = "ended"


END_STEPS = (ContractEventKind.CANCELLED, ContractEventKind.ENDED)


class ContractState(StrEnum):
    """On a day. COMING: it begins later; ENDING: it runs, and the day of its end is known; DONE: a job that is finished."""

    COMING = "coming"
    RUNNING = "running"
    PAUSED = "paused"
    ENDING = "ending"
    ENDED = "ended"
    DONE = "done"


class ContractView(StrEnum):
    """What a list of contracts shows. DUE_*: to be renewed, or running out, within so many days or overdue."""

    DUE_30 = "due_30"
    DUE_60 = "due_60"
    DUE_90 = "due_90"
    RUNNING = "running"
    ENDED = "ended"


DUE_DAYS: Mapping[ContractView, int] = {ContractView.DUE_30: 30, ContractView.DUE_60: 60, ContractView.DUE_90: 90}

KIND_NAMES: Mapping[ContractKind, str] = {
    ContractKind.PLAN: QT_TRANSLATE_NOOP("Contracts", "Contract"),
    ContractKind.JOB: QT_TRANSLATE_NOOP("Contracts", "Job or project"),
}
STATE_NAMES: Mapping[ContractState, str] = {
    ContractState.COMING: QT_TRANSLATE_NOOP("Contracts", "Begins later"),
    ContractState.RUNNING: QT_TRANSLATE_NOOP("Contracts", "Runs"),
    ContractState.PAUSED: QT_TRANSLATE_NOOP("Contracts", "Paused"),
    ContractState.ENDING: QT_TRANSLATE_NOOP("Contracts", "Ends soon"),
    ContractState.ENDED: QT_TRANSLATE_NOOP("Contracts", "Ended"),
    ContractState.DONE: QT_TRANSLATE_NOOP("Contracts", "Done"),
}


class ContractGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This contract is not there any more. Nothing was changed.")


class NeedGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This need is not there any more. Nothing was changed.")


class ContractPlanMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter what the contract is for.")


class ContractStartMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter the day on which it begins.")


class ContractDayBeforeStart(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a day that is not before the contract begins.")


class ContractTermOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a whole number of months from 1 to {longest}.")


class ContractPriceOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a price of zero or more that is not above {largest}.")


class ContractEnded(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This contract has ended already. Nothing was changed.")


class ContractNotRenewed(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This contract has no day of renewal. Please enter one first.")


class PauseTooShort(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a day after the one on which the pause begins.")


@dataclass(frozen=True, slots=True)
class ContractFields:
    """What a form says. `term_months` None: it runs on without being renewed; `renews_on` None with a term: worked out from the start.
    `price` in minor units, None: not known."""

    plan: str
    kind: ContractKind = ContractKind.PLAN
    product_id: int | None = None
    staff_id: int | None = None
    started_on: date | None = None
    term_months: int | None = None
    renews_on: date | None = None
    price: int | None = None
    price_every: PriceEvery = PriceEvery.MONTH
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContractOutcome:
    contract_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A step of a contract's course."""

    kind: ContractEventKind
    day: date
    price: int | None
    text: str


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract as it stands on a day. `days_left` until it is renewed or runs out, below zero when that day has passed, None where
    there is nothing to renew; `price` of that day, `next_price` from `next_price_from` on. `paused_until` is excluded."""

    id: int
    customer_id: int
    customer: str
    kind: ContractKind
    state: ContractState
    plan: str
    product: str
    product_id: int | None
    staff: str
    staff_id: int | None
    started_on: date
    ended_on: date | None
    term_months: int | None
    renews_on: date | None
    days_left: int | None
    price: int | None
    price_every: PriceEvery
    next_price: int | None
    next_price_from: date | None
    paused_from: date | None
    paused_until: date | None
    reason: str
    note: str
    course: tuple[CourseRow, ...] = ()

    @property
    def is_over(self) -> bool:
        return self.state in (ContractState.ENDED, ContractState.DONE)

    def fields(self) -> ContractFields:
        """As the form that changes it begins."""
        return ContractFields(
            self.plan,
            self.kind,
            self.product_id,
            self.staff_id,
            self.started_on,
            self.term_months,
            self.renews_on,
            self.price,
            self.price_every,
            self.note,
        )


def is_active_on(day: date, started_on: date, ended_on: date | None) -> bool:
    """Whether there is a contract on a day: from its first day on until, and without, the day it ended. A pause does not end it."""
    return started_on <= day and (ended_on is None or day < ended_on)


def state_on(
    day: date,
    kind: ContractKind,
    started_on: date,
    ended_on: date | None,
    paused_from: date | None = None,
    paused_until: date | None = None,
) -> ContractState:
    if ended_on is not None and ended_on <= day:
        return ContractState.DONE if kind is ContractKind.JOB else ContractState.ENDED
    if day < started_on:
        return ContractState.COMING
    if paused_from is not None and paused_from <= day and (paused_until is None or day < paused_until):
        return ContractState.PAUSED
    return ContractState.RUNNING if ended_on is None else ContractState.ENDING


def next_renewal(started_on: date, renews_on: date, term_months: int, after: date) -> date:
    """The day of the renewal that follows `renews_on`: one term later, or as many as it takes to come after `after`.

    Counted from the day it began, so that a month that is too short moves one renewal and not all that follow; a day of renewal that
    does not belong to that row was agreed by hand, and is counted from itself.
    """
    months = months_between(started_on, renews_on)
    is_of_row = months >= 0 and add_months(started_on, months) == renews_on
    first, passed = (started_on, months) if is_of_row else (renews_on, 0)
    found = renews_on
    while found <= renews_on or found <= after:
        passed += term_months
        found = add_months(first, passed)
    return found


def first_renewal(started_on: date, term_months: int, today: date) -> date:
    """Of a contract that is noted today: the first end of a term that is today or later."""
    terms = 1
    while add_months(started_on, terms * term_months) < today:
        terms += 1
    return add_months(started_on, terms * term_months)


def checked_contract(fields: ContractFields, today: date) -> ContractFields:
    """With its renewal worked out and words trimmed. ContractPlanMissing, ContractStartMissing, ContractTermOutOfRange,
    ContractPriceOutOfRange, ContractDayBeforeStart."""
    plan = " ".join(fields.plan.split())
    if not plan:
        raise ContractPlanMissing(field="plan")
    if fields.started_on is None:
        raise ContractStartMissing(field="started_on")
    if fields.term_months is not None and not 1 <= fields.term_months <= LONGEST_TERM:
        raise ContractTermOutOfRange(field="term_months", longest=LONGEST_TERM)
    check_price(fields.price)
    is_job = fields.kind is ContractKind.JOB
    term = None if is_job else fields.term_months
    renews = None if is_job else fields.renews_on
    if renews is None and term is not None:
        renews = first_renewal(fields.started_on, term, today)
    if renews is not None and renews <= fields.started_on:
        raise ContractDayBeforeStart(field="renews_on")
    return ContractFields(
        plan,
        fields.kind,
        fields.product_id,
        fields.staff_id,
        fields.started_on,
        term,
        renews,
        fields.price,
        fields.price_every,
        fields.note.strip(),
    )


def check_price(price: int | None) -> None:
    """ContractPriceOutOfRange."""
    if price is not None and not 0 <= price <= LARGEST_PRICE:
        raise ContractPriceOutOfRange(field="price", largest=LARGEST_PRICE)
