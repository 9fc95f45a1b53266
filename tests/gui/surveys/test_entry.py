"""Typing a pile of paper in: one key for each question, the next sheet by itself, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.survey_pages import PageState
from app.domain.surveys import OTHER, Answer, Audience, ResponseSource, ResponseState, SurveyRules
from app.jobs.job import Job
from app.jobs.tasks import ImmediateTasks
from app.models.answer_rows import read_answers
from app.models.database import Database
from app.models.surveys import SurveyBatch, SurveyPage, SurveyPicture, SurveyResponse, SurveyVersion
from app.services.actions import undo
from app.services.survey_responses import record_response, write_response
from app.services.surveys import create_survey
from app.views.surveys.entry import TALK, EntryView
from app.views.surveys.page import SurveysPage
from app.views.theme import Mode, Theme
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.fakes import FixedClock, MessageSpy
from tests.gui.surveys.shown import done, page_shown
from tests.gui.widgets.audit import clipped
from tests.surveys import CONTENT, add_sheet, add_survey, answered, nps

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


class HeldTasks(ImmediateTasks):
    """What is asked about recorded sheets is answered when it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self.is_held = False
        self.held: list[Callable[[], Job]] = []

    def query(self, *given: Any, **more: Any) -> Job:
        do = partial(super().query, *given, **more)
        if not (self.is_held and more.get("replaces") == "recorded"):
            return do()
        self.held.append(do)
        return Job(more["owner"], "", "")


@pytest.fixture
def tasks(database: Database) -> HeldTasks:
    made = HeldTasks()
    made.open(database)
    return made


@pytest.fixture
def survey(context: AppContext) -> int:
    return done(context, lambda session: add_survey(session, rules=SurveyRules(points=50)))


def shown(context: AppContext, qtbot: QtBot, survey_id: int, **handed_over: Any) -> EntryView:
    page = page_shown(context, qtbot, survey_id=survey_id, view="entry", **handed_over)
    assert isinstance(page.shown, EntryView)
    active(page, qtbot)
    return page.shown


