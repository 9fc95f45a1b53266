"""What a session changed, gathered as it is flushed, and a cache that forgets what changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar, cast

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from app.domain.entities import EVERYTHING, Entity
from app.models.base import Base

T = TypeVar("T")
Numbers = frozenset[int]
_REMEMBERED = 500
"""So many writes are told apart; what is older counts as anything."""


class ShopSession(Session):
    """A session that knows which entities it changed (`changed_in`) and the cache of its database (`cache_of`)."""


def mark_changed(session: Session, *entities: Entity, sales_since: date = date.min) -> None:
    """`sales_since`: with Entity.PURCHASE, no sale before this day is another (date.max: what follows from sales was worked out)."""
    _mark(session, entities, sales_since)
    _rows_of(session).update(dict.fromkeys(entities))


def changed_in(session: Session) -> frozenset[Entity]:
    return frozenset(session.info["changed"])


def changed_sales_since(session: Session) -> date:
    """The first day of which a sale may be another than before; date.max while there is none."""
    return cast("date", session.info["sales_since"])


def changed_rows(session: Session) -> dict[Entity, Numbers | None]:
    """The numbers of the changed rows of each entity; None where they are not known one by one."""
    return {entity: None if rows is None else frozenset(rows) for entity, rows in _rows_of(session).items()}


def cache_of(session: Session) -> SessionCache:
    return cast("SessionCache", session.info["cache"])


@event.listens_for(ShopSession, "after_flush")
def _note_flushed(session: Session, _context: UOWTransaction) -> None:
    for row in (*session.new, *session.deleted, *(row for row in session.dirty if session.is_modified(row))):
        entity = row.entity if isinstance(row, Base) else None
        if entity is not None:
            _mark(session, (entity,), row.first_day_touched())
            _note_row(session, entity, row.number_touched())


@event.listens_for(ShopSession, "do_orm_execute")
def _note_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        mapper = state.bind_mapper
        entity = mapper.class_.entity if mapper is not None and issubclass(mapper.class_, Base) else None
        if entity is not None:
            mark_changed(state.session, entity)


def _mark(session: Session, entities: Iterable[Entity], sales_since: date) -> None:
    named = set(entities)
    cast("set[Entity]", session.info["changed"]).update(named)
    if Entity.PURCHASE in named:
        session.info["sales_since"] = min(changed_sales_since(session), sales_since)


def _note_row(session: Session, entity: Entity, number: int | None) -> None:
    rows = _rows_of(session)
    known = rows.setdefault(entity, set())
    if number is None:
        rows[entity] = None
    elif known is not None:
        known.add(number)


def _rows_of(session: Session) -> dict[Entity, set[int] | None]:
    return cast("dict[Entity, set[int] | None]", session.info["changed_rows"])


@dataclass(slots=True)
class _Writes:
    """Of one entity: which rows which write changed, and the last write of which that is not known."""

    rows: list[tuple[int, Numbers]] = field(default_factory=list)
    unknown: int = 0

    def note(self, number: int, rows: Numbers | None) -> None:
        if rows is None:
            self.rows, self.unknown = [], number
            return
        self.rows.append((number, rows))
        if len(self.rows) > _REMEMBERED:
            self.unknown, _ = self.rows.pop(0)


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
        self._writes: dict[Entity, _Writes] = {entity: _Writes() for entity in EVERYTHING}

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

    def rows_changed(self, entities: Iterable[Entity], after: int, until: int) -> dict[Entity, Numbers] | None:
        """The numbers of the rows that changed after one write up to another; None when they are not known one by one."""
        with self._lock:
            writes = {entity: self._writes[entity] for entity in entities}
            if any(one.unknown > after for one in writes.values()):
                return None
            return {
                entity: frozenset().union(*(rows for number, rows in one.rows if after < number <= until)) for entity, one in writes.items()
            }

    def forget(
        self,
        entities: frozenset[Entity] = EVERYTHING,
        sales_since: date = date.min,
        rows: Mapping[Entity, Numbers | None] = MappingProxyType({}),
    ) -> None:
        """What was made from these goes; what was made from sales before `sales_since` alone stays when sales changed. `rows`: the numbers
        of the changed rows, where they are known."""
        with self._lock:
            self._changes += 1
            for entity in entities:
                self._writes[entity].note(self._changes, rows.get(entity))
            self._values = {key: value for key, value in self._values.items() if value.outlives(entities, sales_since)}


class SessionCache:
    """The cache as one session may use it. A session reads the picture of its beginning: what it builds after a change of
    another thread is handed out, and not kept."""

    def __init__(self, cache: ChangeCache, seen: int) -> None:
        self._cache = cache
        self._seen = seen

    @property
    def seen(self) -> int:
        """The number of the last write before the session began."""
        return self._seen

    def has(self, key: str) -> bool:
        return self._cache.find(key) is not None

    def rows_changed_after(self, write: int, *entities: Entity) -> dict[Entity, Numbers] | None:
        """The numbers of the rows that changed after a write, as far as the session sees; None when they are not known one by one."""
        return self._cache.rows_changed(entities, write, self._seen)

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
