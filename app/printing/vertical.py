"""Vertical lines: which cells a text makes, and their glyphs.

Kana and kanji stand upright in full cells with their vertical forms; two or three Latin letters or digits stand side by
side in one cell; longer words lie on their side. Half-width signs are written in full width first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.cards import AddressNumerals, NumberJoint
from app.domain.text import to_full_width
from app.printing.fonts import Family, Glyph, clusters
from app.printing.geometry import MM
from app.printing.ink import Ink

BLANK = 0.4
"""Height of a blank, in em."""

HYPHENS = "-‐‑‒–—−－ｰ"
_KANJI_DIGITS = "〇一二三四五六七八九"
_KANJI_NUMBERS = frozenset("〇一二三四五六七八九十百千")
_DIGITS = {chr(base + value): value for base in (0x30, 0xFF10) for value in range(10)}
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ\u1e00-\u1eff"
_TOKEN = re.compile(
    rf"(?P<number>[0-9０-９]+)|(?P<hyphen>[{HYPHENS}]|(?<=[0-9０-９])ー(?=[0-9０-９]))"
    rf"|(?P<word>[{_LATIN}](?:[{_LATIN}0-9'’.,&]|-(?=[{_LATIN}]{{2}}))*)"
    "|(?P<other>.[\ufe00-\ufe0f\U000e0100-\U000e01ef]?)",
    re.DOTALL,
)
_LATIN_WORDS = re.compile(rf"[{_LATIN}0-9'’.,&\s\-]+")
_WORD = rf"[{_LATIN}][{_LATIN}0-9'’.,&]*"
_FIGURES = rf"[0-9][{_LATIN}0-9'’.,&]*(?:-[{_LATIN}0-9]+)*(?![\-0-9{_LATIN}\u2e80-\uffff])"
_LATIN_RUN = re.compile(
    rf"(?:(?<![^\s])[0-9]+[{_LATIN}]*\s+)?(?<![0-9{_LATIN}\-]){_WORD}(?:(?:\s+|-){_WORD}|(?:\s+|-){_FIGURES})*"
    rf"|(?<![0-9０-９\-])[0-9]{{1,3}}[{_LATIN}](?![{_LATIN}0-9])"
)
_SHORT_WORD = re.compile(rf"[{_LATIN}]{{2}}")
_LONG_WORD = re.compile(rf"[{_LATIN}]{{4}}")
_FLOOR = re.compile(rf"[0-9]{{1,3}}[{_LATIN}]")
_HALF_KANA = re.compile(r"[｡-ﾟ]+")
_LARGEST_GROUP = 3
_GROUP_WIDTH = 1.16
# Three characters may be a little wider than their column: the next one is 1.4 em away.


class CellKind(StrEnum):
    UPRIGHT = "upright"
    GROUP = "group"
    LYING = "lying"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of a vertical line; `text` is what stands there, `source` what it was written as."""

    kind: CellKind
    text: str
    source: str
    height: float
    glyphs: tuple[Glyph, ...] = ()


def address_cells(text: str, family: Family, numerals: AddressNumerals, joint: NumberJoint) -> list[Cell]:
    """An address: numbers as kanji, hyphens between numbers as ノ or ー; within a run of Latin words both stay as they are.

    A number beside a kanji number that belongs to a place name is set apart by a narrow gap: 三 1 is not 三一.
    """
    cells: list[Cell] = []
    end, plain = 0, widened("".join(clusters(text)))
    for found in _LATIN_RUN.finditer(plain):
        if _is_latin(found.group()):
            cells += _numbered_cells(plain[end : found.start()], family, numerals, joint)
            cells += _run_cells(found.group(), family)
            end = found.end()
    return [*cells, *_numbered_cells(plain[end:], family, numerals, joint)]


def _is_latin(run: str) -> bool:
    """Whether the numbers in a run of Latin words and numbers are read with the words: Mori Tower 35F, but not A-203."""
    is_of_words = bool(_SHORT_WORD.search(run)) and " " in run
    return is_of_words or _LONG_WORD.search(run) is not None or _FLOOR.fullmatch(run) is not None


def _run_cells(run: str, family: Family) -> list[Cell]:
    """Where one of its words lies on its side, all of them do."""
    is_lying = _LONG_WORD.search(run) is not None
    cells: list[Cell] = []
    for index, word in enumerate(run.split()):
        if index:
            cells.append(Cell(CellKind.BLANK, " ", " ", BLANK))
        cells += [_lying(word, family)] if is_lying else _word(word, family)
    return cells


def _numbered_cells(text: str, family: Family, numerals: AddressNumerals, joint: NumberJoint) -> list[Cell]:
    cells: list[Cell] = []
    before = ""
    for kind, written in _tokens(text):
        if kind == "number" and numerals is AddressNumerals.KANJI:
            if before[-1:] in _KANJI_NUMBERS:
                cells.append(Cell(CellKind.BLANK, "", "", BLANK))
            cells += [_upright(_KANJI_DIGITS[_DIGITS[digit]], digit, family) for digit in written]
        elif kind == "number":
            cells += _number(written, family)
        elif kind == "hyphen":
            is_between = before[-1:] in _DIGITS
            cells.append(_upright("ノ" if joint is NumberJoint.NO and is_between else "ー", written, family))
        else:
            if kind == "other" and written in _KANJI_NUMBERS and before[-1:] in _DIGITS and numerals is AddressNumerals.KANJI:
                cells.append(Cell(CellKind.BLANK, "", "", BLANK))
            cells += _word(written, family) if kind == "word" else _others(written, family)
        before = written
    return cells


