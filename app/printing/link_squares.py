"""The squares (QR) of an address in the web: a page to book, a map, a menu. Of any length; those of pieces are in code_squares."""

from __future__ import annotations

import re
from functools import lru_cache

import segno

from app.printing.geometry import Box
from app.printing.ink import Ink

QUIET = 4
"""Squares of white on each side, within the place that the whole has."""

SMALLEST_SQUARE = 0.4
"""mm that a telephone still reads."""

_DARK = re.compile("1+")
_BARE_PAGE = re.compile(r"[^\s:/@?#.]+(\.[^\s:/@?#.]+)+(:[0-9]+)?([/?#]\S*)?")
_BLACK = (0.0, 0.0, 0.0)
_WHITE = (1.0, 1.0, 1.0)


def whole_address(typed: str) -> str:
    """With what a telephone needs to take it for a page and not for words: example.jp/shop → https://example.jp/shop."""
    return f"https://{typed}" if _BARE_PAGE.fullmatch(typed) else typed


@lru_cache(maxsize=256)
def link_rows(address: str) -> tuple[str, ...]:
    """The rows of squares, dark ones "1", without the white around; none where an address is empty or longer than any code holds."""
    if not address:
        return ()
    try:
        matrix = segno.make(address, error="m", micro=False, boost_error=False, encoding="utf-8").matrix
    except segno.DataOverflowError:
        return ()
    return tuple("".join(str(int(square)) for square in row) for row in matrix)


def is_readable(address: str, box: Box) -> bool:
    rows = link_rows(address)
    return bool(rows) and min(box.width, box.height) >= (len(rows) + 2 * QUIET) * SMALLEST_SQUARE


def draw_link(address: str, box: Box, ink: Ink) -> None:
    """The squares as large as the box holds, in its middle, on white."""
    rows = link_rows(address)
    side = min(box.width, box.height)
    white = Box(box.middle - side / 2, box.top + (box.height - side) / 2, side, side)
    ink.fill_box(white, _WHITE)
    square = side / (len(rows) + 2 * QUIET)
    ink.save()
    ink.place(white.left + QUIET * square, white.bottom - QUIET * square, size=square)
    ink.fill_colour(_BLACK)
    for index, row in enumerate(rows):
        for run in _DARK.finditer(row):
            ink.raw(f"{run.start()} {len(rows) - 1 - index} {run.end() - run.start()} 1 re")
    ink.raw("f")
    ink.restore()
