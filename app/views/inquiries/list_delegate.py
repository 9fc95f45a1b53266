"""A row of the list of voices: kind and name, what it is about, and below who is at it and by when."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.chip import chip_size, paint_chip
from app.views.widgets.icons import draw_icon
from app.views.widgets.row_content import RowContent
from app.views.widgets.row_delegate import AnyIndex, RowDelegate
from app.views.widgets.row_list import RowList

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_GAP, _EDGE = 4, 7


class VoiceDelegate(RowDelegate):
    """Three lines: chip and `title`, `what`, `detail` with `side` at the right. Headings as in every list."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view, view.content)
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        content = self.content_of(index)
        if content.heading:
            return super().sizeHint(option, index)
        theme = theme_of(self._list)
        first, body, small = _lines(theme, content)
        return QSize(0, first + body + small + theme.px(2 * _GAP + 2 * _EDGE) + theme.row_extra())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        content = self.content_of(index)
        if content.heading:
            super().paint(painter, option, index)
            return
        theme = theme_of(self._list)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = rect.adjusted(theme.px(4), theme.px(1), -theme.px(4), -theme.px(1))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.tokens.select if selected else theme.tokens.hover))
            is_focused = selected and self._list.hasFocus()
            painter.setPen(QPen(QColor(theme.tokens.focus), 2) if is_focused else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        _paint_words(painter, theme, box, content)
        painter.restore()


def _lines(theme: Theme, content: RowContent) -> tuple[int, int, int]:
    chip = chip_size(theme, content.chip[0]).height() if content.chip is not None else 0
    heights = (theme.metrics(style).height() for style in (TextStyle.ROW_TITLE, TextStyle.BODY, TextStyle.CAPTION))
    first, body, small = heights
    return max(first, chip), body, small


def _paint_words(painter: QPainter, theme: Theme, box: QRect, content: RowContent) -> None:
    px = theme.px
    first, body, small = _lines(theme, content)
    left, right = box.left() + px(10), box.right() - px(10)
    top = box.top() + (box.height() - first - body - small - px(2 * _GAP)) // 2
    at = left
    if content.chip is not None:
        size = chip_size(theme, content.chip[0])
        paint_chip(painter, theme, QRectF(at, top + (first - size.height()) / 2, size.width(), size.height()), *content.chip)
        at += size.width() + px(8)
    _draw(painter, theme, TextStyle.ROW_TITLE, Tone.TEXT, QRect(at, top, right - at, first), content.title)
    top += first + px(_GAP)
    _draw(painter, theme, TextStyle.BODY, Tone.TEXT, QRect(left, top, right - left, body), content.what)
    top += body + px(_GAP)
    if content.side:
        style = TextStyle.CAPTION if content.side_tone is Tone.TEXT2 else TextStyle.CAPTION_BOLD
        width = theme.metrics(style).horizontalAdvance(content.side) + 1
        _draw(painter, theme, style, content.side_tone, QRect(right - width, top, width, small), content.side)
        right -= width + px(8)
    if content.icon:
        side = px(14)
        draw_icon(painter, content.icon, theme.tokens.tone(content.detail_tone), left, top + (small - side) / 2, side)
        left += side + px(5)
    style = TextStyle.CAPTION_BOLD if content.icon else TextStyle.CAPTION
    _draw(painter, theme, style, content.detail_tone, QRect(left, top, right - left, small), content.detail)


def _draw(painter: QPainter, theme: Theme, style: TextStyle, tone: Tone, area: QRect, text: str) -> None:
    painter.setFont(theme.font(style))
    painter.setPen(QColor(theme.tokens.tone(tone)))
    painter.drawText(area, _LEFT, theme.metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))
