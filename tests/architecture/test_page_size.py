"""Every page fits the smallest window and, with the largest text, the usual screen of a shop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.i18n import Translators
from app.views.main_window import DESIGN, MINIMUM
from app.views.navigation import RAIL
from app.views.pages.registry import AREAS, Area, build_page
from app.views.theme import theme_of

# Text size in percent, and the window it must fit.
WINDOWS = {100: MINIMUM, 150: DESIGN}


@pytest.fixture(params=["ja", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translators = Translators(qapp)
    translators.use(request.param)
    yield request.param
    translators.clear()


@pytest.fixture(params=WINDOWS, ids=lambda percent: f"{percent}%")
def room(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QSize]:
    """What is left for a page beside the icon rail."""
    theme = theme_of()
    theme.set_text_percent(request.param)
    yield WINDOWS[request.param] - QSize(theme.px(RAIL), 0)
    theme.set_text_percent(100)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_a_page_fits(area: Area, room: QSize, language: str, context: AppContext, qtbot: QtBot) -> None:
    page = build_page(area, context)
    qtbot.addWidget(page)
    page.resize(room)
    page.show()
    needed = page.minimumSizeHint()
    assert (needed.width() <= room.width(), needed.height() <= room.height()) == (True, True), (needed, room)
