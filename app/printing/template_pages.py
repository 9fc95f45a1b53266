"""Pieces after a template: letters, and the message side of cards."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cards import Card, Recipient
from app.domain.progress import Progress
from app.domain.templates import TemplateNeeded
from app.printing.fields import own_fields_of
from app.printing.geometry import MM
from app.printing.house import PlacedField, calibration_matrix, placed_box
from app.printing.ink import Ink
from app.printing.pdf import PdfFile
from app.printing.template_compose import Composer, compose
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
        self._composer = Composer(compile_template_page(job.template, own_fields), job)
        self._drawer = SideDrawer(file, self._composer)

    def add(self, recipient: Recipient, piece: int) -> list[PlacedField]:
        paper = self._composer.pages.paper
        moved = calibration_matrix(self._calibration, paper.width * MM, paper.height * MM)
        placed = []
        for side in self._composer.sides(recipient):
            ink = Ink(self._file, paper)
            if moved:
                ink.raw(moved)
            self._drawer.draw_side(side, ink)
            placed += [
                placed_box(
                    box,
                    name,
                    piece=piece,
                    customer=recipient.key,
                    page=self._file.pages,
                    paper=paper,
                    calibration=self._calibration,
                )
                for name, box in side.boxes.items()
            ]
            self._file.add_page(ink.content(), paper.width * MM, paper.height * MM)
        return placed


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
