"""Keys drawn as caps, and the line of key hints under a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.labels import Text
from app.views.widgets.layouts import FlowLayout


def key_cap_width(theme: Theme, text: str) -> int:
    return theme.metrics(TextStyle.KEY_HINT).horizontalAdvance(text) + theme.px(12)


def paint_key_cap(painter: QPainter, theme: Theme, x: float, middle: float, text: str) -> None:
    height = max(theme.px(18), theme.metrics(TextStyle.KEY_HINT).height() + theme.px(2))
    area = QRectF(x + 0.5, middle - height / 2 + 0.5, key_cap_width(theme, text) - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens.line), 1))
    painter.setBrush(QColor(theme.tokens.inset))
    painter.drawRoundedRect(area, theme.px(4), theme.px(4))
    painter.setPen(QColor(theme.tokens.text2))
    painter.setFont(theme.font(TextStyle.KEY_HINT))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


class KeyCap(Text):
    """One key or key combination."""

    def __init__(self, text: str) -> None:
        super().__init__(text, TextStyle.KEY_HINT, Tone.TEXT2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        height = max(theme.px(18), theme.metrics(TextStyle.KEY_HINT).height() + theme.px(2))
        return QSize(key_cap_width(theme, self.text()), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key_cap(painter, theme_of(self), 0, self.height() / 2, self.text())
        painter.end()


class KeyHints(QWidget):
    """What the keys do here: pairs of key and verb, wrapping when the room ends."""

    def __init__(self, hints: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        flow = FlowLayout(10)
        for keys, verb in hints:
            flow.addWidget(Text(f"{keys} {verb}", TextStyle.CAPTION, Tone.TEXT2))
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
