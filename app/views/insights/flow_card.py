"""Who came anew, stayed, returned and was lost, month by month; every piece opens its customers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.chart_explanations import Chart
from app.domain.chart_people import FlowPart
from app.domain.chart_rows import FlowMonth
from app.domain.findings_charts import flow_finding
from app.domain.numbers import format_number
from app.domain.rhythm import DEFAULT_WINDOW
from app.views.insights.chart_card import Behind, ChartCard
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import people_count, signed
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

CHART_HEIGHT = 280


class FlowCard(ChartCard):
    def __init__(self, context: AppContext) -> None:
        title = self.tr("Who came and who was lost")
        super().__init__(context, title, Chart.FLOW, action=self.tr("As a table"), height=CHART_HEIGHT)
        self._rows: tuple[FlowMonth, ...] = ()

    def set_flows(self, rows: Sequence[FlowMonth], window: int = DEFAULT_WINDOW) -> None:
        """Oldest first."""
        self._rows = tuple(rows)
        self.set_window(window)
        if not rows:
            self._show_nothing(self.tr("Shown once there are visits"))
            return
        shown, words = self._rows, self._words()

        def make() -> AnySpec:
            from app.reports.flow import flow_chart

            return flow_chart(shown, words)

        behind = {f"{row.month.isoformat()}:{part.value}": self._piece(row, part) for row in rows for part in FlowPart}
        self._show(make, flow_finding(rows, words), behind, self._numbers())

    def _numbers(self) -> FiguresTable:
        """Newest month first; a line opens who was lost."""
        columns = (
            Column("month", self.tr("Month"), stretch=True),
            Column("kept", self.tr("Kept coming"), numeric=True),
            Column("new", self.tr("New"), numeric=True),
            Column("returned", self.tr("Back again"), numeric=True),
            Column("lost", self.tr("Lost"), numeric=True),
            Column("gain", self.tr("Difference"), numeric=True),
        )
        rows = [
            (
                row.people(FlowPart.LOST),
                (
                    self._named(row),
                    *(format_number(row.count(part)) for part in (FlowPart.KEPT, FlowPart.NEW, FlowPart.RETURNED, FlowPart.LOST)),
                    signed(row.gain),
                ),
            )
            for row in reversed(self._rows)
        ]
        note = self.tr("Enter opens those who were lost. The other pieces open from the chart.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Lost customers"))

    def _piece(self, row: FlowMonth, part: FlowPart) -> Behind:
        month = self._named(row)
        titles = {
            FlowPart.KEPT: self.tr("{month}: kept coming"),
            FlowPart.RETURNED: self.tr("{month}: back again"),
            FlowPart.NEW: self.tr("{month}: new customers"),
            FlowPart.LOST: self.tr("{month}: lost"),
        }
        title = titles[part].format(month=month)
        said = self.tr("{title}, {people}").format(title=title, people=people_count(row.count(part)))
        return Behind(said, row.people(part), title)

    def _named(self, row: FlowMonth) -> str:
        month = self._words().month(row.month)
        return month if row.is_complete else self.tr("{month} so far").format(month=month)
