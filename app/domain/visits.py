"""Recording visits: what comes of it, and why it may be refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.errors import DomainError
from app.domain.follow_ups import FollowUpFields
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.purchases import LineFields
from app.domain.refunds import RefundPoints
from app.domain.shop import TaxEntry

LARGEST_AMOUNT = 10**11


class Keep(Enum):
    """Says "leave the customer as it is" where None already says "no customer"."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class VisitOutcome:
    """`receipt` is the number typed, or the one given when none was; `action_id` undoes the act. `balance`: the customer's points
    after it; `points_earned` and `points_used` of this purchase."""

    purchase_id: int
    action_id: int
    receipt: str
    points_earned: int = 0
    points_used: int = 0
    balance: int = 0


@dataclass(frozen=True, slots=True)
class VisitExtras:
    """What is recorded together with a visit: the code of a card (`code_by_another`: it may be somebody else's), the code of who
    sent a new customer, the next appointment."""

    code: str = ""
    code_by_another: bool = False
    referral_code: str = ""
    follow_up: FollowUpFields | None = None


NO_EXTRAS = VisitExtras()


@dataclass(frozen=True, slots=True)
class RefundBasis:
    """A purchase as a refund sees it: `left` may still be given back (minor units). `name` is empty without a customer; `refunded`
    are the lines of its refunds so far, below zero; `points` None when it earns none and used none."""

    day: date
    receipt: str
    name: str
    currency: str
    amount: int
    left: int
    lines: tuple[LineFields, ...]
    is_company: bool = False
    tax_entry: TaxEntry = TaxEntry.INCLUDED
    refunded: tuple[LineFields, ...] = ()
    points: RefundPoints | None = None


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """What was bought and how it was paid: `payment` in minor units with tax, None for money that went back."""

    lines: tuple[LineFields, ...]
    tax_entry: TaxEntry = TaxEntry.INCLUDED
    points_used: int = 0
    payment: int | None = None


class VisitInFuture(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This day is still to come. Nothing was recorded. Please choose today or an earlier day.")


class VisitWithoutAmount(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The amount must be above zero. Nothing was recorded. To give money back, open the purchase and choose refund."
    )


class AmountTooLarge(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This amount is too large. Nothing was recorded. Please check the digits.")


class RefundTooLarge(DomainError):
    """`left` is what may still be given back, in minor units."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This is more than is left of the purchase. Nothing was recorded. Please enter a smaller amount."
    )


class NothingLeftToRefund(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This purchase has already been given back in full. Nothing was changed.")


class RefundBeforeVisit(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A refund cannot be earlier than its purchase. Nothing was recorded. Please choose a later day.")


class VisitAfterRefund(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A visit cannot be later than its refund. Nothing was changed. Please choose an earlier day.")


class RefundNotEditable(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A refund is not changed afterwards. Nothing was changed. Please delete it and record it again.")


class LessThanRefunded(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "More than this amount has already been given back. Nothing was changed. Please delete the refund first."
    )


class VisitGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This purchase is no longer there. Nothing was changed. Please look at the list again.")


class CustomerGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This customer is no longer there. Nothing was changed. Please look at the list again.")


class UnknownStaff(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Nobody called {name} is on the staff list. Nothing was recorded. Please choose from the list.")


def checked_amount(lines: Sequence[LineFields]) -> int:
    """The amount of a visit. VisitWithoutAmount, AmountTooLarge."""
    amount = sum(line.amount for line in lines)
    if amount <= 0:
        raise VisitWithoutAmount(field="amount")
    if amount > LARGEST_AMOUNT or any(abs(line.amount) > LARGEST_AMOUNT for line in lines):
        raise AmountTooLarge(field="amount")
    return amount


def checked_refund(amount: int, left: int) -> int:
    """What is given back of a purchase of which `left` remains, as a positive amount. NothingLeftToRefund, RefundTooLarge."""
    if left <= 0:
        raise NothingLeftToRefund
    if amount <= 0:
        raise VisitWithoutAmount(field="amount")
    if amount > left:
        raise RefundTooLarge(field="amount", left=left)
    return amount


def check_day(day: date, today: date) -> None:
    """VisitInFuture."""
    if day > today:
        raise VisitInFuture(field="day")


def next_receipt(day: date, taken: Sequence[str]) -> str:
    """A number for a receipt typed without one: the day and a running number, "20261120-003"."""
    head = f"{day:%Y%m%d}-"
    numbers = [int(receipt[len(head) :]) for receipt in taken if receipt.startswith(head) and receipt[len(head) :].isdecimal()]
    return f"{head}{max(numbers, default=0) + 1:03d}"
