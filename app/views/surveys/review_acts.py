"""What the review has done: pages fetched ahead, decisions, and taking them back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.survey_pages import Corners
from app.domain.survey_queue import Decided, Keep, LayoutRow, QueueItem, ReviewPage, ReviewQueue, TakenPage
from app.jobs.job import JobControl
from app.views.surveys.review_locate import Placing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.reports.survey_reading import StoredForm

_KEPT_PAGES = 6


class ReviewActs(QObject):
    """`queue_found`, `page_found` (None: it is gone) and `layouts_found` answer; `decided` an item by an act; `failed`: it stays open."""

    queue_found = Signal(object)
    page_found = Signal(int, object)
    layouts_found = Signal(object)
    decided = Signal(object, int)
    taken_back = Signal(object)
    failed = Signal(object, object)
    placed = Signal(object)

    def __init__(self, context: AppContext, owner: QObject, survey_id: int | None) -> None:
        super().__init__(owner)
        self._context = context
        self._survey_id = survey_id
        self._pages: dict[int, ReviewPage] = {}
        self._asked: set[int] = set()
        self._placing: QueueItem | None = None

    def find_queue(self) -> None:
        survey_id = self._survey_id

        def op(session: Session, _control: JobControl) -> ReviewQueue:
            from app.queries.survey_queue import review_queue

            return review_queue(session, survey_id)

        self._context.tasks.query(op, self.queue_found.emit, owner=self, replaces="queue")

    def find_layouts(self) -> None:
        def op(session: Session, _control: JobControl) -> tuple[LayoutRow, ...]:
            from app.queries.survey_queue import printed_layouts

            return printed_layouts(session)

        self._context.tasks.query(op, self.layouts_found.emit, owner=self, replaces="layouts")

    def page(self, page_id: int) -> ReviewPage | None:
        """What is at hand already."""
        return self._pages.get(page_id)

    def keep(self, page: ReviewPage) -> None:
        """As it is after a decision, until it is asked for anew."""
        self._pages[page.row.page_id] = page

    def fetch(self, page_id: int) -> None:
        """Have a page at hand soon."""
        if page_id in self._pages or page_id in self._asked:
            return
        self._asked.add(page_id)

        def op(session: Session, _control: JobControl) -> ReviewPage | None:
            from app.queries.survey_queue import review_page

            return review_page(session, page_id)

        self._context.tasks.query(op, partial(self._on_page, page_id), owner=self)

    def forget_pages(self) -> None:
        """Something was changed elsewhere: ask anew."""
        self._pages.clear()
        self._asked.clear()

    def decide(self, item: QueueItem, chosen: tuple[str, ...]) -> None:
        def op(session: Session, _control: JobControl) -> int:
            from app.services.survey_doubts import decide

            clock = self._context.clock
            return decide(session, item.page_id, item.question, chosen, now=clock.now(), today=clock.today()).action_id

        self._do(item, op)

    def choose(self, item: QueueItem, keep: Keep) -> None:
        def op(session: Session, _control: JobControl) -> int:
            from app.services.survey_doubts import choose_reading

            clock = self._context.clock
            return choose_reading(session, item.page_id, keep, now=clock.now(), today=clock.today()).action_id

        self._do(item, op)

    def take_as_it_is(self, item: QueueItem) -> None:
        def op(session: Session, _control: JobControl) -> int:
            from app.services.survey_doubts import take_as_it_is

            clock = self._context.clock
            return take_as_it_is(session, item.page_id, now=clock.now(), today=clock.today()).action_id

        self._do(item, op)

    def leave_out(self, item: QueueItem, reason: str) -> None:
        def op(session: Session, _control: JobControl) -> int:
            from app.services.survey_doubts import leave_out

            clock = self._context.clock
            return leave_out(session, item.page_id, reason, now=clock.now(), today=clock.today())

        self._do(item, op)

    def take_back(self, item: QueueItem, action_id: int) -> None:
        def op(session: Session, _control: JobControl) -> QueueItem:
            from app.services.actions import undo

            undo(session, action_id, now=self._context.clock.now())
            return item

        self._context.tasks.command(op, self._on_taken_back, owner=self, initiator=self, failed=partial(self.failed.emit, None))

    def place(self, item: QueueItem, page: ReviewPage, shown: Placing, corners: Corners) -> None:
        """Read a page again by its corners and take it in: the reading is no work of the thread that writes."""
        row = page.row
        lost = TakenPage(row.file_name, row.page_in_file, "", row.state, picture=page.picture)
        self._placing = item

        def find(session: Session, _control: JobControl) -> StoredForm | None:
            from app.reports.survey_reading import stored_forms

            return stored_forms(session).get(shown.layout_id)

        def read(form: StoredForm | None) -> None:
            if form is not None:
                op = partial(_read_by_hand, lost, form, shown.page, corners)
                self._context.tasks.run(op, take, owner=self, failed=self._on_unplaced)

        def take(taken: TakenPage) -> None:
            def op(session: Session, _control: JobControl) -> Decided:
                from app.services.survey_doubts import place

                clock = self._context.clock
                found = (session, row.page_id, taken)
                return place(*found, typed_code=shown.code, customer_id=shown.customer_id, now=clock.now(), today=clock.today())

            self._context.tasks.command(op, self._on_placed, owner=self, initiator=self, failed=self._on_unplaced)

        self._context.tasks.query(find, read, owner=self)

    def _do(self, item: QueueItem, op: Callable[[Session, JobControl], int]) -> None:
        done = partial(self._on_decided, item)
        self._context.tasks.command(op, done, owner=self, initiator=self, failed=partial(self.failed.emit, item))

    def _on_page(self, page_id: int, page: ReviewPage | None) -> None:
        self._asked.discard(page_id)
        if page is not None:
            self._pages[page_id] = page
            while len(self._pages) > _KEPT_PAGES:
                self._pages.pop(next(iter(self._pages)))
        self.page_found.emit(page_id, page)

    def _on_decided(self, item: QueueItem, action_id: int) -> None:
        self.decided.emit(item, action_id)

    def _on_taken_back(self, item: QueueItem) -> None:
        self.forget_pages()
        self.taken_back.emit(item)

    def _on_placed(self, done: Decided) -> None:
        if self._placing is not None:
            item, self._placing = self._placing, None
            self.decided.emit(item, done.action_id)
            self.placed.emit(done)

    def _on_unplaced(self, error: Exception) -> None:
        self._placing = None
        self.failed.emit(None, error)


def _read_by_hand(lost: TakenPage, form: StoredForm, page: int, corners: Corners, _control: JobControl) -> TakenPage:
    from app.reports.survey_reading import read_by_hand

    return read_by_hand(lost, form, page, corners)
