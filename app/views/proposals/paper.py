"""A proposal on its page of A4: looked at, then to the printer or into a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.errors import Cancelled, DomainError
from app.domain.print_profiles import PrinterChoice
from app.domain.proposals import ProposalFields, ProposalKind
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.printing.direct import DirectPrinting, Sent
from app.views.printing.printers import Printers, PrintOrder, SystemPrinters
from app.views.proposals.paper_page import A4, MadePage, PageImage, PaperSubject, page_of
from app.views.proposals.words import DO_PRESENT, say
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLDER = "export_folder"


class ProposalPaper(QObject):
    """Belongs to the view that asks for it."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._printers = printers

    def print_page(self, subject: PaperSubject) -> None:
        today, said = self._context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> MadePage:
            return page_of(session, subject, today, said)

        def done(made: MadePage) -> None:
            panel = PagePanel(self._context, self._view.window(), subject, made, self._printers)
            panel.open_panel(panel.print_button)

        self._context.tasks.query(op, done, owner=self._view)

    def change_words(self, subject: PaperSubject | None) -> None:
        """Of the page; seen with `subject`, else with an example."""
        from app.views.proposals.paper_words_panel import open_paper_words

        open_paper_words(self._context, self._view.window(), subject or self._example())

    def _example(self) -> PaperSubject:
        words = self.tr("Many customers say that it does them good.")
        fields = ProposalFields(ProposalKind.CROSS_SELL, self.tr("What you want to suggest"), words, target_percent=20, target_months=6)
        return PaperSubject(None, "", fields)


class PagePanel(SidePanel):
    """The page as it will lie on the paper. Frees itself when closed."""

    def __init__(
        self, context: AppContext, window: QWidget, subject: PaperSubject, made: MadePage, printers: Printers | None = None
    ) -> None:
        super().__init__(window, "", width=560)
        self.set_title(self.tr("The suggestion on a page"))
        self._context = context
        self._subject = subject
        self._made = made
        self._name = f"{subject.fields.title} {subject.name}"
        self._printers = printers or SystemPrinters()
        self._direct = DirectPrinting(context, self)
        self._build()
        self.print_button.clicked.connect(self._on_print)
        self.keep.clicked.connect(self._on_keep)
        self.change.clicked.connect(self._on_change)
        self.presented.clicked.connect(self._on_presented)
        context.tasks.data_changed.connect(self._on_data_changed)
        self.closed.connect(self.deleteLater)

    def write_pdf(self, path: Path) -> None:
        document = self._made.document

        def op(_control: JobControl) -> str:
            from app.services.prints import save_document

            save_document(path, document)
            return path.name

        self._context.tasks.run(op, self._on_written, owner=self)

    def note_printed(self) -> None:
        """With the proposal; what could be suggested is prepared by it."""
        subject, now, today = self._subject, self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[int | None, int | None]:
            from app.services.proposals import note_printed, print_new

            if subject.proposal_id is not None:
                return subject.proposal_id, note_printed(session, subject.proposal_id, now=now, today=today)
            if subject.customer_id is None:
                return None, None
            made = print_new(session, subject.customer_id, subject.fields, now=now, today=today)
            return made.proposal_id, made.action_id

        self._context.tasks.command(op, self._on_noted, owner=self)

    def _build(self) -> None:
        self.page = PageImage(self._made.page, self.tr("The suggestion on a page"))
        self.print_button = PrimaryButton(self.tr("Print the suggestion"), "printer")
        self.print_button.set_shortcut_hint("Ctrl+Return")
        self.keep = NormalButton(self.tr("Save as a PDF"), "download")
        self.change = LinkButton(self.tr("Change the words of the page"), "pencil", small=True)
        self.presented = NormalButton(say(DO_PRESENT), "check")
        self._handed = Inset(Tone.PRIMARY)
        self._handed.add(WrapLabel(self.tr("When you have handed it over:"), TextStyle.BODY, Tone.TEXT))
        self._handed.add(boxed(row(self.presented, STRETCH)))
        set_shown(self._handed, False)
        self.body.addLayout(row(STRETCH, self.keep, self.print_button, gap=8))
        self.body.addWidget(self._handed)
        self.body.addWidget(WrapLabel(self.tr("What is suggested and why is changed in the suggestion itself.")))
        self.body.addLayout(row(self.change, STRETCH))
        self.body.addWidget(self.page)
        self.body.addStretch(1)

    def _on_keep(self) -> None:
        folder = Path(self._context.settings.remembered(FOLDER, str(Path.home())))
        usual = str(folder / f"{as_file_name(self._name)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save as a PDF"), usual, self.tr("PDF (*.pdf)"))
        if chosen:
            self._context.settings.remember(FOLDER, str(Path(chosen).parent))
            self.write_pdf(Path(chosen))

    def _on_print(self) -> None:
        found = self._printers.found()
        if not found:
            self._on_keep()
            return
        usual = next((one.name for one in found if one.is_usual), found[0].name)
        try:
            ticket = self._printers.ask(PrintOrder(self._name, PrinterChoice(usual), [A4]), self.window())
        except DomainError as error:
            self._context.messages.error(error)
            return
        if ticket is not None:
            self._direct.send(self._made.document, ticket, self._name, self._on_sent)

    def _on_change(self) -> None:
        from app.views.proposals.paper_words_panel import open_paper_words

        open_paper_words(self._context, self.parentWidget() or self, self._subject)

    def _on_written(self, name: str) -> None:
        self._context.messages.toast(self.tr("The suggestion is saved in {file}").format(file=name))
        self._ask_for_handing_over()

    def _on_sent(self, sent: Sent) -> None:
        if sent.error is None:
            self.note_printed()
        elif not isinstance(sent.error, Cancelled):
            self._context.messages.error(sent.error)

    def _on_noted(self, found: tuple[int | None, int | None]) -> None:
        proposal_id, action_id = found
        self._subject = replace(self._subject, proposal_id=proposal_id)
        self._context.messages.toast(self.tr("The suggestion is with the printer"), undo_action_id=action_id)
        self._ask_for_handing_over()

    def _ask_for_handing_over(self) -> None:
        set_shown(self._handed, self._subject.is_waiting)
        if self._subject.is_waiting:
            self.presented.setFocus()

    def _on_presented(self) -> None:
        subject, now, today = self._subject, self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.proposals import present_new, present_proposal

            if subject.proposal_id is not None:
                return present_proposal(session, subject.proposal_id, now=now, today=today)
            if subject.customer_id is None:
                return None
            return present_new(session, subject.customer_id, subject.fields, now=now, today=today).action_id

        self._context.tasks.command(op, self._on_done, owner=self)

    def _on_done(self, action_id: int | None) -> None:
        subject = self._subject
        words = self.tr("Noted: {title} was suggested to {name}").format(title=subject.fields.title, name=subject.name)
        self.close_panel()
        self._context.messages.toast(words, undo_action_id=action_id)

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        """The words of the page, also when they were taken back."""
        if Entity.TEMPLATE not in changed:
            return
        subject, today, said = self._subject, self._context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> MadePage:
            return page_of(session, subject, today, said)

        self._context.tasks.query(op, self._on_made, owner=self, replaces="page of a suggestion")

    def _on_made(self, made: MadePage) -> None:
        self._made = made
        self.page.show_page(made.page)
