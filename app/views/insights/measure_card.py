"""What the finished campaigns brought, with their range of chance; a line leads to the result or to the people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.context import AppContext
from app.domain.chart_explanations import Chart
from app.domain.chart_rows import MeasurePoint
from app.domain.dates import DateStyle
from app.domain.findings_results import measure_finding, whole_percent
from app.domain.measure_results import Verdict
from app.domain.numbers import EMPTY_CELL, format_number
from app.views.insights.chart_card import Behind, ChartCard
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import people_count
from app.views.moments import day_text
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.render import AnySpec

ROW_HEIGHT = 34
REST = 46
LEAST_HEIGHT = 130


class MeasureCard(ChartCard):
    """`measure_requested(id)`: the result of a campaign is to be shown."""

    measure_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        title = self.tr("What the campaigns brought (profit on cost)")
        super().__init__(context, title, Chart.MEASURES, action=self.tr("As a table"), height=LEAST_HEIGHT)
        self._points: tuple[MeasurePoint, ...] = ()

    def set_points(self, points: Sequence[MeasurePoint]) -> None:
        """Newest first."""
        self._points = tuple(points)
        if not points:
            self._show_nothing(
                self.tr("No campaign has its result yet"),
                self.tr("The result stands once the time is over that was set before the start."),
            )
            return
        shown, words = self._points, self._words()

        def make() -> AnySpec:
            from app.reports.measure_points import measure_chart

            return measure_chart(shown, words)

        behind = {str(point.measure_id): self._line(point) for point in points}
        height = max(LEAST_HEIGHT, ROW_HEIGHT * len(points) + REST)
        self._show(make, measure_finding(points), behind, self._numbers(), height=height)

    def menu_of(self, point: MeasurePoint) -> QMenu:
        """The result, or the people it was sent to."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("See the result")).triggered.connect(partial(self._on_result, point))
        people = menu.addAction(escape_mnemonic(self.tr("Sent to: {people}").format(people=people_count(point.n_sent))))
        people.triggered.connect(partial(self._on_people, point))
        return menu

    def _numbers(self) -> FiguresTable:
        columns = (
            Column("name", self.tr("Campaign"), stretch=True),
            Column("day", self.tr("Sent"), numeric=True),
            Column("sent", self.tr("Sent to"), numeric=True),
            Column("held", self.tr("Not sent to"), numeric=True),
            Column("return", self.tr("Profit on cost"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
        )
        rows = [
            (
                point.people,
                (
                    point.name,
                    day_text(point.sent_on, DateStyle.TABLE),
                    format_number(point.n_sent),
                    format_number(point.n_held),
                    *_return_texts(point),
                ),
            )
            for point in self._points
        ]
        note = self.tr("Enter opens the people it was sent to.")
        return FiguresTable(self._title, note, columns, rows, self.tr("Sent to"))

    def _open(self, key: str) -> None:
        point = next(one for one in self._points if str(one.measure_id) == key)
        place = self.chart.point_place(self._keys.index(key))
        self.menu_of(point).popup(self.chart.mapToGlobal(QPoint(round(place.x()), round(place.y()))))

    def _line(self, point: MeasurePoint) -> Behind:
        value, span = _return_texts(point)
        texts = {"name": point.name, "percent": value, "range": span}
        if value == EMPTY_CELL:
            said = self.tr("{name}: nothing can be said of its profit").format(**texts)
        else:
            said = self.tr("{name}: profit on cost {percent}, range of chance {range}").format(**texts)
        return Behind(said, point.people, self.tr("Sent to: {name}").format(name=point.name))

    def _on_result(self, point: MeasurePoint, _checked: bool = False) -> None:
        self.measure_requested.emit(point.measure_id)

    def _on_people(self, point: MeasurePoint, _checked: bool = False) -> None:
        behind = self._behind[str(point.measure_id)]
        self.names_requested.emit(behind.people, behind.title)


def _return_texts(point: MeasurePoint) -> tuple[str, str]:
    """The return and its range; dashes where nothing was held back or nothing spent."""
    roi = point.roi
    if point.verdict is Verdict.NO_HOLDOUT or roi is None or roi.value is None or roi.low is None or roi.high is None:
        return EMPTY_CELL, EMPTY_CELL
    return whole_percent(roi.value), f"{whole_percent(roi.low)} – {whole_percent(roi.high)}"
