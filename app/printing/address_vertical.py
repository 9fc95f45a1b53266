"""The vertical address side: columns from right to left — address, company, name in the middle, sender at the left.

Everything is tried large first and made smaller until it stands without touching; nothing is set below 9 pt.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.cards import CardOptions, Recipient, Sender
from app.domain.names import split_name
from app.printing.address_plans import SMALL_NAME_SIZES, WHOLE_NAMES_FROM, Rung, VerticalPlan
from app.printing.columns import ends_in_hyphen, part_columns, part_words
from app.printing.fonts import Family, vertical_family
from app.printing.geometry import MM, SMALLEST_TYPE_PT
from app.printing.layout import Column, Part
from app.printing.vertical import Cell, CellKind, address_cells, height_of, is_long_latin, text_cells

_PITCH = 1.42
_LOWERED = 1.5
_GROUP_GAPS = (3.0, 1.4)
_NAME_PITCH = 1.32
_NAMES_OVER_ADDRESS = (1.3, 1.15, 1.05, 1.0)
"""So much larger than the address a name is at least; less only where a long word asks for it."""

_CLEAR = 2.0
_FIRM_FOOT = 6.0
_SENDER_GAP = 1.28
_SENDER_EDGE = 0.6
_BOXES_MIDDLE = 14.1
_BOXES_WIDTH = 29.2
_LARGEST_LOW = 20.0
_LETTER_GAP = 0.14
_WIDEST_LETTER_GAP = 0.56
_WIDEST_JOINT_GAP = 0.8
_GAP_STEP = 0.02
_WIDEST_APART = 1.4
_MOST_ASIDE = 2.5
_PART_GAP = 0.45
_HONORIFIC_GAP = 0.6


def vertical_columns(recipient: Recipient, sender: Sender, options: CardOptions, plan: VerticalPlan) -> tuple[list[Column], bool]:
    """The columns, and whether something does not fit."""
    face = vertical_family(options.typeface)
    low_left = plan.low_left
    if options.print_sender and _sender_columns(sender, options, plan.low_left - _CLEAR, plan)[1]:
        low_left = plan.name_left
    placed, overflows = _recipient_columns(recipient, options, face, plan, low_left)
    if options.print_sender:
        right = min((column.box.left for column in placed if column.part in (Part.NAME, Part.JOINT_NAME)), default=plan.name_left) - _CLEAR
        own, is_too_long = _sender_columns(sender, options, round(min(right, plan.sender_right), 2), plan)
        placed += own
        overflows = overflows or is_too_long
    return placed, overflows


def _recipient_columns(
    recipient: Recipient, options: CardOptions, face: Family, plan: VerticalPlan, low_left: float
) -> tuple[list[Column], bool]:
    address = address_cells(recipient.address, face, options.numerals, options.joint)
    building = address_cells(recipient.building, face, options.numerals, options.joint)
    names = _names(recipient, options, face)
    for over, rung in itertools.product(_NAMES_OVER_ADDRESS, plan.ladder):
        columns = _address_columns(address, building, rung, plan)
        if columns is None:
            continue
        deepest = max((column.box.bottom for column in columns), default=plan.top)
        # Beside the stamp, where a single name begins, rather than larger below it.
        for is_low, size in itertools.product((False, True), (*plan.name_sizes, *SMALL_NAME_SIZES)):
            if size < rung.size * over:
                continue
            named = _name_columns(names, size, deepest, plan)
            named = None if named is None else _clear_names(columns, named, plan, low_left, is_low=is_low)
            if named is None:
                continue
            firm = _firm_columns(recipient, face, rung.size, columns, named, plan)
            if firm is not None:
                return [*columns, *firm, *named], False
    return _whatever_fits(address, names, plan), True


def _clear_names(
    columns: Sequence[Column], named: list[Column], plan: VerticalPlan, low_left: float, *, is_low: bool
) -> list[Column] | None:
    """The names if they stand clear of address and stamp, several a little right of the middle if need be; `is_low`: names that reach too
    far left may do so below the stamp."""
    left = min(column.box.left for column in named)
    aside = plan.name_left - left
    if not is_low and len(named) > 1 and 0 < aside <= _MOST_ASIDE:
        named = [replace(column, middle=column.middle + aside) for column in named]
        left = plan.name_left
    edge = max(column.box.right for column in named) + _CLEAR
    if left < low_left or any(column.box.left < edge for column in columns):
        return None
    lowest = plan.name_bottom if left >= plan.sender_left + _BOXES_WIDTH else plan.sender_boxes_top - _CLEAR
    down = lowest - max(column.box.bottom for column in named)
    if left >= plan.name_left and down >= 0:
        return named
    if not is_low or named[0].size > _LARGEST_LOW or min(column.top for column in named) + down < plan.sender_top:
        return None
    return [replace(column, top=column.top + down) for column in named]


def _address_columns(address: Sequence[Cell], building: Sequence[Cell], rung: Rung, plan: VerticalPlan) -> list[Column] | None:
    em = rung.size / MM
    if height_of(address) + height_of(building) > rung.columns * rung.height / em:
        return None
    parted = _parted_address(address, building, rung.height / em, rung.columns)
    if parted is None:
        return None
    first, second = parted
    placed = []
    middle = plan.right - em / 2
    for part, columns in ((Part.ADDRESS, first), (Part.BUILDING, second)):
        for index, cells in enumerate(columns):
            lowered = _LOWERED if part is Part.BUILDING or index else 0.0
            room = rung.height / em - height_of(cells)
            placed.append(Column(part, tuple(cells), rung.size, middle, plan.top + min(lowered, max(room, 0.0)) * em))
            middle -= _PITCH * em
    return placed


def _parted_address(
    address: Sequence[Cell], building: Sequence[Cell], height: float, most: int
) -> tuple[list[list[Cell]], list[list[Cell]]] | None:
    """Both parts in at most so many columns together; no word torn where there is a way."""
    for whole in (True, False):
        first = part_columns(address, height, whole=whole)
        second = part_columns(building, height - _LOWERED, whole=whole)
        if first is not None and second is not None and len(first) + len(second) <= most:
            return first, second
    return None


def _firm_columns(
    recipient: Recipient, face: Family, size: float, columns: Sequence[Column], named: Sequence[Column], plan: VerticalPlan
) -> list[Column] | None:
    """Company, department and role between address and name; None when there is no room."""
    texts = ((Part.COMPANY, recipient.company), (Part.DEPARTMENT, recipient.department), (Part.ROLE, recipient.role))
    edge = max(column.box.right for column in named) + _CLEAR
    for firm_size, apart in itertools.product(_sizes(size, SMALLEST_TYPE_PT), _GROUP_GAPS):
        em = firm_size / MM
        middle = min((column.box.left for column in columns), default=plan.right) - apart - em / 2
        placed: list[Column] = []
        fits = True
        top = plan.name_top
        for part, text in texts:
            parted = part_columns(text_cells(text, face), (plan.name_bottom - _FIRM_FOOT - top) / em)
            if parted is None:
                fits = False
                break
            for cells in parted:
                placed.append(Column(part, tuple(cells), firm_size, middle, top))
                middle -= _PITCH * em
            top += em if parted else 0.0
        if fits and all(column.box.left >= edge for column in placed):
            return placed
    return None


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    size = largest
    while size > smallest:
        yield size
        size -= 0.5
    yield smallest


@dataclass(frozen=True, slots=True)
class _Name:
    """Family name (empty where it is not repeated), the rest and the honorific, in cells."""

    part: Part
    family: tuple[Cell, ...]
    given: tuple[Cell, ...]
    title: tuple[Cell, ...]
    says: str


def _names(recipient: Recipient, options: CardOptions, face: Family) -> list[_Name]:
    first_family = split_name(recipient.name)[0]
    found: list[_Name] = []
    for name, honorific in recipient.named(with_joint=options.print_joint_names):
        family_name, given = split_name(name)
        shown = "" if not given or (found and family_name == first_family) else family_name
        # A long Latin name lies on its side as a whole: no "von" stands upright in the middle of it.
        lying = is_long_latin(f"{shown} {given or family_name}")
        first, rest = (tuple(text_cells(part, face, lying=lying)) for part in (shown, given or family_name))
        title = tuple(text_cells(honorific, face))
        found.append(_Name(Part.JOINT_NAME if found else Part.NAME, first, rest, title, f"{name} {honorific}".strip()))
    return found


def _name_columns(names: Sequence[_Name], size: float, deepest: float, plan: VerticalPlan) -> list[Column] | None:
    """The names side by side, their honorifics begin on one line below the end of the address; None when they do not fit."""
    em = size / MM
    room = (plan.name_bottom - plan.name_top) / em
    if len(names) == 1 and height_of(_levelled(names[0], names, _LETTER_GAP)) > room:
        return _parted_name(names[0], size, deepest, plan)
    gap = _LETTER_GAP if _tallest(names, _LETTER_GAP) <= room else 0.0
    if _tallest(names, gap) > room:
        return None
    wanted = (min(max(deepest + 1.5 * em, plan.name_foot), plan.name_bottom) - plan.name_top) / em
    while gap + _GAP_STEP <= _WIDEST_LETTER_GAP and _tallest(names, gap + _GAP_STEP) <= min(wanted, room):
        gap += _GAP_STEP
    longest = _tallest(names, gap)
    top = plan.name_top + max(0.0, min(wanted, room) - longest) * em
    apart = 0.0
    if len(names) > 1:
        begin = min(top, _single_top(names[0], deepest, plan))
        while gap + _GAP_STEP <= _WIDEST_JOINT_GAP and _tallest(names, gap + _GAP_STEP) <= longest + (top - begin) / em:
            gap += _GAP_STEP
        spare = longest + (top - begin) / em - _tallest(names, gap)
        apart = min(spare / (2 if any(name.family for name in names) else 1), _WIDEST_APART)
        top += (longest - _tallest(names, gap, apart)) * em
    right = plan.name_middle + (len(names) - 1) * _NAME_PITCH * em / 2
    placed = []
    for index, name in enumerate(names):
        cells = _levelled(name, names, gap, apart)
        placed.append(Column(name.part, tuple(cells), size, right - index * _NAME_PITCH * em, top, says=name.says))
    return placed


def _single_top(name: _Name, deepest: float, plan: VerticalPlan) -> float:
    """Where the name would begin if it stood alone."""
    alone = next(filter(None, (_name_columns([name], size, deepest, plan) for size in plan.name_sizes)), None)
    return alone[0].top if alone else plan.name_top


def _levelled(name: _Name, names: Sequence[_Name], gap: float, apart: float = 0.0) -> list[Cell]:
    """A name whose given name begins and whose honorific stands level with those beside it. `apart`: the more room before either."""
    family_height = max(height_of(_spaced(other.family, gap)) for other in names)
    given_height = max(height_of(_spaced(other.given, gap)) for other in names)
    cells = _spaced(name.family, gap)
    if family_height:
        cells.append(_blank(family_height - height_of(cells) + _PART_GAP + gap + apart))
    given = _spaced(name.given, gap)
    spare = given_height - height_of(given)
    if len(name.given) > 1 and spare > 0:
        given = _spaced(name.given, gap + spare / (len(name.given) - 1))
        spare = 0.0
    cells += [*([_blank(spare / 2)] if spare else []), *given, _blank(spare / 2 + _HONORIFIC_GAP + gap / 2 + apart)]
    return [*cells, *name.title]


def _tallest(names: Sequence[_Name], gap: float, apart: float = 0.0) -> float:
    """The height that `_levelled` gives the longest of the names."""
    family_height = max(height_of(name.family, gap) for name in names)
    given_height = max(height_of(name.given, gap) for name in names)
    beginning = family_height + _PART_GAP + gap + apart if family_height else 0.0
    return beginning + given_height + apart + _HONORIFIC_GAP + gap / 2 + max(height_of(name.title) for name in names)


def _parted_name(name: _Name, size: float, deepest: float, plan: VerticalPlan) -> list[Column] | None:
    """A name too long for one column, as a company's: two or three columns, the honorific below the last and below the address."""
    if size > plan.parted_largest:
        return None
    em = size / MM
    room = (plan.name_bottom - plan.name_top) / em
    cells = [*name.family, *([_blank(_PART_GAP)] if name.family else []), *name.given]
    ending = [_blank(_HONORIFIC_GAP), *name.title]
    parted = part_words(cells, room - height_of(ending) - 1.0, _MOST_NAME_COLUMNS)
    if parted is None or len(parted) > _MOST_NAME_COLUMNS or (size >= WHOLE_NAMES_FROM and ends_in_hyphen(parted)):
        return None
    shown = [[*column, *ending] if column is parted[-1] else column for column in parted]
    lowered = [min(1.0, room - height_of(column)) if index else 0.0 for index, column in enumerate(shown)]
    ends = [(lower + height_of(column)) * em for lower, column in zip(lowered, shown, strict=True)]
    shift = max(0.0, min(deepest + em - plan.name_top - ends[-1], room * em - max(ends)))
    right = plan.name_middle + (len(parted) - 1) * _NAME_PITCH * em / 2
    placed = []
    for index, column in enumerate(parted):
        honorific = "".join(cell.source for cell in name.title) if column is parted[-1] else ""
        says = "".join(cell.source or " " for cell in column) + honorific
        top = plan.name_top + shift + lowered[index] * em
        placed.append(Column(name.part, tuple(shown[index]), size, right - index * _NAME_PITCH * em, top, says=says))
    return placed


