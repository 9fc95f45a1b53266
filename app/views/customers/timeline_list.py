"""The history of one customer as a line of circles: what happened, when, and for how much."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.views.theme import TextStyle, theme_of
from app.views.tokens import Tone
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.icons import draw_icon
from app.views.widgets.row_list import RowAction

_ITEM = int(Qt.ItemDataRole.UserRole)
_LINES = 3
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One touch, or the heading of a year (`icon` empty)."""

    key: Hashable
    title: str
    detail: str = ""
    icon: str = ""
    tone: Tone = Tone.NEUTRAL
    day: str = ""
    amount: str = ""
    actions: tuple[RowAction, ...] = ()

    @property
    def is_heading(self) -> bool:
        return not self.icon

    def sentence(self) -> str:
        return " ".join(part for part in (self.day, self.title, self.detail, self.amount) if part)


class TimelineModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._items: list[TimelineItem] = []

    def items(self) -> list[TimelineItem]:
        return self._items

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == _ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        return item.sentence() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self._items[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TimelineDelegate(QStyledItemDelegate):
    def __init__(self, view: TimelineList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = theme_of(self._view)
        item = _item(index)
        if item.is_heading:
            return QSize(0, theme.metrics(TextStyle.CAPTION_BOLD).height() + theme.px(12))
        lines = max(len(self._lines(item)), 1 if item.amount else 0)
        step = theme.metrics(TextStyle.BODY).lineSpacing()
        words = theme.metrics(TextStyle.ROW_TITLE).lineSpacing() + lines * step + theme.px(18)
        return QSize(0, max(theme.px(58 if lines else 44), words))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item, rect = _item(index), _rect(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.is_heading:
            self._paint_heading(painter, rect, item)
        else:
            self._paint_item(painter, option, index, item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, item: TimelineItem) -> None:
        theme = theme_of(self._view)
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
        painter.setPen(theme.color("text2"))
        painter.drawText(rect.adjusted(theme.px(18), 0, 0, 0), _LEFT, item.title)

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, item: TimelineItem) -> None:
        theme, rect, px = theme_of(self._view), _rect(option), theme_of(self._view).px
        state: QStyle.StateFlag = option.state
        box = QRectF(rect).adjusted(px(8), 1, -px(8), -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.color("select" if selected and self._view.hasFocus() else "hover"))
            painter.setPen(QPen(theme.color("focus"), 2) if selected and self._view.hasFocus() else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(8), px(8))
        side = px(30)
        circle = QRect(rect.left() + px(18), rect.top() + px(8), side, side)
        self._paint_line(painter, rect, circle, index)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.soft(item.tone)))
        painter.drawEllipse(circle)
        inner = px(16)
        corner = circle.center() - QPoint(inner // 2 - 1, inner // 2 - 1)
        draw_icon(painter, item.icon, theme.tokens.tone(item.tone), corner.x(), corner.y(), inner)
        self._paint_words(painter, rect, circle, item)

    def _paint_line(self, painter: QPainter, rect: QRect, circle: QRect, index: _Index) -> None:
        """The line that leads down to the next circle, and up to the one before."""
        theme = theme_of(self._view)
        model = index.model()
        after = model.index(index.row() + 1, 0)
        before = model.index(index.row() - 1, 0)
        x, width = circle.center().x(), max(theme.px(2), 1)
        if after.isValid() and not _item(after).is_heading:
            painter.fillRect(QRect(x, circle.bottom() + 1, width, rect.bottom() - circle.bottom()), theme.color("track"))
        if before.isValid() and not _item(before).is_heading:
            painter.fillRect(QRect(x, rect.top(), width, circle.top() - rect.top()), theme.color("track"))

    def _paint_words(self, painter: QPainter, rect: QRect, circle: QRect, item: TimelineItem) -> None:
        theme, px = theme_of(self._view), theme_of(self._view).px
        bold, plain = theme.metrics(TextStyle.ROW_TITLE), theme.metrics(TextStyle.BODY)
        left, right = circle.right() + px(14), rect.right() - px(18)
        top = rect.top() + px(8)
        day_width = plain.horizontalAdvance(item.day) + 1
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(right - day_width, top, day_width, bold.lineSpacing()), _RIGHT, item.day)
        room = right - day_width - px(12) - left
        painter.setFont(theme.font(TextStyle.ROW_TITLE))
        painter.setPen(theme.color("text"))
        title = bold.elidedText(item.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room, bold.lineSpacing()), _LEFT, title)
        top += bold.lineSpacing() + px(2)
        if item.amount:
            width = theme.metrics(TextStyle.BODY_BOLD).horizontalAdvance(item.amount) + px(4)
            painter.setFont(theme.tabular_font(TextStyle.BODY_BOLD))
            painter.drawText(QRect(right - width, top, width, plain.lineSpacing()), _RIGHT, item.amount)
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.color("text2"))
        for line in self._lines(item):
            painter.drawText(QRect(left, top, right - left, plain.lineSpacing()), _LEFT, line)
            top += plain.lineSpacing()

    def _lines(self, item: TimelineItem) -> list[str]:
        theme, px = theme_of(self._view), theme_of(self._view).px
        taken = theme.metrics(TextStyle.BODY_BOLD).horizontalAdvance(item.amount) + px(16) if item.amount else 0
        room = self._view.viewport().width() - px(18 + 30 + 14 + 18) - taken
        return self._view.lines_of(item.detail, max(room, px(80)))


