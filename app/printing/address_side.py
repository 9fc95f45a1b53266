"""The address side of a postcard or an envelope: number in its boxes, address, name, sender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.cards import CardOptions, Direction, Recipient, Sender, Typeface
from app.domain.text import digits_of
from app.printing.address_horizontal import horizontal_rows, sender_rows
from app.printing.address_latin import is_abroad, is_latin_address, latin_rows
from app.printing.address_plans import horizontal_plan, is_vertical_possible, vertical_plan
from app.printing.address_vertical import vertical_columns
from app.printing.fonts import family
from app.printing.geometry import FRAME_WIDTHS, HAGAKI, MM, Box, Paper, barcode_strip, postal_boxes, sender_postal_boxes, stamp_corner
from app.printing.ink import Colour, Ink, colour
from app.printing.layout import Layout, Part, Placed, Row, digits_in_boxes
from app.printing.postal_bars import CLEAR, EDGE, SMALLEST_POINT, USUAL_POINT, bars_box, draw_bars

VERMILION = colour("#E0452F")
POSTAL_LENGTH = 7
_HYPHEN_AFTER = 3
_DIGIT_SIZE = 14.0
_SENDER_DIGIT_SIZE = 9.0
_EVEN_PITCH = 4.4
_NUMBER_OVER_ADDRESS = 3.2
_SENDER_BOXES_LEFT = 5.6
_VERTICAL_SENDER_TOP = 122.5
_BLOCK_CLEAR = 4.0
_STAMP_CLEAR = 2.0


@dataclass(frozen=True, slots=True)
class AddressSide:
    """`sender_top`: where the number boxes of the sender begin. `boxes`, `sender_boxes`: the number boxes that stand on the paper or are
    drawn on blank stock; none on landscape paper and for abroad. `bars`: the post's customer barcode."""

    layout: Layout
    sender_top: float
    boxes: tuple[Box, ...] = ()
    sender_boxes: tuple[Box, ...] = ()
    bars: str = ""


@dataclass(frozen=True, slots=True)
class _Laid:
    """Address, name and sender; `left`, `top` of the address, `sender_left`, `sender_top` of the sender's number boxes."""

    placed: Sequence[Placed]
    overflows: bool
    left: float
    top: float
    sender_left: float
    sender_top: float


def compose_address(recipient: Recipient, sender: Sender, options: CardOptions, paper: Paper) -> AddressSide:
    """The texts of the side; a postal number without seven digits is left out.

    Landscape paper and addresses in Latin letters are laid horizontally, whatever the options say. KeyError for a paper without an
    address side.
    """
    if is_latin_address(recipient):
        laid = _latin(recipient, sender, options, paper)
    elif options.direction is Direction.VERTICAL and is_vertical_possible(paper):
        laid = _vertical(recipient, sender, options, paper)
    else:
        laid = _horizontal(recipient, sender, options, paper)
    number = "" if is_abroad(recipient) else digits_of(recipient.postal_code)
    bars = recipient.bars if number and options.postal_barcode else ""
    if not paper.is_portrait:
        clear = stamp_corner(paper).left - (POSTAL_LENGTH + 1) * _EVEN_PITCH - _STAMP_CLEAR
        row = _even_number(number, options, min(laid.left, clear), laid.top - _NUMBER_OVER_ADDRESS)
        return AddressSide(Layout((*row, *laid.placed), laid.overflows), laid.sender_top, bars=bars)
    boxes = () if is_abroad(recipient) else postal_boxes(paper)
    own_boxes = sender_postal_boxes(laid.sender_left, laid.sender_top)
    placed = [*_numbers(number, boxes, Part.POSTAL_DIGIT, options, _DIGIT_SIZE), *laid.placed]
    if options.print_sender:
        placed += _numbers(sender.postal_code, own_boxes, Part.SENDER_DIGIT, options, _SENDER_DIGIT_SIZE)
    return AddressSide(Layout(tuple(placed), laid.overflows), laid.sender_top, boxes, own_boxes, bars)


def compose_address_side(recipient: Recipient, sender: Sender, options: CardOptions) -> AddressSide:
    """The address side of a postcard."""
    return compose_address(recipient, sender, options, HAGAKI)


