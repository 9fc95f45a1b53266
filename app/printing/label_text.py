"""What stands on one label: number, address, company, the name larger than the rest, and the code of the piece.

Large type is tried first, then closer lines, then lines that are put together; nothing of the address is set below 9 pt. Where there is
room for them beside the words, the code has its squares, else its signs alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, product

from app.domain.cards import CardOptions, Recipient
from app.domain.text import collapse_spaces, digits_of
from app.printing.address_horizontal import row_cells
from app.printing.address_latin import address_lines, addressed, is_abroad, is_latin_address
from app.printing.code_squares import MODULES
from app.printing.columns import TIE, longest_word, part_words
from app.printing.fonts import Family, Glyph, bold_family, family
from app.printing.geometry import MM, SMALLEST_TYPE_PT, Box
from app.printing.layout import ASCENT, Layout, Part, Row, centred_row
from app.printing.vertical import Cell, CellKind, height_of

_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, SMALLEST_TYPE_PT)
_SPACINGS = (1.4, 1.25, 1.14, 1.06)
_NAME_RATIOS = (1.5, 1.3, 1.12, 1.08)
_LARGEST_NAME = 18.0
_GROUP_GAP = 0.5
_NAME_INDENT = 4.0
_POSTAL_LENGTH = 7
_HYPHEN_AFTER = 3
_CODE_SIZE = 7.0
_CODE_CLEAR = 0.6
_CODE_CAP = 0.74
# The least that is read from a scan of 200 dots an inch, and what a reader wants white around it.
_CODE_SIDE = 10.5
_CODE_QUIET = 4 * _CODE_SIDE / MODULES
_MOST_GIVEN_UP = 1.0
"""By so much, in points, the words may be smaller for the squares."""

_NARROWEST_BESIDE = 50.0
"""Beside the squares of a narrower label, hardly a part of an address would stand whole."""

_POSTAL_MARK = "〒"
_CENTRED_FROM = 6.0
_WHOLE_ROWS = 3
_TOLERANCE = 0.01
_ROUNDING = 0.9999
NAMES = (Part.NAME, Part.JOINT_NAME)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the label; `begins_group`: a little room above it."""

    part: Part
    text: str
    begins_group: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """`squares`: where the squares of the code stand above its signs; None where there is no room for them."""

    layout: Layout
    squares: Box | None = None


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the lines of a label are set; `name_size`: the largest for names."""

    face: Family
    size: float
    spacing: float
    name_size: float


def compose_label(recipient: Recipient, options: CardOptions, room: Box) -> Label:
    """The rows within `room`; they overflow when they do not fit at the smallest size. The code is left out where no corner is free."""
    face = family(options.typeface)
    with_signs: Label | None = None
    bare: Label | None = None
    smallest: list[Row] = []
    largest = 0.0
    chosen: tuple[_Line, ...] = ()
    for lines in _wordings(recipient, options, face, room):
        for size, (spacing, ratio) in product(_SIZES, zip(_SPACINGS, _NAME_RATIOS, strict=True)):
            manner = _Manner(face, size, spacing, min(size * ratio, max(_LARGEST_NAME, size * 1.1)))
            rows = _rows(lines, manner, room)
            smallest = rows or smallest
            if rows is None or not _is_within(rows, room):
                continue
            centred = _spread(rows, room)
            if not recipient.code:
                return Label(Layout(tuple(centred)))
            largest, chosen = (largest, chosen) if bare else (size, lines)
            # Nothing is run together for the squares: only the first wording that fits makes way for them.
            may_be_squared = lines is chosen and size >= largest - _MOST_GIVEN_UP and room.width >= _NARROWEST_BESIDE
            squared = _squared(recipient.code, lines, manner, room, rows) if may_be_squared else None
            if squared is not None:
                return squared
            bare = bare or Label(Layout(tuple(centred)))
            with_signs = with_signs or _signed(recipient.code, lines, manner, room, rows)
            if with_signs is not None and not may_be_squared:
                return with_signs
    return with_signs or bare or Label(Layout(tuple(one for one in smallest if one.box.bottom <= room.bottom), overflows=True))


def _wordings(recipient: Recipient, options: CardOptions, face: Family, room: Box) -> Iterator[tuple[_Line, ...]]:
    """The lines as one would write them, then with more and more of them put together."""
    people = recipient.named(with_joint=options.print_joint_names)
    if is_latin_address(recipient):
        yield from _latin(recipient, people, face, room)
        return
    digits = digits_of(recipient.postal_code)
    number = f"{_POSTAL_MARK}{digits[:_HYPHEN_AFTER]}-{digits[_HYPHEN_AFTER:]}" if len(digits) == _POSTAL_LENGTH else ""
    named = [f"{collapse_spaces(person)}{TIE}{honorific}" if honorific else collapse_spaces(person) for person, honorific in people]
    firm, section, role = recipient.company, recipient.department, recipient.role
    separate = (_Line(Part.NAME, named[0], True), *(_Line(Part.JOINT_NAME, name) for name in named[1:]))
    together = (_Line(Part.NAME, "  ".join(named), True),)
    place = (_Line(Part.ADDRESS, recipient.address), _Line(Part.BUILDING, recipient.building))
    own_number = (_Line(Part.POSTAL_DIGIT, number),)
    yield _kept(*own_number, *place, _Line(Part.COMPANY, firm, True), _Line(Part.DEPARTMENT, section), _Line(Part.ROLE, role), *separate)
    firm_lines = (_Line(Part.COMPANY, firm), _Line(Part.DEPARTMENT, f"{section} {role}".strip()))
    yield _kept(*own_number, *place, *firm_lines, *separate)
    yield _kept(*own_number, *place, *firm_lines, *together)
    close = (_Line(Part.ADDRESS, f"{number} {recipient.address}".strip()), _Line(Part.BUILDING, recipient.building))
    yield _kept(*close, _Line(Part.COMPANY, f"{firm} {section} {role}".strip()), *together)
    whole = _Line(Part.ADDRESS, f"{number} {recipient.address} {recipient.building}".strip())
    yield _kept(whole, _Line(Part.COMPANY, f"{firm} {section} {role}".strip()), *together)


def _latin(recipient: Recipient, people: Sequence[tuple[str, str]], face: Family, room: Box) -> Iterator[tuple[_Line, ...]]:
    widest = room.width / (SMALLEST_TYPE_PT / MM)
    digits = digits_of(recipient.postal_code)
    number = "" if is_abroad(recipient) or len(digits) != _POSTAL_LENGTH else f"{_POSTAL_MARK}{digits[:3]}-{digits[3:]}"
    named = [addressed(person, honorific) for person, honorific in people]
    names = [_Line(Part.JOINT_NAME if index else Part.NAME, person) for index, person in enumerate(named)]
    *place, country = address_lines(recipient, face, widest)
    section = ", ".join(one for one in (recipient.role, recipient.department) if one)
    firm = (_Line(Part.DEPARTMENT, section, True), _Line(Part.COMPANY, recipient.company, not section))
    building = _Line(Part.BUILDING, recipient.building, begins_group=not recipient.company)
    yield _kept(*names, *firm, building, *(_Line(Part.ADDRESS, line) for line in (*place, country)), _Line(Part.POSTAL_DIGIT, number))
    close = _Line(Part.COMPANY, ", ".join(one for one in (section, recipient.company) if one))
    whole = _Line(Part.ADDRESS, ", ".join(one for one in (recipient.building, *place) if one))
    yield _kept(*names, close, whole, _Line(Part.ADDRESS, f"{country}  {number}".strip()))
    yield _kept(_Line(Part.NAME, ", ".join(named)), close, whole, _Line(Part.ADDRESS, f"{country}  {number}".strip()))


def _kept(*lines: _Line) -> tuple[_Line, ...]:
    return tuple(line for line in lines if line.text)


def _rows(lines: Sequence[_Line], manner: _Manner, room: Box, beside: Box | None = None) -> list[Row] | None:
    """From the top of the room down; what would stand level with `beside` ends left of it. None when a word is wider than its room."""
    rows: list[Row] = []
    top = room.top
    for index, line in enumerate(lines):
        if line.begins_group and index:
            top += _GROUP_GAP * (manner.spacing - 1) / (_SPACINGS[0] - 1) * manner.size / MM
        indent = 0.0 if not index else _indent(lines, manner, room.width)
        found = _line_rows(line, manner, Box(room.left, top, room.width, room.height), indent)
        if found is not None and beside is not None and any(one.box.overlaps(beside) for one in found[0]):
            width = beside.left - room.left
            indent = 0.0 if not index else _indent(lines, manner, width)
            found = _line_rows(line, manner, Box(room.left, top, width, room.height), indent)
        if found is None:
            return None
        rows += found[0]
        top = found[1]
    return rows


def _indent(lines: Sequence[_Line], manner: _Manner, width: float) -> float:
    """The same for all names of a label: none where one of them needs the width."""
    named = [_length(line.text, manner.face) for line in lines if line.part in NAMES]
    sizes = [_name_size(line.text, manner, width) for line in lines if line.part in NAMES]
    fits = all(used * size / MM + _NAME_INDENT <= width for used, size in zip(named, sizes, strict=True))
    return _NAME_INDENT if fits else 0.0


def _line_rows(line: _Line, manner: _Manner, room: Box, indent: float) -> tuple[list[Row], float] | None:
    """The rows of one line from the top of the room, as many as its width asks for, and where the next begins. `indent`: of a name."""
    is_name = line.part in NAMES
    size = _name_size(line.text, manner, room.width) if is_name else manner.size
    em, left = size / MM, indent if is_name else 0.0
    parted = None if size < SMALLEST_TYPE_PT else _parted(line.text, manner.face, round((room.width - left) / em, 6), is_name)
    if parted is None:
        return None
    rows: list[Row] = []
    top = room.top
    for glyphs in parted:
        rows.append(Row(line.part, glyphs, size, room.left + left, top + ASCENT * em))
        top += manner.spacing * em
    return rows, top


def _name_size(text: str, manner: _Manner, width: float) -> float:
    """A name stands rather smaller in one row than larger in two, and so small that its longest word stands in one; 0 if that is smaller
    than the address."""
    one_row = _ROUNDING * width * MM / max(_length(text, manner.face), 1.0)
    size = one_row if manner.size * _NAME_RATIOS[-1] <= one_row < manner.name_size else manner.name_size
    size = min(size, _ROUNDING * width * MM / _longest(text, manner.face))
    return size if size >= manner.size * (_NAME_RATIOS[-1] if manner.size > SMALLEST_TYPE_PT else 1.0) - _TOLERANCE else 0.0


def _spread(rows: Sequence[Row], room: Box) -> list[Row]:
    """In the middle of the label's height."""
    down = min((room.bottom - rows[-1].box.bottom) / 2, _CENTRED_FROM)
    return [Row(one.part, one.glyphs, one.size, one.left, one.baseline + down, one.gaps) for one in rows]


