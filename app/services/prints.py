"""Recording a run of printed pieces as sent, in the same act as printing it; the bytes are kept for printing the same again."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.codes import CodesTaken, is_referral
from app.domain.print_cost import PrintRates, job_cost
from app.domain.print_jobs import card_to_json, fingerprint_of, recipient_to_json
from app.domain.print_kinds import KindChoices
from app.domain.print_problems import NothingToPrint
from app.domain.print_runs import YEN, FrozenRun, PrintOutcome, card_key, run_title
from app.domain.prints import MAILED_KINDS
from app.domain.run_changes import NOTHING_HAD, PrintPlaceUnusable, RunWaits, SomeHaveIt, StopsChanged
from app.domain.run_follow import key_beside
from app.models.code_rows import is_same_piece, pieces_coded
from app.models.print_stops import had_today, judged_by, runs_followed, stops_for
from app.models.records import PrintDocument, PrintPiece, PrintPieceJoint, PrintRun
from app.models.run_rows import acts_of_runs, facts_of_runs
from app.models.shop import Shop
from app.services.actions import recorded
from app.services.follow_ups_printed import finish_printed, note_planned
from app.services.sheet_notes import note_sheets


def record_print_run(session: Session, run: FrozenRun, *, now: datetime, today: date, again: bool = False) -> PrintOutcome:
    """Note a run on everybody's timeline, as one act; taking it back takes the record of sending back.

    The very same job for the same people on the same day is the same run: nothing is recorded twice, unless it is to be made `again`.
    NothingToPrint; StopsChanged when somebody on a piece may get none any more; RunWaits when the same run did not come out to its end;
    SomeHaveIt when the rest of the same run was given up and others than those left out are asked for; CodesTaken when somebody else
    printed in between and one of the codes is no longer free; RunGone when the run that it follows was taken back.
    """
    if not run.pieces:
        raise NothingToPrint()
    _refuse_stopped(session, run, today)
    fingerprint = fingerprint_of(run, today)
    known = None if again else session.scalar(select(PrintRun).where(PrintRun.fingerprint == fingerprint).order_by(PrintRun.id.desc()))
    if known is not None:
        return _recorded_before(session, known, run)
    _refuse_second_pieces(session, run, today)
    _refuse_taken_codes(session, run)
    with recorded(session, ActionKind.PRINT_CARDS, now=now, count=len(run.pieces)) as act:
        row = _run_row(session, run, fingerprint, now, today)
        note_planned(row, run.follow_ups)
        session.add(row)
        session.flush()
        _add_pieces(session, run, row.id, today)
        finish_printed(session, row, {one for piece in run.pieces for one in (piece.customer_id, *piece.joint)}, now=now, today=today)
        act.values["run"] = row.id
    session.execute(insert(PrintDocument).values(run_id=row.id, content=run.document))
    if run.card.survey is not None:
        # Beside the act: a sheet that is out may come back, though its run was taken back.
        note_sheets(session, run.card.survey, run.pieces, row.id, today)
    _forget_documents(session)
    return PrintOutcome(row.id, act.action_id, len(run.pieces), run.document)


def save_document(path: Path, content: bytes) -> None:
    """Write a PDF whole or not at all. PrintPlaceUnusable."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            # What is recorded as sent must not be an empty file after the power went.
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PrintPlaceUnusable(field="file", name=path.name) from error


def _recorded_before(session: Session, known: PrintRun, run: FrozenRun) -> PrintOutcome:
    unsent = select(func.count()).select_from(PrintPiece).where(PrintPiece.run_id == known.id, PrintPiece.sent_on.is_(None))
    if waiting := session.scalar(unsent):
        raise RunWaits(run=known.id, unsent=waiting)
    kept = session.scalar(select(PrintDocument.content).where(PrintDocument.run_id == known.id))
    return PrintOutcome(
        known.id,
        acts_of_runs(session).get(known.id),
        known.pieces,
        run.document if kept is None else kept,
        is_again=True,
    )


