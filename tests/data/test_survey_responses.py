"""Answered sheets: recorded, corrected, thrown out, linked; each taken back by undo, with what the rules of the survey made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind, ChangedSince
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.merges import Moved
from app.domain.points import Expiry, ExpiryKind, PointActKind, PointsUsedAlready, RuleFields
from app.domain.survey_answers import (
    AnsweredInFuture,
    AnsweredWithoutName,
    NothingAnswered,
    ResponseChange,
    ResponseGone,
    SheetAnswered,
    SheetOfAnother,
    SheetOfAnotherSurvey,
    WhyThrownOut,
)
from app.domain.survey_errors import AnswerUnfit, SurveyGone
from app.domain.survey_pages import PageState
from app.domain.surveys import OTHER, Answer, Audience, ResponseSource, ResponseState, SurveyRules
from app.domain.visits import UnknownStaff
from app.models.answer_rows import read_answers
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.points import PointAct
from app.models.records import Action
from app.models.surveys import SurveyAnswer, SurveyBatch, SurveyPage, SurveyResponse, SurveySheet
from app.queries.follow_ups import follow_ups_of
from app.queries.merges import merge_view
from app.queries.points import standing
from app.services import survey_responses as service
from app.services.actions import redo, undo
from app.services.customers import archive_customer, mark_customer
from app.services.follow_ups import finish_follow_up
from app.services.ledger import ledger_faults
from app.services.merges import merge_customers
from app.services.points import adjust_points, set_rule
from app.services.survey_bulk import record_many
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.surveys import CONTENT, add_sheet, add_survey, answered, nps

FIFTY = SurveyRules(points=50)
WHOLE = (
    nps(9),
    Answer("staff", ("4",)),
    Answer("why", (OTHER,), words="看板を見て"),
    Answer("liked", ("技術", "価格")),
    Answer("visits", number=6.0),
    Answer("since", day=date(2020, 5, 1)),
    Answer("words", words="いつもありがとう"),
)


def record(session: Session, survey_id: int, *answers: Answer, **more: Any) -> int:
    fields = answered(survey_id, *answers, **more)
    return service.record_response(session, fields, now=NOW, today=TODAY).response_id


def give_points(session: Session) -> None:
    set_rule(session, RuleFields(), valid_from=None, now=NOW)


def balance(session: Session, customer_id: int) -> int:
    assert ledger_faults(session) == []
    return standing(session, customer_id, TODAY).balance


def shop(session: Session) -> dict[str, list[tuple[str, ...]]]:
    """Everything an act on a sheet may touch, to be compared before and after."""
    session.flush()
    session.expire_all()
    tables = (SurveyResponse, SurveyAnswer, FollowUp, PointAct, SurveyPage)
    return {table.__tablename__: sorted(tuple(map(str, row)) for row in session.execute(select(table.__table__))) for table in tables}


def test_every_kind_of_answer_is_kept_as_it_was_given(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        number = record(session, add_survey(session), *WHOLE, customer_id=customer)
    with database.read() as session:
        assert read_answers(session, [number]) == {number: WHOLE}
        row = session.get_one(SurveyResponse, number)
        assert (row.customer_id, row.wave, row.state, row.source) == (
            customer,
            date(2026, 11, 1),
            ResponseState.SETTLED,
            ResponseSource.KEYBOARD,
        )
        ticked = session.scalars(select(SurveyAnswer.choice).where(SurveyAnswer.question == "liked")).all()
        assert ticked == ["技術", "価格"]
        assert session.scalar(select(SurveyAnswer.number).where(SurveyAnswer.question == "staff")) == 4.0


def test_what_is_no_answer_is_refused_with_its_question(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        for wrong in (Answer("nps", ("11",)), Answer("staff", ("4", "5")), Answer("visits", number=61), Answer("gone", ("1",))):
            with pytest.raises(AnswerUnfit):
                record(session, survey, wrong)
        with pytest.raises(NothingAnswered):
            record(session, survey, Answer("words", words="  "))
        with pytest.raises(AnsweredInFuture):
            record(session, survey, nps(5), day=TODAY + timedelta(days=1))
        with pytest.raises(UnknownStaff):
            record(session, survey, nps(5), staff="だれか")
        with pytest.raises(SurveyGone):
            record(session, survey, nps(5), version=7)
        with pytest.raises(SurveyGone):
            record(session, survey + 1, nps(5))
        assert shop(session)["survey_response"] == []


def test_a_note_of_a_talk_is_enough(database: Database) -> None:
    with database.write() as session:
        survey, customer = add_survey(session), add_customer(session)
        number = record(session, survey, customer_id=customer, source=ResponseSource.TALK, note=" 駐車場がほしい ")
        assert session.get_one(SurveyResponse, number).note == "駐車場がほしい"


def test_the_customer_comes_from_the_sheet(database: Database) -> None:
    with database.write() as session:
        yoshida, other = add_customer(session), add_customer(session, "森 健二")
        survey = add_survey(session)
        sheet = add_sheet(session, survey, "K7M42QX", yoshida, wave=date(2026, 9, 1))
        with pytest.raises(SheetOfAnother) as refused:
            record(session, survey, nps(9), sheet_id=sheet, customer_id=other)
        assert refused.value.values == {"name": "吉田 和子"}
        row = session.get_one(SurveyResponse, record(session, survey, nps(9), sheet_id=sheet))
        assert (row.customer_id, row.wave, row.day) == (yoshida, date(2026, 9, 1), TODAY)
        open_sheet = add_sheet(session, survey, "K7M42QY")
        assert session.get_one(SurveyResponse, record(session, survey, nps(9), sheet_id=open_sheet)).customer_id is None
        elsewhere = add_sheet(session, add_survey(session), "K7M42QZ")
        with pytest.raises(SheetOfAnotherSurvey):
            record(session, survey, nps(9), sheet_id=elsewhere)


def test_a_sheet_counts_once_unless_it_is_replaced(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        give_points(session)
        customer = add_customer(session)
        sheet = add_sheet(session, survey, "K7M42QX", customer)
        first = record(session, survey, nps(3), sheet_id=sheet, day=date(2026, 11, 18))
        with pytest.raises(SheetAnswered) as refused:
            record(session, survey, nps(9), sheet_id=sheet)
        assert refused.value.values == {"day": date(2026, 11, 18)}
        again = service.record_response(session, answered(survey, nps(9), sheet_id=sheet), now=NOW, today=TODAY, replaces=True)
        assert (again.response_id, again.points) == (first, 0)
        assert read_answers(session, [first])[first] == (nps(9),)
        assert follow_ups_of(session, customer) == []
        assert balance(session, customer) == 50
        service.throw_out(session, first, "二重", now=NOW, today=TODAY)
        second = record(session, survey, nps(8), sheet_id=sheet)
        with pytest.raises(SheetAnswered):
            service.take_back_in(session, first, now=NOW, today=TODAY)
        assert second != first


def test_typing_a_scanned_sheet_settles_its_doubts(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        customer = add_customer(session)
        sheet = add_sheet(session, survey, "K7M42QX", customer)
        fields = answered(survey, nps(2), sheet_id=sheet, source=ResponseSource.SCAN)
        waiting, made = service.write_response(session, fields, now=NOW, today=TODAY, state=ResponseState.OPEN)
        assert made.follow_up_id is None and follow_ups_of(session, customer) == []
        batch = SurveyBatch(at=NOW, name="山", pages=1)
        session.add(batch)
        session.flush()
        page = SurveyPage(
            batch_id=batch.id, file_name="a.pdf", page_in_file=0, fingerprint="f", state=PageState.WAITING, response_id=waiting.id
        )
        session.add(page)
        session.flush()
        before = shop(session)
        outcome = service.record_response(session, answered(survey, nps(2), sheet_id=sheet), now=NOW, today=TODAY)
        assert outcome.response_id == waiting.id
        assert (waiting.state, page.state) == (ResponseState.SETTLED, PageState.SETTLED)
        assert outcome.follow_up_id is not None
        undo(session, outcome.action_id, now=NOW)
        assert shop(session) == before


def test_a_low_score_is_asked_about_today(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        customer = add_customer(session, mobile="090-0000-1234", staff="田中 美咲")
        quiet = add_customer(session, "森 健二")
        survey = add_survey(session)
        record(session, survey, Answer("staff", ("2",)), nps(3), customer_id=customer)
        record(session, survey, Answer("staff", ("2",)), nps(7), customer_id=quiet)
        (row,) = follow_ups_of(session, customer)
        assert (row.due, row.kind, row.source, row.staff) == (TODAY, FollowUpKind.CALL, FollowUpSource.SURVEY, "田中 美咲")
        assert row.note == "ご来店アンケート:ご友人にすすめたいと思いますか 3/10"
        (talk,) = follow_ups_of(session, quiet)
        assert (talk.kind, talk.note) == (FollowUpKind.TALK, "ご来店アンケート:スタッフの対応はいかがでしたか 2/5")


def test_nobody_is_asked_twice_at_once_and_not_whoever_wants_no_contact(database: Database) -> None:
    with database.write() as session:
        survey, other = add_survey(session), add_survey(session)
        customer = add_customer(session)
        record(session, survey, nps(0), customer_id=customer)
        record(session, other, nps(0), customer_id=customer)
        (row,) = follow_ups_of(session, customer)
        finish_follow_up(session, row.id, now=NOW, today=TODAY)
        later = answered(other, nps(1), customer_id=customer)
        service.record_response(session, later, now=NOW + timedelta(hours=1), today=TODAY)
        assert len(follow_ups_of(session, customer)) == 2
        silent, archived, dead = (add_customer(session, name) for name in ("森 一", "森 二", "森 三"))
        mark_customer(session, silent, do_not_contact=True, now=NOW)
        archive_customer(session, archived, now=NOW)
        mark_customer(session, dead, is_deceased=True, now=NOW)
        high = record(session, survey, nps(7), customer_id=add_customer(session, "森 四"))
        for number in (silent, archived, dead):
            record(session, survey, nps(0), customer_id=number)
            assert follow_ups_of(session, number) == []
        assert session.get_one(SurveyResponse, high).follow_up_id is None
        off = add_survey(session, rules=SurveyRules(low_on=False))
        last = add_customer(session, "森 五")
        record(session, off, nps(0), customer_id=last)
        assert follow_ups_of(session, last) == []


def test_an_answer_gives_its_points_once_in_a_wave(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        customer = add_customer(session)
        assert record(session, survey, nps(9), customer_id=customer) and balance(session, customer) == 0
        give_points(session)
        record(session, survey, nps(9), customer_id=customer)
        record(session, survey, nps(8), customer_id=customer)
        assert balance(session, customer) == 50
        record(session, survey, nps(8), customer_id=customer, day=date(2026, 10, 31))
        assert balance(session, customer) == 100
        record(session, add_survey(session, rules=FIFTY), nps(8), customer_id=customer)
        assert balance(session, customer) == 150
        kinds = session.scalars(select(PointAct.kind).distinct()).all()
        assert kinds == [PointActKind.SURVEY]
        assert set(session.scalars(select(PointAct.reason))) == {"ご来店アンケート"}


def test_points_of_an_answer_lapse_as_the_rule_says_and_the_dead_get_none(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        set_rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 12)), valid_from=None, now=NOW)
        customer, dead = add_customer(session), add_customer(session, "森 三")
        mark_customer(session, dead, is_deceased=True, now=NOW)
        record(session, survey, nps(9), customer_id=customer)
        record(session, survey, nps(9), customer_id=dead)
        (lot,) = standing(session, customer, TODAY).lots
        assert (lot.left, lot.expires) == (50, date(2027, 11, 20))
        assert balance(session, dead) == 0


def test_the_score_of_recommending_is_asked_about_first(database: Database) -> None:
    questions = tuple(one for one in reversed(CONTENT.questions) if one.id in ("nps", "staff"))
    with database.write() as session:
        customer = add_customer(session)
        record(session, add_survey(session, replace(CONTENT, questions=questions)), Answer("staff", ("1",)), nps(4), customer_id=customer)
        (row,) = follow_ups_of(session, customer)
        assert row.note.endswith("4/10")


def test_an_open_sheet_that_is_replaced_can_get_its_customer(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        yoshida, mori = add_customer(session), add_customer(session, "森 健二")
        sheet = add_sheet(session, survey, "K7M42QX")
        late = add_sheet(session, survey, "K7M42QY")
        number = record(session, survey, nps(9), sheet_id=late, customer_id=mori)
        give_points(session)
        record(session, survey, nps(9), sheet_id=sheet, customer_id=yoshida)
        again = answered(survey, nps(8), sheet_id=late)
        assert service.record_response(session, again, now=NOW, today=TODAY, replaces=True).points == 0
        assert session.get_one(SurveyResponse, number).customer_id == mori
        for customer in (yoshida, mori):
            fields = answered(survey, nps(2), sheet_id=sheet, customer_id=customer)
            service.record_response(session, fields, now=NOW, today=TODAY, replaces=True)
        assert [balance(session, one) for one in (yoshida, mori)] == [0, 50]
        assert [len(follow_ups_of(session, one)) for one in (yoshida, mori)] == [0, 1]


@pytest.mark.parametrize("score", [3, 9])
def test_recording_is_taken_back_and_done_again_exactly(database: Database, score: int) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        give_points(session)
        customer = add_customer(session)
        before = shop(session)
        outcome = service.record_response(session, answered(survey, nps(score), *WHOLE[1:], customer_id=customer), now=NOW, today=TODAY)
        assert (outcome.points, outcome.follow_up_id is not None) == (50, score == 3)
        after = shop(session)
    with database.write() as session:
        undo(session, now=NOW)
        assert shop(session) == before
        assert balance(session, customer) == 0
    with database.write() as session:
        redo(session, now=NOW)
        assert shop(session) == after
        assert balance(session, customer) == 50
        assert session.scalars(select(Action).order_by(Action.id.desc()).limit(1)).one().kind is ActionKind.RECORD_ANSWERS


def test_correcting_a_score_brings_the_follow_up_along(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        customer = add_customer(session)
        number = record(session, survey, nps(9), customer_id=customer)
        give_points(session)
        untouched = shop(session)
        act = service.edit_response(session, number, ResponseChange(TODAY, (nps(3),)), now=NOW, today=TODAY)
        (row,) = follow_ups_of(session, customer)
        assert row.note.endswith("3/10")
        assert balance(session, customer) == 0
        service.edit_response(session, number, ResponseChange(TODAY, (nps(4),)), now=NOW, today=TODAY)
        (row,) = follow_ups_of(session, customer)
        assert row.note.endswith("4/10")
        assert service.edit_response(session, number, ResponseChange(TODAY, (nps(4),)), now=NOW, today=TODAY) is None
        service.edit_response(session, number, ResponseChange(date(2026, 10, 1), (nps(9),), note="電話で"), now=NOW, today=TODAY)
        assert follow_ups_of(session, customer) == []
        assert session.get_one(SurveyResponse, number).wave == date(2026, 10, 1)
        for _time in range(3):
            undo(session, now=NOW)
        assert shop(session) == untouched
        assert act is not None
        with pytest.raises(NothingAnswered):
            service.edit_response(session, number, ResponseChange(TODAY), now=NOW, today=TODAY)


def test_words_keep_what_they_were_filed_under(database: Database) -> None:
    with database.write() as session:
        number = record(session, add_survey(session), nps(9), Answer("words", words="駐車場"))
        filed = select(SurveyAnswer).where(SurveyAnswer.question == "words")
        session.scalars(filed).one().tags = ["設備"]
        session.flush()
        service.edit_response(session, number, ResponseChange(TODAY, (nps(8), Answer("words", words="駐車場が狭い"))), now=NOW, today=TODAY)
        assert session.scalars(filed).one().tags == ["設備"]
        first = session.scalars(filed).one().id
        service.edit_response(session, number, ResponseChange(TODAY, (nps(7), Answer("words", words="駐車場が狭い"))), now=NOW, today=TODAY)
        assert session.scalars(filed).one().id == first


def test_what_is_thrown_out_or_deleted_takes_along_what_it_made(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        give_points(session)
        customer = add_customer(session)
        number = record(session, survey, nps(3), customer_id=customer)
        counted = shop(session)
        with pytest.raises(WhyThrownOut):
            service.throw_out(session, number, " ", now=NOW, today=TODAY)
        service.throw_out(session, number, "いたずら書き", now=NOW, today=TODAY)
        assert (follow_ups_of(session, customer), balance(session, customer)) == ([], 0)
        assert session.get_one(SurveyResponse, number).reason == "いたずら書き"
        service.take_back_in(session, number, now=NOW, today=TODAY)
        assert (len(follow_ups_of(session, customer)), balance(session, customer)) == (1, 50)
        undo(session, now=NOW)
        undo(session, now=NOW)
        assert shop(session) == counted
        service.delete_response(session, number, now=NOW, today=TODAY)
        assert not any(shop(session).values()) and balance(session, customer) == 0
        with pytest.raises(ResponseGone):
            service.delete_response(session, number, now=NOW, today=TODAY)
        undo(session, now=NOW)
        assert shop(session) == counted and balance(session, customer) == 50


def test_points_that_were_used_are_taken_back_only_when_that_is_said(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        give_points(session)
        customer = add_customer(session)
        number = record(session, survey, nps(9), customer_id=customer)
        adjust_points(session, customer, -30, "景品", now=NOW, today=TODAY)
    with pytest.raises(PointsUsedAlready), database.write() as session:
        service.delete_response(session, number, now=NOW, today=TODAY)
    with database.write() as session:
        service.throw_out(session, number, "二重", now=NOW, today=TODAY, allow_negative=True)
        assert balance(session, customer) == -30


def test_whose_answers_they_are_is_said_by_hand(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        give_points(session)
        yoshida, mori = add_customer(session), add_customer(session, "森 健二")
        sheet = add_sheet(session, survey, "K7M42QX", yoshida)
        number = record(session, survey, nps(3), sheet_id=sheet)
        before = shop(session)
        assert service.link_customer(session, number, yoshida, now=NOW, today=TODAY) is None
        service.link_customer(session, number, mori, now=NOW, today=TODAY)
        assert session.get_one(SurveyResponse, number).customer_id == mori
        assert [len(follow_ups_of(session, one)) for one in (yoshida, mori)] == [0, 1]
        assert [balance(session, one) for one in (yoshida, mori)] == [0, 50]
        service.link_customer(session, number, None, now=NOW, today=TODAY)
        assert [balance(session, one) for one in (yoshida, mori)] == [0, 0]
        undo(session, now=NOW)
        undo(session, now=NOW)
        assert shop(session) == before


def test_staff_answer_without_a_name(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, audience=Audience.STAFF, rules=FIFTY)
        give_points(session)
        customer = add_customer(session)
        number = record(session, survey, nps(0), customer_id=customer)
        assert session.get_one(SurveyResponse, number).customer_id is None
        assert follow_ups_of(session, customer) == []
        with pytest.raises(AnsweredWithoutName):
            service.link_customer(session, number, customer, now=NOW, today=TODAY)
        named = record_many(session, [answered(survey, nps(1), customer_id=customer)], now=NOW, today=TODAY)
        assert session.get_one(SurveyResponse, named[0]).customer_id is None


def test_undo_is_refused_when_the_follow_up_was_moved_since(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        outcome = service.record_response(session, answered(add_survey(session), nps(1), customer_id=customer), now=NOW, today=TODAY)
        (row,) = follow_ups_of(session, customer)
        finish_follow_up(session, row.id, now=NOW, today=TODAY)
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, outcome.action_id, now=NOW)


def test_answers_move_with_the_customer(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        give_points(session)
        keep, gone = add_customer(session), add_customer(session, "吉田 かず子")
        sheet = add_sheet(session, survey, "K7M42QX", gone)
        number = record(session, survey, nps(9), sheet_id=sheet)
        later = add_sheet(session, survey, "K7M42QY", gone)
        assert merge_view(session, keep, gone, TODAY).moved[Moved.ANSWERS] == 1
        assert merge_customers(session, keep, gone, now=NOW, today=TODAY).moved[Moved.ANSWERS] == 1
        assert session.get_one(SurveyResponse, number).customer_id == keep
        assert session.get_one(SurveySheet, sheet).customer_id == keep
        assert session.get_one(SurveyResponse, record(session, survey, nps(8), sheet_id=later, customer_id=gone)).customer_id == keep
        assert balance(session, keep) == 50
        undo(session, now=NOW)
        undo(session, now=NOW)
        assert session.get_one(SurveyResponse, number).customer_id == gone
        assert balance(session, gone) == 50


def test_many_come_in_at_once_without_acts(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=FIFTY)
        give_points(session)
        customer = add_customer(session)
        acts = len(session.scalars(select(Action.id)).all())
        one = record(session, survey, *WHOLE, customer_id=customer)
        ids = record_many(
            session,
            [answered(survey, *WHOLE, source=ResponseSource.IMPORT), answered(survey, nps(0), customer_id=customer, note=" あ ")],
            now=NOW,
            today=TODAY,
            references=("r1", "r2"),
        )
        assert read_answers(session, [one, *ids]) == {one: WHOLE, ids[0]: WHOLE, ids[1]: (nps(0),)}
        row = session.get_one(SurveyResponse, ids[1])
        assert (row.reference, row.note, row.customer_id, row.follow_up_id, row.wave) == ("r2", "あ", customer, None, date(2026, 11, 1))
        assert len(session.scalars(select(Action.id)).all()) == acts + 1
        with pytest.raises(AnswerUnfit):
            record_many(session, [answered(survey, nps(3)), answered(survey, nps(11))], now=NOW, today=TODAY)
        with pytest.raises(AnsweredInFuture):
            record_many(session, [answered(survey, nps(3), day=TODAY + timedelta(days=1))], now=NOW, today=TODAY)
        with pytest.raises(SurveyGone):
            record_many(session, [answered(survey, nps(3), version=9)], now=NOW, today=TODAY)
        assert len(shop(session)["survey_response"]) == 3


def test_a_follow_up_planned_by_hand_stands_in_nobodys_way(database: Database) -> None:
    from app.services.follow_ups import add_follow_up

    with database.write() as session:
        customer = add_customer(session)
        add_follow_up(session, customer, FollowUpFields(TODAY), now=NOW, today=TODAY)
        record(session, add_survey(session), nps(1), customer_id=customer)
        assert len(follow_ups_of(session, customer)) == 2
