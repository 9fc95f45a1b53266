"""Something that is made again in the background as it is changed: one at a time, always the newest next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.context import AppContext
from app.jobs.job import JobControl

_PAUSE_MS = 25


class LiveMaking(QObject):
    """`made`: what was made and the request it answers. `work`, asked on the GUI thread, gives what makes it off that thread; `replaces`
    names it among the owner's jobs."""

    made = Signal(object, object)

    def __init__(self, context: AppContext, parent: QObject, work: Callable[[Any], Callable[[], Any]], replaces: str) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self._replaces = replaces
        self._wanted: object | None = None
        self._making: object | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._begin)

    def ask(self, request: object, *, now: bool = False) -> None:
        """What is asked last is made; what came before it is dropped unless it is being made. `now`: without gathering keys."""
        self._wanted = request
        if self._making is not None:
            return
        if now:
            self._soon.stop()
            self._begin()
        elif not self._soon.isActive():
            self._soon.start()

    def forget(self) -> None:
        """Nothing that was asked is waited for any more."""
        self._soon.stop()
        self._wanted = self._making = None

    def _begin(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self._making = wanted
        work = self._work(wanted)

        def op(_control: JobControl) -> tuple[object, object]:
            return wanted, work()

        self._context.tasks.run(op, self._on_made, owner=self, failed=self._on_failed, replaces=self._replaces)

    def _on_made(self, made: tuple[object, object]) -> None:
        request, result = made
        if request is not self._making:
            # Something else lies on the desk by now.
            return
        self._making = None
        self.made.emit(result, request)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._making = None
        self._context.messages.error(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted is not None and not self._soon.isActive():
            self._soon.start()
