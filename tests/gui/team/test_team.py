"""Who works here, what everybody has done, and handing work over."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.context import AppContext
from app.domain.follow_ups import FollowUpFields
from app.domain.staff import StaffFields
from app.domain.team import TeamFigure, TeamPeople, TeamSpan, period_with
from app.models.database import Database
from app.queries.follow_ups import follow_ups_of
from app.services.actions import undo
from app.services.follow_ups import add_follow_up
from app.services.staff import edit_staff, remove_staff
from app.views.team.hand_over_panel import HandOverDaysPanel
from app.views.team.page import TeamPage
from app.views.team.working_here import WorkingHere
from app.views.widgets.layouts import boxed, column
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.pdf_printers import PdfPrinters
from tests.gui.settings.conftest import free

WEEK = period_with(TODAY, TeamSpan.WEEK)


@pytest.fixture
def staff(database: Database) -> dict[str, int]:
    """田中 has a customer with a call today and one in five days, and served him on Monday."""
    with database.write() as session:
        found = {"田中 美咲": add_staff(session, "田中 美咲"), "佐々木 健": add_staff(session, "佐々木 健", "")}
        customer = add_customer(session, "吉田 和子", staff="田中 美咲")
        add_purchase(session, customer, WEEK.start, staff="田中 美咲")
        for days in (0, 5):
            fields = FollowUpFields(TODAY + timedelta(days=days), staff="田中 美咲")
            add_follow_up(session, customer, fields, now=NOW, today=TODAY)
    return found | {"customer": customer}


def here(qtbot: QtBot, context: AppContext) -> WorkingHere:
    foot = WorkingHere()
    window = boxed(column(foot))
    qtbot.addWidget(window)
    window.show()
    foot.start(context)
    return foot


def entries(foot: WorkingHere) -> dict[str, bool]:
    foot.click()
    foot.menu.hide()
    return {entry.text(): entry.isChecked() for entry in foot.menu.actions() if entry.isCheckable()}


def choose(foot: WorkingHere, words: str) -> None:
    foot.click()
    next(entry for entry in foot.menu.actions() if entry.text() == words).trigger()
    foot.menu.hide()


def page(qtbot: QtBot, context: AppContext, printers: PdfPrinters | None = None) -> TeamPage:
    made = TeamPage(context, printers)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    with qtbot.waitExposed(made):
        made.show()
    return made


def numbers(page: TeamPage) -> list[list[str]]:
    model = page.numbers.model()
    return [[str(model.index(row, place).data()) for place in range(model.columnCount())] for row in range(model.rowCount())]


def panel_of(page: TeamPage) -> HandOverDaysPanel:
    page.hand_over.click()
    return next(panel for panel in page.findChildren(HandOverDaysPanel) if panel.isVisible())


def whose(database: Database, staff: dict[str, int]) -> list[str]:
    with database.read() as session:
        return [row.staff for row in follow_ups_of(session, staff["customer"])]


def test_a_shop_without_staff_asks_nobody_who_is_here(qtbot: QtBot, context: AppContext) -> None:
    assert here(qtbot, context).isHidden()


def test_who_works_here_is_chosen_from_the_staff(qtbot: QtBot, context: AppContext, staff: dict[str, int]) -> None:
    foot = here(qtbot, context)
    assert not foot.isHidden()
    assert entries(foot) == {"田中 美咲, 店長": False, "佐々木 健": False, "Nobody in particular": True}
    choose(foot, "田中 美咲, 店長")
    assert context.settings.staff_name == "田中 美咲"
    assert foot.accessibleName() == "Working here: 田中 美咲"
    assert entries(foot)["田中 美咲, 店長"]
    choose(foot, "Nobody in particular")
    assert context.settings.staff_name == ""
    with qtbot.waitSignal(foot.team_requested):
        choose(foot, "What everybody has done")


def test_the_name_follows_the_member_and_goes_when_he_leaves(qtbot: QtBot, context: AppContext, staff: dict[str, int]) -> None:
    foot = here(qtbot, context)
    choose(foot, "佐々木 健")
    number, renamed = staff["佐々木 健"], StaffFields("佐々木 薫")
    context.tasks.command(lambda session, _control: edit_staff(session, number, renamed, now=NOW), None, owner=foot)
    assert context.settings.staff_name == "佐々木 薫"
    context.tasks.command(lambda session, _control: remove_staff(session, number, now=NOW), None, owner=foot)
    assert context.settings.staff_name == ""


def test_a_name_of_another_shop_is_kept(qtbot: QtBot, context: AppContext, staff: dict[str, int]) -> None:
    context.settings.staff_name = "本店の鈴木"
    foot = here(qtbot, context)
    assert foot.accessibleName() == "Who is here?"
    assert context.settings.staff_name == "本店の鈴木"


def test_every_number_opens_its_names(qtbot: QtBot, context: AppContext, staff: dict[str, int], navigation: NavigationSpy) -> None:
    shown = page(qtbot, context)
    assert numbers(shown) == [
        ["田中 美咲", "1", "—", "—", "—", "1", "—", "—", "—"],
        ["Everybody", "1", "—", "—", "—", "1", "—", "—", "—"],
    ]
    index = shown.numbers.model().index(0, 1 + list(TeamFigure).index(TeamFigure.VISITS))
    shown.numbers.clicked.emit(index)
    spec = TeamPeople(WEEK, TeamFigure.VISITS, staff["田中 美咲"], TODAY)
    assert navigation.shown == [("people", {"spec": spec, "title": "Visits, 田中 美咲"})]
    shown.numbers.setCurrentIndex(shown.numbers.model().index(1, 1))
    qtbot.keyClick(shown.numbers, Qt.Key.Key_Return)
    assert navigation.shown[-1][1]["spec"] == TeamPeople(WEEK, TeamFigure.DUE, None, TODAY)


def test_weeks_and_months_are_stepped_through(qtbot: QtBot, context: AppContext, staff: dict[str, int]) -> None:
    shown = page(qtbot, context)
    assert not shown.later.isEnabled()
    shown.earlier.click()
    assert numbers(shown) == []
    assert shown.quiet.isVisible() and shown.later.isEnabled()
    shown.span.changed.emit(TeamSpan.MONTH)
    assert [row[:2] for row in numbers(shown)] == [["田中 美咲", "2"], ["Everybody", "2"]]
    assert page(qtbot, context).span.current() is TeamSpan.MONTH


def test_the_day_is_handed_over_with_its_sheet_and_comes_back(
    qtbot: QtBot, context: AppContext, staff: dict[str, int], database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    printers = PdfPrinters(tmp_path)
    shown = page(qtbot, context, printers)
    panel = panel_of(shown)
    assert (panel.giver.currentText(), panel.taker.currentText()) == ("田中 美咲", "佐々木 健")
    assert panel.preview.text() == "Handed over: 1 follow-up(s)"
    panel.save.click()
    assert whose(database, staff) == ["佐々木 健", "田中 美咲"]
    assert printers.orders[0].title == "Handed over: 田中 美咲 → 佐々木 健"
    action = messages.toasts[0][1]
    assert messages.toasts[0][0] == "Handed over to 佐々木 健" and action is not None
    with database.write() as session:
        undo(session, action, now=NOW)
    assert whose(database, staff) == ["田中 美咲", "田中 美咲"]
    free()
    assert not isValid(panel)


def test_a_holiday_and_everything_show_what_goes_before_it_goes(
    qtbot: QtBot, context: AppContext, staff: dict[str, int], database: Database
) -> None:
    panel = panel_of(page(qtbot, context))
    panel.days.setChecked(True)
    assert panel.first.isVisible()
    assert panel.preview.text() == "Handed over: 1 follow-up(s)"
    panel.last.set_value(TODAY + timedelta(days=2))
    panel.last.editingFinished.emit()
    assert panel.preview.text() == "There is nothing to hand over." and not panel.save.isEnabled()
    panel.everything.setChecked(True)
    assert panel.preview.text() == "Handed over: 1 customer(s), 2 follow-up(s)"
    panel.prints.setChecked(False)
    panel.save.click()
    assert whose(database, staff) == ["佐々木 健", "佐々木 健"]


def test_a_shop_without_staff_is_led_to_settings(qtbot: QtBot, context: AppContext, navigation: NavigationSpy) -> None:
    shown = page(qtbot, context)
    assert shown.nobody.isVisible() and not shown.hand_over.isVisible()
    shown.nobody.action_clicked.emit()
    assert navigation.shown == [("settings", {"section": "staff"})]
