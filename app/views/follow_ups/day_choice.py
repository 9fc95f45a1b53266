"""A day to come, chosen from those that are meant most often or typed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject

from app.domain.periods import add_months
from app.views.moments import short_day
from app.views.widgets.date_field import DateField
from app.views.widgets.filter_chips import FilterChips, FilterOption


class DayChoice(QObject):
    """`chips` and `field` say the same day; place them where they belong."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._usual: date | None = None
        self._offered: set[date] = set()
        self.chips = FilterChips([], None, self.tr("Days meant often"))
        self.field = DateField(today=today, optional=False)
        self._fill()
        self.set_value(today + timedelta(days=1))
        self.chips.changed.connect(self._on_chip)
        self.field.value_changed.connect(self._show_chip)

    def value(self) -> date | None:
        return self.field.value()

    def set_value(self, value: date) -> None:
        self.field.set_value(value)
        self._show_chip()

    def set_usual(self, usual: date | None) -> None:
        """When the customer comes by their usual gap; a day gone by is not offered."""
        self._usual = usual if usual is not None and usual > self._today else None
        self._fill()
        self._show_chip()

    def _fill(self) -> None:
        today = self._today
        days: dict[date, str] = {
            today: self.tr("Today"),
            today + timedelta(days=1): self.tr("Tomorrow"),
            today + timedelta(days=7): self.tr("In a week"),
            add_months(today, 1): self.tr("In a month"),
        }
        options: list[FilterOption] = [(day, text) for day, text in days.items()]
        if self._usual is not None and self._usual not in days:
            options.append((self._usual, self.tr("Usual gap {day}").format(day=short_day(self._usual, today))))
        options.append((None, self.tr("Another day")))
        self._offered = {day for day, *_text in options if isinstance(day, date)}
        self.chips.set_options(options)

    def _show_chip(self) -> None:
        value = self.field.value()
        self.chips.set_current(value if value in self._offered else None)

    def _on_chip(self, day: object) -> None:
        if isinstance(day, date):
            self.field.set_value(day)
        else:
            self.field.setFocus()
            self.field.selectAll()
