"""What giving a part of a purchase back comes to: the money, and the points that go either way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.counter import point_line
from app.domain.points import EarnBasis, RuleFields, earned_by, used_after_refund
from app.domain.purchases import LineFields
from app.domain.shop import TaxEntry
from app.domain.visit_sums import tax_parts


@dataclass(frozen=True, slots=True)
class RefundPoints:
    """The rule and figures a purchase keeps, `used` when it was recorded, and the customer's `balance` now."""

    rule: RuleFields
    basis: EarnBasis
    used: int
    balance: int


@dataclass(frozen=True, slots=True)
class RefundSums:
    """`money` goes back to the customer, tax included; of the points that paid `used_back` return to him, of those earned `earned_back`
    are taken off."""

    money: int
    used_back: int = 0
    earned_back: int = 0
    balance: int = 0

    @property
    def balance_after(self) -> int:
        return self.balance + self.used_back - self.earned_back


def refund_sums(
    lines: Sequence[LineFields],
    refunded: Sequence[LineFields],
    returned: Sequence[LineFields],
    entry: TaxEntry,
    points: RefundPoints | None,
) -> RefundSums:
    """`lines` of the purchase, `refunded` those of its refunds so far (amounts below zero), `returned` what goes back now (above zero).

    Money goes back first, then the points that paid.
    """
    before = [*lines, *refunded]
    after = [*before, *(replace(line, quantity=-line.quantity, discount=-line.discount, amount=-line.amount) for line in returned)]
    used, earned = _points_of(lines, before, points)
    used_then, earned_then = _points_of(lines, after, points)
    value = 0 if points is None else points.rule.point_value
    money = _payment(before, used * value, entry) - _payment(after, used_then * value, entry)
    return RefundSums(money, used - used_then, max(0, earned - earned_then), 0 if points is None else points.balance)


def returned_amount(lines: Sequence[LineFields], amount: int) -> tuple[LineFields, ...]:
    """What goes back when only an amount is typed: every line when it is the whole of the purchase, else a line of its own, at the tax
    they all have."""
    if amount == sum(line.amount for line in lines):
        return tuple(lines)
    rates = {line.tax_rate for line in lines}
    return (
        LineFields(
            product=lines[0].product if len(lines) == 1 else "",
            quantity=Decimal(1),
            unit_price=amount,
            amount=amount,
            tax_rate=rates.pop() if len(rates) == 1 else None,
            earns_points=not lines or any(line.earns_points for line in lines),
        ),
    )


def _points_of(lines: Sequence[LineFields], here: Sequence[LineFields], points: RefundPoints | None) -> tuple[int, int]:
    """Used and earned while `here` is what is left of the purchase."""
    if points is None:
        return 0, 0
    left = sum(line.amount for line in here)
    used = points.used if len(here) == len(lines) else used_after_refund(points.used, points.rule.point_value, left)
    earned = earned_by(points.rule, points.basis, [point_line(line) for line in here], used).points if left > 0 else 0
    return used, earned


def _payment(lines: Sequence[LineFields], paid_by_points: int, entry: TaxEntry) -> int:
    """What the customer pays for what is left. An amount given back of no line in particular takes its part of every rate."""
    amount = sum(line.amount for line in lines)
    if amount <= 0 or entry is TaxEntry.INCLUDED:
        return max(0, amount - paid_by_points)
    loose = [line for line in lines if line.amount < 0 and line.tax_rate is None]
    priced = [line for line in lines if line not in loose]
    on_top = sum(part.tax for part in tax_parts(priced, entry, paid_by_points - sum(line.amount for line in loose)))
    return amount - paid_by_points + on_top
