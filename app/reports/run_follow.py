"""From a run that was printed to the envelopes, labels or address sides of its pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.cards import Card
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import Candidate, FrozenRun, Piece, PlanLine, card_key, left_out_of, plan_line
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.run_follow import RunPeople, key_beside
from app.printing.checks import check_recipient
from app.printing.house import render
from app.queries.prints_log import pieces_of
from app.reports.card_runs import MadeRun, postal_table


def followed_people(session: Session, run_id: int, today: date) -> RunPeople:
    """The pieces of a run with what the records and the postal table say. RunGone, DocumentGone, FollowedWaits."""
    return pieces_of(session, run_id, today, postal_table())


def followed_lines(people: RunPeople, card: Card, progress: Progress = NO_PROGRESS) -> tuple[PlanLine, ...]:
    """One line for each piece, in the run's order, with what stands against it; that it was had today as well. Cancelled."""
    lines = []
    for done, piece in enumerate(people.pieces):
        progress.advance(done, len(people.pieces))
        lines.append(_line(piece.candidate, card, key_beside(card_key(card), people.run.id, piece.code)))
    progress.advance(len(people.pieces), len(people.pieces))
    return tuple(lines)


def asked_again(lines: Sequence[PlanLine]) -> tuple[PlanLine, ...]:
    """Where no piece is left that was not had today, all of them are asked for once more: so the very same run is known again. Else the
    lines as they are."""
    if not all(line.is_stopped for line in lines):
        return tuple(lines)
    has_it = PrintProblem.HAS_IT
    return tuple(replace(line, problems=tuple(problem for problem in line.problems if problem is not has_it)) for line in lines)


def followed_run(
    people: RunPeople,
    lines: Sequence[PlanLine],
    card: Card,
    *,
    occasion: str = "",
    left_out: Sequence[PlanLine] = (),
    notes_places: bool = False,
    progress: Progress = NO_PROGRESS,
) -> MadeRun:
    """The pages for these of `followed_lines`, in the order of the run that is followed and under its codes; `left_out` get none.

    NothingToPrint, Cancelled.
    """
    wanted = {line.candidate.piece: line for line in lines}
    pieces = [(piece, wanted[piece.position]) for piece in people.pieces if piece.position in wanted]
    recipients = [line.candidate.recipient for _, line in pieces]
    made = render(recipients, card, progress, notes_places=notes_places)
    frozen = tuple(
        Piece(line.candidate.customer_id, piece.is_overridden or line.is_stopped, piece.code, recipient, line.candidate.joint)
        for (piece, line), recipient in zip(pieces, recipients, strict=True)
    )
    run = FrozenRun(
        card, frozen, made.document, occasion=occasion or people.run.occasion, left_out=left_out_of(left_out), follows=people.run.id
    )
    return MadeRun(run, made.pages, made.placed)


def _line(person: Candidate, card: Card, key: str) -> PlanLine:
    found = _found(person, card)
    if found and person.recipient.joint_names:
        # Names that find no room beside the addressee are no reason to leave a letter without its envelope.
        alone = replace(person, recipient=replace(person.recipient, joint_names=(), joint_honorifics=()))
        without_names = _found(alone, card)
        if without_names != found:
            person, found = alone, without_names
    if key in person.had.any_run:
        found = [PrintProblem.HAS_IT, *found]
    return plan_line(person, found, card)


def _found(person: Candidate, card: Card) -> list[PrintProblem]:
    return check_recipient(person.recipient, card)
