"""What the tables say of answered sheets, for services and queries alike."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from app.domain.survey_answers import KeptAnswer, answers_kept
from app.domain.surveys import Answer, ResponseState, SurveyContent
from app.models.surveys import SurveyAnswer, SurveyResponse, SurveyVersion

_AT_ONCE = 500


def is_counted() -> ColumnElement[bool]:
    """Whether a response is one of the answers: settled, and not just the note of a talk in which no question was answered."""
    has_answers = exists().where(SurveyAnswer.response_id == SurveyResponse.id)
    return and_(SurveyResponse.state == ResponseState.SETTLED, or_(SurveyResponse.note == "", has_answers))


def read_answers(session: Session, response_ids: Iterable[int]) -> dict[int, tuple[Answer, ...]]:
    """The answers of each sheet in the order of their writing; every id asked for is a key."""
    wanted = list(dict.fromkeys(response_ids))
    rows: dict[int, list[KeptAnswer]] = {number: [] for number in wanted}
    one = SurveyAnswer
    columns = (one.response_id, one.question, one.choice, one.number, one.words, one.day)
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        for number, question, choice, score, words, day in session.execute(
            select(*columns).where(one.response_id.in_(part)).order_by(one.id)
        ):
            rows[number].append(KeptAnswer(question, choice, score, words, day))
    return {number: answers_kept(own) for number, own in rows.items()}


def read_contents(session: Session, version_ids: Iterable[int]) -> dict[int, tuple[int, SurveyContent]]:
    """By id of the version: its number within the survey, and what it asks."""
    wanted = sorted(set(version_ids))
    found: dict[int, tuple[int, SurveyContent]] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        part = SurveyVersion.id.in_(wanted[begin : begin + _AT_ONCE])
        for number, place, content in session.execute(select(SurveyVersion.id, SurveyVersion.number, SurveyVersion.content).where(part)):
            found[number] = (place, SurveyContent.from_json(content))
    return found
