"""What single kinds of questions need besides their words."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.survey_beginnings import usual_labels, with_points
from app.domain.surveys import MOST_OPTIONS, SCALES, Question
from app.views.surveys.words import height_text
from app.views.theme import Tone, theme_of
from app.views.widgets.combo_field import ComboField
from app.views.widgets.labels import Caption, Text
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_field import TextField

_FARTHEST = 10**9


class QuestionPart(QWidget):
    """`changed`: the question as it is now; with the same `joins` it is the same step as before."""

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None

    def set_question(self, question: Question) -> None:
        """Show it as it is now; what is being typed stays."""
        self._question = question
        self._show(question)

    def _show(self, question: Question) -> None:
        """Put its values into the fields."""

    def _text_field(self, placeholder: str) -> TextField:
        field = TextField(placeholder)
        field.setAccessibleName(placeholder)
        return field


class EndsPart(QuestionPart):
    """The words at the two ends of a row of boxes."""

    def __init__(self) -> None:
        super().__init__()
        self.low = self._text_field(self.tr("Words at the low end"))
        self.high = self._text_field(self.tr("Words at the high end"))
        self.low.textEdited.connect(self._on_typed)
        self.high.textEdited.connect(self._on_typed)
        layout = row(gap=6)
        layout.addWidget(self.low, 1)
        layout.addWidget(self.high, 1)
        self.setLayout(layout)

    def _show(self, question: Question) -> None:
        for field, text in ((self.low, question.ends[0]), (self.high, question.ends[1])):
            if field.text() != text:
                field.setText(text)

    def _on_typed(self) -> None:
        if self._question is not None:
            self.changed.emit(replace(self._question, ends=(self.low.text(), self.high.text())), "ends")


class ScaleLook(StrEnum):
    """A word for each point; numbers with words at the ends; faces."""

    LABELS = "labels"
    ENDS = "ends"
    FACES = "faces"


class ScalePart(QuestionPart):
    """How many points, and what stands at them; the best stands first here, as on the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.language = "ja"
        self._labels: list[TextField] = []
        self.points = Segmented([(number, str(number)) for number in SCALES], name=self.tr("Number of points"))
        looks = [
            (ScaleLook.LABELS, self.tr("A word for each")),
            (ScaleLook.ENDS, self.tr("Words at the ends")),
            (ScaleLook.FACES, self.tr("Faces")),
        ]
        self.look = ComboField(looks)
        self.look.setAccessibleName(self.tr("What stands at the points"))
        self.ends = EndsPart()
        self._label_column = column(gap=6)
        self._label_box = boxed(self._label_column)
        first = row(self.points, gap=8)
        first.addWidget(self.look, 1)
        self.setLayout(column(first, self._label_box, self.ends, gap=6))
        self.points.changed.connect(self._on_points)
        self.look.changed.connect(self._on_look)
        self.ends.changed.connect(self.changed)

    def labels(self) -> list[TextField]:
        """From the best to the lowest."""
        return self._labels

    def _show(self, question: Question) -> None:
        look = _look_of(question)
        self.points.set_current(question.points)
        self.look.set_current(look)
        count = question.points if look is ScaleLook.LABELS else 0
        if len(self._labels) != count:
            self._lay_out(count)
        for field, text in zip(reversed(self._labels), _all_labels(question), strict=False):
            if field.text() != text:
                field.setText(text)
        self.ends.set_question(question)
        set_shown(self._label_box, look is ScaleLook.LABELS)
        set_shown(self.ends, look is not ScaleLook.LABELS)

    def _lay_out(self, count: int) -> None:
        clear(self._label_column)
        self._labels = []
        for number in range(count, 0, -1):
            field = self._text_field(self.tr("Word at point {number}").format(number=number))
            field.textEdited.connect(self._on_label)
            self._labels.append(field)
        for place in range(0, count, 2):
            line = row(gap=6)
            for field in self._labels[place : place + 2]:
                line.addWidget(field, 1)
            if place + 1 == count:
                line.addStretch(1)
            self._label_column.addLayout(line)

    def _on_points(self, points: object) -> None:
        question = self._question
        if question is None or not isinstance(points, int):
            return
        one = with_points(question, points, self.language)
        if _look_of(question) is ScaleLook.LABELS:
            one = one if one.labels else replace(one, labels=usual_labels(points, self.language))
        else:
            one = replace(one, labels=(), ends=question.ends)
        self.changed.emit(one, "")

    def _on_look(self, look: object) -> None:
        question = self._question
        if question is None:
            return
        labels = usual_labels(question.points, self.language)
        if look is ScaleLook.LABELS:
            self.changed.emit(replace(question, labels=labels, ends=("", ""), smileys=False), "")
        else:
            ends = question.ends if question.ends != ("", "") else (labels[0], labels[-1])
            self.changed.emit(replace(question, labels=(), ends=ends, smileys=look is ScaleLook.FACES), "")

    def _on_label(self) -> None:
        if self._question is not None:
            labels = tuple(field.text() for field in reversed(self._labels))
            self.changed.emit(replace(self._question, labels=labels), "labels")


