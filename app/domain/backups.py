"""Copies of the shop's file: what one holds, which are kept and which may go, and where data should not lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path, PurePath

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP

STALE_AFTER = timedelta(days=7)

KEEP_ALL_FOR = timedelta(hours=24)
DAYS_KEPT = 30
MONTHS_KEPT = 12
FEWEST_KEPT = 3

# Losing more than this share of the rows is asked about before a good backup gives way.
SHRINKS_BY = 0.2
# In a folder of dated backups nothing is written over: the few rows of a shop's first day are not worth a question.
FEWEST_ROWS_LOST = 20

# The tables whose rows a shop would miss; derived and inner tables come and go.
OWN_TABLES = (
    "staff",
    "customer",
    "contact",
    "purchase",
    "purchase_line",
    "product",
    "point_entry",
    "follow_up",
    "print_run",
    "print_piece",
)


class BackupShrinks(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "This backup would hold far less than the last one ({after} rows instead of {before}). Nothing was replaced. "
        "Please look whether something is missing before you back up anyway.",
    )


class BackupUnusable(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The file {name} is not a whole backup of this program. Nothing was changed. Please choose another backup."
    )


class BackupMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The file {name} was not found. Nothing was changed. Please check its name and place.")


class BackupOntoItself(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "This is the shop's own file, so it cannot be its backup too. Nothing was changed. Please choose another place."
    )


class BackupState(StrEnum):
    """VERIFIED: checked row by row when it was made, and still whole."""

    VERIFIED = "verified"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds. `rows` by table; `sums` by "table.column", so that two files can be told apart cheaply."""

    schema_version: int
    revision: int
    rows: Mapping[str, int]
    sums: Mapping[str, int]

    @property
    def customers(self) -> int:
        return self.rows.get("customer", 0)

    @property
    def purchases(self) -> int:
        return self.rows.get("purchase", 0)

    @property
    def total(self) -> int:
        return sum(self.rows.get(table, 0) for table in OWN_TABLES)


@dataclass(frozen=True, slots=True)
class Backup:
    """A file made by the program. `at` in UTC; `revision` counts the shop's committed changes."""

    path: Path
    at: datetime
    revision: int
    size: int
    state: BackupState = BackupState.VERIFIED


@dataclass(frozen=True, slots=True)
class RestoreOutcome:
    """`kept`: where the replaced file lies, None when there was none; `is_migrated`: the backup was of an older version."""

    kept: Path | None
    contents: Contents
    is_migrated: bool


def shrinks(before: int, after: int, *, fewest: int = 1) -> bool:
    """Whether `after` rows are more than 20 % fewer than `before`, and at least `fewest` fewer."""
    return before - after >= fewest and before - after > before * SHRINKS_BY


def is_stale(latest_at: datetime | None, now: datetime) -> bool:
    """Whether the last good backup (None: there is none) is older than a week."""
    return latest_at is None or now - latest_at > STALE_AFTER


def superseded(backups: Iterable[Backup], now: datetime, zone: tzinfo = UTC) -> list[Backup]:
    """The verified backups that may go: not of the last 24 hours, nor the last of one of 30 days, nor the last of one of
    12 months (days and months of `zone`, the present one counted), nor among the newest 3. Damaged ones are left alone."""
    good = sorted((b for b in backups if b.state is BackupState.VERIFIED), key=lambda b: b.at, reverse=True)
    today = now.astimezone(zone).date()
    kept = {b.path for b in good[:FEWEST_KEPT]}
    days: set[object] = set()
    months: set[object] = set()
    for backup in good:
        day = backup.at.astimezone(zone).date()
        months_ago = (today.year - day.year) * 12 + today.month - day.month
        month = (day.year, day.month)
        is_last_of_day = (today - day).days < DAYS_KEPT and day not in days
        is_last_of_month = months_ago < MONTHS_KEPT and month not in months
        days.add(day)
        months.add(month)
        if is_last_of_day or is_last_of_month or now - backup.at <= KEEP_ALL_FOR:
            kept.add(backup.path)
    return [b for b in good if b.path not in kept]


class SyncedFolder(StrEnum):
    """Folders that a service copies while they are written to: good for backups, ruinous for the data in use."""

    ONEDRIVE = "onedrive"
    DROPBOX = "dropbox"
    ICLOUD = "icloud"
    GOOGLE_DRIVE = "google_drive"
    NETWORK = "network"


SYNCED_NAMES: Mapping[SyncedFolder, str] = {
    SyncedFolder.ONEDRIVE: QT_TRANSLATE_NOOP("Backups", "OneDrive"),
    SyncedFolder.DROPBOX: QT_TRANSLATE_NOOP("Backups", "Dropbox"),
    SyncedFolder.ICLOUD: QT_TRANSLATE_NOOP("Backups", "iCloud Drive"),
    SyncedFolder.GOOGLE_DRIVE: QT_TRANSLATE_NOOP("Backups", "Google Drive"),
    SyncedFolder.NETWORK: QT_TRANSLATE_NOOP("Backups", "a network folder"),
}

_BY_VARIABLE = {
    "OneDrive": SyncedFolder.ONEDRIVE,
    "OneDriveConsumer": SyncedFolder.ONEDRIVE,
    "OneDriveCommercial": SyncedFolder.ONEDRIVE,
}
_BY_PART = (
    ("onedrive", SyncedFolder.ONEDRIVE),
    ("dropbox", SyncedFolder.DROPBOX),
    ("iclouddrive", SyncedFolder.ICLOUD),
    ("com~apple~clouddocs", SyncedFolder.ICLOUD),
    ("mobile documents", SyncedFolder.ICLOUD),
    ("icloud drive", SyncedFolder.ICLOUD),
    ("google drive", SyncedFolder.GOOGLE_DRIVE),
    ("googledrive", SyncedFolder.GOOGLE_DRIVE),
    ("マイドライブ", SyncedFolder.GOOGLE_DRIVE),
)


def synced_folder(path: PurePath, environ: Mapping[str, str]) -> SyncedFolder | None:
    """Which service copies the folder `path` while it is in use, None when none is known. Looks at the names alone."""
    for variable, service in _BY_VARIABLE.items():
        root = environ.get(variable, "")
        if root and path.is_relative_to(root):
            return service
    if str(path).startswith(("\\\\", "//")):
        return SyncedFolder.NETWORK
    for part in path.parts:
        name = part.casefold()
        for beginning, service in _BY_PART:
            # "OneDrive - Company" and "OneDrive-Personal" are OneDrive; "Dropboxes" is somebody's own folder.
            rest = name.removeprefix(beginning)
            if rest != name and (not rest or not rest[0].isalnum()):
                return service
    return None