_MOST_NAME_COLUMNS = 3


def _spaced(cells: Sequence[Cell], gap: float) -> list[Cell]:
    spaced: list[Cell] = []
    for index, cell in enumerate(cells):
        if index and gap:
            spaced.append(_blank(gap))
        spaced.append(cell)
    return spaced


def _blank(height: float) -> Cell:
    return Cell(CellKind.BLANK, "", "", height)


def _whatever_fits(address: Sequence[Cell], names: Sequence[_Name], plan: VerticalPlan) -> list[Column]:
    """For the preview of a piece that cannot be printed as it is: what fits at the smallest size."""
    rung = plan.ladder[-1]
    columns = _address_columns(address, (), rung, plan) or []
    for size in plan.name_sizes:
        named = _name_columns(names[:1], size, plan.top, plan)
        if named is not None and _clear_names([], named, plan, plan.name_left, is_low=True):
            edge = max(column.box.right for column in named) + _CLEAR
            return [*(column for column in columns if column.box.left >= edge), *named]
    return columns


@lru_cache(maxsize=256)
def _sender_columns(sender: Sender, options: CardOptions, right: float, plan: VerticalPlan) -> tuple[tuple[Column, ...], bool]:
    """Small at the left, above the sender's number; columns end on one line."""
    face = vertical_family(options.typeface)
    room = plan.sender_bottom - plan.sender_top
    for shop_size, small in plan.sender_sizes:
        placed: list[Column] = []
        edge, is_cut = right, False
        for cells, size in (
            (address_cells(sender.address, face, options.numerals, options.joint), small),
            (address_cells(sender.building, face, options.numerals, options.joint), small),
            (text_cells(sender.shop, face), shop_size),
            (text_cells(sender.name, face), max(shop_size - 1.0, SMALLEST_TYPE_PT)),
        ):
            em = size / MM
            parted = part_columns(cells, room / em)
            if parted is None:
                is_cut = True
                continue
            for column in parted:
                edge -= _SENDER_GAP * em
                placed.append(Column(Part.SENDER, tuple(column), size, edge + em / 2, plan.sender_bottom - height_of(column) * em))
        if not is_cut and all(column.box.left >= plan.sender_left - _SENDER_EDGE for column in placed):
            return tuple(_towards_edge(placed, plan)), False
    return tuple(column for column in placed if column.box.left >= plan.sender_left - _SENDER_EDGE), True


def _towards_edge(placed: list[Column], plan: VerticalPlan) -> list[Column]:
    """All columns together in the middle above the number boxes, as far as there is room."""
    if not placed:
        return placed
    left = min(column.box.left for column in placed)
    right = max(column.box.right for column in placed)
    boxes_middle = plan.sender_left + _BOXES_MIDDLE
    shift = max(0.0, min(left - plan.sender_left, (left + right) / 2 - boxes_middle))
    return [
        Column(column.part, column.cells, column.size, column.middle - shift, column.top, column.spread, column.says) for column in placed
    ]
