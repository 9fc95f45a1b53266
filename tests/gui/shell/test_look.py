"""The first window on screens of all sizes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.look import show_fitting


def test_a_window_larger_than_the_screen_fills_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room + QSize(200, 0))
    with qtbot.waitExposed(window):
        show_fitting(window)
    assert window.isMaximized() and window.width() <= room.width() and window.height() <= room.height()


def test_a_window_that_fits_or_is_for_pictures_is_as_it_would_be(qtbot: QtBot) -> None:
    for size, keeps_size in ((QSize(600, 400), False), (QSize(4000, 3000), True)):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(size)
        show_fitting(window, keeps_size=keeps_size)
        assert not window.isMaximized() and window.size() == size
