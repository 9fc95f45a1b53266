"""A ring, a half circle and a line that show a share; the number always stands with them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of


class _Painted(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ProgressRing(_Painted):
    """So many of so many, as a ring with "4/11" inside."""

    def __init__(self, done: int = 0, total: int = 0, size: int = 44) -> None:
        super().__init__()
        self._size = size
        self.set_value(done, total)

    def set_value(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setAccessibleName(self.tr("{done} of {total} done").format(done=done, total=total))
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        letters = theme.metrics(TextStyle.CAPTION_BOLD).horizontalAdvance(f"{self._done}/{self._total}")
        side = max(theme.px(self._size), letters + theme.px(18))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        thick = theme.px(4)
        area = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens.track), thick))
        painter.drawEllipse(area)
        if self._total and self._done:
            painter.setPen(QPen(QColor(theme.tokens.primary), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(area, 90 * 16, -round(360 * 16 * min(self._done / self._total, 1)))
        painter.setPen(QColor(theme.tokens.text))
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._done}/{self._total}")
        painter.end()


class Gauge(_Painted):
    """A half circle from 0 to 100 with its number; None shows a dash."""

    def __init__(self, value: int | None = None, tone: Tone = Tone.PRIMARY, *, name: str = "", width: int = 88) -> None:
        super().__init__()
        self._width = width
        self._name = name
        self.set_value(value, tone)

    def set_value(self, value: int | None, tone: Tone = Tone.PRIMARY) -> None:
        self._value, self._tone = value, tone
        self.setAccessibleName(f"{self._name} {'—' if value is None else value}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(self._width), px(self._width * 0.58))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        thick = theme.px(7)
        side = self.width() - thick
        area = QRectF(thick / 2, thick / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(QColor(theme.tokens.track), thick, Qt.PenStyle.SolidLine, cap))
        painter.drawArc(area, 0, 180 * 16)
        if self._value:
            painter.setPen(QPen(QColor(theme.tokens.tone(self._tone)), thick, Qt.PenStyle.SolidLine, cap))
            painter.drawArc(area, 180 * 16, -round(180 * 16 * min(self._value, 100) / 100))
        painter.setPen(QColor(theme.tokens.text))
        painter.setFont(theme.font(TextStyle.PAGE_TITLE))
        words = "—" if self._value is None else str(self._value)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)
        painter.end()


class ProgressLine(QWidget):
    """A thin line that fills; without a total it only says that work goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._total = 0, 0
        self._tone = Tone.PRIMARY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setAccessibleDescription(f"{done} / {total}" if total else "")
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """A time that runs out is no success."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(120), px(6))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(40), px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.track))
        body = QRectF(self.rect())
        radius = body.height() / 2
        painter.drawRoundedRect(body, radius, radius)
        share = self._done / self._total if self._total else 0.0
        if share > 0:
            body.setWidth(max(body.width() * min(share, 1.0), body.height()))
            painter.setBrush(QColor(theme.tokens.tone(self._tone)))
            painter.drawRoundedRect(body, radius, radius)
        painter.end()
