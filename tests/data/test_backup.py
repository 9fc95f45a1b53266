"""Backups of a real file: whole or not at all, and back again."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from sqlcipher3 import dbapi2

from app.domain import errors
from app.domain.backups import BackupMissing, BackupOntoItself, BackupShrinks, BackupState, BackupUnusable
from app.models.customer import Customer
from app.models.database import Database
from app.models.migrate import SCHEMA_VERSION, schema_version
from app.models.shop import Shop
from app.services import backups
from tests.factories import NOW, add_customer


def add_people(database: Database, count: int) -> None:
    with database.write() as session:
        for number in range(count):
            add_customer(session, name=f"佐藤 {number}")


def people_in(path: Path) -> int:
    database = Database.of_file(path)
    try:
        with database.read() as session:
            return session.scalar(select(func.count()).select_from(Customer)) or 0
    finally:
        database.close()


def own_file(database: Database) -> Path:
    assert database.path is not None
    return database.path


def flip_a_byte(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 0xFF]))


def test_a_backup_taken_in_use_holds_what_was_committed(database: Database, tmp_path: Path) -> None:
    add_people(database, 3)
    target = tmp_path / "控え.db"
    with database.write() as session:
        session.add(Customer(name="書きかけ", created_at=NOW, updated_at=NOW))
        session.flush()
        made = backups.back_up(own_file(database), target, now=NOW)
    assert made.size == target.stat().st_size
    assert people_in(target) == 3
    assert backups.check_backup(target).customers == 3


def test_a_backup_is_one_file_without_companions(database: Database, tmp_path: Path) -> None:
    add_people(database, 1)
    folder = tmp_path / "stick"
    backups.back_up(own_file(database), folder / "b.db", now=NOW)
    backups.check_backup(folder / "b.db")
    assert [p.name for p in folder.iterdir()] == ["b.db"]


def test_a_backup_on_a_write_protected_stick_can_be_checked(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "b.db"
    backups.back_up(own_file(database), target, now=NOW)
    target.chmod(0o444)
    target.parent.chmod(0o555)
    try:
        assert backups.check_backup(target).customers == 0
    finally:
        target.parent.chmod(0o755)


def test_an_empty_shop_never_replaces_a_fuller_backup(database: Database, shop_file: Path, tmp_path: Path) -> None:
    add_people(database, 2)
    target = tmp_path / "b.db"
    backups.back_up(own_file(database), target, now=NOW)
    with pytest.raises(BackupShrinks) as refused:
        backups.back_up(shop_file, target, now=NOW)
    assert refused.value.values == {"before": 2, "after": 0}
    assert people_in(target) == 2
    backups.back_up(shop_file, target, now=NOW, force=True)
    assert people_in(target) == 0


def test_a_missing_file_is_not_backed_up_as_an_empty_one(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "b.db"
    backups.back_up(own_file(database), target, now=NOW)
    with pytest.raises(errors.StorageMissing):
        backups.back_up(tmp_path / "gone.db", target, now=NOW)
    assert backups.check_backup(target).rows["shop"] == 1
    assert not (tmp_path / "gone.db").exists()


def test_a_damaged_source_leaves_the_old_backup(database: Database, tmp_path: Path) -> None:
    add_people(database, 60)
    path = own_file(database)
    target = tmp_path / "b.db"
    backups.back_up(path, target, now=NOW)
    database.close()
    before = target.read_bytes()
    with closing(dbapi2.connect(str(path))) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_customer_sort_key_id'").fetchone()[0]
        page_size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * page_size)
        file.write(b"\x07" * 200)
    with pytest.raises(errors.StorageCorrupt):
        backups.back_up(path, target, now=NOW, force=True)
    assert target.read_bytes() == before
    assert not target.with_name("b.db.part").exists()


def test_a_source_whose_rows_do_not_fit_together_is_not_backed_up(database: Database, tmp_path: Path) -> None:
    add_people(database, 1)
    with closing(dbapi2.connect(str(own_file(database)), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("UPDATE customer SET staff_id = 77")
    with pytest.raises(errors.StorageCorrupt):
        backups.back_up(own_file(database), tmp_path / "b.db", now=NOW)
    assert not (tmp_path / "b.db").exists()


def test_a_file_of_another_program_is_not_backed_up(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(dbapi2.connect(str(other))) as connection:
        connection.execute("CREATE TABLE revision (number INTEGER)")
    with pytest.raises(errors.StorageCorrupt):
        backups.back_up(other, tmp_path / "b.db", now=NOW)


def test_the_shops_own_file_is_not_its_backup(database: Database) -> None:
    with pytest.raises(BackupOntoItself):
        backups.back_up(own_file(database), own_file(database), now=NOW)


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(4096)])
def test_other_files_are_no_backups(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "b.db"
    path.write_bytes(content)
    with pytest.raises(BackupUnusable):
        backups.check_backup(path)


def test_a_database_of_another_program_is_no_backup(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute("CREATE TABLE customer (id INTEGER)")
    with pytest.raises(BackupUnusable):
        backups.restore(path, own_file(database), now=NOW)


def test_a_cut_off_copy_is_no_backup(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = backups.back_up_into(own_file(database), folder, now=NOW)
    assert made is not None
    os.truncate(made.path, made.size - 4096)
    with pytest.raises(BackupUnusable):
        backups.check_backup(made.path)
    assert [b.state for b in backups.list_backups(folder)] == [BackupState.DAMAGED]
    assert backups.latest_backup(folder) is None


def test_a_flipped_page_is_found(database: Database, tmp_path: Path) -> None:
    add_people(database, 200)
    target = tmp_path / "b.db"
    backups.back_up(own_file(database), target, now=NOW)
    with closing(dbapi2.connect(str(target))) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'customer'").fetchone()[0]
        page_size = connection.execute("PRAGMA page_size").fetchone()[0]
    flip_a_byte(target, (root - 1) * page_size)
    with pytest.raises(BackupUnusable):
        backups.check_backup(target)


def test_a_missing_backup_says_so(database: Database, tmp_path: Path) -> None:
    with pytest.raises(BackupMissing):
        backups.restore(tmp_path / "none.db", own_file(database), now=NOW)


def test_an_unchanged_shop_is_not_backed_up_again(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    path = own_file(database)
    assert backups.back_up_into(path, folder, now=NOW, only_if_changed=True) is not None
    assert backups.back_up_into(path, folder, now=NOW + timedelta(minutes=30), only_if_changed=True) is None
    add_people(database, 1)
    assert backups.back_up_into(path, folder, now=NOW + timedelta(minutes=60), only_if_changed=True) is not None
    listed = backups.list_backups(folder)
    assert [b.at for b in listed] == [NOW + timedelta(minutes=60), NOW]
    assert listed[0].revision == database.revision()


def test_two_backups_in_one_second_both_stay(database: Database, tmp_path: Path) -> None:
    first = backups.back_up_into(own_file(database), tmp_path, now=NOW)
    second = backups.back_up_into(own_file(database), tmp_path, now=NOW)
    assert first is not None and second is not None
    assert first.path != second.path
    assert len(backups.list_backups(tmp_path)) == 2


def test_old_backups_give_way(database: Database, tmp_path: Path) -> None:
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)
    for day in range(5):
        for hour in (0, 3):
            backups.back_up_into(own_file(database), tmp_path, now=start + timedelta(days=day, hours=hour))
    kept = [b.at for b in backups.list_backups(tmp_path)]
    assert len(kept) == 6  # both of the last day and of the night before are within 24 hours, one of each day before
    assert all(at.hour == 12 for at in kept[2:])


def test_a_shrunken_shop_asks_before_old_backups_give_way(database: Database, shop_file: Path, tmp_path: Path) -> None:
    add_people(database, 25)
    backups.back_up_into(own_file(database), tmp_path, now=NOW)
    with pytest.raises(BackupShrinks):
        backups.back_up_into(shop_file, tmp_path, now=NOW + timedelta(hours=1))
    assert len(backups.list_backups(tmp_path)) == 1


def test_restore_brings_back_and_keeps_the_replaced_file(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    add_people(database, 2)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    add_people(database, 3)
    database.close()
    outcome = backups.restore(tmp_path / "b.db", path, now=NOW)
    assert people_in(path) == 2
    assert outcome.contents.customers == 2
    assert outcome.kept is not None and people_in(outcome.kept) == 5
    assert not path.with_name(path.name + ".restored").exists()


def test_an_id_of_before_a_restore_is_never_given_again(database: Database, tmp_path: Path) -> None:
    """Paper for somebody who is not in the backup may come back: its code must not be that of the next newcomer."""
    path = own_file(database)
    add_people(database, 2)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    add_people(database, 3)
    database.close()
    backups.restore(tmp_path / "b.db", path, now=NOW)
    restored = Database.of_file(path)
    with restored.write() as session:
        assert add_customer(session, "新しい方") == 6
    restored.close()


def test_another_shops_ids_say_nothing_of_a_restored_one(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    add_people(database, 2)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    add_people(database, 3)
    with database.write() as session:
        session.execute(update(Shop).values(code_secret=b"of another shop!"))
    database.close()
    backups.restore(tmp_path / "b.db", path, now=NOW)
    restored = Database.of_file(path)
    with restored.write() as session:
        assert add_customer(session, "新しい方") == 3
    restored.close()


def test_two_restores_in_one_second_keep_both_files(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    add_people(database, 2)
    database.close()
    kept = [backups.restore(tmp_path / "b.db", path, now=NOW).kept for _ in range(2)]
    assert [people_in(file) for file in kept if file is not None] == [2, 0]


def test_restore_into_an_empty_folder(database: Database, tmp_path: Path) -> None:
    add_people(database, 1)
    backups.back_up(own_file(database), tmp_path / "b.db", now=NOW)
    target = tmp_path / "new place" / "okaeri.db"
    assert backups.restore(tmp_path / "b.db", target, now=NOW).kept is None
    assert people_in(target) == 1


def test_the_log_of_a_lost_file_is_not_played_into_the_restored_one(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    add_people(database, 5)
    stale = path.with_name("okaeri.db-wal").read_bytes()
    assert stale
    database.close()
    path.unlink()
    path.with_name("okaeri.db-wal").write_bytes(stale)
    backups.restore(tmp_path / "b.db", path, now=NOW)
    assert people_in(path) == 0


def test_a_damaged_file_is_replaced_and_kept_with_its_log(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    add_people(database, 5)
    wal = path.with_name("okaeri.db-wal")
    shutil.copyfile(wal, tmp_path / "wal")
    database.close()
    path.write_bytes(b"\0" * 8192)
    shutil.copyfile(tmp_path / "wal", wal)
    outcome = backups.restore(tmp_path / "b.db", path, now=NOW)
    assert outcome.kept is not None and outcome.kept.read_bytes() == b"\0" * 8192
    assert outcome.kept.with_name(outcome.kept.name + "-wal").exists()
    assert people_in(path) == 0


def test_torn_names_of_tables_are_a_damaged_file(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    database.close()
    content = path.read_bytes()
    # The driver chokes on the words of SQLite's own complaint.
    path.write_bytes(content[:200] + content[200:].replace(b"CREATE TABLE ", b"CREATE TABLE\xdf"))
    with pytest.raises(errors.StorageCorrupt):
        people_in(path)
    with pytest.raises(errors.StorageCorrupt):
        backups.back_up(path, tmp_path / "c.db", now=NOW)
    with pytest.raises(BackupUnusable):
        backups.check_backup(path)
    assert backups.restore(tmp_path / "b.db", path, now=NOW).kept is not None
    assert people_in(path) == 0


def test_restore_refuses_while_the_shop_is_open(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    backups.back_up(path, tmp_path / "b.db", now=NOW)
    add_people(database, 1)
    with pytest.raises(errors.StorageInUse):
        backups.restore(tmp_path / "b.db", path, now=NOW)
    assert not path.with_name(path.name + ".restored").exists()
    add_people(database, 1)
    database.close()
    assert people_in(path) == 2


def test_a_backup_of_an_older_program_is_brought_up_to_date(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    add_people(database, 1)
    target = tmp_path / "b.db"
    backups.back_up(path, target, now=NOW)
    database.close()
    with closing(dbapi2.connect(str(target))) as connection:
        connection.execute("PRAGMA user_version = 0")
    before = target.read_bytes()
    assert backups.restore(target, path, now=NOW).is_migrated
    restored = Database.of_file(path)
    assert schema_version(restored) == SCHEMA_VERSION
    restored.close()
    assert people_in(path) == 1
    assert target.read_bytes() == before


def test_a_backup_of_a_newer_program_is_refused(database: Database, tmp_path: Path) -> None:
    path = own_file(database)
    target = tmp_path / "b.db"
    backups.back_up(path, target, now=NOW)
    with closing(dbapi2.connect(str(target))) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(errors.StorageTooNew):
        backups.restore(target, path, now=NOW)
