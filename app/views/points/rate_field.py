"""How many times points count, typed as a number: 1.5 is 150 per cent."""

from __future__ import annotations

from decimal import Decimal

from app.domain.points import PER_CENT
from app.views.widgets.number_field import NumberField

MOST = Decimal(100)


class RateField(NumberField):
    """`rate()` in per cent, None while it cannot be read."""

    width_hint = 72

    def __init__(self) -> None:
        super().__init__(Decimal(1), MOST, decimals=2, step=Decimal("0.5"))

    def rate(self) -> int | None:
        value = self.value()
        if value is None:
            return None
        per_cent = Decimal(value) * PER_CENT
        return int(per_cent) if per_cent == int(per_cent) else None

    def set_rate(self, rate: int) -> None:
        self.set_value(Decimal(rate) / PER_CENT)

    def set_value(self, value: int | Decimal | None) -> None:
        """Without needless zeros: 2, 1.5, 1.25."""
        self.setText("" if value is None else f"{Decimal(value).normalize():f}")
