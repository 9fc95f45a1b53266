"""The charts of Insights in their order: two beside each other where there is room, under each other where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.context import AppContext
from app.domain.explanations import Figure
from app.domain.figures import Coverage
from app.domain.formats import CountUnit, format_count
from app.domain.numbers import format_percent
from app.views.insights.answer import ChartsAnswer
from app.views.insights.average_card import AverageCard
from app.views.insights.calculator_card import CalculatorCard
from app.views.insights.chart_card import ChartCard
from app.views.insights.cohort_card import CohortCard
from app.views.insights.contract_card import ContractCard
from app.views.insights.flow_card import FlowCard
from app.views.insights.for_whom import ForWhom
from app.views.insights.map_card import MapCard
from app.views.insights.measure_card import MeasureCard
from app.views.insights.nps_card import NpsCourseCard
from app.views.insights.pattern_card import PatternCard
from app.views.insights.sales_card import SalesCard
from app.views.insights.segment_card import SegmentCard
from app.views.insights.stake_card import StakeCard
from app.views.insights.table_panel import FiguresTable
from app.views.insights.trend_card import TrendCard
from app.views.labels_figures import explanation_of
from app.views.moments import language
from app.views.theme import theme_of
from app.views.widgets.explanation import ExplanationButton
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import STRETCH, row

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec

FOLDS_BELOW = 900


class ChartColumn(QWidget):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.trend = TrendCard(context)
        self.flow = FlowCard(context)
        self.cohorts = CohortCard()
        self.map = MapCard()
        self.segments = SegmentCard(context)
        self.sales = SalesCard(context)
        self.stake = StakeCard(context)
        self.measures = MeasureCard(context)
        self.nps = NpsCourseCard(context)
        self.averages = AverageCard(context)
        self.contracts = ContractCard(context)
        self.patterns = PatternCard(context)
        self.calculator = CalculatorCard(context)
        self._build()
        others = (self.measures, self.averages, self.contracts, self.patterns, self.calculator)
        self.for_whom = ForWhom(self._narrowed_cards(), (self.trend, self.flow, self.cohorts, self.sales), others, self)
        self._connect()

    def set_answer(self, answer: ChartsAnswer) -> None:
        self.for_whom.set_part(answer.part)
        self.trend.set_target(answer.target)
        self.trend.set_events(answer.events)
        self.trend.set_series(answer.trend, answer.weeks)
        self.flow.set_flows(answer.flows, answer.trend.window)
        self.cohorts.set_matrix(answer.cohorts)
        self.map.set_view(answer.customer_map, answer.today)
        self.segments.set_shares(answer.shares, answer.currency)
        self.sales.set_course(answer.sales, answer.currency)
        self.stake.set_stake(answer.stake, answer.currency)
        self.measures.set_points(answer.measures)
        self.nps.set_course(answer.nps)
        self.averages.set_months(answer.averages, answer.currency)
        self.contracts.set_figures(answer.contracts)
        self.calculator.set_answer(answer.calculator)
        self._show_coverage(answer.coverage)
        if answer.part is not None:
            self._say_nobody(answer)

    def fit(self, width: int) -> None:
        px = theme_of(self).px
        folded = width < px(FOLDS_BELOW)
        self._column.setSpacing(px(12))
        for pair in self._pairs:
            pair.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
            pair.setSpacing(px(12))

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pairs: list[QBoxLayout] = []
        self._column.addWidget(self.trend)
        self._column.addWidget(self.flow)
        for one, other in (
            (self.cohorts, self.map),
            (self.segments, self.sales),
            (self.stake, self.measures),
            (self.nps, self.averages),
        ):
            pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.addWidget(one, 1)
            pair.addWidget(other, 1)
            self._pairs.append(pair)
            self._column.addLayout(pair)
        self._column.addWidget(self.contracts)
        self._column.addWidget(self.patterns)
        self._column.addWidget(self.calculator)
        self._coverage = Caption()
        about = ExplanationButton(explanation_of(Figure.WITHOUT_CUSTOMER, has_names=False))
        self._column.addLayout(row(self._coverage, about, STRETCH, gap=4))

    def _connect(self) -> None:
        for card in self._narrowed_cards():
            card.names_requested.connect(self._on_names)
            card.table_requested.connect(self._on_table)
        for other in (self.measures, self.averages, self.contracts, self.patterns, self.calculator):
            other.names_requested.connect(self.names_requested)
            other.table_requested.connect(self.table_requested)
        self.measures.measure_requested.connect(self._on_measure)

    def _narrowed_cards(self) -> tuple[TrendCard | CohortCard | MapCard | ChartCard, ...]:
        return (self.trend, self.flow, self.cohorts, self.map, self.segments, self.sales, self.stake, self.nps)

    def _say_nobody(self, answer: ChartsAnswer) -> None:
        """What is empty is so because of the customers who were chosen."""
        title = self.tr("None of these customers has come so far")
        empty: list[TrendCard | ChartCard] = [self.flow, self.segments, self.sales]
        if answer.stake.read == 1:
            empty.append(self.stake)
        for card in empty:
            card.empty.set(title)
        nothing = self.tr("None of these customers was with you {months} months before").format(months=answer.trend.lag_months)
        self.trend.empty.set(nothing)
        if not answer.cohorts.rows:
            self.cohorts.finding.setText(self.tr("None of these customers first came in these months"))
        if answer.nps.survey_id is not None:
            self.nps.empty.set(self.tr("None of these customers has answered so far"))

    def _on_names(self, spec: PeopleSpec, title: str) -> None:
        self.names_requested.emit(self.for_whom.names(spec), self.for_whom.title(title))

    def _on_table(self, table: FiguresTable) -> None:
        self.table_requested.emit(self.for_whom.table(table))

    def _on_measure(self, measure_id: int) -> None:
        self._context.navigate.show_page("measures", measure_id=measure_id)

    def _show_coverage(self, coverage: Coverage) -> None:
        percent = format_percent(coverage.share)
        text = self.tr("Sales without a customer: {percent}")
        if coverage.rows:
            receipts = format_count(coverage.rows, CountUnit.ITEMS, language())
            text = self.tr("Sales without a customer: {percent} ({receipts}), in no figure about customers").replace("{receipts}", receipts)
        self._coverage.setText(text.format(percent=percent))