def _run_row(session: Session, run: FrozenRun, fingerprint: str, now: datetime, today: date) -> PrintRun:
    recipe = card_to_json(run.card)
    return PrintRun(
        at=now,
        day=today,
        kind=run.card.kind,
        title=run_title(run.card),
        recipe=recipe | {"occasion": run.occasion, "key": card_key(run.card), "follows": run.follows},
        template_hash=_digest(json.dumps(recipe, ensure_ascii=False, sort_keys=True).encode("utf-8")),
        file_hash=_digest(run.document),
        pieces=len(run.pieces),
        cost=_cost(session, run, today) if run.cost is None else run.cost,
        fingerprint=fingerprint,
        left_out=[{"customer": one.customer_id, "problem": one.problem.value if one.problem else ""} for one in run.left_out],
    )


def _cost(session: Session, run: FrozenRun, today: date) -> int:
    """The prices of the table are in yen: nothing is known of what it costs elsewhere."""
    shop = session.execute(select(Shop.currency, Shop.print_rates, Shop.print_settings)).one()
    if shop.currency != YEN:
        return 0
    envelope = KindChoices.from_json(shop.print_settings.get("kinds")).envelope
    cost = job_cost(run.card, len(run.pieces), today, PrintRates.from_json(shop.print_rates), envelope)
    followed = session.get(PrintRun, run.follows) if run.follows else None
    return (cost.without_postage() if followed is not None and followed.kind in MAILED_KINDS else cost).total


def _add_pieces(session: Session, run: FrozenRun, run_id: int, today: date) -> None:
    rows = [
        PrintPiece(
            run_id=run_id,
            position=position,
            customer_id=piece.customer_id,
            overridden=piece.is_overridden,
            code=piece.code or None,
            recipient=None if piece.recipient is None else recipient_to_json(piece.recipient),
            sent_on=today,
        )
        for position, piece in enumerate(run.pieces, start=1)
    ]
    session.add_all(rows)
    session.flush()
    session.add_all(
        PrintPieceJoint(piece_id=row.id, customer_id=other) for row, piece in zip(rows, run.pieces, strict=True) for other in piece.joint
    )


def _refuse_stopped(session: Session, run: FrozenRun, today: date) -> None:
    """What was noted while the pages were being made; whoever was taken in by hand is printed all the same."""
    addressed = {piece.customer_id for piece in run.pieces if not piece.is_overridden}
    named = (piece.joint for piece in run.pieces if piece.recipient is not None and piece.recipient.joint_names)
    # An envelope goes to whoever the letter in it may go to.
    card = judged_by(session, run.follows) if run.follows else run.card
    stops = stops_for(session, card, addressed.union(*named), today)
    if stops:
        raise StopsChanged(names=", ".join(stop.name for stop in stops.values()))


def _refuse_second_pieces(session: Session, run: FrozenRun, today: date) -> None:
    had = had_today(session, today)
    asked = [
        (key_beside(card_key(run.card), run.follows, piece.code), had.get(piece.customer_id, NOTHING_HAD))
        for piece in run.pieces
        if not piece.is_overridden
    ]
    cut, others = sum(key in one.cut_run for key, one in asked), sum(key in one.any_run for key, one in asked)
    # All of them asked for once more is the same again; where some are new, the others would have two. No letter needs two envelopes.
    if cut or 0 < others < (len(asked) + bool(run.follows)):
        raise SomeHaveIt(count=max(cut, others))


def _refuse_taken_codes(session: Session, run: FrozenRun) -> None:
    followed = facts_of_runs(session, (one.id for one in runs_followed(session, run.follows)))
    keys = {card_key(run.card), *(facts.key for facts in followed.values())}
    held = pieces_coded(session, (piece.code for piece in run.pieces if piece.code and not is_referral(piece.code)))
    for piece in run.pieces:
        holder = held.get(piece.code)
        if holder is not None and not any(is_same_piece(holder, key, piece.customer_id) for key in keys):
            raise CodesTaken()


def _forget_documents(session: Session) -> None:
    """The bytes of runs taken back before: after another act they cannot be brought back any more."""
    session.execute(delete(PrintDocument).where(PrintDocument.run_id.not_in(select(PrintRun.id))))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
