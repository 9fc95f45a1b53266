"""アンケート on the page of a customer: scores among the facts, the history, the tab, and what can be done with a sheet."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from app.context import AppContext
from app.domain.points import RuleFields
from app.domain.surveys import Answer, ResponseState, SurveyRules
from app.models.answer_rows import read_answers
from app.models.database import Database
from app.models.surveys import SurveyResponse
from app.services.points import adjust_points, set_rule
from app.services.survey_responses import record_response, throw_out
from app.services.surveys import archive_survey
from app.views.customers.page import CustomersPage
from app.views.surveys.answers_panel import AnswersPanel
from app.views.theme import Mode, Theme
from app.views.tokens import Tone
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.customers.conftest import Shown
from tests.gui.widgets.audit import clipped
from tests.surveys import add_survey, answered, nps

EARLIER = date(2026, 10, 3)


@pytest.fixture
def sheets(database: Database, people: dict[str, int]) -> tuple[int, int]:
    """Of „late“: a low one in October with a remark, and a better one today."""
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        survey = add_survey(session, rules=SurveyRules(points=50))
        low = answered(survey, nps(3), Answer("words", words="寒かったです"), customer_id=people["late"], day=EARLIER)
        good = answered(survey, nps(8), Answer("staff", ("4",)), customer_id=people["late"])
        first, second = (record_response(session, one, now=NOW, today=TODAY).response_id for one in (low, good))
        return first, second


def panel_of(page: CustomersPage) -> AnswersPanel:
    (panel,) = page.window().findChildren(AnswersPanel)
    return panel


def kept(database: Database, response_id: int) -> SurveyResponse | None:
    with database.read() as session:
        found = session.get(SurveyResponse, response_id)
        session.expunge_all()
        return found


def test_a_shop_that_asks_nothing_has_no_tab(people: dict[str, int], shown: Shown) -> None:
    page = shown(customer_id=people["late"], tab="answers")
    assert page.detail.tabs.current() == "timeline" and page.detail.facts.voice.isHidden()


def test_the_latest_scores_stand_among_the_facts_with_the_remark(
    people: dict[str, int], sheets: tuple[int, int], shown: Shown
) -> None:
    page = shown(customer_id=people["late"])
    words = page.detail.facts.voice.text()
    assert "8/10 (11/20)" in words and "4.0/5 (11/20)" in words and "寒かったです" in words and "(10/3)" in words
    assert page.detail.facts.voice.property("tone") == Tone.TEXT2.value
    page.open_with(customer_id=people["once"])
    assert page.detail.facts.voice.isHidden()


def test_a_low_score_stands_out(people: dict[str, int], sheets: tuple[int, int], shown: Shown, database: Database) -> None:
    with database.write() as session:
        throw_out(session, sheets[1], "別の方", now=NOW, today=TODAY)
    page = shown(customer_id=people["late"])
    assert "3/10" in page.detail.facts.voice.text()
    assert page.detail.facts.voice.property("tone") == Tone.WARN.value


def test_the_history_says_what_was_said(people: dict[str, int], sheets: tuple[int, int], shown: Shown) -> None:
    page = shown(customer_id=people["late"])
    told = [item for item in page.detail.timeline.list.items() if item.title == "Answered a survey"]
    assert ["8/10" in item.detail for item in told] == [True, False]
    assert "寒かったです" in told[1].detail and "ご来店アンケート" in told[1].detail
    page.detail.timeline.list.activated_key.emit(told[1].key)
    assert panel_of(page).form.draft.answers()[0] == nps(3)


def test_the_tab_lists_all_sheets_newest_first(people: dict[str, int], sheets: tuple[int, int], shown: Shown, database: Database) -> None:
    with database.write() as session:
        throw_out(session, sheets[0], "別の方の用紙", now=NOW, today=TODAY)
    page = shown(customer_id=people["late"], tab="answers")
    assert page.detail.tabs.current() == "answers"
    rows = page.detail.answers.list.rows()
    assert [row.key for row in rows] == [sheets[1], sheets[0]]
    assert [item.title for item in page.detail.timeline.list.items()].count("Answered a survey") == 1
    assert "別の方の用紙" in rows[1].detail and rows[1].chip is not None and rows[0].chip is None
    page.detail.answers.list.action_triggered.emit("take_back_in", sheets[0])
    assert [row.chip for row in page.detail.answers.list.rows()][1] != rows[1].chip
    found = kept(database, sheets[0])
    assert found is not None and found.state is ResponseState.SETTLED


def test_a_sheet_is_corrected_in_the_panel(
    people: dict[str, int], sheets: tuple[int, int], shown: Shown, database: Database, messages: MessageSpy
) -> None:
    page = shown(customer_id=people["late"], tab="answers")
    page.detail.answers.list.activated_key.emit(sheets[0])
    panel = panel_of(page)
    assert "吉田 和子" in panel.who.text() and panel.day.value() == EARLIER
    panel.form.block("nps").choice("9").click()
    panel.note.setPlainText("電話で確かめた")
    panel.save.click()
    with database.read() as session:
        assert nps(9) in read_answers(session, [sheets[0]])[sheets[0]]
    found = kept(database, sheets[0])
    assert found is not None and found.note == "電話で確かめた"
    assert messages.toasts[-1][1] is not None and not panel.isVisible()
    assert page.detail.answers.list.rows()[1].chip is not None


def test_a_sheet_is_left_out_with_a_reason(
    people: dict[str, int], sheets: tuple[int, int], shown: Shown, database: Database, messages: MessageSpy
) -> None:
    page = shown(customer_id=people["late"], tab="answers")
    page.detail.answers.list.action_triggered.emit("throw_out", sheets[0])
    panel = panel_of(page)
    panel.confirm_out.click()
    assert panel.reason_field.has_error and panel.isVisible()
    panel.reason.setText("二重")
    panel.confirm_out.click()
    found = kept(database, sheets[0])
    assert found is not None and (found.state, found.reason) == (ResponseState.THROWN_OUT, "二重")
    assert messages.toasts[-1][1] is not None


def test_points_that_were_used_are_asked_about(
    people: dict[str, int], sheets: tuple[int, int], shown: Shown, database: Database, messages: MessageSpy
) -> None:
    with database.write() as session:
        adjust_points(session, people["late"], -80, "景品", now=NOW, today=TODAY)
    page = shown(customer_id=people["late"], tab="answers")
    messages.answer = False
    page.detail.answers.list.action_triggered.emit("delete", sheets[0])
    assert len(messages.questions) == 1 and kept(database, sheets[0]) is not None
    messages.answer = True
    page.detail.answers.list.action_triggered.emit("delete", sheets[0])
    assert kept(database, sheets[0]) is None and messages.errors == []
    assert [row.key for row in page.detail.answers.list.rows()] == [sheets[1]]


def test_somebody_else_wrote_it(people: dict[str, int], sheets: tuple[int, int], shown: Shown, database: Database) -> None:
    page = shown(customer_id=people["late"], tab="answers")
    page.detail.answers.list.action_triggered.emit("link", sheets[1])
    panel = panel_of(page)
    assert panel.search.isVisible()
    panel.search.chosen.emit(people["once"], "")
    found = kept(database, sheets[1])
    assert found is not None and found.customer_id == people["once"]
    assert [row.key for row in page.detail.answers.list.rows()] == [sheets[0]]


def test_words_that_would_be_lost_are_asked_about(
    people: dict[str, int], sheets: tuple[int, int], shown: Shown, messages: MessageSpy
) -> None:
    page = shown(customer_id=people["late"], tab="answers")
    page.detail.answers.list.activated_key.emit(sheets[0])
    panel = panel_of(page)
    panel.form.block("nps").choice("5").click()
    messages.answer = False
    assert not panel.close_panel() and len(messages.questions) == 1
    messages.answer = True
    assert panel.close_panel()


def test_a_talk_is_noted_from_the_page(
    people: dict[str, int], sheets: tuple[int, int], shown: Shown, navigation: NavigationSpy, database: Database
) -> None:
    page = shown(customer_id=people["once"], tab="answers")
    page.detail.answers.talk.click()
    name, arguments = navigation.shown[-1]
    assert (name, arguments["view"], arguments["customer_id"], arguments["is_talk"]) == ("surveys", "entry", people["once"], True)
    with database.write() as session:
        archive_survey(session, arguments["survey_id"], now=NOW)
    again = shown(customer_id=people["late"], tab="answers")
    assert again.detail.answers.talk.isHidden() and len(again.detail.answers.list.rows()) == 2


@pytest.mark.parametrize(("size", "percent"), [((1080, 600), 100), ((1366, 768), 150)])
def test_nothing_is_cut_off(
    people: dict[str, int],
    sheets: tuple[int, int],
    shown: Shown,
    qapp: QApplication,
    context: AppContext,
    size: tuple[int, int],
    percent: int,
) -> None:
    Theme.install(qapp, mode=Mode.DARK, text_percent=percent)
    page = shown(*size, customer_id=people["late"], tab="answers")
    assert clipped(page.detail) == []
    page.detail.answers.list.activated_key.emit(sheets[0])
    assert clipped(panel_of(page)) == []
