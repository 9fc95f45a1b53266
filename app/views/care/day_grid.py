"""The days as cards in a row of seven: how much there is to do, and how much of the day's cap that takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from app.domain.care_page import DayLoad
from app.views.care.dragging import FOLLOW_UPS, carried
from app.views.care.words import cell_day, count_text, spoken_load, state_text, today_text
from app.views.theme import TextStyle, Theme, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.painted_cells import PaintedCells

DAYS = 7
GAP, STRIP_HEIGHT, CELL_HEIGHT = 8, 74, 58
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}


class DayGrid(PaintedCells[int]):
    """One Tab stop. `day_chosen(date)` also for a day that is not shown, when the keys go beyond the ends; `dropped(ids, date)`."""

    day_chosen = Signal(object)
    dropped = Signal(object, object)

    def __init__(self, name: str, *, is_month: bool = False) -> None:
        super().__init__(self._place_at)
        self._is_month = is_month
        self._loads: tuple[DayLoad, ...] = ()
        self._today = self._chosen = date.min
        self._month = 0
        self._cap = 1
        self._target: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setProperty("noFocusRing", True)
        vertical = QSizePolicy.Policy.Expanding if is_month else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_loads(self, loads: Sequence[DayLoad], chosen: date, today: date, cap: int, month: int = 0) -> None:
        """`month`: days of another one are paler."""
        self._loads, self._today, self._cap, self._month = tuple(loads), today, max(1, cap), month
        self.hovered = None
        self.choose(chosen)
        self.updateGeometry()
        self.update()

    def choose(self, day: date) -> None:
        """Mark a day; nothing is sent."""
        self._chosen = day
        load = next((load for load in self._loads if load.day == day), None)
        if load is not None:
            said = spoken_load(load, self._today)
            if said != self.accessibleDescription():
                self.setAccessibleDescription(said)
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
                if self.hasFocus():
                    announce(self, said)
        self.update()

    def chosen(self) -> date:
        return self._chosen

    def loads(self) -> tuple[DayLoad, ...]:
        return self._loads

    def cell(self, day: date) -> QRectF:
        """Where a day lies in the widget; KeyError when it is not shown."""
        for place, load in enumerate(self._loads):
            if load.day == day:
                return self._area(place)
        raise KeyError(day)

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(900 if not self._is_month else 620), self._rows() * (self._least_cell() + px(GAP)) - px(GAP))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        wide = theme_of(self).metrics(TextStyle.CAPTION).horizontalAdvance("30日(月)") + px(20)
        return QSize(DAYS * max(wide, px(62)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, load in enumerate(self._loads):
            self._paint_day(painter, theme, self._area(place), load, place)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None and (self._is_month or abs(step) == 1):
            self._go(self._chosen + timedelta(days=step))
        elif event.key() == Qt.Key.Key_Home:
            self._go(self._today)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._go(self._loads[place].day)
        else:
            super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(FOLLOW_UPS):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        place = self._place_at(event.position())
        can_take = place is not None and self._loads[place].day >= self._today
        self._show_target(place if can_take else None)
        if can_take:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        place = self._place_at(event.position())
        self._show_target(None)
        if place is not None and self._loads[place].day >= self._today:
            event.acceptProposedAction()
            self.dropped.emit(carried(event.mimeData()), self._loads[place].day)

    def _go(self, day: date) -> None:
        self.choose(day)
        self.day_chosen.emit(day)

    def _show_target(self, place: int | None) -> None:
        if place != self._target:
            self._target = place
            self.update()

    def _rows(self) -> int:
        return max(1, -(-len(self._loads) // DAYS))

    def _least_cell(self) -> int:
        theme = theme_of(self)
        lines = theme.metrics(TextStyle.CAPTION).height() + theme.metrics(TextStyle.ROW_TITLE).height() + theme.px(26)
        return max(theme.px(CELL_HEIGHT if self._is_month else STRIP_HEIGHT), lines if not self._is_month else lines - theme.px(6))

    def _area(self, place: int) -> QRectF:
        gap = theme_of(self).px(GAP if not self._is_month else 4)
        rows = self._rows()
        width, height = (self.width() - gap * (DAYS - 1) - 2) / DAYS, (self.height() - gap * (rows - 1) - 2) / rows
        row, column = divmod(place, DAYS)
        return QRectF(1 + column * (width + gap), 1 + row * (height + gap), width, height)

    def _place_at(self, where: QPointF) -> int | None:
        return next((place for place in range(len(self._loads)) if self._area(place).contains(where)), None)

    def _paint_day(self, painter: QPainter, theme: Theme, area: QRectF, load: DayLoad, place: int) -> None:
        tokens, px = theme.tokens, theme.px
        is_chosen, is_today = load.day == self._chosen, load.day == self._today
        ground = tokens.select if is_chosen or place == self._target else tokens.hover if place == self.hovered else tokens.surface
        painter.setBrush(QColor(ground))
        ring = tokens.focus if is_chosen and self.hasFocus() else tokens.primary if is_chosen or place == self._target else tokens.line
        painter.setPen(QPen(QColor(ring), 2 if is_chosen or place == self._target else 1))
        painter.drawRoundedRect(area, px(8), px(8))
        inner = area.adjusted(px(11), px(7), -px(11), -px(8)) if not self._is_month else area.adjusted(px(8), px(4), -px(8), -px(6))
        self._paint_words(painter, theme, inner, load, is_today=is_today)
        self._paint_bar(painter, theme, QRectF(inner.x(), inner.bottom() - px(5), inner.width(), px(5)), load)

    def _paint_words(self, painter: QPainter, theme: Theme, inner: QRectF, load: DayLoad, *, is_today: bool) -> None:
        tokens = theme.tokens
        is_other = bool(self._month) and load.day.month != self._month
        caption, number = theme.metrics(TextStyle.CAPTION), theme.metrics(TextStyle.ROW_TITLE)
        first = QRectF(inner.x(), inner.y(), inner.width(), caption.height())
        second = QRectF(inner.x(), inner.bottom() - theme.px(9) - number.height(), inner.width(), number.height())
        left, right = (
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        )
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD if is_today else TextStyle.CAPTION))
        painter.setPen(QColor(tokens.primary if is_today else tokens.text3 if is_other else tokens.text))
        day = cell_day(load.day, with_weekday=not self._is_month)
        painter.drawText(first, left, day)
        if is_today and theme.metrics(TextStyle.CAPTION_BOLD).horizontalAdvance(day + today_text()) + theme.px(6) <= inner.width():
            painter.drawText(first, right, today_text())
        count, state = count_text(load), state_text(load) if not (self._is_month and load.waiting) else ""
        painter.setFont(theme.font(TextStyle.ROW_TITLE))
        painter.setPen(QColor(tokens.text3 if not load.total else tokens.primary if is_today else tokens.text))
        painter.drawText(second, left, count)
        room = inner.width() - number.horizontalAdvance(count) - theme.px(4)
        painter.setFont(theme.font(TextStyle.CAPTION))
        painter.setPen(QColor(tokens.text2))
        if caption.horizontalAdvance(state) <= room:
            painter.drawText(second, right, state)

    def _paint_bar(self, painter: QPainter, theme: Theme, bar: QRectF, load: DayLoad) -> None:
        tokens = theme.tokens
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(bar, radius, radius)
        share = min(1.0, load.total / self._cap)
        if not load.total:
            return
        planned = QRectF(bar.x(), bar.y(), max(bar.height(), bar.width() * share), bar.height())
        painter.setBrush(QColor(tokens.sequential[3]))
        painter.drawRoundedRect(planned, radius, radius)
        if load.done:
            painter.setBrush(QColor(tokens.primary))
            done = max(bar.height(), planned.width() * load.done / load.total)
            painter.drawRoundedRect(QRectF(bar.x(), bar.y(), done, bar.height()), radius, radius)
