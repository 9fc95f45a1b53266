"""A printed sheet counts once, whatever is taken back and done again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.actions import ActionKind, ChangedSince
from app.domain.survey_answers import ResponseChange
from app.domain.surveys import ResponseState
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.records import Action
from app.models.surveys import SurveyResponse
from app.services.actions import redo, undo
from app.services.survey_responses import delete_response, edit_response, link_customer, record_response, throw_out
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


def test_an_answer_and_what_it_made_stay_with_one_customer(database: Database, sheet: tuple[int, int]) -> None:
    """Linked to somebody by hand, corrected to a low score, and the linking taken back: the call would be somebody else's."""
    answer = _record(database, sheet, 9)
    with database.write() as session:
        other = add_customer(session, "林 太郎", phone="03-1111-2222")
        act = link_customer(session, answer, other, now=NOW, today=TODAY)
        edit_response(session, answer, ResponseChange(TODAY, (nps(1),), "", ""), now=NOW, today=TODAY)
        assert session.scalars(select(FollowUp.customer_id)).all() == [other]
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, act, now=NOW)
    with database.write() as session:
        # One after the other they can be taken back.
        undo(session, now=NOW)
        undo(session, now=NOW)
        assert session.scalars(select(FollowUp.customer_id)).all() == []
        assert session.scalars(select(SurveyResponse.customer_id)).one() != other


def test_a_customer_with_answers_is_not_taken_back(database: Database) -> None:
    """What was said would be nobody's."""
    with database.write() as session:
        survey, customer = add_survey(session), add_customer(session)
        record_response(session, answered(survey, nps(9), customer_id=customer), now=NOW, today=TODAY)
        act = session.scalars(select(Action.id).where(Action.kind == ActionKind.ADD_CUSTOMER)).one()
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, act, now=NOW)
