"""The only way to the data: `Database.read()` and `Database.write()` give a session for one transaction.

A reader begins with BEGIN, a writer with BEGIN IMMEDIATE, so that a write never starts from a picture that has since
changed. What the driver says of the world (locked, full, read-only, damaged, gone) becomes a StorageProblem here, once.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, make_url, select, update
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain import errors
from app.domain.entities import EVERYTHING
from app.models.changes import ChangeCache, ShopSession, changed_in, changed_rows, changed_sales_since
from app.models.shop import Revision

APPLICATION_ID = 0x4F4B4145
BUSY_MILLISECONDS = 5000
_ROOM_TO_OPEN = 64 * 1024
FILE_NAME = "okaeri.db"


def file_url(path: Path) -> str:
    """The engine URL of a local file; a missing file is refused, never created."""
    return f"sqlite:///file:{quote(str(path))}?mode=rw&uri=true"


def database_url(path: Path) -> str:
    """The one place that says where the data are: a server named by OKAERI_DATABASE_URL, else the local file."""
    return os.environ.get("OKAERI_DATABASE_URL") or file_url(path)


def open_engine(url: str, *, begin: str, readonly: bool = False) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True)
    from sqlcipher3 import dbapi2

    # What was bound to a statement is the customers' own: it belongs in no log and in no report.
    engine = create_engine(url, module=dbapi2, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        prepare_connection(connection, readonly=readonly)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def prepare_connection(connection: Any, *, readonly: bool = False) -> None:
    """The pragmas of every connection; the driver must not open transactions by itself."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "cache_size=-32000",
    ):
        try:
            cursor.execute(f"PRAGMA {pragma}")
        except UnicodeDecodeError as error:
            # The first look at the tables; the driver cannot even say which of them is torn.
            raise errors.StorageCorrupt("the names of the tables cannot be read") from error
    if sys.platform == "darwin":
        cursor.execute("PRAGMA fullfsync=ON")
    if readonly:
        cursor.execute("PRAGMA query_only=ON")
    if cursor.execute("PRAGMA foreign_keys").fetchone()[0] != 1:
        raise errors.StorageProblem("foreign keys cannot be switched on")
    cursor.close()


def problem_of(error: DBAPIError, path: Path | None) -> errors.StorageProblem | None:
    """What the world did to us, or None when the fault is ours."""
    if isinstance(error, IntegrityError) or not isinstance(error, DatabaseError):
        return None
    text = str(error.orig).lower()
    if "locked" in text or "busy" in text:
        return errors.StorageLocked(text)
    if "disk is full" in text or "database or disk is full" in text:
        return errors.StorageFull(text)
    if "readonly" in text or "read-only" in text:
        return errors.StorageReadOnly(text)
    if "malformed" in text or "not a database" in text or "corrupt" in text:
        return errors.StorageCorrupt(text)
    if "unable to open" in text:
        return errors.StorageMissing(text) if path is not None and not path.exists() else errors.StorageReadOnly(text)
    if "disk i/o" in text and path is not None and _has_no_room(path):
        return errors.StorageFull(text)
    if "disk i/o" in text or "connection" in text:
        return errors.StorageProblem(text)
    return None


def _has_no_room(path: Path) -> bool:
    """The shared index of the log alone takes 32 KiB; without them the driver speaks of a fault of the disk."""
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_TO_OPEN
    except OSError:
        return False


def problem_of_place(error: OSError) -> errors.StorageProblem:
    """What a folder or file that cannot be made, moved or written says of the world."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return errors.StorageFull(str(error))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return errors.StorageReadOnly(str(error))
    return errors.StorageProblem(str(error))


@contextmanager
def mapped_errors(path: Path | None) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def mapped_driver_errors(path: Path | None) -> Iterator[None]:
    """The same for calls that go to the driver directly."""
    from sqlcipher3 import dbapi2

    try:
        yield
    except dbapi2.DatabaseError as error:
        problem = problem_of(DatabaseError("", None, error), path)
        if problem is None:
            raise
        raise problem from error


class Database:
    """One shop's data. Threads may share it; a session belongs to one thread."""

    def __init__(self, url: str, *, path: Path | None = None) -> None:
        self.path = path
        self.url = url
        self.cache = ChangeCache()
        self._reader = open_engine(url, begin="BEGIN", readonly=True)
        self._writer = open_engine(url, begin="BEGIN IMMEDIATE")
        self._watch = threading.Lock()
        self._own_revisions: set[int] = set()
        self._seen = -1

    @classmethod
    def of_file(cls, path: Path) -> Database:
        return cls(database_url(path), path=path)

    @contextmanager
    def read(self) -> Iterator[Session]:
        with mapped_errors(self.path), ShopSession(self._reader, autoflush=False, info=self._info()) as session, session.begin():
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Commits when the block ends, rolls back on any error. What changed is in `changed_in(session)`."""
        with mapped_errors(self.path), ShopSession(self._writer, info=self._info()) as session:
            changed, since, rows = changed_in(session), changed_sales_since(session), changed_rows(session)
            claimed = 0
            try:
                with session.begin():
                    # Begun now and not with the first statement: the writer's turn starts where the block starts.
                    session.connection()
                    yield session
                    session.flush()
                    changed, since, rows = changed_in(session), changed_sales_since(session), changed_rows(session)
                    if changed:
                        session.execute(update(Revision).values(number=Revision.number + 1))
                        claimed = self._claim(session.scalars(select(Revision.number)).one())
            except BaseException:
                with self._watch:
                    self._own_revisions.discard(claimed)
                raise
            if changed:
                self.cache.forget(changed, since, rows)

    def is_changed_elsewhere(self) -> bool:
        """Whether another process has written since the last call; the cache has then forgotten everything."""
        with self.read() as session:
            number = session.scalar(select(Revision.number)) or 0
        with self._watch:
            own = {revision for revision in self._own_revisions if self._seen < revision <= number}
            elsewhere = self._seen >= 0 and number - self._seen > len(own)
            # What is claimed and not yet committed is looked at next time.
            self._own_revisions = {revision for revision in self._own_revisions if revision > number}
            self._seen = number
        if elsewhere:
            self.cache.forget(EVERYTHING)
        return elsewhere

    def revision(self) -> int:
        with self.read() as session:
            return session.scalar(select(Revision.number)) or 0

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A write transaction below the sessions, for migrations."""
        with mapped_errors(self.path), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def driver_connection(self) -> Iterator[Any]:
        """The driver's own connection, outside any transaction, for backups and checks."""
        with mapped_errors(self.path), mapped_driver_errors(self.path):
            raw = self._reader.raw_connection()
            try:
                yield raw.driver_connection
            finally:
                raw.close()

    def close(self) -> None:
        self._reader.dispose()
        self._writer.dispose()

    def _info(self) -> dict[str, Any]:
        return {"changed": set(), "changed_rows": {}, "sales_since": date.max, "cache": self.cache.seen_by_a_session()}

    def _claim(self, revision: int) -> int:
        """Note a revision as this program's, before others can see it."""
        with self._watch:
            self._own_revisions.add(revision)
        return revision
