"""What the counter asks for in one read: the shop's ways, who has come, and what decides about points on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.counter import CounterBasis, CounterCustomer, CounterPoints, CounterStart, lines_for_again
from app.domain.customers import CustomerKind
from app.domain.money import currency_of
from app.domain.points import BASIS_POINTS, PER_CENT, EarnBasis, PointStanding, RuleFields, RuleRow, basis_for, rule_for_use, rule_on
from app.domain.purchases import LineFields
from app.domain.rhythm import RhythmSource
from app.domain.shop import TaxEntry
from app.domain.tiers import TierFields
from app.models.customer import Customer
from app.models.point_rows import is_first_visit
from app.models.points import PointEntry
from app.models.product_book import product_book
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.customers import customer_card
from app.queries.points import rules, standing
from app.queries.purchases import customer_of, frequent_products, last_lines, purchase_fields, purchases_of
from app.queries.shop import shop_fields
from app.queries.staff import staff_rows
from app.queries.standing import customer_facts
from app.queries.tiers import tier_on, tiers

_OFTEN = 200
_LOOKED_BACK = 8


def counter_start(session: Session, customer_id: int | None, purchase_id: int | None, today: date) -> CounterStart:
    """Everything a visit opens with; with `purchase_id` the purchase that is to be changed. VisitGone, CustomerGone."""
    fields = None if purchase_id is None else purchase_fields(session, purchase_id)
    owner = customer_id if purchase_id is None else customer_of(session, purchase_id)
    day = today if fields is None else fields.day
    customer = None if owner is None else counter_customer(session, owner, day, today, purchase_id)
    return CounterStart(counter_basis(session, today), customer, fields)


def counter_basis(session: Session, today: date) -> CounterBasis:
    shop = shop_fields(session)
    return CounterBasis(
        currency_of(shop.currency),
        shop.tax_entry,
        tuple(row.name for row in staff_rows(session)),
        _sold_often(session, today),
        bool(product_book(session).products),
        tuple(shop.closed_weekdays),
    )


def counter_customer(session: Session, customer_id: int, day: date, today: date, purchase_id: int | None = None) -> CounterCustomer:
    """Who has come on `day`; `purchase_id` is the visit that is being changed."""
    fields = customer_card(session, customer_id).fields
    facts = customer_facts(session, customer_id, today)
    rhythm = facts.rhythm
    last = next((row for row in purchases_of(session, customer_id, limit=_LOOKED_BACK) if not row.is_refund and row.left > 0), None)
    return CounterCustomer(
        id=customer_id,
        name=fields.name,
        is_company=fields.kind is CustomerKind.COMPANY,
        staff=fields.staff,
        note=fields.note,
        chip=facts.status.chip,
        usual_days=rhythm.shown_days if rhythm is not None and rhythm.source is RhythmSource.OWN else None,
        last=last,
        lines=lines_for_again(_as_known(session, last_lines(session, customer_id))),
        points=counter_points(session, customer_id, day, today, purchase_id),
    )


def counter_points(session: Session, customer_id: int | None, day: date, today: date, purchase_id: int | None = None) -> CounterPoints:
    """What decides about points on a day; without a customer, for somebody who is new.

    The balance is today's; on an earlier day no more can be used than there was on both days. A visit that is being changed keeps the
    rule under which it was recorded, and stands outside the balance; of it can be used what pays for it already and what the customer
    has besides, never what it earned itself.
    """
    versions = rules(session)
    introduced = _introduced(versions, today)
    if customer_id is None:
        rule = rule_on(versions, day)
        return (
            CounterPoints(day)
            if rule is None
            else CounterPoints(day, rule.fields, _newcomer(session, rule.fields, day), introduced=introduced)
        )
    purchase = None if purchase_id is None else session.get(Purchase, purchase_id)
    rule = rule_for_use(versions, day) if purchase is None else next((one for one in versions if one.id == purchase.rule_id), None)
    tier = tier_on(session, customer_id, day).tier
    tier_fields = None if tier is None else tier.fields
    rank = sum(1 for row in tiers(session) if tier is not None and row.fields.threshold > tier.fields.threshold)
    if rule is None:
        return CounterPoints(day, tier=tier_fields, tier_rank=rank)
    own = () if purchase is None else _own_lots(session, purchase.id)
    now = _without(standing(session, customer_id, today), own)
    usable = now.usable if day == today else min(now.usable, _without(standing(session, customer_id, day), own).usable)
    balance, lapse = now.balance, now.next_lapse
    if purchase is None and not rule.fields.is_on and not usable:
        return CounterPoints(day, tier=tier_fields, tier_rank=rank)
    basis = _basis(session, rule.fields, customer_id, day, tier_fields, purchase_id)
    if purchase is not None and purchase.customer_id == customer_id:
        balance = standing(session, customer_id, today).balance - _effect(session, purchase.id)
        # What pays for it already stays usable, wherever the balance has gone since.
        usable += purchase.points_used
        lapse = None if purchase.points_used else lapse
        if purchase.day == day and purchase.points_basis is not None:
            basis = EarnBasis.from_json(purchase.points_basis)
    return CounterPoints(day, rule.fields, basis, balance, usable, lapse, tier_fields, rank, introduced)


def _basis(session: Session, rule: RuleFields, customer_id: int, day: date, tier: TierFields | None, purchase_id: int | None) -> EarnBasis:
    birthday = session.scalar(select(Customer.birthday).where(Customer.id == customer_id))
    is_first = is_first_visit(session, customer_id, day, besides=purchase_id)
    name, rate = ("", PER_CENT) if tier is None else (tier.name, tier.rate)
    return basis_for(rule, day, birthday, is_first=is_first, tier=name, tier_rate=rate, taxed_prices=_is_taxed(session))


def _newcomer(session: Session, rule: RuleFields, day: date) -> EarnBasis:
    return basis_for(rule, day, None, is_first=True, tier="", tier_rate=PER_CENT, taxed_prices=_is_taxed(session))


def _is_taxed(session: Session) -> bool:
    return session.scalar(select(Shop.tax_entry)) is not TaxEntry.EXCLUDED


def _introduced(versions: Sequence[RuleRow], today: date) -> int:
    """What a new customer gets who was introduced: an introduction counts on the day on which it is written down."""
    rule = rule_on(versions, today)
    return 0 if rule is None else rule.fields.referred_points


def _own_lots(session: Session, purchase_id: int) -> tuple[int, ...]:
    """The lots that hold what a purchase earned."""
    entry = PointEntry
    earned = select(entry.lot_id).where(entry.purchase_id == purchase_id, entry.points > 0, entry.reverses_id.is_(None))
    return tuple(session.scalars(earned.distinct()))


def _without(stands: PointStanding, lots: tuple[int, ...]) -> PointStanding:
    """As if some lots were not there."""
    left = tuple(lot for lot in stands.lots if lot.id not in lots)
    balance = sum(lot.left for lot in left)
    return PointStanding(balance, max(0, balance), left)


def _effect(session: Session, purchase_id: int) -> int:
    """What a purchase moved in the ledger: earned less used."""
    return session.scalar(select(func.sum(PointEntry.points)).where(PointEntry.purchase_id == purchase_id)) or 0


def _sold_often(session: Session, today: date) -> tuple[LineFields, ...]:
    """One piece of each, at the price on the list where it stands there, else at the latest."""
    book = product_book(session)
    lines = []
    for sold in frequent_products(session, today, limit=_OFTEN):
        listed = book.find(sold.product_code, sold.product)
        price = sold.unit_price if listed is None or listed.fields.price is None else listed.fields.price
        lines.append(LineFields(sold.product, sold.product_code, sold.group, Decimal(1), price, 0, price, sold.tax_rate))
    return _as_known(session, tuple(lines))


def _as_known(session: Session, lines: tuple[LineFields, ...]) -> tuple[LineFields, ...]:
    """Lines sold again: whether they earn points, and at which tax, is what the list of products says now."""
    book = product_book(session)
    known = []
    for line in lines:
        rate = book.tax_rate_of(line.product_code, line.product, line.group)
        earns = book.earns(line.product_code, line.product, line.group)
        known.append(replace(line, earns_points=earns, tax_rate=line.tax_rate if rate is None else Decimal(rate) / BASIS_POINTS))
    return tuple(known)
