"""How many pieces of given runs did not come out."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.records import PrintPiece, PrintRun


def waiting_pieces(session: Session, run_ids: Collection[int]) -> dict[int, int]:
    """By run; a run that was taken back is not among them."""
    query = (
        select(PrintRun.id, func.count(PrintPiece.id) - func.count(PrintPiece.sent_on))
        .outerjoin(PrintPiece, PrintPiece.run_id == PrintRun.id)
        .where(PrintRun.id.in_(run_ids))
        .group_by(PrintRun.id)
    )
    return {run_id: waiting for run_id, waiting in session.execute(query)}
