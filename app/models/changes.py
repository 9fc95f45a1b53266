"""What a session changed, gathered as it is flushed, and a cache that forgets what changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from app.domain.entities import EVERYTHING, Entity
from app.models.base import Base

T = TypeVar("T")


class ShopSession(Session):
    """A session that knows which entities it changed (`changed_in`) and the cache of its database (`cache_of`)."""


def mark_changed(session: Session, *entities: Entity, sales_since: date = date.min) -> None:
    """`sales_since`: with Entity.PURCHASE, no sale before this day is another (date.max: what follows from sales was worked out)."""
    cast("set[Entity]", session.info["changed"]).update(entities)
    if Entity.PURCHASE in entities:
        session.info["sales_since"] = min(changed_sales_since(session), sales_since)


def changed_in(session: Session) -> frozenset[Entity]:
    return frozenset(session.info["changed"])


def changed_sales_since(session: Session) -> date:
    """The first day of which a sale may be another than before; date.max while there is none."""
    return cast("date", session.info["sales_since"])


def cache_of(session: Session) -> SessionCache:
    return cast("SessionCache", session.info["cache"])


@event.listens_for(ShopSession, "after_flush")
def _note_flushed(session: Session, _context: UOWTransaction) -> None:
    for row in (*session.new, *session.deleted, *(row for row in session.dirty if session.is_modified(row))):
        entity = row.entity if isinstance(row, Base) else None
        if entity is not None:
            mark_changed(session, entity, sales_since=row.first_day_touched())


@event.listens_for(ShopSession, "do_orm_execute")
def _note_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        mapper = state.bind_mapper
        entity = mapper.class_.entity if mapper is not None and issubclass(mapper.class_, Base) else None
        if entity is not None:
            mark_changed(state.session, entity)


@dataclass(frozen=True, slots=True)
class _Value:
    """`entities` and `basis` it was made from; of sales those before `sales_before`."""

    entities: frozenset[Entity]
    sales_before: date
    basis: Hashable
    value: Any

    def outlives(self, entities: frozenset[Entity], sales_since: date) -> bool:
        touched = self.entities & entities
        return not touched or (touched == {Entity.PURCHASE} and sales_since >= self.sales_before)


class ChangeCache:
    """Values made from the database, kept until an entity they were made from changes. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._values: dict[str, _Value] = {}
        self._changes = 0

    def seen_by_a_session(self) -> SessionCache:
        """The cache for a session about to begin."""
        with self._lock:
            return SessionCache(self, self._changes)

    def find(self, key: str) -> _Value | None:
        with self._lock:
            return self._values.get(key)

    def keep(self, key: str, value: _Value, *, seen: int) -> None:
        """Keep a value made from the picture of the data that had seen so many changes; an outdated one is passed over."""
        with self._lock:
            if seen == self._changes:
                self._values[key] = value

    def forget(self, entities: frozenset[Entity] = EVERYTHING, sales_since: date = date.min) -> None:
        """What was made from these goes; what was made from sales before `sales_since` alone stays when sales changed."""
        with self._lock:
            self._changes += 1
            self._values = {key: value for key, value in self._values.items() if value.outlives(entities, sales_since)}


class SessionCache:
    """The cache as one session may use it. A session reads the picture of its beginning: what it builds after a change of
    another thread is handed out, and not kept."""

    def __init__(self, cache: ChangeCache, seen: int) -> None:
        self._cache = cache
        self._seen = seen

    def has(self, key: str) -> bool:
        return self._cache.find(key) is not None

    def get(
        self, key: str, entities: Iterable[Entity], build: Callable[[], T], *, sales_before: date = date.max, basis: Hashable = None
    ) -> T:
        """`sales_before`: of sales only those before this day matter; `basis`: what else it is made from, built anew with another."""
        found = self._cache.find(key)
        if found is not None and found.basis == basis:
            return cast("T", found.value)
        value = build()
        self._cache.keep(key, _Value(frozenset(entities), sales_before, basis, value), seen=self._seen)
        return value
