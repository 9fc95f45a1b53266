"""The live column beside a form: figures with their reason, and amounts that add up."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.labels import Caption, NumberText, Text, WrapLabel
from app.views.widgets.layouts import clear, column, set_shown

_SETTLED_MS = 1_000


class SummaryLine(QWidget):
    """A label, a large value and why. A change is read out once it has settled, not at every key."""

    def __init__(self, label: str, value: str = "", reason: str = "") -> None:
        super().__init__()
        self.label = Caption(label, Tone.TEXT2)
        self.value = Text(value, TextStyle.PAGE_TITLE)
        self.reason = WrapLabel(reason, TextStyle.CAPTION, Tone.TEXT3)
        set_shown(self.reason, bool(reason))
        self.setLayout(column(self.label, self.value, self.reason, gap=1))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled)

    def set(self, value: str, reason: str = "") -> None:
        if value == self.value.text() and reason == self.reason.text():
            return
        self.value.setText(value)
        self.reason.setText(reason)
        set_shown(self.reason, bool(reason))
        self._settled.start()

    def _on_settled(self) -> None:
        announce(self, f"{self.label.text()} {self.value.text()}")


class AmountLines(QWidget):
    """Labels at the left, amounts at the right, digits under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        px = theme_of(self).px
        self._grid.setVerticalSpacing(px(4))
        self._grid.setHorizontalSpacing(px(12))

    def add(self, label: str, value: str, *, bold: bool = False, tone: Tone = Tone.TEXT2) -> NumberText:
        """A line at the bottom; the value label is given back to be kept up to date."""
        style = TextStyle.BODY_BOLD if bold else TextStyle.BODY
        number = NumberText(value, style, Tone.TEXT if tone is Tone.TEXT2 else tone)
        place = self._grid.rowCount()
        self._grid.addWidget(Text(label, style, Tone.TEXT if bold and tone is Tone.TEXT2 else tone), place, 0)
        self._grid.addWidget(number, place, 1)
        return number

    def clear(self) -> None:
        clear(self._grid)
