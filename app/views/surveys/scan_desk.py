"""Reading scanned sheets while the window goes on: the reader works beside the program, what it found is stored in portions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import Cancelled
from app.domain.survey_pages import PageState, ScanError
from app.domain.survey_queue import KnownFile, PageReason, TakenIn
from app.jobs.job import Job, JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.reports.survey_reading import FoundFiles, PageRead, StoredForm

Forms = Mapping[int, "StoredForm"]
Known = Mapping[str, KnownFile]
ReadFiles = Callable[[Sequence[tuple[Path, str]], Forms, Known, JobControl], "Iterable[PageRead]"]


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What became of a go. `broken`: the errors of files that could not be opened. `blank` pages are not among `pages`. `action_id` None:
    nothing was stored."""

    name: str
    pages: Mapping[PageState, int]
    broken: tuple[ScanError, ...] = ()
    batch_id: int | None = None
    action_id: int | None = None
    is_stopped: bool = False
    blank: int = 0

    @property
    def total(self) -> int:
        return sum(self.pages.values())

    @property
    def to_check(self) -> int:
        """Pages that somebody has to look at."""
        return self.pages.get(PageState.WAITING, 0) + self.pages.get(PageState.UNLOCATED, 0)


@dataclass(slots=True)
class _Go:
    """One go while it is under way."""

    name: str
    pages: Counter[PageState] = field(default_factory=Counter)
    blank: int = 0
    broken: list[ScanError] = field(default_factory=list)
    waiting: list[list[PageRead]] = field(default_factory=list)
    batch_id: int | None = None
    action_id: int | None = None
    is_storing: bool = False
    is_read: bool = False
    is_stopped: bool = False

    def result(self) -> ScanResult:
        broken = tuple(self.broken)
        return ScanResult(self.name, dict(self.pages), broken, self.batch_id, self.action_id, self.is_stopped, self.blank)


