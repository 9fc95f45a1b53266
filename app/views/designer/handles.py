"""The eight places by which a frame is drawn larger or smaller, and where it goes then."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt

from app.domain.templates import Frame

ROOM = 44
CORNERS = ("lt", "rt", "rb", "lb")
SIDES = ("t", "r", "b", "l")
_CURSORS: Mapping[str, Qt.CursorShape] = {
    "lt": Qt.CursorShape.SizeFDiagCursor,
    "rb": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor,
    "lb": Qt.CursorShape.SizeBDiagCursor,
    "l": Qt.CursorShape.SizeHorCursor,
    "r": Qt.CursorShape.SizeHorCursor,
    "t": Qt.CursorShape.SizeVerCursor,
    "b": Qt.CursorShape.SizeVerCursor,
}


def handle_points(rect: QRectF, room: float) -> dict[str, QPointF]:
    """The middles of the handles by the edges they move; those of the sides only where they have `room` between the corners."""
    middle = rect.center()
    points = {"lt": rect.topLeft(), "rt": rect.topRight(), "rb": rect.bottomRight(), "lb": rect.bottomLeft()}
    if rect.width() >= room:
        points |= {"t": QPointF(middle.x(), rect.top()), "b": QPointF(middle.x(), rect.bottom())}
    if rect.height() >= room:
        points |= {"l": QPointF(rect.left(), middle.y()), "r": QPointF(rect.right(), middle.y())}
    return points


def handle_at(rect: QRectF, where: QPointF, reach: float, room: float) -> str:
    """The edges of the nearest handle within `reach`; empty for none."""
    near = {edges: max(abs(point.x() - where.x()), abs(point.y() - where.y())) for edges, point in handle_points(rect, room).items()}
    edges = min(near, key=lambda one: near[one])
    return edges if near[edges] <= reach else ""


def cursor_of(edges: str) -> Qt.CursorShape:
    return _CURSORS[edges]


def stretched(frame: Frame, edges: str, dx: float, dy: float, *, keeps_shape: bool = False) -> Frame:
    """With these edges moved, never past the opposite ones. `keeps_shape`: a corner keeps breadth and height in proportion."""
    left, top, right, bottom = frame.left, frame.top, frame.left + frame.width, frame.top + frame.height
    if keeps_shape and edges in CORNERS and frame.width > 0 and frame.height > 0:
        across = (-dx if "l" in edges else dx) / frame.width
        down = (-dy if "t" in edges else dy) / frame.height
        grown = max(across, down, -1.0)
        dx, dy = (-1 if "l" in edges else 1) * grown * frame.width, (-1 if "t" in edges else 1) * grown * frame.height
    if "l" in edges:
        left = min(left + dx, right)
    if "r" in edges:
        right = max(right + dx, left)
    if "t" in edges:
        top = min(top + dy, bottom)
    if "b" in edges:
        bottom = max(bottom + dy, top)
    return Frame(left, top, right - left, bottom - top)
