"""What is done with a measure as a whole: copied, stopped, deleted. Each act says so, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.measures import BY_POST, Arm, MeasureOutcome, MeasureRow, MeasureState
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.measures import MeasureView

T = TypeVar("T")


class ListActs(QObject):
    """`made`: the id of a new draft, to be opened."""

    made = Signal(int)

    def __init__(self, context: AppContext, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over

    def copy(self, row: MeasureRow) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> MeasureOutcome:
            from app.services.measures import copy_measure

            return copy_measure(session, row.id, now=now)

        def then(outcome: MeasureOutcome) -> None:
            self._say(self.tr("{name} is copied as a new draft").format(name=row.name), outcome.action_id)
            self.made.emit(outcome.measure_id)

        self._do(op, then)

    def stop(self, row: MeasureRow) -> None:
        """After a question: its window cannot be opened again once a day has passed."""
        question = self.tr("Stop the campaign “{name}”?").format(name=row.name)
        body = self.tr(
            "Visits from today on no longer count for it, and there will be no verdict. "
            "Whatever was printed, planned or given stays as it is."
        )
        if not self._context.messages.confirm(question, body, safe=self.tr("Let it run"), danger=self.tr("Stop it")):
            return
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.measures import stop_measure

            return stop_measure(session, row.id, now=now, today=today)

        self._do(op, lambda action_id: self._say(self.tr("{name} is stopped").format(name=row.name), action_id))

    def delete(self, row: MeasureRow) -> None:
        """A draft, one that was stopped, or one that was drawn outside."""
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.measures import delete_measure

            return delete_measure(session, row.id, now=now)

        words = self.tr("The draft {name} is deleted") if row.state is MeasureState.DRAFT else self.tr("{name} is deleted")
        self._do(op, lambda action_id: self._say(words.format(name=row.name), action_id))

    def print_pieces(self, measure_id: int) -> None:
        """The print page with exactly those it is sent to, as it was planned."""

        def op(session: Session, _control: JobControl) -> tuple[MeasureView, tuple[int, ...]]:
            from app.queries.measures import measure_view, people_of

            return measure_view(session, measure_id), people_of(session, measure_id, Arm.SENT)

        self._context.tasks.query(op, self._on_pieces, owner=self._over)

    def _on_pieces(self, found: tuple[MeasureView, tuple[int, ...]]) -> None:
        from app.views.measures.wizard_start import print_for

        view, ids = found
        if view.plan.channel in BY_POST:
            print_for(self._context, view.row.id, view.plan, ids)

    def _do(self, op: Callable[[Session, JobControl], T], then: Callable[[T], None]) -> None:
        self._context.tasks.command(op, then, owner=self._over)

    def _say(self, words: str, action_id: int | None) -> None:
        self._context.messages.toast(words, undo_action_id=action_id)
