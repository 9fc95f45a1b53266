"""When it was and who was in charge, at the top of a visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import Clock
from app.domain.dates import PROBLEM_SENTENCES, DateError
from app.views.labels import translated
from app.views.moments import day_text
from app.views.theme import Tone, theme_of
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import row, set_shown
from app.views.widgets.text_field import mark_error

NOBODY = ""


class VisitHead(QWidget):
    """`day_changed` after every key in the day, `day_left` when the field is left, `staff_changed` when somebody else is chosen."""

    day_changed = Signal()
    day_left = Signal()
    staff_changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._build()
        self.day.value_changed.connect(self._on_day_changed)
        self.day.edited_done.connect(self.day_left)
        self.staff.changed.connect(self.staff_changed)
        self._show_day()

    def visit_day(self) -> date:
        """The day that counts while another is being typed."""
        return self.day.value() or self._clock.today()

    def set_day(self, day: date) -> None:
        self.day.set_value(day)
        self._show_day()

    def in_charge(self) -> str:
        chosen = self.staff.current()
        return chosen if isinstance(chosen, str) else NOBODY

    def set_staff(self, names: Sequence[str], in_charge: str = NOBODY) -> None:
        charge = self.tr("{name} in charge")
        options = [(NOBODY, self.tr("Nobody in charge")), *((name, charge.format(name=name)) for name in names)]
        self.staff.set_options(options, in_charge if in_charge in names else NOBODY)
        set_shown(self.staff, bool(names))

    def set_in_charge(self, name: str) -> None:
        self.staff.set_current(name)

    def problem(self) -> str:
        """Why the day cannot be, or nothing."""
        self._show_day()
        if self.day.is_valid():
            return ""
        mark_error(self.day, True)
        reading = self.day.reading()
        if isinstance(reading, DateError) and reading.problem in PROBLEM_SENTENCES:
            return translated("Formats", PROBLEM_SENTENCES[reading.problem])
        return self.tr("Please enter today or an earlier day.")

    def _build(self) -> None:
        self.day = DateField(today=self._clock.today(), optional=False, past_only=True)
        self.day.set_value(self._clock.today())
        self.day.setAccessibleName(self.tr("Day of the visit"))
        self.day.setFixedWidth(theme_of(self).px(126))
        self.day_words = Caption("", Tone.TEXT2)
        self.staff = ComboField([(NOBODY, self.tr("Nobody in charge"))], NOBODY)
        self.staff.setAccessibleName(self.tr("In charge"))
        self.staff.hide()
        self.setLayout(row(self.day_words, self.day, self.staff, gap=8))

    def _show_day(self) -> None:
        day, today = self.day.value(), self._clock.today()
        if day == today:
            self.day_words.setText(self.tr("Today"))
        else:
            self.day_words.setText(day_text(day, today=today) if day is not None else "")

    def _on_day_changed(self) -> None:
        mark_error(self.day, False)
        self._show_day()
        self.day_changed.emit()
