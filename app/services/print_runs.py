"""What became of a run after it was made: stopped by a jam, gone on with, or given up. Each is one recorded act."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import RunGone
from app.domain.run_changes import NoSuchPiece, NothingLeft, RunChanged, Stop
from app.models.print_stops import joint_of, stopped_pieces
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
from app.models.run_rows import known_out
from app.services.actions import recorded
from app.services.follow_ups_printed import finish_printed, open_held, people_on


def stop_at(session: Session, run_id: int, position: int, *, now: datetime) -> int:
    """The pieces from `position` on did not come out; the act's id. RunGone; NoSuchPiece when none of those was recorded as sent.

    What was used at the counter or came back by post since did come out, and stays sent.
    """
    run = _run(session, run_id)
    rest = select(PrintPiece).where(PrintPiece.run_id == run_id, PrintPiece.position >= position, PrintPiece.sent_on.is_not(None))
    out = known_out(session, run_id)
    there = [piece for piece in session.scalars(rest).all() if piece.id not in out]
    if position < 1 or not there:
        raise NoSuchPiece(field="position", position=position, pieces=_last_position(session, run_id))
    return _hold(session, run, there, now)


def hold_back(session: Session, run_id: int, positions: Collection[int], *, now: datetime) -> int | None:
    """The pieces at `positions` were not handed to the printer; the act's id, None when all of those are known to be out. RunGone."""
    run = _run(session, run_id)
    sent = select(PrintPiece).where(PrintPiece.run_id == run_id, PrintPiece.sent_on.is_not(None))
    wanted, out = set(positions), known_out(session, run_id)
    there = [one for one in session.scalars(sent).all() if one.position in wanted and one.id not in out]
    return _hold(session, run, there, now) if there else None


def finish_rest(session: Session, run_id: int, positions: Sequence[int], *, now: datetime, today: date) -> int:
    """The pieces at `positions`, whose pages were made, go off today; what the marks of today stop is left out of the run, which says
    why. The act's id.

    RunGone, NothingLeft, DocumentGone; RunChanged when these are not the pieces that are left and may go.
    """
    run, rest = _run(session, run_id), _rest(session, run_id)
    stopped = stopped_pieces(session, run, rest, today)
    going = [piece for piece in rest if piece.id not in stopped]
    if [piece.position for piece in going] != list(positions):
        raise RunChanged()
    kind = ActionKind.FINISH_RUN if going else ActionKind.GIVE_UP_RUN
    with recorded(session, kind, now=now, count=len(going) or len(rest), run=run_id) as act:
        for piece in going:
            piece.sent_on = today
        finish_printed(session, run, people_on(session, going), now=now, today=today)
        _leave_out(session, run, [piece for piece in rest if piece.id in stopped], stopped)
    return act.action_id


def give_up_rest(session: Session, run_id: int, *, now: datetime) -> int:
    """What is left is not printed any more: the run says that these people got none. The act's id. RunGone, NothingLeft."""
    run, rest = _run(session, run_id), _rest(session, run_id)
    with recorded(session, ActionKind.GIVE_UP_RUN, now=now, count=len(rest), run=run_id) as act:
        _leave_out(session, run, rest, {})
    return act.action_id


def _leave_out(session: Session, run: PrintRun, rest: Sequence[PrintPiece], stopped: Mapping[int, tuple[Stop, ...]]) -> None:
    """These are not printed any more; `stopped`: by piece, who is against it. What surely came out stays as sent."""
    out = known_out(session, run.id)
    dropped = [piece for piece in rest if piece.id not in out]
    for piece in rest:
        if piece.id in out:
            piece.sent_on = run.day
    if not dropped:
        return
    joint = joint_of(session, dropped)
    left_out: list[dict[str, Any]] = []
    for piece in dropped:
        why = {stop.customer_id: stop.problem for stop in stopped.get(piece.id, ())}
        others = [other for other in joint.get(piece.id, ()) if why]
        left_out += [
            {"customer": number, "problem": why.get(number, PrintProblem.GIVEN_UP).value, "position": piece.position}
            for number in (piece.customer_id, *others)
        ]
    ids = [piece.id for piece in dropped]
    for shared in session.scalars(select(PrintPieceJoint).where(PrintPieceJoint.piece_id.in_(ids))).all():
        session.delete(shared)
    session.flush()
    for piece in dropped:
        session.delete(piece)
    run.cost -= run.cost * len(dropped) // run.pieces
    run.pieces -= len(dropped)
    run.left_out = run.left_out + left_out
    # It is no longer the run that was asked for: who asks for the same people again gets those who have none.
    run.fingerprint = ""


def _hold(session: Session, run: PrintRun, pieces: Sequence[PrintPiece], now: datetime) -> int:
    with recorded(session, ActionKind.STOP_RUN, now=now, count=len(pieces), run=run.id) as act:
        for piece in pieces:
            piece.sent_on = None
        open_held(session, run, pieces)
    return act.action_id


def _run(session: Session, run_id: int) -> PrintRun:
    run = session.get(PrintRun, run_id)
    if run is None:
        raise RunGone()
    return run


def _last_position(session: Session, run_id: int) -> int:
    """Not the number of pieces: some before it may have been given up."""
    return session.scalar(select(func.max(PrintPiece.position)).where(PrintPiece.run_id == run_id)) or 0


def _rest(session: Session, run_id: int) -> list[PrintPiece]:
    _run(session, run_id)
    rest = select(PrintPiece).where(PrintPiece.run_id == run_id, PrintPiece.sent_on.is_(None)).order_by(PrintPiece.position)
    found = list(session.scalars(rest).all())
    if not found:
        raise NothingLeft()
    return found
