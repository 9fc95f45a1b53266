"""The shop's real sales as the simulator of rules wants them, and what today's rule and another would have cost on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Integer, Select, Text, case, cast, func, literal, select, tuple_, type_coerce
from sqlalchemy.orm import Session, aliased

from app.analytics.occasions import Ints
from app.analytics.point_simulation import NO_TIER, Flags, ReceiptFigures, simulate
from app.domain.entities import Entity
from app.domain.periods import Period, day_number
from app.domain.point_money import RuleTrial
from app.domain.points import STANDARD_TAX, RuleFields, used_after_refund
from app.domain.shop import TaxEntry
from app.models.arrays import read_columns
from app.models.changes import cache_of
from app.models.counter import Referral
from app.models.customer import Customer
from app.models.points import CustomerTier, LoyaltyState
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Shop
from app.models.summary import CustomerStat
from app.models.tier_rows import read_loyalty, read_tiers, read_tiers_on
from app.queries.point_money import finished_months, net_sales, used_share
from app.queries.points import rules

_DAY = type_coerce(Purchase.day, Integer)


@dataclass(frozen=True, slots=True)
class Sales:
    """The receipts of the last finished months."""

    figures: ReceiptFigures
    months: tuple[Period, ...]

    @property
    def period(self) -> Period:
        return Period(self.months[0].start, self.months[-1].end)


def tried(
    session: Session, today: date, now: RuleFields | None, other: RuleFields, tier_rates: Mapping[int, int] | None = None
) -> RuleTrial:
    """What two rules would have cost on the last 12 finished months. `tier_rates` replaces the rates of tiers (by id) in the other."""
    sales = sales_to_try(session, today)
    known = {tier.id: tier.fields.rate for tier in read_tiers(session, with_inactive=True)}
    return RuleTrial(
        period=sales.period,
        receipts=int(np.count_nonzero(sales.figures.total > 0)),
        sales=net_sales(session, sales.period),
        used=used_share(session, today),
        now=None if now is None else simulate(sales.figures, now, known, sales.months),
        other=simulate(sales.figures, other, known | dict(tier_rates or {}), sales.months),
    )


def sales_to_try(session: Session, today: date) -> Sales:
    """Receipts of customers in the last 12 finished months, what was given back later taken off.

    Products that earn no points today earn none here, whatever they did then. A tier counts as it was on the first of the month, in
    months before the shop had tiers as it is today. Kept until something of those months changes: a visit of today leaves them be.
    """
    months = tuple(finished_months(today))
    entities = {Entity.PURCHASE, Entity.CUSTOMER, Entity.PRODUCT, Entity.SHOP}

    def build() -> Sales:
        return Sales(_figures(session, months, today), months)

    end = months[-1].end
    return cache_of(session).get(f"sales to try {end}", entities, build, sales_before=end, basis=_basis(session, today))


def _basis(session: Session, today: date) -> tuple[Any, ...]:
    """What else the figures are made from: rules, tiers and introductions, without the entries that every visit writes."""
    values = tuple((row.id, row.fields.point_value) for row in rules(session))
    decided = session.execute(select(func.count(), func.max(CustomerTier.id))).one()
    state = session.execute(select(LoyaltyState.tiers_version, LoyaltyState.tiers_on)).first()
    brought = session.execute(select(func.count(), func.max(Referral.id), func.sum(type_coerce(Referral.day, Integer)))).one()
    tiers = tuple(read_tiers(session, with_inactive=True))
    return today, values, tiers, tuple(decided), None if state is None else tuple(state), tuple(brought)


def _figures(session: Session, months: tuple[Period, ...], today: date) -> ReceiptFigures:
    period = Period(months[0].start, months[-1].end)
    wanted = (Purchase.id, Purchase.customer_id, _DAY, Purchase.net, Purchase.points_used, func.coalesce(Purchase.rule_id, 0))
    columns = read_columns(session, select(*wanted).where(*_originals(Purchase, period)))
    order = np.argsort(columns[0])
    ids, customer, day, left, used, rule = (column[order] for column in columns)
    rates, earning, total = _amounts(session, period, ids)
    first_day, birth_month = _people(session, customer)
    return ReceiptFigures(
        day=day,
        total=total,
        earning=earning,
        tax_rates=rates,
        points_used=_still_used(session, used, rule, left),
        tier=_tiers(session, customer, day, months, today),
        is_birthday=birth_month == day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12 + 1,
        is_first=_first_of_day(customer, left) & (first_day == day),
        taxed_prices=session.scalar(select(Shop.tax_entry)) is not TaxEntry.EXCLUDED,
        referral_day=read_columns(session, select(type_coerce(Referral.day, Integer)).where(Referral.day >= period.start))[0],
    )


def _originals(table: type[Purchase], period: Period) -> tuple[ColumnElement[bool], ...]:
    return table.customer_id.is_not(None), table.refund_of_id.is_(None), table.day >= period.start, table.day < period.end


def _amounts(session: Session, period: Period, ids: Ints) -> tuple[tuple[int, ...], Ints, Ints]:
    """Tax rates; the amounts that earn by receipt and rate; all amounts by receipt. Refunds are taken off what they give back."""
    parts = [read_columns(session, query) for query in _line_queries(session, period)]
    receipt, rate, earns, amount = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    rates, column = np.unique(rate, return_inverse=True)
    row = np.searchsorted(ids, receipt)
    shape = (len(ids), max(1, len(rates)))
    earning = np.zeros(shape, dtype=np.int64)
    np.add.at(earning, (row[earns == 1], column[earns == 1]), amount[earns == 1])
    total = np.zeros(len(ids), dtype=np.int64)
    np.add.at(total, row, amount)
    return tuple(int(known) for known in rates) or (STANDARD_TAX,), earning, total


def _line_queries(session: Session, period: Period) -> list[Select[*tuple[Any, ...]]]:
    """Receipt, tax rate, whether it earns, amount: of the receipts of the period, and of what was given back of them."""
    line, original = PurchaseLine, aliased(Purchase)
    columns = (func.coalesce(line.tax_rate, STANDARD_TAX), _earns(session, period), line.amount)
    sold = select(Purchase.id, *columns).join(Purchase, Purchase.id == line.purchase_id)
    returned = select(original.id, *columns).join(Purchase, Purchase.id == line.purchase_id)
    returned = returned.join(original, original.id == Purchase.refund_of_id)
    return [sold.where(*_originals(Purchase, period)), returned.where(*_originals(original, period))]


def _earns(session: Session, period: Period) -> ColumnElement[int]:
    """Whether a line earns by what the products say today; what is no product as it was recorded."""
    line, book = PurchaseLine, product_book(session)
    if not book.products and not book.groups:
        return type_coerce(line.earns_points, Integer)
    words = (line.product_code, line.product, line.product_group)
    sold = select(*words).join(Purchase, Purchase.id == line.purchase_id).where(Purchase.day >= period.start, Purchase.day < period.end)
    without = [(code, name, group) for code, name, group in session.execute(sold.distinct()) if not book.earns(code, name, group)]
    return case((tuple_(*words).in_(without), 0), else_=1) if without else literal(1)


def _still_used(session: Session, used: Ints, rule: Ints, left: Ints) -> Ints:
    """The points that paid for what is left of each receipt."""
    values = {row.id: row.fields.point_value for row in rules(session)}
    still = used.copy()
    for place in np.flatnonzero(used):
        still[place] = used_after_refund(int(used[place]), values.get(int(rule[place]), 1), int(left[place]))
    return still


def _people(session: Session, customer: Ints) -> tuple[Ints, Ints]:
    """Per receipt the day of the customer's first visit and the month of the birthday, 0 where unknown."""
    first = read_columns(session, select(CustomerStat.customer_id, func.coalesce(type_coerce(CustomerStat.first_day, Integer), -1)))
    born = type_coerce(Customer.birthday, Text)
    # The month stands before the last three signs, with and without a year.
    month = cast(func.substr(born, func.length(born) - 4, 2), Integer)
    birthdays = read_columns(session, select(Customer.id, month).where(Customer.birthday.is_not(None)))
    return _looked_up(customer, *first, missing=-1), _looked_up(customer, *birthdays, missing=0)


