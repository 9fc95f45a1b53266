"""The left side of the customers' page: search, filters, the list itself, its order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.context import AppContext
from app.domain.customer_rows import CustomerFilter, CustomerListRow, CustomerSort
from app.domain.formats import CountUnit, format_count
from app.itemmodels.customer_list import CustomerListModel
from app.jobs.job import JobControl
from app.views.customers.picking import Picked, PickingBar
from app.views.labels import label_of
from app.views.labels_customers import FILTER_NAMES, SORT_NAMES, customer_row, row_sentence
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, escape_mnemonic
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import boxed, column, row
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CONTEXT = "CustomerList"
SORT_SETTING = "customers_sort"
_COUNTED = (CustomerFilter.MINE, CustomerFilter.REGULARS, CustomerFilter.ATTENTION, CustomerFilter.SECOND_VISIT)
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Found:
    ids: list[int]
    counts: Mapping[CustomerFilter, int] | None


class CustomerListPane(Card):
    """`customer_chosen` when the selection moves, `customer_opened` on a press or Enter."""

    customer_chosen = Signal(int)
    customer_opened = Signal(int)
    action_triggered = Signal(str, int)
    add_requested = Signal(str)
    print_requested = Signal(list)
    group_requested = Signal(list)
    measure_requested = Signal(list)
    listed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self._current = 0
        self._place = 0
        self._opens_first = False
        self._is_search_new = False
        self._model = CustomerListModel(self._sentence)
        self._picked = Picked()
        self._text = ""
        self._filter = CustomerFilter.ALL
        self._sort = self._remembered_sort()
        self._counts: Mapping[CustomerFilter, int] = {}
        self._build()
        self._connect()

    @property
    def current(self) -> int:
        """The customer the list stands on; 0 for nobody."""
        return self._current

    @property
    def filter(self) -> CustomerFilter:
        return self._filter

    def total(self) -> int:
        """Everyone who is not archived."""
        return self._counts.get(CustomerFilter.ALL, 0)

    def archived(self) -> int:
        return self._counts.get(CustomerFilter.ARCHIVED, 0)

    def shown_ids(self) -> list[int]:
        return self._model.ids()

    def is_narrowed(self) -> bool:
        """Whether fewer than everyone are listed."""
        return bool(self._text.strip()) or self._filter is not CustomerFilter.ALL

    def refresh(self) -> None:
        """Ask for the list and the counts anew."""
        self._ask(with_counts=True)

    def select(self, customer_id: int) -> None:
        """Stand on this customer, if it is in the list; what is searched for stays."""
        self._current = customer_id
        self._show_current()

    def open_first(self) -> None:
        """Stand on the first of the list as soon as it is known."""
        self._opens_first = True

    def show_first(self) -> None:
        """Stand on the first of the list as it is."""
        if self._model.rowCount():
            self._go(0)

    def show_everyone(self) -> None:
        """Give up the search and the filter, so that any customer can be stood on."""
        self._text, self._filter = "", CustomerFilter.ALL
        self.search.clear()
        self.search.send_now()
        self.chips.set_current(self._filter)

    def picked_ids(self) -> list[int]:
        return self._picked.ids()

    def begin_picking(self) -> None:
        """Boxes before the rows, and what can be done with those that are picked."""
        self._picked.is_picking = True
        self._show_picked()

    def end_picking(self) -> None:
        self._picked.is_picking = False
        self._picked.clear()
        self._show_picked()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        self.search = SearchField(self.tr("Find by name, reading, phone"))
        self.chips = FilterChips(self._filter_options(), CustomerFilter.ALL, self.tr("Which customers"))
        self.list = RowList(self.tr("Customers"), row_height=60)
        self.list.set_model(self._model, self._content)
        self.list.set_open_on_click(True)
        self.list.set_pickable()
        self.nobody = EmptyState("search", self.tr("Nobody found"), "", "", self.tr("Add as a new customer"))
        self.nobody.hide()
        self._fact = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.sort_button = LinkButton(self.tr("Sort"), small=True)
        self._sort_menu = QMenu(self.sort_button)
        self.sort_button.setMenu(self._sort_menu)
        for sort in CustomerSort:
            entry = self._sort_menu.addAction(escape_mnemonic(label_of(sort, SORT_NAMES, CONTEXT)))
            entry.setCheckable(True)
            entry.setData(sort.value)
        self._sort_menu.aboutToShow.connect(self._on_sort_menu)
        self.body.insertWidget(0, boxed(column(self.search, self.chips, gap=8)))
        self.add_list(boxed(column(self.list, self.nobody, gap=0)))
        self.pick_button = LinkButton(self.tr("Pick several"), small=True)
        line = row(gap=8)
        line.addWidget(self._fact, 1)
        line.addWidget(self.pick_button)
        line.addWidget(self.sort_button)
        self.picking = PickingBar()
        self.picking.hide()
        self.set_footer(column(line, self.picking, gap=8))

    def _connect(self) -> None:
        self.search.search_changed.connect(self._on_search)
        self.search.returnPressed.connect(self._on_search_entered)
        self.search.down_pressed.connect(self._on_down)
        self.chips.changed.connect(self._on_filter)
        self._sort_menu.triggered.connect(self._on_sort)
        self._context.settings.changed.connect(self._on_setting)
        self._model.rows_needed.connect(self._on_rows_needed)
        self.list.current_changed.connect(self._on_current)
        self.list.activated_key.connect(self._on_activated)
        self.list.action_triggered.connect(self._on_action)
        self.list.check_clicked.connect(self._on_picked)
        self.list.pick_requested.connect(self._on_picked)
        self.list.all_requested.connect(self._on_all_picked)
        self.pick_button.clicked.connect(self._on_pick_several)
        self.picking.all_requested.connect(self._on_all_picked)
        self.picking.print_requested.connect(self._on_print_picked)
        self.picking.group_requested.connect(self._on_group_picked)
        self.picking.measure_requested.connect(self._on_measure_picked)
        self.picking.ended.connect(self._on_picking_ended)
        self.nobody.link_clicked.connect(self._on_add)

    def _ask(self, *, with_counts: bool) -> None:
        today = self._context.clock.today()
        text, filter_by, sort_by, staff = self._text, self._filter, self._sort, self._context.settings.staff_name

        def op(session: Session, _control: JobControl) -> _Found:
            from app.queries.customers import customer_ids, filter_counts

            counts = filter_counts(session, today, staff=staff) if with_counts else None
            ids = customer_ids(session, today, text=text, filter_by=filter_by, sort_by=sort_by, staff=staff)
            return _Found(ids.tolist(), counts)

        replaces = "everything" if with_counts else "search"
        self._context.tasks.query(op, self._on_found, owner=self, replaces=replaces)

    def _on_found(self, found: _Found) -> None:
        if found.counts is not None:
            self._counts = found.counts
            self.chips.set_options(self._filter_options(), self._filter)
        self._model.set_ids(found.ids)
        self.list.setVisible(bool(found.ids))
        self.nobody.setVisible(not found.ids)
        self.nobody.link.setVisible(bool(self._text.strip()))
        self._fact.setText(
            self.tr("{count} · {order}").format(
                count=format_count(len(found.ids), CountUnit.CUSTOMERS, language()), order=label_of(self._sort, SORT_NAMES, CONTEXT)
            )
        )
        self._stand()
        self.listed.emit()

    def _stand(self) -> None:
        """Find the place again: on the customer shown, or when he has left the list, on who stands there now."""
        count = self._model.rowCount()
        is_new, self._is_search_new = self._is_search_new, False
        if self._opens_first and count:
            self._opens_first = False
            self._go(0)
        elif self._model.place_of(self._current) >= 0:
            self._show_current()
        elif count and self._current and not is_new:
            self._go(min(self._place, count - 1))
        elif count:
            self.list.scrollToTop()

    def _go(self, place: int) -> None:
        self.list.setCurrentIndex(self._model.index(place))
        self.list.scrollTo(self._model.index(place))

    def _show_current(self) -> None:
        place = self._model.place_of(self._current)
        if place < 0:
            self.list.clearSelection()
        elif place != self.list.currentIndex().row():
            self._go(place)

    def _content(self, index: _AnyIndex) -> RowContent:
        found = self._model.row_at(index.row())
        if found is None:
            return RowContent(self._model.id_at(index.row()), "…", detail=" ")
        content = customer_row(found, self._context.clock.today(), actions=self._actions())
        if not self._picked.is_picking:
            return content
        return replace(content, avatar="", checked=self._picked.has(found.id), square=True)

    def _actions(self) -> tuple[RowAction, ...]:
        if self._filter is CustomerFilter.ARCHIVED:
            return (RowAction("restore", self.tr("Bring back"), shown=False),)
        return (
            RowAction("visit", self.tr("Record a visit"), shown=False),
            RowAction("group", self.tr("Put into a group"), shown=False),
            RowAction("archive", self.tr("Archive"), key="Del", shown=False),
        )

    def _sentence(self, found: CustomerListRow) -> str:
        words = row_sentence(found, self._context.clock.today())
        return self.tr("{customer}, picked").format(customer=words) if self._picked.has(found.id) else words

    def _show_picked(self) -> None:
        self.picking.show_count(len(self._picked.ids()))
        self.picking.setVisible(self._picked.is_picking)
        self.pick_button.setVisible(not self._picked.is_picking)
        self._model.refresh_rows()

    def _filter_options(self) -> list[tuple[CustomerFilter, str, int | None]]:
        return [
            (choice, label_of(choice, FILTER_NAMES, CONTEXT), self._counts.get(choice) if choice in _COUNTED else None)
            for choice in CustomerFilter
            if choice is not CustomerFilter.MINE or self._counts.get(choice) or choice is self._filter
        ]

    def _remembered_sort(self) -> CustomerSort:
        kept = self._context.settings.remembered(SORT_SETTING, CustomerSort.LAST_VISIT.value)
        return CustomerSort(kept) if kept in set(CustomerSort) else CustomerSort.LAST_VISIT

    def _on_search(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._is_search_new = True
            self._ask(with_counts=False)

    def _on_search_entered(self) -> None:
        if self._text.strip():
            self.open_first()
            self._ask(with_counts=False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_down(self) -> None:
        if self._model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self._go(0)

    def _on_setting(self, name: str) -> None:
        """Somebody else works here now: other customers are mine, or none."""
        if name == "staff_name":
            if self._filter is CustomerFilter.MINE:
                self._filter = CustomerFilter.ALL
            self.refresh()

    def _on_filter(self, chosen: object) -> None:
        if isinstance(chosen, CustomerFilter):
            self._filter = chosen
            self._is_search_new = True
            self._ask(with_counts=False)

    def _on_sort_menu(self) -> None:
        for entry in self._sort_menu.actions():
            entry.setChecked(entry.data() == self._sort.value)

    def _on_sort(self, entry: object) -> None:
        self._sort = CustomerSort(entry.data())  # type: ignore[attr-defined]
        self._context.settings.remember(SORT_SETTING, self._sort.value)
        self._is_search_new = True
        self._ask(with_counts=False)

    def _on_rows_needed(self, ticket: int, ids: list[int]) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[int, list[CustomerListRow]]:
            from app.queries.customers import list_rows

            return ticket, list_rows(session, ids, today)

        self._context.tasks.query(op, self._on_rows, owner=self)

    def _on_rows(self, answer: tuple[int, list[CustomerListRow]]) -> None:
        self._model.take(*answer)

    def _on_current(self, key: object) -> None:
        if isinstance(key, int):
            self._place = self.list.currentIndex().row()
            if key != self._current:
                self._current = key
                self.customer_chosen.emit(key)

    def _on_activated(self, key: object) -> None:
        if isinstance(key, int):
            self.customer_opened.emit(key)

    def _on_action(self, action: str, key: object) -> None:
        if isinstance(key, int):
            self.action_triggered.emit(action, key)

    def _on_picked(self, key: object, is_range: bool = False) -> None:
        if not isinstance(key, int):
            return
        begin, end = sorted((max(self.list.currentIndex().row(), 0), self._model.place_of(key)))
        if is_range:
            self._picked.add(self._model.ids()[begin : end + 1])
        else:
            self._picked.toggle(key)
        self.begin_picking()

    def _on_all_picked(self) -> None:
        self._picked.add(self._model.ids())
        self.begin_picking()

    def _on_pick_several(self) -> None:
        self.begin_picking()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print_picked(self) -> None:
        self.print_requested.emit(self._picked.ids())

    def _on_group_picked(self) -> None:
        self.group_requested.emit(self._picked.ids())

    def _on_measure_picked(self) -> None:
        self.measure_requested.emit(self._picked.ids())

    def _on_picking_ended(self) -> None:
        self.end_picking()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.add_requested.emit(self._text.strip())
