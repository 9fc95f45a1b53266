"""What the report proposes for the next month: each done with one click, and undone with another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.month_report import Suggestion
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, column, hairline, row, set_shown


@dataclass(frozen=True, slots=True)
class SuggestionWords:
    suggestion: Suggestion
    title: str
    reason: str


class SuggestionRow(QWidget):
    """`do_requested`, `undo_requested`, `open_requested` (the campaign that came of it), each with the suggestion; `names_requested`."""

    do_requested = Signal(object)
    undo_requested = Signal(object)
    open_requested = Signal(object)
    names_requested = Signal(object)

    def __init__(self, number: int, words: SuggestionWords, *, is_open: bool) -> None:
        super().__init__()
        one = words.suggestion
        head = row(gap=8)
        head.addWidget(Text(str(number), TextStyle.ROW_TITLE, Tone.PRIMARY))
        self.title = WrapLabel(words.title, TextStyle.ROW_TITLE, Tone.TEXT)
        head.addWidget(self.title, 1)
        layout = column(gap=4, margins=(0, 6, 0, 6))
        layout.addLayout(head)
        layout.addWidget(WrapLabel(words.reason, TextStyle.BODY, Tone.TEXT2))
        count = len(one.customer_ids)
        label = self.tr("Make it a campaign") if one.is_campaign else self.tr("Plan for %n customer(s)", "", count)
        self.act = NormalButton(label, "megaphone" if one.is_campaign else "calendar-check", small=True)
        self.names = LinkButton(self.tr("Names"), small=True)
        self.done = Text(self.tr("Campaign begun") if one.is_campaign else self.tr("Planned"), TextStyle.BODY_BOLD, Tone.OK)
        self.undo = LinkButton(self.tr("Undo"), small=True)
        self.open = LinkButton(self.tr("Open"), small=True)
        check = IconLabel("check", tone=Tone.OK)
        layout.addLayout(row(self.act, check, self.done, self.open, self.undo, self.names, STRETCH, gap=6))
        self.setLayout(layout)
        is_done = one.done is not None
        for part in (check, self.done, self.undo):
            set_shown(part, is_done)
        set_shown(self.open, is_done and one.measure_id is not None)
        set_shown(self.act, not is_done and is_open)
        self.act.clicked.connect(lambda: self.do_requested.emit(one))
        self.undo.clicked.connect(lambda: self.undo_requested.emit(one))
        self.open.clicked.connect(lambda: self.open_requested.emit(one))
        self.names.clicked.connect(lambda: self.names_requested.emit(one))


class SuggestionsCard(Card):
    """`other_requested`: the last that waits gives way to another."""

    do_requested = Signal(object)
    undo_requested = Signal(object)
    open_requested = Signal(object)
    names_requested = Signal(object)
    other_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("To do next month"), action=self.tr("Another idea"), gap=6)
        self._shown: Sequence[SuggestionWords] = ()
        self.rows: list[SuggestionRow] = []
        self._list = ScrollColumn(gap=2)
        self.add(self._list, 1)
        self._note = Caption()
        self.add(self._note)
        if self.action is not None:
            self.action.clicked.connect(self._on_other)

    def set_suggestions(self, shown: Sequence[SuggestionWords], *, spare: int, is_complete: bool, is_newest: bool) -> None:
        """`spare`: so many others are there; `is_newest`: the month is the last finished one, so that something can still be done."""
        self._shown = shown
        body = self._list.body
        while body.count():
            item = body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [SuggestionRow(number, words, is_open=is_newest) for number, words in enumerate(shown, 1)]
        for place, one in enumerate(self.rows):
            if place:
                body.addWidget(hairline())
            body.addWidget(one)
            for signal, own in (
                (one.do_requested, self.do_requested),
                (one.undo_requested, self.undo_requested),
                (one.open_requested, self.open_requested),
                (one.names_requested, self.names_requested),
            ):
                signal.connect(own)
        body.addStretch(1)
        waiting = any(words.suggestion.done is None for words in shown)
        if self.action is not None:
            set_shown(self.action, bool(spare and waiting and is_newest))
        if not is_complete:
            self._note.setText(self.tr("Suggestions come at the end of the month."))
        else:
            self._note.setText(self.tr("The paper has the same.") if shown else self.tr("Nothing to suggest: all is well looked after."))

    def _on_other(self) -> None:
        waiting = [words.suggestion for words in self._shown if words.suggestion.done is None]
        if waiting:
            self.other_requested.emit(waiting[-1])
