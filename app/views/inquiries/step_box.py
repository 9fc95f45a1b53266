"""A step of the first-response card with its box to tick; long words go on in further lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from app.views.theme import TextStyle, Tone
from app.views.widgets.check_box import CheckBox
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import row


class StepBox(QWidget):
    """`toggled(is_done)` by the user only."""

    toggled = Signal(bool)

    def __init__(self, step: str) -> None:
        super().__init__()
        self.box = CheckBox("")
        self.box.setAccessibleName(step)
        self.words = WrapLabel(step, TextStyle.BODY, Tone.TEXT)
        layout = row(gap=6)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self.setLayout(layout)
        self.box.clicked.connect(self._on_clicked)

    def set_done(self, is_done: bool) -> None:
        self.box.setChecked(is_done)
        self.words.set_tone(Tone.TEXT3 if is_done else Tone.TEXT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words are as good a place to press as the box."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.box.click()

    def _on_clicked(self, is_done: bool) -> None:
        self.words.set_tone(Tone.TEXT3 if is_done else Tone.TEXT)
        self.toggled.emit(is_done)
