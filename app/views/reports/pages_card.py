"""The left column: the pages as small pictures, and what stands on the report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.domain.month_report import ReportOptions
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.check_box import CheckBox
from app.views.widgets.labels import Text
from app.views.widgets.layouts import ScrollColumn, hairline

PICTURE = 84


class PageButton(QAbstractButton):
    """A page small, with its name below."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_page(self, name: str, image: QImage) -> None:
        self._image = image
        self.setText(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        px, metrics = theme_of(self).px, theme_of(self).metrics(TextStyle.CAPTION)
        return QSize(px(PICTURE + 20), px(round(PICTURE * 1.414) + 16) + metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        px, tokens = theme.px, theme.tokens
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.primary), px(1.5)))
            painter.setBrush(QColor(tokens.primary_soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))
        width, height = px(PICTURE), px(round(PICTURE * 1.414))
        area = QRectF((self.width() - width) / 2, px(7), width, height)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(area)
        if self._image is not None:
            painter.drawImage(area, self._image)
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD if self.isChecked() else TextStyle.CAPTION))
        painter.setPen(QColor(tokens.primary if self.isChecked() else tokens.text2))
        words = QRectF(0, area.bottom() + px(2), self.width(), self.height() - area.bottom() - px(3))
        shown = theme.metrics(TextStyle.CAPTION_BOLD).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - px(6))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


class PagesCard(Card):
    """`page_chosen(page)` from 0; `options_changed(ReportOptions)`."""

    page_chosen = Signal(int)
    options_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=6)
        self._buttons: list[PageButton] = []
        self._is_filling = False
        self._build()

    def set_pages(self, images: Sequence[QImage], page: int, body: int) -> None:
        """`body`: how many of them are no lists of names."""
        names = (self.tr("1 Summary"), self.tr("2 Figures"))
        while len(self._buttons) > len(images):
            self._buttons.pop().deleteLater()
        while len(self._buttons) < len(images):
            place = len(self._buttons)
            button = PageButton()
            button.clicked.connect(lambda _checked=False, number=place: self.page_chosen.emit(number))
            self.pages.body.insertWidget(place, button)
            self._buttons.append(button)
        for place, (button, image) in enumerate(zip(self._buttons, images, strict=True)):
            is_body = place < min(body, len(names))
            button.set_page(names[place] if is_body else self._later(place + 1, is_body=place < body), image)
        self.set_page(page)

    def set_page(self, page: int) -> None:
        for place, button in enumerate(self._buttons):
            button.setChecked(place == page)

    def set_options(self, options: ReportOptions) -> None:
        self._is_filling = True
        self.last_year.setChecked(options.with_last_year)
        self.remarks.setChecked(options.with_remarks)
        self.names.setChecked(options.with_names)
        self._is_filling = False

    def _build(self) -> None:
        self.pages = ScrollColumn(gap=8)
        self.pages.body.addStretch(1)
        self.add(self.pages, 1)
        self.add(hairline())
        self.add(Text(self.tr("Contents"), TextStyle.CAPTION_BOLD, Tone.TEXT2))
        self.last_year, self.remarks, self.names = (
            CheckBox(self.tr("Year before")),
            CheckBox(self.tr("Voices")),
            CheckBox(self.tr("Names")),
        )
        for box in (self.last_year, self.remarks, self.names):
            box.toggled.connect(self._on_toggled)
            self.add(box)

    def _later(self, number: int, *, is_body: bool) -> str:
        text = self.tr("{number} More figures") if is_body else self.tr("{number} Names")
        return text.format(number=number)

    def _on_toggled(self) -> None:
        if not self._is_filling:
            self.options_changed.emit(ReportOptions(self.last_year.isChecked(), self.remarks.isChecked(), self.names.isChecked()))
