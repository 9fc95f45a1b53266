"""Average purchase amount and its course, lifetime profit to date, and depth: amount, product groups and visits per customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.depth import NO_GROUP, depth_of, groups_used
from app.analytics.lifetime import Ints, in_parts, margins, profit_of, profit_per_customer
from app.domain.depth import DEPTH_DAYS, AverageMonth, CustomerDepth, DepthSpecs, DepthTiles
from app.domain.entities import Entity
from app.domain.figures import Buyers, Visitors
from app.domain.periods import Period, add_months, day_number, month_start
from app.domain.products import ProductBook
from app.domain.rates import half_up
from app.domain.summary import month_date, number_of_month
from app.models.changes import cache_of, changed_in
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.summary import AnonymousMonth, MonthStat
from app.queries.bought import History, Words, bought_by, history
from app.queries.standing import CustomerStatuses, statuses

_MADE_OF = (Entity.PURCHASE, Entity.PRODUCT, Entity.SHOP, Entity.CUSTOMER)


def depth_tiles(session: Session, today: date) -> DepthTiles:
    """Ask again while `read` is below 1; kept until something changes."""
    if changed_in(session):
        return _tiles(session, today, history(session))
    seen = history(session)
    if seen.read < 1:
        return _tiles(session, today, seen)
    return cache_of(session).get(f"depth on {today}", _MADE_OF, lambda: _tiles(session, today, seen))


def average_months(session: Session, today: date, months: int | None = None) -> tuple[AverageMonth, ...]:
    """The average purchase amount month by month, sales without a customer included, newest first; the running month is not complete."""
    running = month_start(today)
    rows = [
        AverageMonth(
            month,
            half_up(amount, receipts) if receipts else None,
            receipts,
            amount,
            month < running,
            Visitors(Period(month, add_months(month, 1))),
        )
        for month, (receipts, amount) in sorted(_receipts_by_month(session).items(), reverse=True)
        if month <= running
    ]
    return tuple(rows if months is None else rows[:months])


def lifetime_profit(session: Session, end: date) -> tuple[int | None, float]:
    """Gross margin before `end` per customer who had bought by then (LTV to date), half-up to a minor unit; None without a customer and
    while the history is being read, of which the second figure is the share."""
    sums = select(func.sum(MonthStat.amount), func.sum(MonthStat.new)).where(MonthStat.month < number_of_month(end))
    amount, customers = session.execute(sums).one()
    if not customers:
        return None, 1.0
    book = product_book(session)
    if not has_own_margins(book):
        return profit_per_customer(amount * int(in_parts([book.shop_margin])[0]), customers), 1.0
    seen = history(session)
    if seen.bought is None:
        return None, seen.read
    rates = _rates(book, seen.words)
    margin = int((seen.bought.amount * rates[seen.bought.kind]).sum()) - _margin_since(session, end, book)
    return profit_per_customer(margin, customers), 1.0


def profit_of_people(session: Session, end: date, only: Ints | None, today: date) -> tuple[int | None, int, float]:
    """The same at any day and of some customers (ascending ids; None: everybody), with how many had bought by then."""
    now, book = statuses(session, today), product_book(session)
    known = now.standing.first_day < day_number(end)
    if only is not None:
        known &= np.isin(now.customer, only)
    chosen = now.customer[known]
    if not len(chosen):
        return None, 0, 1.0
    if has_own_margins(book):
        seen = history(session)
        if seen.bought is None:
            return None, len(chosen), seen.read
        owners = seen.bought.owners()
        made = margins(seen.bought, _rates(book, seen.words))
        total = int(made[np.isin(owners, chosen)].sum())
    else:
        total = int(now.amount[known].sum()) * int(in_parts([book.shop_margin])[0])
    return profit_per_customer(total - _margin_since(session, end, book, chosen), len(chosen)), len(chosen), 1.0


def margin_rate_of(session: Session, period: Period) -> float:
    """The gross margin of what customers bought in the period, of its net sales; the shop's where no product or group has its own."""
    book, line = product_book(session), PurchaseLine
    if not has_own_margins(book):
        return book.shop_margin
    words = (line.product_code, line.product, line.product_group)
    query = select(*words, func.sum(line.amount)).join(Purchase, Purchase.id == line.purchase_id)
    query = query.where(Purchase.customer_id.is_not(None), Purchase.day >= period.start, Purchase.day < period.end)
    rows = session.execute(query.group_by(*words)).all()
    amounts = np.array([row[3] for row in rows], dtype=np.int64)
    if amounts.sum() <= 0:
        return book.shop_margin
    return float(profit_of(amounts, _rates(book, tuple((row[0], row[1], row[2]) for row in rows))) / amounts.sum())


def has_own_margins(book: ProductBook) -> bool:
    """Whether any product or group says another margin than the shop."""
    return any(p.fields.margin_rate is not None for p in book.products) or any(g.fields.margin_rate is not None for g in book.groups)


