"""Return by first-visit month: one row for each month of first visits, one column for each month after it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from app.domain.dates import DateStyle, format_date
from app.domain.explanations import Figure
from app.domain.figures import CohortCellView, CohortMatrix, CohortPeople, CohortRow
from app.domain.formats import EMPTY_CELL
from app.domain.rates import CELL_ENOUGH, half_up, rate_of
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import explanation_of, people_count
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.heat_map import HeatCell, HeatGrid, HeatMap, HeatRow
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.table_view import Column

WORDY_COLUMNS = 8
YEARLESS_ROWS = 12
PALEST = 0.08


class CohortCard(Card):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self) -> None:
        title = self.tr("Return by first-visit month (%)")
        explanation = explanation_of(Figure.COHORTS, has_names=False)
        super().__init__(title, explanation=explanation, action=self.tr("As a table"), gap=4)
        self._title = title
        self._rows: tuple[CohortRow, ...] = ()
        self._columns = 0
        self._build()
        self._connect()

    def set_matrix(self, matrix: CohortMatrix) -> None:
        self._rows = tuple(row for row in matrix.rows if any(cell.is_complete for cell in row.cells))
        self._columns = 1 + max((cell.k for row in self._rows for cell in row.cells if cell.is_complete), default=-1)
        self.map.set_grid(self._grid())
        self.set_note("" if self._columns <= WORDY_COLUMNS else self.tr("across: months later"))
        sentence = self._sentence()
        self.finding.setText(sentence)
        self.map.setAccessibleName(f"{self._title} {sentence}")

    def table(self) -> FiguresTable:
        """A line for each month of first visits; opening one shows all who first came then."""
        columns = [Column("cohort", self.tr("First visit"), stretch=True), Column("size", self.tr("Customers"), numeric=True)]
        columns += [Column(k, self._column_name(k, wordy=False), numeric=True) for k in range(1, self._columns)]
        rows = []
        for row in self._rows:
            texts = {cell.k: f"{cell.rate.percent}" for cell in row.cells if cell.is_complete}
            cells = (texts.get(k, "" if k > len(texts) else EMPTY_CELL) for k in range(1, self._columns))
            rows.append((CohortPeople(row.cohort, 0), (_month(row.cohort), str(row.size), *cells)))
        note = self.tr("Percent of those who first came in the month. Months still running are blank. Enter opens the names.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Customers by first visit"))

    def _build(self) -> None:
        self.finding = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.map = HeatMap(self._title)
        self.add(self.finding)
        self.add(self.map, 1)

    def _connect(self) -> None:
        self.map.cell_activated.connect(self._on_cell)
        if self.action is not None:
            self.action.clicked.connect(self._on_table)

    def _grid(self) -> HeatGrid:
        known = [cell.rate.rate for row in self._rows if row.size >= CELL_ENOUGH for cell in row.cells if cell.k and cell.is_complete]
        rates = [rate for rate in known if rate is not None]
        low, high = min(rates, default=0.0), max(rates, default=1.0)
        return HeatGrid(
            rows=[HeatRow(self._row_name(row.cohort), self._row_note(row.size)) for row in self._rows],
            columns=[self._column_name(k, wordy=self._columns <= WORDY_COLUMNS) for k in range(self._columns)],
            cells=[self._line(row, low, high) for row in self._rows],
        )

    def _line(self, row: CohortRow, low: float, high: float) -> list[HeatCell | None]:
        by_k = {cell.k: cell for cell in row.cells if cell.is_complete}
        return [self._cell(row, by_k[k], low, high) if k in by_k else None for k in range(self._columns)]

    def _cell(self, row: CohortRow, cell: CohortCellView, low: float, high: float) -> HeatCell:
        rate = cell.rate
        text = str(half_up(100 * rate.numerator, rate.denominator)) if rate.denominator else EMPTY_CELL
        name = self._cell_name(row, cell)
        if cell.k == 0:
            return HeatCell(text, None, name=name)
        share = ((rate.rate or 0.0) - low) / (high - low) if high > low else 0.5
        return HeatCell(text, PALEST + (1 - PALEST) * min(max(share, 0.0), 1.0), faded=row.size < CELL_ENOUGH, name=name)

    def _cell_name(self, row: CohortRow, cell: CohortCellView) -> str:
        known = {"month": _month(row.cohort), "people": people_count(row.size), "came": cell.rate.numerator, "percent": cell.rate.percent}
        if cell.k == 0:
            return self.tr("First visit in {month}: {people}").format(**known)
        sentence = self.tr("First visit in {month}: {came} of {people} came %n month(s) later ({percent}%)", "", cell.k).format(**known)
        return self.tr("{sentence}, few people").format(sentence=sentence) if row.size < CELL_ENOUGH else sentence

    def _row_name(self, cohort: date) -> str:
        if len(self._rows) > YEARLESS_ROWS:
            return _month(cohort)
        return f"{cohort.month}月" if language() == "ja" else _month(cohort).split()[0]

    def _row_note(self, size: int) -> str:
        if size < CELL_ENOUGH:
            return self.tr("{number} people, few").format(number=size)
        return self.tr("{number} people").format(number=size)

    def _column_name(self, k: int, *, wordy: bool) -> str:
        if k == 0:
            return self.tr("First")
        return self.tr("{months} mo").format(months=k) if wordy else str(k)

    def _sentence(self) -> str:
        """How many of the newcomers of all shown months came in the month after."""
        next_month = [cell.rate for row in self._rows for cell in row.cells if cell.k == 1 and cell.is_complete]
        rate = rate_of(sum(r.numerator for r in next_month), sum(r.denominator for r in next_month))
        if rate.percent is None:
            return self.tr("The first finished month is not here yet.")
        sentence = self.tr("Of {people} newcomers, {came} came again in the month after ({percent}%).")
        return sentence.format(people=rate.denominator, came=rate.numerator, percent=rate.percent)

    def _on_cell(self, place: int, k: int) -> None:
        cohort = self._rows[place].cohort
        title = self.tr("First visit in {month}").format(month=_month(cohort))
        if k:
            title = self.tr("First visit in {month}, back %n month(s) later", "", k).format(month=_month(cohort))
        self.names_requested.emit(CohortPeople(cohort, k), title)

    def _on_table(self) -> None:
        self.table_requested.emit(self.table())


def _month(day: date) -> str:
    return format_date(day, language(), DateStyle.MONTH)
