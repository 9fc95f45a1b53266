"""Bars drawn off the window's thread, each of which can be chosen with mouse or keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from app.context import AppContext
from app.domain.dates import DateStyle, format_date
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.theme import theme_of
from app.views.widgets.chart_view import ChartView, HitPoint

if TYPE_CHECKING:
    from app.charts.render import AnySpec
    from app.charts.spec import RenderedChart


@dataclass(frozen=True, slots=True)
class _Drawn:
    of: Callable[[], AnySpec]
    chart: RenderedChart
    dpr: float


class BarChart(ChartView):
    """`show_bars` with a function that makes the spec: it runs on a worker, where drawing libraries may be loaded."""

    def __init__(self, context: AppContext, name: str, *, height: int) -> None:
        super().__init__(name, height=height)
        self._context = context
        self._height_wanted = height
        self._make: Callable[[], AnySpec] | None = None
        self._names: Sequence[str] = ()
        self.render_requested.connect(self._on_render_requested)

    def show_bars(self, make: Callable[[], AnySpec], names: Sequence[str]) -> None:
        """`names`: what each period says when it is pointed at."""
        self._make, self._names = make, names
        self.setMinimumHeight(theme_of(self).px(self._height_wanted))
        self.request()

    def names(self) -> Sequence[str]:
        return self._names

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
        self.set_image(picture.rgba, picture.width, picture.height, drawn.dpr)
        self.set_points(
            [
                HitPoint(region.point_x, region.point_y, name, QRectF(region.x, region.y, region.width, region.height))
                for region, name in zip(picture.regions, self._names, strict=True)
            ]
        )


def month_name(month: date, today: date | None = None) -> str:
    """2026年12月; Dec 2026. Within the year of `today` without the year."""
    if today is not None and today.year == month.year:
        return short_month(language())(month)
    return format_date(month, language(), DateStyle.MONTH)


def short_month(spoken: str) -> Callable[[date], str]:
    """12月; Dec."""

    def name(month: date) -> str:
        return f"{month.month}月" if spoken == "ja" else format_date(month, spoken, DateStyle.MONTH).split()[0]

    return name
