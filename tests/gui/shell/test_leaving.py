"""Leaving a page that keeps something unsaved: it is asked first, and may go on by itself later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.jobs.job import Job
from app.views.leaving import Leaving, LeavingDialog
from app.views.main_window import MainWindow
from app.views.pages.page import Page
from tests.fakes import MessageSpy


@pytest.fixture
def window(qtbot: QtBot, context: AppContext, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    made = MainWindow("Okaeri")
    qtbot.addWidget(made)
    made.start(AppContext(context.tasks, context.settings, context.messages, made, context.clock, context.paths, context.shop))
    made.show()
    made.show_page("groups")
    return made


def hold(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """The page that is shown will not be left; what would be done once it is."""
    page, waiting = window.current_page, list[Callable[[], None]]()
    assert page is not None

    def refuse(go: Callable[[], None]) -> bool:
        waiting.append(go)
        return False

    monkeypatch.setattr(page, "may_leave", refuse)
    return waiting


def name_of(page: Page | None) -> str:
    return page.name if page is not None else ""


def test_another_page_waits_until_the_first_may_be_left(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.show_page("products")
    waiting = hold(window, monkeypatch)
    window.show_page("actions")
    window.go_back()
    assert name_of(window.current_page) == "products" and len(waiting) == 2
    waiting[1]()
    assert name_of(window.current_page) == "groups"


def test_the_window_waits_too(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    closings: list[bool] = []
    window.closing.connect(lambda: closings.append(True))
    waiting = hold(window, monkeypatch)
    window.close()
    assert not closings
    waiting[0]()
    assert closings == [True]


def test_it_is_asked_before_work_stops_half_way(window: MainWindow, messages: MessageSpy) -> None:
    closings: list[bool] = []
    window.closing.connect(lambda: closings.append(True))
    job = Job(window, "Making 431 cards", "")
    window.show_job(job)
    messages.answer = False
    window.close()
    assert messages.questions == ["Still at work: Making 431 cards"] and not closings
    messages.answer = True
    window.close()
    assert closings == [True]
    job.ended.emit()
    window.close()
    assert len(messages.questions) == 2 and len(closings) == 2


@pytest.mark.parametrize(("button", "answer"), [("safe", Leaving.STAY), ("danger", Leaving.DISCARD), ("save", Leaving.SAVE)])
def test_three_answers(qtbot: QtBot, button: str, answer: Leaving) -> None:
    over = QWidget()
    dialog = LeavingDialog(over, "Leave?", "Not saved.")
    qtbot.addWidget(over)
    dialog.open()
    assert dialog.safe_button.isDefault()
    pressed = {"safe": dialog.safe_button, "danger": dialog.danger_button, "save": dialog.save_button}[button]
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert dialog.answer is answer and not dialog.isVisible()
