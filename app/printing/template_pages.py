"""Pieces after a template: letters, and the message side of cards."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cards import Card, Recipient
from app.domain.progress import Progress
from app.domain.templates import ElementKind, TemplateNeeded
from app.printing.fields import own_fields_of
from app.printing.geometry import MM
from app.printing.house import PlacedField, around, calibration_matrix, placed_box
from app.printing.ink import Ink
from app.printing.pdf import PdfFile
from app.printing.template_compose import Composer, Side, compose
from app.printing.template_draw import SideDrawer
from app.printing.template_read import compile_template_page


class TemplatePress:
    """Adds the pages of one piece after the other to a document."""

    def __init__(self, file: PdfFile, job: Card, own_fields: frozenset[str]) -> None:
        """TemplateNeeded, UnknownField, TemplateBroken, TemplateUnfit."""
        if job.template is None:
            raise TemplateNeeded(field="template")
        self._file = file
        self._calibration = job.options.calibration
        self._composer = Composer(compile_template_page(job.template, own_fields, was_printed=job.was_printed), job)
        self._drawer = SideDrawer(file, self._composer)

    def add(self, recipient: Recipient, piece: int) -> list[PlacedField]:
        paper = self._composer.pages.paper
        moved = calibration_matrix(self._calibration, paper.width * MM, paper.height * MM)
        placed: list[PlacedField] = []
        for side in self._composer.sides(recipient):
            ink = Ink(self._file, paper)
            if moved:
                ink.raw(moved)
            self._drawer.draw_side(side, ink)
            if self._file.notes_places:
                placed += self._placed(side, piece, recipient.key)
            self._file.add_page(ink.content(), paper.width * MM, paper.height * MM)
        return placed

    def _placed(self, side: Side, piece: int, customer: str) -> list[PlacedField]:
        """Each element, and of an addressee also number, address and name."""
        boxes = list(side.boxes.items())
        for mark in side.marks:
            if mark.element.kind is ElementKind.ADDRESSEE:
                parts = dict.fromkeys(row.part for row in mark.rows)
                boxes += [(part.value, around(row.box for row in mark.rows if row.part is part)) for part in parts]
        page, paper = self._file.pages, side.paper
        return [
            placed_box(box, name, piece=piece, customer=customer, page=page, paper=paper, calibration=self._calibration)
            for name, box in boxes
        ]


def write_pieces(file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]:
    """The letters of all; where the things of each lie."""
    press = TemplatePress(file, job, own_fields_of(recipients))
    placed: list[PlacedField] = []
    for index, recipient in enumerate(recipients):
        progress.advance(index, len(recipients))
        placed += press.add(recipient, index + 1)
    return placed


def overflows(recipient: Recipient, job: Card) -> bool:
    """Whether something of this person's piece does not fit. TemplateNeeded, UnknownField, TemplateBroken, TemplateUnfit."""
    if job.template is None:
        raise TemplateNeeded(field="template")
    pages = compile_template_page(job.template, frozenset(recipient.fields))
    return any(side.overflows for side in compose(pages, recipient, job))
