"""Surveys as they are kept: drafts, versions, and what may be deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.survey_errors import NothingAsked, SurveyInUse, SurveyTitleMissing, UnknownSurvey
from app.domain.surveys import Audience, Question, QuestionKind, SurveyContent, SurveyRules, SurveyState
from app.models.database import Database
from app.queries.surveys import survey_named, survey_view, surveys, version_content
from app.services.actions import redo, undo
from app.services.surveys import (
    archive_survey,
    change_rules,
    copy_survey,
    create_survey,
    delete_survey,
    ensure_version,
    restore_survey,
    save_draft,
)
from tests.factories import NOW

VISIT = SurveyContent(
    "ご来店後アンケート",
    "ja",
    (
        Question("q1", QuestionKind.NPS, "すすめたいと思いますか", required=True),
        Question("q2", QuestionKind.SINGLE, "またお越しになりますか", ("はい", "いいえ")),
    ),
)
RENAMED = replace(VISIT, title="秋のアンケート")
LATER = NOW + timedelta(minutes=20)


def test_a_new_survey_is_a_draft_that_can_be_taken_back(database: Database) -> None:
    with database.write() as session:
        made = create_survey(session, replace(VISIT, title="  ご来店後 \n アンケート "), now=NOW)
    with database.read() as session:
        view = survey_view(session, made.survey_id)
        assert (view.content.title, view.state, view.version, view.changed) == ("ご来店後 アンケート", SurveyState.DRAFT, 0, True)
        assert view.content.questions == VISIT.questions
    with database.write() as session:
        undo(session, now=NOW)
    with database.read() as session:
        assert surveys(session) == ()
    with database.write() as session:
        redo(session, now=NOW)
    with database.read() as session:
        assert [row.title for row in surveys(session)] == ["ご来店後 アンケート"]


def test_a_survey_without_a_title_is_refused(database: Database) -> None:
    with database.write() as session, pytest.raises(SurveyTitleMissing):
        create_survey(session, replace(VISIT, title=" "), now=NOW)


def test_what_was_typed_in_one_go_is_taken_back_at_once(database: Database) -> None:
    with database.write() as session:
        number = create_survey(session, VISIT, now=NOW).survey_id
    for minute, title in enumerate(("秋", "秋の", "秋のアンケート"), 10):
        with database.write() as session:
            save_draft(session, number, replace(VISIT, title=title), now=NOW + timedelta(minutes=minute))
    with database.write() as session:
        assert save_draft(session, number, RENAMED, now=LATER).action_id is None
        undo(session, now=LATER)
        assert survey_view(session, number).content == VISIT


def test_a_version_is_made_when_the_draft_differs_and_stays(database: Database) -> None:
    with database.write() as session:
        number = create_survey(session, VISIT, now=NOW).survey_id
        assert ensure_version(session, number, now=NOW).number == 1
        assert ensure_version(session, number, now=NOW).number == 1
        save_draft(session, number, RENAMED, now=LATER)
        assert survey_view(session, number).changed
        assert ensure_version(session, number, now=LATER).number == 2
        assert not survey_view(session, number).changed
        undo(session, now=LATER)
    with database.read() as session:
        assert version_content(session, number, 1) == VISIT
        assert version_content(session, number, 2) == RENAMED
        view = survey_view(session, number)
        assert (view.content, view.version, view.changed, view.state) == (VISIT, 2, True, SurveyState.IN_USE)


def test_no_version_of_a_survey_that_asks_nothing(database: Database) -> None:
    with database.write() as session:
        number = create_survey(session, SurveyContent("題だけ", "ja"), now=NOW).survey_id
        with pytest.raises(NothingAsked):
            ensure_version(session, number, now=NOW)


def test_an_archived_survey_leaves_the_list_and_comes_back(database: Database) -> None:
    with database.write() as session:
        number = create_survey(session, VISIT, now=NOW).survey_id
        ensure_version(session, number, now=NOW)
        archive_survey(session, number, now=NOW)
        assert surveys(session) == ()
        assert [row.state for row in surveys(session, with_archived=True)] == [SurveyState.ARCHIVED]
        restore_survey(session, number, now=NOW)
        assert [row.state for row in surveys(session)] == [SurveyState.IN_USE]


def test_only_what_was_never_used_is_deleted(database: Database) -> None:
    from app.models.surveys import SurveyLayout

    with database.write() as session:
        unused, used = (create_survey(session, VISIT, now=NOW).survey_id for _ in range(2))
        version = ensure_version(session, used, now=NOW)
        ensure_version(session, unused, now=NOW)
        session.add(SurveyLayout(version_id=version.id, choice={}, content={}, drawn=b"", made_at=NOW))
        session.flush()
        delete_survey(session, unused, now=NOW)
        with pytest.raises(SurveyInUse):
            delete_survey(session, used, now=NOW)
        assert [row.id for row in surveys(session)] == [used]
        undo(session, now=NOW)
        assert version_content(session, unused, 1) == VISIT


def test_a_copy_begins_with_the_same_questions_and_rules(database: Database) -> None:
    with database.write() as session:
        number = create_survey(session, VISIT, Audience.STAFF, now=NOW).survey_id
        change_rules(session, number, SurveyRules(points=50), now=NOW)
        other = copy_survey(session, number, "写し", now=NOW).survey_id
        view = survey_view(session, other)
        assert (view.content.questions, view.rules, view.audience, view.is_open) == (
            VISIT.questions,
            SurveyRules(points=50),
            Audience.STAFF,
            True,
        )


def test_a_survey_is_found_by_number_and_by_title(database: Database) -> None:
    with database.write() as session:
        number = create_survey(session, VISIT, now=NOW).survey_id
        assert survey_named(session, str(number)) == number
        assert survey_named(session, "ご来店後アンケート") == number
        with pytest.raises(UnknownSurvey):
            survey_named(session, "冬")
