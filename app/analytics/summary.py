"""The line of figures about the whole shop, straight from receipts: what the kept sums are checked against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from app.analytics.occasions import NOBODY, Receipts, occasions_of
from app.analytics.repeat import HORIZONS, NEVER, first_and_second_days, repeat_rate
from app.domain.rates import Rate, half_up


@dataclass(frozen=True, slots=True)
class KpiSummary:
    """`customers` are records, `buyers` those with an occasion; amounts in minor units; `aov` None without a receipt."""

    customers: int
    buyers: int
    receipts: int
    net_sales: int
    aov: int | None
    one_time: int
    repeat_rate: dict[int, Rate]
    sales_without_customer: int
    rows_without_customer: int
    as_of: date


def kpi_summary(receipts: Receipts, *, customers: int, rows_without_customer: int, as_of: date) -> KpiSummary:
    """Figures of everything before `as_of`; the two counts of records and rows come from the tables."""
    counted = receipts.before(as_of)
    occasions = occasions_of(counted)
    first, second = first_and_second_days(occasions)
    return KpiSummary(
        customers=customers,
        buyers=len(first),
        receipts=int((counted.net > 0).sum()),
        net_sales=int(counted.amount.sum()),
        aov=average_amount(counted),
        one_time=int((second == NEVER).sum()),
        repeat_rate={horizon: repeat_rate(first, second, as_of, horizon) for horizon in HORIZONS},
        sales_without_customer=int(counted.amount[counted.customer == NOBODY].sum()),
        rows_without_customer=rows_without_customer,
        as_of=as_of,
    )


def average_amount(receipts: Receipts) -> int | None:
    """Average purchase amount (AOV): the receipts with net > 0, their sum by their number, half-up to a minor unit."""
    kept = receipts.net[receipts.net > 0]
    return half_up(int(np.sum(kept)), len(kept)) if len(kept) else None


def coverage_without_customer(summary: KpiSummary) -> float | None:
    """The share of net sales that no customer stands for, beside every customer figure; None without sales."""
    return summary.sales_without_customer / summary.net_sales if summary.net_sales > 0 else None
