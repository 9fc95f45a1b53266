"""Who is held back, in narrow windows and with large letters: every word of the choices is shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.views.measures.step_held import HeldRow
from app.views.theme import Mode, Theme
from tests.gui.measures.shown import page_shown, recipe


@pytest.mark.parametrize(("size", "percent"), [((1160, 720), 100), ((900, 560), 100), ((980, 560), 150)])
def test_no_choice_is_cut_and_nothing_is_wider_than_its_place(
    qapp: QApplication, context: AppContext, qtbot: QtBot, people: list[int], size: tuple[int, int], percent: int
) -> None:
    Theme.install(qapp, mode=Mode.LIGHT, text_percent=percent)
    try:
        assert people
        page = page_shown(context, qtbot)
        page.resize(*size)
        held = recipe(page, qtbot).held
        rows = held.findChildren(HeldRow)
        assert len(rows) == 4
        qtbot.waitUntil(lambda: all(one.has_room() for one in rows))
        widest = held.viewport().width()
        qtbot.waitUntil(lambda: all(one.width() <= widest for one in (held.curve_head, held.curve, held.balance)))
        qtbot.waitUntil(lambda: all(one.height() >= one.sizeHint().height() for one in rows))
    finally:
        Theme.install(qapp, mode=Mode.LIGHT, text_percent=100)
