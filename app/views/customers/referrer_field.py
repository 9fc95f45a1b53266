"""Who sent this customer: typed, found, chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customer_rows import CustomerListRow
from app.jobs.job import JobControl
from app.views.labels_customers import hit_row, polite_name
from app.views.widgets.buttons import IconButton
from app.views.widgets.layouts import column, row, set_shown
from app.views.widgets.row_list import RowList
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

HITS = 5


class ReferrerField(QWidget):
    """`value` is a customer's id, or None. What is typed without choosing names nobody."""

    edited = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._value: int | None = None
        self.search = SearchField(self.tr("Find by name, reading, phone"))
        self.remove = IconButton("x", self.tr("Nobody"), size=34)
        self.hits = RowList(self.tr("Found"), row_height=44, grows=True)
        self.hits.set_open_on_click(True)
        line = row(gap=4)
        line.addWidget(self.search, 1)
        line.addWidget(self.remove)
        self.setLayout(column(line, self.hits, gap=4))
        self.setFocusProxy(self.search)
        self.remove.hide()
        self.hits.hide()
        self.search.search_changed.connect(self._on_search)
        self.search.down_pressed.connect(self._on_down)
        self.hits.activated_key.connect(self._on_chosen)
        self.remove.clicked.connect(self._on_removed)

    def value(self) -> int | None:
        return self._value

    def set_value(self, customer: tuple[int, str] | None) -> None:
        """The customer's id and name."""
        self._value = customer[0] if customer else None
        self.search.setText(polite_name(customer[1]) if customer else "")
        self.search.setReadOnly(customer is not None)
        set_shown(self.remove, customer is not None)
        set_shown(self.hits, False)

    def _on_search(self, text: str) -> None:
        if self._value is not None:
            return
        if not text.strip():
            set_shown(self.hits, False)
            return
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> list[CustomerListRow]:
            from app.queries.customers import search_customers

            return search_customers(session, text, today, limit=HITS)

        self._context.tasks.query(op, self._on_found, owner=self, replaces="referrer")

    def _on_found(self, found: list[CustomerListRow]) -> None:
        today = self._context.clock.today()
        self.hits.set_rows([hit_row(hit, today) for hit in found])
        set_shown(self.hits, bool(found) and self._value is None)

    def _on_down(self) -> None:
        if self.hits.isVisible():
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_chosen(self, key: object) -> None:
        chosen = next((hit for hit in self.hits.rows() if hit.key == key), None)
        if chosen is not None and isinstance(key, int):
            self.set_value((key, chosen.title))
            self.search.setText(chosen.title)
            self.remove.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    def _on_removed(self) -> None:
        self.set_value(None)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
