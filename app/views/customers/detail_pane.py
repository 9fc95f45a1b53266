"""The page of one customer: who, what to do next, facts, history, what to remember."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.context import AppContext
from app.domain.customer_rows import CustomerView
from app.domain.customers import CustomerKind
from app.views.customers.answers_tab import AnswersTab
from app.views.customers.facts_card import FactsCard
from app.views.customers.head import CustomerHead
from app.views.customers.next_bar import NextBar
from app.views.customers.note_card import NoteCard
from app.views.customers.points_tab import PointsTab
from app.views.customers.purchases_tab import PurchasesTab
from app.views.customers.record_tab import RecordTab
from app.views.customers.sent_tab import SentTab
from app.views.customers.timeline_tab import TimelineTab
from app.views.follow_ups.planned_card import PlannedCard
from app.views.labels_customers import polite_name
from app.views.proposals.side_card import ProposalCard
from app.views.theme import theme_of
from app.views.widgets.card import Card
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.tabs import Tabs

TIMELINE, NOTE, PURCHASES, POINTS = "timeline", "note", "purchases", "points"
ANSWERS, SENT, RECORD = "answers", "sent", "record"
_NOTE_PLACE, _POINTS_PLACE, _ANSWERS_PLACE = 1, 3, 4


class CustomerDetail(ScrollColumn):
    """`act_requested` carries what CustomerHead offers; `purchase_act_requested` what the tabs offer, with the row's id;
    `follow_up_act_requested` what is to be done with a follow-up, `household_act_requested` with whom the post is shared,
    `answer_act_requested` with an answered sheet, `talk_requested` the survey that a talk is to be noted for."""

    act_requested = Signal(str)
    visit_requested = Signal()
    back_requested = Signal()
    purchase_act_requested = Signal(str, int)
    follow_up_act_requested = Signal(str, object)
    note_written = Signal(str)
    more_requested = Signal()
    household_act_requested = Signal(str, list)
    answer_act_requested = Signal(str, int)
    talk_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__(gap=12)
        self._context = context
        self._is_folded = False
        self._has_proposals = True
        self._build()
        self._connect()

    def show_customer(self, view: CustomerView) -> None:
        today = self._context.clock.today()
        self.head.show_customer(view, today)
        self.next_step.show_customer(view)
        self.facts.show_customer(view, today)
        self.timeline.show_customer(view, today)
        self.purchases.show_customer(view)
        self._show_points(view, today)
        self._show_answers(view, today)
        self.sent.show_customer(view, today)
        self.record.show_customer(view, today)
        self.note.set_note(view.card.fields.note)
        self.planned.show_follow_ups(view.follow_ups, today)
        is_there = view.card.archived_at is None and not view.card.fields.is_deceased
        self.planned.setEnabled(is_there)
        self._show_proposals(view, is_there=is_there and view.card.left_on is None)

    def open_tab(self, key: str) -> None:
        """One of timeline, note (only while the side is folded), purchases, points and answers (only where there are any), sent, record."""
        visible = self.tabs.isTabVisible
        is_there = {NOTE: self._is_folded, POINTS: visible(_POINTS_PLACE), ANSWERS: visible(_ANSWERS_PLACE)}
        if is_there.get(key, True):
            self.tabs.set_current(key)

    def set_folded(self, folded: bool) -> None:
        """Without room for a side column, what is to be remembered becomes a tab."""
        if folded is self._is_folded:
            return
        self._is_folded = folded
        if not folded and self.tabs.current() == NOTE:
            self.tabs.set_current(TIMELINE)
        self.tabs.setTabVisible(_NOTE_PLACE, folded)
        place = self._note_column if folded else self._side_column
        for position, card in enumerate((self.planned, self.note, self.proposals)):
            place.insertWidget(position, card)
        set_shown(self._side, not folded)
        for card in (self.planned, self.note, self.proposals):
            set_shown(card, card is not self.proposals or self._has_proposals)

    def set_side_width(self, width: int) -> None:
        self._side.setFixedWidth(width)

    def _build(self) -> None:
        self.head = CustomerHead()
        self.next_step = NextBar(self._context)
        self.facts = FactsCard()
        self.timeline = TimelineTab()
        self.purchases = PurchasesTab(self._context)
        self.points = PointsTab(self._context)
        self.answers = AnswersTab()
        self.sent = SentTab()
        self.record = RecordTab(self._context)
        self.note = NoteCard()
        self.planned = PlannedCard()
        self.proposals = ProposalCard(self._context)
        self._note_column = column(STRETCH, gap=12, margins=(12, 12, 12, 12))
        self._side_column = column(self.planned, self.note, self.proposals, STRETCH, gap=12)
        self._side = boxed(self._side_column)
        self.tabs = Tabs(name=self.tr("About this customer"))
        self._pages = _TabPages()
        for key, text, page in (
            (TIMELINE, self.tr("So far"), self.timeline),
            (NOTE, self.tr("Planned and to remember"), _scrolling(boxed(self._note_column))),
            (PURCHASES, self.tr("Purchases"), _scrolling(self.purchases)),
            (POINTS, self.tr("Points"), _scrolling(self.points)),
            (ANSWERS, self.tr("Surveys"), self.answers),
            (SENT, self.tr("Sent"), self.sent),
            (RECORD, self.tr("Record"), self.record),
        ):
            self.tabs.add(key, text)
            self._pages.addWidget(page)
        self.tabs.setTabVisible(_NOTE_PLACE, False)
        for place in (_POINTS_PLACE, _ANSWERS_PLACE):
            self.tabs.setTabVisible(place, False)
        box = _TabbedCard(self.tabs, self._pages)
        middle = row(gap=12)
        middle.addWidget(box, 1)
        middle.addWidget(self._side)
        self.body.addWidget(self.head)
        self.body.addWidget(self.next_step)
        self.body.addWidget(self.facts)
        self.body.addLayout(middle, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.head.act_requested.connect(self.act_requested)
        self.head.visit_requested.connect(self.visit_requested)
        self.head.back_requested.connect(self.back_requested)
        self.facts.weights_requested.connect(self._on_weights)
        self.next_step.act_requested.connect(self.act_requested)
        self.next_step.follow_up_act_requested.connect(self.follow_up_act_requested)
        self.next_step.voice_requested.connect(self._on_voice)
        self.sent.card_requested.connect(self._on_card)
        self.sent.measure_requested.connect(self._on_measure)
        self.record.edit_requested.connect(self._on_edit)
        self.record.customer_requested.connect(self._on_customer)
        self.record.household_act_requested.connect(self.household_act_requested)
        self.timeline.action_triggered.connect(self.purchase_act_requested)
        self.timeline.more_requested.connect(self.more_requested)
        self.purchases.action_triggered.connect(self.purchase_act_requested)
        self.answers.act_requested.connect(self.answer_act_requested)
        self.answers.talk_requested.connect(self.talk_requested)
        self.note.note_written.connect(self.note_written)
        self.planned.add_requested.connect(self._on_plan)
        self.planned.act_requested.connect(self.follow_up_act_requested)

    def _show_proposals(self, view: CustomerView, *, is_there: bool) -> None:
        """To whoever is gone nothing is suggested."""
        self._has_proposals = is_there
        set_shown(self.proposals, is_there)
        if is_there:
            fields = view.card.fields
            name = polite_name(fields.name, is_company=fields.kind is CustomerKind.COMPANY)
            self.proposals.show_customer(view.card.id, name)

    def _show_points(self, view: CustomerView, today: date) -> None:
        """A shop that never gave points has no such tab."""
        if view.points is None and self.tabs.current() == POINTS:
            self.tabs.set_current(TIMELINE)
        self.tabs.setTabVisible(_POINTS_PLACE, view.points is not None)
        self.points.show_customer(view, today)

    def _show_answers(self, view: CustomerView, today: date) -> None:
        """A shop that asks nothing has no such tab."""
        is_there = bool(view.answers or view.surveys)
        if not is_there and self.tabs.current() == ANSWERS:
            self.tabs.set_current(TIMELINE)
        self.tabs.setTabVisible(_ANSWERS_PLACE, is_there)
        self.answers.show_customer(view, today)

    def _on_card(self) -> None:
        self.act_requested.emit("card")

    def _on_measure(self, measure_id: int) -> None:
        self._context.navigate.show_page("measures", measure_id=measure_id)

    def _on_weights(self) -> None:
        self._context.navigate.show_page("settings", section="health")

    def _on_plan(self) -> None:
        self.act_requested.emit("plan")

    def _on_voice(self, inquiry_id: int) -> None:
        self._context.navigate.show_page("inquiries", inquiry_id=inquiry_id)

    def _on_customer(self, customer_id: int) -> None:
        self._context.navigate.show_page("customers", customer_id=customer_id)

    def _on_edit(self) -> None:
        self.act_requested.emit("edit")


class _TabPages(QStackedWidget):
    """Takes the height that is left; every page scrolls by itself."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme_of(self).px(150))

    def hasHeightForWidth(self) -> bool:
        return False


class _TabbedCard(Card):
    """Tabs at the upper edge of a card, their page below."""

    def __init__(self, tabs: Tabs, pages: QStackedWidget) -> None:
        super().__init__(gap=0)
        self._inner.set_margins(0, 3, 0, 4)
        self.add_list(boxed(column(boxed(column(tabs, margins=(8, 0, 8, 0))), pages, gap=0)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def _scrolling(page: QWidget) -> ScrollColumn:
    """A page that may be higher than its place."""
    place = ScrollColumn(gap=0)
    place.body.addWidget(page, 1)
    return place
