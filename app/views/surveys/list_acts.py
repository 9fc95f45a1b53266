"""What is done with a survey as a whole: made, copied, put aside, taken back. Each act says so, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.survey_rows import SurveyOutcome, SurveyRow
from app.domain.surveys import Audience, SurveyContent
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ListActs(QObject):
    """`made`: the id of a new survey, to be opened."""

    made = Signal(int)

    def __init__(self, context: AppContext, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over

    def make(self, content: SurveyContent, audience: Audience) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> SurveyOutcome:
            from app.services.surveys import create_survey

            return create_survey(session, content, audience, now=now)

        def then(outcome: SurveyOutcome) -> None:
            self._say(self.tr("The survey {title} is made").format(title=content.title), outcome)
            self.made.emit(outcome.survey_id)

        self._do(op, then)

    def copy(self, row: SurveyRow) -> None:
        now, title = self._context.clock.now(), self.tr("{title} (copy)").format(title=row.title)

        def op(session: Session, _control: JobControl) -> SurveyOutcome:
            from app.services.surveys import copy_survey

            return copy_survey(session, row.id, title, now=now)

        def then(outcome: SurveyOutcome) -> None:
            self._say(self.tr("Copied as {title}").format(title=title), outcome)
            self.made.emit(outcome.survey_id)

        self._do(op, then)

    def archive(self, row: SurveyRow) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> SurveyOutcome:
            from app.services.surveys import archive_survey

            return archive_survey(session, row.id, now=now)

        words = self.tr("{title} is archived. Sheets that come back are read all the same.")
        self._do(op, lambda outcome: self._say(words.format(title=row.title), outcome))

    def restore(self, row: SurveyRow) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> SurveyOutcome:
            from app.services.surveys import restore_survey

            return restore_survey(session, row.id, now=now)

        self._do(op, lambda outcome: self._say(self.tr("{title} is back in the list").format(title=row.title), outcome))

    def delete(self, row: SurveyRow) -> None:
        """A draft that was neither printed nor answered."""
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> SurveyOutcome:
            from app.services.surveys import delete_survey

            return delete_survey(session, row.id, now=now)

        self._do(op, lambda outcome: self._say(self.tr("The draft {title} is deleted").format(title=row.title), outcome))

    def _do(self, op: Callable[[Session, JobControl], SurveyOutcome], then: Callable[[SurveyOutcome], None]) -> None:
        self._context.tasks.command(op, then, owner=self._over)

    def _say(self, words: str, outcome: SurveyOutcome) -> None:
        self._context.messages.toast(words, undo_action_id=outcome.action_id)
