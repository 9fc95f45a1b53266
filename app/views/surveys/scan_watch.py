"""A folder into which a scanner puts its pictures: what is new there is read by itself. Nothing in it is moved or changed."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from app.domain.survey_queue import KnownFile
from app.jobs.job import JobControl
from app.views.surveys.scan_desk import ScanDesk

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LOOK_MILLISECONDS = 15_000
SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".heic", ".heif"})

Marks = dict[Path, tuple[int, int]]
"""By file its size and when it was written: a file that is still growing differs the next time."""


class ScanWatch(QObject):
    """Looks while a folder is named in the settings of this machine. Each file is read once, also over a restart."""

    def __init__(self, desk: ScanDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._context = desk.context
        self._settled: Marks = {}
        self._last: Marks = {}
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._context.settings.changed.connect(self._on_setting)
        self._begin()

    def look(self) -> None:
        """Whether there is something new that is whole by now."""
        folder = self._context.settings.survey_folder
        if not folder or self._is_looking or self._desk.is_running:
            return
        self._is_looking = True
        self._context.tasks.run(partial(_marks_in, Path(folder)), self._on_marks, owner=self, failed=self._on_failed)

    def close(self) -> None:
        """The shop is left: nothing is read into it any more."""
        if isValid(self):
            self._timer.stop()
            self._desk.stop()
            self._desk.deleteLater()

    def _begin(self) -> None:
        self._last, self._settled = {}, {}
        if self._context.settings.survey_folder:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_setting(self, name: str) -> None:
        if name == "survey_folder":
            self._begin()
            self.look()

    def _on_marks(self, marks: Marks) -> None:
        whole = {path: mark for path, mark in marks.items() if self._last.get(path) == mark}
        fresh = {path: mark for path, mark in whole.items() if self._settled.get(path) != mark}
        self._last = marks
        if not fresh:
            self._is_looking = False
            return
        self._settled |= fresh
        self._context.tasks.run(partial(_hashes_of, sorted(fresh)), self._on_hashes, owner=self, failed=self._on_failed)

    def _on_hashes(self, hashes: dict[Path, str]) -> None:
        def op(session: Session, _control: JobControl) -> tuple[dict[Path, str], dict[str, KnownFile]]:
            from app.queries.survey_queue import known_files

            return hashes, known_files(session, hashes.values())

        self._context.tasks.query(op, self._on_known, owner=self, failed=self._on_failed)

    def _on_known(self, found: tuple[dict[Path, str], dict[str, KnownFile]]) -> None:
        hashes, known = found
        self._is_looking = False
        new = [path for path, file_hash in hashes.items() if file_hash not in known or not known[file_hash].is_whole]
        self._desk.read(sorted(new), Path(self._context.settings.survey_folder).name)

    def _on_failed(self, _error: Exception) -> None:
        # A folder of another computer may be away for a while: the next look finds it again.
        self._is_looking = False
        self._last = {}


def _marks_in(folder: Path, _control: JobControl) -> Marks:
    marks: Marks = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(".") and Path(entry.name).suffix.lower() in SUFFIXES and entry.is_file():
                stat = entry.stat()
                marks[Path(entry.path)] = (stat.st_size, stat.st_mtime_ns)
    return marks


def _hashes_of(paths: list[Path], control: JobControl) -> dict[Path, str]:
    from app.reports.survey_reading import find_files

    return dict(find_files(paths, control).files)
