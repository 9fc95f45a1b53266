"""A person as a circle with the first character of the name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.names import initials
from app.views.theme import TextStyle, Theme, theme_of


def paint_avatar(painter: QPainter, theme: Theme, area: QRectF, letters: str) -> None:
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.track))
    painter.drawEllipse(area)
    painter.setPen(QColor(tokens.text2))
    painter.setFont(theme.font(TextStyle.PAGE_TITLE if area.height() > theme.px(44) else TextStyle.BODY_BOLD))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters)


class Avatar(QWidget):
    """Decoration beside a written name, so screen readers pass it by."""

    def __init__(self, name: str, size: int = 32) -> None:
        super().__init__()
        self._letters = initials(name)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_name(self, name: str) -> None:
        self._letters = initials(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, theme_of(self), QRectF(self.rect()), self._letters)
        painter.end()
