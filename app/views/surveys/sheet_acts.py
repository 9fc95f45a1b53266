"""Printing sheets that carry no customer: their codes, their pages and the record, then the printer, a file or the viewer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.cards import Card
from app.domain.errors import Cancelled, DomainError
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import NO_PRINTER, PrinterChoice, PrinterProfile, stock_of, with_calibration
from app.domain.print_runs import PrintOutcome
from app.domain.prints import PrintKind
from app.domain.survey_sheets import SheetChoice
from app.jobs.job import JobControl
from app.views.printing.delivery import Delivery, Handing, Pages
from app.views.printing.kinds import PieceWords
from app.views.printing.passing import PassingFiles
from app.views.printing.printers import Printers, Ticket
from app.views.printing.unanswered import SentRun

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """`path`: where the pages are wanted as a file; without one they go to the printer of the `choice`, or to the viewer."""

    survey_id: int
    sheets: SheetChoice
    copies: int
    path: Path | None = None
    choice: PrinterChoice = NO_PRINTER

    @property
    def is_direct(self) -> bool:
        return self.path is None and self.choice.is_direct


@dataclass(frozen=True, slots=True)
class _Drawn:
    card: Card
    codes: tuple[str, ...]
    profile: PrinterProfile | None


class OpenSheets(QObject):
    """`printed` when a run is recorded; `ended` in any case."""

    printed = Signal(object)
    ended = Signal()

    def __init__(self, context: AppContext, parent: QWidget, printers: Printers | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._over = parent
        self._request: OpenRequest | None = None
        self._words = PieceWords(self)
        self._files = PassingFiles(context.messages, self)
        self._delivery = Delivery(context, self, printers)

    @property
    def is_printing(self) -> bool:
        return self._request is not None

    def print_sheets(self, request: OpenRequest) -> None:
        self._request = request
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> _Drawn:
            from app.queries.print_profiles import profile_of
            from app.reports.survey_runs import sheet_card
            from app.services.survey_sheets import draw_open_sheets, prepare_sheets

            job = prepare_sheets(session, request.survey_id, request.sheets, is_named=False, now=now)
            card = sheet_card(session, job, today)
            profile = profile_of(session, request.choice.printer, stock_of(card)) if request.is_direct else None
            return _Drawn(card, draw_open_sheets(session, job, request.copies, today=today), profile)

        self._context.tasks.command(op, self._on_drawn, owner=self, failed=self._on_failed)

    def _on_drawn(self, drawn: _Drawn) -> None:
        request = self._request
        if request is None:
            return
        card = with_calibration(drawn.card, drawn.profile)

        def op(control: JobControl) -> Pages:
            from app.printing.page_images import page_sizes
            from app.reports.survey_runs import open_document, spans_of_sheets

            document = open_document(card, drawn.codes, control)
            return Pages(document, page_sizes(document), spans_of_sheets(card, len(drawn.codes)))

        def made(pages: Pages) -> None:
            self._on_made(drawn, pages)

        title = self._words.making(WorkKind.SURVEY, len(drawn.codes))
        self._context.tasks.run(op, made, owner=self, failed=self._on_failed, title=title)

    def _on_made(self, drawn: _Drawn, pages: Pages) -> None:
        request = self._request
        if request is None:
            return
        if not request.is_direct:
            self._record(drawn, pages, None)
            return
        try:
            ticket = self._delivery.ask(pages, request.choice, PrintKind.SURVEY, self._over.window())
        except DomainError as error:
            self._on_failed(error)
            return
        if ticket is None:
            self._on_failed(Cancelled())
            return
        self._record(drawn, pages, ticket)

    def _record(self, drawn: _Drawn, pages: Pages, ticket: Ticket | None) -> None:
        request = self._request
        if request is None:
            return
        now, today = self._context.clock.now(), self._context.clock.today()
        path = None if ticket is not None else request.path or self._files.new_path(today.isoformat())

        def op(session: Session, _control: JobControl) -> PrintOutcome:
            from app.reports.survey_runs import record_open
            from app.services.prints import save_document

            outcome = record_open(session, drawn.card, drawn.codes, pages.document, now=now, today=today)
            if path is not None:
                # Within the transaction: without the file nothing is recorded.
                save_document(path, pages.document)
            return outcome

        def recorded(outcome: PrintOutcome) -> None:
            self._request = None
            said = self._words.counted(WorkKind.SURVEY, outcome.pieces)
            words = self.tr("Made in {file} and recorded: {pieces}") if request.path else self.tr("Made and recorded: {pieces}")
            file = request.path.name if request.path else ""
            self._context.messages.toast(words.format(file=file, pieces=said), undo_action_id=outcome.action_id, is_bulk=True)
            if ticket is not None:
                run = SentRun(outcome.run_id, WorkKind.SURVEY, outcome.pieces, request.choice.printer)
                # What did not come out is nobody's: more sheets are printed instead.
                self._delivery.hand_over(Handing(run, pages, range(1, len(drawn.codes) + 1), is_recorded=False), ticket)
            elif path is not None and request.path is None:
                self._files.show(path)
            self.printed.emit(outcome)
            self.ended.emit()

        self._context.tasks.command(op, recorded, owner=self, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._request = None
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)
        self.ended.emit()
