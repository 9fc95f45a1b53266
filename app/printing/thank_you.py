"""The message side of a thank-you card: headline, greeting, words, room to write by hand, an offer, the sender."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.domain.cards import Card, FieldValue, Recipient, Sender, Typeface
from app.domain.names import split_name
from app.printing.code_squares import MODULES, draw_code
from app.printing.designs import STYLES, Style
from app.printing.fields import FieldText, compile_template
from app.printing.fonts import Family, Glyph, bold_family, family
from app.printing.geometry import MM, SMALLEST_TYPE_PT, Box
from app.printing.ink import BLACK, Ink
from app.printing.layout import ASCENT, Layout, Part, Placed, Row, centred_row
from app.printing.linebreak import break_lines

_BODY_SIZES = (11.0, 10.5, 10.0, 9.5, SMALLEST_TYPE_PT)
_LEADING = 1.72
_SIGNATURE_SIZE = 9.0
_SIGNATURE_LEADING = 1.5
_CODE_MODULE = 0.65
_CODE_SIDE = _CODE_MODULE * MODULES
# What a reader wants white around the squares, and then the same code in signs for whoever types it.
_CODE_QUIET = 4 * _CODE_MODULE
_CODE_SIZE = 7.0
_CODE_CAP = 0.74
_OFFER_HEIGHT = 17.0
_OFFER_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, SMALLEST_TYPE_PT)
_HEADLINE_STEPS = 12
_WRITING_PITCH = 8.6
_CLEAR = 3.0


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a card, read once."""

    headline: FieldText
    salutation: FieldText
    body: FieldText
    offer: FieldText
    offer_note: FieldText
    signature: FieldText


@dataclass(frozen=True, slots=True)
class MessageSide:
    layout: Layout
    offer_box: Box | None
    writing_lines: tuple[float, ...]
    code_box: Box | None
    code: str


def read_words(card: Card, own_fields: frozenset[str] = frozenset()) -> Words:
    """UnknownField or TemplateBroken when a text cannot be printed."""
    text = card.text
    return Words(
        *(
            compile_template(one, own_fields)
            for one in (text.headline, text.salutation, text.body, text.offer, text.offer_note, text.signature)
        )
    )


def merge_values(recipient: Recipient, card: Card) -> dict[str, FieldValue]:
    """What the merge fields of one card stand for."""
    sender: Sender = card.sender
    family_name, given_name = split_name(recipient.name)
    own: dict[str, FieldValue] = {
        "name": recipient.name,
        "family_name": family_name,
        "given_name": given_name,
        "honorific": recipient.honorific,
        "number": recipient.key,
        "company": recipient.company,
        "department": recipient.department,
        "role": recipient.role,
        "shop": sender.shop,
        "sender": sender.name,
        "phone": sender.phone,
        "note": sender.note,
        "today": card.day,
    }
    return own | {name: value for name, value in recipient.fields.items() if value not in (None, "") or name not in own}


def compose_message_side(recipient: Recipient, card: Card, words: Words) -> MessageSide:
    """Where the words of one card stand."""
    style = STYLES[card.design]
    face = family(card.options.typeface)
    values = merge_values(recipient, card)
    code_box = _code_box(style) if recipient.code else None
    placed: list[Placed] = _headline(words.headline.merged(values), style, face)
    too_long = any(one.box.left < 2 or one.box.right > 98 for one in placed)
    signature, low = _signature(words.signature.merged(values), style, face, code_box)
    placed += signature
    if code_box is not None:
        low = min(low, code_box.top)
        placed.append(centred_row(Part.CODE, recipient.code, bold_family(), _CODE_SIZE, code_box.middle, style.bottom))
    offer, offer_box, offer_fits = _offer(words.offer.merged(values), words.offer_note.merged(values), style, low)
    placed += offer
    limit = (offer_box.top if offer_box else low) - _CLEAR
    body, end, fits = _body(words.salutation.merged(values), words.body.merged(values), style, card.options.typeface, limit)
    placed += body
    lines = _writing_lines(end, limit) if card.options.handwriting_lines else ()
    overflows = too_long or not fits or not offer_fits or any(one.box.right > style.right + 0.5 for one in signature)
    return MessageSide(Layout(tuple(placed), overflows), offer_box, lines, code_box, recipient.code)


def draw_message_side(side: MessageSide, card: Card, ink: Ink) -> None:
    """Everything of the side but the art of the design."""
    style = STYLES[card.design]
    for y in side.writing_lines:
        ink.line(style.left, y, style.right, y, style.rule, 0.22, dash="[0.1 2.2] 0")
    if side.offer_box is not None:
        ink.round_box(side.offer_box, 1.8, fill=style.accent_soft, stroke=style.accent, width_mm=0.4)
    for one in side.layout.placed:
        chosen = style.text_colour
        if one.part is Part.HEADLINE:
            chosen = style.headline_colour
        elif one.part is Part.OFFER:
            chosen = style.accent
        elif one.part is Part.CODE:
            chosen = BLACK
        one.draw(ink, chosen)
    if side.code_box is not None:
        draw_code(side.code, side.code_box, ink)


