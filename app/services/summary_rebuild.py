"""The summary tables from all purchases at once, by arrays: seconds for two million purchases."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, Table, delete, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.kept_sums import NONE, KeptSums, kept_sums
from app.analytics.occasions import Receipts, occasions_from
from app.analytics.standing import shop_median_gap
from app.domain.progress import Progress
from app.models.arrays import insert_columns, read_columns
from app.models.base import Base
from app.models.purchase import Purchase
from app.models.summary import CohortStat, CustomerMonth, CustomerStat, MonthStat

_DAY = type_coerce(Purchase.day, Integer)


def rebuild_tables(session: Session, *, window: int, as_of: date, revision: int, progress: Progress) -> tuple[float | None, int]:
    """Empty and fill the four tables of customers; returns the shop's median gap in days and the number of occasions."""
    query = select(Purchase.customer_id, _DAY, Purchase.amount, Purchase.net).where(Purchase.customer_id.is_not(None))
    customer, day, amount, net = read_columns(session, query)
    sums = kept_sums(Receipts(customer, day, amount, net), window=window, as_of=as_of)
    tables: list[tuple[type[Base], dict[str, list[Any]]]] = [
        (CustomerStat, _stat_columns(sums, revision)),
        (CustomerMonth, _lists(sums.customer_month)),
        (MonthStat, _lists(sums.month_stat)),
        (CohortStat, _lists(sums.cohort_stat)),
    ]
    for model, columns in tables:
        session.execute(delete(model))
        insert_columns(session, cast("Table", model.__table__), columns, progress)
    return sums.shop_gap, int(sums.customer_stat["n"].sum())


def learn_shop_gap(session: Session) -> float | None:
    """The median gap in days between the occasions of all customers."""
    query = select(Purchase.customer_id, _DAY).where(Purchase.customer_id.is_not(None), Purchase.net > 0)
    return shop_median_gap(occasions_from(*read_columns(session, query)))


def _stat_columns(sums: KeptSums, revision: int) -> dict[str, list[Any]]:
    columns = _lists(sums.customer_stat)
    for name in ("first_day", "second_day", "last_day", "previous_day", "returned_day", "first_month"):
        columns[name] = [None if value == NONE else value for value in columns[name]]
    columns["median_gap"] = [None if gap != gap else gap for gap in sums.median_gap.tolist()]
    columns["revision"] = [revision] * len(columns["customer_id"])
    return columns


def _lists(columns: dict[str, NDArray[np.int64]]) -> dict[str, list[Any]]:
    return {name: values.tolist() for name, values in columns.items()}
