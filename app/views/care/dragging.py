"""A row of a list taken by the mouse and carried to a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

FOLLOW_UPS = "application/x-okaeri-follow-ups"


def carried(mime: QMimeData) -> list[int]:
    """The follow-ups that were taken; none when something else was."""
    written = bytes(mime.data(FOLLOW_UPS).data()).decode("ascii", errors="replace")
    return [int(part) for part in written.split(",") if part.isdecimal()]


def mime_of(ids: Sequence[int]) -> QMimeData:
    mime = QMimeData()
    mime.setData(FOLLOW_UPS, QByteArray(",".join(map(str, ids)).encode("ascii")))
    return mime


class RowDragging(QObject):
    """Lets the rows of a list be carried; `taken()` names the follow-ups that go along."""

    def __init__(self, rows: QAbstractItemView, taken: Callable[[], Sequence[int]]) -> None:
        super().__init__(rows)
        self._rows = rows
        self._taken = taken
        self._pressed: QPoint | None = None
        rows.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() is QEvent.Type.MouseMove and self._is_far(event.position().toPoint()):
            self._pressed = None
            self._carry()
            return True
        return False

    def _is_far(self, where: QPoint) -> bool:
        return self._pressed is not None and (where - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _carry(self) -> None:
        ids = self._taken()
        if not ids:
            return
        drag = QDrag(self._rows)
        drag.setMimeData(mime_of(ids))
        drag.exec(Qt.DropAction.MoveAction)
