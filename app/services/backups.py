"""Backups as the shop meets them: one file by hand, dated files in a folder, and the way back."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from sqlalchemy import update

from app.domain import errors
from app.domain.backups import (
    FEWEST_ROWS_LOST,
    Backup,
    BackupOntoItself,
    BackupShrinks,
    BackupState,
    BackupUnusable,
    Contents,
    RestoreOutcome,
    shrinks,
    superseded,
)
from app.models.backup import (
    code_secret_in,
    companion,
    contents_of,
    copy_whole,
    count_contents,
    go_on_after,
    is_plausible,
    last_ids_in,
    put_in_place,
    release,
    remove_with_companions,
    revision_of,
)
from app.models.database import Database, file_url
from app.models.migrate import SCHEMA_VERSION, run_migrations
from app.models.shop import Shop

# Files of before have nothing that codes are made with.
FIRST_WITH_CODES = 2

log = logging.getLogger(__name__)

# okaeri-20261120-000230-r57.db: the instant in UTC and the revision, so that a list needs to open no file.
_NAME = re.compile(r"okaeri-(\d{8}-\d{6})-r(\d+)(?:-\d+)?\.db")
_STAMP = "%Y%m%d-%H%M%S"


def back_up(source: Path, target: Path, *, now: datetime, force: bool = False) -> Backup:
    """Copy the shop's file, which may be in use, to `target` and prove the copy.

    Raises BackupShrinks when a good backup there holds over 20 % more rows, unless `force`; BackupOntoItself; StorageProblem.
    """
    if source.exists() and target.exists() and source.samefile(target):
        raise BackupOntoItself
    before = _rows_of(target)
    if before is not None and not force:
        after = count_contents(source, is_in_use=True).total
        if shrinks(before, after):
            raise BackupShrinks(before=before, after=after)
    contents = copy_whole(source, target)
    return Backup(target, now.astimezone(UTC), contents.revision, target.stat().st_size)


def back_up_into(
    source: Path, folder: Path, *, now: datetime, zone: tzinfo = UTC, only_if_changed: bool = False, force: bool = False
) -> Backup | None:
    """Add a backup named by its instant to `folder` and remove those that newer ones supersede (days and months of `zone`).

    None when `only_if_changed` and the newest good backup is of the same revision. BackupShrinks as in `back_up`.
    """
    latest = latest_backup(folder)
    revision = revision_of(source)
    if only_if_changed and latest is not None and latest.revision == revision:
        return None
    if latest is not None and not force:
        before, after = _rows_of(latest.path), count_contents(source, is_in_use=True).total
        if before is not None and shrinks(before, after, fewest=FEWEST_ROWS_LOST):
            raise BackupShrinks(before=before, after=after)
    target = _free_name(folder, now, revision)
    contents = copy_whole(source, target)
    backup = Backup(target, now.astimezone(UTC), contents.revision, target.stat().st_size)
    for old in superseded(list_backups(folder), now, zone):
        _remove(old.path)
    return backup


def list_backups(folder: Path) -> list[Backup]:
    """The dated backups in `folder`, newest first. A file that is not as long as it says is DAMAGED."""
    found = []
    for path in folder.glob("okaeri-*.db") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
        state = BackupState.VERIFIED if is_plausible(path) else BackupState.DAMAGED
        found.append(Backup(path, at, int(match[2]), path.stat().st_size, state))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def latest_backup(folder: Path) -> Backup | None:
    """The newest good backup in `folder`."""
    return next((b for b in list_backups(folder) if b.state is BackupState.VERIFIED), None)


def check_backup(path: Path) -> Contents:
    """Read every page. BackupMissing, BackupUnusable, StorageTooNew."""
    return contents_of(path)


def restore(backup: Path, data_file: Path, *, now: datetime) -> RestoreOutcome:
    """Put a proven copy of `backup`, brought to the present schema, in the place of `data_file`, and keep the replaced file beside it.

    Nobody may have `data_file` open: StorageInUse. Raises BackupMissing, BackupUnusable, StorageTooNew, StorageProblem; the
    shop's file is then as it was.
    """
    if data_file.exists() and backup.exists() and data_file.samefile(backup):
        raise BackupOntoItself
    contents = contents_of(backup)
    part = companion(data_file, ".restored")
    try:
        try:
            copy_whole(backup, part, is_in_use=False)
        except errors.StorageCorrupt as error:
            raise BackupUnusable(name=backup.name) from error
        is_migrated = _brought_up_to_date(part, contents)
        if contents.schema_version < FIRST_WITH_CODES and data_file.exists():
            _carry_secret(data_file, part)
        _carry_ids(data_file, part)
        kept = _kept_name(data_file, now)
        is_replacing = data_file.exists()
        if is_replacing:
            release(data_file)
        put_in_place(part, data_file, kept)
    finally:
        remove_with_companions(part)
    return RestoreOutcome(kept if is_replacing else None, contents, is_migrated)


def _brought_up_to_date(part: Path, contents: Contents) -> bool:
    if contents.schema_version == SCHEMA_VERSION:
        return False
    database = Database(file_url(part), path=part)
    try:
        run_migrations(database)
    finally:
        database.close()
    release(part)
    return True


def _carry_secret(replaced: Path, part: Path) -> None:
    """The codes that were printed meanwhile go on being known."""
    secret = code_secret_in(replaced)
    if secret is None:
        return
    database = Database(file_url(part), path=part)
    try:
        with database.write() as session:
            session.execute(update(Shop).values(code_secret=secret))
    finally:
        database.close()
    release(part)


def _carry_ids(replaced: Path, part: Path) -> None:
    """Of the same shop: what was printed for somebody who is not in the backup must never be taken for anybody who comes later."""
    secret = code_secret_in(replaced) if replaced.exists() else None
    if secret is not None and secret == code_secret_in(part):
        go_on_after(part, last_ids_in(replaced))
        release(part)


def _rows_of(backup: Path) -> int | None:
    """The rows of the backup that would give way; None for none, or none worth keeping."""
    if not is_plausible(backup):
        return None
    try:
        return count_contents(backup, is_in_use=False).total
    except errors.StorageCorrupt:
        return None


def _remove(backup: Path) -> None:
    try:
        backup.unlink(missing_ok=True)
    except OSError as error:
        # The new backup is made; an old one that cannot go just now goes next time.
        log.warning("cannot remove %s: %s", backup, error)


def _free_name(folder: Path, now: datetime, revision: int) -> Path:
    stem = f"okaeri-{now.astimezone(UTC).strftime(_STAMP)}-r{revision}"
    path, number = folder / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def _kept_name(data_file: Path, now: datetime) -> Path:
    stem = f"{data_file.stem}-replaced-{now.strftime(_STAMP)}"
    path, number = data_file.with_name(f"{stem}{data_file.suffix}"), 1
    while path.exists():
        number += 1
        path = data_file.with_name(f"{stem}-{number}{data_file.suffix}")
    return path
