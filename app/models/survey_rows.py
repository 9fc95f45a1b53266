"""What the tables say of surveys and their versions, for services and queries alike."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.domain.surveys import SurveyGone
from app.models.surveys import Survey, SurveyLayout, SurveyResponse, SurveySheet, SurveyVersion


def survey_row(session: Session, survey_id: int) -> Survey:
    """SurveyGone."""
    row = session.get(Survey, survey_id)
    if row is None:
        raise SurveyGone
    return row


def newest_version(session: Session, survey_id: int) -> SurveyVersion | None:
    query = select(SurveyVersion).where(SurveyVersion.survey_id == survey_id).order_by(SurveyVersion.number.desc()).limit(1)
    return session.scalar(query)


def is_used(session: Session, survey_id: int) -> bool:
    """Whether anything of it was printed or answered."""
    laid = exists().where(SurveyLayout.version_id == SurveyVersion.id, SurveyVersion.survey_id == survey_id)
    printed, answered = exists().where(SurveySheet.survey_id == survey_id), exists().where(SurveyResponse.survey_id == survey_id)
    return bool(session.scalar(select(laid | printed | answered)))
