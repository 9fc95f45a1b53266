"""What every import does in the same manner, whatever the list is of: one piece of work at a time, a backup first, and the way back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.errors import Cancelled
from app.domain.imports import UndoneImport
from app.jobs.job import Job, JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.services.import_customers import ImportOutcome

T = TypeVar("T")


class ImportWork(QObject):
    """Signals tell what has happened; `busy_changed` the sentence of what is being done now, or nothing."""

    busy_changed = Signal(str)
    progressed = Signal(int, int)
    stored = Signal()
    undone = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self._job: Job | None = None
        self._busy = ""
        self._undoing = 0

    @property
    def busy(self) -> str:
        return self._busy

    @property
    def file_name(self) -> str:
        """What the chosen file is called, or nothing."""
        path = self.chosen_file()
        return path.name if path is not None else ""

    @abstractmethod
    def chosen_file(self) -> Path | None: ...

    @abstractmethod
    def is_read(self) -> bool:
        """Whether there is something to store."""

    @abstractmethod
    def storing(self) -> Callable[[Session, JobControl], ImportOutcome]:
        """What stores all that was read and decided, in one transaction."""

    @abstractmethod
    def keep_outcome(self, outcome: ImportOutcome) -> None: ...

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def store(self) -> None:
        """Backup first, then everything in one transaction."""
        if self.is_read() and not self._busy:
            self._back_up(self._on_backed_up)

    def undo(self, import_id: int) -> None:
        """Backup first, then everything the import brought goes out again."""
        if not self._busy:
            self._undoing = import_id
            self._back_up(self._on_backed_up_for_undo)

    def run(self, op: Callable[[JobControl], T], done: Callable[[T], None], replaces: str) -> None:
        """Work without the database, under the sentence of what is being done."""
        self._follow(self.context.tasks.run(op, done, owner=self, failed=self.fail, title=self._busy, replaces=replaces))

    def ask(self, op: Callable[[Session, JobControl], T], done: Callable[[T], None], replaces: str) -> None:
        """A question to the database."""
        self._follow(self.context.tasks.query(op, done, owner=self, failed=self.fail, replaces=replaces))

    def set_reading(self) -> None:
        self.set_busy(self.tr("Reading {file}").format(file=self.file_name))

    def set_busy(self, sentence: str) -> None:
        if sentence != self._busy:
            self._busy = sentence
            self.busy_changed.emit(sentence)

    def fail(self, error: Exception) -> None:
        self.set_busy("")
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)

    def _back_up(self, done: Callable[[None], None]) -> None:
        paths, now = self.context.paths, self.context.clock.now()

        def op(_control: JobControl) -> None:
            from app.services.backups import back_up_into

            back_up_into(paths.database, paths.backups, now=now, only_if_changed=True, force=True)

        self.set_busy(self.tr("Making a backup"))
        self.run(op, done, "backup")

    def _on_backed_up(self, _nothing: None) -> None:
        if self._is_stopped():
            return
        title = self.tr("Importing {file}").format(file=self.file_name)
        self.set_busy(title)
        tasks = self.context.tasks
        self._follow(tasks.command(self.storing(), self._on_stored, owner=self, initiator=self, failed=self.fail, title=title))

    def _on_stored(self, outcome: ImportOutcome) -> None:
        self.keep_outcome(outcome)
        self.set_busy("")
        self.stored.emit()

    def _on_backed_up_for_undo(self, _nothing: None) -> None:
        if self._is_stopped():
            return
        import_id, now, today = self._undoing, self.context.clock.now(), self.context.clock.today()

        def op(session: Session, control: JobControl) -> UndoneImport:
            from app.services.imports import undo_import

            return undo_import(session, import_id, now=now, today=today, progress=control)

        title = self.tr("Undoing the import")
        self.set_busy(title)
        self._follow(self.context.tasks.command(op, self._on_undone, owner=self, failed=self.fail, title=title))

    def _on_undone(self, undone: UndoneImport) -> None:
        self.set_busy("")
        self.undone.emit(undone)

    def _follow(self, job: Job) -> None:
        if not job.is_ended:
            # Only the latest piece of work can be stopped.
            self._job = job
            job.progressed.connect(self.progressed)

    def _is_stopped(self) -> bool:
        """A backup ends by itself; what was to follow does not begin when it was stopped meanwhile."""
        if self._job is None or not self._job.control.cancelled.is_set():
            return False
        self._job = None
        self.fail(Cancelled())
        return True
