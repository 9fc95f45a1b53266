"""The people who serve."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class StaffNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type a name.")


class StaffNameTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is already somebody called {name}. Please tell the two apart in the name.")


class StaffHasCustomers(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "{name} still looks after customers ({count}). Nothing was changed. Please hand them over to somebody first."
    )


class StaffUnknown(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This member of staff is no longer in the list. Nothing was changed.")


class HandOverToSelf(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please choose somebody else to hand the customers over to.")


@dataclass(frozen=True, slots=True)
class StaffFields:
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """`customers`: how many are theirs, archived ones included; with one or more they cannot leave the list."""

    id: int
    name: str
    role: str
    is_active: bool
    customers: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    action_id: int
    customers: int
