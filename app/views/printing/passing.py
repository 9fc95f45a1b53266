"""Files of this session alone: pages to look at now. Names and addresses are in them, so they go with the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from app.context import Messages


class PassingFiles(QObject):
    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._folder: QTemporaryDir | None = None
        self._files = 0

    def new_path(self, day: str) -> Path:
        """A name that no other file has."""
        if self._folder is None:
            self._folder = QTemporaryDir()
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
