"""What a visit comes to at the counter while it is typed: discount, points, tax, payment, and the points afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.domain.figures import PurchaseRow
from app.domain.money import JPY, Currency
from app.domain.periods import add_months
from app.domain.points import BASIS_POINTS, EarnBasis, LotRow, PointLine, RuleFields, earned_by
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.shop import TaxEntry
from app.domain.status import Chip
from app.domain.tiers import TierFields
from app.domain.visit_sums import TaxPart, line_amount, tax_parts


@dataclass(frozen=True, slots=True)
class CounterBasis:
    """The shop's ways. `has_products`: there is a list of products; `often`: one piece of each of what is sold often."""

    currency: Currency = JPY
    tax_entry: TaxEntry = TaxEntry.INCLUDED
    staff: tuple[str, ...] = ()
    often: tuple[LineFields, ...] = ()
    has_products: bool = False
    closed_weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterPoints:
    """What decides about points for one customer on `day`. `balance` is as if the visit shown were not there; `usable` counts what
    it used.

    `rule` None: nothing is earned and nothing can be used. `tier_rank`: how many tiers stand above the customer's. `introduced`: what
    the customer gets when somebody's personal code comes with the visit.
    """

    day: date
    rule: RuleFields | None = None
    basis: EarnBasis = field(default_factory=EarnBasis)
    balance: int = 0
    usable: int = 0
    next_lapse: LotRow | None = None
    tier: TierFields | None = None
    tier_rank: int = 0
    introduced: int = 0


@dataclass(frozen=True, slots=True)
class CounterCustomer:
    """`usual_days` is the customer's own rhythm, None while it is not known; `lines` what was bought last, at the prices of then and
    without its discounts."""

    id: int
    name: str
    is_company: bool
    staff: str
    note: str
    chip: Chip
    usual_days: int | None
    last: PurchaseRow | None
    lines: tuple[LineFields, ...]
    points: CounterPoints


@dataclass(frozen=True, slots=True)
class CounterStart:
    """`fields` of the purchase that is to be changed."""

    basis: CounterBasis
    customer: CounterCustomer | None
    fields: PurchaseFields | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Minor units. `amount` is what is recorded: the lines after their discounts. `taxes` are within `payment`; `tax_on_top` is what
    was added to the prices for it."""

    lines: int
    subtotal: int
    discount: int
    amount: int
    points_used: int
    paid_by_points: int
    taxes: tuple[TaxPart, ...]
    tax_on_top: int
    payment: int
    earned: int
    balance: int

    @property
    def balance_after(self) -> int:
        return self.balance - self.points_used + self.earned


def reckon(lines: Sequence[LineFields], entry: TaxEntry, points: CounterPoints | None = None, used: int = 0) -> Reckoning:
    """The whole of the bill; of points above what can be used, those that can."""
    amount = sum(line.amount for line in lines)
    discount = sum(line.discount for line in lines)
    rule = None if points is None else points.rule
    used = min(used, most_points(points, amount))
    paid = used * rule.point_value if rule is not None else 0
    taxes = tax_parts(lines, entry, less=paid)
    on_top = sum(part.tax for part in taxes) if entry is TaxEntry.EXCLUDED else 0
    earned = 0
    if points is not None and rule is not None:
        earned = earned_by(rule, points.basis, [point_line(line) for line in lines], used).points
    return Reckoning(
        len(lines),
        amount + discount,
        discount,
        amount,
        used,
        paid,
        taxes,
        on_top,
        amount - paid + on_top,
        earned,
        0 if points is None else points.balance,
    )


def point_line(line: LineFields) -> PointLine:
    rate = None if line.tax_rate is None else int(line.tax_rate * BASIS_POINTS)
    return PointLine(line.amount, rate, line.earns_points)


def most_points(points: CounterPoints | None, amount: int) -> int:
    """How many points can pay for a visit of `amount`."""
    if points is None or points.rule is None:
        return 0
    return max(0, min(points.usable, max(0, amount) // points.rule.point_value))


def lines_for_again(lines: Sequence[LineFields]) -> tuple[LineFields, ...]:
    """What was bought, to be bought again: the discount was for that day, and who is in charge is asked anew."""
    again = []
    for line in lines:
        amount = line_amount(line.quantity, line.unit_price)
        # A line whose amount came about otherwise (a set price in a file) keeps it.
        kept = line.amount + line.discount if line.amount + line.discount != amount else amount
        again.append(replace(line, discount=0, amount=kept, staff=""))
    return tuple(again)


def next_dates(day: date, today: date, usual_days: int | None, closed_weekdays: Sequence[int]) -> tuple[date | None, date]:
    """When the next visit may be due after one of `day`: by the customer's rhythm (None when unknown or past), and a month later.

    On a day on which the shop is closed: the next one on which it is open.
    """
    usual = None if usual_days is None else _open_day(day + timedelta(days=usual_days), closed_weekdays)
    month = _open_day(add_months(max(day, today), 1), closed_weekdays)
    return (usual if usual is not None and usual > today else None), month


def _open_day(day: date, closed_weekdays: Sequence[int]) -> date:
    if len(set(closed_weekdays)) >= 7:
        return day
    while day.weekday() in closed_weekdays:
        day += timedelta(days=1)
    return day
