"""Columns of a table of customers, of everybody or of some alone."""

from __future__ import annotations

from typing import Any

import numpy as np
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.analytics.occasions import Ints
from app.models.arrays import read_columns

IN_STATEMENT = 500
# For more, the whole table is read and sifted.
MANY = 5_000


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
