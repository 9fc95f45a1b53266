"""The list of surveys: what each says of itself, what can be done with it, and how the first one begins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.errors import StorageLocked
from app.domain.prints import PrintKind
from app.domain.surveys import Audience, ResponseSource, SurveyState
from app.models.database import Database
from app.models.records import PrintRun
from app.models.surveys import SurveySheet
from app.queries.surveys import surveys
from app.services.survey_responses import record_response
from app.services.surveys import save_draft
from app.views.surveys.builder import Builder
from app.views.surveys.entry import EntryView
from app.views.surveys.import_answers import ImportAnswersView
from app.views.surveys.page import SurveysPage
from app.views.surveys.survey_list import READY_SHOWN
from app.views.surveys.templates_panel import EMPTY, TemplatesPanel
from app.views.widgets.row_list import RowContent
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy
from tests.gui.surveys.shown import done, keep_survey, kept, page_shown
from tests.gui.widgets.audit import clipped
from tests.surveys import CONTENT, add_sheet, add_survey, answered, nps


def rows(database: Database) -> list[str]:
    with database.read() as session:
        return [row.title for row in surveys(session)]


def row(page: SurveysPage, survey_id: int) -> RowContent:
    return next(one for one in page.list.list.rows() if one.key == survey_id)


def panel_of(page: SurveysPage) -> TemplatesPanel:
    return next(panel for panel in page.window().findChildren(TemplatesPanel) if panel.isVisible())


@pytest.fixture
def in_use(context: AppContext) -> int:
    """Two sheets of a run are out, one of which came back."""

    def op(session: Session) -> int:
        survey_id = add_survey(session)
        run = PrintRun(at=NOW, day=TODAY, kind=PrintKind.SURVEY, title="", recipe={}, template_hash="", file_hash="", pieces=2, cost=0)
        session.add(run)
        session.flush()
        add_sheet(session, survey_id, "K7M42QX")
        sheet = add_sheet(session, survey_id, "K7M42QY")
        fields = replace(answered(survey_id, nps(9)), sheet_id=sheet, source=ResponseSource.KEYBOARD)
        record_response(session, fields, now=NOW, today=TODAY)
        for one in session.query(SurveySheet):
            one.run_id = run.id
        return survey_id

    return done(context, op)


def test_a_shop_without_surveys_is_offered_three_of_its_trade(context: AppContext, qtbot: QtBot, database: Database) -> None:
    page = page_shown(context, qtbot)
    assert page.list.empty.isVisible() and not page.list.list.isVisible()
    assert len(page.list.proposed.rows()) == READY_SHOWN
    page.list.proposed.select_key(page.list.proposed.rows()[0].key)
    qtbot.keyClick(page.list.proposed, Qt.Key.Key_Return)
    assert rows(database) == [page.list.proposed.rows()[0].title]
    assert isinstance(page.shown, Builder)
    assert clipped(page) == []


def test_a_survey_says_how_far_it_is(context: AppContext, qtbot: QtBot, in_use: int) -> None:
    draft = keep_survey(context, replace(CONTENT, title="社員の声"), Audience.STAFF)
    page = page_shown(context, qtbot)
    shown = row(page, in_use)
    assert shown.chip is None and "Version 1" in shown.what
    assert "7" in shown.detail and "2 sheet(s) handed out" in shown.detail
    assert shown.side.startswith("1 answer") and shown.side_detail
    assert row(page, draft).chip is not None and "Staff" in row(page, draft).what
    done(context, lambda session: save_draft(session, in_use, replace(CONTENT, intro="いつもありがとうございます。"), now=NOW))
    assert "Version 2" in row(page, in_use).what


def test_surveys_of_one_title_are_told_apart(context: AppContext, qtbot: QtBot) -> None:
    first, other = keep_survey(context, CONTENT), keep_survey(context, replace(CONTENT, title="イベント"))
    page = page_shown(context, qtbot)
    assert "changed" not in row(page, first).detail
    second = keep_survey(context, CONTENT)
    assert all("changed " in row(page, one).detail for one in (first, second))
    assert "changed" not in row(page, other).detail


def test_a_ready_made_survey_says_for_whom_it_is(context: AppContext, qtbot: QtBot) -> None:
    page = page_shown(context, qtbot)
    page.list.make.click()
    details = [one.detail for one in panel_of(page).list.rows()]
    assert any("For hair and beauty salons" in one for one in details) and any("For clinics" in one for one in details)
    assert len(set(details)) == len(details)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, None])
def test_a_draft_is_deleted_and_a_used_survey_archived(
    key: Qt.Key | None, context: AppContext, qtbot: QtBot, in_use: int, database: Database, messages: MessageSpy
) -> None:
    draft = keep_survey(context, CONTENT)
    page = page_shown(context, qtbot)
    for survey_id, act in ((draft, "delete"), (in_use, "archive")):
        assert page.list.list.select_key(survey_id)
        if key is not None:
            qtbot.keyClick(page.list.list, key)
        else:
            menu = page.list.list.menu_for(row(page, survey_id))
            page.list.list.action_triggered.emit(act, survey_id)
            assert menu.actions()
        assert messages.toasts[-1][1] is not None
    assert rows(database) == []
    assert kept(database, in_use).state is SurveyState.ARCHIVED


def test_answers_of_a_web_form_are_brought_in_for_what_was_never_printed(context: AppContext, qtbot: QtBot, in_use: int) -> None:
    draft = keep_survey(context, CONTENT)
    page = page_shown(context, qtbot)
    assert [act.id for act in row(page, draft).actions if act.shown] == ["import"]
    assert {act.id for act in row(page, in_use).actions if act.shown} == {"entry", "results"}
    page.list.list.action_triggered.emit("import", draft)
    assert isinstance(page.shown, ImportAnswersView)


def test_what_was_archived_is_found_and_put_back(context: AppContext, qtbot: QtBot, in_use: int, database: Database) -> None:
    page = page_shown(context, qtbot)
    assert not page.list.archived.isVisible()
    page.list.list.action_triggered.emit("archive", in_use)
    assert page.list.list.rows() == [] and page.list.archived.isVisible()
    page.list.archived.click()
    page.list.list.action_triggered.emit("restore", in_use)
    assert kept(database, in_use).state is SurveyState.IN_USE
    assert row(page, in_use).chip is None


def test_answers_can_be_entered_before_anything_is_printed(context: AppContext, qtbot: QtBot, in_use: int) -> None:
    draft = keep_survey(context, CONTENT)
    page = page_shown(context, qtbot)
    shown = {survey_id: next(act for act in row(page, survey_id).actions if act.id == "entry") for survey_id in (draft, in_use)}
    assert not shown[draft].shown and shown[in_use].always
    page.list.list.select_key(draft)
    qtbot.keyClick(page.list.list, Qt.Key.Key_E)
    entry = page.findChild(EntryView)
    assert entry is not None and entry.survey_id == draft


def test_a_copy_is_opened_at_once(context: AppContext, qtbot: QtBot, in_use: int, database: Database) -> None:
    page = page_shown(context, qtbot)
    page.list.list.action_triggered.emit("copy", in_use)
    assert isinstance(page.shown, Builder) and page.shown.survey_id != in_use
    copy = kept(database, page.shown.survey_id)
    assert copy.content.questions == CONTENT.questions and copy.version == 0


@pytest.mark.parametrize("is_empty", [True, False])
def test_a_survey_is_made_from_a_ready_one_or_from_none(is_empty: bool, context: AppContext, qtbot: QtBot, database: Database) -> None:
    page = page_shown(context, qtbot)
    page.trigger_primary()
    panel = panel_of(page)
    assert panel.picture.isVisible() and panel.use.isEnabled()
    key = EMPTY if is_empty else panel.list.rows()[1].key
    assert panel.list.select_key(key)
    wanted = panel.current()
    panel.use.click()
    assert wanted is not None and rows(database) == [wanted.content.title]
    assert isinstance(page.shown, Builder) and page.shown.draft.content == wanted.content


def test_going_back_leads_to_the_survey_in_the_list(context: AppContext, qtbot: QtBot, in_use: int) -> None:
    keep_survey(context, CONTENT)
    page = page_shown(context, qtbot)
    page.list.list.select_key(in_use)
    qtbot.keyClick(page.list.list, Qt.Key.Key_Return)
    builder = page.shown
    assert isinstance(builder, Builder)
    builder.back.click()
    assert page.shown is page.list and page.list.list.current_key() == in_use
    assert page.go_back() is False


def test_a_survey_that_is_gone_says_so_and_the_list_comes(context: AppContext, qtbot: QtBot, messages: MessageSpy) -> None:
    page = page_shown(context, qtbot)
    page.list.open_requested.emit(99, "builder")
    assert page.shown is page.list and len(messages.errors) == 1


def test_a_locked_shop_leaves_the_list_as_it_was(
    context: AppContext, qtbot: QtBot, in_use: int, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_shown(context, qtbot)
    failed: list[Exception] = []
    context.tasks.failed.connect(lambda _job, error: failed.append(error))

    def locked(*_given: object, **_more: object) -> None:
        raise StorageLocked

    monkeypatch.setattr("app.services.surveys.archive_survey", locked)
    page.list.list.action_triggered.emit("archive", in_use)
    assert [type(error) for error in failed] == [StorageLocked]
    assert row(page, in_use).key == in_use


@pytest.mark.parametrize("size", [(1030, 600), (940, 560)])
def test_nothing_is_cut_in_a_small_window(size: tuple[int, int], context: AppContext, qtbot: QtBot, in_use: int) -> None:
    page: QWidget = page_shown(context, qtbot, size)
    assert clipped(page) == []
