"""Imports of the past."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.imports import ImportRow
from app.models.records import ImportBatch
from app.models.surveys import SurveyResponse


def import_rows(session: Session, limit: int = 50) -> list[ImportRow]:
    """Newest first."""
    return [batch.row() for batch in session.scalars(select(ImportBatch).order_by(ImportBatch.id.desc()).limit(limit))]


def imported_before(session: Session, fingerprint: str) -> ImportRow | None:
    """The latest import of the very same file that still stands."""
    query = select(ImportBatch).where(ImportBatch.fingerprint == fingerprint, ImportBatch.undone_at.is_(None))
    batch = session.scalar(query.order_by(ImportBatch.id.desc()).limit(1))
    return None if batch is None else batch.row()


def answer_imports(session: Session, survey_id: int) -> list[ImportRow]:
    """Files whose answers to a survey are in the shop, newest first."""
    brought = select(SurveyResponse.import_id).where(SurveyResponse.survey_id == survey_id, SurveyResponse.import_id.is_not(None))
    query = select(ImportBatch).where(ImportBatch.id.in_(brought)).order_by(ImportBatch.id.desc())
    return [batch.row() for batch in session.scalars(query)]
