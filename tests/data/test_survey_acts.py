"""What is done from the results: follow-ups for those who were not content, tags on what was written."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.domain.prints import PrintKind
from app.domain.survey_answers import ResponseGone
from app.domain.survey_results import WordCount
from app.domain.surveys import Answer, SurveyRules
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.models.surveys import SurveyAnswer
from app.queries.survey_remarks import remarks
from app.queries.survey_results import survey_results
from app.services.actions import redo, undo
from app.services.survey_acts import plan_for_answers, set_tags
from app.services.survey_bulk import record_many
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.surveys import add_survey, answered, nps

QUIET = SurveyRules(low_on=False)


def waiting(session: Session, survey: int) -> list[int]:
    found = survey_results(session, survey, today=TODAY).to_answer
    assert found is not None
    return [one.customer_id for one in found.people]


def test_everybody_gets_a_follow_up_with_a_note_of_their_own_as_one_act(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        survey = add_survey(session, rules=QUIET)
        one = add_customer(session, "渡辺 真理", mobile="090-0000-0001", staff="田中 美咲")
        other = add_customer(session, "木村 直人")
        stopped = add_customer(session, "連絡しない", do_not_contact=True)
        record_many(session, [answered(survey, nps(3), customer_id=who) for who in (one, other)], now=NOW, today=TODAY)
        assert waiting(session, survey) == [one, other]
        notes = {one: "3点", other: "3点、待った", stopped: "0点"}
        made = plan_for_answers(session, notes, kind=FollowUpKind.CALL, now=NOW, today=TODAY)
        assert (made.added, made.left_out) == (2, 1)
        plans = {row.customer_id: row for row in session.scalars(select(FollowUp))}
        assert {number: (row.kind, row.note, row.due, row.source) for number, row in plans.items()} == {
            one: (FollowUpKind.CALL, "3点", TODAY, FollowUpSource.SURVEY),
            # Without a number nobody is called.
            other: (FollowUpKind.TALK, "3点、待った", TODAY, FollowUpSource.SURVEY),
        }
        assert (plans[one].staff_id, plans[other].staff_id) == (1, None)
        assert waiting(session, survey) == []
        undo(session, made.action_id, now=NOW)
        assert waiting(session, survey) == [one, other]
        redo(session, now=NOW)
        assert waiting(session, survey) == []


def test_nobody_is_left_to_plan_for(database: Database) -> None:
    with database.write() as session:
        stopped = add_customer(session, "連絡しない", do_not_contact=True)
        made = plan_for_answers(session, {stopped: ""}, kind=FollowUpKind.CALL, now=NOW, today=TODAY)
        assert (made.action_id, made.added, made.left_out) == (None, 0, 1)


def test_whoever_was_given_a_card_to_hand_on_is_not_asked_again(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        people = [add_customer(session, f"お客様 {n}") for n in range(4)]
        record_many(session, [answered(survey, nps(10), customer_id=who) for who in people], now=NOW, today=TODAY)
        for kind, number, sent in (
            (PrintKind.REFERRAL_CARDS, people[0], TODAY),
            (PrintKind.REFERRAL_CARDS, people[1], None),
            (PrintKind.MEMBER_CARDS, people[2], TODAY),
        ):
            run = PrintRun(at=NOW, day=TODAY, kind=kind, title="", recipe={}, template_hash="", file_hash="", pieces=1, cost=0)
            session.add(run)
            session.flush()
            session.add(PrintPiece(run_id=run.id, position=1, customer_id=number, sent_on=sent))
        session.flush()
        found = survey_results(session, survey, today=TODAY).to_thank
        assert found is not None
        # One piece never came out of the printer, another is no such card.
        assert (found.all, found.ids) == (4, tuple(people[1:]))


def test_words_are_filed_under_tags_and_taken_back(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        fields = [answered(survey, nps(3), Answer("words", words=text), day=TODAY - timedelta(days=1)) for text in ("待った", "また来る")]
        record_many(session, fields, now=NOW, today=TODAY)
        number = session.scalars(select(SurveyAnswer.id).where(SurveyAnswer.words == "待った")).one()
        action = set_tags(session, number, ("待ち時間", "予約"), now=NOW)
        assert set_tags(session, number, ("待ち時間", "予約"), now=NOW) is None
        found = remarks(session, survey, tag="予約")
        assert [(one.words, one.tags) for one in found.shown] == [("待った", ("待ち時間", "予約"))]
        assert found.tags == (WordCount("予約", 1), WordCount("待ち時間", 1))
        undo(session, action, now=NOW)
        assert remarks(session, survey).tags == ()
        with pytest.raises(ResponseGone):
            set_tags(session, 999, (), now=NOW)
