"""What can be taken out of the program as a list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class ExportWhat(StrEnum):
    CUSTOMERS = "customers"
    PURCHASES = "purchases"
    PRODUCTS = "products"
    CONTRACTS = "contracts"


class ExportPlaceUnusable(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The file {name} cannot be written there. Nothing was written. Please choose another folder.")


class FolderMissing(DomainError):
    """`folder`: where a file was to be written."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no folder {folder}. Nothing was written and nothing recorded.")


class ExportKindUnknown(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "A file called {name} cannot be written. Nothing was written. Please let its name end in .csv, .tsv or .xlsx."
    )


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What was logged: how many rows will be written under which columns."""

    what: ExportWhat
    rows: int
    columns: tuple[str, ...]
    own_fields: tuple[str, ...] = ()
    customer_ids: tuple[int, ...] | None = None
