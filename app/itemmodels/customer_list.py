"""A list of customers by sorted ids: the rows of what is looked at are asked for page by page, and kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from app.domain.customer_rows import CustomerListRow

PAGE = 100
KEPT_PAGES = 60

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class CustomerListModel(QAbstractListModel):
    """`rows_needed(first, ids)` asks for the rows of a page; answer with `take(first, rows)`. Until then a row is None."""

    rows_needed = Signal(int, list)

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[int] = []
        self._pages: dict[int, dict[int, CustomerListRow]] = {}
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.timeout.connect(self._on_ask)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these customers, in this order."""
        self.beginResetModel()
        self._ids = list(ids)
        self._forget()
        self.endResetModel()

    def forget_rows(self) -> None:
        """The same customers, but what is known of them may have changed."""
        self._forget()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def take(self, first: int, rows: Sequence[CustomerListRow]) -> None:
        if first not in self._asked:
            return
        self._asked.discard(first)
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
            return None
        return page.get(self._ids[place])

    def id_at(self, place: int) -> int:
        return self._ids[place]

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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row_at(index.row())
            return row.name if row is not None else ""
        return None

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()

    def _want(self, first: int) -> None:
        if first not in self._asked and first not in self._wanted:
            self._wanted.append(first)
            self._ask_soon.start(0)

    def _on_ask(self) -> None:
        wanted, self._wanted = self._wanted, []
        for first in wanted:
            if first < len(self._ids):
                self._asked.add(first)
                self.rows_needed.emit(first, self._ids[first : first + PAGE])