@lru_cache(maxsize=512)
def _length(text: str, face: Family) -> float:
    return height_of(row_cells(text, face))


@lru_cache(maxsize=512)
def _longest(text: str, face: Family) -> float:
    return longest_word(row_cells(text, face)) or 1.0


@lru_cache(maxsize=2048)
def _parted(text: str, face: Family, width: float, is_name: bool) -> tuple[tuple[Glyph, ...], ...] | None:
    """The rows of a text in a width in em; None where it cannot be parted. Asked again for each spacing and for all copies."""
    cells = row_cells(text, face)
    parted = part_words(list(_whole_names(cells, width)) if is_name else cells, width, _WHOLE_ROWS)
    if parted is None:
        return None
    return tuple(tuple(glyph for cell in shown for glyph in cell.glyphs) for shown in parted)


def _whole_names(cells: Sequence[Cell], width: float) -> Iterator[Cell]:
    """Where names stand together: what is between two blanks, with its honorific, stays in one row."""
    for is_blank, group in groupby(cells, lambda cell: cell.kind is CellKind.BLANK):
        parts = list(group)
        height = height_of(parts)
        if is_blank or len(parts) == 1 or height > width or any(cell.kind is CellKind.LYING for cell in parts):
            yield from parts
            continue
        glyphs = tuple(glyph for cell in parts for glyph in cell.glyphs)
        text = "".join(cell.text for cell in parts)
        yield Cell(CellKind.UPRIGHT, text, text, height, glyphs)


