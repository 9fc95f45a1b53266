"""Ctrl+Z, Ctrl+Y and the toast's button: asks the services and says what was put back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.context import Clock
from app.domain.actions import ActionRow
from app.jobs.job import JobControl
from app.jobs.tasks import TasksBase
from app.views.labels_actions import action_sentence, undone_sentence

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Toasts(Protocol):
    def show_toast(
        self,
        sentence: str,
        *,
        undo: Callable[[], None] | None = None,
        bulk: bool = False,
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> object: ...


class UndoDesk(QObject):
    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, parent: QObject, tasks: TasksBase, clock: Clock, toasts: Toasts) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._toasts = toasts

    def undo_latest(self) -> None:
        self.undo(None)

    def undo(self, action_id: int | None) -> None:
        now = self._clock.now()

        def op(session: Session, _control: JobControl) -> ActionRow:
            from app.services.actions import undo

            return undo(session, action_id, now=now)

        self._tasks.command(op, self._on_undone, owner=self)

    def redo_latest(self) -> None:
        now = self._clock.now()

        def op(session: Session, _control: JobControl) -> ActionRow:
            from app.services.actions import redo

            return redo(session, now=now)

        self._tasks.command(op, self._on_redone, owner=self)

    def undoer(self, action_id: int) -> Callable[[], None]:
        def undo_it() -> None:
            self.undo(action_id)

        return undo_it

    def _on_undone(self, action: ActionRow) -> None:
        said = undone_sentence(action.kind, action.values)
        if not said:
            said = self.tr("Undone: {what}").format(what=action_sentence(action.kind, action.values))
        self._toasts.show_toast(said, bulk=True, action=self.tr("Do it again after all"), on_action=self.redo_latest)
        self.undone.emit(action)

    def _on_redone(self, action: ActionRow) -> None:
        what = action_sentence(action.kind, action.values)
        self._toasts.show_toast(self.tr("Done again: {what}").format(what=what), undo=self.undoer(action.id))
        self.redone.emit(action)
