"""What can be done with an answered sheet; each act ends with a toast that can take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.points import PointsUsedAlready
from app.jobs.job import JobControl
from app.views.purchases.outcome_words import confirm_negative

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Act = Callable[["Session", bool], int | None]


class AnswerActs(QObject):
    """`done` after an act; `refused` with what stood in its way, where nobody said it yet."""

    done = Signal()
    refused = Signal(object)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def throw_out(self, response_id: int, reason: str) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def act(session: Session, allow_negative: bool) -> int:
            from app.services.survey_responses import throw_out

            return throw_out(session, response_id, reason, now=now, today=today, allow_negative=allow_negative)

        self._run(act, self.tr("The sheet is left out of the figures"))

    def take_back_in(self, response_id: int) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def act(session: Session, _allow_negative: bool) -> int:
            from app.services.survey_responses import take_back_in

            return take_back_in(session, response_id, now=now, today=today)

        self._run(act, self.tr("The sheet counts again"))

    def delete(self, response_id: int) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def act(session: Session, allow_negative: bool) -> int:
            from app.services.survey_responses import delete_response

            return delete_response(session, response_id, now=now, today=today, allow_negative=allow_negative)

        self._run(act, self.tr("The sheet is deleted"))

    def link(self, response_id: int, customer_id: int | None) -> None:
        """To another customer, or to nobody."""
        now, today = self._context.clock.now(), self._context.clock.today()

        def act(session: Session, allow_negative: bool) -> int | None:
            from app.services.survey_responses import link_customer

            return link_customer(session, response_id, customer_id, now=now, today=today, allow_negative=allow_negative)

        words = self.tr("The sheet stands without a name") if customer_id is None else self.tr("The sheet is somebody else's now")
        self._run(act, words)

    def _run(self, act: Act, sentence: str, *, allow_negative: bool = False) -> None:
        def op(session: Session, _control: JobControl) -> int | None:
            return act(session, allow_negative)

        def finished(action_id: int | None) -> None:
            if action_id is not None:
                self._context.messages.toast(sentence, undo_action_id=action_id)
            self.done.emit()

        def failed(error: Exception) -> None:
            if not isinstance(error, PointsUsedAlready):
                self.refused.emit(error)
            elif confirm_negative(self._context.messages, error):
                self._run(act, sentence, allow_negative=True)

        self._context.tasks.command(op, finished, owner=self, failed=failed)
