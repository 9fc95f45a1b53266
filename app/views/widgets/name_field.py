"""Names and their reading. The reading is caught from the input method while the name is being converted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent

from app.domain.text import is_kana, to_hiragana
from app.views.widgets.text_field import TextField


class NameField(TextField):
    """`reading_found` carries the hiragana of what was just converted: よ, よし, よしだ, 吉田 gives よしだ."""

    reading_found = Signal(str)

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._kana = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composing, committed = event.preeditString(), event.commitString()
        if composing and is_kana(composing):
            self._kana = to_hiragana(composing)
        if committed:
            reading = self._kana or (to_hiragana(committed) if is_kana(committed) else "")
            self._kana = ""
            if reading:
                self.reading_found.emit(reading)
        super().inputMethodEvent(event)


class KanaField(TextField):
    """A reading in hiragana: katakana and half-width kana are turned on leaving. Follows a name until typed in by hand."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._by_hand = False
        self._parts: dict[NameField, str] = {}
        self.textEdited.connect(self._on_edited)

    def follow(self, *names: NameField) -> None:
        """Fill in from these name fields, in this order, with one space between."""
        for name in names:
            self._parts[name] = ""
            name.reading_found.connect(self._on_reading_found)
            name.textChanged.connect(self._on_name_changed)

    def value(self) -> str:
        return to_hiragana(self.text()).strip()

    def set_value(self, text: str) -> None:
        self._by_hand = bool(text)
        self.setText(text)

    def is_valid(self) -> bool:
        return not self.text().strip() or is_kana(self.value())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.text() != self.value():
            self.setText(self.value())
        super().focusOutEvent(event)

    def _on_reading_found(self, reading: str) -> None:
        name = self.sender()
        if not self._by_hand and isinstance(name, NameField):
            self._parts[name] += reading
            self._show_parts()

    def _on_name_changed(self, text: str) -> None:
        name = self.sender()
        if not text and not self._by_hand and isinstance(name, NameField):
            self._parts[name] = ""
            self._show_parts()

    def _show_parts(self) -> None:
        self.setText(" ".join(part for part in self._parts.values() if part))

    def _on_edited(self, text: str) -> None:
        self._by_hand = bool(text)
        if not text:
            self._parts = dict.fromkeys(self._parts, "")
