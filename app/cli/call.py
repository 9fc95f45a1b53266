"""What a verb is given and what it gives back."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from enum import Enum
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from app.domain.errors import CONTEXT, DomainError, StorageMissing, StorageProblem, in_a_row
from app.domain.exports import FolderMissing
from app.domain.marking import QT_TRANSLATE_NOOP
from app.words import Catalogue

if TYPE_CHECKING:
    from app.models.database import Database

DONE, REFUSED, USAGE, FAULT = 0, 1, 2, 3


def target_of(path: str) -> Path:
    """Where a file is to be written: to be asked for before anything is done. FolderMissing, rather than a folder made of a slip."""
    target = Path(path)
    if not target.parent.is_dir():
        raise FolderMissing(field="file", folder=str(target.parent))
    return target


@dataclass(frozen=True, slots=True)
class Outcome:
    """`facts` becomes the JSON object; `lines` are what a person reads instead. `complaint`: the sentence on stderr that a
    `code` other than DONE comes with."""

    facts: Mapping[str, Any]
    lines: list[str] = field(default_factory=list)
    code: int = DONE
    complaint: str = ""


class Warned(DomainError):
    """With --strict: nothing is done where the window would ask. `warnings` as the verb would have listed them."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is something to look at, and --strict was given. Nothing was changed.")

    def __init__(self, warnings: Sequence[Mapping[str, Any]]) -> None:
        super().__init__()
        self.warnings = warnings


class Call:
    """One run of a verb."""

    def __init__(self, options: argparse.Namespace, data_dir: Path, language: str, now: datetime) -> None:
        self.options = options
        self.data_dir = data_dir
        self.language = language
        self.now = now

    @cached_property
    def catalogue(self) -> Catalogue:
        return Catalogue.load(self.language)

    @property
    def data_file(self) -> Path:
        from app.models.database import FILE_NAME

        return self.data_dir / FILE_NAME

    @property
    def backups(self) -> Path:
        return self.data_dir / "backups"

    def say(self, sentence: str, **values: object) -> str:
        """A marked sentence of the context CommandLine in the language of the run."""
        return self.translate("CommandLine", sentence).format(**{name: shown(value) for name, value in values.items()})

    def translate(self, context: str, source: str) -> str:
        return self.catalogue.tr(context, source)

    def sentence(self, error: DomainError | StorageProblem) -> str:
        return self.translate(CONTEXT, error.sentence).format(**{name: shown(value) for name, value in error.values.items()})

    def refusal(self, error: DomainError) -> str:
        """Its sentence, with what did not happen for it."""
        return in_a_row(self.sentence(error), self.translate(CONTEXT, error.refusal) if error.refusal else "")

    def heed(self, warnings: Sequence[Mapping[str, Any]]) -> None:
        """Warned when there are warnings and --strict was given."""
        if warnings and getattr(self.options, "strict", False):
            raise Warned(warnings)

    @contextmanager
    def database(self) -> Iterator[Database]:
        """The shop's file, brought to the present schema after a verified backup. StorageMissing when there is none."""
        from app.models import migrate
        from app.models.database import Database

        if not self.data_file.is_file():
            raise StorageMissing("no file")
        database = Database.of_file(self.data_file)
        try:
            migrate.bring_up_to_date(database, self.back_up_first)
            yield database
        finally:
            database.close()

    def back_up_first(self) -> None:
        """The backup taken before a large change."""
        from app.services.backups import back_up_into

        back_up_into(self.data_file, self.backups, now=self.now, only_if_changed=True, force=True)

    def today(self, zone: tzinfo) -> date:
        return self.day_of(self.now, zone)

    def day_of(self, moment: datetime, zone: tzinfo) -> date:
        """The shop's day of an instant."""
        return moment.astimezone(zone).date()


def shown(value: object) -> object:
    """A value as it stands in a sentence."""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value


def plain(value: Any) -> Any:
    """`value` as JSON knows it: days and instants ISO, enums their values, dataclasses objects."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, PurePath):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value
