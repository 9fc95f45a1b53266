"""The horizontal address side: address beside the stamp, name in the middle, sender at the lower left."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cards import CardOptions, Recipient, Sender
from app.domain.text import collapse_spaces
from app.printing.fonts import Family, Glyph, family
from app.printing.geometry import HAGAKI, MM, SMALLEST_TYPE_PT, stamp_corner
from app.printing.layout import ASCENT, Part, Row, centred_row
from app.printing.linebreak import break_lines

_ADDRESS_LEFT = stamp_corner(HAGAKI).right + 3.0
_ADDRESS_RIGHT = 94.0
_ADDRESS_TOP = 28.0
_ADDRESS_BOTTOM = 68.0
_NAME_TOP = 73.0
_SIDE = 8.0
_LEADING = 1.5
_SENDER_LEFT = 5.6
_SENDER_BOTTOM = 142.5
_SENDER_WIDTH = 64.0
_BOXES_ABOVE = 7.4
_MIDDLE = HAGAKI.width / 2
_ADDRESS_SIZES = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, SMALLEST_TYPE_PT)
_NAME_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.5, 15.0, 13.5, 12.5)
_NAME_OVER_ADDRESS = 1.3

Text = tuple[Part, str]


def horizontal_rows(recipient: Recipient, sender: Sender, options: CardOptions) -> tuple[list[Row], bool, float]:
    """The rows, whether something does not fit, and where the sender's number boxes begin."""
    face = family(options.typeface)
    own, boxes_top, overflows = _sender_rows(sender if options.print_sender else Sender(), face)
    address, size = _address_rows(recipient, face)
    names, fits = _name_rows(recipient, options, face, size, boxes_top - 3.0)
    return [*address, *names, *own], overflows or not fits or not size, boxes_top


def set_lines(texts: Sequence[Text], face: Family, size: float, left: float, top: float, width: float, leading: float = _LEADING) -> list[Row]:
    """Paragraphs one under another, ragged at the right."""
    em = size / MM
    rows: list[Row] = []
    baseline = top + ASCENT * em
    for part, text in texts:
        glyphs = face.glyphs(collapse_spaces(text))
        for line in break_lines([glyph.text for glyph in glyphs], [glyph.width for glyph in glyphs], width / em, justify=False):
            rows.append(Row(part, tuple(glyphs[line.start : line.end]), size, left, baseline))
            baseline += leading * em
    return rows


def _address_rows(recipient: Recipient, face: Family) -> tuple[list[Row], float]:
    """The rows and their size; size 0 when they do not fit at the smallest."""
    texts = ((Part.ADDRESS, recipient.address), (Part.BUILDING, recipient.building))
    rows: list[Row] = []
    for size in _ADDRESS_SIZES:
        rows = set_lines(texts, face, size, _ADDRESS_LEFT, _ADDRESS_TOP, _ADDRESS_RIGHT - _ADDRESS_LEFT)
        most = 4 if size > 10 else 99
        if not rows or (rows[-1].box.bottom <= _ADDRESS_BOTTOM and len(rows) <= most and _parts_no_number(rows)):
            return rows, size
    return [one for one in rows if one.box.bottom <= _ADDRESS_BOTTOM], SMALLEST_TYPE_PT if rows[-1].box.bottom <= _ADDRESS_BOTTOM else 0.0


def _parts_no_number(rows: Sequence[Row]) -> bool:
    return all(not (one.text[-1:] == "-" and after.text[:1].isdigit()) for one, after in zip(rows, rows[1:], strict=False))


