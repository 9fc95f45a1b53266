"""The sheets of all parts: nothing is cut off, at any size, in any theme."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.views.theme import Mode, Theme
from tests.gui.widgets.audit import clipped
from tests.gui.widgets.gallery import SHEETS


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("name", list(SHEETS))
def test_no_words_are_cut_off(theme: Theme, qtbot: QtBot, name: str, percent: int, mode: Mode) -> None:
    theme.set_mode(mode)
    theme.set_text_percent(percent)
    sheet = SHEETS[name]()
    qtbot.addWidget(sheet)
    sheet.resize(1366 * percent // 100, 720 * percent // 100)
    with qtbot.waitExposed(sheet):
        sheet.show()
    assert clipped(sheet) == []


@pytest.mark.parametrize("name", list(SHEETS))
def test_nothing_is_cut_off_after_the_text_size_changes_live(theme: Theme, qtbot: QtBot, name: str) -> None:
    sheet = SHEETS[name]()
    qtbot.addWidget(sheet)
    sheet.resize(2050, 1080)
    with qtbot.waitExposed(sheet):
        sheet.show()
    theme.set_text_percent(150)
    # The parts over the sheet are placed anew by events of their own, which may ask for more events.
    qtbot.waitUntil(lambda: clipped(sheet) == [])
