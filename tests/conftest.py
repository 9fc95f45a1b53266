"""What holds for the whole session: no window is needed, and a skipped test is a failed session."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext, DataPaths
from app.jobs.tasks import ImmediateTasks, TasksBase
from app.models.database import Database
from app.settings import Settings
from tests.factories import NOW, SHOP, TODAY
from tests.fakes import FixedClock, MessageSpy, NavigationSpy, ShopDoorSpy

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MPLBACKEND", "agg")
# A busy machine is no fault of the program; the gate finds the same today as tomorrow.
hypothesis.settings.register_profile("okaeri", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("okaeri")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports("skipped"):
        terminalreporter.write_line(f"not run: {report.nodeid}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """The plugin's, which knows windows by weak references: here they live as long as the test that shows them."""
    windows: list[QWidget] = []
    add_widget = qtbot.addWidget

    def keep(widget: QWidget, **more: Any) -> None:
        windows.append(widget)
        add_widget(widget, **more)

    qtbot.addWidget = keep  # type: ignore[method-assign]
    return qtbot


@pytest.fixture(scope="session")
def shop_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new shop's file, made once by the real migrations and copied for each test."""
    from app.services.shop import create_shop

    path = tmp_path_factory.mktemp("shop") / "okaeri.db"
    create_shop(path, SHOP, now=NOW, today=TODAY)
    return path


@pytest.fixture
def database(shop_file: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "お店" / "okaeri.db"
    path.parent.mkdir()
    shutil.copyfile(shop_file, path)
    opened = Database.of_file(path)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def messages() -> MessageSpy:
    return MessageSpy()


@pytest.fixture
def navigation() -> NavigationSpy:
    return NavigationSpy()


@pytest.fixture
def tasks(qapp: QApplication, database: Database) -> TasksBase:
    immediate = ImmediateTasks()
    immediate.open(database)
    return immediate


@pytest.fixture
def shop_door() -> ShopDoorSpy:
    return ShopDoorSpy()


@pytest.fixture
def context(
    tasks: TasksBase,
    database: Database,
    messages: MessageSpy,
    navigation: NavigationSpy,
    clock: FixedClock,
    shop_door: ShopDoorSpy,
    tmp_path: Path,
) -> AppContext:
    assert database.path is not None
    paths = DataPaths(database.path.parent, database.path, database.path.parent / "backups")
    return AppContext(tasks, Settings(tmp_path / "settings.ini"), messages, navigation, clock, paths, shop_door)
