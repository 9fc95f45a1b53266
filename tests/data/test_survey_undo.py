"""A printed sheet counts once, whatever is taken back and done again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.actions import ChangedSince
from app.domain.surveys import ResponseState
from app.models.database import Database
from app.models.surveys import SurveyResponse
from app.services.actions import redo, undo
from app.services.survey_responses import delete_response, record_response, throw_out
from tests.factories import NOW, TODAY, add_customer
from tests.surveys import add_sheet, add_survey, answered, nps


@pytest.fixture
def sheet(database: Database) -> tuple[int, int]:
    with database.write() as session:
        survey = add_survey(session)
        return survey, add_sheet(session, survey, "AAAAAA2", add_customer(session))


def _record(database: Database, sheet: tuple[int, int], score: int) -> int:
    with database.write() as session:
        fields = answered(sheet[0], nps(score), sheet_id=sheet[1])
        return record_response(session, fields, now=NOW, today=TODAY).response_id


def _counting(database: Database) -> int:
    with database.read() as session:
        return len(session.scalars(select(SurveyResponse).where(SurveyResponse.state == ResponseState.SETTLED)).all())


@pytest.mark.parametrize("is_deleted", [True, False])
def test_a_sheet_recorded_anew_does_not_count_twice_when_an_older_act_is_taken_back(
    database: Database, sheet: tuple[int, int], is_deleted: bool
) -> None:
    first = _record(database, sheet, 9)
    with database.write() as session:
        if is_deleted:
            act = delete_response(session, first, now=NOW, today=TODAY)
        else:
            act = throw_out(session, first, "いたずら", now=NOW, today=TODAY)
    second = _record(database, sheet, 3)
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, act, now=NOW)
    assert _counting(database) == 1
    with database.write() as session:
        delete_response(session, second, now=NOW, today=TODAY)
        undo(session, act, now=NOW)
    assert _counting(database) == 1


def test_what_was_taken_back_comes_once(database: Database, sheet: tuple[int, int]) -> None:
    _record(database, sheet, 9)
    with database.write() as session:
        undo(session, now=NOW + timedelta(seconds=1))
    assert _counting(database) == 0
    with database.write() as session:
        redo(session, now=NOW + timedelta(seconds=2))
    assert _counting(database) == 1
