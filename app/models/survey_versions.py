"""The versions of a survey, as queries and services both ask them."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.survey_errors import SurveyGone
from app.domain.surveys import SurveyContent
from app.models.surveys import Survey, SurveyLayout, SurveyResponse, SurveyVersion


def survey_row(session: Session, survey_id: int) -> Survey:
    """SurveyGone."""
    row = session.get(Survey, survey_id)
    if row is None:
        raise SurveyGone()
    return row


def newest_version(session: Session, survey_id: int) -> SurveyVersion | None:
    query = select(SurveyVersion).where(SurveyVersion.survey_id == survey_id).order_by(SurveyVersion.number.desc()).limit(1)
    return session.scalar(query)


def version_row(session: Session, survey_id: int, number: int) -> SurveyVersion:
    """SurveyGone for one that there is not."""
    found = session.scalar(select(SurveyVersion).where(SurveyVersion.survey_id == survey_id, SurveyVersion.number == number))
    if found is None:
        raise SurveyGone()
    return found


def content_of(version: SurveyVersion) -> SurveyContent:
    return SurveyContent.from_json(version.content)


def is_used(session: Session, survey_id: int) -> bool:
    """Whether any version was printed or answered."""
    printed = select(SurveyLayout.id).join(SurveyVersion, SurveyVersion.id == SurveyLayout.version_id)
    is_printed = session.scalar(printed.where(SurveyVersion.survey_id == survey_id).limit(1)) is not None
    return is_printed or session.scalar(select(func.count()).where(SurveyResponse.survey_id == survey_id)) != 0
