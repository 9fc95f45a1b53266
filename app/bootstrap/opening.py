"""Opening a shop's file on a worker thread: an older one is backed up and migrated first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.context import DataPaths

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.shop import ShopFields
    from app.jobs.job import JobControl
    from app.models.database import Database

DATABASE_NAME = "okaeri.db"


@dataclass(frozen=True, slots=True)
class OpenedShop:
    database: Database
    name: str
    timezone: str
    is_demo: bool


def open_shop(path: Path, backups: Path, now: datetime) -> OpenedShop:
    """StorageProblem when the file cannot be used; it is then left as it is."""
    from app.models.database import Database
    from app.models.migrate import bring_up_to_date
    from app.queries.shop import is_demo_shop, shop_fields
    from app.services.backups import back_up_into

    database = Database.of_file(path)
    try:
        bring_up_to_date(database, lambda: back_up_into(path, backups, now=now, only_if_changed=True, force=True))
        with database.read() as session:
            fields = shop_fields(session)
            return OpenedShop(database, fields.name, fields.timezone, is_demo_shop(session))
    except BaseException:
        database.close()
        raise


def data_paths(chosen: Path | None, backup_folder: str, *, is_demo: bool) -> DataPaths:
    """Where a shop's files lie: in the folder named at the start, else in the system's own; the sample shop has its own backups."""
    folder = chosen or paths.default_data_dir()
    if is_demo:
        folder = chosen / "demo" if chosen else paths.demo_data_dir()
    backups = Path(backup_folder) if backup_folder and not is_demo else folder / "backups"
    return DataPaths(folder, folder / DATABASE_NAME, backups)


def make_shop(path: Path, fields: ShopFields, now: datetime, _control: JobControl) -> None:
    from app.services.shop import create_shop

    create_shop(path, fields, now=now)


def make_demo(path: Path, now: datetime, today: date, language: str, control: JobControl) -> None:
    from app.services.demo import create_demo

    create_demo(path, now=now, today=today, language=language, progress=control)


def name_of_shop(session: Session, _control: JobControl) -> str:
    from app.queries.shop import shop_fields

    return shop_fields(session).name


def tidy(now: datetime, today: date, session: Session, control: JobControl) -> None:
    """At start and with every new day: the summary tables are brought to today, or made anew when their sums do not agree; points
    that lapsed are taken off and tiers decided."""
    from app.services import summaries
    from app.services.daily import begin_day

    if not summaries.bring_to_day(session, today, control) and not summaries.is_consistent(session):
        summaries.rebuild(session, today, control)
    begin_day(session, now=now, today=today, progress=control)


def faults_of_ledger(session: Session, _control: JobControl) -> list[str]:
    """What does not add up in the ledger of points."""
    from app.services.ledger import ledger_faults

    return ledger_faults(session)


def remove_demo(database: Database, _control: JobControl) -> None:
    """Close the sample shop and take its file away."""
    path = database.path
    database.close()
    if path is not None:
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
