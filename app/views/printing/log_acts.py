"""What is done with a run of the log: printed again, stopped, gone on with, given up, kept as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.errors import Cancelled, DomainError
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import PrinterChoice, stock_of, with_calibration, work_of
from app.domain.print_runs import PrintRunRow, RestOfRun
from app.jobs.job import JobControl
from app.views.printing.again import PrintingAgain, names_on
from app.views.printing.delivery import Delivery, Handing, Pages, choice_for, pages_of, positions_off
from app.views.printing.log_words import stop_words
from app.views.printing.passing import PassingFiles
from app.views.printing.printers import Printers, Ticket
from app.views.printing.unanswered import Opening, SentRun

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left of a run, and where such pieces are printed."""

    rest: RestOfRun
    choice: PrinterChoice


class RunActs(QObject):
    """`stopped`: the run is noted as not printed to the end. `ended`: an act is over, whether it came to something or not.
    `given_away` carries a SentRun, whose pages are with the printer or the viewer; `kept` the number of a run that is in a file now."""

    stopped = Signal()
    ended = Signal()
    given_away = Signal(object)
    kept = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget, printers: Printers | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._over = parent
        self._files = PassingFiles(context.messages, self)
        self._delivery = Delivery(context, self, printers)
        self._delivery.handed_over.connect(self.given_away)
        self._again = PrintingAgain(context, parent, self._files, self._delivery)
        self._again.given_away.connect(self.given_away)
        self._going_on = 0

    @property
    def is_going_on(self) -> bool:
        return bool(self._going_on)

    def print_again(self, run_id: int) -> None:
        """The same bytes once more; nothing is recorded."""
        self._again.start(run_id)

    def ask_and_keep(self, run: PrintRunRow, over: QWidget, positions: tuple[int, ...] = ()) -> None:
        """The same bytes as a file where the user wants it; of the pieces at `positions` alone if there are any."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._context.settings.remembered("print_folder", documents))
        name = self.tr("Print run {number} of {day}").format(number=run.id, day=run.day.isoformat())
        if positions:
            name = f"{name} ({positions[0]}-{positions[-1]})"
        title = self.tr("Save the PDF again")
        chosen, _kind = QFileDialog.getSaveFileName(over, title, str(folder / f"{name}.pdf"), self.tr("PDF (*.pdf)"))
        if chosen:
            path = Path(chosen)
            self._context.settings.remember("print_folder", str(path.parent))
            self.keep(run.id, path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"), positions)

    def keep(self, run_id: int, path: Path, positions: tuple[int, ...] = ()) -> None:
        def op(session: Session, control: JobControl) -> Path:
            from app.reports.run_rest import printed_again
            from app.services.prints import save_document

            save_document(path, printed_again(session, run_id, control, positions=positions))
            return path

        self._context.tasks.query(op, partial(self._on_kept, run_id), owner=self)

    def stop_at(self, run_id: int, position: int) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.print_runs import stop_at

            return stop_at(session, run_id, position, now=now)

        self._context.tasks.command(op, self._on_stopped, owner=self, failed=self._on_failed)

    def hold_back(self, run_id: int, positions: tuple[int, ...]) -> None:
        """These did not come out; the others of the run did."""
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.print_runs import hold_back

            return hold_back(session, run_id, positions, now=now)

        self._context.tasks.command(op, self._on_stopped, owner=self, failed=self._on_failed)

    def go_on(self, run_id: int) -> None:
        """The pages of what is left, noted as sent in the same act."""
        if self._going_on:
            return
        self._going_on = run_id
        today, settings = self._context.clock.today(), self._context.settings
        choices = {kind: choice_for(settings, kind) for kind in WorkKind}

        def op(session: Session, _control: JobControl) -> _Rest:
            from app.queries.print_profiles import profile_of
            from app.queries.prints_log import rest_of

            rest = rest_of(session, run_id, today)
            choice = choices[work_of(rest.card.kind, stock_of(rest.card))]
            profile = profile_of(session, choice.printer, stock_of(rest.card)) if choice.is_direct else None
            return _Rest(replace(rest, card=with_calibration(rest.card, profile)), choice)

        self._context.tasks.query(op, self._on_rest, owner=self, failed=self._on_failed)

    def give_up(self, run: PrintRunRow) -> None:
        """After a question: those who are left get none."""
        question = self.tr("Leave out the %n piece(s) that were not printed?", "", run.unsent)
        body = self.tr("These people get none from this run, and the run says so. Nothing is printed.")
        if not self._context.messages.confirm(question, body, safe=self.tr("Keep them for later"), danger=self.tr("Leave the rest")):
            return
        now, run_id, count = self._context.clock.now(), run.id, run.unsent

        def op(session: Session, _control: JobControl) -> tuple[int, int]:
            from app.services.print_runs import give_up_rest

            return give_up_rest(session, run_id, now=now), count

        self._context.tasks.command(op, self._on_given_up, owner=self, failed=self._on_failed)

    def take_back(self, run: PrintRunRow) -> None:
        """After a question: as if it had never been sent."""
        if run.action_id is None:
            return
        question = self.tr("Take back that the %n piece(s) of run {number} were sent?", "", run.pieces).format(number=run.id)
        body = self.tr("The run leaves the log and the customers' records, as if it had never been sent. What is printed stays printed.")
        if self._context.messages.confirm(question, body, safe=self.tr("Leave it as it is"), danger=self.tr("Take it back")):
            self._context.navigate.undo(run.action_id)

    def _is_left_without(self, rest: RestOfRun) -> bool:
        """Whether to go on without those against whom something has come up since; they are named."""
        question = self.tr("Leave out %n piece(s) of this run?", "", rest.stopped)
        since = self.tr("This has come up since the run was made:")
        body = "\n".join((since, *(stop_words(stop) for stop in rest.stops)))
        danger = self.tr("Print the others") if rest.positions else self.tr("Leave the rest")
        return self._context.messages.confirm(question, body, safe=self.tr("Keep them for later"), danger=danger)

    def _on_rest(self, found: _Rest) -> None:
        rest = found.rest
        if rest.stops and not self._is_left_without(rest):
            self._going_on = 0
            self.ended.emit()
            return
        if not rest.positions:
            self._leave_all(rest)
            return

        def op(control: JobControl) -> Pages:
            from app.reports.run_rest import made_rest

            made = made_rest(rest, control, notes_places=True)
            return pages_of(made.document, made.placed)

        def made(pages: Pages) -> None:
            self._on_rest_made(found, pages)

        title = self.tr("Making the remaining %n piece(s)", "", len(rest.positions))
        self._context.tasks.run(op, made, owner=self, failed=self._on_failed, title=title)

    def _on_rest_made(self, found: _Rest, pages: Pages) -> None:
        if not found.choice.is_direct:
            self._note_rest(found, pages, None)
            return
        try:
            card = found.rest.card
            ticket = self._delivery.ask(pages, found.choice, card.kind, self._over.window(), stock_of(card))
        except DomainError as error:
            self._on_failed(error)
            return
        if ticket is None:
            self._on_failed(Cancelled())
            return
        self._note_rest(found, pages, ticket)

    def _note_rest(self, found: _Rest, pages: Pages, ticket: Ticket | None) -> None:
        rest, now, today = found.rest, self._context.clock.now(), self._context.clock.today()
        held = [] if ticket is None else positions_off(pages, rest.positions, ticket.wanted)
        path = self._files.new_path(today.isoformat()) if ticket is None else None

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.print_runs import finish_rest, hold_back
            from app.services.prints import save_document

            action_id = finish_rest(session, rest.run_id, rest.positions, now=now, today=today)
            if path is not None:
                # Within the transaction: without the file nothing is noted.
                save_document(path, pages.document)
            if held:
                hold_back(session, rest.run_id, held, now=now)
            return None if held else action_id

        def noted(action_id: int | None) -> None:
            self._on_finished(action_id, len(rest.positions) - len(held))
            count = len(rest.positions) - len(held)
            printer, positions = found.choice.printer if ticket is not None else "", tuple(rest.positions)
            run = SentRun(rest.run_id, work_of(rest.card.kind, stock_of(rest.card)), count, printer, positions=positions)
            if ticket is not None:
                self._delivery.hand_over(Handing(run, pages, rest.positions, held, names=names_on(rest.recipients)), ticket)
            elif path is not None:
                # Before the viewer: should it all end here, the question is asked after the next start.
                self.given_away.emit(run)
                if not self._files.is_opened(path):
                    self.given_away.emit(replace(run, opening=Opening.UNOPENED))

        self._context.tasks.command(op, noted, owner=self, failed=self._on_failed)

    def _leave_all(self, rest: RestOfRun) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[int, int]:
            from app.services.print_runs import finish_rest

            return finish_rest(session, rest.run_id, (), now=now, today=today), rest.stopped

        self._context.tasks.command(op, self._on_given_up, owner=self, failed=self._on_failed)

    def _on_finished(self, action_id: int | None, count: int) -> None:
        self._going_on = 0
        text = self.tr("The remaining %n piece(s) were made and noted as sent", "", count)
        self._context.messages.toast(text, undo_action_id=action_id, is_bulk=True)
        self.ended.emit()

    def _on_stopped(self, action_id: int | None) -> None:
        text = self.tr("Noted where it stopped. You can go on from there at any time.")
        self._context.messages.toast(text, undo_action_id=action_id)
        self.stopped.emit()
        self.ended.emit()

    def _on_given_up(self, done: tuple[int, int]) -> None:
        action_id, count = done
        self._going_on = 0
        self._context.messages.toast(self.tr("%n piece(s) were left out", "", count), undo_action_id=action_id)
        self.ended.emit()

    def _on_kept(self, run_id: int, path: Path) -> None:
        self.kept.emit(run_id)
        self._context.messages.toast(self.tr("The same pages are in {file}").format(file=path.name))

    def _on_failed(self, error: Exception) -> None:
        self._going_on = 0
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)
        self.ended.emit()
