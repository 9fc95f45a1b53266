"""What each part of the customers answered, beside all others: small parts in grey, and said only what outlasts chance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy

from app.domain.errors import in_a_row
from app.domain.numbers import format_number
from app.domain.survey_results import CrossBy, CrossCell, CrossRow, CrossTable, InCross, Soundness, SurveyResults, signed
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import short_count
from app.views.surveys.results_words import CROSS_NAMES, CROSS_TITLES, cell_text, question_name, quoted, row_name, say, shortened
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import WrapLabel
from app.views.widgets.table_view import Column, TableView

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 34
_NAMED = 2
_SENTENCES = 2
_SHOWN_COLUMNS = 3
_CELL_WIDTH = 54


class CrossModel(QAbstractTableModel):
    """A row for each part: its name, how many, then what was answered to each question."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._heads = list(names)
        self._rows: Sequence[CrossRow] = ()
        self._by = CrossBy.STAFF
        self._questions: list[str] = []

    def show_table(self, table: CrossTable, questions: Sequence[str]) -> None:
        self.beginResetModel()
        self._rows, self._by, self._questions = table.rows, table.by, list(questions)
        self.endResetModel()

    def row_at(self, place: int) -> CrossRow:
        return self._rows[place]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else _NAMED + len(self._questions)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row, place = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if place < _NAMED:
                return row_name(self._by, row.key) if place == 0 else short_count(row.n)
            cell = row.cells[place - _NAMED]
            return cell_text(cell.soundness, cell.nps, cell.mean)
        if role == Qt.ItemDataRole.TextAlignmentRole and place:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, place)
        if role == Qt.ItemDataRole.FontRole and place >= _NAMED and row.cells[place - _NAMED].is_sure:
            return theme_of().tabular_font(TextStyle.BODY_BOLD)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            heads = (say(CROSS_NAMES[self._by]), self._heads[1], *self._questions)
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return None

    def _color(self, row: CrossRow, place: int) -> QColor | None:
        tokens = theme_of().tokens
        cell = row.cells[place - _NAMED] if place >= _NAMED else None
        if cell is not None and cell.is_sure:
            return QColor(tokens.tone(Tone.OK if (cell.difference or 0) > 0 else Tone.ACCENT))
        is_small = all(one.soundness is not Soundness.SOUND for one in row.cells) if cell is None else cell.soundness is not Soundness.SOUND
        return QColor(tokens.text3) if is_small else None


