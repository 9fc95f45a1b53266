"""Many answered sheets at once, as a file brings them: no act for each, and no rule is followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.survey_answers import AnsweredInFuture, kept_answers
from app.domain.survey_errors import SurveyGone
from app.domain.surveys import Audience, ResponseFields, ResponseState, SurveyContent, checked_answers, wave_of
from app.models.base import day_number
from app.models.bulk import insert_rows, next_id
from app.models.changes import mark_changed
from app.models.shop import Staff
from app.models.surveys import Survey, SurveyAnswer, SurveyResponse, SurveyVersion

_STEP = 1_000
_RESPONSE_COLUMNS = (
    "id", "survey_id", "version_id", "sheet_id", "customer_id", "staff_id", "day", "wave", "at", "source", "state", "reason", "note",
    "reference", "import_id",
)  # fmt: skip
_ANSWER_COLUMNS = ("id", "response_id", "question", "choice", "number", "words", "day", "tags")


def record_many(
    session: Session,
    responses: Sequence[ResponseFields],
    *,
    now: datetime,
    today: date,
    import_id: int | None = None,
    references: Sequence[str] = (),
    progress: Progress = NO_PROGRESS,
) -> range:
    """The ids of the answers, in the order of `responses`; `references` beside them, of the rows of a file. None of them stands on a
    printed sheet. Follow-ups and points are not made: what comes in by a file was said some time ago.

    SurveyGone, AnswerUnfit, AnsweredInFuture, and nothing is written then.
    """
    session.flush()
    response, answer = _table(SurveyResponse), _table(SurveyAnswer)
    first = next_id(session, response)
    at = int(now.timestamp() * 1000)
    asked = _Asked(session)
    rows: list[tuple[Any, ...]] = []
    answers: list[tuple[Any, ...]] = []
    number = next_id(session, answer)
    for place, fields in enumerate(responses):
        if place % _STEP == 0:
            progress.advance(place, len(responses))
        if fields.sheet_id is not None:
            raise ValueError(fields.sheet_id)
        if fields.day > today:
            raise AnsweredInFuture(field="day")
        version_id, content, audience = asked.version(fields.survey_id, fields.version)
        is_staff = audience is Audience.STAFF
        customer_id, staff_id = (None, None) if is_staff else (fields.customer_id, asked.staff.get(fields.staff))
        reference = references[place] if references else ""
        rows.append((first + place, fields.survey_id, version_id, None, customer_id, staff_id, day_number(fields.day),
                     day_number(wave_of(fields.day)), at, fields.source.value, ResponseState.SETTLED.value, "", fields.note.strip(),
                     reference, import_id))  # fmt: skip
        for row in _answer_rows(content, fields, number, first + place):
            answers.append(row)
            number += 1
    insert_rows(session, response, _RESPONSE_COLUMNS, rows)
    insert_rows(session, answer, _ANSWER_COLUMNS, answers)
    mark_changed(session, Entity.ANSWER)
    progress.advance(len(responses), len(responses))
    return range(first, first + len(rows))


class _Asked:
    """What surveys ask, read once each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._versions: dict[tuple[int, int], tuple[int, SurveyContent, Audience]] = {}
        staff = session.execute(select(Staff.name, Staff.id).order_by(Staff.is_active, Staff.id.desc()))
        self.staff: dict[str, int] = {name: number for name, number in staff}

    def version(self, survey_id: int, number: int) -> tuple[int, SurveyContent, Audience]:
        key = (survey_id, number)
        if key not in self._versions:
            query = select(SurveyVersion.id, SurveyVersion.content, Survey.audience).join(Survey, Survey.id == SurveyVersion.survey_id)
            row = self._session.execute(query.where(SurveyVersion.survey_id == survey_id, SurveyVersion.number == number)).first()
            if row is None:
                raise SurveyGone
            self._versions[key] = (row[0], SurveyContent.from_json(row[1]), row[2])
        return self._versions[key]


def _answer_rows(content: SurveyContent, fields: ResponseFields, number: int, response_id: int) -> Iterator[tuple[Any, ...]]:
    kept: Iterable[Any] = kept_answers(content, checked_answers(content, fields.answers))
    for place, one in enumerate(kept):
        day = None if one.day is None else day_number(one.day)
        yield (number + place, response_id, one.question, one.choice, one.number, one.words, day, "[]")


def _table(model: type[Any]) -> Table:
    return cast("Table", model.__table__)
