"""When a fault of ours gets through: it goes to the log with its traceback, a dialog offers to copy it, the program goes on."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

log = logging.getLogger("okaeri")
LOG_BYTES = 1_000_000
_native_log: TextIO | None = None
_NOISY = ("fontTools", "matplotlib", "PIL", "alembic")


def start_log(folder: Path) -> Path:
    """Log into `folder`/okaeri.log (kept small, two older ones); nothing a customer said is logged."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "okaeri.log"
    handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    # A fault below Python leaves its trace here; nothing else could say what happened.
    global _native_log
    _native_log = (folder / "crash.log").open("a", encoding="utf-8")
    faulthandler.enable(_native_log)
    root = logging.getLogger()
    for old in [h for h in root.handlers if isinstance(h, RotatingFileHandler)]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    return path


def report_of(error: BaseException) -> str:
    """What a supporter needs: versions and the traceback."""
    head = f"Okaeri  Python {platform.python_version()}  Qt {qVersion()}  {platform.platform()}"
    return head + "\n\n" + "".join(traceback.format_exception(error))


class CrashHandler(QObject):
    """Catches what no one caught, on any thread; `crashed(report)` comes on the GUI thread."""

    crashed = Signal(str)
    _caught = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.take(args.exc_value) if args.exc_value is not None else None

    def take(self, error: BaseException) -> None:
        log.error("a fault got through", exc_info=error)
        self._caught.emit(error)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error)

    @Slot(object)
    def _on_caught(self, error: BaseException) -> None:
        self.crashed.emit(report_of(error))
