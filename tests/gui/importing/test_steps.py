"""Each step in the smallest window: nothing cut off in either language, every part reached by Tab."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.importing.entry_list import EntryList
from app.views.importing.side_cell import SideCell
from app.views.widgets.combo_field import ComboField
from tests.gui.importing.conftest import Wizard
from tests.gui.widgets.audit import clipped

SMALLEST = (1020, 600)


def stops(wizard: Wizard) -> list[QWidget]:
    """Where Tab leads, once around."""
    found: list[QWidget] = []
    widget = wizard.page.nextInFocusChain()
    while widget is not None and widget is not wizard.page:
        if widget.isVisible() and widget.focusPolicy().value & 1 and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_cut_off(wizard: Wizard, shop_list: Path, yoshida: int, qtbot: QtBot) -> None:
    def is_whole() -> None:
        needed = wizard.page.minimumSizeHint()
        assert (clipped(wizard.page), needed.width() <= SMALLEST[0], needed.height() <= SMALLEST[1]) == ([], True, True)

    wizard.page.resize(*SMALLEST)
    qtbot.waitUntil(is_whole)
    wizard.open(shop_list)
    for _step in ("columns", "check", "result"):
        qtbot.waitUntil(is_whole)
        wizard.press()
    needed = wizard.page.minimumSizeHint()
    assert (needed.width() <= SMALLEST[0], needed.height() <= SMALLEST[1]) == (True, True)


def test_every_choice_is_reached_by_tab(wizard: Wizard, shop_list: Path, yoshida: int) -> None:
    wizard.open(shop_list)
    assert set(wizard.columns.table.combos) <= {stop for stop in stops(wizard) if isinstance(stop, ComboField)}
    wizard.press()
    reached = stops(wizard)
    assert sum(isinstance(stop, EntryList) for stop in reached) == 1
    assert any(isinstance(stop, SideCell) for stop in reached)
    assert wizard.primary in reached


def test_a_column_under_the_keyboard_is_brought_into_view(wizard: Wizard, shop_list: Path) -> None:
    wizard.page.resize(*SMALLEST)
    wizard.open(shop_list)
    table = wizard.columns.table
    assert table.horizontalScrollBar().value() == 0
    table.combos[-1].setFocus()
    assert table.combos[-1].geometry().right() <= table.viewport().width()
