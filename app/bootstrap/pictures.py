"""Takes a picture of every page, one after the other, each when its data have come: for looking at the program anywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.jobs.job import Job, JobControl
from app.views.main_window import MainWindow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

STEP_MILLISECONDS = 60
QUIET_STEPS = 6
PATIENCE_STEPS = 1000
SIZE = (1366, 768)


def save_widget(widget: QWidget, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))


class Pictures(QObject):
    """`finished(problems)`: what went wrong in words, empty when all pictures and the sample cards are there."""

    finished = Signal(list)

    def __init__(self, window: MainWindow, context: AppContext, folder: Path) -> None:
        super().__init__()
        self._window = window
        self._context = context
        self._folder = folder
        self._problems: list[str] = []
        self._quiet = 0
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_step)
        self._steps: list[tuple[str, Callable[[], None]]] = [
            ("today", self._page("today")),
            ("customers", self._page("customers")),
            ("customer", self._first_customer),
            ("visit", self._visit),
            ("day-sheet", self._day_sheet),
            ("follow-ups", self._follow_ups("week")),
            ("follow-ups-month", self._follow_ups("month")),
            ("voices", self._page("inquiries")),
            ("surveys", self._page("surveys")),
            ("survey-build", self._survey("builder")),
            ("survey-print", self._survey("print")),
            ("survey-entry", self._survey("entry")),
            ("survey-result", self._survey("results")),
            ("proposals", self._page("proposals")),
            ("measures", self._page("measures")),
            ("measure-result", self._measure(is_over=True)),
            ("measure-running", self._measure(is_over=False)),
            ("measure-plan", self._plan),
            *((f"measures-{view}", self._measures(view)) for view in ("choose", "calendar", "compare", "spending")),
            ("points", self._page("points")),
            ("statement", self._statement),
            ("insights", self._page("insights")),
            ("report", self._page("report")),
            ("people", self._people),
            ("printing", self._printing),
            ("import", self._page("import")),
            ("settings", self._page("settings")),
            ("products", self._page("products")),
            ("contracts", self._page("contracts")),
            ("groups", self._page("groups")),
            ("team", self._page("team")),
            ("actions", self._page("actions")),
            ("health", self._page("health")),
        ]
        context.tasks.failed.connect(self._on_failed)

    def start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.resize(*SIZE)
        self._begin_step()
        self._timer.start(STEP_MILLISECONDS)

    def _page(self, name: str) -> Callable[[], None]:
        def show() -> None:
            self._window.close_panels()
            self._window.show_page(name)

        return show

    def _follow_ups(self, view: str) -> Callable[[], None]:
        def show() -> None:
            self._window.close_panels()
            self._window.show_page("follow_ups", view=view)

        return show

    def _survey(self, view: str) -> Callable[[], None]:
        def show() -> None:
            self._window.close_panels()
            self._window.show_page("surveys", is_first=True, view=view)

        return show

    def _measures(self, view: str) -> Callable[[], None]:
        def show() -> None:
            self._window.close_panels()
            self._window.show_page("measures", view=view)

        return show

    def _measure(self, *, is_over: bool) -> Callable[[], None]:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.domain.measures import MeasureKind, MeasureState
            from app.queries.measures import measures

            found = (row for row in measures(session, today) if row.kind is MeasureKind.WIN_BACK and row.state is MeasureState.STARTED)
            return next((row.id for row in found if row.is_running(today) is not is_over), None)

        def show() -> None:
            self._context.tasks.query(op, self._on_measure, owner=self)

        return show

    def _plan(self) -> None:
        from app.domain.measures import MeasureKind

        self._window.show_page("measures", kind=MeasureKind.WIN_BACK)

    def _begin_step(self) -> None:
        self._quiet = self._waited = 0
        name, show = self._steps[0]
        try:
            show()
        except Exception as error:
            self._problems.append(f"{name}: {error!r}")

    def _on_step(self) -> None:
        self._waited += 1
        self._quiet = 0 if self._context.tasks.open_jobs() else self._quiet + 1
        if self._quiet < QUIET_STEPS and self._waited < PATIENCE_STEPS:
            return
        name, _show = self._steps.pop(0)
        if self._waited >= PATIENCE_STEPS:
            self._problems.append(f"{name}: the data did not come")
        self._window.toasts.dismiss()
        self._window.jobs.hide()
        save_widget(self._window, self._folder / f"{name}.png")
        if self._steps:
            self._begin_step()
            return
        self._timer.stop()
        folder, today = self._folder, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> None:
            from app.reports.card_runs import sample_pdfs

            sample_pdfs(session, folder, today)

        self._context.tasks.query(op, self._on_cards, owner=self, failed=self._on_cards_failed)

    def _first_customer(self) -> None:
        self._window.show_page("customers", is_first=True)

    def _visit(self) -> None:
        self._window.record_visit(1)

    def _day_sheet(self) -> None:
        self._window.close_panels()
        self._window.enter_day()

    def _statement(self) -> None:
        from app.views.points.statement_panel import open_statement

        open_statement(self._context, self._window, 1)

    def _people(self) -> None:
        self._window.close_panels()
        today = self._context.clock.today()
        from app.domain.figures import ReachOut

        self._window.show_page("people", spec=ReachOut(today), title=self.tr("Customers to reach out to"))

    def _printing(self) -> None:
        self._window.show_page("printing", is_reach_out=True)

    def _on_measure(self, number: int | None) -> None:
        if number is not None:
            self._window.show_page("measures", measure_id=number)

    def _on_failed(self, _job: Job | None, error: Exception) -> None:
        self._problems.append(repr(error))

    def _on_cards(self, _nothing: None) -> None:
        self.finished.emit(self._problems)

    def _on_cards_failed(self, error: Exception) -> None:
        self._problems.append(f"cards: {error!r}")
        self.finished.emit(self._problems)