class ScanDesk(QObject):
    """One for the window. `changed`: how far it is; `finished` carries the ScanResult. What is asked for meanwhile is read after it."""

    changed = Signal()
    finished = Signal(object)
    _portion_read = Signal(object)

    def __init__(self, context: AppContext, parent: QObject, read: ReadFiles | None = None) -> None:
        """`read`: instead of the reader of the program."""
        super().__init__(parent)
        self.context = context
        self._read = read or _read_files
        self._go: _Go | None = None
        self._job: Job | None = None
        self._next: list[tuple[tuple[Path, ...], str]] = []
        self.done, self.total = 0, 0
        self.result: ScanResult | None = None
        self._portion_read.connect(self._on_portion)

    @property
    def is_running(self) -> bool:
        return self._go is not None

    def read(self, paths: Sequence[Path], name: str = "") -> None:
        """Files and folders; `name` of the go, else that of the first and how many more there are."""
        if not paths:
            return
        if self._go is not None:
            self._next.append((tuple(paths), name))
            return
        self._go = _Go(name or self._name_of(paths))
        self.done, self.total, self.result = 0, 0, None
        self.changed.emit()
        op = partial(_find_files, tuple(paths))
        self._job = self.context.tasks.run(op, self._on_found, owner=self, failed=self._on_failed)

    def stop(self) -> None:
        """What was read until now stays."""
        self._next.clear()
        if self._job is not None:
            self._job.cancel()

    def _name_of(self, paths: Sequence[Path]) -> str:
        first, more = paths[0].name, len(paths) - 1
        return self.tr("{name} and %n more", "", more).format(name=first) if more else first

    def _on_found(self, found: FoundFiles) -> None:
        if self._go is None:
            return
        self._go.broken += [error for _, error in found.unreadable]
        if found.unreadable:
            self._go.pages[PageState.BROKEN] += len(found.unreadable)
        hashes = [file_hash for _, file_hash in found.files]

        def op(session: Session, _control: JobControl) -> tuple[FoundFiles, Forms, Known]:
            from app.queries.survey_queue import known_files
            from app.reports.survey_reading import stored_forms

            return found, stored_forms(session), known_files(session, hashes)

        self._job = self.context.tasks.query(op, self._on_known, owner=self, failed=self._on_failed)

    def _on_known(self, known: tuple[FoundFiles, Forms, Known]) -> None:
        found, forms, files = known
        title = self.tr("Reading survey sheets")

        def op(control: JobControl) -> None:
            from app.reports.survey_reading import in_portions

            for portion in in_portions(self._read(found.files, forms, files, control)):
                self._portion_read.emit(portion)

        self._job = self.context.tasks.run(op, self._on_read, owner=self, failed=self._on_failed, title=title)
        self._job.progressed.connect(self._on_progressed)

    def _on_progressed(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def _on_portion(self, portion: list[PageRead]) -> None:
        if self._go is not None:
            self._go.broken += [page.error for page in portion if page.error is not None]
            self._go.waiting.append(portion)
            self._store_next()

    def _store_next(self) -> None:
        """One portion after the other: each is told which go it belongs to."""
        go = self._go
        if go is None or go.is_storing:
            return
        if not go.waiting:
            if go.is_read:
                self._end(go)
            return
        go.is_storing = True
        op = partial(_store, self.context, go.name, go.waiting.pop(0), go.batch_id, go.action_id)
        self.context.tasks.command(op, self._on_stored, owner=self, failed=self._on_unstored)

    def _on_stored(self, stored: tuple[list[PageRead], TakenIn]) -> None:
        portion, taken = stored
        go = self._go
        if go is None:
            return
        go.is_storing, go.batch_id, go.action_id = False, taken.batch_id, taken.action_id
        states = [state for read, state in zip(portion, taken.pages, strict=True) if read.page.reason != PageReason.BLANK]
        go.pages.update(states)
        go.blank += len(portion) - len(states)
        self.changed.emit()
        self._store_next()

    def _on_unstored(self, error: Exception) -> None:
        """What cannot be stored stops the go; it is read again the next time."""
        if self._go is not None:
            self._go.is_storing, self._go.is_stopped = False, True
            self._go.waiting.clear()
            self.stop()
        self.context.messages.error(error)
        self._store_next()

    def _on_read(self, _nothing: object) -> None:
        if self._go is not None:
            self._go.is_read = True
            self._store_next()

    def _on_failed(self, error: Exception) -> None:
        if self._go is not None:
            self._go.is_stopped = True
        if not isinstance(error, Cancelled):
            self.context.messages.error(error)
        self._on_read(None)

    def _end(self, go: _Go) -> None:
        self._go, self._job = None, None
        self.result = go.result()
        self.changed.emit()
        self.finished.emit(self.result)
        self._tell(self.result)
        if self._next:
            paths, name = self._next.pop(0)
            self.read(paths, name)

    def _tell(self, result: ScanResult) -> None:
        if result.action_id is None:
            return
        text = self.tr("Read %n page(s).", "", result.total)
        if result.to_check:
            text = self.tr("Read %n page(s); {count} are to be looked at.", "", result.total).format(count=result.to_check)
        self.context.messages.toast(text, undo_action_id=result.action_id, is_bulk=True)


def scan_desk_of(context: AppContext, window: QWidget) -> ScanDesk:
    """The one of this window and shop."""
    for desk in window.findChildren(ScanDesk):
        if desk.context is context:
            return desk
    return ScanDesk(context, window)


def _find_files(paths: tuple[Path, ...], control: JobControl) -> FoundFiles:
    from app.reports.survey_reading import find_files

    return find_files(paths, control)


def _read_files(files: Sequence[tuple[Path, str]], forms: Forms, known: Known, control: JobControl) -> Iterable[PageRead]:
    from app.reports.survey_reading import FormBook, read_files

    return read_files(files, FormBook(forms), known, control)


def _store(
    context: AppContext, name: str, portion: list[PageRead], batch_id: int | None, action_id: int | None, session: Session, _control: Any
) -> tuple[list[PageRead], TakenIn]:
    from app.services.survey_scans import take_in

    pages, clock = [read.page for read in portion], context.clock
    go: dict[str, Any] = {"batch_id": batch_id, "action_id": action_id}
    return portion, take_in(session, name, pages, now=clock.now(), today=clock.today(), **go)
