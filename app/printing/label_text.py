"""What stands on one label: number, address, company, and the name larger than the rest.

Large type is tried first, then closer lines, then lines that are put together; nothing of the address is set below 9 pt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from app.domain.cards import CardOptions, Recipient
from app.domain.text import collapse_spaces, digits_of
from app.printing.address_horizontal import row_cells
from app.printing.address_latin import address_lines, addressed, is_abroad, is_latin_address
from app.printing.columns import part_words
from app.printing.fonts import Family, bold_family, family
from app.printing.geometry import MM, SMALLEST_TYPE_PT, Box
from app.printing.layout import ASCENT, Layout, Part, Row
from app.printing.vertical import height_of

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
_POSTAL_MARK = "〒"
_CENTRED_FROM = 6.0
_WHOLE_ROWS = 3
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the label; `begins_group`: a little room above it."""

    part: Part
    text: str
    begins_group: bool = False


def compose_label(recipient: Recipient, options: CardOptions, room: Box) -> Layout:
    """The rows within `room`; `overflows` when they do not fit at the smallest size. The code is left out where no corner is free."""
    face = family(options.typeface)
    fallback: list[Row] | None = None
    smallest: list[Row] = []
    for lines in _wordings(recipient, options, face, room):
        for size, (spacing, ratio) in product(_SIZES, zip(_SPACINGS, _NAME_RATIOS, strict=True)):
            rows = _rows(lines, face, size, spacing, min(size * ratio, max(_LARGEST_NAME, size * 1.1)), room)
            smallest = rows
            if not rows or rows[-1].box.bottom > room.bottom + _TOLERANCE:
                continue
            centred = _spread(rows, room)
            code = _code(recipient.code, centred, room)
            if code is not None:
                return Layout((*centred, *code))
            fallback = fallback or centred
    if fallback is not None:
        return Layout(tuple(fallback))
    return Layout(tuple(one for one in smallest if one.box.bottom <= room.bottom), overflows=True)


def _wordings(recipient: Recipient, options: CardOptions, face: Family, room: Box) -> Iterator[tuple[_Line, ...]]:
    """The lines as one would write them, then with more and more of them put together."""
    people = recipient.named(with_joint=options.print_joint_names)
    if is_latin_address(recipient):
        yield from _latin(recipient, people, face, room)
        return
    digits = digits_of(recipient.postal_code)
    number = f"{_POSTAL_MARK}{digits[:_HYPHEN_AFTER]}-{digits[_HYPHEN_AFTER:]}" if len(digits) == _POSTAL_LENGTH else ""
    named = [f"{collapse_spaces(person)} {honorific}".strip() for person, honorific in people]
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


def _rows(lines: Sequence[_Line], face: Family, size: float, spacing: float, name_size: float, room: Box) -> list[Row]:
    rows: list[Row] = []
    top = room.top
    for index, line in enumerate(lines):
        is_name = line.part in (Part.NAME, Part.JOINT_NAME)
        if line.begins_group and index:
            top += _GROUP_GAP * (spacing - 1) / (_SPACINGS[0] - 1) * size / MM
        cells = row_cells(line.text, face)
        used = height_of(cells)
        em = (_name_size(used, size, name_size, room.width) if is_name else size) / MM
        indent = _NAME_INDENT if is_name and index and used * em + _NAME_INDENT <= room.width else 0.0
        for shown in part_words(cells, (room.width - indent) / em, _WHOLE_ROWS) or ():
            glyphs = tuple(glyph for cell in shown for glyph in cell.glyphs)
            rows.append(Row(line.part, glyphs, em * MM, room.left + indent, top + ASCENT * em))
            top += spacing * em
    return rows


def _name_size(used: float, size: float, largest: float, width: float) -> float:
    """A name stands rather smaller in one row than larger in two."""
    one_row = width * MM / used
    return one_row if size * _NAME_RATIOS[-1] <= one_row < largest else largest


def _spread(rows: Sequence[Row], room: Box) -> list[Row]:
    """In the middle of the label's height."""
    down = min((room.bottom - rows[-1].box.bottom) / 2, _CENTRED_FROM)
    return [Row(one.part, one.glyphs, one.size, one.left, one.baseline + down, one.gaps) for one in rows]


def _code(code: str, rows: Sequence[Row], room: Box) -> list[Row] | None:
    """The signs of the code in the lower right corner, else in the upper right one; None when a row stands in both."""
    if not code:
        return []
    face = bold_family()
    em = _CODE_SIZE / MM
    left = room.right - face.width(code) * em
    for top in (room.bottom - em, room.top):
        mark = Row(Part.CODE, tuple(face.glyphs(code)), _CODE_SIZE, left, top + ASCENT * em)
        around = Box(mark.box.left - 2 * _CODE_CLEAR, mark.box.top - _CODE_CLEAR, mark.box.width + 2 * _CODE_CLEAR, em + 2 * _CODE_CLEAR)
        if not any(around.overlaps(one.box) for one in rows):
            return [mark]
    return None
