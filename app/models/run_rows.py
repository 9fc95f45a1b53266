"""What queries and services both ask of print runs."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.models.records import Action, PrintPiece, PrintPieceJoint


def acts_of_runs(session: Session) -> dict[int, int]:
    """Of the runs whose record of sending can still be taken back: the act that does it."""
    acts = session.execute(select(Action.id, Action.values).where(Action.kind == ActionKind.PRINT_CARDS, Action.undone_at.is_(None)))
    return {int(values["run"]): number for number, values in acts if "run" in values}


def is_piece_for(customer_id: int) -> ColumnElement[bool]:
    """Whether a piece is addressed to the customer or shared by the customer."""
    shared = select(PrintPieceJoint.piece_id).where(PrintPieceJoint.customer_id == customer_id)
    return (PrintPiece.customer_id == customer_id) | PrintPiece.id.in_(shared)
