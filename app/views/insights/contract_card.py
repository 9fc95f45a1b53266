"""How long contracts last, and how many go on; only where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.chart_explanations import Chart
from app.domain.contract_figures import ContractFigures, ContractsEndedAfter, SurvivalMonth
from app.domain.findings_contracts import contract_finding
from app.domain.formats import EMPTY_CELL, format_range
from app.domain.numbers import format_number
from app.domain.rates import percent_of
from app.views.insights.chart_card import Behind, ChartCard
from app.views.insights.table_panel import FiguresTable
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import row, set_shown
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

CHART_HEIGHT = 220


class ContractCard(ChartCard):
    """Hidden in a shop without contracts."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("How long contracts last"), Chart.CONTRACTS, action=self.tr("As a table"), height=CHART_HEIGHT)
        self._figures: ContractFigures | None = None
        self.every = LinkButton(self.tr("All contracts and renewals"), small=True)
        self.every.clicked.connect(lambda: context.navigate.show_page("contracts"))
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        foot = row(gap=12)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.every)
        self.add(foot)
        self.hide()

    def set_figures(self, figures: ContractFigures | None) -> None:
        """None: the shop has no contracts."""
        self._figures = figures
        set_shown(self, figures is not None)
        if figures is None:
            return
        self.set_note(self.tr("%n running", "", figures.active))
        words = self._words()

        def make() -> AnySpec:
            from app.reports.contract_survival import survival_chart

            return survival_chart(figures, words)

        behind = {str(one.month): self._behind_month(one) for one in figures.survival if one.ended}
        self._show(make, contract_finding(figures), behind, self._numbers())
        self.note.setText(self._small_print(figures))

    def _small_print(self, figures: ContractFigures) -> str:
        band = self.tr("The pale band is the range of chance.")
        if figures.projection is None:
            return band
        return self.tr("{band} Dashed: how it goes on if customers stay as they have so far.").format(band=band)

    def _behind_month(self, one: SurvivalMonth) -> Behind:
        figures = self._figures
        assert figures is not None
        said = self.tr("Month {month}: {ended} of {at_risk} ended, {share}% last longer")
        texts = {"month": one.month, "ended": one.ended, "at_risk": one.at_risk, "share": percent_of(one.survival)}
        title = self.tr("Contracts ended in their month {month}").format(month=one.month)
        return Behind(said.format(**texts), ContractsEndedAfter(one.month, figures.as_of), title)

    def _numbers(self) -> FiguresTable:
        figures = self._figures
        assert figures is not None
        columns = (
            Column("month", self.tr("Month of the contract"), numeric=True),
            Column("at_risk", self.tr("Were in it"), numeric=True),
            Column("ended", self.tr("Ended in it"), numeric=True),
            Column("share", self.tr("Last longer"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True, stretch=True),
        )
        rows = [(ContractsEndedAfter(one.month, figures.as_of), self._cells(one)) for one in figures.survival]
        note = self.tr("Enter opens whose contracts ended in that month. Contracts that run count up to their last full month.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Contracts ended"))

    def _cells(self, one: SurvivalMonth) -> tuple[str, ...]:
        span = format_range(one.low, one.high) if 0 < one.survival < 1 else EMPTY_CELL
        return (*(format_number(count) for count in (one.month, one.at_risk, one.ended)), f"{percent_of(one.survival)}%", span)
