"""Pages for which this computer has no program: said as it is, and kept until they are in a file or taken back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.database import Database
from app.queries.prints_log import print_log
from app.queries.run_details import run_details
from app.reports.run_rest import printed_again
from app.services.print_runs import stop_at
from app.views.printing.came_out import CameOut
from app.views.printing.page import PrintingPage
from app.views.printing.unanswered import Opening, Unanswered
from tests.factories import NOW
from tests.fakes import MessageSpy
from tests.gui.printing.conftest import Shown

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def unopened(shown: Shown, ids: list[int], monkeypatch: pytest.MonkeyPatch) -> PrintingPage:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page = shown(customer_ids=ids)
    page.trigger_primary()
    return page


def test_it_is_said_that_nothing_was_opened_and_asked_only_once_it_is_saved(
    unopened: PrintingPage, database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (bar,) = unopened.came_out.bars()
    assert bar.title_label.text() == "This computer has no program that opens PDF files. Nothing was printed: 5 card(s)"
    assert not bar.all_out.isVisible()
    assert bar.save.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    QTest.mouseClick(bar.save, LEFT)
    assert unopened.came_out.bars() == [bar]
    file = tmp_path / "cards.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    QTest.mouseClick(bar.save, LEFT)
    with database.read() as session:
        (run,) = print_log(session)
        assert file.read_bytes() == printed_again(session, run.id)
    (bar,) = unopened.came_out.bars()
    assert bar.title_label.text() == "Saved to be printed: 5 card(s). Did all come out?"
    assert bar.all_out.isVisible()
    assert not bar.save.isVisible()


def test_of_the_rest_of_a_run_only_the_rest_is_saved(
    unopened: PrintingPage, database: Database, context: AppContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, messages: MessageSpy
) -> None:
    with database.write() as session:
        (run,) = print_log(session)
        stop_at(session, run.id, 4, now=NOW)
    unopened.start.log.action_triggered.emit("go_on", run.id)
    (bar,) = unopened.came_out.bars()
    assert bar.title_label.text() == "This computer has no program that opens PDF files. Nothing was printed: 2 card(s)"
    assert Unanswered(context).runs() == [bar.sent]
    names, file = list[str](), tmp_path / "rest.pdf"

    def chosen(_over: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        names.append(Path(proposed).name)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    QTest.mouseClick(bar.save, LEFT)
    assert names == [f"Print run {run.id} of {run.day.isoformat()} (4-5).pdf"]
    with database.read() as session:
        pieces = run_details(session, run.id).pieces
    text = [page.get_textpage().get_text_range().replace("-", "") for page in pypdfium2.PdfDocument(file.read_bytes())]
    assert len(text) == 4
    for piece in pieces:
        assert any(piece.code in page for page in text) == (piece.position >= 4)
    (bar,) = unopened.came_out.bars()
    assert bar.title_label.text() == "Saved to be printed: 2 card(s). Did all come out?"


def test_what_came_out_before_the_rest_stays_sent(unopened: PrintingPage, database: Database, messages: MessageSpy) -> None:
    with database.write() as session:
        (run,) = print_log(session)
        stop_at(session, run.id, 4, now=NOW)
    unopened.start.log.action_triggered.emit("go_on", run.id)
    (bar,) = unopened.came_out.bars()
    QTest.mouseClick(bar.not_sent, LEFT)
    assert unopened.came_out.bars() == []
    assert messages.questions == []
    with database.read() as session:
        assert [piece.position for piece in run_details(session, run.id).pieces if piece.sent_on is None] == [4, 5]


def test_a_run_that_is_printed_again_is_said_not_to_be_printed_too(unopened: PrintingPage, database: Database) -> None:
    (bar,) = unopened.came_out.bars()
    run_id = bar.sent.run_id
    unopened.came_out.ask(replace(bar.sent, opening=Opening.OPENED))
    QTest.mouseClick(unopened.came_out.bars()[0].all_out, LEFT)
    assert unopened.came_out.bars() == []
    unopened.start.reprint_requested.emit(run_id)
    (bar,) = unopened.came_out.bars()
    assert (bar.sent.run_id, bar.sent.opening) == (run_id, Opening.UNOPENED)


def test_it_stays_over_a_restart(unopened: PrintingPage, context: AppContext, qtbot: QtBot) -> None:
    second = CameOut(context)
    qtbot.addWidget(second)
    (bar,) = second.bars()
    assert bar.sent.opening is Opening.UNOPENED


def test_it_can_be_taken_back(unopened: PrintingPage, context: AppContext, messages: MessageSpy) -> None:
    (bar,) = unopened.came_out.bars()
    QTest.mouseClick(bar.not_sent, LEFT)
    assert messages.questions[-1].startswith("Take back that the 5 piece(s)")
    assert Unanswered(context).runs() == [bar.sent]


def test_what_an_earlier_version_noted_is_still_asked(context: AppContext) -> None:
    shop = hashlib.sha256(str(context.paths.database).encode("utf-8")).hexdigest()
    context.settings.remember(f"came_out_{shop[:12]}", '[[7, "card", 5, ""]]')
    (sent,) = Unanswered(context).runs()
    assert (sent.run_id, sent.pieces, sent.opening) == (7, 5, Opening.OPENED)
