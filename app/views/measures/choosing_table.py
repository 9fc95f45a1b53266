"""The planned campaigns as a table whose ratings are typed in place: 1 to 5, by key or from a menu."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from app.domain.choosing import BEST, WORST
from app.views.theme import theme_of
from app.views.widgets.table_view import Column, SimpleTable


class RatingTable(SimpleTable):
    """`rated(key of the row, key of the column, rating)`; `stood_on(key of the row)` whenever another row is chosen. The columns in
    `rated_columns` can be rated."""

    rated = Signal(object, object, int)
    stood_on = Signal(object)

    def __init__(self, columns: Sequence[Column], name: str, rated_columns: frozenset[Hashable]) -> None:
        super().__init__(columns, name, row_height=36)
        self._rated = rated_columns
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_row)

    def stand_on(self, key: Hashable | None, column: int = 0) -> None:
        """On the row of this key, else on the first."""
        model = self.model()
        if not model.rowCount():
            return
        rows = [place for place in range(model.rowCount()) if self._simple.key_at(place) == key]
        self.setCurrentIndex(model.index(rows[0] if rows else 0, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, typed = self.currentIndex(), event.text()
        # Full-width digits are typed where the Japanese input is on.
        number = int(typed) if len(typed) == 1 and typed.isdecimal() else 0
        if index.isValid() and self._column(index) in self._rated and WORST <= number <= BEST:
            self._rate(index, number)
        else:
            super().keyPressEvent(event)

    def menu_of(self, index: QModelIndex) -> QMenu:
        """The ratings to choose from, for the mouse."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        words = {WORST: self.tr("1 (poor)"), BEST: self.tr("5 (good)")}
        for number in range(BEST, WORST - 1, -1):
            entry = menu.addAction(words.get(number, str(number)))
            entry.setCheckable(True)
            entry.setChecked(str(index.data()).startswith(str(number)))
            entry.triggered.connect(partial(self._on_chosen, index.row(), index.column(), number))
        return menu

    def _column(self, index: QModelIndex) -> Hashable:
        return self._columns[index.column()].key

    def _rate(self, index: QModelIndex, number: int) -> None:
        self.rated.emit(self._simple.key_at(index.row()), self._column(index), number)

    def _on_chosen(self, row: int, column: int, number: int, _checked: bool = False) -> None:
        self._rate(self.model().index(row, column), number)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._column(index) in self._rated:
            rect = self.visualRect(index)
            self.menu_of(index).popup(self.viewport().mapToGlobal(rect.bottomLeft()))

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.stood_on.emit(self._simple.key_at(current.row()))

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.setMinimumHeight(theme_of(self).px(120))
