"""What the records of today say against post, asked by queries and services alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cards import Card
from app.domain.customers import CustomerFields
from app.domain.print_jobs import card_from_json
from app.domain.print_problems import PrintError, PrintProblem, problems_from_marks
from app.domain.print_runs import ASKS_FIRST, DocumentGone, RunGone
from app.domain.prints import PrintKind
from app.domain.run_changes import NOTHING_HAD, Had, Stop
from app.domain.run_follow import key_beside
from app.domain.shared_pieces import NEVER_NAMED, tolerated_by
from app.models.customer import Customer, fields_of_record
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
from app.models.run_rows import facts_of_runs, is_cut

_PORTION = 500
_WITHOUT_WORDS = (PrintKind.ENVELOPE, PrintKind.LABELS)


def marks_of_record(customer: Customer, fields: CustomerFields, today: date) -> list[PrintProblem]:
    """Reasons that a record gives against a piece of post, most serious first."""
    marks = problems_from_marks(fields, today)
    if customer.archived_at is not None or customer.left_on is not None:
        marks.append(PrintProblem.LEFT)
    return marks


def stops_for(session: Session, card: Card, customer_ids: Iterable[int], today: date) -> dict[int, Stop]:
    """Those of the customers who may be neither addressed nor named on such a piece today."""
    ids, never = sorted(set(customer_ids)), NEVER_NAMED - tolerated_by(card)
    found: dict[int, Stop] = {}
    for start in range(0, len(ids), _PORTION):
        for customer in session.scalars(select(Customer).where(Customer.id.in_(ids[start : start + _PORTION]))):
            marks = [mark for mark in marks_of_record(customer, fields_of_record(customer, "", ""), today) if mark in never]
            if marks:
                found[customer.id] = Stop(customer.id, customer.name, marks[0])
    return found


def card_of_run(run: PrintRun) -> Card:
    """DocumentGone for a run of old, whose job was not kept."""
    try:
        return card_from_json(run.recipe)
    except (KeyError, TypeError, ValueError, PrintError) as error:
        raise DocumentGone() from error


def runs_followed(session: Session, run_id: int) -> list[PrintRun]:
    """The run, the one whose pieces its own go with, and so on to the first; empty when it is gone."""
    found: list[PrintRun] = []
    run = session.get(PrintRun, run_id)
    while run is not None and run not in found:
        found.append(run)
        run = session.get(PrintRun, int(run.recipe.get("follows") or 0))
    return found


def judged_by(session: Session, run_id: int) -> Card:
    """The first piece it goes with says who may get one: a label or an envelope goes to whoever the letter went to. RunGone,
    DocumentGone."""
    runs = runs_followed(session, run_id)
    if not runs:
        raise RunGone()
    return card_of_run(runs[-1])


def stopped_pieces(session: Session, run: PrintRun, pieces: Sequence[PrintPiece], today: date) -> Mapping[int, tuple[Stop, ...]]:
    """Of the pieces, by id: those that may not go out as they were frozen, with who on each is against it. DocumentGone.

    Whoever was taken in by hand against something stays so, but not against death or the own word: that is asked anew.
    """
    joint = joint_of(session, pieces)
    asked = {piece.customer_id for piece in pieces}.union(*joint.values())
    stops = stops_for(session, judged_by(session, run.id), asked, today)
    found: dict[int, tuple[Stop, ...]] = {}
    for piece in pieces:
        own = stops.get(piece.customer_id)
        if own is not None and piece.overridden and own.problem not in ASKS_FIRST:
            own = None
        is_naming = piece.recipient is not None and bool(piece.recipient.get("joint_names"))
        named = [stops[other] for other in joint.get(piece.id, ()) if other in stops and is_naming]
        if own is not None or named:
            found[piece.id] = (own, *named) if own is not None else tuple(named)
    return found


def had_today(session: Session, today: date) -> dict[int, Had]:
    """By customer: which cards, by their keys, came today or wait in a run of today."""
    query = select(PrintRun.id, PrintRun.kind, PrintRun.left_out).where(PrintRun.day == today)
    runs = {number: (kind in _WITHOUT_WORDS, is_cut(left_out)) for number, kind, left_out in session.execute(query)}
    if not runs:
        return {}
    facts = facts_of_runs(session, runs)
    own = select(PrintPiece.customer_id, PrintPiece.run_id, PrintPiece.code).where(PrintPiece.run_id.in_(runs))
    shared = select(PrintPieceJoint.customer_id, PrintPiece.run_id, PrintPiece.code).join(
        PrintPiece, PrintPiece.id == PrintPieceJoint.piece_id
    )
    found: dict[int, Had] = {}
    for number, run, code in session.execute(own.union(shared.where(PrintPiece.run_id.in_(runs)))):
        key, (is_plain, is_left) = key_beside(facts[run].key, facts[run].follows, code), runs[run]
        had = found.get(number, NOTHING_HAD)
        # An envelope or a label says nothing of what it is for: another one is another piece, but where a run of them was left off.
        any_key = had.any_run if is_plain and not is_left and not facts[run].follows else had.any_run | {key}
        found[number] = Had(had.cut_run | {key} if is_left else had.cut_run, any_key)
    return found


def joint_of(session: Session, pieces: Sequence[PrintPiece]) -> dict[int, list[int]]:
    """By piece: the others who share it."""
    ids = [piece.id for piece in pieces]
    found: dict[int, list[int]] = {}
    for start in range(0, len(ids), _PORTION):
        query = select(PrintPieceJoint).where(PrintPieceJoint.piece_id.in_(ids[start : start + _PORTION])).order_by(PrintPieceJoint.id)
        for one in session.scalars(query):
            found.setdefault(one.piece_id, []).append(one.customer_id)
    return found
