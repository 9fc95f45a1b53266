"""Pictures of scanned pages: one question large with frames round its marks, and small signs of what is still to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.survey_pages import Doubt
from app.domain.survey_queue import QueueItem, ReviewPage
from app.domain.survey_sheets import Area, SheetLayout
from app.views.theme import TextStyle, Theme, theme_of
from app.views.tokens import LIGHT
from app.views.widgets.icons import draw_icon

_FRAME_PAD = 7.0
"""Points round a box: ticks reach out of it."""
_ITEM_WIDTH, _ITEM_HEIGHT, _ITEM_GAP, _NUMBER_HEIGHT = 50, 49, 8, 20
_MOST_SQUARES = 6


class FrameKind(Enum):
    """GUESS: solid; DOUBT: dashed. Never told by the colour alone."""

    GUESS = "guess"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Frame:
    """`area` as shares (0 to 1) of the picture it is drawn on."""

    area: QRectF
    kind: FrameKind


@dataclass(frozen=True, slots=True)
class Crop:
    """`image` of a question with the frames round its marks."""

    image: QImage
    frames: tuple[Frame, ...] = ()


def page_image(page: ReviewPage) -> QImage:
    """The whole page; empty where its picture is not kept any more."""
    return QImage.fromData(page.picture)


def crop_of(page: ReviewPage, question: str) -> Crop:
    """What is shown of a question: cut out when it was read, else out of the page."""
    layout = page.layout
    area = None if layout is None else layout.rows.get(question)
    if layout is None or area is None or area.page != page.reading.page:
        return Crop(page_image(page))
    kept = page.crops.get(question)
    image = QImage.fromData(kept) if kept else _cut(page_image(page), area, layout)
    return Crop(image, frames_in(page, layout, area, question))


def _cut(image: QImage, area: Area, layout: SheetLayout) -> QImage:
    across, down = image.width() / layout.width, image.height() / layout.height
    top = layout.height - area.y - area.h
    return image.copy(QRect(round(area.x * across), round(top * down), round(area.w * across), round(area.h * down)))


def frames_in(page: ReviewPage, layout: SheetLayout, area: Area, question: str) -> tuple[Frame, ...]:
    """Round each box with a mark or a doubt."""
    readings = {box.option: box for box in page.reading.boxes if box.question == question}
    found = []
    for box in layout.boxes:
        reading = readings.get(box.option)
        if box.question != question or box.area.page != page.reading.page or reading is None:
            continue
        if not reading.is_ticked and reading.doubt is Doubt.NONE:
            continue
        left, top = box.area.x - area.x - _FRAME_PAD, area.y + area.h - box.area.y - box.area.h - _FRAME_PAD
        place = QRectF(left / area.w, top / area.h, (box.area.w + 2 * _FRAME_PAD) / area.w, (box.area.h + 2 * _FRAME_PAD) / area.h)
        found.append(Frame(place, FrameKind.DOUBT if reading.doubt is not Doubt.NONE else FrameKind.GUESS))
    return tuple(found)


def paint_frame(painter: QPainter, theme: Theme, area: QRectF, kind: FrameKind, width: float) -> None:
    is_guess = kind is FrameKind.GUESS
    # Paper stays white in the dark, and what is drawn on it keeps the colours of the light.
    pen = QPen(QColor(LIGHT.primary if is_guess else LIGHT.warn), width)
    if not is_guess:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.px(4)
    painter.drawRoundedRect(area, radius, radius)


class CropPicture(QWidget):
    """One question as large as there is room, with its frames."""

    def __init__(self) -> None:
        super().__init__()
        self._crop: Crop | None = None
        self.setAccessibleName(self.tr("Picture of the question"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_of(self).changed.connect(self.updateGeometry)

    @property
    def crop(self) -> Crop | None:
        return self._crop

    def set_crop(self, crop: Crop | None) -> None:
        self._crop = crop
        self.update()

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(480), px(180))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(220), px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.tokens.line), 1))
        painter.setBrush(QColor(LIGHT.surface))
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        if self._crop is None or self._crop.image.isNull():
            self._paint_missing(painter, theme)
            painter.end()
            return
        place = self._place(self._crop.image.size())
        painter.drawImage(place, self._crop.image)
        for frame in self._crop.frames:
            share = frame.area
            area = QRectF(
                place.x() + share.x() * place.width(),
                place.y() + share.y() * place.height(),
                share.width() * place.width(),
                share.height() * place.height(),
            )
            paint_frame(painter, theme, area, frame.kind, theme.px(2))
        painter.end()

    def _place(self, size: QSize) -> QRectF:
        pad = theme_of(self).px(8)
        room = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        shown = size.scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = room.x() + (room.width() - shown.width()) / 2, room.y() + (room.height() - shown.height()) / 2
        return QRectF(left, top, shown.width(), shown.height())

    def _paint_missing(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QColor(LIGHT.text3))
        painter.setFont(theme.font(TextStyle.BODY))
        words = self.tr("The picture is not kept any more.") if self._crop is not None else ""
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)


class FrameLegend(QWidget):
    """The frame as it is drawn in the picture; the word stands beside it."""

    def __init__(self, kind: FrameKind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(17), px(15))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        pen = QPen(QColor(theme.tokens.primary if self._kind is FrameKind.GUESS else theme.tokens.warn), 2)
        if self._kind is FrameKind.DOUBT:
            pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawRoundedRect(area, theme.px(3), theme.px(3))
        painter.end()


class QueueStrip(QWidget):
    """What is to be looked at, one small sign each; what is done has a tick. As many as fit, with the one at hand among them."""

    item_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[QueueItem] = ()
        self._done: frozenset[int] = frozenset()
        self._at = 0
        self.setAccessibleName(self.tr("What is to be checked"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)

    def set_items(self, items: Sequence[QueueItem], done: frozenset[int], at: int) -> None:
        """`done` and `at` are places in `items`."""
        self._items, self._done, self._at = items, done, at
        self.setAccessibleDescription(self.tr("{number} of {count}").format(number=at + 1, count=len(items)))
        self.update()

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(6 * (_ITEM_WIDTH + _ITEM_GAP)), px(_ITEM_HEIGHT + _NUMBER_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(3 * (_ITEM_WIDTH + _ITEM_GAP)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= self._at + step < len(self._items):
            self.item_requested.emit(self._at + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in self._shown():
            if self._area(place).contains(event.position()):
                self.item_requested.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._shown():
            self._paint(painter, place)
        if self.hasFocus() and self._items:
            painter.setPen(QPen(QColor(theme_of(self).tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._area(self._at).adjusted(-2, -2, 2, 2), theme_of(self).px(8), theme_of(self).px(8))
        painter.end()

    def _shown(self) -> range:
        px = theme_of(self).px
        room = max(1, (self.width() + px(_ITEM_GAP)) // px(_ITEM_WIDTH + _ITEM_GAP))
        if len(self._items) <= room:
            return range(len(self._items))
        first = min(max(0, self._at - room // 2), len(self._items) - room)
        return range(first, first + room)

    def _area(self, place: int) -> QRectF:
        px = theme_of(self).px
        left = (place - self._shown().start) * px(_ITEM_WIDTH + _ITEM_GAP)
        return QRectF(left + 1, 1, px(_ITEM_WIDTH) - 2, px(_ITEM_HEIGHT) - 2)

    def _paint(self, painter: QPainter, place: int) -> None:
        theme = theme_of(self)
        tokens, px, area = theme.tokens, theme.px, self._area(place)
        is_here, is_done = place == self._at, place in self._done
        painter.setPen(QPen(QColor(tokens.primary if is_here or is_done else tokens.line), 2 if is_here else 1))
        painter.setBrush(QColor(LIGHT.inset))
        painter.drawRoundedRect(area, px(6), px(6))
        self._paint_boxes(painter, theme, area, self._items[place])
        if is_done:
            badge = QRectF(area.right() - px(18), area.bottom() - px(18), px(16), px(16))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ok_soft))
            painter.drawEllipse(badge)
            draw_icon(painter, "check", tokens.ok, badge.x() + px(2), badge.y() + px(2), px(12))
        painter.setPen(QColor(tokens.primary if is_here else tokens.text2))
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD if is_here else TextStyle.CAPTION))
        line = QRectF(area.x(), area.bottom() + px(1), area.width(), px(_NUMBER_HEIGHT))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _paint_boxes(self, painter: QPainter, theme: Theme, area: QRectF, item: QueueItem) -> None:
        px = theme.px
        ink, mark = QColor(LIGHT.line_strong), QColor(LIGHT.info)
        painter.setPen(QPen(QColor(LIGHT.track), px(2)))
        painter.drawLine(QPointF(area.x() + px(10), area.y() + px(12)), QPointF(area.right() - px(12), area.y() + px(12)))
        count = min(item.boxes, _MOST_SQUARES)
        if not count:
            draw_icon(painter, "image", LIGHT.line_strong, area.center().x() - px(9), area.center().y() - px(5), px(18))
            return
        side, pitch = px(5), (area.width() - px(10)) / count
        for number in range(count):
            square = QRectF(area.x() + px(5) + number * pitch + (pitch - side) / 2, area.y() + px(23), side, side)
            painter.setPen(QPen(ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(square)
            shown = {mark * count // item.boxes for mark in item.marks}
            if number in shown:
                painter.setPen(QPen(mark, 1.5))
                painter.drawPolyline([square.topLeft() + QPointF(0, side / 2), square.center() + QPointF(0, side / 2),
                                      square.topRight() + QPointF(px(3), -px(3))])  # fmt: skip
