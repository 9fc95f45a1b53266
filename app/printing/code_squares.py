"""The squares of a code (QR, model 2): seven signs and the hyphen fit the smallest size at the highest level of repair, so that a third
of it may be dirty.

All codes have eight signs, and in such a matrix every bit of the text turns the same squares over, whatever the other bits are. So the
squares of each of the 44 bits are asked of the encoder once, and a code is put together from them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import segno

from app.printing.geometry import Box
from app.printing.ink import Ink

MODULES = 21
SQUARES = "code_squares"
"""Name of the field that the squares are, where a code has its signs elsewhere on the piece."""

LENGTH = 8
"""Signs of a code, its hyphen among them."""

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BASE = len(_SIGNS)
_PAIR_BITS = 11
_MASKS = range(8)
# A row takes more places than it has squares: what stands at its end and what begins the next are never read together.
_STRIDE = 24
_WIDTH = MODULES * _STRIDE
_CORNER = (1, 0, 1, 1, 1, 0, 1)
_CORNER_MIDDLE = 3
# One in the middle of each.
_CORNERS = 3
# Each has three rows that look like its middle one.
_ROWS_OF_CORNERS = 9
_BLACK = (0.0, 0.0, 0.0)
_DARK = re.compile("1+")


@dataclass(frozen=True, slots=True)
class _Squares:
    """One bit for each square, row by row and column by column."""

    across: int
    down: int

    def __xor__(self, other: _Squares) -> _Squares:
        return _Squares(self.across ^ other.across, self.down ^ other.down)


def squares_of(code: str) -> list[bytes]:
    """The rows of squares, dark ones 1."""
    return [bytes(map(int, line)) for line in _lines(code)]


def draw_code(code: str, box: Box, ink: Ink) -> None:
    """The squares of a code, as wide as the box."""
    ink.save()
    ink.place(box.left, box.bottom, size=box.width / MODULES)
    ink.fill_colour(_BLACK)
    paths = (_row_path(line, MODULES - 1 - index) for index, line in enumerate(_lines(code)))
    ink.raw("\n".join(path for path in paths if path) + " f")
    ink.restore()


@lru_cache(maxsize=8192)
def _row_path(line: str, up: int) -> str:
    """A rectangle for each run of dark squares; most rows of a code have squares of its own only in part, so many are alike."""
    return "\n".join([f"{run.start()} {up} {run.end() - run.start()} 1 re" for run in _DARK.finditer(line)])


def _lines(code: str) -> list[str]:
    """The first mask will do under which nothing looks like a corner that is none; to look for the evenest of all would take longer
    than the rest of the piece."""
    bits = _bits_of(code)
    found = _Squares(0, 0)
    for mask in _MASKS:
        found = _empty(mask) ^ bits
        if _corners(found) == _CORNERS:
            break
    signs = f"{found.across:0{_WIDTH}b}"
    return [signs[row * _STRIDE : row * _STRIDE + MODULES] for row in range(MODULES)]


def _bits_of(code: str) -> _Squares:
    if len(code) != LENGTH:
        raise ValueError(f"a code of {len(code)} signs")
    found = _Squares(0, 0)
    for pair in range(LENGTH // 2):
        found ^= _pair_of(pair, _BASE * _SIGNS.index(code[2 * pair]) + _SIGNS.index(code[2 * pair + 1]))
    return found


@lru_cache(maxsize=8192)
def _pair_of(pair: int, value: int) -> _Squares:
    """Which squares two signs turn over."""
    found = _Squares(0, 0)
    for bit in range(_PAIR_BITS):
        if value >> bit & 1:
            found ^= _turned_over(pair, bit)
    return found


@cache
def _turned_over(pair: int, bit: int) -> _Squares:
    """Which squares a bit of a pair of signs turns over."""
    first, second = divmod(1 << bit, _BASE)
    signs = ["0"] * LENGTH
    signs[2 * pair : 2 * pair + 2] = _SIGNS[first], _SIGNS[second]
    return _encoded("".join(signs), _MASKS[0]) ^ _empty(_MASKS[0])


@cache
def _empty(mask: int) -> _Squares:
    return _encoded("0" * LENGTH, mask)


def _encoded(text: str, mask: int) -> _Squares:
    rows = [bytes(line) for line in segno.make(text, version=1, error="h", mode="alphanumeric", mask=mask).matrix]
    return _Squares(_packed(rows), _packed([bytes(line) for line in zip(*rows, strict=True)]))


def _packed(rows: list[bytes]) -> int:
    return int("".join("".join(map(str, row)).ljust(_STRIDE, "0") for row in rows), 2)


def _corners(squares: _Squares) -> int:
    """At how many squares both the row and the column read like the middle of a corner."""
    across = _middles(squares.across)
    if across.bit_count() == _ROWS_OF_CORNERS:
        return _CORNERS  # No row looks like one of a corner but those of the corners themselves.
    down = {divmod(place, _STRIDE) for place in _places(_middles(squares.down))}
    return sum((column, row) in down for row, column in (divmod(place, _STRIDE) for place in _places(across)))


def _middles(lines: int) -> int:
    """A bit for each square that ends a run of squares like that through a corner."""
    found = ~0
    for step, dark in enumerate(_CORNER):
        moved = lines << step
        found &= moved if dark else ~moved
    return found & (1 << _WIDTH) - 1


def _places(found: int) -> list[int]:
    """The middles of those runs, counted from the first square."""
    places = []
    while found:
        top = found.bit_length() - 1
        places.append(_WIDTH - 1 - top + _CORNER_MIDDLE)
        found ^= 1 << top
    return places
