"""The return rate over time: the line with its range of chance, a sentence, and who stayed or left at every point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.context import AppContext
from app.domain.dates import DateStyle, format_date
from app.domain.explanations import Figure
from app.domain.figures import StayPart, TrendPoint, TrendSeries
from app.domain.findings import Finding
from app.domain.formats import EMPTY_CELL, format_range
from app.domain.numbers import format_percent, round_half_up
from app.jobs.job import JobControl
from app.views.insights.table_panel import FiguresTable
from app.views.labels_figures import explanation_of, finding_sentence, people_count
from app.views.moments import language
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.card import Card
from app.views.widgets.chart_view import ChartView, HitPoint
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.charts.spec import RenderedChart
    from app.reports.return_rate import TrendWords


CHART_HEIGHT = 170


@dataclass(frozen=True, slots=True)
class DrawnTrend:
    """A picture with the sentence above it, of `series`."""

    series: TrendSeries
    chart: RenderedChart
    finding: Finding
    dpr: float


class TrendCard(Card):
    """`names_requested(spec, title)`, `table_requested(FiguresTable)`."""

    names_requested = Signal(object, str)
    table_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        title = self.tr("Return rate over time")
        explanation = explanation_of(Figure.RETURN_RATE, has_names=False)
        super().__init__(title, explanation=explanation, action=self.tr("As a table"), gap=4)
        self._context = context
        self._series: TrendSeries | None = None
        self._places: tuple[int, ...] = ()
        self._title = title
        self._target: float | None = None
        self._events: Mapping[date, str] = {}
        self._build()
        self._connect()

    def set_target(self, rate: float | None) -> None:
        """The rate aimed at, as a fraction; drawn with the next series."""
        self._target = rate

    def set_events(self, events: Mapping[date, str]) -> None:
        """What the shop did, by day; drawn with the next series."""
        self._events = events

    def set_series(self, series: TrendSeries, weeks: int) -> None:
        self._series = series
        has_rates = any(line.rate.rate is not None for line in series.lines)
        if self.explanation_button is not None:
            words = explanation_of(Figure.RETURN_RATE, series.window, months=series.lag_months, has_names=False)
            self.explanation_button.set_explanation(words)
        self.chart.setVisible(has_rates)
        self.finding.setVisible(has_rates)
        self.empty.setVisible(not has_rates)
        if self.action is not None:
            self.action.setVisible(has_rates)
        self.set_note(self._note("") if has_rates else "")
        nothing = self.tr("Shown once there are visits of {months} months").format(months=series.lag_months)
        self.empty.set(nothing, self.tr("%n week(s) so far", "", weeks))
        if has_rates:
            self.chart.setMinimumHeight(theme_of(self).px(CHART_HEIGHT))
            self.chart.request()

    def table(self) -> FiguresTable:
        """The points as lines: month, rate, range, who."""
        lines = self._series.lines if self._series is not None else ()
        columns = (
            Column("month", self.tr("Month"), stretch=True),
            Column("rate", self.tr("Return rate"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
            Column("before", self.tr("{months} months before").format(months=self._lag()), numeric=True),
            Column("stayed", self.tr("Still coming"), numeric=True),
        )
        note = self.tr("Enter opens the names of those who still come. The running month is measured today.")
        return FiguresTable(self._title, note, columns, [(line.people, _cells(line, self._named(line))) for line in lines], self._title)

    def _build(self) -> None:
        self.finding = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self.chart = ChartView(self._title, height=CHART_HEIGHT)
        self.empty = EmptyState("chart-line", "")
        self.empty.hide()
        self.add(self.finding)
        self.add(self.chart, 1)
        self.add(self.empty, 1)

    def _connect(self) -> None:
        self.chart.render_requested.connect(self._on_render_requested)
        self.chart.point_clicked.connect(self._on_point)
        if self.action is not None:
            self.action.clicked.connect(self._on_table)

    def _on_render_requested(self, width: int, height: int, dpr: float) -> None:
        series, theme, spoken = self._series, theme_of(self), language()
        last_year, unfinished = self.tr("last year"), self.tr("so far")
        is_dark, scale = theme.is_dark, theme.scale
        aim, events = self._target, self._events
        label = "" if aim is None else self.tr("Target {percent}").format(percent=format_percent(aim, 0 if _is_whole(aim) else 1))
        if series is None:
            return

        def op(_control: JobControl) -> DrawnTrend:
            from app.charts.render import render
            from app.charts.spec import Target
            from app.charts.style import DARK, LIGHT
            from app.reports.return_rate import return_rate_sentence, series_rows, series_trend

            words = _words(spoken, last_year, unfinished)
            target = None if aim is None else Target(aim, label)
            picture = render(
                series_trend(series, words, target=target, events=events), width, height, dpr, DARK if is_dark else LIGHT, scale
            )
            return DrawnTrend(series, picture, return_rate_sentence(series_rows(series), words), dpr)

        self._context.tasks.run(op, self._on_drawn, owner=self, replaces="chart")

    def _on_drawn(self, drawn: DrawnTrend) -> None:
        if drawn.series is not self._series:
            return
        picture = drawn.chart
        self.chart.set_image(picture.rgba, picture.width, picture.height, drawn.dpr)
        lines = drawn.series.lines
        # Months without a rate have no point.
        self._places = tuple(region.index for region in picture.regions)
        self.chart.set_points([HitPoint(r.point_x, r.point_y, self._point_name(lines[r.index])) for r in picture.regions])
        sentence = finding_sentence(drawn.finding)
        self.finding.setText(sentence)
        self.chart.set_finding(f"{self._title} {sentence}")
        self.set_note(self._note(picture.axis_start))

    def _on_point(self, place: int) -> None:
        if self._series is None or not 0 <= place < len(self._places):
            return
        line = self._series.lines[self._places[place]]
        menu = self.menu_of(line)
        point = self.chart.point_place(place)
        menu.popup(self.chart.mapToGlobal(QPoint(round(point.x()), round(point.y()))))

    def menu_of(self, line: TrendPoint) -> QMenu:
        """Who stayed, who left, and all of them, as a choice."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        rate = line.rate
        parts = {
            StayPart.STAYED: (self.tr("Still coming: {people}"), rate.numerator),
            StayPart.LOST: (self.tr("No longer coming: {people}"), rate.denominator - rate.numerator),
            StayPart.AT_START: (self.tr("All {months} months before: {people}"), rate.denominator),
        }
        for part, (text, number) in parts.items():
            entry = menu.addAction(escape_mnemonic(text.format(people=people_count(number), months=self._lag())))
            entry.setEnabled(number > 0)
            entry.triggered.connect(partial(self._open, line, part))
        return menu

    def _open(self, line: TrendPoint, part: StayPart, _checked: bool = False) -> None:
        titles = {
            StayPart.STAYED: self.tr("Still coming in {month}"),
            StayPart.LOST: self.tr("No longer coming in {month}"),
            StayPart.AT_START: self.tr("Customers {months} months before {month}"),
        }
        title = titles[part].format(month=self._month(line), months=self._lag())
        self.names_requested.emit(replace(line.people, part=part), title)

    def _on_table(self) -> None:
        self.table_requested.emit(self.table())

    def _lag(self) -> int:
        return self._series.lag_months if self._series is not None else 0

    def _month(self, line: TrendPoint) -> str:
        return format_date(line.month, language(), DateStyle.MONTH)

    def _named(self, line: TrendPoint) -> str:
        month = self._month(line)
        return month if line.is_complete else self.tr("{month} so far").format(month=month)

    def _point_name(self, line: TrendPoint) -> str:
        rate = line.rate
        known = {"month": self._month(line), "percent": rate.percent, "stayed": rate.numerator, "people": people_count(rate.denominator)}
        if line.is_complete:
            return self.tr("{month}: {percent}%, {stayed} of {people} still come").format(**known)
        return self.tr("{month} so far: {percent}%, {stayed} of {people} still come").format(**known)

    def _note(self, axis_start: str) -> str:
        band = self.tr("The pale band is the range of chance")
        return self.tr("{band} · the scale begins at {start}").format(band=band, start=axis_start) if axis_start else band


def _cells(line: TrendPoint, month: str) -> tuple[str, ...]:
    rate = line.rate
    if rate.percent is None or rate.low is None or rate.high is None:
        return (month, EMPTY_CELL, EMPTY_CELL, str(rate.denominator), str(rate.numerator))
    return (month, f"{rate.percent}%", format_range(rate.low, rate.high), str(rate.denominator), str(rate.numerator))


def _is_whole(fraction: float) -> bool:
    return round_half_up(fraction * 100, 1) == round_half_up(fraction * 100)


def _words(spoken: str, last_year: str, unfinished: str) -> TrendWords:
    from app.reports.return_rate import TrendWords

    def short(day: date) -> str:
        return f"{day.month}月" if spoken == "ja" else long(day).split()[0]

    def long(day: date) -> str:
        return format_date(day, spoken, DateStyle.MONTH)

    return TrendWords(short, long, lambda row: f"{row.rate.percent}%", last_year, unfinished)
