"""The first-response card on a sheet of A5."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.inquiry_rows import InquiryDetail
from app.jobs.job import JobControl
from app.views.inquiries.words import kind_word, usual_steps
from app.views.moments import language
from app.views.printing.loose_sheets import A5, LooseSheets
from app.views.printing.printers import Printers


class CardPaper(QObject):
    """Belongs to the page."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._sheets = LooseSheets(context, view, printers)
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
        self._sheets.print_document(document, self._title, [A5])
