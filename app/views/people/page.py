"""The names behind a figure, and what can be done for exactly those people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from app.context import AppContext
from app.domain.customer_rows import CustomerListRow
from app.domain.entities import Entity
from app.domain.formats import CountUnit, format_count
from app.itemmodels.customer_list import CustomerListModel
from app.jobs.job import JobControl
from app.views.labels_customers import customer_row
from app.views.moments import language
from app.views.pages.page import Page
from app.views.people.export import save_list
from app.views.people.reasons import Names, names_behind, reason_text
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import column
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.figures import PeopleSpec


class PeoplePage(Page):
    """`open_with(spec=…, title=…)` or `open_with(customer_ids=…, title=…)`."""

    name = "people"
    shows = frozenset({Entity.CUSTOMER, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT, Entity.GROUP})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._spec: PeopleSpec | None = None
        self._fixed: list[int] = []
        self._title = ""
        self._names = Names([])
        self._model = CustomerListModel()
        self._build()
        self._connect()

    def open_with(self, **arguments: Any) -> None:
        self._spec = arguments.get("spec")
        self._fixed = list(arguments.get("customer_ids", ()))
        self._title = str(arguments.get("title", ""))
        self.mark_stale()

    def refresh(self) -> None:
        spec, fixed = self._spec, self._fixed

        def op(session: Session, _control: JobControl) -> Names:
            return Names(fixed) if spec is None else names_behind(session, spec)

        self.context.tasks.query(op, self._on_names, owner=self, replaces="people")

    def trigger_primary(self) -> None:
        if self._print.isEnabled():
            self._print.click()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("List of names"), is_title_long=True)
        self.back = self._header.add_back(self.tr("Back"))
        self._save = NormalButton(self.tr("Save the list"))
        self.group = NormalButton(self.tr("Put into a group"))
        self._print = PrimaryButton(self.tr("Print thank-you cards"), "printer")
        self.measure = NormalButton(self.tr("Campaign"), "megaphone")
        self.measure.setToolTip(self.tr("Campaign for these people"))
        self._header.add(self.measure)
        self._header.add(self.group)
        self._header.add(self._save)
        self._header.set_primary(self._print)
        self._list = RowList(self.tr("Customers"))
        self._list.set_model(self._model, self._content)
        self._empty = EmptyState(
            "users", self.tr("Nobody is behind this figure"), self.tr("As soon as there is someone, the names are listed here.")
        )
        self._empty.hide()
        card = Card()
        card.add_list(self._list)
        card.add(self._empty)
        self.setLayout(column(self._header, card, gap=12, margins=(24, 16, 24, 16)))

    def _connect(self) -> None:
        self._model.rows_needed.connect(self._on_rows_needed)
        self.back.clicked.connect(self.context.navigate.go_back)
        self._list.activated_key.connect(self._on_opened)
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self.group.clicked.connect(self._on_group)
        self.measure.clicked.connect(self._on_measure)

    def _content(self, index: QModelIndex | QPersistentModelIndex) -> RowContent:
        row = self._model.row_at(index.row())
        if row is None:
            return RowContent(self._model.id_at(index.row()), "…")
        today = self.context.clock.today()
        shown = customer_row(row, today)
        reason = self._names.reasons.get(row.id)
        return shown if reason is None else replace(shown, detail=reason_text(reason, today))

    def _on_names(self, names: Names) -> None:
        ids, self._names = names.ids, names
        self._model.set_ids(ids)
        self._header.set_title(self._title or self.tr("List of names"))
        self._header.set_fact(format_count(len(ids), CountUnit.CUSTOMERS, language()))
        self._print.setEnabled(bool(ids))
        self._save.setEnabled(bool(ids))
        self.group.setEnabled(bool(ids))
        self.measure.setEnabled(bool(ids))
        self._list.setVisible(bool(ids))
        self._empty.setVisible(not ids)

    def _on_rows_needed(self, first: int, ids: list[int]) -> None:
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[int, list[CustomerListRow]]:
            from app.queries.customers import list_rows

            return first, list_rows(session, ids, today)

        self.context.tasks.query(op, self._on_rows, owner=self)

    def _on_rows(self, answer: tuple[int, list[CustomerListRow]]) -> None:
        self._model.take(*answer)

    def _on_opened(self, key: object) -> None:
        self.context.navigate.show_page("customers", customer_id=key)

    def _on_print(self) -> None:
        self.context.navigate.show_page("printing", customer_ids=self._names.ids, title=self._title)

    def _on_group(self) -> None:
        from app.views.groups.put_in_panel import open_put_in_panel

        open_put_in_panel(self.context, self.window(), self._names.ids, self._title)

    def _on_measure(self) -> None:
        self.context.navigate.show_page("measures", customer_ids=self._names.ids, title=self._title)

    def _on_save(self) -> None:
        save_list(self, self.context, self._title or self.tr("List of names"), self._names.ids)
