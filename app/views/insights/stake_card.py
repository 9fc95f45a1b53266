"""How long customers have been away, and the gross profit that is at stake with them; a line opens its customers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.chart_explanations import Chart
from app.domain.chart_rows import AtStake, StakeBand
from app.domain.findings_charts import stake_finding
from app.domain.money import currency_of
from app.domain.numbers import format_number
from app.domain.rfm import RECENCY_NAMES
from app.views.insights.chart_card import Behind, ChartCard
from app.views.insights.table_panel import FiguresTable
from app.views.labels import translated
from app.views.labels_figures import people_count
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

CHART_HEIGHT = 200


class StakeCard(ChartCard):
    def __init__(self, context: AppContext) -> None:
        title = self.tr("Days since the last visit, and gross profit at stake")
        super().__init__(context, title, Chart.STAKE, action=self.tr("As a table"), height=CHART_HEIGHT)
        self._stake = AtStake((), date.min)
        self._currency = currency_of("JPY")

    def set_stake(self, stake: AtStake, currency: str) -> None:
        self._stake, self._currency = stake, currency_of(currency)
        if stake.read < 1:
            self._show_nothing(self.tr("The purchases are being read"), self.tr("What each product brings is worked out from all of them."))
            return
        if not stake.bands:
            self._show_nothing(self.tr("Shown once there are visits"))
            return
        words = self._words(self._currency)

        def make() -> AnySpec:
            from app.reports.at_stake import stake_chart

            return stake_chart(stake, words)

        self._show(make, stake_finding(stake, words), {str(band.band): self._line(band) for band in stake.bands}, self._numbers())

    def _numbers(self) -> FiguresTable:
        words = self._words(self._currency)
        columns = (
            Column("band", self.tr("Last visit"), stretch=True),
            Column("people", self.tr("Customers"), numeric=True),
            Column("margin", self.tr("Gross profit a year"), numeric=True),
        )
        rows = [(band.people, (_name(band), format_number(band.customers), words.money(band.margin))) for band in self._stake.bands]
        note = self.tr("Enter opens the customers. The gross profit is what they brought in a year while they came.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Customers by last visit"))

    def _line(self, band: StakeBand) -> Behind:
        said = self.tr("Last visit {band}: {people}, {margin} gross profit a year")
        texts = {"band": _name(band), "people": people_count(band.customers), "margin": self._words(self._currency).money(band.margin)}
        return Behind(said.format(**texts), band.people, self.tr("Last visit {band}").format(band=_name(band)))


def _name(band: StakeBand) -> str:
    return translated("CustomerMap", RECENCY_NAMES[band.band])
