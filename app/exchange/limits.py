"""How much of a file is read at most, so that a hostile or broken one can neither fill the memory nor hang the program."""

from __future__ import annotations

import time
from dataclasses import dataclass

from app.exchange.problems import TakesTooLong


@dataclass(frozen=True, slots=True)
class Limits:
    """`unpacked_bytes` bounds what comes out of .gz and .xlsx; `cells` bounds rows times columns of a sheet."""

    file_bytes: int = 300_000_000
    unpacked_bytes: int = 800_000_000
    ratio: int = 200
    parts: int = 5_000
    rows: int = 3_000_000
    columns: int = 1_000
    cells: int = 40_000_000
    seconds: int = 180


LIMITS = Limits()


class Deadline:
    """Raises TakesTooLong from check() once the seconds of the limits are over."""

    def __init__(self, name: str, seconds: int) -> None:
        self._name = name
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        if time.monotonic() > self._end:
            raise TakesTooLong(name=self._name, seconds=self._seconds)
