"""What a session changed, gathered as it is flushed, and a cache that forgets what changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from app.domain.entities import EVERYTHING, Entity
from app.models.base import Base

T = TypeVar("T")


class ShopSession(Session):
    """A session that knows which entities it changed (`changed_in`) and the cache of its database (`cache_of`)."""


def mark_changed(session: Session, *entities: Entity) -> None:
    cast("set[Entity]", session.info["changed"]).update(entities)


def changed_in(session: Session) -> frozenset[Entity]:
    return frozenset(session.info["changed"])


def cache_of(session: Session) -> SessionCache:
    return cast("SessionCache", session.info["cache"])


@event.listens_for(ShopSession, "after_flush")
def _note_flushed(session: Session, _context: UOWTransaction) -> None:
    for row in (*session.new, *session.deleted, *(row for row in session.dirty if session.is_modified(row))):
        entity = row.entity if isinstance(row, Base) else None
        if entity is not None:
            mark_changed(session, entity)


@event.listens_for(ShopSession, "do_orm_execute")
def _note_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        mapper = state.bind_mapper
        entity = mapper.class_.entity if mapper is not None and issubclass(mapper.class_, Base) else None
        if entity is not None:
            mark_changed(state.session, entity)


class ChangeCache:
    """Values made from the database, kept until an entity they were made from changes. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._values: dict[str, tuple[frozenset[Entity], Any]] = {}
        self._changes = 0

    def seen_by_a_session(self) -> SessionCache:
        """The cache for a session about to begin."""
        with self._lock:
            return SessionCache(self, self._changes)

    def find(self, key: str) -> tuple[frozenset[Entity], Any] | None:
        with self._lock:
            return self._values.get(key)

    def keep(self, key: str, entities: Iterable[Entity], value: object, *, seen: int) -> None:
        """Keep a value made from the picture of the data that had seen so many changes; an outdated one is passed over."""
        with self._lock:
            if seen == self._changes:
                self._values[key] = (frozenset(entities), value)

    def forget(self, entities: frozenset[Entity] = EVERYTHING) -> None:
        with self._lock:
            self._changes += 1
            self._values = {k: v for k, v in self._values.items() if not v[0] & entities}


class SessionCache:
    """The cache as one session may use it. A session reads the picture of its beginning: what it builds after a change of
    another thread is handed out, and not kept."""

    def __init__(self, cache: ChangeCache, seen: int) -> None:
        self._cache = cache
        self._seen = seen

    def get(self, key: str, entities: Iterable[Entity], build: Callable[[], T]) -> T:
        found = self._cache.find(key)
        if found is not None:
            return cast("T", found[1])
        value = build()
        self._cache.keep(key, entities, value, seen=self._seen)
        return value
