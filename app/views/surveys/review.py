"""Looking at what the reader of scanned sheets was not sure of: one question after the other, one key each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.survey_course import ReviewCourse
from app.domain.survey_queue import ItemKind, Keep, QueueItem, ReviewPage, ReviewQueue, SheetCodeUnknown, Told
from app.views.surveys.review_acts import ReviewActs
from app.views.surveys.review_dialogs import LeaveOutDialog, SheetDialog
from app.views.surveys.review_head import ReviewHead
from app.views.surveys.review_left import ReviewLeft
from app.views.surveys.review_locate import LocatePanel, Placing
from app.views.surveys.review_options import OptionPanel
from app.views.surveys.review_pictures import crop_of, page_image
from app.views.surveys.review_sheet_panel import AS_IT_IS, SheetPanel
from app.views.surveys.review_words import whose
from app.views.theme import theme_of
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import boxed, column, row, set_shown

RIGHT_WIDTH, NARROW_RIGHT_WIDTH, NARROW_BELOW = 372, 320, 1180


class ReviewView(QWidget):
    """Of one survey, or of all (`survey_id` None). The place is kept: whoever comes back goes on with what is left."""

    back_requested = Signal()
    people_requested = Signal(str, object)
    place_requested = Signal(str)

    shows = frozenset({Entity.ANSWER, Entity.SURVEY, Entity.CUSTOMER})

    def __init__(self, context: AppContext, survey_id: int | None = None) -> None:
        super().__init__()
        self.survey_id = survey_id
        self._context = context
        self._queue: ReviewQueue | None = None
        self._shown: QueueItem | None = None
        self.course = ReviewCourse()
        self.acts = ReviewActs(context, self, survey_id)
        self._build()
        self._connect()
        self._fit()

    def refresh(self) -> None:
        """Ask what there is to look at; what was decided here keeps its place."""
        self.acts.forget_pages()
        self._shown = None
        self.acts.find_queue()
        self.acts.find_layouts()

    def may_leave(self, go: Callable[[], None]) -> bool:
        """Every decision is kept as it is made."""
        return True

    def undo(self) -> bool:
        """Take back the last decision made here."""
        last = self.course.last()
        if last is None:
            return False
        self.acts.take_back(*last)
        return True

    def trigger_primary(self) -> None:
        """What stands chosen is right."""
        if self._right.currentWidget() is self.options and self.work.isVisible():
            self.options.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = event.text().upper()
        if not held and key == "U":
            self.undo()
        elif held or not self.work.isVisible() or not self._press(Qt.Key(event.key()), key):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("noFocusRing", True)
        self.head = ReviewHead()
        self.left = ReviewLeft()
        self.options = OptionPanel()
        self.sheet = SheetPanel()
        self.locate = LocatePanel(self._context)
        self._right = QStackedWidget()
        for panel in (self.options, self.sheet, self.locate):
            self._right.addWidget(panel)
        line = row(gap=12)
        line.addWidget(self.left, 1)
        line.addWidget(self._right)
        self.work = boxed(line)
        self.empty = EmptyState("circle-check", "", "", self.tr("Look at the results"), self.tr("Back to the surveys"))
        set_shown(self.empty.button, self.survey_id is not None)
        layout = column(self.head, gap=8, margins=(24, 16, 24, 16))
        layout.addWidget(self.work, 1)
        layout.addWidget(self.empty, 1)
        self.setLayout(layout)
        self.work.hide()
        self.empty.hide()

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.back_requested)
        self.head.later.clicked.connect(self.back_requested)
        self.empty.action_clicked.connect(lambda: self.place_requested.emit("results"))
        self.empty.link_clicked.connect(self.back_requested)
        self.left.strip.item_requested.connect(self._on_item_requested)
        self.left.larger.clicked.connect(lambda: self._show_sheet(is_large=True))
        self.left.whole.clicked.connect(lambda: self._show_sheet(is_large=False))
        self.options.decided.connect(self._on_chosen)
        self.sheet.decided.connect(self._on_sheet_decided)
        self.sheet.later_requested.connect(self._on_later)
        self.locate.read_requested.connect(self._on_read_requested)
        self.locate.leave_out_requested.connect(self._on_leave_out)
        self.acts.queue_found.connect(self._on_queue)
        self.acts.page_found.connect(self._on_page)
        self.acts.layouts_found.connect(self.locate.set_layouts)
        self.acts.decided.connect(self._on_decided)
        self.acts.taken_back.connect(self._on_taken_back)
        self.acts.failed.connect(self._on_failed)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px = theme_of(self).px
        narrow = self.window().width() < px(NARROW_BELOW)
        self._right.setFixedWidth(px(NARROW_RIGHT_WIDTH if narrow else RIGHT_WIDTH))

    def _press(self, key: Qt.Key, text: str) -> bool:
        """Whether the key means something here."""
        panel = self._right.currentWidget()
        acts: dict[str, Callable[[], object]] = {
            "P": lambda: self._show_sheet(is_large=False),
            "X": self._on_leave_out,
        }
        if key == Qt.Key.Key_Space and panel is self.options:
            self.options.accept()
        elif isinstance(panel, OptionPanel | SheetPanel) and panel.press(text):
            return True
        elif text in acts:
            acts[text]()
        else:
            return False
        return True

    def _on_queue(self, queue: ReviewQueue) -> None:
        self._queue = queue
        self.course.take(queue.items)
        self._show()

    def _show(self) -> None:
        """What is at hand by now."""
        if self._queue is None:
            return
        item = self.course.current
        self.head.show_course(self._queue, self.course, self._context.clock.today())
        set_shown(self.work, item is not None)
        set_shown(self.empty, item is None)
        self.left.show_course(self.course)
        if item is None:
            self._show_empty(self._queue)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.acts.fetch(item.page_id)
        following = self.course.next
        if following is not None:
            self.acts.fetch(following.page_id)
        page = self.acts.page(item.page_id)
        if page is not None and self._shown != item:
            self._show_item(item, page)

    def _show_empty(self, queue: ReviewQueue) -> None:
        if queue.counted:
            self.empty.set(self.tr("Nothing is in doubt."), self.tr("%n sheet(s) are in the figures.", "", queue.counted))
        else:
            self.empty.set(self.tr("Nothing is in doubt."), self.tr("What a scan leaves open is asked here, one question after the other."))

    def _show_item(self, item: QueueItem, page: ReviewPage) -> None:
        self._shown = item
        content = page.content
        question = None if content is None else content.question(item.question)
        if item.kind is ItemKind.QUESTION and question is not None and content is not None:
            self._right.setCurrentWidget(self.options)
            self.options.show_question(page, question, content.number_of(question.id))
            self.left.show_question(page, crop_of(page, question.id), question)
            (self.options.take if self.options.take.isEnabled() else self).setFocus(Qt.FocusReason.OtherFocusReason)
        elif item.kind is ItemKind.UNLOCATED:
            self._right.setCurrentWidget(self.locate)
            self.locate.show_page(page)
            self.left.show_lost(page, page_image(page))
            self.left.corners.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._right.setCurrentWidget(self.sheet)
            self.sheet.show_page(page, item.kind)
            self.left.show_sheet(page, page_image(page))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_page(self, page_id: int, page: ReviewPage | None) -> None:
        item = self.course.current
        if item is None or item.page_id != page_id:
            return
        if page is None:
            self.acts.find_queue()
        elif self._shown != item:
            self._show_item(item, page)

    def _on_chosen(self, chosen: tuple[str, ...]) -> None:
        item = self.course.current
        page = None if item is None else self.acts.page(item.page_id)
        if item is None or page is None or item.kind is not ItemKind.QUESTION or self._shown != item:
            return
        doubts = {name: doubt for name, doubt in page.told.doubts.items() if name != item.question}
        told = Told({**page.told.chosen, item.question: chosen}, doubts)
        self.acts.keep(replace(page, told=told, settled={**page.settled, item.question: chosen}))
        self._go_on(item)
        self.acts.decide(item, chosen)

    def _on_sheet_decided(self, answer: object) -> None:
        item = self.course.current
        if item is None:
            return
        self._go_on(item)
        if isinstance(answer, Keep):
            self.acts.choose(item, answer)
        elif answer == AS_IT_IS:
            self.acts.take_as_it_is(item)

    def _on_later(self) -> None:
        self.course.skip()
        self._show()

    def _go_on(self, item: QueueItem) -> None:
        """The next is shown before this one is stored: a key and the eye have moved on."""
        self.course.decide(item)
        self._show()

    def _on_leave_out(self) -> None:
        item = self.course.current
        page = None if item is None else self.acts.page(item.page_id)
        if item is None or page is None:
            return
        is_sheet = item.kind is not ItemKind.UNLOCATED
        words = whose(page.row, is_staff=page.is_staff) if is_sheet else page.row.file_name
        dialog = LeaveOutDialog(self, words, is_sheet=is_sheet)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._go_on(item)
            self.acts.leave_out(item, dialog.reason)
        dialog.deleteLater()

    def _on_read_requested(self, shown: Placing) -> None:
        item = self.course.current
        page = None if item is None else self.acts.page(item.page_id)
        if item is not None and page is not None:
            self.locate.set_busy(is_busy=True)
            self.acts.place(item, page, shown, self.left.corners.corners())

    def _show_sheet(self, *, is_large: bool) -> None:
        item = self.course.current
        page = None if item is None else self.acts.page(item.page_id)
        image = None if page is None else page_image(page)
        if item is None or page is None or image is None or image.isNull():
            return
        layout = page.layout
        area = None if layout is None else layout.rows.get(item.question)
        focus = None
        if is_large and layout is not None and area is not None:
            top = 1 - (area.y + area.h) / layout.height
            focus = QRectF(area.x / layout.width, top, area.w / layout.width, area.h / layout.height)
        dialog = SheetDialog(self, image, whose(page.row, is_staff=page.is_staff), focus=focus)
        dialog.exec()
        dialog.deleteLater()

    def _on_item_requested(self, place: int) -> None:
        if self.course.go_to(place):
            self._show()

    def _on_decided(self, item: QueueItem, action_id: int) -> None:
        if item == self.course.current:
            self.course.decide(item)
        self.course.note(item, action_id)
        self.locate.set_busy(is_busy=False)
        self._show_changed()

    def _on_taken_back(self, item: QueueItem) -> None:
        self.course.reopen(item)
        self._show_changed()

    def _show_changed(self) -> None:
        """The queue is asked for anew: what was decided may bring something up, or be the last of it."""
        self._show()
        self.acts.find_queue()

    def _on_failed(self, item: QueueItem | None, error: Exception) -> None:
        self.locate.set_busy(is_busy=False)
        current = self.course.current
        if item is not None:
            self.course.reopen(item)
        elif current is not None and current.kind is ItemKind.UNLOCATED:
            self.locate.show_error(self._context.messages.sentence(error), of_code=isinstance(error, SheetCodeUnknown))
            return
        self._context.messages.error(error)
        self.refresh()
