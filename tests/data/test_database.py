"""The file is opened the safe way, what the world does to it has a name, and a change elsewhere is seen."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - a second writer needs a thread of its own
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

import app.models  # noqa: F401 - maps every table
from app.domain import errors
from app.domain.entities import Entity
from app.models.base import Base
from app.models.changes import cache_of, changed_in
from app.models.database import APPLICATION_ID, Database, file_url
from app.models.migrate import SCHEMA_VERSION, bring_up_to_date, create_file
from app.models.shop import Shop, Staff


def test_the_pragmas_hold_for_readers_and_writers(database: Database) -> None:
    wanted = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "busy_timeout": 5000, "trusted_schema": 0}
    with database.read() as reader, database.write() as writer:
        for session in (reader, writer):
            assert {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted} == wanted


def test_the_tables_are_those_of_the_models_and_strict(database: Database) -> None:
    with database.connection() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        tables = connection.execute(text("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")).all()
    ours = {name: strict for name, strict in tables if name in Base.metadata.tables}
    assert set(ours) == set(Base.metadata.tables)
    assert set(ours.values()) == {1}


def test_a_file_with_a_strange_name_opens(tmp_path: Path) -> None:
    path = tmp_path / "お店 #1? 100%.db"
    create_file(path, lambda _database: None)
    opened = Database.of_file(path)
    with opened.read() as session:
        assert session.scalars(select(Shop)).all() == []
    opened.close()


def test_a_missing_file_is_refused_and_not_created(tmp_path: Path) -> None:
    path = tmp_path / "fort.db"
    missing = Database.of_file(path)
    with pytest.raises(errors.StorageMissing), missing.read() as session:
        session.scalar(select(Shop.id))
    assert not path.exists()


def test_a_new_shop_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "okaeri.db"
    path.write_bytes(b"something")
    with pytest.raises(errors.StorageInUse):
        create_file(path, lambda _database: None)
    assert path.read_bytes() == b"something"


def test_the_log_of_a_file_taken_away_is_not_played_into_a_new_shop(tmp_path: Path) -> None:
    path = tmp_path / "okaeri.db"
    log = path.with_name("okaeri.db-wal")
    log.write_bytes(b"of another file")
    create_file(path, lambda _database: None)
    assert not log.exists()


def test_a_damaged_file_has_a_name(tmp_path: Path) -> None:
    path = tmp_path / "okaeri.db"
    path.write_bytes(b"not a database at all" * 500)
    with pytest.raises(errors.StorageCorrupt), Database.of_file(path).read() as session:
        session.scalar(select(Shop.id))


def test_a_write_waits_for_nobody_who_only_reads_and_readers_see_the_old_picture(database: Database) -> None:
    with database.read() as reader:
        assert reader.scalars(select(Staff.name)).all() == []
        with database.write() as writer:
            writer.add(Staff(name="田中"))
        assert reader.scalars(select(Staff.name)).all() == []
    with database.read() as reader:
        assert reader.scalars(select(Staff.name)).all() == ["田中"]


def test_two_writers_take_turns_from_the_start(database: Database) -> None:
    """A second writer begins only when the first has ended, so it never works on a picture that has since changed."""
    inside, seen = threading.Event(), []

    def second() -> None:
        inside.wait()
        with database.write() as session:
            seen.append(len(session.scalars(select(Staff)).all()))

    with ThreadPoolExecutor(1) as pool:
        pool.submit(second)
        with database.write() as session:
            inside.set()
            session.add(Staff(name="田中"))
    assert seen == [1]


def test_a_lock_held_elsewhere_has_a_name(database: Database) -> None:
    assert database.path is not None
    other = dbapi2.connect(str(database.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with database.read() as session:
        session.scalar(select(Shop.id))
    impatient = Database(file_url(database.path), path=database.path)
    with impatient.driver_connection() as connection:
        connection.execute("PRAGMA busy_timeout=1")
        with pytest.raises(dbapi2.OperationalError, match="locked"):
            connection.execute("PRAGMA query_only=OFF")
            connection.execute("BEGIN IMMEDIATE")
    other.rollback()
    other.close()
    impatient.close()


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("database is locked", errors.StorageLocked),
        ("database or disk is full", errors.StorageFull),
        ("attempt to write a readonly database", errors.StorageReadOnly),
        ("database disk image is malformed", errors.StorageCorrupt),
        ("file is not a database", errors.StorageCorrupt),
        ("disk I/O error", errors.StorageProblem),
    ],
)
def test_what_the_driver_says_is_named_once(database: Database, said: str, problem: type[Exception]) -> None:
    from sqlalchemy.exc import OperationalError

    with pytest.raises(problem), database.read():
        raise OperationalError("SELECT 1", {}, dbapi2.OperationalError(said))


def test_a_fault_of_a_full_disk_is_the_full_disk(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlalchemy.exc import OperationalError

    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(total=1 << 30, used=1 << 30, free=4096))
    with pytest.raises(errors.StorageFull), database.read():
        raise OperationalError("SELECT 1", {}, dbapi2.OperationalError("disk I/O error"))


def test_a_place_where_no_folder_can_be_made_has_a_name(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(errors.StorageProblem):
        create_file(tmp_path / "file" / "shop" / "okaeri.db", lambda _database: None)


def test_a_fault_of_ours_stays_a_fault(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.execute(text("INSERT INTO contact (customer_id, kind, day, at, text) VALUES (99, 'note', 1, 1, '')"))


def test_a_fault_of_ours_tells_no_customer_s_words(database: Database) -> None:
    with pytest.raises(IntegrityError) as fault, database.write() as session:
        session.add_all([Staff(id=1, name="吉田 和子"), Staff(id=1, name="吉田 和子")])
    assert "吉田" not in str(fault.value)


def test_what_changed_is_known_after_the_commit(database: Database) -> None:
    with database.write() as session:
        session.add(Staff(name="田中"))
    assert changed_in(session) == {Entity.STAFF}
    with database.write() as session:
        session.scalars(select(Staff)).one().name = "田中"
    assert changed_in(session) == frozenset()


def test_a_cached_value_goes_with_the_entity_it_was_made_from(database: Database) -> None:
    built: list[int] = []

    def value() -> int:
        with database.read() as session:

            def build() -> int:
                built.append(1)
                return len(session.scalars(select(Staff)).all())

            return cache_of(session).get("n", {Entity.STAFF}, build)

    assert (value(), value(), len(built)) == (0, 0, 1)
    with database.write() as session:
        session.add(Staff(name="田中"))
    assert (value(), len(built)) == (1, 2)
    with database.write() as session:
        session.scalars(select(Shop)).one().phone = "03-1"
    assert (value(), len(built)) == (1, 2)


def test_a_value_made_from_an_older_picture_is_not_kept(database: Database) -> None:
    def count(session: Session) -> int:
        return cache_of(session).get("n", {Entity.STAFF}, lambda: len(session.scalars(select(Staff)).all()))

    with database.read() as early:
        early.scalars(select(Shop)).one()
        with database.write() as session:
            session.add(Staff(name="田中"))
        assert count(early) == 0
    with database.read() as later:
        assert count(later) == 1


def test_a_write_that_fails_is_nobody_s(database: Database) -> None:
    assert database.path is not None
    other = Database.of_file(database.path)
    database.is_changed_elsewhere()
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(Shop(id=1))
    with other.write() as session:
        session.add(Staff(name="佐々木"))
    assert database.is_changed_elsewhere()
    other.close()


def test_a_change_of_another_process_is_seen_and_one_s_own_is_not(database: Database) -> None:
    assert database.path is not None
    other = Database.of_file(database.path)
    assert not database.is_changed_elsewhere()
    with database.write() as session:
        session.add(Staff(name="田中"))
    assert not database.is_changed_elsewhere()
    with other.write() as session:
        session.add(Staff(name="佐々木"))
    assert database.is_changed_elsewhere()
    assert not database.is_changed_elsewhere()
    other.close()


def test_a_newer_file_is_refused_and_left_alone(database: Database) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    with pytest.raises(errors.StorageTooNew):
        bring_up_to_date(database, lambda: None)


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = dbapi2.connect(str(path))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(errors.StorageCorrupt):
        bring_up_to_date(Database.of_file(path), lambda: None)


def test_an_older_file_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "okaeri.db"
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.close()
    steps: list[str] = []
    old = Database.of_file(path)
    assert bring_up_to_date(old, lambda: steps.append(f"backed up at {os.path.getsize(path)}"))
    assert len(steps) == 1
    assert not bring_up_to_date(old, lambda: steps.append("again"))
    with old.read() as session:
        assert session.scalars(select(Staff)).all() == []
    assert len(steps) == 1


def test_a_failed_migration_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "okaeri.db"
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("CREATE TABLE cohort_stat (a)")
    connection.close()
    old = Database.of_file(path)
    with pytest.raises(Exception, match="cohort_stat"):
        bring_up_to_date(old, lambda: None)
    with old.driver_connection() as raw:
        assert raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() == [("cohort_stat",)]
        assert raw.execute("PRAGMA user_version").fetchone()[0] == 0
