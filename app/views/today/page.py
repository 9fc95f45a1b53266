"""Today: whom to look after now, and whether things are well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.today import TodayBeside, TodayView
from app.jobs.job import JobControl
from app.views.follow_ups.acts import FollowUpActs
from app.views.moments import day_text
from app.views.pages.page import Page
from app.views.theme import theme_of
from app.views.today.figure_cards import FigureCards
from app.views.today.find_box import FindBox
from app.views.today.follow_ups_card import FollowUpsCard
from app.views.today.reach_out_card import ReachOutCard
from app.views.today.verdict_card import VerdictCard
from app.views.today.visits_card import VisitsCard
from app.views.today.waiting_card import WaitingCard
from app.views.today.ways_on import WaysOn
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import ScrollColumn, boxed, column, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.figures import PeopleSpec
    from app.views.care.paper import TodayPaper

RIGHT_WIDTH = 368
FOLDS_BELOW = 850
LEAST_WIDTH = 560
LOW_BELOW = 660
NAMES_SHOP_FROM = 1100
FOLDED_HEIGHTS = (420, 360)
LEAST_HEIGHT = 240
LOW_HEIGHT = 205
SIDE_HEIGHT = 276
SCROLL_ROOM = 12
TALL_FROM = 860
_MINE = "today_mine"


class TodayPage(Page):
    name = "today"
    shows = frozenset(
        {Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP, Entity.FOLLOW_UP, Entity.CONTACT, Entity.INQUIRY, Entity.RULE, Entity.STAFF}
        | {Entity.PRINT_RUN, Entity.MEASURE, Entity.PROPOSAL}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._view: TodayView | None = None
        self._has_verdict = False
        self._paper: TodayPaper | None = None
        self._acts = FollowUpActs(context, self)
        self._ways = WaysOn(context, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        today, now, staff = self.context.clock.today(), self.context.clock.now(), self._staff()
        self._follow_ups.set_mine(self.context.settings.staff_name, is_mine=staff is not None)

        def op(session: Session, _control: JobControl) -> TodayView:
            from app.queries.today_view import today_view

            return today_view(session, today, now, staff)

        def beside(session: Session, _control: JobControl) -> TodayBeside:
            from app.queries.today_view import today_beside

            return today_beside(session, today)

        self.context.tasks.query(op, self._on_view, owner=self, replaces="today")
        self.context.tasks.query(beside, self._on_beside, owner=self, replaces="beside")

    def trigger_primary(self) -> None:
        self._record.click()

    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Today"))
        self._search = SearchField(self.tr("Find by name or phone"), "Ctrl+K")
        self._record = PrimaryButton(self.tr("Record a visit"), "plus")
        self._record.set_shortcut_hint("Ctrl+N", live=False)
        self._header.add_search(self._search)
        self._header.set_primary(self._record)
        self._figures = FigureCards()
        self._reach_out = ReachOutCard()
        self._verdict = VerdictCard()
        self._verdict.hide()
        self._waiting = WaitingCard()
        self._visits = VisitsCard(self.context.clock.today())
        self._follow_ups = FollowUpsCard(self.context.clock.zone())
        self._follow_ups.hide()
        self._follow_ups.set_links(has_page=True)
        self._side_column = column(self._verdict, self._waiting, self._visits, gap=12)
        self._side_column.setStretch(2, 1)
        self._side = boxed(self._side_column)
        # Beside the tasks it scrolls by itself, so that these and their foot stay in view.
        self._side_scroll = ScrollColumn(gap=0)
        self._side_scroll.body.addWidget(self._side)
        self._side_scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self._follow_ups, 1)
        self._columns.addWidget(self._reach_out, 1)
        self._columns.addWidget(self._side_scroll)
        body = ScrollColumn(gap=12)
        body.setMinimumWidth(theme_of(self).px(LEAST_WIDTH))
        body.body.addWidget(self._figures)
        body.body.addLayout(self._columns, 1)
        self._empty = EmptyState(
            "users",
            self.tr("No customers yet"),
            self.tr("Bring in the lists you have, or add the first customer. Then this page says whom to look after today."),
            self.tr("Bring in my lists"),
            self.tr("Add a customer"),
        )
        self._stack = QStackedWidget()
        # Until the day is known, cards that say "nobody" would be wrong.
        unknown = QWidget()
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(unknown)
        self._stack.setCurrentWidget(unknown)
        self.setLayout(column(self._header, self._stack, gap=14, margins=(24, 16, 24, 16)))
        self._find = FindBox(self, self.context, self._search)
        self._fit()

    def _connect(self) -> None:
        navigate, ways = self.context.navigate, self._ways
        self._record.clicked.connect(self._on_record)
        self._figures.names_requested.connect(self._open_names)
        cards = (self._follow_ups, self._reach_out, self._visits)
        for opened in (*(card.customer_opened for card in cards), self._find.customer_chosen):
            opened.connect(ways.open_customer)
        for card in (self._follow_ups, self._reach_out):
            card.add_requested.connect(self._on_add_follow_up)
        self._connect_follow_ups()
        self._reach_out.plan_requested.connect(self._acts.add)
        self._reach_out.plan_all_requested.connect(self._on_plan_all)
        self._reach_out.visit_requested.connect(navigate.record_visit)
        self._reach_out.card_requested.connect(self._on_card)
        self._reach_out.cards_for_all_requested.connect(self._on_cards_for_all)
        self._reach_out.names_requested.connect(self._on_names_of_all)
        self._verdict.result_opened.connect(ways.open_result)
        self._waiting.print_requested.connect(ways.print_queued)
        self._waiting.dates_requested.connect(ways.open_follow_ups)
        self._visits.thanks_requested.connect(self._on_thanks)
        self._visits.slips_requested.connect(navigate.enter_day)
        self._empty.action_clicked.connect(self._on_import)
        self._empty.link_clicked.connect(navigate.add_customer)
        self.context.settings.changed.connect(self._on_setting)
        theme_of(self).changed.connect(self._fit)

    def _connect_follow_ups(self) -> None:
        card = self._follow_ups
        card.act_requested.connect(self._acts.perform)
        card.bulk_requested.connect(self._acts.perform_all)
        card.reopen_requested.connect(self._acts.reopen)
        card.why_explained.connect(lambda words: self.context.messages.toast(words))
        card.voice_opened.connect(self._ways.open_voice)
        card.more_requested.connect(self._on_more)
        card.cards_requested.connect(self._on_cards_for_more)
        card.mine_changed.connect(self._on_mine)
        card.paper_requested.connect(self._on_paper)
        card.all_requested.connect(self._ways.open_follow_ups)

    def _fit(self) -> None:
        """Lay the page out for its size: figures in one line when low, all cards under each other when narrow."""
        px = theme_of(self).px
        folded = self.width() < px(FOLDS_BELOW)
        planned = self._view is not None and self._view.has_tasks
        low, tall = self.height() < px(LOW_BELOW), self.height() >= px(TALL_FROM)
        set_shown(self._follow_ups, planned)
        self._reach_out.set_offers_plan(not planned)
        self._place_reach_out(in_side=planned)
        set_shown(self._verdict, self._has_verdict)
        # Beside a result and what waits only a high window has room for the visits of the week.
        set_shown(self._visits, not planned or folded or tall or not self._has_verdict)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(12 if folded else 16))
        least = LOW_HEIGHT if planned and low else LEAST_HEIGHT
        first, second = FOLDED_HEIGHTS if folded else (least, SIDE_HEIGHT)
        self._follow_ups.setMinimumHeight(px(max(first, LEAST_HEIGHT)))
        self._reach_out.setMinimumHeight(px(second if planned else first))
        self._visits.setMinimumHeight(px(second))
        self._place_side(folded=folded)
        self._figures.set_columns(2 if folded else 4)
        self._figures.set_compact(low)
        self._show_fact()

    def _place_reach_out(self, *, in_side: bool) -> None:
        """Beside follow-ups the people to reach out to move over to what else there is."""
        is_there = self._side_column.indexOf(self._reach_out) >= 0
        if in_side and not is_there:
            self._side_column.insertWidget(0, self._reach_out, 1)
        elif not in_side and is_there:
            self._columns.insertWidget(1, self._reach_out, 1)
        self._reach_out.show()
        self._reach_out.set_narrow(in_side)

    def _place_side(self, *, folded: bool) -> None:
        """Below the tasks it is as high as what it holds, and the page scrolls instead."""
        px, area = theme_of(self).px, self._side_scroll
        if folded:
            area.setMinimumWidth(0)
            area.setMaximumWidth(self.maximumWidth())
            area.setMinimumHeight(max(self._side.sizeHint().height(), self._side.heightForWidth(max(area.width(), px(LEAST_WIDTH)))))
        else:
            area.setFixedWidth(px(RIGHT_WIDTH + SCROLL_ROOM))
            area.setMinimumHeight(0)

    def _show_fact(self) -> None:
        today = day_text(self.context.clock.today())
        has_room = self.width() >= theme_of(self).px(NAMES_SHOP_FROM)
        if has_room and self._view is not None and self._view.shop_name:
            today = self.tr("{day} · {shop}").format(day=today, shop=self._view.shop_name)
        self._header.set_fact(today)

    def _staff(self) -> str | None:
        """Whose follow-ups are shown; None for everybody's."""
        name, settings = self.context.settings.staff_name, self.context.settings
        return name if name and settings.remembered(_MINE) == name else None

    def _on_record(self) -> None:
        self.context.navigate.record_visit()

    def _on_add_follow_up(self) -> None:
        self._acts.add()

    def _on_plan_all(self, customer_ids: list[int]) -> None:
        from app.views.follow_ups.panel import open_follow_ups

        open_follow_ups(self.context, self.window(), customer_ids)

    def _on_import(self) -> None:
        self.context.navigate.show_page("import")

    def _on_setting(self, name: str) -> None:
        if name == "staff_name":
            self.refresh()

    def _on_mine(self, is_mine: bool) -> None:
        self.context.settings.remember(_MINE, self.context.settings.staff_name if is_mine else "")
        self.refresh()

    def _on_paper(self) -> None:
        from app.views.care.paper import TodayPaper

        if self._paper is None:
            self._paper = TodayPaper(self.context, self)
        self._paper.print_day(self._staff() or "")

    def _on_view(self, view: TodayView) -> None:
        self._view, today = view, self.context.clock.today()
        self._stack.setCurrentIndex(0 if view.customers else 1)
        self._figures.set_figures(view.figures, view.window)
        self._follow_ups.set_view(view, today)
        self._reach_out.set_view(view)
        self._waiting.set_queue(view.queue, today)
        self._fit()
        self._visits.set_view(view, today)

    def _on_beside(self, beside: TodayBeside) -> None:
        self._waiting.set_without(len(beside.without))
        self._has_verdict = beside.verdict is not None
        if beside.verdict is not None:
            self._verdict.set_result(beside.verdict, self.context.clock.today())
        self._fit()

    def _on_more(self) -> None:
        if self._view is not None:
            self._ways.rows_for(self._view.plan.more, self._follow_ups.show_more)

    def _on_cards_for_more(self) -> None:
        if self._view is not None:
            self._ways.print_for(self._view.plan.ready, self.tr("What else is due today"))

    def _open_names(self, spec: PeopleSpec, title: str) -> None:
        self.context.navigate.show_page("people", spec=spec, title=title)

    def _on_card(self, customer_id: int) -> None:
        self.context.navigate.show_page("printing", customer_ids=[customer_id])

    def _on_names_of_all(self) -> None:
        if self._view is not None:
            self._open_names(self._view.figures.specs.reach_out, self.tr("Customers to reach out to"))

    def _on_cards_for_all(self) -> None:
        if self._view is None:
            return
        spec = self._view.figures.specs.reach_out

        def op(session: Session, _control: JobControl) -> list[int]:
            from app.queries.people import people_behind

            return people_behind(session, spec)

        self.context.tasks.query(op, self._on_all_ids, owner=self, replaces="cards")

    def _on_all_ids(self, ids: list[int]) -> None:
        self.context.navigate.show_page("printing", customer_ids=ids, title=self.tr("Customers to reach out to"))

    def _on_thanks(self) -> None:
        if self._view is not None:
            self.context.navigate.show_page("printing", customer_ids=list(self._view.thanks), title=self.tr("Visits of the last 7 days"))
