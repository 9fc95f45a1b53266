"""The people who serve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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


class StaffHasVoices(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "{name} still has voices of customers to answer ({count}). Nothing was changed. Please hand them over to somebody first."
    )


class StaffUnknown(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This member of staff is no longer in the list. Nothing was changed.")


class HandOverToSelf(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please choose somebody else to hand the customers over to.")


class NothingToHandOver(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "{name} has nothing to hand over in these days. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class StaffFields:
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """`customers`: how many are theirs, archived ones included; `voices` not closed that are theirs. With one or more of either they cannot
    leave the list."""

    id: int
    name: str
    role: str
    is_active: bool
    customers: int
    voices: int = 0


@dataclass(frozen=True, slots=True)
class HandOverSpan:
    """The days whose work is handed over for a while: from `start` up to `end`, which is no part of it. None as `start`: whatever was due
    before `end`, also what is late. The customers stay with their member."""

    start: date | None
    end: date

    def has(self, day: date | None) -> bool:
        return day is not None and day < self.end and (self.start is None or day >= self.start)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What went to the other member."""

    action_id: int
    customers: int
    follow_ups: int = 0
    voices: int = 0
    proposals: int = 0
    contracts: int = 0
    rules: int = 0
