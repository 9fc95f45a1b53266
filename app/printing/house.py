"""Every kind of piece by the same door: a run as one PDF, and where each thing of each piece lies in it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from app.domain.cards import Calibration, Card, Recipient
from app.domain.print_problems import NothingToPrint
from app.domain.print_runs import run_title
from app.domain.prints import PrintKind
from app.domain.progress import NO_PROGRESS, Progress
from app.printing.geometry import MM, Box, Paper
from app.printing.layout import Layout
from app.printing.pdf import PdfFile

# kind → module that writes its pages; loaded only when asked for.
_ROOMS: Mapping[PrintKind, str] = {
    PrintKind.THANK_YOU: "job",
    PrintKind.LETTER: "template_pages",
    PrintKind.ENVELOPE: "envelopes",
    PrintKind.LABELS: "labels",
    PrintKind.MEMBER_CARDS: "member_cards",
    PrintKind.REFERRAL_CARDS: "member_cards",
    PrintKind.SURVEY: "survey_pieces",
}


@dataclass(frozen=True, slots=True)
class PlacedField:
    """Where something of one piece lies: PDF points from the lower left corner of the page. `piece` from 1, `page` from 0;
    `customer`: the number of whoever gets it."""

    piece: int
    customer: str
    field: str
    page: int
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Made:
    document: bytes
    pages: int
    placed: tuple[PlacedField, ...]


class Room(Protocol):
    """A module that writes the pages of one kind of piece."""

    def write_pieces(self, file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]: ...

    def overflows(self, recipient: Recipient, job: Card) -> bool:
        """Whether something of this person's piece does not fit."""


def room_of(kind: PrintKind) -> Room:
    return cast(Room, import_module(f"app.printing.{_ROOMS[kind]}"))


def render(recipients: Sequence[Recipient], job: Card, progress: Progress = NO_PROGRESS, *, notes_places: bool = True) -> Made:
    """The whole run. The same people, job and program give the same bytes.

    Errors: NothingToPrint, UnknownField, TemplateBroken, TemplateUnfit, and Cancelled through `progress`.
    """
    out = io.BytesIO()
    pages, placed = write_run(recipients, job, out, progress, notes_places=notes_places)
    return Made(out.getvalue(), pages, placed)


def write_run(
    recipients: Sequence[Recipient], job: Card, out: BinaryIO, progress: Progress = NO_PROGRESS, *, notes_places: bool = False
) -> tuple[int, tuple[PlacedField, ...]]:
    """Write a run into a file as it grows; how many pages, and with `notes_places` where everything lies. What was written before a
    Cancelled is of no use. Errors as of `render`."""
    if not recipients:
        raise NothingToPrint()
    file = PdfFile(out, title=run_title(job) or "Okaeri", notes_places=notes_places)
    placed = room_of(job.kind).write_pieces(file, recipients, job, progress)
    file.done(lambda: progress.advance(len(recipients), len(recipients)))
    return file.pages, tuple(placed) if notes_places else ()


def calibration_matrix(calibration: Calibration, width: float, height: float) -> str:
    """The operator that moves, sizes (about the middle) and turns a page of a size in points; empty when nothing is to be done."""
    if calibration == Calibration():
        return ""
    scale = calibration.scale / 100
    turned = -1.0 if calibration.rotated else 1.0
    a = scale * turned
    # Right and down as it is read, also where the paper goes in upside down: that is how a test sheet is measured.
    x = width / 2 - a * width / 2 + turned * calibration.dx * MM
    y = height / 2 - a * height / 2 - turned * calibration.dy * MM
    return f"{a:.5f} 0 0 {a:.5f} {x:.4f} {y:.4f} cm"


def placed_box(
    box: Box, name: str, *, piece: int, customer: str, page: int, paper: Paper, calibration: Calibration | None = None
) -> PlacedField:
    """A box of a side, in mm from the upper left corner, as it lies on its page after the printer's shift was made up for."""
    moved = calibration or Calibration()
    turned = -1 if moved.rotated else 1
    scale = moved.scale / 100 * turned

    def across(x: float) -> float:
        return paper.width / 2 + (x - paper.width / 2) * scale + turned * moved.dx

    def down(y: float) -> float:
        return paper.height / 2 + (y - paper.height / 2) * scale + turned * moved.dy

    left, right = sorted((across(box.left), across(box.right)))
    top, bottom = sorted((down(box.top), down(box.bottom)))
    corners = (left * MM, (paper.height - bottom) * MM, (right - left) * MM, (bottom - top) * MM)
    return PlacedField(piece, customer, name, page, *(round(number, 2) for number in corners))


def placed_layout(
    layout: Layout, *, piece: int, customer: str, page: int, paper: Paper, calibration: Calibration | None = None
) -> list[PlacedField]:
    """One field for each part of a layout, around all its lines."""
    boxes: dict[str, list[Box]] = {}
    for one in layout.placed:
        boxes.setdefault(one.part.value, []).append(one.box)
    return [
        placed_box(around(own), name, piece=piece, customer=customer, page=page, paper=paper, calibration=calibration)
        for name, own in boxes.items()
    ]


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds them all; there is at least one."""
    held = list(boxes)
    left, top = min(box.left for box in held), min(box.top for box in held)
    return Box(left, top, max(box.right for box in held) - left, max(box.bottom for box in held) - top)
