"""The result of a campaign that was known lately."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from app.domain.measure_view import MeasureResult
from app.views.measures.result_words import ResultWords
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, row


class VerdictCard(Card):
    result_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=6)
        self._measure_id = 0
        self.name = ElidedLabel("", TextStyle.CARD_TITLE)
        head = row(gap=8)
        head.addWidget(self.name, 1)
        head.addWidget(Chip(self.tr("The result is known"), Tone.OK))
        self.headline = WrapLabel("", TextStyle.BODY_BOLD, Tone.OK)
        self.words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.open = NormalButton(self.tr("See the result"), "chart-line", small=True)
        for part in (head, self.headline, self.words, row(self.open, STRETCH)):
            self.add(part)
        self.open.clicked.connect(lambda: self.result_opened.emit(self._measure_id))

    def set_result(self, result: MeasureResult, today: date) -> None:
        words = ResultWords(result, today, self)
        self._measure_id = result.measure_id
        self.name.setText(result.name)
        self.headline.setText(words.headline())
        self.headline.set_tone(words.tone())
        self.words.setText(words.words())
        words.deleteLater()
