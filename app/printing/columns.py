"""How a long address is parted into columns, or rows: as few as fit, parted where an eye expects it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.printing.linebreak import NEVER_AT_END, NEVER_AT_HEAD
from app.printing.vertical import HYPHENS, Cell, CellKind

_EVEN = 0.05
_AT_BLANK = 0.0
_BEFORE_NUMBER = 0.1
_AFTER_DIVISION = 0.15
_ANYWHERE = 1.0
_INSIDE_WORD = 3.0
_INSIDE_NUMBER = 30.0
_FORBIDDEN = 60.0
_NOWHERE = (-1, 0.0, 0)
_COUNTERS = frozenset("丁番号階地線条")
_BELONGS_TO_NUMBER = frozenset("北南東西第")
_DIVISION_ENDS = frozenset("都道府県市区町村郡")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９\-]*")


def part_columns(cells: Sequence[Cell], height: float, *, whole: bool = False) -> list[list[Cell]] | None:
    """Columns of at most `height` em each; None when one cell alone is higher, or a word that is to stay `whole`.

    Fewest columns first, then the least unpleasant places to part, then columns of even length.
    """
    pieces = _divided(cells, height)
    if not pieces:
        return []
    if any(cell.height > height for cell in pieces):
        return None
    count = len(pieces)
    if sum(cell.height for cell in pieces) <= height:
        return [_trimmed(pieces)]
    prices = _prices(pieces)
    ends: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, count + 1):
        best: tuple[int, float, int] | None = None
        used = 0.0
        if whole and prices[end] >= _INSIDE_WORD:
            ends.append(_NOWHERE)
            continue
        for start in range(end - 1, -1, -1):
            used += pieces[start].height
            if used > height + 1e-9:
                break
            columns, cost, _ = ends[start]
            if columns < 0:
                continue
            price = cost + _EVEN * (height - used) ** 2 / height + prices[end]
            if best is None or (columns + 1, price) < best[:2]:
                best = (columns + 1, price, start)
        if best is None and (not whole or end == count):
            return None
        ends.append(best or _NOWHERE)
    return _gathered(pieces, ends)


def part_words(cells: Sequence[Cell], height: float, most: int) -> list[list[Cell]] | None:
    """Columns that tear no word, where `most` of them are enough; else as part_columns."""
    untorn = part_columns(cells, height, whole=True)
    return untorn if untorn is not None and len(untorn) <= most else part_columns(cells, height)


def _gathered(pieces: Sequence[Cell], ends: Sequence[tuple[int, float, int]]) -> list[list[Cell]]:
    columns: list[list[Cell]] = []
    end = len(pieces)
    while end:
        start = ends[end][2]
        columns.insert(0, _trimmed(pieces[start:end]))
        end = start
    return columns


def _trimmed(cells: Sequence[Cell]) -> list[Cell]:
    kept = list(cells)
    while kept and kept[-1].kind is CellKind.BLANK:
        kept.pop()
    while kept and kept[0].kind is CellKind.BLANK:
        kept.pop(0)
    return kept


def _divided(cells: Sequence[Cell], height: float) -> list[Cell]:
    """Words that lie on their side and are longer than a column are cut where the column is full."""
    pieces: list[Cell] = []
    for cell in cells:
        if cell.kind is not CellKind.LYING or cell.height <= height:
            pieces.append(cell)
            continue
        part: list[int] = []
        used = 0.0
        for index, glyph in enumerate(cell.glyphs):
            if used + glyph.width > height:
                pieces.append(_cut(cell, part))
                part, used = [], 0.0
            part.append(index)
            used += glyph.width
        pieces.append(_cut(cell, part))
    return pieces


def _cut(cell: Cell, part: Sequence[int]) -> Cell:
    glyphs = tuple(cell.glyphs[index] for index in part)
    text = "".join(glyph.text for glyph in glyphs)
    return Cell(CellKind.LYING, text, text, sum(glyph.width for glyph in glyphs), glyphs)


def _prices(pieces: Sequence[Cell]) -> list[float]:
    """For each place before a piece, and the end."""
    prices = [0.0, *(_price(before, after) for before, after in pairwise(pieces)), 0.0]
    for index in range(1, len(pieces) - 1):
        if pieces[index].text == "大" and pieces[index + 1].text == "字":
            prices[index], prices[index + 1] = min(prices[index], _BEFORE_NUMBER), _INSIDE_WORD
    return prices


def _price(before: Cell, after: Cell) -> float:
    """How unpleasant it is to part two neighbours."""
    if CellKind.BLANK in (before.kind, after.kind):
        return _AT_BLANK
    if after.text[0] in NEVER_AT_HEAD or before.text[-1] in NEVER_AT_END:
        return _FORBIDDEN
    if _is_number(before) and _is_number(after):
        return _INSIDE_NUMBER
    if _is_joint(before) or _is_joint(after):
        return _INSIDE_NUMBER
    if _is_number(after):
        return _INSIDE_WORD if before.text[-1] in _BELONGS_TO_NUMBER else _BEFORE_NUMBER
    if (_is_number(before) and after.text[0] in _COUNTERS) or before.text + after.text in ("丁目", "番地", "号室"):
        return _INSIDE_WORD
    if after.text == "字":
        return _AFTER_DIVISION
    if _is_katakana(before) and _is_katakana(after):
        return _INSIDE_WORD
    return _AFTER_DIVISION if before.text[-1] in _DIVISION_ENDS and after.text[0] != "通" else _ANYWHERE


def _is_katakana(cell: Cell) -> bool:
    return "ァ" <= cell.text[0] <= "ヺ" or cell.text[0] == "ー"


def _is_number(cell: Cell) -> bool:
    return _NUMBER.fullmatch(cell.source) is not None


def _is_joint(cell: Cell) -> bool:
    return cell.text in ("ノ", "ー") and cell.source in HYPHENS and (cell.text != cell.source or cell.text == "ノ")
