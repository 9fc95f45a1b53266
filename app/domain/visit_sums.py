"""The sums of a receipt: what a line comes to, the consumption tax in it, and the part of a line that goes back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from app.domain.money import AmountError, Currency, parse_amount
from app.domain.numbers import parse_decimal, round_half_up
from app.domain.purchases import LineFields
from app.domain.shop import TaxEntry

STANDARD_RATE = Decimal("0.1")
_OFF = re.compile(r"\s*(引き?|オフ|off)$", re.IGNORECASE)
_SHARE = re.compile(r"(?P<number>.+?)\s*(?P<of>%|パーセント|割)")


@dataclass(frozen=True, slots=True)
class TaxPart:
    """`tax` in minor units at `rate` (a fraction): within the prices, or on top of them, as the shop types them."""

    rate: Decimal
    tax: int


def line_amount(quantity: Decimal, unit_price: int, discount: int = 0) -> int:
    """Minor units, half-up; the discount is for the whole line."""
    return int(round_half_up(quantity * unit_price)) - discount


def read_discount(text: str, currency: Currency) -> Decimal | int | None:
    """10% · １０％引き · 1割 as the part taken off (0.1), 500 · ¥500 · 500円引き as minor units; None for what is neither.

    More than the whole, and less than nothing, is neither.
    """
    plain = _OFF.sub("", unicodedata.normalize("NFKC", text).strip())
    share = _SHARE.fullmatch(plain)
    if share is not None:
        number = parse_decimal(share["number"])
        rate = None if number is None else number / (10 if share["of"] == "割" else 100)
        return rate if rate is not None and 0 <= rate <= 1 else None
    amount = parse_amount(plain, currency)
    if isinstance(amount, AmountError) or amount.is_rounded or amount.minor < 0:
        return None
    return amount.minor


def share_off(gross: int, rate: Decimal) -> int:
    """What a part of an amount comes to, cut off to the minor unit."""
    return int(max(0, gross) * rate)


def tax_parts(lines: Sequence[LineFields], entry: TaxEntry, less: int = 0) -> tuple[TaxPart, ...]:
    """The tax of a receipt by rate, highest first. `less`: what points pay of it, taken off all rates in proportion.

    Fractions are cut off once per rate, as receipts do. Within prices it is empty as long as the rate of one line is not known; on top
    of prices the standard rate stands in, since something has to be paid.
    """
    totals: dict[Decimal, int] = {}
    for line in lines:
        rate = line.tax_rate
        if rate is None:
            if entry is TaxEntry.INCLUDED:
                return ()
            rate = STANDARD_RATE
        totals[rate] = totals.get(rate, 0) + line.amount
    amount = sum(totals.values())
    kept = Fraction(amount - less, amount) if amount else Fraction(1)
    parts = []
    for rate in sorted(totals, reverse=True):
        share = Fraction(rate) / (1 + Fraction(rate)) if entry is TaxEntry.INCLUDED else Fraction(rate)
        if rate:
            parts.append(TaxPart(rate, int(totals[rate] * kept * share)))
    return tuple(parts)


def payment_of(lines: Sequence[LineFields], entry: TaxEntry, paid_by_points: int = 0) -> int:
    """What a customer hands over for lines, tax included."""
    on_top = sum(part.tax for part in tax_parts(lines, entry, less=paid_by_points)) if entry is TaxEntry.EXCLUDED else 0
    return sum(line.amount for line in lines) - paid_by_points + on_top


def share_of(line: LineFields, quantity: Decimal) -> LineFields:
    """The line with only `quantity` of what was bought, its amount and discount in proportion; the whole line stays exact."""
    if not line.quantity or quantity == line.quantity:
        return line
    part = quantity / line.quantity
    amount = int(round_half_up(line.amount * part))
    return replace(line, quantity=quantity, discount=int(round_half_up(line.discount * part)), amount=amount)
