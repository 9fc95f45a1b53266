"""The horizontal address side: address beside the stamp, name in the middle, sender at the lower left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.cards import CardOptions, Recipient, Sender
from app.domain.text import collapse_spaces
from app.printing.columns import part_columns
from app.printing.fonts import Family, clusters, family
from app.printing.geometry import HAGAKI, MM, SMALLEST_TYPE_PT, stamp_corner
from app.printing.layout import ASCENT, Part, Row, centred_row
from app.printing.vertical import Cell, CellKind, height_of

_ADDRESS_LEFT = stamp_corner(HAGAKI).right + 3.0
_ADDRESS_RIGHT = 94.0
_ADDRESS_TOP = 28.0
_ADDRESS_BOTTOM = 68.0
_ADDRESS_SIZES = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, SMALLEST_TYPE_PT)
_MOST_LARGE_ROWS = 4
_LARGE = 10.0
_LEADING = 1.5
_NAME_TOP = 73.0
_NAME_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.5, 15.0, 13.5, 12.5)
_WRAPPED_SIZES = (18.0, 16.5, 15.0, 13.5, 12.5)
_NAME_OVER_ADDRESS = 1.3
_LONGEST_SPACED = 9
_FIRM_LEFT = 16.0
_SIDE = 8.0
_MIDDLE = HAGAKI.width / 2
_SENDER_LEFT = 5.6
_SENDER_BOTTOM = 142.5
_SENDER_WIDTH = 64.0
_TALLEST_SENDER = 30.0
_SHOP_SIZE = 11.0
_BOXES_ABOVE = 7.4
_WHOLE = re.compile(
    r"[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ'’.&\-]*[A-Za-z0-9À-ɏ.])?"
    "|.[\ufe00-\ufe0f\U000e0100-\U000e01ef]?"
)

Text = tuple[Part, str]


def horizontal_rows(recipient: Recipient, sender: Sender, options: CardOptions) -> tuple[list[Row], bool, float]:
    """The rows, whether something does not fit, and where the sender's number boxes begin."""
    face = family(options.typeface)
    own, boxes_top, overflows = _sender_rows(sender if options.print_sender else Sender(), face)
    bottom = boxes_top - 3.0
    fitting: list[tuple[float, list[Row]]] = []
    for size in _ADDRESS_SIZES:
        address = _address_rows(recipient, face, size)
        if address is None:
            continue
        names = _name_rows(recipient, options, face, size, bottom)
        if names is not None:
            return [*address, *names, *own], overflows, boxes_top
        fitting.append((size, address))
    for size, address in fitting:
        wrapped = _wrapped_names(recipient, options, face, size, bottom)
        if wrapped is not None:
            return [*address, *wrapped, *own], overflows, boxes_top
    return [*(fitting[-1][1] if fitting else ()), *own], True, boxes_top


def _cells(text: str, face: Family) -> list[Cell]:
    """Characters, and whole words and numbers, with their widths as heights."""
    cells = []
    for found in _WHOLE.finditer("".join(clusters(collapse_spaces(text)))):
        written = found.group()
        glyphs = tuple(face.glyphs(written))
        kind = CellKind.BLANK if written == " " else CellKind.LYING if len(glyphs) > 1 else CellKind.UPRIGHT
        if glyphs:
            cells.append(Cell(kind, written, written, sum(glyph.width for glyph in glyphs), glyphs))
    return cells


def _set(texts: Sequence[Text], face: Family, size: float, left: float, top: float, width: float, leading: float) -> list[Row]:
    """Paragraphs one under another, parted where an eye expects it."""
    em = size / MM
    rows: list[Row] = []
    baseline = top + ASCENT * em
    for part, text in texts:
        for cells in part_columns(_cells(text, face), width / em) or ():
            rows.append(Row(part, tuple(glyph for cell in cells for glyph in cell.glyphs), size, left, baseline))
            baseline += leading * em
    return rows


