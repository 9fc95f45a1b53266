"""A list of two-line rows. ↑↓ move, Enter opens, Space is done or check; a row's own keys work while the list has the focus."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy

from app.views.theme import theme_of
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.row_content import RowAction, RowContent
from app.views.widgets.row_delegate import ContentOf, RowDelegate

__all__ = ["RowAction", "RowContent", "RowList", "RowsModel"]

_CONTENT = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Rows held in memory, for lists that are shown whole."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RowContent] = []

    def rows(self) -> list[RowContent]:
        return self._rows

    def set_rows(self, rows: Sequence[RowContent]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _CONTENT:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.sentence() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowList(QListView):
    """`pick_requested(key, is_range)` on Ctrl or Shift with a press, or on Space; `all_requested` on Ctrl+A: both once `set_pickable`."""

    activated_key = Signal(object)
    current_changed = Signal(object)
    action_triggered = Signal(str, object)
    check_clicked = Signal(object)
    pick_requested = Signal(object, bool)
    all_requested = Signal()

    def __init__(self, name: str, *, row_height: int = 56, uniform: bool = True, grows: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grows = grows
        self._opens_on_click = False
        self._is_pickable = False
        self._press_was_handled = False
        self._press_was_act = False
        self._rows = RowsModel()
        self._content_of: ContentOf = _content_in_model
        self._delegate = RowDelegate(self, self._content_of, row_height=row_height)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(uniform)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setProperty("noFocusRing", True)
        vertical = QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        super().setModel(self._rows)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_open_on_click(self, opens: bool) -> None:
        """One press opens a row instead of two."""
        self._opens_on_click = opens

    def set_pickable(self) -> None:
        """Several rows can be picked; who is picked is the owner's to know."""
        self._is_pickable = True

    def set_rows(self, rows: Sequence[RowContent]) -> None:
        """Show these rows; the selection and the place stay with the same key, or the same position."""
        old_key, old_place, scrolled = self.current_key(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._rows.set_rows(rows)
        keys = [row.key for row in rows]
        if old_key is not None and rows:
            self._select_place(keys.index(old_key) if old_key in keys else min(old_place, len(rows) - 1))
        self.verticalScrollBar().setValue(scrolled)
        self.updateGeometry()

    def set_model(self, model: QAbstractItemModel, content_of: ContentOf) -> None:
        """A model of one's own, for long lists; `content_of(index)` makes the row when it is painted."""
        self._content_of = content_of
        self._delegate.content_of = content_of
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def rows(self) -> list[RowContent]:
        return self._rows.rows()

    def content(self, index: _Index) -> RowContent:
        return self._content_of(index)

    def current_key(self) -> Hashable | None:
        index = self.currentIndex()
        return self._content_of(index).key if index.isValid() else None

    def select_key(self, key: Hashable) -> bool:
        """Select the row of a key and bring it into view; False when it is not here."""
        for place in range(self.model().rowCount()):
            if self._content_of(self.model().index(place, 0)).key == key:
                self._select_place(place)
                return True
        return False

    def action_area(self, place: int, action_id: str) -> QPoint:
        """The middle of a row's button; ValueError when that row has no such button."""
        index = self.model().index(place, 0)
        content = self._content_of(index)
        geometry = self._delegate.geometry(self.visualRect(index), content, active=True)
        for action, area in geometry.actions:
            if action.id == action_id:
                return area.center()
        raise ValueError(action_id)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        if not self._grows:
            return QSize(theme.px(280), theme.px(240))
        count = self.model().rowCount()
        height = sum(self.sizeHintForRow(place) for place in range(count))
        return QSize(theme.px(280), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(160), self.sizeHint().height() if self._grows else px(80))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
            return
        content = self._content_of(index)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.activated_key.emit(content.key)
                return
            super().keyPressEvent(event)
            return
        action = _action_of_key(content, event)
        if self._is_pickable and event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_requested.emit()
        elif action is not None:
            self.action_triggered.emit(action.id, content.key)
        elif event.key() == Qt.Key.Key_Space and content.checked is not None:
            self.check_clicked.emit(content.key)
        elif event.key() == Qt.Key.Key_Space and self._is_pickable:
            self.pick_requested.emit(content.key, False)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The rows may have moved up by now, and the next one's button lie under the mouse.
        if not self._press_was_act:
            super().mouseDoubleClickEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press_was_handled = self._press_was_act = False
        where = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and (self._pick(where, event.modifiers()) or self._press_part(where)):
            self._press_was_handled = True
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        opens = self._opens_on_click and event.button() is Qt.MouseButton.LeftButton and not self._press_was_handled
        if opens and index.isValid() and not self._content_of(index).heading:
            self.activated_key.emit(self._content_of(index).key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        content = self._content_of(index)
        if not content.actions:
            return
        menu = self.menu_for(content)
        place = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(place))

    def menu_for(self, content: RowContent) -> QMenu:
        """The row's acts as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in content.actions:
            shown = f"{escape_mnemonic(action.text)}\t{action.key}" if action.key else escape_mnemonic(action.text)
            entry = menu.addAction(shown)
            entry.triggered.connect(lambda _on=False, name=action.id: self.action_triggered.emit(name, content.key))
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._select_place(0)

    def _pick(self, where: QPoint, held: Qt.KeyboardModifier) -> bool:
        """Pick the row under the mouse when Ctrl or Shift is held; True when it was."""
        index = self.indexAt(where)
        is_range = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if not self._is_pickable or not index.isValid() or not (is_range or held & Qt.KeyboardModifier.ControlModifier):
            return False
        self.pick_requested.emit(self._content_of(index).key, is_range)
        self._select_place(index.row())
        return True

    def _press_part(self, where: QPoint) -> bool:
        """Press the circle or button under the mouse; True when there was one."""
        index = self.indexAt(where)
        if not index.isValid():
            return False
        content = self._content_of(index)
        geometry = self._delegate.geometry(self.visualRect(index), content, active=True)
        for action, area in geometry.actions:
            if area.contains(where):
                self._press_was_act = True
                self.action_triggered.emit(action.id, content.key)
                return True
        reach = theme_of(self).px(6)
        if content.checked is not None and geometry.check.adjusted(-reach, -reach, reach, reach).contains(where):
            self.check_clicked.emit(content.key)
            return True
        return False

    def _select_place(self, place: int) -> None:
        model = self.model()
        while place < model.rowCount() - 1 and self._content_of(model.index(place, 0)).heading:
            place += 1
        index = model.index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(self._content_of(current).key)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not self._opens_on_click and not self._press_was_handled:
            self.activated_key.emit(self._content_of(index).key)


def _content_in_model(index: _Index) -> RowContent:
    found = index.data(_CONTENT)
    assert isinstance(found, RowContent)
    return found


def _action_of_key(content: RowContent, event: QKeyEvent) -> RowAction | None:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    pressed = QKeySequence(event.key())
    return next((action for action in content.actions if action.key and QKeySequence(action.key) == pressed), None)
