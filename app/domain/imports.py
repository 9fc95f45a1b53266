"""Bringing a list in: what is decided about doubles, what came of it, and how long it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP

UNDO_DAYS = 30


class DoubleChoice(StrEnum):
    """What happens with a row that may be somebody who is there already."""

    MERGE = "merge"
    SEPARATE = "separate"
    LATER = "later"


class ImportKind(StrEnum):
    CUSTOMERS = "customers"
    PURCHASES = "purchases"
    POINTS = "points-opening"
    PRODUCTS = "products"
    ANSWERS = "answers"
    CONTRACTS = "contracts"


class ImportGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This import is not there any more. Nothing was changed.")


class ImportUndone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This import was undone already. Nothing was changed.")


class ImportTooOld(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "This import is older than {days} days and can no longer be undone. Nothing was changed. "
        "A backup from before it can still be restored.",
    )


class SurveyChangedMeanwhile(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The survey was changed while the file was read. Nothing was imported. Please choose the file once more."
    )


class SurveyNotNamed(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "Please name the survey the answers belong to with --survey: its number or its title. Nothing was imported."
    )


@dataclass(frozen=True, slots=True)
class ImportSource:
    """The file by name and by the hash of its bytes."""

    file_name: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An import of the past."""

    id: int
    at: datetime
    kind: ImportKind
    file_name: str
    accepted: int
    created: int
    updated: int
    refused: int
    without_customer: int
    undone_at: datetime | None

    def can_be_undone(self, now: datetime) -> bool:
        return self.undone_at is None and now - self.at <= timedelta(days=UNDO_DAYS)


@dataclass(frozen=True, slots=True)
class SalesOutlook:
    """What would happen to a sales list: customers nobody knows, names that several have, receipts that are there already.

    `names_of_unknown` are the first of them as the file calls them; `rows_*` count rows of the file.
    """

    unknown: int = 0
    rows_unknown: int = 0
    rows_ambiguous: int = 0
    rows_there_already: int = 0
    refunds: int = 0
    names_of_unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerOutlook:
    """What would happen to the answers of a web form: how many come in, of how many the customer is known (`linked`), and of how many they
    stay without one though the file names somebody (`unlinked`)."""

    accepted: int = 0
    linked: int = 0
    unlinked: int = 0
    there_already: int = 0


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """`kept` customers stay because something was recorded for them after the import; `points` that came along went again."""

    customers: int
    purchases: int
    restored: int
    kept: int
    points: int = 0
    products: int = 0
    answers: int = 0
    contracts: int = 0
