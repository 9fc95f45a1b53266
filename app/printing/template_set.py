"""Words set into a box: paragraphs broken, lines placed, and what does not fit given back. Millimetres; type in points; lines in em."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.cards import Typeface
from app.domain.templates import Align, ElementFace
from app.printing.fonts import Family, Glyph, bold_family, family
from app.printing.geometry import MM, Box
from app.printing.layout import ASCENT, Part, Row
from app.printing.linebreak import break_lines, is_word_character

BLANK_LINE = 0.6
"""Height of an empty line, in lines."""

_FEWEST = 2
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class SetLine:
    """`width` without a sign that hangs over the edge, `ems` with it; `start`: which glyph of its paragraph it begins with."""

    glyphs: tuple[Glyph, ...]
    gaps: tuple[float, ...]
    width: float
    start: int
    ems: float


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """`signs`: what its glyphs say; `is_torn`: a word was parted because it is wider than the line."""

    lines: tuple[SetLine, ...]
    signs: tuple[str, ...]
    is_torn: bool


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are set."""

    part: Part
    face: Family
    align: Align
    leading: float


@dataclass(frozen=True, slots=True)
class Filled:
    """`end`: where the last line ends, the top of the box without one. `rest`: the words for which there was no room."""

    rows: tuple[Row, ...]
    end: float
    rest: str = ""
    is_torn: bool = False


def face_of(face: ElementFace, typeface: Typeface) -> Family:
    """`typeface`: that of the run."""
    if face is ElementFace.BOLD:
        return bold_family()
    if face is ElementFace.RUN:
        return family(typeface)
    return family(Typeface.MINCHO if face is ElementFace.MINCHO else Typeface.GOTHIC)


def fit(text: str, manner: Manner, sizes: Sequence[float], box: Box) -> Filled:
    """At the first size at which all of it stands in the box with every word whole; else at the last, with a rest."""
    filled = Filled((), box.top)
    for size in sizes:
        filled = fill(text, manner, size, box)
        if not filled.rest and not filled.is_torn:
            return filled
    return filled


def fill(text: str, manner: Manner, size: float, box: Box, *, goes_on: bool = False) -> Filled:
    """As many lines as the box holds; its top is the top of the first. With `goes_on` no paragraph leaves a single line behind, nor
    sends one ahead."""
    em = size / MM
    rows: list[Row] = []
    baseline = box.top + ASCENT * em
    lowest = box.bottom - (1 - ASCENT) * em + _ROUNDING
    paragraphs = text.split("\n") if text else []
    part, align, width, step = manner.part, manner.align, round(box.width / em, 4), manner.leading * em
    is_torn = False
    for index, paragraph in enumerate(paragraphs):
        found = set_paragraph(paragraph, manner.face, width, align)
        is_torn = is_torn or found.is_torn
        if not found.lines and rows:
            baseline += step * BLANK_LINE
        for number, line in enumerate(found.lines):
            if baseline > lowest:
                back = _taken_along(number, len(found.lines)) if goes_on and len(rows) > number else 0
                kept = rows[: len(rows) - back]
                first = found.lines[number - back]
                rest = "\n".join(("".join(found.signs[first.start :]), *paragraphs[index + 1 :]))
                return Filled(tuple(kept), _end(kept, box), rest, is_torn)
            left_edge = box.left + _indent(align, box.width, line.width * em)
            rows.append(Row(part, line.glyphs, size, left_edge, baseline, line.gaps, line.ems))
            baseline += step
    return Filled(tuple(rows), _end(rows, box), "", is_torn)


@lru_cache(maxsize=4096)
def set_paragraph(text: str, face: Family, width: float, align: Align) -> SetParagraph:
    glyphs = face.glyphs(text.rstrip())
    signs = [glyph.text for glyph in glyphs]
    widths = [glyph.width for glyph in glyphs]
    used = sum(widths)
    if glyphs and used <= width:
        return SetParagraph((SetLine(tuple(glyphs), (), used, 0, used),), tuple(signs), is_torn=False)
    lines = []
    is_torn = False
    for line in break_lines(signs, widths, width, justify=align is Align.JUSTIFY):
        gaps: tuple[float, ...] = ()
        if line.gaps:
            wider = [0.0] * (line.end - line.start)
            for index in line.gaps:
                wider[index - line.start] = line.stretch
            gaps = tuple(wider)
        own = tuple(glyphs[line.start : line.end])
        ems = sum([glyph.width for glyph in own]) + sum(gaps)
        lines.append(SetLine(own, gaps, line.natural + len(line.gaps) * line.stretch, line.start, ems))
        is_torn = is_torn or _tears(signs, line.end)
    return SetParagraph(tuple(lines), tuple(signs), is_torn)


def _taken_along(kept: int, count: int) -> int:
    """How many of the `kept` lines of a paragraph of `count` go to the next page with the others."""
    if count - kept == 1 and kept > _FEWEST:
        return 1
    return kept if kept < _FEWEST or count - kept == 1 else 0


def _tears(signs: Sequence[str], end: int) -> bool:
    return end < len(signs) and is_word_character(signs[end - 1]) and is_word_character(signs[end])


def _indent(align: Align, room: float, width: float) -> float:
    if align is Align.CENTRE:
        return (room - width) / 2
    return room - width if align is Align.RIGHT else 0.0


def _end(rows: Sequence[Row], box: Box) -> float:
    return rows[-1].bottom if rows else box.top
