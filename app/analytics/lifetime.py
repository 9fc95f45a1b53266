"""What each customer bought of what, and the gross margin it made: the lifetime profit to date.

LTV to date (historical customer lifetime value) = sum over a customer's lines of amount × margin rate of what the line is. Revenue is
never called LTV. Points that paid for a part are a cost of the programme and are counted there, not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.rates import half_up

Ints = NDArray[np.int64]
# Margin rates are whole numbers of this many parts, so that sums of money stay exact.
PARTS = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Bought:
    """Parallel columns, ascending by customer: what `customer` bought of the line kind `kind` (a number the caller gives to what a line
    says of its product) for `amount` in all, minor units, refunds taken off. An example:

        customer  kind  amount
        7         0     9,900     cut
        7         1     2,640     shampoo
    """

    customer: Ints
    kind: Ints
    amount: Ints

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, int]]) -> Bought:
        """Rows (customer, kind, amount) in any order."""
        columns = np.array(rows, dtype=np.int64).reshape(-1, 3)
        columns = columns[np.argsort(columns[:, 0], kind="stable")]
        return cls(columns[:, 0].copy(), columns[:, 1].copy(), columns[:, 2].copy())

    def without(self, customers: Ints) -> Bought:
        """What others bought; quick while `customers` are few."""
        start = np.searchsorted(self.customer, customers)
        length = np.searchsorted(self.customer, customers, side="right") - start
        rows = np.repeat(start - np.cumsum(length) + length, length) + np.arange(int(length.sum()))
        return Bought(np.delete(self.customer, rows), np.delete(self.kind, rows), np.delete(self.amount, rows))

    def with_rows(self, fresh: Bought) -> Bought:
        """With what other customers bought."""
        where = np.searchsorted(self.customer, fresh.customer)
        return Bought(
            np.insert(self.customer, where, fresh.customer),
            np.insert(self.kind, where, fresh.kind),
            np.insert(self.amount, where, fresh.amount),
        )

    def owners(self) -> Ints:
        """The customers, each once."""
        return np.asarray(self.customer[_starts(self.customer)])


def joined(parts: Sequence[Bought]) -> Bought:
    """Several as one, the customers of each part after those of the part before."""
    return Bought(
        np.concatenate([part.customer for part in parts] or [_NONE]),
        np.concatenate([part.kind for part in parts] or [_NONE]),
        np.concatenate([part.amount for part in parts] or [_NONE]),
    )


def in_parts(rates: Sequence[float]) -> Ints:
    """Margin rates as whole parts."""
    return np.rint(np.array(rates, dtype=np.float64) * PARTS).astype(np.int64)


def margins(bought: Bought, rates: Ints) -> Ints:
    """The gross margin of each of `bought.owners()` in PARTS of a minor unit; `rates` by kind, in PARTS."""
    if not len(bought.customer):
        return _NONE
    return np.add.reduceat(bought.amount * rates[bought.kind], _starts(bought.customer))


def profit_of(amounts: Ints, rates: Ints) -> int:
    """The gross margin of the amounts of each kind, half-up to a minor unit."""
    return half_up(int(np.sum(amounts * rates)), PARTS) if len(amounts) else 0


def profit_per_customer(margin: int, customers: int) -> int | None:
    """A margin in PARTS of a minor unit over so many customers, half-up to a minor unit; None without one."""
    return half_up(margin, PARTS * customers) if customers else None


def _starts(customer: Ints) -> Ints:
    """Where each customer's rows begin."""
    return np.flatnonzero(np.diff(customer, prepend=customer[:1] - 1)) if len(customer) else _NONE


_NONE: Ints = np.empty(0, dtype=np.int64)
EMPTY = Bought(_NONE, _NONE, _NONE)
