"""Opening a shop's file on a worker thread: an older one is backed up and migrated first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

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


def tidy(today: date, session: Session, control: JobControl) -> None:
    """Once a day and after a fault: the summary tables are brought to today, or made anew when their sums do not agree."""
    from app.services import summaries

    if summaries.is_consistent(session):
        summaries.bring_to_day(session, today)
    else:
        summaries.rebuild(session, today, control)
