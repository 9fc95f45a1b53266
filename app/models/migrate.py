"""From no file to a shop's file, and from an older schema to this one: a verified backup first, then one transaction."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from app.domain import errors
from app.models.database import APPLICATION_ID, Database, file_url, problem_of_place
from app.paths import program_dir

SCHEMA_VERSION = 6


def schema_version(database: Database) -> int:
    with database.driver_connection() as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        raise errors.StorageCorrupt("not a file of this program")
    return version


def bring_up_to_date(database: Database, back_up: Callable[[], object]) -> bool:
    """Migrate an older file; False when there was nothing to do. StorageTooNew for a file of a newer program."""
    version = schema_version(database)
    if version > SCHEMA_VERSION:
        raise errors.StorageTooNew(f"schema {version}, known {SCHEMA_VERSION}")
    if version == SCHEMA_VERSION:
        return False
    back_up()
    run_migrations(database)
    return True


def run_migrations(database: Database) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(program_dir() / "app" / "models" / "migrations"))
    config.set_main_option("path_separator", "os")
    with database.connection() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def create_file(path: Path, fill: Callable[[Database], None]) -> None:
    """Make a new shop's file: built and filled beside its place, then moved there whole. An existing file is refused."""
    if path.exists():
        raise errors.StorageInUse("the file exists already")
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-shm")):
            left.unlink(missing_ok=True)
        part.touch()
    except OSError as error:
        raise problem_of_place(error) from error
    database = Database(file_url(part), path=part)
    try:
        run_migrations(database)
        fill(database)
        with database.driver_connection() as connection:
            connection.execute("PRAGMA query_only=OFF")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.close()
    # The log of a file that was taken away by hand would be played into the new one.
    for left in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        left.unlink(missing_ok=True)
    os.replace(part, path)