class TimelineList(QListView):
    """`activated_key` on Enter or a double press; `action_triggered(action, key)` by menu or key."""

    activated_key = Signal(object)
    action_triggered = Signal(str, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._items = TimelineModel()
        self._cut: dict[tuple[str, int], list[str]] = {}
        self.setItemDelegate(TimelineDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setModel(self._items)
        self.doubleClicked.connect(self._on_double_clicked)
        theme_of(self).changed.connect(self._on_theme_changed)

    def items(self) -> list[TimelineItem]:
        return self._items.items()

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these; the place stays with the same touch."""
        kept, scrolled = self.current_key(), self.verticalScrollBar().value()
        self._items.set_items(items)
        for place, item in enumerate(items):
            if kept is not None and item.key == kept and not item.is_heading:
                self.setCurrentIndex(self._items.index(place))
                self.verticalScrollBar().setValue(scrolled)
                return
        self.scrollToTop()

    def current_key(self) -> Hashable | None:
        index = self.currentIndex()
        return _item(index).key if index.isValid() else None

    def lines_of(self, text: str, width: int) -> list[str]:
        """The words broken into at most three lines, the last one ended by … when there is more."""
        key = (text, width)
        if key not in self._cut:
            if len(self._cut) > 2000:
                self._cut.clear()
            self._cut[key] = self._broken(text, width)
        return self._cut[key]

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(240), px(100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
            return
        item = _item(index)
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_key.emit(item.key)
        elif is_plain and event.key() == Qt.Key.Key_Delete and (action := next((a for a in item.actions if a.key == "Del"), None)):
            self.action_triggered.emit(action.id, item.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and _item(index).actions:
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_for(_item(index)).popup(self.viewport().mapToGlobal(place))

    def menu_for(self, item: TimelineItem) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in item.actions:
            shown = f"{escape_mnemonic(action.text)}\t{action.key}" if action.key else escape_mnemonic(action.text)
            entry = menu.addAction(shown)
            entry.triggered.connect(lambda _on=False, name=action.id: self.action_triggered.emit(name, item.key))
        return menu

    def _broken(self, text: str, width: int) -> list[str]:
        metrics = theme_of(self).metrics(TextStyle.BODY)
        lines: list[str] = []
        for paragraph in text.splitlines():
            layout = QTextLayout(paragraph, theme_of(self).font(TextStyle.BODY))
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
            layout.endLayout()
        if len(lines) > _LINES:
            rest = lines[_LINES - 1] + lines[_LINES]
            lines = [*lines[: _LINES - 1], metrics.elidedText(rest + "…", Qt.TextElideMode.ElideRight, width)]
        return lines

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.activated_key.emit(_item(index).key)

    def _on_theme_changed(self) -> None:
        self._cut.clear()
        self.scheduleDelayedItemsLayout()


def _item(index: _Index) -> TimelineItem:
    found = index.data(_ITEM)
    assert isinstance(found, TimelineItem)
    return found


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect
