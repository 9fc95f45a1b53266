"""How the program speaks to the user: toasts with undo, errors in whole sentences, questions before what cannot be undone."""

from __future__ import annotations

import logging
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import CONTEXT, Cancelled, DomainError, StorageProblem, in_a_row
from app.views.crash_dialog import show_fault
from app.views.moments import day_text
from app.views.undo import UndoDesk
from app.views.widgets.confirm_dialog import confirm
from app.views.widgets.toast import ToastHost

log = logging.getLogger(__name__)


def sentence_of(error: Exception) -> str:
    """The translated sentence of what the user can act on; of anything else, that it is our fault and what is safe."""
    if isinstance(error, DomainError | StorageProblem):
        values = {name: day_text(value) if isinstance(value, date) else value for name, value in error.values.items()}
        return QCoreApplication.translate(CONTEXT, error.sentence).format(**values)
    return QCoreApplication.translate(
        "Messages", "Something went wrong in the program. What was saved before is safe. You can go on working."
    )


def refusal_of(error: DomainError | StorageProblem) -> str:
    """The sentence of what was refused for it, with what did not happen."""
    refusal = error.refusal if isinstance(error, DomainError) else ""
    return in_a_row(sentence_of(error), QCoreApplication.translate(CONTEXT, refusal) if refusal else "")


class WindowMessages(QObject):
    """The Messages of one window."""

    def __init__(self, window: QWidget, toasts: ToastHost, undo_desk: UndoDesk) -> None:
        super().__init__(window)
        self._window = window
        self._toasts = toasts
        self._undo_desk = undo_desk

    def toast(self, text: str, *, undo_action_id: int | None = None, is_bulk: bool = False) -> None:
        undo = None if undo_action_id is None else self._undo_desk.undoer(undo_action_id)
        self._toasts.show_toast(text, undo=undo, bulk=is_bulk)

    def sentence(self, error: Exception) -> str:
        return sentence_of(error)

    def error(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, DomainError | StorageProblem):
            log.warning("told the user: %s %s", type(error).__name__, getattr(error, "detail", ""))
            self._toasts.show_toast(refusal_of(error), bulk=True)
            return
        log.error("a fault of ours", exc_info=error)
        show_fault(self._window, error)

    def confirm(self, question: str, body: str, *, safe: str, danger: str) -> bool:
        return confirm(self._window, question, body, danger=danger, safe=safe)
