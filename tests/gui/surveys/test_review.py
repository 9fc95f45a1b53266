"""Looking at what the reader doubted: one key each, back again, and nothing is counted before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.survey_pages import Doubt, PageState
from app.domain.survey_queue import ItemKind, TakenPage
from app.domain.survey_sheets import SheetChoice, SheetPaper
from app.domain.surveys import ResponseState
from app.models.answer_rows import read_answers
from app.models.database import Database
from app.models.surveys import SurveyPage, SurveyResponse, SurveySheet
from app.printing.survey_layout import lay_out
from app.reports.survey_reading import FormBook, read_files, stored_forms
from app.services.survey_scans import take_in
from app.views.surveys.review import ReviewView
from app.views.surveys.review_dialogs import LeaveOutDialog, SheetDialog
from app.views.surveys.review_pictures import FrameKind, page_image
from tests.data.test_survey_reading import filled, keep_layout, squares_of
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped
from tests.scanned import CODES, CONTENT, Printed, print_sheets, read_as, taken

SURE = {"q1": ("9",), "q2": ("満足",), "q3": ("仕上がり",)}
LEFT = Qt.MouseButton.LeftButton
SIZE = (1160, 760)


def read_in(session: Session, *pages: TakenPage) -> None:
    take_in(session, "受付の束", pages, now=NOW, today=TODAY)


@pytest.fixture
def printed(database: Database) -> Printed:
    with database.write() as session:
        people = [add_customer(session, name) for name in ("石井 美代子", "吉田 和子")]
        return print_sheets(session, [*people, None, None])


@pytest.fixture
def pile(database: Database, printed: Printed) -> Printed:
    """Three sheets with one doubt each: a scale, several answers, an open sheet's NPS."""
    with database.write() as session:
        read_in(
            session,
            taken(read_as(printed, CODES[0], SURE, doubts={"q2": Doubt.FAINT}, written=("q4",)), "1.png"),
            taken(read_as(printed, CODES[1], SURE, doubts={"q3": Doubt.FAINT}), "2.png"),
            taken(read_as(printed, CODES[2], SURE, doubts={"q1": Doubt.FAINT}), "3.png"),
        )
    return printed


def shown(context: AppContext, qtbot: QtBot, survey_id: int | None = None, size: tuple[int, int] = SIZE) -> ReviewView:
    view = ReviewView(context, survey_id)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.refresh()
    return view


def press(qtbot: QtBot, view: ReviewView, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or view, key)


def counted(database: Database) -> list[Mapping[str, tuple[str, ...]]]:
    with database.read() as session:
        rows = session.scalars(select(SurveyResponse.id).where(SurveyResponse.state == ResponseState.SETTLED).order_by(SurveyResponse.id))
        told = read_answers(session, rows)
        return [{one.question: one.chosen for one in answers} for answers in told.values()]


def test_one_key_for_each_question_and_the_figures_follow(pile: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot, pile.survey_id)
    assert view.options.title.text() == "2 仕上がりにご満足いただけましたか"
    assert view.left.title.text() == f"Sheet {CODES[0][:4]}-{CODES[0][4:]} · 石井 美代子 様"
    assert (view.head.place.text(), view.head.left.text()) == ("1 of 3", "3 to go · about 1 min")
    assert view.options.why_title.text() == "A mark is faint"
    assert view.focusWidget() is view.options.take
    press(qtbot, view, Qt.Key.Key_Space)
    assert counted(database) == [SURE]
    assert view.options.title.text() == "3 よかったところ"
    # Several answers: keys put and take ticks, Space goes on.
    press(qtbot, view, Qt.Key.Key_2)
    press(qtbot, view, Qt.Key.Key_1)
    assert counted(database) == [SURE]
    press(qtbot, view, Qt.Key.Key_Space)
    assert counted(database)[1]["q3"] == ("担当者の説明",)
    assert view.left.title.text().endswith("without a name")
    press(qtbot, view, Qt.Key.Key_T)
    assert counted(database)[2]["q1"] == ("10",)
    assert view.empty.isVisible() and not view.work.isVisible()
    assert view.empty.body_label.text() == "3 sheet(s) are in the figures."


