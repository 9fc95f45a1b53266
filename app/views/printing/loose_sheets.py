"""Sheets that are no pieces of a run: to the printer by the system's dialog, or into the viewer where there is no printer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import Cancelled, DomainError
from app.domain.print_profiles import PrinterChoice
from app.jobs.job import JobControl
from app.views.printing.direct import DirectPrinting, Sent
from app.views.printing.passing import PassingFiles
from app.views.printing.printers import Printers, PrintOrder, SystemPrinters

A4, A5 = (210.0, 297.0), (148.0, 210.0)


class LooseSheets(QObject):
    """Belongs to the page, for it outlives the panel that asks."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._printers = printers or SystemPrinters()
        self._direct = DirectPrinting(context, self)
        self._files = PassingFiles(context.messages, self)

    def print_document(self, document: bytes, title: str, sheets: Sequence[tuple[float, float]]) -> None:
        """A PDF with one page for each of `sheets` (width and height in mm)."""
        found = self._printers.found()
        if not found:
            self._show(document)
            return
        usual = next((one.name for one in found if one.is_usual), found[0].name)
        try:
            ticket = self._printers.ask(PrintOrder(title, PrinterChoice(usual), list(sheets)), self._view.window())
        except DomainError as error:
            self._context.messages.error(error)
            return
        if ticket is not None:
            self._direct.send(document, ticket, title, self._on_sent)

    def _show(self, document: bytes) -> None:
        path = self._files.new_path(self._context.clock.today().isoformat())

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
