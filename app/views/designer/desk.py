"""The desk of the designer: the paper at any size, its pages, for whom it is seen, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from app.context import Messages
from app.domain.template_edits import page_count
from app.domain.templates import Template
from app.views.designer.canvas import MARGIN, Canvas
from app.views.designer.canvas_keys import FIT
from app.views.designer.draft import Draft
from app.views.designer.problem_line import Problem, ProblemLine
from app.views.designer.recipient_line import RecipientLine
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, QuietButton
from app.views.widgets.labels import Text
from app.views.widgets.layouts import boxed, column, row, set_shown

if TYPE_CHECKING:
    from app.reports.designs import DesignPage

_INCH_MM = 25.4
_STEP = 1.25
_LEAST, _MOST = 0.25, 6.0
_SETTLE_MS = 60


class PaperScroll(QScrollArea):
    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.setWidget(canvas)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        canvas.setAutoFillBackground(False)


class DesignDesk(QFrame):
    """`size_changed`: the picture is to be made for another size; `page_turned`: another page lies on it."""

    size_changed = Signal()
    page_turned = Signal()

    def __init__(self, draft: Draft, messages: Messages) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._draft = draft
        self._paper = (100.0, 148.0)
        self._zoom = 0.0
        self._pages: Sequence[DesignPage] = ()
        self._of = draft.template
        self._beyond: int | None = None
        self._build(messages)
        self._connect()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self.size_changed)
        self._fit()

    def page(self) -> int:
        """The page that is seen; past those of the template lie words that went on."""
        return self._draft.page if self._beyond is None else self._beyond

    def set_paper(self, size: tuple[float, float]) -> None:
        if size != self._paper:
            self._paper = size
            self._fit()

    def set_pages(self, pages: Sequence[DesignPage], of: Template) -> None:
        """Pictures of the pages, made of that template."""
        self._pages, self._of = pages, of
        if self._beyond is not None and self._beyond >= len(pages):
            self._beyond = None
        self._show_page()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        sentences: dict[str, str] = {}
        for name, sentence in problems:
            sentences[name] = f"{sentences[name]} {sentence}" if name in sentences else sentence
        self.canvas.set_problems(sentences)
        self.problems.set_problems(problems)

    def zoom(self, steps: int) -> None:
        """So many steps nearer, or further away; FIT shows the whole paper."""
        if steps == FIT:
            self._zoom = 0.0
        else:
            now = self.canvas.px_per_mm / self._px_per_mm()
            self._zoom = max(_LEAST, min(_MOST, round(now * _STEP**steps, 3)))
        self._fit()

    def turn(self, step: int) -> None:
        """To the next page or the one before."""
        page = self.page() + step
        if not 0 <= page < self._count():
            return
        last = page_count(self._draft.template) - 1
        self._beyond = page if page > last else None
        self._draft.select()
        if self._beyond is None:
            self._draft.show_page(page)
        self._show_page()
        self.page_turned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.sheet_scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self, messages: Messages) -> None:
        self.canvas = Canvas(self._draft, messages)
        self.sheet_scroll = PaperScroll(self.canvas)
        self.recipients = RecipientLine()
        self.page_back = IconButton("chevron-left", self.tr("Page before"), size=32, framed=True)
        self.page_forward = IconButton("chevron-right", self.tr("Next page"), size=32, framed=True)
        self.page_words = Text("", TextStyle.BODY_BOLD, Tone.TEXT)
        self._page_line = boxed(row(self.page_back, self.page_words, self.page_forward, gap=8))
        self.smaller = IconButton("minus", self.tr("Smaller  Ctrl+-"), size=32, framed=True)
        self.larger = IconButton("plus", self.tr("Larger  Ctrl++"), size=32, framed=True)
        self.percent = QuietButton("", small=True)
        self.fitting = QuietButton(self.tr("Whole page"), small=True)
        self.problems = ProblemLine()
        foot = row(gap=12)
        foot.addWidget(self.recipients, 1)
        foot.addWidget(self._page_line)
        foot.addLayout(row(self.smaller, self.percent, self.larger, self.fitting, gap=4))
        layout = column(gap=8, margins=(8, 8, 8, 10))
        layout.addWidget(self.sheet_scroll, 1)
        layout.addLayout(column(self.problems, foot, gap=8, margins=(8, 0, 8, 0)))
        self.setLayout(layout)

    def _connect(self) -> None:
        self.sheet_scroll.viewport().installEventFilter(self)
        self.canvas.zoom_requested.connect(self.zoom)
        self.canvas.page_requested.connect(self.turn)
        self.canvas.person_requested.connect(self.recipients.step)
        self.page_back.clicked.connect(self._on_page_back)
        self.page_forward.clicked.connect(self._on_page_forward)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.percent.clicked.connect(self._on_true_size)
        self.fitting.clicked.connect(self._on_fitting)
        self._draft.selection_changed.connect(self._on_selection)
        theme_of(self).changed.connect(self._fit)

    def _px_per_mm(self) -> float:
        """At true size."""
        return self.logicalDpiX() / _INCH_MM

    def _fit(self) -> None:
        margin = 2 * theme_of(self).px(MARGIN)
        room = self.sheet_scroll.viewport().size()
        whole = min((room.width() - margin) / self._paper[0], (room.height() - margin) / self._paper[1])
        least, most = _LEAST * self._px_per_mm(), _MOST * self._px_per_mm()
        scale = self._zoom * self._px_per_mm() if self._zoom else max(least, min(most, whole))
        before = (self.canvas.px_per_mm, self.canvas.paper_width())
        self.canvas.set_paper(self._paper, scale)
        self.percent.setText(f"{round(100 * scale / self._px_per_mm())} %")
        self.percent.setAccessibleName(self.tr("Size of the paper: {percent}. Press for true size.").format(percent=self.percent.text()))
        if (self.canvas.px_per_mm, self.canvas.paper_width()) != before:
            self._settled.start()

    def _count(self) -> int:
        return max(page_count(self._draft.template), len(self._pages))

    def _show_page(self) -> None:
        page, count = self.page(), self._count()
        shown = self._pages[page] if page < len(self._pages) else None
        self.canvas.set_picture(shown, self._of, is_editable=self._beyond is None)
        set_shown(self._page_line, count > 1)
        words = self.tr("Page {number} of {count}").format(number=page + 1, count=count)
        self.page_words.setText(words)
        self.page_back.setEnabled(page > 0)
        self.page_forward.setEnabled(page < count - 1)

    def _on_selection(self) -> None:
        self._beyond = None if self._draft.selected else self._beyond
        self._show_page()
        self._show_selected()

    def _show_selected(self) -> None:
        """What is selected by keys or in the list comes into sight."""
        lying = self.canvas.lying()
        frame = lying.get(self._draft.selected[-1]) if self._draft.selected else None
        if frame is not None and self._zoom:
            rect, seen = self.canvas.rect_of(frame).toRect(), self.sheet_scroll.viewport()
            middle = rect.center()
            across, down = min(rect.width(), seen.width()) // 2, min(rect.height(), seen.height()) // 2
            self.sheet_scroll.ensureVisible(middle.x(), middle.y(), across, down)

    def _on_page_back(self) -> None:
        self.turn(-1)

    def _on_page_forward(self) -> None:
        self.turn(1)

    def _on_smaller(self) -> None:
        self.zoom(-1)

    def _on_larger(self) -> None:
        self.zoom(1)

    def _on_true_size(self) -> None:
        self._zoom = 1.0
        self._fit()

    def _on_fitting(self) -> None:
        self.zoom(FIT)
