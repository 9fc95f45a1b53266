"""Reads the smallest QR code off a bitmap, independently of what drew it: finder patterns, modules, mask, and every byte checked."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

SIDE = 21
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
# Bytes of data and of repair by the two bits of the level.
_DATA_BYTES = {0b01: 19, 0b00: 16, 0b11: 13, 0b10: 9}
_BYTES = 26
_MASKS: list[Callable[[int, int], int]] = [
    lambda r, c: (r + c) % 2,
    lambda r, c: r % 2,
    lambda r, c: c % 3,
    lambda r, c: (r + c) % 3,
    lambda r, c: (r // 2 + c // 3) % 2,
    lambda r, c: r * c % 2 + r * c % 3,
    lambda r, c: (r * c % 2 + r * c % 3) % 2,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2,
]
Bits = NDArray[np.bool_]


class NoCode(Exception):
    pass


def read_code(grey: NDArray[np.uint8]) -> str:
    """The text of the one upright code on the page. NoCode."""
    dark = grey < 128
    left, top, module = _place(dark)
    middles = [round(start + (index + 0.5) * module) for start in (top, left) for index in range(SIDE)]
    grid: Bits = dark[np.ix_(middles[:SIDE], middles[SIDE:])]
    level, mask = _format(grid)
    codewords = _codewords(grid, mask)
    if any(_syndrome(codewords, power) for power in range(_BYTES - _DATA_BYTES[level])):
        raise NoCode("the bytes do not fit together")
    return _text(codewords[: _DATA_BYTES[level]])


def _place(dark: Bits) -> tuple[float, float, float]:
    """Left and top edge and the size of a module, from the three corner squares."""
    centres = [
        (row, column, size) for row in range(0, dark.shape[0]) for column, size in _finders(dark[row]) if _is_square(dark, row, column)
    ]
    if len(centres) < 3:
        raise NoCode("no corner squares")
    found: list[tuple[float, float, float]] = []
    for row, column, size in centres:
        near = [one for one in found if abs(one[0] - row) < 4 * size and abs(one[1] - column) < 4 * size]
        if not near:
            close = [float(r) for r, c, s in centres if abs(r - row) < 4 * s and abs(c - column) < 4 * s]
            found.append((sum(close) / len(close) + 0.5, column, size))
    # What is of another size is a pattern of the squares between that happens to look like a corner.
    usual = sorted(one[2] for one in found)[len(found) // 2]
    found = [one for one in found if abs(one[2] - usual) < usual / 5]
    if len(found) != 3:
        raise NoCode(f"{len(found)} corner squares")
    rows, columns = sorted(one[0] for one in found), sorted(one[1] for one in found)
    width, height = columns[2] - columns[0], rows[2] - rows[0]
    module = (width + height) / 2 / (SIDE - 7)
    return columns[0] - 3.5 * module, rows[0] - 3.5 * module, module


def _finders(line: Bits) -> list[tuple[float, float]]:
    """Where dark and light follow each other as 1:1:3:1:1, with the size of one."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], line, [False])).astype(np.int8)))
    found = []
    for index in range(0, len(edges) - 5, 2):
        runs = np.diff(edges[index : index + 6])
        unit = runs.sum() / 7
        if unit >= 2 and np.all(np.abs(runs / unit - (1, 1, 3, 1, 1)) < 0.5):
            found.append((float(edges[index] + edges[index + 5]) / 2, float(unit)))
    return found


def _is_square(dark: Bits, row: int, column: float) -> bool:
    """Whether the same is seen from above."""
    line = dark[:, int(column)]
    return any(abs(middle - row) < 3 for middle, _size in _finders(line))


def _format(grid: Bits) -> tuple[int, int]:
    places = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    bits = 0
    for row, column in places:
        bits = bits << 1 | int(grid[row, column])
    bits ^= 0b101010000010010
    rest = bits
    for shift in range(4, -1, -1):
        if rest >> (shift + 10) & 1:
            rest ^= 0b10100110111 << shift
    if rest:
        raise NoCode("the format does not fit")
    return bits >> 13, bits >> 10 & 7


def _codewords(grid: Bits, mask: int) -> list[int]:
    bits: list[int] = []
    for turn, right in enumerate((20, 18, 16, 14, 12, 10, 8, 5, 3, 1)):
        rows = range(SIDE - 1, -1, -1) if turn % 2 == 0 else range(SIDE)
        bits += [
            int(grid[row, column]) ^ (_MASKS[mask](row, column) == 0)
            for row in rows
            for column in (right, right - 1)
            if _is_for_data(row, column)
        ]
    return [int("".join(map(str, map(int, bits[start : start + 8]))), 2) for start in range(0, _BYTES * 8, 8)]


def _is_for_data(row: int, column: int) -> bool:
    in_corner = (row < 9 and (column < 9 or column > 12)) or (row > 12 and column < 9)
    return not in_corner and row != 6 and column != 6


def _tables() -> tuple[list[int], list[int]]:
    powers, logarithms, value = [0] * 255, [0] * 256, 1
    for index in range(255):
        powers[index], logarithms[value] = value, index
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, logarithms


_POWERS, _LOGARITHMS = _tables()


def _syndrome(codewords: list[int], power: int) -> int:
    value = 0
    for codeword in codewords:
        value = (_POWERS[(_LOGARITHMS[value] + power) % 255] if value else 0) ^ codeword
    return value


def _text(data: list[int]) -> str:
    bits = "".join(f"{byte:08b}" for byte in data)
    if bits[:4] != "0010":
        raise NoCode("not written in capitals and digits")
    count, place, text = int(bits[4:13], 2), 13, ""
    while len(text) + 1 < count:
        first, second = divmod(int(bits[place : place + 11], 2), 45)
        text += ALPHANUMERIC[first] + ALPHANUMERIC[second]
        place += 11
    return text + (ALPHANUMERIC[int(bits[place : place + 6], 2)] if len(text) < count else "")
