"""The window: areas by mouse and key, the way back, what lies over the pages, and leaving."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.errors import Cancelled
from app.domain.measures import MeasureKind
from app.jobs.job import Job, JobControl
from app.views.follow_ups.panel import FollowUpPanel
from app.views.main_window import MainWindow
from app.views.measures.page import MeasuresPage
from app.views.navigation import BREAKPOINT, RAIL, NavigationButton, Sidebar
from app.views.pages.registry import AREAS
from app.views.printing.page import PrintingPage
from app.views.surveys.page import SurveysPage
from app.views.theme import theme_of
from app.views.widgets.side_panel import SidePanel
from tests.gui.measures.shown import away, wizard_of
from tests.gui.surveys.shown import done, keep_survey
from tests.surveys import CONTENT


@pytest.fixture
def window(qtbot: QtBot, context: AppContext) -> MainWindow:
    made = MainWindow("Okaeri")
    qtbot.addWidget(made)
    made.start(AppContext(context.tasks, context.settings, context.messages, made, context.clock, context.paths, context.shop))
    made.resize(1366, 690)
    made.show()
    made.show_page("today")
    return made


def current(window: MainWindow) -> str:
    page = window.current_page
    return "" if page is None else page.name


def button(window: MainWindow, name: str) -> NavigationButton:
    return next(b for b in window.findChildren(NavigationButton) if b.entry.name == name)


def test_every_area_of_the_sidebar_opens_and_says_where_one_is(qtbot: QtBot, window: MainWindow) -> None:
    for area in AREAS:
        if area.in_sidebar:
            qtbot.mouseClick(button(window, area.name), Qt.MouseButton.LeftButton)
            assert current(window) == area.name
            assert [b.entry.name for b in window.findChildren(NavigationButton) if b.isChecked()] == [area.name]


def test_templates_are_a_part_of_printing(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("templates")
    assert button(window, "printing").isChecked()
    qtbot.mouseClick(button(window, "printing"), Qt.MouseButton.LeftButton)
    assert current(window) == "printing"
    assert button(window, "printing").isChecked()


def test_the_areas_have_keys_and_alt_left_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    for keys, name in (("Ctrl+2", "customers"), ("Ctrl+9", "insights"), ("Ctrl+P", "printing"), ("Ctrl+,", "settings")):
        qtbot.keySequence(window, QKeySequence(keys))
        assert current(window) == name
    qtbot.keySequence(window, QKeySequence("Alt+Left"))
    assert current(window) == "printing"
    window.go_back()
    assert current(window) == "insights"


@pytest.mark.parametrize("by_key", [True, False])
def test_the_area_chosen_again_leads_back_to_how_it_begins(qtbot: QtBot, window: MainWindow, context: AppContext, by_key: bool) -> None:
    survey_id = keep_survey(context, CONTENT)
    window.show_page("surveys", survey_id=survey_id)
    page = window.current_page
    assert isinstance(page, SurveysPage) and page.shown is not page.list
    if by_key:
        qtbot.keySequence(window, QKeySequence("Ctrl+5"))
    else:
        qtbot.mouseClick(button(window, "surveys"), Qt.MouseButton.LeftButton)
    assert window.current_page is page and page.shown is page.list


def test_the_arrows_move_in_the_sidebar_as_one_stop(qtbot: QtBot, window: MainWindow) -> None:
    button(window, "today").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button(window, "today"), Qt.Key.Key_Down)
    assert button(window, "customers").hasFocus()
    stops = [b for b in window.findChildren(NavigationButton) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [button(window, "today")]


def test_a_narrow_window_has_a_rail_of_icons(qtbot: QtBot, window: MainWindow) -> None:
    sidebar = window.findChild(Sidebar)
    assert sidebar is not None
    wide = sidebar.width()
    window.resize(BREAKPOINT - 1, 690)
    assert sidebar.width() == theme_of(window).px(RAIL) < wide


def test_ctrl_n_records_a_visit_over_any_page_and_ctrl_shift_n_adds_a_customer(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keySequence(window, QKeySequence("Ctrl+N"))
    assert any(panel.isVisible() for panel in window.findChildren(SidePanel))
    window.close_panels()
    qtbot.keySequence(window, QKeySequence("Ctrl+Shift+N"))
    assert any(panel.isVisible() for panel in window.findChildren(SidePanel))


def test_ctrl_d_plans_a_follow_up_over_any_page(qtbot: QtBot, window: MainWindow) -> None:
    for name in ("today", "follow_ups"):
        window.show_page(name)
        qtbot.keySequence(window, QKeySequence("Ctrl+D"))
        assert [type(panel) for panel in window.findChildren(SidePanel) if panel.isVisible()] == [FollowUpPanel]
        window.close_panels()


def test_undo_and_redo_are_asked_for_by_key(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.undo_requested):
        qtbot.keySequence(window, QKeySequence("Ctrl+Z"))
    with qtbot.waitSignal(window.redo_requested):
        qtbot.keySequence(window, QKeySequence("Ctrl+Y"))


def test_closing_asks_first_and_leaving_closes(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()
    window.leave()
    assert not window.isVisible()


def test_a_banner_stands_over_every_page_until_it_is_taken_away(qtbot: QtBot, window: MainWindow) -> None:
    notice = QLabel("sample")
    window.show_banner(notice)
    window.show_page("settings")
    assert notice.isVisible()
    window.show_banner(None)
    assert not notice.isVisible()


def held(job_list: list[Job], window: MainWindow, context: AppContext) -> Job:
    """A job that has begun and not ended."""
    job = Job(context.settings, "Making the PDF", "")
    job_list.append(job)
    window.show_job(job)
    return job


def test_a_long_job_is_shown_with_its_progress_and_can_be_stopped(qtbot: QtBot, window: MainWindow, context: AppContext) -> None:
    jobs: list[Job] = []
    job = held(jobs, window, context)
    qtbot.waitUntil(window.jobs.isVisible)
    job.control.advance(1, 2)
    window.jobs.cancel_requested.emit(job.number)
    with pytest.raises(Cancelled):
        job.control.advance(2, 2)
    job.error = Cancelled()
    job.is_ended = True
    job.ended.emit()
    assert not window.jobs.isVisible()


def test_a_short_job_is_never_shown(qtbot: QtBot, window: MainWindow, context: AppContext) -> None:
    def op(_control: JobControl) -> int:
        return 1

    shown: list[Job] = []
    context.tasks.job_started.connect(partial(_show, window, shown))
    context.tasks.run(op, None, owner=window, title="quick")
    assert [job.is_ended for job in shown] == [True]
    assert not window.jobs.is_busy()


def _show(window: MainWindow, shown: list[Job], job: Job) -> None:
    shown.append(job)
    window.show_job(job)


def test_a_card_to_those_long_away_takes_six_presses(qtbot: QtBot, window: MainWindow, context: AppContext) -> None:
    done(context, lambda session: away(session, 12))
    presses = 0

    def press(found: QWidget) -> None:
        nonlocal presses
        presses += 1
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    press(button(window, "measures"))
    page = window.current_page
    assert isinstance(page, MeasuresPage)
    press(page.list.recipes.button(MeasureKind.WIN_BACK))
    wizard = wizard_of(page)
    for _ in range(4):
        press(wizard.next)
    printing = window.current_page
    assert isinstance(printing, PrintingPage) and presses == 6
    assert printing.print_button.label() == "Print 6 card(s)"
