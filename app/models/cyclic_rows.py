"""What was bought last of the products that are due again, for queries and rules alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import Session

from app.domain.products import ProductBook, ProductRow
from app.models.customer import Customer, is_here
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine

_PORTION = 300
_Words = tuple[str, str]


def reused_products(session: Session, product_id: int | None = None) -> dict[int, ProductRow]:
    """Products that are due again some days after they were bought; of this one only, when it is named."""
    book = product_book(session)
    return {p.id: p for p in book.products if p.is_active and p.fields.reuse_days and product_id in (None, p.id)}


def newest_bought(
    session: Session, wanted: Mapping[int, ProductRow], since: date, customer_id: int | None = None
) -> dict[tuple[int, int], date]:
    """By customer and product the day it was bought last, on or after `since`; customers who left are passed over. What was given back
    was not bought."""
    words = _words_of(session, product_book(session), wanted, since, customer_id)
    newest: dict[tuple[int, int], date] = {}
    for customer, day, product in _bought(session, words, since, customer_id):
        key = (customer, product.id)
        newest[key] = max(day, newest.get(key, day))
    return newest


def _words_of(
    session: Session, book: ProductBook, wanted: Mapping[int, ProductRow], since: date, customer_id: int | None
) -> dict[_Words, ProductRow]:
    """What lines call the wanted products: (name, code) as written."""
    line = PurchaseLine
    query = select(line.product, line.product_code).join(Purchase, Purchase.id == line.purchase_id).distinct()
    found = ((name, code, book.find(code, name)) for name, code in session.execute(_within(query, since, customer_id)))
    return {(name, code): product for name, code, product in found if product is not None and product.id in wanted}


def _bought(
    session: Session, words: Mapping[_Words, ProductRow], since: date, customer_id: int | None
) -> Iterator[tuple[int, date, ProductRow]]:
    """Customer, day and product of every receipt on which something of the product is left after its refunds."""
    line = PurchaseLine
    receipt = func.coalesce(Purchase.refund_of_id, Purchase.id)
    what: tuple[Any, ...] = (line.product, line.product_code)
    named = list(words)
    for start in range(0, len(named), _PORTION):
        query = (
            select(func.min(Purchase.customer_id), func.min(Purchase.day).label("day"), *what)
            .join(Purchase, Purchase.id == line.purchase_id)
            .join(Customer, Customer.id == Purchase.customer_id)
            .where(is_here())
            .where(tuple_(*what).in_(named[start : start + _PORTION]))
            .group_by(receipt, *what)
            .having((func.sum(line.quantity) > 0) | (func.sum(line.amount) > 0))
        )
        for customer, day, name, code in session.execute(_within(query, since, customer_id)):
            yield customer, day, words[name, code]


def _within(query: Select[*tuple[Any, ...]], since: date, customer_id: int | None) -> Select[*tuple[Any, ...]]:
    query = query.where(Purchase.day >= since)
    return query.where(Purchase.customer_id.is_not(None)) if customer_id is None else query.where(Purchase.customer_id == customer_id)
