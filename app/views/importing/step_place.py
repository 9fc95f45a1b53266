"""Holds one step of the wizard: as large as the page has room for, scrolling only when the step needs more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.views.theme import theme_of


class StepPlace(QScrollArea):
    """Lists within the step give way first; the whole scrolls when they cannot."""

    def __init__(self, step: QWidget) -> None:
        super().__init__()
        self._step = step
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(step)
        step.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(self._step.minimumSizeHint().width(), px(80))

    def sizeHint(self) -> QSize:
        return self._step.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._step and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            # A scroll area does not tell those outside that what is inside has grown wider.
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        needed = self._step.minimumSizeHint().height()
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width() if needed > room.height() else 0
        self._step.resize(room.width() - bar, max(room.height(), needed))
