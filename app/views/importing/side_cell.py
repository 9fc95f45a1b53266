"""One side of a field of a pair: a value, and a radio where there is something to choose."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.views.theme import TextStyle, theme_of
from app.views.widgets.check_box import SIDE, paint_radio
from app.views.widgets.icons import draw_icon
from app.views.widgets.labels import plain_tooltip


class SideCell(QAbstractButton):
    """`chosen` when the user takes this side. The keys of the pair pass through to the card."""

    chosen = Signal()

    def __init__(self, text: str, name: str, *, checked: bool | None, locked: bool) -> None:
        super().__init__()
        self._words = " ".join(text.split()) or self.tr("(none)")
        self._is_empty = not text
        self._can_choose = checked is not None and not locked
        self._locked = locked
        self._has_mark = checked is not None
        self.setCheckable(self._has_mark)
        self.setChecked(bool(checked))
        self.setAccessibleName(f"{name}: {self._words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._can_choose else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._can_choose else Qt.CursorShape.ArrowCursor)

    @property
    def can_choose(self) -> bool:
        return self._can_choose

    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        return QSize(theme.px(160), max(theme.px(34), theme.metrics(TextStyle.BODY).height() + theme.px(12)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(70), self.sizeHint().height())

    def nextCheckState(self) -> None:
        if self._can_choose:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = theme_of(self).metrics(TextStyle.BODY_BOLD).horizontalAdvance(self._words)
        self.setToolTip(plain_tooltip(self._words) if wanted > self._text_area().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.line), 1))
        painter.setBrush(QColor(tokens.primary_soft if on else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(7), theme.px(7))
        side = theme.px(SIDE)
        if self._has_mark and self._locked and on:
            draw_icon(painter, "lock", tokens.primary, theme.px(11), (self.height() - theme.px(16)) / 2, theme.px(16))
        elif self._has_mark:
            paint_radio(painter, theme, QRectF(theme.px(11), (self.height() - side) / 2, side, side), on)
        style = TextStyle.BODY_BOLD if on else TextStyle.BODY
        painter.setFont(theme.font(style))
        painter.setPen(QColor(tokens.primary if on else tokens.text2 if self._is_empty or self._locked else tokens.text))
        area = self._text_area()
        shown = theme.metrics(style).elidedText(self._words, Qt.TextElideMode.ElideRight, round(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def _text_area(self) -> QRectF:
        theme = theme_of(self)
        left = theme.px(11) + (theme.px(SIDE) + theme.px(9) if self._has_mark else 0)
        return QRectF(left, 0, max(self.width() - left - theme.px(8), 1), self.height())
