"""Beside a voice: what to do first, and answers to questions like it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.inquiry_rows import InquiryDetail, SimilarAnswer
from app.views.inquiries.step_box import StepBox
from app.views.inquiries.words import kind_word, usual_steps
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import Hairline, boxed, clear, column, set_shown


class ResponseCardCard(Card):
    """`ticked(place, is_done)`, `change_requested`, `print_requested`."""

    ticked = Signal(int, bool)
    change_requested = Signal()
    print_requested = Signal()

    def __init__(self) -> None:
        super().__init__("", action="…", gap=6)
        self.set_title(self.tr("First response"))
        self._shown: tuple[int, tuple[str, ...]] | None = None
        self.boxes: list[StepBox] = []
        if self.action is not None:
            self.action.setText(self.tr("Change"))
            self.action.set_icon("pencil")
            self.action.clicked.connect(self.change_requested)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self._steps = column(gap=4)
        self.print_card = LinkButton(self.tr("Print the card"), "printer", small=True)
        self.add(self.note)
        self.add(self._steps)
        self.body.addWidget(self.print_card, 0, Qt.AlignmentFlag.AlignLeft)
        self.print_card.clicked.connect(self.print_requested)

    def show_detail(self, detail: InquiryDetail) -> None:
        steps = detail.steps or usual_steps(detail.row.kind)
        kind = kind_word(detail.row.kind)
        self.note.setText(self.tr("{kind} · also while whoever is in charge is out").format(kind=kind))
        if self._shown != (detail.row.id, steps):
            self._shown = (detail.row.id, steps)
            clear(self._steps)
            self.boxes = [StepBox(step) for step in steps]
            for place, box in enumerate(self.boxes):
                box.toggled.connect(partial(self.ticked.emit, place))
                self._steps.addWidget(box)
        for place, box in enumerate(self.boxes):
            box.set_done(place in detail.done_steps)


class SimilarCard(Card):
    """`put_in(SimilarAnswer)`: into the reply; `book_requested`: all answers that are kept."""

    put_in = Signal(object)
    book_requested = Signal()

    def __init__(self) -> None:
        super().__init__("", action="…", gap=8)
        self.set_title(self.tr("Answers to similar questions"))
        self._shown: tuple[SimilarAnswer, ...] | None = None
        self.buttons: list[NormalButton] = []
        if self.action is not None:
            self.action.setText(self.tr("All"))
            self.action.clicked.connect(self.book_requested)
        self._lines = column(gap=8)
        self.none = WrapLabel(self.tr("None yet. When a voice is closed, its answer can be kept here."), TextStyle.CAPTION, Tone.TEXT2)
        self.add(self.none)
        self.add(self._lines)

    def show_answers(self, answers: Sequence[SimilarAnswer], *, can_write: bool) -> None:
        found = tuple(answers)
        if found != self._shown:
            self._shown = found
            clear(self._lines)
            self.buttons = []
            for place, answer in enumerate(found):
                if place:
                    self._lines.addWidget(Hairline())
                self._lines.addWidget(self._line(answer))
            set_shown(self.none, not found)
        for button in self.buttons:
            button.setEnabled(can_write)

    def _line(self, answer: SimilarAnswer) -> QWidget:
        button = NormalButton(self.tr("Put into the reply"), small=True)
        button.clicked.connect(partial(self._on_put_in, answer))
        self.buttons.append(button)
        question = WrapLabel(answer.question, TextStyle.BODY_BOLD, Tone.TEXT)
        words = column(question, WrapLabel(answer.answer, TextStyle.CAPTION, Tone.TEXT2), gap=3)
        words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return boxed(words)

    def _on_put_in(self, answer: SimilarAnswer, _checked: bool = False) -> None:
        self.put_in.emit(answer)
