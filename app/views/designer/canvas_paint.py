"""How the paper and what marks its parts are painted. Paper stays white in the dark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.domain.template_snaps import Guide
from app.views.designer.handles import ROOM, handle_points
from app.views.theme import Theme
from app.views.tokens import LIGHT

HANDLE = 8


@dataclass(frozen=True, slots=True)
class Marks:
    """`frames` by the name of the part, in pixels; `band`: what the mouse draws around parts, empty for none."""

    frames: Mapping[str, QRectF]
    selected: Sequence[str]
    hovered: str
    wrong: Sequence[str]
    absent: Sequence[str]
    band: QRectF
    guides: Sequence[Guide]
    has_handles: bool
    has_focus: bool


def paint_page(painter: QPainter, theme: Theme, paper: QRectF, image: QImage, marks: Marks, px_per_mm: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(paper.adjusted(-1, -1, 1, 1), QColor(theme.tokens.line_strong if theme.is_dark else theme.tokens.line))
    painter.fillRect(paper.adjusted(0, 2, 2, 3), QColor(0, 0, 0, 26))
    painter.fillRect(paper, Qt.GlobalColor.white)
    if not image.isNull():
        painter.drawImage(paper, image)
    # On white paper the colours of the light look can be told apart, in the dark too.
    for name in marks.absent:
        _frame(painter, marks.frames[name], LIGHT.line_strong, 1, Qt.PenStyle.DotLine)
    for name in marks.wrong:
        _frame(painter, marks.frames[name].adjusted(-2, -2, 2, 2), LIGHT.accent, 2, Qt.PenStyle.DashLine)
    if marks.hovered in marks.frames and marks.hovered not in marks.selected:
        _frame(painter, marks.frames[marks.hovered], LIGHT.primary, 1, Qt.PenStyle.DashLine)
    for name in marks.selected:
        _frame(painter, marks.frames[name], LIGHT.focus if marks.has_focus else LIGHT.primary, 2, Qt.PenStyle.SolidLine)
        if marks.has_handles:
            _handles(painter, theme, marks.frames[name], LIGHT.focus if marks.has_focus else LIGHT.primary)
    painter.setPen(QPen(QColor(LIGHT.info), 1, Qt.PenStyle.DashLine))
    for guide in marks.guides:
        if guide.is_vertical:
            x = paper.left() + guide.at * px_per_mm
            painter.drawLine(QPointF(x, paper.top() - 8), QPointF(x, paper.bottom() + 8))
        else:
            y = paper.top() + guide.at * px_per_mm
            painter.drawLine(QPointF(paper.left() - 8, y), QPointF(paper.right() + 8, y))
    if not marks.band.isEmpty():
        soft = QColor(LIGHT.primary)
        soft.setAlpha(30)
        painter.fillRect(marks.band, soft)
        _frame(painter, marks.band, LIGHT.primary, 1, Qt.PenStyle.SolidLine)


def _frame(painter: QPainter, rect: QRectF, colour: str, width: int, style: Qt.PenStyle) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), width, style))
    painter.drawRect(rect)


def _handles(painter: QPainter, theme: Theme, rect: QRectF, colour: str) -> None:
    half = theme.px(HANDLE) / 2
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(QColor("#FFFFFF"))
    for point in handle_points(rect, theme.px(ROOM)).values():
        painter.drawRect(QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half))