def test_blank_and_back_again(pile: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    press(qtbot, view, Qt.Key.Key_B)
    assert counted(database) == [{"q1": ("9",), "q3": ("仕上がり",)}]
    press(qtbot, view, Qt.Key.Key_U)
    assert counted(database) == []
    assert (view.options.title.text(), view.course.left) == ("2 仕上がりにご満足いただけましたか", 3)
    press(qtbot, view, Qt.Key.Key_U)
    assert view.course.left == 3
    assert not view.undo()


def test_a_click_on_an_answer_decides(pile: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    worst = next(row for row in view.options.rows if row.option.text == "不満")
    qtbot.mouseClick(worst, LEFT)
    assert counted(database) == [{**SURE, "q2": ("不満",)}]


def test_of_two_marks_none_is_taken_without_a_choice(printed: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    with database.write() as session:
        marks = {"q2": ("満足", "不満")}
        read_in(session, taken(read_as(printed, CODES[0], marks, doubts={"q2": Doubt.TWO_MARKS}), "1.png"))
    view = shown(context, qtbot)
    assert not view.options.take.isEnabled()
    assert [row.isChecked() for row in view.options.rows] == [False] * 6
    press(qtbot, view, Qt.Key.Key_Space)
    assert counted(database) == []
    press(qtbot, view, Qt.Key.Key_5)
    assert counted(database) == [{"q2": ("不満",)}]


def test_the_guess_and_the_doubt_have_frames_of_their_own(printed: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    with database.write() as session:
        read_in(session, taken(read_as(printed, CODES[0], SURE, doubts={"q2": Doubt.FAINT}), "1.png"))
    view = shown(context, qtbot)
    crop = view.left.picture.crop
    assert crop is not None and [frame.kind for frame in crop.frames] == [FrameKind.DOUBT]
    rows = {row.option.text: row.option.note for row in view.options.rows}
    assert rows["満足"] == "faint mark" and rows["不満"] == ""


def test_the_other_answers_stand_below(pile: Printed, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    model = view.left.model
    cells = [[model.data(model.index(row, column)) for column in range(3)] for row in range(model.rowCount())]
    assert cells == [
        ["1 当店をすすめたいと思いますか", "9", "clear"],
        ["3 よかったところ", "仕上がり", "clear"],
        ["4 ご自由にお書きください", "Written by hand, kept as a picture", "typed later"],
    ]


def test_a_place_of_the_strip_can_be_chosen(pile: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    qtbot.mouseClick(view.left.strip, LEFT, pos=view.left.strip.rect().topLeft() + QPointF(2 * 58 + 20, 20).toPoint())
    assert view.options.title.text().startswith("1 ")
    press(qtbot, view, Qt.Key.Key_0)
    assert [one["q1"] for one in counted(database)] == [("0",)]
    assert view.options.title.text().startswith("2 ")


def test_the_place_is_kept(pile: Printed, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    press(qtbot, view, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.back_requested):
        qtbot.mouseClick(view.head.later, LEFT)
    again = shown(context, qtbot)
    assert (again.course.left, again.options.title.text()) == (2, "3 よかったところ")


def test_a_sheet_is_left_out_with_a_reason(pile: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    seen: list[tuple[str, bool]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeaveOutDialog)
        offered = dialog.reason
        dialog.words.clear()
        qtbot.mouseClick(dialog.leave, LEFT)
        seen.append((offered, dialog.field.has_error))
        dialog.words.setText("いたずら書き")
        qtbot.mouseClick(dialog.leave, LEFT)

    QTimer.singleShot(0, answer)
    press(qtbot, view, Qt.Key.Key_X)
    assert seen == [("Filled in for fun", True)]
    with database.read() as session:
        response = session.scalars(select(SurveyResponse).order_by(SurveyResponse.id)).first()
        assert response is not None and (response.state, response.reason) == (ResponseState.THROWN_OUT, "いたずら書き")
    assert (view.course.left, counted(database)) == (2, [])


def test_leaving_out_can_be_thought_better_of(pile: Printed, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeaveOutDialog)
        qtbot.mouseClick(dialog.keep, LEFT)

    QTimer.singleShot(0, answer)
    press(qtbot, view, Qt.Key.Key_X)
    assert view.course.left == 3


def test_the_whole_sheet_is_shown_and_closed_by_the_same_key(pile: Printed, context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    seen: list[tuple[str, bool, bool]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SheetDialog)
        widths = [dialog.sheet.width()]
        for key in (Qt.Key.Key_Minus, Qt.Key.Key_Plus):
            qtbot.keyClick(dialog, key)
            widths.append(dialog.sheet.width())
        seen.append((dialog.windowTitle(), widths[1] < widths[0], widths[2] > widths[1]))
        qtbot.keyClick(dialog, Qt.Key.Key_P)

    QTimer.singleShot(0, look)
    press(qtbot, view, Qt.Key.Key_P)
    assert seen == [(view.left.title.text(), True, True)]


def test_two_readings_that_differ(printed: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    with database.write() as session:
        read_in(session, taken(read_as(printed, CODES[0], SURE), "1.png"))
        read_in(session, taken(read_as(printed, CODES[0], {**SURE, "q1": ("2",)}), "2.png"))
    view = shown(context, qtbot)
    current = view.course.current
    assert current is not None and current.kind is ItemKind.DIFFERENT
    assert [row.option.key for row in view.sheet.rows] == ["1", "2", "3"]
    press(qtbot, view, Qt.Key.Key_2)
    assert counted(database) == [{**SURE, "q1": ("2",)}]
    press(qtbot, view, Qt.Key.Key_U)
    assert counted(database) == [SURE]


def test_a_sheet_without_its_second_page(database: Database, context: AppContext, qtbot: QtBot) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)], page_of={"q3": 1})
        read_in(session, taken(read_as(printed, CODES[0], SURE), "1.png"))
    view = shown(context, qtbot)
    press(qtbot, view, Qt.Key.Key_2)
    assert counted(database) == []
    press(qtbot, view, Qt.Key.Key_1)
    assert counted(database) == [{"q1": ("9",), "q2": ("満足",)}]


def test_corners_are_dragged_and_moved_by_keys(printed: Printed, database: Database, context: AppContext, qtbot: QtBot) -> None:
    with database.write() as session:
        read_in(session, taken(None, "写真.jpg", state=PageState.UNLOCATED))
    view = shown(context, qtbot)
    corners = view.left.corners
    assert corners.isVisible() and view.locate.isVisible()
    before = corners.corners()
    start = corners.place_of(0).toPoint()
    qtbot.mousePress(corners, LEFT, pos=start)
    qtbot.mouseMove(corners, start + QPointF(30, 40).toPoint())
    qtbot.mouseRelease(corners, LEFT, pos=start + QPointF(30, 40).toPoint())
    dragged = corners.corners()
    assert dragged[0][0] > before[0][0] and dragged[0][1] > before[0][1] and dragged[1:] == before[1:]
    corners.setFocus()
    qtbot.keyClick(corners, Qt.Key.Key_Space)
    qtbot.keyClick(corners, Qt.Key.Key_Left)
    assert corners.corners()[1][0] < dragged[1][0] and corners.corners()[0] == dragged[0]
    assert view.locate.survey.itemText(0) == "1: ご来店後アンケート, version 1, A4, from 11/20"


def test_a_sheet_that_was_not_found_is_shown_and_read_again(
    database: Database, context: AppContext, messages: MessageSpy, tmp_path: Path, qtbot: QtBot
) -> None:
    laid = lay_out(CONTENT, SheetChoice(SheetPaper.A5))
    with database.write() as session:
        layout_id = keep_layout(session, laid)
        picture = tmp_path / "写真.png"
        filled(laid, layout_id, [("q1", "3")], with_code=False).save(picture)
        (lost,) = read_files([(picture, "1")], FormBook(stored_forms(session)), {})
        customer = add_customer(session, "石井 美代子")
        session.add(SurveySheet(layout_id=layout_id, survey_id=1, code=CODES[0], customer_id=customer, run_id=None, position=0, wave=TODAY))
        read_in(session, lost.page)
    view = shown(context, qtbot)
    page = view.acts.page(1)
    assert page is not None
    view.left.corners.set_picture(page_image(page), squares_of(laid))
    view.locate.code.setText(f"{layout_id}-1-ZZZZ-ZZZ")
    qtbot.mouseClick(view.locate.read, LEFT)
    assert view.locate.code_field.has_error and messages.errors == []
    view.locate.code.setText(f"{layout_id}-1-{CODES[0][:4]}-{CODES[0][4:]}")
    qtbot.mouseClick(view.locate.read, LEFT)
    with database.read() as session:
        (response,) = session.scalars(select(SurveyResponse)).all()
        assert response.customer_id == customer
    # On this small paper the sheet has a second page, which did not come.
    press(qtbot, view, Qt.Key.Key_1)
    assert view.course.current is None
    assert counted(database) == [{"q1": ("3",)}]


def test_what_was_decided_elsewhere_meanwhile_is_said_and_the_way_goes_on(
    pile: Printed, database: Database, context: AppContext, messages: MessageSpy, qtbot: QtBot
) -> None:
    view = shown(context, qtbot)
    with database.write() as session:
        page = session.scalars(select(SurveyPage).order_by(SurveyPage.id)).first()
        assert page is not None
        page.state = PageState.SETTLED
    press(qtbot, view, Qt.Key.Key_Space)
    assert len(messages.errors) == 1
    assert (view.course.left, view.options.title.text()) == (2, "3 よかったところ")


def test_nothing_to_look_at(context: AppContext, qtbot: QtBot) -> None:
    view = shown(context, qtbot)
    assert view.empty.isVisible() and not view.empty.button.isVisible()
    with qtbot.waitSignal(view.back_requested):
        qtbot.mouseClick(view.empty.link, LEFT)


@pytest.mark.parametrize("size", [(1160, 760), (1020, 590)])
def test_every_word_has_room(pile: Printed, context: AppContext, qtbot: QtBot, size: tuple[int, int]) -> None:
    view = shown(context, qtbot, size=size)
    for _ in range(3):
        qtbot.waitUntil(lambda: clipped(view) == [])
        press(qtbot, view, Qt.Key.Key_Space)
