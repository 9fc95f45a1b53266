"""The words of a purchase: a receipt with its lines, as typed at the counter or read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class LineFields:
    """One line of a receipt; `amount` is what the line adds to the receipt (minor units, refund negative).
    `earns_points` as the product says."""

    product: str = ""
    product_code: str = ""
    group: str = ""
    quantity: Decimal = Decimal(1)
    unit_price: int = 0
    discount: int = 0
    amount: int = 0
    tax_rate: Decimal | None = None
    staff: str = ""
    earns_points: bool = True


@dataclass(frozen=True, slots=True)
class PurchaseFields:
    """One receipt. Its day is the shop's local calendar day; `time` None when only the day is known.

    `refund_of` is the receipt it takes back; net amount = sum of the lines.
    `points_used` pay for a part of it.
    """

    day: date
    time: time | None = None
    receipt: str = ""
    lines: tuple[LineFields, ...] = ()
    staff: str = ""
    payment: str = ""
    note: str = ""
    refund_of: str = ""
    points_used: int = 0

    @property
    def amount(self) -> int:
        return sum(line.amount for line in self.lines)
