"""A question in the builder's list: one line while it is closed, its fields below while it is open."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, escape_mnemonic
from app.views.widgets.labels import ElidedLabel, Text
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.text_field import TextField

_DOTS, _DOT = 3, 3
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DragHandle(QWidget):
    """Six dots to take a question by. `dragged` and `dropped` carry a point of the screen."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._from: QPoint | None = None
        self._is_dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(16), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.globalPosition().toPoint()
        if self._from is None:
            return
        if not self._is_dragging and (where - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragging:
            self.dragged.emit(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._from, self._is_dragging = self._is_dragging, None, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if was_dragging:
            self.dropped.emit(event.globalPosition().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.text3))
        gap, radius = theme.px(5), theme.px(_DOT) / 2
        middle = QPointF(self.width() / 2, self.height() / 2)
        for line in range(_DOTS):
            for side in (-1, 1):
                painter.drawEllipse(middle + QPointF(side * gap / 2, (line - 1) * gap), radius, radius)
        painter.end()


class BuilderCard(QFrame):
    """`key` of the question. While it is closed it takes the keyboard: ↑↓ the next one (`stepped`), Alt+↑↓ moves it (`moved`), Enter opens
    it, Del takes it away. `typed`: the words in its first field."""

    open_requested = Signal(str)
    close_requested = Signal(str)
    stepped = Signal(str, int)
    moved = Signal(str, int)
    remove_requested = Signal(str)
    copy_requested = Signal(str)
    typed = Signal(str, str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, key: str, *, is_fixed: bool = False) -> None:
        """`is_fixed`: it stays where it is and cannot be taken away."""
        super().__init__()
        self.key = key
        self._is_fixed = is_fixed
        self._editor: QWidget | None = None
        self.setProperty("open", False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build()
        self._connect()
        self.set_current(is_current=False)

    @property
    def editor(self) -> QWidget | None:
        """What is below the first field while it is open."""
        return self._editor

    def set_words(self, number: str, title: str, facts: str, spoken: str) -> None:
        """`spoken`: all of it as a sentence for readers."""
        self.number.setText(number)
        self.title.setText(title)
        self.facts.setText(facts)
        self.setAccessibleName(spoken)
        if self.field.text() != title:
            self.field.setText(title)
            # Of long words the beginning is seen.
            self.field.setCursorPosition(0)

    def set_current(self, *, is_current: bool) -> None:
        """Of all cards Tab stops at the one at hand alone."""
        closed = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._editor is not None else closed)
        self.more.setFocusPolicy(closed)

    def open_with(self, editor: QWidget) -> None:
        self._editor = editor
        self._body.addWidget(editor)
        # Qt would show it a moment later, too late for scrolling to it.
        editor.show()
        had = self.hasFocus()
        self._show_open()
        if had:
            self.take_keyboard()

    def close_again(self) -> None:
        """The fields go."""
        if self._editor is not None:
            editor, self._editor = self._editor, None
            self._body.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            self._show_open()

    def take_keyboard(self) -> None:
        (self.field if self._editor is not None else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_actions(self) -> list[QAction]:
        """What the menu of the question offers; none of one that is fixed."""
        return self._menu.actions()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if step is not None and is_alt and not self._is_fixed:
            self.moved.emit(self.key, step)
        elif step is not None and self.hasFocus():
            self.stepped.emit(self.key, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and not _is_held(event):
            self.open_requested.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.hasFocus() and not self._is_fixed:
            self.remove_requested.emit(self.key)
        elif event.key() == Qt.Key.Key_Escape and self._editor is not None:
            self.close_requested.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._editor is None and is_here:
            self.open_requested.emit(self.key)

    def _build(self) -> None:
        self.handle = DragHandle()
        self.handle.setToolTip(self.tr("Drag to another place  Alt+↑↓"))
        self.number = Text("", TextStyle.CARD_TITLE, Tone.PRIMARY)
        self.title = ElidedLabel("", TextStyle.ROW_TITLE)
        self.facts = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self._words = boxed(column(self.title, self.facts, gap=0))
        self.field = TextField(self.tr("Title of the survey") if self._is_fixed else self.tr("What is asked"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.more = IconButton("ellipsis", self.tr("More with this question"))
        self._menu = QMenu(self)
        self._menu_entry(self.tr("Copy"), "", lambda: self.copy_requested.emit(self.key))
        self._menu_entry(self.tr("Move up"), "Alt+↑", lambda: self.moved.emit(self.key, -1))
        self._menu_entry(self.tr("Move down"), "Alt+↓", lambda: self.moved.emit(self.key, 1))
        self._menu_entry(self.tr("Remove"), "Del", lambda: self.remove_requested.emit(self.key))
        head = row(self.handle, self.number, gap=8)
        head.addWidget(self._words, 1)
        head.addWidget(self.field, 1)
        head.addWidget(self.more)
        self._body = column(gap=0)
        self.setLayout(column(head, self._body, gap=6, margins=(10, 6, 8, 6)))
        for part in (self.handle, self.more):
            set_shown(part, not self._is_fixed)
        self._show_open()

    def _connect(self) -> None:
        self.more.clicked.connect(self._on_more)
        self.field.textEdited.connect(lambda text: self.typed.emit(self.key, text))
        self.handle.dragged.connect(lambda where: self.dragged.emit(self.key, where))
        self.handle.dropped.connect(lambda where: self.dropped.emit(self.key, where))

    def _menu_entry(self, text: str, keys: str, slot: object) -> None:
        entry = self._menu.addAction(f"{escape_mnemonic(text)}\t{keys}" if keys else escape_mnemonic(text))
        entry.triggered.connect(slot)

    def _show_open(self) -> None:
        is_open = self._editor is not None
        set_shown(self._words, not is_open)
        set_shown(self.field, is_open)
        self.set_current(is_current=True)
        if self.property("open") is not is_open:
            self.setProperty("open", is_open)
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()

    def _on_more(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _is_held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
