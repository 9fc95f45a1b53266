"""The day on a sheet of A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.jobs.job import JobControl
from app.views.moments import day_text, language
from app.views.printing.loose_sheets import A4, LooseSheets
from app.views.printing.printers import Printers

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class TodayPaper(QObject):
    """Belongs to the page."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._sheets = LooseSheets(context, view, printers)

    def print_day(self, staff: str = "") -> None:
        """`staff`: only what this member has to do."""
        today, said = self._context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> bytes:
            from app.reports.today_sheet import today_sheet

            return today_sheet(session, today, said, staff).document

        self._context.tasks.query(op, self._on_made, owner=self, replaces="paper")

    def _on_made(self, document: bytes) -> None:
        title = self.tr("Follow-ups of {day}").format(day=day_text(self._context.clock.today()))
        self._sheets.print_document(document, title, [A4])
