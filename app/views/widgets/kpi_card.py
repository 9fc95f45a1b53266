"""One figure: what it is, how much, and how it moved in words. The whole card opens the people behind it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation, ExplanationButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, Text
from app.views.widgets.layouts import row, set_shown


class Delta(Enum):
    UP = "arrow-up"
    DOWN = "arrow-down"
    ATTENTION = "triangle-alert"
    NONE = ""


_REST = 2
_TONES = {Delta.UP: Tone.OK, Delta.DOWN: Tone.ACCENT, Delta.ATTENTION: Tone.ACCENT, Delta.NONE: Tone.TEXT3}


class KpiCard(Card):
    """`clicked` on a press or Enter, when `clickable`."""

    clicked = Signal()

    def __init__(
        self, label: str, explanation: Explanation | None = None, *, compact: bool = False, clickable: bool = True, padding: int = 12
    ) -> None:
        super().__init__(gap=2, padding=padding)
        self._clickable = clickable
        self._is_compact: bool | None = None
        self._direction = Delta.NONE
        self._label = label
        self.label = ElidedLabel(label, TextStyle.BODY, Tone.TEXT2)
        self.number = Text("—", TextStyle.KPI)
        self.unit = Text("", TextStyle.BODY, Tone.TEXT2)
        self.delta_icon = IconLabel("arrow-up", size=14, tone=Tone.OK)
        self.delta_icon.hide()
        self.delta = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self._head = head = row(self.label, gap=2)
        self.explanation_button = ExplanationButton(explanation) if explanation is not None else None
        if self.explanation_button is not None:
            head.addWidget(self.explanation_button)
        head.addStretch(1)
        self._figure = figure = row(gap=5)
        figure.addWidget(self.number, 0, Qt.AlignmentFlag.AlignBottom)
        figure.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBottom)
        figure.addStretch(1)
        px = theme_of(self).px
        self.unit.setContentsMargins(0, 0, 0, px(4))
        self._change = row(self.delta_icon, gap=4)
        self._change.addWidget(self.delta, 1)
        self.body.addLayout(head)
        self.body.addLayout(figure)
        self.set_compact(compact)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name_for_readers()

    def set(self, number: str, unit: str = "", delta: str = "", direction: Delta = Delta.NONE, tone: Tone | None = None) -> None:
        """Without a direction the delta is a grey sentence without an arrow."""
        shown = _TONES[direction] if tone is None else tone
        self.number.setText(number)
        self.unit.setText(unit)
        self.delta.setText(delta)
        self.delta.set_style(TextStyle.CAPTION if direction is Delta.NONE else TextStyle.CAPTION_BOLD)
        self.delta.set_tone(shown)
        if direction is not Delta.NONE:
            self.delta_icon.set_icon(direction.value)
            self.delta_icon.set_tone(shown)
        self._direction = direction
        self._show_icon()
        self._name_for_readers()

    def add_to_head(self, widget: QWidget) -> None:
        """A small button at the end of the line of the label."""
        self._head.addWidget(widget)

    def set_compact(self, compact: bool) -> None:
        """The change on the number's own line, where height is short; under it otherwise."""
        if compact is self._is_compact:
            return
        self._is_compact = compact
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom if compact else Qt.AlignmentFlag.AlignLeft
        self._figure.removeItem(self._change)
        self.body.removeItem(self._change)
        self.delta.setAlignment(side)
        self._figure.setStretch(_REST, 0 if compact else 1)
        if compact:
            self._figure.addLayout(self._change, 1)
        else:
            self.body.insertLayout(self.body.indexOf(self._figure) + 1, self._change)
        self._show_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    def _show_icon(self) -> None:
        """A short change says its direction by its sign."""
        set_shown(self.delta_icon, self._direction is not Delta.NONE and not self._is_compact)

    def _name_for_readers(self) -> None:
        parts = (self._label, self.number.text() + self.unit.text(), self.delta.text())
        self.setAccessibleName(" ".join(part for part in parts if part))
