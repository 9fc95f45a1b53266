"""A slider that the mouse wheel leaves alone until it was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider


class Slider(QSlider):
    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
        super().__init__(orientation)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a page must not change a value that merely passes below the pointer.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
