"""The horizontal address side: address beside or below the stamp, name in the middle, sender at the left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from app.domain.cards import CardOptions, Recipient, Sender
from app.domain.text import collapse_spaces
from app.printing.address_plans import SMALL_NAME_SIZES, WHOLE_NAMES_FROM, HorizontalPlan
from app.printing.columns import TIE, ends_in_hyphen, longest_word, part_words
from app.printing.fonts import Family, clusters, family
from app.printing.geometry import MM, SMALLEST_TYPE_PT, Box
from app.printing.layout import ASCENT, Part, Row, centred_row
from app.printing.vertical import Cell, CellKind, height_of, widened

_MOST_LARGE_ROWS = 4
_LARGE = 10.0
_LEADING = 1.5
_NAMES_OVER_ADDRESS = (1.3, 1.15, 1.05, 1.0)
"""So much larger than the address a name is at least; less only where a long word asks for it."""

_LONGEST_SPACED = 9
_BOXES_ABOVE = 7.4
_BOXES_CLEAR = 3.0
_BESIDE_SENDER = 8.0
_SENDER_TOP = 7.0
_BETWEEN_NAMES = 1.6
_FEWEST_PAIRED = 3
_MOST_NAME_ROWS = 3
_FIRM_CLEAR = 4.0
_MOST_SHRUNK = 2.0
_FIRM_UNDER_NAME = 0.55
_LETTER = "A-Za-z0-9À-ɏ\u1e00-\u1eff"
_WHOLE = re.compile(rf"[{_LETTER}](?:[{_LETTER}'’.&\-]*[{_LETTER}.])?|.[\ufe00-\ufe0f\U000e0100-\U000e01ef]?")

Text = tuple[Part, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows, whether something does not fit, where the sender's number boxes begin, and the room the address was given."""

    rows: tuple[Row, ...]
    overflows: bool
    sender_top: float
    address: Box


