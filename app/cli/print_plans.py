"""print: the check list of what was asked for, and how its pages are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from app.cli.call import Call
from app.cli.print_choices import chosen_job
from app.cli.print_people import greeting_asked_for, people_asked_for
from app.domain.cards import Card, Direction
from app.domain.offers import OfferKind
from app.domain.piece_order import in_piece_order
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import PlanLine
from app.domain.shared_pieces import without_mark

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.reports.card_runs import MadeRun

Make = Callable[["Session", Sequence[PlanLine], Sequence[PlanLine]], "MadeRun"]


@dataclass(frozen=True, slots=True)
class Plan:
    """`make` prints the first lines and leaves out the others. `moved`: customers whose record has another address than their piece.
    `lacks_offer`: one was asked for, and none was chosen; `lies_across`: vertical was asked for on landscape paper."""

    lines: tuple[PlanLine, ...]
    make: Make
    moved: tuple[str, ...] = ()
    lacks_offer: bool = False
    lies_across: bool = False


def asked_plan(call: Call, session: Session, day: date) -> Plan:
    """For the people of the options, in the order of the options or of the window. What `people_asked_for` and `chosen_job` raise."""
    from app.queries.codes import codes_for
    from app.reports.card_runs import check_list, kept_settings, made_run, people_for

    people = people_for(session, people_asked_for(call, session, day), day)
    if getattr(call.options, "include_mailed_lately", False):
        lately = (PrintProblem.MAILED_LATELY, PrintProblem.TOUCHED_LATELY)
        people = [reduce(without_mark, lately, person) for person in people]
    kept = kept_settings(session, people, day, greeting_asked_for(call, session))
    settings, job = chosen_job(call, session, kept, day)

    def make(session: Session, kept: Sequence[PlanLine], stopped: Sequence[PlanLine]) -> MadeRun:
        codes = codes_for(session, job, (line.candidate.customer_id for line in kept))
        return made_run(kept, settings, job, codes=codes, left_out=stopped, notes_places=bool(call.options.layout))

    lines = check_list(people, settings, job)
    lacks_offer = getattr(call.options, "offer", False) and settings.offer.kind is OfferKind.NONE
    return Plan(in_piece_order(lines, settings.kinds.order), make, lacks_offer=lacks_offer, lies_across=_lies_across(call, job))


def _lies_across(call: Call, job: Card) -> bool:
    from app.printing.geometry import PAPERS

    return getattr(call.options, "direction", None) == Direction.VERTICAL and not PAPERS[job.options.paper].is_portrait


def followed_plan(call: Call, session: Session, run_id: int, day: date) -> Plan:
    """For the pieces of a run, in its order. RunGone, DocumentGone, FollowedWaits and what `chosen_job` raises."""
    from app.reports.card_runs import kept_settings
    from app.reports.run_follow import asked_again, followed_lines, followed_people, followed_run

    people = followed_people(session, run_id, day)
    _settings, job = chosen_job(call, session, kept_settings(session, people.candidates, day), day)

    def make(_session: Session, kept: Sequence[PlanLine], stopped: Sequence[PlanLine]) -> MadeRun:
        return followed_run(people, kept, job, left_out=stopped, notes_places=bool(call.options.layout))

    moved = tuple(piece.candidate.code for piece in people.pieces if piece.is_moved)
    return Plan(asked_again(followed_lines(people, job)), make, moved, lies_across=_lies_across(call, job))