def active(window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()


def sheets(database: Database) -> list[tuple[SurveyResponse, tuple[Answer, ...]]]:
    with database.read() as session:
        rows = session.scalars(select(SurveyResponse).order_by(SurveyResponse.id)).all()
        answers = read_answers(session, (row.id for row in rows))
        session.expunge_all()
        return [(row, answers[row.id]) for row in rows]


def take(view: EntryView, text: str) -> None:
    """Type the number of a sheet or a name, and Enter."""
    view.target.search.setText(text)
    QTest.keyClick(view.target.search, ENTER)


def press(signs: Iterable[str | Qt.Key]) -> None:
    """Keys where the keyboard is."""
    for sign in signs:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(sign, str):
            QTest.keyClicks(widget, sign)
        else:
            QTest.keyClick(widget, sign)


def picture() -> bytes:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_a_sheet_is_typed_in_without_the_mouse(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    customer = done(context, lambda session: add_customer(session, "吉田 和子"))
    sheet = done(context, lambda session: add_sheet(session, survey, "K7M42QX", customer))
    view = shown(context, qtbot, survey)
    assert view.target.search.hasFocus() and not view.record.isEnabled()
    take(view, "k7m")
    assert view.target.who.text().startswith("吉田 和子")
    press(["t", "4", "1", "1", "3", SPACE, "6", ENTER, ENTER])
    assert view.form.block("words").field is QApplication.focusWidget()
    press(["arigatou", Qt.Key.Key_Tab])
    assert view.record.hasFocus()
    press([ENTER])
    (row, answers) = sheets(database)[0]
    assert (row.customer_id, row.sheet_id, row.source, row.day) == (customer, sheet, ResponseSource.KEYBOARD, TODAY)
    assert answers == (
        nps(10),
        Answer("staff", ("4",)),
        Answer("why", ("ご紹介",)),
        Answer("liked", ("技術", "価格")),
        Answer("visits", number=6.0),
        Answer("words", words="arigatou"),
    )
    assert view.target.search.hasFocus() and view.target.search.text() == ""
    assert not view.record.isEnabled() and not view.is_touched()


def test_forty_sheets_without_a_number_run_through(
    context: AppContext, qtbot: QtBot, survey: int, database: Database, clock: FixedClock
) -> None:
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    for number in range(40):
        press([str(number % 10), "3"])
        view.trigger_primary()
        assert view.form.draft.current == CONTENT.asked[0]
    assert [answers[0].chosen for _row, answers in sheets(database)] == [(str(number % 10),) for number in range(40)]
    assert all(row.customer_id is None for row, _answers in sheets(database))
    clock.advance(0)
    assert view.recorded.counted().startswith("40")


def test_a_wrong_key_is_taken_back(context: AppContext, qtbot: QtBot, survey: int) -> None:
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    press(["3", "b", "u", "u", "9"])
    assert view.form.draft.answers() == (nps(9),)
    assert view.form.block("nps").choice("9").isChecked() and not view.form.block("nps").choice("3").isChecked()
    assert view.undo() and view.form.draft.answers() == ()
    assert not view.undo()
    press(["q", "x"])
    assert not view.is_touched()


def test_the_mouse_does_all_of_it(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    customer = done(context, lambda session: add_customer(session, "吉田 和子"))
    done(context, lambda session: add_sheet(session, survey, "K7M42QX", customer))
    view = shown(context, qtbot, survey)
    assert "1" in view.target.caption.text()
    view.target.hits.activated_key.emit(view.target.hits.rows()[0].key)
    for question, choice in (("nps", "7"), ("liked", "雰囲気"), ("liked", "立地"), ("liked", "立地"), ("why", OTHER)):
        view.form.block(question).choice(choice).click()
    field = view.form.block("why").field
    assert field is not None and field.hasFocus() and not field.isHidden()
    press(["kanban", ENTER])
    assert view.form.draft.current == CONTENT.question("liked")
    view.record.click()
    assert sheets(database)[0][1] == (nps(7), Answer("why", (OTHER,), words="kanban"), Answer("liked", ("雰囲気",)))


def test_arrows_and_tab_go_from_question_to_question(context: AppContext, qtbot: QtBot, survey: int) -> None:
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    press([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up])
    assert view.form.draft.place == 1 and view.form.block("staff").is_current()
    press([Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab])
    assert view.form.block("visits").field is QApplication.focusWidget()
    press([Qt.Key.Key_Backtab])
    assert view.form.block("liked").is_current() and view.form.hasFocus()


def test_a_low_score_and_points_are_named_and_undone(
    context: AppContext, qtbot: QtBot, survey: int, database: Database, messages: MessageSpy
) -> None:
    done(context, lambda session: add_customer(session, "吉田 和子", kana="よしだ かずこ"))
    view = shown(context, qtbot, survey)
    take(view, "よしだ")
    press(["2"])
    view.trigger_primary()
    (row,) = view.recorded.list.rows()
    assert row.title.startswith("吉田 和子") and "2" in row.detail
    view.recorded.list.action_triggered.emit("undo", row.key)
    assert sheets(database) == [] and view.recorded.sheets() == [] and messages.errors == []
    assert view.recorded.counted() == ""


def test_what_the_programs_own_undo_takes_back_leaves_the_list(context: AppContext, qtbot: QtBot, survey: int) -> None:
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    press(["2"])
    view.trigger_primary()
    assert len(view.recorded.sheets()) == 1
    done(context, lambda session: undo(session, now=NOW))
    assert view.recorded.sheets() == [] and view.recorded_card.isHidden()


def test_a_sheet_recorded_while_the_list_is_checked_stays_in_it(context: AppContext, qtbot: QtBot, survey: int, tasks: HeldTasks) -> None:
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    press(["2"])
    view.trigger_primary()
    tasks.is_held = True
    view.refresh()
    press(["3"])
    view.trigger_primary()
    tasks.held[0]()
    assert len(view.recorded.sheets()) == 2


def test_undo_in_the_search_means_the_sheet_and_not_its_number(context: AppContext, qtbot: QtBot, survey: int) -> None:
    done(context, lambda session: add_sheet(session, survey, "K7M42QX"))
    view = shown(context, qtbot, survey)
    search = view.target.search
    QTest.keyClicks(search, "K7M4")
    assert leaves_undo_to_the_field(search)
    QTest.keyClick(search, ENTER)
    press(["9"])
    view.trigger_primary()
    assert search.hasFocus() and not leaves_undo_to_the_field(search)


def leaves_undo_to_the_field(search: QWidget) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(search, event)
    return event.isAccepted()


def test_a_recorded_sheet_is_corrected_in_its_place(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    sheet = done(context, lambda session: add_sheet(session, survey, "K7M42QX"))
    fields = answered(survey, nps(3), sheet_id=sheet, day=date(2026, 11, 2))
    number = done(context, lambda session: record_response(session, fields, now=NOW, today=TODAY).response_id)
    view = shown(context, qtbot, survey)
    take(view, "K7M4-2QX")
    assert view.target.notice.text() and view.form.draft.answers() == (nps(3),)
    press(["8"])
    view.trigger_primary()
    ((row, answers),) = sheets(database)
    assert (row.id, row.day, answers) == (number, date(2026, 11, 2), (nps(8),))
    view.recorded.correct_requested.emit(number)
    assert view.form.draft.answers() == (nps(8),)


def test_a_sheet_of_another_survey_is_refused_with_its_title(
    context: AppContext, qtbot: QtBot, survey: int, messages: MessageSpy
) -> None:
    other = done(context, add_survey)
    done(context, lambda session: add_sheet(session, other, "K7M42QX"))
    view = shown(context, qtbot, survey)
    take(view, "K7M42QX")
    assert str(messages.errors[0]).startswith("This sheet belongs to the survey")
    assert not view.record.isEnabled()


def test_the_scan_stands_beside_and_its_doubts_are_settled(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    def scan(session: Session) -> None:
        sheet = add_sheet(session, survey, "K7M42QX")
        fields = answered(survey, nps(3), sheet_id=sheet, source=ResponseSource.SCAN)
        response, _made = write_response(session, fields, now=NOW, today=TODAY, state=ResponseState.OPEN)
        batch = SurveyBatch(at=NOW, name="山", pages=1)
        session.add(batch)
        session.flush()
        page = SurveyPage(batch_id=batch.id, file_name="a.pdf", page_in_file=0, fingerprint="f", state=PageState.WAITING)
        page.sheet_id, page.response_id = sheet, response.id
        session.add(page)
        session.flush()
        session.add(SurveyPicture(page_id=page.id, content=picture()))

    done(context, scan)
    view = shown(context, qtbot, survey)
    take(view, "K7M42QX")
    assert not view.picture_card.isHidden()
    width = view.picture.shown_width()
    view.picture.size_button.click()
    assert view.picture.shown_width() == 2 * width
    press(["4"])
    view.trigger_primary()
    ((row, answers),) = sheets(database)
    assert (row.state, row.source, answers) == (ResponseState.SETTLED, ResponseSource.KEYBOARD, (nps(4),))
    assert view.picture_card.isHidden()


def test_a_talk_is_noted_with_its_customer(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    done(context, add_staff)
    customer = done(context, lambda session: add_customer(session, "吉田 和子"))
    done(context, lambda session: add_sheet(session, survey, "K7M42QX", customer))
    view = shown(context, qtbot, survey, customer_id=customer, is_talk=True)
    assert view.mode.current() == TALK and view.note.hasFocus()
    view.note.setPlainText("駐車場がほしいとのこと")
    view.staff.set_current("田中 美咲")
    view.form.block("nps").choice("8").click()
    view.record.click()
    ((row, answers),) = sheets(database)
    assert (row.source, row.note, row.customer_id, row.sheet_id) == (ResponseSource.TALK, "駐車場がほしいとのこと", customer, None)
    assert row.staff_id is not None and answers == (nps(8),)
    view.target.search.setText("K7M")
    view.target.search.send_now()
    assert view.target.hits.rows() == [] and view.note.text() == ""


def test_what_cannot_be_read_is_said_before_it_is_recorded(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    field = view.form.block("visits").field
    assert field is not None
    view.form.go_to("nps")
    press(["5"])
    view.form.go_to("visits")
    press(["often"])
    view.trigger_primary()
    assert "5" in view.problem.text() and not view.problem.isHidden() and field.hasFocus()
    assert sheets(database) == []
    field.clear()
    press(["12"])
    view.trigger_primary()
    assert sheets(database)[0][1] == (nps(5), Answer("visits", number=12.0))


def test_an_empty_sheet_is_not_recorded(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    view.trigger_primary()
    assert view.problem.text() and sheets(database) == [] and view.record.isEnabled()


def test_the_first_answer_of_all_makes_the_version(context: AppContext, qtbot: QtBot, database: Database) -> None:
    survey = done(context, lambda session: create_survey(session, CONTENT, now=NOW).survey_id)
    view = shown(context, qtbot, survey)
    view.target.nobody.click()
    for sign in "34":
        press([sign])
        view.trigger_primary()
    with database.read() as session:
        assert session.scalars(select(SurveyVersion.number)).all() == [1]
    assert len(sheets(database)) == 2


def test_nobody_of_the_staff_is_asked_for_a_name(context: AppContext, qtbot: QtBot) -> None:
    survey = done(context, lambda session: add_survey(session, audience=Audience.STAFF))
    done(context, add_staff)
    done(context, lambda session: add_customer(session, "吉田 和子"))
    view = shown(context, qtbot, survey)
    assert view.mode.isHidden() and view.staff_field.isHidden()
    view.target.search.setText("吉田")
    view.target.search.send_now()
    assert view.target.hits.rows() == []


def test_words_that_would_be_lost_are_asked_about(context: AppContext, qtbot: QtBot, survey: int, messages: MessageSpy) -> None:
    page = page_shown(context, qtbot, survey_id=survey, view="entry")
    view = page.shown
    assert isinstance(view, EntryView)
    view.target.nobody.click()
    assert view.may_leave(lambda: None) and messages.questions == []
    view.form.block("nps").choice("3").click()
    messages.answer = False
    assert not view.may_leave(lambda: None) and len(messages.questions) == 1
    view.target.another.click()
    assert view.form.draft.answers() == (nps(3),)
    messages.answer = True
    view.target.another.click()
    assert not view.record.isEnabled()


def test_a_trial_writes_nothing(context: AppContext, qtbot: QtBot, survey: int, database: Database) -> None:
    view = EntryView(context, survey, trial_content=CONTENT)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    active(view, qtbot)
    view.form.begin()
    press(["9", "5", "1", SPACE, ENTER, ENTER, Qt.Key.Key_Tab])
    assert view.problem.text() and view.form.draft.answers()
    assert view.may_leave(lambda: None)
    view.refresh()
    view.record.click()
    assert view.form.draft.answers() == () and sheets(database) == []


@pytest.mark.parametrize(("size", "percent"), [((1080, 600), 100), ((1366, 768), 150), ((1366, 768), 100)])
def test_nothing_is_cut_off(
    context: AppContext, qtbot: QtBot, survey: int, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    Theme.install(qapp, mode=Mode.DARK, text_percent=percent)
    customer = done(context, lambda session: add_customer(session, "吉田 和子"))
    done(context, lambda session: add_sheet(session, survey, "K7M42QX", customer))
    page: SurveysPage = page_shown(context, qtbot, size, survey_id=survey, view="entry")
    view = page.shown
    assert isinstance(view, EntryView)
    assert clipped(view) == []
    take(view, "K7M")
    assert clipped(view) == []
    assert page.minimumSizeHint().width() <= size[0]
