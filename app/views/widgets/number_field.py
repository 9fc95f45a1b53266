"""Numbers typed as text: full-width digits and commas are read, ↑↓ step. A spin box would shrink under a style sheet."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from app.domain.money import JPY, AmountError, Currency, format_amount, parse_amount
from app.domain.numbers import format_number, parse_decimal
from app.views.theme import theme_of
from app.views.widgets.text_field import TextField


class NumberField(TextField):
    """`value()` is None while empty or unreadable; `is_valid()` tells the two apart. Plain int when `decimals` is 0."""

    value_changed = Signal()
    width_hint = 96

    def __init__(
        self, minimum: int | Decimal | None = None, maximum: int | Decimal | None = None, *, decimals: int = 0, step: int | Decimal = 1
    ) -> None:
        super().__init__()
        self._minimum = minimum
        self._maximum = maximum
        self._decimals = decimals
        self._step = step
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self.value_changed)

    def value(self) -> int | Decimal | None:
        number = parse_decimal(self.text())
        if number is None or not self._is_within(number):
            return None
        if self._decimals == 0:
            return int(number) if number == int(number) else None
        return number

    def set_value(self, value: int | Decimal | None) -> None:
        """Show a value; announces only what the user does."""
        self.setText("" if value is None else format_number(value, self._decimals))

    def is_valid(self) -> bool:
        return not self.text().strip() or self.value() is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        direction = steps.get(Qt.Key(event.key()))
        if direction is None:
            super().keyPressEvent(event)
        else:
            self._move(direction * self._step)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if (value := self.value()) is not None:
            self.set_value(value)
        super().focusOutEvent(event)

    def _move(self, amount: int | Decimal) -> None:
        current = self.value()
        target = Decimal(current if current is not None else 0) + amount
        if self._minimum is not None:
            target = max(target, Decimal(self._minimum))
        if self._maximum is not None:
            target = min(target, Decimal(self._maximum))
        self.set_value(int(target) if self._decimals == 0 else target)
        self.value_changed.emit()

    def _is_within(self, number: Decimal) -> bool:
        low = self._minimum is None or number >= self._minimum
        return low and (self._maximum is None or number <= self._maximum)

    def _on_theme_changed(self) -> None:
        self.setFont(theme_of(self).tabular_font(self.text_style))
        self.updateGeometry()


class MoneyField(NumberField):
    """An amount; `value()` is int minor units (yen)."""

    def __init__(self, currency: Currency = JPY, *, minimum: int | None = None, step: int = 100) -> None:
        super().__init__(minimum, None, step=step)
        self._currency = currency

    def set_currency(self, currency: Currency) -> None:
        """For a field that is there before the shop's currency is known; set its value again afterwards."""
        self._currency = currency

    def value(self) -> int | None:
        amount = parse_amount(self.text(), self._currency)
        if isinstance(amount, AmountError) or amount.is_rounded or not self._is_within(Decimal(amount.minor)):
            return None
        return amount.minor

    def set_value(self, value: int | Decimal | None) -> None:
        self.setText("" if value is None else format_amount(int(value), self._currency))
