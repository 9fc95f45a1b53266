"""Who bought how much of what, held in memory and brought along: the ground of lifetime profit and depth.

Reading the lines of two million purchases takes many seconds, and there is one reader: it is done in portions, so that pages in between
are not kept waiting. Afterwards only the customers that a write touched are read again.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.analytics.lifetime import EMPTY, Bought, Ints, joined
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Revision
from app.models.summary import CustomerStat

# Visits read in one go: some tenths of a second.
PORTION = 20_000
# When more customers changed at once, everything is read anew.
MANY = 3_000
_IN_STATEMENT = 500
Words = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class History:
    """`bought` of every customer, None while it is being read; `words` by kind: (code, name, group) as lines say them. `read`: how much
    of it is read."""

    bought: Bought | None
    words: tuple[Words, ...]
    read: float


@dataclass(slots=True)
class _Kinds:
    """A number for each way in which lines name a product."""

    numbers: dict[Words, int] = field(default_factory=dict)

    def number(self, words: Words) -> int:
        return self.numbers.setdefault(words, len(self.numbers))

    def words(self) -> tuple[Words, ...]:
        return tuple(self.numbers)


class _Kept:
    """As after write number `revision`; while `revision` is None, `parts` are read up to the customer at `place` of `ids`."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.begin_anew()

    def begin_anew(self) -> None:
        self.kinds = _Kinds()
        self.revision: int | None = None
        self.began = -1
        self.place = 0
        self.ids: Ints = np.empty(0, dtype=np.int64)
        self.visits: Ints = np.empty(0, dtype=np.int64)
        self.parts: list[Bought] = []
        self.bought = EMPTY


def history(session: Session) -> History:
    """Reads a portion more, or brings what is there along; ask again while `read` is below 1."""
    if changed_in(session):
        # What may still be rolled back is for this session alone.
        kinds = _Kinds()
        return History(Bought.of(_read(session, kinds, Purchase.customer_id.is_not(None))), kinds.words(), 1.0)
    kept = cache_of(session).get("what was bought", (), _Kept)
    revision = session.scalar(select(Revision.number)) or 0
    with kept.lock:
        if kept.revision is not None and kept.revision != revision:
            _bring_along(session, kept, revision)
        if kept.revision is None:
            _read_on(session, kept, revision)
        if kept.revision is None:
            return History(None, (), kept.place / len(kept.ids))
        return History(kept.bought, kept.kinds.words(), 1.0)


def bought_by(session: Session, customer_id: int) -> tuple[Bought, tuple[Words, ...]]:
    """The same of one customer, read now."""
    kinds = _Kinds()
    rows = _read(session, kinds, Purchase.customer_id == customer_id)
    return Bought.of(rows), kinds.words()


def _read_on(session: Session, kept: _Kept, revision: int) -> None:
    if kept.began < 0:
        ids, visits = read_columns(session, select(CustomerStat.customer_id, CustomerStat.n))
        order = np.argsort(ids)
        kept.ids, kept.visits, kept.began = ids[order], visits[order], revision
    if kept.place < len(kept.ids):
        load = np.cumsum(kept.visits[kept.place :] + 1)
        count = max(1, int(np.searchsorted(load, PORTION, side="right")))
        end = min(kept.place + count, len(kept.ids))
        low, high = int(kept.ids[kept.place]), int(kept.ids[end - 1])
        kept.parts.append(Bought.of(_read(session, kept.kinds, Purchase.customer_id.between(low, high))))
        kept.place = end
    if kept.place >= len(kept.ids):
        kept.bought, kept.parts = joined(kept.parts), []
        kept.revision = kept.began
        if kept.revision != revision:
            _bring_along(session, kept, revision)


def _bring_along(session: Session, kept: _Kept, revision: int) -> None:
    """Read again whom a write touched since; who is gone goes. Begins anew after a large change."""
    assert kept.revision is not None
    fresh = read_columns(session, select(CustomerStat.customer_id).where(CustomerStat.revision > kept.revision))[0]
    if revision < kept.revision or len(fresh) > MANY:
        kept.begin_anew()
        return
    rows: list[tuple[int, int, int]] = []
    for start in range(0, len(fresh), _IN_STATEMENT):
        chosen = [int(number) for number in fresh[start : start + _IN_STATEMENT]]
        rows += _read(session, kept.kinds, Purchase.customer_id.in_(chosen))
    kept.bought = kept.bought.without(np.sort(fresh)).with_rows(Bought.of(rows))
    kept.ids = np.union1d(kept.ids, fresh)
    if len(kept.ids) != (session.scalar(select(func.count()).select_from(CustomerStat)) or 0):
        # A row that is gone leaves no trace but the count.
        here = np.sort(read_columns(session, select(CustomerStat.customer_id))[0])
        kept.bought = kept.bought.without(np.setdiff1d(kept.ids, here))
        kept.ids = here
    kept.revision = revision


def _read(session: Session, kinds: _Kinds, whose: ColumnElement[bool]) -> list[tuple[int, int, int]]:
    line = PurchaseLine
    words: Sequence[Any] = (line.product_code, line.product, line.product_group)
    query = (
        select(Purchase.customer_id, *words, func.sum(line.amount))
        .join(line, line.purchase_id == Purchase.id)
        .where(whose)
        .group_by(Purchase.customer_id, *words)
    )
    return [(customer, kinds.number((code, name, group)), amount) for customer, code, name, group, amount in session.execute(query)]
