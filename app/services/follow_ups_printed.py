"""Follow-ups that are cards and letters: done once their piece is printed, open again when it did not come out after all. All of it within
the act that is being recorded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.follow_ups import Outcome
from app.models.counter import FollowUp
from app.models.print_stops import joint_of
from app.models.records import PrintPiece, PrintRun
from app.services.follow_ups_done import close, drop_repeated, open_ones

_KEY = "follow_ups"


def note_planned(run: PrintRun, follow_up_ids: Sequence[int]) -> None:
    """Which follow-ups a run is for; it needs to know when some of it comes out later."""
    if follow_up_ids:
        run.recipe = run.recipe | {_KEY: list(follow_up_ids)}


def finish_printed(session: Session, run: PrintRun, customer_ids: Collection[int], *, now: datetime, today: date) -> int:
    """Those of the run that are for these customers are done; how many were still open."""
    rows = [row for row in open_ones(session, run.recipe.get(_KEY, ())) if row.customer_id in customer_ids]
    for row in rows:
        close(session, row, Outcome.DONE, now=now, today=today)
    return len(rows)


def open_held(session: Session, run: PrintRun, pieces: Sequence[PrintPiece]) -> int:
    """These pieces did not come out: the follow-ups they were for are open again; how many."""
    planned, customers = run.recipe.get(_KEY, ()), people_on(session, pieces)
    if not planned:
        return 0
    rows = session.scalars(select(FollowUp).where(FollowUp.id.in_(planned), FollowUp.outcome == Outcome.DONE)).all()
    held = [row for row in rows if row.customer_id in customers]
    for row in held:
        drop_repeated(session, row)
        row.done_on = row.done_at = row.outcome = None
    return len(held)


def people_on(session: Session, pieces: Sequence[PrintPiece]) -> set[int]:
    """To whom the pieces go, also as one of several."""
    joint = joint_of(session, pieces)
    return {piece.customer_id for piece in pieces}.union(*joint.values())
