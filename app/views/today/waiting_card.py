"""What waits beside the day: cards and letters to be printed, and customers without a next date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.care import RuleKind
from app.domain.care_words import CareSpeaker, usual_words
from app.domain.day_plan import QueuedPrint
from app.domain.follow_ups import FollowUpKind
from app.domain.stored import is_member
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, Text, WrapLabel
from app.views.widgets.layouts import Hairline, boxed, clear, column, row, set_shown

SHOWN_RUNS = 3


class WaitingCard(Card):
    """`print_requested` carries a QueuedPrint and its words; `dates_requested`: days for those who have none."""

    print_requested = Signal(object, str)
    dates_requested = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8, padding=10)
        self._runs = column(gap=6)
        self.print_buttons: list[NormalButton] = []
        self._runs_box = boxed(self._runs)
        self._line = Hairline()
        self.without = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.plan = NormalButton(self.tr("Give them a day"), small=True)
        self._icon = IconLabel("calendar", size=18)
        dates = row(self._icon, gap=12)
        dates.addWidget(self.without, 1)
        dates.addWidget(self.plan)
        for part in (self._runs_box, self._line, boxed(dates)):
            self.add(part)
        set_shown(self._runs_box, False)
        set_shown(self._line, False)
        self.set_without(0)
        self.plan.clicked.connect(self.dates_requested)

    def set_queue(self, queue: Sequence[QueuedPrint], today: date) -> None:
        clear(self._runs)
        self.print_buttons = []
        for run in queue[:SHOWN_RUNS]:
            self._runs.addWidget(self._run_line(run, today))
        set_shown(self._runs_box, bool(queue))
        set_shown(self._line, bool(queue))

    def set_without(self, count: int) -> None:
        self.without.setText(
            self.tr("%n customer(s) without a next date", "", count) if count else self.tr("Nobody is without a next date")
        )
        set_shown(self.plan, count > 0)

    def _run_line(self, run: QueuedPrint, today: date) -> QWidget:
        speaker = CareSpeaker(QCoreApplication.translate, language(), today)
        words = usual_words(RuleKind(run.rule_kind) if is_member(RuleKind, run.rule_kind) else None, run.kind, speaker)
        count = len(run.customer_ids)
        pieces = (
            self.tr("%n letter(s) to print", "", count) if run.kind is FollowUpKind.LETTER else self.tr("%n card(s) to print", "", count)
        )
        button = NormalButton(self.tr("Print"), small=True)
        button.setAccessibleName(self.tr("{pieces}: {words}").format(pieces=pieces, words=words))
        button.clicked.connect(lambda: self.print_requested.emit(run, words))
        self.print_buttons.append(button)
        line = row(IconLabel("printer", size=18), gap=12)
        line.addWidget(Text(pieces, TextStyle.BODY_BOLD))
        line.addWidget(ElidedLabel(words, TextStyle.CAPTION, Tone.TEXT3), 1)
        line.addWidget(button)
        return boxed(line)
