"""Sales = customers x visits x amount, as three small lines; a point opens the customers of its month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.chart_explanations import Chart
from app.domain.chart_rows import SalesMonth
from app.domain.findings_charts import sales_finding
from app.domain.money import currency_of
from app.domain.numbers import EMPTY_CELL, format_number
from app.views.insights.chart_card import Behind, ChartCard
from app.views.insights.table_panel import FiguresTable
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

CHART_HEIGHT = 170
LINES = 3


class SalesCard(ChartCard):
    def __init__(self, context: AppContext) -> None:
        title = self.tr("What the sales are made of")
        super().__init__(context, title, Chart.SALES, action=self.tr("As a table"), height=CHART_HEIGHT)
        self._rows: tuple[SalesMonth, ...] = ()
        self._currency = currency_of("JPY")

    def set_course(self, rows: Sequence[SalesMonth], currency: str) -> None:
        """Oldest first."""
        self._rows, self._currency = tuple(rows), currency_of(currency)
        if not rows:
            self._show_nothing(self.tr("Shown once there are visits"))
            return
        shown, words = self._rows, self._words(self._currency)

        def make() -> AnySpec:
            from app.reports.sales_course import sales_chart

            return sales_chart(shown, words)

        behind = {f"{line}:{row.month.isoformat()}": self._point(row, line) for row in rows for line in range(LINES)}
        self._show(make, sales_finding(rows, words), behind, self._numbers())

    def _numbers(self) -> FiguresTable:
        """Newest month first."""
        columns = (
            Column("month", self.tr("Month"), stretch=True),
            Column("customers", self.tr("Customers"), numeric=True),
            Column("visits", self.tr("Visits each"), numeric=True),
            Column("amount", self.tr("Amount a visit"), numeric=True),
            Column("sales", self.tr("Sales to customers"), numeric=True),
        )
        words = self._words(self._currency)
        rows = [(row.people, (self._named(row), *self._texts(row), words.money(row.amount))) for row in reversed(self._rows)]
        note = self.tr("Enter opens the customers of the month. Sales without a customer are in no line.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Customers of the month"))

    def _texts(self, row: SalesMonth) -> tuple[str, str, str]:
        words = self._words(self._currency)
        visits = EMPTY_CELL if row.visits_each is None else words.visits(row.visits_each)
        amount = EMPTY_CELL if row.amount_each is None else words.money(round(row.amount_each))
        return format_number(row.customers), visits, amount

    def _point(self, row: SalesMonth, line: int) -> Behind:
        customers, visits, amount = self._texts(row)
        sentences = (self.tr("{month}: {customers} customers"), self.tr("{month}: {visits} each"), self.tr("{month}: {amount} a visit"))
        said = sentences[line].format(month=self._named(row), customers=customers, visits=visits, amount=amount)
        return Behind(said, row.people, self.tr("Customers of {month}").format(month=self._named(row)))

    def _named(self, row: SalesMonth) -> str:
        month = self._words().month(row.month)
        return month if row.is_complete else self.tr("{month} so far").format(month=month)
