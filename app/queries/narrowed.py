"""Columns of a table of customers, of everybody or of some alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Integer, Select, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.summary import CustomerMonth

IN_STATEMENT = 2_000
# Days of a month on which somebody came, and whether one was active, fit in this many.
_IN_A_MONTH = 64
# Of so many months the rows of some customers are kept together, for the charts that ask for about as many.
KEPT_MONTHS = 30


@dataclass(frozen=True, slots=True)
class CustomerMonths:
    """Rows of customer_month, parallel; `is_active` 1 where the customer is active at the first day of the month."""

    customer: Ints
    month: Ints
    n: Ints
    amount: Ints
    is_active: Ints


def customer_months(session: Session, low: int, running: int, customers: Ints | None) -> CustomerMonths:
    """The months from `low` up to the one after `running`, of `customers` alone (ascending ids), None: of all."""
    first = min(low, running - KEPT_MONTHS)

    def build() -> CustomerMonths:
        table = CustomerMonth
        # Three small numbers as one: each column that is read costs as much as the next.
        packed = table.month * _IN_A_MONTH + table.n * 2 + type_coerce(table.is_active, Integer)
        query = select(table.customer_id, packed, table.amount).where(table.month.between(first, running + 1))
        customer, joint, amount = narrowed_columns(session, query, table.customer_id, customers)
        return CustomerMonths(customer, joint // _IN_A_MONTH, joint % _IN_A_MONTH // 2, amount, joint % 2)

    if customers is None or changed_in(session):
        return build()
    basis = (first, running, hashlib.sha256(customers.tobytes()).hexdigest())
    # The longest look back is kept beside the usual one, not instead of it.
    key = "months of some customers" if first == running - KEPT_MONTHS else "more months of some customers"
    return cache_of(session).get(key, (Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP), build, basis=basis)


def narrowed_columns(
    session: Session, query: Select[*tuple[Any, ...]], owner: InstrumentedAttribute[int], customers: Ints | None
) -> list[Ints]:
    """The query's columns, of which the first is the customer (`owner`); of `customers` alone (ascending ids), None: of all."""
    if customers is None:
        return read_columns(session, query)
    parts = [
        read_columns(session, query.where(owner.in_(customers[at : at + IN_STATEMENT].tolist())))
        for at in range(0, max(1, len(customers)), IN_STATEMENT)
    ]
    return [np.concatenate(column) for column in zip(*parts, strict=True)]
