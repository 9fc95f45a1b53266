"""How the address side of each paper is divided: where address, name and sender stand and which sizes are tried, largest first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from app.printing.geometry import HAGAKI, PAPERS, SMALLEST_TYPE_PT, Box, Paper, barcode_strip, code_corner, stamp_corner

_FOOT_CLEAR = 2.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One try: type size of the address, its greatest height (mm) and number of columns."""

    size: float
    height: float
    columns: int


@dataclass(frozen=True, slots=True)
class VerticalPlan:
    """Columns from right to left. The address begins at `right`, `top`.

    The name stands in the middle between `name_top` and `name_bottom`, right of `name_left`, below the stamp right of `low_left`, and
    ends not above `name_foot`. `sender_sizes`: of the shop's name and of the rest.
    """

    right: float
    top: float
    ladder: tuple[Rung, ...]
    name_middle: float
    name_left: float
    low_left: float
    name_top: float
    name_bottom: float
    name_foot: float
    name_sizes: tuple[float, ...]
    parted_largest: float
    sender_left: float
    sender_right: float
    sender_top: float
    sender_bottom: float
    sender_sizes: tuple[tuple[float, float], ...]
    sender_boxes_top: float


@dataclass(frozen=True, slots=True)
class HorizontalPlan:
    """Rows. `address`: rooms for the address, the roomiest last. With `number_above` the postal number stands over the address;
    `sender_on_top` has the sender at the upper left, else at the lower left, ending at `sender_bottom`, the boxes of its number above.
    `block`: where an address in Latin letters stands. `firm_gaps`, `name_gap`: what is left free above the names, below a company and
    without one. `firm_top`: a company may begin there, if the address ends above. Below `smallest_single` a name is parted rather than
    set smaller. `name_lowest`: names left of `low_right` and right of the sender may end there."""

    address: tuple[Box, ...]
    address_sizes: tuple[float, ...]
    name_top: float
    name_bottom: float
    name_sizes: tuple[float, ...]
    wrapped_sizes: tuple[float, ...]
    side: float
    firm_left: float
    middle: float
    sender_left: float
    sender_bottom: float
    sender_width: float
    tallest_sender: float
    sender_sizes: tuple[tuple[float, float], ...]
    block: Box
    firm_gaps: tuple[float, ...] = (4.0,)
    name_gap: float = 5.0
    firm_top: float = math.inf
    smallest_single: float = 0.0
    name_lowest: float = 0.0
    low_right: float = 0.0
    number_above: bool = False
    sender_on_top: bool = False


_POSTCARD_LADDER = (
    Rung(13.0, 84, 2),
    Rung(12.5, 88, 2),
    Rung(12.0, 92, 2),
    Rung(11.5, 94, 2),
    Rung(11.0, 96, 2),
    Rung(11.0, 92, 3),
    Rung(10.5, 96, 3),
    Rung(10.5, 88, 4),
    Rung(10.0, 98, 3),
    Rung(9.5, 100, 4),
    Rung(9.0, 104, 4),
    Rung(SMALLEST_TYPE_PT, 114, 5),
)
_POSTCARD_HEIGHT = 114.0
_NAME_SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.5, 15.0, 13.5, 12.5)
_ROW_NAME_SIZES = (26.0, 24.0, 22.0, 20.0, 18.0, 16.5, 15.0, 13.5, 12.5)
_WRAPPED_SIZES = (18.0, 16.5, 15.0, 13.5, 12.5)
SMALL_NAME_SIZES = (11.5, 10.5, 10.0, 9.5, SMALLEST_TYPE_PT)
"""For names with words too long for the others."""

WHOLE_NAMES_FROM = 14.0
"""So large a name is rather set smaller than parted at its hyphen."""

_ROW_SIZES = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, SMALLEST_TYPE_PT)
_SMALL_SENDER = ((12.0, 9.0), (11.0, 9.0), (10.0, 9.0), (9.0, 9.0))
_MIDDLE_SENDER = ((14.0, 10.5), (13.0, 10.0), (12.0, 9.5), *_SMALL_SENDER)
_LARGE_SENDER = ((19.0, 14.0), (17.0, 13.0), (15.0, 11.5), *_MIDDLE_SENDER)


def _ladder(largest: float, height: float) -> tuple[Rung, ...]:
    """The postcard's rungs for a taller paper, beginning with a larger size."""
    growth = height / _POSTCARD_HEIGHT
    larger: list[Rung] = []
    size = largest
    while size > _POSTCARD_LADDER[0].size:
        larger += [
            Rung(size, round(height * part, 2), columns) for part, columns in ((0.76, 2), (0.68, 3)) if size < largest or columns == 2
        ]
        size -= 1.0
    return (*larger, *(Rung(rung.size, round(rung.height * growth, 2), rung.columns) for rung in _POSTCARD_LADDER))


