"""The catalogue of rewards, and what of it a customer can have."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customer_rules import CustomerGone
from app.domain.customers import CustomerKind
from app.domain.rewards import RewardOffers, RewardRow, RewardShelf, bar_of
from app.models.customer import Customer
from app.models.reward_rows import is_open_to, reached_threshold, read_rewards, thresholds
from app.models.shop import Shop
from app.models.tier_rows import read_tiers
from app.queries.points import standing
from app.queries.products import product_rows
from app.queries.staff import staff_rows


def rewards(session: Session, *, with_archived: bool = False) -> tuple[RewardRow, ...]:
    """Cheapest first; `stock` is what is left."""
    return tuple(row for row in read_rewards(session) if with_archived or row.fields.is_active)


def reward_shelf(session: Session) -> RewardShelf:
    """Everything the catalogue is looked after with."""
    found = sorted(rewards(session, with_archived=True), key=lambda row: not row.fields.is_active)
    named = {row.fields.product_id for row in found}
    products = tuple((row.id, row.name) for row in product_rows(session, with_archived=True) if row.is_active or row.id in named)
    return RewardShelf(tuple(found), read_tiers(session)[::-1], products, session.scalars(select(Shop.currency)).one())


def reward_offers(session: Session, customer_id: int, today: date) -> RewardOffers:
    """What a customer can have for his points today, and what not yet. CustomerGone."""
    customer = session.execute(select(Customer.name, Customer.kind).where(Customer.id == customer_id)).one_or_none()
    if customer is None:
        raise CustomerGone
    usable = standing(session, customer_id, today).usable
    reached, offered = reached_threshold(session, customer_id, today), thresholds(session)
    offers = [bar_of(row, usable, has_tier=is_open_to(row.fields, reached, offered)) for row in rewards(session)]
    offers.sort(key=lambda offer: (offer.bar is not None, offer.row.fields.points))
    is_company = customer.kind is CustomerKind.COMPANY
    currency = session.scalars(select(Shop.currency)).one()
    staff = tuple(member.name for member in staff_rows(session))
    return RewardOffers(customer.name, is_company, usable, tuple(offers), currency, staff)
