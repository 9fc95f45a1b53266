"""One question of a sheet that is typed in: what is asked, and what can be ticked or typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.numbers import parse_decimal
from app.domain.survey_entry import ends_of, keyed_choices
from app.domain.surveys import BOXED, OTHER, Answer, Question, QuestionKind
from app.views.purchases.flow_box import FlowBox
from app.views.surveys.entry_choice import ChoiceButton
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.date_field import DateField
from app.views.widgets.labels import Caption, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.text_field import TextArea, TextField, mark_error

_MOST_LINES = 4
Field = TextField | TextArea


class QuestionBlock(QWidget):
    """`ticked` carries the choice; `typed` that its field says something else; `entered` that somebody wants to answer this one now."""

    ticked = Signal(str)
    typed = Signal()
    entered = Signal()

    def __init__(self, question: Question, number: int, today: date) -> None:
        super().__init__()
        self.question = question
        self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self._choices = [ChoiceButton(one, one.text or self.tr("Other")) for one in keyed_choices(question)]
        self.field = self._made_field(today)
        self._build(number)
        self._connect()

    def choice(self, choice: str) -> ChoiceButton:
        """The button of one of Question.choices."""
        return next(one for one in self._choices if one.keyed.choice == choice)

    @property
    def is_typed(self) -> bool:
        """Whether it is answered in a field alone."""
        return self.question.kind not in BOXED

    def show_answer(self, answer: Answer) -> None:
        for one in self._choices:
            one.setChecked(one.keyed.choice in answer.chosen)
        self._fill(answer)
        if self.question.has_other and self.field is not None:
            set_shown(self.field, OTHER in answer.chosen or bool(answer.words))

    def typed_answer(self) -> Answer:
        """What stands in the field: words, a number or a day."""
        return self._answer_typed()

    def is_readable(self) -> bool:
        """Whether what stands in the field is an answer; an empty one is."""
        if self.field is None or not self.field.text().strip():
            return True
        answer = self._answer_typed()
        if self.question.kind is QuestionKind.NUMBER:
            low, high, value = self.question.low, self.question.high, answer.number
            return value is not None and (low is None or value >= low) and (high is None or value <= high)
        return self.question.kind is not QuestionKind.DATE or answer.day is not None

    def set_current(self, is_current: bool) -> None:
        if is_current is not self._is_current:
            self._is_current = is_current
            self.number.set_tone(Tone.PRIMARY if is_current else Tone.TEXT2)
            self.update()

    def is_current(self) -> bool:
        return self._is_current

    def mark(self) -> None:
        """Show whether what was typed can be read."""
        if self.field is not None:
            mark_error(self.field, not self.is_readable())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self._is_current else 1
        painter.setPen(QPen(QColor(theme.tokens.primary if self._is_current else theme.tokens.line), wide))
        painter.setBrush(QColor(theme.tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), theme.px(10), theme.px(10))
        painter.end()

    def _build(self, number: int) -> None:
        self.number = Text(str(number), TextStyle.BODY_BOLD, Tone.TEXT2)
        self.text = WrapLabel(self.question.text, TextStyle.BODY_BOLD, Tone.TEXT)
        self.hint = Caption(self._hint())
        head = row(self.number, gap=8)
        head.addWidget(self.text, 1)
        head.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        body = column(head, gap=8, margins=(14, 10, 14, 12))
        if self._choices:
            body.addWidget(FlowBox(*self._choices, gap=6))
        ends = ends_of(self.question)
        if any(end.strip() for end in ends):
            first, last = self._choices[0].keyed.text, self._choices[-1].keyed.text
            words = self.tr("{first}: {low} … {last}: {high}").format(first=first, low=ends[0], last=last, high=ends[1])
            body.addWidget(WrapLabel(words, TextStyle.CAPTION, Tone.TEXT2))
        if self.field is not None:
            if self.question.kind is QuestionKind.NUMBER:
                body.addWidget(boxed(row(self.field, Text(self.question.unit), STRETCH, gap=8)))
            elif self.question.kind is QuestionKind.DATE:
                body.addWidget(boxed(row(self.field, STRETCH)))
            else:
                body.addWidget(self.field)
        self.setLayout(body)

    def _made_field(self, today: date) -> Field | None:
        kind = self.question.kind
        if kind is QuestionKind.TEXT:
            field: Field = TextArea(lines=min(self.question.lines, _MOST_LINES))
        elif kind is QuestionKind.DATE:
            field = DateField(today=today)
        elif kind is QuestionKind.NUMBER:
            field = TextField()
            field.setMaximumWidth(theme_of(self).px(140))
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        elif kind is QuestionKind.LINE or self.question.has_other:
            field = TextField(self.tr("In the customer's words") if self.question.has_other else "")
        else:
            return None
        # Tab goes from question to question, not from field to field.
        field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        field.setAccessibleName(self.question.text)
        return field

    def _connect(self) -> None:
        for one in self._choices:
            one.chosen.connect(self.ticked)
        if self.field is None:
            return
        self.field.edited_done.connect(self.mark)
        if isinstance(self.field, TextArea):
            self.field.textChanged.connect(self.typed)
        else:
            self.field.textEdited.connect(lambda _text: self.typed.emit())
            if isinstance(self.field, DateField):
                self.field.value_changed.connect(self.typed)

    def _hint(self) -> str:
        kind = self.question.kind
        if kind is QuestionKind.MULTI:
            return self.tr("any number")
        if kind is QuestionKind.NUMBER and (self.question.low is not None or self.question.high is not None):
            low, high = ("" if one is None else f"{one:g}" for one in (self.question.low, self.question.high))
            return self.tr("{low} to {high}").format(low=low, high=high)
        return self.tr("required on the sheet") if self.question.required else ""

    def _answer_typed(self) -> Answer:
        if self.field is None:
            return Answer(self.question.id)
        text = self.field.text().strip()
        if isinstance(self.field, DateField):
            return Answer(self.question.id, day=self.field.value())
        if self.question.kind is QuestionKind.NUMBER:
            number = parse_decimal(text)
            return Answer(self.question.id, number=None if number is None else float(number))
        return Answer(self.question.id, words=text)

    def _fill(self, answer: Answer) -> None:
        field = self.field
        if isinstance(field, DateField):
            field.set_value(answer.day)
        elif isinstance(field, TextArea):
            with QSignalBlocker(field):
                field.set_text(answer.words)
        elif field is not None:
            is_number = self.question.kind is QuestionKind.NUMBER
            field.setText(("" if answer.number is None else f"{answer.number:g}") if is_number else answer.words)
        self.mark()