def customer_depth(session: Session, customer_id: int) -> CustomerDepth:
    """Of one customer, read from his receipts."""
    book = product_book(session)
    bought, words = bought_by(session, customer_id)
    sums: dict[str, int] = {}
    for kind, amount in zip(bought.kind, bought.amount, strict=True):
        name = book.group_of(*words[kind])
        sums[name] = sums.get(name, 0) + int(amount)
    groups = sorted((name for name, amount in sums.items() if name and amount > 0), key=lambda name: -sums[name])
    amounts = np.zeros(len(words), dtype=np.int64)
    np.add.at(amounts, bought.kind, bought.amount)
    return CustomerDepth(profit_of(amounts, _rates(book, words)), tuple(groups))


@dataclass(frozen=True, slots=True)
class _Average:
    amount: int | None
    change: int | None


def _tiles(session: Session, today: date, seen: History) -> DepthTiles:
    now = statuses(session, today)
    lately = now.standing.visits_365 > 0
    ids = now.customer[lately]
    groups = _groups_of(ids, product_book(session), seen)
    depth = depth_of(now.standing.amount_365[lately], now.standing.visits_365[lately], groups)
    average = _average(session, today)
    last = add_months(month_start(today), -1)
    return DepthTiles(
        average=average.amount,
        average_change=average.change,
        customers=depth.customers,
        amount=depth.amount,
        visits=depth.visits,
        groups=depth.groups,
        read=seen.read,
        specs=DepthSpecs(
            average=Visitors(Period(last, month_start(today))),
            depth=Visitors(_year_of(now)),
            profit=Buyers(),
        ),
    )


def _year_of(now: CustomerStatuses) -> Period:
    return Period(now.today - timedelta(days=DEPTH_DAYS), now.today)


def _average(session: Session, today: date) -> _Average:
    """Of the last finished month, and how it moved from the month before."""
    months = _receipts_by_month(session)
    end = month_start(today)
    shown = [_quotient(*months.get(month, (0, 0))) for month in (add_months(end, -1), add_months(end, -2))]
    now, before = shown
    return _Average(now, None if now is None or before is None else now - before)


def _quotient(receipts: int, amount: int) -> int | None:
    return half_up(amount, receipts) if receipts else None


def _receipts_by_month(session: Session) -> dict[date, tuple[int, int]]:
    """Receipts with something left, and their sum, of customers and of nobody."""
    found: dict[date, tuple[int, int]] = {}
    for table in (MonthStat, AnonymousMonth):
        for month, receipts, amount in session.execute(select(table.month, table.receipts, table.receipts_amount)):
            known = found.get(month_date(month), (0, 0))
            found[month_date(month)] = (known[0] + receipts, known[1] + amount)
    return found


def _groups_of(ids: Ints, book: ProductBook, seen: History) -> Ints | None:
    """How many groups each of these customers bought from; None while that is not known, or where lines say no group."""
    if seen.bought is None:
        return None
    names = [book.group_of(*words) for words in seen.words]
    numbers = {name: number for number, name in enumerate(sorted({name for name in names if name}))}
    if not numbers:
        return None
    of_kind = np.array([numbers.get(name, NO_GROUP) for name in names], dtype=np.int64)
    owners, used = seen.bought.owners(), groups_used(seen.bought, of_kind)
    found = np.zeros(len(ids), dtype=np.int64)
    where = np.searchsorted(owners, ids)
    inside = where < len(owners)
    known = np.zeros(len(ids), dtype=np.bool_)
    known[inside] = owners[where[inside]] == ids[inside]
    found[known] = used[where[known]]
    return found


def _rates(book: ProductBook, words: tuple[Words, ...]) -> Ints:
    return in_parts([book.margin_rate_of(code, name, group) for code, name, group in words])


def _margin_since(session: Session, day: date, book: ProductBook, only: Ints | None = None) -> int:
    """The margin of customers' purchases from `day` on, in PARTS; of some of them alone."""
    line = PurchaseLine
    words = (line.product_code, line.product, line.product_group)
    sums = select(*words, func.sum(line.amount)).join(Purchase, Purchase.id == line.purchase_id)
    sums = sums.where(Purchase.day >= day, Purchase.customer_id.is_not(None))
    if only is None:
        rows = [(code, name, group, amount) for code, name, group, amount in session.execute(sums.group_by(*words))]
    else:
        meant = set(only.tolist())
        found = session.execute(sums.add_columns(Purchase.customer_id).group_by(Purchase.customer_id, *words))
        rows = [(code, name, group, amount) for code, name, group, amount, customer in found if customer in meant]
    rates = _rates(book, tuple((code, name, group) for code, name, group, _ in rows))
    return sum(int(rate) * amount for rate, (_, _, _, amount) in zip(rates, rows, strict=True))
