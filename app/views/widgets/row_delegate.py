"""Draws two-line rows. Sizes come from font metrics only, and nothing is made anew while painting."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.views.theme import TextStyle, Theme, Tone, theme_of
from app.views.widgets.avatar import paint_avatar
from app.views.widgets.check_box import paint_check
from app.views.widgets.chip import chip_size, paint_chip
from app.views.widgets.icons import draw_icon
from app.views.widgets.row_content import RowAction, RowContent

AnyIndex = QModelIndex | QPersistentModelIndex
ContentOf = Callable[[AnyIndex], RowContent]
_LEAST_WORDS = 260
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@lru_cache(maxsize=4096)
def _elided(font_key: str, text: str, width: int, metrics: _Metrics) -> str:
    return metrics.fm.elidedText(text, Qt.TextElideMode.ElideRight, width)


class _Metrics:
    """Font metrics that can be a key of the cache: equal by identity."""

    def __init__(self, fm: QFontMetrics) -> None:
        self.fm = fm


class RowGeometry:
    """Where the parts of a row lie: for painting and for finding what was pressed."""

    def __init__(self, theme: Theme, rect: QRect, content: RowContent, *, active: bool) -> None:
        px = theme.px
        self.box = rect.adjusted(px(4), px(1), -px(4), -px(1))
        middle = rect.center().y() + 1
        x = self.box.left() + px(10)
        self.check = QRect()
        if content.checked is not None:
            side = px(18)
            self.check = QRect(x, middle - side // 2, side, side)
            x += side + px(14)
        self.icon = QRect()
        if content.icon:
            side = px(30) if content.icon_circle else px(18)
            self.icon = QRect(x, middle - side // 2, side, side)
            x += side + px(14)
        self.avatar = QRect()
        if content.avatar:
            side = min(px(34), self.box.height() - px(8))
            self.avatar = QRect(x, middle - side // 2, side, side)
            x += side + px(12)
        self.right = self.box.right() - px(10)
        self.actions: list[tuple[RowAction, QRect]] = []
        self._place_actions(theme, content, middle, active=active)
        self.text_left = x
        self.middle = middle

    def _place_actions(self, theme: Theme, content: RowContent, middle: int, *, active: bool) -> None:
        px = theme.px
        height = max(px(28), theme.metrics(TextStyle.BODY_BOLD).height() + px(6))
        for action in reversed([action for action in content.actions if action.shown and (active or action.always)]):
            width = theme.metrics(TextStyle.BODY_BOLD).horizontalAdvance(action.text) + px(22)
            place = QRect(self.right - width, middle - height // 2, width, height)
            self.actions.insert(0, (action, place))
            self.right = place.left() - px(8)


class RowDelegate(QStyledItemDelegate):
    """`content_of(index)` says what a row shows. `row_height` is the design's; metrics may ask for more."""

    def __init__(self, view: QWidget, content_of: ContentOf, *, row_height: int = 56) -> None:
        super().__init__(view)
        self._view = view
        self.content_of = content_of
        self._row_height = row_height
        self._metrics: dict[TextStyle, _Metrics] = {}
        theme_of(view).changed.connect(self._on_theme_changed)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        theme = theme_of(self._view)
        content = self.content_of(index)
        if content.heading:
            return QSize(0, theme.metrics(TextStyle.CAPTION_BOLD).height() + theme.px(10))
        return QSize(0, theme.row_height(self._row_height, 2 if content.detail or content.side_detail else 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = theme_of(self._view)
        content = self.content_of(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if content.heading:
            self._paint_heading(painter, theme, _rect(option), content)
        else:
            self._paint_row(painter, theme, option, content)
        painter.restore()

    def geometry(self, rect: QRect, content: RowContent, *, active: bool) -> RowGeometry:
        return RowGeometry(theme_of(self._view), rect, content, active=active)

    def _paint_heading(self, painter: QPainter, theme: Theme, rect: QRect, content: RowContent) -> None:
        left = rect.left() + theme.px(14)
        tone = Tone.TEXT2 if content.side_tone is Tone.TEXT2 else content.side_tone
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
        painter.setPen(QColor(theme.tokens.tone(tone)))
        painter.drawText(QRect(left, rect.top(), rect.width() - left, rect.height()), _LEFT, content.title)
        start = left + theme.metrics(TextStyle.CAPTION_BOLD).horizontalAdvance(content.title) + theme.px(10)
        painter.fillRect(start, rect.center().y(), max(rect.right() - theme.px(12) - start, 0), 1, QColor(theme.tokens.line))

    def _paint_row(self, painter: QPainter, theme: Theme, option: QStyleOptionViewItem, content: RowContent) -> None:
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        place = RowGeometry(theme, _rect(option), content, active=selected or hovered)
        focused = selected and self._view.hasFocus()
        if selected or hovered:
            painter.setBrush(QColor(theme.tokens.select if selected else theme.tokens.hover))
            painter.setPen(QPen(QColor(theme.tokens.focus), 2) if focused else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(QRectF(place.box).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        self._paint_marks(painter, theme, place, content)
        for action, area in place.actions:
            _paint_action(painter, theme, action, area)
        self._paint_texts(painter, theme, place, content)

    def _paint_marks(self, painter: QPainter, theme: Theme, place: RowGeometry, content: RowContent) -> None:
        tokens = theme.tokens
        if content.checked is not None:
            if content.square:
                paint_check(painter, theme, QRectF(place.check), Qt.CheckState.Checked if content.checked else Qt.CheckState.Unchecked)
            else:
                _paint_circle(painter, theme, place.check, content.checked)
        if content.icon:
            area = place.icon
            side = theme.px(16) if content.icon_circle else area.width()
            if content.icon_circle:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.soft(content.icon_tone)))
                painter.drawEllipse(area)
            corner = (area.x() + (area.width() - side) / 2, area.y() + (area.height() - side) / 2)
            draw_icon(painter, content.icon, tokens.tone(content.icon_tone), *corner, side)
        if content.avatar:
            paint_avatar(painter, theme, QRectF(place.avatar), content.avatar)

    def _paint_texts(self, painter: QPainter, theme: Theme, place: RowGeometry, content: RowContent) -> None:
        bold, small = theme.metrics(TextStyle.ROW_TITLE), theme.metrics(TextStyle.CAPTION)
        two_lines = bool(content.detail or content.side_detail)
        gap = theme.px(2)
        first = QRect(0, 0, 0, bold.height())
        if two_lines:
            first.moveTop(place.middle - (bold.height() + small.height() + gap) // 2)
        else:
            first.moveTop(place.middle - bold.height() // 2)
        second = QRect(0, first.bottom() + gap, 0, small.height())
        right_first, right_second = self._paint_right(painter, theme, place, content, first, second)
        left, px = place.text_left, theme.px
        room = max(right_first - left, 0)
        title = self._fit(theme, TextStyle.ROW_TITLE, content.title, room)
        width = bold.horizontalAdvance(title)
        _draw(painter, theme, TextStyle.ROW_TITLE, Tone.TEXT, QRect(left, first.top(), width + 1, first.height()), title)
        rest = room - width - px(10)
        if content.what and rest > px(24):
            area = QRect(left + width + px(10), first.top(), rest, first.height())
            _draw(painter, theme, TextStyle.BODY, Tone.TEXT, area, self._fit(theme, TextStyle.BODY, content.what, rest))
        if content.detail:
            room = max(right_second - left, 0)
            area = QRect(left, second.top(), room, second.height())
            _draw(painter, theme, TextStyle.CAPTION, content.detail_tone, area, self._fit(theme, TextStyle.CAPTION, content.detail, room))

    def _paint_right(
        self, painter: QPainter, theme: Theme, place: RowGeometry, content: RowContent, first: QRect, second: QRect
    ) -> tuple[int, int]:
        """Draw the chip and the side words; where line 1 and line 2 must end."""
        px = theme.px
        right_first = right_second = place.right
        if place.actions and place.right - place.text_left < px(_LEAST_WORDS):
            # Beside the buttons of a narrow row only who and what have room.
            return right_first, right_second
        middle = QRect(0, place.middle - first.height() // 2, 0, first.height())
        if content.chip is not None:
            size = chip_size(theme, content.chip[0])
            top = first.center().y() if content.side_detail else place.middle
            pill = QRectF(place.right - size.width(), top - size.height() / 2, size.width(), size.height())
            paint_chip(painter, theme, pill, *content.chip)
            right_first = round(pill.left()) - px(8)
            right_second = right_second if content.side_detail else right_first
        if content.side:
            style = TextStyle.CAPTION_BOLD if content.side_tone is not Tone.TEXT2 else TextStyle.CAPTION
            width = theme.metrics(style).horizontalAdvance(content.side)
            line = first if content.side_detail else middle
            area = QRect(right_first - width - 1, line.top(), width + 1, line.height())
            _draw(painter, theme, style, content.side_tone, area, content.side, _RIGHT)
            right_first = area.left() - px(8)
            right_second = right_second if content.side_detail else right_first
        if content.side_detail:
            width = theme.metrics(TextStyle.CAPTION).horizontalAdvance(content.side_detail)
            area = QRect(place.right - width - 1, second.top(), width + 1, second.height())
            _draw(painter, theme, TextStyle.CAPTION, Tone.TEXT3, area, content.side_detail, _RIGHT)
            right_second = area.left() - px(8)
        return right_first, right_second

    def _fit(self, theme: Theme, style: TextStyle, text: str, width: int) -> str:
        if style not in self._metrics:
            self._metrics[style] = _Metrics(theme.metrics(style))
        return _elided(style.name, text, width, self._metrics[style])

    def _on_theme_changed(self) -> None:
        self._metrics.clear()
        _elided.cache_clear()
        self.sizeHintChanged.emit(QModelIndex())


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _draw(painter: QPainter, theme: Theme, style: TextStyle, tone: Tone, area: QRect, text: str, align: Qt.AlignmentFlag = _LEFT) -> None:
    painter.setFont(theme.font(style))
    painter.setPen(QColor(theme.tokens.tone(tone)))
    painter.drawText(area, align, text)


def _paint_circle(painter: QPainter, theme: Theme, area: QRect, done: bool) -> None:
    tokens = theme.tokens
    painter.setPen(QPen(QColor(tokens.primary if done else tokens.line_strong), theme.px(1.5)))
    painter.setBrush(QColor(tokens.primary if done else tokens.surface))
    painter.drawEllipse(area)
    if done:
        side = round(area.width() * 0.7)
        draw_icon(painter, "check", tokens.on_primary, area.center().x() + 1 - side / 2, area.center().y() + 1 - side / 2, side)


def _paint_action(painter: QPainter, theme: Theme, action: RowAction, area: QRect) -> None:
    tokens = theme.tokens
    painter.setPen(QPen(QColor(tokens.primary if action.primary else tokens.line_strong), 1))
    painter.setBrush(QColor(tokens.primary if action.primary else tokens.surface))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
    painter.setPen(QColor(tokens.on_primary if action.primary else tokens.text))
    painter.setFont(theme.font(TextStyle.BODY_BOLD if action.primary else TextStyle.BODY))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, action.text)
