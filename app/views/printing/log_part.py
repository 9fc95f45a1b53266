"""The log of print runs on the print page: opening a run, and going on with one that stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.views.pages.page import Page
from app.views.printing.log_acts import RunActs
from app.views.printing.log_panel import open_run_panel
from app.views.printing.printers import Printers
from app.views.printing.start_part import StartPart


class RunLog(QObject):
    """Listens to the log's rows. `given_away` carries a SentRun that was gone on with."""

    given_away = Signal(object)

    def __init__(self, page: Page, start: StartPart, printers: Printers | None = None) -> None:
        super().__init__(page)
        self._page = page
        self._acts = RunActs(page.context, page, printers)
        self._acts.given_away.connect(self.given_away)
        start.log.activated_key.connect(self._on_opened)
        start.log.action_triggered.connect(self._on_action)

    def _on_opened(self, run_id: int) -> None:
        panel = open_run_panel(self._page.context, self._page.window(), self._acts, run_id)
        panel.customer_requested.connect(self._on_customer)

    def ask_stop(self, run_id: int) -> None:
        """For the first piece that did not come out well."""
        panel = open_run_panel(self._page.context, self._page.window(), self._acts, run_id, asks_stop=True)
        panel.customer_requested.connect(self._on_customer)

    def _on_action(self, action: str, run_id: int) -> None:
        if action == "details":
            self._on_opened(run_id)
        elif action == "go_on":
            self._acts.go_on(run_id)

    def _on_customer(self, customer_id: int) -> None:
        self._page.context.navigate.show_page("customers", customer_id=customer_id)