def _sizes(largest: float, step: float, rest: tuple[float, ...]) -> tuple[float, ...]:
    larger: list[float] = []
    size = largest
    while size > rest[0]:
        larger.append(size)
        size -= step
    return (*larger, *rest)


_POSTCARD = VerticalPlan(
    right=94.0,
    top=26.0,
    ladder=_POSTCARD_LADDER,
    name_middle=HAGAKI.width / 2,
    name_left=stamp_corner(HAGAKI).right + 1.0,
    low_left=26.0,
    name_top=33.0,
    name_bottom=130.0,
    name_foot=0.0,
    name_sizes=_NAME_SIZES,
    parted_largest=22.0,
    sender_left=5.6,
    sender_right=stamp_corner(HAGAKI).right,
    sender_top=stamp_corner(HAGAKI).bottom + 2.0,
    sender_bottom=118.5,
    sender_sizes=_SMALL_SENDER,
    sender_boxes_top=122.5,
)

_VERTICAL: Mapping[str, VerticalPlan] = {
    "はがき": _POSTCARD,
    "長形3号": replace(
        _POSTCARD,
        right=112.0,
        top=27.0,
        low_left=stamp_corner(HAGAKI).right + 1.0,
        ladder=_ladder(17.0, 172.0),
        name_middle=60.0,
        name_top=44.0,
        name_bottom=204.0,
        name_foot=164.0,
        name_sizes=_sizes(36.0, 2.0, _NAME_SIZES),
        parted_largest=26.0,
        sender_left=7.0,
        sender_bottom=200.0,
        sender_sizes=_MIDDLE_SENDER,
        sender_boxes_top=204.0,
    ),
    "長形4号": replace(
        _POSTCARD,
        right=84.0,
        top=27.0,
        ladder=_ladder(15.0, 146.0),
        name_middle=45.0,
        name_left=24.0,
        low_left=24.0,
        name_top=72.0,
        name_bottom=177.0,
        name_foot=150.0,
        sender_left=6.0,
        sender_bottom=172.0,
        sender_boxes_top=176.0,
    ),
    "角形2号": replace(
        _POSTCARD,
        right=222.0,
        top=36.0,
        low_left=stamp_corner(HAGAKI).right + 1.0,
        ladder=_ladder(24.0, 250.0),
        name_middle=120.0,
        name_top=70.0,
        name_bottom=292.0,
        name_foot=232.0,
        name_sizes=_sizes(52.0, 3.0, _NAME_SIZES),
        parted_largest=34.0,
        sender_left=14.0,
        sender_right=64.0,
        sender_bottom=292.0,
        sender_sizes=_LARGE_SENDER,
        sender_boxes_top=297.0,
    ),
}

_POSTCARD_ROWS = HorizontalPlan(
    address=(Box(stamp_corner(HAGAKI).right + 3.0, 28.0, 94.0 - stamp_corner(HAGAKI).right - 3.0, 40.0),),
    address_sizes=_ROW_SIZES,
    name_top=73.0,
    name_bottom=140.0,
    name_sizes=_ROW_NAME_SIZES,
    wrapped_sizes=_WRAPPED_SIZES,
    side=8.0,
    firm_left=16.0,
    middle=HAGAKI.width / 2,
    sender_left=5.6,
    sender_bottom=142.5,
    sender_width=64.0,
    tallest_sender=30.0,
    sender_sizes=((11.0, 9.0),),
    block=Box(14.0, 74.0, 78.0, 40.0),
    smallest_single=15.0,
)


def _landscape(paper: Paper, address: Box, *, largest: float, name: float, on_top: bool = False) -> HorizontalPlan:
    """`address`: the room below the stamp; a narrower one beside the stamp begins higher."""
    stamp = stamp_corner(paper)
    left = min(address.left, 16.0)
    beside = Box(left, 20.0, stamp.left - 2.0 - left, address.bottom - 20.0)
    corner = code_corner(paper)
    return HorizontalPlan(
        address=(address,) if on_top else (address, beside),
        address_sizes=_sizes(largest, 1.0, _ROW_SIZES),
        name_top=address.bottom + 1.0,
        name_bottom=paper.height - 6.0 if on_top else corner.top,
        name_sizes=_sizes(name, 2.0, _ROW_NAME_SIZES),
        wrapped_sizes=_WRAPPED_SIZES,
        side=corner.width + 7.0 if on_top else 10.0,
        firm_left=address.left,
        middle=paper.width / 2,
        sender_left=8.0,
        sender_bottom=paper.height - 7.0,
        sender_width=min(96.0, corner.left - 12.0),
        tallest_sender=26.0,
        sender_sizes=((11.0, 9.0), (9.0, 9.0)),
        block=Box(paper.width * 0.40, 40.0, paper.width * 0.58 - corner.width, paper.height - 46.0),
        firm_gaps=(4.0, 2.0),
        firm_top=address.top,
        name_gap=3.0,
        smallest_single=16.0,
        name_lowest=0.0 if on_top else paper.height - 8.0,
        low_right=corner.left - _FOOT_CLEAR,
        number_above=True,
        sender_on_top=on_top,
    )


