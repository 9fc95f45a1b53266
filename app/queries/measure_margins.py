"""The net margin of each of some customers before a day and in the days from it on: the ground of the result of a measure.

Net margin = what they bought, refunds taken off on the day they were booked, at the margin rate of what each line is (else the shop's),
minus the points they paid with and the rewards they were given, at cost. Offers have lowered the purchase itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Integer, Select, case, func, select, tuple_, type_coerce
from sqlalchemy.orm import Session

from app.analytics.lifetime import PARTS, in_parts
from app.analytics.occasions import Floats, Ints, occasions_from
from app.domain.periods import Period, day_number, day_of
from app.domain.products import ProductBook
from app.models.arrays import read_columns
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.queries.depth import has_own_margins
from app.queries.point_money import point_costs

BEFORE_DAYS = 365
# Above so many people the whole time is read by day; below it each by the customer.
BY_CUSTOMER_TO = 5_000
_IN_STATEMENT = 500
_WORDS_IN_STATEMENT = 1_000
_DAY = type_coerce(Purchase.day, Integer)


@dataclass(frozen=True, slots=True, eq=False)
class Margins:
    """Parallel to the people asked for. `before`: net margin of the BEFORE_DAYS before the start, `within`: from the start on, minor units;
    `sales`: net sales from the start on. `came`: whether there was an occasion, `first_day` its day number, -1 for none. `visits_before`:
    occasions in the BEFORE_DAYS, `last_before` the day number of the last occasion before the start, however long ago, -1 for none."""

    before: Floats
    within: Floats
    sales: Ints
    first_day: Ints
    visits_before: Ints
    last_before: Ints

    @property
    def came(self) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self.first_day >= 0
        return found


def measure_margins(
    session: Session,
    customer_ids: Sequence[int] | Ints,
    starts: Ints | date,
    days: int,
    *,
    up_to: date | None = None,
    with_before: bool = True,
) -> Margins:
    """Of customers, each of whom stands there once. `starts`: one day for all, or a day number for each; counted are the `days` from it
    on, before `up_to` alone. Without `with_before` nothing before the start is read, which takes half as long."""
    ids = np.asarray(customer_ids, dtype=np.int64)
    begin = np.full(len(ids), day_number(starts), dtype=np.int64) if isinstance(starts, date) else starts
    if not len(ids):
        return Margins(np.zeros(0), np.zeros(0), *(np.zeros(0, dtype=np.int64) for _ in range(4)))
    order = np.argsort(ids)
    people = _People(ids[order], begin[order], np.minimum(begin + days, day_number(up_to or date.max))[order], BEFORE_DAYS * with_before)
    found = _margins(session, people)
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return Margins(*(getattr(found, name)[back] for name in Margins.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class _People:
    """Ascending by id; day numbers, [start, end) of each. `back`: how many days before the start count too."""

    ids: Ints
    start: Ints
    end: Ints
    back: int

    @property
    def period(self) -> Period:
        first = int(self.start.min()) - self.back
        return Period(day_of(first), day_of(max(first, int(self.end.max()))))

    def places(self, customer: Ints) -> tuple[Ints, NDArray[np.bool_]]:
        """Where each of these customers stands, and which of them stand there at all."""
        where = np.minimum(np.searchsorted(self.ids, customer), len(self.ids) - 1)
        return where, self.ids[where] == customer

    def sums(self, customer: Ints, day: Ints, amount: Ints) -> tuple[Ints, Ints]:
        """By person: what falls into the days before, and what into the days counted."""
        where, known = self.places(customer)
        before = known & (day < self.start[where]) & (day >= self.start[where] - self.back)
        within = known & (day >= self.start[where]) & (day < self.end[where])
        sums = []
        for hit in (before, within):
            total = np.zeros(len(self.ids), dtype=np.int64)
            np.add.at(total, where[hit], amount[hit])
            sums.append(total)
        return sums[0], sums[1]


def _margins(session: Session, people: _People) -> Margins:
    book = product_book(session)
    customer, day, amount, net = _purchases(session, people)
    sold_before, sold = people.sums(customer, day, amount)
    shop_rate = int(in_parts([book.shop_margin])[0])
    before, within = sold_before * shop_rate, sold * shop_rate
    for columns in _corrections(session, people, book, shop_rate):
        more_before, more = people.sums(*columns)
        before, within = before + more_before, within + more
    costs = point_costs(session, people.period, _few(people))
    cost_before, cost = people.sums(costs.customer, costs.day, costs.money)
    occasions = occasions_from(customer[net > 0], day[net > 0])
    visits_before, _ = people.sums(occasions.customer, occasions.day, np.ones(len(occasions), dtype=np.int64))
    return Margins(
        before / PARTS - cost_before,
        within / PARTS - cost,
        sold,
        _first_days(people, occasions.customer, occasions.day),
        visits_before,
        _last_before(session, people, occasions.customer, occasions.day),
    )


def _first_days(people: _People, customer: Ints, day: Ints) -> Ints:
    where, known = people.places(customer)
    hit = known & (day >= people.start[where]) & (day < people.end[where])
    first = np.full(len(people.ids), np.iinfo(np.int64).max, dtype=np.int64)
    np.minimum.at(first, where[hit], day[hit])
    return np.where(first == np.iinfo(np.int64).max, -1, first)


def _last_before(session: Session, people: _People, customer: Ints, day: Ints) -> Ints:
    where, known = people.places(customer)
    hit = known & (day < people.start[where])
    last = np.full(len(people.ids), -1, dtype=np.int64)
    np.maximum.at(last, where[hit], day[hit])
    missing = people.ids[last < 0]
    if not len(missing) or not people.back:
        return last
    # Who was not there for a year: the last day before the year.
    query = select(Purchase.customer_id, func.max(_DAY)).where(Purchase.net > 0, Purchase.day < people.period.start)
    wanted = _People(missing, people.start[last < 0], people.end[last < 0], people.back)
    for part in _parts(wanted):
        some = query.where(Purchase.customer_id.is_not(None) if part is None else Purchase.customer_id.in_(part))
        who, when = read_columns(session, some.group_by(Purchase.customer_id))
        where, known = people.places(who)
        late = known & (last[where] < 0)
        last[where[late]] = when[late]
    return last


def _purchases(session: Session, people: _People) -> tuple[Ints, Ints, Ints, Ints]:
    """Customer, day, amount and net of each receipt of the time."""
    query = _within(select(Purchase.customer_id, _DAY, Purchase.amount, Purchase.net), people)
    columns = [_read(session, query, part) for part in _parts(people)]
    customer, day, amount, net = (np.concatenate(column) for column in zip(*columns, strict=True))
    return customer, day, amount, net


def _corrections(session: Session, people: _People, book: ProductBook, shop_rate: int) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Customer, day and by how much the margin of receipts differs from the shop's rate, in PARTS, where products or groups say another."""
    if not has_own_margins(book):
        return
    line = PurchaseLine
    words = (line.product_code, line.product, line.product_group)
    sold: set[tuple[str, str, str]] = set()
    for part in _parts(people):
        query = _of(_within(select(*words).join(Purchase, Purchase.id == line.purchase_id), people), part)
        sold |= {(code, name, group) for code, name, group in session.execute(query.distinct())}
    named = sorted(sold)
    rates = in_parts([book.margin_rate_of(*one) for one in named]) - shop_rate
    others = [(one, int(rate)) for one, rate in zip(named, rates, strict=True) if rate]
    for start in range(0, len(others), _WORDS_IN_STATEMENT):
        by_rate: dict[int, list[tuple[str, str, str]]] = {}
        for one, rate in others[start : start + _WORDS_IN_STATEMENT]:
            by_rate.setdefault(rate, []).append(one)
        difference: ColumnElement[int] = case(*((tuple_(*words).in_(said), rate) for rate, said in by_rate.items()), else_=0)
        query = select(Purchase.customer_id, _DAY, func.sum(line.amount * difference)).join(line, line.purchase_id == Purchase.id)
        query = _within(query, people).group_by(Purchase.id)
        for part in _parts(people):
            customer, day, amount = _read(session, query, part)
            yield customer, day, amount


def _within(query: Select[*tuple[Any, ...]], people: _People) -> Select[*tuple[Any, ...]]:
    period = people.period
    return query.where(Purchase.customer_id.is_not(None), Purchase.day >= period.start, Purchase.day < period.end)


def _read(session: Session, query: Select[*tuple[Any, ...]], part: Sequence[int] | None) -> list[Ints]:
    return read_columns(session, _of(query, part))


def _of(query: Select[*tuple[Any, ...]], part: Sequence[int] | None) -> Select[*tuple[Any, ...]]:
    return query if part is None else query.where(Purchase.customer_id.in_(part))


def _parts(people: _People) -> Iterator[Sequence[int] | None]:
    """Some customers at a time, or everybody at once."""
    few = _few(people)
    if few is None:
        yield None
        return
    for start in range(0, len(few), _IN_STATEMENT):
        yield few[start : start + _IN_STATEMENT]


def _few(people: _People) -> Sequence[int] | None:
    return [int(number) for number in people.ids] if len(people.ids) <= BY_CUSTOMER_TO else None
