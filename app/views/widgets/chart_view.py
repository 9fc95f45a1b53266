"""Shows a chart that a worker drew. It says how large it is and in which theme; the picture comes back as pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.labels import plain_tooltip

_PAUSE_MS = 60
_REACH = 14


@dataclass(frozen=True, slots=True)
class HitPoint:
    """A place in the chart that can be chosen, in logical pixels of the widget, and what it says; `area` answers the mouse as a whole."""

    x: float
    y: float
    name: str
    area: QRectF | None = None


class ChartView(QWidget):
    """`render_requested(width, height, dpr)` in logical pixels: on first show, after a resize and after a theme change."""

    render_requested = Signal(int, int, float)
    point_clicked = Signal(int)

    def __init__(self, name: str = "", *, height: int = 200) -> None:
        super().__init__()
        self._height = height
        self._image = QImage()
        self._message = ""
        self._points: Sequence[HitPoint] = ()
        self._current = -1
        self._asked = False
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setProperty("noFocusRing", True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        theme_of(self).changed.connect(self.request)

    def request(self) -> None:
        """Ask for a new picture once the size has settled; nothing is asked while hidden."""
        self._asked = False
        if self.isVisible():
            self._pause.start()

    def set_image(self, rgba: bytes, width: int, height: int, dpr: float) -> None:
        """Pixels row by row, four bytes each, `width` x `height` device pixels."""
        image = QImage(rgba, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
        self._take(image, dpr)

    def set_png(self, data: bytes, dpr: float) -> None:
        """ValueError when the bytes are no picture."""
        image = QImage.fromData(data)
        if image.isNull():
            raise ValueError("the bytes are not a picture")
        self._take(image, dpr)

    def set_finding(self, sentence: str) -> None:
        """What the chart shows, in a sentence, for readers."""
        self.setAccessibleName(sentence)

    def set_points(self, points: Sequence[HitPoint]) -> None:
        self._points = tuple(points)
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._points else Qt.FocusPolicy.NoFocus)
        self.update()

    def point_place(self, place: int) -> QPointF:
        """Where a point lies, in logical pixels of the widget."""
        point = self._points[place]
        return QPointF(point.x, point.y)

    def set_message(self, text: str) -> None:
        """Words in place of a picture, when there is nothing to draw yet."""
        self._message = text
        self._image = QImage()
        self.update()

    def has_image(self) -> bool:
        return not self._image.isNull()

    def current_point(self) -> int:
        return self._current

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(420), px(self._height))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(240), px(min(self._height, 140)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.request()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.setFont(theme.font(TextStyle.BODY))
            painter.setPen(QColor(theme.tokens.text3))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)
        else:
            size = self._image.deviceIndependentSize()
            painter.drawImage(QRectF(QPointF(0, 0), size), self._image)
        if 0 <= self._current < len(self._points):
            point = self._points[self._current]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.tokens.focus), 2))
            painter.drawEllipse(QPointF(point.x, point.y), theme.px(8), theme.px(8))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._points and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._choose(min(max(self._current + step, 0), len(self._points) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self.point_clicked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._point_at(event.position())
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._choose(place)
            self.point_clicked.emit(place)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._point_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if place < 0 else Qt.CursorShape.PointingHandCursor)
        if place >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), plain_tooltip(self._points[place].name), self)
        else:
            QToolTip.hideText()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._current = -1
        self.update()

    def _choose(self, place: int) -> None:
        self._current = place
        announce(self, self._points[place].name)
        self.update()

    def _point_at(self, where: QPointF) -> int:
        for place, point in enumerate(self._points):
            if point.area is not None and point.area.contains(where):
                return place
        reach = theme_of(self).px(_REACH)
        near = [(abs(point.x - where.x()) + abs(point.y - where.y()), place) for place, point in enumerate(self._points)]
        distance, place = min(near, default=(reach + 1.0, -1))
        return place if distance <= reach else -1

    def _take(self, image: QImage, dpr: float) -> None:
        image.setDevicePixelRatio(dpr)
        self._image = image
        self._message = ""
        self.update()

    def _on_pause_over(self) -> None:
        if self.isVisible() and self.width() > 0 and self.height() > 0:
            self._asked = True
            self.render_requested.emit(self.width(), self.height(), self.devicePixelRatioF())
