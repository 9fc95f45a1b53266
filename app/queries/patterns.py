"""Patterns: which product follows which, and which customers leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from sqlalchemy import Integer, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.analytics.patterns import followings
from app.analytics.survey_figures import survivors
from app.domain.entities import Entity
from app.domain.figure_people import BoughtAfter, FigureFilter, FilterKind
from app.domain.figures import StayPart
from app.domain.periods import Period, add_months, day_number, month_start
from app.domain.rates import rate_of
from app.domain.rates_by import FollowRow, PartRate, Patterns
from app.models.changes import cache_of, changed_in
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.queries.figure_filters import filters_offered
from app.queries.figure_scope import Scope
from app.queries.first_products import first_products, product_name
from app.queries.rates_by import part_rates

WITHIN = 90
LOOKED = 365 + WITHIN
MOST_PRODUCTS = 60
FEWEST_BEGUN = 10


@dataclass(frozen=True, slots=True, eq=False)
class _Sold:
    """Who bought what on which day; `names` by number of the product, the most bought first."""

    customer: Ints
    day: Ints
    product: Ints
    names: tuple[str, ...]


def patterns(session: Session, today: date) -> Patterns:
    """Of the purchases of a year; of who was there a year before the last finished month."""
    return Patterns(follow_rows(session, today), leaving(session, today), WITHIN)


def follow_rows(session: Session, today: date) -> tuple[FollowRow, ...]:
    """Those that are more than chance first, then by how many times as often."""
    sold = _sold(session, today)
    found = followings(sold.customer, sold.day, sold.product, within=WITHIN, until=day_number(today))
    sure = survivors([one.p for one in found])
    rows = []
    for one, is_sure in zip(found, sure, strict=True):
        more = one.others > 0 and one.confidence > one.others_then / one.others
        spec = BoughtAfter(sold.names[one.first], sold.names[one.then], today, WITHIN, LOOKED)
        missing = BoughtAfter(spec.first, spec.then, today, WITHIN, LOOKED, came=False)
        rate = rate_of(one.followed, one.buyers)
        rows.append(FollowRow(spec.first, spec.then, rate, one.support, one.lift, is_sure and more, spec, missing))
    return tuple(sorted(rows, key=lambda row: (not row.is_sure, -row.lift)))


def leaving(session: Session, today: date) -> tuple[PartRate, ...]:
    """By segment, group, staff, area, channel and first product; those that are more than chance first."""
    end = month_start(today)
    begun = [
        FigureFilter(FilterKind.FIRST_PRODUCT, name, name)
        for name, ids in sorted(first_products(session).items())
        if len(ids) >= FEWEST_BEGUN
    ]
    rows = part_rates(session, Scope(today, Period(add_months(end, -12), end)), [*filters_offered(session), *begun], StayPart.LOST)
    return tuple(sorted(rows, key=lambda row: (row.is_higher is None, row.is_higher is False, -(row.rate.rate or 0.0))))


def bought_after(session: Session, spec: BoughtAfter) -> Ints:
    """Ascending."""
    sold = _sold(session, spec.day)
    if spec.first not in sold.names or spec.then not in sold.names:
        return np.empty(0, dtype=np.int64)
    first, then = sold.names.index(spec.first), sold.names.index(spec.then)
    ids, who = np.unique(sold.customer, return_inverse=True)
    start = np.full(len(ids), np.iinfo(np.int64).max // 4)
    of_first = sold.product == first
    np.minimum.at(start, who[of_first], sold.day[of_first])
    has_time = start + spec.within <= day_number(spec.day)
    gap = sold.day - start[who]
    came = np.zeros(len(ids), dtype=np.bool_)
    came[who[(sold.product == then) & (gap > 0) & (gap <= spec.within)]] = True
    return np.asarray(ids[has_time & (came == spec.came)])


def _sold(session: Session, today: date) -> _Sold:
    def build() -> _Sold:
        line, book = PurchaseLine, product_book(session)
        query = select(Purchase.customer_id, type_coerce(Purchase.day, Integer), line.product_code, line.product)
        query = query.join(line, line.purchase_id == Purchase.id)
        since = today - timedelta(days=LOOKED)
        query = query.where(
            Purchase.day >= since, Purchase.day < today, Purchase.customer_id.is_not(None), Purchase.net > 0, line.amount > 0
        )
        numbers: dict[str, int] = {}
        known: dict[tuple[str, str], int] = {}
        rows: list[tuple[int, int, int]] = []
        for customer, day, code, name in session.execute(query):
            number = known.get((code, name))
            if number is None:
                number = known[code, name] = numbers.setdefault(product_name(book, code, name), len(numbers))
            rows.append((customer or 0, int(day), number))
        return _most_bought(np.array(rows, dtype=np.int64).reshape(-1, 3), tuple(numbers))

    if changed_in(session):
        return build()
    return cache_of(session).get(f"sold for patterns before {today}", (Entity.PURCHASE, Entity.PRODUCT), build, sales_before=today)


def _most_bought(rows: Ints, names: tuple[str, ...]) -> _Sold:
    """Only the products that most is bought of: rare ones make no pattern."""
    counts = np.bincount(rows[:, 2], minlength=len(names))
    order = [int(number) for number in np.argsort(-counts, kind="stable") if names[int(number)]][:MOST_PRODUCTS]
    place = np.full(len(names), -1, dtype=np.int64)
    place[order] = np.arange(len(order))
    kept = rows[place[rows[:, 2]] >= 0] if len(rows) else rows
    return _Sold(kept[:, 0], kept[:, 1], place[kept[:, 2]], tuple(names[number] for number in order))
