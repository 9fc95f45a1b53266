"""Recording a run of cards as sent, in the same act as printing it; the bytes are kept for printing the same again."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.cards import Card
from app.domain.codes import CodesTaken
from app.domain.print_problems import NothingToPrint
from app.domain.print_runs import FrozenRun, PrintOutcome, PrintPlaceUnusable, card_key, run_title
from app.domain.prints import PrintKind
from app.models.code_rows import is_same_piece, pieces_coded
from app.models.records import PrintDocument, PrintPiece, PrintRun
from app.services.actions import recorded


def record_print_run(session: Session, run: FrozenRun, *, now: datetime, today: date) -> PrintOutcome:
    """Note a run on everybody's timeline, as one act; taking it back takes the record of sending back.

    NothingToPrint; CodesTaken when somebody else printed in between and one of the codes is no longer free.
    """
    if not run.pieces:
        raise NothingToPrint()
    recipe = recipe_of(run.card)
    _refuse_taken_codes(session, run)
    with recorded(session, ActionKind.PRINT_CARDS, now=now, count=len(run.pieces)) as act:
        row = PrintRun(
            at=now,
            day=today,
            kind=PrintKind.THANK_YOU,
            title=run_title(run.card),
            recipe=recipe | {"occasion": run.occasion, "key": card_key(run.card)},
            template_hash=_digest(json.dumps(recipe, ensure_ascii=False, sort_keys=True).encode("utf-8")),
            file_hash=_digest(run.document),
            pieces=len(run.pieces),
            cost=run.cost,
        )
        session.add(row)
        session.flush()
        session.add_all(
            PrintPiece(
                run_id=row.id,
                position=position,
                customer_id=piece.customer_id,
                overridden=piece.is_overridden,
                code=piece.code or None,
                sent_on=today,
            )
            for position, piece in enumerate(run.pieces, start=1)
        )
        act.values["run"] = row.id
    session.execute(insert(PrintDocument).values(run_id=row.id, content=run.document))
    _forget_documents(session)
    return PrintOutcome(row.id, act.action_id, len(run.pieces))


def recipe_of(card: Card) -> dict[str, Any]:
    """Everything that is equal for all pieces, as JSON."""
    values = asdict(card)
    return values | {"day": card.day.isoformat() if card.day else None, "offer": card.offer.to_json()}


def save_document(path: Path, content: bytes) -> None:
    """Write a PDF whole or not at all. PrintPlaceUnusable."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PrintPlaceUnusable(field="file", name=path.name) from error


def _refuse_taken_codes(session: Session, run: FrozenRun) -> None:
    key = card_key(run.card)
    held = pieces_coded(session, (piece.code for piece in run.pieces if piece.code))
    for piece in run.pieces:
        holder = held.get(piece.code)
        if holder is not None and not is_same_piece(holder, key, piece.customer_id):
            raise CodesTaken()


def _forget_documents(session: Session) -> None:
    """The bytes of runs taken back before: after another act they cannot be brought back any more."""
    session.execute(delete(PrintDocument).where(PrintDocument.run_id.not_in(select(PrintRun.id))))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