def _name_rows(recipient: Recipient, options: CardOptions, face: Family, address_size: float, bottom: float) -> tuple[list[Row], bool]:
    people = [recipient.name, *(recipient.joint_names if options.print_joint_names else ())]
    firm: tuple[Text, ...] = ((Part.COMPANY, recipient.company), (Part.DEPARTMENT, recipient.department), (Part.ROLE, recipient.role))
    least = max(address_size, SMALLEST_TYPE_PT) * _NAME_OVER_ADDRESS
    for size in _NAME_SIZES:
        if size < least:
            break
        firm_size = max(SMALLEST_TYPE_PT, min(address_size or SMALLEST_TYPE_PT, size * 0.55))
        lines = set_lines(firm, face, firm_size, 18.0, _NAME_TOP, HAGAKI.width - 18.0 - _SIDE, 1.4)
        top = lines[-1].box.bottom + 2.5 if lines else _NAME_TOP + 5.0
        named = _centred_names(people, recipient.honorific, face, size, top)
        if named[-1].box.bottom <= bottom and all(one.box.left >= _SIDE and one.box.right <= HAGAKI.width - _SIDE for one in named):
            return [*lines, *named], True
    lines = set_lines(firm, face, SMALLEST_TYPE_PT, 18.0, _NAME_TOP, HAGAKI.width - 18.0 - _SIDE, 1.4)
    top = lines[-1].box.bottom + 2.5 if lines else _NAME_TOP + 2.0
    named, fits = _wrapped_name(people[0], recipient.honorific, face, least, top, bottom)
    return [*(one for one in lines if one.box.bottom <= bottom), *named], fits and len(people) == 1


def _centred_names(people: Sequence[str], honorific: str, face: Family, size: float, top: float) -> list[Row]:
    em = size / MM
    rows = []
    for index, person in enumerate(people):
        part = Part.JOINT_NAME if index else Part.NAME
        baseline = top + (ASCENT + index * 1.45) * em
        rows.append(_spaced(centred_row(part, f"{collapse_spaces(person)} {honorific}".strip(), face, size, _MIDDLE, baseline)))
    return rows


def _spaced(one: Row) -> Row:
    """Short names breathe: a little room after every kanji."""
    kanji = sum(1 for glyph in one.glyphs if ord(glyph.text[0]) >= 0x2E80)
    if kanji < len(one.glyphs) - 2 or len(one.glyphs) > _LONGEST_SPACED:
        return one
    gaps = tuple(0.12 if index < len(one.glyphs) - 1 else 0.0 for index in range(len(one.glyphs)))
    wider = sum(gaps) * one.size / MM
    return Row(one.part, one.glyphs, one.size, one.left - wider / 2, one.baseline, gaps)


_LONGEST_SPACED = 9


def _wrapped_name(name: str, honorific: str, face: Family, size: float, top: float, bottom: float) -> tuple[list[Row], bool]:
    width = HAGAKI.width - 2 * _SIDE
    glyphs: list[Glyph] = face.glyphs(f"{collapse_spaces(name)} {honorific}".strip())
    em = size / MM
    rows = []
    baseline = top + ASCENT * em
    for line in break_lines([glyph.text for glyph in glyphs], [glyph.width for glyph in glyphs], width / em, justify=False):
        shown = glyphs[line.start : line.end]
        used = sum(glyph.width for glyph in shown) * em
        rows.append(Row(Part.NAME, tuple(shown), size, _MIDDLE - used / 2, baseline))
        baseline += 1.35 * em
    kept = [one for one in rows if one.box.bottom <= bottom]
    return kept, len(kept) == len(rows)


def _sender_rows(sender: Sender, face: Family) -> tuple[list[Row], float, bool]:
    small: tuple[Text, ...] = ((Part.SENDER, sender.address), (Part.SENDER, sender.building))
    large: tuple[Text, ...] = ((Part.SENDER, collapse_spaces(f"{sender.shop}  {sender.name}")),)
    first = set_lines(small, face, SMALLEST_TYPE_PT, _SENDER_LEFT, 0.0, _SENDER_WIDTH, 1.4)
    second_top = (first[-1].box.bottom + 0.8) if first else 0.0
    second = set_lines(large, face, 11.0, _SENDER_LEFT, second_top, _SENDER_WIDTH, 1.3)
    rows = [*first, *second]
    height = rows[-1].box.bottom if rows else 0.0
    shift = _SENDER_BOTTOM - height
    moved = [Row(one.part, one.glyphs, one.size, one.left, one.baseline + shift) for one in rows]
    return moved, shift - _BOXES_ABOVE, height > _TALLEST_SENDER


_TALLEST_SENDER = 30.0
