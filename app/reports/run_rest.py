"""The pages of what is left of a run, and of a run that is printed again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy.orm import Session

from app.domain.print_runs import RestOfRun
from app.domain.progress import NO_PROGRESS, Progress
from app.printing.house import Made, PlacedField, render
from app.queries.prints_log import document_of, is_cut_run, whole_run


def made_rest(rest: RestOfRun, progress: Progress = NO_PROGRESS, *, notes_places: bool = False) -> Made:
    """The pieces that did not come out, as they lie in the whole document. NothingToPrint, Cancelled."""
    return render(rest.recipients, replace(rest.card, was_printed=True), progress, notes_places=notes_places)


def rest_document(rest: RestOfRun, progress: Progress = NO_PROGRESS) -> bytes:
    """As `made_rest`, the bytes alone."""
    return made_rest(rest, progress).document


def printed_again(session: Session, run_id: int, progress: Progress = NO_PROGRESS, *, positions: Collection[int] = ()) -> bytes:
    """The bytes that were printed; where pieces were given up since, the pages of the others, made anew from what was frozen, so that
    nothing goes out that the log does not know. With `positions` the pages of these pieces alone, as the rest of a run is made.

    RunGone, DocumentGone, Cancelled.
    """
    if positions:
        card, recipients = whole_run(session, run_id, positions)
        job = replace(card, options=replace(card.options, start_at=1), was_printed=True)
        return render(recipients, job, progress, notes_places=False).document
    if not is_cut_run(session, run_id):
        return document_of(session, run_id)
    card, recipients = whole_run(session, run_id)
    return render(recipients, replace(card, was_printed=True), progress, notes_places=False).document


def places_again(session: Session, run_id: int) -> tuple[PlacedField, ...]:
    """Where everything lies in the document that was kept. RunGone, DocumentGone."""
    card, recipients = whole_run(session, run_id)
    return render(recipients, replace(card, was_printed=True), notes_places=True).placed
