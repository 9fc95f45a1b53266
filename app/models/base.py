"""The declarative base and the only column types: STRICT tables know Integer, Text, REAL and LargeBinary, the rest are
decorators over them. Days are stored as day numbers since 1970-01-01, so that differences need no database function."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from sqlalchemy import REAL, Dialect, Integer, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from app.domain.customers import PartialDate
from app.domain.entities import Entity

E = TypeVar("E", bound=StrEnum)

_EPOCH_DAY = date(1970, 1, 1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

STRICT: dict[str, Any] = {"sqlite_strict": True}
# Ids are never given out twice: an undone row may come back under its own id.
STRICT_KEEPING_IDS: dict[str, Any] = {**STRICT, "sqlite_autoincrement": True}
NO_ROWID: dict[str, Any] = {**STRICT, "sqlite_with_rowid": False}

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def day_number(day: date) -> int:
    return (day - _EPOCH_DAY).days


def day_of(number: int) -> date:
    return _EPOCH_DAY + timedelta(days=number)


class Day(TypeDecorator[date]):
    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        return None if value is None else day_number(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        return None if value is None else day_of(value)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC with millisecond precision; a datetime without a zone is refused."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + value * _MILLISECOND


class Flag(TypeDecorator[bool]):
    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Partial(TypeDecorator[PartialDate]):
    impl = Text
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> PartialDate | None:
        return None if value is None else PartialDate.parse(value)


class Choice(TypeDecorator[E]):
    """A StrEnum as its text value."""

    impl = Text
    cache_ok = True

    def __init__(self, enum: type[E]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> E | None:
        return None if value is None else self.enum(value)


class Json(TypeDecorator[Any]):
    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Base(DeclarativeBase):
    """`entity` says what pages are told when a row of the table changes; None for derived and inner tables."""

    metadata = MetaData(naming_convention=NAMING)
    entity: ClassVar[Entity | None] = None

    def first_day_touched(self) -> date:
        """The first day of which a sale is another by a row as it is being written."""
        return date.min

    def number_touched(self) -> int | None:
        """The number by which whoever keeps columns of the entity knows the row; None: anything of the entity may be another."""
        return None


__all__ = [
    "NO_ROWID",
    "REAL",
    "STRICT",
    "STRICT_KEEPING_IDS",
    "Base",
    "Choice",
    "Day",
    "Flag",
    "Instant",
    "Integer",
    "Json",
    "LargeBinary",
    "Partial",
    "Text",
]
