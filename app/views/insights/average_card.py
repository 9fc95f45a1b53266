"""The average purchase amount month by month; a bar opens the customers of its month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.depth import AverageMonth
from app.domain.explanations import Figure
from app.domain.formats import EMPTY_CELL
from app.domain.money import JPY, Currency, currency_of, format_money
from app.domain.numbers import format_number
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import explanation_of
from app.views.moments import day_text, language
from app.views.points.bar_chart import BarChart, short_month
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.bar_spec import BarSpec

CHART_HEIGHT = 130


class AverageCard(Card):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        self._title = self.tr("Average purchase month by month")
        super().__init__(
            self._title, explanation=explanation_of(Figure.AVERAGE_AMOUNT, has_names=False), action=self.tr("As a table"), gap=4
        )
        self._months: tuple[AverageMonth, ...] = ()
        self._drawn: tuple[AverageMonth, ...] = ()
        self._currency = JPY
        self.finding = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self.chart = BarChart(context, self._title, height=CHART_HEIGHT)
        self.add(self.finding)
        self.add(self.chart, 1)
        self.chart.point_clicked.connect(self._on_month)
        if self.action is not None:
            self.action.clicked.connect(self._on_table)

    def set_months(self, months: Sequence[AverageMonth], currency: str) -> None:
        """Newest first. The month that runs stands in the table alone: it is not finished."""
        self._months = tuple(reversed(months))
        self._drawn = tuple(month for month in self._months if month.is_complete)
        self._currency = currency_of(currency)
        finding = self._finding()
        self.finding.setText(finding)
        self.chart.set_finding(f"{self._title} {finding}")
        shown, money, spoken = self._drawn, self._currency, language()

        def make() -> BarSpec:
            from app.reports.average_purchase import average_bars
            from app.reports.points_money import MoneyWords

            return average_bars(shown, MoneyWords(short_month(spoken), money, spoken))

        self.chart.show_bars(make, [self._said(month) for month in shown])

    def table(self) -> FiguresTable:
        """Newest month first."""
        columns = (
            Column("month", self.tr("Month"), stretch=True),
            Column("average", self.tr("Average purchase"), numeric=True),
            Column("receipts", self.tr("Receipts"), numeric=True),
            Column("amount", self.tr("Amount"), numeric=True),
        )
        note = self.tr("Enter opens the customers of the month. What was given back in full is not counted.")
        rows = [
            (
                month.people,
                (
                    self._named(month),
                    _money(month.average, self._currency),
                    format_number(month.receipts),
                    _money(month.amount, self._currency),
                ),
            )
            for month in reversed(self._months)
        ]
        return FiguresTable(self._title, note, columns, rows, self._title)

    def _finding(self) -> str:
        """The last finished month beside the same month a year before, else beside the month before it."""
        done = [month for month in self._drawn if month.average is not None]
        if not done:
            return self.tr("The first finished month comes with its average.")
        last = done[-1]
        year_ago = next((m for m in done if (m.month.year + 1, m.month.month) == (last.month.year, last.month.month)), None)
        values = {"month": self._named(last), "average": _money(last.average, self._currency)}
        if year_ago is None:
            return self.tr("{month}: {average} a receipt.").format(**values)
        values["before"] = _money(year_ago.average, self._currency)
        return self.tr("{month}: {average} a receipt, {before} a year before.").format(**values)

    def _said(self, month: AverageMonth) -> str:
        values = {"month": self._named(month), "average": _money(month.average, self._currency)}
        return self.tr("{month}: {average} on %n receipt(s)", "", month.receipts).format(**values)

    def _named(self, month: AverageMonth) -> str:
        name = day_text(month.month, DateStyle.MONTH)
        return name if month.is_complete else self.tr("{month} (so far)").format(month=name)

    def _on_month(self, place: int) -> None:
        if 0 <= place < len(self._drawn):
            month = self._drawn[place]
            self.names_requested.emit(month.people, self.tr("Customers of {month}").format(month=self._named(month)))

    def _on_table(self) -> None:
        self.table_requested.emit(self.table())


def _money(amount: int | None, money: Currency) -> str:
    return EMPTY_CELL if amount is None else format_money(amount, money, language())
