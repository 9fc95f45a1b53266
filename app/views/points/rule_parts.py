"""The parts of a rule of points as forms: each shows its figures of a rule and puts what is typed into a rule."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget

from app.domain.money import Currency
from app.domain.numbers import to_ascii_number
from app.domain.points import PER_CENT, Expiry, ExpiryKind, Rounding, RuleFields
from app.views.moments import day_text
from app.views.points.rate_field import RateField
from app.views.points.sentences import ROUNDINGS, RuleWord, rounding_text, tax_text, word_name
from app.views.settings.weekdays import WeekdayPicker
from app.views.theme import theme_of
from app.views.widgets.check_box import CheckBox
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import column, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_field import TextField

MOST_POINTS = 1_000_000
MOST_MONTHS = 240
LONGEST_MONTH = 31
NUMBER_WIDTH = 120


class RulePart(QWidget):
    """`changed` while it is typed in. `applied` gives None, and the field its sentence, for what cannot be."""

    changed = Signal()

    def set_rule(self, rule: RuleFields) -> None:
        """Show what the rule says."""

    def applied(self, rule: RuleFields) -> RuleFields | None:
        """`rule` with what this part says."""
        return rule

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self

    def _number(self, label: str, field: NumberField, hint: str = "") -> FormField:
        field.setFixedWidth(theme_of(self).px(NUMBER_WIDTH))
        field.value_changed.connect(self.changed)
        line = FormField(label, field, hint=hint)
        line.set_validator(lambda: "" if field.value() is not None else self.tr("Please type a number that can be."))
        return line


class EarnPart(RulePart):
    def __init__(self, currency: Currency) -> None:
        super().__init__()
        self.amount, self.points = MoneyField(currency, minimum=1, step=10), NumberField(1, MOST_POINTS)
        self._lines = (self._number(word_name(RuleWord.EARN), self.amount), self._number(word_name(RuleWord.POINTS), self.points))
        self.setLayout(_beside(*self._lines))

    def set_rule(self, rule: RuleFields) -> None:
        self.amount.set_value(rule.amount)
        self.points.set_value(rule.points)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        if not all([line.validate() for line in self._lines]):
            return None
        return replace(rule, amount=_whole(self.amount), points=_whole(self.points))

    def first_field(self) -> QWidget:
        return self.amount


class TaxPart(RulePart):
    def __init__(self) -> None:
        super().__init__()
        name = word_name(RuleWord.TAX)
        self.taxed = Segmented([(True, tax_text(True)), (False, tax_text(False))], name=name)
        self.taxed.changed.connect(lambda _key: self.changed.emit())
        self.setLayout(_beside(FormField(name, self.taxed)))

    def set_rule(self, rule: RuleFields) -> None:
        self.taxed.set_current(rule.taxed)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        return replace(rule, taxed=self.taxed.current() is True)

    def first_field(self) -> QWidget:
        return self.taxed.button(self.taxed.current() is True)


class RoundingPart(RulePart):
    def __init__(self) -> None:
        super().__init__()
        name = word_name(RuleWord.ROUNDING)
        self.rounding = Segmented([(rounding, rounding_text(rounding)) for rounding in ROUNDINGS], name=name)
        self.rounding.changed.connect(lambda _key: self.changed.emit())
        self.setLayout(_beside(FormField(name, self.rounding)))

    def set_rule(self, rule: RuleFields) -> None:
        self.rounding.set_current(rule.rounding)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        return replace(rule, rounding=self._current())

    def first_field(self) -> QWidget:
        return self.rounding.button(self._current())

    def _current(self) -> Rounding:
        current = self.rounding.current()
        return current if isinstance(current, Rounding) else Rounding.DOWN


class MinimumPart(RulePart):
    def __init__(self, currency: Currency) -> None:
        super().__init__()
        self.minimum = MoneyField(currency, minimum=0)
        self._line = self._number(word_name(RuleWord.MINIMUM), self.minimum, self.tr("0: every purchase counts"))
        self.setLayout(_beside(self._line))

    def set_rule(self, rule: RuleFields) -> None:
        self.minimum.set_value(rule.minimum)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        return replace(rule, minimum=_whole(self.minimum)) if self._line.validate() else None

    def first_field(self) -> QWidget:
        return self.minimum


class BirthdayPart(RulePart):
    def __init__(self) -> None:
        super().__init__()
        self.rate = RateField()
        self._line = self._number(word_name(RuleWord.BIRTHDAY), self.rate, self.tr("times the points; 1: as always"))
        self.setLayout(_beside(self._line))

    def set_rule(self, rule: RuleFields) -> None:
        self.rate.set_rate(rule.birthday_rate)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        rate = self.rate.rate()
        return replace(rule, birthday_rate=rate) if self._line.validate() and rate is not None else None

    def first_field(self) -> QWidget:
        return self.rate


class FirstVisitPart(RulePart):
    def __init__(self) -> None:
        super().__init__()
        self.points = NumberField(0, MOST_POINTS, step=10)
        self._line = self._number(word_name(RuleWord.FIRST_VISIT), self.points, self.tr("points added; 0: none"))
        self.setLayout(_beside(self._line))

    def set_rule(self, rule: RuleFields) -> None:
        self.points.set_value(rule.first_visit_points)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        return replace(rule, first_visit_points=_whole(self.points)) if self._line.validate() else None

    def first_field(self) -> QWidget:
        return self.points


class ReferralPart(RulePart):
    def __init__(self) -> None:
        super().__init__()
        self.referrer, self.referred = NumberField(0, MOST_POINTS, step=10), NumberField(0, MOST_POINTS, step=10)
        hint = self.tr("points, once; 0: none")
        self._lines = (
            self._number(word_name(RuleWord.REFERRER), self.referrer, hint),
            self._number(word_name(RuleWord.REFERRED), self.referred, hint),
        )
        self.setLayout(_beside(*self._lines))

    def set_rule(self, rule: RuleFields) -> None:
        self.referrer.set_value(rule.referrer_points)
        self.referred.set_value(rule.referred_points)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        if not all([line.validate() for line in self._lines]):
            return None
        return replace(rule, referrer_points=_whole(self.referrer), referred_points=_whole(self.referred))

    def first_field(self) -> QWidget:
        return self.referrer


class BonusPart(RulePart):
    """Weekdays and days of the month on which points count more often."""

    def __init__(self) -> None:
        super().__init__()
        self.weekdays = WeekdayPicker(self.tr("Days of the week"))
        self.days = TextField(self.tr("5, 15, 25"))
        self.days.setFixedWidth(theme_of(self).px(NUMBER_WIDTH))
        self.rate = RateField()
        self._days_line = FormField(self.tr("Days of the month"), self.days)
        self._days_line.set_validator(self._check_days)
        self._rate_line = self._number(word_name(RuleWord.BONUS_RATE), self.rate, self.tr("times the points; 1: as always"))
        self.weekdays.changed.connect(self.changed)
        self.days.textEdited.connect(lambda _text: self.changed.emit())
        first = FormField(self.tr("Days of the week"), self.weekdays)
        self.setLayout(column(first, _beside(self._days_line, self._rate_line), gap=8))

    def set_rule(self, rule: RuleFields) -> None:
        self.weekdays.set_value(rule.bonus_weekdays)
        self.days.setText(", ".join(map(str, rule.bonus_days)))
        self.rate.set_rate(rule.bonus_rate)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        rate, days = self.rate.rate(), self._typed_days()
        if not all([self._days_line.validate(), self._rate_line.validate()]) or rate is None or days is None:
            return None
        weekdays = self.weekdays.value()
        # Without a day the rate says nothing.
        return replace(rule, bonus_weekdays=weekdays, bonus_days=days, bonus_rate=rate if weekdays or days else PER_CENT)

    def first_field(self) -> QWidget:
        return self.weekdays.button(0)

    def _typed_days(self) -> tuple[int, ...] | None:
        words = re.split(r"[\s,、，・.日]+", to_ascii_number(self.days.text()))
        numbers = [word for word in words if word]
        if not all(word.isdecimal() and 1 <= int(word) <= LONGEST_MONTH for word in numbers):
            return None
        return tuple(sorted({int(word) for word in numbers}))

    def _check_days(self) -> str:
        return "" if self._typed_days() is not None else self.tr("Please type days from 1 to 31, as in 5, 15, 25.")


class UsePart(RulePart):
    def __init__(self, currency: Currency) -> None:
        super().__init__()
        self.value, self.use_from = MoneyField(currency, minimum=1, step=1), NumberField(1, MOST_POINTS, step=10)
        self._lines = (self._number(word_name(RuleWord.VALUE), self.value), self._number(word_name(RuleWord.USE_FROM), self.use_from))
        self.setLayout(_beside(*self._lines))

    def set_rule(self, rule: RuleFields) -> None:
        self.value.set_value(rule.point_value)
        self.use_from.set_value(rule.use_from)

    def applied(self, rule: RuleFields) -> RuleFields | None:
        if not all([line.validate() for line in self._lines]):
            return None
        return replace(rule, point_value=_whole(self.value), use_from=_whole(self.use_from))

    def first_field(self) -> QWidget:
        return self.value


class ExpiryPart(RulePart):
    """`today`: for saying until when points earned today would count."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        kinds: Mapping[ExpiryKind, str] = {
            ExpiryKind.AFTER_EARNING: self.tr("Some months after they were earned"),
            ExpiryKind.AFTER_VISIT: self.tr("Some months after the last visit"),
            ExpiryKind.FIXED_DAY: self.tr("Until a day of the year"),
            ExpiryKind.NEVER: self.tr("Without end"),
        }
        self.kind = ComboField(list(kinds.items()))
        self.months, self.day = NumberField(1, MOST_MONTHS), NumberField(1, LONGEST_MONTH)
        self.to_month_end = CheckBox(self.tr("to the end of that month"))
        self.month = ComboField([(number, QLocale().standaloneMonthName(number)) for number in range(1, 13)])
        self._kind_line = FormField(word_name(RuleWord.EXPIRY), self.kind)
        self._months_line = self._number(self.tr("Months"), self.months)
        self._month_line = FormField(self.tr("Month"), self.month)
        self._day_line = self._number(self.tr("Day"), self.day)
        self.kind.changed.connect(self._on_changed)
        self.month.changed.connect(self._on_changed)
        self.to_month_end.toggled.connect(self._on_changed)
        self.changed.connect(self._show_example)
        parts = _beside(self._months_line, self._month_line, self._day_line)
        self.setLayout(column(self._kind_line, parts, self.to_month_end, gap=8))
        self._fit()

    def set_rule(self, rule: RuleFields) -> None:
        expiry = rule.expiry
        self.kind.set_current(expiry.kind)
        self.months.set_value(expiry.months)
        self.to_month_end.setChecked(expiry.to_month_end)
        self.month.set_current(expiry.month)
        self.day.set_value(expiry.day)
        self._fit()
        self._show_example()

    def applied(self, rule: RuleFields) -> RuleFields | None:
        expiry = self._expiry()
        if expiry is None:
            self._months_line.validate()
            self._day_line.validate()
        return None if expiry is None else replace(rule, expiry=expiry)

    def first_field(self) -> QWidget:
        return self.kind

    def _expiry(self) -> Expiry | None:
        kind, month, months, day = self.kind.current(), self.month.current(), self.months.value(), self.day.value()
        if not isinstance(kind, ExpiryKind) or not isinstance(month, int) or months is None or day is None:
            return None
        return Expiry(kind, int(months), self.to_month_end.isChecked(), month, int(day))

    def _on_changed(self, _value: object = None) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        kind = self.kind.current()
        by_months = kind in (ExpiryKind.AFTER_EARNING, ExpiryKind.AFTER_VISIT)
        set_shown(self._months_line, by_months)
        set_shown(self.to_month_end, by_months)
        set_shown(self._month_line, kind is ExpiryKind.FIXED_DAY)
        set_shown(self._day_line, kind is ExpiryKind.FIXED_DAY)

    def _show_example(self) -> None:
        expiry = self._expiry()
        last = None if expiry is None else expiry.last_day(self._today)
        words = self.tr("Points of today count until {day}, that day included.")
        self._kind_line.set_hint(words.format(day=day_text(last, today=self._today)) if last is not None else "")


