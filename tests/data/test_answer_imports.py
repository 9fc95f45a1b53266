"""Answers of web forms in the shop: whose they are, that they come in once, and that they go again as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.imports import ImportKind, ImportSource, ImportTooOld, SurveyChangedMeanwhile
from app.domain.surveys import Answer, Audience, ResponseFields, ResponseSource, ResponseState, SurveyRules
from app.exchange.problems import RowReason
from app.exchange.survey_answers import Answerer, AnswerReading, read_answers
from app.exchange.survey_form import open_form
from app.models.answer_rows import read_answers as stored_answers
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.database import Database
from app.models.points import PointAct
from app.models.records import Action
from app.models.surveys import SurveyAnswer, SurveyResponse
from app.queries.imports import import_rows
from app.services import survey_responses
from app.services.answering_people import AnsweringPeople
from app.services.import_answers import check_answers, store_answers
from app.services.import_customers import ImportOutcome, new_batch
from app.services.imports import undo_import
from app.services.merges import merge_customers
from app.services.surveys import save_draft
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.surveys import CONTENT, add_survey, answered, nps

SOURCE = ImportSource("回答.csv", "a" * 64)
HEAD = "タイムスタンプ,ご友人にすすめたいと思いますか,ひとこと,お名前,メールアドレス,電話番号,会員番号,担当"


def read(tmp_path: Path, *rows: str, head: str = HEAD) -> AnswerReading:
    path = tmp_path / "回答.csv"
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    form = open_form(path, CONTENT)
    return read_answers(form, form.mapping, CONTENT, today=TODAY, zone=ZoneInfo("Asia/Tokyo"))


def bring(session: Session, survey: int, tmp_path: Path, *rows: str) -> ImportOutcome:
    return store_answers(session, read(tmp_path, *rows), survey, source=SOURCE, now=NOW, today=TODAY)


def responses(session: Session) -> list[SurveyResponse]:
    return list(session.scalars(select(SurveyResponse).order_by(SurveyResponse.id)))


def test_rows_become_answers_that_count(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=SurveyRules(points=50))
        hanako = add_customer(session, "山田 花子", email="hanako@example.jp")
        staff = add_staff(session)
        rows = ("2026/09/28 10:00,3,また来ます,,HANAKO@example.jp,,,田中 美咲", "2026/10/02 10:00,9,,,,,,鈴木")
        outcome = bring(session, survey, tmp_path, *rows)
        assert (outcome.accepted, outcome.updated, outcome.without_customer, outcome.refused) == (2, 0, 1, [])
        assert [(one.row, one.reason, one.value) for one in outcome.warnings] == [(3, RowReason.STAFF_UNKNOWN, "鈴木")]
        first, second = responses(session)
        assert (first.customer_id, first.staff_id, first.day, first.wave) == (hanako, staff, date(2026, 9, 28), date(2026, 9, 1))
        assert (first.source, first.state, first.import_id) == (ResponseSource.IMPORT, ResponseState.SETTLED, outcome.import_id)
        assert (second.customer_id, second.staff_id, second.wave) == (None, None, date(2026, 10, 1))
        assert stored_answers(session, [first.id])[first.id] == (nps(3), Answer("words", words="また来ます"))
        # What was said some time ago is no reason to call somebody today.
        assert session.scalar(select(func.count(FollowUp.id))) == session.scalar(select(func.count(PointAct.id))) == 0
        past = import_rows(session)[0]
        assert (past.kind, past.accepted, past.without_customer) == (ImportKind.ANSWERS, 2, 1)


def test_a_row_comes_in_once(database: Database, tmp_path: Path) -> None:
    rows = ["2026/09/28 10:00,3,,,,,,", "2026/09/28 10:00,3,,,,,,"]
    with database.write() as session:
        survey = add_survey(session)
        bring(session, survey, tmp_path, *rows)
        again = bring(session, survey, tmp_path, *rows, "2026/10/01 10:00,8,,,,,,")
        assert (again.accepted, [(one.row, one.reason) for one in again.refused]) == (
            1,
            [(2, RowReason.ANSWERS_THERE), (3, RowReason.ANSWERS_THERE)],
        )
        assert len(responses(session)) == 3
        # Another survey may ask the same people.
        other = add_survey(session)
        assert bring(session, other, tmp_path, *rows).accepted == 2


def test_an_import_of_answers_is_undone_as_a_whole(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=SurveyRules(points=0))
        hanako = add_customer(session, "山田 花子", phone="03-1234-5678")
        kept = survey_responses.record_response(session, replace(_typed(survey), customer_id=hanako), now=NOW, today=TODAY).response_id
        outcome = bring(session, survey, tmp_path, "2026/09/28 10:00,3,とても残念,,,,,", "2026/10/02 10:00,9,,,,,,")
        unlinked = responses(session)[1]
        survey_responses.link_customer(session, unlinked.id, hanako, now=NOW, today=TODAY)
        assert session.scalar(select(func.count(FollowUp.id))) == 1
        acts = session.scalar(select(func.count(Action.id)))
    with database.write() as session:
        undone = undo_import(session, outcome.import_id, now=NOW + timedelta(days=30), today=TODAY)
        assert (undone.answers, undone.customers, undone.kept) == (2, 0, 0)
        assert [one.id for one in responses(session)] == [kept]
        assert session.scalar(select(func.count()).select_from(SurveyAnswer)) == 1
        assert session.scalar(select(func.count(FollowUp.id))) == 0
        # Linking answers that are gone cannot be taken back any more.
        assert session.scalar(select(func.count(Action.id))) == (acts or 0) - 1
        again = bring(session, survey, tmp_path, "2026/09/28 10:00,3,とても残念,,,,,")
        assert (again.accepted, again.refused) == (1, [])
    with database.write() as session, pytest.raises(ImportTooOld):
        undo_import(session, again.import_id, now=NOW + timedelta(days=31), today=TODAY)


def _typed(survey: int) -> ResponseFields:
    return answered(survey, nps(9))


def test_a_customer_who_answered_stays_when_the_list_is_undone(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        batch = new_batch(session, ImportKind.CUSTOMERS, SOURCE, NOW)
        answered_by, silent = add_customer(session, "山田 花子"), add_customer(session, "佐藤 次郎")
        for number in (answered_by, silent):
            session.get_one(Customer, number).import_id = batch.id
        survey_responses.record_response(session, replace(_typed(survey), customer_id=answered_by), now=NOW, today=TODAY)
        undone = undo_import(session, batch.id, now=NOW, today=TODAY)
        assert (undone.customers, undone.kept) == (1, 1)
        assert session.get(Customer, silent) is None


def test_whose_answers_they_are(database: Database) -> None:
    with database.write() as session:
        hanako = add_customer(session, "山田 花子", kana="ヤマダ ハナコ", code="C-1", email="hanako@example.jp", phone="03-1234-5678")
        taro = add_customer(session, "山田 太郎", kana="ヤマダ タロウ", phone="03-1234-5678", email="taro@example.jp")
        add_customer(session, "佐藤 一郎", kana="サトウ イチロウ")
        ichiro = add_customer(session, "佐藤 一郎", kana="サトウ カズオ")
        old = add_customer(session, "田中 みどり", code="M-9", email="old@example.jp")
        kept = add_customer(session, "田中 緑", email="midori@example.jp")
        merge_customers(session, kept, old, now=NOW, today=TODAY)
        people = AnsweringPeople(session)
        several, doubtful, stranger = RowReason.ANSWERED_BY_SEVERAL, RowReason.ANSWERED_BY_DOUBTFUL, RowReason.ANSWERED_BY_STRANGER
        cases = [
            (Answerer(), (None, None)),
            (Answerer(code="c-1"), (hanako, None)),
            (Answerer(email="ＨＡＮＡＫＯ@example.jp"), (hanako, None)),
            (Answerer(phone="0312345678"), (None, several)),
            (Answerer(phone="+81312345678", name="山田太郎"), (taro, None)),
            (Answerer(phone="03-1234-5678", name="山田 次郎"), (None, doubtful)),
            (Answerer(code="C-1", email="taro@example.jp"), (None, doubtful)),
            (Answerer(code="C-7", email="hanako@example.jp"), (None, doubtful)),
            (Answerer(name="佐藤 一郎"), (None, several)),
            (Answerer(name="佐藤 一郎", kana="さとう かずお"), (ichiro, None)),
            (Answerer(name="山田花子"), (hanako, None)),
            (Answerer(name="山田花子", email="other@example.jp"), (None, doubtful)),
            (Answerer(name="ヤマダ ハナコ", email="hanako@example.jp"), (hanako, None)),
            (Answerer(name="見知らぬ 人", email="x@example.jp"), (None, stranger)),
            (Answerer(code="M-9"), (kept, None)),
        ]
        assert [people.find(who) for who, _ in cases] == [found for _, found in cases]


def test_one_of_a_family_is_not_taken_for_another(database: Database) -> None:
    """They share a telephone, and some write no more than the family name."""
    with database.write() as session:
        hanako = add_customer(session, "山田 花子", phone="03-1234-5678", email="hanako@example.jp")
        add_customer(session, "佐藤")
        add_customer(session, "佐藤 一郎")
        alone = add_customer(session, "林")
        people = AnsweringPeople(session)
        home = "03-1234-5678"
        assert people.find(Answerer(phone=home)) == (hanako, None)
        assert people.find(Answerer(phone=home, email="taro@example.jp")) == (None, RowReason.ANSWERED_BY_DOUBTFUL)
        assert people.find(Answerer(phone=home, email="taro@example.jp", name="山田")) == (None, RowReason.ANSWERED_BY_DOUBTFUL)
        # Her whole name outweighs a new address.
        assert people.find(Answerer(phone=home, email="new@example.jp", name="山田花子")) == (hanako, None)
        assert people.find(Answerer(name="佐藤")) == (None, RowReason.ANSWERED_BY_SEVERAL)
        assert people.find(Answerer(name="林")) == (alone, None)


def test_nobody_of_the_staff_is_named(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        survey = add_survey(session, audience=Audience.STAFF)
        add_customer(session, "山田 花子", email="hanako@example.jp")
        add_staff(session)
        reading = read(tmp_path, "2026/09/28 10:00,3,,山田 花子,hanako@example.jp,,,田中 美咲", "きのう,3,,山田 花子,,,,")
        outlook, said = check_answers(session, reading, survey)
        assert (outlook.accepted, outlook.linked, outlook.unlinked, said.warnings) == (1, 0, 0, [])
        store_answers(session, reading, survey, source=SOURCE, now=NOW, today=TODAY)
        assert (responses(session)[0].customer_id, responses(session)[0].staff_id) == (None, None)
        assert [error.name for error in said.refused] == [""]


def test_what_would_happen_is_told_before(database: Database, tmp_path: Path) -> None:
    rows = ("2026/09/28 10:00,3,,,hanako@example.jp,,,", "2026/09/29 10:00,99,よい,知らない人,,,,", "きのう,3,,,,,,")
    with database.write() as session:
        survey = add_survey(session)
        add_customer(session, "山田 花子", email="hanako@example.jp")
        bring(session, survey, tmp_path, "2026/09/01 10:00,5,,,,,,")
        reading = read(tmp_path, *rows, "2026/09/01 10:00,5,,,,,,")
        outlook, said = check_answers(session, reading, survey)
        assert (outlook.accepted, outlook.linked, outlook.unlinked, outlook.there_already) == (2, 1, 1, 1)
        outcome = store_answers(session, reading, survey, source=SOURCE, now=NOW, today=TODAY)
        assert (outcome.refused, outcome.warnings) == (said.refused, said.warnings)
        assert [(one.row, one.reason) for one in outcome.warnings] == [
            (3, RowReason.ANSWER_UNKNOWN),
            (3, RowReason.ANSWERED_BY_STRANGER),
        ]


def test_a_survey_that_was_changed_meanwhile(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        survey = add_survey(session)
        reading = read(tmp_path, "2026/09/28 10:00,3,,,,,,")
        save_draft(session, survey, replace(CONTENT, questions=CONTENT.questions[1:]), now=NOW)
    with pytest.raises(SurveyChangedMeanwhile), database.write() as session:
        store_answers(session, reading, survey, source=SOURCE, now=NOW, today=TODAY)
    with database.read() as session:
        assert responses(session) == [] and import_rows(session) == []
