"""A shop's file of the first version: its backup is whole, and its opening points become entries of the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config

from app.models.backup import SUMS
from app.models.database import APPLICATION_ID, Database
from app.models.migrate import SCHEMA_VERSION, bring_up_to_date
from app.paths import program_dir
from app.queries.codes import referral_code_of
from app.queries.points import balances, statement
from app.services import backups
from app.services.imports import undo_import
from app.services.ledger import ledger_faults
from tests.factories import NOW, TODAY

MADE = 1_700_000_000_000
CUSTOMERS = ((1, "佐藤 花子", 120), (2, "高橋 由美子", 0), (3, "山本 大輔", 4300))


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "okaeri.db"
    path.touch()
    database = Database.of_file(path)
    config = Config()
    config.set_main_option("script_location", str(program_dir() / "app" / "models" / "migrations"))
    config.set_main_option("path_separator", "os")
    with database.connection() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql("PRAGMA user_version=1")
        columns = connection.exec_driver_sql("PRAGMA table_info(customer)").all()
        for number, name, points in CUSTOMERS:
            known = {"id": number, "name": name, "points_opening": points, "created_at": MADE, "updated_at": MADE}
            _insert(connection, "customer", known, columns)
    database.close()
    return path


def _insert(connection: Any, table: str, known: dict[str, object], columns: Any = None) -> None:
    columns = columns or connection.exec_driver_sql(f"PRAGMA table_info({table})").all()
    row = {column[1]: known.get(column[1], _filler(column)) for column in columns}
    names = ", ".join(f'"{name}"' for name in row)
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' for _ in row)})", tuple(row.values()))


def _filler(column: Any) -> object:
    """A value for a column that says nothing here."""
    _place, name, kind, is_needed, *_ = column
    if not is_needed:
        return None
    if name in ("tags", "former_codes"):
        return "[]"
    if name == "own":
        return "{}"
    return 0 if kind == "INTEGER" else "unknown" if name.endswith("consent") else "person" if name == "kind" else ""


@pytest.fixture
def listed_file(old_file: Path) -> Path:
    """The points of the first customer were added by a list, and the third came with it."""
    database = Database.of_file(old_file)
    with database.connection() as connection:
        recent = int(NOW.timestamp() * 1000)
        _insert(connection, "import_batch", {"id": 7, "at": recent, "kind": "customers", "undone_at": None})
        change = {"import_id": 7, "customer_id": 1, "before": '{"points_opening": 0}', "after": '{"points_opening": 120}'}
        _insert(connection, "import_change", {"id": 1, **change})
        connection.exec_driver_sql("UPDATE customer SET import_id = 7 WHERE id = 3")
    database.close()
    return old_file


def test_a_backup_of_a_file_without_a_ledger_is_whole(old_file: Path, tmp_path: Path) -> None:
    backups.back_up(old_file, tmp_path / "b.db", now=NOW)
    contents = backups.check_backup(tmp_path / "b.db")
    assert (contents.schema_version, contents.customers) == (1, 3)
    assert contents.sums["customer.points_opening"] == 4420
    assert "point_entry.points" not in contents.sums


def test_opening_points_become_the_first_entries(old_file: Path, tmp_path: Path) -> None:
    database = Database.of_file(old_file)
    assert bring_up_to_date(database, lambda: None)
    with database.read() as session:
        assert balances(session, TODAY) == {1: 120, 3: 4300}
        assert [(entry.kind, entry.points, entry.day) for entry in statement(session, 3)] == [("opening", 4300, date(2023, 11, 14))]
        assert ledger_faults(session) == []
    database.close()
    backups.back_up(old_file, tmp_path / "b.db", now=NOW)
    contents = backups.check_backup(tmp_path / "b.db")
    assert contents.schema_version == SCHEMA_VERSION
    assert set(contents.sums) == {f"{table}.{column}" for table, column in SUMS}
    assert (contents.sums["point_entry.points"], contents.sums["point_lot.left"]) == (4420, 4420)


def test_opening_points_go_again_with_the_list_that_brought_them(listed_file: Path) -> None:
    database = Database.of_file(listed_file)
    assert bring_up_to_date(database, lambda: None)
    with database.write() as session:
        undone = undo_import(session, 7, now=NOW, today=TODAY)
        assert (undone.customers, undone.points) == (1, 4420)
        assert balances(session, TODAY)[1] == 0
        assert ledger_faults(session) == []
    database.close()


@pytest.fixture
def old_backup(old_file: Path, tmp_path: Path) -> Path:
    database = Database.of_file(old_file)
    with database.connection() as connection:
        _insert(
            connection, "shop", {"id": 1, "timezone": "Asia/Tokyo", "margin_rate": 0.5, "print_settings": "{}", "closed_weekdays": "[]"}
        )
    database.close()
    copy = tmp_path / "old.db"
    backups.back_up(old_file, copy, now=NOW)
    return copy


def test_codes_printed_since_a_first_restore_are_known_after_a_second(old_backup: Path, tmp_path: Path) -> None:
    """The file of old times has nothing to make codes with: what its migrated copy drew is carried over."""
    copy, place = old_backup, tmp_path / "shop.db"
    backups.restore(copy, place, now=NOW)
    printed = personal_code_in(place)
    backups.back_up(place, tmp_path / "new.db", now=NOW)
    backups.restore(copy, place, now=NOW)
    assert personal_code_in(place) == printed
    elsewhere = tmp_path / "elsewhere.db"
    backups.restore(copy, elsewhere, now=NOW)
    assert personal_code_in(elsewhere) != printed
    backups.restore(tmp_path / "new.db", elsewhere, now=NOW)
    assert personal_code_in(elsewhere) == printed


def test_a_damaged_file_has_nothing_to_carry_over(old_backup: Path, tmp_path: Path) -> None:
    copy, place = old_backup, tmp_path / "shop.db"
    place.write_bytes(b"\0" * 9000)
    backups.restore(copy, place, now=NOW)
    assert personal_code_in(place)


def personal_code_in(path: Path) -> str:
    database = Database.of_file(path)
    with database.read() as session:
        code = referral_code_of(session, 1)
    database.close()
    return code
