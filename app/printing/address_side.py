"""The address side of a postcard: number in its boxes, address, name, sender."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.cards import CardOptions, Direction, Recipient, Sender
from app.domain.text import digits_of
from app.printing.address_horizontal import horizontal_rows
from app.printing.address_vertical import vertical_columns
from app.printing.fonts import family
from app.printing.geometry import FRAME_WIDTHS, HAGAKI, Box, postal_boxes, sender_postal_boxes
from app.printing.ink import Colour, Ink, colour
from app.printing.layout import Layout, Part, Placed, digits_in_boxes

VERMILION = colour("#E0452F")
POSTAL_LENGTH = 7
_DIGIT_SIZE = 14.0
_SENDER_DIGIT_SIZE = 9.0
_SENDER_BOXES_LEFT = 5.6
_VERTICAL_SENDER_TOP = 122.5


@dataclass(frozen=True, slots=True)
class AddressSide:
    """`sender_top`: where the number boxes of the sender begin."""

    layout: Layout
    sender_top: float


def compose_address_side(recipient: Recipient, sender: Sender, options: CardOptions) -> AddressSide:
    """The texts of the side. A postal number without seven digits is left out."""
    placed: list[Placed] = list(_numbers(recipient.postal_code, postal_boxes(HAGAKI), Part.POSTAL_DIGIT, options, _DIGIT_SIZE))
    if options.direction is Direction.VERTICAL:
        columns, overflows = vertical_columns(recipient, sender, options)
        placed += columns
        sender_top = _VERTICAL_SENDER_TOP
    else:
        rows, overflows, sender_top = horizontal_rows(recipient, sender, options)
        placed += rows
    if options.print_sender:
        placed += _numbers(sender.postal_code, sender_boxes(sender_top), Part.SENDER_DIGIT, options, _SENDER_DIGIT_SIZE)
    return AddressSide(Layout(tuple(placed), overflows), sender_top)


def sender_boxes(top: float = _VERTICAL_SENDER_TOP) -> tuple[Box, ...]:
    return sender_postal_boxes(_SENDER_BOXES_LEFT, top)


def draw_frames(ink: Ink, sender_number: str, sender_top: float = _VERTICAL_SENDER_TOP, *, chosen: Colour = VERMILION) -> None:
    """The number boxes, for paper that has none printed; the sender's only where there is a number to stand in them."""
    for box, width in zip(postal_boxes(HAGAKI), FRAME_WIDTHS, strict=True):
        outer = Box(box.left - width / 2, box.top - width / 2, box.width + width, box.height + width)
        ink.frame_box(outer, chosen, width)
    if len(digits_of(sender_number)) == POSTAL_LENGTH:
        for box in sender_boxes(sender_top):
            ink.frame_box(box, chosen, 0.2)


def _numbers(code: str, boxes: tuple[Box, ...], part: Part, options: CardOptions, size: float) -> list[Placed]:
    digits = digits_of(code)
    if len(digits) != POSTAL_LENGTH:
        return []
    return list(digits_in_boxes(part, digits, boxes, family(options.typeface), size))