def draw_address(side: AddressSide, ink: Ink, sender: Sender, options: CardOptions) -> None:
    """The texts, and on blank stock the number boxes; the sender's only where there is a number to stand in them."""
    if options.blank_stock:
        _draw_boxes(ink, side.boxes, side.sender_boxes if options.print_sender else (), sender.postal_code, VERMILION)
    side.layout.draw(ink)


def draw_barcode(side: AddressSide, paper: Paper, ink: Ink) -> Box | None:
    """The post's customer barcode in the strip kept for it; where it stands."""
    if not side.bars:
        return None
    strip = barcode_strip(paper)
    left, top = strip.left + CLEAR, strip.top + CLEAR
    usual = bars_box(left, top)
    point = USUAL_POINT if usual.right <= paper.width - EDGE else SMALLEST_POINT
    return draw_bars(ink, side.bars, left, top, point)


def draw_frames(ink: Ink, sender_number: str, sender_top: float = _VERTICAL_SENDER_TOP, *, chosen: Colour = VERMILION) -> None:
    """The number boxes of a postcard, for paper that has none printed."""
    _draw_boxes(ink, postal_boxes(HAGAKI), sender_postal_boxes(_SENDER_BOXES_LEFT, sender_top), sender_number, chosen)


def _draw_boxes(ink: Ink, boxes: Sequence[Box], own: Sequence[Box], sender_number: str, chosen: Colour) -> None:
    for box, width in zip(boxes, FRAME_WIDTHS, strict=False):
        outer = Box(box.left - width / 2, box.top - width / 2, box.width + width, box.height + width)
        ink.frame_box(outer, chosen, width)
    if len(digits_of(sender_number)) == POSTAL_LENGTH:
        for box in own:
            ink.frame_box(box, chosen, 0.2)


def _vertical(recipient: Recipient, sender: Sender, options: CardOptions, paper: Paper) -> _Laid:
    plan = vertical_plan(paper, with_barcode=options.postal_barcode)
    columns, overflows = vertical_columns(recipient, sender, options, plan)
    return _Laid(columns, overflows, plan.right, plan.top, plan.sender_left, plan.sender_boxes_top)


def _horizontal(recipient: Recipient, sender: Sender, options: CardOptions, paper: Paper) -> _Laid:
    plan = horizontal_plan(paper, with_barcode=options.postal_barcode)
    side = horizontal_rows(recipient, sender, options, plan)
    return _Laid(side.rows, side.overflows, side.address.left, side.address.top, plan.sender_left, side.sender_top)


def _latin(recipient: Recipient, sender: Sender, options: CardOptions, paper: Paper) -> _Laid:
    plan = horizontal_plan(paper, with_barcode=options.postal_barcode and not is_abroad(recipient))
    own, sender_top, is_too_tall = sender_rows(sender if options.print_sender else Sender(), family(options.typeface), plan)
    room = plan.block
    if not plan.sender_on_top:
        room = Box(room.left, room.top, room.width, min(room.bottom, sender_top - _BLOCK_CLEAR) - room.top)
    rows, overflows = latin_rows(recipient, options, room)
    return _Laid([*rows, *own], overflows or is_too_tall, room.left, room.top, plan.sender_left, sender_top)


def _numbers(code: str, boxes: tuple[Box, ...], part: Part, options: CardOptions, size: float) -> Sequence[Placed]:
    digits = digits_of(code)
    return _digits(digits, boxes, part, options.typeface, size) if len(digits) == POSTAL_LENGTH else ()


@lru_cache(maxsize=1024)
def _digits(digits: str, boxes: tuple[Box, ...], part: Part, typeface: Typeface, size: float) -> tuple[Placed, ...]:
    return tuple(digits_in_boxes(part, digits, boxes, family(typeface), size))


def _even_number(digits: str, options: CardOptions, left: float, bottom: float) -> list[Placed]:
    """For landscape paper: digits and hyphen at an even pitch, without boxes or sign."""
    if len(digits) != POSTAL_LENGTH:
        return []
    face = family(options.typeface)
    em = _DIGIT_SIZE / MM
    glyphs = tuple(face.glyphs(f"{digits[:_HYPHEN_AFTER]}-{digits[_HYPHEN_AFTER:]}"))
    return [
        Row(Part.POSTAL_DIGIT, (glyph,), _DIGIT_SIZE, left + index * _EVEN_PITCH + (_EVEN_PITCH - glyph.width * em) / 2, bottom)
        for index, glyph in enumerate(glyphs)
    ]
