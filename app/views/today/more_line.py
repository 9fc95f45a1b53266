"""What else is due today and stands below the tasks: how many, how many of them rest, and what can be done with all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.domain.day_plan import DayPlan
from app.domain.errors import in_a_row
from app.views.moments import short_day
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Inset
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown


class MoreLine(Inset):
    """`cards_requested`: a card for each who is ready; `shown_changed`: whether they are to stand in the list."""

    cards_requested = Signal()
    shown_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__(Tone.PRIMARY, margins=(12, 6, 8, 6))
        self._is_open = False
        self.title = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.detail = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.cards = NormalButton("", "printer", small=True)
        self.choose = LinkButton("", small=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(boxed(column(self.title, self.detail, gap=0)), 1)
        self._line.addWidget(boxed(row(self.cards, self.choose, STRETCH, gap=6)))
        self.add(boxed(self._line))
        self.cards.clicked.connect(self.cards_requested)
        self.choose.clicked.connect(self._on_choose)

    @property
    def is_open(self) -> bool:
        return self._is_open

    def set_plan(self, plan: DayPlan) -> None:
        count, ready = len(plan.more_customers), len(set(plan.ready.customer_ids))
        set_shown(self, bool(plan.more))
        self.title.setText(self.tr("%n more customer(s) are due today", "", count))
        resting, ends = plan.resting, plan.rest_ends
        words = ""
        if ready:
            words = self.tr("More than the {count} tasks of a day.").format(count=plan.cap)
        if resting and ends is not None:
            rests = self.tr("%n rest because they were contacted lately, the last until {day}.", "", resting)
            rests = rests.format(day=short_day(ends, plan.day))
            words = in_a_row(words, rests) if words else rests
        if plan.more and not words:
            words = self.tr("A customer gets one task a day; what else is due for the same customer waits here.")
        self.detail.setText(words)
        set_shown(self.detail, bool(words))
        self.cards.setText(self.tr("Print %n card(s)", "", ready))
        set_shown(self.cards, ready > 0)
        self._show_choose()

    def set_narrow(self, narrow: bool) -> None:
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _show_choose(self) -> None:
        self.choose.setText(self.tr("Hide them") if self._is_open else self.tr("Choose"))

    def _on_choose(self) -> None:
        self._is_open = not self._is_open
        self._show_choose()
        self.shown_changed.emit(self._is_open)
