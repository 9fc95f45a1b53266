"""Purchase occasions as arrays: who came on which day.

Days are day numbers (`periods.day_number`). An occasion is one customer on one day with at least one receipt whose net amount is above
zero: two receipts on a day are one occasion, a receipt of zero or a refund is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.domain.periods import day_number

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

NOBODY = -1
_FEW = 1_000
_DENSE = 20


@dataclass(frozen=True, slots=True)
class Receipts:
    """One entry per receipt: customer id (NOBODY for a sale without a customer), day, and two amounts in minor units.

    `amount` is what was booked on that day (a refund is negative, on its own day); `net` is what remains of a purchase
    after the refunds linked to it, and decides whether it is an occasion.
    """

    customer: Ints
    day: Ints
    amount: Ints
    net: Ints

    def before(self, as_of: date) -> Receipts:
        kept = self.day < day_number(as_of)
        return self if bool(kept.all()) else Receipts(self.customer[kept], self.day[kept], self.amount[kept], self.net[kept])


@dataclass(frozen=True, slots=True)
class Occasions:
    """Distinct (customer, day) pairs, ascending by customer and then day."""

    customer: Ints
    day: Ints

    def __len__(self) -> int:
        return len(self.day)

    def before(self, as_of: date) -> Occasions:
        kept = self.day < day_number(as_of)
        return self if bool(kept.all()) else Occasions(self.customer[kept], self.day[kept])

    def within(self, start: date, end: date) -> Occasions:
        kept = (self.day >= day_number(start)) & (self.day < day_number(end))
        return Occasions(self.customer[kept], self.day[kept])

    def first_rows(self) -> NDArray[np.bool_]:
        """True where a customer's first occasion stands."""
        first = np.ones(len(self.day), dtype=np.bool_)
        first[1:] = self.customer[1:] != self.customer[:-1]
        return first

    def starts(self) -> Ints:
        """Where each customer begins; their ids are `customer[starts()]`."""
        return np.flatnonzero(self.first_rows()).astype(np.int64)


def receipts_from(customer: object, day: object, amount: object, net: object = None) -> Receipts:
    """Anything array-like, also empty; without `net` no refund is linked to a purchase and net is the amount."""
    booked = np.asarray(amount, dtype=np.int64)
    left = booked if net is None else np.asarray(net, dtype=np.int64)
    return Receipts(np.asarray(customer, dtype=np.int64), np.asarray(day, dtype=np.int64), booked, left)


def occasions_of(receipts: Receipts) -> Occasions:
    kept = (receipts.net > 0) & (receipts.customer != NOBODY)
    return occasions_from(receipts.customer[kept], receipts.day[kept])


def distinct(values: Ints) -> Ints:
    """Each value once, ascending; by sorting, which for millions of numbers is far faster than the hashing of numpy's unique."""
    ordered = np.sort(values)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def occasions_from(customer: object, day: object) -> Occasions:
    """Pairs in any order, doubles allowed."""
    who = np.asarray(customer, dtype=np.int64)
    when = np.asarray(day, dtype=np.int64)
    if not len(who):
        return Occasions(who, when)
    # One sortable number per pair is several times faster than a lexsort of two million rows.
    first_day = int(when.min())
    width = int(when.max()) - first_day + 1
    first_id = int(who.min())
    pair = distinct((who - first_id) * width + (when - first_day))
    return Occasions(pair // width + first_id, pair % width + first_day)


def places_in(ordered: Ints, wanted: Ints) -> Ints:
    """Where these whole numbers from 0 on stand in an ascending column of such, each once; -1 for one that is not there."""
    if not len(ordered):
        return np.full(len(wanted), -1, dtype=np.int64)
    last = int(ordered[-1])
    if len(wanted) > _FEW and last < _DENSE * len(ordered):
        # One look into a table instead of a search for each: of numbers in no order a tenth of the time.
        table = np.full(last + 2, -1, dtype=np.int64)
        table[ordered] = np.arange(len(ordered))
        return table[np.minimum(wanted, last + 1)]
    where = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return np.where(ordered[where] == wanted, where, -1)
