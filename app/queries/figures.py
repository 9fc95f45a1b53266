"""The figures of the command line, worked out from the purchases themselves, with the names its contract gives them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics import cohorts as cohort_tables
from app.analytics import retention as retentions
from app.analytics import summary as summaries
from app.analytics.groups import groups_of
from app.analytics.occasions import occasions_of
from app.analytics.standing import shop_median_gap, standing_from
from app.domain.figures import (
    CohortLine,
    RateFields,
    RepurchaseLine,
    RetentionLine,
    RfmFigures,
    RfmLine,
    SummaryFigures,
)
from app.domain.periods import PeriodKind, day_of, retention_spans
from app.domain.rates import Rate
from app.domain.segments import SEGMENTS
from app.models.customer import Customer
from app.models.purchase import Purchase
from app.queries.receipts import last_purchase_day, read_occasions, read_receipts
from app.queries.standing import shop_rules


def default_as_of(session: Session, today: date) -> date:
    """The day after the last purchase in a shop without sales of today, else today."""
    last = last_purchase_day(session)
    return today if last is None or last >= today else last + timedelta(days=1)


def kpi_summary(session: Session, as_of: date) -> SummaryFigures:
    customers = session.scalar(select(func.count()).select_from(Customer)) or 0
    rows = select(func.sum(Purchase.line_count)).where(Purchase.customer_id.is_(None), Purchase.day < as_of)
    figures = summaries.kpi_summary(
        read_receipts(session), customers=customers, rows_without_customer=session.scalar(rows) or 0, as_of=as_of
    )
    return SummaryFigures(
        customers=figures.customers,
        buyers=figures.buyers,
        receipts=figures.receipts,
        net_sales=figures.net_sales,
        aov=figures.aov,
        one_time=figures.one_time,
        repeat_rate={str(horizon): RateFields.of(rate) for horizon, rate in figures.repeat_rate.items()},
        sales_without_customer=figures.sales_without_customer,
        rows_without_customer=figures.rows_without_customer,
        as_of=as_of,
    )


def retention(session: Session, kind: PeriodKind, as_of: date) -> list[RetentionLine]:
    """One line per period of the shop's history; the running period is measured at `as_of`."""
    rules = shop_rules(session)
    occasions = read_occasions(session, end=as_of)
    if not len(occasions):
        return []
    first = day_of(int(occasions.day.min()))
    spans = retention_spans(kind, first, as_of, window=rules.window, fiscal_start=rules.fiscal_start)
    return [
        RetentionLine(row.start, row.end, *_fields(row.rate), row.is_complete)
        for row in retentions.retention(occasions, spans, rules.window)
    ]


def repurchase(session: Session, as_of: date) -> list[RepurchaseLine]:
    """Month against next month."""
    lines = retentions.repurchase(read_occasions(session, end=as_of), as_of)
    return [RepurchaseLine(line.month.start, line.next_month.start, *_fields(line.rate), line.is_complete) for line in lines]


def cohorts(session: Session, as_of: date) -> list[CohortLine]:
    table = cohort_tables.cohort_retention(read_occasions(session, end=as_of), as_of)
    return [
        CohortLine(f"{cell.cohort:%Y-%m}", cell.size, cell.k, cell.rate.numerator, cell.rate.rate, cell.is_complete)
        for cell in table.cells()
    ]


def rfm(session: Session, as_of: date) -> RfmFigures:
    """Everybody with an occasion before `as_of`, by customer id; the shop's frozen cut points, else those learned at `as_of`."""
    rules = shop_rules(session)
    receipts = read_receipts(session).before(as_of)
    standing = standing_from(receipts, as_of)
    groups = groups_of(standing, window=rules.window, shop_gap=shop_median_gap(occasions_of(receipts)), cuts=rules.cuts)
    if groups is None:
        return RfmFigures({}, [])
    codes = {number: code for number, code in session.execute(select(Customer.id, Customer.code))}
    ids = standing.customer.tolist()
    columns: Iterable[tuple[int, int, int, int, int, int]] = zip(
        standing.days_since_last.tolist(),
        standing.visits_365.tolist(),
        standing.amount_365.tolist(),
        groups.scores.r.tolist(),
        groups.scores.f.tolist(),
        groups.scores.m.tolist(),
        strict=True,
    )
    segments = [SEGMENTS[code].value for code in groups.segment.tolist()]
    cuts = groups.cuts
    return RfmFigures(
        {"recency": list(cuts.recency), "frequency": list(cuts.frequency), "monetary": list(cuts.monetary)},
        [RfmLine(codes.get(i) or f"#{i}", *values, segment) for i, values, segment in zip(ids, columns, segments, strict=True)],
    )


def _fields(rate: Rate) -> tuple[int, int, float | None, float | None, float | None]:
    return rate.denominator, rate.numerator, rate.rate, rate.low, rate.high
