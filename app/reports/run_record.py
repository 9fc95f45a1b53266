"""Recording the pages that were made, and what is printed where the very same run was recorded before: what the log says, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.print_jobs import laid_as
from app.domain.print_runs import PrintOutcome
from app.printing.house import PlacedField, render
from app.queries.prints_log import run_codes, whole_run
from app.reports.card_runs import MadeRun
from app.services.prints import record_print_run


@dataclass(frozen=True, slots=True)
class RecordedRun:
    """`document`: what is to be printed; `placed`: where everything lies on it, if that was asked for. `pieces`: whose each is and its
    code, in the order of the pages. `is_laid_anew`: the run was there, but for another printer or another place on the sheet."""

    outcome: PrintOutcome
    document: bytes
    placed: tuple[PlacedField, ...]
    pieces: tuple[tuple[int, str], ...]
    is_laid_anew: bool = False


def record_run(session: Session, made: MadeRun, *, now: datetime, today: date, notes_places: bool = False) -> RecordedRun:
    """As `record_print_run`. A run that was recorded before has the pages that were kept, or, where they lie differently on the paper now,
    its pieces as frozen made anew; both in the order of the log, so that a number means the same piece.

    What `record_print_run` raises; RunGone, DocumentGone.
    """
    outcome = record_print_run(session, made.run, now=now, today=today)
    if not outcome.is_again:
        return RecordedRun(outcome, outcome.document, made.placed, tuple((piece.customer_id, piece.code) for piece in made.run.pieces))
    pieces, (card, recipients) = run_codes(session, outcome.run_id), whole_run(session, outcome.run_id)
    job = laid_as(card, made.run.card.options)
    if job != card:
        again = render(recipients, job, notes_places=notes_places)
        return RecordedRun(outcome, again.document, again.placed, pieces, is_laid_anew=True)
    placed = render(recipients, card, notes_places=True).placed if notes_places else ()
    return RecordedRun(outcome, outcome.document, placed, pieces)
