"""Keeping a survey a moment after its last change, and at once before it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.context import AppContext
from app.domain.survey_errors import SurveyGone
from app.domain.survey_rows import SurveyOutcome, SurveyView
from app.domain.surveys import SurveyContent
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SAVE_MS = 700


class SurveySaving(QObject):
    """`saved`: the survey as it is kept now, and the act. `gone`: it is not there any more. It is itself the initiator of the change."""

    saved = Signal(object, object)
    gone = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._survey_id = 0
        self._wanted: SurveyContent | None = None
        self._sent: SurveyContent | None = None
        self._then: list[Callable[[SurveyOutcome], None]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_MS)
        self._soon.timeout.connect(self.save_now)

    @property
    def is_waiting(self) -> bool:
        """Whether something was changed that is not kept yet."""
        return self._wanted is not None or self._sent is not None

    def begin(self, survey_id: int) -> None:
        """With another survey; what waited for the one before was saved when it was left."""
        self._survey_id, self._wanted, self._sent = survey_id, None, None
        self._then.clear()
        self._soon.stop()

    def save_soon(self, content: SurveyContent) -> None:
        self._wanted = content
        self._soon.start()

    def save_now(self, then: Callable[[SurveyOutcome], None] | None = None) -> None:
        """At once, what else would be saved a moment later. `then` is given the act that did it."""
        self._soon.stop()
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self._sent = wanted
        if then is not None:
            self._then.append(then)
        op = _saving(self._survey_id, wanted, self._context.clock.now())
        self._context.tasks.command(op, self._on_saved, owner=self, initiator=self, failed=self._on_failed)

    def _on_saved(self, answer: tuple[SurveyView, SurveyOutcome]) -> None:
        view, outcome = answer
        if view.id != self._survey_id:
            return
        self._sent = None
        then, self._then = self._then, []
        self.saved.emit(view, outcome)
        for one in then:
            one(outcome)

    def _on_failed(self, error: Exception) -> None:
        self._then.clear()
        sent, self._sent = self._sent, None
        self._context.messages.error(error)
        if isinstance(error, SurveyGone):
            self._wanted = None
            self.gone.emit()
        elif self._wanted is None:
            # It is tried again with the next change, and before it is left.
            self._wanted = sent


def _saving(survey_id: int, content: SurveyContent, now: datetime) -> Callable[[Session, JobControl], tuple[SurveyView, SurveyOutcome]]:
    def op(session: Session, _control: JobControl) -> tuple[SurveyView, SurveyOutcome]:
        from app.queries.surveys import survey_view
        from app.services.surveys import save_draft

        outcome = save_draft(session, survey_id, content, now=now)
        session.flush()
        return survey_view(session, survey_id), outcome

    return op
