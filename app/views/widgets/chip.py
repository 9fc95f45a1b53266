"""Pills, painted: a style sheet turns a large radius square without a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.labels import Text
from app.views.widgets.layouts import set_shown


def chip_size(theme: Theme, text: str) -> QSize:
    """Room one pill takes."""
    metrics = theme.metrics(TextStyle.CAPTION_BOLD)
    return QSize(metrics.horizontalAdvance(text) + theme.px(16), max(theme.px(20), metrics.height() + theme.px(2)))


def badge_text(count: int) -> str:
    return "99+" if count > 99 else str(count)


def badge_size(theme: Theme, text: str) -> QSize:
    """Room a round number takes."""
    metrics = theme.metrics(TextStyle.CAPTION_BOLD)
    side = max(theme.px(18), metrics.height())
    return QSize(max(side, metrics.horizontalAdvance(text) + theme.px(10)), side)


def paint_chip(painter: QPainter, theme: Theme, area: QRectF, text: str, tone: Tone) -> None:
    """A pill of the tone with its word; shared by the widget and the list rows."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.soft(tone)))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setPen(QColor(theme.tokens.tone(tone)))
    painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


class Chip(Text):
    """A state in a word. Colour only underlines it."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        self._chip_tone = tone
        super().__init__(text, TextStyle.CAPTION_BOLD, tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, text: str, tone: Tone) -> None:
        self._chip_tone = tone
        self.set_tone(tone)
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(theme_of(self), self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hint = self.sizeHint()
        area = QRectF(0, (self.height() - hint.height()) / 2, min(self.width(), hint.width()), hint.height())
        paint_chip(painter, theme_of(self), area, self.text(), self._chip_tone)
        painter.end()


class Badge(Chip):
    """A count that asks for action; hidden at nought."""

    def __init__(self, count: int = 0, tone: Tone = Tone.ACCENT) -> None:
        super().__init__("", tone)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        self.setText(badge_text(count))
        set_shown(self, count > 0)

    def sizeHint(self) -> QSize:
        return badge_size(theme_of(self), self.text())
