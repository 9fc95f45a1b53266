"""What the rules of a survey make of sheets that are thrown out, linked, corrected and doubled: each thing once, and for the right one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.points import RuleFields
from app.domain.survey_answers import ResponseChange
from app.domain.surveys import Audience, SurveyRules
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.surveys import SurveyResponse
from app.queries.points import standing
from app.queries.survey_entry import entry_of_sheet
from app.services.actions import undo
from app.services.follow_ups import finish_follow_up
from app.services.points import set_rule
from app.services.survey_bulk import record_many
from app.services.survey_responses import (
    delete_response,
    edit_response,
    link_customer,
    record_response,
    take_back_in,
    throw_out,
)
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.surveys import add_sheet, add_survey, answered, nps


def _record(session: Session, survey: int, score: int, **more: Any) -> int:
    return record_response(session, answered(survey, nps(score), **more), now=NOW, today=TODAY).response_id


def _edit(session: Session, response: int, score: int, staff: str = "") -> None:
    edit_response(session, response, ResponseChange(TODAY, (nps(score),), staff, ""), now=NOW, today=TODAY)


def _out_and_in(session: Session, response: int, _customer: int) -> None:
    throw_out(session, response, "いたずら", now=NOW, today=TODAY)
    take_back_in(session, response, now=NOW, today=TODAY)


def _away_and_back(session: Session, response: int, customer: int) -> None:
    link_customer(session, response, None, now=NOW, today=TODAY)
    link_customer(session, response, customer, now=NOW, today=TODAY)


def _high_and_low(session: Session, response: int, _customer: int) -> None:
    _edit(session, response, 9)
    _edit(session, response, 1)


@pytest.mark.parametrize("there_and_back", [_out_and_in, _away_and_back, _high_and_low])
def test_a_customer_who_was_called_is_not_called_again_for_the_same_sheet(
    database: Database, there_and_back: Callable[[Session, int, int], None]
) -> None:
    with database.write() as session:
        survey, customer = add_survey(session), add_customer(session)
        response = _record(session, survey, 2, customer_id=customer)
        (planned,) = session.scalars(select(FollowUp.id)).all()
        finish_follow_up(session, planned, now=NOW, today=TODAY)
        there_and_back(session, response, customer)
        assert session.scalars(select(FollowUp.id)).all() == [planned]
        assert session.get_one(SurveyResponse, response).follow_up_id == planned


@pytest.mark.parametrize("goes", ["deleted", "thrown out", "linked away"])
def test_of_two_sheets_the_one_that_is_left_keeps_the_call_and_the_points(database: Database, goes: str) -> None:
    with database.write() as session:
        survey, customer = add_survey(session, rules=SurveyRules(points=50)), add_customer(session)
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        first, second = (_record(session, survey, score, customer_id=customer) for score in (2, 1))
        if goes == "thrown out":
            act = throw_out(session, first, "2枚目", now=NOW, today=TODAY)
        elif goes == "linked away":
            act = link_customer(session, first, None, now=NOW, today=TODAY) or 0
        else:
            act = delete_response(session, first, now=NOW, today=TODAY)
        left = session.get_one(SurveyResponse, second)
        assert session.scalars(select(FollowUp.id)).all() == [left.follow_up_id]
        assert standing(session, customer, TODAY).balance == 50
        undo(session, act, now=NOW)
        session.expire_all()
        assert standing(session, customer, TODAY).balance == 50
        assert session.scalars(select(FollowUp.id)).all() == [session.get_one(SurveyResponse, first).follow_up_id]


def test_whoever_linked_a_sheet_by_hand_is_heeded_when_it_is_typed_in_anew(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        printed_for, filled_in_by = add_customer(session), add_customer(session, "森 健二")
        sheet = add_sheet(session, survey, "AAAAAA2", printed_for)
        response = _record(session, survey, 3, sheet_id=sheet)
        for linked in (filled_in_by, None):
            link_customer(session, response, linked, now=NOW, today=TODAY)
            assert entry_of_sheet(session, survey, sheet).customer_id == linked
            record_response(session, answered(survey, nps(5), sheet_id=sheet), now=NOW, today=TODAY, replaces=True)
            assert session.get_one(SurveyResponse, response).customer_id == linked


def test_an_answer_of_the_staff_names_nobody_of_them(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        survey = add_survey(session, audience=Audience.STAFF)
        response = _record(session, survey, 3, staff="田中 美咲")
        _edit(session, response, 4, staff="田中 美咲")
        record_many(session, [answered(survey, nps(8), staff="田中 美咲")], now=NOW, today=TODAY)
        assert session.scalars(select(SurveyResponse.staff_id)).all() == [None, None]
