"""Strict reader of separated text: nothing is shifted, guessed or swallowed; what cannot be read is one refused row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Generator, Iterable, Iterator

from app.exchange.problems import RowReason

Record = tuple[int, list[str] | RowReason]
_WIDTH_THAT_TELLS = 3


def read_records(lines: Iterable[str], separator: str, width: int = 0) -> Generator[Record, None, None]:
    """Yield (row, cells) or (row, reason) for each record; the row counts records, as a spreadsheet does.

    An unclosed quotation mark costs only its own line: reading goes on with the next one. When `width` is given, a
    record of several lines whose inner lines are whole rows themselves counts as an unclosed quotation mark too.
    """
    source = iter(lines)
    again: deque[str] = deque()
    taken: list[str] = []
    row = 0
    while True:
        reader = csv.reader(_feed(source, again, taken), delimiter=separator, strict=True)
        broken = False
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as problem:
                reason = RowReason.CELL_TOO_LONG if "field larger" in str(problem) and len(taken) == 1 else RowReason.BROKEN_QUOTE
                broken = True
            row += 1
            if not broken and len(taken) > 1 and _swallows_rows(taken, separator, width):
                reason, broken = RowReason.BROKEN_QUOTE, True
            if broken:
                break
            taken.clear()
            yield row, cells
        again.extendleft(reversed(taken[1:]))
        taken.clear()
        yield row, reason


def _feed(source: Iterator[str], again: deque[str], taken: list[str]) -> Iterator[str]:
    while True:
        if again:
            line = again.popleft()
        else:
            following = next(source, None)
            if following is None:
                return
            line = following
        taken.append(line)
        yield line


def _swallows_rows(taken: list[str], separator: str, width: int) -> bool:
    if width < _WIDTH_THAT_TELLS:
        return False
    return any(len(cells) == width for cells in csv.reader(taken[1:-1], delimiter=separator))
