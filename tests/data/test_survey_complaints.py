"""A very low answer opens exactly one complaint, in the place of the follow-up, and takes it back with itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ChangedSince
from app.domain.follow_ups import FollowUpKind
from app.domain.inquiries import Closing, InquiryChannel, InquiryKind, Seat
from app.domain.survey_answers import ResponseChange
from app.domain.surveys import Answer, Audience, SurveyRules
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.surveys import Survey
from app.services.actions import redo, undo
from app.services.inquiries import close_inquiry, note_reply
from app.services.survey_responses import delete_response, edit_response, link_customer, record_response, take_back_in, throw_out
from app.services.surveys import create_survey
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.surveys import CONTENT, add_survey, answered, nps

OPENS = SurveyRules(complaint_on=True)
SEAT = Seat("田中 美咲", "here")


def record(session: Session, survey: int, score: int, *more: Answer, **given: Any) -> int:
    return record_response(session, answered(survey, nps(score), *more, **given), now=NOW, today=TODAY).response_id


def made(session: Session) -> tuple[list[Inquiry], list[FollowUp]]:
    return list(session.scalars(select(Inquiry).order_by(Inquiry.id))), list(session.scalars(select(FollowUp)))


def test_a_very_low_answer_opens_a_complaint_and_no_follow_up(database: Database) -> None:
    with database.write() as session:
        add_staff(session)
        survey, customer = add_survey(session, rules=OPENS), add_customer(session, staff="田中 美咲")
        outcome = record_response(
            session, answered(survey, nps(2), Answer("words", words="待たされた"), customer_id=customer), now=NOW, today=TODAY
        )
        [complaint], planned = made(session)
        assert (outcome.inquiry_id, outcome.follow_up_id, planned) == (complaint.id, None, [])
        assert (complaint.kind, complaint.channel, complaint.customer_id) == (InquiryKind.COMPLAINT, InquiryChannel.SURVEY, customer)
        assert (complaint.title, complaint.text) == ("ご来店アンケート:ご友人にすすめたいと思いますか 2/10", "待たされた")
        # 18:00 of the same day in Tokyo.
        assert (complaint.due_at, complaint.promise_kind) == (NOW + timedelta(hours=9), FollowUpKind.CALL)
        assert complaint.staff_id is not None
        undo(session, outcome.action_id, now=NOW)
        assert made(session) == ([], [])
        redo(session, now=NOW)
        assert [one.response_id for one in made(session)[0]] == [outcome.response_id]


@pytest.mark.parametrize(("score", "complaints", "follow_ups"), [(0, 1, 0), (2, 1, 0), (3, 0, 1), (6, 0, 1), (7, 0, 0)])
def test_a_low_one_that_is_not_very_low_stays_with_the_follow_up(database: Database, score: int, complaints: int, follow_ups: int) -> None:
    with database.write() as session:
        record(session, add_survey(session, rules=OPENS), score, customer_id=add_customer(session, phone="03-1111-2222"))
        found = made(session)
        assert (len(found[0]), len(found[1])) == (complaints, follow_ups)


def test_a_scale_is_very_low_in_its_lowest_fifth(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=OPENS)
        record(session, survey, 9, Answer("staff", ("2",)), customer_id=add_customer(session))
        assert [len(part) for part in made(session)] == [0, 1]
        record(session, survey, 9, Answer("staff", ("1",)), customer_id=add_customer(session, "森 健二"))
        assert [len(part) for part in made(session)] == [1, 1]


def test_a_new_survey_of_customers_opens_complaints_and_one_from_before_does_not(database: Database) -> None:
    with database.write() as session:
        number = create_survey(session, CONTENT, Audience.CUSTOMERS, now=NOW).survey_id
        assert SurveyRules.from_json(session.get_one(Survey, number).rules).complaint_on
        assert not SurveyRules.from_json({"low_on": True, "low_to": 6}).complaint_on
        assert SurveyRules.from_json(SurveyRules(complaint_on=True, complaint_to=1).to_json()) == SurveyRules(
            complaint_on=True, complaint_to=1
        )


def test_a_correction_moves_between_nothing_follow_up_and_complaint(database: Database) -> None:
    with database.write() as session:
        survey, customer = add_survey(session, rules=OPENS), add_customer(session, phone="03-1111-2222")
        response = record(session, survey, 9, customer_id=customer)
        for score, complaints, follow_ups in ((1, 1, 0), (2, 1, 0), (5, 0, 1), (0, 1, 0), (10, 0, 0)):
            edit_response(session, response, ResponseChange(TODAY, (nps(score),), "", ""), now=NOW, today=TODAY)
            assert [len(part) for part in made(session)] == [complaints, follow_ups], score


def test_what_somebody_has_seen_to_stays_and_is_not_opened_twice(database: Database) -> None:
    with database.write() as session:
        survey, customer = add_survey(session, rules=OPENS), add_customer(session)
        response = record(session, survey, 1, customer_id=customer)
        [complaint], _ = made(session)
        note_reply(session, complaint.id, "お詫びしました", SEAT, now=NOW, today=TODAY)
        throw_out(session, response, "いたずら", now=NOW, today=TODAY)
        assert len(made(session)[0]) == 1
        take_back_in(session, response, now=NOW, today=TODAY)
        assert [len(part) for part in made(session)] == [1, 0]
        close_inquiry(session, complaint.id, Closing("待たせた"), SEAT, now=NOW, today=TODAY)
        edit_response(session, response, ResponseChange(TODAY, (nps(0),), "", ""), now=NOW, today=TODAY)
        assert [len(part) for part in made(session)] == [1, 0]


def test_of_two_sheets_of_a_wave_one_complaint_and_the_one_left_keeps_it(database: Database) -> None:
    with database.write() as session:
        survey, customer = add_survey(session, rules=OPENS), add_customer(session)
        first, second = (record(session, survey, score, customer_id=customer) for score in (1, 0))
        assert [one.response_id for one in made(session)[0]] == [first]
        act = delete_response(session, first, now=NOW, today=TODAY)
        assert [one.response_id for one in made(session)[0]] == [second]
        undo(session, act, now=NOW)
        assert [one.response_id for one in made(session)[0]] == [first]


def test_a_sheet_linked_to_somebody_else_takes_its_complaint_along(database: Database) -> None:
    with database.write() as session:
        survey, customer, other = add_survey(session, rules=OPENS), add_customer(session), add_customer(session, "森 健二")
        response = record(session, survey, 1, customer_id=customer)
        link_customer(session, response, other, now=NOW, today=TODAY)
        assert [one.customer_id for one in made(session)[0]] == [other]
        act = link_customer(session, response, customer, now=NOW, today=TODAY) or 0
        edit_response(session, response, ResponseChange(TODAY, (nps(9),), "", ""), now=NOW, today=TODAY)
        edit_response(session, response, ResponseChange(TODAY, (nps(0),), "", ""), now=NOW + timedelta(minutes=1), today=TODAY)
        # The linking cannot be taken back under a complaint that was opened since.
        with pytest.raises(ChangedSince):
            undo(session, act, now=NOW)


def test_nobody_known_opens_nothing(database: Database) -> None:
    with database.write() as session:
        record(session, add_survey(session, rules=OPENS), 0)
        assert made(session) == ([], [])
