"""The groups' shares of customers and of sales, side by side; a line opens the group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.chart_explanations import Chart
from app.domain.chart_rows import SegmentShare
from app.domain.findings_charts import segment_finding
from app.domain.money import currency_of
from app.domain.numbers import format_number, format_percent
from app.domain.segments import SEGMENT_NAMES
from app.views.insights.chart_card import Behind, ChartCard
from app.views.insights.table_panel import FiguresTable
from app.views.labels import translated
from app.views.widgets.buttons import LinkButton
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

CHART_HEIGHT = 230


class SegmentCard(ChartCard):
    def __init__(self, context: AppContext) -> None:
        title = self.tr("Groups: customers and sales")
        super().__init__(context, title, Chart.SEGMENTS, action=self.tr("As a table"), height=CHART_HEIGHT)
        self._shares: tuple[SegmentShare, ...] = ()
        self._currency = currency_of("JPY")
        self.health = LinkButton(self.tr("Check whether the health score foresaw it"), small=True)
        self.health.clicked.connect(lambda: context.navigate.show_page("health"))
        self.add(row(STRETCH, self.health))

    def set_shares(self, shares: Sequence[SegmentShare], currency: str) -> None:
        self._shares, self._currency = tuple(shares), currency_of(currency)
        if not shares:
            self._show_nothing(self.tr("Shown once there are visits"))
            return
        shown, words = self._shares, self._words(self._currency)

        def make() -> AnySpec:
            from app.reports.segments import segment_chart

            return segment_chart(shown, words)

        self._show(make, segment_finding(shares, words), {share.segment.value: self._line(share) for share in shares}, self._numbers())

    def _numbers(self) -> FiguresTable:
        words = self._words(self._currency)
        columns = (
            Column("segment", self.tr("Group"), stretch=True),
            Column("people", self.tr("Customers"), numeric=True),
            Column("share", self.tr("Of the customers"), numeric=True),
            Column("amount", self.tr("Sales in 365 days"), numeric=True),
            Column("sales", self.tr("Of the sales"), numeric=True),
        )
        rows = [
            (
                share.people,
                (
                    _name(share),
                    format_number(share.customers.numerator),
                    f"{share.customers.percent}%",
                    words.money(share.amount),
                    format_percent(share.sales),
                ),
            )
            for share in self._shares
        ]
        note = self.tr("Enter opens the customers of the group. Below 30 customers a line is for reference.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Customers of the group"))

    def _line(self, share: SegmentShare) -> Behind:
        said = self.tr("{segment}: {people} of the customers, {sales} of the sales")
        texts = {"segment": _name(share), "people": f"{share.customers.percent}%", "sales": format_percent(share.sales)}
        return Behind(said.format(**texts), share.people, _name(share))


def _name(share: SegmentShare) -> str:
    return translated("Segments", SEGMENT_NAMES[share.segment])
