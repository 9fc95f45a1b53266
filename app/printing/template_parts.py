"""The parts of a template that are more than words in a frame: coupon, addressee, code, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.cards import CardOptions, Recipient, Typeface
from app.domain.offers import Offer
from app.domain.templates import Align, Element, ElementFace
from app.domain.text import collapse_spaces, digits_of
from app.printing.fonts import Family, bold_family, family
from app.printing.geometry import MM, SMALLEST_TYPE_PT, Box
from app.printing.layout import Part, Row, centred_row
from app.printing.postal_bars import LARGEST_POINT, SMALLEST_POINT, USUAL_POINT, bars_box
from app.printing.template_faults import CODE_MODULES, CODE_QUIET_MODULES, code_side
from app.printing.template_pictures import Picture
from app.printing.template_set import Filled, Manner, face_of, fill

CODE_SIGN_SIZE = 7.0
_COUPON_PAD = 2.5
_COUPON_MANNERS = ((1.35, _COUPON_PAD), (1.12, 0.8))
_ADDRESS_LEADING = 1.4
_NAME_OVER_ADDRESS = 1.3
_NAME_ABOVE = 2.0
_POSTAL_LENGTH = 7
_FIRST_EAST_ASIAN = "\u2e80"
_WIDE_AS_NEEDED = 10_000.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the paper. `box`: what it takes up; of a code, its squares alone. `code`: what squares say. `bars` have
    the size `point`. `lines`: heights of lines to write on."""

    element: Element
    box: Box
    rows: tuple[Row, ...] = ()
    lines: tuple[float, ...] = ()
    code: str = ""
    bars: str = ""
    point: float = USUAL_POINT
    picture: Picture | None = None


def code_mark(element: Element, code: str, box: Box) -> Mark | None:
    """The squares at the top of the frame, in its middle, and the code in signs below them."""
    if not code:
        return None
    side = code_side(element.frame)
    squares = Box(box.middle - side / 2, box.top, side, side)
    foot = squares.bottom + side * CODE_QUIET_MODULES / CODE_MODULES + 0.74 * CODE_SIGN_SIZE / MM
    signs = centred_row(Part.CODE, code, bold_family(), CODE_SIGN_SIZE, box.middle, foot)
    return Mark(element, squares, (signs,), code=code)


def bars_mark(element: Element, bars: str, box: Box) -> Mark | None:
    """The post's bars at the upper left of the frame, as large as it holds."""
    if not bars:
        return None
    usual = bars_box(box.left, box.top)
    largest = USUAL_POINT * min(box.width / usual.width, box.height / usual.height)
    # Frames are checked when the template is read: what is left is rounding.
    point = min(max(largest, SMALLEST_POINT), LARGEST_POINT)
    return Mark(element, bars_box(box.left, box.top, point), bars=bars, point=point)


def writing_lines(box: Box, pitch: float) -> tuple[float, ...]:
    """Heights of the lines, the first one pitch below the top."""
    count = int((box.height + 0.001) / pitch)
    return tuple(round(box.top + (index + 1) * pitch, 3) for index in range(count))


def coupon_rows(
    element: Element, caption: str, offer: Offer, box: Box, sizes: Sequence[float], typeface: Typeface
) -> tuple[tuple[Row, ...], bool]:
    """Caption, offer and its small print in the middle of the box, and whether they fit."""
    chosen = bold_family() if element.face is ElementFace.RUN else face_of(element.face, typeface)
    width = box.width - 2 * _COUPON_PAD
    rows: list[Row] = []
    # On a small card the lines move together before they count as too many.
    for leading, pad in _COUPON_MANNERS:
        small = Manner(Part.OFFER_NOTE, family(Typeface.GOTHIC), Align.CENTRE, leading)
        large = Manner(Part.OFFER, chosen, Align.CENTRE, leading)
        for size in sizes:
            texts = ((caption, small, SMALLEST_TYPE_PT), (offer.words, large, size), (offer.note, small, SMALLEST_TYPE_PT))
            rows, height, is_torn = _stacked([one for one in texts if one[0].strip()], box.left + _COUPON_PAD, width)
            if height <= box.height - pad and not is_torn:
                return _lowered(rows, box.top + (box.height - height) / 2), True
    return _lowered(rows, box.top + _COUPON_PAD), False


def addressee_rows(
    element: Element, recipient: Recipient, options: CardOptions, box: Box, sizes: Sequence[float]
) -> tuple[tuple[Row, ...], bool]:
    """Number, address and name, the name larger, and whether they fit. An address in Latin letters stands below the name."""
    face = face_of(element.face, options.typeface)
    number = _number(recipient.postal_code)
    address = [(Part.ADDRESS, recipient.address), (Part.BUILDING, recipient.building)]
    is_eastern = any(sign >= _FIRST_EAST_ASIAN for sign in recipient.address + recipient.name)
    people = recipient.named(with_joint=options.print_joint_names)
    firm = [(Part.COMPANY, recipient.company), (Part.DEPARTMENT, collapse_spaces(f"{recipient.department} {recipient.role}"))]
    names = [(Part.JOINT_NAME if index else Part.NAME, *one) for index, one in enumerate(people) if one[0].strip()]
    rows: list[Row] = []
    for size in sizes:
        larger = round(size * _NAME_OVER_ADDRESS, 1) if is_eastern else size
        named = [(f"{collapse_spaces(one)} {honorific}".strip(), _plain(part, face), larger) for part, one, honorific in names]
        above = [(text, _plain(part, face), size) for part, text in firm]
        where = [(text, _plain(part, face), size) for part, text in address]
        digits = [(number, _plain(Part.POSTAL_DIGIT, face), size)]
        blocks = [[*digits, *where], [*above, *named]] if is_eastern else [[*named, *above, *where, *digits]]
        rows, height, is_torn = [], 0.0, False
        for block in blocks:
            found, used, torn = _stacked([one for one in block if one[0].strip()], box.left, box.width)
            if found and rows:
                height += _NAME_ABOVE
            rows += _lowered(found, height)
            height += used
            is_torn = is_torn or torn
        if height <= box.height + 0.01 and not is_torn:
            return _lowered(rows, box.top), True
    return _lowered([row for row in rows if row.box.bottom <= box.height + 0.01], box.top), False


def _plain(part: Part, face: Family) -> Manner:
    return Manner(part, face, Align.LEFT, _ADDRESS_LEADING)


def _number(postal_code: str) -> str:
    digits = digits_of(postal_code)
    return f"〒{digits[:3]}-{digits[3:]}" if len(digits) == _POSTAL_LENGTH else postal_code


def _stacked(texts: Sequence[tuple[str, Manner, float]], left: float, width: float) -> tuple[list[Row], float, bool]:
    """Texts one below the other from 0 down, their height, and whether a word was parted."""
    rows: list[Row] = []
    top = 0.0
    is_torn = False
    for text, manner, size in texts:
        if rows:
            top += (manner.leading - 1) * size / MM
        filled: Filled = fill(text, manner, size, Box(left, top, width, _WIDE_AS_NEEDED))
        rows += filled.rows
        top = filled.end
        is_torn = is_torn or filled.is_torn
    return rows, top, is_torn


def _lowered(rows: Sequence[Row], by: float) -> tuple[Row, ...]:
    if not by:
        return tuple(rows)
    return tuple([Row(one.part, one.glyphs, one.size, one.left, one.baseline + by, one.gaps, one.ems) for one in rows])
