"""One box of a question as a button: its key, its words, and whether it is ticked."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.domain.survey_entry import KeyedChoice
from app.views.theme import TextStyle, theme_of
from app.views.widgets.icons import draw_icon
from app.views.widgets.key_cap import key_cap_width, paint_key_cap
from app.views.widgets.labels import plain_tooltip

_WIDEST = 360
_HEIGHT = 36


class ChoiceButton(QAbstractButton):
    """`chosen` carries the choice. The keyboard stays with the form: hence no focus of its own."""

    chosen = Signal(str)

    def __init__(self, keyed: KeyedChoice, text: str) -> None:
        """`text` with what stands for the option "other"; a choice whose words are its key shows the key alone."""
        super().__init__()
        self.keyed = keyed
        self._words = text
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{keyed.key} {text}".strip() if keyed.key != text else text)
        theme_of(self).changed.connect(self.updateGeometry)
        self.clicked.connect(lambda: self.chosen.emit(keyed.choice))

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        width = self._cap_width() + self._words_width() + px(24) + (px(6) if self._has_cap() and self._words else 0)
        return QSize(min(width, px(_WIDEST)), max(px(_HEIGHT), theme_of(self).metrics(TextStyle.BODY).height() + px(10)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens, px, is_on = theme.tokens, theme.px, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.primary if is_on else tokens.line_strong), 2 if is_on else 1))
        painter.setBrush(QColor(tokens.primary_soft if is_on else tokens.hover if self.underMouse() else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(7), px(7))
        left = px(12)
        if is_on and self._has_cap():
            side = px(16)
            draw_icon(painter, "check", tokens.primary, left, (self.height() - side) / 2, side)
        elif self._has_cap():
            paint_key_cap(painter, theme, left, self.height() / 2, self.keyed.key)
        if self._has_cap():
            left += self._cap_width() + px(6)
        style = TextStyle.BODY_BOLD if is_on else TextStyle.BODY
        painter.setFont(theme.font(style))
        painter.setPen(QColor(tokens.primary if is_on else tokens.text))
        room = QRect(left, 0, self.width() - left - px(12), self.height())
        words = theme.metrics(style).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(plain_tooltip(self._words) if words != self._words else "")
        place = Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if self._has_cap() else Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(room, place, words)
        painter.end()

    def _has_cap(self) -> bool:
        return bool(self.keyed.key) and self.keyed.key != self._words

    def _cap_width(self) -> int:
        return max(key_cap_width(theme_of(self), self.keyed.key), theme_of(self).px(16)) if self._has_cap() else 0

    def _words_width(self) -> int:
        return max(theme_of(self).metrics(TextStyle.BODY_BOLD).horizontalAdvance(self._words), theme_of(self).px(12))
