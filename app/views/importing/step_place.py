"""The place of the steps of a wizard: each as large as the page has room for, scrolling only when it needs more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

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


class StepStack(QStackedWidget):
    """One step at a time."""

    def __init__(self, steps: Sequence[QWidget]) -> None:
        super().__init__()
        self._had_keyboard: QWidget | None = None
        for step in steps:
            self.addWidget(StepPlace(step))

    def set_busy(self, is_busy: bool) -> None:
        """Nothing can be changed while something runs; the keyboard is where it was then."""
        if is_busy and self.isEnabled():
            self._had_keyboard = self.focusWidget()
        self.setEnabled(not is_busy)
        before = self._had_keyboard
        if not is_busy and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
