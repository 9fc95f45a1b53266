"""Finding someone from the first page: a field and, under it, who it may be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.context import AppContext
from app.domain.customer_rows import CustomerListRow
from app.jobs.job import JobControl
from app.views.labels_customers import customer_row
from app.views.theme import theme_of
from app.views.widgets.layouts import column
from app.views.widgets.row_list import RowList
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST = 50
SHOWN_ROWS = 6


class Popover(QFrame):
    """The box under the field."""


class Finder(QObject):
    """`chosen(customer_id)`; Enter takes the first, ↓ goes into the list, Esc closes it."""

    chosen = Signal(int)

    def __init__(self, field: SearchField, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._field = field
        self._context = context
        self._page = page
        self._box = Popover(page)
        self.list = RowList(self.tr("Customers found"))
        self.list.set_open_on_click(True)
        self._box.setLayout(column(self.list, gap=0, margins=(4, 4, 4, 4)))
        self._box.hide()
        field.search_changed.connect(self._on_search)
        field.installEventFilter(self)
        self.list.activated_key.connect(self._on_chosen)
        self.list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._box.isVisible():
            if event.key() == Qt.Key.Key_Escape:
                self._box.hide()
                self._field.setFocus()
                return True
            if watched is self._field and event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if watched is self._field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.rows():
                self._on_chosen(self.list.rows()[0].key)
                return True
        return False

    def _on_search(self, text: str) -> None:
        if not text.strip():
            self._box.hide()
            return
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> list[CustomerListRow]:
            from app.queries.customers import search_customers

            return search_customers(session, text, today, MOST)

        self._context.tasks.query(op, self._on_found, owner=self, replaces="find")

    def _on_found(self, rows: list[CustomerListRow]) -> None:
        today: date = self._context.clock.today()
        self.list.set_rows([customer_row(row, today) for row in rows])
        if not rows or not self._field.text().strip():
            self._box.hide()
            return
        theme = theme_of(self._page)
        below = self._field.mapTo(self._page, QPoint(0, self._field.height() + 4))
        width = max(self._field.width(), theme.px(340))
        height = min(len(rows), SHOWN_ROWS) * theme.row_height(56) + theme.px(10)
        self._box.setGeometry(below.x() + self._field.width() - width, below.y(), width, height)
        self._box.raise_()
        self._box.show()

    def _on_chosen(self, key: object) -> None:
        self._box.hide()
        self._field.clear()
        if isinstance(key, int):
            self.chosen.emit(key)
