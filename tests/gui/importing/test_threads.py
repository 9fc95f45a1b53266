"""The wizard with the program's real threads: it goes through, and it can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.jobs.job import Job
from app.jobs.tasks import Tasks
from app.models.database import Database
from app.views.importing.page import ImportPage
from tests.gui.importing.conftest import CHECK, COLUMNS, RESULT, Wizard, list_file

ROWS = 3000
PATIENCE = 30_000
HEADER = ("会員番号", "氏名", "電話番号", "住所")


@pytest.fixture
def threads(qapp: QApplication, database: Database) -> Iterator[Tasks]:
    tasks = Tasks()
    tasks.open(database)
    yield tasks
    tasks.close()


@pytest.fixture
def wizard(qtbot: QtBot, context: AppContext, database: Database, threads: Tasks) -> Wizard:
    page = ImportPage(replace(context, tasks=threads))
    qtbot.addWidget(page)
    page.resize(1162, 768)
    page.show()
    return Wizard(qtbot, page, database)


@pytest.fixture
def long_list(tmp_path: Path) -> Path:
    people = ((str(n), f"客 {n}", f"090-{n:04d}-0000", f"東京都渋谷区神宮前{n}-1") for n in range(1, ROWS + 1))
    return list_file(tmp_path, (HEADER, *people))


def test_a_list_goes_through(wizard: Wizard, long_list: Path, qtbot: QtBot) -> None:
    wizard.open(long_list)
    qtbot.waitUntil(lambda: wizard.step == COLUMNS, timeout=PATIENCE)
    wizard.press()
    assert not wizard.primary.isEnabled()
    qtbot.waitUntil(lambda: wizard.step == CHECK, timeout=PATIENCE)
    wizard.press()
    qtbot.waitUntil(lambda: wizard.step == RESULT, timeout=PATIENCE)
    assert len(wizard.names()) == ROWS


def test_stopped_while_it_stores_it_is_all_or_nothing(wizard: Wizard, long_list: Path, qtbot: QtBot, threads: Tasks) -> None:
    def stop_at_the_first_rows(job: Job) -> None:
        if job.title.startswith("Importing"):
            job.progressed.connect(job.cancel)

    wizard.open(long_list)
    qtbot.waitUntil(lambda: wizard.step == COLUMNS, timeout=PATIENCE)
    wizard.press()
    qtbot.waitUntil(lambda: wizard.step == CHECK, timeout=PATIENCE)
    threads.job_started.connect(stop_at_the_first_rows)
    wizard.press()
    qtbot.waitUntil(lambda: wizard.step == RESULT or bool(wizard.notice()), timeout=PATIENCE)
    assert (wizard.step, wizard.notice(), len(wizard.names())) in ((CHECK, "Stopped. Nothing was changed.", 0), (RESULT, "", ROWS))
