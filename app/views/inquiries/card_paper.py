"""The first-response card on A5: to the printer, or into the viewer where there is no printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import Cancelled, DomainError
from app.domain.inquiry_rows import InquiryDetail
from app.domain.print_profiles import PrinterChoice
from app.jobs.job import JobControl
from app.views.inquiries.words import kind_word, usual_steps
from app.views.moments import language
from app.views.printing.direct import DirectPrinting, Sent
from app.views.printing.passing import PassingFiles
from app.views.printing.printers import Printers, PrintOrder, SystemPrinters

if TYPE_CHECKING:
    from pathlib import Path

_A5 = (148.0, 210.0)


class CardPaper(QObject):
    """Belongs to the page."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._printers = printers or SystemPrinters()
        self._direct = DirectPrinting(context, self)
        self._files = PassingFiles(context.messages, self)
        self._title = ""

    def print_card(self, detail: InquiryDetail) -> None:
        """The steps of the kind of this voice."""
        kind = detail.row.kind
        self._title = self.tr("First response: {kind}").format(kind=kind_word(kind))
        steps = detail.steps or usual_steps(kind)
        title, said, shop = self._title, language(), detail.values.shop
        note = self.tr("Begin with this, also while whoever is in charge is out.")

        def op(_control: JobControl) -> bytes:
            from app.printing.response_card import ResponseCard, draw_response_card

            return draw_response_card(ResponseCard(title, note, steps, shop, said))

        self._context.tasks.run(op, self._on_made, owner=self)

    def _on_made(self, document: bytes) -> None:
        found = self._printers.found()
        if not found:
            self._show(document)
            return
        usual = next((one.name for one in found if one.is_usual), found[0].name)
        try:
            ticket = self._printers.ask(PrintOrder(self._title, PrinterChoice(usual), [_A5]), self._view.window())
        except DomainError as error:
            self._context.messages.error(error)
            return
        if ticket is not None:
            self._direct.send(document, ticket, self._title, self._on_sent)

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
