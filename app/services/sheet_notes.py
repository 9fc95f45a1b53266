"""Which printed sheet of a survey is whose. Written beside the acts: a sheet that is out may come back, whatever is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from app.domain.print_runs import Piece
from app.domain.survey_jobs import SurveyJob
from app.domain.surveys import wave_of
from app.models.sheet_rows import sheets_coded
from app.models.surveys import SurveySheet


def note_sheets(session: Session, job: SurveyJob, pieces: Iterable[Piece], run_id: int, today: date) -> None:
    """Which sheet of a run is whose. One that was printed before keeps its row: it is the same sheet."""
    asked = list(pieces)
    known = sheets_coded(session, (piece.code for piece in asked))
    rows = [
        sheet_values(job, piece.code, position, today) | {"customer_id": piece.customer_id, "run_id": run_id}
        for position, piece in enumerate(asked, start=1)
        if piece.code not in known
    ]
    if rows:
        session.execute(insert(SurveySheet), rows)
    again = [known[piece.code].id for piece in asked if piece.code in known]
    if again:
        # The run they were printed with may have been taken back.
        session.execute(update(SurveySheet).where(SurveySheet.id.in_(again)).values(run_id=run_id))


def sheet_values(job: SurveyJob, code: str, position: int, today: date) -> dict[str, object]:
    """The row of a sheet that is nobody's yet."""
    return {
        "layout_id": job.layout,
        "survey_id": job.survey_id,
        "code": code,
        "customer_id": None,
        "run_id": None,
        "position": position,
        "wave": wave_of(today),
    }
