"""By when a promise is kept: a day and a time, chosen from those that are meant most often or typed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import Clock
from app.domain.dates import format_time
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.filter_chips import FilterChips, FilterOption
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import column, row, set_shown

CLOSING_TIME = time(18, 0)
_FIRST, _LAST = time(8, 0), time(21, 30)
_LEAST = timedelta(minutes=30)
NONE, OTHER = "none", "other"


class DueChoice(QWidget):
    """`changed` by the user."""

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        today = clock.today()
        self._days: dict[object, date] = {0: today, 1: today + timedelta(days=1), 3: today + timedelta(days=3)}
        words: list[FilterOption] = [(0, self.tr("Today")), (1, self.tr("Tomorrow")), (3, self.tr("In 3 days"))]
        words += [(NONE, self.tr("No deadline")), (OTHER, self.tr("Another"))]
        self.chips = FilterChips(words, 1, self.tr("Deadlines meant often"))
        self.day = DateField(today=today, optional=True)
        self.time = ComboField([], None)
        self.day_field = FormField(self.tr("Day"), self.day)
        self.time_field = FormField(self.tr("Time"), self.time)
        self.fields = row(self.day_field, self.time_field, gap=10)
        self.setLayout(column(self.chips, self.fields, gap=8))
        self._choose_day(1)
        self.chips.changed.connect(self._on_chip)
        self.day.value_changed.connect(self._on_typed)
        self.time.changed.connect(lambda _key: self.changed.emit())

    def value(self) -> datetime | None:
        day, at = self.day.value(), self.time.current()
        if self.chips.current() == NONE or day is None or not isinstance(at, time):
            return None
        return datetime.combine(day, at, self._clock.zone())

    def is_valid(self) -> bool:
        """A day in words nobody can read is none."""
        return self.chips.current() == NONE or (self.day.is_valid() and self.day.value() is not None)

    def set_value(self, due: datetime | None) -> None:
        if due is None:
            self.chips.set_current(NONE)
            self._show_fields(shown=False)
            return
        local = due.astimezone(self._clock.zone())
        self._fill_times(local.time().replace(second=0, microsecond=0))
        self.day.set_value(local.date())
        self._mark(local.date())
        self._show_fields(shown=True)

    def _choose_day(self, key: object) -> None:
        day = self._days[key]
        self._fill_times(self._latest_time(day))
        self.day.set_value(day)
        self.chips.set_current(key if isinstance(key, int) else OTHER)
        self._show_fields(shown=True)

    def _latest_time(self, day: date) -> time:
        """When the shop closes; on a day on which that is past, or nearly, the next half hour with time to spare."""
        local = self._clock.now().astimezone(self._clock.zone())
        if day != local.date() or local + _LEAST < datetime.combine(day, CLOSING_TIME, self._clock.zone()):
            return CLOSING_TIME
        later = local + _LEAST
        rounded = later.replace(minute=30 if later.minute <= 30 else 0, second=0, microsecond=0)
        rounded += timedelta(hours=0 if later.minute <= 30 else 1)
        return rounded.time() if rounded.date() == day else time(23, 59)

    def _fill_times(self, chosen: time) -> None:
        minutes = range(_FIRST.hour * 60, _LAST.hour * 60 + 31, 30)
        offered = sorted({*(time(minute // 60, minute % 60) for minute in minutes), chosen})
        self.time.set_options([(at, format_time(at)) for at in offered], chosen)

    def _mark(self, day: date | None) -> None:
        self.chips.set_current(next((key for key, one in self._days.items() if one == day and isinstance(key, int)), OTHER))

    def _show_fields(self, *, shown: bool) -> None:
        set_shown(self.day_field, shown)
        set_shown(self.time_field, shown)

    def _on_chip(self, key: object) -> None:
        if key in self._days:
            self._choose_day(key)
        else:
            self._show_fields(shown=key == OTHER)
            if key == OTHER:
                self.day.setFocus()
                self.day.selectAll()
        self.changed.emit()

    def _on_typed(self) -> None:
        self._mark(self.day.value())
        self.changed.emit()
