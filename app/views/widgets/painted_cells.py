"""What widgets that paint cells share: the cell under the mouse, and painting anew when the focus comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

Place = TypeVar("Place")


class PaintedCells(QWidget, Generic[Place]):
    """`place_at` says which cell lies at a point of the widget, None beside them all; `hovered` is the one under the mouse."""

    def __init__(self, place_at: Callable[[QPointF], Place | None]) -> None:
        super().__init__()
        self.hovered: Place | None = None
        self._under = place_at
        self.setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._under(event.position())
        if place != self.hovered:
            self.hovered = place
            self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def leaveEvent(self, event: object) -> None:
        self.hovered = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
