"""Pages for which this computer has no program: said as it is, and kept until they are in a file or taken back."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.database import Database
from app.queries.prints_log import print_log
from app.reports.run_rest import printed_again
from app.views.printing.came_out import CameOut
from app.views.printing.page import PrintingPage
from app.views.printing.unanswered import Opening, Unanswered
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
