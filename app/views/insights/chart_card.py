"""A card with a chart that a worker draws: the sentence above it, names behind each of its pieces, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal

from app.context import AppContext
from app.domain.chart_explanations import CHART_EXPLANATIONS, Chart
from app.domain.chart_words import ChartWords
from app.domain.explanations import CONTEXT as EXPLANATIONS_CONTEXT
from app.domain.figures import PeopleSpec
from app.domain.findings import Finding
from app.domain.money import JPY, Currency
from app.domain.rhythm import DEFAULT_WINDOW
from app.jobs.job import JobControl
from app.views.insights.table_panel import FiguresTable
from app.views.labels import translated
from app.views.labels_figures import finding_sentence
from app.views.moments import language
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.chart_view import ChartView, HitPoint
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown

if TYPE_CHECKING:
    from app.charts.render import AnySpec
    from app.charts.spec import RenderedChart


@dataclass(frozen=True, slots=True)
class Behind:
    """What a piece of a chart says when it is pointed at, and whom it opens under which title."""

    said: str
    people: PeopleSpec
    title: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    of: Callable[[], AnySpec]
    chart: RenderedChart
    dpr: float


class ChartCard(Card):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext, title: str, chart: Chart, *, action: str, height: int) -> None:
        super().__init__(title, explanation=_explanation(chart), action=action, gap=8)
        self._context = context
        self._title = title
        self._kind = chart
        self._height_wanted = height
        self._make: Callable[[], AnySpec] | None = None
        self._behind: Mapping[str, Behind] = {}
        self._keys: tuple[str, ...] = ()
        self._table = FiguresTable(title, "", (), (), title)
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.chart = ChartView(title, height=height)
        self.empty = EmptyState("chart-line", "")
        self.empty.hide()
        self.add(self.finding)
        self.add(self.chart, 1)
        self.add(self.empty, 1)
        self.chart.render_requested.connect(self._on_render_requested)
        self.chart.point_clicked.connect(self._on_point)
        if self.action is not None:
            self.action.clicked.connect(self._on_table)

    def table(self) -> FiguresTable:
        """The chart's numbers; no rows before there are any."""
        return self._table

    def behind(self) -> Mapping[str, Behind]:
        """By the key of the piece."""
        return self._behind

    def set_window(self, window: int) -> None:
        """The shop's usual number of days, for what the (i) says."""
        if self.explanation_button is not None:
            self.explanation_button.set_explanation(_explanation(self._kind, window))

    def _show(
        self,
        make: Callable[[], AnySpec],
        finding: Finding,
        behind: Mapping[str, Behind],
        table: FiguresTable,
        *,
        height: int | None = None,
    ) -> None:
        """`make` runs on a worker, where the drawing library may be loaded; a piece without an entry in `behind` cannot be chosen."""
        self._make, self._behind, self._table = make, behind, table
        sentence = finding_sentence(finding)
        self.finding.setText(sentence)
        self.chart.set_finding(f"{self._title} {sentence}")
        self._set_filled(True)
        self.chart.setMinimumHeight(theme_of(self).px(height or self._height_wanted))
        self.chart.request()

    def _show_nothing(self, title: str, body: str = "") -> None:
        self._make, self._behind = None, {}
        self.empty.set(title, body)
        self._set_filled(False)

    def _words(self, currency: Currency = JPY) -> ChartWords:
        return ChartWords(translated, language(), currency)

    def _open(self, key: str) -> None:
        """What choosing a piece does: the names behind it."""
        behind = self._behind[key]
        self.names_requested.emit(behind.people, behind.title)

    def _set_filled(self, is_filled: bool) -> None:
        set_shown(self.finding, is_filled)
        set_shown(self.chart, is_filled)
        set_shown(self.empty, not is_filled)
        if self.action is not None:
            set_shown(self.action, is_filled)

    def _on_render_requested(self, width: int, height: int, dpr: float) -> None:
        make, theme = self._make, theme_of(self)
        is_dark, scale = theme.is_dark, theme.scale
        if make is None:
            return

        def op(_control: JobControl) -> _Drawn:
            from app.charts.render import render_any
            from app.charts.style import DARK, LIGHT

            return _Drawn(make, render_any(make(), width, height, dpr, DARK if is_dark else LIGHT, scale), dpr)

        self._context.tasks.run(op, self._on_drawn, owner=self, replaces="chart")

    def _on_drawn(self, drawn: _Drawn) -> None:
        if drawn.of is not self._make:
            return
        picture = drawn.chart
        self.chart.set_image(picture.rgba, picture.width, picture.height, drawn.dpr)
        regions = [region for region in picture.regions if region.key in self._behind]
        self._keys = tuple(region.key for region in regions)
        self.chart.set_points(
            [
                HitPoint(
                    region.point_x,
                    region.point_y,
                    self._behind[region.key].said,
                    QRectF(region.x, region.y, region.width, region.height),
                )
                for region in regions
            ]
        )

    def _on_point(self, place: int) -> None:
        if 0 <= place < len(self._keys):
            self._open(self._keys[place])

    def _on_table(self) -> None:
        self.table_requested.emit(self.table())


def _explanation(chart: Chart, window: int = DEFAULT_WINDOW) -> Explanation:
    known = CHART_EXPLANATIONS[chart]
    parts = (known.title, known.words, known.example, known.formula)
    title, words, example, formula = (translated(EXPLANATIONS_CONTEXT, part, window=window) for part in parts)
    return Explanation(title, words, example, formula, "")
