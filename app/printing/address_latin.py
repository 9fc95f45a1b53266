"""Addresses in Latin letters: one block of lines that begin at the same left edge, the name first, the country last."""

from __future__ import annotations

import re

from app.domain.cards import CardOptions, Recipient
from app.domain.text import collapse_spaces, digits_of
from app.printing.address_horizontal import row_cells
from app.printing.columns import longest_word, part_columns
from app.printing.fonts import Family, family
from app.printing.geometry import MM, SMALLEST_TYPE_PT, Box
from app.printing.layout import ASCENT, Part, Row
from app.printing.vertical import height_of

_LARGE_SIZES = (20.0, 18.0)
_LARGE_ROOM = 130.0
_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.5, 10.0, 9.5, SMALLEST_TYPE_PT)
_NAME_OVER_ADDRESS = 1.3
_LEAST_OVER_ADDRESS = 1.1
_ROUNDING = 0.999
_LEADING = 1.45
_TIGHT = 1.25
_NAME_GAP = 0.3
_LONGEST_LINE = 15.0
_JAPANESE_LENGTH = 7
_SEVEN_DIGIT_COUNTRIES = re.compile(r"\b(?:israel|chile)\b", re.IGNORECASE)
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-zÀ-ɏ\u1e00-\u1eff]")
_BREAKS = re.compile(r"\s*[\n,、，]\s*")


def is_latin_address(recipient: Recipient) -> bool:
    """Whether the address is written in Latin letters."""
    return _LATIN.search(recipient.address) is not None and _EAST_ASIAN.search(recipient.address) is None


def is_abroad(recipient: Recipient) -> bool:
    """Whether an address in Latin letters lies outside Japan: its postal code is none of seven digits."""
    if not is_latin_address(recipient):
        return False
    return len(digits_of(recipient.postal_code)) != _JAPANESE_LENGTH or _SEVEN_DIGIT_COUNTRIES.search(recipient.address) is not None


def latin_rows(recipient: Recipient, options: CardOptions, room: Box) -> tuple[list[Row], bool]:
    """The rows in `room`, and whether something does not fit."""
    face = family(options.typeface)
    shown: list[Row] = []
    word, name = _widest_word(recipient, face), _widest_name(recipient, options, face)
    for leading in (_LEADING, _TIGHT):
        for size in (*_LARGE_SIZES, *_SIZES) if room.width >= _LARGE_ROOM else _SIZES:
            is_torn = max(word, name * _least_over(size)) * size / MM > room.width
            rows = None if is_torn else _block(recipient, options, face, size, leading, room)
            if rows and rows[-1].box.bottom <= room.bottom:
                return rows, False
            shown = rows or shown
    return [one for one in shown if one.box.bottom <= room.bottom], True


def _least_over(size: float) -> float:
    """How much larger than the address a name is at least."""
    return _LEAST_OVER_ADDRESS if size > SMALLEST_TYPE_PT else 1.0


def addressed(name: str, honorific: str) -> str:
    """A name as it is written abroad: 様 has no place behind Latin letters, a title in Latin letters stands in front."""
    plain = collapse_spaces(name)
    if _EAST_ASIAN.search(plain):
        return f"{plain} {honorific}".strip()
    return f"{honorific} {plain}" if honorific and honorific.isascii() else plain


def _block(recipient: Recipient, options: CardOptions, face: Family, size: float, leading: float, room: Box) -> list[Row] | None:
    people = recipient.named(with_joint=options.print_joint_names)
    fitting = room.width * MM / max(_widest_name(recipient, options, face), 1.0) * _ROUNDING
    name_size = min(size * _NAME_OVER_ADDRESS, max(fitting, size * _least_over(size)))
    texts = [(Part.JOINT_NAME if index else Part.NAME, addressed(*person), name_size) for index, person in enumerate(people)]
    texts += [(Part.ROLE, recipient.role, size), (Part.DEPARTMENT, recipient.department, size), (Part.COMPANY, recipient.company, size)]
    texts += [(Part.BUILDING, recipient.building, size)]
    texts += [(Part.ADDRESS, line, size) for line in address_lines(recipient, face, room.width / (size / MM))]
    rows: list[Row] = []
    top = room.top
    for index, (part, text, type_size) in enumerate(texts):
        em = type_size / MM
        parted = part_columns(row_cells(text, face), room.width / em)
        if parted is None:
            return None
        for cells in parted:
            glyphs = tuple(glyph for cell in cells for glyph in cell.glyphs)
            rows.append(Row(part, glyphs, type_size, room.left, top + ASCENT * em))
            top += leading * em
        if index == len(people) - 1:
            top += _NAME_GAP * em
    return rows


def _widest_name(recipient: Recipient, options: CardOptions, face: Family) -> float:
    """The longest word of a name, in em."""
    people = recipient.named(with_joint=options.print_joint_names)
    return max((longest_word(row_cells(person, face)) for person, _honorific in people), default=0.0)


def _widest_word(recipient: Recipient, face: Family) -> float:
    """In em."""
    texts = (recipient.address, recipient.building, recipient.company, recipient.department, recipient.role)
    return max(longest_word(row_cells(text, face)) for text in texts)


def address_lines(recipient: Recipient, face: Family, width: float) -> list[str]:
    """The lines of an address, `width` in em: as many of the parts between commas as a line holds; the country, the last, for itself."""
    is_written_in_lines = "\n" in recipient.address
    parts = [part for part in _BREAKS.split(recipient.address.strip()) if part]
    if is_written_in_lines:
        parts = [collapse_spaces(line).rstrip(",") for line in recipient.address.splitlines() if line.strip()]
    code = collapse_spaces(recipient.postal_code)
    if code and is_abroad(recipient) and code not in recipient.address:
        parts.insert(max(len(parts) - 1, 0), code)
    if is_written_in_lines or len(parts) == 1:
        return parts
    lines: list[str] = []
    for part in parts[:-1]:
        joined = f"{lines[-1]}, {part}" if lines else part
        if lines and height_of(row_cells(joined, face)) <= min(width, _LONGEST_LINE):
            lines[-1] = joined
        else:
            lines.append(part)
    return [*lines, parts[-1]]
