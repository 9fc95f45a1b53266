"""A theme in a known state for every test of the parts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.theme import Density, Mode, Theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    made = Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    yield made
    QLocale.setDefault(kept)
    Theme.install(qapp, mode=Mode.LIGHT)


class Shower:
    """Puts parts into a window and shows it, as a page would."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._windows: list[QWidget] = []

    def __call__(self, *parts: QWidget, width: int = 600, height: int = 400) -> QWidget:
        window = QWidget()
        self._qtbot.addWidget(window)
        self._windows.append(window)
        layout = QVBoxLayout(window)
        for part in parts:
            layout.addWidget(part)
        window.resize(width, height)
        with self._qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window


@pytest.fixture
def show(qtbot: QtBot) -> Shower:
    return Shower(qtbot)
