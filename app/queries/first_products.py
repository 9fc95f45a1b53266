"""With what customers began: the products of their first visit."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.products import ProductBook
from app.models.changes import cache_of, changed_in
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.summary import CustomerStat


def product_name(book: ProductBook, code: str, name: str) -> str:
    """That of the list of products where it stands there, else what the receipt says."""
    found = book.find(code, name)
    return name if found is None else found.fields.name


def first_products(session: Session) -> Mapping[str, Ints]:
    """By product the customers on whose first day it was bought, ascending."""

    def build() -> dict[str, Ints]:
        line, book = PurchaseLine, product_book(session)
        query = select(CustomerStat.customer_id, line.product_code, line.product)
        query = query.join(Purchase, (Purchase.customer_id == CustomerStat.customer_id) & (Purchase.day == CustomerStat.first_day))
        query = query.join(line, line.purchase_id == Purchase.id).where(Purchase.net > 0, line.amount > 0)
        found: dict[str, set[int]] = {}
        names: dict[tuple[str, str], str] = {}
        for customer, code, name in session.execute(query):
            label = names.get((code, name)) or names.setdefault((code, name), product_name(book, code, name))
            if label:
                found.setdefault(label, set()).add(customer)
        return {label: np.array(sorted(ids), dtype=np.int64) for label, ids in found.items()}

    if changed_in(session):
        return build()
    return cache_of(session).get("first products", (Entity.PURCHASE, Entity.PRODUCT), build)
