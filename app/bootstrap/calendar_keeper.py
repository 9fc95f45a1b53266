"""Keeps the calendar file of this computer as the follow-ups are: written anew when one of them changes, and on each new day."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.jobs.job import JobControl
from app.views.moments import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

log = logging.getLogger(__name__)

PAUSE_MILLISECONDS = 2000
_WRITTEN_OF = frozenset({Entity.FOLLOW_UP, Entity.CUSTOMER, Entity.STAFF, Entity.SHOP})


class CalendarFileUnusable(DomainError):
    """`file`."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The calendar file {file} cannot be written now. The follow-ups themselves are safe. It is tried again when one of them changes.",
    )


class CalendarKeeper(QObject):
    """Lives as long as the shop is open. What cannot be written is said once, and again only after it could be."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._is_told = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.write)
        context.tasks.data_changed.connect(self._on_data_changed)
        context.settings.changed.connect(self._on_setting)
        self._write_soon()

    def stop(self) -> None:
        self._pause.stop()

    def write(self) -> None:
        """Now, where a file is named."""
        if not self._context.settings.calendar_file:
            return
        path, said, now = Path(self._context.settings.calendar_file), language(), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> bytes:
            from app.reports.calendar import calendar_of

            return calendar_of(session, said, now).document

        self._context.tasks.query(op, partial(self._on_made, path), owner=self, failed=self._on_failed, replaces="calendar")

    def _write_soon(self) -> None:
        if self._context.settings.calendar_file:
            self._pause.start()

    def _on_made(self, path: Path, document: bytes) -> None:
        op = partial(_put, path, document)
        self._context.tasks.run(op, self._on_written, owner=self, failed=self._on_failed, replaces="calendar file")

    def _on_written(self, _nothing: None) -> None:
        self._is_told = False

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CalendarFileUnusable):
            log.warning("the calendar file could not be made: %s", error)
        elif not self._is_told:
            self._is_told = True
            self._context.messages.error(error)

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if changed & _WRITTEN_OF:
            self._write_soon()

    def _on_setting(self, name: str) -> None:
        if name == "calendar_file":
            self._is_told = False
            self._write_soon()
        elif name == "language":
            self._write_soon()


def _put(path: Path, document: bytes, _control: JobControl) -> None:
    """Whole or not at all; left alone while it says the same. CalendarFileUnusable."""
    from app.domain.run_changes import PrintPlaceUnusable
    from app.exchange.calendar import without_stamps
    from app.services.prints import save_document

    try:
        if path.is_file() and without_stamps(path.read_bytes()) == without_stamps(document):
            return
        if not path.parent.is_dir():
            raise FileNotFoundError(path.parent)
        save_document(path, document)
    except (OSError, PrintPlaceUnusable) as error:
        raise CalendarFileUnusable(file=path.name) from error
