"""Return by first-visit month as a table of cells for paper, as the screen paints it."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.insight_specs import HeatSpec, HeatSpecCell, HeatSpecRow
from app.domain.chart_words import ChartWords
from app.domain.figures import CohortCellView, CohortRow
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import EMPTY_CELL
from app.domain.rates import CELL_ENOUGH, half_up

FIRST = QT_TRANSLATE_NOOP("Charts", "First")
MONTHS_LATER = QT_TRANSLATE_NOOP("Charts", "{months} mo")
FEW_PEOPLE = QT_TRANSLATE_NOOP("Charts", "{people}, few")
PALEST = 0.08


def cohort_heat(rows: Sequence[CohortRow], words: ChartWords) -> HeatSpec:
    """Rows and months that are finished; cells of fewer than ten customers are grey."""
    shown = [row for row in rows if any(cell.is_complete for cell in row.cells)]
    columns = 1 + max((cell.k for row in shown for cell in row.cells if cell.is_complete), default=-1)
    known = [cell.rate.rate for row in shown if row.size >= CELL_ENOUGH for cell in row.cells if cell.k and cell.is_complete]
    rates = [rate for rate in known if rate is not None]
    ends = min(rates, default=0.0), max(rates, default=1.0)
    names = (words.word(FIRST), *(words.word(MONTHS_LATER, months=k) for k in range(1, columns)))
    return HeatSpec(names[:columns], tuple(_row(row, columns, ends, words) for row in shown))


def _row(row: CohortRow, columns: int, ends: tuple[float, float], words: ChartWords) -> HeatSpecRow:
    by_k = {cell.k: cell for cell in row.cells if cell.is_complete}
    is_few = row.size < CELL_ENOUGH
    note = words.word(FEW_PEOPLE, people=words.people(row.size)) if is_few else words.people(row.size)
    cells = tuple(_cell(row, by_k[k], ends, is_faint=is_few) if k in by_k else None for k in range(columns))
    return HeatSpecRow(words.short_month(row.cohort), note, cells)


def _cell(row: CohortRow, cell: CohortCellView, ends: tuple[float, float], *, is_faint: bool) -> HeatSpecCell:
    rate, (low, high) = cell.rate, ends
    text = str(half_up(100 * rate.numerator, rate.denominator)) if rate.denominator else EMPTY_CELL
    key = f"{row.cohort.isoformat()}:{cell.k}"
    if cell.k == 0:
        return HeatSpecCell(key, text, None)
    share = ((rate.rate or 0.0) - low) / (high - low) if high > low else 0.5
    return HeatSpecCell(key, text, PALEST + (1 - PALEST) * min(max(share, 0.0), 1.0), is_faint)
