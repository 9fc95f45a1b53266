"""Voices: those that wait by deadline, one of them with its reply, and beside it what to do first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.errors import DomainError
from app.domain.inquiries import InquiryCauseMissing, InquiryKind, InquiryState
from app.domain.inquiry_rows import NO_FIGURES, InquiryDetail, InquiryFilter, InquiryList, SimilarAnswer
from app.jobs.job import JobControl
from app.views.inquiries.acts import VoiceActs
from app.views.inquiries.books import VoiceBooks
from app.views.inquiries.detail_card import DetailCard
from app.views.inquiries.list_card import VoiceListCard
from app.views.inquiries.receive_panel import open_change, open_receive
from app.views.inquiries.side_cards import ResponseCardCard, SimilarCard
from app.views.inquiries.words import VoiceWords
from app.views.pages.page import Page
from app.views.theme import theme_of
from app.views.widgets.buttons import MenuButton, NormalButton, PrimaryButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLDED_BELOW = 1180
SINGLE_BELOW = 1000
LIST_WIDTH, NARROW_LIST_WIDTH, SIDE_WIDTH = 312, 272, 268
MINUTE = 60_000


class InquiriesPage(Page):
    """`open_with(inquiry_id=…)` opens one; `open_with(receive=True, customer_id=…)` the panel that takes one down."""

    name = "inquiries"
    shows = frozenset({Entity.INQUIRY, Entity.CUSTOMER, Entity.STAFF, Entity.SHOP, Entity.RULE})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._shown = 0
        self._wanted = 0
        self._is_single = False
        self._receives: tuple[int | None] | None = None
        self._words = VoiceWords(context.clock, self)
        self.acts = VoiceActs(context, self)
        self.books = VoiceBooks(context, self)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._build()
        self._connect()
        self._fit()

    def refresh(self) -> None:
        """The list, and what is open of it."""
        now, today = self.context.clock.now(), self.context.clock.today()
        shown, search = self.list.filter(), self.list.search.text().strip()

        def op(session: Session, _control: JobControl) -> InquiryList:
            from app.queries.inquiries import inquiry_list

            return inquiry_list(session, now, today, shown, search)

        self.context.tasks.query(op, self._on_list, owner=self, replaces="list")
        if self._shown:
            self._load()

    def open_with(self, **arguments: Any) -> None:
        inquiry_id, customer_id = arguments.get("inquiry_id"), arguments.get("customer_id")
        if isinstance(inquiry_id, int):
            self._wanted = inquiry_id
            self._show(inquiry_id)
            self._set_single_shows(self.detail_place)
        elif arguments.get("receive"):
            self._receives = (customer_id if isinstance(customer_id, int) else None,)
            if self.isVisible():
                self._receive_now()
        self.mark_stale()

    def trigger_primary(self) -> None:
        """Replied, while the draft is being written; else another one is taken down."""
        if self.detail.has_draft_focus() and self.detail.reply.isVisible():
            self.detail.request_reply()
        else:
            self.receive.click()

    def focus_search(self) -> None:
        self._set_single_shows(self.list)
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> bool:
        if not self._is_single or self.detail_place.isHidden():
            return False
        self._set_single_shows(self.list)
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def may_leave(self, go: Callable[[], None]) -> bool:
        """What was typed is kept, and what is held from here is free again."""
        self._let_go()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        self._receive_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._minute.stop()
            self._let_go()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Voices"))
        self.causes = NormalButton(self.tr("Causes of the month"), "chart-line")
        self.more = MenuButton("", "ellipsis", name=self.tr("More"))
        self.more.add_action(self.tr("Answers that are kept"), self.books.open_faq)
        self.more.add_action(self.tr("Sample replies"), self.books.open_replies)
        self.more.add_action(self.tr("Requests put together"), self.books.open_requests)
        self.receive = PrimaryButton(self.tr("Receive"), "plus")
        self.receive.set_shortcut_hint("Ctrl+Shift+I", live=False)
        self.header.add(self.causes)
        self.header.add(self.more)
        self.header.set_primary(self.receive)
        self.list = VoiceListCard(self.context)
        self.detail = DetailCard(self.context)
        by_deadline = self.tr("The list at the left shows what waits, by deadline.")
        self.hint = EmptyState("message-square-text", self.tr("Choose a voice"), by_deadline)
        self.detail_place = QStackedWidget()
        self.detail_place.addWidget(self.hint)
        self.detail_place.addWidget(self.detail)
        self.response, self.similar = ResponseCardCard(), SimilarCard()
        self.side = ScrollColumn(gap=12)
        self._beside = boxed(column(self.response, self.similar, gap=12))
        self.side.body.addWidget(self._beside)
        self.side.body.addStretch(1)
        both = row(self.list, gap=12)
        both.addWidget(self.detail_place, 1)
        both.addWidget(self.side)
        self._parts = boxed(both)
        words = self._empty_words("")
        self.empty = EmptyState("message-square-text", self.tr("No voice is waiting"), words, self.tr("Receive"), action_icon="plus")
        self.empty.hide()
        layout = column(self.header, gap=14, margins=(24, 16, 24, 16))
        layout.addWidget(self._parts, 1)
        layout.addWidget(self.empty, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.list.list)

    def _connect(self) -> None:
        listed, detail, acts = self.list, self.detail, self.acts
        self.receive.clicked.connect(partial(self._receive, None))
        self.empty.action_clicked.connect(partial(self._receive, None))
        self.causes.clicked.connect(self.books.open_causes)
        listed.asked.connect(self._on_asked)
        listed.chosen.connect(self._show)
        listed.opened.connect(self._on_opened)
        detail.act_requested.connect(self._on_act)
        detail.back_requested.connect(self.go_back)
        detail.take_requested.connect(lambda: acts.take(self._shown))
        detail.take_over_requested.connect(lambda: acts.take_over(self._shown))
        detail.kept.connect(lambda typed, draft, closing: acts.keep(typed, draft=draft, closing=closing))
        detail.reply_requested.connect(self._on_reply)
        detail.no_answer_requested.connect(self._on_no_answer)
        detail.close_requested.connect(self._on_close)
        acts.refused.connect(self.mark_stale)
        acts.replied.connect(detail.forget_reply)
        acts.closed.connect(self._on_closed)
        acts.closing_refused.connect(self._on_closing_refused)
        self.response.ticked.connect(lambda place, is_done: acts.tick(self._shown, place, is_done=is_done))
        self.response.change_requested.connect(self._on_change_steps)
        self.response.print_requested.connect(self._on_print_card)
        self.similar.put_in.connect(self._on_put_in)
        self.similar.book_requested.connect(self.books.open_faq)
        self._minute.timeout.connect(self._on_minute)
        theme_of(self).changed.connect(self._fit)
        shortcut = QShortcut(QKeySequence("Return"), self.list.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_enter)

    def _fit(self) -> None:
        px = theme_of(self).px
        width = self.window().width()
        is_folded, is_single = width < px(FOLDED_BELOW), width < px(SINGLE_BELOW)
        self.side.setVisible(not is_folded)
        if is_folded:
            self.detail.set_extra(self._beside)
        else:
            self.side.body.insertWidget(0, self._beside)
        self.side.setFixedWidth(px(SIDE_WIDTH))
        if is_single is not self._is_single:
            self._is_single = is_single
            self._set_single_shows(self.detail_place if self._shown and is_single else self.list)
        self.list.setMinimumWidth(px(NARROW_LIST_WIDTH))
        self.list.setMaximumWidth(16777215 if is_single else px(NARROW_LIST_WIDTH if is_folded else LIST_WIDTH))
        self.detail.set_back_visible(is_single)

    def _set_single_shows(self, part: QWidget) -> None:
        self.list.setVisible(not self._is_single or part is self.list)
        self.detail_place.setVisible(not self._is_single or part is self.detail_place)

    def _on_list(self, found: InquiryList) -> None:
        self.list.show_list(found)
        nothing = not any(found.counts.values())
        is_quiet = not found.counts.get(InquiryFilter.OPEN)
        average = self._words.first_reply(found.figures)
        self.empty.set(self.tr("No voice is waiting"), self._empty_words(average))
        set_shown(self._parts, not nothing)
        set_shown(self.empty, nothing)
        self.hint.set(
            self.tr("No voice is waiting") if is_quiet else self.tr("Choose a voice"),
            average if is_quiet else self.tr("The list at the left shows what waits, by deadline."),
        )
        figures = found.figures if not nothing else NO_FIGURES
        self.header.set_fact("" if nothing else self._words.fact(found.counts.get(InquiryFilter.OPEN, 0), figures))
        for tool in (self.causes, self.receive):
            set_shown(tool, not nothing)
        if self._wanted and self.list.select(self._wanted):
            self._wanted = 0
        elif not self._shown and found.rows and not self._is_single:
            self._show(found.rows[0].id)
        if self._shown:
            self.list.select(self._shown)

    def _empty_words(self, average: str) -> str:
        words = self.tr(
            "Complaints, opinions, requests and questions stand here with the time by which you promised to reply. "
            "Nothing is forgotten, and nobody is replied to twice."
        )
        return f"{words}\n{average}" if average else words

    def _show(self, inquiry_id: int) -> None:
        if inquiry_id != self._shown:
            self.detail.keep_now()
            self._shown = inquiry_id
            self.list.select(inquiry_id)
            self._load()

    def _load(self) -> None:
        number, now, today = self._shown, self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> InquiryDetail:
            from app.queries.inquiries import inquiry_detail

            return inquiry_detail(session, number, now, today)

        self.context.tasks.query(op, self._on_detail, owner=self, failed=self._on_missing, replaces="detail")

    def _on_detail(self, detail: InquiryDetail) -> None:
        if detail.row.id != self._shown:
            return
        before = self.detail.detail
        was_mine = before is not None and before.row.id == detail.row.id and self.acts.is_mine(before.row.holder)
        is_mine = self.acts.is_mine(detail.row.holder)
        self.detail.show_detail(detail, is_mine=is_mine)
        self.response.show_detail(detail)
        is_others = detail.row.holder is not None and not is_mine
        can_write = not is_others and detail.row.state is not InquiryState.CLOSED
        self.similar.show_answers(detail.similar, can_write=can_write)
        self.detail_place.setCurrentWidget(self.detail)
        if was_mine and is_others and detail.row.holder is not None:
            name = detail.row.holder.name
            self.context.messages.toast(self.tr("{name} has taken this over. What you typed so far is with them.").format(name=name))

    def _on_missing(self, error: Exception) -> None:
        """It may have been deleted, or its receiving undone."""
        self._shown = 0
        self.detail_place.setCurrentWidget(self.hint)
        if not isinstance(error, DomainError):
            self.context.messages.error(error)

    def _on_asked(self) -> None:
        self.refresh()

    def _on_opened(self, inquiry_id: int) -> None:
        self._show(inquiry_id)
        self._set_single_shows(self.detail_place)

    def _on_enter(self) -> None:
        number = self.list.current_id()
        if number is not None:
            self._on_opened(number)
            self.detail.draft.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_act(self, act: str) -> None:
        detail, window = self.detail.detail, self.window()
        if detail is None:
            return
        if act == "customer":
            self.context.navigate.show_page("customers", customer_id=detail.row.customer_id)
        elif act in ("change", "deadline"):
            open_change(self.context, window, detail.row.id, by=self.acts.seat().name, at_deadline=act == "deadline")
        elif act == "reopen":
            self.acts.reopen(detail)
        elif act == "delete":
            self.acts.delete(detail)
        elif act == "note":
            self.books.open_note(detail, self.acts.seat().name)
        elif act == "group":
            self.books.open_requests()
        elif act == "faq":
            self.books.offer_faq(detail)
        else:
            self.books.open_replies()

    def _on_reply(self, text: str, keeps_promise: bool) -> None:
        if self.detail.detail is not None:
            self.acts.reply(self.detail.detail, text, keeps_promise=keeps_promise)

    def _on_no_answer(self, attempt: Any) -> None:
        if self.detail.detail is not None:
            self.acts.no_answer(self.detail.detail, attempt)

    def _on_close(self, closing: Any) -> None:
        if self.detail.detail is not None:
            self.acts.close(self.detail.detail, closing)

    def _on_closing_refused(self, error: Exception) -> None:
        if isinstance(error, InquiryCauseMissing):
            self.detail.closing.ask(self.context.messages.sentence(error))
            self.detail.content.ensureWidgetVisible(self.detail.closing)
        else:
            self.context.messages.error(error)

    def _on_closed(self, detail: InquiryDetail) -> None:
        """What helped once may help again: questions above all."""
        self._shown = 0
        self.detail_place.setCurrentWidget(self.hint)
        if detail.reply_count and detail.row.kind in (InquiryKind.QUESTION, InquiryKind.CONSULTATION, InquiryKind.COMPLAINT):
            self.books.offer_faq(detail)
        self.mark_stale()

    def _on_change_steps(self) -> None:
        if self.detail.detail is not None:
            self.books.open_steps(self.detail.detail)

    def _on_print_card(self) -> None:
        if self.detail.detail is not None:
            self.books.print_card(self.detail.detail)

    def _on_put_in(self, answer: SimilarAnswer) -> None:
        self.detail.put_in(answer.answer)
        self.acts.count_use(answer.id)

    def _on_minute(self) -> None:
        self.mark_stale()
        self.detail.tick()

    def _receive(self, customer_id: int | None = None) -> None:
        open_receive(self.context, self.window(), customer_id, by=self.acts.seat().name)

    def _receive_now(self) -> None:
        if self._receives is not None:
            (customer_id,), self._receives = self._receives, None
            self._receive(customer_id)

    def _let_go(self) -> None:
        self.detail.let_go()
        shown = self.detail.detail
        if shown is not None:
            self.acts.release()
