"""Files of this session alone: pages to look at now. Names and addresses are in them, so they go with the program."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QLockFile, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from app.context import Messages

_PREFIX = "okaeri-pages-"
_LOCK = "session.lock"


class PassingFiles(QObject):
    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._folder: QTemporaryDir | None = None
        self._lock: QLockFile | None = None
        self._files = 0
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.remove)

    def new_path(self, day: str) -> Path:
        """A name that no other file has."""
        if self._folder is None:
            self._folder = QTemporaryDir(f"{QDir.tempPath()}/{_PREFIX}XXXXXX")
            self._lock = _lock_of(Path(self._folder.path()))
            self._lock.tryLock(0)
            remove_left_behind(Path(self._folder.path()).parent)
        self._files += 1
        name = self.tr("pages-{day}-{number}.pdf").format(day=day, number=self._files)
        return Path(self._folder.path()) / name

    def is_opened(self, path: Path) -> bool:
        """In the system's viewer; False where there is none."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show(self, path: Path) -> None:
        """In the system's viewer; where there is none, say where the file is."""
        if not self.is_opened(path):
            text = self.tr("No program for PDF files was found. The pages are in {file}.")
            self._messages.toast(text.format(file=str(path)))

    def remove(self) -> None:
        """Take away the folder and all that is in it."""
        if self._lock is not None:
            self._lock.unlock()
        if self._folder is not None:
            self._folder.remove()
        self._folder = self._lock = None


def remove_left_behind(folder: Path) -> None:
    """The files of sessions that were ended from outside; those of one that runs stay."""
    for left in folder.glob(f"{_PREFIX}*"):
        # Without its lock it is not of this program, or only just being made.
        if left.is_symlink() or not (left / _LOCK).is_file():
            continue
        lock = _lock_of(left)
        if lock.tryLock(0):
            lock.unlock()
            # A viewer may still hold a file; the next session tries again.
            shutil.rmtree(left, ignore_errors=True)


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # Never by its age: a session may last for days.
    lock.setStaleLockTime(0)
    return lock