def parts_for(word: RuleWord, currency: Currency, today: date) -> RulePart:
    """The form of one word of the rule."""
    if word in (RuleWord.EARN, RuleWord.POINTS):
        return EarnPart(currency)
    if word in (RuleWord.VALUE, RuleWord.USE_FROM):
        return UsePart(currency)
    if word in (RuleWord.BONUS_DAYS, RuleWord.BONUS_RATE):
        return BonusPart()
    if word in (RuleWord.REFERRER, RuleWord.REFERRED):
        return ReferralPart()
    if word is RuleWord.EXPIRY:
        return ExpiryPart(today)
    if word is RuleWord.MINIMUM:
        return MinimumPart(currency)
    plain: Mapping[RuleWord, type[RulePart]] = {
        RuleWord.TAX: TaxPart,
        RuleWord.ROUNDING: RoundingPart,
        RuleWord.BIRTHDAY: BirthdayPart,
        RuleWord.FIRST_VISIT: FirstVisitPart,
    }
    return plain[word]()


def all_parts(currency: Currency, today: date) -> Sequence[RulePart]:
    """Every part, in the order of the sentences."""
    first = (EarnPart(currency), TaxPart(), RoundingPart(), MinimumPart(currency), BirthdayPart(), FirstVisitPart())
    return (*first, BonusPart(), ReferralPart(), UsePart(currency), ExpiryPart(today))


def _beside(*lines: QWidget) -> QLayout:
    """Fields beside each other, their labels on one height whatever stands under them."""
    beside = row(gap=16)
    for line in lines:
        beside.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
    beside.addStretch(1)
    return beside


def _whole(field: NumberField) -> int:
    return int(field.value() or 0)
