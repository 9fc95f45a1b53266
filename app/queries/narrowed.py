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
# For more, the whole table is read and sifted.
MANY = 40_000
# Of so many months the rows of some customers are kept together, for the charts that ask for about as many.
KEPT_MONTHS = 14


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
        columns = (table.customer_id, table.month, table.n, table.amount, type_coerce(table.is_active, Integer))
        query = select(*columns).where(table.month.between(first, running + 1))
        return CustomerMonths(*narrowed_columns(session, query, table.customer_id, customers))

    if customers is None or changed_in(session):
        return build()
    basis = (first, running, hashlib.sha256(customers.tobytes()).hexdigest())
    return cache_of(session).get("months of some customers", (Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP), build, basis=basis)


def narrowed_columns(
    session: Session, query: Select[*tuple[Any, ...]], owner: InstrumentedAttribute[int], customers: Ints | None
) -> list[Ints]:
    """The query's columns, of which the first is the customer (`owner`); of `customers` alone (ascending ids), None: of all."""
    if customers is None:
        return read_columns(session, query)
    if len(customers) > MANY:
        columns = read_columns(session, query)
        inside = np.isin(columns[0], customers)
        return [column[inside] for column in columns]
    parts = [
        read_columns(session, query.where(owner.in_(customers[at : at + IN_STATEMENT].tolist())))
        for at in range(0, max(1, len(customers)), IN_STATEMENT)
    ]
    return [np.concatenate(column) for column in zip(*parts, strict=True)]
