"""A run of the log printed once more: the same bytes, to the printer of such pieces or to the viewer; nothing is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.cards import Recipient
from app.domain.errors import DomainError
from app.domain.names import ORGANISATION_HONORIFIC
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import NO_PRINTER, PrinterChoice, work_of
from app.domain.print_runs import PrintRunRow
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.printing.delivery import Delivery, Handing, Pages, choice_for, pages_of
from app.views.printing.passing import PassingFiles
from app.views.printing.unanswered import Opening, SentRun

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class _Again:
    """`path`: where the pages were put; None: they go to the printer of the `choice`."""

    run: SentRun
    row: PrintRunRow
    choice: PrinterChoice
    path: Path | None = None
    pages: Pages | None = None
    positions: Sequence[int] = ()
    names: Sequence[str] = ()


class PrintingAgain(QObject):
    """`given_away` carries a SentRun: its pages are with the printer, or there is no program that opens them."""

    given_away = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget, files: PassingFiles, delivery: Delivery) -> None:
        super().__init__(parent)
        self._context = context
        self._over = parent
        self._files = files
        self._delivery = delivery

    def start(self, run_id: int) -> None:
        choices = {kind: choice_for(self._context.settings, kind) for kind in WorkKind}
        path = self._files.new_path(self._context.clock.today().isoformat())

        def op(session: Session, control: JobControl) -> _Again:
            from app.queries.prints_log import whole_run
            from app.queries.run_details import run_details
            from app.reports.run_rest import places_again, printed_again
            from app.services.prints import save_document

            details = run_details(session, run_id)
            # Of a run of old nobody knows what lies on which page.
            work = work_of(details.run.kind, details.run.stock)
            choice = choices[work] if details.run.has_people else NO_PRINTER
            run = SentRun(run_id, work, details.run.pieces, choice.printer)
            document = printed_again(session, run_id, control)
            if not choice.is_direct:
                save_document(path, document)
                return _Again(run, details.run, choice, path)
            pages, (_card, people) = pages_of(document, places_again(session, run_id)), whole_run(session, run_id)
            positions = [piece.position for piece in details.pieces]
            return _Again(run, details.run, choice, None, pages, positions, names_on(people))

        self._context.tasks.query(op, self._on_pages, owner=self)

    def _on_pages(self, found: _Again) -> None:
        if found.path is not None and not self._files.is_opened(found.path):
            self.given_away.emit(replace(found.run, opening=Opening.UNOPENED))
        if found.pages is None:
            return
        try:
            ticket = self._delivery.ask(found.pages, found.choice, found.row.kind, self._over.window(), found.row.stock)
        except DomainError as error:
            self._context.messages.error(error)
            return
        if ticket is not None:
            handing = Handing(found.run, found.pages, found.positions, is_recorded=False, names=found.names)
            self._delivery.hand_over(handing, ticket)


def names_on(people: Sequence[Recipient]) -> list[str]:
    """As the pieces of these people are called when the stack is turned."""
    return [polite_name(one.name, is_company=one.honorific == ORGANISATION_HONORIFIC) for one in people]