@dataclass(frozen=True, slots=True)
class _Fit:
    """An address at one size in one room; `largest`: the size it could have."""

    size: float
    largest: float
    room: Box
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is named below what, each with the honorific, how far down, and how much larger than the address at least. `sender_right`:
    names that stand right of it may come down beside the sender."""

    recipient: Recipient
    people: tuple[tuple[str, str], ...]
    face: Family
    bottom: float
    plan: HorizontalPlan
    over: float
    sender_right: float

    @property
    def sizes(self) -> tuple[float, ...]:
        return (*self.plan.name_sizes, *SMALL_NAME_SIZES)

    @property
    def wrapped_sizes(self) -> tuple[float, ...]:
        return (*self.plan.wrapped_sizes, *SMALL_NAME_SIZES)


_SetNames = Callable[[_Names, _Fit, float], list[Row] | None]


def horizontal_rows(recipient: Recipient, sender: Sender, options: CardOptions, plan: HorizontalPlan) -> Rows:
    face = family(options.typeface)
    own, boxes_top, overflows = sender_rows(sender if options.print_sender else Sender(), face, plan)
    bottom = plan.name_bottom if plan.sender_on_top else min(plan.name_bottom, boxes_top - _BOXES_CLEAR)
    people = tuple((widened(name), honorific) for name, honorific in recipient.named(with_joint=options.print_joint_names))
    sender_right = max((one.box.right for one in own), default=0.0)
    source = _fitting(recipient, face, plan)
    seen: list[_Fit] = []
    for over, set_names, gap in product(_NAMES_OVER_ADDRESS, _WAYS, plan.firm_gaps):
        names = _Names(recipient, people, face, bottom, plan, over, sender_right)
        for fit in _again(seen, source):
            named = set_names(names, fit, gap)
            if named is not None:
                return Rows((*fit.rows, *named, *own), overflows, boxes_top, fit.room)
    shown = seen[-1] if seen else _Fit(SMALLEST_TYPE_PT, SMALLEST_TYPE_PT, plan.address[0], ())
    return Rows((*shown.rows, *own), True, boxes_top, shown.room)


def _fitting(recipient: Recipient, face: Family, plan: HorizontalPlan) -> Iterator[_Fit]:
    largest = 0.0
    for size in plan.address_sizes:
        for room in plan.address:
            rows = _address_rows(recipient, face, size, room)
            if rows is not None:
                largest = largest or size
                yield _Fit(size, largest, room, tuple(rows))
                break


def _again(seen: list[_Fit], source: Iterator[_Fit]) -> Iterator[_Fit]:
    """Those of `source` that were tried before, then the rest of them."""
    yield from tuple(seen)
    for one in source:
        seen.append(one)
        yield one


def row_cells(text: str, face: Family) -> list[Cell]:
    """Characters, and whole words and numbers, with their widths as heights; what stands behind a TIE stays with what is before."""
    first, *tied = text.split(TIE)
    cells = _free_cells(collapse_spaces(first), face)
    for part in tied:
        honorific, _, rest = part.partition(" ")
        glyphs = tuple(face.glyphs(f" {honorific}"))
        cells.append(Cell(CellKind.UPRIGHT, f"{TIE}{honorific}", f" {honorific}", sum(glyph.width for glyph in glyphs), glyphs))
        cells += _free_cells(f" {collapse_spaces(rest)}", face) if rest else []
    return cells


def _free_cells(text: str, face: Family) -> list[Cell]:
    cells = []
    for found in _WHOLE.finditer(widened("".join(clusters(text)))):
        written = found.group()
        glyphs = tuple(face.glyphs(written))
        kind = CellKind.BLANK if written == " " else CellKind.LYING if len(glyphs) > 1 else CellKind.UPRIGHT
        if glyphs:
            cells.append(Cell(kind, written, written, sum(glyph.width for glyph in glyphs), glyphs))
    return cells


def set_rows(
    texts: Sequence[Text], face: Family, size: float, left: float, top: float, width: float, leading: float, *, most: int = 2
) -> list[Row] | None:
    """Paragraphs one under another, parted where an eye expects it; no word is torn where `most` rows of a paragraph are enough. None
    when a word is wider."""
    em = size / MM
    rows: list[Row] = []
    baseline = top + ASCENT * em
    for part, text in texts:
        parted = part_words(row_cells(text, face), width / em, most)
        if parted is None:
            return None
        for cells in parted:
            rows.append(Row(part, tuple(glyph for cell in cells for glyph in cell.glyphs), size, left, baseline))
            baseline += leading * em
    return rows


def _address_rows(recipient: Recipient, face: Family, size: float, room: Box) -> list[Row] | None:
    """None when they do not fit at this size, or are too many to look well."""
    texts = ((Part.ADDRESS, recipient.address), (Part.BUILDING, recipient.building))
    for most in (_MOST_LARGE_ROWS, 1):
        rows = set_rows(texts, face, size, room.left, room.top, room.width, _LEADING, most=most)
        if rows is not None and (not rows or _ends_well(rows, room, size)):
            return rows
    return None


def _ends_well(rows: Sequence[Row], room: Box, size: float) -> bool:
    return rows[-1].box.bottom <= room.bottom and (len(rows) <= _MOST_LARGE_ROWS or size <= _LARGE)


def _firm_rows(names: _Names, fit: _Fit, size: float, gap: float) -> tuple[list[Row], float] | None:
    """Company, department and role, and where the name may begin below them; None when a word is too wide."""
    recipient, plan = names.recipient, names.plan
    firm = ((Part.COMPANY, recipient.company), (Part.DEPARTMENT, recipient.department), (Part.ROLE, recipient.role))
    width = 2 * plan.middle - plan.firm_left - plan.side
    top = plan.name_top
    if fit.rows and plan.firm_top < top:
        top = max(plan.firm_top, min(top, fit.rows[-1].box.bottom + _FIRM_CLEAR))
    lines = set_rows(firm, names.face, size, plan.firm_left, top, width, 1.42)
    if lines is None:
        return None
    return lines, max(lines[-1].box.bottom + gap, plan.name_top) if lines else plan.name_top + plan.name_gap


def _large_single(names: _Names, fit: _Fit, gap: float) -> list[Row] | None:
    if fit.size < fit.largest - _MOST_SHRUNK:
        return None
    return _single(names, fit, gap, names.plan.smallest_single)


def _any_single(names: _Names, fit: _Fit, gap: float) -> list[Row] | None:
    return _single(names, fit, gap, 0.0)


def _single(names: _Names, fit: _Fit, gap: float, smallest: float) -> list[Row] | None:
    """Company and names, one row for each name; None when they do not fit beside an address of this size."""
    for size in names.sizes:
        if size < max(fit.size * names.over, smallest):
            break
        firm = _firm_rows(names, fit, max(SMALLEST_TYPE_PT, min(fit.size, size * _FIRM_UNDER_NAME)), gap)
        if firm is None:
            continue
        lines, top = firm
        named = _centred_names(names.people, names.face, size, top, names.plan.middle)
        if _is_clear(named, names) and _is_inside(named, names.plan):
            return [*lines, *named]
    return None


def _is_clear(named: Sequence[Row], names: _Names) -> bool:
    """Whether the names end above sender and code, or stand between them."""
    if named[-1].box.bottom <= names.bottom:
        return True
    low = [one.box for one in named if one.box.bottom > names.bottom]
    left, right = names.sender_right + _BESIDE_SENDER, names.plan.low_right
    return named[-1].box.bottom <= names.plan.name_lowest and all(box.left >= left and box.right <= right for box in low)


def _is_inside(named: Sequence[Row], plan: HorizontalPlan) -> bool:
    return all(one.box.left >= plan.side and one.box.right <= 2 * plan.middle - plan.side for one in named)


def _centred_names(people: Sequence[tuple[str, str]], face: Family, size: float, top: float, middle: float) -> list[Row]:
    em = size / MM
    rows = []
    for index, (person, honorific) in enumerate(people):
        part = Part.JOINT_NAME if index else Part.NAME
        baseline = top + (ASCENT + index * 1.45) * em
        rows.append(_spaced(centred_row(part, f"{collapse_spaces(person)} {honorific}".strip(), face, size, middle, baseline)))
    return rows


def _spaced(one: Row) -> Row:
    """Short names breathe: a little room after every kanji."""
    kanji = sum(1 for glyph in one.glyphs if ord(glyph.text[0]) >= 0x2E80)
    if kanji < len(one.glyphs) - 2 or len(one.glyphs) > _LONGEST_SPACED:
        return one
    gaps = tuple(0.12 if index < len(one.glyphs) - 1 else 0.0 for index in range(len(one.glyphs)))
    wider = sum(gaps) * one.size / MM
    return Row(one.part, one.glyphs, one.size, one.left - wider / 2, one.baseline, gaps)


def _paired(names: _Names, fit: _Fit, gap: float) -> list[Row] | None:
    """Three names and more, two beside each other, where one under another is too high."""
    face, plan = names.face, names.plan
    people = [f"{collapse_spaces(person)} {honorific}" for person, honorific in names.people]
    if len(people) < _FEWEST_PAIRED:
        return None
    firm = _firm_rows(names, fit, max(SMALLEST_TYPE_PT, min(fit.size, _LARGE)), gap)
    if firm is None:
        return None
    lines, top = firm
    for size in names.wrapped_sizes:
        if size < fit.size * names.over:
            break
        em = size / MM
        between = _BETWEEN_NAMES * em
        wider = max(face.width(one) for one in people) * em
        left = plan.middle - wider - between / 2
        rows = [
            Row(
                Part.JOINT_NAME if index else Part.NAME,
                tuple(face.glyphs(person)),
                size,
                left + index % 2 * (wider + between),
                top + (ASCENT + index // 2 * 1.45) * em,
            )
            for index, person in enumerate(people)
        ]
        if _is_clear(rows, names) and _is_inside(rows, plan):
            return [*lines, *rows]
    return None


def _wrapped_alone(names: _Names, fit: _Fit, gap: float) -> list[Row] | None:
    return _wrapped(names, fit, gap) if len(names.people) == 1 and names.plan.smallest_single else None


def _wrapped(names: _Names, fit: _Fit, gap: float) -> list[Row] | None:
    """Company, and names wider than the paper, each on as many even rows as it needs."""
    face, plan = names.face, names.plan
    glyphs = tuple(face.glyphs("  "))
    blank = Cell(CellKind.BLANK, " ", " ", sum(glyph.width for glyph in glyphs), glyphs)
    people = [(row_cells(person, face), [blank, *row_cells(honorific, face)]) for person, honorific in names.people]
    longest = max(longest_word(person) for person, _title in people)
    widest_title = max(height_of(title) for _person, title in people)
    for size in names.wrapped_sizes:
        if size < fit.size * names.over:
            break
        em = size / MM
        room = (2 * plan.middle - 2 * plan.side) / em - widest_title
        firm = None if longest > room else _firm_rows(names, fit, max(SMALLEST_TYPE_PT, min(fit.size, size * _FIRM_UNDER_NAME)), gap)
        if firm is None:
            continue
        lines, top = firm
        rows: list[Row] = []
        baseline = top + ASCENT * em
        parts = [part_words(person, room, _MOST_NAME_ROWS) for person, _title in people]
        if not all(parts) or (size >= WHOLE_NAMES_FROM and any(ends_in_hyphen(parted or ()) for parted in parts)):
            continue
        for index, (parted, (_person, title)) in enumerate(zip(parts, people, strict=True)):
            for number, cells in enumerate(parted or ()):
                shown = [*cells, *title] if parted and number == len(parted) - 1 else cells
                used = height_of(shown) * em
                glyphs = tuple(glyph for cell in shown for glyph in cell.glyphs)
                rows.append(Row(Part.JOINT_NAME if index else Part.NAME, glyphs, size, plan.middle - used / 2, baseline))
                baseline += 1.35 * em
        if _is_clear(rows, names):
            return [*lines, *rows]
    return None


_WAYS: tuple[_SetNames, ...] = (_large_single, _wrapped_alone, _paired, _any_single, _wrapped)


def sender_rows(sender: Sender, face: Family, plan: HorizontalPlan) -> tuple[list[Row], float, bool]:
    """The rows, the top of the number boxes above them, and whether there are too many."""
    rows: list[Row] = []
    height = 0.0
    for shop_size, small_size in plan.sender_sizes:
        rows, height = _sender_block(sender, face, shop_size, small_size, plan)
        if height <= plan.tallest_sender:
            break
    shift = _SENDER_TOP if plan.sender_on_top else plan.sender_bottom - height
    moved = [Row(one.part, one.glyphs, one.size, one.left, one.baseline + shift) for one in rows]
    above = 0.0 if plan.number_above else _BOXES_ABOVE
    return moved, shift - above, height > plan.tallest_sender


def _sender_block(sender: Sender, face: Family, shop_size: float, small_size: float, plan: HorizontalPlan) -> tuple[list[Row], float]:
    number = f"{sender.postal_code} " if plan.number_above and sender.postal_code else ""
    small: tuple[Text, ...] = ((Part.SENDER, f"{number}{sender.address}"), (Part.SENDER, sender.building))
    large: tuple[Text, ...] = ((Part.SENDER, f"{sender.shop} {sender.name}"),)
    first = set_rows(small, face, small_size, plan.sender_left, 0.0, plan.sender_width, 1.4)
    second_top = (first[-1].box.bottom + 0.8) if first else 0.0
    second = set_rows(large, face, shop_size, plan.sender_left, second_top, plan.sender_width, 1.3)
    if first is None or second is None:
        return [], plan.tallest_sender + 1.0
    rows = [*first, *second]
    return rows, rows[-1].box.bottom if rows else 0.0
