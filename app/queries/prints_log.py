"""The runs printed so far: the log, the bytes, and what is left of a run that stopped."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session, defer

from app.domain.addresses import PostalLookup
from app.domain.cards import Card, Recipient
from app.domain.codes import CodeUnreadable, code_in
from app.domain.households import ALONE, NOBODYS
from app.domain.print_jobs import recipient_from_json
from app.domain.print_runs import Candidate, DocumentGone, OpenRun, PrintRunRow, RestOfRun, RunGone
from app.domain.prints import PrintKind
from app.domain.run_changes import NothingLeft, Stop
from app.domain.run_follow import FollowedPiece, FollowedWaits, RunPeople
from app.domain.text import fold
from app.models.print_stops import card_of_run, joint_of, stopped_pieces
from app.models.records import PrintDocument, PrintPiece, PrintRun
from app.models.run_rows import acts_of_runs, facts_of_runs, is_cut
from app.queries.codes import used_counts
from app.queries.prints import candidates
from app.queries.search import search_index

_MOST_PEOPLE = 500


def print_log(session: Session, *, limit: int = 50) -> list[PrintRunRow]:
    """The recorded runs, newest first."""
    return log_rows(session, session.scalars(_runs().limit(limit)).all())


def log_to_work_on(session: Session, *, limit: int = 50) -> list[PrintRunRow]:
    """As `print_log`, but what is not printed to the end stands first, however old it is."""
    waiting = select(PrintPiece.run_id).where(PrintPiece.sent_on.is_(None))
    is_open = PrintRun.id.in_(waiting)
    runs = session.scalars(_runs().where(is_open)).all()
    others = session.scalars(_runs().where(~is_open).limit(limit)).all()
    return log_rows(session, [*runs, *others])


def find_runs(session: Session, text: str, *, limit: int = 200) -> list[PrintRunRow]:
    """The runs, newest first, in whose number, day, heading or occasion every word of the text stands, and those with a piece for
    somebody who is found by it or under that code."""
    words = [fold(word) for word in text.split()]
    if not words:
        return print_log(session, limit=limit)
    index = search_index(session)
    ids = [int(number) for number in index.ids[index.find(text)][:_MOST_PEOPLE]]
    pieces = select(PrintPiece.run_id).where(PrintPiece.customer_id.in_(ids) | (PrintPiece.code == _code_in(text)))
    runs = session.scalars(_runs()).all()
    found, facts = set(session.scalars(pieces)), facts_of_runs(session, (run.id for run in runs))
    said = {run.id: fold(f"{run.id} {run.day.isoformat()} {run.title} {facts[run.id].occasion}") for run in runs}
    return log_rows(session, [run for run in runs if run.id in found or all(word in said[run.id] for word in words)][:limit])


def followable_runs(session: Session, *, limit: int = 20) -> list[PrintRunRow]:
    """The runs whose pieces envelopes or labels can go with, newest first: what is written, all come out, and its people kept."""
    kept = select(PrintPiece.run_id).where(PrintPiece.recipient.is_not(None))
    waiting = select(PrintPiece.run_id).where(PrintPiece.sent_on.is_(None))
    is_there = PrintRun.kind.not_in((PrintKind.ENVELOPE, PrintKind.LABELS)) & PrintRun.id.in_(kept) & PrintRun.id.not_in(waiting)
    return log_rows(session, session.scalars(_runs().where(is_there).limit(limit)).all())


def log_rows(session: Session, runs: Sequence[PrintRun]) -> list[PrintRunRow]:
    """What the log says of each."""
    ids = [run.id for run in runs]
    acts, counts, states, facts = acts_of_runs(session), used_counts(session, ids), _states(session, ids), facts_of_runs(session, ids)
    documents = set(session.scalars(select(PrintDocument.run_id).where(PrintDocument.run_id.in_(ids))))
    return [
        PrintRunRow(
            r.id, r.at, r.day, r.title, facts[r.id].occasion, r.pieces, r.cost, acts.get(r.id), *counts.get(r.id, (0, 0)),
            kind=r.kind, unsent=states[r.id].unsent, returned=states[r.id].returned, left_out=len(r.left_out),
            file_hash=r.file_hash, next_position=states[r.id].next_position, follows=facts[r.id].follows, stock=facts[r.id].stock,
            has_people=states[r.id].has_people, has_document=r.id in documents,
        )
        for r in runs
    ]  # fmt: skip


def document_of(session: Session, run_id: int) -> bytes:
    """The bytes that were printed. DocumentGone."""
    content = session.scalar(select(PrintDocument.content).where(PrintDocument.run_id == run_id))
    if content is None:
        raise DocumentGone()
    return content


def is_cut_run(session: Session, run_id: int) -> bool:
    """Whether pieces of the run were given up after its pages were made. RunGone."""
    left_out = session.scalar(select(PrintRun.left_out).where(PrintRun.id == run_id))
    if left_out is None:
        raise RunGone()
    return is_cut(left_out)


def whole_run(session: Session, run_id: int, positions: Collection[int] = ()) -> tuple[Card, list[Recipient]]:
    """The job and the people of all pieces that the run still has, as frozen; of those at `positions` alone if there are any. RunGone,
    DocumentGone."""
    run = session.get(PrintRun, run_id)
    if run is None:
        raise RunGone()
    pieces = session.scalars(select(PrintPiece).where(PrintPiece.run_id == run_id).order_by(PrintPiece.position))
    return card_of_run(run), [_frozen(piece) for piece in pieces if not positions or piece.position in positions]


def run_codes(session: Session, run_id: int) -> tuple[tuple[int, str], ...]:
    """Whose each piece of the run is, with its code, in the order of the pages."""
    query = select(PrintPiece.customer_id, PrintPiece.code).where(PrintPiece.run_id == run_id).order_by(PrintPiece.position)
    return tuple((number, code or "") for number, code in session.execute(query))


def open_runs(session: Session) -> list[OpenRun]:
    """Runs with pieces that did not come out, the oldest first."""
    query = (
        select(PrintRun, func.count(PrintPiece.id), func.min(PrintPiece.position))
        .join(PrintPiece, PrintPiece.run_id == PrintRun.id)
        .where(PrintPiece.sent_on.is_(None))
        .group_by(PrintRun.id)
        .order_by(PrintRun.id)
        .options(defer(PrintRun.recipe))
    )
    found = session.execute(query).all()
    facts = facts_of_runs(session, (run.id for run, *_ in found))
    return [
        OpenRun(run.id, run.day, run.title, facts[run.id].occasion, run.kind, run.pieces, unsent, first) for run, unsent, first in found
    ]


def rest_of(session: Session, run_id: int, today: date) -> RestOfRun:
    """The job and the people of the pieces that did not come out, as frozen, but for those whom the marks of today stop; labels begin a
    new sheet.

    RunGone; NothingLeft; DocumentGone for a run of old, whose people were not kept.
    """
    run = session.get(PrintRun, run_id)
    if run is None:
        raise RunGone()
    rest = select(PrintPiece).where(PrintPiece.run_id == run_id, PrintPiece.sent_on.is_(None))
    pieces = session.scalars(rest.order_by(PrintPiece.position)).all()
    if not pieces:
        raise NothingLeft()
    card, stopped = card_of_run(run), stopped_pieces(session, run, pieces, today)
    going = [piece for piece in pieces if piece.id not in stopped]
    people = tuple(_frozen(piece) for piece in going)
    stops = dict.fromkeys(stop for piece in pieces for stop in stopped.get(piece.id, ()))
    job = replace(card, options=replace(card.options, start_at=1))
    return RestOfRun(run_id, job, people, tuple(piece.position for piece in going), tuple(stops), len(stopped))


def pieces_of(session: Session, run_id: int, today: date, lookup: PostalLookup | None = None) -> RunPeople:
    """The pieces of a run as they were printed, in its order, each with what stands against it today; for printing what goes around
    them. Without `lookup` no postcode is compared.

    RunGone; DocumentGone for a run of old, whose people were not kept; FollowedWaits when the run is not printed to its end.
    """
    run = session.get(PrintRun, run_id)
    if run is None:
        raise RunGone()
    (row,) = log_rows(session, [run])
    if row.unsent:
        raise FollowedWaits(run=run_id, unsent=row.unsent)
    pieces = session.scalars(select(PrintPiece).where(PrintPiece.run_id == run_id).order_by(PrintPiece.position)).all()
    stopped, joint = stopped_pieces(session, run, pieces, today), joint_of(session, pieces)
    known = {person.customer_id: person for person in candidates(session, (piece.customer_id for piece in pieces), today, lookup)}
    return RunPeople(
        row,
        tuple(_followed(piece, known[piece.customer_id], stopped.get(piece.id, ()), tuple(joint.get(piece.id, ()))) for piece in pieces),
    )


def _code_in(text: str) -> str:
    try:
        return code_in(text)
    except CodeUnreadable:
        return ""


def _runs() -> Select[PrintRun]:
    """Newest first, without what only printing needs."""
    return select(PrintRun).order_by(PrintRun.id.desc()).options(defer(PrintRun.recipe))


def _followed(piece: PrintPiece, person: Candidate, stops: Sequence[Stop], joint: tuple[int, ...]) -> FollowedPiece:
    frozen, now = _frozen(piece), person.recipient
    is_moved = (frozen.postal_code, frozen.address, frozen.building) != (now.postal_code, now.address, now.building)
    candidate = replace(
        person,
        recipient=frozen,
        marks=tuple(dict.fromkeys(stop.problem for stop in stops)),
        # What was found at the new address says nothing of the one that is printed.
        address_problems=() if is_moved else person.address_problems,
        joint=joint,
        sharing=ALONE,
        home=NOBODYS,
        piece=piece.position,
    )
    return FollowedPiece(piece.position, candidate, piece.code or "", piece.overridden, is_moved)


def _frozen(piece: PrintPiece) -> Recipient:
    if piece.recipient is None:
        raise DocumentGone()
    try:
        return recipient_from_json(piece.recipient)
    except (KeyError, TypeError, ValueError) as error:
        raise DocumentGone() from error


@dataclass(frozen=True, slots=True)
class _State:
    """`unsent` did not come out, `next_position` is the first of those (0: none); `returned` came back."""

    unsent: int = 0
    returned: int = 0
    next_position: int = 0
    has_people: bool = False


def _states(session: Session, run_ids: list[int]) -> Mapping[int, _State]:
    is_unsent = PrintPiece.sent_on.is_(None)
    query = (
        select(
            PrintPiece.run_id,
            func.count() - func.count(PrintPiece.sent_on),
            func.count(PrintPiece.returned_on),
            func.min(case((is_unsent, PrintPiece.position))),
            func.count(PrintPiece.recipient) == func.count(),
        )
        .where(PrintPiece.run_id.in_(run_ids))
        .group_by(PrintPiece.run_id)
    )
    found = {
        run: _State(unsent, returned, first or 0, bool(has_people)) for run, unsent, returned, first, has_people in session.execute(query)
    }
    return {number: found.get(number, _State()) for number in run_ids}
