"""The foot of the wizard: back, what is safe, the one main act; while something runs, how far it is and the way to stop it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, OkaeriButton, PrimaryButton
from app.views.widgets.gauges import ProgressLine
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, Text
from app.views.widgets.layouts import boxed, row, set_shown


class Footer(QWidget):
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = NormalButton("", "chevron-left")
        self.primary = PrimaryButton("")
        self.primary.set_shortcut_hint("Ctrl+Return", live=False)
        self._safe = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        safe = row(IconLabel("shield", size=16), gap=8)
        safe.addWidget(self._safe)
        self._safe_box = boxed(safe)
        self._doing = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self._count = Text("", TextStyle.CAPTION, Tone.TEXT2)
        self._line = ProgressLine()
        self.cancel = NormalButton(self.tr("Stop"), small=True)
        doing = row(gap=10)
        doing.addWidget(self._doing, 2)
        doing.addWidget(self._line, 2)
        doing.addWidget(self._count)
        doing.addWidget(self.cancel)
        self._doing_box = boxed(doing)
        self._ways = row(gap=4)
        self._ways_box = boxed(self._ways)
        layout = row(self.back, self._ways_box, gap=12)
        layout.addWidget(self._doing_box, 1)
        layout.addStretch(0)
        layout.addWidget(self._safe_box)
        layout.addWidget(self.primary)
        self.setLayout(layout)
        self.cancel.clicked.connect(self.cancel_requested)
        self.set_busy("")

    def set_safe(self, sentence: str) -> None:
        self._safe.setText(sentence)
        self._show_safe()

    def set_ways(self, buttons: Sequence[OkaeriButton]) -> None:
        """Quieter ways on, at the left."""
        for button in buttons:
            self._ways.addWidget(button)

    def show_ways(self, *, shown: bool) -> None:
        set_shown(self._ways_box, shown)

    def set_busy(self, sentence: str) -> None:
        """What is being done, or nothing."""
        self._doing.setText(sentence)
        self._count.setText("")
        self._line.set_value(0, 0)
        set_shown(self._doing_box, bool(sentence))
        self._show_safe()

    def set_progress(self, done: int, total: int) -> None:
        self._line.set_value(done, total)
        self._count.setText(f"{done:,} / {total:,}" if total else f"{done:,}")

    def _show_safe(self) -> None:
        set_shown(self._safe_box, bool(self._safe.text()) and not self._doing.text())
