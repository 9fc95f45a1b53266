"""Tables: quiet header, hairlines between rows, numbers at the right, — where there is nothing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.domain.formats import EMPTY_CELL
from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import escape_mnemonic

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TableDelegate(QStyledItemDelegate):
    """One cell: its words, a hairline under it, the selection and the focus."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = theme_of(self._view)
        tokens = theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or index.row() == self._view.hovered_row():
            painter.fillRect(rect, QColor(tokens.select if selected else tokens.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        value = index.data(Qt.ItemDataRole.DisplayRole)
        words = EMPTY_CELL if value is None or value == "" else str(value)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or _LEFT)
        right = bool(align & Qt.AlignmentFlag.AlignRight)
        given = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(given if given is not None else theme.tabular_font(TextStyle.BODY) if right else theme.font(TextStyle.BODY))
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(QColor(colour) if colour is not None else QColor(tokens.text3 if words == EMPTY_CELL else tokens.text))
        inner = rect.adjusted(theme.px(8), 0, -theme.px(8), -1)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, (_RIGHT if right else _LEFT) | Qt.TextFlag.TextSingleLine, shown)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = theme_of(self._view)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or EMPTY_CELL)
        width = theme.metrics(TextStyle.BODY).horizontalAdvance(words) + theme.px(20)
        return QSize(width, self._view.row_height())


class TableHeader(QHeaderView):
    """Caption-sized headings with an arrow where it is sorted; the menu chooses the columns."""

    columns_changed = Signal()

    def __init__(self, view: TableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setDefaultAlignment(_LEFT)
        self.setMinimumSectionSize(theme_of(view).px(40))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        model = self.model()
        painter.save()
        words = str(model.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        align = model.headerData(logical_index, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = align is not None and bool(Qt.AlignmentFlag(align) & Qt.AlignmentFlag.AlignRight)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical_index
        if sorted_here:
            words += " ↑" if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else " ↓"
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD if sorted_here else TextStyle.CAPTION))
        painter.setPen(QColor(tokens.text if sorted_here else tokens.text2))
        inner = rect.adjusted(theme.px(8), 0, -theme.px(8), -1)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _RIGHT if right else _LEFT, shown)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        painter.restore()

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        theme = theme_of(self)
        model = self.model()
        words = str(model.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        metrics = theme.metrics(TextStyle.CAPTION_BOLD)
        return QSize(metrics.horizontalAdvance(words + " ↑") + theme.px(18), max(theme.px(30), metrics.height() + theme.px(8)))

    def column_menu(self) -> QMenu:
        """Which columns are shown; the first always stays."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model = self.model()
        for section in range(1, model.columnCount()):
            name = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
            entry = menu.addAction(escape_mnemonic(name))
            entry.setCheckable(True)
            entry.setChecked(not self.isSectionHidden(section))
            entry.toggled.connect(lambda shown, place=section: self._show_column(place, shown))
        return menu

    def _show_column(self, section: int, shown: bool) -> None:
        self.setSectionHidden(section, not shown)
        self.columns_changed.emit()

    def _on_menu_requested(self, where: QPoint) -> None:
        self.column_menu().popup(self.mapToGlobal(where))


class TableView(QTableView):
    """`row_activated` carries the index on Enter or a double press. ↑↓ move by rows."""

    row_activated = Signal(QModelIndex)

    def __init__(self, name: str, *, row_height: int = 36, sortable: bool = True) -> None:
        super().__init__()
        self._design_row = row_height
        self._hovered = -1
        self.setAccessibleName(name)
        self.header = TableHeader(self)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.setItemDelegate(TableDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(sortable)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("noFocusRing", True)
        self.doubleClicked.connect(self.row_activated)
        self.entered.connect(self._on_entered)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def row_height(self) -> int:
        theme = theme_of(self)
        return theme.row_height(self._design_row, 1)

    def hovered_row(self) -> int:
        return self._hovered

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.fit_columns()

    def fit_columns(self, stretch: int = 0) -> None:
        """Columns as wide as their words; the one at `stretch` takes the rest."""
        if self.model() is None or self.model().columnCount() == 0:
            return
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.resizeColumnsToContents()
        self.header.setSectionResizeMode(min(stretch, self.model().columnCount() - 1), QHeaderView.ResizeMode.Stretch)

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(200), px(110))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hovered = -1
        self.viewport().update()

    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        self.verticalHeader().setMinimumSectionSize(self.row_height())
        self.setFont(theme_of(self).font(TextStyle.BODY))


@dataclass(frozen=True, slots=True)
class Column:
    key: Hashable
    text: str
    numeric: bool = False
    stretch: bool = False


class SimpleTableModel(QAbstractTableModel):
    """Words in cells, each row with its key."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: list[tuple[Hashable, tuple[str, ...]]] = []

    def set_rows(self, rows: Sequence[tuple[Hashable, Sequence[str]]]) -> None:
        self.beginResetModel()
        self._rows = [(key, tuple(cells)) for key, cells in rows]
        self.endResetModel()

    def key_at(self, row: int) -> Hashable:
        return self._rows[row][0]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][1][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[index.column()].numeric:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].numeric else _LEFT
        return None


class SimpleTable(TableView):
    """A small table of words, shown whole. `key_activated` carries the key of the row."""

    key_activated = Signal(object)

    def __init__(self, columns: Sequence[Column], name: str = "", *, row_height: int = 32, grows: bool = False) -> None:
        self._grows = grows
        super().__init__(name, row_height=row_height, sortable=False)
        self._columns = tuple(columns)
        self._simple = SimpleTableModel(columns)
        super().setModel(self._simple)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row_activated.connect(self._on_row_activated)

    def set_rows(self, rows: Sequence[tuple[Hashable, Sequence[str]]]) -> None:
        self._simple.set_rows(rows)
        stretched = next((place for place, column in enumerate(self._columns) if column.stretch), 0)
        self.fit_columns(stretched)
        self.updateGeometry()

    def current_key(self) -> Hashable | None:
        index = self.currentIndex()
        return self._simple.key_at(index.row()) if index.isValid() else None

    def sizeHint(self) -> QSize:
        if not self._grows:
            return super().sizeHint()
        height = self.header.sizeHint().height() + self._simple.rowCount() * self.row_height()
        return QSize(theme_of(self).px(320), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(160), self.sizeHint().height()) if self._grows else super().minimumSizeHint()

    def _on_row_activated(self, index: QModelIndex) -> None:
        self.key_activated.emit(self._simple.key_at(index.row()))
