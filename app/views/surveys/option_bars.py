"""Answers to choose from as bars beside each other's words; each bar is a cell that can be opened with mouse or keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.labels import plain_tooltip

_WORDS_SHARE = 0.42


@dataclass(frozen=True, slots=True)
class OptionBar:
    """`share` of the longest bar's scale, 0 to 1; `text` behind the bar; `sentence` for readers."""

    name: str
    share: float
    text: str
    sentence: str


class OptionBars(QWidget):
    """`bar_clicked` carries the place of the bar."""

    bar_clicked = Signal(int)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._bars: Sequence[OptionBar] = ()
        self._current = -1
        self._is_open = True
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_bars(self, bars: Sequence[OptionBar], *, is_open: bool = True) -> None:
        """`is_open`: a bar leads to the people behind it."""
        self._bars, self._current, self._is_open = tuple(bars), -1, is_open
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if bars else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(" ".join(bar.sentence for bar in bars))
        self.updateGeometry()
        self.update()

    def bars(self) -> Sequence[OptionBar]:
        return self._bars

    def current(self) -> int:
        return self._current

    def row_height(self) -> int:
        theme = theme_of(self)
        return max(theme.px(28), theme.metrics(TextStyle.BODY).height() + theme.px(8))

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(320), self.row_height() * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(200), self.row_height() * len(self._bars))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens, px, height = theme.tokens, theme.px, self.row_height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, numbers = theme.metrics(TextStyle.BODY), theme.tabular_font(TextStyle.BODY)
        words = self._words_width()
        behind = max((metrics.horizontalAdvance(bar.text) for bar in self._bars), default=0) + px(12)
        room = max(self.width() - words - px(10) - behind, px(20))
        for place, bar in enumerate(self._bars):
            top = place * height
            if place == self._current and self.hasFocus():
                painter.setPen(QPen(QColor(tokens.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(1, top + 1, self.width() - 2, height - 2), px(5), px(5))
            painter.setPen(QColor(tokens.text))
            painter.setFont(theme.font(TextStyle.BODY))
            shown = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, words - px(4))
            line = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(px(4), top, words - px(4), height), Qt.AlignmentFlag.AlignLeft | line, shown)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.chart[0]))
            width = room * bar.share
            if width > 0:
                painter.drawRect(QRectF(words + px(10), top + height * 0.24, max(width, 1.0), height * 0.52))
            painter.setPen(QColor(tokens.text2))
            painter.setFont(numbers)
            left = words + px(16) + width
            painter.drawText(QRectF(left, top, self.width() - left, height), Qt.AlignmentFlag.AlignLeft | line, bar.text)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._bars) - 1
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and last >= 0:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._choose(min(max(self._current + step, 0), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event)
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._choose(place)
            self._open(place)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 and self._is_open else Qt.CursorShape.ArrowCursor)
        if place >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), plain_tooltip(self._bars[place].sentence), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self._bars and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._choose(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _words_width(self) -> int:
        metrics, px = theme_of(self).metrics(TextStyle.BODY), theme_of(self).px
        widest = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0) + px(10)
        return min(widest, round(self.width() * _WORDS_SHARE))

    def _choose(self, place: int) -> None:
        self._current = place
        announce(self, self._bars[place].sentence)
        self.update()

    def _open(self, place: int) -> None:
        if self._is_open:
            self.bar_clicked.emit(place)

    def _place_at(self, event: QMouseEvent) -> int:
        place = int(event.position().y() // max(self.row_height(), 1))
        return place if 0 <= place < len(self._bars) else -1
