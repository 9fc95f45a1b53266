"""Insights: how loyal the customers are. Every number, point and cell opens the names behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.figure_people import FilterKind
from app.domain.money import currency_of
from app.domain.periods import month_start, whole_months
from app.domain.tiles import Tile, TileKey, TileNote
from app.jobs.job import Job, JobControl
from app.views.insights.answer import (
    ChartsAnswer,
    ChartsAsked,
    FiguresAnswer,
    FiguresAsked,
    Span,
    charts_answer,
    figures_answer,
    some_tiles,
)
from app.views.insights.charts import ChartColumn
from app.views.insights.choose_panel import ChoosePanel
from app.views.insights.figures_bar import FiguresBar, filter_text
from app.views.insights.fit_keeper import FitKeeper
from app.views.insights.part_tables import PartTables
from app.views.insights.period_picker import PickedKind
from app.views.insights.table_panel import FiguresTable, TablePanel
from app.views.insights.tile_panel import TilePanel
from app.views.insights.tiles import TileLine
from app.views.moments import moment_text
from app.views.pages.page import Page
from app.views.pages.registry import AREAS
from app.views.theme import theme_of
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import ScrollColumn, column, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.segmented import Segmented

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.figures import PeopleSpec

TILES_FOLD_BELOW = 800
LEAST_WIDTH = 560
REMEMBERED = "insights_span"
REPORT = "report"
_FROM = {Entity.PURCHASE, Entity.CUSTOMER, Entity.PRODUCT, Entity.SHOP, Entity.STAFF, Entity.GROUP, Entity.CONTACT}


class InsightsPage(Page):
    name = "insights"
    shows = frozenset(_FROM | {Entity.PRINT_RUN, Entity.SURVEY, Entity.ANSWER, Entity.MEASURE, Entity.TARGET, Entity.CONTRACT})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._answer: FiguresAnswer | None = None
        self._shown: dict[TileKey, Tile] = {}
        self._charts_asked: ChartsAsked | None = None
        self._charts_job: Job | None = None
        self._everybody: ChartsAnswer | None = None
        self._table_panel: TablePanel | None = None
        self._tile_panel: TilePanel | None = None
        self._choose_panel: ChoosePanel | None = None
        self._parts = PartTables(context, self)
        self._fits = FitKeeper(context, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        self._everybody = self._charts_asked = None
        self._ask_figures()
        self._ask_charts()

    def trigger_primary(self) -> None:
        button = self._report if self._report.isVisible() else self._charts.map.reach_out
        if button.isVisible():
            button.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Insights"))
        remembered = self.context.settings.remembered(REMEMBERED, Span.YEAR.value)
        options = [(Span.THREE_MONTHS, self.tr("3 months")), (Span.YEAR, self.tr("13 months")), (Span.ALL, self.tr("All"))]
        current = Span(remembered) if remembered in set(Span) else Span.YEAR
        self._span_choice = Segmented(options, current, self.tr("How far back the charts look"))
        self._header.add(self._span_choice)
        self._report = PrimaryButton(self.tr("Make the monthly report"), "file-text")
        if any(area.name == REPORT for area in AREAS):
            self._header.set_primary(self._report)
        else:
            self._report.hide()
        self._bar = FiguresBar(self.context.clock.today())
        self._tiles = TileLine()
        self._working = Caption()
        self._working.hide()
        self._charts = ChartColumn(self.context)
        body = ScrollColumn(gap=12)
        body.setMinimumWidth(theme_of(self).px(LEAST_WIDTH))
        body.body.addWidget(self._tiles)
        body.body.addWidget(self._working)
        body.body.addWidget(self._charts, 1)
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
        self.setLayout(column(self._header, self._bar, self._stack, gap=12, margins=(24, 16, 24, 16)))
        self._fit()

    def _connect(self) -> None:
        navigate = self.context.navigate
        self._span_choice.changed.connect(self._on_span)
        self._report.clicked.connect(lambda: navigate.show_page(REPORT))
        self._bar.changed.connect(self._on_bar)
        self._bar.period.doubted.connect(lambda doubted: set_shown(self._tiles, not doubted))
        self._bar.compare_changed.connect(self._show_tiles)
        self._bar.choice_requested.connect(self._on_choose)
        self._tiles.names_requested.connect(self._open_names)
        self._tiles.details_requested.connect(self._on_details)
        self._charts.names_requested.connect(self._open_names)
        self._charts.table_requested.connect(self._on_table)
        self._parts.table_ready.connect(self._on_table)
        self._fits.kept.connect(lambda: self._ask_again([TileKey.PROFIT_EXPECTED]))
        self._empty.action_clicked.connect(lambda: navigate.show_page("import"))
        self._empty.link_clicked.connect(lambda: navigate.record_visit())
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px = theme_of(self).px
        self._tiles.set_columns(2 if self.width() < px(TILES_FOLD_BELOW) else 4)
        self._charts.fit(self.width())
        self._bar.fit(self.width())

    def _span(self) -> Span:
        current = self._span_choice.current()
        return current if isinstance(current, Span) else Span.YEAR

    def _ask_figures(self) -> None:
        today = self.context.clock.today()
        asked = FiguresAsked(self._bar.period.period(), self._bar.narrowed())

        def op(session: Session, _control: JobControl) -> FiguresAnswer:
            return figures_answer(session, today, asked)

        self.context.tasks.query(op, self._on_figures, owner=self, replaces="figures")

    def _on_figures(self, answer: FiguresAnswer) -> None:
        self._answer, self._shown = answer, {tile.key: tile for tile in answer.tiles}
        self._header.set_fact(self.tr("Worked out on {moment}").format(moment=moment_text(self.context.clock.now(), self.context.clock)))
        self._stack.setCurrentIndex(1 if answer.is_empty else 0)
        for part in (self._span_choice, self._bar):
            part.setEnabled(not answer.is_empty)
        if answer.asked.period is None:
            self._bar.period.set_shown(answer.period, PickedKind(answer.kind.value), answer.fiscal_start)
        self._bar.set_filters(answer.filters)
        self._show_tiles()
        self._ask_again(answer.late)
        self._ask_again([tile.key for tile in answer.tiles if tile.note is TileNote.READING])
        if any(tile.note is TileNote.NOT_FITTED for tile in answer.tiles):
            self._fits.ask(month_start(min(answer.period.end, self.context.clock.today())))

    def _ask_again(self, keys: tuple[TileKey, ...] | list[TileKey]) -> None:
        """What takes a moment comes when it is there; a long history is read in portions."""
        today, answer = self.context.clock.today(), self._answer
        if answer is None or not keys or answer.is_empty:
            return

        def op(session: Session, _control: JobControl) -> tuple[FiguresAnswer, tuple[Tile, ...]]:
            return answer, some_tiles(session, today, answer, keys)

        self.context.tasks.query(op, self._on_some_tiles, owner=self, replaces=f"tiles {keys[0]}")

    def _on_some_tiles(self, told: tuple[FiguresAnswer, tuple[Tile, ...]]) -> None:
        answer, tiles = told
        if answer is not self._answer:
            return
        self._shown |= {tile.key: tile for tile in tiles}
        self._show_tiles()
        if self.isVisible():
            self._ask_again([tile.key for tile in tiles if tile.note is TileNote.READING])

    def _show_tiles(self) -> None:
        answer = self._answer
        if answer is not None:
            money = currency_of(answer.currency)
            self._tiles.set_tiles(tuple(self._shown.values()), money, answer.window, self._bar.held_against())

    def _ask_charts(self) -> None:
        """Anew only where they are about others; those of everybody are kept beside those of some."""
        today, narrowed = self.context.clock.today(), self._bar.narrowed()
        # Of all parts segments alone stand otherwise with each period.
        is_dated = narrowed is not None and narrowed.kind is FilterKind.SEGMENT
        asked = ChartsAsked(self._span(), narrowed, self._bar.period.period() if is_dated else None)
        if asked == self._charts_asked:
            return
        self._charts_asked = asked
        if self._charts_job is not None:
            self._charts_job.cancel()
        if narrowed is None and self._everybody is not None and self._everybody.today == today:
            self._show_charts(self._everybody)
            return

        def op(session: Session, control: JobControl) -> tuple[ChartsAsked, ChartsAnswer]:
            return asked, charts_answer(session, today, asked, control)

        self._working.setText("" if narrowed is None else self.tr("Working out the charts of {part}…").format(part=filter_text(narrowed)))
        set_shown(self._working, narrowed is not None)
        self._charts_job = self.context.tasks.query(op, self._on_charts, owner=self, failed=self._on_no_charts, replaces="charts")

    def _on_charts(self, told: tuple[ChartsAsked, ChartsAnswer]) -> None:
        asked, answer = told
        if asked.narrowed is None:
            self._everybody = answer
        self._show_charts(answer)

    def _on_no_charts(self, error: Exception) -> None:
        """Those that are shown stay; what was asked can be asked again."""
        self._charts_asked = None
        set_shown(self._working, False)
        self.context.messages.error(error)

    def _show_charts(self, answer: ChartsAnswer) -> None:
        set_shown(self._working, False)
        self._charts.set_answer(answer)

    def _on_bar(self) -> None:
        self._ask_figures()
        self._ask_charts()

    def _on_span(self, span: Span) -> None:
        self.context.settings.remember(REMEMBERED, span.value)
        self.refresh()

    def _on_details(self, tile: Tile) -> None:
        answer = self._answer
        if answer is None:
            return
        if self._tile_panel is None:
            self._tile_panel = TilePanel(self.window(), self.context)
            self._tile_panel.names_requested.connect(self._open_names)
            self._tile_panel.table_requested.connect(self._on_parts)
        money = currency_of(answer.currency)
        self._tile_panel.show_tile(tile, money, answer.window, answer.fiscal_start, whole_months(answer.period))

    def _on_parts(self, key: TileKey) -> None:
        if self._answer is not None:
            self._parts.ask(key, self._answer.period, self._answer.asked.narrowed)

    def _on_choose(self) -> None:
        if self._answer is None:
            return
        if self._choose_panel is None:
            self._choose_panel = ChoosePanel(self.window(), self.context)
        self._choose_panel.show_settings(self._answer.settings)

    def _open_names(self, spec: PeopleSpec, title: str) -> None:
        self.context.navigate.show_page("people", spec=spec, title=title)

    def _on_table(self, table: FiguresTable) -> None:
        if self._table_panel is None:
            self._table_panel = TablePanel(self.window(), self.context)
            self._table_panel.names_requested.connect(self._open_names)
        self._table_panel.show_table(table)
