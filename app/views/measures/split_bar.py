"""Two bars under each other: what part was planned for new customers, and what part it really was."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.numbers import format_percent
from app.views.theme import TextStyle, Theme, theme_of


class SplitBars(QWidget):
    """Each bar: its word at the left, then the part for new customers and the rest, each with its percent in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: list[tuple[str, float | None]] = []
        self._parts = ("", "")
        self._none = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_bars(self, bars: list[tuple[str, float | None]], parts: tuple[str, str], none: str) -> None:
        """`parts`: the words of both parts; `none` stands where there is no bar."""
        self._bars, self._parts, self._none = bars, parts, none
        spoken = [f"{word} {none}" if share is None else self._sentence(word, share) for word, share in bars]
        self.setAccessibleDescription(" · ".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(320), round(self._line_height() * max(1, len(self._bars))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = theme.metrics(TextStyle.BODY)
        left = max((metrics.horizontalAdvance(word) for word, _share in self._bars), default=0) + theme.px(12)
        for place, (word, share) in enumerate(self._bars):
            area = QRectF(0, place * self._line_height(), self.width(), self._line_height())
            painter.setFont(theme.font(TextStyle.BODY))
            painter.setPen(QColor(theme.tokens.text2))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
            inner = area.adjusted(left, theme.px(3), 0, -theme.px(3))
            if share is None:
                painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._none)
            else:
                self._paint_bar(painter, theme, inner, share)
        painter.end()

    def _paint_bar(self, painter: QPainter, theme: Theme, area: QRectF, share: float) -> None:
        tokens = theme.tokens
        split = area.x() + area.width() * share
        halves = (
            (QRectF(area.x(), area.y(), split - area.x(), area.height()), tokens.primary, tokens.on_primary, share, self._parts[0]),
            (QRectF(split, area.y(), area.right() - split, area.height()), tokens.track, tokens.text, 1 - share, self._parts[1]),
        )
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
        for part, ground, ink, fraction, word in halves:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(part.adjusted(0, 0, -1, 0), theme.px(3), theme.px(3))
            words = f"{word} {format_percent(fraction)}"
            metrics, room = painter.fontMetrics(), part.width() - theme.px(12)
            shown = words if metrics.horizontalAdvance(words) <= room else format_percent(fraction, 0)
            if metrics.horizontalAdvance(shown) <= room:
                painter.setPen(QColor(ink))
                painter.drawText(
                    part.adjusted(theme.px(6), 0, -theme.px(6), 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
                )

    def _sentence(self, word: str, share: float) -> str:
        return f"{word} {self._parts[0]} {format_percent(share)}, {self._parts[1]} {format_percent(1 - share)}"

    def _line_height(self) -> float:
        theme = theme_of(self)
        return theme.metrics(TextStyle.BODY).height() + theme.px(12)
