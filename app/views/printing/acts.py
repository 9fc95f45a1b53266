"""Printing a run: the pages and the record of sending are one act; then the printer gets the pages, or the system's viewer shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.cards import Calibration, Card
from app.domain.errors import Cancelled, DomainError
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import NO_PRINTER, POSTCARD, PrinterChoice, PrinterProfile, stock_of, with_calibration, work_of
from app.domain.print_runs import PlanLine, PrintOutcome, PrintSettings
from app.domain.prints import PrintKind
from app.domain.run_follow import RunPeople
from app.domain.shop import ShopFields
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.printing.delivery import Delivery, Handing, Pages, fitting, pages_of, positions_off
from app.views.printing.kinds import PieceWords
from app.views.printing.passing import PassingFiles
from app.views.printing.printers import Printers, Ticket
from app.views.printing.unanswered import Opening, SentRun

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.reports.card_runs import MadeRun


@dataclass(frozen=True, slots=True)
class RunRequest:
    """`path`: where the pages are wanted as a file; without one they go to the printer of the `choice`, or to the viewer when that names
    none. `left_out`: those asked for who get none. `followed`: the pieces of another run that these are for. `measure_id`: the campaign
    whose pieces they are, 0 for none. `follow_ups`: the planned cards or letters that are done with it."""

    lines: Sequence[PlanLine]
    settings: PrintSettings
    shop: ShopFields
    card: Card
    occasion: str = ""
    path: Path | None = None
    left_out: Sequence[PlanLine] = ()
    choice: PrinterChoice = NO_PRINTER
    followed: RunPeople | None = None
    measure_id: int = 0
    follow_ups: tuple[int, ...] = ()

    @property
    def is_direct(self) -> bool:
        return self.path is None and self.choice.is_direct


@dataclass(frozen=True, slots=True)
class _Made:
    """`pages`: only of what goes to a printer."""

    made: MadeRun
    pages: Pages | None


@dataclass(frozen=True, slots=True)
class _Recorded:
    """`pages`: those to be handed to the printer, in the order of `customer_ids`."""

    outcome: PrintOutcome
    pages: Pages | None
    customer_ids: Sequence[int]


class PrintActs(QObject):
    """`printed` when a run is recorded; `ended` in any case. `given_away` carries a SentRun: its pages are with the printer or the viewer,
    and nobody knows yet whether they came out."""

    printed = Signal(object)
    ended = Signal()
    given_away = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget, printers: Printers | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._over = parent
        self._request: RunRequest | None = None
        self._words = PieceWords(self)
        self._files = PassingFiles(context.messages, self)
        self._delivery = Delivery(context, self, printers)
        self._delivery.handed_over.connect(self.given_away)

    @property
    def is_printing(self) -> bool:
        return self._request is not None

    def print_cards(self, request: RunRequest) -> None:
        self._request = request

        def op(session: Session, _control: JobControl) -> tuple[dict[int, str], PrinterProfile | None]:
            from app.queries.codes import codes_for
            from app.queries.print_profiles import profile_of
            from app.services.measures import refuse_taken_back

            if request.measure_id:
                refuse_taken_back(session, request.measure_id)
            profile = profile_of(session, request.choice.printer, stock_of(request.card)) if request.is_direct else None
            if request.followed is not None:
                return {}, profile
            return codes_for(session, request.card, [line.candidate.customer_id for line in request.lines]), profile

        self._context.tasks.query(op, self._on_codes, owner=self, failed=self._on_failed)

    def print_test_sheet(self, calibration: Calibration, stock: str = "") -> None:
        """A sheet with rulers, to look at; without a `stock` for a postcard."""

        def op(_control: JobControl) -> bytes:
            from app.printing.test_sheet import render_stock_test_sheet

            return render_stock_test_sheet(stock or POSTCARD, calibration)

        self._context.tasks.run(op, self._on_document, owner=self)

    def _on_codes(self, found: tuple[dict[int, str], PrinterProfile | None]) -> None:
        request = self._request
        if request is None:
            return
        codes, profile = found
        job = with_calibration(request.card, profile)

        def op(control: JobControl) -> _Made:
            from app.reports.card_runs import made_run
            from app.reports.run_follow import followed_run

            if request.followed is not None:
                made = followed_run(
                    request.followed, request.lines, job,
                    left_out=request.left_out, notes_places=request.is_direct, progress=control,
                )  # fmt: skip
                return _Made(made, pages_of(made.run.document, made.placed) if request.is_direct else None)
            made = made_run(
                request.lines, request.settings, job,
                codes=codes, occasion=request.occasion, left_out=request.left_out, notes_places=request.is_direct, progress=control,
            )  # fmt: skip
            return _Made(made, pages_of(made.run.document, made.placed) if request.is_direct else None)

        title = self._words.making(work_of(request.card.kind, stock_of(request.card)), len(request.lines))
        self._context.tasks.run(op, self._on_made, owner=self, failed=self._on_failed, title=title)

    def _on_made(self, made: _Made) -> None:
        request = self._request
        if request is None:
            return
        if made.pages is None:
            self._record(made, None)
            return
        try:
            kind, stock = request.card.kind, stock_of(request.card)
            ticket = self._delivery.ask(made.pages, request.choice, kind, self._over.window(), stock)
        except DomainError as error:
            self._on_failed(error)
            return
        if ticket is None:
            # Nothing is recorded of what the user left at the dialog.
            self._on_failed(Cancelled())
            return
        positions = range(1, len(made.pages.spans) + 1)
        if len(positions_off(made.pages, positions, ticket.wanted)) == len(positions):
            self._context.messages.toast(self.tr("No piece lies wholly on the pages chosen. Nothing was printed."))
            self._on_failed(Cancelled())
            return
        self._record(made, ticket)

    def _record(self, made: _Made, ticket: Ticket | None) -> None:
        request = self._request
        if request is None:
            return
        now, today = self._context.clock.now(), self._context.clock.today()
        positions = range(1, len(made.made.run.pieces) + 1)
        held = [] if ticket is None or made.pages is None else positions_off(made.pages, positions, ticket.wanted)
        path = None if ticket is not None else request.path or self._files.new_path(today.isoformat())
        run_made = replace(made.made, run=replace(made.made.run, follow_ups=request.follow_ups))

        def op(session: Session, _control: JobControl) -> _Recorded:
            from app.reports.run_record import record_run
            from app.services.measures import link_run
            from app.services.print_runs import hold_back
            from app.services.prints import save_document

            done = record_run(session, run_made, now=now, today=today, notes_places=ticket is not None)
            if request.measure_id:
                link_run(session, request.measure_id, done.outcome.run_id)
            if path is not None:
                # Within the transaction: without the file nothing is recorded.
                save_document(path, done.document)
            if held and not done.outcome.is_again:
                hold_back(session, done.outcome.run_id, held, now=now)
            # What was recorded before is printed as the log has it, not as it would be made now.
            pages = pages_of(done.document, done.placed) if ticket is not None and done.outcome.is_again else made.pages
            return _Recorded(done.outcome, pages, [number for number, _code in done.pieces])

        people = {line.candidate.customer_id: line.candidate for line in request.lines}

        def recorded(done: _Recorded) -> None:
            outcome, kind = done.outcome, work_of(request.card.kind, stock_of(request.card))
            count = outcome.pieces - len(held)
            self._on_recorded(replace(outcome, pieces=count), kind, request, has_held=bool(held))
            run = SentRun(outcome.run_id, kind, count, request.choice.printer if ticket is not None else "")
            if ticket is not None and made.pages is not None and done.pages is not None:
                names = [polite_name(people[number].name, is_company=people[number].is_company) for number in done.customer_ids]
                handing = Handing(run, done.pages, positions, held, not outcome.is_again, names)
                self._delivery.hand_over(handing, fitting(ticket, made.pages, done.pages))
            elif path is not None and request.path is None:
                if not outcome.is_again:
                    # Before the viewer: should it all end here, the question is asked after the next start.
                    self.given_away.emit(run)
                if not self._files.is_opened(path):
                    self.given_away.emit(replace(run, opening=Opening.UNOPENED))

        self._context.tasks.command(op, recorded, owner=self, failed=self._on_failed)

    def _on_recorded(self, outcome: PrintOutcome, kind: WorkKind, request: RunRequest, *, has_held: bool) -> None:
        text = self._said(outcome, kind, request)
        self._request = None
        # Once it is noted which pieces wait, that has to be undone first.
        can_undo = not outcome.is_again and not has_held
        self._context.messages.toast(text, undo_action_id=outcome.action_id if can_undo else None, is_bulk=True)
        self.printed.emit(outcome)
        self.ended.emit()

    def _said(self, outcome: PrintOutcome, kind: WorkKind, request: RunRequest) -> str:
        """What was done."""
        file = request.path.name if request.path is not None else ""
        if request.card.kind is not PrintKind.THANK_YOU:
            pieces = self._words.counted(kind, outcome.pieces)
            if outcome.is_again:
                return self.tr("Already recorded today: {pieces}. They are the same pages once more.").format(pieces=pieces)
            if file:
                return self.tr("Made in {file} and recorded: {pieces}").format(file=file, pieces=pieces)
            return self.tr("Made and recorded: {pieces}").format(pieces=pieces)
        if outcome.is_again:
            return self.tr("These %n card(s) were noted as sent today already. They are the same pages once more.", "", outcome.pieces)
        if file:
            return self.tr("%n card(s) made in {file} and noted as sent", "", outcome.pieces).format(file=file)
        return self.tr("%n card(s) made and noted as sent", "", outcome.pieces)

    def _on_failed(self, error: Exception) -> None:
        self._request = None
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)
        self.ended.emit()

    def _on_document(self, content: bytes) -> None:
        path = self._files.new_path(self._context.clock.today().isoformat())

        def op(_control: JobControl) -> Path:
            from app.services.prints import save_document

            save_document(path, content)
            return path

        self._context.tasks.run(op, self._files.show, owner=self)
