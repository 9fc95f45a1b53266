"""The only threads: one writer, one reader, two for work without the database. Results come back on the GUI thread.

`Tasks` is what the program uses; `ImmediateTasks` runs the work in the call, so that a page can be tested without waiting.
"""

from __future__ import annotations

import logging
import queue
import threading
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.domain.entities import EVERYTHING, Entity
from app.domain.errors import Cancelled
from app.jobs.job import Job, JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.models.database import Database

T = TypeVar("T")
log = logging.getLogger(__name__)

COMPUTE_WORKERS = 2


@dataclass(slots=True)
class _Work:
    job: Job
    run: Callable[[], tuple[Any, frozenset[Entity]]]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    initiator: QObject | None = None
    is_write: bool = False


@dataclass(slots=True)
class _Outcome:
    work: _Work
    result: Any = None
    changed: frozenset[Entity] = frozenset()
    error: Exception | None = None


class _Outdated(Cancelled):
    """The shop that was asked is closed by now."""


class TasksBase(QObject):
    """Three ways to have work done. `done` and `failed` are bound methods of a QObject; they are not called any more when
    it or `owner` is gone. Without `failed` an error goes out by the signal of that name. `title` shows the job in the jobs
    panel; with `replaces` an older unfinished job of the same owner and word is dropped."""

    data_changed = Signal(object, object)
    job_started = Signal(object)
    failed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._database: Database | None = None
        self._open: list[Job] = []
        self._file = threading.Lock()

    def open(self, database: Database | None) -> None:
        """The data the work is done on; None while a file is put in its place."""
        self._database = database

    def query(
        self,
        op: Callable[[Session, JobControl], T],
        done: Callable[[T], None] | None,
        *,
        owner: QObject,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
        replaces: str = "",
    ) -> Job:
        job = self._new_job(owner, title, replaces)
        asked = self._database

        def run() -> tuple[T, frozenset[Entity]]:
            with self._file:
                if self._database is not asked:
                    raise _Outdated
                with self._open_database().read() as session:
                    return op(session, job.control), frozenset()

        self._read(_Work(job, run, done, failed))
        return job

    def command(
        self,
        op: Callable[[Session, JobControl], T],
        done: Callable[[T], None] | None,
        *,
        owner: QObject,
        initiator: QObject | None = None,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
    ) -> Job:
        """One transaction; committed when `op` returns, then data_changed(entities, initiator)."""
        job = self._new_job(owner, title, "")

        def run() -> tuple[T, frozenset[Entity]]:
            from app.models.changes import changed_in

            with self._open_database().write() as session:
                result = op(session, job.control)
            return result, changed_in(session)

        # A short save that the user has made is done even while the program is closing.
        job.is_kept = not title
        self._write(_Work(job, run, done, failed, initiator, is_write=True))
        return job

    def run(
        self,
        op: Callable[[JobControl], T],
        done: Callable[[T], None] | None,
        *,
        owner: QObject,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
        replaces: str = "",
    ) -> Job:
        job = self._new_job(owner, title, replaces)
        self._compute(_Work(job, lambda: (op(job.control), frozenset()), done, failed))
        return job

    def exclusive(
        self,
        op: Callable[[Database, JobControl], T],
        done: Callable[[T], None] | None,
        *,
        owner: QObject,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
    ) -> Job:
        """Work on the file as a whole (restore), in turn with the writes and while nobody reads; everything may have changed
        after it."""
        job = self._new_job(owner, title, "")

        def run() -> tuple[T, frozenset[Entity]]:
            with self._file:
                return op(self._open_database(), job.control), EVERYTHING

        self._write(_Work(job, run, done, failed, is_write=True))
        return job

    def announce(self, changed: frozenset[Entity]) -> None:
        """Tell the pages of a change made elsewhere."""
        self.data_changed.emit(changed, None)

    def open_jobs(self) -> list[Job]:
        return list(self._open)

    @abstractmethod
    def _read(self, work: _Work) -> None: ...

    @abstractmethod
    def _write(self, work: _Work) -> None: ...

    @abstractmethod
    def _compute(self, work: _Work) -> None: ...

    def _open_database(self) -> Database:
        if self._database is None:
            from app.domain.errors import StorageMissing

            raise StorageMissing("no shop is open")
        return self._database

    def _new_job(self, owner: QObject, title: str, replaces: str) -> Job:
        if replaces:
            for older in self._open:
                if older.owner is owner and older.replaces == replaces:
                    older.cancel()
        job = Job(owner, title, replaces)
        self._open.append(job)
        self.job_started.emit(job)
        return job

    def _execute(self, work: _Work) -> _Outcome:
        try:
            if work.job.control.cancelled.is_set():
                raise Cancelled
            result, changed = work.run()
        except Exception as error:
            return _Outcome(work, error=error)
        return _Outcome(work, result, changed)

    def _deliver(self, outcome: _Outcome) -> None:
        work = outcome.work
        job = work.job
        job.is_ended = True
        job.error = outcome.error
        if job in self._open:
            self._open.remove(job)
        if outcome.changed:
            self.data_changed.emit(outcome.changed, work.initiator)
        is_wanted = isValid(job.owner)
        superseded = (bool(job.replaces) and job.control.cancelled.is_set()) or isinstance(outcome.error, _Outdated)
        if outcome.error is None and is_wanted and not superseded and work.done is not None and _is_alive(work.done):
            self._hand_over(job, work.done, outcome.result)
        elif outcome.error is not None and not superseded:
            self._deliver_error(work, outcome.error, is_wanted)
        job.ended.emit()
        job.control.let_go()

    def _hand_over(self, job: Job, done: Callable[[Any], None], result: object) -> None:
        try:
            done(result)
        except BaseException:
            job.ended.emit()
            raise

    def _deliver_error(self, work: _Work, error: Exception, is_wanted: bool) -> None:
        if work.failed is not None and is_wanted and _is_alive(work.failed):
            work.failed(error)
        elif isinstance(error, Cancelled):
            return
        elif is_wanted or work.is_write:
            self.failed.emit(work.job, error)
        else:
            log.warning("nobody waits any more for what failed", exc_info=error)


def _is_alive(slot: Callable[..., Any]) -> bool:
    receiver = getattr(slot, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)


class ImmediateTasks(TasksBase):
    """Does the work in the call."""

    def _read(self, work: _Work) -> None:
        self._deliver(self._execute(work))

    _write = _read
    _compute = _read


class Tasks(TasksBase):
    """Does the work in threads of its own; `close()` ends them."""

    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._reads: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._writes: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._computes: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._serve, args=(lane,), name=name, daemon=True)
            for lane, name in (
                (self._reads, "reader"),
                (self._writes, "writer"),
                *((self._computes, f"compute-{n}") for n in range(COMPUTE_WORKERS)),
            )
        ]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Cancel reading and long work, let every short write end, and join."""
        for job in self._open:
            if not job.is_kept:
                job.cancel()
        for lane in (self._reads, self._writes, *[self._computes] * COMPUTE_WORKERS):
            lane.put(None)
        for thread in self._threads:
            thread.join()

    def _read(self, work: _Work) -> None:
        self._reads.put(work)

    def _write(self, work: _Work) -> None:
        self._writes.put(work)

    def _compute(self, work: _Work) -> None:
        self._computes.put(work)

    def _serve(self, lane: queue.SimpleQueue[_Work | None]) -> None:
        while (work := lane.get()) is not None:
            self._finished.emit(self._execute(work))

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        self._deliver(outcome)
