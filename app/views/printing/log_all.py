"""Every run that was printed, looked through by what stands on it, by day or by somebody who got a piece."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.print_runs import PrintRunRow
from app.jobs.job import JobControl
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LIST_HEIGHT = 360
LEADS_AWAY = frozenset({"follow", "people", "stop"})
"""Acts that go on elsewhere, so that the panel is closed first."""


class AllRunsPanel(SidePanel):
    """Frees itself when closed. `run_requested` carries a run's id, for which the panel is closed; `action_triggered` a row's act and the
    id."""

    run_requested = Signal(int)
    action_triggered = Signal(str, int)

    def __init__(self, context: AppContext, window: QWidget, row_of: Callable[[PrintRunRow], RowContent]) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("All print runs"))
        self._context = context
        self._row_of = row_of
        self._build()
        self._connect()
        self._fit_list()
        self.refresh()

    def refresh(self) -> None:
        text = self.search.text().strip()

        def op(session: Session, _control: JobControl) -> list[PrintRunRow]:
            from app.queries.prints_log import find_runs

            return find_runs(session, text)

        self._context.tasks.query(op, self._on_found, owner=self, replaces="runs")

    def _build(self) -> None:
        self.search = SearchField(self.tr("Find by heading, occasion, day, customer or code"))
        self.list = RowList(self.tr("Print runs"), row_height=56)
        self.none = WrapLabel(self.tr("No run fits the search."), TextStyle.BODY, Tone.TEXT2)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.none, 1)
        set_shown(self.none, False)

    def _connect(self) -> None:
        self.search.search_changed.connect(self.refresh)
        self.search.down_pressed.connect(self.list.setFocus)
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(self._on_action)
        self._context.tasks.data_changed.connect(self._on_data_changed)
        theme_of(self).changed.connect(self._fit_list)
        self.closed.connect(self.deleteLater)

    def _fit_list(self) -> None:
        self.list.setMinimumHeight(theme_of(self).px(LIST_HEIGHT))

    def _on_found(self, runs: list[PrintRunRow]) -> None:
        self.list.set_rows([self._row_of(run) for run in runs])
        set_shown(self.list, bool(runs))
        set_shown(self.none, not runs)

    def _on_opened(self, key: Hashable) -> None:
        if isinstance(key, int) and self.close_panel():
            self.run_requested.emit(key)

    def _on_action(self, action: str, key: Hashable) -> None:
        if action == "details":
            self._on_opened(key)
        elif isinstance(key, int) and (action not in LEADS_AWAY or self.close_panel()):
            self.action_triggered.emit(action, key)

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.PRINT_RUN in changed or Entity.CODE in changed:
            self.refresh()
