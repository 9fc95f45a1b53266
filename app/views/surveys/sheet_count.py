"""How many sheets of a survey would be printed now, for the button that leads there: as the run of them begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.survey_errors import SurveyError
from app.domain.survey_sheets import SheetChoice
from app.jobs.job import JobControl
from app.views.surveys.sheet_people import USUAL_COPIES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class SheetCount(QObject):
    """`counted`: how many; 0 where it cannot be said yet."""

    counted = Signal(int)

    def __init__(self, context: AppContext, parent: QObject, survey_id: int) -> None:
        super().__init__(parent)
        self._context = context
        self._survey_id = survey_id

    def ask(self, choice: SheetChoice, *, is_open: bool) -> None:
        """Of those who came lately, whoever nothing stands against; of sheets without a name the usual number."""
        survey_id, today = self._survey_id, self._context.clock.today()

        def op(session: Session, control: JobControl) -> int:
            from app.queries.survey_people import came_lately
            from app.reports.survey_runs import job_at_hand, sheet_plan

            if is_open:
                return USUAL_COPIES
            job = job_at_hand(session, survey_id, choice, is_named=True)
            return len(sheet_plan(session, job, came_lately(session, today), today, control).kept)

        self._context.tasks.query(op, self.counted.emit, owner=self, failed=self._on_failed, replaces="count")

    def _on_failed(self, error: Exception) -> None:
        self.counted.emit(0)
        if not isinstance(error, SurveyError):
            # What a survey lacks for being printed stands beside its sheet.
            self._context.messages.error(error)
