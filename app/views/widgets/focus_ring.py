"""Where the keyboard is: one ring per window, two pixels outside the focused widget, with a gap so that it shows on any fill."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from app.views.theme import theme_of

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
_OUTSET = 4


class FocusRing(QWidget):
    """Make one in every window: FocusRing(self). Widgets with the property noFocusRing show the focus themselves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, app.focusWidget())

    def target(self) -> QWidget | None:
        """The widget now ringed."""
        return self._target

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens.focus), 2))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(theme.px(7) + 3, area.height() / 2)
        painter.drawRoundedRect(area, radius, radius)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and watched is not self:
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        if now is None or now.window() is not self._window or not self._wants_ring(now):
            self.hide()
            return
        self._target = now
        now.destroyed.connect(self._on_target_destroyed)
        walker: QWidget | None = now
        while walker is not None:
            walker.installEventFilter(self)
            self._watched.append(walker)
            walker = None if walker is self._window else walker.parentWidget()
        self._place()

    def _wants_ring(self, widget: QWidget) -> bool:
        if isinstance(widget, QAbstractItemView) or widget is self._window:
            return False
        # Whoever presses with the mouse sees where he is.
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False
        return not bool(widget.property("noFocusRing"))

    def _on_target_destroyed(self) -> None:
        self._target = None
        self._watched = []
        self.hide()

    def _let_go(self) -> None:
        # A parent may be gone before the widget that had the focus.
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._target is not None and isValid(self._target):
            self._target.destroyed.disconnect(self._on_target_destroyed)
        self._watched = []
        self._target = None

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        around = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()).adjusted(-_OUTSET, -_OUTSET, _OUTSET, _OUTSET)
        seen = self._seen_part(target, around)
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def _seen_part(self, target: QWidget, around: QRect) -> QRect:
        seen = around.intersected(self._window.rect())
        walker = target.parentWidget()
        while walker is not None and walker is not self._window:
            holder = walker.parentWidget()
            if isinstance(holder, QAbstractScrollArea) and holder.viewport() is walker:
                room = QRect(walker.mapTo(self._window, QPoint(0, 0)), walker.size())
                seen = seen.intersected(room.adjusted(-_OUTSET, -_OUTSET, _OUTSET, _OUTSET))
            walker = holder
        return seen
