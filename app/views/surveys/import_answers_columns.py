"""Which column of a file of answers is which question: as guessed, above the first rows, to be changed at sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.surveys import SurveyContent
from app.views.importing.columns_table import ColumnsTable
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import FlowLayout, boxed, column, set_shown

if TYPE_CHECKING:
    from app.exchange.survey_form import AnswerForm
    from app.views.surveys.import_answers_desk import AnswersDraft

SAMPLE_ROWS = 12
_LONGEST = 60


class AnswerColumns(QWidget):
    """`target_chosen(place, target)`; `reading_chosen(Reading)` reads the file in another way."""

    target_chosen = Signal(int, str)
    reading_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._form: AnswerForm | None = None
        self._is_complete = False
        self._build()
        self._connect()

    def show_draft(self, draft: AnswersDraft, content: SurveyContent) -> None:
        from app.exchange.survey_columns import aim_of, answer_targets, target_words

        form, mapping = draft.form, draft.mapping
        if form is None or mapping is None:
            return
        words = language()
        if form is not self._form:
            self._form = form
            names = [("", self.tr("Leave it out"))]
            names += [(target, _short(target_words(target, content, words))) for target in answer_targets(content)]
            self.table.set_sample(form.header, [cells for _, cells in form.sample(SAMPLE_ROWS)], [names for _ in form.header])
            self._show_reading(form)
        self.table.set_targets(mapping.targets)
        asked = {aim.question for target in mapping.targets if (aim := aim_of(target)) is not None}
        missing = [f"{content.number_of(one.id)}. {_short(one.text)}" for one in content.asked if one.id not in asked]
        self._is_complete = bool(asked)
        set_shown(self._needed, not asked)
        matched = self.tr("{matched} of {all} questions have a column.").format(matched=len(asked), all=len(content.asked))
        if missing and asked:
            matched += " " + self.tr("Without one: {questions}").format(questions=" / ".join(missing))
        self._matched.setText(matched)
        set_shown(self._no_days, "answered_at" not in mapping.fields)

    def is_complete(self) -> bool:
        """Whether a question has a column."""
        return self._is_complete

    def _build(self) -> None:
        self.encoding, self.sheet = ComboField(), ComboField()
        self._encoding_field = FormField(self.tr("Kind of characters"), self.encoding)
        self._sheet_field = FormField(self.tr("Sheet"), self.sheet)
        reading = FlowLayout(12)
        reading.addWidget(self._encoding_field)
        reading.addWidget(self._sheet_field)
        self._reading_box = boxed(reading)
        self.table = ColumnsTable(self.tr("The first rows of the file"))
        self._needed = WrapLabel(self.tr("Please choose the column of at least one question."), TextStyle.BODY_BOLD, Tone.DANGER)
        self._matched = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self._no_days = WrapLabel(
            self.tr("No column says when was answered: all answers are taken to be of today."), TextStyle.BODY, Tone.WARN
        )
        card = Card(self.tr("What each column is"))
        card.set_note(self.tr("The first rows of the file"))
        card.add(self._needed)
        card.add_list(self.table)
        card.set_footer(column(self._matched, self._no_days, gap=4))
        layout = column(self._reading_box, gap=12)
        layout.addWidget(card, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.table.target_chosen.connect(self.target_chosen)
        self.encoding.changed.connect(self._on_reading)
        self.sheet.changed.connect(self._on_reading)

    def _show_reading(self, form: AnswerForm) -> None:
        from app.exchange.source import ENCODINGS

        facts = form.table.facts
        self.encoding.set_options([(one, ENCODINGS[one]) for one in facts.encodings], facts.encoding)
        self.sheet.set_options([(one, one) for one in facts.sheets], facts.sheet)
        set_shown(self._encoding_field, bool(facts.encodings))
        set_shown(self._sheet_field, len(facts.sheets) > 1)
        set_shown(self._reading_box, bool(facts.encodings) or len(facts.sheets) > 1)

    def _on_reading(self) -> None:
        from app.exchange.source import Reading

        encoding, sheet = self.encoding.current(), self.sheet.current()
        self.reading_chosen.emit(Reading(encoding if isinstance(encoding, str) else "", "", sheet if isinstance(sheet, str) else ""))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
