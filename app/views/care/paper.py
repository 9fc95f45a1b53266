"""The day on a sheet of A4: to the printer, or into the viewer where there is no printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import Cancelled, DomainError
from app.domain.print_profiles import PrinterChoice
from app.jobs.job import JobControl
from app.views.moments import day_text, language
from app.views.printing.direct import DirectPrinting, Sent
from app.views.printing.passing import PassingFiles
from app.views.printing.printers import Printers, PrintOrder, SystemPrinters

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session

_A4 = (210.0, 297.0)


class TodayPaper(QObject):
    """Belongs to the page."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._printers = printers or SystemPrinters()
        self._direct = DirectPrinting(context, self)
        self._files = PassingFiles(context.messages, self)

    def print_day(self, staff: str = "") -> None:
        """`staff`: only what this member has to do."""
        today, said = self._context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> bytes:
            from app.reports.today_sheet import today_sheet

            return today_sheet(session, today, said, staff).document

        self._context.tasks.query(op, self._on_made, owner=self, replaces="paper")

    def _on_made(self, document: bytes) -> None:
        found = self._printers.found()
        if not found:
            self._show(document)
            return
        usual = next((one.name for one in found if one.is_usual), found[0].name)
        today = self._context.clock.today()
        title = self.tr("Follow-ups of {day}").format(day=day_text(today))
        try:
            ticket = self._printers.ask(PrintOrder(title, PrinterChoice(usual), [_A4]), self._view.window())
        except DomainError as error:
            self._context.messages.error(error)
            return
        if ticket is not None:
            self._direct.send(document, ticket, title, self._on_sent)

    def _show(self, document: bytes) -> None:
        path = self._files.new_path(f"{self._context.clock.today():%Y-%m-%d}")

        def op(_control: JobControl) -> Path:
            from app.services.prints import save_document

            save_document(path, document)
            return path

        self._context.tasks.run(op, self._files.show, owner=self._view)

    def _on_sent(self, sent: Sent) -> None:
        if sent.error is None:
            self._context.messages.toast(self.tr("%n page(s) are with the printer", "", len(sent.pages)))
        elif not isinstance(sent.error, Cancelled):
            self._context.messages.error(sent.error)
