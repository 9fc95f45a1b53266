"""What a purchase earns and under which rule: the rule, tier and figures of the moment are kept with the purchase."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customers import PartialDate
from app.domain.points import (
    PER_CENT,
    EarnBasis,
    MorePointsThanAmount,
    PointsNeedCustomer,
    PointsOff,
    RuleFields,
    RuleRow,
    TooFewPointsToUse,
    basis_for,
    rule_for_use,
)
from app.domain.purchases import PurchaseFields
from app.domain.shop import TaxEntry
from app.models.base import day_number
from app.models.customer import Customer
from app.models.point_rows import is_first_visit, read_rules
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.models.tier_rows import read_tier_history, tier_of


@dataclass(slots=True)
class Earning:
    """Read once per transaction; `people` limits what is read of customers (None: everybody)."""

    session: Session
    people: Iterable[int] | None = None
    rules: tuple[RuleRow, ...] = ()
    _taxed_prices: bool = True
    _tiers: dict[int, list[tuple[int, str, int]]] | None = None
    _birthdays: dict[int, PartialDate | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rules = read_rules(self.session)
        if self.rules:
            self._taxed_prices = self.session.scalar(select(Shop.tax_entry)) is not TaxEntry.EXCLUDED

    def rule_for(self, day: date) -> RuleRow | None:
        return rule_for_use(self.rules, day)

    def basis(self, rule: RuleFields, customer_id: int, day: date, *, is_first: bool) -> EarnBasis:
        """The figures a purchase of a customer is counted with."""
        tier, rate = self.tier_of(customer_id, day)
        birthday = self._birthday(customer_id) if rule.birthday_rate != PER_CENT else None
        return basis_for(rule, day, birthday, is_first=is_first, tier=tier, tier_rate=rate, taxed_prices=self._taxed_prices)

    def tier_of(self, customer_id: int, day: date) -> tuple[str, int]:
        """Name and rate in per cent of the tier on a day; ("", 100) without one."""
        if self.people is not None:
            return tier_of(self.session, customer_id, day)
        if self._tiers is None:
            self._tiers = read_tier_history(self.session)
        history = self._tiers.get(customer_id, [])
        place = bisect_right(history, day_number(day), key=_since) - 1
        return history[place][1:] if place >= 0 else ("", PER_CENT)

    def _birthday(self, customer_id: int) -> PartialDate | None:
        if not self._birthdays and self.people is None:
            rows = self.session.execute(select(Customer.id, Customer.birthday).where(Customer.birthday.is_not(None)))
            self._birthdays = {number: birthday for number, birthday in rows} or {0: None}
        if self.people is not None and customer_id not in self._birthdays:
            self._birthdays[customer_id] = self.session.scalar(select(Customer.birthday).where(Customer.id == customer_id))
        return self._birthdays.get(customer_id)


def apply_rule(earning: Earning, purchase: Purchase, customer_id: int | None, fields: PurchaseFields) -> None:
    """Keep with a new purchase what it earns under, and how many points pay for it. TooFewPointsToUse, MorePointsThanAmount,
    PointsNeedCustomer, PointsOff."""
    rule = earning.rule_for(fields.day)
    purchase.points_used = fields.points_used
    purchase.rule_id = None if rule is None else rule.id
    purchase.points_basis = None
    check_points_used(fields.points_used, fields.amount, None if rule is None else rule.fields, customer_id)
    if rule is not None and customer_id is not None:
        is_first = rule.fields.first_visit_points > 0 and is_first_visit(earning.session, customer_id, fields.day)
        purchase.points_basis = earning.basis(rule.fields, customer_id, fields.day, is_first=is_first).as_json()


def apply_rule_again(session: Session, earning: Earning, purchase: Purchase, customer_id: int | None, fields: PurchaseFields) -> None:
    """As `apply_rule` for a purchase that is changed: the rule under which it was recorded stays, and so do the figures of it as
    long as neither the customer nor the day is another."""
    rule = next((one for one in earning.rules if one.id == purchase.rule_id), None)
    check_points_used(fields.points_used, fields.amount, None if rule is None else rule.fields, customer_id)
    purchase.points_used = fields.points_used
    if rule is None or customer_id is None:
        purchase.points_basis = None
    elif purchase.points_basis is None or (purchase.customer_id, purchase.day) != (customer_id, fields.day):
        is_first = rule.fields.first_visit_points > 0 and is_first_visit(session, customer_id, fields.day, besides=purchase.id)
        purchase.points_basis = earning.basis(rule.fields, customer_id, fields.day, is_first=is_first).as_json()


def check_points_used(points: int, amount: int, rule: RuleFields | None, customer_id: int | None) -> None:
    """Whether so many points may pay for an amount at all."""
    if points <= 0:
        return
    if customer_id is None:
        raise PointsNeedCustomer(field="points")
    if rule is None:
        raise PointsOff(field="points")
    if points < rule.use_from:
        raise TooFewPointsToUse(field="points", least=rule.use_from)
    if points * rule.point_value > amount:
        raise MorePointsThanAmount(field="points", most=amount // rule.point_value)


def _since(row: tuple[int, str, int]) -> int:
    return row[0]
