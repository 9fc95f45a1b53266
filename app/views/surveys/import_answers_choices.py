"""Texts of a file of answers that are no choice of their question: what each of them is, said by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.numbers import format_number
from app.domain.survey_entry import keyed_choices
from app.domain.surveys import SurveyContent
from app.views.moments import language
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.labels import Caption, ElidedLabel, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, clear, column, row, set_shown

if TYPE_CHECKING:
    from app.exchange.survey_answers import UnmatchedText

SHOWN = 60
_WIDTH = 150


class UnmatchedCard(Card):
    """`meaning_chosen(UnmatchedText, choice)`; the choice "" leaves it out."""

    meaning_chosen = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Answers that are no choice of the question"))
        about = self.tr("Say which choice each of them is. What is left out is counted nowhere.")
        self.add(WrapLabel(about, TextStyle.CAPTION, Tone.TEXT2))
        self._rows = ScrollColumn(gap=10, margins=(14, 0, 14, 0))
        self._rows.body.addStretch(1)
        self.add_list(self._rows)
        self._more = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add(self._more)
        self._texts: list[UnmatchedText] = []
        self._combos: list[ComboField] = []

    @property
    def combos(self) -> list[ComboField]:
        """In the order in which they stand."""
        return self._combos

    def show_unmatched(self, found: Sequence[tuple[UnmatchedText, str]], content: SurveyContent) -> None:
        """Each with its choice, or nothing. What stands there stays, and the keyboard on it."""
        texts = [text for text, _ in found[:SHOWN]]
        if texts != self._texts:
            held = next((text for text, combo in zip(self._texts, self._combos, strict=True) if combo.hasFocus()), None)
            self._lay(texts, content)
            if held in texts:
                self._combos[texts.index(held)].setFocus(Qt.FocusReason.OtherFocusReason)
        for combo, (_, choice) in zip(self._combos, found, strict=False):
            combo.set_current(choice)
        more = len(found) - SHOWN
        self._more.setText(self.tr("%n more, which are rarer.", "", more))
        set_shown(self._more, more > 0)
        set_shown(self, bool(found))

    def _lay(self, texts: Sequence[UnmatchedText], content: SurveyContent) -> None:
        clear(self._rows.body)
        self._texts = list(texts)
        self._combos = []
        for text in texts:
            part = self._part(text, content)
            self._rows.body.addWidget(part)
            part.show()
        self._rows.body.addStretch(1)

    def _part(self, text: UnmatchedText, content: SurveyContent) -> QWidget:
        from app.exchange.survey_columns import target_words

        combo = ComboField([("", self.tr("Leave it out")), *_choices(text.target, content)], "")
        combo.setAccessibleName(self.tr("What “{text}” is").format(text=text.text))
        combo.setMinimumWidth(theme_of(self).px(_WIDTH))
        combo.changed.connect(partial(self._on_chosen, text))
        self._combos.append(combo)
        said = row(ElidedLabel(" ".join(text.text.split()), TextStyle.BODY_BOLD), gap=6)
        said.addWidget(Caption(self.tr("{count} ×").format(count=format_number(text.count))))
        said.addStretch(1)
        asked = ElidedLabel(target_words(text.target, content, language()), TextStyle.CAPTION, Tone.TEXT2)
        line = row(gap=12)
        line.addWidget(boxed(column(said, asked, gap=0)), 1)
        line.addWidget(combo, 1)
        return boxed(line)

    def _on_chosen(self, text: UnmatchedText, choice: object) -> None:
        self.meaning_chosen.emit(text, str(choice))


def _choices(target: str, content: SurveyContent) -> list[tuple[str, str]]:
    from app.exchange.survey_columns import aim_of, other_word

    aim = aim_of(target)
    question = None if aim is None else content.question(aim.question)
    if aim is None or question is None:
        return []
    offered = ((one.choice, one.text or other_word(language())) for one in keyed_choices(question))
    return [(choice, words) for choice, words in offered if aim.option in ("", choice)]
