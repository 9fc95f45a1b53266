"""The people of a measure as a file from which anybody can work out its result anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.domain.measure_view import RawRow
from app.exchange.export import ExportStyle, write_table

HEADER = ("customer", "customer_code", "arm", "stratum", "sent_on", "margin_before", "margin_in_window", "came", "cost")


def write_measure_rows(path: Path, rows: Iterable[RawRow]) -> int:
    """One row for each person, margins in minor units with every digit they have; returns how many."""
    return write_table(path, HEADER, _cells(rows), style=ExportStyle.MOVING)


def _cells(rows: Iterable[RawRow]) -> Iterator[tuple[str, ...]]:
    for one in rows:
        came = "1" if one.came else "0"
        day = one.sent_on.isoformat()
        number = "" if one.customer_id is None else str(one.customer_id)
        yield number, one.code, one.arm.value, str(one.stratum), day, _number(one.before), _number(one.within), came, str(one.cost)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)
