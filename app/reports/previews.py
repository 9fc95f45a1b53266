"""Pieces of every kind to look at before they are printed: pages of their own paper, or the sheet on which a piece lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.cards import Card, Recipient
from app.domain.label_sheets import label_sheet
from app.domain.print_kinds import CARDS_A_SHEET
from app.domain.print_runs import Candidate
from app.domain.prints import PrintKind
from app.printing.preview import Picture, preview_pages, preview_sheet
from app.reports.card_runs import words_of


@dataclass(frozen=True, slots=True)
class PagesPreview:
    """The pages from the first, and what the piece says in words, for those who do not see them."""

    pages: tuple[Picture, ...]
    words: str


def per_sheet(job: Card) -> int:
    """Pieces on a sheet; 0 where each has its own pages. UnknownLabelSheet."""
    if job.kind is PrintKind.LABELS:
        return label_sheet(job.options.sheet).labels
    return CARDS_A_SHEET if job.kind in (PrintKind.MEMBER_CARDS, PrintKind.REFERRAL_CARDS) else 0


def pages_preview(
    people: Sequence[Candidate], addressed: Callable[[Candidate], Recipient], place: int, job: Card, width_px: int
) -> PagesPreview:
    """The piece of `people[place]`; on sheets the whole sheet with those before and after. Errors as of house.render."""
    recipient = addressed(people[place])
    words = words_of(recipient, job)
    count = per_sheet(job)
    if not count:
        return PagesPreview(preview_pages(recipient, job, width_px), words)
    copies, before = job.options.copies, job.options.start_at - 1
    page = (before + place * copies) // count
    # The first of whom something lies on that sheet, and where his first copy begins: below 0 on the sheet before.
    first = max(0, (page * count - before) // copies)
    start = before + first * copies - page * count
    shown = [addressed(person) for person in people[first : first + count // copies + 2]]
    begun = replace(job, options=replace(job.options, start_at=start % count + 1))
    return PagesPreview((preview_sheet(shown, begun, width_px, 1 if start < 0 else 0),), words)
