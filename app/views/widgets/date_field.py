"""A day typed as people write it: 2026/11/20, S33.6.2, 昭和33/6/2, 6/2."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from app.domain.customers import PartialDate
from app.domain.dates import DateError, DateStyle, format_birthday, format_date, parse_date, parse_partial_date
from app.views.widgets.text_field import TextField


def language_now() -> str:
    """The language of the program: "ja" or "en"."""
    return "ja" if QLocale().language() == QLocale.Language.Japanese else "en"


class DateField(TextField):
    """One day. ↑↓ move it by a day, PgUp/PgDn by a week. `value()` is None while empty or unreadable."""

    value_changed = Signal()
    width_hint = 150

    def __init__(self, *, today: date, optional: bool = True, past_only: bool = False) -> None:
        super().__init__()
        self._today = today
        self._optional = optional
        self._past_only = past_only
        self.textEdited.connect(self.value_changed)

    def reading(self) -> date | DateError | None:
        """The day, what is wrong with the text, or None for an empty field."""
        text = self.text().strip()
        if not text:
            return None
        found = parse_date(text, today=self._today if self._past_only else None)
        if isinstance(found, DateError):
            return self._day_of_this_year(text) or found
        return found

    def value(self) -> date | None:
        found = self.reading()
        return found if isinstance(found, date) else None

    def set_value(self, value: date | None) -> None:
        self.setText("" if value is None else format_date(value, language_now(), DateStyle.TABLE))

    def is_valid(self) -> bool:
        found = self.reading()
        return self._optional if found is None else isinstance(found, date)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
        days = steps.get(Qt.Key(event.key()))
        if days is None:
            super().keyPressEvent(event)
            return
        self.set_value((self.value() or self._today) + timedelta(days=days))
        self.value_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (value := self.value()) is not None:
            self.set_value(value)
        super().focusOutEvent(event)

    def _day_of_this_year(self, text: str) -> date | None:
        partial = parse_partial_date(text)
        if isinstance(partial, PartialDate) and partial.year is None:
            try:
                return date(self._today.year, partial.month, partial.day)
            except ValueError:
                return None
        return None


class BirthdayField(TextField):
    """A birthday, with or without its year; shown with the era and the age when left."""

    value_changed = Signal()
    width_hint = 200

    def __init__(self, *, today: date) -> None:
        super().__init__()
        self._today = today
        self._value: PartialDate | None = None
        self.textEdited.connect(self._on_edited)

    def reading(self) -> PartialDate | DateError | None:
        if self._value is not None:
            return self._value
        text = self.text().strip()
        return parse_partial_date(text, today=self._today) if text else None

    def value(self) -> PartialDate | None:
        found = self.reading()
        return found if isinstance(found, PartialDate) else None

    def set_value(self, value: PartialDate | None) -> None:
        self._value = value
        self.setText(format_birthday(value, language_now(), today=self._today) if value is not None else "")

    def is_valid(self) -> bool:
        return not isinstance(self.reading(), DateError)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (value := self.value()) is not None:
            self.set_value(value)
        super().focusOutEvent(event)

    def _on_edited(self) -> None:
        self._value = None
        self.value_changed.emit()
