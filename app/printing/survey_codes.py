"""The squares (QR, version 2, level M) of a survey sheet, put together from those of single bits.

In a matrix of one size every bit of the text turns the same squares over, whatever the other bits are. So each bit is asked of the
encoder once, and the codes of thousands of sheets are sums of them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import segno

from app.printing.geometry import Box
from app.printing.ink import Ink
from app.printing.survey_measures import CODE_MODULES

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BASE = len(_SIGNS)
_PAIR_BITS = 11
_SINGLE_BITS = 6
_MASKS = range(8)
# A run like those through the corner squares: the fewer of them elsewhere, the surer the corners are found.
_LIKE_CORNER = re.compile("1011101")
_DARK = re.compile("1+")
_BLACK = (0.0, 0.0, 0.0)


def code_rows(text: str) -> tuple[str, ...]:
    """The rows of squares, dark ones "1"."""
    bits = _bits_of(text)
    return min((_lines(_empty(len(text), mask) ^ bits) for mask in _MASKS), key=_likenesses)


def draw_squares(text: str, box: Box, ink: Ink) -> None:
    """As wide as the box, without white around."""
    ink.save()
    ink.place(box.left, box.bottom, size=box.width / CODE_MODULES)
    ink.fill_colour(_BLACK)
    ink.raw("\n".join(_row_path(line, CODE_MODULES - 1 - index) for index, line in enumerate(code_rows(text))) + " f")
    ink.restore()


@lru_cache(maxsize=8192)
def _row_path(line: str, up: int) -> str:
    return "\n".join([f"{run.start()} {up} {run.end() - run.start()} 1 re" for run in _DARK.finditer(line)])


def _lines(squares: int) -> tuple[str, ...]:
    signs = f"{squares:0{CODE_MODULES * CODE_MODULES}b}"
    return tuple(signs[first : first + CODE_MODULES] for first in range(0, CODE_MODULES * CODE_MODULES, CODE_MODULES))


def _likenesses(lines: tuple[str, ...]) -> int:
    """How many rows hold a run like that through a corner; the three corners make some of themselves."""
    return sum(len(_LIKE_CORNER.findall(line)) for line in lines)


def _bits_of(text: str) -> int:
    found = 0
    for first in range(0, len(text), 2):
        pair = text[first : first + 2]
        value = _SIGNS.index(pair[0]) if len(pair) == 1 else _BASE * _SIGNS.index(pair[0]) + _SIGNS.index(pair[1])
        found ^= _pair_of(len(text), first, value)
    return found


@lru_cache(maxsize=16384)
def _pair_of(length: int, first: int, value: int) -> int:
    """Which squares two signs turn over."""
    found = 0
    for bit in range(_PAIR_BITS if first + 1 < length else _SINGLE_BITS):
        if value >> bit & 1:
            found ^= _turned_over(length, first, bit)
    return found


@cache
def _turned_over(length: int, first: int, bit: int) -> int:
    signs = ["0"] * length
    if first + 1 < length:
        one, other = divmod(1 << bit, _BASE)
        signs[first : first + 2] = _SIGNS[one], _SIGNS[other]
    else:
        signs[first] = _SIGNS[1 << bit]
    return _encoded("".join(signs), 0) ^ _empty(length, 0)


@cache
def _empty(length: int, mask: int) -> int:
    return _encoded("0" * length, mask)


def _encoded(text: str, mask: int) -> int:
    rows = segno.make(text, version=2, error="m", mode="alphanumeric", mask=mask, boost_error=False).matrix
    return int("".join("".join(str(int(square)) for square in row) for row in rows), 2)
