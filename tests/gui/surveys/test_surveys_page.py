"""The page as the host of what is done with a survey: one view over the other, and the way back."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.survey_pages import PageState
from app.models.database import Database
from app.models.surveys import SurveyBatch, SurveyPage
from app.services.surveys import save_draft
from app.views.surveys.builder import Builder
from app.views.surveys.entry import EntryView
from app.views.surveys.page import VIEWS, SurveysPage
from app.views.surveys.review import ReviewView
from app.views.surveys.scan_panel import ScanPanel
from app.views.surveys.sheet_run import SheetRunView
from tests.factories import NOW, add_customer
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.surveys.shown import done, keep_survey, kept, page_shown
from tests.surveys import CONTENT


@pytest.fixture
def survey_id(context: AppContext) -> int:
    return keep_survey(context, CONTENT)


def test_printing_lies_over_the_builder_with_what_was_typed(context: AppContext, qtbot: QtBot, survey_id: int, database: Database) -> None:
    page = page_shown(context, qtbot, survey_id=survey_id)
    builder = page.shown
    assert isinstance(builder, Builder)
    builder.draft.open("nps")
    qtbot.keyClicks(builder.questions.card("nps").field, "!")
    page.trigger_primary()
    assert page.findChild(SheetRunView) is not None and not builder.isVisible()
    assert kept(database, survey_id).content == builder.draft.content != CONTENT
    assert page.go_back() and builder.isVisible()


def test_what_cannot_be_printed_is_said_and_stays(context: AppContext, qtbot: QtBot, survey_id: int, messages: MessageSpy) -> None:
    page = page_shown(context, qtbot, survey_id=survey_id)
    builder = page.shown
    assert isinstance(builder, Builder)
    builder.draft.open("nps")
    builder.questions.card("nps").field.selectAll()
    builder.questions.card("nps").typed.emit("nps", "")
    page.trigger_primary()
    assert page.shown is builder and messages.toasts


def test_a_survey_is_tried_as_it_stands(context: AppContext, qtbot: QtBot, survey_id: int, database: Database) -> None:
    page = page_shown(context, qtbot, survey_id=survey_id)
    builder = page.shown
    assert isinstance(builder, Builder)
    builder.checks.trial.click()
    entry = page.findChild(EntryView)
    assert entry is not None and entry.isVisible()
    with_keys = QApplication.focusWidget()
    assert with_keys is entry.form
    qtbot.keyClick(with_keys, Qt.Key.Key_9)
    assert [one.chosen for one in entry.form.draft.answers()] == [("9",)]
    entry.back_requested.emit()
    assert builder.isVisible() and builder.questions.card("nps").hasFocus()
    assert kept(database, survey_id).answers == 0


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_asks_anew_for_all_that_a_view_shows(view: str) -> None:
    module, _, name = VIEWS[view].partition(":")
    assert getattr(getattr(import_module(module), name), "shows", frozenset()) <= SurveysPage.shows


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_opens_and_leads_back(view: str, context: AppContext, qtbot: QtBot, survey_id: int, navigation: NavigationSpy) -> None:
    page = page_shown(context, qtbot)
    page.list.open_requested.emit(survey_id, view)
    module, _, name = VIEWS[view].partition(":")
    assert (type(page.shown).__module__, type(page.shown).__name__) == (module, name)
    assert page.go_back() and page.shown is page.list
    page.open_with(survey_id=survey_id, view=view)
    assert page.go_back() is False
    assert page.may_leave(lambda: None) and page.shown is page.list


def test_sheets_that_came_back_are_read_and_checked_from_the_list(context: AppContext, qtbot: QtBot, survey_id: int) -> None:
    page = page_shown(context, qtbot)
    assert not page.list.check.isVisible()

    def lost(session: Session) -> None:
        batch = SurveyBatch(at=NOW, name="scan", pages=1)
        session.add(batch)
        session.flush()
        session.add(SurveyPage(batch_id=batch.id, file_name="a.pdf", page_in_file=0, fingerprint="f:0", state=PageState.UNLOCATED))

    done(context, lost)
    assert page.list.check.isVisible() and "1" in page.list.check.text()
    page.list.check.click()
    assert page.findChild(ReviewView) is not None and not page.list.isVisible()
    page.go_back()
    page.list.read.click()
    assert any(panel.isVisible() for panel in page.window().findChildren(ScanPanel))


def test_people_handed_over_come_to_the_view(context: AppContext, qtbot: QtBot, survey_id: int) -> None:
    customer = done(context, lambda session: add_customer(session, "田中 美咲", kana="たなか"))
    page = page_shown(context, qtbot, survey_id=survey_id, view="entry", customer_id=customer)
    entry = page.findChild(EntryView)
    assert entry is not None and entry.is_touched() is False
    assert any("田中" in label.text() for label in entry.findChildren(QLabel) if label.isVisible())


def test_names_behind_a_figure_open_the_list_of_names(context: AppContext, qtbot: QtBot, survey_id: int, navigation: NavigationSpy) -> None:
    page = page_shown(context, qtbot, survey_id=survey_id, view="entry")
    assert isinstance(page.shown, EntryView)
    page.shown.people_requested.emit("よかった方", (3, 4))
    assert navigation.shown == [("people", {"customer_ids": [3, 4], "title": "よかった方"})]


def test_what_lies_below_is_as_it_is_by_now(context: AppContext, qtbot: QtBot, survey_id: int) -> None:
    page = page_shown(context, qtbot)
    page.list.open_requested.emit(survey_id, "entry")
    done(context, lambda session: save_draft(session, survey_id, replace(CONTENT, title="新しい名前"), now=NOW))
    page.go_back()
    assert [row.title for row in page.list.list.rows()] == ["新しい名前"]


def test_the_survey_at_the_top_is_opened_where_there_is_one(context: AppContext, qtbot: QtBot) -> None:
    page = page_shown(context, qtbot, is_first=True)
    assert page.shown is page.list
    survey_id = keep_survey(context, CONTENT)
    page.open_with(is_first=True)
    builder = page.findChild(Builder)
    assert builder is not None and builder.isVisible() and builder.survey_id == survey_id


def test_nothing_opens_that_is_not_there(context: AppContext, qtbot: QtBot) -> None:
    page = page_shown(context, qtbot)
    for arguments in ({"view": "no such"}, {"view": "builder"}, {}):
        page.open_with(**arguments)
        assert page.shown is page.list
