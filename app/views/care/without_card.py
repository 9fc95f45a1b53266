"""Customers without a next date: how many, and a day for all of them in one press."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, row, set_shown


class WithoutCard(Card):
    plan_requested = Signal()
    names_requested = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6, padding=10)
        self._build()
        self.plan.clicked.connect(self.plan_requested)
        self.names.clicked.connect(self.names_requested)

    def set_count(self, count: int) -> None:
        set_shown(self._warned, count > 0)
        set_shown(self._fine, count == 0)
        set_shown(self.number, count > 0)
        set_shown(self._acts, count > 0)
        self.number.setText(self.tr("%n customer(s)", "", count))
        self.plan.setText(self.tr("Plan %n at their usual days", "", count))
        self.words.setText(
            self.tr("The day for each is worked out from how often they usually come.") if count else self.tr("Nobody is forgotten.")
        )

    def _build(self) -> None:
        self._warned = IconLabel("triangle-alert", size=18, tone=Tone.ACCENT)
        self._fine = IconLabel("circle-check", size=18, tone=Tone.OK)
        self._fine.hide()
        self.number = Text("", TextStyle.DIALOG_TITLE, Tone.ACCENT)
        self.words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.plan = NormalButton("", "calendar-check", small=True)
        self.names = LinkButton(self.tr("See the names"), small=True)
        self._acts = boxed(row(self.plan, self.names, STRETCH, gap=8))
        self.add(row(self._warned, self._fine, Title(self.tr("Without a next date")), STRETCH, self.number, gap=8))
        self.add(self.words)
        self.add(self._acts)