def widened(text: str) -> str:
    """Half-width kana in full width."""
    return _HALF_KANA.sub(lambda found: to_full_width(found.group()), text)


def is_long_latin(text: str) -> bool:
    """Whether a text is Latin words alone, not all of them short enough to stand upright."""
    return _LATIN_WORDS.fullmatch(text) is not None and any(len(word) > _LARGEST_GROUP for word in text.split())


def text_cells(text: str, family: Family, *, lying: bool = False) -> list[Cell]:
    """A name, a company: numbers stay as they are. `lying`: short Latin words lie on their side like long ones."""
    cells: list[Cell] = []
    for kind, written in _tokens(text):
        if kind == "number":
            cells += _number(written, family)
        elif kind == "word":
            cells += [_lying(written, family)] if lying else _word(written, family)
        elif kind == "hyphen":
            cells.append(_upright("ー" if written != "—" else "―", written, family))
        else:
            cells += _others(written, family)
    return cells


def height_of(cells: Sequence[Cell], spread: float = 0.0) -> float:
    """In em, with `spread` between cells."""
    return sum([cell.height for cell in cells]) + spread * max(0, len(cells) - 1)


def source_of(cells: Sequence[Cell]) -> str:
    return "".join(cell.source for cell in cells)


def draw_cells(ink: Ink, cells: Sequence[Cell], middle: float, top: float, size: float, *, spread: float = 0.0, says: str = "") -> None:
    """One column whose cells are centred on `middle` (mm) and begin at `top`; `size` in points, `spread` in em."""
    em = size / MM
    pieces: list[tuple[Glyph, float, float, tuple[float, float, float, float]]] = []
    y = top
    for cell in cells:
        if cell.kind is CellKind.UPRIGHT:
            glyph = cell.glyphs[0]
            pieces.append((glyph, middle + glyph.dx * em, y - glyph.dy * em, (1, 0, 0, 1)))
        elif cell.kind is CellKind.GROUP:
            pieces += _group_pieces(cell, middle, y, em)
        elif cell.kind is CellKind.LYING:
            pieces += _lying_pieces(cell, middle, y, em)
        y += (cell.height + spread) * em
    ink.stacked(pieces, size, says or source_of(cells))


def _group_pieces(cell: Cell, middle: float, top: float, em: float) -> list[tuple[Glyph, float, float, tuple[float, float, float, float]]]:
    width = sum(glyph.width for glyph in cell.glyphs)
    squeeze = min(1.0, _GROUP_WIDTH / width)
    x = middle - width * squeeze * em / 2
    baseline = top + 0.87 * em
    pieces = []
    for glyph in cell.glyphs:
        pieces.append((glyph, x, baseline, (squeeze, 0.0, 0.0, 1.0)))
        x += glyph.width * squeeze * em
    return pieces


def _lying_pieces(cell: Cell, middle: float, top: float, em: float) -> list[tuple[Glyph, float, float, tuple[float, float, float, float]]]:
    pieces = []
    y = top
    for glyph in cell.glyphs:
        pieces.append((glyph, middle - 0.36 * em, y, (0.0, -1.0, 1.0, 0.0)))
        y += glyph.width * em
    return pieces


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for found in _TOKEN.finditer(widened("".join(clusters(text)))):
        yield found.lastgroup or "other", found.group()


@lru_cache(maxsize=8192)
def _upright(shown: str, source: str, family: Family) -> Cell:
    glyph = family.vertical(shown)
    return Cell(CellKind.UPRIGHT, shown, source, 1.0 if glyph is None else glyph.height, () if glyph is None else (glyph,))


def _others(written: str, family: Family) -> list[Cell]:
    cells = []
    for cluster in clusters(written):
        if cluster.isspace():
            cells.append(Cell(CellKind.BLANK, " ", " ", BLANK))
            continue
        shown = to_full_width(cluster) if len(cluster) == 1 and cluster < "\x7f" else cluster
        cell = _upright(shown, cluster, family)
        if cell.glyphs:
            cells.append(cell)
    return cells


def _number(written: str, family: Family) -> list[Cell]:
    plain = "".join(str(_DIGITS[digit]) for digit in written)
    if 2 <= len(plain) <= _LARGEST_GROUP:
        return [_group(plain, written, family)]
    return [_upright(to_full_width(digit), source, family) for digit, source in zip(plain, written, strict=True)]


def _word(written: str, family: Family) -> list[Cell]:
    if len(written) == 1:
        return [_upright(to_full_width(written), written, family)]
    if len(written) <= _LARGEST_GROUP and written.isalnum():
        return [_group(written, written, family)]
    return [_lying(written, family)]


def _lying(written: str, family: Family) -> Cell:
    glyphs = tuple(family.lying.glyphs(written))
    return Cell(CellKind.LYING, written, written, sum(glyph.width for glyph in glyphs), glyphs)


def _group(shown: str, source: str, family: Family) -> Cell:
    return Cell(CellKind.GROUP, shown, source, 1.0, tuple(family.glyphs(shown)))
