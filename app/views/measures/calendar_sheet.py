"""A year of campaigns as bars under the months. Each bar is reached by the arrow keys and opened by Enter or a press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from app.domain.measure_calendar import Bar, BarState, MeasureCalendar
from app.views.theme import TextStyle, Theme, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.labels import plain_tooltip
from app.views.widgets.painted_cells import PaintedCells

_HEAD = 190
_LEAST_HEAD = 110
_ROW = 34
_MONTH = 38


@dataclass(frozen=True, slots=True)
class SheetWords:
    """`months` over the columns, `at_once` beside the numbers under them; for each row its head and for each of its bars what is written
    in it and what is read out."""

    months: Sequence[str]
    at_once: str
    heads: Sequence[str]
    inside: Sequence[Sequence[str]]
    spoken: Sequence[Sequence[str]]


class CalendarSheet(PaintedCells[tuple[int, int]]):
    """`opened(Bar)`; `stood_on(QRectF)`: where the bar lies that the keyboard is on now."""

    opened = Signal(object)
    stood_on = Signal(QRectF)

    def __init__(self, name: str) -> None:
        super().__init__(self._place_at)
        self._calendar: MeasureCalendar | None = None
        self._words = SheetWords((), "", (), (), ())
        self._current: tuple[int, int] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_calendar(self, calendar: MeasureCalendar, words: SheetWords) -> None:
        """Stays on the bar it stood on where that is still there."""
        stood = self.current_bar()
        self._calendar, self._words, self.hovered = calendar, words, None
        places = self._places()
        same = [place for place in places if stood is not None and _is_same(self._bar(place), stood)]
        self._current = same[0] if same else None
        if self._current is None and self.hasFocus() and places:
            self._stand_on(places[0])
        self.updateGeometry()
        self.update()

    def current_bar(self) -> Bar | None:
        return None if self._current is None else self._bar(self._current)

    def bar_rect(self, row: int, place: int) -> QRectF:
        """Where a bar lies, cut off at the edges of the months."""
        assert self._calendar is not None
        bar = self._calendar.rows[row].bars[place]
        theme = theme_of(self)
        left, right = self._x(bar.start), self._x(bar.end)
        top = self._head_height() + row * self._row_height()
        return QRectF(left, top + theme.px(5), max(theme.px(10), right - left), self._row_height() - theme.px(10))

    def sizeHint(self) -> QSize:
        rows = 0 if self._calendar is None else len(self._calendar.rows)
        return QSize(theme_of(self).px(900), round(self._head_height() + rows * self._row_height()) + theme_of(self).px(4))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(_LEAST_HEAD) + 12 * px(_MONTH), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._calendar is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter, theme, self._calendar)
        for row, line in enumerate(self._calendar.rows):
            self._paint_head(painter, theme, row)
            for place, bar in enumerate(line.bars):
                self._paint_bar(painter, theme, (row, place), bar)
        self._paint_today(painter, theme, self._calendar)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if place is None else plain_tooltip(self._words.spoken[place[0]][place[1]]), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        key = Qt.Key(event.key())
        if key in moves and self._current is not None:
            self._move(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self.opened.emit(self._bar(self._current))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._stand_on(place)
            self.opened.emit(self._bar(place))
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        places = self._places()
        if self._current is None and places:
            self._stand_on(places[0])
        self.update()

    def _places(self) -> list[tuple[int, int]]:
        rows = () if self._calendar is None else self._calendar.rows
        return [(row, place) for row, line in enumerate(rows) for place in range(len(line.bars))]

    def _bar(self, place: tuple[int, int]) -> Bar:
        assert self._calendar is not None
        return self._calendar.rows[place[0]].bars[place[1]]

    def _stand_on(self, place: tuple[int, int]) -> None:
        self._current = place
        spoken = self._words.spoken[place[0]][place[1]]
        self.setAccessibleDescription(spoken)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        announce(self, spoken)
        self.stood_on.emit(self.bar_rect(*place))
        self.update()

    def _move(self, down: int, right: int) -> None:
        assert self._current is not None and self._calendar is not None
        row, place = self._current[0] + down, self._current[1] + right
        if 0 <= row < len(self._calendar.rows):
            bars = self._calendar.rows[row].bars
            # From a row of several into one with a single bar.
            place = min(place, len(bars) - 1) if down else place
            if 0 <= place < len(bars):
                self._stand_on((row, place))

    def _place_at(self, where: QPointF) -> tuple[int, int] | None:
        return next((place for place in self._places() if self.bar_rect(*place).contains(where)), None)

    def _head_width(self) -> float:
        px = theme_of(self).px
        room = self.width() - 12 * px(_MONTH) - 1
        return max(px(_LEAST_HEAD), min(px(_HEAD), room))

    def _head_height(self) -> float:
        theme = theme_of(self)
        return theme.metrics(TextStyle.BODY).height() + theme.metrics(TextStyle.CAPTION).height() + theme.px(10)

    def _row_height(self) -> float:
        theme = theme_of(self)
        return max(theme.px(_ROW), theme.metrics(TextStyle.CAPTION).height() + theme.px(14))

    def _x(self, day: date) -> float:
        """Where a day begins; months are equally wide."""
        assert self._calendar is not None
        months = self._calendar.months
        left, width = self._head_width(), (self.width() - 1 - self._head_width()) / len(months)
        for place, month in enumerate(months):
            if day < month.end:
                into = max(0, (day - month.start).days) / month.days
                return left + (place + into) * width
        return left + len(months) * width

    def _paint_months(self, painter: QPainter, theme: Theme, calendar: MeasureCalendar) -> None:
        tokens, height = theme.tokens, self._head_height()
        body, caption = theme.metrics(TextStyle.BODY).height(), theme.metrics(TextStyle.CAPTION).height()
        painter.setFont(theme.font(TextStyle.CAPTION))
        painter.setPen(QColor(tokens.text3))
        beside = QRectF(0, body + theme.px(4), self._head_width() - theme.px(8), caption)
        shown = painter.fontMetrics().elidedText(self._words.at_once, Qt.TextElideMode.ElideRight, round(beside.width()))
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        for place, month in enumerate(calendar.months):
            left, right = self._x(month.start), self._x(month.end)
            is_now = calendar.today in month
            if is_now:
                painter.fillRect(QRectF(left, 0, right - left, self.height()), QColor(tokens.primary_soft))
            painter.fillRect(QRectF(left, 0, 1, self.height()), QColor(tokens.line))
            painter.setFont(theme.font(TextStyle.BODY_BOLD if is_now else TextStyle.BODY))
            painter.setPen(QColor(tokens.text if is_now else tokens.text2))
            painter.drawText(QRectF(left, theme.px(2), right - left, body), Qt.AlignmentFlag.AlignCenter, self._words.months[place])
            painter.setFont(theme.font(TextStyle.CAPTION_BOLD if calendar.at_once[place] > 1 else TextStyle.CAPTION))
            painter.setPen(QColor(tokens.warn if calendar.at_once[place] > 1 else tokens.text3))
            most = str(calendar.at_once[place] or "")
            painter.drawText(QRectF(left, body + theme.px(4), right - left, caption), Qt.AlignmentFlag.AlignCenter, most)
        painter.fillRect(QRectF(0, height - 1, self.width(), 1), QColor(tokens.line))

    def _paint_head(self, painter: QPainter, theme: Theme, row: int) -> None:
        top, height, width = self._head_height() + row * self._row_height(), self._row_height(), self._head_width() - theme.px(8)
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(QColor(theme.tokens.text))
        words = painter.fontMetrics().elidedText(self._words.heads[row], Qt.TextElideMode.ElideRight, round(width))
        painter.drawText(QRectF(0, top, width, height), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.fillRect(QRectF(0, top + height - 1, self.width(), 1), QColor(theme.tokens.line))

    def _paint_bar(self, painter: QPainter, theme: Theme, place: tuple[int, int], bar: Bar) -> None:
        tokens, area = theme.tokens, self.bar_rect(*place)
        fills = {BarState.RUNNING: tokens.primary, BarState.OVER: tokens.track, BarState.PLANNED: tokens.primary_soft}
        inks = {BarState.RUNNING: tokens.on_primary, BarState.OVER: tokens.text, BarState.PLANNED: tokens.text}
        pen = QPen(QColor(tokens.text3 if bar.state is BarState.PROPOSED else tokens.primary), 1.4)
        if bar.state in (BarState.PLANNED, BarState.PROPOSED):
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen if bar.state in (BarState.RUNNING, BarState.OVER) else pen)
        painter.setBrush(QColor(fills.get(bar.state, tokens.surface)))
        painter.drawRoundedRect(area.adjusted(1, 0, -1, 0), theme.px(4), theme.px(4))
        painter.setFont(theme.font(TextStyle.CAPTION))
        painter.setPen(QColor(inks.get(bar.state, tokens.text2)))
        inner = area.adjusted(theme.px(6), 0, -theme.px(4), 0)
        words = painter.fontMetrics().elidedText(self._words.inside[place[0]][place[1]], Qt.TextElideMode.ElideRight, round(inner.width()))
        if len(words) > 1:
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        marked = self._current if self.hasFocus() else None
        for known, colour in ((self.hovered, tokens.text), (marked, tokens.focus)):
            if known == place:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colour), 2))
                painter.drawRoundedRect(area.adjusted(0, -2, 0, 2), theme.px(5), theme.px(5))

    def _paint_today(self, painter: QPainter, theme: Theme, calendar: MeasureCalendar) -> None:
        x = self._x(calendar.today)
        painter.setPen(QPen(QColor(theme.tokens.accent), 2))
        painter.drawLine(QPointF(x, self._head_height() - theme.px(4)), QPointF(x, self.height()))


def _is_same(bar: Bar, other: Bar) -> bool:
    return (bar.measure_id, bar.greeting) == (other.measure_id, other.greeting) and (bar.measure_id is not None or bar.start == other.start)
