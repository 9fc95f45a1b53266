"""The people of a run in one list: under a heading whoever needs a look, under another the rest. A row is made when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from app.domain.print_runs import PlanLine
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.row_delegate import RowDelegate
from app.views.widgets.row_list import RowContent, RowList

ROW_HEIGHT = 44
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Section:
    """`key` names it, `title` stands above its lines."""

    key: str
    title: str
    lines: Sequence[PlanLine]
    tone: Tone = Tone.TEXT2


class PeopleModel(QAbstractListModel):
    """Sections with lines, each under its heading; a section without lines has no heading."""

    def __init__(self, row_of: Callable[[PlanLine], RowContent]) -> None:
        super().__init__()
        self._row_of = row_of
        self._rows: list[Section | PlanLine] = []
        self._places: dict[Hashable, int] = {}

    def show_sections(self, sections: Sequence[Section]) -> bool:
        """False when the same rows stand there as before, whatever they say now."""
        rows: list[Section | PlanLine] = []
        for section in sections:
            if section.lines:
                rows += (section, *section.lines)
        places = {_key(row): place for place, row in enumerate(rows)}
        if list(places) == list(self._places):
            self._rows = rows
            return False
        self.beginResetModel()
        self._rows, self._places = rows, places
        self.endResetModel()
        return True

    def place_of(self, key: Hashable) -> int:
        """-1 when it is not here."""
        return self._places.get(key, -1)

    def is_heading(self, place: int) -> bool:
        return isinstance(self._rows[place], Section)

    def content(self, index: _Index) -> RowContent:
        row = self._rows[index.row()]
        if isinstance(row, Section):
            return RowContent(row.key, row.title, heading=True, side_tone=row.tone)
        return self._row_of(row)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        content = self.content(index)
        return content.title if role == Qt.ItemDataRole.DisplayRole else content.sentence()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PeopleList(RowList):
    """Keys are customer ids."""

    def __init__(self, name: str, row_of: Callable[[PlanLine], RowContent]) -> None:
        super().__init__(name, row_height=ROW_HEIGHT, uniform=False)
        self._people = PeopleModel(row_of)
        self.set_model(self._people, self._people.content)
        self._sized = _QuickHeights(self, self._people)
        self.setItemDelegate(self._sized)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """The selection and the place stay with the same person."""
        key, scrolled = self.current_key(), self.verticalScrollBar().value()
        if not self._people.show_sections(sections):
            self.viewport().update()
            return
        if key is not None:
            self.mark(key)
        self.verticalScrollBar().setValue(scrolled)

    def section(self, key: str) -> list[RowContent]:
        """The rows below a heading."""
        found: list[RowContent] = []
        within = ""
        for place in range(self._people.rowCount()):
            content = self._people.content(self._people.index(place, 0))
            if content.heading:
                within = str(content.key)
            elif within == key:
                found.append(content)
        return found

    def heading(self, key: str) -> str:
        """Empty where the section is not shown."""
        place = self._people.place_of(key)
        return self._people.content(self._people.index(place, 0)).title if place >= 0 else ""

    def mark(self, key: Hashable) -> bool:
        """Select without telling, and bring another than before into view; False when there is no such row."""
        place, is_other = self._people.place_of(key), key != self.current_key()
        self.blockSignals(True)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._people.index(place, 0) if place >= 0 else QModelIndex(), flag)
        self.blockSignals(False)
        if place >= 0 and is_other:
            self._bring_into_view(place)
        return place >= 0

    def select_key(self, key: Hashable) -> bool:
        place = self._people.place_of(key)
        if place < 0 or self._people.is_heading(place):
            return False
        self.selectionModel().setCurrentIndex(self._people.index(place, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._bring_into_view(place)
        return True

    def minimumSizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(160), px(96))

    def _bring_into_view(self, place: int) -> None:
        # With the first of a section one sees what the section is.
        if self._people.is_heading(place - 1):
            self.scrollTo(self._people.index(place - 1, 0))
        self.scrollTo(self._people.index(place, 0))


class _QuickHeights(RowDelegate):
    """There are two heights only; a list of thousands asks for each of its rows."""

    def __init__(self, view: RowList, people: PeopleModel) -> None:
        super().__init__(view, people.content, row_height=ROW_HEIGHT)
        self._people = people
        self._measure()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._heading if self._people.is_heading(index.row()) else self._line

    def _measure(self) -> None:
        theme = theme_of(self._view)
        self._heading = QSize(0, theme.metrics(TextStyle.CAPTION_BOLD).height() + theme.px(10))
        self._line = QSize(0, theme.row_height(ROW_HEIGHT, 2))

    def _on_theme_changed(self) -> None:
        self._measure()
        super()._on_theme_changed()


def _key(row: Section | PlanLine) -> Hashable:
    return row.key if isinstance(row, Section) else row.candidate.key
