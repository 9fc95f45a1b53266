"""Pictures of pieces for the screen: the printed pages themselves, made into pixels."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2

from app.domain.cards import Calibration, Card, CardSide, Recipient
from app.printing.address_side import draw_frames
from app.printing.geometry import HAGAKI, Box
from app.printing.house import render
from app.printing.ink import Ink, colour
from app.printing.job import PAGE_HEIGHT, PAGE_WIDTH, render_cards
from app.printing.page_images import READING
from app.printing.pdf import PdfFile

STAMP_GUIDE = Box(5.0, 5.0, 18.0, 22.0)
_GUIDE = colour("#C9CCC8")


@dataclass(frozen=True, slots=True)
class Picture:
    """`rgba`: rows from the top, four bytes a pixel, opaque."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True, slots=True)
class Faces:
    """The two sides of one card; None for a side that is not printed."""

    address: Picture | None
    message: Picture | None


def preview_faces(recipient: Recipient, card: Card, width_px: int) -> Faces:
    """Both sides of one card at `width_px`, as they will lie on the paper before the printer's own shift is made up for.

    The address side shows in grey where the stamp goes and, on paper that brings them, the number boxes.
    Errors as of render_cards.
    """
    seen = replace(card, options=replace(card.options, calibration=Calibration()))
    pages = pictures(render_cards([recipient], seen), width_px)
    address = message = None
    if card.options.side is not CardSide.ADDRESS:
        message = pages[0]
    if card.options.side is not CardSide.MESSAGE:
        guide = pictures(_guide_page(blank_stock=card.options.blank_stock), width_px)[0]
        address = _darker(pages[-1], guide)
    return Faces(address, message)


def preview_pages(recipient: Recipient, job: Card, width_px: int) -> tuple[Picture, ...]:
    """Every page of one piece of any kind, as it will lie on the paper before the printer's own shift is made up for. Errors as of
    house.render."""
    seen = replace(job, options=replace(job.options, calibration=Calibration()))
    return tuple(pictures(render([recipient], seen, notes_places=False).document, width_px))


def preview_sheet(recipients: Sequence[Recipient], job: Card, width_px: int, page: int) -> Picture:
    """One page of a run, from 0. Errors as of house.render."""
    seen = replace(job, options=replace(job.options, calibration=Calibration()))
    made = render(recipients, seen).document
    with READING:
        document = pypdfium2.PdfDocument(made)
        try:
            return _picture(document[page], width_px)
        finally:
            document.close()


def pictures(pdf: bytes, width_px: int) -> list[Picture]:
    with READING:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [_picture(document[number], width_px) for number in range(len(document))]
        finally:
            document.close()


def _picture(page: pypdfium2.PdfPage, width_px: int) -> Picture:
    # The renderer rounds up, so it must not be asked for a hair more.
    scale = (width_px - 0.01) / page.get_width()
    drawn = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, fill_color=(255, 255, 255, 255))
    width, height, stride = drawn.width, drawn.height, drawn.stride
    raw = bytes(drawn.buffer)
    if stride != width * 4:
        raw = b"".join(raw[line * stride : line * stride + width * 4] for line in range(height))
    # The fourth byte of the renderer's pixels carries nothing; here it says opaque.
    pixels = bytearray(raw)
    pixels[3::4] = b"\xff" * (width * height)
    return Picture(width, height, bytes(pixels))


def _guide_page(*, blank_stock: bool) -> bytes:
    out = io.BytesIO()
    file = PdfFile(out, title="")
    ink = Ink(file, HAGAKI)
    ink.frame_box(STAMP_GUIDE, _GUIDE, 0.25)
    if not blank_stock:
        draw_frames(ink, "", chosen=_GUIDE)
    file.add_page(ink.content(), PAGE_WIDTH, PAGE_HEIGHT)
    file.done()
    return out.getvalue()


def _darker(one: Picture, other: Picture) -> Picture:
    least = np.minimum(np.frombuffer(one.rgba, np.uint8), np.frombuffer(other.rgba, np.uint8))
    return Picture(one.width, one.height, least.tobytes())