def _address_rows(recipient: Recipient, face: Family, size: float) -> list[Row] | None:
    """None when they do not fit at this size, or are too many to look well."""
    texts = ((Part.ADDRESS, recipient.address), (Part.BUILDING, recipient.building))
    rows = _set(texts, face, size, _ADDRESS_LEFT, _ADDRESS_TOP, _ADDRESS_RIGHT - _ADDRESS_LEFT, _LEADING)
    if rows and rows[-1].box.bottom > _ADDRESS_BOTTOM:
        return None
    return None if len(rows) > _MOST_LARGE_ROWS and size > _LARGE else rows


def _firm_rows(recipient: Recipient, face: Family, size: float) -> tuple[list[Row], float]:
    """Company, department and role, and where the name may begin below them."""
    firm = ((Part.COMPANY, recipient.company), (Part.DEPARTMENT, recipient.department), (Part.ROLE, recipient.role))
    lines = _set(firm, face, size, _FIRM_LEFT, _NAME_TOP, HAGAKI.width - _FIRM_LEFT - _SIDE, 1.42)
    return lines, lines[-1].box.bottom + 4.0 if lines else _NAME_TOP + 5.0


def _people(recipient: Recipient, options: CardOptions) -> list[str]:
    return [recipient.name, *(recipient.joint_names if options.print_joint_names else ())]


def _name_rows(recipient: Recipient, options: CardOptions, face: Family, address_size: float, bottom: float) -> list[Row] | None:
    """Company and names, one row for each name; None when they do not fit beside an address of this size."""
    people = _people(recipient, options)
    for size in _NAME_SIZES:
        if size < address_size * _NAME_OVER_ADDRESS:
            break
        lines, top = _firm_rows(recipient, face, max(SMALLEST_TYPE_PT, min(address_size, size * 0.55)))
        named = _centred_names(people, recipient.honorific, face, size, top)
        if named[-1].box.bottom <= bottom and all(one.box.left >= _SIDE and one.box.right <= HAGAKI.width - _SIDE for one in named):
            return [*lines, *named]
    return None


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


def _wrapped_names(recipient: Recipient, options: CardOptions, face: Family, address_size: float, bottom: float) -> list[Row] | None:
    """Company, and names wider than the card, each on as many even rows as it needs."""
    lines, top = _firm_rows(recipient, face, min(address_size, _LARGE))
    blank = tuple(face.glyphs("  "))
    title = [Cell(CellKind.BLANK, " ", " ", sum(glyph.width for glyph in blank), blank), *_cells(recipient.honorific, face)]
    for size in _WRAPPED_SIZES:
        if size < address_size * _NAME_OVER_ADDRESS:
            break
        em = size / MM
        rows: list[Row] = []
        baseline = top + ASCENT * em
        for index, person in enumerate(_people(recipient, options)):
            room = (HAGAKI.width - 2 * _SIDE) / em - height_of(title)
            parted = part_columns(_cells(person, face), room) or [[]]
            parted[-1] = [*parted[-1], *title]
            for shown in parted:
                used = height_of(shown) * em
                glyphs = tuple(glyph for cell in shown for glyph in cell.glyphs)
                rows.append(Row(Part.JOINT_NAME if index else Part.NAME, glyphs, size, _MIDDLE - used / 2, baseline))
                baseline += 1.35 * em
        if rows[-1].box.bottom <= bottom:
            return [*lines, *rows]
    return None


def _sender_rows(sender: Sender, face: Family) -> tuple[list[Row], float, bool]:
    """The rows, the top of the number boxes above them, and whether there are too many."""
    small: tuple[Text, ...] = ((Part.SENDER, sender.address), (Part.SENDER, sender.building))
    large: tuple[Text, ...] = ((Part.SENDER, f"{sender.shop} {sender.name}"),)
    first = _set(small, face, SMALLEST_TYPE_PT, _SENDER_LEFT, 0.0, _SENDER_WIDTH, 1.4)
    second_top = (first[-1].box.bottom + 0.8) if first else 0.0
    rows = [*first, *_set(large, face, _SHOP_SIZE, _SENDER_LEFT, second_top, _SENDER_WIDTH, 1.3)]
    height = rows[-1].box.bottom if rows else 0.0
    shift = _SENDER_BOTTOM - height
    moved = [Row(one.part, one.glyphs, one.size, one.left, one.baseline + shift) for one in rows]
    return moved, shift - _BOXES_ABOVE, height > _TALLEST_SENDER
