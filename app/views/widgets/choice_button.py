"""Painted buttons of which one is on: the base of segments and filter chips. Arrow keys move within the group."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import escape_mnemonic


class ChoiceButton(QRadioButton):
    """One of several; a radio button to readers and to the keyboard, drawn as a pill or segment."""

    design_height = 28
    side_padding = 12

    def __init__(self, text: str) -> None:
        super().__init__(escape_mnemonic(text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_of(self).changed.connect(self.updateGeometry)

    def label(self) -> str:
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        metrics = theme.metrics(TextStyle.BODY_BOLD)
        width = metrics.horizontalAdvance(self.label()) + 2 * theme.px(self.side_padding)
        return QSize(width, max(theme.px(self.design_height), metrics.height() + theme.px(4)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class SegmentButton(ChoiceButton):
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        painter.setFont(theme.font(TextStyle.BODY_BOLD if self.isChecked() else TextStyle.BODY))
        strong = self.isChecked() or self.underMouse()
        painter.setPen(QColor(tokens.text if strong else tokens.text2))
        if not self.isEnabled():
            painter.setPen(QColor(tokens.line_strong))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.label())
        painter.end()


class PillButton(ChoiceButton):
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.line), 1))
        painter.setBrush(QColor(tokens.primary_soft if on else tokens.hover if self.underMouse() else tokens.surface))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD if on else TextStyle.CAPTION))
        painter.setPen(QColor(tokens.primary if on else tokens.text2 if self.isEnabled() else tokens.line_strong))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.label())
        painter.end()


class ChoiceGroup:
    """Keeps the keys of a set of choice buttons; one Tab stop, arrows within."""

    def __init__(self, owner: QWidget) -> None:
        self.buttons = QButtonGroup(owner)
        self.buttons.setExclusive(True)
        self._keys: list[object] = []

    def add(self, key: object, button: QRadioButton) -> None:
        self.buttons.addButton(button, len(self._keys))
        self._keys.append(key)

    def clear(self) -> None:
        for button in self.buttons.buttons():
            self.buttons.removeButton(button)
            button.hide()
            button.deleteLater()
        self._keys = []

    def key_of(self, number: int) -> object | None:
        return self._keys[number] if 0 <= number < len(self._keys) else None

    def current(self) -> object | None:
        return self.key_of(self.buttons.checkedId())

    def check(self, key: object) -> None:
        """Choose without announcing; KeyError when there is no such key."""
        if key not in self._keys:
            raise KeyError(key)
        self.buttons.button(self._keys.index(key)).setChecked(True)

    def button(self, key: object) -> QRadioButton:
        found = self.buttons.button(self._keys.index(key))
        assert isinstance(found, QRadioButton)
        return found
