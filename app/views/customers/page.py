"""Customers: find somebody at the left, know him at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.context import AppContext
from app.domain.contacts import ContactKind
from app.domain.customer_rows import CustomerView
from app.domain.entities import Entity
from app.domain.errors import DomainError
from app.domain.formats import CountUnit, format_count
from app.jobs.job import JobControl
from app.views.customers.acts import CustomerActs
from app.views.customers.detail_pane import PURCHASES, CustomerDetail
from app.views.customers.list_pane import CustomerListPane
from app.views.follow_ups.acts import FollowUpActs
from app.views.moments import language
from app.views.pages.page import Page
from app.views.people.due_again import show_due_again
from app.views.people.export import save_list
from app.views.points.tier_hand_panel import open_tier_hand_panel
from app.views.theme import theme_of
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import column, row, set_shown
from app.views.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLDED_BELOW = 1180
SINGLE_BELOW = 1000
PLANS_FROM = 1280
LIST_WIDTH, NARROW_LIST_WIDTH = 304, 272
SIDE_WIDTH = 232
HISTORY, LONG_HISTORY = 200, 5000


class CustomersPage(Page):
    """`open_with(customer_id=…, tab=…)`, `open_with(is_first=True)` or, to pick several for post, `open_with(is_picking=True)`."""

    name = "customers"
    shows = frozenset(
        {Entity.CUSTOMER, Entity.CONTACT, Entity.PURCHASE, Entity.PRINT_RUN, Entity.STAFF, Entity.INQUIRY, Entity.SHOP}
        | {Entity.FOLLOW_UP, Entity.POINTS, Entity.CODE, Entity.PRODUCT, Entity.ANSWER, Entity.SURVEY, Entity.MEASURE, Entity.CONTRACT}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._shown = 0
        self._view: CustomerView | None = None
        self._tab = ""
        self._limit = HISTORY
        self._is_single = False
        self._has_reuse = False
        self._acts = CustomerActs(context, self)
        self._follow_ups = FollowUpActs(context, self)
        self._build()
        self._connect()
        self._fit()

    def refresh(self) -> None:
        self.list_pane.refresh()
        self.context.tasks.query(_lists_there, self._on_lists_there, owner=self, replaces="reuse")
        if self._shown:
            self._load()

    def open_with(self, **arguments: Any) -> None:
        self._tab = str(arguments.get("tab", ""))
        customer_id = arguments.get("customer_id")
        if isinstance(customer_id, int):
            self.list_pane.show_everyone()
            self._show(customer_id)
            self._set_single_shows(self.detail_place)
        elif arguments.get("is_picking"):
            self.list_pane.begin_picking()
            self._set_single_shows(self.list_pane)
        elif arguments.get("is_first"):
            self.list_pane.open_first()
            self._set_single_shows(self.detail_place)
        self.mark_stale()

    def trigger_primary(self) -> None:
        if self.detail.note.is_writing and self.detail.note.has_focus_inside():
            self.detail.note.finish()
        elif self._view is not None and self.detail.head.visit.isEnabled():
            self.detail.head.visit.click()

    def focus_search(self) -> None:
        self._set_single_shows(self.list_pane)
        self.list_pane.focus_search()

    def go_back(self) -> bool:
        """Back to the list, where the customer stands in its place; False when the list is there anyway."""
        if not self._is_single or self.detail_place.isHidden():
            return False
        self._set_single_shows(self.list_pane)
        self.list_pane.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Customers"))
        self.due = LinkButton(self.tr("Due again soon"))
        self.due.hide()
        self.groups = LinkButton(self.tr("Groups"))
        self._fill_groups_menu()
        self.save = LinkButton(self.tr("Save as CSV"))
        self.add = NormalButton(self.tr("Add a customer"), "plus")
        self.header.add(self.due)
        self.header.add(self.groups)
        self.header.add(self.save)
        self.header.add(self.add)
        self.list_pane = CustomerListPane(self.context)
        self.detail = CustomerDetail(self.context)
        self.hint = EmptyState("users", self.tr("Choose a customer"), self.tr("The list at the left shows everyone, last visit first."))
        self.detail_place = QStackedWidget()
        self.detail_place.addWidget(self.hint)
        self.detail_place.addWidget(self.detail)
        self._both = QWidget()
        both = row(self.list_pane, gap=16)
        both.addWidget(self.detail_place, 1)
        self._both.setLayout(both)
        self.empty = EmptyState(
            "users",
            self.tr("Nobody is registered yet"),
            self.tr("With your customers here you see who comes back, and whom to thank."),
            self.tr("Add a customer"),
            self.tr("Bring in a list"),
            action_icon="plus",
        )
        self.empty.hide()
        self.setLayout(column(self.header, self._both, self.empty, gap=14, margins=(24, 16, 24, 16)))

    def _fill_groups_menu(self) -> None:
        menu = QMenu(self.groups)
        menu.addAction(self.tr("Groups of customers"), self._on_groups)
        menu.addAction(self.tr("Put those listed into a group"), self._on_put_in)
        self.contracts = QAction(self.tr("Contracts and renewals"), self)
        self.contracts.triggered.connect(self._on_contracts)
        self.contracts.setVisible(False)
        menu.addAction(self.contracts)
        self.groups.setMenu(menu)

    def _connect(self) -> None:
        pane, detail = self.list_pane, self.detail
        pane.listed.connect(self._on_listed)
        pane.customer_chosen.connect(self._show)
        pane.customer_opened.connect(self._on_opened)
        pane.action_triggered.connect(self._on_list_act)
        pane.add_requested.connect(self._on_add_named)
        pane.print_requested.connect(self._on_print_picked)
        pane.group_requested.connect(self._put_in)
        pane.measure_requested.connect(self._on_measure_picked)
        detail.act_requested.connect(self._on_act)
        detail.visit_requested.connect(self._on_visit)
        detail.back_requested.connect(self.go_back)
        detail.purchase_act_requested.connect(self._on_purchase_act)
        detail.follow_up_act_requested.connect(self._follow_ups.perform)
        detail.note_written.connect(self._on_note)
        detail.more_requested.connect(self._on_more)
        detail.household_act_requested.connect(self._on_household_act)
        detail.answer_act_requested.connect(self._on_answer_act)
        detail.talk_requested.connect(self._on_talk)
        self.add.clicked.connect(self.context.navigate.add_customer)
        self.due.clicked.connect(self._on_due)
        self.save.clicked.connect(self._on_save)
        self.empty.action_clicked.connect(self.context.navigate.add_customer)
        self.empty.link_clicked.connect(self._on_import)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px = theme_of(self).px
        width = self.window().width()
        self.detail.set_folded(width < px(FOLDED_BELOW))
        self.detail.set_side_width(px(SIDE_WIDTH))
        single = width < px(SINGLE_BELOW)
        if single is not self._is_single:
            self._is_single = single
            self._set_single_shows(self.detail_place if self._shown and single else self.list_pane)
        self.list_pane.setMinimumWidth(px(NARROW_LIST_WIDTH))
        self.list_pane.setMaximumWidth(16777215 if single else px(LIST_WIDTH if width >= px(FOLDED_BELOW) else NARROW_LIST_WIDTH))
        self.detail.head.set_back_visible(single)
        self.detail.head.set_narrow(width < px(PLANS_FROM))
        self._show_tools()

    def _set_single_shows(self, part: QWidget) -> None:
        """While there is room for one side only, show this one; else both."""
        self.list_pane.setVisible(not self._is_single or part is self.list_pane)
        self.detail_place.setVisible(not self._is_single or part is self.detail_place)

    def _show(self, customer_id: int) -> None:
        if customer_id != self._shown:
            self._shown = customer_id
            self._limit = HISTORY
            self.list_pane.select(customer_id)
            self._load()

    def _load(self) -> None:
        customer_id, today, limit = self._shown, self.context.clock.today(), self._limit

        def op(session: Session, _control: JobControl) -> CustomerView:
            from app.queries.customer_page import customer_view

            return customer_view(session, customer_id, today, limit=limit)

        self.context.tasks.query(op, self._on_view, owner=self, failed=self._on_missing, replaces="customer")

    def _on_view(self, view: CustomerView) -> None:
        self._view = view
        if view.card.id != self._shown:
            return
        self.detail.show_customer(view)
        self.detail_place.setCurrentWidget(self.detail)
        if self._tab:
            tab, self._tab = self._tab, ""
            self.detail.open_tab(tab)

    def _on_missing(self, error: Exception) -> None:
        """An undo may have taken away the customer who is shown."""
        self._view, self._shown = None, 0
        self.detail_place.setCurrentWidget(self.hint)
        if not isinstance(error, DomainError):
            self.context.messages.error(error)

    def _on_lists_there(self, there: tuple[bool, bool]) -> None:
        self._has_reuse, has_contracts = there
        self.contracts.setVisible(has_contracts)
        self._show_tools()

    def _show_tools(self) -> None:
        """What stands beside the title, as far as there is room and somebody to list."""
        is_there = not self.empty.isVisibleTo(self)
        set_shown(self.due, is_there and self._has_reuse and self.window().width() >= theme_of(self).px(FOLDED_BELOW))
        for tool in (self.groups, self.save, self.add):
            set_shown(tool, is_there)

    def _on_listed(self) -> None:
        pane = self.list_pane
        nobody = pane.total() + pane.archived() == 0
        self.empty.setVisible(nobody)
        self._both.setVisible(not nobody)
        self._show_tools()
        self.header.set_fact("" if nobody else format_count(pane.total(), CountUnit.CUSTOMERS, language()))
        if not self._shown and not self._is_single and not pane.is_narrowed():
            pane.show_first()

    def _on_opened(self, customer_id: int) -> None:
        self._show(customer_id)
        self._set_single_shows(self.detail_place)

    def _on_list_act(self, act: str, customer_id: int) -> None:
        if act == "visit":
            self.context.navigate.record_visit(customer_id)
        elif act == "group":
            self._put_in([customer_id])
        else:
            self._acts.perform(act, customer_id)

    def _on_act(self, act: str) -> None:
        view = self._view
        if view is None:
            return
        opened: dict[str, Callable[[], None]] = {
            "plan": lambda: self._follow_ups.add(view.card.id),
            "edit": lambda: self._acts.edit(view.card.id),
            "merge": lambda: self._acts.merge(view.card.id),
            "call": lambda: self._acts.note_contact(view, ContactKind.PHONE),
            "talk": lambda: self._acts.note_contact(view, ContactKind.TALK),
            "voice": lambda: self._acts.receive_voice(view.card.id),
            "card": lambda: self._acts.print_card(view),
            "returned": lambda: self._acts.note_returned(view.card.id),
            "tier": lambda: self._choose_tier(view),
        }
        if act in opened:
            opened[act]()
        else:
            self._acts.perform(act, view.card.id)

    def _choose_tier(self, view: CustomerView) -> None:
        if view.tier is not None:
            open_tier_hand_panel(self.context, self.window(), view.card.id, view.tier)

    def _on_visit(self) -> None:
        if self._shown:
            self.context.navigate.record_visit(self._shown)

    def _on_purchase_act(self, act: str, row_id: int) -> None:
        if act == "reopen_follow_up":
            self._follow_ups.reopen(row_id)
        elif act == "delete_follow_up":
            self._follow_ups.delete(row_id)
        elif act == "open_answers":
            self._on_answer_act("open", row_id)
        elif act == "open_inquiry":
            self.context.navigate.show_page("inquiries", inquiry_id=row_id)
        elif act == "open_proposal":
            self.context.navigate.show_page("proposals", proposal_id=row_id)
        elif act == "open_contract":
            self.detail.open_tab(PURCHASES)
        elif self._view is not None:
            self._acts.perform_on_purchase(act, row_id, self._view)

    def _on_household_act(self, act: str, ids: list[int]) -> None:
        if self._view is not None:
            self._acts.perform_on_household(act, ids, self._view)

    def _on_answer_act(self, act: str, response_id: int) -> None:
        from app.views.surveys.answers_panel import perform_on_answers

        perform_on_answers(self.context, self, act, response_id)

    def _on_talk(self, survey_id: int) -> None:
        arguments = {"customer_id": self._shown, "is_talk": True}
        self.context.navigate.show_page("surveys", survey_id=survey_id, view="entry", **arguments)

    def _on_note(self, note: str) -> None:
        self._acts.write_note(self._shown, note)

    def _on_more(self) -> None:
        self._limit = LONG_HISTORY
        self._load()

    def _on_add_named(self, name: str) -> None:
        self._acts.add_named(name)

    def _on_import(self) -> None:
        self.context.navigate.show_page("import")

    def _on_contracts(self) -> None:
        self.context.navigate.show_page("contracts")

    def _on_due(self) -> None:
        show_due_again(self.context)

    def _on_groups(self) -> None:
        self.context.navigate.show_page("groups")

    def _on_print_picked(self, ids: list[int]) -> None:
        self.list_pane.end_picking()
        self.context.navigate.show_page("printing", customer_ids=ids)

    def _on_measure_picked(self, ids: list[int]) -> None:
        self.list_pane.end_picking()
        self.context.navigate.show_page("measures", customer_ids=ids)

    def _on_put_in(self) -> None:
        self._put_in(self.list_pane.shown_ids())

    def _put_in(self, ids: list[int]) -> None:
        from app.views.groups.put_in_panel import open_put_in_panel

        if ids:
            open_put_in_panel(self.context, self.window(), ids)

    def _on_save(self) -> None:
        pane = self.list_pane
        save_list(self, self.context, self.tr("Customers"), pane.shown_ids() if pane.is_narrowed() else None)


def _lists_there(session: Session, _control: JobControl) -> tuple[bool, bool]:
    """Whether there is anything that is due again, and any contract."""
    from app.queries.contracts import has_contracts
    from app.queries.cyclic import has_reuse

    return has_reuse(session), has_contracts(session)
