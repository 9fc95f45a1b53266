"""A row of up to five segments of which one is on."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import theme_of
from app.views.widgets.choice_button import ChoiceGroup, SegmentButton
from app.views.widgets.layouts import row


class Segmented(QWidget):
    """`changed` carries the key the user chose; set_current() is silent."""

    changed = Signal(object)

    def __init__(self, options: Sequence[tuple[Hashable, str]], current: Hashable | None = None, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = ChoiceGroup(self)
        layout = row(gap=0, margins=(4, 4, 4, 4))
        for key, text in options:
            button = SegmentButton(text)
            self._group.add(key, button)
            layout.addWidget(button)
        self.setLayout(layout)
        if options:
            self.set_current(options[0][0] if current is None else current)
        self._group.buttons.idClicked.connect(self._on_clicked)

    def current(self) -> object | None:
        return self._group.current()

    def set_current(self, key: Hashable) -> None:
        self._group.check(key)

    def button(self, key: Hashable) -> QWidget:
        return self._group.button(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.track))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.end()

    def _on_clicked(self, number: int) -> None:
        self.changed.emit(self._group.key_of(number))
