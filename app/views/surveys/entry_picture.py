"""The scan of a sheet beside what is typed: as wide as there is room, or large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.views.theme import theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import STRETCH, column, row

_LARGE = 2


class _Pages(QWidget):
    """The pages under each other, as wide as the widget."""

    def __init__(self) -> None:
        super().__init__()
        self.images: list[QImage] = []

    def height_for(self, width: int) -> int:
        return sum(self._height(image, width) + theme_of(self).px(8) for image in self.images)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = 0
        for image in self.images:
            area = QRect(0, top, self.width(), self._height(image, self.width()))
            painter.drawImage(area, image)
            top += area.height() + theme_of(self).px(8)
        painter.end()

    def _height(self, image: QImage, width: int) -> int:
        return round(image.height() * width / max(1, image.width()))


class SheetPicture(QWidget):
    """`show_pictures` takes JPEGs; nothing is shown of what is none."""

    def __init__(self) -> None:
        super().__init__()
        self._is_large = False
        self._pages = _Pages()
        self._pages.setAccessibleName(self.tr("Scan of the sheet"))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._pages)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.size_button = LinkButton(self.tr("Larger"), "search", small=True)
        head = row(Caption(self.tr("Scan of the sheet")), STRETCH, self.size_button)
        layout = column(head, gap=4)
        layout.addWidget(self._scroll, 1)
        self.setLayout(layout)
        self.size_button.clicked.connect(self._on_size)

    def show_pictures(self, pictures: Sequence[bytes]) -> bool:
        """Whether there is anything to see."""
        images = [QImage.fromData(picture) for picture in pictures]
        self._pages.images = [image for image in images if not image.isNull()]
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        return bool(self._pages.images)

    def shown_width(self) -> int:
        return self._pages.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = max(1, self._scroll.width() - bar) * (_LARGE if self._is_large else 1)
        self._pages.resize(width, self._pages.height_for(width))
        self._pages.update()

    def _on_size(self) -> None:
        self._is_large = not self._is_large
        self.size_button.setText(self.tr("Smaller") if self._is_large else self.tr("Larger"))
        self._fit()
