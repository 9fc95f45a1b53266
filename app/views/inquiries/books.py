"""Opens what lies around voices: the books, the forms, the printed card."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.inquiries import EntryKind
from app.domain.inquiry_rows import InquiryDetail
from app.views.inquiries.book_panels import BookPanel, CausesPanel, FaqPanel, RepliesPanel, RequestsPanel
from app.views.inquiries.card_paper import CardPaper
from app.views.inquiries.forms import FaqForm, NoteForm, StepsForm
from app.views.widgets.side_panel import SidePanel


class VoiceBooks(QObject):
    """Belongs to the page; `last`: the panel that was opened last."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.paper = CardPaper(context, page)
        self.last: SidePanel | None = None

    def open_faq(self) -> None:
        self._open(FaqPanel(self._context, self._page.window()))

    def open_replies(self) -> None:
        self._open(RepliesPanel(self._context, self._page.window()))

    def open_requests(self) -> None:
        self._open(RequestsPanel(self._context, self._page.window()))

    def open_causes(self) -> None:
        self._open(CausesPanel(self._context, self._page.window()))

    def open_note(self, detail: InquiryDetail, by: str) -> None:
        self._open(NoteForm(self._context, self._page.window(), detail, by))

    def open_steps(self, detail: InquiryDetail) -> None:
        self._open(StepsForm(self._context, self._page.window(), detail))

    def offer_faq(self, detail: InquiryDetail) -> None:
        """With what was replied last as the answer to begin with."""
        replies = [entry.text for entry in detail.entries if entry.kind is EntryKind.REPLY]
        self._open(FaqForm(self._context, self._page.window(), of=detail, answer=replies[-1] if replies else ""))

    def print_card(self, detail: InquiryDetail) -> None:
        self.paper.print_card(detail)

    def _open(self, panel: SidePanel | BookPanel) -> None:
        self.last = panel
        panel.open_panel()
