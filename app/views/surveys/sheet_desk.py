"""The sheet on its desk, as large as there is room; larger for a closer look. Paper stays white in the dark."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.domain.survey_sheets import SheetPaper
from app.views.surveys.live_sheet import SheetSeen
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, QuietButton
from app.views.widgets.labels import ElidedLabel, Text
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown

PAPERS_MM = {SheetPaper.A4: (210, 297), SheetPaper.A5: (148, 210)}
_MARGIN = 10
_SETTLE_MS = 60
_STEP = 1.25
_MOST_STEPS = 6


class SheetView(QWidget):
    """One page, in the middle of what room there is."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._size = QSize(100, 141)
        self.setAccessibleName(self.tr("Preview of the sheet"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def set_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def set_paper(self, size: QSize) -> None:
        """How large the page is drawn, in logical pixels."""
        self._size = size
        margin = 2 * theme_of(self).px(_MARGIN)
        self.setMinimumSize(QSize(size.width() + margin, size.height() + margin))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        area = QRect((self.width() - self._size.width()) // 2, (self.height() - self._size.height()) // 2, 0, 0)
        area.setSize(self._size)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(area.adjusted(-1, -1, 1, 1), QColor(theme.tokens.line_strong if theme.is_dark else theme.tokens.line))
        painter.fillRect(area.adjusted(0, 2, 2, 3), QColor(0, 0, 0, 26))
        painter.fillRect(area, Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(area, self._image)
        painter.end()


class _SheetScroll(QScrollArea):
    """Page Up and Page Down turn the page."""

    turn_requested = Signal(int)
    resized = Signal()

    def __init__(self, view: SheetView) -> None:
        super().__init__()
        self.setWidget(view)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setAutoFillBackground(False)
        view.setAutoFillBackground(False)
        self.setAccessibleName(view.accessibleName())

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(200), px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turn_requested.emit(step)


class Desk(QFrame):
    """`asked`: the page is to be drawn, for another size or another page."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._paper = SheetPaper.A4
        self._page, self._pages, self._steps = 0, 1, 0
        self._build()
        self._connect()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self.asked)
        self._fit()

    @property
    def page(self) -> int:
        """The page looked at, from 0."""
        return self._page

    def page_pixels(self) -> int:
        """How many pixels of the screen the page is wide."""
        return max(60, round(self._width() * self.devicePixelRatioF()))

    def set_paper(self, paper: SheetPaper) -> None:
        if paper is not self._paper:
            self._paper = paper
            self._fit()

    def begin(self) -> None:
        """Another survey: its first page, the whole of it."""
        self._page, self._pages, self._steps = 0, 1, 0
        self.view.set_image(None)
        self._fit()

    def show_sheet(self, seen: SheetSeen, words: str) -> None:
        """`words`: what the sheet is, above it."""
        picture = seen.picture
        format_ = QImage.Format.Format_RGBA8888
        # The picture's own bytes may go; the copy stays.
        self.view.set_image(QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, format_).copy())
        self._page, self._pages = seen.page, seen.pages
        self.words.setText(words)
        self.view.setAccessibleDescription(words)
        self._show_pages()

    def turn(self, step: int) -> None:
        """To the next page or the one before."""
        page = max(0, min(self._page + step, self._pages - 1))
        if page != self._page:
            self._page = page
            self._show_pages()
            self.asked.emit()

    def _build(self) -> None:
        self.words = ElidedLabel("", TextStyle.BODY_BOLD, Tone.TEXT2)
        self.page_back = IconButton("chevron-left", self.tr("Page before"), size=28, framed=True)
        self.page_forward = IconButton("chevron-right", self.tr("Next page"), size=28, framed=True)
        self.page_words = Text("", TextStyle.BODY_BOLD, Tone.TEXT2)
        self._page_line = boxed(row(self.page_back, self.page_words, self.page_forward, gap=6))
        self.smaller = IconButton("minus", self.tr("Smaller"), size=28, framed=True)
        self.larger = IconButton("plus", self.tr("Larger"), size=28, framed=True)
        self.whole = QuietButton(self.tr("Whole page"), small=True)
        self.view = SheetView()
        self.sheet_scroll = _SheetScroll(self.view)
        head = row(gap=8, margins=(14, 0, 10, 0))
        head.addWidget(self.words, 1)
        for part in (self.whole, self.smaller, self.larger):
            head.addWidget(part)
        layout = column(head, gap=4, margins=(0, 6, 0, 6))
        layout.addWidget(self.sheet_scroll, 1)
        layout.addLayout(row(STRETCH, self._page_line, STRETCH))
        self.setLayout(layout)
        self._show_pages()

    def _connect(self) -> None:
        self.page_back.clicked.connect(lambda: self.turn(-1))
        self.page_forward.clicked.connect(lambda: self.turn(1))
        self.sheet_scroll.turn_requested.connect(self.turn)
        self.sheet_scroll.resized.connect(self._fit)
        self.smaller.clicked.connect(lambda: self._zoom(self._steps - 1))
        self.larger.clicked.connect(lambda: self._zoom(self._steps + 1))
        self.whole.clicked.connect(lambda: self._zoom(0))
        theme_of(self).changed.connect(self._fit)

    def _zoom(self, steps: int) -> None:
        self._steps = max(0, min(steps, _MOST_STEPS))
        self._fit()

    def _width(self) -> int:
        """Of the page, in logical pixels."""
        margin = 2 * theme_of(self).px(_MARGIN)
        room = self.sheet_scroll.size()
        across, down = PAPERS_MM[self._paper]
        whole = min(room.width() - margin, (room.height() - margin) * across / down)
        return max(60, int(whole * _STEP**self._steps))

    def _fit(self) -> None:
        across, down = PAPERS_MM[self._paper]
        width = self._width()
        self.view.set_paper(QSize(width, int(width * down / across)))
        self.smaller.setEnabled(self._steps > 0)
        self.larger.setEnabled(self._steps < _MOST_STEPS)
        set_shown(self.whole, self._steps > 0)
        self._settled.start()

    def _show_pages(self) -> None:
        set_shown(self._page_line, self._pages > 1)
        self.page_words.setText(self.tr("Page {number} of {count}").format(number=self._page + 1, count=self._pages))
        self.page_back.setEnabled(self._page > 0)
        self.page_forward.setEnabled(self._page < self._pages - 1)
