"""A page of the report on its desk: the printed page itself, its sentences links to their names. Paper stays white in the dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import theme_of
from app.views.widgets.labels import plain_tooltip

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec
    from app.printing.preview import Picture

MARGIN = 12
GAP = 14
A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A sentence: its place in parts of the page, its words, the names behind it and what their list is called."""

    left: float
    top: float
    width: float
    height: float
    text: str
    people: PeopleSpec
    title: str


def image_of(picture: Picture) -> QImage:
    """The picture's own bytes may go; the copy stays."""
    return QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888).copy()


class ReportSheet(QWidget):
    """One page, or two beside each other. `names_requested(spec, title)`. Arrow keys go through the sentences, Enter opens one."""

    names_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._images: list[QImage] = []
        self._links: Sequence[SheetLink] = ()
        self._size = QSize(100, 141)
        self._hovered = self._focused = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("noFocusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Page of the report"))

    @property
    def images(self) -> Sequence[QImage]:
        """What is shown: the page, and before it the one it is compared with."""
        return self._images

    @property
    def links(self) -> Sequence[SheetLink]:
        return self._links

    def show_page(self, images: Sequence[QImage], links: Sequence[SheetLink], words: str) -> None:
        """The last image is the page itself. `words`: what stands on it, for whoever cannot see it."""
        self._images, self._links = list(images), links
        self._hovered = -1
        self._focused = min(self._focused, len(links) - 1)
        self.setAccessibleDescription(words)
        self.set_paper(self._size)

    def set_paper(self, size: QSize) -> None:
        """How large a page is drawn, in logical pixels."""
        self._size = size
        px, count = theme_of(self).px, max(1, len(self._images))
        margin = 2 * px(MARGIN)
        self.setMinimumSize(QSize(count * size.width() + (count - 1) * px(GAP) + margin, size.height() + margin))
        self.update()

    def link_area(self, place: int) -> QRectF:
        """Where a sentence stands on the widget."""
        link, page = self._links[place], QRectF(self._areas()[-1])
        left, top = page.left() + link.left * page.width(), page.top() + link.top * page.height()
        return QRectF(left, top, link.width * page.width(), link.height * page.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        areas = self._areas()
        for place, area in enumerate(areas):
            painter.fillRect(area.adjusted(-1, -1, 1, 1), QColor(theme.tokens.line_strong if theme.is_dark else theme.tokens.line))
            painter.fillRect(area, Qt.GlobalColor.white)
            if place < len(self._images):
                painter.drawImage(area, self._images[place])
        for place in {self._hovered, self._focused if self.hasFocus() else -1} - {-1}:
            self._paint_link(painter, place)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self._open(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._focused < 0 and self._links:
            self._focused = 0
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._links:
            self._focused = max(0, min(self._focused + step, len(self._links) - 1))
            self.setToolTip(plain_tooltip(self._links[self._focused].text))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and 0 <= self._focused < len(self._links):
            self._open(self._focused)
        else:
            super().keyPressEvent(event)

    def _areas(self) -> list[QRect]:
        """Of the pages, the one itself last."""
        count, gap = max(1, len(self._images)), theme_of(self).px(GAP)
        whole = count * self._size.width() + (count - 1) * gap
        left, top = (self.width() - whole) // 2, max(0, (self.height() - self._size.height()) // 2)
        step = self._size.width() + gap
        return [QRect(left + place * step, top, self._size.width(), self._size.height()) for place in range(count)]

    def _paint_link(self, painter: QPainter, place: int) -> None:
        area = self.link_area(place)
        painter.setPen(QPen(QColor("#0B6B5B"), theme_of(self).px(1.4)))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if place == self._focused and self.hasFocus():
            painter.setPen(QPen(QColor("#1D5FD1"), theme_of(self).px(2)))
            painter.drawRoundedRect(area.adjusted(-3, -1, 3, 1), 3, 3)

    def _place_at(self, point: QPointF) -> int:
        return next((place for place in range(len(self._links)) if self.link_area(place).contains(point)), -1)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.setToolTip(plain_tooltip(self.tr("See the names")) if place >= 0 else "")
            self.update()

    def _open(self, place: int) -> None:
        link = self._links[place]
        self.names_requested.emit(link.people, link.title)
