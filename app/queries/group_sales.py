"""Who bought a product, or something of a product group, in the last days. What was given back was not bought.

Kept until a purchase or a product changes: while a group is built, the same is asked again and again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints, distinct
from app.domain.entities import Entity
from app.domain.group_specs import Value
from app.domain.products import ProductBook
from app.domain.text import collapse_spaces, fold
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine

_PORTION = 200
_MADE_OF = (Entity.PURCHASE, Entity.PRODUCT)
Words = tuple[str, str, str]


def buyers_of_product(session: Session, product: Value, since: date) -> Ints:
    """`product`: the id of a product of the list, or what receipts call one that is not in it. Ids ascending."""

    def build() -> Ints:
        return _buyers_of_product(session, product, since)

    return build() if changed_in(session) else cache_of(session).get(f"buyers of {product!r} since {since}", _MADE_OF, build)


def buyers_of_group(session: Session, group: str, since: date) -> Ints:
    """`group` as it is called, or was called before. Ids ascending."""

    def build() -> Ints:
        return _buyers_of_group(session, group, since)

    return build() if changed_in(session) else cache_of(session).get(f"buyers of group {group!r} since {since}", _MADE_OF, build)


def _buyers_of_product(session: Session, product: Value, since: date) -> Ints:
    book = product_book(session)
    listed = next((row for row in book.products if row.id == product), None) if isinstance(product, int) else book.find("", product)
    if listed is None and isinstance(product, int):
        return np.empty(0, dtype=np.int64)

    def is_meant(name: str, code: str, _group: str) -> bool:
        found = book.find(code, name)
        if listed is None or found is None:
            return listed is None and found is None and _key(name) == _key(str(product))
        return found.id == listed.id

    return _buyers(session, since, is_meant)


def _buyers_of_group(session: Session, group: str, since: date) -> Ints:
    book: ProductBook = product_book(session)
    found = book.find_group(group)
    wanted = _key(group if found is None else found.name)
    return _buyers(session, since, lambda name, code, said: bool(wanted) and _key(book.group_of(code, name, said)) == wanted)


def _buyers(session: Session, since: date, is_meant: Callable[[str, str, str], bool]) -> Ints:
    line = PurchaseLine
    what: tuple[Any, ...] = (line.product, line.product_code, line.product_group)
    named = select(*what).join(Purchase, Purchase.id == line.purchase_id).distinct()
    words = [tuple(row) for row in session.execute(named.where(Purchase.day >= since)) if is_meant(*row)]
    found = [np.empty(0, dtype=np.int64)]
    for start in range(0, len(words), _PORTION):
        found.append(_owners(session, since, words[start : start + _PORTION], what))
    return distinct(np.concatenate(found))


def _owners(session: Session, since: date, words: list[Words], what: tuple[Any, ...]) -> Ints:
    """Whose receipts still have something of these after their refunds."""
    line = PurchaseLine
    receipt = func.coalesce(Purchase.refund_of_id, Purchase.id)
    query = (
        select(func.min(Purchase.customer_id))
        .select_from(line)
        .join(Purchase, Purchase.id == line.purchase_id)
        .where(Purchase.day >= since, Purchase.customer_id.is_not(None), tuple_(*what).in_(words))
        .group_by(receipt, *what)
        .having((func.sum(line.quantity) > 0) | (func.sum(line.amount) > 0))
    )
    return read_columns(session, query)[0]


def _key(name: str) -> str:
    return fold(name) or collapse_spaces(name).casefold()
