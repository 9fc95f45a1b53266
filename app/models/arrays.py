"""Whole columns as numpy arrays, and rows by the hundred thousand, past the ORM and its objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Unpack

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, Table, insert
from sqlalchemy.orm import Session

from app.domain.progress import NO_PROGRESS, Progress

CHUNK = 50_000


def read_columns(session: Session, query: Select[Unpack[tuple[Any, ...]]], progress: Progress = NO_PROGRESS, total: int = 0) -> list[NDArray[np.int64]]:
    """The query's columns; every value must be a whole number (`coalesce` and `type_coerce` the others away)."""
    width = len(query.selected_columns)
    parts: list[NDArray[np.int64]] = []
    done = 0
    for rows in session.connection().execute(query).partitions(CHUNK):
        progress.advance(done, max(total, done))
        done += len(rows)
        flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=width * len(rows))
        parts.append(flat.reshape(len(rows), width))
    if not parts:
        return [np.empty(0, dtype=np.int64) for _ in range(width)]
    return [np.ascontiguousarray(column) for column in np.concatenate(parts).T]


def insert_columns(session: Session, table: Table, columns: Mapping[str, Sequence[Any]], progress: Progress = NO_PROGRESS) -> None:
    """Insert equally long columns of stored values (whole numbers, floats, text, None). `mark_changed` is left to the caller."""
    total = len(next(iter(columns.values()), ()))
    if not total:
        return
    connection = session.connection()
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    names = compiled.positiontup
    done = 0
    for chunk in _chunks([columns[name] for name in (names or columns)]):
        progress.advance(done, total)
        if names is None:
            session.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in chunk])
        else:
            connection.exec_driver_sql(str(compiled), chunk)
        done += len(chunk)


def _chunks(columns: Sequence[Sequence[Any]]) -> Iterator[list[tuple[Any, ...]]]:
    rows = zip(*columns, strict=True)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