class CrossCard(Card):
    """`by_chosen(CrossBy)`, `people_requested(spec, wave, title)`, `table_requested(FiguresTable)`."""

    by_chosen = Signal(object)
    people_requested = Signal(object, object, str)
    table_requested = Signal(object)

    def __init__(self) -> None:
        explanation = Explanation(
            self.tr("By parts of the customers"),
            self.tr("Each part beside all others. Parts under 30 people are for reference, those under 10 are not shown."),
            self.tr("Coloured is only what outlasts the question whether it is chance, for as many cells as were looked at."),
            self.tr("Welch's t-test of each part against all others; Benjamini–Hochberg over all tested cells of the table, q = 0.10."),
        )
        super().__init__(" ", explanation=explanation, action=self.tr("As a table"), gap=8)
        self._results: SurveyResults | None = None
        self.chips = FilterChips([], name=self.tr("By what the answers are divided"))
        self.model = CrossModel(("", self.tr("People")))
        self.table_view = TableView(self.tr("By parts of the customers"), row_height=_ROW_HEIGHT, sortable=False)
        self.table_view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table_view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table_view.setModel(self.model)
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.add(self.chips)
        self.add(self.table_view)
        self.add(self.finding)
        self.body.addStretch(1)
        self.chips.changed.connect(self.by_chosen)
        self.table_view.row_activated.connect(self._on_cell)
        self.table_view.clicked.connect(self._on_cell)
        theme_of(self).changed.connect(self._fit)
        if self.action is not None:
            self.action.clicked.connect(lambda: self.table_requested.emit(self.table()))

    def show_results(self, results: SurveyResults) -> None:
        table = results.cross
        self._results = results
        if table is None:
            return
        self.set_title(say(CROSS_TITLES[table.by]))
        self.chips.set_options([(by, say(CROSS_NAMES[by])) for by in results.crosses], table.by)
        questions = [self._question(key) for key in table.columns]
        self.model.show_table(table, questions[:_SHOWN_COLUMNS])
        self.finding.setText(self._finding(table))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def table(self) -> FiguresTable:
        """With every question, and how far each part lies from all others."""
        results = self._results
        table = None if results is None else results.cross
        if table is None:
            return FiguresTable("", "", (), (), "")
        title = say(CROSS_TITLES[table.by])
        columns = [
            Column("name", say(CROSS_NAMES[table.by]), stretch=True),
            Column("n", self.tr("People"), numeric=True),
            *(Column(key, shortened(self._question(key)), numeric=True) for key in table.columns),
        ]
        rows = [
            (
                InCross(table.by, row.key),
                (row_name(table.by, row.key), short_count(row.n), *(cell_text(cell.soundness, cell.nps, cell.mean) for cell in row.cells)),
            )
            for row in table.rows
        ]
        return FiguresTable(title, self.tr("Enter opens the people of the row."), columns, rows, title)

    def _fit(self) -> None:
        view = self.table_view
        rows = self.model.rowCount()
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFixedHeight(view.header.sizeHint().height() + rows * view.row_height() + 2)
        self._share_width()

    def _share_width(self) -> None:
        """The words of the cells are never cut; what is left goes to the names, then to the heads of the questions."""
        view, px, count = self.table_view, theme_of(self).px, self.model.columnCount()
        if count <= _NAMED:
            return
        wanted = [max(self._widest(place), px(_CELL_WIDTH)) for place in range(count)]
        left = view.viewport().width() - sum(wanted)
        if left < 0:
            wanted[0] = max(px(_CELL_WIDTH), wanted[0] + left)
        extra = max(0, view.viewport().width() - sum(wanted)) // (count - _NAMED)
        for place, width in enumerate(wanted):
            view.header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            view.header.resizeSection(place, width + (extra if place >= _NAMED else 0))

    def _widest(self, place: int) -> int:
        metrics = theme_of(self).metrics(TextStyle.BODY_BOLD if place >= _NAMED else TextStyle.BODY)
        cells = [str(self.model.index(row, place).data() or "") for row in range(self.model.rowCount())]
        widest = max((metrics.horizontalAdvance(cell) for cell in cells), default=0)
        if place < _NAMED:
            # These heads are short words; those of the questions may end in ….
            head = str(self.model.headerData(place, Qt.Orientation.Horizontal) or "")
            widest = max(widest, theme_of(self).metrics(TextStyle.CAPTION).horizontalAdvance(head))
        return widest + theme_of(self).px(18)

    def _question(self, key: str) -> str:
        asked = None if self._results is None else self._results.question(key)
        return key if asked is None else question_name(asked.question)

    def _finding(self, table: CrossTable) -> str:
        if table.sure:
            parts = [self._sure(table.by, row, key, cell) for row, key, cell in table.sure[:_SENTENCES]]
            if len(table.sure) > _SENTENCES:
                parts.append(self.tr("%n more clear difference(s) are coloured.", "", len(table.sure) - _SENTENCES))
            parts.append(self.tr("Everything else may be chance."))
        elif table.tested:
            parts = [self.tr("There is no clear difference: all of it may be chance.")]
        else:
            parts = [self.tr("Two parts of 30 people each are needed to compare them.")]
        if any(cell.soundness is not Soundness.SOUND for row in table.rows for cell in row.cells):
            parts.append(self.tr("Rows under 30 people are for reference."))
        if table.unnamed:
            parts.append(self.tr("%n answer(s) without a name are in no row.", "", table.unnamed))
        return reduce(in_a_row, parts)

    def _sure(self, by: CrossBy, row: CrossRow, key: str, cell: CrossCell) -> str:
        difference = cell.difference or 0.0
        size = format_number(abs(difference), 1) if cell.mean is not None else signed(abs(difference)).lstrip("+")
        known = {"row": row_name(by, row.key), "question": quoted(self._question(key)), "size": size}
        if difference > 0:
            return self.tr("{row} stands out with {question}: {size} above all others.").format(**known)
        return self.tr("{row} stands out with {question}: {size} below all others.").format(**known)

    def _on_cell(self, index: QModelIndex) -> None:
        results = self._results
        table = None if results is None else results.cross
        if results is None or table is None:
            return
        row = self.model.row_at(index.row())
        key = table.columns[index.column() - _NAMED] if index.column() >= _NAMED else ""
        self.people_requested.emit(InCross(table.by, row.key, key), results.chosen.wave, row_name(table.by, row.key))
