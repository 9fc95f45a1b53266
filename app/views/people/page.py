"""The names behind a figure, and what can be done for exactly those people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from app.context import AppContext
from app.domain.customer_rows import CustomerListRow
from app.domain.cyclic import DueAgain
from app.domain.entities import Entity
from app.domain.figures import DueAgainSoon, PointsLapsing
from app.domain.formats import CountUnit, format_count
from app.itemmodels.customer_list import CustomerListModel
from app.jobs.job import JobControl
from app.views.labels_customers import customer_row
from app.views.moments import day_text, language
from app.views.pages.page import Page
from app.views.people.due_again import due_text
from app.views.people.export import save_list
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import column
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.figures import PeopleSpec


DUE_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is listed, in order; where the list is about that, what each needs again, and how many points lapse from which day on."""

    ids: list[int]
    lapses: Mapping[int, tuple[int, date]] = field(default_factory=dict)
    due: Mapping[int, Sequence[DueAgain]] = field(default_factory=dict)


class PeoplePage(Page):
    """`open_with(spec=…, title=…)` or `open_with(customer_ids=…, title=…)`."""

    name = "people"
    shows = frozenset({Entity.CUSTOMER, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._spec: PeopleSpec | None = None
        self._fixed: list[int] = []
        self._title = ""
        self._names = _Names([])
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

        def op(session: Session, _control: JobControl) -> _Names:
            if spec is None:
                return _Names(fixed)
            if isinstance(spec, DueAgainSoon):
                return _due_again(session, spec)
            if isinstance(spec, PointsLapsing):
                return _lapsing(session, spec)
            from app.queries.customers import in_kana_order
            from app.queries.people import people_behind

            return _Names(in_kana_order(session, people_behind(session, spec)))

        self.context.tasks.query(op, self._on_names, owner=self, replaces="people")

    def trigger_primary(self) -> None:
        if self._print.isEnabled():
            self._print.click()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("List of names"))
        self.back = self._header.add_back(self.tr("Back"))
        self._save = NormalButton(self.tr("Save the list"), "download")
        self._print = PrimaryButton(self.tr("Print thank-you cards"), "printer")
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

    def _content(self, index: QModelIndex | QPersistentModelIndex) -> RowContent:
        row = self._model.row_at(index.row())
        if row is None:
            return RowContent(self._model.id_at(index.row()), "…")
        today = self.context.clock.today()
        shown = customer_row(row, today)
        why = self._why(row.id, today)
        return replace(shown, detail=why) if why else shown

    def _why(self, customer_id: int, today: date) -> str:
        """What the list says of one customer, where it is about more than names."""
        if (due := self._names.due.get(customer_id)) is not None:
            return due_text(due[:DUE_NAMED], today)
        if (lapse := self._names.lapses.get(customer_id)) is not None:
            words = self.tr("%n point(s) lapse, the first of them count up to and including {day}", "", lapse[0])
            return words.format(day=day_text(lapse[1], today=today))
        return ""

    def _on_names(self, names: _Names) -> None:
        ids, self._names = names.ids, names
        self._model.set_ids(ids)
        self._header.set_title(self._title or self.tr("List of names"))
        self._header.set_fact(format_count(len(ids), CountUnit.CUSTOMERS, language()))
        self._print.setEnabled(bool(ids))
        self._save.setEnabled(bool(ids))
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

    def _on_save(self) -> None:
        save_list(self, self.context, self._title or self.tr("List of names"), self._names.ids)


def _due_again(session: Session, spec: DueAgainSoon) -> _Names:
    """The longest overdue first."""
    from app.queries.cyclic import due_again_rows

    due: dict[int, list[DueAgain]] = {}
    for row in due_again_rows(session, spec.day, spec.days_ahead, product_id=spec.product_id):
        due.setdefault(row.customer_id, []).append(row)
    return _Names(list(due), due=due)


def _lapsing(session: Session, spec: PointsLapsing) -> _Names:
    """Most points first."""
    from app.queries.customers import in_kana_order
    from app.queries.point_lapse import lapses_within

    lapses = lapses_within(session, spec.period)
    ids = in_kana_order(session, list(lapses))
    return _Names(sorted(ids, key=lambda number: -lapses[number][0]), lapses=lapses)
