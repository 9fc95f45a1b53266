"""Copying the shop's file whole while it is in use, telling a whole file from a damaged one, putting one in another's place.

A copy is made beside its place, in one step of the database's own copying, is read back, checked and forced to disk, and only
then takes its name: at no moment does an unchecked file stand where a backup is looked for.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.domain import errors
from app.domain.backups import BackupMissing, BackupUnusable, Contents
from app.models.database import APPLICATION_ID, BUSY_MILLISECONDS, mapped_driver_errors, problem_of_place
from app.models.migrate import SCHEMA_VERSION

SUMS = (
    ("purchase", "amount"),
    ("purchase", "net"),
    ("purchase_line", "amount"),
    ("customer", "points_opening"),
    ("point_entry", "points"),
    ("point_lot", "left"),
)

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"


def copy_whole(source: Path, target: Path, *, is_in_use: bool = True) -> Contents:
    """Copy the file `source` to `target`; what was there before stays until the copy is proven.

    `is_in_use` False for a backup, which may lie on a write-protected stick. Raises StorageProblem when `source` cannot be read
    or `target` not be written, StorageCorrupt when the copy is not whole.
    """
    part = companion(target, ".part")
    try:
        remove_with_companions(part)
        part.parent.mkdir(parents=True, exist_ok=True)
        contents = _copied(source, part, "rw" if is_in_use else "ro")
        with mapped_driver_errors(part):
            if _proven(part) != contents:
                raise errors.StorageCorrupt("the copy differs from its source")
        _to_disk(part)
        os.replace(part, target)
        _folder_to_disk(target.parent)
    except OSError as error:
        raise problem_of_place(error) from error
    finally:
        remove_with_companions(part)
    return contents


def contents_of(path: Path) -> Contents:
    """Read every page of a file that is not in use and count what it holds. BackupMissing; BackupUnusable unless it is whole
    and of this program; StorageTooNew when it comes from a newer one."""
    from sqlcipher3 import dbapi2

    if not path.is_file():
        raise BackupMissing(name=path.name)
    try:
        contents = _proven(path)
    except (dbapi2.DatabaseError, errors.StorageCorrupt) as error:
        raise BackupUnusable(name=path.name) from error
    if contents.schema_version > SCHEMA_VERSION:
        raise errors.StorageTooNew(f"schema {contents.schema_version}, known {SCHEMA_VERSION}")
    return contents


def damage_in(connection: Any) -> list[str]:
    """What the database's own checks find wrong in the file: empty for a whole one."""
    faults = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    faults += [f"{row[0]} row {row[1]} points to a missing row of {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
    return faults


def is_plausible(path: Path) -> bool:
    """A look at the first bytes alone: a file of this program, as long as it says it is."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        size = path.stat().st_size
    except OSError:
        return False
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        return False
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    application = int.from_bytes(header[68:72], "big")
    return application == APPLICATION_ID and (65536 if page_size == 1 else page_size) * pages == size


def release(path: Path) -> bool:
    """Fold the log beside a shop's file into it, so that it stands alone and may be moved. StorageInUse while anybody else has
    it open; False when the file is too damaged to be opened."""
    from sqlcipher3 import dbapi2

    try:
        with closing(_open(path, "rw", busy=0)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except errors.StorageCorrupt:
        return False
    except dbapi2.DatabaseError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise errors.StorageInUse(str(error)) from error
        return False
    return True


def put_in_place(part: Path, target: Path, kept: Path) -> None:
    """Let `part` take the place of `target`, whose content, if there is one, stays under the name `kept`. At every moment a
    whole file stands at `target`."""
    try:
        if target.exists():
            try:
                os.link(target, kept)
            except OSError:
                shutil.copy2(target, kept)
                _to_disk(kept)
        # Left behind, the log of the old file would be played into the new one.
        wal = companion(target, "-wal")
        if wal.exists():
            os.replace(wal, companion(kept, "-wal"))
        companion(target, "-shm").unlink(missing_ok=True)
        _to_disk(part)
        os.replace(part, target)
        _folder_to_disk(target.parent)
    except OSError as error:
        raise problem_of_place(error) from error


def companion(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def remove_with_companions(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        left = companion(path, ending)
        if left.exists():
            left.unlink()


def count_contents(path: Path, *, is_in_use: bool) -> Contents:
    """What a file says it holds, without reading every page."""
    with mapped_driver_errors(path), closing(_open(path, "rw" if is_in_use else "ro")) as connection:
        _identified(connection)
        return _counted(connection)


def code_secret_in(path: Path) -> bytes | None:
    """What the codes on the printed pieces of a file are made with; None in a file without, or too damaged to say."""
    from sqlcipher3 import dbapi2

    try:
        with closing(_open(path, "rw")) as connection:
            row = connection.execute("SELECT code_secret FROM shop").fetchone()
    except (dbapi2.DatabaseError, errors.StorageCorrupt):
        return None
    return None if row is None else row[0]


def last_ids_in(path: Path) -> dict[str, int]:
    """By table, the last id that was given in a file, also to rows that are gone since; empty in a file too damaged to say."""
    from sqlcipher3 import dbapi2

    try:
        with closing(_open(path, "rw")) as connection:
            rows = connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    except (dbapi2.DatabaseError, errors.StorageCorrupt):
        return {}
    return {str(name): int(last) for name, last in rows}


def go_on_after(path: Path, last_ids: Mapping[str, int]) -> None:
    """In a file that nobody else has open: new rows of a table get ids above these."""
    with mapped_driver_errors(path), closing(_open(path, "rw")) as connection:
        known = {str(name): int(last) for name, last in connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()}
        connection.execute("BEGIN IMMEDIATE")
        for name, last in last_ids.items():
            if name not in known:
                connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))
            elif last > known[name]:
                connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (last, name))
        connection.execute("COMMIT")


def revision_of(path: Path) -> int:
    """How many changes the file `path`, in use or not, has seen."""
    with mapped_driver_errors(path), closing(_open(path, "rw")) as connection:
        _identified(connection)
        return int(connection.execute("SELECT number FROM revision").fetchone()[0])


def _copied(source: Path, part: Path, mode: str) -> Contents:
    if not source.is_file():
        raise errors.StorageMissing("no file")
    with mapped_driver_errors(source), closing(_open(source, mode)) as connection, closing(_open(part, "rwc")) as copy:
        _identified(connection)
        # One picture of the source for counting and copying, while others go on writing.
        connection.execute("BEGIN")
        contents = _counted(connection)
        connection.backup(copy, pages=-1)
        connection.execute("ROLLBACK")
        # A backup is one file that opens on a write-protected stick: without a log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
    return contents


def _proven(path: Path) -> Contents:
    """Contents of a file whose every page was read. StorageCorrupt or the driver's own error."""
    if not is_plausible(path):
        raise errors.StorageCorrupt("not a whole file of this program")
    with closing(_open(path, "ro")) as connection:
        _identified(connection)
        faults = damage_in(connection)
        if faults:
            raise errors.StorageCorrupt(faults[0])
        return _counted(connection)


def _open(path: Path, mode: str, *, busy: int = BUSY_MILLISECONDS) -> Any:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(f"file:{quote(str(path))}?mode={mode}", uri=True, isolation_level=None)
    try:
        for pragma in (f"busy_timeout={busy}", "synchronous=FULL", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError as error:
        connection.close()
        raise errors.StorageCorrupt("the names of the tables cannot be read") from error
    return connection


def _identified(connection: Any) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise errors.StorageCorrupt("not a file of this program")
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _counted(connection: Any) -> Contents:
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    ]
    rows = {table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]) for table in sorted(tables)}
    sums = {
        f"{table}.{column}": int(connection.execute(f'SELECT coalesce(sum("{column}"), 0) FROM "{table}"').fetchone()[0])
        for table, column in SUMS
        if table in rows
    }
    revision = connection.execute("SELECT number FROM revision").fetchone()
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return Contents(version, int(revision[0]) if revision else 0, rows, sums)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    """The new name itself must be on disk; Windows does that by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
