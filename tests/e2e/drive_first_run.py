"""Started by test_window.py: the first screen of an empty folder, closed as soon as it stands there.

python -m tests.e2e.drive_first_run FOLDER LANGUAGE
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import StartOptions
from app.bootstrap.program import Program
from app.views.first_run.window import FirstRunWindow

PATIENCE = 600


class Closer(QObject):
    """Closes the first screen; gives up with a word on stderr when it never comes."""

    def __init__(self) -> None:
        super().__init__()
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(20)

    def _on_tick(self) -> None:
        self._waited += 1
        for window in QApplication.topLevelWidgets():
            if isinstance(window, FirstRunWindow) and window.isVisible():
                self._timer.stop()
                window.close()
                return
        if self._waited > PATIENCE:
            sys.stderr.write("it never came\n")
            QApplication.exit(3)


def main(folder: Path, language: str) -> int:
    QApplication(sys.argv[:1])
    closer = Closer()
    # Held by nobody, as when it is started for real: it goes with the end of its run, before the application does.
    code = Program(StartOptions(folder, language, "", False, None, False)).run()
    closer.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
