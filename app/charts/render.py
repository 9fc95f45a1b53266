"""From a spec to a picture for the screen or a drawing for paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Protocol

from app.charts.bar_spec import BarSpec
from app.charts.bars import Bars
from app.charts.heat import Heat
from app.charts.insight_specs import HeatSpec, PanelsSpec, RangesSpec, RowsSpec, StackSpec
from app.charts.intervals import Intervals
from app.charts.measure_came import CameCurve
from app.charts.measure_shares import ReturnScale, Shares
from app.charts.measure_specs import CameSpec, ReturnSpec, SharesSpec
from app.charts.panels import Panels
from app.charts.ranges import Ranges
from app.charts.recording import Measure, Recording
from app.charts.rows import Rows
from app.charts.sheet import Sheet, VectorFormat
from app.charts.spec import HitRegion, RenderedChart, TrendSpec
from app.charts.spread import Spread
from app.charts.stacks import Stacks
from app.charts.step_curve import StepCurve
from app.charts.step_spec import StepSpec
from app.charts.style import LIGHT, ChartTheme
from app.charts.survey_specs import IntervalSpec, SpreadSpec
from app.charts.trend import Trend
from app.domain.drawing import Drawing

InsightSpec = StackSpec | RowsSpec | RangesSpec | HeatSpec | PanelsSpec
AnySpec = TrendSpec | BarSpec | IntervalSpec | SpreadSpec | InsightSpec | SharesSpec | ReturnSpec | CameSpec | StepSpec

PX_PER_MM = 96 / 25.4

# The drawing library keeps caches and settings that two workers must not touch at once.
_DRAWING = Lock()


def render(spec: TrendSpec, width_px: int, height_px: int, dpr: float, theme: ChartTheme, text_scale: float = 1.0) -> RenderedChart:
    """`width_px` x `height_px` logical pixels; the picture has `dpr` times as many. `text_scale` is the user's text size (1.5 = 150 %)."""
    with _DRAWING:
        sheet = Sheet(width_px, height_px, theme, dpr=dpr, scale=text_scale)
        trend = Trend(spec, sheet)
        regions = trend.draw()
        rgba, width, height = sheet.rgba()
    axis_start = spec.ticks.text(trend.axis.low, trend.axis.high) if trend.axis.low > 0 else ""
    return RenderedChart(rgba, width, height, regions, axis_start)


def render_any(spec: AnySpec, width_px: int, height_px: int, dpr: float, theme: ChartTheme, text_scale: float = 1.0) -> RenderedChart:
    """Whatever kind of chart the spec says."""
    if isinstance(spec, TrendSpec):
        return render(spec, width_px, height_px, dpr, theme, text_scale)
    with _DRAWING:
        sheet = Sheet(width_px, height_px, theme, dpr=dpr, scale=text_scale)
        regions = _drawing(spec, sheet).draw()
        rgba, width, height = sheet.rgba()
    return RenderedChart(rgba, width, height, regions, "")


def render_bars(spec: BarSpec, width_px: int, height_px: int, dpr: float, theme: ChartTheme, text_scale: float = 1.0) -> RenderedChart:
    """The same for bars, whose axis always begins at 0."""
    return render_any(spec, width_px, height_px, dpr, theme, text_scale)


def vector(
    spec: AnySpec, width_mm: float, height_mm: float, kind: VectorFormat, theme: ChartTheme = LIGHT, text_scale: float = 1.0
) -> bytes:
    """SVG or PDF of that size: the same spec gives the same bytes."""
    with _DRAWING:
        sheet = Sheet(width_mm * PX_PER_MM, height_mm * PX_PER_MM, theme, scale=text_scale)
        _drawing(spec, sheet).draw()
        return sheet.vector(kind)


def recorded(
    spec: AnySpec, width_px: float, height_px: float, measure: Measure, theme: ChartTheme = LIGHT, text_scale: float = 1.0
) -> tuple[Drawing, str]:
    """The same for a page whose words have other fonts, and the text of the lowest tick where the axis does not begin at 0. Needs no
    drawing library."""
    sheet = Recording(width_px, height_px, theme, measure, scale=text_scale)
    if isinstance(spec, TrendSpec):
        trend = Trend(spec, sheet)
        trend.draw()
        return sheet.drawing(), spec.ticks.text(trend.axis.low, trend.axis.high) if trend.axis.low > 0 else ""
    _drawing(spec, sheet).draw()
    return sheet.drawing(), ""


class _Drawing(Protocol):
    def draw(self) -> tuple[HitRegion, ...]: ...


def _drawing(spec: AnySpec, sheet: Sheet) -> _Drawing:
    return _DRAWINGS[type(spec)](spec, sheet)


_DRAWINGS: Mapping[type, Callable[[Any, Sheet], _Drawing]] = {
    TrendSpec: Trend,
    BarSpec: Bars,
    IntervalSpec: Intervals,
    SpreadSpec: Spread,
    StackSpec: Stacks,
    RowsSpec: Rows,
    RangesSpec: Ranges,
    HeatSpec: Heat,
    PanelsSpec: Panels,
    SharesSpec: Shares,
    ReturnSpec: ReturnScale,
    CameSpec: CameCurve,
    StepSpec: StepCurve,
}
