"""Finding a customer while typing: one normalised string per customer, all of them in memory as one text.

Trigram indexes find nothing for one or two characters (佐藤, 林); a scan of the joined text does, and 100,000 customers
are a few megabytes. Kept in the database's cache until a customer changes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.text import fold
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer

Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]

_BETWEEN = "\x1e"
_FEW_HITS = 400


class SearchIndex:
    """`ids` ascending, int64[n], archived ones too. Masks and places are positions in it."""

    def __init__(self, rows: Sequence[tuple[int, str, bool]], by_kana: Sequence[int]) -> None:
        """`rows` ascending by id: id, search key, whether archived; `by_kana` the ids in reading order."""
        self.ids: Ids = np.array([row[0] for row in rows], dtype=np.int64)
        self.is_archived: Mask = np.array([row[2] for row in rows], dtype=np.bool_)
        self._text = _BETWEEN.join(["", *(row[1] for row in rows), ""])
        # Two bytes a character; a rare character beyond them counts as two, in the keys as in the starts.
        self._units = np.frombuffer(self._text.encode("utf-16-le"), dtype=np.uint16)
        self._ends = np.flatnonzero(self._units == ord(_BETWEEN))[1:]
        self._is_plain = len(self._units) == len(self._text)
        self.kana_order: Ids = np.searchsorted(self.ids, np.array(by_kana, dtype=np.int64))
        self._rank: Ids = np.empty(len(rows), dtype=np.int64)
        self._rank[self.kana_order] = np.arange(len(rows))

    def find(self, text: str) -> Mask:
        """In whom every word of the text occurs; no words: everyone."""
        found = np.ones(len(self.ids), dtype=np.bool_)
        for word in text.split():
            key = fold(word)
            if key:
                found &= self._having(key)
        return found

    def mask_of(self, ids: Ids) -> Mask:
        """Where these customers stand; ids that are not here are passed over."""
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        if len(self.ids):
            where = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
            mask[where[self.ids[where] == ids]] = True
        return mask

    def ranks(self, ids: Ids) -> Ids:
        """Place of each id in the order of kana."""
        return self._rank[np.searchsorted(self.ids, ids)]

    def _having(self, key: str) -> Mask:
        hits, at = self._first_hits(key)
        if at >= 0:
            hits = np.concatenate([hits, self._scan(key, at)])
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        mask[np.searchsorted(self._ends, hits)] = True
        return mask

    def _first_hits(self, key: str) -> tuple[Ids, int]:
        """The first hits by the string's own search, fastest while they are rare, and where to go on scanning (-1: nowhere)."""
        if not self._is_plain:
            return np.empty(0, dtype=np.int64), 0
        hits: list[int] = []
        at = self._text.find(key)
        while at >= 0 and len(hits) < _FEW_HITS:
            hits.append(at)
            at = self._text.find(key, self._text.find(_BETWEEN, at))
        return np.array(hits, dtype=np.int64), at

    def _scan(self, key: str, start: int) -> Ids:
        units = np.frombuffer(key.encode("utf-16-le"), dtype=np.uint16)
        room = self._units[start : len(self._units) - len(units) + 1]
        hits = np.flatnonzero(room == units[0]) + start
        for place, unit in enumerate(units[1:], start=1):
            hits = hits[self._units[hits + place] == unit]
        return hits


def search_index(session: Session) -> SearchIndex:
    if changed_in(session):
        # Rows that may still be rolled back are for this session alone.
        return _build(session)
    return cache_of(session).get("customer search", {Entity.CUSTOMER}, lambda: _build(session))


def _build(session: Session) -> SearchIndex:
    connection = session.connection()
    columns = (Customer.id, Customer.search_key, Customer.archived_at.is_not(None))
    rows = connection.execute(select(*columns).order_by(Customer.id)).all()
    by_kana = connection.execute(select(Customer.id).order_by(Customer.sort_key, Customer.id)).all()
    return SearchIndex([(row[0], row[1], bool(row[2])) for row in rows], [row[0] for row in by_kana])
