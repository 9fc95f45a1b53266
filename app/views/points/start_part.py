"""A shop without a rule of points: one that is ready-made, and a button to begin with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, clear, column, row

WIDTH = 520


class StartPart(QWidget):
    """`begin_requested` with the ready-made rule, `other_requested` for one's own."""

    begin_requested = Signal()
    other_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said: list[WrapLabel] = []
        self.begin = PrimaryButton(self.tr("Begin with this rule"), "check")
        self.other = LinkButton(self.tr("Make another rule"))
        self._build()
        self.begin.clicked.connect(self.begin_requested)
        self.other.clicked.connect(self.other_requested)

    def set_rule(self, sentences: Sequence[str]) -> None:
        """The ready-made rule in sentences."""
        clear(self._lines)
        self._said = [WrapLabel(sentence, TextStyle.BODY, Tone.TEXT) for sentence in sentences]
        for label in self._said:
            self._lines.addWidget(label)

    def sentences(self) -> list[str]:
        """What the ready-made rule says, as shown."""
        return [label.text() for label in self._said]

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        title = WrapLabel(self.tr("Thank customers with points"), TextStyle.DIALOG_TITLE, Tone.TEXT, align=centre)
        why = self.tr("Whoever comes again gets something back, and you see at any time what that costs. This rule is ready for use:")
        self._lines = column(gap=6)
        card = Card()
        card.add(self._lines)
        card.setFixedWidth(theme_of(self).px(WIDTH))
        card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        later = self.tr("It can be changed at any time. What is recorded already earns nothing.")
        inner = column(
            STRETCH,
            row(STRETCH, IconLabel("gift", size=36, tone=Tone.PRIMARY), STRETCH),
            title,
            WrapLabel(why, TextStyle.BODY, Tone.TEXT2, align=centre),
            row(STRETCH, card, STRETCH),
            WrapLabel(later, TextStyle.CAPTION, Tone.TEXT2, align=centre),
            row(STRETCH, self.begin, self.other, STRETCH, gap=10),
            STRETCH,
            gap=10,
            margins=(24, 16, 24, 16),
        )
        self.setLayout(inner)
