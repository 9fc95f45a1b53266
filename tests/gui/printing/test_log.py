"""The log of print runs, as a user drives it: a run opened, stopped at a piece, gone on with, given up, printed again."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.print_runs import LeftOut
from app.jobs.tasks import ImmediateTasks, TasksBase
from app.models.database import Database
from app.queries.prints_log import open_runs
from app.queries.run_details import run_details
from app.queries.timeline import sent_to
from app.services.actions import undo
from app.services.codes import redeem_code
from app.services.customers import mark_customer
from app.services.print_runs import stop_at
from app.services.returned_mail import record_returned
from app.views.printing.log_acts import RunActs
from app.views.printing.log_panel import RunPanel
from app.views.printing.page import PrintingPage
from app.views.widgets.row_list import RowContent
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.conftest import Recorded, Shown, Viewer
from tests.gui.widgets.audit import clipped


def opened(page: PrintingPage, run_id: int) -> RunPanel:
    """By the keyboard: the run in the log, Enter."""
    page.start.log.select_key(run_id)
    QTest.keyClick(page.start.log, Qt.Key.Key_Return)
    return page.findChildren(RunPanel)[-1]


def shown_run(shown: Shown, run_id: int, width: int = 1162) -> RunPanel:
    return opened(shown(width=width), run_id)


def row_of(page: PrintingPage, run_id: int) -> RowContent:
    return next(content for content in page.start.log.rows() if content.key == run_id)


def titles(panel: RunPanel) -> list[str]:
    return [content.title for content in panel.list.rows()]


def sent(database: Database, ids: list[int]) -> list[int]:
    with database.read() as session:
        return [len(sent_to(session, number)) for number in ids]


def stop(panel: RunPanel, number: str) -> None:
    """Tab to the button, Enter, the number, Enter."""
    QTest.keyClick(panel.stop, Qt.Key.Key_Return)
    assert panel.window().focusWidget() is panel.stop_box.number
    QTest.keyClicks(panel.stop_box.number, number)
    QTest.keyClick(panel.stop_box.number, Qt.Key.Key_Return)


def test_a_run_opens_with_all_that_became_of_it(shown: Shown, ids: list[int], record: Recorded, database: Database) -> None:
    run_id = record(ids[:4], left_out=(LeftOut(ids[4]),))
    with database.write() as session:
        codes = {piece.position: piece.code for piece in run_details(session, run_id).pieces}
        redeem_code(session, codes[1], customer_id=None, now=NOW, today=TODAY)
        record_returned(session, [codes[2]], note="", now=NOW, today=TODAY)
    panel = shown_run(shown, run_id)
    assert panel.title_label.text() == "おかえりなさい。"
    assert panel.facts.text() == f"Run {run_id} · Postcards · 11月のお礼 · 11月20日(金) · 4 piece(s) · ¥428"
    assert panel.counts.text() == "1 of 4 codes used · 1 returned by post · 1 left out"
    rows = panel.list.rows()
    assert [content.title for content in rows] == ["1  秋山 花子 様", "2  石田 花子 様", "3  上野 花子 様", "4  江口 花子 様"]
    assert rows[2].detail == "150-0002 東京都渋谷区渋谷3-2"
    assert [content.side_detail.split(" ")[0] for content in rows] == ["sent", "returned", "sent", "sent"]
    assert "code used" in rows[0].side_detail
    assert panel.waiting.isHidden()
    panel.filter.button("left_out").click()
    assert [(content.title, content.detail) for content in panel.list.rows()] == [("小川 花子 様", "Was taken out by hand.")]


@pytest.mark.parametrize("text", ["上野", "うえの", "渋谷3"])
def test_a_piece_is_found_by_what_is_known_of_it(shown: Shown, ids: list[int], record: Recorded, text: str) -> None:
    panel = shown_run(shown, record(ids))
    panel.search.setText(text)
    panel.search.send_now()
    assert titles(panel) == ["3  上野 花子 様"]
    panel.search.setText("だれもいない")
    panel.search.send_now()
    assert panel.list.isHidden() and not panel.none.isHidden()


def test_the_number_of_the_jam_shows_whose_piece_it_is_and_what_follows(
    shown: Shown, ids: list[int], record: Recorded, database: Database, messages: MessageSpy
) -> None:
    run_id = record(ids)
    page = shown()
    panel = opened(page, run_id)
    QTest.keyClick(panel.stop, Qt.Key.Key_Return)
    box = panel.stop_box
    assert not box.note.isEnabled()
    QTest.keyClicks(box.number, "4")
    assert (box.name.text(), box.address.text()) == ("4  江口 花子 様", "150-0002 東京都渋谷区渋谷4-2")
    assert box.sentence.text().startswith("2 piece(s) will be noted as not printed")
    assert "3 piece(s) stay" in box.sentence.text()
    assert sent(database, ids) == [1] * 5
    QTest.keyClick(box.number, Qt.Key.Key_Return)
    assert sent(database, ids) == [1, 1, 1, 0, 0]
    ((_text, action),) = messages.toasts
    assert box.isHidden() and not panel.waiting.isHidden()
    assert panel.waiting_title.text() == "3 of 5 printed"
    assert panel.retract.isHidden()
    assert panel.go_on.label() == "Go on from number 4"
    # Enter once more prints nothing.
    assert panel.window().focusWidget() is panel.search
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert sent(database, ids) == [1, 1, 1, 0, 0]
    assert row_of(page, run_id).what == "3 of 5 printed"
    assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)
    assert sent(database, ids) == [1] * 5


@pytest.mark.parametrize("number", ["0", "6", "37"])
def test_a_number_that_is_none_is_refused_while_it_is_typed(
    shown: Shown, ids: list[int], record: Recorded, database: Database, messages: MessageSpy, number: str
) -> None:
    panel = shown_run(shown, record(ids))
    stop(panel, number)
    assert "up to 5" in panel.stop_box.sentence.text()
    assert not panel.stop_box.note.isEnabled()
    assert (sent(database, ids), messages.errors, messages.toasts) == ([1] * 5, [], [])


def test_it_is_left_when_everything_came_out(shown: Shown, ids: list[int], record: Recorded, database: Database) -> None:
    panel = shown_run(shown, record(ids))
    QTest.keyClick(panel.stop, Qt.Key.Key_Return)
    QTest.keyClicks(panel.stop_box.number, "2")
    QTest.keyClick(panel.stop_box.cancel, Qt.Key.Key_Return)
    assert panel.stop_box.isHidden()
    assert sent(database, ids) == [1] * 5


def test_the_piece_in_the_list_says_where_it_stopped(shown: Shown, ids: list[int], record: Recorded) -> None:
    panel = shown_run(shown, record(ids))
    panel.list.setFocus()
    panel.list.select_key(panel.list.rows()[2].key)
    QTest.keyClick(panel.list, Qt.Key.Key_S)
    assert panel.stop_box.name.text() == "3  上野 花子 様"
    assert panel.window().focusWidget() is panel.stop_box.number


def test_going_on_makes_what_is_left_and_notes_it_in_one_act(
    shown: Shown, ids: list[int], record: Recorded, database: Database, viewer: Viewer, messages: MessageSpy
) -> None:
    panel = shown_run(shown, record(ids))
    stop(panel, "4")
    QTest.keyClick(panel.go_on, Qt.Key.Key_Return)
    (document,) = viewer.documents
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)
    assert [family in text for family in ("秋山", "上野", "江口", "小川")] == [False, False, True, True]
    assert sent(database, ids) == [1] * 5
    assert panel.waiting.isHidden()
    said, action = messages.toasts[-1]
    assert said.startswith("The remaining 2 piece(s)")
    assert action is not None
    with database.write() as session:
        undo(session, action, now=NOW)
    assert sent(database, ids) == [1, 1, 1, 0, 0]


@pytest.mark.parametrize("answer", [True, False])
def test_who_may_get_none_since_is_left_out_after_a_question(
    shown: Shown, ids: list[int], record: Recorded, database: Database, viewer: Viewer, messages: MessageSpy, answer: bool
) -> None:
    messages.answer = answer
    panel = shown_run(shown, record(ids))
    stop(panel, "4")
    with database.write() as session:
        mark_customer(session, ids[3], now=NOW, is_deceased=True)
    QTest.keyClick(panel.go_on, Qt.Key.Key_Return)
    assert messages.questions == ["Leave out 1 piece(s) of this run?"]
    assert messages.bodies == ["This has come up since the run was made:\n江口 花子: Has passed away."]
    assert sent(database, ids) == ([1, 1, 1, 0, 1] if answer else [1, 1, 1, 0, 0])
    text = "".join(page.extract_text() for document in viewer.documents for page in PdfReader(io.BytesIO(document)).pages)
    assert [family in text for family in ("江口", "小川")] == [False, answer]
    assert panel.waiting.isHidden() is answer
    assert panel.go_on.isEnabled()


def test_a_rest_of_which_nobody_may_get_any_makes_no_pages(
    shown: Shown, ids: list[int], record: Recorded, database: Database, viewer: Viewer, messages: MessageSpy
) -> None:
    panel = shown_run(shown, record(ids))
    stop(panel, "5")
    with database.write() as session:
        mark_customer(session, ids[4], now=NOW, do_not_contact=True)
    QTest.keyClick(panel.go_on, Qt.Key.Key_Return)
    assert (viewer.documents, messages.errors) == ([], [])
    assert messages.toasts[-1][0] == "1 piece(s) were left out"
    assert sent(database, ids) == [1, 1, 1, 1, 0]
    assert panel.waiting.isHidden()


def test_a_run_that_waits_stands_first_and_goes_on_from_the_log(
    shown: Shown, ids: list[int], record: Recorded, database: Database, viewer: Viewer
) -> None:
    waiting, later = record(ids[:3]), record(ids[3:])
    with database.write() as session:
        stop_at(session, waiting, 2, now=NOW)
    page = shown()
    assert [content.key for content in page.start.log.rows()] == [waiting, later]
    go_on = next(action for action in row_of(page, waiting).actions if action.id == "go_on")
    assert (go_on.text, go_on.always, row_of(page, waiting).what) == ("Go on from number 2", True, "1 of 3 printed")
    # Said once.
    assert "not printed" not in row_of(page, waiting).detail
    place = page.start.log.action_area(0, "go_on")
    QTest.mouseClick(page.start.log.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert len(viewer.documents) == 1
    assert sent(database, ids) == [1] * 5
    assert [content.key for content in page.start.log.rows()] == [later, waiting]


@pytest.mark.parametrize("answer", [True, False])
def test_the_rest_is_left_out_only_after_a_question(
    shown: Shown, ids: list[int], record: Recorded, database: Database, messages: MessageSpy, answer: bool
) -> None:
    messages.answer = answer
    panel = shown_run(shown, record(ids))
    stop(panel, "3")
    QTest.keyClick(panel.give_up, Qt.Key.Key_Return)
    assert messages.questions == ["Leave out the 3 piece(s) that were not printed?"]
    assert panel.waiting.isHidden() is answer
    with database.read() as session:
        assert (open_runs(session) == []) is answer
    if answer:
        panel.filter.button("left_out").click()
        assert {content.detail for content in panel.list.rows()} == {"The run was stopped before this piece was printed."}
        action = messages.toasts[-1][1]
        assert action is not None
        with database.write() as session:
            undo(session, action, now=NOW)
            assert [one.next_position for one in open_runs(session)] == [3]


def test_the_same_bytes_are_printed_and_kept_again_and_nothing_is_recorded(
    shown: Shown, context: AppContext, ids: list[int], record: Recorded, database: Database, viewer: Viewer, tmp_path: Path
) -> None:
    run_id = record(ids)
    page = shown()
    QTest.keyClick(opened(page, run_id).again, Qt.Key.Key_Return)
    RunActs(context, page).keep(run_id, tmp_path / "another.pdf")
    assert viewer.documents == [(tmp_path / "another.pdf").read_bytes()]
    assert sent(database, ids) == [1] * 5


def test_what_was_not_sent_at_all_is_taken_back(
    shown: Shown, ids: list[int], record: Recorded, database: Database, navigation: NavigationSpy, tasks: TasksBase
) -> None:
    panel = shown_run(shown, record(ids))
    QTest.keyClick(panel.retract, Qt.Key.Key_Return)
    name, arguments = navigation.shown[-1]
    assert name == "undo"
    with database.write() as session:
        undo(session, arguments["action_id"], now=NOW)
    tasks.announce(frozenset({Entity.PRINT_RUN}))
    assert panel.isHidden()


def test_the_record_of_a_piece_is_one_key_away(shown: Shown, ids: list[int], record: Recorded, navigation: NavigationSpy) -> None:
    panel = shown_run(shown, record(ids))
    panel.list.setFocus()
    panel.list.select_key(panel.list.rows()[1].key)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert navigation.shown[-1] == ("customers", {"customer_id": ids[1]})


def test_after_a_restart_the_run_is_there_and_is_gone_on_with(
    shown: Shown, context: AppContext, ids: list[int], record: Recorded, database: Database, viewer: Viewer, qtbot: QtBot
) -> None:
    page = shown()
    run_id = record(ids)
    context.tasks.announce(frozenset({Entity.PRINT_RUN}))
    stop(opened(page, run_id), "2")
    page.close()
    assert database.path is not None
    database.close()
    reopened = Database.of_file(database.path)
    tasks = ImmediateTasks()
    tasks.open(reopened)
    second = PrintingPage(replace(context, tasks=tasks))
    qtbot.addWidget(second)
    with qtbot.waitExposed(second):
        second.show()
    assert row_of(second, run_id).what == "1 of 5 printed"
    second.start.log.action_triggered.emit("go_on", run_id)
    (document,) = viewer.documents
    assert len(PdfReader(io.BytesIO(document)).pages) == 8
    assert sent(reopened, ids) == [1] * 5
    reopened.close()


@pytest.mark.parametrize("width", [1162, 760])
def test_everything_fits(shown: Shown, ids: list[int], record: Recorded, qtbot: QtBot, width: int) -> None:
    panel = shown_run(shown, record(ids), width)
    stop(panel, "4")
    QTest.keyClick(panel.stop, Qt.Key.Key_Return)
    QTest.keyClicks(panel.stop_box.number, "2")
    qtbot.waitUntil(lambda: clipped(panel) == [])
