"""From which effect on a campaign can show it, by how many are held back. Its points are choices: click, ←→ by 1, Shift by 10."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10, sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.money import JPY, Currency
from app.views.measures.list_words import money
from app.views.theme import TextStyle, theme_of

_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 22, 14, 42
_HIT = 14
_LINES = 4


@dataclass(frozen=True, slots=True)
class CurveState:
    """`best`: the effect seen with one person in each group, in minor units: every other follows from it. `people` to be drawn, of whom
    `held` are held back now; `points`: numbers held back that are offered. `break_even`: what each one sent to must bring."""

    people: int
    best: float
    held: int
    points: Sequence[int] = ()
    break_even: float = 0.0
    currency: Currency = JPY

    def seen(self, held: float) -> float | None:
        """As kpi: proportional to sqrt(1/n1 + 1/n0)."""
        if not 0 < held < self.people:
            return None
        return self.best * sqrt((1 / held + 1 / (self.people - held)) / 2)


class PowerCurve(QWidget):
    """`held_chosen`: a number of people to hold back."""

    held_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._state = CurveState(0, 0.0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_of(self).changed.connect(self.updateGeometry)

    def show_state(self, state: CurveState) -> None:
        self._state = state
        seen = state.seen(state.held)
        if seen is None:
            words = self.tr("Nothing can be seen: nobody is held back.")
        else:
            words = self.tr("With %n held back, from {amount} each on an effect can be seen. Arrow keys change the number.", "", state.held)
            words = words.format(amount=money(seen, state.currency))
        self.setAccessibleName(words)
        self.update()

    def state(self) -> CurveState:
        return self._state

    def x_of(self, held: float) -> float:
        """Where so many stand, in pixels."""
        area = self._area()
        return area.left() + area.width() * held / max(1, self._state.people)

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(480), px(190))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(240), px(190))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            super().keyPressEvent(event)
            return
        wide = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self._choose(self._state.held + step * wide)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._state.people < 2:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        x, near = event.position().x(), theme_of(self).px(_HIT)
        closest = min(self._state.points, key=lambda held: abs(self.x_of(held) - x), default=None)
        if closest is not None and abs(self.x_of(closest) - x) <= near:
            self._choose(closest)
            return
        area = self._area()
        self._choose(round((x - area.left()) / max(1.0, area.width()) * self._state.people))

    def paintEvent(self, event: QPaintEvent) -> None:
        state, painter = self._state, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = _nice_top(self._highest_wanted())
        self._paint_lines(painter, top)
        if state.people > 1 and state.best > 0:
            self._paint_break_even(painter, top)
            self._paint_curve(painter, top)
            self._paint_points(painter, top)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme_of(self).tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _choose(self, held: int) -> None:
        held = max(0, min(held, self._state.people - 1))
        if held != self._state.held:
            self.held_chosen.emit(held)

    def _area(self) -> QRectF:
        px = theme_of(self).px
        return QRectF(self.rect()).adjusted(px(_LEFT), px(_TOP), -px(_RIGHT), -px(_BOTTOM))

    def _highest_wanted(self) -> float:
        """So that the lowest place of the curve and the line of the cost are both well within, as far as they are near each other."""
        state = self._state
        lowest = state.seen(state.people / 2) or 1.0
        now = state.seen(state.held) or lowest
        wanted = max(2.4 * lowest, min(1.25 * now, 8 * lowest))
        return max(wanted, min(1.2 * state.break_even, 4 * lowest))

    def _y(self, value: float, top: float) -> float:
        area = self._area()
        return area.bottom() - area.height() * value / top

    def _paint_lines(self, painter: QPainter, top: float) -> None:
        theme, area, state = theme_of(self), self._area(), self._state
        metrics = theme.metrics(TextStyle.CAPTION)
        painter.setFont(theme.tabular_font(TextStyle.CAPTION))
        for number in range(_LINES + 1):
            value = top * number / _LINES
            y = self._y(value, top)
            painter.setPen(QPen(QColor(theme.tokens.line_strong if number == 0 else theme.tokens.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.tokens.text2))
            words = QRectF(0, y - metrics.height() / 2, area.left() - theme.px(6), metrics.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, money(value, state.currency))
        taken: list[tuple[float, float]] = []
        for held in (0, state.people, *state.points):
            words_of = self.tr("%n people", "", held)
            half, x = metrics.horizontalAdvance(words_of) / 2 + theme.px(4), self.x_of(held)
            if any(x - half < right and x + half > left for left, right in taken):
                continue
            taken.append((x - half, x + half))
            place = QRectF(min(x - half, self.width() - 2 * half), area.bottom() + theme.px(3), 2 * half, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words_of)
        axis = QRectF(area.left(), area.bottom() + theme.px(6) + metrics.height(), area.width(), metrics.height() + theme.px(2))
        painter.drawText(axis, Qt.AlignmentFlag.AlignCenter, self.tr("People held back"))

    def _paint_curve(self, painter: QPainter, top: float) -> None:
        theme, area, state = theme_of(self), self._area(), self._state
        painter.save()
        painter.setClipRect(area.adjusted(-2, -theme.px(2), 2, 2))
        painter.setPen(QPen(QColor(theme.tokens.chart[0]), 2.2))
        line = QPolygonF()
        steps = max(60, round(area.width() / 2))
        for step in range(1, steps):
            held = state.people * step / steps
            seen = state.seen(held)
            if seen is not None:
                line.append(QPointF(self.x_of(held), self._y(min(seen, 2 * top), top)))
        painter.drawPolyline(line)
        painter.restore()

    def _paint_break_even(self, painter: QPainter, top: float) -> None:
        theme, area, state = theme_of(self), self._area(), self._state
        if not 0 < state.break_even <= top:
            return
        colour, y = QColor(theme.tokens.accent), self._y(state.break_even, top)
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        metrics = theme.metrics(TextStyle.CAPTION)
        painter.setFont(theme.font(TextStyle.CAPTION))
        words = self.tr("Pays for itself from {amount}").format(amount=money(state.break_even, state.currency))
        place = QRectF(area.left(), y - metrics.height() - theme.px(2), area.width() - theme.px(4), metrics.height())
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_points(self, painter: QPainter, top: float) -> None:
        theme, state = theme_of(self), self._state
        area, taken = self._area(), list[QRectF]()
        for held in sorted({*state.points, state.held} - {0}, key=lambda one: one != state.held):
            seen = state.seen(held)
            if seen is None or seen > top:
                continue
            is_now = held == state.held
            style = TextStyle.CARD_TITLE if is_now else TextStyle.CAPTION
            x, y, radius = self.x_of(held), self._y(seen, top), theme.px(5.5 if is_now else 4.5)
            painter.setPen(QPen(QColor(theme.tokens.surface), 2))
            painter.setBrush(QColor(theme.tokens.chart[0] if is_now else theme.tokens.chart_grey))
            painter.drawEllipse(QPointF(x, y), radius, radius)
            metrics, words = theme.metrics(style), money(seen, state.currency)
            width = metrics.horizontalAdvance(words) + theme.px(4)
            left = min(max(area.left(), x - width / 2 if is_now else x + theme.px(4)), area.right() - width)
            place = QRectF(left, y - radius - metrics.height() - theme.px(1), width, metrics.height())
            if any(place.intersects(one) for one in taken):
                continue
            taken.append(place)
            painter.setFont(theme.font(style))
            painter.setPen(QColor(theme.tokens.text if is_now else theme.tokens.text2))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _nice_top(value: float) -> float:
    """The next number that four equal steps of round numbers reach."""
    if value <= 0:
        return 4.0
    step = value / _LINES
    power = 10.0 ** floor(log10(step))
    factor = next(one for one in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if one * power >= step - 1e-9)
    return float(_LINES * factor * power) if factor * power >= 1 else float(ceil(value))
