"""次のご予定: a follow-up made together with the visit, at the customer's usual interval, in a month or on a day of one's choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import Clock
from app.domain.counter import next_dates
from app.domain.follow_ups import KIND_LABELS, FollowUpFields, FollowUpKind
from app.domain.periods import add_months
from app.views.labels import label_of
from app.views.moments import day_text
from app.views.theme import theme_of
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.filter_chips import ChoiceChips
from app.views.widgets.labels import Caption, Title
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.text_field import TextField, mark_error

NOBODY = ""
_CHOSEN_KINDS = (FollowUpKind.CALL, FollowUpKind.CARD, FollowUpKind.VISIT, FollowUpKind.LETTER, FollowUpKind.EMAIL, FollowUpKind.TALK)
_NUMBERS = re.compile(r"\d+")


class When(Enum):
    NEVER = "never"
    USUAL = "usual"
    MONTH = "month"
    CHOSEN = "chosen"


class ComingDayField(DateField):
    """A day and a month without a year are the next such day."""

    def value(self) -> date | None:
        found = super().value()
        if found is None or found >= self._today or len(_NUMBERS.findall(self.text())) != 2:
            return found
        return add_months(found, 12)


class NextPart(QWidget):
    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._usual: date | None = None
        self._month = clock.today()
        self._build()
        self._connect()

    def set_staff(self, names: Sequence[str], in_charge: str) -> None:
        """`in_charge` of the visit does it, unless somebody else was chosen."""
        words = self.tr("{name} in charge")
        chosen = self.staff.current() if self._is_staff_chosen else in_charge
        options = [(NOBODY, self.tr("Nobody in charge")), *((name, words.format(name=name)) for name in names)]
        self.staff.set_options(options, chosen if chosen in names else NOBODY)
        self.staff.set_current(chosen if chosen in names else NOBODY)
        set_shown(self.staff, bool(names))

    def set_dates(self, day: date, usual_days: int | None, closed_weekdays: Sequence[int]) -> None:
        """For a visit of `day` by somebody who comes every `usual_days`."""
        self._usual, self._month = next_dates(day, self._clock.today(), usual_days, closed_weekdays)
        options = [(When.NEVER, self.tr("None"))]
        if self._usual is not None:
            options.append((When.USUAL, self.tr("Usual interval {day}").format(day=self._day_words(self._usual))))
        options.append((When.MONTH, self.tr("In a month {day}").format(day=self._day_words(self._month))))
        options.append((When.CHOSEN, self.tr("Choose a day…")))
        self.when.set_options(options)
        self._show()

    def follow_up(self) -> FollowUpFields | None:
        """What is to be planned; None when nothing is, or while the day typed is none."""
        due = self._due()
        kind, staff = self.kind.current(), self.staff.current()
        if due is None or not isinstance(kind, FollowUpKind):
            return None
        return FollowUpFields(due, kind, self.note.text().strip(), staff if isinstance(staff, str) else NOBODY)

    def is_touched(self) -> bool:
        return self.when.current() is not When.NEVER

    def problem(self) -> str:
        """Why the day cannot be, or nothing; the cursor goes there."""
        due = self._due()
        is_wrong = self.when.current() is When.CHOSEN and (due is None or due < self._clock.today())
        mark_error(self.day, is_wrong)
        if is_wrong:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.tr("Please choose today or a later day for the next appointment.") if is_wrong else ""

    def _build(self) -> None:
        self._is_staff_chosen = False
        self.when = ChoiceChips([(When.NEVER, self.tr("None"))], When.NEVER, self.tr("Next appointment"))
        self.day = ComingDayField(today=self._clock.today(), optional=False)
        self.day.setFixedWidth(theme_of(self).px(126))
        self.day.setAccessibleName(self.tr("Day of the next appointment"))
        kinds = [(kind, label_of(kind, KIND_LABELS, "FollowUps")) for kind in _CHOSEN_KINDS]
        self.kind = ComboField(kinds, FollowUpKind.CALL)
        self.kind.setAccessibleName(self.tr("How"))
        self.note = TextField(self.tr("What it is about"))
        self.note.setAccessibleName(self.tr("What it is about"))
        self.staff = ComboField([(NOBODY, self.tr("Nobody in charge"))], NOBODY)
        self.staff.setAccessibleName(self.tr("In charge"))
        self.staff.hide()
        details = row(self.day, self.kind, gap=8)
        details.addWidget(self.note, 1)
        details.addWidget(self.staff)
        self._details = boxed(details)
        self._details.hide()
        head = row(Title(self.tr("Next appointment")), STRETCH, Caption(self.tr("Is put among the follow-ups with the visit")), gap=10)
        self.setLayout(column(head, self.when, self._details, gap=6))

    def _connect(self) -> None:
        self.when.changed.connect(self._on_when)
        self.day.value_changed.connect(self._on_day)
        self.staff.changed.connect(self._on_staff)

    def _due(self) -> date | None:
        when = self.when.current()
        if when is When.CHOSEN:
            return self.day.value()
        return self._usual if when is When.USUAL else self._month if when is When.MONTH else None

    def _day_words(self, day: date) -> str:
        return day_text(day, today=self._clock.today())

    def _show(self) -> None:
        set_shown(self._details, self.when.current() is not When.NEVER)
        set_shown(self.day, self.when.current() is When.CHOSEN)

    def _on_when(self) -> None:
        mark_error(self.day, False)
        self._show()
        if self.when.current() is When.CHOSEN:
            self.day.set_value(self.day.value() or self._usual or self._month)
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.selectAll()
        self.changed.emit()

    def _on_day(self) -> None:
        mark_error(self.day, False)
        self.changed.emit()

    def _on_staff(self) -> None:
        self._is_staff_chosen = True
