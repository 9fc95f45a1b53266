"""Answered sheets as they are read: one, those of a survey page by page, those of a customer, and the sheet somebody has in hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.survey_answers import NO_VOICE
from app.domain.survey_pages import PageState
from app.domain.surveys import (
    OTHER,
    Answer,
    Audience,
    Question,
    QuestionKind,
    ResponseSource,
    ResponseState,
    SurveyRules,
)
from app.models.database import Database
from app.models.surveys import SurveyBatch, SurveyCrop, SurveyPage, SurveyPicture
from app.queries.survey_answers import (
    answers_of_customer,
    customer_voice,
    cut_out,
    page_pictures,
    response_view,
    responses_of_survey,
)
from app.queries.survey_entry import find_entry, find_sheets, sheet_found, sheet_of_customer, sheets_to_enter
from app.services import survey_responses as service
from app.services.surveys import save_draft
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.surveys import CONTENT, add_sheet, add_survey, answered, nps


def record(session: Session, survey_id: int, *answers: Answer, **more: object) -> int:
    fields = replace(answered(survey_id, *answers), **more)  # type: ignore[arg-type]
    return service.record_response(session, fields, now=NOW, today=TODAY).response_id


def scan(session: Session, sheet_id: int, response_id: int | None, picture: bytes) -> int:
    batch = SurveyBatch(at=NOW, name="山", pages=1)
    session.add(batch)
    session.flush()
    page = SurveyPage(
        batch_id=batch.id,
        file_name="a.pdf",
        page_in_file=0,
        fingerprint="f",
        state=PageState.WAITING,
        sheet_id=sheet_id,
        response_id=response_id,
    )
    session.add(page)
    session.flush()
    session.add(SurveyPicture(page_id=page.id, content=picture))
    session.flush()
    return page.id


def test_one_sheet_says_what_was_asked_and_answered(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        customer = add_customer(session, "吉田 和子")
        survey = add_survey(session, rules=SurveyRules())
        sheet = add_sheet(session, survey, "K7M42QX", customer)
        words = (Answer("why", (OTHER,), words="看板"), Answer("words", words="また来ます"))
        number = record(session, survey, *words, nps(3), sheet_id=sheet, staff="田中 美咲", note="電話で")
        page = scan(session, sheet, number, b"jpeg")
        session.add(SurveyCrop(response_id=number, question="words", content=b"crop"))
        session.flush()
        save_draft(session, survey, replace(CONTENT, title="新しい題"), now=NOW)
    with database.read() as session:
        view = response_view(session, number)
        assert view is not None
        assert (view.content.title, view.version, view.customer_name, view.staff, view.note) == (
            CONTENT.title,
            1,
            "吉田 和子",
            "田中 美咲",
            "電話で",
        )
        assert [one.question for one in view.answers] == ["nps", "why", "words"]
        assert (view.nps, view.remark, view.code, view.has_follow_up) == (3, "また来ます", "K7M42QX", True)
        assert (view.cut_out, view.page_ids) == (("words",), (page,))
        assert cut_out(session, number) == {"words": b"crop"}
        assert page_pictures(session, (page, page + 1)) == (b"jpeg",)
        assert response_view(session, number + 1) is None


def test_the_answers_of_a_survey_come_page_by_page(database: Database) -> None:
    with database.write() as session:
        survey, other = add_survey(session), add_survey(session)
        days = [TODAY - timedelta(days=number // 2) for number in range(7)]
        ids = [record(session, survey, nps(9), day=day) for day in days]
        record(session, other, nps(9))
        service.throw_out(session, ids[3], "いたずら", now=NOW, today=TODAY)
    with database.read() as session:
        wanted = [number for _day, number in sorted(zip(days, ids, strict=True), reverse=True)]
        seen: list[int] = []
        after = None
        for _page in range(3):
            page = responses_of_survey(session, survey, after=after, limit=3)
            seen += [row.id for row in page.rows]
            after = page.following
        assert (seen, after) == (wanted, None)
        assert responses_of_survey(session, survey, limit=7).following is None
        settled = responses_of_survey(session, survey, states=[ResponseState.SETTLED])
        assert ids[3] not in [row.id for row in settled.rows]


def test_nothing_of_the_staff_is_shown_before_five_answered(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, audience=Audience.STAFF)
        for number in range(5):
            assert responses_of_survey(session, survey).rows == ()
            record(session, survey, nps(number))
        assert len(responses_of_survey(session, survey).rows) == 5


def test_what_a_customer_thinks_is_what_was_said_last(database: Database) -> None:
    seven = replace(CONTENT, questions=(Question("staff", QuestionKind.SCALE, "対応", points=7), Question("two", QuestionKind.SCALE, "味")))
    with database.write() as session:
        customer = add_customer(session)
        assert customer_voice(session, customer) == NO_VOICE
        survey = add_survey(session)
        record(session, survey, nps(3), Answer("words", words="寒い"), customer_id=customer, day=date(2026, 9, 1))
        record(session, survey, nps(8), Answer("staff", ("2",)), customer_id=customer, day=date(2026, 10, 1))
        fields = (Answer("staff", ("7",)), Answer("two", ("2",)))
        scales = record(session, add_survey(session, seven), *fields, customer_id=customer, day=date(2026, 11, 1))
        bad = record(session, survey, nps(0), customer_id=customer)
        service.throw_out(session, bad, "別の方", now=NOW, today=TODAY)
        voice = customer_voice(session, customer)
        assert (voice.sheets, voice.nps, voice.nps_day) == (3, 8, date(2026, 10, 1))
        # 7 of 7 counts 5, 2 of 5 counts 2.
        assert voice.satisfaction == pytest.approx(3.5)
        assert voice.satisfaction_day == date(2026, 11, 1)
        assert (voice.remark, voice.remark_day) == ("寒い", date(2026, 9, 1))
        rows = answers_of_customer(session, customer)
        assert [row.id for row in rows[:2]] == [bad, scales] and len(rows) == 4
        assert answers_of_customer(session, add_customer(session, "森 健二")) == ()


@pytest.mark.parametrize("typed", ["K7M42QX", "k7m4-2qx", "Ｋ７Ｍ４－２ＱＸ", "12-1-K7M4-2QX", "S12:1:K7M42QXA", "K7M", "  k7 "])
def test_a_sheet_is_found_by_what_stands_on_it(database: Database, typed: str) -> None:
    with database.write() as session:
        survey, customer = add_survey(session), add_customer(session)
        sheet = add_sheet(session, survey, "K7M42QX", customer)
        add_sheet(session, survey, "M7M42QX")
        (found,) = find_sheets(session, survey, typed)
        assert (found.sheet_id, found.customer_id, found.customer_name, found.shown) == (sheet, customer, "吉田 和子", "K7M4-2QX")
        assert found == sheet_found(session, sheet)


def test_words_that_are_no_number_find_no_sheet(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        add_sheet(session, survey, "K7M42QX")
        for typed in ("吉田", "K", "", "K7M42QXX", "OOO"):
            assert find_sheets(session, survey, typed) == ()


def test_a_sheet_of_another_survey_is_found_only_by_its_whole_number(database: Database) -> None:
    with database.write() as session:
        survey, other = add_survey(session), add_survey(session, replace(CONTENT, title="ほかの"))
        add_sheet(session, other, "K7M42QX")
        assert find_sheets(session, survey, "K7M4") == ()
        (found,) = find_sheets(session, survey, "K7M42QX")
        assert (found.survey_id, found.survey_title) == (other, "ほかの")
        assert len(find_sheets(session, None, "K7M4")) == 1


def test_words_find_customers_but_not_for_the_staff(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session, "吉田 和子", kana="よしだ かずこ")
        hits = find_entry(session, add_survey(session), "よしだ", TODAY)
        assert ([row.id for row in hits.customers], hits.sheets, hits.text) == ([customer], (), "よしだ")
        assert find_entry(session, add_survey(session, audience=Audience.STAFF), "よしだ", TODAY).customers == ()


def test_what_is_left_to_type_in(database: Database) -> None:
    with database.write() as session:
        survey, customer = add_survey(session), add_customer(session)
        first, second = add_sheet(session, survey, "K7M42QX", customer), add_sheet(session, survey, "K7M42QY", customer)
        assert sheets_to_enter(session, survey)[0] == 2
        newest = sheet_of_customer(session, survey, customer)
        assert newest is not None and newest.sheet_id == second
        number = record(session, survey, nps(9), sheet_id=second)
        left = sheet_of_customer(session, survey, customer)
        assert left is not None and left.sheet_id == first
        count, rows = sheets_to_enter(session, survey)
        assert (count, [row.sheet_id for row in rows]) == (1, [first])
        recorded = sheet_found(session, second)
        assert recorded is not None
        assert (recorded.response_id, recorded.is_recorded, recorded.response_day) == (number, True, TODAY)
        service.throw_out(session, number, "破れた", now=NOW, today=TODAY)
        assert sheets_to_enter(session, survey)[0] == 2
        assert sheet_of_customer(session, survey, add_customer(session, "森 健二")) is None


def test_a_scan_with_doubts_waits_to_be_typed(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        sheet = add_sheet(session, survey, "K7M42QX")
        fields = answered(survey, nps(9), sheet_id=sheet, source=ResponseSource.SCAN)
        response, _made = service.write_response(session, fields, now=NOW, today=TODAY, state=ResponseState.OPEN)
        page = scan(session, sheet, response.id, b"jpeg")
        found = sheet_found(session, sheet)
        assert found is not None
        assert (found.response_state, found.is_recorded, found.page_ids) == (ResponseState.OPEN, False, (page,))
        assert sheets_to_enter(session, survey)[0] == 1
