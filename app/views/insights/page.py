"""Insights: how loyal the customers are. Every number, point and cell opens the names behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.context import AppContext
from app.domain.depth import DepthTiles
from app.domain.entities import Entity
from app.domain.explanations import Figure
from app.domain.figures import Coverage
from app.domain.formats import CountUnit, format_count
from app.domain.numbers import format_percent
from app.jobs.job import JobControl
from app.views.insights.answer import InsightsAnswer, Span, insights_answer
from app.views.insights.average_card import AverageCard
from app.views.insights.cohort_card import CohortCard
from app.views.insights.depth_line import DepthLine
from app.views.insights.map_card import MapCard
from app.views.insights.table_panel import FiguresTable, TablePanel
from app.views.insights.tiles import TileLine
from app.views.insights.trend_card import TrendCard
from app.views.labels_figures import explanation_of
from app.views.moments import language, moment_text
from app.views.pages.page import Page
from app.views.theme import theme_of
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import ExplanationButton
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import STRETCH, ScrollColumn, column, row
from app.views.widgets.page_header import PageHeader
from app.views.widgets.segmented import Segmented

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.figures import PeopleSpec

FOLDS_BELOW = 900
TILES_FOLD_BELOW = 800
LEAST_WIDTH = 560
REMEMBERED = "insights_span"


class InsightsPage(Page):
    name = "insights"
    shows = frozenset({Entity.PURCHASE, Entity.CUSTOMER, Entity.PRODUCT, Entity.SHOP})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._panel: TablePanel | None = None
        self._build()
        self._connect()

    def refresh(self) -> None:
        today, span = self.context.clock.today(), self._span()

        def op(session: Session, _control: JobControl) -> InsightsAnswer:
            return insights_answer(session, today, span)

        self.context.tasks.query(op, self._on_answer, owner=self, replaces="insights")

    def trigger_primary(self) -> None:
        if self._map.reach_out.isVisible():
            self._map.reach_out.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Insights"))
        remembered = self.context.settings.remembered(REMEMBERED, Span.YEAR.value)
        options = [(Span.THREE_MONTHS, self.tr("3 months")), (Span.YEAR, self.tr("13 months")), (Span.ALL, self.tr("All"))]
        current = Span(remembered) if remembered in set(Span) else Span.YEAR
        self._period = Segmented(options, current, self.tr("Period"))
        self._header.add(self._period)
        self._tiles, self._depth = TileLine(), DepthLine()
        self._trend = TrendCard(self.context)
        self._averages = AverageCard(self.context)
        self._cohorts = CohortCard()
        self._map = MapCard()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.addWidget(self._cohorts, 1)
        self._pair.addWidget(self._map, 1)
        self._coverage = Caption()
        about = ExplanationButton(explanation_of(Figure.WITHOUT_CUSTOMER, has_names=False))
        body = ScrollColumn(gap=12)
        body.setMinimumWidth(theme_of(self).px(LEAST_WIDTH))
        body.body.addWidget(self._tiles)
        body.body.addWidget(self._trend, 3)
        body.body.addLayout(self._pair, 4)
        body.body.addWidget(self._depth)
        body.body.addWidget(self._averages, 2)
        body.body.addLayout(row(self._coverage, about, STRETCH, gap=4))
        self._empty = EmptyState(
            "chart-line",
            self.tr("No visits yet"),
            self.tr("Bring in the sales list you have, or record visits. The return rate is shown once there are visits of three months."),
            self.tr("Bring in my lists"),
            self.tr("Record a visit"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(body)
        self._stack.addWidget(self._empty)
        self.setLayout(column(self._header, self._stack, gap=14, margins=(24, 16, 24, 16)))
        self._fit()

    def _connect(self) -> None:
        navigate = self.context.navigate
        self._period.changed.connect(self._on_period)
        for part in (self._tiles, self._depth, self._trend, self._cohorts, self._map, self._averages):
            part.names_requested.connect(self._open_names)
        for card in (self._trend, self._cohorts, self._map, self._averages):
            card.table_requested.connect(self._on_table)
        self._empty.action_clicked.connect(lambda: navigate.show_page("import"))
        self._empty.link_clicked.connect(lambda: navigate.record_visit())
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        """Two cards beside each other where there is room, under each other where there is none."""
        px = theme_of(self).px
        folded = self.width() < px(FOLDS_BELOW)
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(px(12))
        for line in (self._tiles, self._depth):
            line.set_columns(2 if self.width() < px(TILES_FOLD_BELOW) else 4)

    def _span(self) -> Span:
        current = self._period.current()
        return current if isinstance(current, Span) else Span.YEAR

    def _on_period(self, span: Span) -> None:
        self.context.settings.remember(REMEMBERED, span.value)
        self.refresh()

    def _on_answer(self, answer: InsightsAnswer) -> None:
        moment = moment_text(self.context.clock.now(), self.context.clock)
        self._header.set_fact(self.tr("Worked out on {moment}").format(moment=moment))
        self._stack.setCurrentIndex(1 if answer.is_empty else 0)
        self._period.setEnabled(not answer.is_empty)
        self._tiles.set_tiles(answer.tiles, answer.currency, answer.trend.window)
        self._depth.set_tiles(answer.depth, answer.currency, answer.trend.window)
        self._averages.set_months(answer.averages, answer.currency)
        self._trend.set_series(answer.trend, answer.tiles.weeks_of_visits)
        self._cohorts.set_matrix(answer.cohorts)
        self._map.set_view(answer.customer_map, answer.today)
        self._show_coverage(answer.coverage)
        if answer.depth.read < 1:
            self._read_on()

    def _read_on(self) -> None:
        """A long history is read in portions; what needs it comes when all of it is there."""
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> DepthTiles:
            from app.queries.depth import depth_tiles

            return depth_tiles(session, today)

        self.context.tasks.query(op, self._on_depth, owner=self, replaces="depth")

    def _on_depth(self, tiles: DepthTiles) -> None:
        if tiles.read < 1 and self.isVisible():
            self._depth.set_read(tiles.read)
            self._read_on()
        else:
            self.mark_stale()

    def _show_coverage(self, coverage: Coverage) -> None:
        percent = format_percent(coverage.share)
        text = self.tr("Sales without a customer: {percent}")
        if coverage.rows:
            receipts = format_count(coverage.rows, CountUnit.ITEMS, language())
            text = self.tr("Sales without a customer: {percent} ({receipts}), in no figure about customers").replace("{receipts}", receipts)
        self._coverage.setText(text.format(percent=percent))

    def _open_names(self, spec: PeopleSpec, title: str) -> None:
        self.context.navigate.show_page("people", spec=spec, title=title)

    def _on_table(self, table: FiguresTable) -> None:
        if self._panel is None:
            self._panel = TablePanel(self.window(), self.context)
            self._panel.names_requested.connect(self._open_names)
        self._panel.show_table(table)
