"""The questions of a sheet under each other, answered with one key each; the next one is always in sight."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.survey_entry import BACK_KEY, SheetDraft
from app.domain.surveys import BOXED, OTHER, Answer, Question, QuestionKind, SurveyContent
from app.views.surveys.entry_question import QuestionBlock
from app.views.theme import TextStyle, Tone
from app.views.widgets.announce import announce
from app.views.widgets.labels import Text
from app.views.widgets.layouts import ScrollColumn, clear, column
from app.views.widgets.text_field import TextArea

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SheetForm(QWidget):
    """`finished` when the last question is passed; `changed` after every answer."""

    finished = Signal()
    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._blocks: list[QuestionBlock] = []
        self.draft = SheetDraft(SurveyContent("", "ja"))
        # The question in turn has a frame of its own.
        self.setProperty("noFocusRing", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll = ScrollColumn(gap=10)
        self.setLayout(column(self._scroll, gap=0))

    def show_sheet(self, content: SurveyContent, answers: Iterable[Answer] = ()) -> None:
        """Begin at the first question; the blocks stay when the next sheet asks the same."""
        is_other = content.questions != self.draft.content.questions
        self.draft = SheetDraft(content, answers)
        if is_other or not self._blocks:
            self._make_blocks(content)
        for block in self._blocks:
            block.show_answer(self.draft.answer(block.question.id))
        self._stand(focus=False)
        self._scroll.verticalScrollBar().setValue(0)

    def blocks(self) -> list[QuestionBlock]:
        return list(self._blocks)

    def block(self, question: str) -> QuestionBlock:
        return next(one for one in self._blocks if one.question.id == question)

    def begin(self) -> None:
        """Put the keyboard on the question in turn."""
        self._stand(focus=True)

    def unreadable(self) -> int:
        """The number of the first question whose field cannot be read; 0: there is none."""
        return next((number for number, one in enumerate(self._blocks, 1) if not one.is_readable()), 0)

    def go_to(self, question: str) -> None:
        number = self.draft.content.number_of(question)
        if number:
            self.draft.go_to(number - 1)
            self._stand(focus=True)

    def step_back(self) -> bool:
        """Take the last answer back; False when there is none."""
        before = self.draft.content.asked
        if not self.draft.back():
            return False
        place = min(self.draft.place, len(before) - 1)
        self._show(before[place].id)
        self._stand(focus=True)
        self.changed.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        sign = event.text().upper()
        if event.modifiers() & _NO_KEYS:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER or (key == Qt.Key.Key_Space and self.hasFocus()):
            # A line that is typed in hands its Enter on.
            self._move(1)
        elif sign == BACK_KEY or key == Qt.Key.Key_Backspace:
            self.step_back()
        elif not sign or not self._press(sign):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the next question, and out of the form after the last one."""
        place = self.draft.place + (1 if forward else -1)
        if not 0 <= place <= len(self._blocks) or (forward and self.draft.current is None):
            return super().focusNextPrevChild(forward)
        self._move(1 if forward else -1)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for block in self._blocks:
                if block.field is watched:
                    self._on_entered(block.question)
        return False

    def _make_blocks(self, content: SurveyContent) -> None:
        clear(self._scroll.body)
        self._blocks = []
        number = 0
        for question in content.questions:
            if question.kind is QuestionKind.HEADING:
                self._scroll.body.addWidget(Text(question.text, TextStyle.CAPTION_BOLD, Tone.TEXT2))
                continue
            number += 1
            block = QuestionBlock(question, number, self._today)
            block.ticked.connect(self._on_ticked(block))
            block.typed.connect(self._on_typed)
            block.entered.connect(self._on_clicked)
            if block.field is not None:
                block.field.installEventFilter(self)
            self._blocks.append(block)
            self._scroll.body.addWidget(block)
        self._scroll.body.addStretch(1)

    def _on_ticked(self, block: QuestionBlock) -> object:
        def tick(choice: str) -> None:
            self.draft.choose(block.question, choice)
            if not block.question.is_single or choice == OTHER:
                self.draft.go_to(self.draft.content.asked.index(block.question))
            self._after(block.question, writes=choice == OTHER and block.question.has_other)

        return tick

    def _on_typed(self) -> None:
        block = self.sender()
        if isinstance(block, QuestionBlock):
            typed = block.typed_answer()
            self.draft.write(block.question, words=typed.words, number=typed.number, day=typed.day)
            self.changed.emit()

    def _on_clicked(self) -> None:
        block = self.sender()
        if isinstance(block, QuestionBlock):
            self.go_to(block.question.id)

    def _on_entered(self, question: Question) -> None:
        place = self.draft.content.asked.index(question)
        if place != self.draft.place:
            self.draft.go_to(place)
            self._stand(focus=False)

    def _press(self, sign: str) -> bool:
        question = self.draft.current
        if question is None or question.kind not in BOXED:
            return False
        had_other = OTHER in self.draft.answer(question.id).chosen
        if not self.draft.press(sign):
            return False
        has_other = question.has_other and OTHER in self.draft.answer(question.id).chosen and not had_other
        self._after(question, writes=has_other)
        return True

    def _after(self, question: Question, *, writes: bool) -> None:
        """An answer was given: show it, and stand where it goes on."""
        self._show(question.id)
        self.changed.emit()
        field = self.block(question.id).field
        if writes and field is not None:
            self._stand(focus=False)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._stand(focus=True)

    def _move(self, step: int) -> None:
        self.draft.go_to(self.draft.place + step)
        self._stand(focus=True)

    def _show(self, question: str) -> None:
        self.block(question).show_answer(self.draft.answer(question))

    def _stand(self, *, focus: bool) -> None:
        """Bring the question in turn to the eye, and to the keyboard with `focus`."""
        question = self.draft.current
        for block in self._blocks:
            block.set_current(question is not None and block.question.id == question.id)
        if question is None:
            if focus:
                self.finished.emit()
            return
        block = self.block(question.id)
        self._scroll.body.activate()
        self._scroll.ensureWidgetVisible(block, 0, 24)
        if not focus:
            return
        if block.is_typed and block.field is not None:
            block.field.setFocus(Qt.FocusReason.OtherFocusReason)
            if not isinstance(block.field, TextArea):
                block.field.selectAll()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, question.text)
