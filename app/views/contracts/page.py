"""契約・更新の一覧: all contracts by what is due, and what customers need next; and what can be done for exactly those people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.contracts import ContractRow, ContractView
from app.domain.dates import DateStyle
from app.domain.entities import Entity
from app.domain.formats import CountUnit, format_count
from app.domain.imports import ImportKind
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of
from app.domain.needs import NextDue
from app.domain.text import fold
from app.jobs.job import JobControl
from app.views.contracts.words import days_text, price_text, state_chip
from app.views.labels import translated
from app.views.moments import day_text, language
from app.views.pages.page import Page
from app.views.people.export import save_list
from app.views.theme import theme_of
from app.views.widgets.buttons import MenuButton, NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.layouts import column, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.table_view import Column, SimpleTable
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NEEDS = "needs"
ROOMY_FROM = 1000
STAFF_FROM = 720
_MEASURED_ROWS = 60
COLUMNS = ("customer", "plan", "price", "start", "renews", "left", "ended", "reason", "staff")
NAMES: dict[object, str] = {
    ContractView.DUE_30: QT_TRANSLATE_NOOP("ContractViews", "Within 30 days"),
    ContractView.DUE_60: QT_TRANSLATE_NOOP("ContractViews", "Within 60 days"),
    ContractView.DUE_90: QT_TRANSLATE_NOOP("ContractViews", "Within 90 days"),
    ContractView.RUNNING: QT_TRANSLATE_NOOP("ContractViews", "Running"),
    ContractView.ENDED: QT_TRANSLATE_NOOP("ContractViews", "Over"),
    NEEDS: QT_TRANSLATE_NOOP("ContractViews", "Needed next"),
}


@dataclass(frozen=True, slots=True)
class _Shown:
    view: object
    contracts: tuple[ContractRow, ...]
    needs: tuple[NextDue, ...]
    counts: dict[ContractView, int]
    currency: str


class ContractsPage(Page):
    """`open_with(view=ContractView | "needs")`."""

    name = "contracts"
    shows = frozenset({Entity.CONTRACT, Entity.CUSTOMER, Entity.PURCHASE, Entity.PRODUCT, Entity.SHOP})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._view: object = ContractView.DUE_90
        self._shown = _Shown(self._view, (), (), {}, "JPY")
        self._rows: list[tuple[int, list[str]]] = []
        self._people: dict[int, int] = {}
        self._build()
        self._connect()

    def open_with(self, **arguments: Any) -> None:
        self._view = arguments.get("view", self._view)
        self.mark_stale()

    def refresh(self) -> None:
        view, today = self._view, self.context.clock.today()

        def op(session: Session, _control: JobControl) -> _Shown:
            from app.queries.contracts import contract_rows, view_counts
            from app.queries.needs import next_due
            from app.queries.shop import shop_fields

            counts, needs, currency = view_counts(session, today), next_due(session, today), shop_fields(session).currency
            rows = contract_rows(session, today, view) if isinstance(view, ContractView) else ()
            return _Shown(view, rows, needs, counts, currency)

        self.context.tasks.query(op, self._on_shown, owner=self, replaces="contracts")

    def trigger_primary(self) -> None:
        if self.plan.isEnabled():
            self.plan.click()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Contracts and renewals"), is_title_long=True)
        self.back = self._header.add_back(self.tr("Back"))
        self.more = MenuButton(name=self.tr("More for those listed"))
        self.more.add_action(self.tr("Put into a group"), self._on_group, icon="users")
        self.more.add_action(self.tr("Campaign for these people"), self._on_measure, icon="megaphone")
        self.more.add_action(self.tr("Save the list"), self._on_save, icon="download")
        self.more.add_action(self.tr("Bring in a list of contracts"), self._on_import, icon="upload")
        self.letter = NormalButton(self.tr("Print letters"), "printer")
        self.plan = PrimaryButton(self.tr("Plan follow-ups"), "calendar")
        for button in (self.more, self.letter):
            self._header.add(button)
        self._header.set_primary(self.plan)
        self.search = SearchField(self.tr("Name or contract"))
        self.views = FilterChips([(key, translated("ContractViews", name), None) for key, name in NAMES.items()], self._view)
        self.table = self._make_table()
        self.needs = self._make_needs_table()
        self._keys = KeyHints([("Enter", self.tr("open the customer"))])
        self._nothing = EmptyState(
            "circle-check", self.tr("There is nothing here"), self.tr("Another choice above, or another word, may help.")
        )
        self.empty = EmptyState(
            "file-text",
            self.tr("No contracts yet"),
            self.tr("Memberships, maintenance, courses: add them on a customer's page under Purchases, and no renewal is forgotten."),
            self.tr("Bring in a list of contracts"),
        )
        self._card = Card()
        self._card.add(self.views)
        self._card.add(self.search)
        for part in (self.table, self.needs, self._nothing):
            self._card.add(part, 1)
        self._card.add(self._keys)
        hidden: tuple[QWidget, ...] = (self._card, self.needs, self._nothing, self.empty)
        for late in hidden:
            late.hide()
        self.plan.setEnabled(False)
        self.letter.setEnabled(False)
        self.setLayout(column(self._header, self._card, self.empty, gap=12, margins=(24, 16, 24, 16)))

    def _make_table(self) -> SimpleTable:
        columns = [
            Column("customer", self.tr("Customer"), stretch=True),
            Column("plan", self.tr("Contract")),
            Column("price", self.tr("Price"), numeric=True),
            Column("start", self.tr("Since")),
            Column("renews", self.tr("Renewal")),
            Column("left", self.tr("Stands")),
            Column("ended", self.tr("Ended on")),
            Column("reason", self.tr("Why it ended")),
            Column("staff", self.tr("In charge")),
        ]
        table = SimpleTable(columns, self.tr("Contracts"), row_height=36)
        table.header.setResizeContentsPrecision(_MEASURED_ROWS)
        return table

    def _make_needs_table(self) -> SimpleTable:
        columns = [
            Column("customer", self.tr("Customer"), stretch=True),
            Column("title", self.tr("What")),
            Column("due", self.tr("Due on")),
            Column("left", self.tr("Left")),
            Column("bought", self.tr("Bought on")),
        ]
        return SimpleTable(columns, self.tr("Needed next"), row_height=36)

    def _connect(self) -> None:
        self.back.clicked.connect(self.context.navigate.go_back)
        self.views.changed.connect(self._on_view)
        self.search.search_changed.connect(self._show_rows)
        self.table.key_activated.connect(self._on_opened)
        self.needs.key_activated.connect(self._on_opened)
        self.letter.clicked.connect(self._on_letter)
        self.plan.clicked.connect(self._on_plan)
        self.empty.action_clicked.connect(self._on_import)

    def _on_shown(self, shown: _Shown) -> None:
        self._shown = shown
        counts: dict[object, int] = {view: count for view, count in shown.counts.items()}
        counts[NEEDS] = len(shown.needs)
        self.views.set_options([(key, translated("ContractViews", name), counts[key]) for key, name in NAMES.items()], shown.view)
        has_any = any(counts.values())
        set_shown(self._card, has_any)
        set_shown(self.empty, not has_any)
        self._show_rows()

    def _show_rows(self, _text: str = "") -> None:
        wanted, is_of_needs = fold(self.search.text()), self._shown.view == NEEDS
        self._people, rows = {}, []
        lines = [self._need_line(row) for row in self._shown.needs] if is_of_needs else [self._line(row) for row in self._shown.contracts]
        for number, (customer, cells) in enumerate(lines):
            if wanted in fold(" ".join(cells[:2])):
                rows.append((number, cells))
                self._people[number] = customer
        table, other = (self.needs, self.table) if is_of_needs else (self.table, self.needs)
        table.set_rows(rows)
        self._fit_columns()
        set_shown(table, bool(rows))
        set_shown(other, False)
        set_shown(self._nothing, not rows)
        set_shown(self._keys, bool(rows))
        people = len(self._customers())
        self._header.set_fact(format_count(people, CountUnit.CUSTOMERS, language()) if people else "")
        for button in (self.plan, self.letter):
            button.setEnabled(bool(people))

    def _fit_columns(self) -> None:
        """Only those that say something here, the first day and who is in charge where there is room for them."""
        is_over = self._shown.view is ContractView.ENDED
        hidden = {
            "start": self.width() < theme_of(self).px(ROOMY_FROM),
            "renews": is_over,
            "left": is_over,
            "ended": not is_over,
            "reason": not is_over,
            "staff": self.width() < theme_of(self).px(STAFF_FROM) or not any(row.staff for row in self._shown.contracts),
        }
        wanted = [hidden.get(key, False) for key in COLUMNS]
        if wanted == [self.table.isColumnHidden(place) for place in range(len(COLUMNS))]:
            return
        for place, is_hidden in enumerate(wanted):
            self.table.setColumnHidden(place, is_hidden)
        # What was hidden has not been measured.
        self.table.fit_columns()

    def _line(self, row: ContractRow) -> tuple[int, list[str]]:
        chip = state_chip(row)
        cells = [
            row.customer,
            row.plan,
            price_text(row.price, row.price_every, currency_of(self._shown.currency)),
            day_text(row.started_on, DateStyle.TABLE),
            "" if row.renews_on is None else day_text(row.renews_on, DateStyle.TABLE),
            chip[0] if chip is not None else "",
            "" if row.ended_on is None else day_text(row.ended_on, DateStyle.TABLE),
            row.reason,
            row.staff,
        ]
        return row.customer_id, cells

    def _need_line(self, row: NextDue) -> tuple[int, list[str]]:
        bought = "" if row.bought is None else day_text(row.bought, DateStyle.TABLE)
        return row.customer_id, [row.customer, row.title, day_text(row.due, DateStyle.TABLE), days_text(row.days_left), bought]

    def _customers(self) -> list[int]:
        """Those listed, each once, in the order of the list."""
        return list(dict.fromkeys(self._people.values()))

    def _title(self) -> str:
        return translated("ContractViews", NAMES[self._shown.view])

    def _on_view(self, view: object) -> None:
        self._view = view
        self.refresh()

    def _on_opened(self, key: object) -> None:
        customer = self._people.get(key) if isinstance(key, int) else None
        if customer is not None:
            self.context.navigate.show_page("customers", customer_id=customer, tab="purchases")

    def _on_plan(self) -> None:
        from app.views.follow_ups.panel import open_follow_ups

        note = self.tr("Renewal of the contract") if isinstance(self._shown.view, ContractView) else self.tr("Needed again")
        open_follow_ups(self.context, self.window(), self._customers(), note=note)

    def _on_letter(self) -> None:
        self.context.navigate.show_page("printing", customer_ids=self._customers(), title=self._title())

    def _on_group(self) -> None:
        from app.views.groups.put_in_panel import open_put_in_panel

        open_put_in_panel(self.context, self.window(), self._customers(), self._title())

    def _on_measure(self) -> None:
        self.context.navigate.show_page("measures", customer_ids=self._customers(), title=self._title())

    def _on_save(self) -> None:
        save_list(self, self.context, self._title(), self._customers())

    def _on_import(self) -> None:
        self.context.navigate.show_page("import", kind=ImportKind.CONTRACTS)
