"""What queries and services both ask of print runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.offers import NO_OFFER, Offer
from app.domain.print_problems import PrintProblem
from app.models.counter import CodeUse
from app.models.records import Action, PrintPiece, PrintPieceJoint, PrintRun

_PORTION = 500
_STOCKS = ("$.options.sheet", "$.template.paper", "$.options.paper")
"""Where a job says what it is printed on, the first that says something."""


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What is asked of many runs at once. `key` says which card a run is, `follows` whose pieces its own go with; 0: none. `stock`: the
    name of the paper or the measures of the label sheet; empty for small cards and runs of old."""

    occasion: str = ""
    key: str = ""
    offer: Offer = NO_OFFER
    follows: int = 0
    stock: str = ""


def facts_of_runs(session: Session, run_ids: Iterable[int]) -> dict[int, RunFacts]:
    """Without the template of the recipe: its pictures may weigh megabytes."""
    ids = sorted(set(run_ids))
    asked = func.json_extract(PrintRun.recipe, "$.occasion", "$.key", "$.offer", "$.follows", *_STOCKS)
    found: dict[int, RunFacts] = {}
    for start in range(0, len(ids), _PORTION):
        for number, stored in session.execute(select(PrintRun.id, asked).where(PrintRun.id.in_(ids[start : start + _PORTION]))):
            occasion, key, offer, follows, *stocks = json.loads(stored)
            stock = next((str(one) for one in stocks if one), "")
            found[number] = RunFacts(str(occasion or ""), str(key or ""), Offer.from_json(offer), int(follows or 0), stock)
    return found


def is_cut(left_out: Iterable[Mapping[str, Any]]) -> bool:
    """Whether pieces were taken out of a run after its pages were made; `left_out` as the run keeps it, which says at what position."""
    return any("position" in one or one.get("problem") == PrintProblem.GIVEN_UP for one in left_out)


def known_out(session: Session, run_id: int) -> frozenset[int]:
    """The ids of the pieces of a run that surely came out, whatever is noted of the sending: used at the counter, or come back by post."""
    is_used = PrintPiece.id.in_(select(CodeUse.piece_id))
    pieces = select(PrintPiece.id).where(PrintPiece.run_id == run_id, is_used | PrintPiece.returned_on.is_not(None))
    return frozenset(session.scalars(pieces))


def acts_of_runs(session: Session) -> dict[int, int]:
    """Of the runs whose record of sending can still be taken back: the act that does it."""
    acts = session.execute(select(Action.id, Action.values).where(Action.kind == ActionKind.PRINT_CARDS, Action.undone_at.is_(None)))
    return {int(values["run"]): number for number, values in acts if "run" in values}


def is_piece_for(customer_id: int) -> ColumnElement[bool]:
    """Whether a piece is addressed to the customer or shared by the customer."""
    shared = select(PrintPieceJoint.piece_id).where(PrintPieceJoint.customer_id == customer_id)
    return (PrintPiece.customer_id == customer_id) | PrintPiece.id.in_(shared)