def _headline(text: str, style: Style, face: Family) -> list[Placed]:
    if not text:
        return []
    size = style.headline_size
    room = 100 - 2 * style.left if style.is_headline_centred else style.right - style.left - 20
    for _ in range(_HEADLINE_STEPS):
        if face.width(text) * size / MM <= room:
            break
        size -= 1.0
    if style.is_headline_centred:
        return [centred_row(Part.HEADLINE, text, face, size, 50, style.headline_baseline)]
    return [Row(Part.HEADLINE, tuple(face.glyphs(text)), size, style.left, style.headline_baseline)]


def _signature(text: str, style: Style, face: Family, code_box: Box | None) -> tuple[list[Row], float]:
    """Rows that end at the foot of the side, and where they begin."""
    width = (code_box.left - _CODE_QUIET if code_box else style.right) - style.left
    em = _SIGNATURE_SIZE / MM
    rows: list[tuple[Glyph, ...]] = []
    for paragraph in text.split("\n"):
        glyphs = face.glyphs(paragraph.strip())
        lines = break_lines([glyph.text for glyph in glyphs], [glyph.width for glyph in glyphs], width / em, justify=False)
        rows += [tuple(glyphs[line.start : line.end]) for line in lines]
    top = style.bottom - (1 + (len(rows) - 1) * _SIGNATURE_LEADING) * em if rows else style.bottom
    baselines = (top + (ASCENT + index * _SIGNATURE_LEADING) * em for index in range(len(rows)))
    placed = [Row(Part.SIGNATURE, glyphs, _SIGNATURE_SIZE, style.left, baseline) for glyphs, baseline in zip(rows, baselines, strict=True)]
    return placed, top


def _offer(text: str, note: str, style: Style, low: float) -> tuple[list[Placed], Box | None, bool]:
    if not text:
        return [], None, True
    height = _OFFER_HEIGHT if note else _OFFER_HEIGHT - 4.5
    box = Box(style.left, low - _CLEAR - 1.5 - height, style.right - style.left, height)
    face = bold_family()
    room = box.width - 6
    size = next((one for one in _OFFER_SIZES if face.width(text) * one / MM <= room), SMALLEST_TYPE_PT)
    middle = box.top + (6.2 if note else height / 2)
    placed: list[Placed] = [centred_row(Part.OFFER, text, face, size, box.middle, middle + 0.36 * size / MM)]
    if note:
        placed.append(centred_row(Part.OFFER_NOTE, note, family(Typeface.GOTHIC), SMALLEST_TYPE_PT, box.middle, box.top + height - 4.0))
    return placed, box, all(one.box.left >= box.left and one.box.right <= box.right for one in placed)


def _body(salutation: str, body: str, style: Style, typeface: Typeface, limit: float) -> tuple[list[Placed], float, bool]:
    """The rows, where they end, and whether they end above `limit`."""
    rows: list[Placed] = []
    end = style.text_top
    for size in _BODY_SIZES:
        em = size / MM
        rows = []
        baseline = style.text_top + ASCENT * em
        for part, text, larger in ((Part.SALUTATION, salutation, 1.0), (Part.BODY, body, 0.0)):
            for paragraph in text.split("\n") if text else ():
                lines = _set_paragraph(paragraph, typeface, round((style.right - style.left) / em, 4))
                for glyphs, gaps in lines:
                    rows.append(Row(part, glyphs, size + larger, style.left, baseline, gaps))
                    baseline += _LEADING * em
                if not lines:
                    baseline += _LEADING * em * 0.6
            if part is Part.SALUTATION and rows:
                baseline += 0.35 * em
        end = rows[-1].box.bottom if rows else style.text_top
        if end <= limit:
            return rows, end, all(one.box.right <= style.right + em for one in rows)
    return [one for one in rows if one.box.bottom <= limit], limit, False


@lru_cache(maxsize=2048)
def _set_paragraph(text: str, typeface: Typeface, width: float) -> tuple[tuple[tuple[Glyph, ...], tuple[float, ...]], ...]:
    glyphs = family(typeface).glyphs(text)
    signs = [glyph.text for glyph in glyphs]
    lines = []
    for line in break_lines(signs, [glyph.width for glyph in glyphs], width):
        gaps = [0.0] * (line.end - line.start)
        for index in line.gaps:
            gaps[index - line.start] = line.stretch
        lines.append((tuple(glyphs[line.start : line.end]), tuple(gaps) if line.gaps else ()))
    return tuple(lines)


def _writing_lines(end: float, limit: float) -> tuple[float, ...]:
    """Faint lines to write on, between the printed words and what stands below them."""
    first = end + _WRITING_PITCH + 1.0
    count = int((limit - first) / _WRITING_PITCH) + 1 if limit > first else 0
    return tuple(round(first + index * _WRITING_PITCH, 3) for index in range(count))


def _code_box(style: Style) -> Box:
    """Of the squares; the code in signs stands below them, on the line on which the signature ends."""
    top = style.bottom - _CODE_CAP * _CODE_SIZE / MM - _CODE_QUIET - _CODE_SIDE
    return Box(style.right - _CODE_SIDE, top, _CODE_SIDE, _CODE_SIDE)
