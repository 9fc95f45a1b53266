"""Telephone numbers and postal codes: full-width digits and any hyphen are read, the usual hyphens are put back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent

from app.domain.addresses import PostalCodeReading, read_postal_code
from app.domain.phones import PhoneReading, read_phone
from app.views.widgets.text_field import TextField


class PhoneField(TextField):
    value_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self.value_changed)

    def reading(self) -> PhoneReading:
        return read_phone(self.text())

    def value(self) -> str:
        """With the usual hyphens when understood, else as typed."""
        return self.reading().text

    def set_value(self, text: str) -> None:
        self.setText(read_phone(text).text)

    def is_valid(self) -> bool:
        return self.reading().problem is None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.is_valid():
            self.setText(self.value())
        super().focusOutEvent(event)


class PostcodeField(TextField):
    """`completed` carries seven digits as soon as they are there, so that the address can be filled in."""

    completed = Signal(str)
    value_changed = Signal()
    width_hint = 110

    def __init__(self) -> None:
        super().__init__()
        self._announced = ""
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self._on_edited)

    def reading(self) -> PostalCodeReading:
        return read_postal_code(self.text())

    def value(self) -> str:
        return self.reading().text

    def set_value(self, text: str) -> None:
        """Show a stored code; the address is not filled in again."""
        reading = read_postal_code(text)
        self._announced = reading.digits
        self.setText(reading.text)

    def is_valid(self) -> bool:
        return self.reading().problem is None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.is_valid():
            self.setText(self.value())
        super().focusOutEvent(event)

    def _on_edited(self) -> None:
        reading = self.reading()
        if reading.problem is None and reading.digits and reading.digits != self._announced:
            self._announced = reading.digits
            self.completed.emit(reading.digits)
        self.value_changed.emit()
