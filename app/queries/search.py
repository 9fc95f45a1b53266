"""Finding a customer while typing: one normalised string per customer, all of them in memory as one text.

Trigram indexes find nothing for one or two characters (佐藤, 林); a scan of the joined text does, and 100,000 customers
are a few megabytes. Kept in the database's cache until a customer changes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.text import fold
from app.models.changes import cache_of
from app.models.customer import Customer

_BETWEEN = "\x1e"


class SearchIndex:
    """`ids` ascending, int64[n], archived ones too; `archived_ids` those of them."""

    def __init__(self, rows: Sequence[tuple[int, str, str, bool]]) -> None:
        self.ids = np.array([row[0] for row in rows], dtype=np.int64)
        self.archived_ids = np.array([row[0] for row in rows if row[3]], dtype=np.int64)
        self._text = _BETWEEN.join(["", *(row[1] for row in rows), ""])
        lengths = np.array([len(row[1]) + 1 for row in rows], dtype=np.int64)
        self._starts = np.cumsum(lengths) - lengths + 1
        order = np.array(sorted(range(len(rows)), key=lambda n: (rows[n][2], rows[n][0])), dtype=np.int64)
        self._rank = np.empty(len(rows), dtype=np.int64)
        self._rank[order] = np.arange(len(rows))

    def find(self, text: str) -> np.ndarray:
        """Ids of customers in whom every word of the text occurs, ascending; no words: everyone."""
        found = self.ids
        for word in text.split():
            key = fold(word)
            if key:
                found = np.intersect1d(found, self._having(key), assume_unique=True)
        return found

    def ranks(self, ids: np.ndarray) -> np.ndarray:
        """Place of each id in the order of kana."""
        return self._rank[np.searchsorted(self.ids, ids)]

    def _having(self, key: str) -> np.ndarray:
        hits: list[int] = []
        find, between = self._text.find, self._text.find
        at = find(key)
        while at >= 0:
            hits.append(at)
            at = find(key, between(_BETWEEN, at))
        places = np.searchsorted(self._starts, np.array(hits, dtype=np.int64), side="right") - 1
        return self.ids[places]


def search_index(session: Session) -> SearchIndex:
    def build() -> SearchIndex:
        columns = (Customer.id, Customer.search_key, Customer.sort_key, Customer.archived_at.is_not(None))
        return SearchIndex(
            [(i, key, order, bool(archived)) for i, key, order, archived in session.execute(select(*columns).order_by(Customer.id))]
        )

    return cache_of(session).get("customer search", {Entity.CUSTOMER}, build)
