"""The middle of the page of the report: one page as large as there is room, or the same as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from app.views.reports.sheet import A4, GAP, MARGIN, ReportSheet, SheetLink, image_of
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, LinkButton, QuietButton
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import ScrollColumn, column, row

if TYPE_CHECKING:
    from app.reports.month_report import ReportDocument
    from app.views.reports.seen import PagesSeen

_SETTLE_MS = 60
_WIDEST = 2600


class _PageScroll(QScrollArea):
    """Keys turn pages and months; they are left to the page around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class ReportDesk(QFrame):
    """`names_requested(spec, title)`; `drawing_requested`: the pages are wanted in another size; `turned(page)`, from 0."""

    names_requested = Signal(object, str)
    drawing_requested = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document: ReportDocument | None = None
        self._pages: list[QImage] = []
        self._others: list[QImage] = []
        self._page = 0
        self._build()
        self._connect()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self.drawing_requested)

    @property
    def page(self) -> int:
        return self._page

    @property
    def page_images(self) -> Sequence[QImage]:
        return self._pages

    def wanted_width(self) -> int:
        """Of a page, in pixels of the screen."""
        return min(_WIDEST, max(120, round(self._paper().width() * self.devicePixelRatioF())))

    def set_document(self, document: ReportDocument, *, is_compared: bool) -> None:
        """The pages follow with `show_pages`."""
        self._document = document
        if not is_compared:
            self._others = []
        self._show_text()
        self._settled.start()

    def show_pages(self, seen: PagesSeen) -> None:
        self._pages = [image_of(one) for one in seen.pages]
        self._others = [image_of(one) for one in seen.others]
        self._page = max(0, min(self._page, len(self._pages) - 1))
        self._show()

    def add_tool(self, widget: QWidget) -> None:
        """At the left of its foot."""
        self._tools.addWidget(widget)

    def turn_to(self, page: int) -> None:
        page = max(0, min(page, len(self._pages) - 1))
        if page != self._page:
            self._page = page
            self._show()
            self.turned.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheet.set_paper(self._paper())
        self._settled.start()

    def _build(self) -> None:
        self.sheet = ReportSheet()
        self._scroll = _PageScroll()
        self._scroll.setWidget(self.sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)
        self.text = ScrollColumn(gap=6, margins=(20, 16, 20, 16))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._scroll)
        self.stack.addWidget(self.text)
        self.back = IconButton("chevron-left", self.tr("Page before"), size=34, framed=True)
        self.forward = IconButton("chevron-right", self.tr("Next page"), size=34, framed=True)
        self.words = Text("", TextStyle.BODY_BOLD, Tone.TEXT2)
        self.as_text = QuietButton(self.tr("As text"), small=True)
        self.as_text.setCheckable(True)
        self._tools = row(gap=6)
        foot = row(gap=10, margins=(12, 0, 12, 0))
        foot.addLayout(self._tools)
        foot.addStretch(1)
        for part in (self.back, self.words, self.forward):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.as_text)
        layout = column(gap=4, margins=(0, 0, 0, 8))
        layout.addWidget(self.stack, 1)
        layout.addLayout(foot)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.sheet.names_requested.connect(self.names_requested)
        self.back.clicked.connect(lambda: self.turn_to(self._page - 1))
        self.forward.clicked.connect(lambda: self.turn_to(self._page + 1))
        self.as_text.toggled.connect(self._on_as_text)
        theme_of(self).changed.connect(self._settled_again)

    def _on_as_text(self, is_text: bool) -> None:
        self.stack.setCurrentIndex(1 if is_text else 0)

    def _settled_again(self) -> None:
        self.sheet.set_paper(self._paper())
        self._settled.start()

    def _paper(self) -> QSize:
        """The whole page, but no smaller than can be read at a width of the room."""
        px = theme_of(self).px
        room, margin = self._scroll.viewport().size(), 2 * px(MARGIN)
        count = 2 if self._others else 1
        across = (room.width() - margin - (count - 1) * px(GAP)) / count
        whole = min(across, max((room.height() - margin) * A4[0] / A4[1], px(440) / count))
        width = max(100, int(whole))
        return QSize(width, int(width * A4[1] / A4[0]))

    def _show(self) -> None:
        count, document = len(self._pages), self._document
        self.words.setText(f"{self._page + 1} / {max(1, count)}")
        self.back.setEnabled(self._page > 0)
        self.forward.setEnabled(self._page < count - 1)
        if not self._pages or document is None:
            return
        beside = self._others[self._page : self._page + 1]
        self.sheet.show_page([*beside, self._pages[self._page]], self._links(), "\n".join(document.lines))
        self.sheet.set_paper(self._paper())

    def _links(self) -> Sequence[SheetLink]:
        if self._document is None:
            return ()
        found = []
        for link in self._document.links:
            box = link.place.box
            if link.people is not None and link.place.page == self._page:
                place = (box.left / A4[0], box.top / A4[1], box.width / A4[0], box.height / A4[1])
                found.append(SheetLink(*place, link.text, link.people, link.title))
        return found

    def _show_text(self) -> None:
        """Every line of the report, its sentences as buttons that open their names."""
        body = self.text.body
        while body.count():
            item = body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        document = self._document
        if document is None:
            return
        people = {link.text: link for link in document.links if link.people is not None}
        for line in document.lines:
            link = people.get(line)
            if link is None:
                body.addWidget(WrapLabel(line))
                continue
            button = LinkButton(line)
            button.clicked.connect(lambda _checked=False, one=link: self.names_requested.emit(one.people, one.title))
            body.addWidget(button)
        body.addStretch(1)
