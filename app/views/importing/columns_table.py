"""The first rows of a file under headings that say what each column is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.combo_field import ComboField
from app.views.widgets.table_view import TableView

_Index = QModelIndex | QPersistentModelIndex
_COLUMN = 168


class SampleModel(QAbstractTableModel):
    """Cells as they stand in the file; columns that are left out are grey."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._rows: list[list[str]] = []
        self._left_out: frozenset[int] = frozenset()

    def set_sample(self, names: Sequence[str], rows: Sequence[list[str]]) -> None:
        self.beginResetModel()
        self._names, self._rows = tuple(names), list(rows)
        self.endResetModel()

    def set_left_out(self, columns: frozenset[int]) -> None:
        self._left_out = columns
        if self._rows and self._names:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._names) - 1))

    def is_left_out(self, column: int) -> bool:
        return column in self._left_out

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._rows[index.row()][index.column()].split())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in self._left_out:
            return QColor(theme_of().tokens.text3)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._names):
            return self._names[section]
        return None


class MatchingHeader(QHeaderView):
    """The name of each column, and under it the choice of what it is."""

    def __init__(self, table: ColumnsTable, model: SampleModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._sample = model
        self._combos: list[ComboField] = []
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionResized.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    @property
    def combos(self) -> list[ComboField]:
        return self._combos

    def set_combos(self, combos: Sequence[ComboField]) -> None:
        for old in self._combos:
            old.hide()
            old.deleteLater()
        self._combos = list(combos)
        for combo in self._combos:
            combo.setParent(self.viewport())
            combo.installEventFilter(self)
            combo.show()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, ComboField) and watched in self._combos:
            self._table.bring_into_view(self._combos.index(watched))
        return super().eventFilter(watched, event)

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        theme = theme_of(self)
        combo = self._combos[0].sizeHint().height() if self._combos else theme.px(34)
        return QSize(theme.px(_COLUMN), theme.metrics(TextStyle.CAPTION_BOLD).height() + combo + theme.px(22))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter.save()
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
        painter.setPen(QColor(tokens.text3 if self._sample.is_left_out(logical_index) else tokens.text))
        name = str(self._sample.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        inner = rect.adjusted(theme.px(8), theme.px(4), -theme.px(8), 0)
        shown = painter.fontMetrics().elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        theme = theme_of(self)
        for column, combo in enumerate(self._combos):
            left, width, height = self.sectionViewportPosition(column), self.sectionSize(column), combo.sizeHint().height()
            combo.setGeometry(left + theme.px(4), self.height() - height - theme.px(8), width - theme.px(8), height)


class ColumnsTable(TableView):
    """`target_chosen(column, field)`."""

    target_chosen = Signal(int, str)

    def __init__(self, name: str) -> None:
        super().__init__(name, row_height=32, sortable=False)
        self._sample = SampleModel()
        self._matching = MatchingHeader(self, self._sample)
        self.setModel(self._sample)
        self.setHorizontalHeader(self._matching)
        self.setSelectionMode(TableView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCornerWidget(QWidget())

    @property
    def combos(self) -> list[ComboField]:
        return self._matching.combos

    def set_sample(self, header: Sequence[str], rows: Sequence[list[str]], options: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Show these cells; `options`: (field, word) of each column's choice."""
        self._sample.set_sample(header, rows)
        combos = []
        for column, (title, choices) in enumerate(zip(header, options, strict=True)):
            combo = ComboField(choices)
            combo.setAccessibleName(title)
            combo.view().setMinimumWidth(theme_of(self).px(220))
            combo.changed.connect(lambda key, place=column: self.target_chosen.emit(place, str(key)))
            combos.append(combo)
        self._matching.set_combos(combos)
        for column in range(len(header)):
            self._matching.resizeSection(column, theme_of(self).px(_COLUMN))

    def set_targets(self, targets: Sequence[str]) -> None:
        for combo, target in zip(self.combos, targets, strict=True):
            combo.set_current(target)
        self._sample.set_left_out(frozenset(place for place, target in enumerate(targets) if not target))
        self._matching.viewport().update()

    def bring_into_view(self, column: int) -> None:
        """Scroll sideways so that the whole column is seen."""
        bar, left = self.horizontalScrollBar(), self._matching.sectionPosition(column)
        right = left + self._matching.sectionSize(column)
        if left < bar.value():
            bar.setValue(left)
        elif right > bar.value() + self.viewport().width():
            bar.setValue(right - self.viewport().width())

    def fit_columns(self, stretch: int = 0) -> None:
        """The columns have one width; the table scrolls."""
