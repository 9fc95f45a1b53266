"""Over what the figures are measured: a month, a quarter, a year, or days of one's own; stepping from one to the next."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.dates import PROBLEM_SENTENCES, DateProblem, DateStyle
from app.domain.periods import Period, PeriodKind, add_months, period_before, period_of, whole_months
from app.views.labels import translated
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import column, row, set_shown
from app.views.widgets.text_field import mark_error

_ONE_DAY = timedelta(days=1)


class PickedKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OWN = "own"


_KINDS = {PickedKind.MONTH: PeriodKind.MONTH, PickedKind.QUARTER: PeriodKind.QUARTER, PickedKind.YEAR: PeriodKind.YEAR}


class PeriodPicker(QWidget):
    """`changed`: another period was chosen. `doubted(bool)`: the days typed are none to measure over, or are again.
    `period()` is None until the shop's own default is known."""

    changed = Signal()
    doubted = Signal(bool)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._fiscal_start = 4
        self._period: Period | None = None
        self._build()
        self._connect()

    def period(self) -> Period | None:
        return self._period

    def set_shown(self, period: Period, kind: PickedKind, fiscal_start: int) -> None:
        """What the figures were measured over."""
        self._period, self._fiscal_start = period, fiscal_start
        self.kind.set_current(kind)
        self._show()

    def _build(self) -> None:
        self.kind = ComboField(
            [
                (PickedKind.MONTH, self.tr("Month")),
                (PickedKind.QUARTER, self.tr("Quarter")),
                (PickedKind.YEAR, self.tr("Year")),
                (PickedKind.OWN, self.tr("Own dates")),
            ]
        )
        self.kind.setAccessibleName(self.tr("Figures of a"))
        self.earlier = IconButton("chevron-left", self.tr("The one before"))
        self.later = IconButton("chevron-right", self.tr("The one after"))
        self.name = Text("", TextStyle.BODY_BOLD)
        self.first, self.last = DateField(today=self._today), DateField(today=self._today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.until = Text("–", TextStyle.BODY, Tone.TEXT2)
        self.wrong = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.DANGER)
        set_shown(self.wrong, False)
        line = row(self.kind, self.earlier, self.name, self.first, self.until, self.last, self.later, gap=4)
        self.setLayout(column(line, self.wrong, gap=4))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._show()

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.first.editingFinished.connect(self._on_days)
        self.last.editingFinished.connect(self._on_days)

    def _show(self) -> None:
        self._refuse("", ())
        is_own = self.kind.current() is PickedKind.OWN
        for field in (self.first, self.until, self.last):
            field.setVisible(is_own)
        for part in (self.name, self.earlier, self.later):
            part.setVisible(not is_own)
        if self._period is None:
            return
        self.name.setText(period_text(self._period))
        self.later.setEnabled(self._period.end <= self._today)
        if is_own:
            for field, day in ((self.first, self._period.start), (self.last, self._period.last_day)):
                if field.value() != day:
                    field.set_value(day)

    def _on_kind(self, kind: object) -> None:
        if isinstance(kind, PickedKind) and kind in _KINDS:
            self._period = period_before(period_of(self._today, _KINDS[kind], self._fiscal_start))
            self._show()
            self.changed.emit()
        else:
            self._show()

    def _on_earlier(self) -> None:
        if self._period is not None:
            self._move(period_before(self._period))

    def _on_later(self) -> None:
        if self._period is not None:
            months = whole_months(self._period) or 1
            self._move(Period(self._period.end, add_months(self._period.end, months)))

    def _on_days(self) -> None:
        if self.kind.current() is not PickedKind.OWN:
            return
        for field in (self.first, self.last):
            if words := _problem(field):
                self._refuse(words, (field,))
                return
        first, last = self.first.value() or self._today, self.last.value() or self._today
        if first > last:
            self._refuse(self.tr("The first day is after the last day."), (self.first, self.last))
        elif last > self._today:
            self._refuse(self.tr("The last day can be today at the latest."), (self.last,))
        else:
            chosen = Period(first, last + _ONE_DAY)
            self._refuse("", ())
            if chosen != self._period:
                self._move(chosen)

    def _refuse(self, words: str, fields: Collection[DateField]) -> None:
        self.wrong.setText(words)
        set_shown(self.wrong, bool(words))
        for field in (self.first, self.last):
            mark_error(field, field in fields)
            field.setAccessibleDescription(words if field in fields else "")
        self.doubted.emit(bool(words))

    def _move(self, period: Period) -> None:
        self._period = period
        self._show()
        self.changed.emit()


def _problem(field: DateField) -> str:
    """Why what was typed is no day, or nothing."""
    found = field.reading()
    if isinstance(found, date):
        return ""
    return translated("Formats", PROBLEM_SENTENCES[DateProblem.EMPTY if found is None else found.problem])


def period_text(period: Period) -> str:
    """Oct 2026, Jul 2026 – Sep 2026, or the first and the last day."""
    style = DateStyle.MONTH if whole_months(period) else DateStyle.TABLE
    first, last = day_text(period.start, style), day_text(period.last_day, style)
    return first if first == last else f"{first} – {last}"
