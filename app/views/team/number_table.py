"""A table whose every number opens the names behind it: arrows move from cell to cell, Enter or a press opens."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy

from app.domain.formats import EMPTY_CELL
from app.domain.numbers import format_number
from app.domain.team import TeamFigure
from app.views.team.words import figure_name
from app.views.theme import TextStyle, theme_of
from app.views.widgets.table_view import Column, SimpleTableModel, TableView

_Index = QModelIndex | QPersistentModelIndex
FIGURES = tuple(TeamFigure)


class NumberModel(SimpleTableModel):
    """Numbers are links, the last row is the sum or the newest and stands in bold when `has_strong_end`."""

    def __init__(self, columns: Sequence[Column], view: TableView, *, has_strong_end: bool) -> None:
        super().__init__(columns)
        self._view = view
        self._has_strong_end = has_strong_end

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        theme = theme_of(self._view)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() and super().data(index) != EMPTY_CELL:
            return theme.tokens.danger if FIGURES[index.column() - 1] is TeamFigure.OVERDUE else theme.tokens.primary
        if role == Qt.ItemDataRole.FontRole and self._has_strong_end and index.row() == self.rowCount() - 1:
            return theme.font(TextStyle.BODY_BOLD)
        return super().data(index, role)


class NumberTable(TableView):
    """`number_opened(key of the row, TeamFigure)`; `row_opened(key)` from the first column."""

    number_opened = Signal(object, object)
    row_opened = Signal(object)

    def __init__(self, first: str, name: str, *, has_strong_end: bool) -> None:
        super().__init__(name, row_height=34, sortable=False)
        columns = (Column("name", first, stretch=True), *(Column(one, figure_name(one), numeric=True) for one in FIGURES))
        self._numbers = NumberModel(columns, self, has_strong_end=has_strong_end)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setModel(self._numbers)
        self.doubleClicked.disconnect(self.row_activated)
        self.clicked.connect(self._on_opened)
        self.row_activated.connect(self._on_opened)

    def set_numbers(self, rows: Sequence[tuple[Hashable, str, Mapping[TeamFigure, int]]]) -> None:
        """Each row with its key, its name and its counts."""
        shown = []
        for key, name, counts in rows:
            cells = [format_number(counts[one]) if counts.get(one) else EMPTY_CELL for one in FIGURES]
            shown.append((key, [name, *cells]))
        self._numbers.set_rows(shown)
        self.fit_columns()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self._numbers.rowCount() * self.row_height()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(theme_of(self).px(320), self.header.sizeHint().height() + rows + bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(240), self.sizeHint().height())

    def fit_columns(self, stretch: int = 0) -> None:
        """The first column never gives way to nothing."""
        super().fit_columns(stretch)
        self.header.setMinimumSectionSize(theme_of(self).px(56))

    def _on_opened(self, index: QModelIndex) -> None:
        key = self._numbers.key_at(index.row())
        if index.column() == 0:
            self.row_opened.emit(key)
        elif self._numbers.data(index) != EMPTY_CELL:
            self.number_opened.emit(key, FIGURES[index.column() - 1])
