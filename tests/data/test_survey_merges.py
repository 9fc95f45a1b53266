"""Whose an answer is when records of customers are made one, and when that is taken back."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.domain.actions import ChangedSince
from app.models.database import Database
from app.models.surveys import SurveyResponse, SurveySheet
from app.services.actions import undo
from app.services.merges import merge_customers
from app.services.survey_responses import delete_response, link_customer, record_response
from tests.factories import NOW, TODAY, add_customer
from tests.surveys import add_sheet, add_survey, answered, nps


def test_a_sheet_printed_before_the_merge_is_answered_by_the_record_that_is_kept(database: Database) -> None:
    with database.write() as session:
        survey, keep, gone = add_survey(session), add_customer(session, "吉田 和子"), add_customer(session, "吉田 カズコ")
        sheet = add_sheet(session, survey, "AAAAAA2", gone)
        merge_customers(session, keep, gone, now=NOW, today=TODAY)
        record_response(session, answered(survey, nps(9), sheet_id=sheet), now=NOW, today=TODAY)
        assert session.scalars(select(SurveyResponse.customer_id)).all() == [keep]


def test_taking_the_merge_back_takes_earlier_answers_along(database: Database) -> None:
    with database.write() as session:
        survey, keep, gone = add_survey(session), add_customer(session, "吉田 和子"), add_customer(session, "吉田 カズコ")
        sheet = add_sheet(session, survey, "AAAAAA2", gone)
        record_response(session, answered(survey, nps(9), sheet_id=sheet), now=NOW, today=TODAY)
        merge_customers(session, keep, gone, now=NOW, today=TODAY)
        undo(session, now=NOW)
        assert session.scalars(select(SurveySheet.customer_id)).all() == [gone]
        assert session.scalars(select(SurveyResponse.customer_id)).all() == [gone]


def test_no_answer_stays_with_somebody_else_when_the_merge_is_taken_back(database: Database) -> None:
    """The two were not the same after all, and the sheet of one of them came back in between."""
    with database.write() as session:
        survey, keep, gone = add_survey(session), add_customer(session, "吉田 和子"), add_customer(session, "吉田 カズコ")
        sheet = add_sheet(session, survey, "AAAAAA2", gone)
        merge = merge_customers(session, keep, gone, now=NOW, today=TODAY).action_id
        answer = record_response(session, answered(survey, nps(9), sheet_id=sheet), now=NOW, today=TODAY).response_id
        with pytest.raises(ChangedSince):
            undo(session, merge, now=NOW)
        # Nobody's, or gone: nothing is in the way any more.
        link_customer(session, answer, None, now=NOW, today=TODAY)
        delete_response(session, answer, now=NOW, today=TODAY)
        undo(session, merge, now=NOW)
        assert session.scalars(select(SurveySheet.customer_id)).all() == [gone]
