"""Campaigns under each other as points with their range of chance, on one axis of profit on cost, all as one and others' below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.numbers import format_percent
from app.views.theme import TextStyle, Theme, theme_of
from app.views.widgets.announce import announce

_HEAD, _NOTE = 220, 230
_ROW = 48
_MOST_TICKS = 5


class Mark(Enum):
    POINT = "point"
    ALL = "all"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`head` and `note`: two lines at the left and at the right, of which the second may be empty. Profit on cost as fractions; `value`
    None: there is none, and `note` says why. `expected`: where a small line stands. `key` is what is opened."""

    key: object
    head: tuple[str, str]
    note: tuple[str, str]
    spoken: str
    mark: Mark = Mark.POINT
    value: float | None = None
    low: float | None = None
    high: float | None = None
    expected: float | None = None


class CompareSheet(QWidget):
    """`opened(key)` by Enter or a press on a row with a key."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: tuple[SheetRow, ...] = ()
        self._even = ""
        self._current = 0
        self._low, self._high = -1.0, 1.0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_rows(self, rows: Sequence[SheetRow], even: str) -> None:
        """`even`: the word at the line where cost and profit are the same."""
        self._rows, self._even = tuple(rows), even
        self._current = min(self._current, max(0, len(rows) - 1))
        known = [value for row in rows for value in (row.value, row.low, row.high, row.expected) if value is not None]
        low, high = min([*known, -0.5]), max([*known, 0.5])
        room = (high - low) * 0.06
        self._low, self._high = low - room, high + room
        self.updateGeometry()
        self.update()

    def row_rect(self, place: int) -> QRectF:
        top = self._axis_height() + place * self._row_height()
        return QRectF(0, top, self.width(), self._row_height())

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(900), round(self._axis_height() + len(self._rows) * self._row_height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(480), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, theme)
        for place, row in enumerate(self._rows):
            self._paint_row(painter, theme, place, row)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in moves and 0 <= self._current + moves[key] < len(self._rows):
            self._stand_on(self._current + moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._rows:
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = [place for place in range(len(self._rows)) if self.row_rect(place).contains(event.position())]
        if event.button() is Qt.MouseButton.LeftButton and hit:
            self._stand_on(hit[0])
            self._open(hit[0])
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._rows:
            self._stand_on(self._current)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _stand_on(self, place: int) -> None:
        self._current = place
        self.setAccessibleDescription(self._rows[place].spoken)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        announce(self, self._rows[place].spoken)
        self.update()

    def _open(self, place: int) -> None:
        if self._rows[place].key is not None:
            self.opened.emit(self._rows[place].key)

    def _widths(self) -> tuple[float, float]:
        """Of the heads and of the notes; the plot takes what is between."""
        px, share = theme_of(self).px, self.width() * 0.27
        return min(px(_HEAD), share), min(px(_NOTE), share)

    def _axis_height(self) -> float:
        return theme_of(self).metrics(TextStyle.CAPTION).height() + theme_of(self).px(10)

    def _row_height(self) -> float:
        theme = theme_of(self)
        lines = theme.metrics(TextStyle.BODY).height() + theme.metrics(TextStyle.CAPTION).height()
        return max(theme.px(_ROW), lines + theme.px(10))

    def _x(self, value: float) -> float:
        head, note = self._widths()
        return head + (value - self._low) / (self._high - self._low) * (self.width() - head - note)

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        tokens, height = theme.tokens, self._axis_height()
        painter.setFont(theme.font(TextStyle.CAPTION))
        zero = self._x(0.0)
        half = painter.fontMetrics().horizontalAdvance(self._even) / 2 + theme.px(6)
        for value in round_steps(self._low, self._high):
            x, words = self._x(value), format_percent(value, 0)
            painter.fillRect(QRectF(x, height - theme.px(4), 1, theme.px(4)), QColor(tokens.line_strong))
            width = painter.fontMetrics().horizontalAdvance(words)
            if abs(x - zero) > half + width / 2:
                painter.setPen(QColor(tokens.text3))
                painter.drawText(QRectF(x - width, 0, 2 * width, height - theme.px(6)), Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QColor(tokens.text2))
        painter.drawText(QRectF(zero - half, 0, 2 * half, height - theme.px(6)), Qt.AlignmentFlag.AlignCenter, self._even)
        pen = QPen(QColor(tokens.accent), 1.4)
        painter.setPen(pen)
        painter.drawLine(QPointF(zero, height - theme.px(4)), QPointF(zero, self.height()))

    def _paint_row(self, painter: QPainter, theme: Theme, place: int, row: SheetRow) -> None:
        tokens, area = theme.tokens, self.row_rect(place)
        head, note = self._widths()
        if place == self._current and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 2, -1, -2), theme.px(5), theme.px(5))
        painter.fillRect(QRectF(0, area.bottom() - 1, self.width(), 1), QColor(tokens.line))
        texts = (
            (row.head, QRectF(theme.px(6), area.y(), head - theme.px(14), area.height()), Qt.AlignmentFlag.AlignLeft),
            (row.note, QRectF(self.width() - note, area.y(), note - theme.px(6), area.height()), Qt.AlignmentFlag.AlignRight),
        )
        for lines, where, side in texts:
            self._paint_lines(painter, theme, lines, where, side, is_bold=row.mark is Mark.ALL)
        if row.value is not None:
            self._paint_mark(painter, theme, area.center().y(), row, row.value)

    def _paint_lines(
        self, painter: QPainter, theme: Theme, lines: tuple[str, str], where: QRectF, side: Qt.AlignmentFlag, *, is_bold: bool
    ) -> None:
        first, second = theme.metrics(TextStyle.BODY).height(), theme.metrics(TextStyle.CAPTION).height() if lines[1] else 0
        top = where.y() + (where.height() - first - second) / 2
        styles = ((TextStyle.BODY_BOLD if is_bold else TextStyle.BODY, theme.tokens.text), (TextStyle.CAPTION, theme.tokens.text2))
        for words, height, (style, ink) in zip(lines, (first, second), styles, strict=True):
            painter.setFont(theme.font(style))
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(where.width()))
            painter.drawText(QRectF(where.x(), top, where.width(), height), Qt.AlignmentFlag.AlignVCenter | side, shown)
            top += height

    def _paint_mark(self, painter: QPainter, theme: Theme, y: float, row: SheetRow, value: float) -> None:
        tokens, px = theme.tokens, theme.px
        colour = QColor(tokens.text3 if row.mark is Mark.ELSEWHERE else tokens.primary)
        painter.setPen(QPen(colour, px(2)))
        if row.low is not None and row.high is not None:
            low, high = self._x(row.low), self._x(row.high)
            painter.drawLine(QPointF(low, y), QPointF(high, y))
            for end in (low, high):
                painter.drawLine(QPointF(end, y - px(4)), QPointF(end, y + px(4)))
        if row.expected is not None:
            x = self._x(row.expected)
            painter.setPen(QPen(QColor(tokens.accent), px(2)))
            painter.drawLine(QPointF(x, y - px(9)), QPointF(x, y + px(9)))
        painter.setPen(QPen(QColor(tokens.surface), 1.5))
        painter.setBrush(colour)
        x, size = self._x(value), px(6)
        if row.mark is Mark.ALL:
            ends = (QPointF(x - size - 2, y), QPointF(x, y - size - 2), QPointF(x + size + 2, y), QPointF(x, y + size + 2))
            painter.drawPolygon(QPolygonF(ends))
        elif row.mark is Mark.ELSEWHERE:
            painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size))
        else:
            painter.drawEllipse(QPointF(x, y), size, size)


def round_steps(low: float, high: float) -> list[float]:
    """At most _MOST_TICKS round numbers from `low` to `high`."""
    step = 10.0 ** floor(log10(high - low)) / 10
    for factor in (1, 2, 5, 10, 20, 50):
        if (high - low) / (step * factor) <= _MOST_TICKS:
            step *= factor
            break
    return [place * step for place in range(ceil(low / step), floor(high / step) + 1)]
