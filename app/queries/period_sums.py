"""What was sold and who came within a period: from the months that are kept where it is made of them, else from the receipts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.occasions import NOBODY, Ints, occasions_of
from app.analytics.occasions import Receipts as ReceiptColumns
from app.domain.periods import Period, whole_months
from app.domain.summary import number_of_month
from app.models.arrays import read_columns
from app.models.purchase import Purchase
from app.models.summary import AnonymousMonth, MonthStat
from app.queries.receipts import DAY, visitors_between


@dataclass(frozen=True, slots=True)
class PeriodSums:
    """Amounts in minor units, refunds taken off on their day. `sales` to customers, `nobody` without one; `receipts` with something left
    and what is left of them, of customers and of nobody; `visits` are occasions of `buyers`."""

    sales: int = 0
    nobody: int = 0
    receipts: int = 0
    receipts_amount: int = 0
    visits: int = 0
    buyers: int = 0

    @property
    def all_sales(self) -> int:
        return self.sales + self.nobody


def period_sums(session: Session, period: Period, only: Ints | None = None) -> PeriodSums:
    """`only`: these customers, ascending, and nothing that was sold without a customer."""
    if only is not None:
        return _from_receipts(session, period, only)
    return _from_months(session, period) if whole_months(period) else _from_receipts(session, period, None)


def _from_months(session: Session, period: Period) -> PeriodSums:
    first, end = number_of_month(period.start), number_of_month(period.end)
    stat, nobody = MonthStat, AnonymousMonth
    known = select(
        func.sum(stat.amount), func.sum(stat.receipts), func.sum(stat.receipts_amount), func.sum(stat.n), func.sum(stat.buyers)
    ).where(stat.month >= first, stat.month < end)
    unknown = select(func.sum(nobody.amount), func.sum(nobody.receipts), func.sum(nobody.receipts_amount))
    sales, receipts, amount, visits, buyers = (value or 0 for value in session.execute(known).one())
    rest = [value or 0 for value in session.execute(unknown.where(nobody.month >= first, nobody.month < end)).one()]
    if end - first > 1:
        buyers = len(visitors_between(session, period.start, period.end))
    return PeriodSums(sales, rest[0], receipts + rest[1], amount + rest[2], visits, buyers)


def _from_receipts(session: Session, period: Period, only: Ints | None) -> PeriodSums:
    who = func.coalesce(Purchase.customer_id, NOBODY)
    query = select(who, DAY, Purchase.amount, Purchase.net).where(Purchase.day >= period.start, Purchase.day < period.end)
    customer, day, amount, net = read_columns(session, query)
    if only is not None:
        chosen = np.isin(customer, only)
        customer, day, amount, net = customer[chosen], day[chosen], amount[chosen], net[chosen]
    is_known, is_left = customer != NOBODY, net > 0
    occasions = occasions_of(ReceiptColumns(customer, day, amount, net))
    return PeriodSums(
        sales=int(amount[is_known].sum()),
        nobody=int(amount[~is_known].sum()),
        receipts=int(is_left.sum()),
        receipts_amount=int(net[is_left].sum()),
        visits=len(occasions),
        buyers=len(occasions.starts()),
    )
