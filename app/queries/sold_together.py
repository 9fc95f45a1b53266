"""Who bought what when, and which products follow which: read in portions and kept for the day.

Reading the lines of two million purchases takes seconds, and there is one reader: every call does a portion, so that pages in between are
not kept waiting.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import ColumnElement, Integer, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.association import (
    MOST_PRODUCTS,
    Association,
    BoughtFirst,
    Everybody,
    Thresholds,
    bought_first,
    more_than_chance,
    pairs_after,
    starting_products,
)
from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.periods import day_number
from app.domain.products import ProductBook
from app.domain.proposals import ProposalSettings
from app.models.changes import cache_of, changed_in
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine

PORTION = 60_000
"""Visits read in one go: some tenths of a second."""
PAIRS_PORTION = 1_000_000
"""Customers and products looked at in one go."""
_AT_ONCE = 500
_GONE = -1


@dataclass(frozen=True, slots=True)
class SoldProduct:
    """`product_id` None: not in the list of products; `price` in minor units, of those the mean of what was asked for it."""

    name: str
    group: str
    price: int
    margin_rate: float
    product_id: int | None
    has_price: bool


@dataclass(frozen=True, slots=True, eq=False)
class SoldTogether:
    """Purchases before the day by customer and product; `pairs` are places in `products`."""

    bought: BoughtFirst
    products: tuple[SoldProduct, ...]
    pairs: tuple[Association, ...]

    def number(self, name: str) -> int | None:
        return next((place for place, product in enumerate(self.products) if product.name == name), None)


@dataclass(frozen=True, slots=True)
class SoldSoFar:
    """`found` None while it is being read; `read`: how much of it is."""

    found: SoldTogether | None
    read: float


Words = tuple[str, str, str]
"""How a line names something: code, name, group."""


def sold_together(session: Session, today: date, settings: ProposalSettings) -> SoldSoFar:
    """Does a portion more; ask again while `found` is None. Refunded lines count for nothing; former products are left out."""
    if changed_in(session):
        # What may still be rolled back is for this session alone.
        work = _Work(session, today, settings)
        while work.found is None:
            work.go_on(session)
        return SoldSoFar(work.found, 1.0)
    made_of = (Entity.PURCHASE, Entity.PRODUCT, Entity.SHOP)
    work = cache_of(session).get(
        f"sold together before {today}", made_of, lambda: _Work(session, today, settings), sales_before=today, basis=settings
    )
    with work.lock:
        if work.found is None:
            work.go_on(session)
        return SoldSoFar(work.found, work.share())


def bought_on(session: Session, today: date, products: Sequence[SoldProduct]) -> list[tuple[int, int]]:
    """Customer and place of the product, of what was bought today."""
    book, numbers = product_book(session), {product.name: place for place, product in enumerate(products)}
    line = PurchaseLine
    query = select(Purchase.customer_id, line.product_code, line.product).join(line, line.purchase_id == Purchase.id)
    query = query.where(Purchase.day >= today, Purchase.net > 0, line.amount > 0, Purchase.customer_id.is_not(None))
    found = []
    for customer, code, name in session.execute(query.distinct()):
        product = book.find(code, name)
        number = numbers.get(name if product is None else product.name)
        if number is not None:
            found.append((int(customer or 0), number))
    return found


class _Work:
    """Reads the purchases in the order in which they were recorded, then looks at the pairs."""

    def __init__(self, session: Session, today: date, settings: ProposalSettings) -> None:
        self.lock = threading.Lock()
        self.found: SoldTogether | None = None
        self._today = today
        self._least = Thresholds(settings.within, day_number(today), settings.buyers, settings.followed, settings.lift)
        self._last = session.scalar(select(func.max(Purchase.id))) or 0
        self._place = 0
        self._names: dict[Words, int] = {}
        self._parts: list[Ints] = []
        self._products: tuple[SoldProduct, ...] = ()
        self._bought: BoughtFirst | None = None
        self._everybody: Everybody | None = None
        self._firsts: list[int] = []
        self._looked_at: list[Association] = []
        self._done = 0

    def share(self) -> float:
        if self.found is not None:
            return 1.0
        read = min(1.0, self._place / max(self._last, 1))
        looked_at = self._done / max(len(self._firsts), 1) if self._bought is not None else 0.0
        return min(0.99, 0.6 * read + 0.4 * looked_at)

    def go_on(self, session: Session) -> None:
        if self._place < self._last:
            span = Purchase.id.between(self._place + 1, self._place + PORTION)
            self._parts.append(_read(session, self._names, span, self._today))
            self._place += PORTION
        elif self._bought is None:
            self._put_together(session)
        elif self._done < len(self._firsts):
            self._look_at_pairs()
        else:
            self.found = SoldTogether(self._bought, self._products, tuple(more_than_chance(self._looked_at, self._least)))

    def _put_together(self, session: Session) -> None:
        rows = np.concatenate([np.empty((0, 4), dtype=np.int64), *self._parts])
        self._parts = []
        self._products, numbers = _products(product_book(session), tuple(self._names), rows)
        product = numbers[rows[:, 2]]
        kept = product != _GONE
        self._bought = bought_first(rows[kept, 0], rows[kept, 1], product[kept])
        if len(self._bought.who):
            self._everybody = Everybody.of(self._bought)
            self._firsts = starting_products(self._bought, self._least)

    def _look_at_pairs(self) -> None:
        """At least one; a product that many bought takes longer."""
        assert self._bought is not None and self._everybody is not None
        looked_at = 0
        sizes = np.bincount(self._bought.product)
        rows_each = len(self._bought.who) / max(len(self._bought.ids), 1)
        while self._done < len(self._firsts) and looked_at < PAIRS_PORTION:
            first = self._firsts[self._done]
            self._looked_at += pairs_after(self._bought, self._everybody, [first], self._least)
            looked_at += int(sizes[first] * rows_each)
            self._done += 1


def _products(book: ProductBook, names: Sequence[Words], rows: Ints) -> tuple[tuple[SoldProduct, ...], Ints]:
    """Those on most lines, and for each name which of them it is; _GONE for former products and rare ones."""
    lines = np.bincount(rows[:, 2], minlength=len(names))
    asked = np.bincount(rows[:, 2], weights=rows[:, 3], minlength=len(names))
    sums: dict[str, list[float]] = {}
    called: dict[str, list[int]] = {}
    for place, (code, name, _group) in enumerate(names):
        found = book.find(code, name)
        label = name if found is None else found.name
        if label and (found is None or found.is_active):
            total = sums.setdefault(label, [0, 0])
            total[0], total[1] = total[0] + lines[place], total[1] + asked[place]
            called.setdefault(label, []).append(place)
    kept = sorted(sums, key=lambda label: (-sums[label][0], label))[:MOST_PRODUCTS]
    numbers = np.full(len(names), _GONE, dtype=np.int64)
    for number, label in enumerate(kept):
        numbers[called[label]] = number
    return tuple(_product(book, label, names[called[label][0]], sums[label]) for label in kept), numbers


def _product(book: ProductBook, label: str, words: Words, sums: Sequence[float]) -> SoldProduct:
    found = book.find(*words[:2])
    listed = None if found is None else found.fields.price
    price = listed if listed is not None else round(sums[1] / max(sums[0], 1))
    group, margin = book.group_of(*words), book.margin_rate_of(*words)
    return SoldProduct(label, group, price, margin, None if found is None else found.id, listed is not None)


def _read(session: Session, names: dict[Words, int], which: ColumnElement[bool], today: date) -> Ints:
    """Rows of customer, day, place in `names` and price asked, of every line that was kept; new names are added."""
    line, day = PurchaseLine, type_coerce(Purchase.day, Integer)
    kept = (Purchase.day < today, Purchase.net > 0, Purchase.customer_id.is_not(None), which)
    words = (line.product_code, line.product, line.product_group)
    whole = select(Purchase.customer_id, day, line.unit_price, *words).join(line, line.purchase_id == Purchase.id)
    whole = whole.where(Purchase.net == Purchase.amount, line.amount > 0, *kept)
    number = names.setdefault
    found = [
        (customer, when, number((code, name, group), len(names)), price)
        for customer, when, price, code, name, group in session.execute(whole)
    ]
    found += _left_of_refunded(session, names, kept)
    return np.array(found, dtype=np.int64).reshape(-1, 4)


def _left_of_refunded(session: Session, names: dict[Words, int], kept: Sequence[ColumnElement[bool]]) -> list[tuple[int, int, int, int]]:
    """Where something was given back: the products of which anything is left, over the receipt and its refunds."""
    line = PurchaseLine
    touched = select(Purchase.id, Purchase.customer_id, type_coerce(Purchase.day, Integer)).where(Purchase.net != Purchase.amount, *kept)
    owners = {number: (int(customer or 0), when) for number, customer, when in session.execute(touched)}
    left: dict[tuple[int, int], list[int]] = {}
    ids = list(owners)
    for begin in range(0, len(ids), _AT_ONCE):
        part = ids[begin : begin + _AT_ONCE]
        receipt = func.coalesce(Purchase.refund_of_id, Purchase.id)
        rows = select(receipt, line.product_code, line.product, line.product_group, line.amount, line.unit_price)
        rows = rows.join(line, line.purchase_id == Purchase.id)
        for meant in (Purchase.id.in_(part), Purchase.refund_of_id.in_(part)):
            for number, code, name, group, amount, price in session.execute(rows.where(meant)):
                sums = left.setdefault((number, names.setdefault((code, name, group), len(names))), [0, price])
                sums[0] += amount
    return [(*owners[number], place, price) for (number, place), (amount, price) in left.items() if amount > 0]
