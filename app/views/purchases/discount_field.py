"""What is taken off a line: an amount, or so many per cent of it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtGui import QFocusEvent

from app.domain.money import Currency
from app.domain.visit_sums import read_discount, share_off
from app.views.widgets.number_field import MoneyField


class DiscountField(MoneyField):
    """A percentage is shown as its amount when the field is left, and follows the price and the quantity until another discount is
    typed."""

    def __init__(self, currency: Currency) -> None:
        super().__init__(currency, minimum=0)
        self._gross = 0
        self._kept: tuple[Decimal, str] | None = None

    def set_gross(self, gross: int) -> None:
        """What the line comes to without its discount, in minor units."""
        rate = self.rate()
        self._gross = gross
        if rate is not None and self._kept is not None and self.text() == self._kept[1]:
            self._show(rate)

    def rate(self) -> Decimal | None:
        """The part that is taken off (0.1 for 10 %) where it was typed as one."""
        if self._kept is not None and self.text() == self._kept[1]:
            return self._kept[0]
        read = read_discount(self.text(), self._currency)
        return read if isinstance(read, Decimal) else None

    def value(self) -> int | None:
        rate = self.rate()
        if rate is not None:
            return share_off(self._gross, rate)
        read = read_discount(self.text(), self._currency)
        return read if isinstance(read, int) else None

    def set_value(self, value: int | Decimal | None) -> None:
        self._kept = None
        super().set_value(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        rate = self.rate()
        super().focusOutEvent(event)
        if rate is not None:
            self._show(rate)

    def _show(self, rate: Decimal) -> None:
        super().set_value(share_off(self._gross, rate))
        self._kept = rate, self.text()
