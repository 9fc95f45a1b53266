"""A field with its label above, a hint under it, and the sentence that says what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone
from app.views.widgets.chip import Chip
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.text_field import mark_error


class FormField(QWidget):
    """The text stays when it is wrong. `checked` after each validation, with True when all is well."""

    checked = Signal(bool)

    def __init__(self, label: str, field: QWidget, *, required: bool = False, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self.required = required
        self._validator: Callable[[], str] | None = None
        self.label = Text(label.replace("&", "&&"), TextStyle.BODY, Tone.TEXT2)
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self.required_chip = Chip(self.tr("Required"), Tone.DANGER)
        set_shown(self.required_chip, required)
        self.hint = WrapLabel(hint, TextStyle.CAPTION, Tone.TEXT3)
        set_shown(self.hint, bool(hint))
        self.error_label = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.DANGER)
        error_line = row(IconLabel("triangle-alert", size=14, tone=Tone.DANGER), gap=5)
        error_line.addWidget(self.error_label, 1)
        self._error_box = boxed(error_line)
        self._error_box.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setLayout(column(row(self.label, self.required_chip, STRETCH, gap=8), field, self.hint, self._error_box, gap=4))
        if hasattr(field, "edited_done"):
            field.edited_done.connect(self.validate)

    @property
    def has_error(self) -> bool:
        return bool(self.error_label.text())

    def error(self) -> str:
        """The sentence now shown, or nothing."""
        return self.error_label.text()

    def set_validator(self, check: Callable[[], str]) -> None:
        """`check` returns the sentence to show, or an empty one; asked whenever the field is left."""
        self._validator = check

    def validate(self) -> bool:
        """Ask the validator now; True when nothing is wrong."""
        sentence = self._validator() if self._validator is not None else ""
        if sentence:
            self.set_error(sentence)
        else:
            self.clear_error()
        self.checked.emit(not sentence)
        return not sentence

    def set_error(self, sentence: str) -> None:
        self.error_label.setText(sentence)
        set_shown(self._error_box, bool(sentence))
        set_shown(self.hint, not sentence and bool(self.hint.text()))
        self.field.setAccessibleDescription(sentence)
        mark_error(self.field, bool(sentence))

    def clear_error(self) -> None:
        self.set_error("")

    def set_hint(self, text: str) -> None:
        self.hint.setText(text)
        set_shown(self.hint, bool(text) and not self.has_error)
