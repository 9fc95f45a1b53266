"""An on/off switch: on is filled with the knob right, off an outline with the knob left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from app.views.theme import theme_of


class Switch(QCheckBox):
    """`name` is what is switched, for screen readers; the visible words stand beside it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(36), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        height, width = theme.px(20), theme.px(36)
        body = QRectF(0.75, (self.height() - height) / 2 + 0.75, width - 1.5, height - 1.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        line = tokens.primary if on else tokens.line_strong
        if not self.isEnabled():
            line = tokens.line
        painter.setPen(QPen(QColor(line), 1.5))
        painter.setBrush(QColor(line if on else tokens.surface))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        knob = body.height() - theme.px(6)
        x = body.right() - knob - theme.px(3) if on else body.left() + theme.px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_primary if on else line))
        painter.drawEllipse(QRectF(x, body.center().y() - knob / 2, knob, knob))
        painter.end()
