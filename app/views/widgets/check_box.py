"""Check boxes and radio buttons, painted so that they are sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy

from app.views.theme import TextStyle, Theme, theme_of
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.icons import draw_icon

SIDE = 17


def paint_check(painter: QPainter, theme: Theme, area: QRectF, state: Qt.CheckState) -> None:
    """A check box; shared with list and table rows."""
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = state is not Qt.CheckState.Unchecked
    painter.setPen(QPen(QColor(tokens.primary if filled else tokens.line_strong), theme.px(1.5)))
    painter.setBrush(QColor(tokens.primary if filled else tokens.surface))
    painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), theme.px(4), theme.px(4))
    if state is Qt.CheckState.Checked:
        side = round(area.width() * 0.8)
        draw_icon(painter, "check", tokens.on_primary, area.x() + (area.width() - side) / 2, area.y() + (area.height() - side) / 2, side)
    elif state is Qt.CheckState.PartiallyChecked:
        bar = QRectF(area.x() + area.width() * 0.25, area.center().y() - 1, area.width() * 0.5, 2)
        painter.fillRect(bar, QColor(tokens.on_primary))


def paint_radio(painter: QPainter, theme: Theme, area: QRectF, on: bool) -> None:
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.primary if on else tokens.line_strong), theme.px(1.5)))
    painter.setBrush(QColor(tokens.surface))
    painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.primary))
        quarter = area.width() * 0.27
        painter.drawEllipse(area.adjusted(quarter, quarter, -quarter, -quarter))


def _hint(theme: Theme, text: str) -> QSize:
    metrics = theme.metrics(TextStyle.BODY)
    gap = theme.px(10) if text else 0
    width = theme.px(SIDE) + gap + metrics.horizontalAdvance(text) + theme.px(4)
    return QSize(width, max(theme.px(28), metrics.height() + theme.px(4)))


class CheckBox(QCheckBox):
    def __init__(self, text: str = "") -> None:
        super().__init__(escape_mnemonic(text))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def label(self) -> str:
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        return _hint(theme_of(self), self.label())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        side = theme.px(SIDE)
        paint_check(painter, theme, QRectF(0, (self.height() - side) / 2, side, side), self.checkState())
        _paint_words(painter, theme, self, self.label())
        painter.end()


class RadioButton(QRadioButton):
    def __init__(self, text: str = "") -> None:
        super().__init__(escape_mnemonic(text))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def label(self) -> str:
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        return _hint(theme_of(self), self.label())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        side = theme.px(SIDE)
        paint_radio(painter, theme, QRectF(0, (self.height() - side) / 2, side, side), self.isChecked())
        _paint_words(painter, theme, self, self.label())
        painter.end()


def _paint_words(painter: QPainter, theme: Theme, button: QCheckBox | QRadioButton, text: str) -> None:
    painter.setFont(theme.font(TextStyle.BODY))
    painter.setPen(QColor(theme.tokens.text if button.isEnabled() else theme.tokens.line_strong))
    left = theme.px(SIDE) + theme.px(10)
    area = button.rect().adjusted(left, 0, 0, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
