"""Every run there is, looked through from the print page."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.database import Database
from app.queries.run_details import run_details
from app.services.print_runs import stop_at
from app.views.printing.log_all import AllRunsPanel
from app.views.printing.log_panel import RunPanel
from app.views.printing.log_words import ALL_RUNS
from app.views.printing.page import PrintingPage
from app.views.printing.start_part import MANY
from tests.factories import NOW
from tests.fakes import NavigationSpy
from tests.gui.printing.conftest import Recorded, Shown, Viewer
from tests.gui.widgets.audit import clipped


@pytest.fixture
def many(ids: list[int], record: Recorded) -> list[int]:
    """Each of the five alone, then two of them at a time: 秋山 is in the first, and in the sixth to the ninth."""
    return [record(list(some)) for some in [*combinations(ids, 1), *combinations(ids, 2)][:MANY]]


def all_runs(page: PrintingPage) -> AllRunsPanel:
    """By the keyboard: the last row of the log, Enter."""
    page.start.log.select_key(ALL_RUNS)
    QTest.keyClick(page.start.log, Qt.Key.Key_Return)
    return page.window().findChildren(AllRunsPanel)[-1]


def look_for(panel: AllRunsPanel, text: str) -> list[object]:
    panel.search.setText(text)
    panel.search.send_now()
    return [content.key for content in panel.list.rows()]


def test_few_runs_are_all_in_the_log(shown: Shown, ids: list[int], record: Recorded) -> None:
    run_id = record(ids)
    assert [content.key for content in shown().start.log.rows()] == [run_id]


def test_a_run_is_found_by_who_got_a_piece_by_its_day_and_by_a_code(shown: Shown, many: list[int], database: Database) -> None:
    panel = all_runs(shown())
    assert panel.window().focusWidget() is panel.search
    assert [content.key for content in panel.list.rows()] == many[::-1]
    assert look_for(panel, "秋山") == [*many[8:4:-1], many[0]]
    assert look_for(panel, "あきやま") == [*many[8:4:-1], many[0]]
    with database.read() as session:
        code = run_details(session, many[2]).pieces[0].code
    # The same card for the same person has the same code in each of its runs.
    assert many[2] in look_for(panel, code)
    assert many[3] not in look_for(panel, code)
    assert look_for(panel, "11月のお礼 2026-11-20") == many[::-1]
    assert look_for(panel, "だれもいない") == []
    assert panel.list.isHidden() and not panel.none.isHidden()
    assert clipped(panel) == []


def test_a_run_that_was_found_is_opened(shown: Shown, many: list[int]) -> None:
    page = shown()
    panel = all_runs(page)
    look_for(panel, "秋山")
    panel.list.select_key(many[0])
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.isHidden()
    (opened,) = page.window().findChildren(RunPanel)
    assert opened.list.rows()[0].title == "1  秋山 花子 様"


def test_its_rows_do_what_the_rows_of_the_log_do(
    shown: Shown, many: list[int], database: Database, viewer: Viewer, navigation: NavigationSpy
) -> None:
    with database.write() as session:
        stop_at(session, many[8], 2, now=NOW)
    panel = all_runs(shown())
    panel.list.action_triggered.emit("again", many[0])
    assert len(viewer.documents) == 1
    panel.list.action_triggered.emit("retract", many[0])
    assert navigation.shown[-1][0] == "undo"
    panel.list.action_triggered.emit("go_on", many[8])
    assert len(viewer.documents) == 2
    panel.list.action_triggered.emit("people", many[0])
    assert navigation.shown[-1][0] == "people"
    assert panel.isHidden()
    row = next(content for content in panel.list.rows() if content.key == many[8])
    assert "go_on" not in [action.id for action in row.actions]
