"""What goes on while a shop is open: looking for changes of other processes, a new day, and automatic backups."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap.calendar_keeper import CalendarKeeper
from app.bootstrap.opening import faults_of_ledger, tidy
from app.context import AppContext
from app.domain.backups import Backup, is_stale
from app.domain.entities import EVERYTHING
from app.jobs.job import JobControl
from app.views.surveys.scan_desk import scan_desk_of
from app.views.surveys.scan_watch import ScanWatch

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.models.database import Database

log = logging.getLogger(__name__)

POLL_MILLISECONDS = 1000
PAUSE_MILLISECONDS = 60_000
FIRST_PAGE_MILLISECONDS = 1500


class Keeper(QObject):
    """Lives as long as the shop is open. `latest_known(Backup | None)` after each look at the backups; `ledger_wrong(list[str])`
    when the points do not add up."""

    latest_known = Signal(object)
    ledger_wrong = Signal(object)

    def __init__(self, context: AppContext, database: Database) -> None:
        super().__init__()
        self._context = context
        self._database = database
        self._is_polling = False
        self._scans: ScanWatch | None = None
        self._calendar = CalendarKeeper(context)
        self._begun: datetime | None = None
        self._day = context.clock.today()
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._on_poll_due)
        self._poll.start(POLL_MILLISECONDS)
        self._due = QTimer(self)
        self._due.timeout.connect(self._on_backup_due)
        if context.settings.backup_minutes:
            self._due.start(context.settings.backup_minutes * 60_000)

    def stop(self) -> None:
        self._poll.stop()
        self._due.stop()
        self._calendar.stop()
        if self._scans is not None:
            self._scans.close()

    def watch_scans(self, window: QWidget) -> None:
        """Read what a scanner puts into the folder of the settings, where one is named."""
        self._scans = ScanWatch(scan_desk_of(self._context, window))

    def bring_to_today(self, done: Callable[[None], None] | None = None) -> None:
        """Bring the summary tables to today, see whether they agree with the purchases, and do what a new day brings."""
        self._day = self._context.clock.today()
        self._context.tasks.command(partial(tidy, self._context.clock.now(), self._day), done, owner=self)

    def tidy_soon(self) -> None:
        """Once the first page has had its turn."""
        QTimer.singleShot(FIRST_PAGE_MILLISECONDS, self, self.tidy)

    def tidy(self) -> None:
        """Bring everything to today, then look whether the points add up."""
        self.bring_to_today(self._on_tidied)

    def look_soon(self) -> None:
        QTimer.singleShot(FIRST_PAGE_MILLISECONDS, self, self.look)

    def is_stale(self, latest: Backup | None) -> bool:
        """A shop that was begun only now has its week still before it."""
        return is_stale(latest.at if latest is not None else self._begun, self._context.clock.now())

    def look(self) -> None:
        self._context.tasks.query(_shop_since, self._on_begun_known, owner=self)

    def back_up(
        self,
        *,
        only_if_changed: bool,
        title: str,
        done: Callable[[Backup | None], None],
        failed: Callable[[Exception], None] | None = None,
        force: bool = False,
    ) -> None:
        """A verified backup into the backup folder; `done(None)` when nothing had changed since the latest. `force`: also when the
        shop has become much smaller."""
        paths, clock = self._context.paths, self._context.clock
        now, zone = clock.now(), clock.zone()

        def op(_control: JobControl) -> Backup | None:
            from app.services.backups import back_up_into

            return back_up_into(paths.database, paths.backups, now=now, zone=zone, only_if_changed=only_if_changed, force=force)

        self._context.tasks.run(op, done, owner=self, failed=failed, title=title)

    def _on_begun_known(self, begun: datetime) -> None:
        self._begun = begun
        folder = self._context.paths.backups

        def op(_control: JobControl) -> Backup | None:
            from app.services.backups import latest_backup

            return latest_backup(folder)

        self._context.tasks.run(op, self.latest_known.emit, owner=self)

    def _on_tidied(self, _nothing: None) -> None:
        self._context.tasks.query(faults_of_ledger, self._on_ledger_checked, owner=self)

    def _on_ledger_checked(self, faults: list[str]) -> None:
        if faults:
            log.error("the ledger of points does not add up: %s", "; ".join(faults))
            self.ledger_wrong.emit(faults)

    def _on_backup_due(self) -> None:
        self.back_up(only_if_changed=True, title="", done=self._on_backed_up)

    def _on_backed_up(self, backup: Backup | None) -> None:
        if backup is not None:
            self.latest_known.emit(backup)

    def _on_poll_due(self) -> None:
        if self._day != self._context.clock.today():
            self.bring_to_today(self._on_day_begun)
        if not self._is_polling:
            self._is_polling = True
            look = partial(_is_changed_elsewhere, self._database)
            self._context.tasks.run(look, self._on_polled, owner=self, failed=self._on_poll_failed)

    def _on_polled(self, is_changed: bool) -> None:
        self._is_polling = False
        self._poll.setInterval(POLL_MILLISECONDS)
        if is_changed:
            self._context.tasks.announce(EVERYTHING)

    def _on_poll_failed(self, error: Exception) -> None:
        """The file is away or locked: said once, and asked again less often until it is back."""
        self._is_polling = False
        if self._poll.interval() != PAUSE_MILLISECONDS:
            self._poll.setInterval(PAUSE_MILLISECONDS)
            self._context.messages.error(error)

    def _on_day_begun(self, _nothing: None) -> None:
        """Midnight passed with the window open: every page counts from another day."""
        self._context.tasks.announce(EVERYTHING)


def _is_changed_elsewhere(database: Database, _control: JobControl) -> bool:
    return database.is_changed_elsewhere()


def _shop_since(session: Session, _control: JobControl) -> datetime:
    from app.queries.shop import shop_since

    return shop_since(session)