def _look_of(question: Question) -> ScaleLook:
    if question.smileys:
        return ScaleLook.FACES
    return ScaleLook.LABELS if question.labels else ScaleLook.ENDS


def _all_labels(question: Question) -> tuple[str, ...]:
    """One for each point; of two words at the ends the others are empty."""
    labels = question.labels
    if len(labels) == question.points:
        return labels
    if len(labels) == 2:
        return (labels[0], *("",) * (question.points - 2), labels[1])
    return (*labels, *("",) * question.points)[: question.points]


class LimitsPart(QuestionPart):
    """The least and the most a number may be, and what stands behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.low, self.high = NumberField(-_FARTHEST, _FARTHEST), NumberField(-_FARTHEST, _FARTHEST)
        self.unit = self._text_field(self.tr("Unit"))
        names = (self.tr("At least"), self.tr("At most"))
        for field, name in zip((self.low, self.high), names, strict=True):
            field.setAccessibleName(name)
            field.value_changed.connect(self._on_changed)
        self.unit.textEdited.connect(self._on_changed)
        parts = []
        for name, part in zip((*names, self.tr("Unit")), (self.low, self.high, self.unit), strict=True):
            parts.append(boxed(column(Caption(name, Tone.TEXT2), part, gap=2)))
        layout = row(gap=6)
        for box in parts:
            layout.addWidget(box, 1)
        self.setLayout(layout)

    def _show(self, question: Question) -> None:
        for field, limit in ((self.low, question.low), (self.high, question.high)):
            if not field.hasFocus() or field.value() != limit:
                field.set_value(None if limit is None else int(limit))
        if self.unit.text() != question.unit:
            self.unit.setText(question.unit)

    def _on_changed(self) -> None:
        if self._question is not None and self.low.is_valid() and self.high.is_valid():
            low, high = (None if (value := field.value()) is None else float(value) for field in (self.low, self.high))
            self.changed.emit(replace(self._question, low=low, high=high, unit=self.unit.text()), "limits")


class LinesPart(QuestionPart):
    """How much room there is to write."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = NumberField(1, MOST_OPTIONS)
        self.lines.setFixedWidth(theme_of(self).px(72))
        self.height_words = Text("", tone=Tone.TEXT2)
        label = Text(self.tr("Lines to write on"), tone=Tone.TEXT2)
        label.setBuddy(self.lines)
        self.lines.setAccessibleName(label.text())
        self.setLayout(row(label, self.lines, self.height_words, STRETCH, gap=8))
        self.lines.value_changed.connect(self._on_changed)

    def _show(self, question: Question) -> None:
        if not self.lines.hasFocus() or self.lines.value() != question.lines:
            self.lines.set_value(question.lines)
        self.height_words.setText(height_text(question.lines))
        self.height_words.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def _on_changed(self) -> None:
        lines = self.lines.value()
        if self._question is not None and isinstance(lines, int):
            self.changed.emit(replace(self._question, lines=lines), "lines")
