"""The log of print runs on the print page: opening a run, and going on with one that stopped."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.run_details import RunDetails
from app.jobs.job import JobControl
from app.views.pages.page import Page
from app.views.printing.came_out import CameOut
from app.views.printing.log_acts import RunActs
from app.views.printing.log_all import AllRunsPanel
from app.views.printing.log_panel import open_run_panel
from app.views.printing.log_words import ALL_RUNS
from app.views.printing.printers import Printers
from app.views.printing.start_part import StartPart
from app.views.printing.unanswered import SentRun

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class RunLog(QObject):
    """Listens to the log's rows."""

    def __init__(self, page: Page, start: StartPart, printers: Printers | None = None) -> None:
        super().__init__(page)
        self._page = page
        self._acts = RunActs(page.context, page, printers)
        self._start = start
        start.log.activated_key.connect(self._on_activated)
        start.log.action_triggered.connect(self._on_action)

    def _on_activated(self, key: Hashable) -> None:
        if key == ALL_RUNS:
            panel = AllRunsPanel(self._page.context, self._page.window(), self._start.row_of)
            panel.run_requested.connect(self._on_opened)
            panel.action_triggered.connect(self._on_any_action)
            panel.open_panel(panel.search)
        elif isinstance(key, int):
            self._on_opened(key)

    def _on_opened(self, run_id: int) -> None:
        panel = open_run_panel(self._page.context, self._page.window(), self._acts, run_id)
        panel.customer_requested.connect(self._on_customer)

    def ask_stop(self, run_id: int) -> None:
        """For the first piece that did not come out well."""
        panel = open_run_panel(self._page.context, self._page.window(), self._acts, run_id, asks_stop=True)
        panel.customer_requested.connect(self._on_customer)

    def print_again(self, run_id: int) -> None:
        """The same bytes once more; nothing is recorded."""
        self._acts.print_again(run_id)

    def attend(self, came_out: CameOut) -> None:
        """Ask there about what was gone on with, and do what is answered."""
        self._acts.given_away.connect(came_out.ask)
        self._acts.kept.connect(came_out.note_kept)
        came_out.stop_requested.connect(self.ask_stop)
        came_out.keep_requested.connect(self._on_keep)
        came_out.retract_requested.connect(self._on_retract)

    def _on_action(self, action: str, run_id: int) -> None:
        if action == "details":
            self._on_opened(run_id)
        elif action == "go_on":
            self._acts.go_on(run_id)
        elif action == "stop":
            self.ask_stop(run_id)
        elif action == "follow":
            self._page.context.navigate.show_page("printing", for_run=run_id)
        elif action in ("give_up", "keep", "people", "retract"):
            self._look(action, run_id)

    def _on_any_action(self, action: str, run_id: int) -> None:
        """Also what the page itself asks for with the rows of its own list."""
        if action == "again":
            self.print_again(run_id)
        else:
            self._on_action(action, run_id)

    def _on_keep(self, sent: SentRun) -> None:
        self._look("keep", sent.run_id, sent.positions)

    def _on_retract(self, sent: SentRun) -> None:
        if sent.positions:
            # What came out of it before stays as sent.
            self._acts.hold_back(sent.run_id, sent.positions)
        else:
            self._look("retract", sent.run_id)

    def _look(self, action: str, run_id: int, positions: tuple[int, ...] = ()) -> None:
        """For what has to know the run as it is now; `positions`: of the pieces it is about, if not all."""

        def op(session: Session, _control: JobControl) -> RunDetails:
            from app.queries.run_details import run_details

            return run_details(session, run_id)

        def found(details: RunDetails) -> None:
            self._act_on(action, details, positions)

        self._page.context.tasks.query(op, found, owner=self)

    def _act_on(self, action: str, details: RunDetails, positions: tuple[int, ...]) -> None:
        if action == "give_up":
            self._acts.give_up(details.run)
        elif action == "retract":
            self._acts.take_back(details.run)
        elif action == "keep":
            self._acts.ask_and_keep(details.run, self._page.window(), positions)
        else:
            title = self.tr("People of run {run}").format(run=details.run.id)
            self._page.context.navigate.show_page("people", customer_ids=details.customer_ids(), title=title)

    def _on_customer(self, customer_id: int) -> None:
        self._page.context.navigate.show_page("customers", customer_id=customer_id)