def _looked_up(wanted: Ints, ids: Ints, values: Ints, *, missing: int) -> Ints:
    if not len(ids):
        return np.full(len(wanted), missing, dtype=np.int64)
    order = np.argsort(ids)
    where = np.minimum(np.searchsorted(ids, wanted, sorter=order), len(ids) - 1)
    return np.where(ids[order[where]] == wanted, values[order[where]], missing)


def _first_of_day(customer: Ints, left: Ints) -> Flags:
    """Whether a receipt, in the order of recording, is the first of its customer here of which something is left."""
    first = np.zeros(len(customer), dtype=np.bool_)
    kept = np.flatnonzero(left > 0)
    first[kept[np.unique(customer[kept], return_index=True)[1]]] = True
    return first


def _tiers(session: Session, customer: Ints, day: Ints, months: tuple[Period, ...], today: date) -> Ints:
    tiers = np.full(len(customer), NO_TIER, dtype=np.int64)
    if not read_loyalty(session).tiers_on:
        return tiers
    now = read_tiers_on(session, today)
    for month in months:
        then = read_tiers_on(session, month.start)
        known = then if len(then.customer) else now
        hit = (day >= day_number(month.start)) & (day < day_number(month.end))
        tiers[hit] = _looked_up(customer[hit], known.customer, known.tier, missing=NO_TIER)
    return tiers
