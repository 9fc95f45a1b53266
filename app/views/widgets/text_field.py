"""Lines and boxes to type in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.icons import draw_icon
from app.views.widgets.key_cap import key_cap_width, paint_key_cap

_SEARCH_PAUSE_MS = 150


def mark_error(field: QWidget, wrong: bool) -> None:
    """Give a field the red border, or take it away."""
    if bool(field.property("error")) is not wrong:
        field.setProperty("error", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()


class TextField(QLineEdit):
    """One line. `edited_done` when the user leaves it or presses Enter outside a conversion."""

    edited_done = Signal()

    text_style = TextStyle.BODY
    width_hint = 180

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("noFocusRing", True)
        self.editingFinished.connect(self.edited_done)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(self.width_hint), max(theme.px(34), self.fontMetrics().height() + theme.px(10)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(60), self.sizeHint().height())

    def _on_theme_changed(self) -> None:
        self.setFont(theme_of(self).font(self.text_style))
        self.updateGeometry()


class TextArea(QPlainTextEdit):
    """Several lines. Tab moves on to the next field."""

    edited_done = Signal()

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(240), self.fontMetrics().lineSpacing() * self._lines + theme.px(24))

    def minimumSizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(80), self.fontMetrics().lineSpacing() * min(self._lines, 2) + theme.px(24))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.edited_done.emit()

    def _on_theme_changed(self) -> None:
        self.setFont(theme_of(self).font(TextStyle.BODY))
        self.updateGeometry()


class SearchField(TextField):
    """A search as you type: `search_changed` after a short pause, at once on Enter; Esc clears it."""

    search_changed = Signal(str)
    cleared = Signal()
    down_pressed = Signal()
    width_hint = 268

    def __init__(self, placeholder: str = "", shortcut_hint: str = "") -> None:
        super().__init__(placeholder)
        self._hint = shortcut_hint
        self._sent = ""
        self.setAccessibleName(placeholder)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self.send_now)
        self.textChanged.connect(self._on_text_changed)

    def send_now(self) -> None:
        """Announce what stands in the field, unless it was announced already."""
        self._pause.stop()
        if self.text() != self._sent:
            self._sent = self.text()
            self.search_changed.emit(self._sent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.send_now()
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.send_now()
            self.cleared.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self)
        painter = QPainter(self)
        side = theme.px(16)
        draw_icon(painter, "search", theme.tokens.text2, theme.px(9), (self.height() - side) / 2, side)
        if self._hint and not self.text():
            width = key_cap_width(theme, self._hint)
            if self.width() > width + self.fontMetrics().horizontalAdvance(self.placeholderText()) + theme.px(56):
                paint_key_cap(painter, theme, self.width() - width - theme.px(8), self.height() / 2, self._hint)
        painter.end()

    def _on_text_changed(self) -> None:
        self._pause.start()
