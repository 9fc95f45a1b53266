"""What the user can act on. An error carries a class and values; the sentence is marked here once and translated by
whoever shows it (`views/messages.py` in the window, the command line in its own language).

A sentence says what happened, what is safe and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from app.domain.marking import QT_TRANSLATE_NOOP

CONTEXT = "Errors"


class Cancelled(Exception):
    """The user stopped the work; nothing was changed."""


class DomainError(Exception):
    """Something the user can put right.

    `sentence` is English source text under the context "Errors" with `{name}` places for `values`;
    `field` names the input it belongs to, or is empty. `refusal`: what is said besides where an act was refused for it, and not where
    it is only shown as something to mend.
    """

    sentence: ClassVar[str] = QT_TRANSLATE_NOOP("Errors", "This cannot be done as it stands. Nothing was changed.")
    refusal: ClassVar[str] = ""

    def __init__(self, *, field: str = "", **values: object) -> None:
        self.field = field
        self.values: Mapping[str, object] = values
        super().__init__(type(self).__name__)

    def __str__(self) -> str:
        return self.sentence.format(**self.values)


def in_a_row(first: str, second: str) -> str:
    """Two sentences one after the other, as the language of the first writes them; the second may be empty."""
    return f"{first}{'' if first.endswith('。') or not second else ' '}{second}"


class StorageProblem(Exception):
    """The file of the shop cannot be used just now. `detail` is for the log and the "details" button only."""

    sentence: ClassVar[str] = QT_TRANSLATE_NOOP(
        "Errors", "The data could not be read or written. What was saved before is safe. Please try again."
    )

    def __init__(self, detail: str = "", **values: object) -> None:
        self.detail = detail
        self.values: Mapping[str, object] = values
        super().__init__(detail or type(self).__name__)


class StorageLocked(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "Another program is writing to the data just now. What was saved before is safe. Please try again in a moment.",
    )


class StorageFull(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The disk is full. What was saved before is safe; this change was not saved. Please free some space and try again."
    )


class StorageReadOnly(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The data folder cannot be written to. What was saved before is safe. Please check the folder's permissions."
    )


class StorageCorrupt(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The data file is damaged. Your backups are untouched. Please restore the latest backup from Settings."
    )


class StorageMissing(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The data file is not where it was. Nothing was created in its place. Please connect the drive, or restore a backup."
    )


class StorageTooNew(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The data was saved by a newer version of this program. Nothing was changed. Please update the program."
    )


class StorageInUse(StorageProblem):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "Okaeri is already open with this data. Nothing was changed. Please use the window that is open."
    )
