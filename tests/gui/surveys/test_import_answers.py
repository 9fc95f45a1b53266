"""Bringing in the answers of a web form in the window: the file, its columns, what to look at, the result, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.context import AppContext
from app.domain.surveys import Audience
from app.exchange.survey_columns import question_target
from app.models.database import Database
from app.models.surveys import SurveyAnswer, SurveyResponse
from app.views.importing.entries import EntryKind
from app.views.surveys.import_answers import CHECK, COLUMNS, FILE, RESULT, ImportAnswersView
from app.views.surveys.import_answers_rows import AnswerRows
from app.views.surveys.page import SurveysPage
from app.views.surveys.results import ResultsView
from app.views.theme import Mode, Theme
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import LinkButton
from tests.factories import add_customer
from tests.fakes import MessageSpy
from tests.gui.surveys.shown import done, page_shown
from tests.gui.widgets.audit import clipped
from tests.surveys import add_survey

FORM = (
    "タイムスタンプ,評点,来店のきっかけ,よかったところ,お名前\n"
    '2026/10/02 15:04:05,10,看板,"技術, 価格",山田 花子\n'
    "2026/10/03 09:00:00,4,チラシ,駐車場,鈴木 一\n"
    "あした,4,チラシ,,\n"
)
Shown = Callable[..., ImportAnswersView]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "回答.csv"
    path.write_text(FORM, encoding="utf-8")
    return path


@pytest.fixture
def shown(context: AppContext, qtbot: QtBot) -> Shown:
    def show(audience: Audience = Audience.CUSTOMERS, size: tuple[int, int] = (1240, 768)) -> ImportAnswersView:
        survey = done(context, lambda session: add_survey(session, audience=audience))
        done(context, lambda session: add_customer(session, "山田 花子"))
        page = page_shown(context, qtbot, size, survey_id=survey, view="import")
        view = page.shown
        assert isinstance(view, ImportAnswersView)
        return view

    return show


def host(view: ImportAnswersView) -> SurveysPage:
    found = view.window()
    assert isinstance(found, SurveysPage)
    return found


def press(view: ImportAnswersView) -> None:
    assert view.footer.primary.isEnabled()
    view.footer.primary.click()


def entries(rows: AnswerRows) -> list[tuple[int, EntryKind, str]]:
    model = rows.list.model()
    found = (rows.list.entry(model.index(place, 0)) for place in range(model.rowCount()))
    return [(one.row, one.kind, one.before) for one in found if one is not None]


def stored(database: Database) -> list[int | None]:
    """Whose answers there are."""
    with database.read() as session:
        return list(session.scalars(select(SurveyResponse.customer_id).order_by(SurveyResponse.id)))


def test_from_the_file_to_the_results(database: Database, messages: MessageSpy, shown: Shown, form: Path) -> None:
    view = shown()
    view.open_file(form)
    assert view.step == COLUMNS
    targets = [combo.current() for combo in view.columns.table.combos]
    assert targets == ["answered_at", "", question_target("why"), question_target("liked"), "name"]
    view.columns.table.target_chosen.emit(1, question_target("nps"))
    press(view)
    assert view.step == CHECK
    assert view.check.counts.texts()[:3] == ["2 row(s) come in", "1 row(s) of a customer you know", "1 row(s) without a customer"]
    assert entries(view.check) == [(3, EntryKind.NOTED, "駐車場"), (3, EntryKind.NOTED, "鈴木 一"), (4, EntryKind.REFUSED, "あした")]
    assert stored(database) == []
    press(view)
    assert view.step == RESULT
    assert [one is not None for one in stored(database)] == [True, False]
    assert len(messages.toasts) == 1
    press(view)
    assert isinstance(host(view).shown, ResultsView)


def chosen(database: Database) -> list[tuple[str, str]]:
    """What was ticked of what they liked, by whom it is known."""
    with database.read() as session:
        query = select(SurveyAnswer.response_id, SurveyAnswer.choice).where(SurveyAnswer.question == "liked").order_by(SurveyAnswer.id)
        return [(str(number), str(choice)) for number, choice in session.execute(query)]


def test_what_is_no_choice_is_given_one_by_hand(database: Database, shown: Shown, form: Path) -> None:
    form.write_text(FORM.replace("駐車場", "駐車場、トイレ") + "2026/10/04 10:00:00,7,チラシ,駐車場,\n", encoding="utf-8")
    view = shown()
    view.open_file(form)
    press(view)
    assert [combo.accessibleName() for combo in view.unmatched.combos] == ["What “駐車場” is", "What “駐車場、トイレ” is"]
    first = view.unmatched.combos[0]
    assert [first.itemText(place) for place in range(first.count())] == ["Leave it out", "技術", "雰囲気", "価格", "立地"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_End)
    assert view.step == CHECK
    combos = view.unmatched.combos
    assert [(combo.accessibleName(), combo.current()) for combo in combos] == [("What “トイレ” is", ""), ("What “駐車場” is", "立地")]
    assert combos[1].hasFocus()
    assert [before for _, kind, before in entries(view.check) if kind is EntryKind.NOTED] == ["トイレ", "鈴木 一"]
    combos[1].changed.emit("")
    assert [combo.current() for combo in view.unmatched.combos] == ["", ""]
    view.unmatched.combos[0].changed.emit("価格")
    press(view)
    assert [choice for _, choice in chosen(database)] == ["技術", "価格", "価格", "価格"]


def test_another_column_asks_anew_what_a_text_is(shown: Shown, form: Path) -> None:
    view = shown()
    view.open_file(form)
    press(view)
    view.unmatched.combos[0].changed.emit("立地")
    assert view.go_back()
    view.columns.table.target_chosen.emit(1, question_target("nps"))
    press(view)
    assert [combo.current() for combo in view.unmatched.combos] == [""]
    assert view.go_back()
    view.columns.table.target_chosen.emit(3, "")
    press(view)
    assert not view.unmatched.isVisible()


def test_taking_the_answers_out_again(database: Database, messages: MessageSpy, shown: Shown, form: Path) -> None:
    view = shown()
    view.open_file(form)
    press(view)
    press(view)
    messages.answer = False
    undo_button(view).click()
    assert (messages.questions, len(stored(database))) == (["Undo this import?"], 2)
    messages.answer = True
    undo_button(view).click()
    assert (stored(database), view.step) == ([], FILE)
    assert messages.toasts[-1][0] == "The import was undone: 2 answers taken out"


def undo_button(view: ImportAnswersView) -> LinkButton:
    return next(one for one in view.footer.findChildren(LinkButton) if one.label() == "Undo this import")


def test_files_of_before_are_listed_and_taken_back(database: Database, shown: Shown, form: Path) -> None:
    view = shown()
    view.open_file(form)
    press(view)
    press(view)
    again = next(one for one in view.footer.findChildren(LinkButton) if one.label() == "Another file")
    again.click()
    assert view.step == FILE
    assert view.file.past.model().rowCount() == 1
    view.file.past.setCurrentIndex(view.file.past.model().index(0, 0))
    view.file.past.setFocus()
    QTest.keyClick(view.file.past, Qt.Key.Key_Delete)
    assert stored(database) == [] and view.file.past.model().rowCount() == 0


def test_the_same_file_again_is_pointed_out(database: Database, shown: Shown, form: Path) -> None:
    view = shown()
    for _ in range(2):
        view.open_file(form)
        press(view)
        if view.footer.primary.isEnabled():
            press(view)
    assert (view.step, len(stored(database))) == (CHECK, 2)
    assert "2 row(s) there already, left out" in view.check.counts.texts()
    view.open_file(form)
    banner = view.findChild(Banner)
    assert banner is not None and banner.isVisible() and "imported before" in banner.accessibleName()


def test_without_a_column_for_a_question_one_cannot_go_on(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("色,形\n赤,丸\n", encoding="utf-8")
    view = shown()
    view.open_file(path)
    assert (view.step, view.footer.primary.isEnabled()) == (COLUMNS, False)
    view.columns.table.target_chosen.emit(0, question_target("words"))
    assert view.footer.primary.isEnabled()
    assert view.go_back() and view.step == FILE
    view.file.go_on.click()
    assert view.step == COLUMNS


def test_a_file_that_cannot_be_read_is_said(messages: MessageSpy, shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n" + b"x" * 100)
    view = shown()
    view.open_file(path)
    banner = view.findChild(Banner)
    assert (view.step, messages.errors) == (FILE, [])
    assert banner is not None and banner.isVisible()


def test_a_staff_survey_speaks_of_no_customers(database: Database, shown: Shown, form: Path) -> None:
    view = shown(Audience.STAFF)
    view.open_file(form)
    press(view)
    assert [text.split(" ", 2)[2] for text in view.check.counts.texts()] == ["come in", "cannot come in"]
    assert all("鈴木" not in before for _, _, before in entries(view.check))
    press(view)
    assert stored(database) == [None, None]


def test_a_file_is_dropped_onto_the_view(shown: Shown, form: Path) -> None:
    view = shown()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(form))])
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)
    assert view.step == COLUMNS


@pytest.mark.parametrize("size", [(1240, 768), (960, 560)])
@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, shown: Shown, form: Path, size: tuple[int, int], percent: int) -> None:
    Theme.install(qapp, mode=Mode.LIGHT, text_percent=percent)
    view = shown(size=size)
    qtbot.waitUntil(lambda: clipped(view) == [])
    view.open_file(form)
    for _ in range(2):
        qtbot.waitUntil(lambda: clipped(view) == [])
        press(view)
    qtbot.waitUntil(lambda: clipped(view) == [])
