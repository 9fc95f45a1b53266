"""Many rows at once, at the driver's speed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

CHUNK = 20_000


def insert_rows(session: Session, table: Table, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """Insert tuples of stored values (day numbers, milliseconds, JSON text: no type is converted); the number of rows."""
    connection = session.connection()
    statement = insert(table).values({name: None for name in columns})
    compiled = statement.compile(dialect=connection.dialect, column_keys=list(columns))
    order = [list(columns).index(name) for name in compiled.positiontup or columns]
    is_straight = order == list(range(len(columns)))
    source = iter(rows)
    count = 0
    while chunk := list(islice(source, CHUNK)):
        count += len(chunk)
        if compiled.positional:
            connection.exec_driver_sql(str(compiled), chunk if is_straight else [tuple(row[n] for n in order) for row in chunk])
        else:
            connection.exec_driver_sql(str(compiled), [dict(zip(columns, row, strict=True)) for row in chunk])
    return count


def next_id(session: Session, table: Table) -> int:
    """The first id never given out; whoever writes in this transaction may count up from it."""
    highest = session.scalar(select(func.max(table.c.id))) or 0
    if session.connection().dialect.name == "sqlite":
        kept = session.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}).scalar()
        highest = max(highest, kept or 0)
    return highest + 1
