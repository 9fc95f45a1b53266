"""A list of customers by sorted ids: the rows of what is looked at are asked for page by page, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from app.domain.customer_rows import CustomerListRow

PAGE = 100
KEPT_PAGES = 60

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class CustomerListModel(QAbstractListModel):
    """`rows_needed(ticket, ids)` asks for the rows of a page; answer with `take(ticket, rows)`. Until then a row is what was
    last known of the customer, or None."""

    rows_needed = Signal(int, list)

    def __init__(self, sentence_of: Callable[[CustomerListRow], str] | None = None) -> None:
        """`sentence_of` makes what a screen reader says of a row."""
        super().__init__()
        self._sentence_of = sentence_of
        self._ids: list[int] = []
        self._pages: dict[int, dict[int, CustomerListRow]] = {}
        self._last_known: dict[int, CustomerListRow] = {}
        self._asked: dict[int, int] = {}
        self._wanted: list[int] = []
        self._tickets = 0
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.timeout.connect(self._on_ask)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these customers, in this order; what is known of them is shown until it is asked for anew."""
        if list(ids) == self._ids:
            self.refresh_rows()
            return
        self.beginResetModel()
        self._ids = list(ids)
        self._age()
        self.endResetModel()

    def refresh_rows(self) -> None:
        """The same customers, but what is known of them may have changed."""
        self._age()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def take(self, ticket: int, rows: Sequence[CustomerListRow]) -> None:
        """The answer to `rows_needed`; one that was asked before the list changed is dropped."""
        first = self._asked.pop(ticket, None)
        if first is None:
            return
        self._pages[first] = {row.id: row for row in rows}
        while len(self._pages) > KEPT_PAGES:
            self._pages.pop(next(iter(self._pages)))
        self.dataChanged.emit(self.index(first), self.index(min(first + PAGE, len(self._ids)) - 1))

    def row_at(self, place: int) -> CustomerListRow | None:
        """The row, or None while it is on its way (it is then asked for)."""
        first = place - place % PAGE
        page = self._pages.get(first)
        if page is None:
            self._want(first)
            return self._last_known.get(self._ids[place])
        return page.get(self._ids[place])

    def id_at(self, place: int) -> int:
        return self._ids[place]

    def ids(self) -> list[int]:
        return list(self._ids)

    def place_of(self, customer_id: int) -> int:
        """Where the customer stands, -1 when not in the list."""
        try:
            return self._ids.index(customer_id)
        except ValueError:
            return -1

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if row is None:
            return ""
        if role == Qt.ItemDataRole.AccessibleTextRole and self._sentence_of is not None:
            return self._sentence_of(row)
        return row.name

    def _age(self) -> None:
        """Everything is to be asked for again; until then the rows stay as they were."""
        known = {customer: row for page in self._pages.values() for customer, row in page.items()}
        self._last_known = known or self._last_known
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()

    def _want(self, first: int) -> None:
        if first not in self._asked.values() and first not in self._wanted:
            self._wanted.append(first)
            self._ask_soon.start(0)

    def _on_ask(self) -> None:
        # The pages looked at last come first: whoever scrolls fast wants to see where he has stopped.
        wanted, self._wanted = self._wanted[::-1], []
        for first in wanted:
            if first < len(self._ids):
                self._tickets += 1
                self._asked[self._tickets] = first
                self.rows_needed.emit(self._tickets, self._ids[first : first + PAGE])
