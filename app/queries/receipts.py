"""All receipts as arrays, for figures that are worked out from the purchases themselves."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Integer, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import NOBODY, Ints, Occasions, Receipts, distinct, occasions_from
from app.domain.entities import Entity
from app.models.arrays import read_columns
from app.models.base import day_of
from app.models.changes import cache_of, changed_in
from app.models.purchase import Purchase
from app.models.summary import CustomerStat

DAY = type_coerce(Purchase.day, Integer)


def read_receipts(session: Session) -> Receipts:
    who = func.coalesce(Purchase.customer_id, NOBODY)
    return Receipts(*read_columns(session, select(who, DAY, Purchase.amount, Purchase.net)))


def read_occasions(session: Session, start: date | None = None, end: date | None = None) -> Occasions:
    """Occasions within [start, end)."""
    query = select(Purchase.customer_id, DAY).where(Purchase.customer_id.is_not(None), Purchase.net > 0)
    if start is not None:
        query = query.where(Purchase.day >= start)
    if end is not None:
        query = query.where(Purchase.day < end)
    return occasions_from(*read_columns(session, query))


def visitors_between(session: Session, start: date, end: date) -> Ints:
    """The customers with an occasion within [start, end), ascending."""
    query = select(Purchase.customer_id).where(Purchase.customer_id.is_not(None), Purchase.net > 0)
    return distinct(read_columns(session, query.where(Purchase.day >= start, Purchase.day < end))[0])


def kept_visitors(session: Session, start: date, end: date) -> Ints:
    """The same of days gone by, kept until a purchase before `end` changes."""
    if changed_in(session):
        return visitors_between(session, start, end)
    entities = (Entity.PURCHASE, Entity.CUSTOMER)
    key = f"visitors from {start} to {end}"
    return cache_of(session).get(key, entities, lambda: visitors_between(session, start, end), sales_before=end)


def first_occasion_day(session: Session) -> date | None:
    """The shop's first day with a customer's occasion, from the summary table."""
    return session.scalar(select(func.min(CustomerStat.first_day)))


def last_purchase_day(session: Session) -> date | None:
    number = session.scalar(select(func.max(DAY)))
    return None if number is None else day_of(number)
