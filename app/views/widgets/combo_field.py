"""Choose one from a list that opens. Painted, because a style sheet's arrow needs a picture file per theme and scale."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from app.views.theme import TextStyle, theme_of
from app.views.widgets.icons import draw_icon


class ComboField(QComboBox):
    """`changed` carries the key the user chose; set_current() is silent."""

    changed = Signal(object)
    edited_done = Signal()

    def __init__(self, options: Sequence[tuple[Hashable, str]] = (), current: Hashable | None = None) -> None:
        super().__init__()
        self._keys: list[Hashable] = []
        self.setProperty("noFocusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.set_options(options, current)
        self.activated.connect(self._on_activated)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_options(self, options: Sequence[tuple[Hashable, str]], current: Hashable | None = None) -> None:
        """Replace the choices; the chosen one stays when it is still among them."""
        kept = self.current() if current is None else current
        self._keys = [key for key, _ in options]
        self.clear()
        self.addItems([text for _, text in options])
        if kept in self._keys:
            self.setCurrentIndex(self._keys.index(kept))
        self.updateGeometry()

    def current(self) -> Hashable | None:
        return self._keys[self.currentIndex()] if 0 <= self.currentIndex() < len(self._keys) else None

    def set_current(self, key: Hashable) -> None:
        """ValueError when there is no such key."""
        self.setCurrentIndex(self._keys.index(key))

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(number)) for number in range(self.count())), default=0)
        width = min(widest + theme.px(48), theme.px(320))
        return QSize(max(width, theme.px(80)), max(theme.px(34), metrics.height() + theme.px(10)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(76), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must not change what was chosen.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wrong = bool(self.property("error"))
        thick = 2 if self.hasFocus() or wrong else 1
        line = tokens.danger if wrong else tokens.focus if self.hasFocus() else tokens.line_strong
        painter.setPen(QPen(QColor(line if self.isEnabled() else tokens.line), thick))
        painter.setBrush(QColor(tokens.surface if self.isEnabled() else tokens.inset))
        half = thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), theme.px(7), theme.px(7))
        side = theme.px(14)
        area = self.rect().adjusted(theme.px(11), 0, -side - theme.px(16), 0)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.line_strong))
        painter.setFont(self.font())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        draw_icon(painter, "chevron-down", tokens.text2, self.width() - side - theme.px(10), (self.height() - side) / 2, side)
        painter.end()

    def _on_activated(self, _index: int) -> None:
        self.changed.emit(self.current())
        self.edited_done.emit()

    def _on_theme_changed(self) -> None:
        self.setFont(theme_of(self).font(TextStyle.BODY))
        self.updateGeometry()
