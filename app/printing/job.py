"""One run of cards as one PDF, written page by page."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from app.domain.cards import Calibration, Card, CardSide, Recipient
from app.domain.print_problems import NothingToPrint
from app.domain.print_runs import run_title
from app.domain.progress import NO_PROGRESS, Progress
from app.printing.address_side import compose_address_side, draw_frames
from app.printing.designs import draw_design
from app.printing.geometry import HAGAKI, MM
from app.printing.house import PlacedField, placed_layout
from app.printing.ink import Ink
from app.printing.layout import Layout
from app.printing.pdf import PdfFile
from app.printing.thank_you import Words, compose_message_side, draw_message_side, read_words

PAGE_WIDTH = HAGAKI.width * MM
PAGE_HEIGHT = HAGAKI.height * MM
_ART = "Art"


def render_cards(recipients: Sequence[Recipient], card: Card, progress: Progress = NO_PROGRESS) -> bytes:
    """The whole run. The same people, card and program give the same bytes.

    Each person has the message side and then the address side, as the options ask. Errors: NothingToPrint, UnknownField,
    TemplateBroken, and Cancelled through `progress`.
    """
    out = io.BytesIO()
    write_cards(recipients, card, out, progress)
    return out.getvalue()


def write_cards(recipients: Sequence[Recipient], card: Card, out: BinaryIO, progress: Progress = NO_PROGRESS) -> int:
    """Write the run into a file as it grows; the number of pages. What was written before a Cancelled is of no use."""
    if not recipients:
        raise NothingToPrint()
    file = PdfFile(out, title=run_title(card) or "Okaeri")
    write_pieces(file, recipients, card, progress)
    file.done(lambda: progress.advance(len(recipients), len(recipients)))
    return file.pages


def write_pieces(file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]:
    """The pages of all; where the things of each lie. UnknownField, TemplateBroken, Cancelled."""
    words = read_words(job, _own_fields(recipients))
    _add_art(file, job)
    placed: list[PlacedField] = []
    for index, recipient in enumerate(recipients):
        progress.advance(index, len(recipients))
        for content, layout in _sides(file, recipient, job, words):
            placed += placed_layout(
                layout,
                piece=index + 1,
                customer=recipient.key,
                page=file.pages,
                paper=HAGAKI,
                calibration=job.options.calibration,
            )
            file.add_page(content, PAGE_WIDTH, PAGE_HEIGHT)
    return placed


def check_text(card: Card) -> None:
    """UnknownField or TemplateBroken when the text cannot be printed for anybody."""
    read_words(card)


def calibration_matrix(calibration: Calibration, width: float = PAGE_WIDTH, height: float = PAGE_HEIGHT) -> str:
    """The operator that moves, sizes (about the middle) and turns a page; empty when nothing is to be done."""
    if calibration == Calibration():
        return ""
    scale = calibration.scale / 100
    turned = -1.0 if calibration.rotated else 1.0
    a = scale * turned
    x = width / 2 - a * width / 2 + calibration.dx * MM
    y = height / 2 - a * height / 2 - calibration.dy * MM
    return f"{a:.5f} 0 0 {a:.5f} {x:.4f} {y:.4f} cm"


def _sides(file: PdfFile, recipient: Recipient, card: Card, words: Words) -> Iterable[tuple[bytes, Layout]]:
    if card.options.side is not CardSide.ADDRESS:
        yield _message(file, recipient, card, words)
    if card.options.side is not CardSide.MESSAGE:
        yield _address(file, recipient, card)


def _message(file: PdfFile, recipient: Recipient, card: Card, words: Words) -> tuple[bytes, Layout]:
    ink = _begin(file, card)
    ink.show(_ART)
    side = compose_message_side(recipient, card, words)
    draw_message_side(side, card, ink)
    return ink.content(), side.layout


def _address(file: PdfFile, recipient: Recipient, card: Card) -> tuple[bytes, Layout]:
    ink = _begin(file, card)
    side = compose_address_side(recipient, card.sender, card.options)
    if card.options.blank_stock:
        ink.show(_frames(file, card, side.sender_top))
    side.layout.draw(ink)
    return ink.content(), side.layout


def _frames(file: PdfFile, card: Card, sender_top: float) -> str:
    """The name of the form with the number boxes, made at its first use."""
    name = f"Frames{round(sender_top * 100)}"
    if not file.has_form(name):
        ink = Ink(file, HAGAKI)
        draw_frames(ink, card.sender.postal_code if card.options.print_sender else "", sender_top)
        file.add_form(name, ink.content(), math.ceil(PAGE_WIDTH), math.ceil(PAGE_HEIGHT))
    return name


def _begin(file: PdfFile, card: Card) -> Ink:
    ink = Ink(file, HAGAKI)
    moved = calibration_matrix(card.options.calibration)
    if moved:
        ink.raw(moved)
    return ink


def _add_art(file: PdfFile, card: Card) -> None:
    if card.options.side is CardSide.ADDRESS:
        return
    ink = Ink(file, HAGAKI)
    draw_design(card.design, ink)
    file.add_form(_ART, ink.content(), math.ceil(PAGE_WIDTH), math.ceil(PAGE_HEIGHT))


def _own_fields(recipients: Sequence[Recipient]) -> frozenset[str]:
    return frozenset(name for recipient in recipients for name in recipient.fields)
