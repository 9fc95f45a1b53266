"""Who is working on this just now; the same words wherever it is shown."""

from __future__ import annotations

from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Inset
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import row, set_shown


class LockLine(Inset):
    def __init__(self, text: str = "") -> None:
        super().__init__(Tone.INFO, margins=(12, 6, 12, 6))
        self.label = WrapLabel(text, TextStyle.BODY, Tone.INFO)
        line = row(IconLabel("lock", size=15, tone=Tone.INFO), gap=8)
        line.addWidget(self.label, 1)
        self.add(line)
        set_shown(self, bool(text))

    def set_text(self, text: str) -> None:
        self.label.setText(text)
        set_shown(self, bool(text))