_HORIZONTAL: Mapping[str, HorizontalPlan] = {
    "はがき": _POSTCARD_ROWS,
    "長形3号": replace(
        _POSTCARD_ROWS,
        address=(Box(14.0, 77.0, 96.0, 42.0),),
        address_sizes=_sizes(16.0, 1.0, _ROW_SIZES),
        name_top=126.0,
        name_bottom=202.0,
        name_sizes=_sizes(30.0, 2.0, _ROW_NAME_SIZES),
        wrapped_sizes=_sizes(22.0, 2.0, _WRAPPED_SIZES),
        firm_gaps=(7.0, 4.0),
        smallest_single=18.0,
        middle=60.0,
        sender_left=7.0,
        sender_bottom=227.0,
        sender_width=84.0,
        sender_sizes=((12.0, 10.5), (12.0, 9.5), (11.0, 9.0)),
        block=Box(18.0, 90.0, 94.0, 80.0),
    ),
    "長形4号": replace(
        _POSTCARD_ROWS,
        address=(Box(9.0, 76.0, 74.0, 40.0),),
        name_top=120.0,
        name_bottom=176.0,
        side=7.0,
        firm_left=10.0,
        middle=45.0,
        sender_left=6.0,
        sender_bottom=198.0,
        sender_width=58.0,
        sender_sizes=((11.0, 9.0), (9.0, 9.0)),
        block=Box(10.0, 84.0, 74.0, 70.0),
    ),
    "角形2号": replace(
        _POSTCARD_ROWS,
        address=(Box(40.0, 92.0, 176.0, 60.0),),
        address_sizes=_sizes(22.0, 1.0, _ROW_SIZES),
        name_top=166.0,
        name_bottom=285.0,
        name_sizes=_sizes(44.0, 2.0, _ROW_NAME_SIZES),
        wrapped_sizes=_sizes(30.0, 2.0, _WRAPPED_SIZES),
        firm_gaps=(9.0, 4.0),
        smallest_single=26.0,
        side=18.0,
        firm_left=50.0,
        middle=120.0,
        sender_left=14.0,
        sender_bottom=318.0,
        sender_width=150.0,
        tallest_sender=45.0,
        sender_sizes=((17.0, 13.0), (15.0, 12.0), (13.0, 10.5), (11.0, 9.0)),
        block=Box(60.0, 120.0, 160.0, 130.0),
    ),
    "洋形2号": _landscape(PAPERS["洋形2号"], Box(24.0, 37.0, 122.0, 22.0), largest=13.0, name=24.0),
    "洋形4号": _landscape(PAPERS["洋形4号"], Box(40.0, 37.0, 170.0, 19.0), largest=14.0, name=26.0),
    "DL": _landscape(PAPERS["DL"], Box(54.0, 46.0, 140.0, 21.0), largest=14.0, name=26.0, on_top=True),
    "#10": _landscape(PAPERS["#10"], Box(62.0, 44.0, 140.0, 21.0), largest=14.0, name=26.0, on_top=True),
}


def has_address_side(paper: Paper) -> bool:
    """Whether an address can be laid on this paper."""
    return paper.name in _HORIZONTAL


def is_vertical_possible(paper: Paper) -> bool:
    return paper.name in _VERTICAL


@cache
def vertical_plan(paper: Paper, *, with_barcode: bool = False) -> VerticalPlan:
    plan = _VERTICAL[paper.name]
    if not with_barcode:
        return plan
    deepest = barcode_strip(paper).top - _FOOT_CLEAR
    return replace(
        plan,
        ladder=tuple(replace(rung, height=min(rung.height, deepest - plan.top)) for rung in plan.ladder),
        name_bottom=min(plan.name_bottom, deepest),
    )


@cache
def horizontal_plan(paper: Paper, *, with_barcode: bool = False) -> HorizontalPlan:
    plan = _HORIZONTAL[paper.name]
    if not with_barcode:
        return plan
    strip = barcode_strip(paper)
    deepest = strip.top - _FOOT_CLEAR
    is_below_sender = strip.left < plan.sender_left + plan.sender_width and not plan.sender_on_top
    return replace(
        plan,
        sender_bottom=min(plan.sender_bottom, deepest) if is_below_sender else plan.sender_bottom,
        name_bottom=min(plan.name_bottom, deepest),
        name_lowest=min(plan.name_lowest, deepest),
        block=replace(plan.block, height=min(plan.block.bottom, deepest) - plan.block.top),
    )
