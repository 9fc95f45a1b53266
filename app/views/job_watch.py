"""Shows jobs with a title in the jobs panel, once they take long enough to be noticed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import Cancelled
from app.jobs.job import Job
from app.views.widgets.jobs_panel import JobsPanel

NOTICED_AFTER_MILLISECONDS = 300
SEEN_AFTER_MILLISECONDS = 6000


class JobWatch(QObject):
    def __init__(self, panel: JobsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._jobs: dict[int, Job] = {}
        self._going: dict[int, Job] = {}
        panel.cancel_requested.connect(self._on_cancel_requested)

    def going(self) -> list[str]:
        """The titles of what is not done yet, also of what nobody has noticed."""
        return [job.title for job in self._going.values() if job.title and not job.is_ended]

    def follow(self, job: Job) -> None:
        self._going[job.number] = job
        job.ended.connect(partial(self._going.pop, job.number, None))
        QTimer.singleShot(NOTICED_AFTER_MILLISECONDS, self, partial(self._show, job))

    def _show(self, job: Job) -> None:
        if job.is_ended:
            return
        self._jobs[job.number] = job
        self._panel.add_job(job.number, job.title)
        job.progressed.connect(partial(self._panel.set_progress, job.number))
        job.ended.connect(partial(self._on_ended, job))

    def _on_ended(self, job: Job) -> None:
        self._jobs.pop(job.number, None)
        if isinstance(job.error, Cancelled):
            self._panel.remove(job.number)
        elif job.error is not None:
            self._panel.fail(job.number, job.title)
        else:
            self._panel.finish(job.number, job.title)
            QTimer.singleShot(SEEN_AFTER_MILLISECONDS, self, partial(self._panel.remove, job.number))

    def _on_cancel_requested(self, number: int) -> None:
        job = self._jobs.get(number)
        if job is not None:
            job.cancel()
