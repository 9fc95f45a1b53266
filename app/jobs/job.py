"""A piece of work: what its threads see of it (JobControl) and what the window sees (Job)."""

from __future__ import annotations

import threading
import time
from itertools import count

from PySide6.QtCore import QObject, Signal

from app.domain.errors import Cancelled

_PROGRESS_SECONDS = 0.05
_numbers = count(1)


class Job(QObject):
    """Lives on the GUI thread. `title` empty: not shown in the jobs panel. `is_kept`: done also while the program closes."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, owner: QObject, title: str, replaces: str) -> None:
        super().__init__()
        self.number = next(_numbers)
        self.owner = owner
        self.title = title
        self.replaces = replaces
        self.is_ended = False
        self.is_kept = False
        self.error: Exception | None = None
        self.control = JobControl(self)

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next step and nothing is changed."""
        self.control.cancelled.set()


class JobControl:
    """Given to the work; a Progress. Safe on any thread."""

    def __init__(self, job: Job) -> None:
        self.cancelled = threading.Event()
        self._job: Job | None = job
        self._last = 0.0

    def advance(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last >= _PROGRESS_SECONDS:
            self._last = now
            if self._job is not None:
                self._job.progressed.emit(done, total)

    def let_go(self) -> None:
        """The job has ended. Without the circle of references it goes on the GUI thread, where it was made."""
        self._job = None
