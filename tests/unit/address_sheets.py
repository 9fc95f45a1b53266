"""What holds for every laid address, whatever the paper: used by the tests and by the bench that lays the whole set."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from app.domain.cards import Recipient
from app.domain.text import to_full_width
from app.printing.address_side import AddressSide
from app.printing.fonts import clusters
from app.printing.geometry import HAGAKI, SMALLEST_TYPE_PT, Paper, barcode_strip, code_corner, safe_area, stamp_corner
from app.printing.layout import Column, Part, Placed

NAMES = (Part.NAME, Part.JOINT_NAME)
_NUMBERS = (Part.POSTAL_DIGIT, Part.SENDER_DIGIT)
_WORDS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ\u1e00-\u1eff]{2,}")
_VERY_LONG = 25
_HALF_KANA = re.compile(r"[｡-ﾟ]+")


def faults(side: AddressSide, recipient: Recipient, paper: Paper, *, with_barcode: bool = False) -> list[str]:
    """What a customer would not accept; empty for a side that is right."""
    found = ["does not fit"] if side.layout.overflows else []
    placed = side.layout.placed
    for one in placed:
        if not safe_area(paper).contains(one.box):
            found.append(f"outside the safe area: {one.text}")
        if one.box.overlaps(stamp_corner(paper)):
            found.append(f"under the stamp: {one.text}")
        if paper != HAGAKI and one.box.overlaps(code_corner(paper)):
            found.append(f"over the code: {one.text}")
        if with_barcode and one.box.overlaps(barcode_strip(paper)):
            found.append(f"over the barcode: {one.text}")
        if one.size < SMALLEST_TYPE_PT:
            found.append(f"too small: {one.text}")
    found += [f"touching: {one.text} {other.text}" for one, other in itertools.combinations(placed, 2) if one.box.overlaps(other.box)]
    if not side.layout.overflows:
        found += [*_name_faults(side, recipient), *torn(placed, recipient), *_lost(side, recipient)]
    return found


def plain(text: str) -> str:
    """Without blanks, half-width kana widened: what must be the same on the paper and in the record."""
    joined = "".join(clusters(_HALF_KANA.sub(lambda run: to_full_width(run.group()), text)))
    return re.sub(r"[\s,、]", "", joined)


def torn(placed: Sequence[Placed], recipient: Recipient) -> list[str]:
    """Words of Latin letters that stand on no line as a whole; what a hyphen joins are two words."""
    wanted: tuple[tuple[str, tuple[Part, ...]], ...] = (
        (f"{recipient.address} {recipient.building}", (Part.ADDRESS, Part.BUILDING)),
        (f"{recipient.company} {recipient.department} {recipient.role}", (Part.COMPANY, Part.DEPARTMENT, Part.ROLE)),
        (recipient.name, (Part.NAME,)),
    )
    found = []
    for text, parts in wanted:
        lines = [_drawn(one) for one in placed if one.part in parts]
        found += [f"torn: {word}" for word in _WORDS.findall(text) if not any(word in line for line in lines)]
    return found


def _drawn(one: Placed) -> str:
    """What stands there, whatever it says to whom it is read out."""
    glyphs = [glyph for cell in one.cells for glyph in cell.glyphs] if isinstance(one, Column) else one.glyphs
    return "".join(glyph.text for glyph in glyphs)


def _name_faults(side: AddressSide, recipient: Recipient) -> list[str]:
    name = min(one.size for one in side.layout.of(*NAMES))
    others = [one.size for one in side.layout.placed if one.part not in (*NAMES, *_NUMBERS)]
    if len(recipient.name) > _VERY_LONG:
        return ["name smaller than the address"] if name < max(one.size for one in side.layout.of(Part.ADDRESS)) else []
    return ["name not the largest"] if others and name <= max(others) else []


def _lost(side: AddressSide, recipient: Recipient) -> list[str]:
    """Parts of which not every character stands on the side."""
    wanted = (
        (Part.ADDRESS, recipient.address),
        (Part.BUILDING, recipient.building),
        (Part.COMPANY, recipient.company),
        (Part.DEPARTMENT, recipient.department),
        (Part.ROLE, recipient.role),
        (Part.NAME, recipient.name),
    )
    shown = {part: plain("".join(one.text for one in side.layout.of(part))) for part, _ in wanted}
    pieces = [(part, piece) for part, text in wanted for piece in text.split(",")]
    lost = [f"lost: {text}" for part, text in pieces if plain(text) not in shown[part]]
    joint = plain("".join(one.text for one in side.layout.of(Part.JOINT_NAME)))
    return lost + [f"lost: {name}" for name in recipient.joint_names if joint and plain(name) not in joint]
