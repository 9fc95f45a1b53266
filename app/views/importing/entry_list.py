"""The rows worth a look: number, who, which field, and what became of it; each with the one act that changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.formats import EMPTY_CELL
from app.views.importing.entries import Entry, EntryKind
from app.views.importing.words import field_word, row_word, stays_sentence
from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.text_field import TextField

_Index = QModelIndex | QPersistentModelIndex
_ENTRY = int(Qt.ItemDataRole.UserRole)
_AFTER = {EntryKind.MENDED: Tone.INFO, EntryKind.TYPED: Tone.OK, EntryKind.REFUSED: Tone.DANGER, EntryKind.NOTED: Tone.WARN}
_ARROW = {EntryKind.MENDED, EntryKind.TYPED}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ROW = 54


class EntriesModel(QAbstractListModel):
    """Qt.AccessibleTextRole gives each row as a whole sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (row_word(entry.row), entry.title, entry.what, entry.before, entry.after) if part)
        return entry.before if role == Qt.ItemDataRole.EditRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self._entries[index.row()].can_be_typed else flags


class EntryList(QListView):
    """Enter or the button does what the row offers: `switched(entry)` for a repair, a field to type in otherwise.

    `typed(entry, text)` when something else than before was typed.
    """

    switched = Signal(object)
    typed = Signal(object, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._entries = EntriesModel()
        self._delegate = _EntryDelegate(self)
        self.setModel(self._entries)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # The list is read anew on it, which must wait until the field is closed.
        self._delegate.typed.connect(self.typed, Qt.ConnectionType.QueuedConnection)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the place in the list stays."""
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self._entries.set_entries(entries)
        if place >= 0 and entries:
            self.setCurrentIndex(self._entries.index(min(place, len(entries) - 1)))
        self.verticalScrollBar().setValue(scrolled)

    def entry(self, index: _Index) -> Entry | None:
        found = index.data(_ENTRY)
        return found if isinstance(found, Entry) else None

    def act(self, index: QModelIndex) -> None:
        """What the button of the row does."""
        entry = self.entry(index)
        if entry is None:
            return
        self.setCurrentIndex(index)
        if entry.repair is not None:
            self.switched.emit(entry)
        elif entry.can_be_typed:
            self.edit(index)

    def action_text(self, entry: Entry) -> str:
        if entry.kind is EntryKind.MENDED:
            return self.tr("Do not mend")
        if entry.kind is EntryKind.KEPT:
            return self.tr("Mend")
        return self.tr("Type it") if entry.can_be_typed else ""

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(260), px(_ROW * 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and plain and self.currentIndex().isValid() and self.state() != QAbstractItemView.State.EditingState:
            self.act(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = self.entry(index)
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            area = self._delegate.button_area(self.visualRect(index), self.action_text(entry))
            if area.contains(event.position().toPoint()):
                self.act(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex() if event.reason() is QContextMenuEvent.Reason.Keyboard else self.indexAt(event.pos())
        entry = self.entry(index)
        if entry is None or not self.action_text(entry):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(escape_mnemonic(self.action_text(entry))).triggered.connect(lambda _on=False: self.act(index))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self._entries.index(0))
        self.viewport().update()


class _EntryDelegate(QStyledItemDelegate):
    typed = Signal(object, str)

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view
        theme_of(view).changed.connect(self._on_theme_changed)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = theme_of(self._view)
        return QSize(0, theme.row_height(_ROW, 2))

    def button_area(self, rect: QRect, text: str) -> QRect:
        """Where the row's button lies; empty when it has none."""
        if not text:
            return QRect()
        theme = theme_of(self._view)
        metrics = theme.metrics(TextStyle.BODY)
        width, height = metrics.horizontalAdvance(text) + theme.px(24), max(theme.px(30), metrics.height() + theme.px(6))
        return QRect(rect.right() - width - theme.px(14), rect.center().y() - height // 2, width, height)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field = TextField()
        field.setParent(parent)
        entry = self._view.entry(index)
        if entry is not None:
            field.setAccessibleName(f"{row_word(entry.row)} {field_word(entry.field)}")
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        entry = self._view.entry(index)
        if isinstance(editor, QLineEdit) and entry is not None:
            editor.setText(entry.after if entry.kind is EntryKind.TYPED else entry.before)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        entry = self._view.entry(index)
        if not isinstance(editor, QLineEdit) or entry is None:
            return
        before = entry.after if entry.kind is EntryKind.TYPED else entry.before
        if editor.text().strip() != before.strip():
            self.typed.emit(entry, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = theme_of(self._view)
        rect: QRect = option.rect
        entry = self._view.entry(index)
        right = self.button_area(rect, self._view.action_text(entry)).left() if entry is not None else rect.right()
        left = rect.left() + self._number_width(theme)
        height = editor.sizeHint().height()
        editor.setGeometry(left, rect.center().y() - height // 2 + 1, right - left - theme.px(10), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._view.entry(index)
        if entry is None:
            return
        theme, rect = theme_of(self._view), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme, option, rect)
        button = self._view.action_text(entry)
        area = self.button_area(rect, button)
        self._paint_words(painter, theme, rect, entry, (area.left() if button else rect.right()) - theme.px(10))
        if button:
            painter.setPen(QPen(QColor(theme.tokens.line_strong), 1))
            painter.setBrush(QColor(theme.tokens.surface))
            painter.drawRoundedRect(area, theme.px(6), theme.px(6))
            painter.setPen(QColor(theme.tokens.text))
            painter.setFont(theme.font(TextStyle.BODY))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, button)
        painter.restore()

    def _paint_ground(self, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, rect: QRect) -> None:
        tokens = theme.tokens
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.select))
            if self._view.hasFocus():
                painter.setPen(QPen(QColor(tokens.focus), 2))
                painter.drawRect(rect.adjusted(1, 1, -1, -1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.fillRect(rect.left() + theme.px(14), rect.bottom(), rect.width() - theme.px(28), 1, QColor(tokens.line))

    def _paint_words(self, painter: QPainter, theme: Theme, rect: QRect, entry: Entry, right: int) -> None:
        bold, plain, small = (theme.metrics(style) for style in (TextStyle.ROW_TITLE, TextStyle.BODY, TextStyle.CAPTION))
        top = rect.center().y() - (bold.height() + plain.height() + theme.px(1)) // 2
        first = QRect(rect.left(), top, 0, bold.height())
        second = QRect(rect.left(), first.bottom() + theme.px(2), 0, plain.height())
        number = self._number_width(theme)
        area = QRect(rect.left(), first.top(), number - theme.px(8), first.height())
        _draw(painter, theme, TextStyle.CAPTION, Tone.TEXT2, area, row_word(entry.row), Qt.AlignmentFlag.AlignRight)
        left = rect.left() + number
        title = bold.elidedText(entry.title, Qt.TextElideMode.ElideRight, max(right - left, 0))
        _draw(painter, theme, TextStyle.ROW_TITLE, Tone.TEXT, QRect(left, first.top(), right - left, first.height()), title)
        after = left + bold.horizontalAdvance(title) + theme.px(8)
        what = small.elidedText(entry.what, Qt.TextElideMode.ElideRight, max(right - after, 0))
        _draw(painter, theme, TextStyle.CAPTION, Tone.TEXT2, QRect(after, first.top(), right - after, first.height()), what)
        self._paint_change(painter, theme, entry, left, right, second)

    def _paint_change(self, painter: QPainter, theme: Theme, entry: Entry, left: int, right: int, line: QRect) -> None:
        plain, bold = theme.metrics(TextStyle.BODY), theme.metrics(TextStyle.BODY_BOLD)
        before = " ".join(entry.before.split()) or EMPTY_CELL
        room = max(right - left, 0)
        if entry.kind is EntryKind.KEPT:
            text = plain.elidedText(stays_sentence(before), Qt.TextElideMode.ElideRight, room)
            _draw(painter, theme, TextStyle.BODY, Tone.TEXT2, QRect(left, line.top(), room, line.height()), text)
            return
        after = " ".join(entry.after.split())
        share = room if not after else max(room - bold.horizontalAdvance(after) - theme.px(34), room // 3)
        shown = plain.elidedText(before, Qt.TextElideMode.ElideRight, share)
        _draw(painter, theme, TextStyle.BODY, Tone.TEXT, QRect(left, line.top(), room, line.height()), shown)
        x = left + plain.horizontalAdvance(shown) + theme.px(8)
        if entry.kind in _ARROW:
            _draw(painter, theme, TextStyle.BODY, Tone.TEXT2, QRect(x, line.top(), theme.px(20), line.height()), "→")
            x += plain.horizontalAdvance("→") + theme.px(8)
        text = bold.elidedText(after, Qt.TextElideMode.ElideRight, max(right - x, 0))
        _draw(painter, theme, TextStyle.BODY_BOLD, _AFTER[entry.kind], QRect(x, line.top(), max(right - x, 0), line.height()), text)

    def _number_width(self, theme: Theme) -> int:
        return theme.metrics(TextStyle.CAPTION).horizontalAdvance(row_word(99_999)) + theme.px(20)

    def _on_theme_changed(self) -> None:
        self.sizeHintChanged.emit(QModelIndex())


def _draw(painter: QPainter, theme: Theme, style: TextStyle, tone: Tone, area: QRect, text: str, align: Qt.AlignmentFlag = _LEFT) -> None:
    painter.setFont(theme.font(style))
    painter.setPen(QColor(theme.tokens.tone(tone)))
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, text)
