"""How a long address is parted into columns, or rows: as few as fit, parted where an eye expects it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.printing.linebreak import NEVER_AT_END, NEVER_AT_HEAD
from app.printing.vertical import HYPHENS, Cell, CellKind

_EVEN = 0.05
_AT_BLANK = 0.0
_BEFORE_NUMBER = 0.1
_AFTER_DIVISION = 0.15
_AFTER_HYPHEN = 0.6
_ANYWHERE = 1.0
_INSIDE_WORD = 3.0
_INSIDE_NUMBER = 30.0
_FORBIDDEN = 60.0
_NEVER = math.inf
_LONGEST_TOWN = 6
_NOWHERE = (-1, 0.0, 0)
_COUNTERS = frozenset("丁番号階地線条")
_BELONGS_TO_NUMBER = frozenset("北南東西第")
_DIVISION_ENDS = frozenset("都道府県市区町村郡")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９\-]*")
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ\u1e00-\u1eff"
_LETTERS = re.compile(f"[{_LETTER}Ａ-Ｚａ-ｚ]")
_AT_HYPHEN = re.compile(f"(?<=[{_LETTER}]{{2}}[-‐])(?=[{_LETTER}]{{2}})")
TIE = "\u2060"
"""Between a word and an honorific that stays on its line: drawn as a blank."""


def part_columns(cells: Sequence[Cell], height: float, *, whole: bool = False) -> list[list[Cell]] | None:
    """Columns of at most `height` em each; None when one cell alone is higher, or a word that is to stay `whole`.

    Fewest columns first, then the least unpleasant places to part, then columns of even length. A word of Latin letters is parted
    behind its hyphen or not at all.
    """
    pieces = list(hyphenated(cells))
    if not pieces:
        return []
    if any(cell.height > height + 1e-9 for cell in pieces):
        return None
    count = len(pieces)
    if sum(cell.height for cell in pieces) <= height:
        return [_trimmed(pieces)]
    prices = _prices(pieces)
    highest = _INSIDE_WORD if whole else _NEVER
    ends: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, count + 1):
        best: tuple[int, float, int] | None = None
        # A blank at the end of a column takes no room.
        used = -pieces[end - 1].height if pieces[end - 1].kind is CellKind.BLANK else 0.0
        if prices[end] >= highest:
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
        ends.append(best or _NOWHERE)
    return None if ends[-1] == _NOWHERE else _gathered(pieces, ends)


def part_words(cells: Sequence[Cell], height: float, most: int) -> list[list[Cell]] | None:
    """Columns that tear no word, where `most` of them are enough; else as part_columns."""
    untorn = part_columns(cells, height, whole=True)
    return untorn if untorn is not None and len(untorn) <= most else part_columns(cells, height)


def ends_in_hyphen(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether a word that its hyphen joins was parted there."""
    return any(column[-1].kind is CellKind.LYING and column[-1].text[-1] in "-‐" for column in columns[:-1])


def longest_word(cells: Sequence[Cell]) -> float:
    """The height in em of what cannot be parted."""
    longest = used = 0.0
    for cell in hyphenated(cells):
        used = (used if cell.text.startswith(TIE) else 0.0) + cell.height
        longest = max(longest, used)
    return longest


def hyphenated(cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells, words in as many parts as their hyphens make."""
    for cell in cells:
        ends = [found.start() for found in _AT_HYPHEN.finditer(cell.text)] if cell.kind is CellKind.LYING else []
        if not ends or len(cell.text) != len(cell.glyphs):
            yield cell
            continue
        for start, end in pairwise((0, *ends, len(cell.text))):
            glyphs, text = cell.glyphs[start:end], cell.text[start:end]
            yield Cell(CellKind.LYING, text, text, sum(glyph.width for glyph in glyphs), glyphs)


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


def _prices(pieces: Sequence[Cell]) -> list[float]:
    """For each place before a piece, and the end."""
    prices = [0.0, *(_price(before, after) for before, after in pairwise(pieces)), 0.0]
    for index in range(1, len(pieces) - 1):
        if pieces[index].text == "大" and pieces[index + 1].text == "字":
            prices[index], prices[index + 1] = min(prices[index], _BEFORE_NUMBER), _INSIDE_WORD
    for index in _inside_towns(pieces):
        prices[index] = max(prices[index], _INSIDE_WORD)
    return prices


def _inside_towns(pieces: Sequence[Cell]) -> Iterator[int]:
    """The places within a short name between the last division of an address and its number: 一番町 in 青葉区一番町2-3."""
    begin: int | None = None
    for index, piece in enumerate(pieces):
        if piece.kind is not CellKind.UPRIGHT or _is_number(piece) or _is_joint(piece):
            if begin is not None and index - begin <= _LONGEST_TOWN:
                yield from range(begin + 1, index)
            return
        is_followed = index + 1 < len(pieces) and pieces[index + 1].kind is CellKind.UPRIGHT and not _is_number(pieces[index + 1])
        if piece.text in _DIVISION_ENDS and is_followed:
            begin = index + 1


def _price(before: Cell, after: Cell) -> float:
    """How unpleasant it is to part two neighbours."""
    if after.text.startswith(TIE):
        return _NEVER
    if CellKind.BLANK in (before.kind, after.kind):
        return _AT_BLANK
    if _LETTERS.match(after.text[0]) and _LETTERS.match(before.text[-1]):
        return _NEVER
    if _AT_HYPHEN.search(before.text + after.text, len(before.text) - 1) and before.text[-1] in "-‐":
        return _AFTER_HYPHEN
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
