"""The fields of an open question below its words: how it is asked, whether it must be answered, and what its kind needs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.survey_beginnings import as_kind
from app.domain.surveys import Question, QuestionKind
from app.views.surveys.options_part import OptionsPart
from app.views.surveys.question_parts import EndsPart, LimitsPart, LinesPart, QuestionPart, ScalePart
from app.views.surveys.words import KINDS, kind_word
from app.views.widgets.check_box import CheckBox
from app.views.widgets.combo_field import ComboField
from app.views.widgets.layouts import column, row, set_shown


class QuestionEditor(QWidget):
    """`changed`: the question as it is now; with the same `joins` it is the same step as before."""

    changed = Signal(object, str)

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        self._question = question
        self._language = language
        self._part: QuestionPart | OptionsPart | None = None
        self._of: QuestionKind | None = None
        self._build()
        self._connect()
        self.set_question(question, language)

    @property
    def part(self) -> QuestionPart | OptionsPart | None:
        """What the kind alone needs."""
        return self._part

    def set_question(self, question: Question, language: str) -> None:
        """Show it as it is now; what is being typed stays."""
        self._question, self._language = question, language
        self.kind.set_current(question.kind)
        self.required.setChecked(question.required)
        set_shown(self.required, question.kind is not QuestionKind.HEADING)
        wanted = _alike(question.kind)
        if wanted is not self._of:
            self._of = wanted
            self._show_part(_part_for(question.kind))
        if isinstance(self._part, ScalePart):
            self._part.language = language
        if self._part is not None:
            self._part.set_question(question)

    def _build(self) -> None:
        self.kind = ComboField([(kind, kind_word(kind)) for kind in KINDS])
        self.kind.setAccessibleName(self.tr("How it is asked"))
        self.required = CheckBox(self.tr("Must be answered"))
        first = row(gap=10)
        first.addWidget(self.kind, 1)
        first.addWidget(self.required)
        self._place = column(gap=0)
        self.setLayout(column(first, self._place, gap=6, margins=(24, 0, 0, 4)))

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.required.clicked.connect(self._on_required)

    def _show_part(self, part: QuestionPart | OptionsPart | None) -> None:
        if self._part is not None:
            self._place.removeWidget(self._part)
            self._part.hide()
            self._part.deleteLater()
        self._part = part
        if part is not None:
            part.changed.connect(self.changed)
            self._place.addWidget(part)
            part.show()

    def _on_kind(self, kind: object) -> None:
        if isinstance(kind, QuestionKind):
            self.changed.emit(as_kind(self._question, kind, self._language), "")

    def _on_required(self) -> None:
        self.changed.emit(replace(self._question, required=self.required.isChecked()), "")


def _alike(kind: QuestionKind) -> QuestionKind:
    """Kinds with the same fields are as one."""
    return QuestionKind.SINGLE if kind is QuestionKind.MULTI else kind


def _part_for(kind: QuestionKind) -> QuestionPart | OptionsPart | None:
    match kind:
        case QuestionKind.NPS:
            return EndsPart()
        case QuestionKind.SCALE:
            return ScalePart()
        case QuestionKind.SINGLE | QuestionKind.MULTI:
            return OptionsPart()
        case QuestionKind.NUMBER:
            return LimitsPart()
        case QuestionKind.TEXT:
            return LinesPart()
        case _:
            return None
