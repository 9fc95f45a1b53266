"""The answers to choose from: typed one after the other, in the order of the sheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.survey_edits import with_option, with_option_added, with_option_moved, with_option_removed
from app.domain.surveys import MOST_OPTIONS, Question
from app.views.theme import theme_of
from app.views.widgets.buttons import IconButton, QuietButton
from app.views.widgets.check_box import CheckBox
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row
from app.views.widgets.text_field import TextField

_COLUMNS = 2
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OptionField(TextField):
    """One answer. Enter goes on to the next one, Alt+↑↓ moves it, Backspace takes away an empty one."""

    came = Signal(int)
    next_requested = Signal(int)
    move_requested = Signal(int, int)
    remove_requested = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self.setAccessibleName(self.tr("Answer {number}").format(number=place + 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(self.place, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.next_requested.emit(self.place)
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.remove_requested.emit(self.place)
        else:
            super().keyPressEvent(event)


class OptionsPart(QWidget):
    """`changed`: the question as it is now; `joins` of the same field are one step."""

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._fields: list[OptionField] = []
        self._at = 0
        self._build()
        self._connect()

    def set_question(self, question: Question) -> None:
        self._question = question
        if len(self._fields) != len(question.options):
            self._lay_out(len(question.options))
        for field, text in zip(self._fields, question.options, strict=True):
            if field.text() != text:
                field.setText(text)
        self.other.setChecked(question.has_other)
        self._show_tools()

    def fields(self) -> list[OptionField]:
        return self._fields

    def _build(self) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
        self.add = QuietButton(self.tr("Add an answer"), "plus", small=True)
        self.other = CheckBox(self.tr("With “other”"))
        self.back = IconButton("arrow-up", self.tr("This answer one place up  Alt+↑"), size=30)
        self.forward = IconButton("arrow-down", self.tr("This answer one place down  Alt+↓"), size=30)
        self.remove = IconButton("trash-2", self.tr("Take this answer away"), size=30)
        tools = row(self.back, self.forward, self.remove, gap=0)
        first = row(self.add, STRETCH, boxed(tools), gap=4)
        self.setLayout(column(self._grid, first, self.other, gap=6))

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.other.clicked.connect(self._on_other)
        self.back.clicked.connect(lambda: self._move(self._at, -1))
        self.forward.clicked.connect(lambda: self._move(self._at, 1))
        self.remove.clicked.connect(lambda: self._remove(self._at))

    def _lay_out(self, count: int) -> None:
        clear(self._grid)
        px = theme_of(self).px
        self._grid.setHorizontalSpacing(px(6))
        self._grid.setVerticalSpacing(px(6))
        self._fields = []
        for place in range(count):
            field = OptionField(place)
            field.textEdited.connect(lambda text, at=place: self._on_typed(at, text))
            field.came.connect(self._on_came)
            field.next_requested.connect(self._on_next)
            field.move_requested.connect(self._move)
            field.remove_requested.connect(self._remove)
            self._fields.append(field)
            self._grid.addWidget(field, place // _COLUMNS, place % _COLUMNS)
            field.show()

    def _show_tools(self) -> None:
        count = len(self._fields)
        self._at = max(0, min(self._at, count - 1))
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at < count - 1)
        self.remove.setEnabled(count > 0)
        self.add.setEnabled(count < MOST_OPTIONS)

    def _stand_on(self, place: int) -> None:
        if self._fields:
            self._at = max(0, min(place, len(self._fields) - 1))
            self._fields[self._at].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_tools()

    def _on_typed(self, place: int, text: str) -> None:
        if self._question is not None:
            self.changed.emit(with_option(self._question, place, text), f"option {place}")

    def _on_came(self, place: int) -> None:
        self._at = place
        self._show_tools()

    def _on_next(self, place: int) -> None:
        if place + 1 < len(self._fields):
            self._stand_on(place + 1)
        elif self._fields[place].text().strip():
            self._on_add()

    def _on_add(self) -> None:
        if self._question is not None and len(self._fields) < MOST_OPTIONS:
            self.changed.emit(with_option_added(self._question), "")
            self._stand_on(len(self._fields) - 1)

    def _on_other(self) -> None:
        if self._question is not None:
            self.changed.emit(replace(self._question, has_other=self.other.isChecked()), "")

    def _move(self, place: int, step: int) -> None:
        if self._question is not None and 0 <= place + step < len(self._fields):
            self.changed.emit(with_option_moved(self._question, place, step), "")
            self._stand_on(place + step)

    def _remove(self, place: int) -> None:
        if self._question is not None and 0 <= place < len(self._fields):
            self.changed.emit(with_option_removed(self._question, place), "")
            self._stand_on(place)
