"""ポイントを使う: none, those that lapse first, so many, or all; never more than there are or than there is to pay."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import Clock
from app.domain.counter import CounterPoints, most_points
from app.domain.money import JPY, Currency, format_money
from app.domain.numbers import format_number
from app.domain.shop import TaxEntry
from app.views.moments import day_text, language
from app.views.purchases.flow_box import FlowBox
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.choice_button import ChoiceGroup, PillButton
from app.views.widgets.labels import Caption, ElidedLabel, Text, Title, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import mark_error

SOON = timedelta(days=62)
_WIDTH = 78


class UseOf(Enum):
    NOTHING = "nothing"
    LAPSING = "lapsing"
    TYPED = "typed"
    ALL = "all"


class PointsPart(QWidget):
    """Follows the amount: what lapses and all there are shrink with it; a number that was typed stays and is said to be too high."""

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._currency: Currency = JPY
        self._entry = TaxEntry.INCLUDED
        self._points: CounterPoints | None = None
        self._amount = 0
        self._use = UseOf.NOTHING
        self._build()
        self._connect()
        self.show_points(None)

    def set_basis(self, currency: Currency, entry: TaxEntry) -> None:
        self._currency, self._entry = currency, entry

    def show_points(self, points: CounterPoints | None) -> None:
        """What the customer has; None, or points without a rule, hides the part."""
        self._points = points
        self._show()

    def set_amount(self, amount: int) -> None:
        """What there is to pay before points."""
        self._amount = amount
        self._show()

    def set_used(self, points: int) -> None:
        """What a recorded visit used."""
        self._use = UseOf.TYPED if points else UseOf.NOTHING
        self.field.set_value(points)
        self._show()

    def reset(self) -> None:
        """For somebody else."""
        self._use = UseOf.NOTHING
        self._show()

    def is_offered(self) -> bool:
        """Whether there is anything to use, or something was used."""
        points = self._points
        return points is not None and points.rule is not None and (points.usable > 0 or self._use is UseOf.TYPED)

    def used(self) -> int:
        """How many points pay; what was typed may be too many, `problem` says so."""
        if not self.is_offered():
            return 0
        if self._use is UseOf.TYPED:
            typed = self.field.value()
            return int(typed) if typed is not None else 0
        return {UseOf.NOTHING: 0, UseOf.LAPSING: self._lapsing(), UseOf.ALL: self._most()}[self._use]

    def problem(self) -> str:
        """Why so many cannot be used, or nothing."""
        points = self._points
        if points is None or points.rule is None:
            return ""
        if not self.field.is_valid():
            return self.tr("Please enter the points as a whole number.")
        used = self.used()
        if used > points.usable:
            return self.tr("Only {points} points can be used.").format(points=format_number(points.usable))
        if used > self._most():
            return self.tr("For this amount at most {points} points can be used.").format(points=format_number(self._most()))
        if 0 < used < points.rule.use_from:
            return self.tr("Points can be used from {points} on.").format(points=format_number(points.rule.use_from))
        return ""

    def button(self, use: UseOf) -> PillButton:
        return self._pills[use]

    def _build(self) -> None:
        self.lapse = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.field = NumberField(0, step=10)
        self.field.setFixedWidth(theme_of(self).px(_WIDTH))
        self.field.setAccessibleName(self.tr("Points to use"))
        self.worth = Text("", TextStyle.BODY, Tone.TEXT)
        self._group = ChoiceGroup(self)
        self._pills = {use: PillButton("") for use in UseOf}
        self._choices = FlowBox()
        for use, pill in self._pills.items():
            self._group.add(use, pill)
            self._choices.flow.addWidget(pill)
        self._pills[UseOf.NOTHING].setText(self.tr("Do not use any"))
        self.none_left = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.trouble = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.DANGER)
        self.trouble.hide()
        self.before_tax = Caption(self.tr("Points are taken off the amount before tax, so the tax becomes less as well."), Tone.TEXT2)
        line = row(self.field, self.worth, 4, gap=8)
        line.addWidget(self._choices, 1)
        self._line = boxed(line)
        head = row(Title(self.tr("Use points")), gap=10)
        head.addStretch(1)
        head.addWidget(self.lapse)
        self.setLayout(column(head, self.none_left, self._line, self.before_tax, self.trouble, gap=6))

    def _connect(self) -> None:
        self.field.value_changed.connect(self._on_typed)
        self._group.buttons.idClicked.connect(self._on_chosen)

    def _lapsing(self) -> int:
        lapse = None if self._points is None else self._points.next_lapse
        return 0 if lapse is None else min(lapse.left, self._most())

    def _most(self) -> int:
        return most_points(self._points, self._amount)

    def _show(self) -> None:
        set_shown(self, self.is_offered())
        points = self._points
        if points is None or points.rule is None:
            return
        rule = points.rule
        has_any = points.usable >= rule.use_from
        set_shown(self._line, has_any or self._use is UseOf.TYPED)
        set_shown(self.none_left, not has_any)
        self.none_left.setText(self._why_none(points.usable, rule.use_from))
        self._show_lapse(points)
        if self._use is not UseOf.TYPED:
            self.field.set_value(self.used())
        self._show_pills(rule.use_from)
        sentence = self.problem()
        self._show_worth(rule.point_value)
        mark_error(self.field, bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self.trouble.setText(sentence)
        set_shown(self.trouble, bool(sentence))

    def _show_worth(self, value: int) -> None:
        """What they pay; of more than can be used, what those pay that can, as the bill has it."""
        used, most = self.used(), self._most()
        worth = format_money(min(used, most) * value, self._currency, language())
        if used > most:
            self.worth.setText(self.tr("points; at most {points} = {amount}").format(points=format_number(most), amount=worth))
        else:
            self.worth.setText(self.tr("points = {amount}").format(amount=worth))
        set_shown(self.before_tax, self._entry is TaxEntry.EXCLUDED)

    def _why_none(self, usable: int, least: int) -> str:
        return self.tr("Points can be used from {least} on; there are {points} so far.").format(
            least=format_number(least), points=format_number(usable)
        )

    def _show_lapse(self, points: CounterPoints) -> None:
        lapse = points.next_lapse
        if lapse is None or lapse.expires is None:
            self.lapse.setText("")
            return
        today = self._clock.today()
        values = {"all": format_number(points.usable), "points": format_number(lapse.left), "day": day_text(lapse.expires, today=today)}
        self.lapse.setText(self.tr("{points} of the {all} points lapse after {day}").format(**values))
        self.lapse.set_tone(Tone.DANGER if lapse.expires - today <= SOON else Tone.TEXT2)

    def _show_pills(self, least: int) -> None:
        used, lapsing, most = self.used(), self._lapsing(), self._most()
        typed = self._pills[UseOf.TYPED]
        self._pills[UseOf.LAPSING].setText(self.tr("The {points} that lapse").format(points=format_number(lapsing)))
        # What a recorded visit used is no longer among what the customer has.
        has_all = self._points is not None and most <= self._points.balance
        words = self.tr("All {points}") if has_all else self.tr("At most {points}")
        self._pills[UseOf.ALL].setText(words.format(points=format_number(most)))
        typed.setText(format_number(used))
        set_shown(self._pills[UseOf.LAPSING], least <= lapsing < most or self._use is UseOf.LAPSING)
        set_shown(self._pills[UseOf.ALL], most >= least or self._use is UseOf.ALL)
        set_shown(typed, self._use is UseOf.TYPED and not self.problem())
        for pill in self._pills.values():
            pill.updateGeometry()
        self._group.check(self._use)
        self._choices.updateGeometry()

    def _on_typed(self) -> None:
        typed = self.field.value()
        self._use = UseOf.NOTHING if typed == 0 else UseOf.TYPED
        if self._use is UseOf.NOTHING and self.field.text().strip() != "0":
            self._use = UseOf.TYPED
        self._show()
        self.changed.emit()

    def _on_chosen(self, number: int) -> None:
        chosen = self._group.key_of(number)
        if isinstance(chosen, UseOf) and chosen is not UseOf.TYPED:
            self._use = chosen
        self._show()
        self.changed.emit()