def _is_within(rows: Sequence[Row], room: Box) -> bool:
    return bool(rows) and rows[-1].box.bottom <= room.bottom + _TOLERANCE


def _squared(code: str, lines: Sequence[_Line], manner: _Manner, room: Box, rows: Sequence[Row]) -> Label | None:
    """The words with the squares of the code in the lower right corner, else in the upper right one; None when there is no room in either.

    Words that stand level with the squares end left of them; if that is not enough, all do.
    """
    em = _CODE_SIZE / MM
    foot = _CODE_SIDE + _CODE_QUIET + _CODE_CAP * em
    width, height = max(_CODE_SIDE, bold_family().width(code) * em), foot + (1 - ASCENT) * em
    left = room.right - width
    for top in (room.bottom - height, room.top):
        kept_clear = Box(left - _CODE_QUIET, top - _CODE_QUIET, width + _CODE_QUIET, height + 2 * _CODE_QUIET)
        for own in (rows, _rows(lines, manner, room, kept_clear)):
            if own is None or not _is_within(own, room):
                continue
            for placed in (_spread(own, room), own):
                if not any(one.box.overlaps(kept_clear) for one in placed):
                    squares = Box(left + (width - _CODE_SIDE) / 2, top, _CODE_SIDE, _CODE_SIDE)
                    signs = centred_row(Part.CODE, code, bold_family(), _CODE_SIZE, squares.middle, top + foot)
                    return Label(Layout((*placed, signs)), squares)
    return None


def _signed(code: str, lines: Sequence[_Line], manner: _Manner, room: Box, rows: Sequence[Row]) -> Label | None:
    """The signs of the code in the lower right corner, else in the upper right one; None when a row stands in both, also where the words
    level with them end left of them."""
    face = bold_family()
    em = _CODE_SIZE / MM
    left = room.right - face.width(code) * em
    marks = [Row(Part.CODE, tuple(face.glyphs(code)), _CODE_SIZE, left, top + ASCENT * em) for top in (room.bottom - em, room.top)]
    clear = [
        Box(one.box.left - 2 * _CODE_CLEAR, one.box.top - _CODE_CLEAR, one.box.width + 2 * _CODE_CLEAR, em + 2 * _CODE_CLEAR)
        for one in marks
    ]
    for mark, around in zip(marks, clear, strict=True):
        if not any(around.overlaps(one.box) for one in _spread(rows, room)):
            return Label(Layout((*_spread(rows, room), mark)))
    for mark, around in zip(marks, clear, strict=True):
        own = _rows(lines, manner, room, around)
        if own is not None and _is_within(own, room) and not any(around.overlaps(one.box) for one in own):
            return Label(Layout((*own, mark)))
    return None
