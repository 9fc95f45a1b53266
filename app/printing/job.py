"""Runs of cards: message side and address side of each piece, page by page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import BinaryIO, Protocol

from app.domain.cards import Card, CardSide, Recipient
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.templates import UnknownPaper
from app.printing.address_plans import has_address_side
from app.printing.address_side import compose_address, draw_address, draw_barcode
from app.printing.designs import draw_design
from app.printing.fields import own_fields_of
from app.printing.geometry import HAGAKI, MM, PAPERS, Paper
from app.printing.house import PlacedField, calibration_matrix, placed_layout, render, write_run
from app.printing.ink import Ink
from app.printing.layout import Layout
from app.printing.pdf import PdfFile
from app.printing.template_pages import TemplatePress
from app.printing.template_pages import overflows as template_overflows
from app.printing.template_read import compile_template_page
from app.printing.thank_you import compose_message_side, draw_message_side, read_words

PAGE_WIDTH = HAGAKI.width * MM
PAGE_HEIGHT = HAGAKI.height * MM
_ART = "Art"


def render_cards(recipients: Sequence[Recipient], card: Card, progress: Progress = NO_PROGRESS) -> bytes:
    """The whole run. The same people, card and program give the same bytes.

    Each person has the message side and then the address side, as the options ask. Errors: NothingToPrint, UnknownField,
    TemplateBroken, and Cancelled through `progress`.
    """
    return render(recipients, card, progress, notes_places=False).document


def write_cards(recipients: Sequence[Recipient], card: Card, out: BinaryIO, progress: Progress = NO_PROGRESS) -> int:
    """Write the run into a file as it grows; the number of pages. What was written before a Cancelled is of no use."""
    return write_run(recipients, card, out, progress)[0]


def write_pieces(file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]:
    """The pages of all; where the things of each lie. UnknownField, TemplateBroken, TemplateUnfit, Cancelled."""
    presses = _presses(file, job, own_fields_of(recipients))
    placed: list[PlacedField] = []
    for index, recipient in enumerate(recipients):
        progress.advance(index, len(recipients))
        for press in presses:
            placed += press.add(recipient, index + 1)
    return placed


def overflows(recipient: Recipient, job: Card) -> bool:
    """Whether something of this person's card does not fit. UnknownField, TemplateBroken, TemplateUnfit."""
    if job.options.side is not CardSide.MESSAGE:
        address = compose_address(recipient, job.sender, job.options, _paper_of(job))
        if address.layout.overflows:
            return True
    if job.options.side is CardSide.ADDRESS:
        return False
    if job.template is not None:
        return template_overflows(recipient, job)
    return compose_message_side(recipient, job, read_words(job, frozenset(recipient.fields))).layout.overflows


def check_text(card: Card) -> None:
    """UnknownField, TemplateBroken or TemplateUnfit when the text cannot be printed for anybody."""
    if card.template is None:
        read_words(card)
    else:
        compile_template_page(card.template)


class _Press(Protocol):
    """Adds what one person gets of one side."""

    def add(self, recipient: Recipient, piece: int) -> list[PlacedField]: ...


class _DesignPress:
    """The message side of a design of the program."""

    def __init__(self, file: PdfFile, job: Card, own_fields: frozenset[str]) -> None:
        self._file = file
        self._job = job
        self._words = read_words(job, own_fields)
        ink = Ink(file, HAGAKI)
        draw_design(job.design, ink)
        file.add_form(_ART, ink.content(), math.ceil(PAGE_WIDTH), math.ceil(PAGE_HEIGHT))

    def add(self, recipient: Recipient, piece: int) -> list[PlacedField]:
        ink = _begin(self._file, self._job, HAGAKI)
        ink.show(_ART)
        side = compose_message_side(recipient, self._job, self._words)
        draw_message_side(side, self._job, ink)
        return _add_page(self._file, self._job, ink, side.layout, recipient, piece, HAGAKI)


class _AddressPress:
    def __init__(self, file: PdfFile, job: Card) -> None:
        self._file = file
        self._job = job
        self._paper = _paper_of(job)

    def add(self, recipient: Recipient, piece: int) -> list[PlacedField]:
        ink = _begin(self._file, self._job, self._paper)
        side = compose_address(recipient, self._job.sender, self._job.options, self._paper)
        draw_address(side, ink, self._job.sender, self._job.options)
        draw_barcode(side, self._paper, ink)
        return _add_page(self._file, self._job, ink, side.layout, recipient, piece, self._paper)


def _presses(file: PdfFile, job: Card, own_fields: frozenset[str]) -> list[_Press]:
    presses: list[_Press] = []
    if job.options.side is not CardSide.ADDRESS:
        presses.append(_DesignPress(file, job, own_fields) if job.template is None else TemplatePress(file, job, own_fields))
    if job.options.side is not CardSide.MESSAGE:
        presses.append(_AddressPress(file, job))
    return presses


def _add_page(file: PdfFile, job: Card, ink: Ink, layout: Layout, recipient: Recipient, piece: int, paper: Paper) -> list[PlacedField]:
    placed: list[PlacedField] = []
    if file.notes_places:
        calibration = job.options.calibration
        placed = placed_layout(layout, piece=piece, customer=recipient.key, page=file.pages, paper=paper, calibration=calibration)
    file.add_page(ink.content(), paper.width * MM, paper.height * MM)
    return placed


def _begin(file: PdfFile, card: Card, paper: Paper) -> Ink:
    ink = Ink(file, paper)
    moved = calibration_matrix(card.options.calibration, paper.width * MM, paper.height * MM)
    if moved:
        ink.raw(moved)
    return ink


def _paper_of(job: Card) -> Paper:
    """UnknownPaper for one whose back has no address side."""
    if job.template is None:
        return HAGAKI
    paper = PAPERS.get(job.template.paper)
    if paper is None or not has_address_side(paper):
        named = ", ".join(name for name, one in PAPERS.items() if has_address_side(one))
        raise UnknownPaper(field="paper", name=job.template.name, paper=job.template.paper, papers=named)
    return paper
