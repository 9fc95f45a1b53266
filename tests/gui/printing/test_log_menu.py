"""What the menu of a run in the log does, from the row itself."""

from __future__ import annotations

import io

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.database import Database
from app.models.records import PrintDocument, PrintPiece
from app.queries.run_details import run_details
from app.services.print_runs import give_up_rest, stop_at
from app.views.printing.log_panel import RunPanel
from app.views.printing.page import PrintingPage
from tests.factories import NOW
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.conftest import Recorded, Shown, Viewer


def menu(page: PrintingPage, run_id: int) -> list[str]:
    content = next(content for content in page.start.log.rows() if content.key == run_id)
    return [action.text().partition("\t")[0] for action in page.start.log.menu_for(content).actions()]


def choose(page: PrintingPage, run_id: int, text: str) -> None:
    content = next(content for content in page.start.log.rows() if content.key == run_id)
    entries = page.start.log.menu_for(content).actions()
    next(entry for entry in entries if entry.text().partition("\t")[0] == text).trigger()


def stopped_at(database: Database, run_id: int, position: int) -> None:
    with database.write() as session:
        stop_at(session, run_id, position, now=NOW)


def test_the_menu_of_a_run_has_everything_that_can_be_done_with_it(
    shown: Shown, ids: list[int], record: Recorded, database: Database
) -> None:
    done, waiting = record(ids[:3]), record(ids[3:])
    stopped_at(database, waiting, 2)
    page = shown()
    goes_with = "Envelopes or labels for this run"
    usual = ["Save the PDF again…", "People of this run"]
    assert menu(page, done) == ["Print again", "Details", "Was not sent", goes_with, "It stopped at…", *usual]
    assert menu(page, waiting) == ["Details", "Go on from number 2", "It stopped at…", "Leave the rest…", *usual]


def test_only_the_usual_acts_are_buttons_in_the_row(shown: Shown, ids: list[int], record: Recorded) -> None:
    run_id = record(ids)
    (content,) = shown().start.log.rows()
    assert content.key == run_id
    assert [action.id for action in content.actions if action.shown] == ["again", "details", "retract"]


def test_it_stopped_asks_for_the_piece(shown: Shown, ids: list[int], record: Recorded) -> None:
    run_id, page = record(ids), shown()
    choose(page, run_id, "It stopped at…")
    (panel,) = page.findChildren(RunPanel)
    assert not panel.stop_box.isHidden()
    assert panel.window().focusWidget() is panel.stop_box.number


def test_the_rest_is_left_from_the_row_after_a_question(
    shown: Shown, ids: list[int], record: Recorded, database: Database, messages: MessageSpy
) -> None:
    run_id = record(ids)
    stopped_at(database, run_id, 4)
    page = shown()
    choose(page, run_id, "Leave the rest…")
    assert messages.questions == ["Leave out the 2 piece(s) that were not printed?"]
    with database.read() as session:
        assert [piece.position for piece in run_details(session, run_id).pieces] == [1, 2, 3]


def test_envelopes_for_a_run_are_prepared_from_its_row(
    shown: Shown, ids: list[int], record: Recorded, navigation: NavigationSpy
) -> None:
    run_id = record(ids)
    choose(shown(), run_id, "Envelopes or labels for this run")
    assert navigation.shown[-1] == ("printing", {"for_run": run_id})


def test_the_people_of_a_run_become_a_list_in_its_order(
    shown: Shown, ids: list[int], record: Recorded, navigation: NavigationSpy
) -> None:
    asked = [ids[2], ids[0], ids[4]]
    run_id = record(asked)
    choose(shown(), run_id, "People of this run")
    assert navigation.shown[-1] == ("people", {"customer_ids": asked, "title": f"People of run {run_id}"})


def test_after_the_rest_was_left_only_what_came_out_is_printed_again(
    shown: Shown, ids: list[int], record: Recorded, database: Database, viewer: Viewer
) -> None:
    run_id = record(ids)
    stopped_at(database, run_id, 3)
    with database.write() as session:
        give_up_rest(session, run_id, now=NOW)
    choose(shown(), run_id, "Print again")
    (document,) = viewer.documents
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)
    assert [family in text for family in ("秋山", "石田", "上野", "江口")] == [True, True, False, False]


def test_a_run_of_old_says_that_its_pages_are_gone(shown: Shown, ids: list[int], record: Recorded, database: Database) -> None:
    run_id = record(ids)
    with database.write() as session:
        session.query(PrintDocument).delete()
        for piece in session.query(PrintPiece):
            piece.recipient = None
    page = shown()
    assert menu(page, run_id) == ["Details", "Was not sent", "It stopped at…", "People of this run"]
    (content,) = page.start.log.rows()
    assert content.detail.endswith("Its pages are no longer kept")
    page.start.log.select_key(run_id)
    QTest.keyClick(page.start.log, Qt.Key.Key_Return)
    (panel,) = page.findChildren(RunPanel)
    assert panel.again.isHidden() and panel.keep.isHidden()
    assert "Its pages are no longer kept" in panel.counts.text()
    stopped_at(database, run_id, 2)
    page.context.tasks.announce(frozenset(page.shows))
    assert "go_on" not in [action.id for action in page.start.log.rows()[0].actions]
    assert panel.go_on.isHidden()
    assert "cannot be made again" in panel.waiting_words.text()
    assert not panel.give_up.isHidden()


def test_a_run_that_waits_is_not_printed_again_whole(shown: Shown, ids: list[int], record: Recorded, database: Database) -> None:
    run_id = record(ids)
    stopped_at(database, run_id, 2)
    page = shown()
    page.start.log.select_key(run_id)
    QTest.keyClick(page.start.log, Qt.Key.Key_Return)
    (panel,) = page.findChildren(RunPanel)
    assert panel.again.isHidden()
    assert not panel.keep.isHidden()
