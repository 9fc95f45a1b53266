"""The finished report: into a file, to the printer, or into the viewer where there is no printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.errors import Cancelled, DomainError
from app.domain.print_profiles import PrinterChoice
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.printing.direct import DirectPrinting, Sent
from app.views.printing.passing import PassingFiles
from app.views.printing.printers import Printers, PrintOrder, SystemPrinters

if TYPE_CHECKING:
    from app.reports.month_report import ReportDocument

FOLDER = "report_folder"
_A4 = (210.0, 297.0)


class ReportDelivery(QObject):
    """Belongs to the page."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._printers = printers or SystemPrinters()
        self._direct = DirectPrinting(context, self)
        self._files = PassingFiles(context.messages, self)

    def ask_file(self, document: ReportDocument, title: str) -> None:
        """For a place to write to, then write the pages there."""
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._context.settings.remembered(FOLDER, usual))
        name = str(folder / f"{as_file_name(title)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self._view, self.tr("Save the report"), name, self.tr("PDF (*.pdf)"))
        if chosen:
            path = Path(chosen)
            self._context.settings.remember(FOLDER, str(path.parent))
            self.write(document, path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def write(self, document: ReportDocument, path: Path) -> None:
        """A toast says when it is done."""
        pages = document.document

        def op(_control: JobControl) -> Path:
            from app.services.prints import save_document

            save_document(path, pages)
            return path

        self._context.tasks.run(op, self._on_written, owner=self._view)

    def print_report(self, document: ReportDocument, title: str) -> None:
        """By the system's dialog; where this computer has no printer, the pages are opened to look at."""
        found = self._printers.found()
        if not found:
            self._show(document)
            return
        usual = next((one.name for one in found if one.is_usual), found[0].name)
        order = PrintOrder(title, PrinterChoice(usual), [_A4] * document.pages)
        try:
            ticket = self._printers.ask(order, self._view.window())
        except DomainError as error:
            self._context.messages.error(error)
            return
        if ticket is not None:
            self._direct.send(document.document, ticket, title, self._on_sent)

    def _show(self, document: ReportDocument) -> None:
        path, pages = self._files.new_path(f"{document.facts.month:%Y-%m}"), document.document

        def op(_control: JobControl) -> Path:
            from app.services.prints import save_document

            save_document(path, pages)
            return path

        self._context.tasks.run(op, self._files.show, owner=self._view)

    def _on_written(self, path: Path) -> None:
        self._context.messages.toast(self.tr("The report is saved in {file}").format(file=path.name))

    def _on_sent(self, sent: Sent) -> None:
        if sent.error is None:
            self._context.messages.toast(self.tr("%n page(s) are with the printer", "", len(sent.pages)))
        elif not isinstance(sent.error, Cancelled):
            self._context.messages.error(sent.error)
