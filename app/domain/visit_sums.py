"""The sums of a receipt: what a line comes to, the consumption tax in it, and the part of a line that goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.numbers import round_half_up
from app.domain.purchases import LineFields
from app.domain.shop import TaxEntry


@dataclass(frozen=True, slots=True)
class TaxPart:
    """`tax` in minor units at `rate` (a fraction): within the prices, or on top of them, as the shop types them."""

    rate: Decimal
    tax: int


def line_amount(quantity: Decimal, unit_price: int, discount: int = 0) -> int:
    """Minor units, half-up; the discount is for the whole line."""
    return int(round_half_up(quantity * unit_price)) - discount


def tax_parts(lines: Sequence[LineFields], entry: TaxEntry) -> tuple[TaxPart, ...]:
    """The tax of a receipt by rate, highest first; empty as long as the rate of one line is not known.

    Fractions are cut off once per rate, as receipts do.
    """
    totals: dict[Decimal, int] = {}
    for line in lines:
        if line.tax_rate is None:
            return ()
        totals[line.tax_rate] = totals.get(line.tax_rate, 0) + line.amount
    divisor = {rate: 1 + rate if entry is TaxEntry.INCLUDED else Decimal(1) for rate in totals}
    return tuple(TaxPart(rate, int(totals[rate] * rate / divisor[rate])) for rate in sorted(totals, reverse=True) if rate)


def share_of(line: LineFields, quantity: Decimal) -> LineFields:
    """The line with only `quantity` of what was bought, its amount and discount in proportion; the whole line stays exact."""
    if not line.quantity or quantity == line.quantity:
        return line
    part = quantity / line.quantity
    amount = int(round_half_up(line.amount * part))
    return replace(line, quantity=quantity, discount=int(round_half_up(line.discount * part)), amount=amount)
